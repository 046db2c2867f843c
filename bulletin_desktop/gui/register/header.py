"""The register's column titles: quiet as the rows below them, with a chevron where rows are sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.register.columns import AT_THE_RIGHT
from bulletin_desktop.gui.register.delegate import PAD

_CHEVRON = 14  # logical pixels, with room around it


class RegisterHeader(QHeaderView):
    """A click sorts by a column, a second one the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not rect.isValid():
            return
        t = theme.tokens(self.palette())
        sorts = self.sortIndicatorSection() == section
        painter.save()
        hovered = rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())) and self.underMouse()
        painter.fillRect(rect, t.row_hover if hovered else t.window)
        painter.setPen(t.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6)
        box = rect.adjusted(PAD, 0, -PAD, 0)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, box.width() - (_CHEVRON if sorts else 0)
        )
        width = painter.fontMetrics().horizontalAdvance(words)
        right = section in AT_THE_RIGHT
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(t.text if sorts else t.muted)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)
        if sorts:
            middle = box.right() - width - _CHEVRON / 2 if right else box.left() + width + _CHEVRON / 2 + 2
            self._paint_chevron(painter, QPointF(middle, rect.center().y() + 0.5), t)
        painter.restore()

    def _paint_chevron(self, painter: QPainter, middle: QPointF, t: theme.Tokens) -> None:
        reach = 1.8 if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else -1.8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        points = [(-3.5, -reach), (0.0, reach), (3.5, -reach)]
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))

"""A small picture of masthead and imprint as they will print, while they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.preview.painter import PagePainter

if TYPE_CHECKING:
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.measures import Measures
    from bulletin_desktop.typeset.typesetter import Typesetter

_PAUSE = 60  # ms after the last key
_MARGIN = 16
_GAP = 12  # pixels between the two pieces of paper
_HEAD, _FOOT = {"masthead", "cover"}, {"imprint"}
_AIR = 420  # twips left above and below what is shown
_NO_FOLIO = 150  # below the imprint stands the page number
_WIDTH = 320


class HeadView(QWidget):
    """Sets the issue without its articles in a thread of its own, the latest only, and paints two strips."""

    def __init__(self, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = measures
        self._painter = PagePainter(measures)
        self._lane: Lane | None = None
        self._wanted: tuple[Issue, TemplateSource] | None = None
        self._setter: tuple[TemplateSource, Typesetter] | None = None  # the lane's own
        self._layout: Layout | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Masthead and imprint as they print"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 400)

    def show_issue(self, issue: Issue, source: TemplateSource) -> None:
        """Ask for masthead and imprint of *issue* as *source* sets them."""
        self._wanted = replace(issue, sections=()), source
        self._pause.start()

    def close_lane(self) -> None:
        """End the thread; it starts anew when something is asked for."""
        self._pause.stop()
        if self._lane is not None:
            self._lane.close()
            self._lane.deleteLater()
            self._lane = None

    def _start(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        if self._lane is None:
            self._lane = Lane("issue form", self)
        if not self._lane.busy:
            self._lane.run(self._lay_out, *wanted, done=lambda layout: self._arrived(wanted, layout))

    def _lay_out(self, issue: Issue, source: TemplateSource) -> Layout:
        from bulletin_desktop.services import publish

        if self._setter is None or self._setter[0] != source:
            self._setter = source, publish.typesetter(source, self._measures)
        return self._setter[1].layout(issue)

    def _arrived(self, asked: object, layout: Layout) -> None:
        self._layout = layout
        self._painter.set_layout(layout)
        self.update()
        if asked is not self._wanted:
            self._start()

    # Painting

    def strips(self) -> list[tuple[int, float, float]]:
        """Return what is shown: page index, and from where to where in twips."""
        layout = self._layout
        if layout is None:
            return []
        found = []
        for roles in (_HEAD, _FOOT):
            lines = [
                (nth, line)
                for nth, page in enumerate(layout.pages)
                for line in page.lines
                if layout.placed[line.item].item.role in roles
            ]
            if lines:
                page = lines[0][0]
                here = [line for nth, line in lines if nth == page]
                top = 0.0 if roles is _HEAD else here[0].top - _AIR
                found.append(
                    (page, top, here[-1].top + here[-1].height + (_AIR if roles is _HEAD else _NO_FOLIO))
                )
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), t.desk)
            if self._layout is None:
                return
            named = {"000000": t.ink, "FF0000": t.masthead}
            self._painter.set_color(lambda color: named.get(color.upper(), QColor(f"#{color}")))
            scale = (self.width() - 2 * _MARGIN) / self._layout.template.page.width
            y = float(_MARGIN)
            for page, top, bottom in self.strips():
                paper = QRectF(_MARGIN, y, self.width() - 2 * _MARGIN, (bottom - top) * scale)
                painter.fillRect(paper, t.paper)
                self._paint_strip(painter, paper, page, top, scale)
                painter.setPen(QPen(t.edge, 1))
                painter.drawRect(paper)
                y = paper.bottom() + _GAP

    def _paint_strip(self, painter: QPainter, paper: QRectF, page: int, top: float, scale: float) -> None:
        if self._layout is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(paper, Qt.ClipOperation.IntersectClip)
        painter.translate(paper.left(), paper.top() - top * scale)
        painter.scale(scale, scale)
        seen = QRectF(0, top, paper.width() / scale, paper.height() / scale)
        self._painter.paint(painter, self._layout.pages[page], clip=seen)
        painter.restore()

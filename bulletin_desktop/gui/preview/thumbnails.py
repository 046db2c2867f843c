"""The strip of small pages: those in view are painted one after the other, when there is time."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.typeset.layout import Layout

WIDTH = 116  # pixels of the whole strip
_PAPER = 68  # of a page in it
_ABOVE, _LABEL, _BETWEEN = 8, 18, 2
_KEPT = 400  # pictures: at 200 % about 50 kB each
_REST = 300  # ms after the last change of the pages

Look = tuple[tuple[object, ...], ...]
"""What decides how a page looks: its lines with their items."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Pages(QAbstractListModel):
    """One row a page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {page}").format(page=index.row() + 1)
        return None

    def set_count(self, count: int) -> None:
        """Have *count* rows; those that stay keep their place."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()


class Pictures(QObject):
    """Small pictures of pages, painted one a turn of the event loop; `painted` tells which."""

    painted = Signal(int)

    def __init__(self, pages: PagePainter, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._layout: Layout | None = None
        self._kept: OrderedDict[int, tuple[Look, QPixmap]] = OrderedDict()
        self._wanted: list[int] = []
        self._ratio = 1.0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._paint_next)

    def set_layout(self, layout: Layout | None) -> None:
        """Paint the pages of *layout*, as long as the page painter has it too."""
        self._layout = layout
        self._wanted.clear()

    def forget(self) -> None:
        """Paint every page again: colours, scale or pictures have changed."""
        self._kept.clear()

    def size(self) -> QSize:
        """Return the size of a page in logical pixels."""
        setup = self._layout.template.page if self._layout else None
        return QSize(_PAPER, round(_PAPER * setup.height / setup.width) if setup else 96)

    def picture(self, index: int, ratio: float) -> QPixmap | None:
        """Return the picture there is of a page, even an old one; a newer one is painted soon."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()
        known = self._kept.get(index)
        if self._layout is not None and (known is None or known[0] != look(self._layout, index)):
            if index not in self._wanted:
                self._wanted.append(index)
            self._turn.start()
        return known[1] if known else None

    def _paint_next(self) -> None:
        """Paint what was asked for last: the person is looking there."""
        layout = self._layout
        if not self._pages.paints(layout):
            self._wanted.clear()  # newer pages are there already, and will be asked for
        while self._wanted and layout is not None:
            index = self._wanted.pop()
            if index < len(layout.pages):
                self._kept[index] = look(layout, index), self._painted(layout, index)
                self._kept.move_to_end(index)
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
                self.painted.emit(index)
                break
        if self._wanted:
            self._turn.start()

    def _painted(self, layout: Layout, index: int) -> QPixmap:
        size = self.size()
        image = QImage(size * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        scale = image.width() / layout.template.page.width
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            self._pages.paint(painter, layout.pages[index])
        image.setDevicePixelRatio(self._ratio)
        return QPixmap.fromImage(image)


def look(layout: Layout, index: int) -> Look:
    """Return what decides how a page looks; equal looks are equal pictures."""
    page = layout.pages[index]
    return tuple((layout.placed[line.item].item, *line[1:]) for line in page.lines)


class _Delegate(QStyledItemDelegate):
    """A page with its number below it; the current one has a frame of the accent."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_PAPER, _ABOVE + self._pictures.size().height() + _LABEL + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = theme.tokens(option.widget.palette())
        size = self._pictures.size()
        left = option.rect.left() + (option.rect.width() - size.width()) // 2
        sheet = QRect(left, option.rect.top() + _ABOVE, size.width(), size.height())
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(sheet, t.paper)
        picture = self._pictures.picture(index.row(), option.widget.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(sheet.topLeft(), picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent if current else t.edge, 2 if current else 1))
        grown = 1.0 if current else 0.5
        painter.drawRect(QRectF(sheet).adjusted(-grown, -grown, grown, grown))
        font = painter.font()
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(t.text if current else t.muted)
        label = QRect(option.rect.left(), sheet.bottom() + 3, option.rect.width(), _LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, index.data())
        painter.restore()


class Thumbnails(QListView):
    """Shows every page small. `page_wanted` carries the number, from 1, that was clicked or gone to by keys.

    While it is hidden nothing is done for a new layout.
    """

    page_wanted = Signal(int)

    def __init__(self, pages: PagePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Page thumbnails"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._layout: Layout | None = None
        self._shown: Layout | None = None
        self._pages = _Pages(self)
        self._pictures = Pictures(pages, self)
        self._pictures.painted.connect(lambda index: self.update(self._pages.index(index)))
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self._pictures, self))
        self.selectionModel().currentChanged.connect(self._tell)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._take_layout)
        self._current = 0
        self._dress()

    def set_layout(self, layout: Layout | None) -> None:
        """Show the pages of *layout* as soon as no newer one comes."""
        first = self._layout is None or layout is None
        self._layout = layout
        if self.isVisible():
            self._take_layout() if first else self._rest.start()

    def show_page(self, number: int) -> None:
        """Mark page *number*, from 1, as the current one."""
        self._current = number
        if not self.isVisible() or number > self._pages.rowCount():
            return
        self.setCurrentIndex(self._pages.index(number - 1))  # says nothing: it is the current one already

    def paint_again(self) -> None:
        """Paint every page anew: pictures on them have come."""
        self._pictures.forget()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        self._take_layout()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def _take_layout(self) -> None:
        if self._layout is self._shown:
            return
        self._shown = self._layout
        self._pictures.set_layout(self._layout)
        self._pages.set_count(len(self._layout.pages) if self._layout else 0)
        self.show_page(self._current)
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and current.row() + 1 != self._current:
            self._current = current.row() + 1
            self.page_wanted.emit(self._current)

    def _dress(self) -> None:
        self._pictures.forget()
        palette = self.palette()
        desk = theme.tokens(palette).desk
        if palette.color(self.viewport().backgroundRole()) != desk:
            palette.setColor(palette.ColorRole.Base, desk)
            self.setPalette(palette)

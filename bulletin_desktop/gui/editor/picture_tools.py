"""The picture the cursor stands on: its corners are dragged, it is set as wide as the text, or replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QRubberBand, QToolTip

from bulletin_desktop.document.model import Picture
from bulletin_desktop.gui.editor import decor, objects
from bulletin_desktop.gui.editor.formats import is_object

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet

NARROWEST = 50  # tenths of a millimetre
_NEAR = 4  # pixels round a handle that are it
_SHAPES = (
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeBDiagCursor,
    Qt.CursorShape.SizeBDiagCursor,
    Qt.CursorShape.SizeFDiagCursor,
)


class PictureTools(QObject):
    """Watches the mouse over a sheet. A picture keeps its proportions, and its middle while it is dragged."""

    replace_wanted = Signal(object)  # the Picture

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.text_width = round(objects.TENTHS_PER_EM * 28)  # tenths of a millimetre: no picture is wider
        self._band: QRubberBand | None = None
        self._dragged: tuple[Picture, QRectF, float] | None = None  # with where the mouse took hold
        self._width = 0
        sheet.viewport().installEventFilter(self)
        sheet.viewport().setMouseTracking(True)

    def chosen(self) -> Picture | None:
        """Return the picture the cursor stands on."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection() or not is_object(cursor.block()):
            return None
        value = self._sheet.content.object(cursor.block())
        return value if isinstance(value, Picture) else None

    def place(self) -> QRectF:
        """Return where the chosen picture stands on the viewport; an empty rectangle if none is."""
        picture = self.chosen()
        if picture is None:
            return QRectF()
        rect = decor.block_rect(self._sheet, self._sheet.textCursor().block())
        return objects.picture_place(picture, rect, self._sheet.looks.em)

    def set_width(self, picture: Picture, width: int) -> None:
        """Give a picture another width, in tenths of a millimetre; its height follows."""
        width = max(NARROWEST, min(width, self.text_width))
        height = max(1, round(picture.height * width / picture.width))
        self._sheet.replace_object(replace(picture, width=width, height=height))

    def fill_width(self) -> None:
        """Set the chosen picture as wide as the text."""
        if picture := self.chosen():
            self.set_width(picture, self.text_width)

    def ask_replacement(self) -> None:
        """Ask for another picture in place of the chosen one."""
        if picture := self.chosen():
            self.replace_wanted.emit(picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._dragged is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            return True
        if isinstance(event, QMouseEvent) and not self._sheet.isReadOnly():
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return event.button() is Qt.MouseButton.LeftButton and self._press(event.position())
                case QEvent.Type.MouseMove:
                    return self._move(event)
                case QEvent.Type.MouseButtonRelease:
                    return self._release()
        return super().eventFilter(watched, event)

    def _handle_at(self, point: QPointF) -> int | None:
        around = objects.handles(self.place()) if self.chosen() else ()
        near = (
            nth
            for nth, each in enumerate(around)
            if each.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point)
        )
        return next(near, None)

    def _press(self, point: QPointF) -> bool:
        picture = self.chosen()
        if picture is None or self._handle_at(point) is None:
            return False
        self._dragged, self._width = (picture, self.place(), point.x()), picture.width
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._sheet.viewport())
        self._band.setGeometry(self.place().toRect())
        self._band.show()
        self._sheet.installEventFilter(self)  # for Escape, only as long as a corner is held
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._dragged is None:
            nth = self._handle_at(event.position())
            self._sheet.viewport().setCursor(Qt.CursorShape.IBeamCursor if nth is None else _SHAPES[nth])
            return nth is not None
        picture, place, held = self._dragged
        outwards = 1 if held > place.center().x() else -1
        across = place.width() + 2 * outwards * (event.position().x() - held)
        wanted = round(picture.width * across / place.width())
        self._width = max(NARROWEST, min(wanted, self.text_width))
        scale = self._width / picture.width
        shown = QRectF(0, 0, place.width() * scale, place.height() * scale)
        shown.moveCenter(place.center())
        shown.moveTop(place.top())
        if self._band is not None:
            self._band.setGeometry(shown.toRect())
        words = self.tr("{width} mm, {share} % of the text").format(
            width=f"{self._width / 10:.0f}", share=round(100 * self._width / self.text_width)
        )
        QToolTip.showText(event.globalPosition().toPoint(), words, self._sheet)
        return True

    def _release(self) -> bool:
        if self._dragged is None:
            return False
        picture, width = self._dragged[0], self._width
        self._end()
        if width != picture.width:
            self.set_width(picture, width)
        return True

    def _end(self) -> None:
        self._dragged = None
        self._sheet.removeEventFilter(self)
        QToolTip.hideText()
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None

"""The camera of the manual: cuts a picture to what the text speaks of, numbers places, keeps files small."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

_WIDEST = 1050  # pixels: the help's page, as wide as it opens, at 150 %
_COLOURS = 32
_APART = 20  # of 255: how much two of them differ in red, green or blue …
_GROUND = 0.004  # … unless both are grounds: each has this share of the picture
_MARK = QColor("#C2410C")  # is nowhere in the program
_RADIUS = 11


class Clock:
    """The program's clock: without it every picture would be another one tomorrow."""

    def __init__(self, now: dt.datetime) -> None:
        clock, moment, day = self, dt.datetime, dt.date

        class Moment(moment, metaclass=_like(moment)):  # type: ignore[misc, valid-type]
            @classmethod
            def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
                return clock.now.astimezone(tz) if tz else clock.now.replace(tzinfo=None)

        class Day(day, metaclass=_like(day)):  # type: ignore[misc, valid-type]
            @classmethod
            def today(cls) -> dt.date:
                return clock.now.date()

        self.now = now.astimezone()
        dt.datetime, dt.date = Moment, Day  # type: ignore[misc]

    def later(self, minutes: int) -> None:
        """Let time pass."""
        self.now += dt.timedelta(minutes=minutes)


def _like(kind: type) -> type:
    """A metaclass whose classes take every *kind* for their own."""

    class Like(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, kind)

    return Like


def photograph(widget: QWidget, area: QRect | None = None, numbers: Sequence[QPoint] = ()) -> QPixmap:
    """Return *widget* with the menus that are open over it, numbers at their middles, cut to *area* of it."""
    picture = widget.grab()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for popup in QApplication.topLevelWidgets():
        if popup.isVisible() and popup.windowType() is Qt.WindowType.Popup and popup is not widget:
            painter.drawPixmap(widget.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab())
    for number, middle in enumerate(numbers, start=1):
        _number(painter, middle, str(number))
    painter.end()
    if area is None:
        return picture
    scale = picture.devicePixelRatio()
    area = area.intersected(widget.rect())
    return picture.copy(QRectF(area.topLeft() * scale, area.size() * scale).toRect())


def _number(painter: QPainter, middle: QPoint, number: str) -> None:
    font = QApplication.font()
    font.setPixelSize(14)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.setBrush(_MARK)
    painter.drawEllipse(middle, _RADIUS, _RADIUS)
    place = QRect(middle - QPoint(_RADIUS, _RADIUS), middle + QPoint(_RADIUS - 1, _RADIUS - 1))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number)


def keep(picture: QPixmap, file: Path) -> None:
    """Write a PNG of few colours, through a temporary file; one that is the same already stays untouched."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    if image.width > _WIDEST:
        size = (_WIDEST, round(image.height * _WIDEST / image.width))
        image = image.resize(size, Image.Resampling.LANCZOS)
    made = BytesIO()
    image.quantize(palette=_palette(image), dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    if file.is_file() and file.read_bytes() == made.getvalue():
        return
    temporary = file.with_name(f".{file.name}.part")
    temporary.write_bytes(made.getvalue())
    temporary.replace(file)


def _palette(image: Image.Image) -> Image.Image:
    """Return the colours that most of the picture has, exactly: a ground must not become another."""
    pixels = image.width * image.height
    chosen: list[tuple[int, int, int]] = []
    for count, colour in sorted(image.getcolors(pixels), reverse=True):
        if count >= _GROUND * pixels or all(_apart(colour, each) >= _APART for each in chosen):
            chosen.append(colour)
        if len(chosen) == _COLOURS:
            break
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in chosen for part in colour])
    return palette


def _apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))

"""The pictures that windows show: read from the library and decoded away from the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from bulletin_desktop.document.picture_kinds import drawing_size, kind_of
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.preview.pictures import EDGE, MISSING, SAYS

CAP = 96 * 1024 * 1024  # bytes of decoded pictures kept: ten whole pages at 200 dots an inch
_STEPS = (256, 512, 1024, 2048)  # pixels across they are decoded for; beyond the last, as they are
_WHOLE = 1 << 30


class PictureStore(QObject):
    """Gives pictures by their SHA-256. One that is not there yet is asked for, and `loaded` told of it."""

    loaded = Signal()

    def __init__(self, backend: Backend, parent: QObject | None = None, cap: int = CAP) -> None:
        super().__init__(parent)
        self._backend = backend
        self._lane = Lane("pictures", self)
        self._cap = cap
        self._closed = False
        self._images: OrderedDict[str, tuple[int, QImage]] = OrderedDict()  # for how many pixels across
        self._asked: set[tuple[str, int]] = set()
        self._missing: set[str] = set()

    def image(self, sha256: str, pixels: int = _WHOLE) -> QImage | None:
        """Return a picture fit to be painted *pixels* across, or a coarser one, or None, while it loads.

        None for good if the library does not have it, until `forget_missing`.
        """
        wanted = next((step for step in _STEPS if step >= pixels), _WHOLE)
        known, image = self._images.get(sha256, (0, None))
        if image is not None:
            self._images.move_to_end(sha256)
        if known < wanted and sha256 not in self._missing and not self._closed:
            self._ask(sha256, wanted)
        return image

    def forget_missing(self) -> None:
        """Ask again for pictures that were not there: one may have been added since."""
        self._missing.clear()

    def shut_down(self) -> None:
        """End the thread; nothing is loaded any more."""
        self._closed = True
        self._lane.close()

    def _ask(self, sha256: str, wanted: int) -> None:
        if (sha256, wanted) in self._asked:
            return
        self._asked.add((sha256, wanted))
        self._backend.submit(
            _content,
            sha256,
            done=lambda content: self._decode(sha256, wanted, content),
            failed=lambda error: self._unreadable(sha256, wanted, error),
        )

    def _decode(self, sha256: str, wanted: int, content: bytes | None) -> None:
        if content is None or self._closed:
            self._receive(sha256, wanted, QImage())
            return
        self._lane.run(decoded, content, wanted, done=lambda image: self._receive(sha256, wanted, image))

    def _unreadable(self, sha256: str, wanted: int, error: Exception) -> None:
        """A library that cannot be read says so where text is saved; here a box stands for the picture."""
        self._receive(sha256, wanted, QImage())
        if not isinstance(error, UserError):
            raise error

    def _receive(self, sha256: str, wanted: int, image: QImage) -> None:
        self._asked.discard((sha256, wanted))
        if image.isNull():
            self._missing.add(sha256)
        elif self._images.get(sha256, (0, None))[0] < wanted:
            self._images[sha256] = wanted, image
            self._images.move_to_end(sha256)
            self._shrink()
        self.loaded.emit()

    def _shrink(self) -> None:
        """Give up what was not shown for longest; the last one stays, however large."""
        total = sum(image.sizeInBytes() for _, image in self._images.values())
        while total > self._cap and len(self._images) > 1:
            _, (_, image) = self._images.popitem(last=False)
            total -= image.sizeInBytes()


def decoded(content: bytes, pixels: int = _WHOLE) -> QImage:
    """Return a picture, at most *pixels* across; a null one if it cannot be read.

    Qt refuses by itself to allocate more than 256 MB for one (QImageReader.allocationLimit). For a drawing of
    Windows, which Qt cannot show, it is a sign that says so.
    """
    kind = kind_of(content)
    if kind is not None and kind.is_drawing:
        return _sign(kind.upper(), QSize(*drawing_size(content)), min(max(pixels, _STEPS[0]), _STEPS[2]))
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid() and size.width() > pixels:
        reader.setScaledSize(size.scaled(QSize(pixels, _WHOLE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _sign(name: str, shape: QSize, pixels: int) -> QImage:
    """A box of the drawing's shape that says what stands there in Word."""
    size = shape.scaled(QSize(pixels, _WHOLE), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(
        size.boundedTo(QSize(pixels, 2 * pixels)).expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32
    )
    image.fill(QColor(f"#{MISSING}"))
    with QPainter(image) as painter:
        painter.setPen(QColor(f"#{EDGE}"))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        font = painter.font()
        font.setPixelSize(max(8, pixels // 22))
        painter.setFont(font)
        painter.setPen(QColor(f"#{SAYS}"))
        words = QCoreApplication.translate("Objects", "{kind} picture\nWord shows it").format(kind=name)
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, words)
    return image


def _content(desk: Any, sha256: str) -> bytes | None:
    return desk.some_pictures((sha256,)).get(sha256)

"""Pictures of a manuscript, small: decoded one at a time once the window has nothing else to do."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from bulletin_desktop.gui.picture_store import decoded
from bulletin_desktop.intake.pasted import FoundPicture

SIZE = QSize(192, 96)  # logical pixels a thumbnail takes at most
_PIXELS = 384  # across, for sharp ones at 200 %
_KEPT = 200
_LARGEST = 64 * 1024 * 1024  # bytes of a file that is looked into


class Thumbnails(QObject):
    """Gives small images of pictures found in manuscripts; `loaded` tells that one more is there."""

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: dict[int, tuple[FoundPicture, QImage]] = {}  # by identity: their bytes are not compared
        self._waiting: deque[FoundPicture] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._decode)

    def image(self, picture: FoundPicture) -> QImage | None:
        """Return a small image, a null one of what cannot be shown; None while it is being made."""
        known = self._images.get(id(picture))
        if known is not None:
            return known[1]
        if not any(each is picture for each in self._waiting):
            self._waiting.append(picture)
            self._timer.start(0)
        return None

    def known(self, picture: FoundPicture) -> QImage | None:
        """Return the same if it is there already; it is not asked for."""
        known = self._images.get(id(picture))
        return known[1] if known is not None else None

    def _decode(self) -> None:
        picture = self._waiting.popleft()
        if len(self._images) >= _KEPT:
            self._images.pop(next(iter(self._images)))
        self._images[id(picture)] = picture, _small(picture)
        self.loaded.emit()
        if self._waiting:
            self._timer.start(0)


def fitted(image: QImage) -> QSize:
    """Return the logical size an image is shown at."""
    return image.size().scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(image.size())


def _small(picture: FoundPicture) -> QImage:
    content = picture.content
    try:
        if content is not None and not isinstance(content, bytes):
            content = content.read_bytes() if content.stat().st_size <= _LARGEST else None
    except OSError:
        content = None
    return decoded(content, _PIXELS) if content else QImage()

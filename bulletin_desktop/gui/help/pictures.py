"""The pictures in the help's pages: fitted to the page, sharp, dimmed in the dark as paper is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.help import pages


class Pictures(QPyTextObject):
    """Draws the pictures of *document* from the help's own folder; a name that leads elsewhere is nothing."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._palette = palette
        self._sizes: dict[str, QSize] = {}
        self._drawn: dict[str, QImage] = {}  # each as large as it was drawn last
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours of a scheme that was chosen."""
        self._palette = palette

    def let_go(self) -> None:
        """Keep no picture of a page that is left."""
        self._drawn.clear()

    def intrinsicSize(self, document: QTextDocument, position: int, look: QTextFormat) -> QSizeF:
        """As large as it was taken, or as wide as the page."""
        natural = QSizeF(self._natural(_name(look))) / pages.PICTURE_SCALE
        block = document.findBlock(position)
        depth = block.blockFormat().indent() + (block.textList().format().indent() if block.textList() else 0)
        room = document.textWidth() - 2 * document.documentMargin() - depth * document.indentWidth()
        return natural * min(1.0, max(room, 1.0) / natural.width()) if not natural.isEmpty() else QSizeF()

    def drawObject(
        self, painter: QPainter, place: QRectF, _document: QTextDocument, _position: int, look: QTextFormat
    ) -> None:
        if place.isEmpty():
            return
        pixels = painter.deviceTransform().mapRect(place).size().toSize()
        t = theme.tokens(self._palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._scaled(_name(look), pixels))
        if t.dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(place, t.paper)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(t.line)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.restore()

    def _natural(self, name: str) -> QSize:
        if name not in self._sizes:
            file = pages.picture(name)
            self._sizes[name] = QImageReader(str(file)).size() if file else QSize()
        return self._sizes[name]

    def _scaled(self, name: str, pixels: QSize) -> QImage:
        """Return the picture in the pixels it is drawn in, if it has so many: the painter would blur it."""
        pixels = pixels.boundedTo(self._natural(name))
        if name not in self._drawn or self._drawn[name].size() != pixels:
            image = QImage(str(pages.picture(name)))
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._drawn[name] = image.scaled(pixels, *ways)
        return self._drawn[name]


def _name(look: QTextFormat) -> str:
    return QTextImageFormat(look).name()

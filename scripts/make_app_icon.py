"""Write packaging/launcher/app.ico from resources/brand/app.svg, in every size Windows shows."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # pixels: 16, 24 and 32 at 100 to 200 %, and the large ones


def main() -> None:
    """Draw each size and put them into one file."""
    application = QGuiApplication(["icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(ROOT / "resources/brand/app.svg"))
    pictures = [(size, drawn(renderer, size)) for size in SIZES]
    (ROOT / "packaging/launcher/app.ico").write_bytes(icon(pictures))
    del application


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a PNG of *size* pixels."""
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def icon(pictures: list[tuple[int, bytes]]) -> bytes:
    """Return an icon file of PNG *pictures* with their sizes (Windows has taken PNG since Vista)."""
    out = io.BytesIO()
    out.write(struct.pack("<HHH", 0, 1, len(pictures)))
    place = 6 + 16 * len(pictures)
    for size, png in pictures:
        out.write(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), place))
        place += len(png)
    out.write(b"".join(png for _size, png in pictures))
    return out.getvalue()


if __name__ == "__main__":
    main()

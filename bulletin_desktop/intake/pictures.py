"""A picture from outside to what is printed: PNG, JPEG or a drawing, upright, no finer than paper shows.

What Word shows as it is stays byte for byte as it came. All else is decoded and written anew, so what is
kept then is the printed version; the file it came from is never touched.
"""

from __future__ import annotations

import io
import math
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop.document.picture_kinds import drawing_size, kind_of
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import reader
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 128 * 1024 * 1024  # bytes; an A4 page scanned in colour at 600 dpi takes 105 MB as plain TIFF
MOST_PIXELS = 80_000_000  # an A3 page at 600 dpi has 70 million; taking 80 in needs up to 720 MB for seconds
MOST_WEBP_PIXELS = 25_000_000  # its decoder needs twice the memory, and nobody scans to WebP
FINEST = (2480, 3508)  # pixels of a whole A4 page at 300 dpi, across and down
USUAL_DPI = 96  # what Word takes a picture for that does not say

_GZIP = b"\x1f\x8b"
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_JPEGS = ("JPEG", "MPO")  # MPO: what Pillow calls a JPEG with further pictures behind it
_MOST_SCANS = 100  # a progressive JPEG has about ten; thousands of them are made to keep a reader busy
_CREDIBLE_DPI = (30, 2400)
_QUALITY = 92
_ORIENTATION = 0x0112  # the Exif tag
_ON_THEIR_SIDE = (5, 6, 7, 8)
_PLAIN_MODES = {
    "1": "L", "P": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA",
    "RGBX": "RGB", "CMYK": "RGB", "YCbCr": "RGB", "LAB": "RGB", "HSV": "RGB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printable:
    """A picture as it is kept and printed. *format* is a `PictureKind`, *dpi* pixels an inch."""

    content: bytes
    format: str
    width: int  # pixels
    height: int
    dpi: tuple[float, float] = (USUAL_DPI, USUAL_DPI)


def read(path: Path) -> bytes:
    """Return the bytes of the file at *path*. Raises `UserError` if it cannot be read or is too large."""
    data = reader.raw(path, LARGEST)
    _check_length(data)
    return data


def printable(content: bytes) -> Printable:
    """Return a picture ready to be kept: PNG, JPEG, GIF (its first frame), BMP, TIFF or WebP, by content.

    PNG and JPEG that are upright, of 8 bits a channel, not in printing colours (CMYK) and within `FINEST`
    keep their bytes. Others become JPEG if they were, else PNG. Raises `UserError` for what is none of
    these, is damaged, or has more than `MOST_PIXELS`. Windows' drawings (EMF, WMF, packed or not) stay
    as they are: nothing here can draw them.
    """
    from PIL import Image

    _check_length(content)
    if drawing := _drawing(content):
        return drawing
    if content.startswith(b"\xff\xd8") and content.count(b"\xff\xda") > _MOST_SCANS:
        raise _unreadable()
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            _check_size(image)
            return _taken(image, content)
    except UserError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except Exception as problem:  # a decoder fails in as many ways as there are damaged files
        raise _unreadable() from problem


def kept(content: bytes) -> Printable:
    """Return a picture that another library has kept; a JPEG by its head alone: it was decoded there once.

    Raises `UserError` if it is none of those `printable` leaves as they are.
    """
    from PIL import Image

    _check_length(content)
    drawing = _drawing(content)
    if drawing is not None and drawing.content == content:
        return drawing
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "MPO")) as image:
            if image.width * image.height <= MOST_PIXELS and _stays(image, content):
                return _as_it_is(image, content)
    except Exception as problem:
        raise _unreadable() from problem
    raise _unreadable()


def _drawing(content: bytes) -> Printable | None:
    """A drawing of Windows as it is kept, unpacked if it was packed."""
    if content.startswith(_GZIP):
        try:
            content = zlib.decompressobj(wbits=31).decompress(content, LARGEST)
        except zlib.error:
            return None
    kind = kind_of(content)
    if kind is None or not kind.is_drawing:
        return None
    across, down = (max(1, round(length / 254 * USUAL_DPI)) for length in drawing_size(content))
    return Printable(content, kind, across, down)


def _check_length(content: bytes) -> None:
    if len(content) > LARGEST:
        raise UserError(
            "The picture is larger than {limit} MB and was not taken in. "
            "Save it smaller in a picture program, then insert it.",
            limit=LARGEST // (1024 * 1024),
        )


def _check_size(image: Image) -> None:
    most = MOST_WEBP_PIXELS if image.format == "WEBP" else MOST_PIXELS
    if image.width * image.height > most:
        raise _too_many_pixels(most)


def _too_many_pixels(most: int = MOST_PIXELS) -> UserError:
    return UserError(
        "The picture has more than {limit} million pixels and was not taken in. A printed page shows 9 "
        "million. Save it smaller in a picture program, then insert it.",
        limit=most // 1_000_000,
    )


def _unreadable() -> UserError:
    return UserError(
        "This is no picture that can be read (PNG, JPEG, GIF, BMP, TIFF or WebP), or it is damaged. "
        "Nothing was inserted. Open it in a picture program, save it as PNG, and insert that."
    )


def _taken(image: Image, content: bytes) -> Printable:
    if _stays(image, content):
        image.load()  # a damaged one is found out here, not when it is printed
        return _as_it_is(image, content)
    box = FINEST[::-1] if _orientation(image) in _ON_THEIR_SIDE else FINEST
    fine = image.width > box[0] or image.height > box[1]
    return _remade(image, image.format in _JPEGS, box if fine else None, _dpi(image))


def _stays(image: Image, content: bytes) -> bool:
    """Whether a picture keeps its bytes."""
    fine = image.width > FINEST[0] or image.height > FINEST[1]
    upright = image.format in ("PNG", *_JPEGS) and _orientation(image) == 1
    return upright and not fine and _shown_by_word(image, content)


def _as_it_is(image: Image, content: bytes) -> Printable:
    kind = "jpeg" if image.format in _JPEGS else "png"
    return Printable(content, kind, image.width, image.height, _dpi(image))


def _orientation(image: Image) -> int:
    return int(image.getexif().get(_ORIENTATION, 1))


def _shown_by_word(image: Image, content: bytes) -> bool:
    if image.format in _JPEGS:
        return image.mode in ("L", "RGB")
    return content[24] <= 8  # bits a channel: the IHDR chunk stands first (PNG specification, 11.2.1)


def _remade(image: Image, jpeg: bool, box: tuple[int, int] | None, dpi: tuple[float, float]) -> Printable:
    """Decode, scale into *box*, turn upright, and encode."""
    from PIL import ImageOps

    before = image.size
    if not jpeg:  # of a JPEG only as much is decoded as the smaller size needs
        image = _plain(image, mixes=box is not None)
    if box is not None:
        image.thumbnail(box, reducing_gap=2.0)
    image.load()
    dpi = dpi[0] * image.width / before[0], dpi[1] * image.height / before[1]
    if image.getexif().get(_ORIENTATION, 1) in _ON_THEIR_SIDE:
        dpi = dpi[::-1]
    image = _plain(ImageOps.exif_transpose(image), mixes=False)
    out = io.BytesIO()
    profile = image.info.get("icc_profile") if image.mode == "RGB" else None
    if jpeg:
        image.save(out, "JPEG", quality=_QUALITY, dpi=_whole(dpi), icc_profile=profile)
    else:
        image.save(out, "PNG", dpi=dpi, icc_profile=profile, exif=b"")
    return Printable(out.getvalue(), "jpeg" if jpeg else "png", image.width, image.height, dpi)


def _plain(image: Image, mixes: bool) -> Image:
    """Return *image* in 8 bits a channel and grey or RGB; if it *mixes*, so that pixels can be averaged."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("L", "LA", "RGB", "RGBA") or (image.mode == "1" and not mixes):
        return image
    target = _PLAIN_MODES.get(image.mode)
    if target is None:
        raise _unreadable()
    if target == "RGB":
        image.info.pop("icc_profile", None)  # it speaks of the colours before
    return image.convert(target)


def _dpi(image: Image) -> tuple[float, float]:
    try:
        across, down = (float(value) for value in image.info.get("dpi", ()))
    except (TypeError, ValueError, ZeroDivisionError):
        return USUAL_DPI, USUAL_DPI
    least, most = _CREDIBLE_DPI
    if not all(math.isfinite(value) and least <= value <= most for value in (across, down)):
        return USUAL_DPI, USUAL_DPI
    return across, down


def _whole(dpi: tuple[float, float]) -> tuple[int, int]:
    """JFIF keeps whole numbers."""
    return max(1, round(dpi[0])), max(1, round(dpi[1]))

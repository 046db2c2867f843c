"""Pictures into the library, and which of them an issue prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Picture
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import pictures as intake
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.library.library import Library
from bulletin_desktop.values import dataclass

TENTHS_PER_INCH = 254
TEXT_WIDTH = 1560  # tenths of a millimetre; GB/T 9704-2012, 5.2.1


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """A picture in the library. *pixels* and *dpi* (pixels an inch) are across and down."""

    sha256: str
    format: str  # png, jpeg, emf or wmf
    pixels: tuple[int, int]
    dpi: tuple[float, float]

    @property
    def size(self) -> tuple[int, int]:
        """The size it says it has, in tenths of a millimetre, for `model.Picture`."""
        across, down = (
            max(1, round(pixels / dpi * TENTHS_PER_INCH))
            for pixels, dpi in zip(self.pixels, self.dpi, strict=True)
        )
        return across, down


def prepared(source: Path | bytes) -> bytes:
    """Return a picture, from a file or bytes, as `Desk.add_picture` will keep it: the slow part, anywhere."""
    content = intake.read(source) if isinstance(source, Path) else source
    return intake.printable(content).content


def add(library: Library, content: bytes) -> PictureInfo:
    """Take in a picture and store it once; see `Desk.add_picture`."""
    taken = intake.printable(content)
    with library.writing():
        sha256 = library.pictures.add(taken.content, taken.format, taken.width, taken.height)
    return PictureInfo(sha256, taken.format, (taken.width, taken.height), taken.dpi)


def taken_by(
    add_picture: Callable[[bytes], PictureInfo], text_width: int = TEXT_WIDTH
) -> Callable[[FoundPicture], Picture | None]:
    """Return what keeps a manuscript's picture by *add_picture*; one that cannot be kept is None."""

    def take(found: FoundPicture) -> Picture | None:
        try:
            content = found.content if isinstance(found.content, bytes) else prepared(found.content or b"")
            return sized(add_picture(content), text_width, found)
        except UserError:
            return None

    return take


def sized(info: PictureInfo, text_width: int, part: FoundPicture | None = None) -> Picture:
    """Return a picture in the size it says it has, or its place in the file; it is no wider than the text."""
    across, down = (pixels / dpi * TENTHS_PER_INCH for pixels, dpi in zip(info.pixels, info.dpi, strict=True))
    if part is not None and part.width:
        across, down = float(part.width), part.height or down * part.width / across
    scale = min(1.0, text_width / across)
    width, height = max(1, round(across * scale)), max(1, round(down * scale))
    return Picture(new_id(), info.sha256, width, height, part.caption if part else "")


def named(issue: Issue) -> tuple[str, ...]:
    """Return the SHA-256 of every picture in *issue*, once each, in print order."""
    return tuple(dict.fromkeys(sha256 for article in issue.articles() for sha256 in named_by(article)))


def named_by(article: Article) -> tuple[str, ...]:
    """Return the SHA-256 of every picture in *article*, in print order."""
    return tuple(block.sha256 for block in article.blocks if isinstance(block, Picture))

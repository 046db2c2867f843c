"""What was pasted, as parts of an article, and what of it was left out."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from bulletin_desktop.document.model import Paragraph, Table
from bulletin_desktop.values import dataclass

Content = bytes | Path
MOST_PARAGRAPHS = 3_000  # more is a book, and 5,000 take the editor a second
MOST_CHARACTERS = 500_000


class TooLong(ValueError):  # noqa: N818 - a sentence for the person where it is caught
    """More than any article has: what was pasted is a book, or made to keep its reader busy."""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture that is still to be taken in. Sizes are in tenths of a millimetre, 0 where it does not say.

    *content* None is the picture that lies on the clipboard beside the HTML.
    """

    content: Content | None
    width: int = 0
    height: int = 0
    caption: str = ""


Part = Paragraph | Table | FoundPicture


@dataclass(frozen=True, slots=True)
class Losses:
    """How many things of each kind were left out."""

    web_pictures: int = 0
    pictures: int = 0  # that are not there or cannot be read
    formats: int = 0  # fonts, sizes and colours beside the first
    links: int = 0  # whose words stayed
    deletions: int = 0  # tracked
    comments: int = 0
    hidden: int = 0
    embedded: int = 0  # films, frames, drawings
    cell_pictures: int = 0  # that stand behind their table now
    rows: int = 0  # of tables, beyond the most
    columns: int = 0
    markup: int = 0  # 1 where only the text of HTML was taken


@dataclass(frozen=True, slots=True)
class Pasted:
    """Parts in order. At an open end the first or last paragraph is only a part of one."""

    parts: tuple[Part, ...]
    open_start: bool = True
    open_end: bool = True
    losses: Losses = field(default_factory=Losses)

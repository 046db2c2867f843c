"""What is pasted, from the clipboard's HTML or text to a part of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Block, Table
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import html, pasted_table
from bulletin_desktop.intake.pasted import (
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    Content,
    FoundPicture,
    Losses,
    Part,
    Pasted,
    TooLong,
)
from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS
from bulletin_desktop.services import pictures
from bulletin_desktop.services.pictures import PictureInfo
from bulletin_desktop.values import dataclass

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Clip:
    """What lies on the clipboard. *image* is a picture beside the HTML, encoded."""

    html: str = ""
    text: str = ""
    image: bytes | None = None


def read(clip: Clip) -> Pasted | None:
    """Return what *clip* shows; None if its text is all there is to it. Pictures are still as they came.

    Raises `UserError` if it is more than an article holds.
    """
    try:
        if clip.html.strip():
            single = clip.image is not None and clip.html.lower().count("<img") == 1
            found = html.read(clip.html, image=single)
            if found.parts:
                return replace(found, parts=tuple(_beside(part, clip.image) for part in found.parts))
        return _plain(clip.text)
    except html.TooComplex:
        found = _plain(clip.text) or Pasted(())
        return replace(found, losses=replace(found.losses, markup=1))
    except TooLong:
        raise UserError(
            "What is on the clipboard has more than {paragraphs} paragraphs or {characters} characters, more "
            "than an article holds. Nothing was pasted. Take it in as manuscripts.",
            paragraphs=MOST_PARAGRAPHS,
            characters=MOST_CHARACTERS,
        ) from None


def table(clip: Clip) -> tuple[Table, Losses] | None:
    """Return the first table of *clip*, or its text as a table of one cell or more; None if it is empty."""
    found = None
    if "<table" in clip.html.lower():
        with suppress(html.TooComplex, TooLong):
            found = html.read(clip.html)
    made = next((part for part in found.parts if isinstance(part, Table)), None) if found else None
    if found is not None and made is not None:
        return made, found.losses
    if not clip.text.strip():
        return None
    plain = _table(pasted_table.rows(clip.text))
    (made,) = (part for part in plain.parts if isinstance(part, Table))
    return made, plain.losses


def with_pictures_ready(found: Pasted) -> Pasted:
    """Read and convert the pictures: the slow part, anywhere. One that cannot be taken in is counted."""
    parts: list[Part] = []
    lost = found.losses.pictures
    for part in found.parts:
        if not isinstance(part, FoundPicture):
            parts.append(part)
            continue
        try:
            parts.append(replace(part, content=pictures.prepared(_content(part))))
        except UserError:
            lost += 1
    return replace(found, parts=tuple(parts), losses=replace(found.losses, pictures=lost))


def contents(found: Pasted) -> tuple[bytes, ...]:
    """Return the pictures that are to be kept in the library, those of `with_pictures_ready`."""
    return tuple(
        part.content
        for part in found.parts
        if isinstance(part, FoundPicture) and isinstance(part.content, bytes)
    )


def fragment(found: Pasted, infos: Mapping[bytes, PictureInfo], text_width: int) -> Fragment:
    """Return *found* as a part of an article. *infos* are the pictures in the library by their contents,
    *text_width* is the page's in tenths of a millimetre.
    """
    blocks: list[Block] = []
    for part in found.parts:
        if not isinstance(part, FoundPicture):
            blocks.append(part)
        elif isinstance(part.content, bytes) and part.content in infos:
            blocks.append(pictures.sized(infos[part.content], text_width, part))
    return Fragment(tuple(blocks), found.open_start, found.open_end)


def _beside(part: Part, image: bytes | None) -> Part:
    if isinstance(part, FoundPicture) and part.content is None and image is not None:
        return replace(part, content=image)
    return part


def _content(part: FoundPicture) -> Content:
    assert part.content is not None  # `read` has put the one beside in its place
    return part.content


def _plain(text: str) -> Pasted | None:
    """Cells with tabs between them are a table; other text is None. Raises `TooLong`."""
    lines = [line for line in _LINE_ENDS.split(text[:MOST_CHARACTERS]) if line.strip()]
    if pasted_table.is_table(lines):
        return _table(pasted_table.rows(text))
    if len(text) > MOST_CHARACTERS or len(lines) > MOST_PARAGRAPHS:
        raise TooLong
    return None


def _table(rows: Sequence[Sequence[str]]) -> Pasted:
    columns = max(map(len, rows))
    losses = Losses(rows=max(0, len(rows) - MOST_ROWS), columns=max(0, columns - MOST_COLUMNS))
    kept = [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]]
    empty = tables.plain(new_id(), len(kept), min(columns, MOST_COLUMNS))
    return Pasted((tables.with_texts(empty, 0, 0, kept),), False, False, losses)

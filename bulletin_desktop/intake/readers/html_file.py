"""HTML files: saved web pages, and what Word and WPS save as a web page.

Nothing is fetched and no other file is opened: pictures come from the page itself or not at all. What was
copied and has no name may have the pictures that Word and WPS put into the folder for temporary files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.model import CellAlign, Mark, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.encoding import Decoded
from bulletin_desktop.intake.html import TooComplex, TooLong, tables, text
from bulletin_desktop.intake.html.source import prepared
from bulletin_desktop.intake.html.walk import RawParagraph, RawTable, Walk
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.marks import FACES, throughout
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, encoding_unclear, unreadable
from bulletin_desktop.intake.source import Item, Line, Look, Source, Style, Tally, Told

MOST_PARAGRAPHS = 30_000
MOST_CHARACTERS = 3_000_000

_HEAD = 4096
_META = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_PROLOGUE = re.compile(rb"""<\?xml\b[^>]*?encoding\s*=\s*["']([A-Za-z0-9_-]+)""", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,400})", re.IGNORECASE)
_SIZE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*(pt|px)")
_POINTS = {"pt": 1.0, "px": 0.75}
_TOLD = {
    "web_pictures": Told.WEB_PICTURES,
    "pictures": Told.PICTURES,
    "deletions": Told.DELETIONS,
    "comments": Told.COMMENTS,
    "hidden": Told.HIDDEN,
    "embedded": Told.OBJECTS,
    "cell_pictures": Told.CELL_PICTURES,
    "rows": Told.ROWS,
    "columns": Told.COLUMNS,
}


def read(file: File) -> Source:
    """Return what the page shows. Raises `UserError`, `EncodingUnclear`."""
    try:
        found = decoded(file.content, "", file.encoding)
    except encoding.Unclear as problem:
        raise encoding_unclear(file, problem.choices) from None
    except encoding.NotText:
        raise unreadable(file, Kind.HTML) from None
    return source(file, found)


def decoded(content: bytes, charset: str = "", chosen: str = "") -> Decoded:
    """Return a page's text; *charset* is what was said of it outside. Raises as `encoding.read` does."""
    head = content[:_HEAD]
    said = _META.search(head) or _PROLOGUE.search(head)
    declared = charset or (said[1].decode("ascii") if said else "")
    return encoding.read_declared(content, declared, chosen)


def source(file: File, found: Decoded) -> Source:
    """Return what a page shows whose text is *found*. Raises `UserError`."""
    try:
        page = prepared(found.text)
        walk = Walk(
            page,
            image=False,
            local=not file.name,  # what was copied: Word and WPS put its pictures beside it
            most_paragraphs=MOST_PARAGRAPHS,
            most_characters=MOST_CHARACTERS,
        )
        walk.run()
        items = tuple(_items(walk))
    except (TooComplex, TooLong):
        raise UserError(
            "{name} is a web page of more than any article has, or made to keep its reader busy, and was not "
            "read. Open it in a browser, select what is needed, copy, and paste it here.",
            name=file.name,
        ) from None
    if not items:
        raise UserError(
            "{name} is a web page that shows no text of its own: it may load it when it is opened. Open it "
            "in a browser, select what is needed, copy, and paste it here.",
            name=file.name,
        )
    tally = Tally()
    for name, told in _TOLD.items():
        tally.add(told, walk.counts[name])
    tally.add(Told.UNREADABLE, found.unreadable)
    title = _TITLE.search(found.text[: 16 * _HEAD])
    return Source(
        items, told=tally.told(), title=" ".join(title[1].split()) if title else "", encoding=found.encoding
    )


def _items(walk: Walk) -> Iterator[Item]:
    for part in walk.parts:
        match part:
            case RawParagraph():
                if spans := text.spans(part):
                    yield Line(tuple(spans), _look(part, spans))
            case RawTable():
                table, pictures = tables.table(walk, part)
                if table is not None:
                    yield table
                yield from pictures
            case FoundPicture():
                yield part


def _look(raw: RawParagraph, spans: list[Span]) -> Look:
    look = raw.runs[0].look
    style = Style.HEADING if look.level else Style.NONE
    if look.role in ("caption", "quote"):
        style = Style(look.role)
    size = _SIZE.search(look.size)
    label = raw.label if spans[0].text.startswith(raw.label) else ""
    everywhere = throughout(spans)
    return Look(
        style,
        level=look.level,
        align=look.align or CellAlign.LEFT,
        size=float(size[1]) * _POINTS[size[2]] if size else 0.0,
        bold=Mark.BOLD in everywhere,
        face="" if not everywhere & FACES else look.family,
        numbered=len(label),
    )

"""What a walk through HTML has gathered, as parts of an article: roles, and marks only where they mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import CellAlign, Mark, Paragraph, Role, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake import patterns, shapes
from bulletin_desktop.intake.html import tables, text
from bulletin_desktop.intake.html.walk import Raw, RawParagraph, RawTable, Walk
from bulletin_desktop.intake.marks import FACES, throughout
from bulletin_desktop.intake.pasted import FoundPicture, Losses, Part, Pasted
from bulletin_desktop.intake.shapes import Shape

_HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)
_HIGHEST_LISTED = 2
_SIGNATURE = 30  # characters at most


def pasted(walk: Walk) -> Pasted:
    """Return what *walk* has gathered."""
    parts = _captioned(list(_parts(walk)))
    open_start, open_end = bool(walk.open_start), walk.open_end
    if len(parts) == 1 and isinstance(parts[0], Paragraph) and parts[0].role is Role.BODY:
        open_start = open_end = True  # a sentence out of a page: browsers copy the paragraph round it as well
    counts = walk.counts
    counts["formats"] = max(0, len(_dropped(walk.parts)) - 1)
    losses = Losses(**{each.name: counts[each.name] for each in fields(Losses)})
    return Pasted(tuple(parts), open_start, open_end, losses)


def _parts(walk: Walk) -> Iterator[Part]:
    raw = walk.parts
    for nth, part in enumerate(raw):
        match part:
            case RawParagraph():
                is_open = (nth == 0 and bool(walk.open_start)) or (nth == len(raw) - 1 and not part.closed)
                if spans := text.spans(part):
                    yield _paragraph(part, spans, is_open)
            case RawTable():
                table, pictures = tables.table(walk, part)
                if table is not None:
                    yield table
                yield from pictures
            case FoundPicture():
                yield part


def _paragraph(raw: RawParagraph, spans: Sequence[Span], is_open: bool) -> Paragraph:
    text = "".join(span.text for span in spans)
    role = _role(raw, text)
    drop = frozenset[Mark]()
    if role in _HEADINGS:
        drop = throughout(spans) & (FACES | {Mark.BOLD})
    elif not is_open:
        drop = throughout(spans) & FACES  # a whole paragraph's font is the template's to say
    return Paragraph(new_id(), role, normalise(Span(span.text, span.marks - drop) for span in spans))


def _role(raw: RawParagraph, text: str) -> Role:
    look = raw.runs[0].look
    numbered = patterns.heading(text)
    if look.role == "caption":
        return Role.CAPTION
    if look.level or (numbered and _heads(raw, text, numbered[0])):
        return _HEADINGS[(numbered[0] if numbered else look.level) - 1]
    if look.role == "quote":
        return Role.QUOTE
    if look.align is CellAlign.RIGHT and len(text) <= _SIGNATURE and not patterns.INSIDE.search(text):
        return Role.DATE if shapes.shape_of(text) is Shape.DATE else Role.SIGNATURE
    return Role.BODY


def _heads(raw: RawParagraph, text: str, level: int) -> bool:
    """Tell whether a numbered paragraph is a heading: 1. and （1） before items of a list are any list's."""
    return shapes.shape_of(text) is Shape.HEADING and not (raw.label and level > _HIGHEST_LISTED)


def _captioned(parts: list[Part]) -> list[Part]:
    """A caption below a picture is the picture's."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if isinstance(part, Paragraph) and part.role is Role.CAPTION and isinstance(before, FoundPicture):
            found[-1] = replace(before, caption=before.caption + part.text)
        else:
            found.append(part)
    return found


def _dropped(parts: Sequence[Raw]) -> set[tuple[str, str, str]]:
    """Fonts, sizes and colours of the text, but those of headings, and where 黑体 or 楷体 is kept."""
    return {
        run.look.dropped
        for part in parts
        if isinstance(part, RawParagraph)
        for run in part.runs
        if run.text.strip() and not run.look.level and not run.look.marks & FACES
    }

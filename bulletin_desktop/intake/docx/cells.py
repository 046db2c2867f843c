"""What stands in a cell as its one line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bulletin_desktop.document.model import Mark, Span, Table
from bulletin_desktop.intake.characters import PUNCTUATION
from bulletin_desktop.intake.source import Item, Line

_RAISED = frozenset((Mark.SUPERSCRIPT,))
_ENDS = frozenset(PUNCTUATION) | frozenset(" \t\u3000")

Label = Callable[[int], str]


def flat(items: Sequence[Item], label: Label) -> list[Span]:
    """Return the text of a cell, its paragraphs and the cells of tables inside joined.

    No space where punctuation parts them already. *label* gives the number of a note: its reference is
    raised in the text, since a cell cannot say where its notes are.
    """
    spans: list[Span] = []
    for piece in _pieces(items, label):
        found = [span for span in piece if span.text]
        if not found:
            continue
        if spans and spans[-1].text[-1] not in _ENDS:
            spans.append(Span(" ", spans[-1].marks & found[0].marks))
        spans += found
    return spans


def notes_below(cells: Sequence[Sequence[Item]]) -> Iterator[Line]:
    """Yield an empty line with the notes that cells refer to, so that they stand below their table."""
    notes = tuple((0, note) for items in cells for line in _lines(items) for _, note in line.notes)
    if notes:
        yield Line((), notes=notes)


def _lines(items: Sequence[Item]) -> Iterator[Line]:
    return (item for item in items if isinstance(item, Line))


def _pieces(items: Sequence[Item], label: Label) -> Iterator[Sequence[Span]]:
    for item in items:
        if isinstance(item, Line):
            yield _with_references(item, label)
        elif isinstance(item, Table):
            yield from (cell.spans for row in item.rows for cell in row)


def _with_references(line: Line, label: Label) -> list[Span]:
    spans = _stripped(line.spans)
    if not line.notes:
        return spans
    return [*spans, *(Span(f"[{label(note)}]", _RAISED) for _, note in line.notes)]


def _stripped(spans: Sequence[Span]) -> list[Span]:
    found = [span for span in spans if span.text]
    if found:
        found[0] = Span(found[0].text.lstrip(" \t\u3000"), found[0].marks)
    if found:
        found[-1] = Span(found[-1].text.rstrip(" \t\u3000"), found[-1].marks)
    return found

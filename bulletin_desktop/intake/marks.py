"""Marks of characters on their way from a file to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletin_desktop.document.model import NO_MARKS, Mark, Span, Table
from bulletin_desktop.intake.recognition import Change, ReadLine

FACES = frozenset((Mark.HEITI, Mark.KAITI))


def throughout(spans: Sequence[Span]) -> frozenset[Mark]:
    """Return the marks that every visible character has."""
    marks = [span.marks for span in spans if span.text.strip()]
    return frozenset.intersection(*marks) if marks else frozenset()


def marked_text(line: ReadLine) -> tuple[Span, ...]:
    """Return a line's cleaned text with the marks its original had there; empty if there is none.

    What cleaning put in has the marks of the first character it stands for. The line break that splits a
    headline is part of the text.
    """
    if line.content is not None or not line.text:
        return ()
    if not line.marks:
        return (Span(line.text),)
    of = [NO_MARKS] * (len(line.original) + 1)
    for marked in line.marks:
        of[marked.start : marked.end] = [marked.marks] * (marked.end - marked.start)
    return _spans(line.original, of, line.changes, 0, len(line.original))


def cleaned_table(line: ReadLine, table: Table) -> Table:
    """Return a line's *table* with its cells as cleaned; what was put in is marked as in `marked_text`."""
    if not line.changes:
        return table
    of = [NO_MARKS] * (len(line.original) + 1)
    start, rows = 0, []
    for row in table.rows:
        cells = []
        for cell in row:
            end = start
            for span in cell.spans:
                of[end : end + len(span.text)] = [span.marks] * len(span.text)
                end += len(span.text)
            inside = [change for change in line.changes if start <= change.start and change.end <= end]
            spans = _spans(line.original, of, inside, start, end) if inside else cell.spans
            cells.append(replace(cell, spans=spans))
            start = end + 1
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows))


def _spans(
    original: str, of: Sequence[frozenset[Mark]], changes: Sequence[Change], start: int, end: int
) -> tuple[Span, ...]:
    spans: list[Span] = []
    for text, marks in _runs(original, of, changes, start, end):
        if spans and spans[-1].marks == marks:
            spans[-1] = Span(spans[-1].text + text, marks)
        elif text:
            spans.append(Span(text, marks))
    return tuple(spans)


def _runs(
    original: str, of: Sequence[frozenset[Mark]], changes: Sequence[Change], start: int, end: int
) -> Iterator[tuple[str, frozenset[Mark]]]:
    """Yield the cleaned text in pieces of one set of marks, none longer than a change lets it be."""
    position = start
    for change in changes:
        yield from zip(original[position : change.start], of[position : change.start], strict=True)
        yield change.after, of[change.start]
        position = change.end
    yield from zip(original[position:end], of[position:end], strict=True)

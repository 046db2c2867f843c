"""Marks of characters on their way from a file to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_desktop.document.model import NO_MARKS, Mark, Span
from bulletin_desktop.intake.recognition import ReadLine

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
    spans: list[Span] = []
    for text, marks in _runs(line):
        if spans and spans[-1].marks == marks:
            spans[-1] = Span(spans[-1].text + text, marks)
        elif text:
            spans.append(Span(text, marks))
    return tuple(spans)


def _runs(line: ReadLine) -> Iterator[tuple[str, frozenset[Mark]]]:
    """Yield the cleaned text in pieces of one set of marks, none longer than a change lets it be."""
    original = line.original
    of = [NO_MARKS] * (len(original) + 1)
    for marked in line.marks:
        of[marked.start : marked.end] = [marked.marks] * (marked.end - marked.start)
    position = 0
    for change in line.changes:
        yield from zip(original[position : change.start], of[position : change.start], strict=True)
        yield change.after, of[change.start]
        position = change.end
    yield from zip(original[position:], of[position:-1], strict=True)

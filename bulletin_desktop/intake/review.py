"""What a person does to a recognition on the review page: pure operations, each returning a new one.

Lines are named by their number, counted from 1; unknown numbers are ignored. Every result is legal:
the first line of text, and the first after a section's name, begins an article, and neither blank
lines nor lines set aside nor section names do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bulletin_desktop.document.model import Table
from bulletin_desktop.intake import cleaner, patterns, spaces
from bulletin_desktop.intake.recognition import Change, Doubt, Label, ReadLine, Recognition, Why, legal
from bulletin_desktop.intake.shapes import HEADLINE

HEADLINE_BREAK = "headline-break"  # the rule of a change made by `break_headline`

_TITLE = (Label.KICKER, Label.HEADLINE, Label.SUBTITLE)
_NOT_GIVEN = (Label.BLANK, Label.TABLE, Label.PICTURE)
_HEADINGS = (Label.HEADING1, Label.HEADING2, Label.HEADING3, Label.HEADING4)


def articles_of(recognition: Recognition) -> tuple[tuple[ReadLine, ...], ...]:
    """Return the lines of each article, in order, from its first to its last line of text."""
    return tuple(lines for _, lines in articles_in_sections(recognition))


def articles_in_sections(recognition: Recognition) -> tuple[tuple[str, tuple[ReadLine, ...]], ...]:
    """Return the same with the bare name of each article's section, empty before the first name."""
    return tuple((section, tuple(lines)) for section, lines in _articles(recognition.lines))


def bare_section(text: str) -> str:
    """Return a section's name without the marks that set it off."""
    return patterns.section_name(text) or text.strip().removesuffix("：")


def split(recognition: Recognition, number: int) -> Recognition:
    """Begin an article at the line; if it is short, it and the short lines below become the headline."""
    lines = list(recognition.lines)
    index = _content_from(lines, number - 1)
    if index is None:
        return recognition
    lines[index] = _said(lines[index], starts=True, joins=False, doubt=_without(lines[index], Doubt.BOUNDARY))
    for at in range(index, len(lines)):
        line = lines[at]
        if not _could_be_title(line) or (at > index and line.starts):
            break
        lines[at] = _said(line, label=Label.HEADLINE, doubt=_without(line, Doubt.BOUNDARY))
    return replace(recognition, lines=legal(lines))


def join(recognition: Recognition, number: int) -> Recognition:
    """Let the article of the line continue the one above; its headline becomes a heading.

    The first article, of the input or of a section, has none above it and stays as it is.
    """
    lines = list(recognition.lines)
    start = next((at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].starts), None)
    if start is None or not _article_above(lines, start):
        return recognition
    lines[start] = _said(lines[start], starts=False, doubt=Doubt.NONE)
    titles = []
    for at in range(start, len(lines)):
        if lines[at].starts:
            break
        if lines[at].label in _TITLE:
            titles.append(at)
    for at in titles:
        lines[at] = _said(lines[at], label=Label.HEADING1 if len(titles) == 1 else Label.BODY)
    return replace(recognition, lines=legal(lines))


def relabel(recognition: Recognition, numbers: Collection[int], label: Label) -> Recognition:
    """Give the lines another label. A title line above an article's first line joins it."""
    if label is Label.ASIDE:
        return set_aside(recognition, numbers)
    lines = list(recognition.lines)
    for at in sorted(_indices(lines, numbers), reverse=True):
        line = lines[at]
        if line.content is not None or label in _NOT_GIVEN or line.label is Label.BLANK:
            continue
        if line.label is not label or line.doubt:
            lines[at] = _said(line, label=label, why=Why.NONE, doubt=Doubt.NONE)
        below = _content_from(lines, at + 1)
        if label in _TITLE and below is not None and lines[below].starts and lines[below].label in _TITLE:
            lines[at] = replace(lines[at], starts=True)
            lines[below] = replace(lines[below], starts=False)
    return replace(recognition, lines=legal(lines))


def set_aside(recognition: Recognition, numbers: Collection[int], why: str = Why.BY_HAND) -> Recognition:
    """Set the lines aside; if one began an article, the next line of that article does."""
    lines = list(recognition.lines)
    for at in sorted(_indices(lines, numbers)):
        if lines[at].label is Label.BLANK:
            continue
        below = _content_from(lines, at + 1)
        if lines[at].starts and below is not None:
            lines[below] = replace(lines[below], starts=True)
        lines[at] = _said(lines[at], label=Label.ASIDE, why=why, starts=False, joins=False, doubt=Doubt.NONE)
    return replace(recognition, lines=legal(lines))


def restore(recognition: Recognition, numbers: Collection[int]) -> Recognition:
    """Take lines back that were set aside, as headings if they are numbered like one, else as body.

    What could be a title and stands right above an article's first line is the first of its headline.
    """
    lines = list(recognition.lines)
    for at in sorted(_indices(lines, numbers), reverse=True):
        if lines[at].label is not Label.ASIDE:
            continue
        if lines[at].content is not None:
            label = Label.TABLE if isinstance(lines[at].content, Table) else Label.PICTURE
            lines[at] = _said(lines[at], label=label, why=Why.NONE)
            continue
        found = patterns.heading(lines[at].text)
        short = len(lines[at].text) <= HEADLINE and not patterns.INSIDE.search(lines[at].text)
        label = _HEADINGS[found[0] - 1] if found and short else Label.BODY
        lines[at] = _said(lines[at], label=label, why=Why.NONE)
        below = _content_from(lines, at + 1)
        if below is not None and lines[below].starts and _could_be_title(lines[at]):
            lines[at] = replace(lines[at], label=Label.HEADLINE, starts=True)
            lines[below] = replace(lines[below], starts=False)
    return replace(recognition, lines=legal(lines))


def settle(recognition: Recognition, number: int) -> Recognition:
    """Clear the doubt of the line: it is right as it is."""
    lines = list(recognition.lines)
    for at in _indices(lines, (number,)):
        lines[at] = _said(lines[at], doubt=Doubt.NONE)
    return replace(recognition, lines=tuple(lines))


def break_headline(recognition: Recognition, number: int) -> Recognition:
    """Turn the spaces kept between the parts of a headline into line breaks of the headline."""
    lines = list(recognition.lines)
    for at in _indices(lines, (number,)):
        line = lines[at]
        gaps = [gap for gap in spaces.between_headlines(line.original) if not _is_changed(line, gap)]
        changes = sorted(
            (*line.changes, *(Change(*gap, "\n", HEADLINE_BREAK) for gap in gaps)), key=lambda c: c.start
        )
        text = cleaner.apply(line.original, changes)
        lines[at] = _said(line, text=text, changes=tuple(changes), label=Label.HEADLINE, doubt=Doubt.NONE)
    return replace(recognition, lines=legal(lines))


def merge(recognition: Recognition, numbers: Collection[int]) -> Recognition:
    """Make one paragraph, or one line of a headline, of the lines; if they are one already, part them.

    One line alone is merged with the one above. All take the label of the first; articles do not merge.
    """
    lines = list(recognition.lines)
    chosen = [at for at in sorted(_indices(lines, numbers)) if _is_text(lines[at])]
    if len(chosen) == 1:
        above = next((at for at in range(chosen[0] - 1, -1, -1) if lines[at].label is not Label.BLANK), None)
        chosen = [above, *chosen] if above is not None and _is_text(lines[above]) else []
    following = [at for at in chosen[1:] if not lines[at].starts]
    if not following:
        return recognition
    joins = not all(lines[at].joins for at in following)
    for at in following:
        label = lines[chosen[0]].label if joins else lines[at].label
        lines[at] = _said(lines[at], joins=joins, label=label, doubt=Doubt.NONE)
    return replace(recognition, lines=legal(lines))


def move_boundary(recognition: Recognition, number: int, down: bool) -> Recognition:
    """Let the article of the line begin one line of text later, or earlier.

    The line that goes over to the article above is text there; one that comes down from it is the headline's
    first line if it could be. No article is used up, and no section's boundary moves.
    """
    lines = list(recognition.lines)
    start = next((at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].starts), None)
    if start is None or not _article_above(lines, start):
        return recognition
    target = _content_from(lines, start + 1) if down else _content_before(lines, start)
    if (
        target is None
        or lines[target].starts
        or Label.SECTION in {line.label for line in lines[min(start, target) : max(start, target)]}
    ):
        return recognition
    lines[target] = _said(lines[target], starts=True, joins=False, doubt=Doubt.NONE)
    lines[start] = _said(lines[start], starts=False, doubt=_without(lines[start], Doubt.BOUNDARY))
    if down and lines[start].label in _TITLE:
        lines[start] = _said(lines[start], label=Label.BODY)
    if not down and _could_be_title(lines[target]):
        lines[target] = _said(lines[target], label=Label.HEADLINE)
    return replace(recognition, lines=legal(lines))


def _said(line: ReadLine, **fields: Any) -> ReadLine:
    """Return the line as a person wants it: no switch changes that, and nothing about it is uncertain."""
    return replace(line, decided=True, confidence=1.0, **fields)


def _is_text(line: ReadLine) -> bool:
    return line.content is None and line.label not in (Label.BLANK, Label.ASIDE, Label.SECTION)


def _is_changed(line: ReadLine, gap: tuple[int, int]) -> bool:
    return any(change.start < gap[1] and gap[0] < change.end for change in line.changes)


def _articles(lines: Sequence[ReadLine]) -> Iterator[tuple[str, list[ReadLine]]]:
    section, name = "", Label.SECTION
    held: list[ReadLine] = []
    for line in lines:
        starts, names = line.starts, line.label is name
        if starts or names:
            yield from _trimmed(section, held)
            held = []
        if names:
            section = bare_section(line.text)
        elif starts or held:
            held.append(line)
    yield from _trimmed(section, held)


def _trimmed(section: str, held: list[ReadLine]) -> Iterator[tuple[str, list[ReadLine]]]:
    while held and held[-1].label in (Label.BLANK, Label.ASIDE):
        held.pop()
    if held:
        yield section, held


def _article_above(lines: Sequence[ReadLine], start: int) -> bool:
    """Tell whether text stands above the line, in the same section."""
    quiet = (Label.BLANK, Label.ASIDE)
    above = next((lines[at].label for at in range(start - 1, -1, -1) if lines[at].label not in quiet), None)
    return above not in (None, Label.SECTION)


def _content_from(lines: Sequence[ReadLine], index: int) -> int | None:
    """Return the index of the first line of text at or after *index*."""
    contents = (
        at
        for at in range(max(index, 0), len(lines))
        if lines[at].label not in (Label.BLANK, Label.ASIDE, Label.SECTION)
    )
    return next(contents, None)


def _content_before(lines: Sequence[ReadLine], index: int) -> int | None:
    """Return the index of the last line of text before *index*."""
    quiet = (Label.BLANK, Label.ASIDE, Label.SECTION)
    return next((at for at in range(index - 1, -1, -1) if lines[at].label not in quiet), None)


def _indices(lines: Sequence[ReadLine], numbers: Collection[int]) -> list[int]:
    return [number - 1 for number in numbers if 0 < number <= len(lines)]


def _without(line: ReadLine, doubt: Doubt) -> str:
    return Doubt.NONE if line.doubt == doubt else line.doubt


def _could_be_title(line: ReadLine) -> bool:
    if line.label in _TITLE:
        return True
    plain = line.label in (Label.BODY, *_HEADINGS) and not patterns.heading(line.text)
    closed = patterns.INSIDE.search(line.text) or patterns.OPEN_END.search(line.text)
    return plain and not closed and 0 < len(line.text) <= HEADLINE

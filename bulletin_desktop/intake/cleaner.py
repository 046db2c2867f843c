"""Cleaning one line at a time: every rule a switch, every change on record.

A rule sees the line as the rules before it left it and answers which characters become what. Each
character keeps its place in the original, so that the changes of all rules together, applied to
the original, give exactly the cleaned text (`apply`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from bulletin_desktop.document.model import Span, Table
from bulletin_desktop.intake import punctuation, spaces
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Change, Doubt, Marked, ReadLine
from bulletin_desktop.intake.source import Item, Line


class Rule(StrEnum):
    """The switches of cleaning and of setting aside."""

    FORBIDDEN = "forbidden-characters"  # what XML, and so Word, cannot hold, and what has no width
    FULLWIDTH_LETTERS = "fullwidth-letters"
    QUOTES = "quotes"
    HALFWIDTH_PUNCTUATION = "halfwidth-punctuation"
    SPACES = "spaces"
    INDENT = "indent"
    WRAPPED_LINES = "wrapped-lines"  # marks lines as joined, changes no character
    WEB_NOISE = "web-noise"  # sets lines aside, changes no character


Switches = Collection[Rule]
ALL: frozenset[Rule] = frozenset(Rule)

_Edits = Iterable[tuple[int, str]]

_Rule = tuple[Rule, Callable[[str], _Edits]]

_CHARACTER_RULES: tuple[_Rule, ...] = (
    (Rule.FORBIDDEN, punctuation.forbidden),
    (Rule.FULLWIDTH_LETTERS, punctuation.fullwidth_letters),
    (Rule.QUOTES, punctuation.straight_quotes),
    (Rule.HALFWIDTH_PUNCTUATION, punctuation.halfwidth_marks),
    (Rule.INDENT, spaces.outer),
    (Rule.SPACES, spaces.inner),
)


def clean(items: Sequence[Item], switches: Switches = ALL) -> tuple[ReadLine, ...]:
    """Return every item, numbered from 1, with its cleaned text and the changes that led to it."""
    rules = [(rule, edits) for rule, edits in _CHARACTER_RULES if rule in switches]
    return tuple(_clean_item(number, item, rules) for number, item in enumerate(items, 1))


def apply(original: str, changes: Iterable[Change]) -> str:
    """Return *original* with *changes* made; they are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for change in changes:
        parts += (original[position : change.start], change.after)
        position = change.end
    return "".join(parts) + original[position:]


def _clean_item(number: int, item: Item, rules: Iterable[_Rule]) -> ReadLine:
    if not isinstance(item, Line):
        text = _as_text(item)
        return ReadLine(number, text, text, content=item)
    line = _clean_line(number, item.text, rules)
    return replace(line, look=item.look, marks=tuple(_marked(item.spans)))


def _as_text(item: Table | FoundPicture) -> str:
    if isinstance(item, FoundPicture):
        return item.caption
    return "\t".join(cell.text for row in item.rows for cell in row)


def _marked(spans: Iterable[Span]) -> Iterator[Marked]:
    start = 0
    for span in spans:
        end = start + len(span.text)
        if span.marks:
            yield Marked(start, end, span.marks)
        start = end


def _clean_line(number: int, original: str, rules: Iterable[_Rule]) -> ReadLine:
    now = list(original)
    by: dict[int, Rule] = {}
    places = list(range(len(original)))  # of the current text's characters in the original
    text = original
    for rule, edits in rules:
        touched = False
        for index, after in edits(text):
            place = places[index]
            now[place], by[place] = after, rule
            touched = True
        if touched:
            places = [place for place in places if now[place]]
            text = "".join(now)
    changes = tuple(_merged(Change(place, place + 1, now[place], by[place]) for place in sorted(by)))
    return ReadLine(number, original, text, changes, doubt=_doubt(text))


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield a run of deleted characters as one change."""
    held: Change | None = None
    for change in changes:
        if (
            held
            and not held.after
            and not change.after
            and held.end == change.start
            and held.rule == change.rule
        ):
            held = Change(held.start, change.end, "", held.rule)
            continue
        if held:
            yield held
        held = change
    if held:
        yield held


def _doubt(text: str) -> str:
    if "\ufffd" in text:
        return Doubt.UNREADABLE
    if punctuation.has_unpaired_quote(text):
        return Doubt.QUOTES
    return Doubt.NONE

"""Cleaning one line at a time: every rule a switch, every change on record.

A rule sees the line as the rules before it left it and answers which characters become what. Each
character keeps its place in the original, so that the changes of all rules together, applied to
the original, give exactly the cleaned text (`apply`). The rules are gone through until none of them
finds anything, so that cleaning what is clean changes nothing. The office's replacements come last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from bulletin_desktop.document.model import Span, Table
from bulletin_desktop.intake import punctuation, spaces
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Change, Doubt, Kept, Marked, ReadLine
from bulletin_desktop.intake.replacing import found
from bulletin_desktop.intake.source import Item, Line
from bulletin_desktop.values import dataclass


class Rule(StrEnum):
    """The switches of cleaning and of setting aside."""

    HALFWIDTH_PUNCTUATION = "halfwidth-punctuation"  # , : ; ? !
    HALFWIDTH_BRACKETS = "halfwidth-brackets"
    POINTS = "points"  # that end a Chinese sentence
    QUOTES = "quotes"  # straight ones
    FULLWIDTH_DIGITS = "fullwidth-digits"
    FULLWIDTH_LETTERS = "fullwidth-letters"
    SPACES = "spaces"  # between the Chinese characters of sentences
    TITLE_SPACES = "title-spaces"  # of headlines and other lines that are no sentence
    INDENT = "indent"  # and what trails
    FORBIDDEN = "forbidden-characters"  # what XML, and so Word, cannot hold, and what has no width
    WRAPPED_LINES = "wrapped-lines"  # marks lines as joined, changes no character
    WEB_NOISE = "web-noise"  # sets lines aside, changes no character
    PAGE_NUMBERS = "page-numbers"  # the same
    REPLACEMENTS = "replacements"  # the office's own


Switches = Collection[Rule]
Replacements = Sequence[tuple[str, str]]
ALL: frozenset[Rule] = frozenset(Rule)
_ALL: frozenset[str] = ALL

_MOST_ROUNDS = 12  # brackets inside each other widen one pair a round, and some file has 100,000

_Edits = Iterable[tuple[int, str]]
_BRACKETS_AND_POINTS = {"（": Rule.HALFWIDTH_BRACKETS, "）": Rule.HALFWIDTH_BRACKETS, "。": Rule.POINTS}

# Each function with the rule of what it finds, or with several by what becomes of it.
_CHARACTER_RULES: tuple[tuple[Callable[[str], _Edits], Rule, Mapping[str, Rule]], ...] = (
    (punctuation.forbidden, Rule.FORBIDDEN, {}),
    (punctuation.fullwidth_digits, Rule.FULLWIDTH_DIGITS, {}),
    (punctuation.fullwidth_letters, Rule.FULLWIDTH_LETTERS, {}),
    (punctuation.straight_quotes, Rule.QUOTES, {}),
    (punctuation.halfwidth_marks, Rule.HALFWIDTH_PUNCTUATION, _BRACKETS_AND_POINTS),
    (spaces.outer, Rule.INDENT, {}),
    (spaces.inner, Rule.SPACES, {}),
    (spaces.in_titles, Rule.TITLE_SPACES, {}),
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after cleaning, the changes that led to it, and a `Doubt` it leaves."""

    text: str
    changes: tuple[Change, ...]
    doubt: str


class Cleaner:
    """Cleans by *switches* and by *replacements*: (what is found, what it becomes), the longest first."""

    def __init__(self, switches: Switches = ALL, replacements: Replacements = ()) -> None:
        self._switches = frozenset(switches)
        self._rules = [each for each in _CHARACTER_RULES if self._switches & {each[1], *each[2].values()}]
        self._replacements = tuple(replacements) if Rule.REPLACEMENTS in switches else ()
        self._known: dict[str, tuple[Change, ...]] = {}  # what was remembered

    def clean(self, original: str, kept: Sequence[Kept] = ()) -> Cleaned:
        """Clean one line; what *kept* names is left as it was."""
        changes = tuple(_without(self._changes(original), kept))
        text = apply(original, changes)
        return Cleaned(text, changes, _doubt(text))

    def clean_table(self, original: str, table: Table, kept: Sequence[Kept] = ()) -> Cleaned:
        """Clean the cells of a table one by one; *original* has their texts with tabs between them."""
        changes: list[Change] = []
        for start, cell in cells(table):
            changes += (_moved(change, start) for change in self._changes(cell))
        changes = list(_without(changes, kept))
        return Cleaned(apply(original, changes), tuple(changes), Doubt.NONE)

    def cleaned(self, line: ReadLine) -> Cleaned:
        """Clean a line again from its original, whatever was made of it before."""
        if isinstance(line.content, Table):
            return self.clean_table(line.original, line.content, line.kept)
        if line.content is not None:
            return Cleaned(line.original, (), Doubt.NONE)
        return self.clean(line.original, line.kept)

    def remember(self, line: ReadLine) -> None:
        """Take a line's changes for what this cleaner makes of its original: it need not be cleaned again."""
        if line.content is None and not line.kept and all(change.rule in _ALL for change in line.changes):
            self._known[line.original] = line.changes

    def _changes(self, original: str) -> Sequence[Change]:
        known = self._known.get(original)
        if known is not None:
            return known
        now, by = self._by_character(original)
        changes = list(_merged(Change(place, place + 1, now[place], by[place]) for place in sorted(by)))
        if self._replacements:
            changes = _with_replacements(now, changes, self._replacements)
        return changes

    def _by_character(self, original: str) -> tuple[list[str], dict[int, Rule]]:
        """Return what every character became, and by which rule if it became another."""
        now = list(original)
        by: dict[int, Rule] = {}
        places = list(range(len(original)))  # of the current text's characters in the original
        text, goes_on, rounds = original, True, 0
        while goes_on and rounds < _MOST_ROUNDS:
            goes_on, rounds = False, rounds + 1
            for edits, usual, special in self._rules:
                touched = False
                for index, after in edits(text):
                    rule = special.get(after, usual)
                    if rule in self._switches:
                        place = places[index]
                        now[place], by[place] = after, rule
                        touched = True
                if touched:
                    goes_on = True
                    places = [place for place in places if now[place]]
                    text = "".join(now)
        return now, by


def clean(
    items: Sequence[Item], switches: Switches = ALL, replacements: Replacements = ()
) -> tuple[ReadLine, ...]:
    """Return every item, numbered from 1, with its cleaned text and the changes that led to it."""
    cleaner = Cleaner(switches, replacements)
    return tuple(_clean_item(number, item, cleaner) for number, item in enumerate(items, 1))


def apply(original: str, changes: Iterable[Change]) -> str:
    """Return *original* with *changes* made; they are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for change in changes:
        parts += (original[position : change.start], change.after)
        position = change.end
    return "".join(parts) + original[position:]


def cells(table: Table) -> Iterator[tuple[int, str]]:
    """Yield each cell's text with the place where it stands in the line that the table is."""
    start = 0
    for row in table.rows:
        for cell in row:
            yield start, cell.text
            start += len(cell.text) + 1


def _clean_item(number: int, item: Item, cleaner: Cleaner) -> ReadLine:
    if isinstance(item, Line):
        line = ReadLine(number, item.text, "", look=item.look, marks=tuple(_marked(item.spans)))
    else:
        line = ReadLine(number, _as_text(item), "", content=item)
    cleaned = cleaner.cleaned(line)
    return replace(line, text=cleaned.text, changes=cleaned.changes, doubt=cleaned.doubt)


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


def _with_replacements(now: list[str], changes: list[Change], replacements: Replacements) -> list[Change]:
    """Make the office's replacements in the cleaned text; what they cover of *changes* stands under them."""
    places = [place for place, character in enumerate(now) if character]
    text = "".join(now)
    result: list[Change] = []
    waiting = iter(changes)
    change = next(waiting, None)
    for start, end, after in found(text, replacements):
        first, last = places[start], places[end - 1] + 1
        while change is not None and change.end <= first:
            result.append(change)
            change = next(waiting, None)
        under: list[Change] = []
        while change is not None and change.start < last:
            under.append(change)
            change = next(waiting, None)
        if under:
            first, last = min(first, under[0].start), max(last, under[-1].end)
        result.append(Change(first, last, after, Rule.REPLACEMENTS, tuple(under)))
    if change is not None:
        result += (change, *waiting)
    return result


def _without(changes: Iterable[Change], kept: Sequence[Kept]) -> Iterator[Change]:
    """Leave out what a person took back; the other changes are made as if nothing had been."""
    for change in changes:
        if not any(_is_of(change, each) for each in kept):
            yield change
        elif change.under:
            yield from _without(change.under, kept)


def _is_of(change: Change, kept: Kept) -> bool:
    return change.rule == kept.rule and change.start < kept.end and kept.start < change.end


def _moved(change: Change, by: int) -> Change:
    under = tuple(_moved(each, by) for each in change.under)
    return replace(change, start=change.start + by, end=change.end + by, under=under)


def _doubt(text: str) -> str:
    if "\ufffd" in text:
        return Doubt.UNREADABLE
    if punctuation.has_unpaired_quote(text):
        return Doubt.QUOTES
    return Doubt.NONE

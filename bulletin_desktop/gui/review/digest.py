"""What the review page shows of recognitions, as plain values: rows on the left, cards on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bulletin_desktop.intake import review
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the original: an input line, or the name of a file if *line* is None."""

    file: int
    source: str
    line: ReadLine | None
    article: int | None  # counted through all files; None outside of articles

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.line is not None and bool(self.line.doubt)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a card: neighbouring lines of one label."""

    label: Label
    lines: tuple[ReadLine, ...]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the lines make."""
        return sum(not line.joins for line in self.lines) or 1

    @property
    def characters(self) -> int:
        """The characters without white space."""
        return sum(sum(not char.isspace() for char in line.text) for line in self.lines)

    @property
    def text(self) -> str:
        """The lines on one."""
        return " ".join(line.text.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Card:
    """One article as it was understood, or, without a number, what was set aside of a file."""

    file: int
    article: int | None
    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def doubts(self) -> tuple[ReadLine, ...]:
        """The lines a person should look at."""
        return tuple(line for entry in self.entries for line in entry.lines if line.doubt)


def rows(recognitions: Iterable[Recognition]) -> tuple[Row, ...]:
    """Return every line of every recognition in order, under file names if there are several."""
    files = tuple(recognitions)
    return tuple(_rows(files))


def _rows(files: tuple[Recognition, ...]) -> Iterator[Row]:
    counted = 0
    for file, recognition in enumerate(files):
        if len(files) > 1:
            yield Row(file, recognition.source, None, None)
        articles = review.articles_of(recognition)
        owner = {line.number: counted + nth for nth, article in enumerate(articles) for line in article}
        counted += len(articles)
        for line in recognition.lines:
            yield Row(file, recognition.source, line, owner.get(line.number))


def cards(shown: Iterable[Row]) -> tuple[Card, ...]:
    """Return a card for every article, and after each file's articles one for what was set aside."""
    made: list[Card] = []
    for file, group in groupby(shown, key=lambda row: row.file):
        of_file = [row for row in group if row.line]
        for article, owned in groupby((r for r in of_file if r.article is not None), key=lambda r: r.article):
            made.append(_card(file, article, [row.line for row in owned if row.line]))
        aside = [row.line for row in of_file if row.line and row.line.label is Label.ASIDE]
        if aside:
            entries = tuple(Entry(Label.ASIDE, (line,)) for line in aside)
            made.append(Card(file, None, aside[0].number, aside[-1].number, entries))
    return tuple(made)


def _card(file: int, article: int | None, lines: list[ReadLine]) -> Card:
    entries: list[Entry] = []
    told = (line for line in lines if line.label not in (Label.BLANK, Label.ASIDE))
    for label, group in groupby(told, key=lambda line: line.label):
        run = tuple(group)
        if label in (Label.BODY, Label.HEADLINE):
            entries.append(Entry(label, run))
        else:
            entries.extend(Entry(label, (line,)) for line in run)
    return Card(file, article, lines[0].number, lines[-1].number, tuple(entries))


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of the head line."""

    articles: int
    cleaned: int
    doubts: int
    lines: int
    aside: int


def count(shown: Iterable[Row]) -> Count:
    """Return the figures of all rows."""
    lines = [(row, row.line) for row in shown if row.line]
    return Count(
        articles=len({row.article for row, _ in lines if row.article is not None}),
        cleaned=sum(len(line.changes) for _, line in lines),
        doubts=sum(bool(line.doubt) for _, line in lines),
        lines=len(lines),
        aside=sum(line.label is Label.ASIDE for _, line in lines),
    )


def marks(line: ReadLine) -> tuple[tuple[int, int, str], ...]:
    """Return where the cleaned text differs: start, length there, and what stood in the original.

    Where something was taken away, the character before it is marked.
    """
    found: list[tuple[int, int, str]] = []
    shift = 0
    for change in sorted(line.changes, key=lambda each: each.start):
        start = change.start + shift
        shift += len(change.after) - (change.end - change.start)
        before = line.original[change.start : change.end]
        if change.after:
            found.append((start, len(change.after), before))
        elif line.text:
            found.append((min(max(start - 1, 0), len(line.text) - 1), 1, before))
    return tuple(found)

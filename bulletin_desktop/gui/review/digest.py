"""What the review page shows of recognitions, as plain values: rows on the left, cards on the right.

Values that have not changed are taken over from those before, so that a correction to one line of ten
thousand costs little more than that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum, auto
from itertools import groupby
from typing import Any

from bulletin_desktop.intake import choosing, review
from bulletin_desktop.intake.recognition import Facts, Fate, Label, ReadLine, Recognition, Sender
from bulletin_desktop.values import dataclass


class RowKind(Enum):
    """What a row of the left side is."""

    LINE = auto()
    FILE = auto()  # a file's name
    TOLD = auto()  # what its reader tells, on one line, to be unfolded
    DETAIL = auto()  # one thing of that
    FAILURES = auto()  # the heading above files that could not be read
    FAILURE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the original: an input line, or, without *line*, something said of its file."""

    file: int
    source: str
    line: ReadLine | None
    article: int | None  # its number divided by COLORS leaves its colour; None outside of articles
    fate: Fate | None = None  # of that article
    kind: RowKind = RowKind.LINE
    text: str = ""
    folded: bool = False  # TOLD
    origin: str = ""  # FILE: its original

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.line is not None and bool(self.line.doubt) and self.fate is None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the lines: words for each file, and the files that could not be read.

    *told* has what is said of each file; those in *unfolded* show it row by row.
    """

    told: tuple[tuple[str, ...], ...] = ()
    unfolded: frozenset[int] = frozenset()
    failures: tuple[tuple[str, str], ...] = ()  # name, sentence
    failures_title: str = ""


NOTHING = Beside()
COLORS = 4  # of articles that follow each other
_BITS = 24  # for the number of a line


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
        return sum(len("".join(line.text.split())) for line in self.lines)

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
    fate: Fate | None = None
    doubts: tuple[ReadLine, ...] = ()  # the lines a person should look at
    sender: Sender = field(default_factory=Sender)
    tells_sender: bool = False  # more than its credit does
    masthead: Facts | None = None  # of a pasted old issue, on its first article's card
    notices: tuple[str, ...] = ()  # what it is like, in sentences
    rows: tuple[Row, ...] = ()  # what it was made of
    aside: tuple[ReadLine, ...] = ()  # of these, what is set aside inside the article


def rows(
    recognitions: Iterable[Recognition], beside: Beside = NOTHING, former: Sequence[Row] = ()
) -> tuple[Row, ...]:
    """Return every line of every recognition in order, with what stands beside them.

    A file has its name above it if there are several, or if something is to be said of it. What is the same
    in *former* is taken over.
    """
    files = tuple(recognitions)
    known: dict[int, list[Row]] = {}
    for row in former:
        if row.line is not None:
            known.setdefault(row.file, []).append(row)
    result: list[Row] = []
    color = -1
    for file, recognition in enumerate(files):
        told = beside.told[file] if file < len(beside.told) else ()
        if len(files) > 1 or told or recognition.origin or beside.failures:
            result.append(_head(file, recognition, RowKind.FILE, origin=recognition.origin))
        if told:
            folded = file not in beside.unfolded
            result.append(_head(file, recognition, RowKind.TOLD, text=" · ".join(told), folded=folded))
            if not folded:
                result += (_head(file, recognition, RowKind.DETAIL, text=each) for each in told)
        color = _lines(result, file, recognition, known.get(file, []), color)
    if beside.failures:
        last = len(files)
        result.append(Row(last, "", None, None, kind=RowKind.FAILURES, text=beside.failures_title))
        result += (
            Row(last, name, None, None, kind=RowKind.FAILURE, text=said) for name, said in beside.failures
        )
    return tuple(result)


def _head(file: int, recognition: Recognition, kind: RowKind, **fields: Any) -> Row:
    return Row(file, recognition.source, None, None, kind=kind, **fields)


def _lines(result: list[Row], file: int, recognition: Recognition, known: list[Row], color: int) -> int:
    """Add the rows of a file's lines after an article of *color*, and return the last article's colour."""
    lines = recognition.lines
    former = tuple(row.line for row in known) if len(known) == len(lines) else ()
    at = 0
    articles = review.articles_of(recognition)
    for nth, article in enumerate(articles):
        first, last = article[0].number - 1, article[-1].number
        below = articles[nth + 1][0].number - 1 if former and nth + 1 < len(articles) else None
        had = known[first].article if former else None
        color = _color(had, color, first + 1, known[below].article if below is not None else None)
        number = ((file << _BITS) + first + 1) * COLORS + color
        parts = ((at, first, None, None), (first, last, number, choosing.fate_of(recognition, article)))
        for start, end, owner, fate in parts:
            _stretch(
                result,
                file,
                recognition,
                known if former[start:end] == lines[start:end] else [],
                (start, end, owner, fate),
            )
        at = last
    same = bool(former) and former[at:] == lines[at:]
    _stretch(result, file, recognition, known if same else [], (at, len(lines), None, None))
    return color


def _stretch(
    result: list[Row],
    file: int,
    recognition: Recognition,
    known: list[Row],
    stretch: tuple[int, int, int | None, Fate | None],
) -> None:
    """Add the rows of lines [start, end) of one article or of none; those of *known* if they are the same."""
    start, end, owner, fate = stretch
    if known and start < end:
        ends = known[start], known[end - 1]
        looked_at = ends if owner is not None else known[start:end]
        if all(row.article == owner and row.fate is fate for row in looked_at):
            result += known[start:end]
            return
    source = recognition.source
    result += (Row(file, source, line, owner, fate) for line in recognition.lines[start:end])


def _color(former: int | None, above: int, first: int, below: int | None) -> int:
    """The colour of an article: the one it had, unless the article above it has that now.

    A new one takes none that stands below, so that the others can keep theirs.
    """
    if former is not None and (former // COLORS) & ((1 << _BITS) - 1) == first and former % COLORS != above:
        return former % COLORS
    color = (above + 1) % COLORS
    return (above + 2) % COLORS if below is not None and below % COLORS == color else color


def cards(
    shown: Iterable[Row],
    recognitions: Sequence[Recognition] = (),
    notices: Mapping[tuple[int, int], tuple[str, ...]] | None = None,
    former: Sequence[Card] = (),
) -> tuple[Card, ...]:
    """Return a card for every article, and after each file's articles one for what was set aside.

    *notices* are by file and number of an article's first line.
    """
    known = {card.article: card for card in former if card.article is not None}
    made: list[Card] = []
    shown = tuple(shown)
    at, count = 0, len(shown)
    alone = _alone(shown)
    aside: list[ReadLine] = []
    leads = True  # whether the file's first article is still to come
    while at < count:
        row = shown[at]
        if row.article is None:
            if row.line is not None and row.line.label is Label.ASIDE:
                aside.append(row.line)
            at += 1
        else:
            recognition = recognitions[row.file] if row.file < len(recognitions) else None
            end = _end(shown, at, known.get(row.article))
            card = _card(
                shown[at:end],
                recognition,
                known.get(row.article),
                notices or {},
                leads=leads,
                alone=row.file in alone,
            )
            made.append(card)
            aside += card.aside
            at, leads = end, False
        if at == count or shown[at].file != row.file:
            if aside:
                entries = tuple(Entry(Label.ASIDE, (line,)) for line in aside)
                made.append(Card(row.file, None, aside[0].number, aside[-1].number, entries))
            aside, leads = [], True
    return tuple(made)


def _alone(shown: Iterable[Row]) -> set[int]:
    """The files with one article that is taken, or none."""
    articles: dict[int, set[int | None]] = {}
    for row in shown:
        if row.fate is None:
            articles.setdefault(row.file, set()).add(row.article)
    return {file for file, owned in articles.items() if len(owned - {None}) <= 1}


def _end(shown: tuple[Row, ...], start: int, known: Card | None) -> int:
    """The row after an article's last."""
    article = shown[start].article
    if known is not None:  # most are as they were
        end = start + len(known.rows)
        if shown[start:end] == known.rows and (end == len(shown) or shown[end].article != article):
            return end
    end = start
    while end < len(shown) and shown[end].article == article:
        end += 1
    return end


def _card(
    owned: tuple[Row, ...],
    recognition: Recognition | None,
    known: Card | None,
    notices: Mapping[tuple[int, int], tuple[str, ...]],
    *,
    leads: bool,
    alone: bool,
) -> Card:
    lines = [row.line for row in owned if row.line is not None]
    row, first = owned[0], lines[0].number
    sender = choosing.sender_of(recognition, lines, alone) if recognition else Sender()
    masthead = recognition.facts if leads and recognition and _is_masthead(recognition.facts) else None
    said = notices.get((row.file, first), ()) if row.fate is None else ()
    if known is not None and known.rows == owned:
        if (known.sender, known.masthead, known.notices) == (sender, masthead, said):
            return known
        entries = known.entries
    else:
        entries = tuple(_entries(lines))
    doubts = tuple(line for line in lines if line.doubt) if row.fate is None else ()
    aside = tuple(line for line in lines if line.label is Label.ASIDE)
    return Card(
        row.file,
        row.article,
        first,
        lines[-1].number,
        entries,
        row.fate,
        doubts,
        sender,
        _adds(sender, lines),
        masthead,
        said,
        owned,
        aside,
    )


def _entries(lines: Iterable[ReadLine]) -> Iterator[Entry]:
    told = (line for line in lines if line.label not in (Label.BLANK, Label.ASIDE))
    for label, group in groupby(told, key=lambda line: line.label):
        run = tuple(group)
        if label in (Label.BODY, Label.HEADLINE):
            yield Entry(label, run)
        else:
            yield from (Entry(label, (line,)) for line in run)


def _adds(sender: Sender, lines: Iterable[ReadLine]) -> bool:
    """Whether it says more than can be read in the article's credits."""
    printed = "".join(line.text for line in lines if line.label is Label.CREDIT)
    parts = (sender.contributor, *sender.author.split("、"), sender.phone)
    return any(part not in printed for part in parts)


def _is_masthead(facts: Facts) -> bool:
    return bool(facts.publication or facts.number or facts.running_number or facts.date or facts.unit)


@dataclass(frozen=True, slots=True)
class Mark:
    """*length* characters from *start* of a cleaned text that stand for *before*, and the change's place."""

    start: int
    length: int
    before: str
    after: str
    rule: str
    place: int  # of the change in the original


def marks(line: ReadLine) -> tuple[Mark, ...]:
    """Return where the cleaned text differs.

    Where something was taken away, the character before it is marked.
    """
    found: list[Mark] = []
    shift = 0
    for change in sorted(line.changes, key=lambda each: each.start):
        start = change.start + shift
        shift += len(change.after) - (change.end - change.start)
        before = line.original[change.start : change.end]
        said = before, change.after, change.rule, change.start
        if change.after:
            found.append(Mark(start, len(change.after), *said))
        elif line.text:
            found.append(Mark(min(max(start - 1, 0), len(line.text) - 1), 1, *said))
    return tuple(found)

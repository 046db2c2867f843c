"""What recognition yields: every input line with a label, so that none can be lost.

A `Recognition` is a value; `review` has the operations a person applies to it. Its articles are
derived: an article is the run of lines from one with `starts` up to the next such line or to a
line that is set aside between articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from enum import StrEnum

from bulletin_desktop.document.model import Mark, Table
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.source import PLAIN, Comment, Look, Told
from bulletin_desktop.values import dataclass


class Label(StrEnum):
    """What an input line is. The paragraph labels have the names of `document.Role`."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    CREDIT = "credit"
    BODY = "body"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    HEADING4 = "heading4"
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ATTACHMENT = "attachment"
    CAPTION = "caption"
    QUOTE = "quote"
    TABLE = "table"  # the whole table, `ReadLine.content`
    PICTURE = "picture"
    BLANK = "blank"  # nothing but white space; belongs to the article around it
    ASIDE = "aside"  # set aside, with its reason in `why`


class Why(StrEnum):
    """The reason for which a line is set aside."""

    NONE = ""
    WEB_NOISE = "web-noise"  # what surrounds the text on a web page: source, clicks, share, previous page
    MASTHEAD = "masthead"  # of a pasted old issue: name, number, unit, date
    IMPRINT = "imprint"  # of a pasted old issue: who it went to, editor, copies
    CONTENTS = "contents"  # the list of contents of a pasted old issue
    FORM = "form"  # of a submission: who sent it, and how to reach them
    NOTE = "note"  # a footnote or endnote, where an office wants them so
    SEPARATOR = "separator"  # a line of dashes or stars, 第×版
    EMPTY_SECTION = "empty-section"  # a section's name with no article below it
    PAGE_NUMBER = "page-number"
    BY_HAND = "by-hand"


class Doubt(StrEnum):
    """What a person should look at."""

    NONE = ""
    BOUNDARY = "boundary"  # an article may begin here, or does begin here on little evidence
    NO_HEADLINE = "no-headline"  # an article begins here without a headline
    HEADLINE_BREAK = "headline-break"  # a space may stand for a line break
    CUT_OFF = "cut-off"  # the article ends in the middle of a sentence
    ROLE = "role"  # the label is a guess
    QUOTES = "quotes"  # straight quotes that do not pair
    UNREADABLE = "unreadable"  # bytes that were no character


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the cleaner did: characters [start, end) of the original became *after*."""

    start: int
    end: int
    after: str
    rule: str  # the switch that did it, e.g. "halfwidth-punctuation"
    under: tuple[Change, ...] = ()  # what other rules had done to these characters, for taking this one back


@dataclass(frozen=True, slots=True)
class Kept:
    """Characters [start, end) of an original that a person does not want changed by *rule*."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of an original that have *marks*."""

    start: int
    end: int
    marks: frozenset[Mark]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One input line, *number* counted from 1, with what was made of it.

    A table or picture is a line too, *content*, as it came. Its *original* is a table's cells with tabs
    between them, cleaned cell by cell (`marks.cleaned_table`), or a picture's caption, which is not cleaned.
    """

    number: int
    original: str
    text: str  # cleaned
    changes: tuple[Change, ...] = ()
    label: Label = Label.BODY
    starts: bool = False  # an article begins here
    joins: bool = False  # continues the paragraph of the line before (hard-wrapped input)
    why: str = ""  # for ASIDE: a `Why`
    doubt: str = ""  # a `Doubt` if a person should look
    confidence: float = 1.0  # that label and boundary are right, 0 to 1; a person's word is 1
    look: Look = PLAIN
    marks: tuple[Marked, ...] = ()  # of the original, in order, not overlapping
    content: Table | FoundPicture | None = None
    kept: tuple[Kept, ...] = ()  # changes that a person took back
    decided: bool = False  # a person has said what the line is, or where it belongs


@dataclass(frozen=True, slots=True)
class Facts:
    """What masthead, imprint, credits and forms of an input say, as data. Empty where they do not."""

    publication: str = ""
    unit: str = ""
    number: int = 0
    running_number: int = 0
    date: str = ""  # ISO 8601
    contributor: str = ""
    author: str = ""
    phone: str = ""


class Fate(StrEnum):
    """What becomes of an article that a person does not take."""

    LEFT_OUT = "left-out"  # not stored; its lines stay in the original
    REJECTED = "rejected"  # stored among the manuscripts, as rejected


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent an article in. Empty where nobody says."""

    contributor: str = ""
    author: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A whole input, *source* being the file's name or empty for a paste.

    *origin* is the SHA-256 of the untouched original file, empty for a paste.
    """

    source: str
    lines: tuple[ReadLine, ...]
    origin: str = ""
    facts: Facts = field(default_factory=Facts)
    told: tuple[tuple[Told, int], ...] = ()
    comments: tuple[Comment, ...] = ()
    fates: tuple[
        tuple[int, Fate], ...
    ] = ()  # of articles that are not taken, by the number of a line of theirs
    senders: tuple[tuple[int, Sender], ...] = ()  # what a person said of an article's sender, by the same


def legal(lines: Iterable[ReadLine]) -> tuple[ReadLine, ...]:
    """Return *lines* with `starts` and `joins` only where they may be.

    The first line of text, and the first after a section's name, begins an article and continues
    none; blank lines, lines set aside and section names do neither. Tables and pictures right above an
    article's first line, with no article before them, are that article's.
    """
    result: list[ReadLine] = []
    due = True
    blank, aside, section = Label.BLANK, Label.ASIDE, Label.SECTION
    leads: int | None = None  # the first table or picture of an article still to begin
    for line in lines:
        label = line.label
        if label is blank or label is aside or label is section:
            if label is section:
                _begin(result, leads)
                due, leads = True, None
            result.append(_placed(line, starts=False, joins=False))
        elif due and line.content is not None:
            leads = len(result) if leads is None else leads
            result.append(_placed(line, starts=False, joins=False))
        elif due or line.starts:
            result.append(_placed(line, starts=leads is None, joins=False))
            _begin(result, leads)
            due, leads = False, None
        else:
            result.append(line)
    _begin(result, leads)
    return tuple(result)


def without_empty_sections(lines: Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """Return *lines* with those section names set aside below which no article stands."""
    result = list(lines)
    heads = False  # whether an article stands between the line and the next name, or the end
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.label is Label.SECTION:
            if not heads:
                aside, why = Label.ASIDE, Why.EMPTY_SECTION
                result[at] = replace(line, label=aside, why=why, doubt=Doubt.NONE)
            heads = False
        elif line.starts:
            heads = True
    return tuple(result)


def _placed(line: ReadLine, starts: bool, joins: bool) -> ReadLine:
    """Return the line itself where nothing changes: most do not, and copies take time."""
    if line.starts == starts and line.joins == joins:
        return line
    return replace(line, starts=starts, joins=joins)


def _begin(lines: list[ReadLine], place: int | None) -> None:
    if place is not None:
        lines[place] = replace(lines[place], starts=True)

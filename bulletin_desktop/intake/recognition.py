"""What recognition yields: every input line with a label, so that none can be lost.

A `Recognition` is a value; `review` has the operations a person applies to it. Its articles are
derived: an article is the run of lines from one with `starts` up to the next such line or to a
line that is set aside between articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    BLANK = "blank"  # nothing but white space; belongs to the article around it
    ASIDE = "aside"  # set aside, with its reason in `why`


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the cleaner did: characters [start, end) of the original became *after*."""

    start: int
    end: int
    after: str
    rule: str  # the switch that did it, e.g. "halfwidth-punctuation"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One input line, *number* counted from 1, with what was made of it."""

    number: int
    original: str
    text: str  # cleaned
    changes: tuple[Change, ...] = ()
    label: Label = Label.BODY
    starts: bool = False  # an article begins here
    joins: bool = False  # continues the paragraph of the line before (hard-wrapped input)
    why: str = ""  # for ASIDE: the reason's key, e.g. "web-noise"
    doubt: str = ""  # the doubt's key if a person should look, e.g. "boundary", "cut-off"


@dataclass(frozen=True, slots=True)
class Recognition:
    """A whole input, *source* being the file's name or empty for a paste."""

    source: str
    lines: tuple[ReadLine, ...]

"""What every rule says: which kind of problem, and where."""

from __future__ import annotations

from enum import StrEnum

from bulletin_desktop.values import dataclass


class Problem(StrEnum):
    """A kind of problem."""

    NO_HEADLINE = "no_headline"
    NO_TEXT = "no_text"
    EMPTY_PARAGRAPH = "empty_paragraph"
    NUMBER_JUMPS = "number_jumps"  # 一、三、
    NUMBER_REPEATS = "number_repeats"  # 一、一、
    LEVEL_SKIPPED = "level_skipped"  # 一、 then 1.
    UNPAIRED = "unpaired"  # a bracket or quotation mark without its fellow
    NO_DATE = "no_date"  # below a letter's signature
    NO_SIGNATURE = "no_signature"  # above a letter's date
    SALUTATION_NOT_FIRST = "salutation_not_first"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and its place: characters *start* to *end* of a block's text.

    *block_id* is a block's, or kicker, headline (its lines joined by a newline each), subtitle or credit.
    """

    kind: Problem
    block_id: str
    start: int
    end: int

"""The shape of a paragraph: what it looks like by itself, before its neighbours are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.characters import has_han

_SAID = re.compile("“[^“”]*[。！？!?…]”$")  # what somebody says, and no more
HEADLINE = 40  # characters of a headline line
_WEB_HEADLINE = 56  # one that says who does what, as web pages have them on one line
DOCUMENT_TITLE = 64  # 关于…的通知 runs longer
_LONG = 1_000  # characters of a paragraph that is longer than every shape but running text
_HEADING = 50
_TELLING = 12  # characters of a sentence without its full stop
_ROLL = 5  # names on one line that are a list, no authors
_SENTENCE_HEADING = 26  # a heading that ends with 。


class Shape(Enum):
    """What a paragraph looks like by itself."""

    PROSE = auto()
    COLON = auto()  # short, ends with a colon
    SHORT = auto()  # could be a headline line, a unit, a name
    BRACKETS = auto()  # short, wholly in brackets
    DASHED = auto()  # ——…
    DATE = auto()
    SIGNED = auto()  # unit and date on one line
    CREDIT = auto()
    HEADING = auto()  # numbered, on its own line
    NUMBERED = auto()  # numbered, with its text
    NOTE = auto()
    ATTACHMENT = auto()
    SECTION = auto()
    DIVIDER = auto()  # set aside, and ends what is before it
    FIXED = auto()  # body whatever stands around it: tables, name: value, closing words


def shape_of(text: str) -> Shape:
    """Return the shape of a cleaned paragraph that is neither blank nor noise.

    One of thousands of characters is known by its two ends: a pattern may take their square to look at.
    """
    if len(text) > _LONG:
        tabs = "\t" if "\t" in text else ""
        text = text[: _LONG // 2] + tabs + text[-_LONG // 2 :]
    marked = next((shape for shape, fits in _MARKED if fits(text)), None)
    if marked is not None:
        return marked
    return _numbered(text) if patterns.heading(text) else _plain(text)


def _is_fixed(text: str) -> bool:
    if "\t" in text or (len(text) <= 80 and patterns.is_roll(text, _ROLL)):
        return True
    if patterns.SIGNED_BY.match(text) or patterns.is_byline(text):
        return False
    fixed = (patterns.CLOSING, patterns.KEY_VALUE, patterns.SPEAKER, patterns.CAPTION)
    return any(pattern.match(text) for pattern in fixed) or patterns.is_photograph(text)


def _is_short(text: str) -> bool:
    return len(text) <= DOCUMENT_TITLE and not patterns.INSIDE.search(text)


def _is_dashed(text: str) -> bool:
    return _is_short(text) and bool(patterns.DASHED.match(text))


def _is_date(text: str) -> bool:
    return bool(patterns.DATE_LINE.match(text) or patterns.DATE_IN_BRACKETS.match(text))


def _is_credit(text: str) -> bool:
    if patterns.CREDIT_IN_BRACKETS.match(text) and "。" not in text:  # several, parted by ；
        return len(text) <= DOCUMENT_TITLE
    if not _is_short(text):
        return False
    return (
        bool(patterns.CREDIT_LINE.match(text))
        or patterns.is_byline(text)
        or patterns.is_bulleted_credit(text)
    )


def _is_signed(text: str) -> bool:
    date = patterns.DATE.search(text) if len(text) <= DOCUMENT_TITLE else None
    if date is None or date.end() < len(text):
        return False
    signer = text[: date.start()].strip()
    return patterns.is_unit(signer) or patterns.is_person(signer)


# In this order: the first that fits counts.
_MARKED: tuple[tuple[Shape, Callable[[str], object]], ...] = (
    (Shape.DIVIDER, patterns.DIVIDER.match),
    (Shape.NOTE, patterns.NOTE.match),
    (Shape.ATTACHMENT, lambda text: len(text) <= 120 and patterns.ATTACHMENT.match(text)),
    (Shape.FIXED, _is_fixed),
    (Shape.SECTION, lambda text: len(text) <= 20 and patterns.section_name(text)),
    (Shape.CREDIT, _is_credit),
    (Shape.DASHED, _is_dashed),
    (Shape.DATE, _is_date),
    (Shape.SIGNED, _is_signed),
)


def _numbered(text: str) -> Shape:
    """Tell a heading on its own line from a number with its text."""
    level, _, rest = patterns.heading(text) or (0, 0, text)
    announces = rest.endswith("：") and level <= 2 and len(rest) <= 20
    if len(text) > _HEADING or patterns.INSIDE.search(rest.removesuffix("。")):
        return Shape.NUMBERED
    if patterns.OPEN_END.search(rest) and not announces:
        return Shape.NUMBERED
    return Shape.NUMBERED if rest.endswith("。") and len(rest) > _SENTENCE_HEADING else Shape.HEADING


def _plain(text: str) -> Shape:
    if len(text) <= 12 and patterns.BULLET.match(text) and patterns.is_section_word(text):
        return Shape.SECTION
    if text.endswith(("：", ":")) and len(text) > 4 and patterns.is_section_word(text[:-1]):
        return Shape.SECTION
    if text.endswith(("：", ":")) or patterns.CALL.match(text):
        return Shape.COLON if len(text) <= 60 else Shape.PROSE
    if (
        not has_han(text)
        or patterns.INSIDE.search(text)
        or patterns.OPEN_END.search(text)
        or text.endswith("…")
        or _SAID.match(text)
        or (len(text) > _TELLING and patterns.TELLS.match(text) and not patterns.TITLE_KIND.search(text))
    ):
        return Shape.PROSE
    if text[0] in "（(" and text[-1] in "）)" and len(text) <= HEADLINE:
        return Shape.BRACKETS
    return Shape.SHORT if _is_title_like(text) else Shape.PROSE


def _is_title_like(text: str) -> bool:
    """Say whether it is short and even enough for a title; ？ and ！ may end one."""
    longest = HEADLINE
    if patterns.TITLE_KIND.search(text):
        longest = DOCUMENT_TITLE
    elif patterns.ENTITY.match(text) and patterns.EVENT.search(text) and "，" not in text:
        longest = _WEB_HEADLINE
    outside = re.sub("“[^”]*”|《[^》]*》", "", text)
    if len(text) > longest or outside.count("，") >= 3 or outside.count("、") >= 5:
        return False
    return not patterns.SENTENCE_END.search(text) or (len(text) <= 30 and "，" not in text[:-12])

"""Lines to paragraphs, and the shape of each paragraph before its neighbours are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.characters import has_han
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Why
from bulletin_desktop.intake.spaces import between_headlines

HEADLINE = 40  # characters of a headline line
DOCUMENT_TITLE = 64  # 关于…的通知 runs longer


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


@dataclass(slots=True)
class Para:
    """A paragraph while it is being recognised. *first* and *last* are indices of its lines."""

    first: int
    last: int
    text: str
    blanks: int  # blank lines before it
    indent: int  # columns of white space before it, a Chinese character being two
    shape: Shape
    level: int = 0  # of a heading number
    number: int = 0
    why: Why = Why.NONE
    label: Label = Label.BODY
    starts: bool = False
    doubt: Doubt = Doubt.NONE

    @property
    def is_prose(self) -> bool:
        """Whether it is running text."""
        return self.shape in (Shape.PROSE, Shape.NUMBERED, Shape.FIXED)


def noise(text: str) -> Why:
    """Say why the line is no part of any text, if so; it stands between paragraphs without parting them."""
    if len(text) > 120:
        return Why.NONE
    if patterns.PAGE_NUMBER.match(text):
        return Why.PAGE_NUMBER
    return Why.WEB_NOISE if patterns.WEB_NOISE.match(text) and "。" not in text else Why.NONE


def paragraphs(lines: Sequence[ReadLine]) -> list[Para]:
    """Return the paragraphs of the lines that are neither blank nor set aside."""
    paras: list[Para] = []
    blanks = 0
    for index, line in enumerate(lines):
        if line.label is Label.BLANK:
            blanks += 1
        elif line.label is Label.ASIDE:
            continue
        elif line.joins and paras:
            paras[-1].last = index
            paras[-1].text = glue(paras[-1].text, line.text)
        else:
            paras.append(Para(index, index, line.text, blanks, _indent(line.original), Shape.PROSE))
            blanks = 0
    for para in paras:
        para.shape = _shape(para)
        if para.shape is Shape.SHORT and between_headlines(para.text):
            para.doubt = Doubt.HEADLINE_BREAK
    return paras


def glue(text: str, more: str) -> str:
    """Join two lines of one paragraph: Latin words keep a space between them."""
    latin = text[-1:].isascii() and text[-1:].isalnum() and more[:1].isascii() and more[:1].isalnum()
    return f"{text} {more}" if latin and (text[-1:].isalpha() or more[:1].isalpha()) else text + more


def _indent(original: str) -> int:
    columns = 0
    for character in original:
        if not character.isspace():
            break
        columns += 2 if character == "\u3000" else 4 if character == "\t" else 1
    return columns


def _shape(para: Para) -> Shape:
    text = para.text
    if patterns.DIVIDER.match(text):
        para.why = Why.SEPARATOR
        return Shape.DIVIDER
    return _marked_shape(text) or _numbered_shape(para) or _plain_shape(text)


def _marked_shape(text: str) -> Shape | None:
    """Shapes that a line's own wording gives away."""
    if patterns.NOTE.match(text):
        return Shape.NOTE
    if patterns.ATTACHMENT.match(text) and len(text) <= 120:
        return Shape.ATTACHMENT
    if (
        "\t" in text
        or patterns.CLOSING.match(text)
        or patterns.KEY_VALUE.match(text)
        or patterns.SPEAKER.match(text)
    ):
        return Shape.FIXED
    if len(text) > DOCUMENT_TITLE:
        return None
    if patterns.section_name(text):
        return Shape.SECTION
    if patterns.DASHED.match(text) and not patterns.INSIDE.search(text):
        return Shape.DASHED
    if patterns.DATE_LINE.match(text) or patterns.DATE_IN_BRACKETS.match(text):
        return Shape.DATE
    if not patterns.INSIDE.search(text) and (
        patterns.CREDIT_IN_BRACKETS.match(text) or patterns.CREDIT_LINE.match(text)
    ):
        return Shape.CREDIT
    date = patterns.DATE.search(text)
    if (
        date
        and date.end() == len(text)
        and (patterns.is_unit(text[: date.start()]) or patterns.is_person(text[: date.start()].strip()))
    ):
        return Shape.SIGNED
    return None


def _numbered_shape(para: Para) -> Shape | None:
    found = patterns.heading(para.text)
    if found is None:
        return None
    para.level, para.number, rest = found
    ends_open = patterns.OPEN_END.search(rest) and not (
        rest.endswith("：") and para.level <= 2 and len(rest) <= 20
    )
    if (
        len(para.text) > 50
        or ends_open
        or patterns.INSIDE.search(rest.rstrip("。"))
        or (rest.endswith("。") and len(rest) > 26)
    ):
        return Shape.NUMBERED
    return Shape.HEADING


def _plain_shape(text: str) -> Shape:
    if patterns.BULLET.match(text):
        return Shape.FIXED
    if text.endswith(("：", ":")):
        return Shape.COLON if len(text) <= 60 else Shape.PROSE
    if (
        not has_han(text)
        or patterns.INSIDE.search(text)
        or patterns.OPEN_END.search(text)
        or text.endswith("…")
    ):
        return Shape.PROSE
    if text[0] in "（(" and text[-1] in "）)" and len(text) <= HEADLINE:
        return Shape.BRACKETS
    longest = DOCUMENT_TITLE if patterns.TITLE_KIND.search(text) else HEADLINE
    too_many_pauses = text.count("，") >= 3 or text.count("、") >= 5
    asks = patterns.SENTENCE_END.search(text) and (len(text) > 30 or "，" in text[:-12])
    return Shape.PROSE if len(text) > longest or too_many_pauses or asks else Shape.SHORT

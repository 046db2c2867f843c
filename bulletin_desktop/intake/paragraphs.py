"""Lines to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bulletin_desktop.intake import noise, patterns
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Why
from bulletin_desktop.intake.shapes import Shape, shape_of
from bulletin_desktop.intake.source import PLAIN, Look
from bulletin_desktop.intake.spaces import between_headlines
from bulletin_desktop.values import dataclass

_NOTE = 8  # characters of a line that only announces the editor's note below it


@dataclass(slots=True, eq=False)
class Para:
    """A paragraph while it is being recognised. *first* and *last* are indices of its lines.

    *place* is its own index among the paragraphs; two are equal only if they are the same.
    """

    place: int

    first: int
    last: int
    text: str
    blanks: int  # blank lines before it
    indent: int  # columns of white space before it, a Chinese character being two
    after_noise: bool  # whether what surrounds an article on a web page stands before it
    shape: Shape = Shape.PROSE
    level: int = 0  # of a heading number
    number: int = 0
    why: Why = Why.NONE
    label: Label = Label.BODY
    starts: bool = False
    doubt: Doubt = Doubt.NONE
    look: Look = PLAIN
    prominence: float = 0.0  # how far its look stands out from the running text, see `looks`
    given: Label | None = None  # the label that its style names
    score: float | None = None  # the evidence that an article begins with it, where that was weighed

    @property
    def is_prose(self) -> bool:
        """Whether it is running text."""
        return self.shape in (Shape.PROSE, Shape.NUMBERED, Shape.FIXED)


def paragraphs(lines: Sequence[ReadLine]) -> list[Para]:
    """Return the paragraphs of the lines that are neither blank nor set aside."""
    paras: list[Para] = []
    blanks, noisy, page = 0, False, False
    for index, line in enumerate(lines):
        page = page or line.look.new_page
        if line.label is Label.BLANK:
            blanks += 1
        elif line.label is Label.ASIDE:
            noisy = noisy or (line.why == Why.WEB_NOISE and not noise.is_picture(line.text))
        elif line.content is not None:  # a table or picture stands among paragraphs without parting them
            continue
        elif line.joins and paras:
            paras[-1].last = index
            paras[-1].text = glue(paras[-1].text, line.text)
        else:
            para = Para(len(paras), index, index, line.text, blanks, _indent(line.original), noisy)
            para.look = replace(line.look, new_page=page) if page else line.look
            paras.append(para)
            blanks, noisy, page = 0, False, False
    for para in paras:
        _look_at(para)
    for note, text in pairwise(paras):
        if note.shape is Shape.NOTE and len(note.text) <= _NOTE and text.shape is Shape.PROSE:
            text.shape = Shape.NOTE
    return paras


def glue(text: str, more: str) -> str:
    """Join two lines of one paragraph: Latin words keep a space between them."""
    latin = text[-1:].isascii() and text[-1:].isalnum() and more[:1].isascii() and more[:1].isalnum()
    return f"{text} {more}" if latin and (text[-1:].isalpha() or more[:1].isalpha()) else text + more


def _look_at(para: Para) -> None:
    para.shape = shape_of(para.text)
    if para.shape is Shape.DIVIDER:
        para.why = Why.SEPARATOR
    elif para.shape in (Shape.HEADING, Shape.NUMBERED):
        para.level, para.number, _ = patterns.heading(para.text) or (0, 0, "")
    elif para.shape is Shape.SHORT and between_headlines(para.text):
        para.doubt = Doubt.HEADLINE_BREAK


def _indent(original: str) -> int:
    columns = 0
    for character in original:
        if not character.isspace():
            break
        columns += 2 if character == "\u3000" else 4 if character == "\t" else 1
    return columns

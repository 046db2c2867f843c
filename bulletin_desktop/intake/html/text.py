"""The runs of a paragraph of HTML as spans: white space as a browser shows it, a list's label before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake.characters import is_chinese

if TYPE_CHECKING:
    from bulletin_desktop.intake.html.walk import RawParagraph

_WHITE = re.compile("[ \t\r\n\f\0]*[ \t\r\n\f][ \t\r\n\f\0]*")
_INDENT = " \t\xa0\u3000"
_MARKS_OF_DIRECTION = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BOTH = frozenset((Mark.SUPERSCRIPT, Mark.SUBSCRIPT))


def spans(paragraph: RawParagraph) -> list[Span]:
    """Return the paragraph's text with its marks, without indents."""
    keeps = paragraph.runs[0].look.breaks
    texts = [run.text for run in paragraph.runs]
    if not keeps:
        texts = _collapsed(texts)
    tidy = [_MARKS_OF_DIRECTION.sub("", one_line(text)).replace("\xa0", " ") for text in texts]
    found = list(
        normalise(Span(text, _legal(run.look.marks)) for text, run in zip(tidy, paragraph.runs, strict=True))
    )
    found = _stripped(found)
    if found and paragraph.label and not found[0].text.startswith(paragraph.label.strip()):
        found = list(normalise([Span(paragraph.label, found[0].marks & {Mark.BOLD}), *found]))
    return found


def _collapsed(texts: list[str]) -> list[str]:
    """White space is one space, across the borders of runs; a line end between Chinese characters is none."""
    whole = "\0".join(texts)

    def shown(found: re.Match[str]) -> str:
        borders = "\0" * found[0].count("\0")
        begin, end = found.span()
        before, after = whole[max(0, begin - 1) : begin], whole[end : end + 1]
        broken = "\n" in found[0] and is_chinese(before) and is_chinese(after)
        return borders if broken or not before or not after else " " + borders

    return _WHITE.sub(shown, whole).split("\0")


def _stripped(found: list[Span]) -> list[Span]:
    while found and not found[0].text.strip(_INDENT):
        del found[0]
    while found and not found[-1].text.strip(_INDENT):
        del found[-1]
    if found:
        found[0] = Span(found[0].text.lstrip(_INDENT), found[0].marks)
        found[-1] = Span(found[-1].text.rstrip(_INDENT), found[-1].marks)
    return found


def _legal(marks: frozenset[Mark]) -> frozenset[Mark]:
    return marks - {Mark.SUBSCRIPT} if marks >= _BOTH else marks

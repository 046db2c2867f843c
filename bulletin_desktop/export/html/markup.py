"""Text as HTML: escaped, with the marks of its runs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from bulletin_desktop.document.model import Mark
from bulletin_desktop.typeset.layout import TextRun

# What no HTML document may hold (HTML standard, 13.2.3.5): controls, surrogates and noncharacters.
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_ELEMENTS = (
    (Mark.HIGHLIGHT, "mark"),
    (Mark.BOLD, "strong"),
    (Mark.ITALIC, "em"),
    (Mark.UNDERLINE, "u"),
    (Mark.STRIKE, "s"),
    (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"),
)
RUN_IN = "run-in"
"""The class of text behind a heading's sentence, which looks like the body's."""
_CLASSES = (Mark.HEITI, Mark.KAITI, Mark.EMPHASIS)


# An address or a file's path: without breaks in it the line before would be spread over its whole width.
_LONG_WORD = re.compile("[!-~]{20,}")
_WORD_BREAK = re.compile("(?<=[/?&=_.-])(?=[A-Za-z0-9])")


def escaped(text: str) -> str:
    """Return *text* for an element or an attribute; what HTML cannot hold becomes U+FFFD."""
    return html.escape(_ILLEGAL.sub("\ufffd", text))


def inline(runs: Iterable[TextRun]) -> str:
    """Return *runs* with their marks as elements; a forced line is a `br`."""
    return "".join(_run(run.text, run.marks, RUN_IN if run.face else "") for run in runs)


def _run(text: str, marks: frozenset[Mark], own: str) -> str:
    # A run has one vertical alignment: of both, the superscript stays.
    shown = marks - {Mark.SUBSCRIPT} if Mark.SUPERSCRIPT in marks else marks
    names = [name for mark, name in _ELEMENTS if mark in shown]
    classes = " ".join([*([own] if own else []), *(mark.value for mark in _CLASSES if mark in shown)])
    opened = [f'<span class="{classes}">'] if classes else []
    opened += [f"<{name}>" for name in names]
    closed = [f"</{name}>" for name in reversed(names)] + (["</span>"] if classes else [])
    return "".join(opened) + _breakable(text).replace("\n", "<br>") + "".join(closed)


def _breakable(text: str) -> str:
    """Return *text* escaped, with a possible break after the marks inside its longest words."""
    out, end = [], 0
    for word in _LONG_WORD.finditer(text):
        out += [escaped(text[end : word.start()]), "<wbr>".join(map(escaped, _WORD_BREAK.split(word[0])))]
        end = word.end()
    return "".join([*out, escaped(text[end:])])

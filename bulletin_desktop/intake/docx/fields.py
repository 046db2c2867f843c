"""Fields: what is between their beginning and their end is a code first, then the text they show.

ECMA-376 part 1, 17.16. A field may stand inside another and reach over paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import field

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx import equations, symbols
from bulletin_desktop.intake.docx.names import VAL, W
from bulletin_desktop.intake.docx.styles import on
from bulletin_desktop.values import dataclass

_TYPE = f"{W}fldCharType"
_QUIET = frozenset(("HYPERLINK", "TOC", "PAGEREF", "REF", "NOTEREF"))  # whose text is plain text to anybody
_CONTENTS = frozenset(("TOC",))
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(
    r'\s*SYMBOL\s+(0x[0-9a-f]{1,5}|\d{1,7})(?:.*?\\f\s+"?([^"\\]+)"?)?', re.IGNORECASE | re.DOTALL
)
_LONGEST = 10_000  # characters of a code


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    length: int = 0
    shows: bool = False  # its text has begun
    text: bool = False  # and is not empty
    form: Element | None = None

    @property
    def kind(self) -> str:
        words = "".join(self.code).split(maxsplit=1)
        return words[0].upper() if words else ""


@dataclass(frozen=True, slots=True)
class Ended:
    """A field that has ended: what it is called, and what it shows though no text stands in it."""

    kind: str
    shown: str
    told: bool  # whether a person should know that it was a field
    equation: bool = False


class Fields:
    """The fields that are open at a place of one story. *root* is the story's part or element."""

    def __init__(self, unclosed: frozenset[Element]) -> None:
        self._open: list[_Field] = []
        self._codes = 0  # of them that are still in their code
        self._unclosed = unclosed

    @property
    def shown(self) -> bool:
        """Whether text here is seen, and no code."""
        return not self._codes

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is being written."""
        return any(one.shows and one.kind in _CONTENTS for one in self._open)

    @property
    def in_link(self) -> bool:
        """Whether the text is that of a link."""
        return any(one.shows and one.kind == "HYPERLINK" for one in self._open)

    def note_text(self) -> None:
        """Tell that text was shown here."""
        for one in self._open:
            one.text = True

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and not self._open[-1].shows and self._open[-1].length < _LONGEST:
            self._open[-1].code.append(text)
            self._open[-1].length += len(text)

    def mark(self, element: Element) -> Ended | None:
        """Follow a w:fldChar; at an end return what ended."""
        kind = element.get(_TYPE)
        if kind == "begin":
            if element not in self._unclosed:
                self._open.append(_Field(form=element.find(f"{W}ffData")))
                self._codes += 1
        elif kind == "separate" and self._open and not self._open[-1].shows:
            self._open[-1].shows = True
            self._codes -= 1
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self._codes -= not ended.shows
            return _ended(ended)
        return None


def unclosed(root: Element) -> frozenset[Element]:
    """Return the beginnings of fields that never end: they would swallow all that follows."""
    open_: list[Element] = []
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(_TYPE)
        if kind == "begin":
            open_.append(element)
        elif kind == "end" and open_:
            open_.pop()
    return frozenset(open_)


def kind_of(code: str) -> str:
    """Return the name of the field that has this code."""
    words = code.split(maxsplit=1)
    return words[0].upper() if words else ""


def is_told(kind: str) -> bool:
    """Tell whether a person should know that such a field's text was a field."""
    return bool(kind) and kind not in _QUIET


def _ended(field_: _Field) -> Ended:
    kind = field_.kind
    if field_.text:
        return Ended(kind, "", is_told(kind) and field_.shows)
    shown = _shown(field_, kind)
    return Ended(kind, shown, bool(shown), kind == "EQ")


def _shown(field_: _Field, kind: str) -> str:
    """What a field without text in it shows all the same."""
    code = "".join(field_.code)
    if kind == "EQ":
        return equations.of_field(code)
    if kind in ("MACROBUTTON", "GOTOBUTTON"):
        found = _BUTTON.match(code)
        return found[1].strip() if found else ""
    if kind == "SYMBOL":
        return _sign(code)
    return _of_form(field_.form) if field_.form is not None else ""


def _sign(code: str) -> str:
    found = _SYMBOL.match(code)
    if not found:
        return ""
    number = int(found[1], 0) if found[1].lower().startswith("0x") else int(found[1])
    if number > 0x10FFFF or number < 0x20 or 0xD800 <= number <= 0xDFFF:
        return ""
    return symbols.shown(chr(number), (found[2] or "").strip())[0]


def _of_form(form: Element) -> str:
    """A box to tick or a list to choose from, as it stands."""
    box, choices = form.find(f"{W}checkBox"), form.find(f"{W}ddList")
    if box is not None:
        said = box.find(f"{W}checked")
        said = box.find(f"{W}default") if said is None else said
        return "☒" if said is not None and on(said.get(VAL, "1")) else "☐"
    if choices is not None:
        entries = [each.get(VAL, "") for each in choices.iterchildren(f"{W}listEntry")]
        chosen = choices.find(f"{W}result")
        place = chosen.get(VAL, "0") if chosen is not None else "0"
        return entries[int(place)] if place.isdigit() and int(place) < len(entries) else "".join(entries[:1])
    return ""

"""Runs: an item's text as OOXML, split by marks and by script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bulletin_desktop.document.model import Mark
from bulletin_desktop.export.docx.xml import escaped
from bulletin_desktop.typeset.layout import Face, TextRun
from bulletin_desktop.typeset.template import with_family

# What stands in the Latin font. Marks that both scripts use (“ ” … — · × §) are not here: Word draws
# them in the Latin font, half as wide, unless their run says w:hint="eastAsia".
_LETTER = "!-~\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
_PORTIONS = re.compile(f"(?P<latin>[{_LETTER}](?:[{_LETTER} ]|’(?=[{_LETTER}]))*)|[^{_LETTER}]+")

# In the order of CT_RPr (ECMA-376 part 1, 17.3.2.28); w:rFonts stands before them all.
_FORMATS = (
    (Mark.BOLD, "<w:b/>"),
    (Mark.ITALIC, "<w:i/>"),
    (Mark.STRIKE, "<w:strike/>"),
    (Mark.HIGHLIGHT, '<w:highlight w:val="yellow"/>'),
    (Mark.UNDERLINE, '<w:u w:val="single"/>'),
    (Mark.SUPERSCRIPT, '<w:vertAlign w:val="superscript"/>'),
    (Mark.SUBSCRIPT, '<w:vertAlign w:val="subscript"/>'),
    (Mark.EMPHASIS, '<w:em w:val="dot"/>'),
)
_CONTROLS = {"\n": "<w:r><w:br/></w:r>", "\t": "<w:r><w:tab/></w:r>"}
_SPLIT = re.compile("([\n\t])")


class RunWriter:
    """Writes runs. *families* names the fonts of the marks 黑体 and 楷体."""

    def __init__(self, families: Mapping[str, str]) -> None:
        self._families = families
        self._properties: dict[tuple[frozenset[Mark], bool, Face], str] = {}

    def runs(self, runs: Iterable[TextRun], face: Face) -> str:
        """Return the w:r elements of *runs* in a style of *face*; newline and tab become w:br and w:tab."""
        return "".join(self._run(text, marks, face) for text, marks in runs)

    def _run(self, text: str, marks: frozenset[Mark], face: Face) -> str:
        if "\n" not in text and "\t" not in text:
            return self._portions(text, marks, face)
        return "".join(
            _CONTROLS[piece] if piece in _CONTROLS else self._portions(piece, marks, face)
            for piece in _SPLIT.split(text)
        )

    def _portions(self, text: str, marks: frozenset[Mark], face: Face) -> str:
        out = []
        for match in _PORTIONS.finditer(text):
            known = self._property(marks, match.lastgroup is None, face)
            out.append(f'<w:r>{known}<w:t xml:space="preserve">{escaped(match[0])}</w:t></w:r>')
        return "".join(out)

    def _property(self, marks: frozenset[Mark], east: bool, face: Face) -> str:
        """Return the w:rPr of a portion, empty if it needs none."""
        known = self._properties.get((marks, east, face))
        if known is None:
            known = self._properties[marks, east, face] = self._described(marks, east, face)
        return known

    def _described(self, marks: frozenset[Mark], east: bool, face: Face) -> str:
        hint = ' w:hint="eastAsia"' if east else ""
        family = next((self._families[mark] for mark in (Mark.HEITI, Mark.KAITI) if mark in marks), None)
        marked = with_family(face, family) if family else face
        slots = font_slots(marked.east, marked.latin) if family else ""
        fonts = f"<w:rFonts{hint}{slots}/>" if hint or slots else ""
        # A run has one vertical alignment: of both, the superscript stays.
        unused = {Mark.SUBSCRIPT} if Mark.SUPERSCRIPT in marks else set()
        formats = "".join(xml for mark, xml in _FORMATS if mark in marks - unused)
        return f"<w:rPr>{fonts}{formats}</w:rPr>" if fonts or formats else ""


def font_slots(east: str, latin: str) -> str:
    """Return the four attributes of w:rFonts; one left out would be filled by the document's defaults."""
    east, latin = escaped(east), escaped(latin)
    return f' w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"'

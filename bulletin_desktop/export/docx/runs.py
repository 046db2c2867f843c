"""Runs: an item's text as OOXML, split by marks and by script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bulletin_desktop.document.model import Mark
from bulletin_desktop.export.docx.xml import escaped
from bulletin_desktop.typeset.characters import LATIN_RUN
from bulletin_desktop.typeset.layout import Face, TextRun
from bulletin_desktop.typeset.template import with_family

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
        self._opened: dict[tuple[frozenset[Mark], bool, Face, Face], tuple[str, str]] = {}

    def runs(self, runs: Iterable[TextRun], face: Face) -> str:
        """Return the w:r elements of *runs* in a style of *face*; newline and tab become w:br and w:tab."""
        return "".join(self._run(run, run.face or face, face) for run in runs)

    def _run(self, run: TextRun, face: Face, named: Face) -> str:
        text = run.text
        latin, east = self._beginnings(run, face, named)
        if "\n" not in text and "\t" not in text:
            return _portions(text, latin, east)
        return "".join(
            _CONTROLS[piece] if piece in _CONTROLS else _portions(piece, latin, east)
            for piece in _SPLIT.split(text)
        )

    def _beginnings(self, run: TextRun, face: Face, named: Face) -> tuple[str, str]:
        """Return how a Latin and how a Chinese portion begins."""
        key = run.marks, run.parted, face, named
        known = self._opened.get(key)
        if known is None:
            latin, east = (
                f'<w:r>{self._described(run, script, face, named)}<w:t xml:space="preserve">'
                for script in (False, True)
            )
            known = self._opened[key] = latin, east
        return known

    def _described(self, run: TextRun, east: bool, face: Face, named: Face) -> str:
        marks = run.marks
        hint = ' w:hint="eastAsia"' if east else ""
        family = next((self._families[mark] for mark in (Mark.HEITI, Mark.KAITI) if mark in marks), None)
        marked = with_family(face, family) if family else face
        # LibreOffice knows no hint: without these slots it draws “ and — of such a run in the Latin font.
        latin = marked.east if east else marked.latin
        slots = (
            font_slots(marked.east, latin)
            if family or latin != named.latin or marked.east != named.east
            else ""
        )
        fonts = f"<w:rFonts{hint}{slots}/>" if hint or slots else ""
        # A run has one vertical alignment: of both, the superscript stays.
        unused = {Mark.SUBSCRIPT} if Mark.SUPERSCRIPT in marks else set()
        formats = "".join(xml for mark, xml in _FORMATS[:3] if mark in marks)
        if named.bold and not face.bold and Mark.BOLD not in marks:
            formats = f'<w:b w:val="0"/>{formats}'
        if run.parted:
            formats += '<w:w w:val="100"/>'  # the width it has already: a portion of its own
        if face.half_points != named.half_points:
            formats += f'<w:sz w:val="{face.half_points}"/><w:szCs w:val="{face.half_points}"/>'
        formats += "".join(xml for mark, xml in _FORMATS[3:] if mark in marks - unused)
        return f"<w:rPr>{fonts}{formats}</w:rPr>" if fonts or formats else ""


def _portions(text: str, latin: str, east: str) -> str:
    """Return *text* in runs of one script each. What is escaped is ASCII, so it can be so before dividing.

    Marks that both scripts use (“ ” … — · ×) are in Chinese runs: Word draws them in the Latin font, half as
    wide, unless their run says w:hint="eastAsia".
    """
    text, out, end = escaped(text), [], 0
    for match in LATIN_RUN.finditer(text):
        start = match.start()
        if start > end:
            out.append(f"{east}{text[end:start]}</w:t></w:r>")
        end = match.end()
        out.append(f"{latin}{match[0]}</w:t></w:r>")
    if end < len(text):
        out.append(f"{east}{text[end:]}</w:t></w:r>")
    return "".join(out)


def font_slots(east: str, latin: str) -> str:
    """Return the four attributes of w:rFonts; one left out would be filled by the document's defaults."""
    east, latin = escaped(east), escaped(latin)
    return f' w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"'

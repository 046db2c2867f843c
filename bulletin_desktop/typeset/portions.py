"""A paragraph's text as portions: stretches that one font sets, and where its characters stand.

A portion ends where the script or the format changes. Spacing is not added after a portion's last
character, and a fifth of an em stands between Chinese and Latin letters or digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from bulletin_desktop.document.model import NO_MARKS, Mark
from bulletin_desktop.typeset.characters import CJK, LATIN, is_letter, scripts
from bulletin_desktop.typeset.layout import Style, TextRun
from bulletin_desktop.typeset.measures import Measures

_STRETCH = re.compile("W*C[CW]*|W*L[LW]*|W+")
_SCRIPT_SIZE = 58  # percent: superscript and subscript
_GAP = 5  # the gap between scripts is an em divided by this


class FontKey(NamedTuple):
    """What decides a character's width: family, whether it sets Latin text, weight, size in twips."""

    family: str
    latin: bool
    bold: bool
    em: int


class Portion(NamedTuple):
    """Characters [start, end) of a text that one font sets."""

    start: int
    end: int
    font: FontKey
    marks: frozenset[Mark]


class _Widths(dict[str, float]):
    """Character to advance in twips, for one font; filled as characters occur."""

    def __init__(self, font: FontKey, measures: Measures) -> None:
        super().__init__()
        self._font = font
        self._measures = measures

    def __missing__(self, char: str) -> float:
        font = self._font
        width = self._measures.advance(font.family, char, font.bold, font.latin) * font.em
        self[char] = width
        return width


@dataclass(frozen=True, slots=True)
class Spread:
    """A text's characters along one endless line, in twips.

    Between starts at ``edges[start]`` and ``edges[end]`` lie the characters [start, end) with what
    stands before each; what stands before the first, ``before[start]``, vanishes at a line's start.
    """

    text: str
    script: str  # one letter a character, C or L
    portions: tuple[Portion, ...]
    before: Sequence[float]
    edges: Sequence[float]  # one more than characters

    def width(self, start: int, end: int) -> float:
        """Return the width of a line of characters [start, end)."""
        return self.edges[end] - self.edges[start] - self.before[start] if end > start else 0.0


@dataclass(slots=True)
class Spreader:
    """Measures texts, keeping every width it has asked for; *mark_faces* name 黑体 and 楷体."""

    measures: Measures
    mark_faces: dict[str, str] = field(default_factory=dict)
    _widths: dict[FontKey, _Widths] = field(default_factory=dict)

    def spread(self, runs: Sequence[TextRun], style: Style) -> Spread:
        """Return where the characters of *runs* stand, without line breaks."""
        text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        letters = scripts(text)
        if len(runs) == 1 and LATIN not in letters and not runs[0].marks:
            return self._plain(text, style)
        script = "".join(_resolved(letters))
        portions = tuple(self._portions(runs, script, style))
        advances: list[float] = []
        before = [float(style.spacing)] * len(text)
        for portion in portions:
            advances += self._advances(text[portion.start : portion.end], portion.font)
            before[portion.start] = self._gap(text, script, portion, style)
        edges = [0.0, *accumulate(map(float.__add__, advances, before))]
        return Spread(text, script, portions, before, edges)

    def widths(self, font: FontKey) -> dict[str, float]:
        """Return the advances of one font, which fill themselves."""
        found = self._widths.get(font)
        if found is None:
            found = self._widths[font] = _Widths(font, self.measures)
        return found

    def _plain(self, text: str, style: Style) -> Spread:
        """The fast way for a paragraph without Latin letters or marks."""
        face = style.face
        font = FontKey(face.east, False, face.bold, face.em)
        advances = self._advances(text, font)
        spacing = float(style.spacing)
        edges = [0.0, *accumulate([width + spacing for width in advances])]
        before = [spacing] * len(text)
        return Spread(text, CJK * len(text), (Portion(0, len(text), font, NO_MARKS),), before, edges)

    def _advances(self, text: str, font: FontKey) -> list[float]:
        widths = self.widths(font)
        advances = [widths[char] for char in text]
        if "——" in text and not font.latin and advances[text.index("—")] != font.em:
            # Such a font draws two dashes as one glyph two ems wide.
            at = text.find("——")
            while at >= 0:
                advances[at], advances[at + 1] = float(font.em), float(font.em)
                at = text.find("——", at + 2)
        return advances

    def _portions(self, runs: Sequence[TextRun], script: str, style: Style) -> Iterator[Portion]:
        at = 0
        for run in runs:
            stop = at + len(run.text)
            while at < stop:
                end = at + 1
                while end < stop and script[end] == script[at]:
                    end += 1
                yield Portion(at, end, self._font(style, run.marks, script[at] == LATIN), run.marks)
                at = end

    def _font(self, style: Style, marks: frozenset[Mark], latin: bool) -> FontKey:
        face = style.face
        east, western, em = face.east, face.latin, face.em
        for mark in (Mark.HEITI, Mark.KAITI):
            if mark in marks and mark in self.mark_faces:
                western = self.mark_faces[mark] if western == east else western
                east = self.mark_faces[mark]
        if Mark.SUPERSCRIPT in marks or Mark.SUBSCRIPT in marks:
            em = em * _SCRIPT_SIZE // 100
        return FontKey(western if latin else east, latin, face.bold or Mark.BOLD in marks, em)

    def _gap(self, text: str, script: str, portion: Portion, style: Style) -> float:
        at = portion.start
        if at == 0 or script[at] == script[at - 1]:
            return 0.0
        joined = is_letter(text[at]) and is_letter(text[at - 1])
        return float(style.face.em // _GAP) if joined else 0.0


def _resolved(letters: str) -> Iterator[str]:
    """Weak characters take the script before them, at the start the one after."""
    for stretch in _STRETCH.finditer(letters):
        found = stretch.group()
        yield (LATIN if LATIN in found else CJK) * len(found)

"""A paragraph's text as portions: stretches that one font sets, and where its characters stand.

A portion ends where the script or the format changes. Spacing is not added after a portion's last
character, and a fifth of an em stands between Chinese and Latin letters or digits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import accumulate, islice
from operator import add
from typing import NamedTuple

from bulletin_desktop.document.model import NO_MARKS, Mark
from bulletin_desktop.typeset.characters import CJK, LATIN, LATIN_RUN, WEAK, is_letter, scripts
from bulletin_desktop.typeset.layout import Face, Style, TextRun
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.mending import Laid, mended
from bulletin_desktop.values import dataclass

LONG = 2000  # characters of a paragraph that is mended rather than spread anew at every key
_DASHES = re.compile("——")
_STRETCH = re.compile("C[CW]*|W*L[LW]*|W+")
_SCRIPT_SIZE = 58  # percent: superscript and subscript
_LATIN_FAMILY = "F"
_SAME = re.compile(f"{CJK}+|{LATIN}+|{_LATIN_FAMILY}+")
_LATIN_FAMILY_RUN = re.compile(f"{LATIN_RUN.pattern}|\t")
_LEAN = 12  # an italic portion leans by its height divided by this
_UNITS = 6  # LibreOffice lays text out at 8640 dots an inch, six a twip
_GAP = 5  # the gap between scripts is the em of what stands before it divided by this


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
        width = self[char] = round(width * _UNITS) / _UNITS
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
    hanging: bool = True
    joined: frozenset[int] = frozenset()  # second halves of —— that the font draws as one glyph
    leaning: tuple[tuple[Portion, int], ...] = ()  # italic portions, and what room each wants behind it
    starts: Sequence[int] = field(init=False, compare=False)  # of the portions, to look them up by

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [portion.start for portion in self.portions])

    def portion_start(self, at: int) -> int:
        """Return where the portion begins that holds character *at*."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def portions_from(self, at: int) -> Iterator[Portion]:
        """Yield the portion that holds character *at* and those behind it."""
        first = max(0, bisect_right(self.starts, at) - 1)  # a picture's line has no portion
        return islice(self.portions, first, None)

    def lost(self, start: int) -> float:
        """Return by how much a line that starts at *start*, amid a portion, is narrower by rounding."""
        portion = self.portions[bisect_right(self.starts, start) - 1]
        if portion.start == start or not portion.font.latin:
            return 0.0
        return -_to_whole(self.edges[portion.end] - self.edges[start] - self.before[start])

    def width(self, start: int, end: int) -> float:
        """Return the width of a line of characters [start, end)."""
        return self.edges[end] - self.edges[start] - self.before[start] if end > start else 0.0


@dataclass(slots=True)
class Spreader:
    """Measures texts, keeping every width it has asked for; *mark_faces* name 黑体 and 楷体."""

    measures: Measures
    mark_faces: dict[str, str] = field(default_factory=dict)
    _widths: dict[FontKey, _Widths] = field(default_factory=dict)
    _last: tuple[Style, Laid] | None = None  # the long paragraph that was spread last

    def spread(self, runs: Sequence[TextRun], style: Style) -> Spread:
        """Return where the characters of *runs* stand, without line breaks."""
        text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        simple = len(runs) == 1 and not runs[0].marks and runs[0].face is None
        if simple and len(text) >= LONG:
            return self._long(text, style)
        letters = scripts(text)
        if simple and LATIN not in letters and letters[:1] != WEAK:
            return self._plain(text, style)
        laid = self._lay(runs, text, letters, style)
        return _spread(laid, style, self._leaning(laid.portions))

    def _long(self, text: str, style: Style) -> Spread:
        """A long paragraph, which is mostly the one of the last time with a few characters changed."""
        if self._last is not None and self._last[0] == style:
            laid = mended(self._last[1], text, lambda part: self._simply(part, style))
        else:
            laid = self._simply(text, style)
        self._last = style, laid
        return _spread(laid, style)

    def _simply(self, text: str, style: Style) -> Laid:
        return self._lay((TextRun(text),), text, scripts(text), style)

    def _lay(self, runs: Sequence[TextRun], text: str, letters: str, style: Style) -> Laid:
        script = _resolved(letters)
        portions = self._portions(runs, text, script, style.face)
        advances: list[float] = []
        before = [float(style.spacing)] * len(text)
        last: Portion | None = None
        for portion in portions:
            start = portion.start
            widths = self.widths(portion.font)
            own = list(map(widths.__getitem__, text[start : portion.end]))
            if portion.font.latin:
                own[-1] += _to_whole(sum(own))
            advances += own
            changes = last is not None and last.font.latin != portion.font.latin
            before[start] = 0.0
            if last and changes and is_letter(text[start]) and is_letter(text[start - 1]):
                before[start] = float(last.font.em // _GAP)
            last = portion
        joined = self._join(text, portions, advances, before)
        return Laid(text, script, portions, advances, before, joined)

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
        widths = self.widths(font)
        advances = list(map(widths.__getitem__, text))
        portions = (Portion(0, len(text), font, NO_MARKS),)
        before = [float(style.spacing)] * len(text)
        joined = self._join(text, portions, advances, before)
        return Spread(
            text, CJK * len(text), portions, before, _edges(advances, before), style.hanging, joined
        )

    def _join(
        self, text: str, portions: Sequence[Portion], advances: list[float], before: list[float]
    ) -> frozenset[int]:
        """Set every — of Chinese text one em wide; return the second halves of ——.

        A font whose dash is not one em has another glyph for Chinese text, and a single one of two ems
        for two, which no spacing parts.
        """
        joined: set[int] = set()
        if "—" in text:
            for start, end, font, _ in portions:
                if not font.latin and self.widths(font)["—"] != font.em:
                    joined.update(dash.start() + 1 for dash in _DASHES.finditer(text, start, end))
                    for at in range(start, end):
                        if text[at] == "—":
                            advances[at] = float(font.em)
            for at in joined:
                before[at] = 0.0
        return frozenset(joined)

    def _leaning(self, portions: Sequence[Portion]) -> tuple[tuple[Portion, int], ...]:
        """LibreOffice keeps a twelfth of an italic portion's height free behind it at a line's end."""
        return tuple(
            (portion, round(self._height(portion.font)) // _LEAN)
            for portion in portions
            if Mark.ITALIC in portion.marks
        )

    def _height(self, font: FontKey) -> float:
        return self.measures.height(font.family, font.bold, font.latin) * font.em

    def _portions(self, runs: Sequence[TextRun], text: str, script: str, face: Face) -> tuple[Portion, ...]:
        by_family = _by_family(text, script) if any(_divided(run.face or face) for run in runs) else script
        portions, at = [], 0
        for run in runs:
            own = run.face or face
            kinds = by_family if _divided(own) else script
            fonts: dict[str, FontKey] = {}
            stop = at + len(run.text)
            for stretch in _SAME.finditer(kinds, at, stop):
                kind = kinds[stretch.start()]
                font = fonts.get(kind)
                if font is None:
                    font = fonts[kind] = self._font(own, run.marks, kind == _LATIN_FAMILY, kind != CJK)
                portions.append(Portion(stretch.start(), stretch.end(), font, run.marks))
            at = stop
        return tuple(portions)

    def _font(self, face: Face, marks: frozenset[Mark], latin_family: bool, latin: bool) -> FontKey:
        east, western, em = face.east, face.latin, face.em
        for mark in (Mark.HEITI, Mark.KAITI):
            if mark in marks and mark in self.mark_faces:
                western = self.mark_faces[mark] if western == east else western
                east = self.mark_faces[mark]
        if Mark.SUPERSCRIPT in marks or Mark.SUBSCRIPT in marks:
            em = em * _SCRIPT_SIZE // 100
        return FontKey(western if latin_family else east, latin, face.bold or Mark.BOLD in marks, em)


def _spread(laid: Laid, style: Style, leaning: tuple[tuple[Portion, int], ...] = ()) -> Spread:
    edges = _edges(laid.advances, laid.before)
    return Spread(
        laid.text, laid.script, laid.portions, laid.before, edges, style.hanging, laid.joined, leaning
    )


def _divided(face: Face) -> bool:
    """True if Latin text stands in a family of its own."""
    return face.east != face.latin


def _to_whole(width: float) -> float:
    """What *width* lacks to the next whole twip: LibreOffice rounds every portion's width."""
    return int(width + 0.5) - width


def _edges(advances: Iterable[float], before: Iterable[float]) -> list[float]:
    return list(accumulate(map(add, advances, before), initial=0.0))


def _resolved(letters: str) -> str:
    """Weak characters take the script before them; at the start LibreOffice takes them for Latin."""
    if WEAK not in letters:
        return letters
    return _STRETCH.sub(_of_one_script, letters)


def _of_one_script(stretch: re.Match[str]) -> str:
    found = stretch.group()
    return (CJK if found[0] == CJK else LATIN) * len(found)


def _by_family(text: str, script: str) -> str:
    """The scripts, with what stands in the Latin family marked; other Latin stands in the Chinese one."""
    pieces, at = [], 0
    for run in _LATIN_FAMILY_RUN.finditer(text):
        pieces += [script[at : run.start()], _LATIN_FAMILY * len(run.group())]
        at = run.end()
    return "".join(pieces) + script[at:]

"""What one line of a page looks like, ready to be painted: glyph runs, rules and marks.

Every length is in twips; x counts from the page's left edge, y from the line's top; a page number's from the
page's top edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QPen, QRawFont, QTextLayout

from bulletin_desktop.document.model import Mark
from bulletin_desktop.gui.preview.qt_measures import page_font
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.place import Glyphs
from bulletin_desktop.values import dataclass

# Shares of the em. Word and LibreOffice each have their own; these look like both.
_UNDERLINE_DROP = 0.13
_STRIKE_RISE = 0.30
_STROKE = 0.07
_DOT_DROP = 0.24
_DOT_RADIUS = 0.06
_HIGHLIGHT_ABOVE = 0.88
_HIGHLIGHT_BELOW = 0.14


class InkRun(NamedTuple):
    """Glyphs of one font, at the place of the run's origin.

    *texts* has what each glyph stands for; *joined* says that nothing stands between the run before and it.
    """

    color: str
    at: QPointF
    run: QGlyphRun
    texts: Sequence[str]
    joined: bool


@dataclass(frozen=True, slots=True)
class LineInk:
    """One line's paint, back to front. Colours are the layout's, as RRGGBB."""

    highlights: tuple[QRectF, ...]
    runs: tuple[InkRun, ...]
    strokes: tuple[tuple[str, float, QLineF], ...]  # with their thickness
    dots: tuple[tuple[str, QPointF, float], ...]  # with their radius


class Inker:
    """Turns placed characters into paint; keeps the fonts it has loaded."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._fonts: dict[tuple[str, bool, int, bool, bool], tuple[QFont, QRawFont]] = {}

    def ink(self, portions: Iterable[Glyphs]) -> LineInk:
        """Return the paint of one line."""
        highlights: list[QRectF] = []
        runs: list[InkRun] = []
        strokes: list[tuple[str, float, QLineF]] = []
        dots: list[tuple[str, QPointF, float]] = []
        end = -1  # of the text so far
        painted = [portion for portion in portions if portion.text]
        for portion, after in zip_longest(painted, painted[1:]):  # a row of empty cells has nothing to paint
            em, baseline = portion.em, portion.y - portion.rise
            joined, end = portion.start == end >= 0, portion.start + len(portion.text)
            for run, texts in self._runs(portion):
                if texts:
                    runs.append(InkRun(portion.color, QPointF(0, baseline), run, texts, joined))
                joined = bool(texts)
            if not portion.marks:
                continue
            left = portion.xs[0]
            if Mark.HIGHLIGHT in portion.marks:
                top, right = baseline - em * _HIGHLIGHT_ABOVE, _marked_to(portion, after, Mark.HIGHLIGHT)
                highlights.append(QRectF(left, top, right - left, em * (_HIGHLIGHT_ABOVE + _HIGHLIGHT_BELOW)))
            for mark, rise in ((Mark.UNDERLINE, -_UNDERLINE_DROP), (Mark.STRIKE, _STRIKE_RISE)):
                if mark in portion.marks:
                    y, right = baseline - em * rise, _marked_to(portion, after, mark)
                    strokes.append((portion.color, em * _STROKE, QLineF(left, y, right, y)))
            if Mark.EMPHASIS in portion.marks:
                dots.extend(self._emphasis(portion))
        return LineInk(tuple(highlights), tuple(runs), tuple(strokes), tuple(dots))

    def _emphasis(self, portion: Glyphs) -> Iterator[tuple[str, QPointF, float]]:
        """A dot under the middle of every character that is not a space."""
        y = portion.y + portion.em * _DOT_DROP - portion.rise
        for char, x in zip(portion.text, portion.xs, strict=True):
            if not char.isspace():
                width = self._measures.advance(portion.family, char, portion.bold, portion.latin)
                yield portion.color, QPointF(x + width * portion.em / 2, y), portion.em * _DOT_RADIUS

    def _runs(self, portion: Glyphs) -> list[tuple[QGlyphRun, Sequence[str]]]:
        """One run with its text, and one more for each character that the portion's font does not have.

        A space that it does not have is a run without a text.
        """
        font, raw = self._font(portion, portion.latin)
        glyphs = raw.glyphIndexesForString(portion.text)
        if 0 not in glyphs:
            return [(_run(raw, glyphs, portion.xs), portion.text)]
        runs: list[tuple[QGlyphRun, Sequence[str]]] = []
        _, other = self._font(portion, not portion.latin)
        placed = zip(glyphs, portion.xs, portion.text, strict=True)
        for own, group in groupby(placed, key=lambda each: each[0] != 0):
            if own:
                indexes, xs, texts = zip(*group, strict=True)
                runs.append((_run(raw, list(indexes), xs), texts))
                continue
            for _, x, char in group:
                lent = [] if char.isspace() else other.glyphIndexesForString(char)
                if not lent:
                    runs.append((QGlyphRun(), ""))
                else:
                    runs.extend([(_run(other, lent, [x]), char)] if lent[0] else _borrowed(char, font, x))
        return runs

    def _font(self, portion: Glyphs, latin: bool) -> tuple[QFont, QRawFont]:
        """The font that sets *portion*, as the measures answer for it."""
        italic = Mark.ITALIC in portion.marks
        key = (portion.family, latin, portion.em, portion.bold, italic)
        if key not in self._fonts:
            font = page_font(self._measures.used(portion.family, latin), portion.em)
            font.setBold(portion.bold)
            font.setItalic(italic)
            self._fonts[key] = (font, QRawFont.fromFont(font))
        return self._fonts[key]


def paint_ink(painter: QPainter, ink: LineInk, top: float, colors: dict[str, QColor], marker: QColor) -> None:
    """Paint one line whose top is *top*. *colors* maps every colour of the ink; *marker* highlights."""
    for rect in ink.highlights:
        painter.fillRect(rect.translated(0, top), marker)
    for color, at, run, _, _ in ink.runs:
        painter.setPen(colors[color])
        painter.drawGlyphRun(QPointF(at.x(), at.y() + top), run)
    for color, thickness, line in ink.strokes:
        painter.setPen(QPen(colors[color], thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(line.translated(0, top))
    for color, at, radius in ink.dots:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors[color])
        painter.drawEllipse(QPointF(at.x(), at.y() + top), radius, radius)


def _marked_to(portion: Glyphs, after: Glyphs | None, mark: Mark) -> float:
    """Where a mark of *portion* ends: across the gap to what comes *after*, if that has it too."""
    follows = after is not None and after.start == portion.start + len(portion.text) and portion.start >= 0
    return after.xs[0] if after is not None and follows and mark in after.marks else portion.end


def _run(raw: QRawFont, glyphs: list[int], xs: Iterable[float]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(glyphs)
    run.setPositions([QPointF(x, 0) for x in xs])
    return run


def _borrowed(char: str, font: QFont, x: float) -> list[tuple[QGlyphRun, Sequence[str]]]:
    """A character from whatever font the system offers for it; of several glyphs the first stands for it."""
    layout = QTextLayout(char, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs: list[tuple[QGlyphRun, Sequence[str]]] = []
    for run in layout.glyphRuns():
        glyphs = run.glyphIndexes()
        texts = ("" if runs else char, *[""] * (len(glyphs) - 1))
        runs.append((_run(run.rawFont(), glyphs, [x] * len(glyphs)), texts))
    return runs

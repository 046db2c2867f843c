"""What is marked on the pages besides their text: what is edited, what is selected, what was found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF

from bulletin_desktop.gui.preview import aim, reading
from bulletin_desktop.gui.preview.reading import Piece, Stretch
from bulletin_desktop.typeset.layout import Layout

Shape = tuple["Kind", float, float, float, float]
"""Left, top, width and height in twips of a page."""

BAR, HAIR, GAP = 3.0, 1.0, 9.0  # pixels; the bar stands left of the text


class Kind(Enum):
    """Why something is marked."""

    BAR = auto()  # the paragraph being edited
    HAIR = auto()  # its article
    SELECTED = auto()
    FOUND = auto()
    CURRENT = auto()  # the one of the found that was gone to


class Marks:
    """Knows the marks of a layout's pages. Stretches of articles are found again in the next layout."""

    def __init__(self, placed: aim.Places) -> None:
        self._placed = placed
        self._layout: Layout | None = None
        self._followed: tuple[str, str] | None = None
        self._chosen: tuple[str, tuple[Piece, ...]] = ("", ())  # in the editor
        self._selected: tuple[Stretch, ...] = ()
        self._found: tuple[Stretch, ...] = ()
        self._current: Stretch | None = None
        self._by_item: dict[Kind, dict[int, list[Stretch]]] = {}

    @property
    def selected(self) -> tuple[Stretch, ...]:
        """What is selected, on whatever pages."""
        return self._selected

    def set_layout(self, layout: Layout | None) -> None:
        """Mark the pages of another layout; what was found or selected there in other words is forgotten."""
        before, self._layout = self._layout, layout
        if self._found:
            current = self._current
            self.set_found(_kept(self._found, before, layout))
            self._current = current if current in self._found else None
        if self._chosen[1]:
            self.choose(*self._chosen)
        elif self._selected:
            self._take_selected(_kept(self._selected, before, layout))

    def follow(self, article: str, block: str) -> None:
        """Mark a paragraph, and its article, as being edited."""
        self._followed = article, block

    def followed(self) -> tuple[str, str] | None:
        """Return the article and the block being edited."""
        return self._followed

    def choose(self, article: str, pieces: Sequence[Piece]) -> None:
        """Mark as selected what is selected of an article's text in the editor."""
        self._chosen = article, tuple(pieces)
        stretches = reading.of_article(self._layout, article, pieces) if self._layout and pieces else ()
        self._take_selected(stretches)

    def select(self, stretches: Sequence[Stretch]) -> None:
        """Mark stretches as selected."""
        self._chosen = ("", ())
        self._take_selected(tuple(stretches))

    def set_found(self, found: Sequence[Stretch], current: int = -1) -> None:
        """Mark stretches as found, one of them as the *current*."""
        self._found = tuple(found)
        self._current = self._found[current] if 0 <= current < len(self._found) else None
        self._by_item[Kind.FOUND] = reading.by_item(self._found)

    def _take_selected(self, stretches: tuple[Stretch, ...]) -> None:
        self._selected = stretches
        self._by_item[Kind.SELECTED] = reading.by_item(stretches)

    def below(self, index: int, exposed: QRectF | None = None) -> list[Shape]:
        """Return what is painted under the text of page *index*, where it touches *exposed*."""
        shapes: list[Shape] = []
        layout = self._layout
        if layout is None or not (self._found or self._selected):
            return shapes
        for line in layout.pages[index].lines:
            if exposed is not None and not aim.line_rect(layout, line).intersects(exposed):
                continue
            for kind, stretches in self._by_item.items():
                for start, end in reading.on_line(stretches.get(line.item, ()), line):
                    shown = Kind.CURRENT if self._is_current(kind, line.item, start, end) else kind
                    shapes += [
                        (shown, *box.getRect()) for box in aim.boxes(line, self._placed(line), start, end)
                    ]
        return shapes

    def above(self, index: int, scale: float) -> list[Shape]:
        """Return bar and hair line of page *index*; *scale* is pixels a twip: their width is in pixels."""
        if self._layout is None or self._followed is None:
            return []
        article, block = self._followed
        extent = aim.extent_of(self._layout, index, article)
        if extent is None:
            return []
        left = self._layout.template.page.left - (GAP + BAR) / scale
        middle = left + (BAR - HAIR) / 2 / scale
        shapes: list[Shape] = [(Kind.HAIR, middle, extent[0], HAIR / scale, extent[1] - extent[0])]
        for top, bottom in aim.spans_of(self._layout, index, article, block):
            shapes.append((Kind.BAR, left, top, BAR / scale, bottom - top))
        return shapes

    def _is_current(self, kind: Kind, item: int, start: int, end: int) -> bool:
        now = self._current
        inside = now is not None and now.placed == item and now.start <= start and end <= now.end
        return kind is Kind.FOUND and inside


def _kept(stretches: Sequence[Stretch], before: Layout | None, after: Layout | None) -> tuple[Stretch, ...]:
    """The stretches of items that are the same in both layouts, at the same place among the others."""
    old, new = (layout.placed if layout else () for layout in (before, after))
    return tuple(
        each for each in stretches
        if each.placed < min(len(old), len(new)) and old[each.placed].item is new[each.placed].item
    )  # fmt: skip

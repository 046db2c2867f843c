"""Finding and replacing in the open article: every hit is marked while one writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_desktop.document.finding import Found, Hit, Place, Replacement, lines, replaced
from bulletin_desktop.document.model import ARTICLE_FIELDS, Article, Paragraph
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.editor.article_editor import ArticleEditor

PATIENCE = 0.1  # seconds for one line of text: this search holds the window up
REST = 150  # ms after the last key
MARKED = 1000  # hits round the current one that are marked; nobody sees more at once

Piece = tuple[str, int, int]  # block, start, end, as the editor selects


class Seeker(Protocol):
    """What finds something in an article; a `Finder` is one."""

    def find(self, article: Article, patience: float) -> tuple[Found, ...]:
        """Return every line with hits, in the order of `finding.lines`."""


class Spot(NamedTuple):
    """A hit as it stands in the editor. A cell's or a caption's has no place of its own: its block has."""

    rank: int  # of its block in the article
    start: int
    end: int
    block: str
    found: Found
    hit: Hit


class InArticle(QObject):
    """Follows the article in *editor*. `counted` carries the current hit's number, from 0, and how many."""

    counted = Signal(int, int)
    failed = Signal(object)  # UserError: the pattern takes too long

    def __init__(self, editor: ArticleEditor, cursor: tuple[str, int], parent: QObject) -> None:
        """*cursor* is where the editor's cursor stands now: (block, offset)."""
        super().__init__(parent)
        self._editor = editor
        self._finder: Seeker | None = None
        self._within: tuple[Piece, ...] = ()
        self._spots: list[Spot] = []
        self._marks: list[Piece] = []  # what is marked of them, from number *first* on
        self._first = 0
        self._current = -1
        self._cursor = cursor
        self._gave_up = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(lambda: self.refresh(go=False))
        editor.edited.connect(self._edited)
        editor.cursor_moved.connect(self._moved)

    def look_for(self, finder: Seeker | None, within: Iterable[Piece] = (), go: bool = True) -> None:
        """Mark what *finder* finds, in the stretches *within* if there are any; None takes the marks away."""
        self._finder, self._within = finder, tuple(within)
        self._gave_up = False
        self.refresh(go)

    def refresh(self, go: bool = False) -> None:
        """Search anew; *go* to the hit at the cursor or after it."""
        self._rest.stop()
        self._spots, self._marks, self._current = [], [], -1
        article = self._editor.article()
        if self._finder is not None and article is not None and not self._gave_up:
            try:
                self._spots = [*_spots(article, self._finder.find(article, PATIENCE), self._within)]
            except UserError as error:
                self._gave_up = True  # until another pattern is asked for: each key would wait for it
                self.failed.emit(error)
            self._current = self._nearest(article)
        self._tell(go)

    def step(self, by: int, round_the_end: bool = True) -> bool:
        """Go to the next (1) or the previous (-1) hit; False where none is left that way."""
        if self._rest.isActive():
            self.refresh()
        if not self._spots:
            return False
        following = self._current + by
        if not self._at_current():  # the person has gone elsewhere: on from there
            following = self._after_cursor(self._editor.article()) - (by < 0)
        if not (round_the_end or 0 <= following < len(self._spots)):
            return False
        self._current = following % len(self._spots)
        self._tell(go=True)
        return True

    def go_near(self, block: str, offset: int) -> bool:
        """Go to the hit at a place or the first after it; False if the article has none any more."""
        article = self._editor.article()
        is_text = any(each.id == block for each in article.paragraphs()) or block in ARTICLE_FIELDS
        self._cursor = (block, offset if is_text else 0)
        self.refresh(go=True)
        return bool(self._spots)

    def go_to_last(self) -> bool:
        """Go to the last hit; False if there is none."""
        self.refresh()
        self._current = len(self._spots) - 1
        self._tell(go=True)
        return bool(self._spots)

    def show(self, place: Place, hit: Hit) -> None:
        """Go to a hit that was listed elsewhere."""
        self.refresh()
        known = (nth for nth, spot in enumerate(self._spots) if (spot.found.place, spot.hit) == (place, hit))
        self._current = next(known, self._current)
        self._tell(go=True)

    def replace_one(self, new: Replacement) -> None:
        """Replace the hit that is selected and go to the next; go to one first if none is."""
        article = self._editor.article()
        if article is None or not self._spots:
            return
        if not self._at_current():
            self.step(1)
            return
        spot = self._spots[self._current]
        after = replaced(article, [replace(spot.found, hits=(spot.hit,))], new)
        length = len(new.of(spot.found.text, spot.hit))
        self._rewrite(article, after)
        self._cursor = (spot.block, spot.start + length if spot.end else 0)
        self.refresh(go=True)

    def replace_all(self, new: Replacement) -> int:
        """Replace every hit as one step for undo; return how many there were."""
        article, count = self._editor.article(), len(self._spots)
        if article is None or not count:
            return 0
        by_line: dict[Place, list[Spot]] = {}
        for spot in self._spots:
            by_line.setdefault(spot.found.place, []).append(spot)
        found = [replace(each[0].found, hits=tuple(spot.hit for spot in each)) for each in by_line.values()]
        self._rewrite(article, replaced(article, found, new))
        self.refresh()
        return count

    def _rewrite(self, before: Article, after: Article) -> None:
        self._within = tuple(_moved(piece, before, after) for piece in self._within)
        self._editor.rewrite(after)

    def _nearest(self, article: Article) -> int:
        """The first hit at the cursor or after it, else the first of all; -1 if there is none."""
        return self._after_cursor(article) % len(self._spots) if self._spots else -1

    def _after_cursor(self, article: Article) -> int:
        """The number of the first hit at the cursor or after it; how many there are, if there is none."""
        rank = _ranks(article).get(self._cursor[0], 0)
        after = (nth for nth, spot in enumerate(self._spots) if spot[:2] >= (rank, self._cursor[1]))
        return next(after, len(self._spots))

    def _at_current(self) -> bool:
        if not 0 <= self._current < len(self._spots):
            return False
        spot = self._spots[self._current]
        return self._cursor == (spot.block, spot.start)

    def _tell(self, go: bool) -> None:
        if not self._first <= self._current < self._first + len(self._marks):
            self._first = max(0, min(self._current - MARKED // 2, len(self._spots) - MARKED))
            shown = self._spots[self._first : self._first + MARKED]
            self._marks = [(spot.block, spot.start, spot.end) for spot in shown]
        self._editor.mark_hits(self._marks, self._current - self._first if self._current >= 0 else -1)
        if go and self._current >= 0:
            spot = self._spots[self._current]
            self._editor.show_hit(spot.block, spot.start, spot.end)
            self._editor.flush()
            self._cursor = (spot.block, spot.start)
        self.counted.emit(self._current, len(self._spots))

    def _edited(self, _article: Article) -> None:
        if self._finder is not None:
            self._rest.start()

    def _moved(self, _article: str, block: str, offset: int) -> None:
        self._cursor = (block, offset)


def _spots(article: Article, found: Iterable[Found], within: tuple[Piece, ...]) -> Iterable[Spot]:
    ranks = _ranks(article)
    objects = {block.id for block in article.blocks if not isinstance(block, Paragraph)}
    starts = [sum(len(line) + 1 for line in article.headline[:nth]) for nth in range(len(article.headline))]
    for each in found:
        block, part = each.place
        shift = starts[part] if block == "headline" else 0
        for hit in each.hits:
            start, end = (hit.start + shift, hit.end + shift) if block not in objects else (0, 0)
            if _inside(within, block, start, end):
                yield Spot(ranks[block], start, end, block, each, hit)


def _ranks(article: Article) -> dict[str, int]:
    order = ("kicker", "headline", "subtitle", *(block.id for block in article.blocks), "credit")
    return {block: nth for nth, block in enumerate(order)}


def _inside(within: tuple[Piece, ...], block: str, start: int, end: int) -> bool:
    return not within or any(name == block and low <= start and end <= high for name, low, high in within)


def _moved(piece: Piece, before: Article, after: Article) -> Piece:
    """A stretch grows or shrinks with what was replaced in it."""
    block, start, end = piece
    return block, start, end + len(text_of(after, block)) - len(text_of(before, block))


def text_of(article: Article, block: str) -> str:
    """Return what the editor shows for a block, or for the headline its lines with a break between."""
    return "\n".join(line.text for line in lines(article) if line.place.block == block)

"""Items with their lines in, pages out, by counting heights.

Consistent with what LibreOffice and Word do with keepNext and keepLines in the styles: such a
chain moves as a whole. Where this pager moves an item for a reason those do not know, or for the
same reason, it puts a page break before it (`Placed.new_page`), so that every reader agrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import field
from typing import NamedTuple

from bulletin_desktop.typeset.breaker import Lines
from bulletin_desktop.typeset.layout import Item, Line, Page, Placed
from bulletin_desktop.typeset.tables import TableBox
from bulletin_desktop.typeset.template import PageSetup
from bulletin_desktop.values import dataclass

Flow = Sequence[tuple[Item, Lines]]
Foot = Callable[[int, int], Flow]


def paginate(
    flow: Flow, page: PageSetup, foot: Foot | None = None
) -> tuple[tuple[Placed, ...], tuple[Page, ...]]:
    """Return the items placed and the pages. There is at least one page.

    *foot* is asked for what ends the last page when all else is placed: it gets the height taken
    there and that page's number.
    """
    return Paginator(page).paginate(flow, foot)


class Paginator:
    """`paginate` again and again: what stands before the first difference from the last flow stays, and
    so does what comes after the last one, from the first page on that begins as it did.
    """

    def __init__(self, page: PageSetup) -> None:
        self._pager = _Pager((), page)
        self._main = 0  # items of the last flow before its foot
        self._made: list[tuple[list[Line], Page]] = []  # pages with the lists they were made of

    def paginate(
        self, flow: Flow, foot: Callable[[int, int], Flow] | None = None
    ) -> tuple[tuple[Placed, ...], tuple[Page, ...]]:
        """See the function of this name. Items count as unchanged that are the same objects."""
        pager = self._pager
        before = pager.without_foot(self._main)
        same = _same(before.flow, flow)
        pager.flow, self._main = flow, len(flow)
        pager.run(pager.return_before(same), before)
        if foot is not None:
            pager.flow = (*flow, *foot(pager.used, len(pager.pages)))
            pager.run(len(flow))
        self._made = [(lines, self._page(nth, lines)) for nth, lines in enumerate(pager.pages)]
        return tuple(pager.placed), tuple(page for _, page in self._made)

    def _page(self, nth: int, lines: list[Line]) -> Page:
        if nth < len(self._made):
            known, page = self._made[nth]
            if known is lines and len(page.lines) == len(lines):  # lists only grow
                return page
        return Page(nth + 1, tuple(lines))


def _same(before: Flow, after: Flow) -> int:
    """How many items both flows begin with."""
    pairs = enumerate(zip(before, after, strict=False))
    differs = (nth for nth, (old, new) in pairs if old[0] is not new[0] or old[1] is not new[1])
    return next(differs, min(len(before), len(after)))


def _height(item: Item, lines: Lines) -> int:
    """The height of an item that does not cross a page."""
    return len(lines) * item.style.pitch if item.table is None else item.table.height


def _opening(item: Item, lines: Lines) -> int:
    """The height that must be free on a page for an item to start there."""
    if item.table is not None:
        return item.table.opening
    return (len(lines) if item.style.keep_lines else min(len(lines), 1)) * item.style.pitch


def _renumbered(pages: list[list[Line]], by: int) -> list[list[Line]]:
    """Pages whose lines belong to items *by* further on; the same lists if that is none."""
    if not by:
        return pages
    return [[Line(line.item + by, *line[1:]) for line in lines] for lines in pages]


class _Start(NamedTuple):
    """The state before an item was placed, to return to."""

    flow: int
    pages: int
    used: int
    reach: int  # the last flow index that was looked at to place it


def _moved(starts: list[_Start], items: int, pages: int) -> list[_Start]:
    """Starts of items that stand so many *items* and *pages* further on; the same list if that is none."""
    if not items and not pages:
        return starts
    return [_Start(flow + items, at + pages, used, reach + items) for flow, at, used, reach in starts]


def _on_later_pages(placed: list[Placed], pages: int) -> list[Placed]:
    """Items as they stand so many *pages* further on; the same list if that is none."""
    if not pages:
        return placed
    return [Placed(one.item, one.lines, one.page + pages, one.new_page, one.widow) for one in placed]


@dataclass(frozen=True, slots=True)
class _Before:
    """What the last run made, without its foot."""

    flow: Flow
    placed: list[Placed]
    starts: list[_Start]
    pages: list[list[Line]]
    used: int
    moved: dict[int, int]

    def placed_from(self, flow_index: int) -> int | None:
        """Return which of *placed* is the item of a flow index, None if it was left out."""
        nth = bisect_left(self.starts, flow_index, key=lambda start: start.flow)
        return nth if nth < len(self.starts) and self.starts[nth].flow == flow_index else None


@dataclass(slots=True)
class _Pager:
    flow: Flow
    page: PageSetup
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    placed: list[Placed] = field(default_factory=list)
    starts: list[_Start] = field(default_factory=list)  # one for each of placed
    used: int = 0  # height taken of the current page
    # flow indices that must start a page, with the last one that was looked at to decide it
    moved: dict[int, int] = field(default_factory=dict)
    reach: int = 0  # the last flow index looked at for the item being placed

    def without_foot(self, main: int) -> _Before:
        """Take back what stands from flow index *main* on; return the rest as it is."""
        foot = bisect_left(self.starts, main, key=lambda start: start.flow)
        if foot < len(self.starts):
            self._rewind(foot)
        moved = {index: reach for index, reach in self.moved.items() if index < main}
        return _Before(
            self.flow[:main], list(self.placed), list(self.starts), list(self.pages), self.used, moved
        )

    def return_before(self, changed: int) -> int:
        """Take back every item whose place may depend on the flow from index *changed* on.

        Returns the flow index to run from.
        """
        kept = next((nth for nth, start in enumerate(self.starts) if start.reach >= changed), None)
        if kept is not None:
            self._rewind(kept)
        at = self.starts[-1].flow + 1 if self.starts else 0
        self.moved = {index: reach for index, reach in self.moved.items() if index < at}
        return at

    def run(self, at: int, before: _Before | None = None) -> None:
        """Place the flow from index *at* on, up to where *before* goes on in the same way."""
        common = _same(before.flow[::-1], self.flow[::-1]) if before else 0
        after_gap = False
        while at < len(self.flow):
            item, lines = self.flow[at]
            if item.skip_at_top and self.placed and self._full:
                at, after_gap = at + 1, True
                continue
            back = self._place(at, item, lines, after_gap)
            if back is None and before and at >= len(self.flow) - common and self._take_over(at, before):
                return
            at, after_gap = (at + 1, False) if back is None else (back, False)

    def _take_over(self, at: int, before: _Before) -> bool:
        """Go on as *before* if the item just placed begins a page as it did then; False if it does not."""
        moved_by = len(before.flow) - len(self.flow)
        old, new = before.placed_from(at + moved_by), len(self.placed) - 1
        if old is None:
            return False
        then, now = before.placed[old], self.placed[new]
        if then.new_page is not now.new_page or not now.lines:
            return False
        if before.pages[then.page - 1][0].item != old or self.pages[now.page - 1][0].item != new:
            return False
        items, pages = new - old, now.page - then.page
        self.pages[now.page - 1 :] = _renumbered(before.pages[then.page - 1 :], items)
        self.placed += _on_later_pages(before.placed[old + 1 :], pages)
        self.starts += _moved(before.starts[old + 1 :], -moved_by, pages)
        self.used = before.used
        later = ((index - moved_by, reach - moved_by) for index, reach in before.moved.items())
        self.moved.update((index, reach) for index, reach in later if index > at)
        return True

    @property
    def body(self) -> int:
        return self.page.height - self.page.top - self.page.bottom

    @property
    def _full(self) -> bool:
        return self.used == 0 or self.used + self.page.pitch > self.body

    def _place(self, at: int, item: Item, lines: Lines, after_gap: bool) -> int | None:
        """Place an item; or return the flow index to go back to, which then starts a page."""
        asked = item.new_page or at in self.moved
        self.reach = self.moved.get(at, at)
        # An item kept with the one before it was counted with that one, or is too much for a page.
        kept = bool(self.placed) and self.placed[-1].item.style.keep_next
        fits = kept or self.used + self._needed(at) <= self.body
        if item.with_previous and not asked and not fits:
            back = self._companion()
            if back is not None:
                return back
        breaks = bool(self.placed) and (asked or after_gap or (not fits and not self._full))
        signed = self._signed(at, item)
        single = signed and self._single(item, lines, 0 if breaks else self.used)
        if single and not breaks and self._leaves_one(item, lines):
            breaks, single = True, self._single(item, lines, 0)
        start = _Start(at, len(self.pages), self.used, self.reach)
        if breaks and self.used:
            self._turn()
        if item.table is not None:
            first = self._put_rows(len(self.placed), item.table)
        else:
            first = self._put(len(self.placed), item, lines, len(lines) - 2 if single else None)
        self.placed.append(Placed(item, lines, first, breaks, single))
        self.starts.append(start)
        return None

    def _signed(self, at: int, item: Item) -> bool:
        """True if a signature follows a paragraph, whose last two lines go with it at least."""
        self._look(at + 1)
        following = self.flow[at + 1][0] if at + 1 < len(self.flow) else None
        return following is not None and following.with_previous and item.table is None

    def _single(self, item: Item, lines: Lines, used: int) -> bool:
        """True if one line alone of a paragraph would stand on its last page."""
        over = len(lines) - self._room(item, used)
        return over > 0 and len(lines) > 1 and (over - 1) % self._room(item, 0) == 0

    def _leaves_one(self, item: Item, lines: Lines) -> bool:
        """True if one line alone of a paragraph would stay on this page when two go to the last."""
        room = self._room(item, self.used)
        return self.used > 0 and (room == 1 or (room == 2 and len(lines) == 3))

    def _room(self, item: Item, used: int) -> int:
        """How many lines of an item have room on a page below what is *used* of it."""
        return max(self.body - used, 0) // item.style.pitch if used else max(self.body // item.style.pitch, 1)

    def _put(self, index: int, item: Item, lines: Lines, turn: int | None) -> int:
        """Put the lines where there is room, line *turn* on a new page; return the first one's page."""
        first, pitch = 0, item.style.pitch
        body, top = self.body, self.page.top
        current, used = self.pages[-1], self.used
        for nth, (start, end) in enumerate(lines):
            if used and (used + pitch > body or nth == turn):
                self._turn()
                current, used = self.pages[-1], 0
            current.append(Line(index, nth, start, end, top + used, pitch))
            used += pitch
            first = first or len(self.pages)
        self.used = used
        return first

    def _put_rows(self, index: int, table: TableBox) -> int:
        """Put a table's rows where there is room, its head on every page; return as `_put`."""
        if self.used and self.used + table.opening > self.body:
            self._turn()
        first, fresh = len(self.pages), not self.used
        nth, done = table.headers, 0  # lines of row *nth* that stand on pages before
        self._put_row(index, table, range(table.headers))
        while nth < len(table.rows):
            group = table.group(nth)
            left = self.body - self.used - table.border
            rest = table.rest_height(group, done)
            room = table.lines_for(nth, left)
            if rest <= left or (fresh and table.rows[nth].whole):
                self._put_row(index, table, group, (done, table.rows[nth].lines) if done else None)
                nth, done, fresh = group.stop, 0, False
                continue
            if not table.rows[nth].whole and (room or fresh):
                stop = done + max(room, 1)
                self._put_row(index, table, group, (done, stop))
                done = stop
            self._turn()
            self._put_row(index, table, range(table.headers))
            fresh = True
        self.used += table.border
        return first

    def _put_row(self, index: int, table: TableBox, rows: range, cut: tuple[int, int] | None = None) -> None:
        for nth in rows:
            row = table.rows[nth]
            height = row.height if cut is None else table.cut_height(nth, *cut)
            line = Line(index, nth, row.start, row.end, self.page.top + self.used, height, cut)
            self.pages[-1].append(line)
            self.used += height

    def _turn(self) -> None:
        self.pages.append([])
        self.used = 0

    def _needed(self, at: int) -> int:
        """The height that must be free for an item to start here: its whole chain, or its first line."""
        height = 0
        while True:
            item, lines = self.flow[at]
            if not item.style.keep_next:
                return self._capped(height, _opening(item, lines))
            height += _height(item, lines)
            at += 1
            self._look(at)
            if at == len(self.flow) or self.flow[at][0].new_page or at in self.moved:
                return self._capped(height, 0)
            if item.keep > 1 and not self.flow[at][0].style.keep_next:
                return self._capped(height, self._first_lines(at, item.keep))

    def _capped(self, chain: int, rest: int) -> int:
        """A chain higher than a page just starts one and flows."""
        return chain + rest if chain + rest <= self.body else min(chain, self.body)

    def _first_lines(self, at: int, count: int) -> int:
        """The height of the next *count* lines from item *at* on, or of all of it that must stay whole."""
        height = 0
        while count > 0 and at < len(self.flow):
            item, lines = self.flow[at]
            if height and item.new_page:
                break
            taken = len(lines) if item.style.keep_lines or item.table else min(count, len(lines))
            added = item.table.opening if item.table else taken * item.style.pitch
            height += added
            count -= max(taken, added // self.page.pitch)  # a picture is many lines, and so is a row
            at += 1
        self._look(at)
        return height

    def _look(self, at: int) -> None:
        self.reach = max(self.reach, self.moved.get(at, at))

    def _companion(self) -> int | None:
        """Bring what precedes a signature along to its page, if that costs at most half a page.

        Returns the flow index that will start the page, None if it must go alone.
        """
        index = len(self.placed) - 1
        while index > 0 and self.placed[index - 1].item.style.keep_next:
            index -= 1
        if index < 0 or self.placed[index].page != len(self.pages):
            return None
        start = self.starts[index]
        height = sum(_height(one.item, one.lines) for one in self.placed[index:])
        if self.used == height or height > self.body // 2:
            return None  # it starts the page already, or would leave too much of it empty
        self._rewind(index)
        self.moved[start.flow] = self.reach
        return start.flow

    def _rewind(self, index: int) -> None:
        start = self.starts[index]
        del self.placed[index:], self.starts[index:], self.pages[start.pages :]
        self.pages[-1] = [line for line in self.pages[-1] if line.item < index]
        self.used = start.used

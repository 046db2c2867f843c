"""Items with their lines in, pages out, by counting heights.

Consistent with what LibreOffice and Word do with keepNext and keepLines in the styles: such a
chain moves as a whole. Where this pager moves an item for a reason those do not know, or for the
same reason, it puts a page break before it (`Placed.new_page`), so that every reader agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bulletin_desktop.typeset.breaker import Lines
from bulletin_desktop.typeset.layout import Item, Line, Page, Placed
from bulletin_desktop.typeset.tables import TableBox
from bulletin_desktop.typeset.template import PageSetup

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
    """`paginate` again and again: what stands before the first difference from the last flow stays."""

    def __init__(self, page: PageSetup) -> None:
        self._pager = _Pager((), page)
        self._main = 0  # items of the last flow before its foot
        self._pages: tuple[Page, ...] = ()

    def paginate(self, flow: Flow, foot: Foot | None = None) -> tuple[tuple[Placed, ...], tuple[Page, ...]]:
        """See the function of this name. Items count as unchanged that are the same objects."""
        pager = self._pager
        same = _same(pager.flow[: self._main], flow)
        pager.flow, self._main = flow, len(flow)
        pager.run(pager.return_before(same))
        if foot is not None:
            pager.flow = (*flow, *foot(pager.used, len(pager.pages)))
            pager.run(len(flow))
        made = enumerate(pager.pages[pager.whole :], pager.whole + 1)
        self._pages = (
            *self._pages[: pager.whole],
            *(Page(number, tuple(lines)) for number, lines in made),
        )
        return tuple(pager.placed), self._pages


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


@dataclass(slots=True)
class _Start:
    """The state before an item was placed, to return to."""

    flow: int
    pages: int
    used: int
    reach: int  # the last flow index that was looked at to place it


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
    whole: int = 0  # pages at the beginning that no item has touched since `return_before`

    def return_before(self, changed: int) -> int:
        """Take back every item whose place may depend on the flow from index *changed* on.

        Returns the flow index to run from.
        """
        kept = next((nth for nth, start in enumerate(self.starts) if start.reach >= changed), None)
        if kept is not None:
            self._rewind(kept)
        at = self.starts[-1].flow + 1 if self.starts else 0
        self.moved = {index: reach for index, reach in self.moved.items() if index < at}
        self.whole = len(self.pages) - 1
        return at

    def run(self, at: int) -> None:
        after_gap = False
        while at < len(self.flow):
            item, lines = self.flow[at]
            if item.skip_at_top and self.placed and self._full:
                at, after_gap = at + 1, True
                continue
            back = self._place(at, item, lines, after_gap)
            at, after_gap = (at + 1, False) if back is None else (back, False)

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
        start = _Start(at, len(self.pages), self.used, self.reach)
        if breaks and self.used:
            self._turn()
        put = self._put if item.table is None else self._put_rows
        first = put(len(self.placed), item, lines)
        self.placed.append(Placed(item, lines, first, breaks))
        self.starts.append(start)
        return None

    def _put(self, index: int, item: Item, lines: Lines) -> int:
        """Put the lines where there is room; return the number of the first one's page."""
        first, pitch = 0, item.style.pitch
        body, top = self.body, self.page.top
        current, used = self.pages[-1], self.used
        for nth, (start, end) in enumerate(lines):
            if used and used + pitch > body:
                self._turn()
                current, used = self.pages[-1], 0
            current.append(Line(index, nth, start, end, top + used, pitch))
            used += pitch
            first = first or len(self.pages)
        self.used = used
        return first

    def _put_rows(self, index: int, item: Item, _lines: Lines) -> int:
        """Put a table's rows where there is room, its head on every page; return as `_put`."""
        table = item.table
        assert table is not None
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
        self.whole = min(self.whole, start.pages - 1)
        del self.placed[index:], self.starts[index:], self.pages[start.pages :]
        self.pages[-1] = [line for line in self.pages[-1] if line.item < index]
        self.used = start.used

"""Issue in, `Layout` out, again at every keystroke: what did not change is taken from the last time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bulletin_desktop.document.model import Adjustment, Article, Imprint, Issue
from bulletin_desktop.typeset import hung, shape
from bulletin_desktop.typeset.breaker import Lines, break_again, break_lines, break_spread
from bulletin_desktop.typeset.compose import Composer
from bulletin_desktop.typeset.compose_parts import WIDE_SPACE
from bulletin_desktop.typeset.layout import Item, Layout, Style, TextRun
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.paginator import Paginator
from bulletin_desktop.typeset.portions import LONG, Spread, Spreader
from bulletin_desktop.typeset.table_setter import TableSetter
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.template_adjust import adjusted, name_sizes, with_sizes
from bulletin_desktop.values import dataclass

_KEPT = 4096  # pieces of furniture last set: every letter typed into a headline makes another
_CLOSING = 20  # twips, 1 pt: LibreOffice and Word take no line lower than that
_Broken = tuple[tuple[Item, Lines], ...]
_Adjustments = tuple[tuple[Adjustment, int], ...]


class Typesetter:
    """Lays out issues by one template. Keeps the breaks of the last issue's paragraphs."""

    def __init__(self, template: Template, measures: Measures) -> None:
        self.template = template
        self.measures = measures
        self._spreader = Spreader(measures, dict(template.mark_faces))
        self._adjusted: tuple[_Adjustments, Template] = (), template
        self._sizes: tuple[tuple[str, int], ...] = ()
        self._press = _Press(template, self._spreader)

    def layout(self, issue: Issue) -> Layout:
        """Return the whole issue in pages. Raises UserError for what cannot be set yet.

        The layout's template is this one's with the issue's adjustments, the name in the size that fits.
        """
        changed = issue.adjustments != self._adjusted[0]
        if changed:
            self._adjusted = issue.adjustments, adjusted(self.template, issue.adjustments)
        template = self._adjusted[1]
        sizes = name_sizes(template, issue, self._press.text_width)
        if changed or sizes != self._sizes:
            self._sizes = sizes
            self._press = _Press(with_sizes(template, sizes), self._spreader)
        return self._press.layout(issue)


@dataclass(frozen=True, slots=True)
class _Set:
    """An article as it was set the last time."""

    article: Article
    new_page: bool
    broken: _Broken


class _Press:
    """Lays out issues by exactly one template."""

    def __init__(self, template: Template, spreader: Spreader) -> None:
        self.template = template
        self._spreader = spreader
        self._paginator = Paginator(template.page)
        self._composer = Composer(
            template,
            self.text_width,
            lambda item: len(self._lines(item)),
            TableSetter(template, spreader).set,
        )
        self._articles: dict[str, _Set] = {}
        self._paragraphs: dict[Item, tuple[Item, Lines]] = {}
        self._page_numbers: Mapping[str, int] = {}
        self._listed: tuple[object, Mapping[str, int], _Broken] = None, {}, ()
        self._between: dict[tuple[str, bool, bool], _Broken] = {}

    def layout(self, issue: Issue) -> Layout:
        """See `Typesetter.layout`."""
        composer, own_page = self._composer, self.template.contents.own_page
        cover, head = self._broken(composer.cover(issue)), self._broken(composer.masthead(issue))
        listed = composer.lists(issue)
        head = self._on_new_page(head) if cover else head
        body = self._body(issue, new_page=(listed and own_page) or bool(cover and not head and not listed))
        # The number of contents lines does not depend on the numbers: the second time it agrees.
        while True:
            contents = self._contents(issue)
            if (head and own_page) or (cover and not head):
                contents = self._on_new_page(contents)
            layout = self._paged(cover + head + contents + body, issue.imprint)
            if not contents:
                return layout
            numbers = {one.id: layout.printed(layout.page_of(one.id) or 0) for one in issue.articles()}
            if numbers == self._page_numbers:
                return layout
            self._page_numbers = numbers

    def _contents(self, issue: Issue) -> _Broken:
        """The contents; those of the last time if titles and pages are the same, as at most keys."""
        titles = tuple((one.title, tuple((a.id, a.headline) for a in one.articles)) for one in issue.sections)
        titles_before, numbers_before, contents = self._listed
        if (titles, self._page_numbers) != (titles_before, numbers_before):
            contents = self._broken(self._composer.contents(issue, self._page_numbers))
            self._listed = titles, self._page_numbers, contents
        return contents

    def text_width(self, text: str, style: Style) -> float:
        """Return the width of *text* on one line of *style*."""
        return self._spreader.spread((TextRun(text),), style).width(0, len(text)) if text else 0.0

    def _paged(self, flow: _Broken, imprint: Imprint) -> Layout:
        foot = self._broken(self._composer.imprint(imprint))
        placed, pages = self._paginator.paginate(
            flow, lambda used, page: self._padded(flow, foot, used, page)
        )
        return Layout(self.template, placed, pages)

    def _padded(self, flow: _Broken, foot: _Broken, used: int, number: int) -> _Broken:
        """The imprint after the blank lines that bring it to the foot of its page, which may be one more.

        The text ends on page *number*, *used* of its height taken.
        """
        page, blank = self.template.page, self._composer.blank()
        even = page.two_sided or self.template.imprint.even_page
        empty = replace(blank, new_page=True)
        if not foot:
            odd = page.two_sided and number % 2
            return self._broken((empty,)) if odd else self._closing(flow)
        needed = sum(len(lines) * item.style.pitch for item, lines in foot)
        room = page.lines * page.pitch - needed
        if room >= used and not (even and number % 2):
            return (*self._broken((blank,) * ((room - used) // page.pitch)), *foot)
        before = (empty,) if even and not number % 2 else ()
        padding = self._broken(
            (*before, *(empty, *(blank,) * (room // page.pitch))[: max(0, room // page.pitch)])
        )
        return (*padding, *(foot if room >= page.pitch else self._on_new_page(foot)))

    def _closing(self, flow: _Broken) -> _Broken:
        """A line as low as can be: in a Word file a paragraph must stand behind the last table."""
        if not flow or flow[-1][0].table is None:
            return ()
        blank = self._composer.blank()
        return self._broken((replace(blank, style=replace(blank.style, pitch=_CLOSING)),))

    def _body(self, issue: Issue, *, new_page: bool) -> _Broken:
        first, always = True, self.template.article.start == "new_page"
        body: list[tuple[Item, Lines]] = []
        sets: dict[str, _Set] = {}
        for section in issue.sections:
            title = section.title
            for article in section.articles:
                starts = new_page if first else always
                key = title, first, starts
                if key not in self._between:
                    if len(self._between) >= _KEPT:
                        self._between.clear()
                    between = self._composer.between(title, first=first, new_page=starts)
                    self._between[key] = self._broken(between)
                body += self._between[key]
                made = self._article(article, new_page=starts and not title)
                sets[article.id] = made
                body += made.broken
                title, first = "", False
        self._articles = sets
        return tuple(body)

    def _article(self, article: Article, *, new_page: bool) -> _Set:
        known = self._articles.get(article.id)
        same = known is not None and (known.article is article or known.article == article)
        if known is not None and same and known.new_page == new_page:
            return known
        before = dict(known.broken) if known is not None else {}
        kept = {item: item for item in before}
        items = [kept.get(item, item) for item in self._composer.article(article, new_page=new_page)]
        gone = _long_gone(before, items)
        broken = tuple(
            (item, before[item]) if item in before else self._set(item, gone.get(item.style))
            for item in items
        )
        return _Set(article, new_page, broken)

    def _broken(self, items: Iterable[Item]) -> _Broken:
        """Furniture: few and short items, kept by value."""
        return tuple(self._furniture(item) for item in items)

    def _on_new_page(self, broken: _Broken) -> _Broken:
        if not broken:
            return broken
        (item, _), *rest = broken
        return (self._furniture(replace(item, new_page=True)), *rest)

    def _furniture(self, item: Item) -> tuple[Item, Lines]:
        known = self._paragraphs.get(item)
        if known is None:
            if len(self._paragraphs) >= _KEPT:
                self._paragraphs.clear()
            known = self._paragraphs[item] = item, self._lines(item)
        return known

    def _set(self, item: Item, was: tuple[str, Lines] | None = None) -> tuple[Item, Lines]:
        """The item with its lines, and parted where it must be for hung marks to be painted.

        *was* is the text it had the last time, with its lines, if it is long.
        """
        if not item.runs or item.shaped or item.table is not None or item.style.tabs:
            return item, self._lines(item)
        width = self.template.page.text_width
        spread = self._spreader.spread(item.runs, item.style)
        if was is not None:
            lines = break_again(spread, item.style, width, *was)
        else:
            lines = break_spread(spread, item.style, width)
        parted = hung.joints(spread, lines, item.style, width)
        return (replace(item, joints=parted) if parted else item), lines

    def _lines(self, item: Item) -> Lines:
        if item.table is not None:
            return tuple((row.start, row.end) for row in item.table.rows)
        style, width = item.style, self.template.page.text_width
        if not item.shaped:
            return break_lines(item.runs, style, width, self._spreader)
        if style.tabs:
            return self._contents_lines(item, width)
        return shape.shaped(self._spreader.spread(item.runs, style), width - style.left - style.right) or (
            (0, 0),
        )

    def _contents_lines(self, item: Item, width: int) -> Lines:
        """A contents title, its last line leaving room for dots and the number."""
        title, _, _ = item.text.rpartition("\t")
        spread = self._spreader.spread((TextRun(title),), item.style)
        room = width - item.style.left - item.style.right
        last = room - self.template.contents.room
        if spread.width(0, len(title)) <= last - item.style.first_line:
            return ((0, len(item.text)),)
        lines = _at_headline_s_lines(spread, room, last) or shape.divided(
            spread, 0, len(title), room, last, filled=True
        )
        lines[-1] = lines[-1][0], len(item.text)
        return tuple(lines)


def _long_gone(before: Mapping[Item, Lines], items: Sequence[Item]) -> dict[Style, tuple[str, Lines]]:
    """The long paragraphs that an article has no more, by their style: most likely one was changed."""
    now = set(items)
    return {
        item.style: (item.text, lines)
        for item, lines in before.items()
        if not item.shaped and item.table is None and len(item.text) >= LONG and item not in now
    }


def _at_headline_s_lines(spread: Spread, room: float, last: float) -> list[tuple[int, int]]:
    """A contents title broken where the headline's own lines meet; nothing if those do not fit."""
    ends = [at + 1 for at, char in enumerate(spread.text) if char == WIDE_SPACE]
    lines: list[tuple[int, int]] = []
    start, stop = 0, len(spread.text)
    while spread.width(start, stop) > last:
        fitting = [end for end in ends if start < end and spread.width(start, end - 1) <= room]
        if not fitting:
            return []
        lines.append((start, fitting[-1]))
        start = fitting[-1]
    return [*lines, (start, stop)]

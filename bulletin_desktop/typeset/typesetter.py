"""Issue in, `Layout` out, again at every keystroke: what did not change is taken from the last time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bulletin_desktop.document.model import Article, Imprint, Issue
from bulletin_desktop.typeset import shape
from bulletin_desktop.typeset.breaker import Lines, break_lines
from bulletin_desktop.typeset.compose import Composer
from bulletin_desktop.typeset.layout import Item, Layout, Style, TextRun
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.paginator import Paginator
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.tables import TableSetter
from bulletin_desktop.typeset.template import Template

_CLOSING = 20  # twips, 1 pt: LibreOffice and Word take no line lower than that
_Broken = tuple[tuple[Item, Lines], ...]


class Typesetter:
    """Lays out issues by one template. Keeps the breaks of the last issue's paragraphs."""

    def __init__(self, template: Template, measures: Measures) -> None:
        self.template = template
        self._spreader = Spreader(measures, dict(template.mark_faces))
        self._paginator = Paginator(template.page)
        self._composer = Composer(
            template,
            self._text_width,
            lambda item: len(self._lines(item)),
            TableSetter(template, self._spreader).set,
        )
        self._articles: dict[str, tuple[Article, _Broken]] = {}
        self._paragraphs: dict[Item, tuple[Item, Lines]] = {}
        self._page_numbers: Mapping[str, int] = {}

    def layout(self, issue: Issue) -> Layout:
        """Return the whole issue in pages. Raises UserError for what cannot be set yet."""
        articles = {article.id: self._article(article) for article in issue.articles()}
        self._articles = {article.id: (article, articles[article.id]) for article in issue.articles()}
        front = self._broken(self._composer.masthead(issue))
        body = tuple(self._body(issue, articles))
        # The number of contents lines does not depend on the numbers: the second time it agrees.
        while True:
            contents = self._broken(self._composer.contents(issue, self._page_numbers))
            layout = self._paged(front + contents + body, issue.imprint)
            numbers = {article_id: layout.page_of(article_id) or 0 for article_id in articles}
            if not contents or numbers == self._page_numbers:
                return layout
            self._page_numbers = numbers

    def _paged(self, flow: _Broken, imprint: Imprint) -> Layout:
        foot = self._broken(self._composer.imprint(imprint))
        placed, pages = self._paginator.paginate(flow, lambda used: self._padded(flow, foot, used))
        return Layout(self.template, placed, pages)

    def _padded(self, flow: _Broken, foot: _Broken, used: int) -> _Broken:
        """The imprint after the blank lines that bring it to the foot of its page, which may be one more."""
        if not foot:
            return self._closing(flow)
        page, blank = self.template.page, self._composer.blank()
        needed = sum(len(lines) * item.style.pitch for item, lines in foot)
        room = page.lines * page.pitch - needed
        if room >= used:
            padding = (blank,) * ((room - used) // page.pitch)
        else:
            padding = (blank,) * (room // page.pitch)
            padding = (*(replace(first, new_page=True) for first in padding[:1]), *padding[1:])
        return (*self._broken(padding), *foot)

    def _closing(self, flow: _Broken) -> _Broken:
        """A line as low as can be: in a Word file a paragraph must stand behind the last table."""
        if not flow or flow[-1][0].table is None:
            return ()
        blank = self._composer.blank()
        return self._broken((replace(blank, style=replace(blank.style, pitch=_CLOSING)),))

    def _body(self, issue: Issue, articles: Mapping[str, _Broken]) -> Iterator[tuple[Item, Lines]]:
        first = True
        for section in issue.sections:
            title = section.title
            for article in section.articles:
                yield from self._broken(self._composer.between(title, first))
                yield from articles[article.id]
                title, first = "", False

    def _article(self, article: Article) -> _Broken:
        known = self._articles.get(article.id)
        if known is not None and (known[0] is article or known[0] == article):
            return known[1]
        before = dict(known[1]) if known is not None else {}
        same = {item: item for item in before}
        items = [same.get(item, item) for item in self._composer.article(article)]
        return tuple((item, before[item] if item in before else self._lines(item)) for item in items)

    def _broken(self, items: Iterable[Item]) -> _Broken:
        """Furniture: few and short items, kept by value."""
        return tuple(self._furniture(item) for item in items)

    def _furniture(self, item: Item) -> tuple[Item, Lines]:
        known = self._paragraphs.get(item)
        if known is None:
            known = self._paragraphs[item] = item, self._lines(item)
        return known

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
        lines = shape.divided(spread, 0, len(title), room, last, filled=True)
        lines[-1] = lines[-1][0], len(item.text)
        return tuple(lines)

    def _text_width(self, text: str, style: Style) -> float:
        return self._spreader.spread((TextRun(text),), style).width(0, len(text)) if text else 0.0

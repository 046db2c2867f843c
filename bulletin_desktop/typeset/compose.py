"""Issue and template in, the paragraphs of the printed issue out.

Vertical space is blank lines of the grid. What depends on pages (the contents' numbers, the blank
lines above the imprint) comes in from the typesetter, which asks again when pages move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from itertools import pairwise

from bulletin_desktop.document.model import Article, Imprint, Issue, Table
from bulletin_desktop.typeset.compose_article import ArticleComposer
from bulletin_desktop.typeset.compose_head import HeadComposer
from bulletin_desktop.typeset.compose_imprint import ImprintComposer
from bulletin_desktop.typeset.compose_parts import WIDE_SPACE, Parts
from bulletin_desktop.typeset.layout import Item, Style
from bulletin_desktop.typeset.tables import TableBox
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes items. *text_width* measures a text in a style, *line_count* breaks and counts it.

    *set_table* breaks a table into rows.
    """

    template: Template
    text_width: Callable[[str, Style], float]
    line_count: Callable[[Item], int]
    set_table: Callable[[Table], TableBox]
    parts: Parts = field(init=False)
    _head: HeadComposer = field(init=False)
    _article: ArticleComposer = field(init=False)
    _foot: ImprintComposer = field(init=False)

    def __post_init__(self) -> None:
        parts = Parts(self.template)
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "_head", HeadComposer(parts, self.line_count))
        article = ArticleComposer(parts, self.text_width, self.line_count, self.set_table)
        object.__setattr__(self, "_article", article)
        object.__setattr__(self, "_foot", ImprintComposer(parts, self.text_width, self.line_count))

    def cover(self, issue: Issue) -> tuple[Item, ...]:
        """See `HeadComposer.cover`."""
        return self._head.cover(issue)

    def masthead(self, issue: Issue) -> tuple[Item, ...]:
        """See `HeadComposer.masthead`."""
        return self._head.masthead(issue)

    def lists(self, issue: Issue) -> bool:
        """Return whether the issue has enough articles for contents."""
        return sum(len(section.articles) for section in issue.sections) >= self.template.contents.minimum

    def contents(self, issue: Issue, pages: Mapping[str, int]) -> tuple[Item, ...]:
        """Return the list of articles with the numbers in *pages*; nothing for too few articles."""
        settings = self.template.contents
        if not self.lists(issue):
            return ()
        title = self.parts.part("contents", "contents-title", settings.title)
        items = [title, *self.parts.gap("headline-gap", settings.lines_after_title)]
        for section in issue.sections:
            titled = [article for article in section.articles if article.title]
            if section.title and titled and settings.sections:
                items.append(self.parts.part("contents", "contents-section", section.title))
            items += (self._entry(article, pages.get(article.id, 0)) for article in titled)
        return (*items, *self.parts.blanks(0 if settings.own_page else settings.lines_after))

    def _entry(self, article: Article, page: int) -> Item:
        entry = self.parts.part("contents", "contents-entry", f"{one_line(article)}\t{page}")
        return replace(entry, link=article.id, shaped=True)

    def between(self, section_title: str, *, first: bool, new_page: bool) -> tuple[Item, ...]:
        """Return what stands before an article: blank lines, and the section's title if it opens one."""
        items: tuple[Item, ...] = ()
        if not first and not new_page:
            items = self.parts.blanks(self.template.article.lines_before)
        if section_title:
            settings = self.template.section
            title = self.parts.part("section", "section", settings.title.format(title=section_title))
            gap = self.parts.gap("headline-gap", settings.lines_after)
            items += (replace(title, new_page=new_page), *gap)
        return items

    def article(self, article: Article, *, new_page: bool = False) -> tuple[Item, ...]:
        """Return an article from kicker to credit. Raises UserError for what cannot be set yet."""
        items = self._article.article(article)
        return (replace(items[0], new_page=True), *items[1:]) if items and new_page else items

    def imprint(self, foot: Imprint) -> tuple[Item, ...]:
        """See `ImprintComposer.imprint`."""
        return self._foot.imprint(foot)

    def blank(self) -> Item:
        """Return one blank line of the grid."""
        return self.parts.blank()


def one_line(article: Article) -> str:
    """Return the headline on one line: a wide space where two of its lines meet without a mark."""
    lines = [line.strip() for line in article.headline if line.strip()]
    return "".join(_joined(lines))


def _joined(lines: list[str]) -> Iterator[str]:
    yield from lines[:1]
    for before, after in pairwise(lines):
        apart = before[-1].isalnum() and after[0].isalnum()
        yield (WIDE_SPACE if apart else "") + after

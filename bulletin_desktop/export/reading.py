"""The printed issue in reading order, for formats that have no pages.

What is read is the layout's own items, so that a word the template adds or leaves out is the same in
every format; only tables and pictures, of which items keep the printed form, come from the issue.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bulletin_desktop.document.model import Article, Issue, Picture, Table
from bulletin_desktop.typeset.layout import Item, Layout
from bulletin_desktop.values import dataclass

ARTICLE = "article"
SIGNING = frozenset({"signature", "date"})

Piece = Item | tuple[Item, Table | Picture]
"""A paragraph, or a table or picture beside the first item that prints it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Items that belong together. *role* is `ARTICLE` or the items' own: masthead, contents, imprint."""

    role: str
    items: tuple[Item, ...]
    article: Article | None = None

    def pieces(self) -> Iterator[Piece]:
        """Yield what is read, in order; a table or picture once, with its caption."""
        blocks = self.article.blocks if self.article else ()
        objects = {block.id: block for block in blocks if isinstance(block, Table | Picture)}
        told: set[str] = set()
        for item in self.items:
            found = objects.get(item.block or "")
            if found is None:
                yield item
            elif found.id not in told:
                told.add(found.id)
                yield (item, found)


def parts(layout: Layout, issue: Issue) -> Iterator[Part]:
    """Yield the parts of an issue in print order; blank lines of the grid belong to none."""
    articles = {article.id: article for article in issue.articles()}
    printed = (placed.item for placed in layout.placed if placed.item.role != "blank")
    for (article_id, role), items in groupby(printed, _belonging):
        yield Part(role, tuple(items), articles.get(article_id or ""))


def entry_words(item: Item) -> str:
    """Return the words of a contents entry, blank if the title is; its page number is paper's own."""
    words, tab, _ = item.text.rpartition("\t")
    return words if tab else item.text


def _belonging(item: Item) -> tuple[str | None, str]:
    return item.article, ARTICLE if item.article else item.role

"""Where the parts of an issue begin on its pages: for a PDF's bookmarks and the links of its contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.typeset.layout import Layout, Line
from bulletin_desktop.values import dataclass

_SECTION = "section"
_LONGEST = 40  # characters of a bookmark whose article has no headline


class Spot(NamedTuple):
    """A height on a page: its index from 0, and twips from its top edge."""

    page: int
    top: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name to jump to, with those below it."""

    title: str
    spot: Spot
    below: tuple[Bookmark, ...] = ()


class ContentsLink(NamedTuple):
    """A line of the contents: where it stands, how high it is, and the article it leads to."""

    spot: Spot
    height: int
    article: str


def bookmarks(layout: Layout, issue: Issue) -> tuple[Bookmark, ...]:
    """Return a bookmark for every article, those of a section with a title below the section's."""
    articles, sections = _beginnings(layout)
    made: list[Bookmark] = []
    for section in issue.sections:
        below = tuple(
            Bookmark(name, articles[article.id])
            for article in section.articles
            if article.id in articles and (name := _name(article))
        )
        first = next((article.id for article in section.articles if article.id in articles), None)
        if section.title and first is not None:
            made.append(Bookmark(section.title, sections.get(first, articles[first]), below))
        else:
            made.extend(below)
    return tuple(made)


def contents_links(layout: Layout) -> Iterator[ContentsLink]:
    """Yield the lines of the contents."""
    for page, line in _lines(layout):
        item = layout.placed[line.item].item
        if item.link is not None:
            yield ContentsLink(Spot(page, line.top), line.height, item.link)


def beginnings(layout: Layout) -> dict[str, Spot]:
    """Return where each printed article begins, by its id."""
    return _beginnings(layout)[0]


def _beginnings(layout: Layout) -> tuple[dict[str, Spot], dict[str, Spot]]:
    """Where each article begins, and where the section title right before it stands, by the article's id."""
    articles: dict[str, Spot] = {}
    sections: dict[str, Spot] = {}
    title: Spot | None = None
    for page, line in _lines(layout):
        item = layout.placed[line.item].item
        if item.role == _SECTION and line.nth == 0:
            title = Spot(page, line.top)
        elif item.article is not None and item.article not in articles:
            articles[item.article] = Spot(page, line.top)
            if title is not None:
                sections[item.article] = title
            title = None
    return articles, sections


def _lines(layout: Layout) -> Iterator[tuple[int, Line]]:
    return ((nth, line) for nth, page in enumerate(layout.pages) for line in page.lines)


def _name(article: Article) -> str:
    return article.title or next((block.text[:_LONGEST] for block in article.paragraphs() if block.text), "")

"""Finding words in an issue, a publication or the whole library, and replacing them in one step."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_desktop.document.finding import Finder, Found, Replacement, replaced, still_there
from bulletin_desktop.document.model import Article
from bulletin_desktop.errors import UserError
from bulletin_desktop.services.acts import Changes
from bulletin_desktop.services.outline import MANUSCRIPTS, ArticleRow, IssueRow
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk

LISTED = 5000  # hits that are kept one by one; further ones are counted
LISTED_TEXT = 4_000_000  # characters of their lines, which are kept with them
STEP = 0.04  # seconds a step of a search may take: what waits for the library is held up no longer

Progress = Callable[[int, int], object]


class Scope(StrEnum):
    """Where to search, seen from an open issue."""

    ISSUE = "issue"
    PUBLICATION = "publication"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with *count* hits. *found* says which; it is empty where hits are only counted.

    *issue* is None for a manuscript in no issue.
    """

    publication: str
    issue: IssueRow | None
    row: ArticleRow
    count: int
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """What one step of a search has found, and how far it is: *searched* of *of* articles."""

    articles: tuple[FoundArticle, ...]
    searched: int
    of: int
    damaged: int  # articles so far that could not be read
    done: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Hits of an article to be replaced, *count* in number; *found* empty stands for every hit there is."""

    issue_id: str
    article_id: str
    count: int
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was replaced: *left* hits were not there any more, because their place was edited or deleted."""

    hits: int
    articles: int
    left: int
    changes: tuple[Changes, ...]


class Search:
    """A search that is carried on step by step, so that nobody waits long for the library between."""

    def __init__(self, finder: Finder, scope: Scope, issue_id: str) -> None:
        self._finder, self._scope, self._issue_id = finder, scope, issue_id
        self._way: Iterator[FoundArticle | None] | None = None
        self._searched = self._of = self._damaged = 0
        self._hits = self._text = 0  # that are listed

    def step(self, desk: Desk, patience: float = STEP) -> Stage:
        """Search on for about *patience* seconds. Raises `UserError` where the pattern takes too long."""
        if self._way is None:
            self._way = self._walk(desk)
        until = time.monotonic() + patience
        found: list[FoundArticle] = []
        done = True
        for article in self._way:
            if article is not None:
                found.append(article)
            if time.monotonic() > until:
                done = False
                break
        return Stage(tuple(found), self._searched, self._of, self._damaged, done)

    def _walk(self, desk: Desk) -> Iterator[FoundArticle | None]:
        issues = [*self._issues(desk)]
        self._of = sum(articles for _, _, articles in issues)
        for publication, issue, _ in issues:
            try:
                sections = desk.contents(issue.id if issue else MANUSCRIPTS).sections
            except UserError:  # deleted since the search began
                continue
            for row in (row for section in sections for row in section.articles):
                yield self._look_into(desk, publication, issue, row)

    def _issues(self, desk: Desk) -> Iterator[tuple[str, IssueRow | None, int]]:
        """The issues of the scope with their publication's name and how many articles they hold."""
        outline = desk.outline()
        for publication in outline.publications:
            own = any(issue.id == self._issue_id for issue in publication.issues)
            for issue in publication.issues:
                within = issue.id == self._issue_id if self._scope is Scope.ISSUE else own
                if within or self._scope is Scope.LIBRARY:
                    yield publication.name, issue, issue.articles
        if self._issue_id == MANUSCRIPTS or self._scope is Scope.LIBRARY:
            yield "", None, outline.manuscripts

    def _look_into(
        self, desk: Desk, publication: str, issue: IssueRow | None, row: ArticleRow
    ) -> FoundArticle | None:
        self._searched += 1
        try:
            article = desk.article_if(row.id, self._finder.may_be_in)
        except UserError:
            self._damaged += 1
            return None
        found = self._finder.find(article) if article is not None else ()
        if not found:
            return None
        count = sum(len(each.hits) for each in found)
        if self._hits >= LISTED or self._text >= LISTED_TEXT:
            found = ()
        self._hits += sum(len(each.hits) for each in found)
        self._text += sum(len(each.text) for each in found)
        return FoundArticle(publication, issue, row, count, found)


def replace_chosen(
    desk: Desk,
    finder: Finder,
    new: Replacement,
    chosen: Sequence[Chosen],
    progress: Progress = lambda _done, _of: None,
) -> Replaced:
    """Replace what was *chosen* in one transaction, each article anew searched for it.

    *progress* hears of every article and may raise to give up: nothing is changed then. So it is where the
    library refuses, with a `UserError`.
    """
    changes: list[Changes] = []
    hits = articles = left = 0
    with desk.one_step():
        there = _there(desk, chosen)
        for number, each in enumerate(chosen):
            progress(number, len(chosen))
            if each.article_id in there[each.issue_id]:
                one = _One(finder, new, each)
                done = desk.rewrite(each.article_id, one)
                hits += one.hits
                articles += one.hits > 0
                left += max(0, each.count - one.hits)
                changes += [done] if done.touched else []
            else:
                left += each.count
        progress(len(chosen), len(chosen))
    return Replaced(hits, articles, left, tuple(changes))


class _One:
    """Replaces what was chosen of one article; knows afterwards how many hits that were."""

    def __init__(self, finder: Finder, new: Replacement, chosen: Chosen) -> None:
        self._finder, self._new, self._chosen = finder, new, chosen
        self.hits = 0

    def __call__(self, article: Article) -> Article:
        found = _still_found(article, self._finder, self._chosen)
        self.hits = sum(len(line.hits) for line in found)
        return replaced(article, found, self._new)


def _there(desk: Desk, chosen: Sequence[Chosen]) -> Mapping[str, frozenset[str]]:
    """The articles that stand in the tree now, by the issues of *chosen*."""
    there: dict[str, frozenset[str]] = {}
    for issue_id in dict.fromkeys(each.issue_id for each in chosen):
        try:
            sections = desk.contents(issue_id).sections
        except UserError:
            sections = ()
        there[issue_id] = frozenset(row.id for section in sections for row in section.articles)
    return there


def _still_found(article: Article, finder: Finder, chosen: Chosen) -> tuple[Found, ...]:
    """Those of the chosen hits that are in the article as it is now."""
    now = finder.find(article)
    if not chosen.found:
        return now
    wanted = {each.place: each for each in chosen.found}
    found = []
    for line in now:
        before = wanted.get(line.place)
        hits = still_there(before, line) if before is not None else ()
        if hits:
            found.append(replace(line, hits=hits))
    return tuple(found)

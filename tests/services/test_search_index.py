"""The search's index never tells another thing than a look through every text."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Issue,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.document.text import block_characters
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, searching
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.services.searching import Wanted, Where

ALPHABET = '的的的的一一工作防汛水利局市aBＡb12３ ，。“%\\"（(é𠮷'
ROUNDS = 120


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def words(chance: random.Random, longest: int) -> str:
    return "".join(chance.choices(ALPHABET, k=chance.randint(1, longest)))


def some_article(chance: random.Random) -> Article:
    paragraphs = tuple(
        Paragraph(new_id(), Role.BODY, (Span(words(chance, 12)),)) for _ in range(chance.randint(0, 3))
    )
    table = Table(new_id(), (500, 500), ((Cell((Span(words(chance, 4)),)), Cell()),))
    headline = tuple(words(chance, 5) for _ in range(chance.randint(1, 2)))
    credit = chance.choice(("", "水利局", words(chance, 4)))
    return Article(new_id(), headline, credit=credit, blocks=(*paragraphs, table))


def some_issue(chance: random.Random, number: int) -> Issue:
    day = dt.date(2020 + chance.randint(0, 3), 1, chance.randint(1, 5))
    sections = tuple(
        Section(new_id(), words(chance, 2), tuple(some_article(chance) for _ in range(chance.randint(0, 3))))
        for _ in range(chance.randint(1, 3))
    )
    return Issue(new_id(), "简报", day.year, number, day, Masthead("简报"), sections=sections)


def narrow(char: str) -> str:
    """A letter or digit without case and width, by another way than the search's."""
    narrowed = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
    return narrowed.lower() if narrowed.isalnum() else char


def texts(article: Article) -> list[str]:
    """Every line of an article, by another way than the search's."""
    found = ["".join(article.headline), article.kicker, article.subtitle, article.credit]
    for block in article.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row]
        else:
            assert not block_characters(block)
    return ["".join(map(narrow, text)) for text in found]


def scanned(desk: Desk, wanted: Wanted) -> list[str]:
    """The ids of the articles in sight that have every word, in the order of a search."""
    looked_for = ["".join(map(narrow, word)) for word in wanted.words]
    issues = [issue for publication in desk.outline().publications for issue in publication.issues]
    issues.sort(key=lambda issue: issue.id)
    issues.sort(key=lambda issue: (issue.date, issue.year, -issue.supplement, issue.number), reverse=True)
    loose = [row.id for section in desk.contents(MANUSCRIPTS).sections for row in section.articles]
    numbers = desk._library.articles.number
    order = sorted(loose, key=numbers, reverse=True) if not wanted.where.year else []
    for issue in issues:
        if wanted.where.year in (0, issue.year):
            order += [row.id for section in desk.contents(issue.id).sections for row in section.articles]
    found = []
    for article_id in order:
        article = desk.article(article_id)
        lines = texts(article)
        came = desk.manuscript(article_id)
        theirs = wanted.where.contributor in f"{article.credit}\n{came.contributor if came else ''}"
        if theirs and all(any(word in line for line in lines) for word in looked_for):
            found.append(article_id)
    return found


def searched(desk: Desk, wanted: Wanted, limit: int = 3) -> list[str]:
    """What a search gives, page by page."""
    found: list[str] = []
    answer = desk.search(wanted, limit)
    while True:
        assert len(answer.hits) <= limit
        found += [hit.article_id for hit in answer.hits]
        if not answer.more:
            return found
        answer = desk.search(wanted, limit, answer.reached)


def some_act(desk: Desk, chance: random.Random, publication: str, number: int) -> acts.Act | None:
    issues = [row for rows in desk.outline().publications for row in rows.issues]
    sections = [section for issue in issues for section in desk.contents(issue.id).sections]
    sections += desk.contents(MANUSCRIPTS).sections
    articles = [row.id for section in sections for row in section.articles]
    bin_ids = [row.id for row in desk.recycled()]
    article = chance.choice(articles) if articles else ""
    kinds: list[Callable[[], acts.Act | None]] = [
        lambda: acts.SaveArticle(replace(some_article(chance), id=article)) if article else None,
        lambda: acts.SaveArticle(replace(some_article(chance), id=article)) if article else None,
        lambda: acts.AddArticles(chance.choice(sections).id, (some_article(chance),), chance.randint(0, 2)),
        lambda: acts.MoveArticles(((article, chance.choice(sections).id, 0),)) if article else None,
        lambda: acts.Delete((article,)) if article else None,
        lambda: acts.Delete((chance.choice(issues).id,)) if len(issues) > 2 else None,
        lambda: acts.Restore((chance.choice(bin_ids),)) if bin_ids else None,
        lambda: acts.CreateIssue(publication, some_issue(chance, number)),
    ]
    return chance.choice(kinds)()


def index_all(library: Library, changed: int = 0) -> None:
    with library.writing():
        while searching.index_step(library, changed):
            pass


@pytest.mark.parametrize("seed", range(4))
def test_after_whatever_happens_a_search_gives_what_a_look_through_all_texts_gives(
    path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small numbers, so that a few dozen articles are many: rows are put in order, or walked through.
    monkeypatch.setattr(searching, "FEW", (0, 3, 1000)[seed % 3])
    monkeypatch.setattr(searching, "PROBED", (0, 2)[seed % 2])
    monkeypatch.setattr(searching, "BACKLOG", 5)
    chance = random.Random(seed)
    publication = new_id()
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(acts.CreatePublication(publication, "简报"))
        undo: list[acts.Act] = []
        for number in range(1, ROUNDS):
            act = (
                undo.pop() if undo and chance.random() < 0.2 else some_act(desk, chance, publication, number)
            )
            if act is not None:
                try:
                    undo.append(desk.apply(act).inverse)
                except UserError:  # a number that is taken, a place that is gone
                    undo.clear()
            if chance.random() < 0.2:
                index_all(library, chance.randint(0, 3))
            if chance.random() < 0.02:
                with library.writing():
                    library.search_index.forget()
            where = Where(year=chance.choice((0, 0, 2021)), contributor=chance.choice(("", "", "水利")))
            wanted = Wanted.of(
                " ".join(words(chance, chance.choice((1, 2, 3))) for _ in range(chance.randint(1, 2)))
            )
            wanted = replace(wanted, where=where)
            if wanted.words:
                assert searched(desk, wanted) == scanned(desk, wanted), wanted

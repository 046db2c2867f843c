"""The search's index never tells another thing than a look through every text."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
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
from bulletin_desktop.library import search_index
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.search_index import RECENT
from bulletin_desktop.services import acts, searching
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.services.searching import Wanted, Where
from tests.library.older import make_older

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("seed", range(6))
def test_after_whatever_happens_a_search_gives_what_a_look_through_all_texts_gives(
    path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small numbers, so that a few dozen articles are many: rows are put in order, or walked through.
    monkeypatch.setattr(searching, "FEW", (0, 3, 1000)[seed % 3])
    monkeypatch.setattr(searching, "MANY", (0, 6, 1000)[seed // 2 % 3])
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


def filled(path: Path, articles: int) -> None:
    chance = random.Random(7)
    publication = new_id()
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(acts.CreatePublication(publication, "简报"))
        desk.apply(acts.AddArticles(MANUSCRIPTS, tuple(some_article(chance) for _ in range(articles)), 0))


def assert_right(desk: Desk, asked: int = 12) -> None:
    """Hold some searches against a look through all texts."""
    chance = random.Random(11)
    for number in range(asked):
        wanted = Wanted(tuple(words(chance, 1 + number % 4) for _ in range(1 + number % 2)))
        assert searched(desk, wanted, 50) == scanned(desk, wanted), wanted


_INDEXING = """
import sys
from pathlib import Path
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import searching
with Library.open(Path(sys.argv[1])) as library:
    more = True
    while more:
        with library.writing():
            more = searching.index_step(library, 0, patience=0.0)
        print("one more", flush=True)
"""


@pytest.mark.parametrize("steps", [0, 1, 17, 60])
def test_killed_while_it_indexes_a_library_is_searched_rightly_and_indexed_further(
    path: Path, steps: int
) -> None:
    filled(path, 80)
    make_older(path, 9)  # nothing is indexed of what an earlier version stored
    command = [sys.executable, "-c", _INDEXING, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(steps):
            child.stdout.readline()
        child.kill()
    with Library.open(path) as library:
        desk = Desk(library)
        assert library.search_index.unindexed() <= 80 - steps
        assert_right(desk)
        index_all(library)
        assert library.search_index.unindexed() == 0
        assert_right(desk)


def test_an_earlier_version_is_brought_up_to_date_at_once_and_indexed_later_the_last_article_first(
    path: Path,
) -> None:
    filled(path, 20)
    make_older(path, 9)
    with Library.open(path) as library:
        desk = Desk(library)
        assert library.search_index.unindexed() == 20
        assert_right(desk)
        with library.writing():
            assert searching.index_step(library, patience=0.0)
        assert library.search_index.unindexed() == 19
        assert len(desk.contents(MANUSCRIPTS).sections[0].articles) == 20
        last = library._db.execute("SELECT article_nr FROM search_documents WHERE stale = 0").fetchone()
        assert last == library._db.execute("SELECT max(nr) FROM articles").fetchone()


def test_texts_that_are_typed_in_are_left_out_of_the_index_until_many_are(path: Path) -> None:
    filled(path, 100)
    with Library.open(path) as library:
        desk = Desk(library)
        index_all(library)
        rows = desk.contents(MANUSCRIPTS).sections[0].articles
        for row in rows[: RECENT + 1]:
            for text in ("一", "一改", "一改再改"):
                blocks = (Paragraph(new_id(), Role.BODY, (Span(text),)),)
                desk.apply(acts.SaveArticle(replace(desk.article(row.id), blocks=blocks)))
        assert library.search_index.unindexed() == RECENT + 1
        assert len(searched(desk, Wanted(("改再改",)))) == RECENT + 1
        index_all(library, RECENT)
        assert library.search_index.unindexed() == RECENT
        assert len(searched(desk, Wanted(("改再改",)))) == RECENT + 1


def test_acts_that_change_very_many_texts_do_not_wait_for_a_quiet_moment(path: Path) -> None:
    filled(path, searching.BACKLOG + 1)
    with Library.open(path) as library:
        assert library.search_index.unindexed() <= searching.BACKLOG
        assert_right(Desk(library))


def test_an_index_full_of_former_texts_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_WORN", 3)
    filled(path, 4)
    with Library.open(path) as library:
        desk = Desk(library)
        row = desk.contents(MANUSCRIPTS).sections[0].articles[0]
        for number in range(5):
            desk.apply(acts.SaveArticle(replace(desk.article(row.id), kicker="引" * (number + 1))))
            index_all(library)
        documents = "SELECT count(*) FROM search_grams WHERE search_grams MATCH '引引'"
        assert library._db.execute(documents).fetchone() == (1,)
        assert_right(desk)


@pytest.mark.parametrize("block", ["zeroblob(7)", "x'ffffffffffffff'"])
def test_a_damaged_index_is_found_out_and_made_anew(path: Path, block: str) -> None:
    filled(path, 30)
    with Library.open(path) as library:
        index_all(library)
        assert not Desk(library).mend_index()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"UPDATE search_grams_data SET block = {block} WHERE id > 10")
    with Library.open(path) as library:
        desk = Desk(library)
        assert desk.mend_index()
        assert_right(desk)
        index_all(library)
        assert not desk.mend_index()
        assert_right(desk)


def test_where_the_index_cannot_be_read_every_text_is_looked_through(path: Path) -> None:
    filled(path, 30)
    with Library.open(path) as library:
        index_all(library)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE search_grams_data SET block = x'ffffffffffffff' WHERE id > 10")
    with Library.open(path) as library:
        assert_right(Desk(library))


def test_a_damaged_article_is_found_by_what_its_row_has(path: Path) -> None:
    filled(path, 3)
    with Library.open(path) as library:
        index_all(library)
        rows = Desk(library).contents(MANUSCRIPTS).sections[0].articles
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET sha256 = x'00' WHERE article_nr = 1")
    with Library.open(path) as library:
        desk = Desk(library)
        damaged = next(row for row in rows if library.articles.number(row.id) == 1)
        assert damaged.id in searched(desk, Wanted((damaged.title,)))

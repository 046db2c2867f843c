"""How long the library takes, beside plain sqlite3 on the same data: `dev.py bench library [ARTICLES]`.

The rival keeps the same JSON in one table with one covering index, the same journal and durability, and
nothing else: no revisions, no hashes, no counts, no checks. What we take longer is the price of those.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk

_IN_AN_ISSUE = 10
_SAVES = 300


def _article(number: int) -> Article:
    """About 1,200 characters in eight paragraphs."""
    text = f"第{number}篇稿件说的是一件小事，写得清清楚楚。" * 7
    paragraphs = tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for _ in range(8))
    return Article(new_id(), (f"关于第{number}件小事的报告",), blocks=paragraphs)


def _issues(articles: int) -> list[Issue]:
    made: list[Issue] = []
    for number in range(0, articles, _IN_AN_ISSUE):
        held = tuple(_article(number + place) for place in range(_IN_AN_ISSUE))
        year, week = divmod(number // _IN_AN_ISSUE, 500)
        day = dt.date(1980 + year, 1, 1)
        section = Section(new_id(), "要闻", held)
        made.append(Issue(new_id(), "简报", day.year, week + 1, day, Masthead("简报"), sections=(section,)))
    return made


def _timed(function: Callable[[], object], times: int) -> list[float]:
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        function()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def _say(what: str, ours: list[float], plain: list[float] | None = None) -> None:
    def figures(taken: list[float]) -> str:
        p95 = sorted(taken)[int(len(taken) * 0.95)]
        return f"median {statistics.median(taken):8.2f} ms   p95 {p95:8.2f} ms"

    print(f"{what:<34} ours   {figures(ours)}")
    if plain is not None:
        print(f"{'':<34} plain  {figures(plain)}")


def _saves(desk: Desk, article: Article) -> list[float]:
    """Saves of an article that grows by a character, as it is typed."""
    lengths = iter(range(1, _SAVES + 1))

    def save() -> None:
        desk.apply(SaveArticle(replace(article, kicker="引" * next(lengths))))

    return _timed(save, _SAVES)


def _plain_saves(raw: sqlite3.Connection, article: Article) -> list[float]:
    lengths = iter(range(1, _SAVES + 1))

    def save() -> None:
        body = codec.dumps(replace(article, kicker="引" * next(lengths)))
        raw.execute("BEGIN")
        raw.execute("UPDATE articles SET title = ?, body = ? WHERE id = ?", [article.title, body, article.id])
        raw.execute("COMMIT")

    return _timed(save, _SAVES)


def _fill(path: Path, issues: list[Issue]) -> None:
    publication = new_id()
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(publication, "简报"))
        for issue in issues:
            desk.apply(CreateIssue(publication, issue))


def _fill_plain(path: Path, issues: list[Issue]) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE articles (id TEXT PRIMARY KEY, issue TEXT, title TEXT, body TEXT)")
        raw.execute("CREATE INDEX by_issue ON articles (issue, title, id)")
        for issue in issues:
            rows = [(one.id, issue.id, one.title, codec.dumps(one)) for one in issue.articles()]
            raw.executemany("INSERT INTO articles VALUES (?, ?, ?, ?)", rows)


def _measure(ours: Path, plain: Path, issues: list[Issue]) -> None:
    some = next(issues[len(issues) // 2].articles())
    last = issues[-1].id
    _say("open and close", _timed(lambda: Library.open(ours).close(), 20))
    with Library.open(ours) as library, closing(sqlite3.connect(plain, isolation_level=None)) as raw:
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            raw.execute(f"PRAGMA {pragma}").fetchone()
        desk = Desk(library)
        listing = "SELECT issue, count(*), min(title) FROM articles GROUP BY issue"
        tree = _timed(lambda: raw.execute(listing).fetchall(), 5)
        _say("outline: every issue, with counts", _timed(desk.outline, 20), tree)
        rows = "SELECT id, title FROM articles WHERE issue = ?"
        found = _timed(lambda: raw.execute(rows, [last]).fetchall(), 3)
        _say("contents: one issue's articles", _timed(lambda: desk.contents(last), 100), found)
        _say("a whole issue of ten articles", _timed(lambda: desk.issue(last), 100))
        one = "SELECT body FROM articles WHERE id = ?"
        read = _timed(lambda: codec.loads_article(raw.execute(one, [some.id]).fetchone()[0]), 100)
        _say("one article", _timed(lambda: desk.article(some.id), 100), read)
        _say("save while typing", _saves(desk, some), _plain_saves(raw, some))


def main() -> None:
    """Print the figures for a library of as many articles as the first argument says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    issues = _issues(count)
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = Path(folder) / "ours.db", Path(folder) / "plain.db"
        (taken,) = _timed(lambda: _fill(ours, issues), 1)
        _fill_plain(plain, issues)
        sizes = [path.stat().st_size / 1e6 for path in (ours, plain)]
        print(f"{count} articles in {len(issues)} issues: filled in {taken / 1000:.1f} s", end=", ")
        print(f"{sizes[0]:.0f} MB (plain {sizes[1]:.0f} MB)")
        _measure(ours, plain, issues)


if __name__ == "__main__":
    main()

"""Finding what came in before, beside comparing it with everything: `bench_duplicates.py FOLDER [ARTICLES]`.

The library is built once and kept in the folder. The rivals are rapidfuzz's and difflib's ratio over texts
held in memory, over a part of them, their times scaled.
"""

from __future__ import annotations

import datetime as dt
import difflib
import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from rapidfuzz import fuzz, process

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.sketch import normalised
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.services import duplicates
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.duplicates import How
from bulletin_desktop.services.sketching import Older
from tests.bench.fictional_prose import Author

_IN_AN_ISSUE = 20
_ISSUES_AT_ONCE = 25
_ASKED = 20
_STEP = 100
_RIVALS_TEXTS = 2_000


def _article(author: Author) -> Article:
    length = author.chance.choice((300, 600, 900, 1_500))
    paragraphs = tuple(Paragraph(new_id(), Role.BODY, (Span(author.text(length // 4)),)) for _ in range(4))
    return Article(new_id(), (author.headline(),), blocks=paragraphs)


def _built(folder: Path, articles: int) -> Path:
    """A library of so many articles, its sketches not made yet, as an earlier version left it."""
    path = folder / f"prose-{articles}-v{len(MIGRATIONS)}.db"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    making, author, publication = path.with_name(f"{path.stem}.{os.getpid()}.making"), Author(), new_id()
    with Library.open(making) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(publication, "简报"))
        for first in range(0, articles // _IN_AN_ISSUE, _ISSUES_AT_ONCE):
            with desk.one_step():
                for number in range(first, first + _ISSUES_AT_ONCE):
                    held = tuple(_article(author) for _ in range(_IN_AN_ISSUE))
                    year, week = divmod(number, 250)
                    sections = (Section(new_id(), "要闻", held),)
                    day = dt.date(2006 + year, 1, 1)
                    issue = Issue(
                        new_id(), "简报", day.year, week + 1, day, Masthead("简报"), sections=sections
                    )
                    desk.apply(CreateIssue(publication, issue))
        with library.writing():
            library._db.execute("DELETE FROM sketches")
    making.rename(path)
    return path


def _taken_in(article: Article, headline: str, text: str) -> Recognition:
    lines = (ReadLine(1, headline, headline, label=Label.HEADLINE, starts=True), ReadLine(2, text, text))
    return Recognition(f"{article.id}.docx", lines)


def _fill(desk: Desk, library: Library, path: Path) -> None:
    if library._db.execute("SELECT count(*) FROM sketches").fetchone()[0]:
        return
    before, steps, older, more = path.stat().st_size, [], Older(), True
    while more:
        start = time.perf_counter()
        more = desk.sketch_older(older, _STEP)
        steps.append((time.perf_counter() - start) * 1000)
    library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows = library._db.execute("SELECT count(*) FROM shingles").fetchone()[0]
    grown = (path.stat().st_size - before) / 1e6
    print(
        f"sketches of all: {sum(steps) / 1000:.0f} s in steps of {_STEP}, each {_figures(steps)}; "
        f"{rows} shingles, the library grew from {before / 1e6:.0f} MB by {grown:.0f} MB"
    )


def _figures(taken: list[float]) -> str:
    p95 = sorted(taken)[int(len(taken) * 0.95)]
    return f"median {statistics.median(taken):.2f} ms, p95 {p95:.2f} ms, most {max(taken):.2f} ms"


def _some(library: Library, desk: Desk, count: int) -> Iterator[Article]:
    nrs = library._db.execute(
        "SELECT id FROM articles WHERE nr % ((SELECT count(*) FROM articles) / ?) = 7 LIMIT ?", [count, count]
    )
    return (desk.article(own_id) for (own_id,) in nrs.fetchall())


def _queries(desk: Desk, library: Library, author: Author) -> None:
    """Twenty manuscripts at a time: how long, how many of what ran is found, how many others are."""
    asked = list(_some(library, desk, 200))
    for way, change in author.ways().items():
        found = others = 0
        steps: list[float] = []
        for article in asked:
            text = change("".join(block.text for block in article.paragraphs()))
            search = duplicates.Search([_taken_in(article, author.headline(), text)])
            start = time.perf_counter()
            likes = search.step(desk)
            steps.append((time.perf_counter() - start) * 1000)
            found += any(like.article_id == article.id for like in likes)
            others += sum(like.article_id != article.id for like in likes)
        twenty = statistics.mean(steps) * _ASKED
        print(
            f"{way:<20} found {found} of {len(asked)}, others told {others}; "
            f"{_ASKED} manuscripts {twenty:.0f} ms, one {_figures(steps)}"
        )
    fresh = [_taken_in(asked[0], author.headline(), author.text(900)) for _ in range(200)]
    start = time.perf_counter()
    told = duplicates.find(desk, fresh)
    taken = (time.perf_counter() - start) * 1000 / len(fresh) * _ASKED
    print(f"{'never here':<20} told {len(told)} of {len(fresh)}; {_ASKED} manuscripts {taken:.0f} ms")
    assert all(like.how is How.ALIKE for like in told)


def _rivals(desk: Desk, library: Library, author: Author, articles: int) -> None:
    """Recall of a plain ratio over some texts, where the likest is right and over one half; times scaled."""
    asked = list(_some(library, desk, _ASKED))
    some = [row[0] for row in library._db.execute("SELECT id FROM articles LIMIT ?", [_RIVALS_TEXTS])]
    texts = {own_id: normalised(plain_text(desk.article(own_id))) for own_id in some}
    texts |= {article.id: normalised(plain_text(article)) for article in asked}
    scale = articles / len(texts)
    for way, change in author.ways().items():
        taken, found = 0.0, 0
        for article in asked:
            query = normalised(change("".join(block.text for block in article.paragraphs())))
            start = time.perf_counter()
            best = process.extractOne(query, texts, scorer=fuzz.ratio, score_cutoff=50)
            taken += time.perf_counter() - start
            found += best is not None and best[2] == article.id
        print(
            f"rapidfuzz: {way:<20} found {found} of {len(asked)}; {_ASKED} manuscripts {taken * scale:.0f} s"
        )
    start = time.perf_counter()
    for own_id in some[:200]:
        difflib.SequenceMatcher(None, texts[asked[0].id], texts[own_id], autojunk=False).ratio()
    taken = (time.perf_counter() - start) / 200 * articles * _ASKED
    print(f"difflib: {_ASKED} manuscripts {taken / 60:.0f} minutes")


def _saves(desk: Desk, library: Library) -> None:
    """Saves while typing, with the note that a sketch is stale and without it."""
    (article,) = _some(library, desk, 1)
    outdate = library.sketches.outdate
    for words in ("with", "without", "with", "without"):
        library.articles._sketches = library.sketches
        library.sketches.outdate = outdate if words == "with" else lambda _nr: None  # type: ignore[method-assign]
        steps = []
        for number in range(300):
            value = replace(article, kicker=f"{words}{number}")
            start = time.perf_counter()
            desk.apply(SaveArticle(value))
            steps.append((time.perf_counter() - start) * 1000)
        print(f"save {words} sketches: {_figures(steps)}")
    library.sketches.outdate = outdate  # type: ignore[method-assign]
    start = time.perf_counter()
    desk.sketch_changed(1)
    print(f"one sketch made anew: {(time.perf_counter() - start) * 1000:.2f} ms")


def main() -> None:
    """Print the figures for a library of as many articles as the second argument says."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    start = time.perf_counter()
    path = _built(folder, count)
    print(
        f"{count} articles, {path.stat().st_size / 1e6:.0f} MB, built in {time.perf_counter() - start:.0f} s"
    )
    with Library.open(path) as library:
        desk, author = Desk(library), Author(7)
        _fill(desk, library, path)
        _saves(desk, library)
        _queries(desk, library, author)
        _rivals(desk, library, author, count)


if __name__ == "__main__":
    main()

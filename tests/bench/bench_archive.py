"""What the tree asks of a library of twenty years: `bench_archive.py [FOLDER [ISSUES]]`.

Beside each search stands what it would be without indexes made for it: one join over the same file that looks
for the word everywhere and sorts. FOLDER keeps the library for the next time.
"""

from __future__ import annotations

import shutil
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

from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.bench.big_library import big_library
from tests.library.older import make_older

_WORDS = {
    "common": "防汛",
    "rare": "（4417",
    "nowhere": "没有的词",
    "two": "水利局 招商",
    "three": "简报 防汛 推进会",
    "an old issue's name": "2006年第3期",
    "a publication's name": "政务简报",
}
_NAIVE = """
    SELECT articles.id FROM articles JOIN sections ON sections.id = section_id
    JOIN issues ON issues.id = issue_id JOIN publications ON publications.id = publication_id
    WHERE articles.deleted_at IS NULL AND {}
    ORDER BY date DESC, sections.position, articles.position LIMIT 500
"""
_ANYWHERE = (
    "(articles.title || credit || sections.title || publications.name || year || '年第' || number || '期')"
)


def _median(function: Callable[[], object], times: int = 15) -> float:
    """Milliseconds of the processor: what else the machine does is not ours."""
    taken: list[float] = []
    for _ in range(times):
        start = time.process_time()
        function()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def _searches(path: Path, desk: Desk) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for table, index in (("articles", "article_titles"), ("sections", "section_titles")):
            raw.execute(f"DROP INDEX {index}")
            parent = "section_id" if table == "articles" else "issue_id"
            raw.execute(f"CREATE INDEX {table}_by ON {table} ({parent})")
        for what, words in _WORDS.items():
            query = _NAIVE.format(" AND ".join([f"{_ANYWHERE} LIKE ?"] * len(words.split())))
            patterns = [f"%{word}%" for word in words.split()]
            naive = _median(lambda query=query, patterns=patterns: raw.execute(query, patterns).fetchall(), 5)
            found = len(desk.find_titles(words))
            ours = _median(lambda words=words: desk.find_titles(words))
            print(f"find {what:<22} {ours:8.1f} ms {naive:8.1f} ms   {found} found")


def _migration(path: Path, folder: Path) -> None:
    old = folder / "old.db"
    shutil.copyfile(path, old)
    make_older(old, 4)
    start = time.perf_counter()
    Library.open(old).close()
    print(f"from version 4, with its copy  {time.perf_counter() - start:6.1f} s")
    with Library.open(old) as library:
        desk = Desk(library)
        issue = desk.outline().publications[0].issues[0].id
        first = time.process_time()
        desk.contents(issue)
        print(f"contents, problems not counted {(time.process_time() - first) * 1000:6.1f} ms")


def main() -> None:
    """Build the library or take the one in the folder, and print the figures."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        path = big_library(Path(sys.argv[1]) if len(sys.argv) > 1 else folder, *map(int, sys.argv[2:3]))
        print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB; milliseconds of the processor")
        ours, plain = folder / "ours.db", folder / "plain.db"
        shutil.copyfile(path, ours)
        shutil.copyfile(path, plain)
        with Library.open(ours) as library:
            desk = Desk(library)
            issue = desk.outline().publications[0].issues[100].id
            row = desk.contents(issue).sections[0].articles[0]
            article = desk.article(row.id)
            lengths = iter(range(1, 1000))
            print(f"outline                     {_median(desk.outline):8.1f} ms")
            print(f"contents of an issue        {_median(lambda: desk.contents(issue)):8.1f} ms")
            print(f"a whole issue               {_median(lambda: desk.issue(issue)):8.1f} ms")
            save = _median(
                lambda: desk.apply(SaveArticle(replace(article, kicker="引" * next(lengths)))), 100
            )
            print(f"save while typing           {save:8.1f} ms")
            print(f"{'':<27} {'ours':>8}    {'a plain join':>8}")
            _searches(plain, desk)
        _migration(path, folder)


if __name__ == "__main__":
    main()

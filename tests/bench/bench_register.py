"""The register of 20,000 manuscripts, listed and written, beside a bare query: `bench_register.py FOLDER`."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services import register
from bulletin_desktop.services.acts import MoveArticles, SetManuscriptStates, UpdateManuscript
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.register import ManuscriptState
from tests.bench.big_library import big_library

_BARE = (
    "SELECT articles.id, articles.title, manuscripts.* FROM manuscripts JOIN articles ON nr = article_nr "
    "ORDER BY received_at DESC"
)


def _timed(what: str, function: Callable[[], object], times: int = 15) -> None:
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        function()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:<40} median {statistics.median(taken):8.2f} ms, most {max(taken):8.2f} ms")


def _register(library: Library) -> None:
    """Make manuscripts of all articles, in a library that has none yet."""
    with library.writing():
        library._db.execute(
            "INSERT OR IGNORE INTO manuscripts (article_nr, file_name, contributor, author, phone,"
            " received_at, source) "
            "SELECT nr, title || '.docx', credit, '段鸣', '0719-1234567',"
            " strftime('%Y-%m-%dT08:00:00.000+00:00', 1700000000 + nr * 3600, 'unixepoch'), 'file' "
            "FROM articles"
        )


def main() -> None:
    """Print the figures."""
    path = big_library(Path(sys.argv[1]), 1_000, 20)
    with Library.open(path) as library, tempfile.TemporaryDirectory() as folder:
        _register(library)
        desk = Desk(library)
        rows = desk.manuscripts()
        print(f"{len(rows)} manuscripts")
        _timed("listed", desk.manuscripts)
        _timed("the bare query, fewer tables", lambda: library._db.execute(_BARE).fetchall())
        some = [row.article_id for row in rows[:500]]
        back = desk.apply(MoveArticles(tuple((own_id, MANUSCRIPTS, 0) for own_id in some))).inverse
        _timed("listed, 500 of them in no issue", desk.manuscripts)
        states = SetManuscriptStates(tuple(some), ManuscriptState.RESERVE)
        _timed("states of 500 set", lambda: desk.apply(states), 5)
        _timed("one sender changed", lambda: desk.apply(UpdateManuscript(some[0], "甲县", "乙", "1")))
        desk.apply(back)
        _timed("written as .xlsx", lambda: register.write(Path(folder) / "登记.xlsx", rows), 2)


if __name__ == "__main__":
    main()

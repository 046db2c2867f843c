"""What the texts of all articles are like: to find the few that have much of a text among very many.

A save only notes that an article's sketch is of an earlier text: sketches are made when somebody asks, or
in idle moments. Until then the earlier one still finds the article, if little has changed.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

from bulletin_desktop.document.sketch import Sketch
from bulletin_desktop.library.database import Database

_COMMON = 64  # a shingle that more articles share is a phrase everybody uses
_TWO = 2  # shared shingles, or a single rare one, make a candidate
_RARE = 0.5


class Sketches:
    """Reads and writes the tables `sketches` and `shingles`. Articles are known by their row numbers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def outdate(self, article_nr: int) -> None:
        """Note that an article's text is new or has changed."""
        self._db.execute(
            "INSERT INTO sketches (article_nr, stale, text, shingles) VALUES (?, 1, 0, x'') "
            "ON CONFLICT (article_nr) DO UPDATE SET stale = 1 WHERE stale = 0",
            [article_nr],
        )

    def put(self, article_nr: int, sketch: Sketch) -> None:
        """Keep what an article's text is like now; only the shingles that came or went are written."""
        row = self._db.execute(
            "SELECT shingles FROM sketches WHERE article_nr = ? AND listed = 1", [article_nr]
        ).fetchone()
        former = set(array("I", row[0])) if row else set()
        now = set(sketch.shingles)
        self._db.conn.executemany(
            "DELETE FROM shingles WHERE shingle = ? AND article_nr = ?",
            [(shingle, article_nr) for shingle in former - now],
        )
        self.list_shingles((shingle, article_nr) for shingle in sorted(now - former))
        self._db.execute(
            "INSERT OR REPLACE INTO sketches (article_nr, stale, text, shingles) VALUES (?, 0, ?, ?)",
            [article_nr, sketch.text, array("I", sketch.shingles).tobytes()],
        )

    def put_aside(self, article_nr: int, sketch: Sketch) -> None:
        """Keep what an article's text is like without listing its shingles, unless anything is kept."""
        self._db.execute(
            "INSERT OR IGNORE INTO sketches (article_nr, stale, listed, text, shingles) "
            "VALUES (?, 0, 0, ?, ?)",
            [article_nr, sketch.text, array("I", sketch.shingles).tobytes()],
        )

    def list_shingles(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Let articles be found by shingles: (shingle, row number), best in order."""
        self._db.conn.executemany("INSERT OR IGNORE INTO shingles (shingle, article_nr) VALUES (?, ?)", pairs)

    def all_listed(self) -> None:
        """Note that the shingles of everything that was put aside are listed."""
        self._db.execute("UPDATE sketches SET listed = 1 WHERE listed = 0")

    def stale(self, limit: int) -> tuple[tuple[int, str], ...]:
        """Return row numbers and ids of articles whose text has changed, what came last first."""
        return tuple(
            self._db.execute(
                "SELECT article_nr, id FROM sketches JOIN articles ON nr = article_nr "
                "WHERE stale = 1 ORDER BY article_nr DESC LIMIT ?",
                [limit],
            )
        )

    def missing(self, below: int, limit: int) -> tuple[tuple[int, str, tuple[int, ...] | None], ...]:
        """Return articles with row numbers below one that are not found by their shingles, the latest first.

        Row number, id, and the shingles where they are known: they were put aside and never listed.
        """
        rows = self._db.execute(
            "SELECT nr, id, shingles FROM articles LEFT JOIN sketches ON article_nr = nr "
            "WHERE nr < ? AND coalesce(listed, 0) = 0 ORDER BY nr DESC LIMIT ?",
            [below, limit],
        )
        return tuple(
            (nr, own_id, None if known is None else tuple(array("I", known))) for nr, own_id, known in rows
        )

    def same_text(self, sketch: Sketch, limit: int) -> tuple[int, ...]:
        """Return articles that may have the very same text, the latest first."""
        rows = self._db.execute(
            "SELECT article_nr FROM sketches WHERE text = ? ORDER BY article_nr DESC LIMIT ?",
            [sketch.text, limit],
        )
        return tuple(nr for (nr,) in rows)

    def sharing(self, sketch: Sketch, limit: int) -> tuple[int, ...]:
        """Return the articles that share most with a text, the rarer what they share the better."""
        weights: defaultdict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for shingle in sketch.shingles:
            found = self._db.execute(
                "SELECT article_nr FROM shingles WHERE shingle = ? ORDER BY article_nr DESC LIMIT ?",
                [shingle, _COMMON],
            ).fetchall()
            for (nr,) in found:
                weights[nr] += 1 / len(found)
                counts[nr] += 1
        likely = [nr for nr, weight in weights.items() if counts[nr] >= _TWO or weight >= _RARE]
        return tuple(heapq.nlargest(limit, likely, key=lambda nr: (weights[nr], nr)))

"""Whether a library file at rest is whole, and what its content comes to."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable

from bulletin_desktop.library import contents
from bulletin_desktop.values import dataclass

# Found again from the rest by the program itself: a library that differs in nothing else has not changed.
_DERIVED_TABLES = ("sketches", "shingles", "search", "backup_label", "sqlite_")
_DERIVED_COLUMNS = frozenset({("issues", "pages"), ("articles", "problems")})
# What a column `sha256` vouches for.
_VOUCHED = frozenset({"json", "data", "content", "bytes"})
_STEP = 200  # rows: no longer than a millisecond, in which no other thread has its turn


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    *sound* is SQLite's own judgement of its pages, *damaged* how many texts are not what their
    hash says; *articles* and *issues* are those in sight, *newest* is the headline saved last. Two files with
    the same *digest* hold the same.
    """

    sound: bool
    damaged: int
    articles: int
    issues: int
    newest: str
    digest: str


def verify(
    db: sqlite3.Connection, stopped: Callable[[], None] = lambda: None, *, indexes: bool = True
) -> Verified:
    """Read everything; *stopped* is called now and then, and may raise. Raises sqlite3.DatabaseError.

    Without *indexes* nothing is said of whether they fit their tables. They can be made anew at any time, and
    comparing them takes twice as long as all the rest.
    """
    check = "integrity_check" if indexes else "quick_check"
    db.set_progress_handler(lambda: _asked(stopped), 2_000_000)
    try:
        (answer,) = db.execute(f"PRAGMA {check}(1)").fetchone()
    except sqlite3.OperationalError:
        stopped()  # raises, if that is why it was interrupted
        raise
    except UnicodeDecodeError as error:  # SQLite's own sentence repeats damaged bytes
        raise sqlite3.DatabaseError("damaged") from error
    finally:
        db.set_progress_handler(None, 0)
    sound = answer == "ok"
    articles, issues = contents.counts(db)
    newest = db.execute(
        "SELECT title FROM articles WHERE nr = (SELECT article_nr FROM revisions ORDER BY nr DESC LIMIT 1)"
    ).fetchone()
    digest, damaged = _read(db, stopped)
    return Verified(sound, damaged, articles, issues, newest[0] if newest else "", digest)


def _asked(stopped: Callable[[], None]) -> int:
    """Whether SQLite shall give up; it cannot pass an exception on."""
    try:
        stopped()
    except Exception:
        return 1
    return 0


def _read(db: sqlite3.Connection, stopped: Callable[[], None]) -> tuple[str, int]:
    """The digest of all content, and how many texts are damaged."""
    whole, damaged = hashlib.sha256(), 0
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in names:
        if table.startswith(_DERIVED_TABLES):
            continue
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        kept = [name for name in columns if (table, name) not in _DERIVED_COLUMNS]
        hashed = "json" in columns and "sha256" in columns
        if "sha256" in columns:
            kept = [name for name in kept if name not in _VOUCHED]
        text = ["CAST(json AS BLOB)", "sha256"] if hashed else []
        whole.update(f"{table}{kept}".encode())
        rows = db.execute(f"SELECT {', '.join(text + kept)} FROM {table}")
        while found := rows.fetchmany(_STEP):
            stopped()
            for row in found:
                if hashed and hashlib.sha256(row[0] or b"").digest() != row[1]:
                    damaged += 1
            whole.update(repr([row[len(text) :] for row in found]).encode("utf-8", "surrogatepass"))
    return whole.hexdigest(), damaged

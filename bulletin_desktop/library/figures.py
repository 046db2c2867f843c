"""A library in figures, for whoever helps from afar: how much there is of what, and whether it is whole."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.address import address
from bulletin_desktop.values import dataclass

# Every table with rows of its own; a test holds them against a new library.
TABLES = (
    QT_TRANSLATE_NOOP("Diagnostics", "publications"),
    QT_TRANSLATE_NOOP("Diagnostics", "habits"),
    QT_TRANSLATE_NOOP("Diagnostics", "recipients"),
    QT_TRANSLATE_NOOP("Diagnostics", "issues"),
    QT_TRANSLATE_NOOP("Diagnostics", "issue_heads"),
    QT_TRANSLATE_NOOP("Diagnostics", "issue_revisions"),
    QT_TRANSLATE_NOOP("Diagnostics", "sections"),
    QT_TRANSLATE_NOOP("Diagnostics", "articles"),
    QT_TRANSLATE_NOOP("Diagnostics", "article_bodies"),
    QT_TRANSLATE_NOOP("Diagnostics", "revisions"),
    QT_TRANSLATE_NOOP("Diagnostics", "recycle_bin"),
    QT_TRANSLATE_NOOP("Diagnostics", "exports"),
    QT_TRANSLATE_NOOP("Diagnostics", "looks"),
    QT_TRANSLATE_NOOP("Diagnostics", "pictures"),
    QT_TRANSLATE_NOOP("Diagnostics", "templates"),
    QT_TRANSLATE_NOOP("Diagnostics", "manuscripts"),
    QT_TRANSLATE_NOOP("Diagnostics", "originals"),
    QT_TRANSLATE_NOOP("Diagnostics", "sketches"),
    QT_TRANSLATE_NOOP("Diagnostics", "shingles"),
    QT_TRANSLATE_NOOP("Diagnostics", "intake_settings"),
    QT_TRANSLATE_NOOP("Diagnostics", "exchanged"),
    QT_TRANSLATE_NOOP("Diagnostics", "search_documents"),
)
_MOST = 100  # problems that are counted

_Answer = list[tuple[object, ...]] | Exception | None  # None: it was too late to ask
_Ask = Callable[[str], _Answer]


@dataclass(frozen=True, slots=True)
class Figures:
    """What could be found out; None where that failed or took too long.

    *problems* are those of SQLite's quick check. *intake* is the text of the settings of intake, which may
    hold words of the office.
    """

    application: int | None
    version: int | None
    page_size: int | None
    pages: int | None
    free_pages: int | None
    journal: str | None
    problems: int | None
    rows: Mapping[str, int | None]
    intake: str | None


def read(db: sqlite3.Connection, seconds: float) -> Figures:
    """Read the figures of an open library within *seconds*; raises nothing that is the file's fault."""
    with _asking(db, seconds) as ask:
        return Figures(
            _number(ask("PRAGMA application_id")),
            _number(ask("PRAGMA user_version")),
            _number(ask("PRAGMA page_size")),
            _number(ask("PRAGMA page_count")),
            _number(ask("PRAGMA freelist_count")),
            _text(ask("PRAGMA journal_mode")),
            _problems(ask(f"PRAGMA quick_check({_MOST})")),
            {table: _number(ask(f"SELECT count(*) FROM {table}")) for table in TABLES},
            _text(ask("SELECT json FROM intake_settings")),
        )


def of_file(path: Path, seconds: float) -> Figures:
    """Read the figures of a file that this program has not open; it is left as it is, with its journal."""
    place = address(path.absolute(), "ro") + "&immutable=1"
    with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as db:
        return read(db, seconds)


@contextmanager
def _asking(db: sqlite3.Connection, seconds: float) -> Iterator[_Ask]:
    """Give what asks *db* until it is too late; what goes wrong is the answer.

    Counting rows is one instruction to SQLite, which its progress handler does not see.
    """
    end = time.monotonic() + seconds
    clock = threading.Timer(seconds, db.interrupt)
    clock.daemon = True
    clock.start()

    def ask(sql: str) -> _Answer:
        if time.monotonic() >= end:
            return None
        try:
            with closing(db.execute(sql)) as answer:
                return answer.fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # a sentence may repeat what is damaged
            return error

    try:
        yield ask
    finally:
        clock.cancel()
        clock.join()  # it must stop nothing that is asked later


def _first(answer: _Answer) -> object:
    return answer[0][0] if isinstance(answer, list) and answer else None


def _number(answer: _Answer) -> int | None:
    found = _first(answer)
    return found if isinstance(found, int) else None


def _text(answer: _Answer) -> str | None:
    found = _first(answer)
    return found if isinstance(found, str) else None


def _problems(answer: _Answer) -> int | None:
    if isinstance(answer, list):
        return 0 if answer == [("ok",)] else len(answer)
    late = answer is None or getattr(answer, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
    return None if late else 1

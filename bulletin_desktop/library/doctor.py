"""Examining a library's file: its pages, its links, and every text, picture and file by its hash.

The file is only read, and by whoever has it alone: what another program writes meanwhile looks like damage.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import schema
from bulletin_desktop.library.address import address
from bulletin_desktop.library.checks import every
from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding, Kind
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.faults import told
from bulletin_desktop.library.migrations import MIGRATIONS
from bulletin_desktop.library.recovery.image import Fault, Image
from bulletin_desktop.library.recovery.recover import Reader, Recovery
from bulletin_desktop.reasons import reason
from bulletin_desktop.values import dataclass

Progress = Callable[[int, int], object]

_MOST = 1000  # sentences of SQLite's own check
_OFTEN = 100_000  # of SQLite's instructions between two reports
_WHOLE = 1000  # steps of the progress
_FILE = {
    Fault.HEADER: Kind.HEADER,
    Fault.CUT: Kind.CUT,
    Fault.UNREADABLE: Kind.UNREADABLE,
    Fault.JOURNAL: Kind.JOURNAL,
    Fault.TORN: Kind.TORN,
}


@dataclass(frozen=True, slots=True)
class Report:
    """What an examination found; nothing is wrong if there are no findings."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def examine(path: Path, progress: Progress) -> Report:
    """Examine the library at *path*, which nobody has open, and leave it as it is, with its journal.

    Raises `UserError` if there is no file, it cannot be read, or it is of a newer program; whatever
    *progress* raises passes through.
    """
    with opened(path) as image, told(path):
        pages = of_pages(image, path, progress)
        if pages == [] and image.version == len(MIGRATIONS):
            with closing(_immutable(path)) as db:
                return Report(every.findings(Case(db), part(progress, 0.4, 1.0)))
        with _scratch() as scratch:
            recovery = recovered(image, scratch, part(progress, 0.4, 0.7))
            case = Case(scratch.conn, recovery.lost_versions)
            content = every.findings(case, part(progress, 0.7, 1.0))
            if recovery.holes:
                content = (*content, *every.vanished(case, recovery.traces))
        found = [*of_file(image, path), *holes(recovery), *(pages or []), *content]
        return Report(tuple(dict.fromkeys(found)))


@contextmanager
def opened(path: Path) -> Iterator[Image]:
    """Open the file at *path* as pages; raises `UserError` if that cannot be, or it is of a newer program."""
    try:
        with Image(path) as image:
            if not image.count:
                raise UserError(
                    "The file {path} is empty, so it is no library. It was left as it is. "
                    "Restore a backup, or choose another file.",
                    path=path,
                )
            if Fault.HEADER not in image.faults and image.version > len(MIGRATIONS):
                raise UserError(
                    "The library {path} was made by a newer version of this program (its format is "
                    "{version}, this program knows {known}). It was not changed. Update the program to open "
                    "it.",
                    path=path,
                    version=image.version,
                    known=len(MIGRATIONS),
                )
            yield image
    except OSError as error:
        raise UserError(
            "The library {path} cannot be read ({reason}). Nothing was changed. "
            "Check that it is there and that you may read it.",
            path=path,
            reason=reason(error),
        ) from error


def of_file(image: Image, path: Path) -> list[Finding]:
    """Say what is wrong with the file itself, as far as it was read."""
    return [Finding(_FILE[fault], path.name) for fault in Fault if fault in image.faults]


def of_pages(image: Image, path: Path, progress: Progress) -> list[Finding] | None:
    """Return what SQLite says of pages, indexes and constraints of the file at *path*.

    None if it cannot be asked without changing anything: with a journal, or a beginning that is damaged.
    """
    if image.faults or image.has_journal:
        return None
    with closing(_immutable(path)) as db:
        return _of_pages(db, progress)


def recovered(image: Image, db: Database, progress: Progress) -> Recovery:
    """Put every row of a file into the empty database *db*, in the tables of today."""
    reader = Reader(image)
    tables = schema.tables(db.conn)
    with db.atomic():
        for migration in MIGRATIONS[: reader.version]:
            migration(tables)
        recovery = reader.into(db.conn, progress)
        for migration in MIGRATIONS[reader.version :]:
            migration(tables)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    return recovery


def holes(recovery: Recovery) -> list[Finding]:
    """Say which tables have pages that cannot be read, and which."""
    pages: dict[str, list[int]] = {}
    for hole in recovery.holes:
        pages.setdefault(hole.table, []).append(hole.page)
    return [
        Finding(Kind.PAGES, table, ", ".join(map(str, sorted(set(numbers)))))
        for table, numbers in pages.items()
    ]


@contextmanager
def _scratch() -> Iterator[Database]:
    """An empty database that is gone afterwards."""
    with own_folder.temporary() as folder:
        connection = sqlite3.connect(folder / "scratch.db", isolation_level=None)
        with closing(Database(connection)) as db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            yield db


def _immutable(path: Path) -> sqlite3.Connection:
    place = address(path.absolute(), "ro") + "&immutable=1"
    return sqlite3.connect(place, uri=True, isolation_level=None)


def _of_pages(db: sqlite3.Connection, progress: Progress) -> list[Finding]:
    """What SQLite says of pages, indexes and constraints."""
    raised: list[BaseException] = []

    def report() -> int:
        try:
            progress(0, _WHOLE)
        except BaseException as error:  # SQLite would hide what it is
            raised.append(error)
            return 1
        return 0

    db.text_factory = lambda data: data.decode("utf-8", "replace")
    db.set_progress_handler(report, _OFTEN)
    try:
        lines = [line for (line,) in db.execute(f"PRAGMA integrity_check({_MOST})")]
    except UnicodeDecodeError:  # of a sentence that repeats what is damaged
        lines = ["malformed"]
    except sqlite3.DatabaseError as error:
        if raised:
            raise raised[0] from error
        lines = [str(error)]
    finally:
        db.set_progress_handler(None, 0)
    return [] if lines == ["ok"] else [Finding(Kind.PAGES, line) for line in Counter(lines)]


def part(progress: Progress, begin: float, end: float) -> Progress:
    """Return a progress that goes from one share of the whole to another."""
    return lambda done, of: progress(
        int(_WHOLE * (begin + (end - begin) * min(1.0, done / max(of, 1)))), _WHOLE
    )

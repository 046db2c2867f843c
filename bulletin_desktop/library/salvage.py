"""Saving what is whole of a damaged library into a new one, and naming what is not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bulletin_desktop import disk
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import doctor, schema
from bulletin_desktop.library.checks import every
from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.faults import told
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.recovery.image import Image
from bulletin_desktop.library.search_index import SearchIndex
from bulletin_desktop.reasons import reason
from bulletin_desktop.values import dataclass

Progress = Callable[[int, int], object]

_LEAST = ("issues", "issue_heads", "articles", "article_bodies", "revisions")
"""Tables of which something must be left."""
_REBUILT = ("publications", "issues", "issue_heads", "sections", "articles", "article_bodies")
"""Tables whose rows are made again from others', or named one by one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a new library holds, in numbers."""

    issues: int
    articles: int
    revisions: int
    pictures: int
    originals: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A new library, what was mended without a loss, and what is lost, wholly or in part."""

    path: Path
    kept: Kept
    mended: tuple[Finding, ...]
    lost: tuple[Finding, ...]


def salvage(path: Path, target: Path, progress: Progress) -> Salvaged:
    """Save what the library at *path* holds, which nobody has open, into a new file; *path* is only read.

    Raises `UserError` if there is anything at *target* already, nothing of a library is in *path*, or
    *target* cannot be written; whatever *progress* raises passes through. Nothing is left at *target* then.
    """
    if target.exists():
        raise _taken(target)
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        making.unlink(missing_ok=True)
        with doctor.opened(path) as image, told(target):
            connection = sqlite3.connect(making, isolation_level=None)
            with closing(Database(connection)) as db:
                salvaged = _fill(image, db, target, path, progress)
        disk.flush(making)
        schema.put(making, target)
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError as error:
        raise UserError(
            "The new library {path} could not be written ({reason}). Nothing was left there; the damaged one "
            "is as it was. Choose another place.",
            path=target,
            reason=reason(error),
        ) from error
    finally:
        making.unlink(missing_ok=True)
    return salvaged


def _fill(image: Image, db: Database, target: Path, path: Path, progress: Progress) -> Salvaged:
    db.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if this fails
    db.execute("PRAGMA synchronous = OFF")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    recovery = doctor.recovered(image, db, doctor.part(progress, 0.0, 0.5))
    if not any(recovery.rows.get(table) for table in _LEAST):
        raise UserError(
            "Nothing of a library was found in {path}. It was left as it is. Restore a backup.", path=path
        )
    case = Case(db.conn, recovery.lost_versions)
    with db.atomic():
        mended, lost = every.mend(case, doctor.part(progress, 0.5, 0.9))
        SearchIndex(db).forget()  # what it was told of on the way came in any order
        gone = every.vanished(case, recovery.traces) if recovery.holes else ()
    unread = [finding for finding in doctor.holes(recovery) if finding.what not in _REBUILT]
    if not recovery.holes and not mended and not lost:  # then two copies of something differ: which is right?
        unread += doctor.of_pages(image, path, doctor.part(progress, 0.9, 0.9)) or []
    of_file = doctor.of_file(image, path)
    _check(db.conn)
    progress(1, 1)
    return Salvaged(target, _counted(db.conn), mended, (*of_file, *lost, *gone, *unread))


def _check(db: sqlite3.Connection) -> None:
    """What is handed over must be sound; if it is not, that is a mistake of this program."""
    answer = [line for (line,) in db.execute("PRAGMA integrity_check")]
    answer += db.execute("PRAGMA foreign_key_check").fetchall()
    if answer != ["ok"]:
        raise AssertionError(f"salvaged, but not sound: {answer[:3]}")


def _counted(db: sqlite3.Connection) -> Kept:
    tables = ("articles", "revisions", "pictures", "originals")
    (issues,) = db.execute("SELECT count(*) FROM issues WHERE id <> ?", [MANUSCRIPTS]).fetchone()
    return Kept(issues, *(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))


def _taken(target: Path) -> UserError:
    return UserError(
        "There is a file {path} already. It was left as it is, and nothing was written. Choose another name.",
        path=target,
    )

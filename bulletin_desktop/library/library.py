"""The one SQLite file with everything, opened, locked and brought up to date."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from bulletin_desktop import windows_names
from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.library import backup, contents, header, leftover, reading, schema, swap
from bulletin_desktop.library.address import address
from bulletin_desktop.library.articles import Articles
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.exports import Exports
from bulletin_desktop.library.faults import told
from bulletin_desktop.library.habits import PublicationHabits
from bulletin_desktop.library.intake_settings import IntakeSettings
from bulletin_desktop.library.issue_revisions import IssueRevisions
from bulletin_desktop.library.issues import Issues
from bulletin_desktop.library.lineages import Lineages
from bulletin_desktop.library.lock import LibraryLock
from bulletin_desktop.library.manuscripts import Manuscripts
from bulletin_desktop.library.originals import Originals
from bulletin_desktop.library.pictures import Pictures
from bulletin_desktop.library.publications import Publications
from bulletin_desktop.library.recycle_bin import RecycleBin
from bulletin_desktop.library.revisions import Revisions
from bulletin_desktop.library.search_index import SearchIndex
from bulletin_desktop.library.search_places import SearchPlaces
from bulletin_desktop.library.sections import Sections
from bulletin_desktop.library.sketches import Sketches
from bulletin_desktop.library.templates import Templates
from bulletin_desktop.library.titles import Titles
from bulletin_desktop.reasons import reason

if TYPE_CHECKING:
    from bulletin_desktop.library.figures import Figures

__all__ = ["Library", "address"]


# SQLite's own bounds: Windows' in characters, MAX_PATHNAME of os_unix.c in bytes.
_LONGEST = windows_names.LONGEST_PATH if sys.platform == "win32" else 512


class _TakenBack(Exception):  # noqa: N818 - no error: it ends a savepoint
    """Ends `Library.trying`."""


class Library:
    """An open library; the nouns are attributes. To be used from the thread that opened it.

    Nouns are read inside `reading()` and changed inside `writing()`, which is one transaction.
    Both turn failures of disk and file into `UserError`. *hindrance* is why it can only be read, if so;
    *copy* is then what it is read from, unless that is the file itself.
    """

    def __init__(
        self,
        path: Path,
        db: Database,
        lock: LibraryLock,
        hindrance: reading.Hindrance | None = None,
        copy: reading.Copy | None = None,
    ) -> None:
        self.path = path
        self.hindrance = hindrance
        self._db = db
        self._lock = lock
        self._copy = copy
        self._file = path.stat()
        self.publications = Publications(db)
        self.habits = PublicationHabits(db)
        self.issues = Issues(db)
        self.sections = Sections(db)
        self.revisions = Revisions(db)
        self.sketches = Sketches(db)
        self.articles = Articles(db, self.revisions, self.sketches)
        self.issue_revisions = IssueRevisions(db)
        self.lineages = Lineages(db, self.issue_revisions)
        self.recycle_bin = RecycleBin(db)
        self.exports = Exports(db)
        self.pictures = Pictures(db)
        self.originals = Originals(db)
        self.manuscripts = Manuscripts(db)
        self.intake_settings = IntakeSettings(db)
        self.templates = Templates(db)
        self.titles = Titles(db)
        self.search_index = SearchIndex(db)
        self.search_places = SearchPlaces(db)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        window: str = "",
        migrations: Sequence[schema.Migration] = schema.MIGRATIONS,
    ) -> Library:
        """Open the library at *path*, made if nothing is there and *create*; hold it alone until `close`.

        *window* is the name by which another program that is refused can call the holder's window.

        What may not be written is opened for reading only: see `hindrance`. Raises `UserError` if it is
        open elsewhere, may not be read, is newer than *migrations*, damaged, empty, or not a library;
        whatever is at *path* is then left as it was.
        """
        path = path.absolute()
        _check_length(path)
        windows_names.check(path)
        if not create and not path.exists():
            raise LibraryError(
                "The library {path} is not there. Nothing was made in its place. If it is on a stick or a "
                "network drive, connect that and try again.",
                fault=Fault.MISSING,
                path=path,
            )
        _prepare_folder(path)
        lock, hindrance = _locked(path, window)
        try:
            if hindrance is None:
                _finish_restoring(path)
            if path.exists():
                header.check(path)
                leftover.check(path)
            else:
                _create(path, migrations)
            hindrance = hindrance or reading.of_file(path)
            with told(path):
                if hindrance is not None:
                    return cls._for_reading(path, migrations, lock, hindrance)
                return cls(path, _connect(path, migrations), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _for_reading(
        cls,
        path: Path,
        migrations: Sequence[schema.Migration],
        lock: LibraryLock,
        hindrance: reading.Hindrance,
    ) -> Library:
        if not reading.must_be_copied(path, len(migrations)):
            return cls(path, _prepared(reading.connection(path), path, migrations), lock, hindrance)
        copy = reading.Copy(path)
        try:
            db = _connect(copy.path, migrations)
            db.execute("PRAGMA query_only = ON")
            return cls(path, db, lock, hindrance, copy)
        except BaseException:
            copy.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: everything inside is on the disk at the end, or nothing of it."""
        if self.hindrance is not None:
            raise reading.refusal(self.path, self.hindrance)
        with told(self.path):
            self.check_in_place()
            with self._db.atomic():
                yield

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Inside `writing()`: what is changed inside is seen inside, and taken back at the end."""
        try:
            with self._db.atomic():
                yield
                raise _TakenBack
        except _TakenBack:
            pass

    @property
    def within_step(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._db.conn.in_transaction)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What is read inside raises `UserError` where the file is at fault."""
        if self.hindrance is not None and self._copy is None:
            self._check_unchanged()
        with told(self.path):
            yield

    @property
    def changes(self) -> int:
        """How many rows were changed since it was opened."""
        return self._db.conn.total_changes

    def stands(self) -> dict[str, contents.Stand]:
        """Return every article in sight by its id, without its text."""
        return contents.stands(self._db.conn)

    def figures(self, seconds: float) -> Figures:
        """Return the library in figures, as `figures.read` finds them."""
        from bulletin_desktop.library import figures

        return figures.read(self._db.conn, seconds)

    def copy_to(self, target: Path, between: Callable[[], None]) -> None:
        """Copy the library to the new file *target*, as `backup.copy` says; raises what that does."""
        backup.copy(self._db.conn, target, between)

    def close(self) -> None:
        """Fold the journal into the file and let others in. Does nothing the second time."""
        self._db.close()
        if self._copy is not None:
            self._copy.close()
        self._lock.release()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check_in_place(self) -> None:
        """A file removed or replaced under us takes writes and loses them with the last handle."""
        try:
            same = os.path.samestat(self.path.stat(), self._file)
        except OSError:
            same = False
        if not same:
            raise LibraryError(
                "The library {path} was moved, deleted or replaced while it was open. This step was not "
                "saved; your text is still in the window. Put the file back, or copy the text elsewhere.",
                fault=Fault.GONE,
                path=self.path,
            )

    def _check_unchanged(self) -> None:
        """Without a lock somebody else may write: what is read then is neither the old state nor the new."""
        try:
            now = self.path.stat()
        except OSError:
            return  # the stick was pulled out: SQLite will say so
        if (now.st_size, now.st_mtime_ns) != (self._file.st_size, self._file.st_mtime_ns):
            raise reading.changed_meanwhile(self.path)


def _check_length(path: Path) -> None:
    """Whether the library and the files that come and go beside it can have their names."""
    longest = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        os.lstat(longest)
    except OSError as error:
        too_long = error.errno == errno.ENAMETOOLONG
    else:
        too_long = False
    length = len(str(longest)) if sys.platform == "win32" else len(os.fsencode(longest))
    if too_long or length > _LONGEST:
        raise LibraryError(
            "The path of the library {path} is too long for this computer. Nothing was changed. Choose a "
            "shorter name, or a folder that is not so deep.",
            fault=Fault.LONG_PATH,
            path=path,
        )


def _prepare_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_folder = path.is_dir()
    except OSError as error:
        raise LibraryError(
            "The folder {folder} cannot be used for a library. Nothing was changed. Choose another place.",
            fault=Fault.REFUSED,
            folder=path.parent,
        ) from error
    if is_folder:
        raise LibraryError(
            "{path} is a folder, not a library. Nothing was changed. Choose a file in it.",
            fault=Fault.NOT_OURS,
            path=path,
        )


def _locked(path: Path, window: str) -> tuple[LibraryLock, reading.Hindrance | None]:
    """Hold the library; where nothing can be made beside it, see that nobody writes to it, and say why."""
    try:
        return LibraryLock.take(path, window), None
    except OSError as error:
        if not path.exists():
            raise LibraryError(
                "The folder {folder} may not be written by you, so no library can be made there. "
                "Nothing was changed. Ask for write permission, or choose another place.",
                fault=Fault.REFUSED,
                folder=path.parent,
            ) from error
        return LibraryLock.for_reading(path), reading.of_folder(error)


def _finish_restoring(path: Path) -> None:
    try:
        swap.finish(path)
    except OSError as error:
        raise UserError(
            "A backup is being put in the place of the library {path}, but its folder does not let that be "
            "finished ({reason}). Close other programs that use it and try again.",
            path=path,
            reason=reason(error),
        ) from error


def _create(path: Path, migrations: Sequence[schema.Migration]) -> None:
    journal = path.with_name(path.name + "-wal")
    if journal.exists():
        raise LibraryError(
            "The library {path} is missing, but its journal {journal} is still there. Nothing was made in "
            "its place. Put the library back beside the journal, or move the journal away.",
            fault=Fault.MISSING,
            path=path,
            journal=journal.name,
        )
    try:
        with told(path):
            schema.create(path, migrations)
    except OSError as error:
        raise LibraryError(
            "The library {path} could not be made ({reason}). Nothing was left there. "
            "Choose another place or ask for write permission.",
            fault=Fault.REFUSED,
            path=path,
            reason=reason(error),
        ) from error


def _connect(path: Path, migrations: Sequence[schema.Migration]) -> Database:
    # mode=rw never creates; timeout 0: a lock held elsewhere is told at once, not waited for.
    connection = sqlite3.connect(address(path), uri=True, timeout=0, isolation_level=None)
    try:
        # EXCLUSIVE before WAL: the index of the journal then needs no shared memory, which network
        # drives lack, and the lock stays from the first read on. FULL: an acknowledged save is on the disk.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        with closing(connection.execute("PRAGMA journal_mode = WAL")) as answer:
            answer.fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return _prepared(connection, path, migrations)


def _prepared(connection: sqlite3.Connection, path: Path, migrations: Sequence[schema.Migration]) -> Database:
    """The database behind a connection, brought up to date; the connection is closed if that fails."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db = Database(connection)
        schema.migrate(db, path, migrations)
    except BaseException:
        connection.close()
        raise
    return db

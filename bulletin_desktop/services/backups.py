"""Backups of a library: made while it is open, listed and looked into, put back in its place.

They are library files beside the library, in `backups/`, and in a second folder if the person has set one.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from bulletin_desktop import __version__, disk, windows_names
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import backup, contents
from bulletin_desktop.library.contents import Contents, Stand
from bulletin_desktop.library.verification import Verified, verify
from bulletin_desktop.reasons import reason
from bulletin_desktop.services import backup_settings
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.thinning import too_many
from bulletin_desktop.values import dataclass

Stopped = Callable[[], None]
"""Is called now and then in long work, and ends it by raising."""


REPLACED = "-replaced-"  # in the name of what stood in a library's place
_SPARE = 64_000_000  # bytes of a disk that backups leave to the library


def never() -> None:
    """Let long work go on."""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A file that was found where backups are kept.

    *number* orders one library's backups whatever the clock said, 0 if it cannot be read; *problem* says why.
    *own*: of the library that was asked about, not of another of the same name.
    """

    path: Path
    number: int
    at: dt.datetime
    bytes: int
    articles: int
    issues: int
    newest: str
    program: str
    digest: str
    damaged: int
    own: bool
    problem: UserError | None = None

    @property
    def good(self) -> bool:
        """Whether all of it was whole when it was made, and nothing is known to have happened since."""
        return self.problem is None and self.damaged == 0


def default_folder(library: Path) -> Path:
    """Return where backups of *library* are kept on this machine."""
    return library.parent / "backups"


def folders(library: Path) -> tuple[Path, ...]:
    """Return everywhere backups of *library* are kept."""
    second = backup_settings.load(library).second
    return (default_folder(library), *([second] if second else []))


def kept(library: Path, places: Iterable[Path] | None = None) -> tuple[BackupInfo, ...]:
    """Return the backups of *library* in *places* (by default `folders`), the newest first.

    A folder that is not there holds none. Reads little of each file: `check` reads all of one.
    """
    origin = backup_settings.load(library).origin
    named = re.compile(re.escape(library.stem) + r"-\d{4}-\d\d-\d\d-\d{6}(-\d+)?\.db")
    found = []
    for place in folders(library) if places is None else places:
        with contextlib.suppress(OSError):
            files = [entry for entry in os.scandir(place) if named.fullmatch(entry.name)]
            found += [_info(Path(entry.path), entry.stat().st_size, origin) for entry in files]
    return tuple(sorted(found, key=lambda info: (info.own, info.number, info.at), reverse=True))


def info(path: Path, library: Path) -> BackupInfo:
    """Return what is known of one file as a backup of *library*."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return _info(path, size, backup_settings.load(library).origin)


def _info(path: Path, size: int, origin: str) -> BackupInfo:
    try:
        with backup.unchanged(path) as db:
            label = backup.find_label(db)
            found = None if label else contents.counts(db)
    except UserError as error:
        return _unlabelled(path, size, error)
    if label is None:
        return _unlabelled(path, size, None, *(found or (0, 0)))
    return BackupInfo(
        path,
        label.number,
        label.at,
        size,
        label.articles,
        label.issues,
        label.newest,
        label.program,
        label.digest,
        label.damaged,
        label.origin == origin,
    )


def _unlabelled(
    path: Path, size: int, problem: UserError | None, articles: int = 0, issues: int = 0
) -> BackupInfo:
    try:
        when = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:  # it has gone meanwhile
        when = dt.datetime.now().astimezone()
    return BackupInfo(path, 0, when, size, articles, issues, "", "", "", 0, False, problem)


def replaced(library: Path) -> tuple[BackupInfo, ...]:
    """Return what stood in a library's place before backups were put there, the latest first."""
    named = re.compile(re.escape(library.stem + REPLACED) + r"[\d-]+" + re.escape(library.suffix))
    origin = backup_settings.load(library).origin
    with contextlib.suppress(OSError):
        files = [entry for entry in os.scandir(library.parent) if named.fullmatch(entry.name)]
        files.sort(key=lambda entry: entry.name, reverse=True)
        return tuple(_info(Path(entry.path), entry.stat().st_size, origin) for entry in files)
    return ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a backup would change, as titles: what it lacks, has otherwise, and has beyond now."""

    lacking: tuple[str, ...]
    other: tuple[str, ...]
    beyond: tuple[str, ...]


def compare(path: Path, now: Mapping[str, Stand]) -> Difference:
    """Compare a backup with the articles there are *now* (`Desk.stands`); raises `UserError`."""
    with backup.unchanged(path) as db:
        then = contents.stands(db)
    return Difference(
        tuple(stand.title for own_id, stand in now.items() if own_id not in then),
        tuple(
            stand.title
            for own_id, stand in now.items()
            if own_id in then and then[own_id].sha256 != stand.sha256
        ),
        tuple(stand.title for own_id, stand in then.items() if own_id not in now),
    )


def look(path: Path) -> Contents:
    """Return what a backup holds, without changing it or anything beside it; raises `UserError`."""
    with backup.unchanged(path) as db:
        return contents.read(db)


def check(path: Path, stopped: Stopped = never, name: Path | None = None) -> Verified:
    """Read all of a backup; raises `UserError` if it is not sound. Some of its texts may be damaged.

    The sentence says *name*, by default *path*.
    """
    with backup.unchanged(path, name) as db:
        found = verify(db, stopped)
    if not found.sound:
        raise backup.damaged(name or path)
    return found


def newest(library: Path) -> BackupInfo | None:
    """Return the newest own backup in the default folder that can be read; None if there is none."""
    found = kept(library, [default_folder(library)])
    return next((info for info in found if info.own and info.problem is None), None)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- making one -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that holds the library as it is; not *new* if one did already."""

    info: BackupInfo
    new: bool


class Making:
    """A backup that is being made: `copy` where the library is open, then `finish` anywhere.

    `give_up` removes what there is, whatever happened. Raises `UserError` where a disk is at fault.
    """

    def __init__(self, library: Path, target: Path | None = None) -> None:
        self._settings = backup_settings.load(library)
        self._library = library.absolute()
        self._target = target.absolute() if target else None
        self._folder = self._target.parent if self._target else default_folder(self._library)
        # One at a time: the library's lock sees to it.
        self._made = self._folder / f".{library.stem}.{self._settings.origin}.making"

    def copy(self, desk: Desk, between: Stopped = never) -> None:
        """Copy the library as it is now; *between* is called every few milliseconds and may use *desk*."""
        with self._cleanly():
            self._made.unlink(missing_ok=True)  # of a program that died
            if self._target is None:
                self._folder.mkdir(exist_ok=True)
                make_room(self._library, self._folder, self._library.stat().st_size)
            else:
                _check_target(self._target, self._library)
            desk.copy_library(self._made, between)

    def finish(self, stopped: Stopped = never) -> Made:
        """Verify the copy and give it its name, unless the newest backup there holds the same already."""
        with self._cleanly():
            disk.flush(self._made)
            with backup.unchanged(self._made) as db:
                verified = verify(db, stopped, indexes=False)
            last = newest(self._library)
            if self._target is None and last is not None and last.digest == verified.digest:
                self._made.unlink()
                return Made(last, new=False)
            if backup_settings.load(self._library).origin != self._settings.origin:  # the first backup of all
                backup_settings.save(self._library, self._settings)
            number = 1 + max((info.number for info in kept(self._library) if info.own), default=0)
            at = dt.datetime.now().astimezone()
            label = _label(verified, number, at, self._settings.origin)
            backup.put_label(self._made, label)
            disk.flush(self._made)
            path = self._target or free_name(self._folder / f"{self._library.stem}-{at:%Y-%m-%d-%H%M%S}.db")
            self._made.replace(path)
            disk.flush_folder(self._folder)
        if self._target is None:
            thin(self._library, self._folder, backup_settings.load(self._library).limit)
        return Made(_info(path, path.stat().st_size, self._settings.origin), new=True)

    def give_up(self) -> None:
        """Remove what was made so far."""
        with contextlib.suppress(OSError):
            self._made.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _cleanly(self) -> Iterator[None]:
        """Leave nothing half-made, and say what the disk has done."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self.give_up()
            raise _not_made(self._folder, error) from error
        except BaseException:
            self.give_up()
            raise


def thin(library: Path, folder: Path, limit: int) -> None:
    """Remove from *folder* the backups of *library* that are too many; one that cannot be removed stays."""
    own = [each for each in kept(library, [folder]) if each.own]
    for info in too_many(own, limit):
        with contextlib.suppress(OSError):
            info.path.unlink()


def make_room(library: Path, folder: Path, size: int) -> None:
    """Thin what is kept in *folder* as far as a new backup of *size* bytes needs it; raises OSError."""
    short = size + _SPARE - shutil.disk_usage(folder).free
    if short > 0:
        there = sum(info.bytes for info in kept(library, [folder]) if info.own)
        thin(library, folder, max(0, there - short))


def _check_target(target: Path, library: Path) -> None:
    """A person names a file: it may be written if nothing is there, or another backup."""
    windows_names.check(target)
    if not target.exists():
        return
    if target.samefile(library):
        raise UserError(
            "{path} is the library itself. Nothing was changed. Choose another file.", path=target
        )
    try:
        look(target)
    except UserError as error:
        raise UserError(
            "{path} is there already and is no backup. It was left as it is. Choose another file.",
            path=target,
        ) from error


def _label(verified: Verified, number: int, at: dt.datetime, origin: str) -> backup.Label:
    return backup.Label(
        number,
        at,
        origin,
        __version__,
        verified.articles,
        verified.issues,
        verified.newest,
        verified.digest,
        verified.damaged + (not verified.sound),
    )


def free_name(path: Path) -> Path:
    """Return a name like *path* that nothing has."""
    names = (path, *(path.with_stem(f"{path.stem}-{nth}") for nth in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _not_made(folder: Path, error: OSError | sqlite3.Error) -> UserError:
    return UserError(
        "The backup could not be made in {folder} ({reason}). The library and earlier backups are not "
        "touched by that. Make room there, or choose another folder.",
        folder=folder,
        reason=reason(backup.cause(error)),
    )

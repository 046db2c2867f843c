"""A disk whose power can be cut: it keeps every write in order, and knows which of them were made to last.

SQLite's files go through a VFS of apsw, whose SQLite is its own but of the same format; the typing journal's
through what stands for its `os`. `Disk.after_cut` gives the files as they may be found: what came before a
file's last sync is there, of each later write all, nothing, or any of its sectors.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import apsw

_SECTOR = 512
_VFS = "power"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened: write, truncate, sync or delete, or a word that was given (*said*)."""

    kind: str
    file: str = ""
    at: int = 0
    data: bytes = b""
    said: object = None


class Disk:
    """Everything that was done to the files of *folder*, from its first image on."""

    def __init__(self, folder: Path) -> None:
        self._first = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}
        self.steps: list[Step] = []

    def say(self, word: object) -> None:
        """Note that something was acknowledged now."""
        self.steps.append(Step("said", said=word))

    def after_cut(self, moment: int, chance: random.Random) -> tuple[dict[str, bytes], list[object]]:
        """Return the files after a cut of the power at a step, and what had been acknowledged by then."""
        done = self.steps[:moment]
        synced: dict[str, int] = {}
        for number, step in enumerate(done):
            if step.kind in ("sync", "delete"):
                synced[step.file] = number
        files = {name: bytearray(content) for name, content in self._first.items()}
        for number, step in enumerate(done):
            if step.kind != "said":
                lasting = number <= synced.get(step.file, -1)
                _apply(files, step if lasting else _in_part(step, chance))
        return {name: bytes(content) for name, content in files.items()}, [
            step.said for step in done if step.kind == "said"
        ]


def _in_part(step: Step, chance: random.Random) -> list[Step] | Step | None:
    """What of a step reaches the platter before the light goes out."""
    lot = chance.random()
    if lot < 0.4 or step.kind == "sync":
        return None
    if lot < 0.7 or step.kind != "write":
        return step
    pieces = range(0, len(step.data), _SECTOR)
    return [
        Step("write", step.file, step.at + at, step.data[at : at + _SECTOR])
        for at in pieces
        if chance.random() < 0.5
    ]


def _apply(files: dict[str, bytearray], done: list[Step] | Step | None) -> None:
    for step in [] if done is None else done if isinstance(done, list) else [done]:
        if step.kind == "delete":
            files.pop(step.file, None)
            continue
        content = files.setdefault(step.file, bytearray())
        if step.kind == "truncate":
            del content[step.at :]
            content += bytes(step.at - len(content))
        elif step.kind == "write":
            content += bytes(max(0, step.at - len(content)))
            content[step.at : step.at + len(step.data)] = step.data


# SQLite's files


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name).name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.steps.append(Step("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.steps.append(Step("truncate", self._name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self._disk.steps.append(Step("sync", self._name))


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__(_VFS, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802
        return _File(self._disk, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(name, syncdir)
        self._disk.steps.append(Step("delete", Path(name).name))


class _Cursor:
    """What `sqlite3` gives back for a statement, of apsw's."""

    def __init__(self, connection: apsw.Connection, sql: str, values: Sequence[object] | None) -> None:
        self._rows = connection.execute(sql, values or ())
        self.lastrowid = connection.last_insert_rowid()

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def __iter__(self) -> Any:
        return iter(self._rows)

    def close(self) -> None:
        self._rows.close(True)


class Connection:
    """A connection of apsw through the disk's VFS, with what the library uses of a `sqlite3.Connection`.

    *synchronous* stands for FULL, to see that the cuts would find a weaker promise out.
    """

    def __init__(self, address: str, synchronous: str) -> None:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
        self._connection = apsw.Connection(address, flags=flags, vfs=_VFS)
        self._synchronous = synchronous

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, sql: str, values: Sequence[object] | None = None) -> _Cursor:
        sql = sql.replace("synchronous = FULL", f"synchronous = {self._synchronous}")
        return _Cursor(self._connection, sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        self._connection.executemany(sql, rows)

    def backup(self, target: sqlite3.Connection) -> None:
        """Write what is there into the file of *target*, which is new."""
        (_, _, path) = target.execute("PRAGMA database_list").fetchone()
        Path(path).write_bytes(self._connection.serialize("main"))

    def commit(self) -> None:
        if self.in_transaction:
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()


class Powered:
    """Puts the disk below a library and its typing journal: `sqlite3()` and `os()` stand for theirs."""

    def __init__(self, disk: Disk, synchronous: str = "FULL") -> None:
        self._disk = disk
        self._synchronous = synchronous
        self._vfs = _Vfs(disk)
        self._names: dict[int, str] = {}

    def sqlite3(self) -> SimpleNamespace:
        """`sqlite3`, whose connections to files of the library go through the disk."""
        mine = {name: getattr(sqlite3, name) for name in dir(sqlite3)}
        return SimpleNamespace(**{**mine, "connect": self._connect})

    def os(self) -> SimpleNamespace:
        """`os`, whose writing goes through the disk."""
        own: dict[str, Callable[..., Any]] = {
            "open": self._open,
            "write": self._write,
            "ftruncate": self._truncate,
            "fsync": self._sync,
        }
        return SimpleNamespace(**{**{name: getattr(os, name) for name in dir(os)}, **own})

    def close(self) -> None:
        """Take the VFS out of apsw."""
        self._vfs.unregister()

    def _connect(self, address: str, **_: object) -> Connection:
        return Connection(address, self._synchronous)

    def _open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        file = os.open(path, flags, mode)
        self._names[file] = path.name
        return file

    def _write(self, file: int, data: bytes) -> int:
        at = os.fstat(file).st_size
        written = os.write(file, data)
        self._disk.steps.append(Step("write", self._names[file], at, bytes(data[:written])))
        return written

    def _truncate(self, file: int, size: int) -> None:
        os.ftruncate(file, size)
        self._disk.steps.append(Step("truncate", self._names[file], size))

    def _sync(self, file: int) -> None:
        os.fsync(file)
        self._disk.steps.append(Step("sync", self._names[file]))

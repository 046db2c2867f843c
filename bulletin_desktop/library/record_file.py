"""A file of records that are appended one by one, for what the library does not have yet.

UTF-8 text, one record a line, so that even a person with an editor finds what was typed. The first line is
the head, `bulletin-desktop KIND 1 TOKEN`. A record is its CRC-32 in hexadecimal, a space, and a JSON object
with its running number `n`. The CRC starts from the head's, whose token is made anew whenever the file is
emptied: what a disk may show of an earlier filling fits no record.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin_desktop.values import dataclass

_VERSION = b"1"
_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)


class UnknownFile(Exception):  # noqa: N818 - no fault: a newer program's file, or nobody's
    """The file is none of its kind that this version reads."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record's *fields*; *follows* tells that the one before it is there."""

    fields: dict[str, Any]
    follows: bool


class RecordFile:
    """Writes records of a *kind*. Nothing touches the disk but `write`, `sync` and `close`.

    Those raise `OSError`. What could not be written stays in memory and is written first the next time.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.written = 0  # bytes handed over since it was empty
        self._kind = kind
        self._file: int | None = None
        self._unwritten = bytearray()
        self._seed = self._records = 0
        self._stale = False  # what the file holds is to go first

    @property
    def complete(self) -> bool:
        """Whether all of it is in the file, though perhaps not on the disk yet."""
        return not self._unwritten and not self._stale

    def add(self, fields: dict[str, Any]) -> None:
        """Append a record."""
        if self._records == 0:
            head = b"%s%s %s\n" % (_head(self._kind), _VERSION, secrets.token_hex(8).encode("ascii"))
            self._seed = crc32(head)
            self._unwritten += head
        self._records += 1
        line = json.dumps({"n": self._records, **fields}, ensure_ascii=False, separators=(",", ":"))
        data = line.encode("utf-8", "surrogatepass")  # a clipboard may hold half a character
        self._unwritten += b"%08x %s\n" % (crc32(data, self._seed), data)

    def empty(self) -> None:
        """Forget every record."""
        self._unwritten.clear()
        self._stale = self._file is not None
        self._seed = self._records = self.written = 0

    def write(self) -> None:
        """Hand over to the system what is not yet in the file."""
        if self._stale and self._file is not None:
            os.ftruncate(self._file, 0)
            if os.fstat(self._file).st_nlink == 0:  # somebody has removed it
                self.let_go()
        self._stale = False
        while self._unwritten:
            if self._file is None:
                self._file = os.open(self.path, _FLAGS) if self.written else _begun(self.path)
            done = os.write(self._file, self._unwritten)
            del self._unwritten[:done]
            self.written += done

    def sync(self) -> None:
        """Let what was written reach the disk."""
        if self._file is not None:
            os.fsync(self._file)

    def close(self) -> None:
        """Write and sync what is left; one without a record is removed."""
        try:
            self.write()
            self.sync()
        finally:
            opened = self._file is not None
            self.let_go()
        if opened and self._records == 0:
            remove(self.path)

    def let_go(self) -> None:
        """Close the file as it is; writing opens it again."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def read(path: Path, kind: str) -> tuple[tuple[Record, ...], bool]:
    """Return the records that are as they were written, and whether more than the end is missing.

    A record cut off at the end was never finished. Raises `UnknownFile`, or `OSError` if the file cannot be
    read.
    """
    content = path.read_bytes()
    beginning = _head(kind)
    head, _, rest = content.partition(b"\n")
    if (not rest and beginning.startswith(head[: len(beginning)])) or not content.strip(b"\0"):
        return (), False  # begun, and nothing reached the disk
    if re.fullmatch(re.escape(beginning) + re.escape(_VERSION) + rb" [0-9a-f]{16}", head) is None:
        raise UnknownFile(path)
    records: list[Record] = []
    expected = 1
    for fields in _whole(rest, crc32(head + b"\n")):
        records.append(Record(fields, fields["n"] == expected))
        expected = fields["n"] + 1
    return tuple(records), not all(record.follows for record in records)


def remove(path: Path) -> None:
    """Remove a file that has served; one that the system holds is emptied, if it lets us."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        return
    with suppress(OSError):
        os.truncate(path, 0)


def left(own: Path) -> tuple[Path, ...]:
    """Return the files that lie at *own*: those put aside in their order, then itself."""
    pattern = re.compile(re.escape(own.name) + r"\.(\d+)")
    with suppress(OSError):
        names = [match for each in own.parent.iterdir() if (match := pattern.fullmatch(each.name))]
        aside = [own.with_name(match[0]) for match in sorted(names, key=lambda match: int(match[1]))]
        return (*aside, own) if own.exists() else tuple(aside)
    return ()


def set_aside(path: Path, kind: str = "") -> Path:
    """Rename a file, so that another can be begun; return its new name.

    Without a *kind* of its own the name is one that `left` finds again. Raises `OSError`.
    """
    return path.rename(free(path, kind))


def free(path: Path, kind: str = "") -> Path:
    """Return a name beside *path* that no file has."""
    names = (path.with_name(f"{path.name}{kind}.{number}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())


def _head(kind: str) -> bytes:
    return b"bulletin-desktop %s " % kind.encode("ascii")


def _whole(rest: bytes, seed: int) -> Iterator[dict[str, Any]]:
    for line in rest.split(b"\n"):
        if line[:8] == b"%08x" % crc32(line[9:], seed):
            yield json.loads(line[9:])


def _begun(path: Path) -> int:
    """A file of records, new or empty: what one holds is never written over."""
    with suppress(FileNotFoundError):
        if path.stat().st_size == 0:
            path.unlink()
    return os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o666)

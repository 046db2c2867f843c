"""A library's file as pages, with what its journal adds: https://sqlite.org/fileformat2.html#pages."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from types import TracebackType

from bulletin_desktop.library.recovery import journal
from bulletin_desktop.library.schema import APPLICATION_ID
from bulletin_desktop.values import dataclass

HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_USUAL = 4096  # bytes of a page: what SQLite has made since 2016
_LARGEST, _SMALLEST = 65_536, 512
_CHUNK = 65_536  # bytes read at once: pages that follow each other are mostly wanted together
_LOCKED = 1 << 30  # the byte whose page SQLite keeps for its locks
# What stands in the header of every library: offset and bytes. The sizes of payloads, UTF-8, schema format 4.
_FIXED = (
    (0, _MAGIC),
    (20, b"\x00\x40\x20\x20"),
    (44, b"\x00\x00\x00\x04"),
    (52, b"\x00" * 4),
    (56, b"\x00\x00\x00\x01"),
    (68, APPLICATION_ID.to_bytes(4, "big")),
    (72, b"\x00" * 20),
)


class Fault(StrEnum):
    """What is wrong with the file itself."""

    HEADER = "header"
    CUT = "cut"
    UNREADABLE = "unreadable"
    JOURNAL = "journal"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes say, as far as it can be believed."""

    page_size: int
    version: int
    free_list: int
    faults: frozenset[Fault]


class Image:
    """Pages by their numbers, from 1 to *count*. The file is only read.

    Raises OSError if the file cannot be opened; where it cannot be read, pages are empty and
    `Fault.UNREADABLE` is among `faults`.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._chunk, self._chunk_at = b"", 0
        size = path.stat().st_size
        self.faults: set[Fault] = set()
        self._header = _header(self._file.read(HEADER), size)
        self.faults |= self._header.faults
        self.page_size = self._header.page_size
        self._log_path = path.with_name(path.name + "-wal")
        self._log = journal.read(self._log_path, self.page_size)
        if self._log.page_size not in (0, self.page_size):
            self.page_size = self._log.page_size if Fault.HEADER in self.faults else self.page_size
        self.faults |= {Fault.JOURNAL} if self._log.damaged else set()
        self.faults |= {Fault.TORN} if self._log.torn else set()
        self._in_file = -(-size // self.page_size)
        self._from_log = self._log.pages if self._log.page_size == self.page_size else {}
        self.count = max(self._in_file, self._log.count)
        self._log_file = self._log_path.open("rb") if self._from_log else self._file
        if self._from_log:
            self._take_header_from_log()

    @property
    def version(self) -> int:
        """The number of migrations the header claims, 0 if it cannot be believed."""
        return self._header.version

    @property
    def has_journal(self) -> bool:
        """Whether a journal lies beside the file with anything in it."""
        try:
            return self._log_path.stat().st_size > 0
        except OSError:
            return False

    def page(self, number: int) -> bytes:
        """Return a page's bytes; zeros where there are none."""
        if number in self._from_log:
            self._log_file.seek(self._from_log[number])
            return self._log_file.read(self.page_size).ljust(self.page_size, b"\0")
        if not 1 <= number <= self._in_file:
            return bytes(self.page_size)
        start = (number - 1) * self.page_size - self._chunk_at
        if not 0 <= start <= len(self._chunk) - self.page_size:
            self._chunk_at = (number - 1) * self.page_size
            self._chunk = self._read(self._chunk_at)
            start = 0
        return self._chunk[start : start + self.page_size].ljust(self.page_size, b"\0")

    def is_reserved(self, number: int) -> bool:
        """Tell whether a page is the one that SQLite never uses."""
        return number == _LOCKED // self.page_size + 1

    def free(self) -> set[int]:
        """Return the pages on the list of free ones, as far as it can be followed."""
        found: set[int] = set()
        trunk = self._header.free_list
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            listed = min(_number(page, 4), self.page_size // 4 - 2)
            found.update(_number(page, 8 + 4 * place) for place in range(listed))
            trunk = _number(page, 0)
        return found

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()
        self._log_file.close()

    def __enter__(self) -> Image:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, start: int) -> bytes:
        """Not mapped into memory: there a disk that fails ends the program."""
        for length in (_CHUNK, self.page_size):
            try:
                self._file.seek(start)
                return self._file.read(length) or b""
            except OSError:
                self.faults.add(Fault.UNREADABLE)
        return b""

    def _take_header_from_log(self) -> None:
        if 1 in self._from_log:
            header = _header(self.page(1)[:HEADER], self.count * self.page_size)
            if Fault.HEADER not in header.faults:
                self._header = header
        self.faults -= {Fault.CUT}  # pages may be in the journal alone


def _header(head: bytes, size: int) -> Header:
    faults: set[Fault] = set()
    if any(head[at : at + len(fixed)] != fixed for at, fixed in _FIXED):
        faults.add(Fault.HEADER)
    page = int.from_bytes(head[16:18], "big")
    page = _LARGEST if page == 1 else page
    if not _SMALLEST <= page <= _LARGEST or page & (page - 1):
        faults.add(Fault.HEADER)
        page = _USUAL
    if (_number(head, 24) == _number(head, 92) and _number(head, 28) * page > size) or size % page:
        faults.add(Fault.CUT)
    sound = Fault.HEADER not in faults
    return Header(
        page if sound else _USUAL,
        _number(head, 60) if sound else 0,
        _number(head, 32),
        frozenset(faults),
    )


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")

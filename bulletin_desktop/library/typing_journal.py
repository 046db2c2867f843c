"""The typing journal: a file beside the library with every key press that the library does not have yet.

UTF-8 text, one record a line, so that even a person with an editor finds what was typed. The first line is
the head, `bulletin-desktop typing 1 TOKEN`. A record is its CRC-32 in hexadecimal, a space, and a JSON object
with its running number `n`, the id of its `article`, and either `whole`, the article as the library is known
to hold it (empty if that is not known), or `at`, `cut` and `put`: how many characters to keep, to leave out
after them, and what to put there. An article's text is its JSON as `codec` writes it. The CRC starts from the
head's, whose token is made anew whenever the journal is emptied: what a disk may show of an earlier filling
fits no record.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article
from bulletin_desktop.library.content import sha256
from bulletin_desktop.values import dataclass

SUFFIX = ".typing"
_HEAD = b"bulletin-desktop typing "
_VERSION = b"1"
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)


class UnknownJournal(Exception):  # noqa: N818 - no fault: a newer program's file, or nobody's
    """The file is not a typing journal that this version reads."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a journal tells of one article: its *latest* text, and the SHA-256 of each one it had before.

    The first of *former* is what the library held, if that was known.
    """

    article_id: str
    former: tuple[bytes, ...]
    latest: str


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that was read; *damaged* tells that more than its end is missing."""

    typed: tuple[Typed, ...]
    damaged: bool


class TypingJournal:
    """Writes a journal. Nothing touches the disk but `write`, `sync` and `close`, which raise `OSError`.

    What could not be written stays in memory and is written first the next time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None
        self._texts: dict[str, str] = {}  # by article: what the journal says now
        self._unwritten = bytearray()
        self._seed = self._records = 0
        self._stale = False  # what the file holds is to go first

    @property
    def complete(self) -> bool:
        """Whether all of it is in the file, though perhaps not on the disk yet."""
        return not self._unwritten and not self._stale

    def typed(self, article: Article, before: Article | None) -> None:
        """Note the new value of an article.

        *before* is what the library holds, None if that is not known; it counts only for an article the
        journal does not know. Raises `IllegalDocument` for a value that is not legal.
        """
        text, former = codec.dumps(article), self._texts.get(article.id)
        if former is None:
            former = codec.dumps(before) if before is not None else ""
            self._begin(article.id, former)
        self._change(article.id, former, text)

    def saved(self, article: Article) -> None:
        """Note that the library has this value of an article that was typed, perhaps not the latest."""
        latest = self._texts.get(article.id)
        if latest is not None:
            text = codec.dumps(article)
            self._begin(article.id, text)
            self._change(article.id, text, latest)

    def empty(self) -> None:
        """Forget everything: the library has it."""
        self._texts.clear()
        self._unwritten.clear()
        self._stale = self._file is not None
        self._seed = self._records = 0

    def write(self) -> None:
        """Hand over to the system what is not yet in the file."""
        if self._stale and self._file is not None:
            os.ftruncate(self._file, 0)
            if os.fstat(self._file).st_nlink == 0:  # somebody has removed it
                self._shut()
        self._stale = False
        while self._unwritten:
            if self._file is None:
                self._file = _opened(self.path)
            del self._unwritten[: os.write(self._file, self._unwritten)]

    def sync(self) -> None:
        """Let what was written reach the disk."""
        if self._file is not None:
            os.fsync(self._file)

    def close(self) -> None:
        """Write and sync what is left, or remove the file if it has nothing that the library lacks."""
        try:
            self.write()
            self.sync()
        finally:
            opened = self._file is not None
            self._shut()
        if opened and not self._texts:
            remove(self.path)

    def _shut(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _begin(self, article_id: str, text: str) -> None:
        self._record({"article": article_id, "whole": text})
        self._texts[article_id] = text

    def _change(self, article_id: str, former: str, text: str) -> None:
        if text != former:
            at, cut, put = _difference(former, text)
            self._record({"article": article_id, "at": at, "cut": cut, "put": put})
            self._texts[article_id] = text

    def _record(self, fields: dict[str, Any]) -> None:
        if self._records == 0:
            head = b"%s%s %s\n" % (_HEAD, _VERSION, secrets.token_hex(8).encode("ascii"))
            self._seed = crc32(head)
            self._unwritten += head
        self._records += 1
        line = json.dumps({"n": self._records, **fields}, ensure_ascii=False, separators=(",", ":"))
        data = line.encode("utf-8")
        self._unwritten += b"%08x %s\n" % (crc32(data, self._seed), data)


def beside(library: Path) -> Path:
    """Return where the journal of a library is."""
    return library.with_name(library.name + SUFFIX)


def left(library: Path) -> tuple[Path, ...]:
    """Return the journals that lie beside a library: those put aside in their order, then its own."""
    own = beside(library)
    pattern = re.compile(re.escape(own.name) + r"\.(\d+)")
    with suppress(OSError):
        names = [match for each in own.parent.iterdir() if (match := pattern.fullmatch(each.name))]
        aside = [own.with_name(match[0]) for match in sorted(names, key=lambda match: int(match[1]))]
        return (*aside, own) if own.exists() else tuple(aside)
    return ()


def set_aside(path: Path, kind: str = "") -> Path:
    """Rename a journal, so that another can be begun; return its new name.

    Without a *kind* of its own the name is one that `left` finds again. Raises `OSError`.
    """
    names = (path.with_name(f"{path.name}{kind}.{number}") for number in range(1, 10_000))
    free = next(name for name in names if not name.exists())
    return path.rename(free)


def remove(path: Path) -> None:
    """Remove a journal that has served; one that the system holds is emptied, if it lets us."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        return
    with suppress(OSError):
        os.truncate(path, 0)


def read(path: Path) -> Journal:
    """Return what a journal tells, as far as it is whole; a record cut off at the end was never finished.

    Raises `UnknownJournal`, or `OSError` if the file cannot be read.
    """
    content = path.read_bytes()
    head, _, rest = content.partition(b"\n")
    if (not rest and _HEAD.startswith(head[: len(_HEAD)])) or not content.strip(b"\0"):
        return Journal((), damaged=False)  # begun, and nothing reached the disk
    match = re.fullmatch(re.escape(_HEAD) + re.escape(_VERSION) + rb" [0-9a-f]{16}", head)
    if match is None:
        raise UnknownJournal(path)
    histories: dict[str, _History] = {}
    expected, damaged = 1, False
    for fields in _records(rest, crc32(head + b"\n")):
        if fields["n"] != expected:
            damaged = True
            for history in histories.values():
                history.broken = True
        expected = fields["n"] + 1
        histories.setdefault(fields["article"], _History()).add(fields)
    typed = (history.told(article_id) for article_id, history in histories.items())
    return Journal(tuple(each for each in typed if each is not None), damaged)


def _records(rest: bytes, seed: int) -> Iterator[dict[str, Any]]:
    """The records that are as they were written."""
    for line in rest.split(b"\n"):
        if line[:8] == b"%08x" % crc32(line[9:], seed):
            yield json.loads(line[9:])


class _History:
    """An article's texts, put together from its records."""

    def __init__(self) -> None:
        self._texts: list[bytes] = []
        self._latest: str | None = None
        self.broken = False  # a record is missing: what builds on it is not to be trusted

    def add(self, fields: dict[str, Any]) -> None:
        if "whole" in fields:
            self._texts, self._latest, self.broken = [], fields["whole"], False
        elif self._latest is not None and not self.broken:
            at, cut = fields["at"], fields["cut"]
            self._texts.append(sha256(self._latest))
            self._latest = self._latest[:at] + fields["put"] + self._latest[at + cut :]

    def told(self, article_id: str) -> Typed | None:
        """What was typed of it, None if nothing."""
        return Typed(article_id, tuple(self._texts), self._latest) if self._texts and self._latest else None


def _difference(former: str, latter: str) -> tuple[int, int, str]:
    """How much of *former* stays in front, how much after that goes, and what comes in its place."""
    shorter = min(len(former), len(latter))
    at = _common(lambda length: former[:length] == latter[:length], shorter)
    behind = _common(
        lambda length: former[len(former) - length :] == latter[len(latter) - length :], shorter - at
    )
    return at, len(former) - behind - at, latter[at : len(latter) - behind]


def _common(same: Callable[[int], bool], longest: int) -> int:
    """The greatest length up to *longest* of which *same* is true, found by halves."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _opened(path: Path) -> int:
    """A journal's file, new or empty: what one holds is never written over."""
    with suppress(FileNotFoundError):
        if path.stat().st_size == 0:
            path.unlink()
    return os.open(path, _FLAGS, 0o666)

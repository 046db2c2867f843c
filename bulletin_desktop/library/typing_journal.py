"""The typing journal: a file beside the library with every key press that the library does not have yet.

A `record_file`. A record has the id of its `article`, and either `whole`, the article as the library is known
to hold it (empty if that is not known), or `at`, `cut` and `put`: how many characters to keep, to leave out
after them, and what to put there. An article's text is its JSON as `codec` writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article
from bulletin_desktop.library import record_file
from bulletin_desktop.library.content import sha256
from bulletin_desktop.library.record_file import RecordFile
from bulletin_desktop.values import dataclass

SUFFIX = ".typing"
_KIND = "typing"


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
        self._file = RecordFile(path, _KIND)
        self._texts: dict[str, str] = {}  # by article: what the journal says now

    @property
    def complete(self) -> bool:
        """Whether all of it is in the file, though perhaps not on the disk yet."""
        return self._file.complete

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
        self._file.empty()

    def write(self) -> None:
        """Hand over to the system what is not yet in the file."""
        self._file.write()

    def sync(self) -> None:
        """Let what was written reach the disk."""
        self._file.sync()

    def close(self) -> None:
        """Write and sync what is left, or remove the file if it has nothing that the library lacks."""
        self._file.close()

    def _begin(self, article_id: str, text: str) -> None:
        self._file.add({"article": article_id, "whole": text})
        self._texts[article_id] = text

    def _change(self, article_id: str, former: str, text: str) -> None:
        if text != former:
            at, cut, put = _difference(former, text)
            self._file.add({"article": article_id, "at": at, "cut": cut, "put": put})
            self._texts[article_id] = text


def beside(library: Path) -> Path:
    """Return where the journal of a library is."""
    return library.with_name(library.name + SUFFIX)


def read(path: Path) -> Journal:
    """Return what a journal tells, as far as it is whole; a record cut off at the end was never finished.

    Raises `record_file.UnknownFile`, or `OSError` if the file cannot be read.
    """
    histories: dict[str, _History] = {}
    records, damaged = record_file.read(path, _KIND)
    for record in records:
        if not record.follows:
            for history in histories.values():
                history.broken = True
        histories.setdefault(record.fields["article"], _History()).add(record.fields)
    typed = (history.told(article_id) for article_id, history in histories.items())
    return Journal(tuple(each for each in typed if each is not None), damaged)


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

"""Drafts: a file beside the library with what a person is at and has not stored yet, as a review is.

A draft has a name and parts, each a name and a text; what these say is the services' to know. The file is a
`record_file`. A record has the `draft` it is about and either what it `sets` and which parts are `gone`, or
`whole` to begin it anew, or `dropped`. What is read is how a draft stood after some step, never between two.

A file that has grown too long is put aside while another is begun with all drafts whole, and goes once that
is on the disk; so does the one that was found at the start.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from bulletin_desktop.library import record_file
from bulletin_desktop.library.record_file import RecordFile, UnknownFile
from bulletin_desktop.values import dataclass

Parts = Mapping[str, str]

SUFFIX = ".drafts"
REVIEW, FORM = "review:", "form:"  # how the names of drafts begin, by what they are of
HOLDS = "holds"  # the part that lists the SHA-256 of the files beside the library that a draft needs
_KIND = "drafts"
_DAMAGED = ".damaged"
_LONGEST = 8  # times what the drafts themselves take
_SHORT = 4 * 1024 * 1024  # bytes below which no file is too long
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unread:
    """What was left by an earlier process and is kept: *damaged* for good, else for a newer program."""

    path: Path
    damaged: bool


class DraftFile:
    """The drafts beside a library. For one thread at a time; its `OSError`s leave it to be tried again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = RecordFile(path, _KIND)
        self._drafts: dict[str, dict[str, str]] = {}
        self._former: list[Path] = []  # that go once everything is in this one
        self.knows_all = True
        """Whether no file was left that could not be read, and may need files that no draft here does."""

    @property
    def drafts(self) -> Mapping[str, Parts]:
        """What is kept, by the drafts' names."""
        return self._drafts

    @property
    def complete(self) -> bool:
        """Whether all of it is in the file, though perhaps not on the disk yet."""
        return self._file.complete

    def holds(self) -> frozenset[str]:
        """The SHA-256 of the files that drafts need."""
        return frozenset(sha256 for parts in self._drafts.values() for sha256 in held(parts))

    def take_up(self) -> tuple[Unread, ...]:
        """Take over what an earlier process left; return what of it could not be read. Raises nothing."""
        unread: list[Unread] = []
        for path in record_file.left(self.path):
            try:
                records, damaged = record_file.read(path, _KIND)
                self._read(records)
            except Exception as error:  # a bug too: it must not lock the person out of the library
                _log.warning("a file of drafts was not taken up", exc_info=True)
                newer = isinstance(error, UnknownFile | OSError)
                self.knows_all = False
                if path == self.path or not newer:
                    unread.append(Unread(_put_aside(path, "" if newer else _DAMAGED), not newer))
                continue
            if damaged:
                self.knows_all = False
                unread.append(Unread(_put_aside(path, _DAMAGED), damaged=True))
            else:
                self._former.append(_put_aside(path) if path == self.path else path)
        self._add_all()
        return tuple(unread)

    def keep(self, name: str, parts: Parts) -> None:
        """Let a draft be these parts."""
        former = self._drafts.get(name)
        if former is None:
            self._begin(name, parts)
        elif former != parts:
            sets = {key: text for key, text in parts.items() if former.get(key) != text}
            self._file.add({"draft": name, "sets": sets, "gone": [key for key in former if key not in parts]})
        self._drafts[name] = dict(parts)

    def drop(self, name: str) -> None:
        """Forget a draft."""
        if self._drafts.pop(name, None) is not None:
            self._file.add({"draft": name, "dropped": True})

    def put_aside(self, name: str) -> Path:
        """Part with a draft: return the file, of no other use, that has it. Raises `OSError`."""
        aside = RecordFile(record_file.free(self.path, _DAMAGED), _KIND)
        aside.add({"draft": name, "whole": dict(self._drafts[name])})
        aside.close()
        self.drop(name)
        return aside.path

    def write(self) -> None:
        """Hand over to the system what is not yet in the file. Raises `OSError`."""
        if not self._drafts and not self._former:
            self._file.empty()
        elif self._file.written > _SHORT and self._file.written > _LONGEST * self._size():
            self._renew()
        self._file.write()

    def sync(self) -> None:
        """Let what was written reach the disk. Raises `OSError`."""
        self._file.sync()
        if self._file.complete:
            for path in self._former:
                record_file.remove(path)
            self._former.clear()

    def close(self) -> None:
        """Write and sync what is left; without a draft no file stays. Raises `OSError`."""
        try:
            self.write()
            self.sync()
            self.write()  # the last draft may have gone with a file that is put aside
        finally:
            self._file.close()

    def _read(self, records: tuple[record_file.Record, ...]) -> None:
        """Do again what was done; what stands behind a gap is not trusted."""
        for record in records:
            if not record.follows:
                return
            fields = record.fields
            name = fields["draft"]
            if fields.get("dropped"):
                self._drafts.pop(name, None)
            elif "whole" in fields:
                self._drafts[name] = dict(fields["whole"])
            else:
                draft = self._drafts[name]
                draft.update(fields["sets"])
                for key in fields["gone"]:
                    del draft[key]

    def _begin(self, name: str, parts: Parts) -> None:
        self._file.add({"draft": name, "whole": dict(parts)})

    def _add_all(self) -> None:
        for name, parts in self._drafts.items():
            self._begin(name, parts)

    def _renew(self) -> None:
        """Begin another file. Where this one cannot be renamed, it goes on growing."""
        self._file.write()
        self._file.let_go()
        with suppress(OSError):
            self._former.append(record_file.set_aside(self.path))
            self._file = RecordFile(self.path, _KIND)
            self._add_all()

    def _size(self) -> int:
        return sum(len(text) for parts in self._drafts.values() for text in parts.values())


def beside(library: Path) -> Path:
    """Return where the drafts of a library are."""
    return library.with_name(library.name + SUFFIX)


def held(parts: Parts) -> Iterator[str]:
    """Yield the SHA-256 of the files a draft needs; of a damaged one, none."""
    with suppress(ValueError):
        yield from (each for each in json.loads(parts.get(HOLDS, "[]")) if isinstance(each, str))


def _put_aside(path: Path, kind: str = "") -> Path:
    try:
        return record_file.set_aside(path, kind)
    except OSError:  # then no other file is begun: what this one has is never written over
        return path

"""The library under examination: its database, and what several checks ask of it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.content import inflated
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.values import dataclass

_NONE: Mapping[int, int] = MappingProxyType({})
_LARGE = ("articles", "revisions", "issues", "issue_revisions", "pictures", "originals", "exports")
_REPORT = 200  # rows between two reports
_KEPT = 32 << 20  # bytes of earlier versions that are kept for those which build upon them


@dataclass(frozen=True, slots=True)
class Standing:
    """How an issue stood at the newest entry of its history.

    The head's JSON, and the sections in order: id, title, articles by id and title.
    """

    issue_id: str
    head: str
    sections: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


class Chains:
    """The contents of a table of versions, each compressed with the one before."""

    def __init__(self, db: sqlite3.Connection, table: str) -> None:
        self._db = db
        self._table = table
        self._known: OrderedDict[int, bytes | None] = OrderedDict()
        self._size = 0

    def read(self, nr: int) -> bytes | None:
        """Return what a version holds; None if it, or one it builds upon, is damaged or missing."""
        steps: list[tuple[int, bytes, bytes]] = []
        here: int | None = nr
        content: bytes | None = None
        while here is not None and here not in self._known:
            row = self._db.execute(
                f"SELECT base_nr, sha256, data FROM {self._table} WHERE nr = ?", [here]
            ).fetchone()
            if row is None or (row[0] is not None and row[0] >= here):
                return None
            steps.append((here, row[1], row[2]))
            here = row[0]
        if here is not None:
            content = self._known[here]
            if content is None:
                return None
        for here, kept, data in reversed(steps):
            content = inflated(data, content)
            content = content if content is not None and hashlib.sha256(content).digest() == kept else None
            self._keep(here, content)
            if content is None:
                return None
        return content

    def _keep(self, nr: int, content: bytes | None) -> None:
        self._known[nr] = content
        self._size += len(content or b"")
        while self._size > _KEPT:
            _, dropped = self._known.popitem(last=False)
            self._size -= len(dropped or b"")


class Case:
    """One examination. The database is read, and changed by what mends; foreign keys are off in it."""

    def __init__(self, db: sqlite3.Connection, lost_revisions: Mapping[int, int] = _NONE) -> None:
        self.db = db
        # What is damaged may be no text any more, and must not end the examination.
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        self.revisions = Chains(db, "revisions")
        self._progress: Callable[[int, int], object] = lambda _done, _of: None
        self._done, self._total = 0, 1
        self.lost_revisions = dict(lost_revisions)
        """The newest version that was lost, by its article's number."""

    def watch(self, progress: Callable[[int, int], object]) -> None:
        """Report to *progress* from now on, row by row; what it raises ends the examination."""
        self._progress = progress
        self._done = 0
        counts = (self.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _LARGE)
        self._total = max(1, sum(counts))
        progress(0, self._total)

    def rows(self, query: str, values: Iterable[object] = ()) -> Iterator[Any]:
        """Yield the rows of a query over one of the large tables, reporting now and then."""
        for row in self.db.execute(query, tuple(values)):
            self._done += 1
            if self._done % _REPORT == 0:
                self._progress(min(self._done, self._total), self._total)
            yield row

    def forget(self) -> None:
        """Read anew what is asked next: something was mended."""
        self.revisions = Chains(self.db, "revisions")
        self.__dict__.pop("standings", None)
        self.__dict__.pop("issue_names", None)

    @cached_property
    def issue_names(self) -> Mapping[str, str]:
        """Issues as offices name them, by id."""
        rows = self.db.execute(
            "SELECT issues.id, coalesce(name, ''), year, number, supplement FROM issues "
            "LEFT JOIN publications ON publications.id = publication_id"
        )
        return {
            own_id: "" if own_id == MANUSCRIPTS else issue_name(name, year, number, bool(supplement))
            for own_id, name, year, number, supplement in rows
        }

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The newest entries of the histories of all issues, by the issue's id, as far as they are whole."""
        chains = Chains(self.db, "issue_revisions")
        newest = self.db.execute("SELECT issue_id, max(nr) FROM issue_revisions GROUP BY issue_id")
        found = ((issue_id, chains.read(nr)) for issue_id, nr in newest.fetchall())
        return {
            issue_id: standing
            for issue_id, state in found
            if state is not None and (standing := _standing(issue_id, state)) is not None
        }

    def place_of(self, section_id: str) -> str:
        """Return the name of the issue a section is in."""
        row = self.db.execute("SELECT issue_id FROM sections WHERE id = ?", [section_id]).fetchone()
        return self.issue_names.get(row[0], "") if row else ""

    def run(self, statement: str, values: Iterable[object] = (), *, whole: bool = True) -> Callable[[], bool]:
        """Return what mends by one statement; *whole* tells whether nothing is lost by it."""

        def mend() -> bool:
            self.db.execute(statement, tuple(values))
            return whole

        return mend

    def trouble(
        self,
        kind: Kind,
        what: str,
        where: str,
        statement: str,
        values: Iterable[object] = (),
        *,
        whole: bool = True,
    ) -> Trouble:
        """Return a trouble that one statement mends."""
        return Trouble(Finding(kind, what, where), self.run(statement, tuple(values), whole=whole))


def issue_name(publication: str, year: int, number: int, supplement: bool) -> str:
    """Return 简报 2026年第3期, or 简报 2026年增刊第1期."""
    return f"{publication} {year}年{'增刊' if supplement else ''}第{number}期"


def deflated_whole(content: bytes) -> bytes:
    """Return *content* as a version that builds upon no other."""
    return zlib.compress(content)


def _standing(issue_id: str, state: bytes) -> Standing | None:
    """What `services.issue_history` writes: the head, and [id, title, [[id, title, state], …]] a section."""
    try:
        head, sections = json.loads(state)
        return Standing(
            issue_id,
            str(head),
            tuple(
                (str(own_id), str(title), tuple((str(article[0]), str(article[1])) for article in articles))
                for own_id, title, articles in sections
            ),
        )
    except (ValueError, TypeError, IndexError):
        return None

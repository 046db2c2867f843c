"""What became of an issue (期), step by step: its head and what stood where, after each kind of change.

What an entry holds is a text to this module. Each is compressed with the one before as dictionary.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import deflated, inflated, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS, moment, stamp
from bulletin_desktop.library.rows import IssueRevisionInfo, IssueStep
from bulletin_desktop.values import dataclass

# An entry can be read by undoing at most this many steps; then one is stored whole.
_WHOLE_EVERY = 20
# Steps of one kind go into one entry until it spans this long.
_TOGETHER = dt.timedelta(minutes=10)
_ALWAYS = (IssueStep.EXPORTED, IssueStep.TEMPLATE)
"""Steps that are told even if head and arrangement stay as they were."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is kept: the kind of change, how the issue stands after it, and a word for people, e.g. a file.

    One *apart* never takes the place of the entry before.
    """

    kind: IssueStep
    state: str
    at: dt.datetime
    detail: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Stored:
    """An entry's row, without its data."""

    nr: int
    kind: IssueStep
    began_at: str
    name: str
    base_nr: int | None
    depth: int
    first: bool


class IssueRevisions:
    """Reads and writes the table `issue_revisions`. Entries are ordered by row number, never by the clock."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def issues_among(self, node_ids: Iterable[str]) -> tuple[str, ...]:
        """Return which of the nodes are issues in the tree."""
        wanted = [node_id for node_id in node_ids if node_id != MANUSCRIPTS]
        rows = self._db.execute(
            "SELECT issues.id FROM issues JOIN publications ON publications.id = publication_id"
            " WHERE issues.deleted_at IS NULL AND publications.deleted_at IS NULL AND issues.id IN"
            f" ({', '.join('?' * len(wanted))})",
            wanted,
        )
        return tuple(own_id for (own_id,) in rows)

    def begun(self, issue_id: str) -> bool:
        """Tell whether an issue has any entry."""
        return self._newest(issue_id) is not None

    def newest(self, issue_id: str) -> str | None:
        """Return how an issue stood at its newest entry; None if there is none or it is damaged."""
        newest = self._newest(issue_id)
        return None if newest is None else self._read_or_none(newest.nr)

    def note(self, issue_id: str, step: Step) -> None:
        """Keep how an issue stands after a step. Nothing is kept where nothing differs from before.

        Steps of one kind within some minutes make one entry, unless it has a name.
        """
        newest = self._newest(issue_id)
        former = None if newest is None else self._read_or_none(newest.nr)
        if former == step.state and step.kind not in _ALWAYS:
            return
        if newest is None or not _goes_on(newest, step):
            self._insert(issue_id, step, newest, former)
            return
        base = None if newest.base_nr is None else self._read_or_none(newest.base_nr)
        if base == step.state:  # what was done within these minutes was taken back
            self._db.execute("DELETE FROM issue_revisions WHERE nr = ?", [newest.nr])
            return
        self._db.execute(
            "UPDATE issue_revisions SET at = ?, sha256 = ?, data = ?, base_nr = ?, depth = ? WHERE nr = ?",
            [
                stamp(step.at),
                sha256(step.state),
                deflated(step.state, None if base is None else base.encode("utf-8")),
                None if base is None else newest.base_nr,
                0 if base is None else newest.depth,
                newest.nr,
            ],
        )

    def all(self, issue_id: str) -> tuple[IssueRevisionInfo, ...]:
        """Return an issue's entries, the newest first."""
        rows = self._db.execute(
            "SELECT nr, at, kind, name, detail FROM issue_revisions WHERE issue_id = ? ORDER BY nr DESC",
            [issue_id],
        )
        return tuple(
            IssueRevisionInfo(nr, moment(at), IssueStep(kind), name, detail)
            for nr, at, kind, name, detail in rows
        )

    def states(self, issue_id: str) -> Iterator[tuple[int, str]]:
        """Yield each entry's number and how the issue stood, the oldest first; damaged ones are left out."""
        read: dict[int | None, bytes] = {}
        rows = self._db.execute(
            "SELECT nr, base_nr, sha256, data FROM issue_revisions WHERE issue_id = ? ORDER BY nr", [issue_id]
        )
        for nr, base_nr, kept, data in rows.fetchall():
            state = inflated(data, read.get(base_nr))
            if state is not None and hashlib.sha256(state).digest() == kept:
                read[nr] = state
                yield nr, state.decode("utf-8")

    def get(self, issue_id: str, revision: int) -> str:
        """Return how the issue stood; raises `UserError` if it has no such entry or that is damaged."""
        self.name(issue_id, revision)
        return self._read(revision)

    def name(self, issue_id: str, revision: int) -> str:
        """Return an entry's name, empty if it has none; raises `UserError` if there is no such entry."""
        row = self._db.execute(
            "SELECT name FROM issue_revisions WHERE nr = ? AND issue_id = ?", [revision, issue_id]
        ).fetchone()
        if row is None:
            raise UserError(
                "This issue has no entry {revision} in its history. Nothing was changed. "
                "Choose one from the list.",
                revision=revision,
            )
        return str(row[0])

    def rename(self, revision: int, name: str) -> None:
        """Name an entry: it is then kept as it is."""
        self._db.execute("UPDATE issue_revisions SET name = ? WHERE nr = ?", [name, revision])

    def _newest(self, issue_id: str) -> _Stored | None:
        rows = self._db.execute(
            "SELECT nr, kind, began_at, name, base_nr, depth FROM issue_revisions WHERE issue_id = ? "
            "ORDER BY nr DESC LIMIT 2",
            [issue_id],
        ).fetchall()
        if not rows:
            return None
        nr, kind, began_at, name, base_nr, depth = rows[0]
        return _Stored(nr, IssueStep(kind), began_at, name, base_nr, depth, len(rows) == 1)

    def _insert(self, issue_id: str, step: Step, before: _Stored | None, former: str | None) -> None:
        if before is None or before.depth + 1 >= _WHOLE_EVERY or former is None:
            before, former = None, None
        self._db.execute(
            "INSERT INTO issue_revisions (issue_id, kind, began_at, at, detail, base_nr, depth, sha256, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                issue_id,
                step.kind.value,
                stamp(step.at),
                stamp(step.at),
                step.detail,
                before.nr if before else None,
                before.depth + 1 if before else 0,
                sha256(step.state),
                deflated(step.state, None if former is None else former.encode("utf-8")),
            ],
        )

    def _read_or_none(self, revision: int) -> str | None:
        try:
            return self._read(revision)
        except UserError:
            return None

    def _read(self, revision: int) -> str:
        steps: list[tuple[bytes, bytes]] = []
        nr: int | None = revision
        while nr is not None:
            nr, kept, data = self._db.execute(
                "SELECT base_nr, sha256, data FROM issue_revisions WHERE nr = ?", [nr]
            ).fetchone()
            steps.append((kept, data))
        state: bytes | None = None
        for kept, data in reversed(steps):
            state = inflated(data, state)
            if state is None or hashlib.sha256(state).digest() != kept:
                raise UserError(
                    "This entry of the issue's history is damaged in the library. The issue itself is kept. "
                    "Take another entry, or restore a backup."
                )
        assert state is not None
        return state.decode("utf-8")


def _goes_on(newest: _Stored, step: Step) -> bool:
    since = step.at - moment(newest.began_at)  # below zero if the clock was set back, which proves nothing
    together = dt.timedelta() <= since < _TOGETHER and not step.apart and step.kind not in _ALWAYS
    return together and step.kind is newest.kind and not newest.first and not newest.name

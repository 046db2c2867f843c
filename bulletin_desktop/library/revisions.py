"""Every saved state of an article (版本), small: each is stored as what makes it out of the one before."""

from __future__ import annotations

import datetime as dt
import hashlib

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import deflated, inflated, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import moment, stamp
from bulletin_desktop.library.rows import RevisionInfo
from bulletin_desktop.values import dataclass

# A revision is stored whole after this many steps at the least …
_STEPS = 20
# … once the steps take as much room as the whole one below them, or are so many that reading would be slow.
_MOST_STEPS = 100
# While a person types, saves go into one revision, until it spans this long …
_TYPING = dt.timedelta(minutes=10)
# … or its saves have taken away more characters than slips of the hand: what was there keeps its revision.
_SLIPS = 40


@dataclass(frozen=True, slots=True)
class State:
    """What a save stores: the body as the codec writes it, its 字数, and when."""

    body: str
    characters: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class _Stored:
    """A revision's row, without its data."""

    nr: int
    began_at: str
    taken_away: int
    name: str
    base_nr: int | None
    depth: int
    first: bool


class Revisions:
    """Reads and writes the table `revisions`. They are ordered by row number, never by the clock."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._base = (0, b"", b"")  # number, hash and content of what the last typing was stored upon

    def add(self, article_nr: int, state: State) -> None:
        """Store the first revision of an article."""
        self._insert(article_nr, state, None, None)

    def save(self, article_nr: int, state: State, former: str | None, taken_away: int) -> None:
        """Store another revision, or let it take the place of the newest while a person is typing.

        *former* is the article's body until now, which is what the newest revision holds, None if both are
        damaged; *taken_away* tells how many of its characters are gone.
        """
        newest = self._newest(article_nr)
        if newest is None or former is None or not _still_typing(newest, state.at, taken_away):
            self._insert(article_nr, state, newest, former)
            return
        try:
            base = None if newest.base_nr is None else self._base_of_typing(newest.base_nr)
        except UserError:  # an old version is damaged: what is typed now must not wait for it
            self._insert(article_nr, state, None, None)
            return
        self._db.execute(
            "UPDATE revisions SET saved_at = ?, characters = ?, taken_away = taken_away + ?,"
            " sha256 = ?, data = ? WHERE nr = ?",
            [
                stamp(state.at),
                state.characters,
                taken_away,
                sha256(state.body),
                deflated(state.body, base),
                newest.nr,
            ],
        )

    def seal(self, article_nr: int) -> None:
        """Let the next save begin a revision of its own: the newest one stays as it is."""
        self._db.execute(
            "UPDATE revisions SET taken_away = max(taken_away, ?) "
            "WHERE nr = (SELECT max(nr) FROM revisions WHERE article_nr = ?)",
            [_SLIPS + 1, article_nr],
        )

    def newest(self, article_nr: int) -> str | None:
        """Return the body the newest revision holds, None if that is damaged."""
        newest = self._newest(article_nr)
        try:
            return None if newest is None else self._read(newest.nr).decode("utf-8")
        except UserError:
            return None

    def all(self, article_nr: int, since: int = 0) -> tuple[RevisionInfo, ...]:
        """Return an article's revisions from the revision *since* on, the newest first."""
        rows = self._db.execute(
            "SELECT nr, saved_at, characters, name FROM revisions"
            " WHERE article_nr = ? AND nr >= ? ORDER BY nr DESC",
            [article_nr, since],
        )
        return tuple(RevisionInfo(nr, moment(at), count, name) for nr, at, count, name in rows)

    def get(self, article_nr: int, revision: int) -> Article:
        """Return the article as it was; raises `UserError` if it has no such revision or it is damaged."""
        self.name(article_nr, revision)
        return codec.loads_article(self._read(revision).decode("utf-8"))

    def name(self, article_nr: int, revision: int) -> str:
        """Return a revision's name, empty if it has none; raises `UserError` if there is no such revision."""
        row = self._db.execute(
            "SELECT name FROM revisions WHERE nr = ? AND article_nr = ?", [revision, article_nr]
        ).fetchone()
        if row is None:
            raise UserError(
                "This article has no version {revision}. Nothing was changed. Choose one from its history.",
                revision=revision,
            )
        return str(row[0])

    def holds(self, article_nr: int, body: str) -> bool:
        """Tell whether one of an article's revisions is this body, as the codec writes it."""
        wanted = [article_nr, sha256(body)]
        row = self._db.execute("SELECT 1 FROM revisions WHERE article_nr = ? AND sha256 = ?", wanted)
        return row.fetchone() is not None

    def rename(self, revision: int, name: str) -> None:
        """Name a revision: it is then kept for ever, as it is."""
        self._db.execute("UPDATE revisions SET name = ? WHERE nr = ?", [name, revision])

    def _newest(self, article_nr: int) -> _Stored | None:
        rows = self._db.execute(
            "SELECT nr, began_at, taken_away, name, base_nr, depth FROM revisions WHERE article_nr = ? "
            "ORDER BY nr DESC LIMIT 2",
            [article_nr],
        ).fetchall()
        return _Stored(*(*rows[0], len(rows) == 1)) if rows else None

    def _insert(self, article_nr: int, state: State, before: _Stored | None, former: str | None) -> None:
        base = None
        if before is not None and former is not None and self._may_step(article_nr, before):
            base = former.encode("utf-8")
            self._base = (before.nr, sha256(former), base)
        else:
            before = None
        self._db.execute(
            "INSERT INTO revisions"
            " (article_nr, began_at, saved_at, characters, base_nr, depth, sha256, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                article_nr,
                stamp(state.at),
                stamp(state.at),
                state.characters,
                before.nr if before else None,
                before.depth + 1 if before else 0,
                sha256(state.body),
                deflated(state.body, base),
            ],
        )

    def _may_step(self, article_nr: int, before: _Stored) -> bool:
        """Whether another step upon *before* is worth more than a whole revision, in room and in time."""
        steps = before.depth + 1
        if steps < _STEPS or steps >= _MOST_STEPS:
            return steps < _STEPS
        rows = self._db.execute(
            "SELECT length(data) FROM revisions WHERE article_nr = ? ORDER BY nr DESC LIMIT ?",
            [article_nr, steps],
        )
        *taken, whole = (size for (size,) in rows)
        return bool(sum(taken) < whole)

    def _base_of_typing(self, nr: int) -> bytes:
        """What a revision holds; kept, since every save while someone types asks for it again."""
        known, kept, base = self._base
        (wanted,) = self._db.execute("SELECT sha256 FROM revisions WHERE nr = ?", [nr]).fetchone()
        if (known, kept) != (nr, wanted):
            base = self._read(nr)
            self._base = (nr, wanted, base)
        return base

    def _read(self, revision: int) -> bytes:
        """Undo the steps from the whole revision below; raises `UserError` if one of them is damaged."""
        steps: list[tuple[int, bytes, bytes]] = []
        nr: int | None = revision
        while nr is not None:
            base_nr, kept, data = self._db.execute(
                "SELECT base_nr, sha256, data FROM revisions WHERE nr = ?", [nr]
            ).fetchone()
            steps.append((nr, kept, data))
            nr = base_nr
        body: bytes | None = None
        for nr, kept, data in reversed(steps):
            body = inflated(data, body)
            if body is None or hashlib.sha256(body).digest() != kept:
                raise UserError(
                    "Version {revision} of this article is damaged in the library. The article itself is "
                    "kept. Take another version, or restore a backup.",
                    revision=nr,
                )
        assert body is not None
        return body


def _still_typing(newest: _Stored, at: dt.datetime, taken_away: int) -> bool:
    since = at - moment(newest.began_at)  # below zero if the clock was set back, which proves nothing
    typing = dt.timedelta() <= since < _TYPING
    sealed = newest.first or newest.name  # the first is the article as it came in
    return typing and not sealed and newest.taken_away + taken_away <= _SLIPS

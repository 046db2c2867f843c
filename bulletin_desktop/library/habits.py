"""What a publication gives every new issue: its mailing lists, and who edits, reviews and issues it."""

from __future__ import annotations

from dataclasses import field, fields

from bulletin_desktop.document.distribution import FIELDS, MailingLists, Recipient
from bulletin_desktop.library.database import Database
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """A publication's lists and people; a person that is empty is carried on from issue to issue."""

    lists: MailingLists = field(default_factory=MailingLists)
    editor: str = ""
    reviewer: str = ""
    issuer: str = ""


PEOPLE = tuple(each.name for each in fields(Habits) if each.name != "lists")


class PublicationHabits:
    """Reads and writes the tables `habits` and `recipients`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, publication_id: str) -> Habits | None:
        """Return what a publication gives its issues; None if that was never set."""
        row = self._db.execute(
            "SELECT spare, shows_copies, stop, editor, reviewer, issuer FROM habits WHERE publication_id = ?",
            [publication_id],
        ).fetchone()
        if row is None:
            return None
        spare, shows_copies, stop, *people = row
        lists = MailingLists(spare=spare, shows_copies=bool(shows_copies), stop=bool(stop))
        for name in FIELDS:
            lists = lists.with_list(name, self._list(publication_id, name))
        return Habits(lists, *people)

    def store(self, publication_id: str, habits: Habits | None) -> None:
        """Keep what a publication gives its issues from now on; None for nothing."""
        self._db.execute("DELETE FROM recipients WHERE publication_id = ?", [publication_id])
        self._db.execute("DELETE FROM habits WHERE publication_id = ?", [publication_id])
        if habits is None:
            return
        lists = habits.lists
        self._db.execute(
            "INSERT INTO habits (publication_id, spare, shows_copies, stop, editor, reviewer, issuer) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                publication_id,
                lists.spare,
                int(lists.shows_copies),
                int(lists.stop),
                *(getattr(habits, name) for name in PEOPLE),
            ],
        )
        for name in FIELDS:
            for position, each in enumerate(lists.of(name)):
                self._db.execute(
                    "INSERT INTO recipients (publication_id, list, position, name, copies, mark) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    [publication_id, name, position, each.name, each.copies, each.mark],
                )

    def _list(self, publication_id: str, name: str) -> tuple[Recipient, ...]:
        rows = self._db.execute(
            "SELECT name, copies, mark FROM recipients WHERE publication_id = ? AND list = ? "
            "ORDER BY position",
            [publication_id, name],
        )
        return tuple(Recipient(*row) for row in rows)

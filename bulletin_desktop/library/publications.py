"""Publications (刊物) in the library."""

from __future__ import annotations

from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS, gone
from bulletin_desktop.library.rows import PublicationRow


class Publications:
    """Reads and writes the table `publications`; the hidden one of the manuscripts is none to it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, row: PublicationRow) -> None:
        """Store a new publication; its issues are not looked at."""
        self._db.execute(
            "INSERT INTO publications (id, name, template, unit) VALUES (?, ?, ?, ?)",
            [row.id, row.name, row.template, row.unit],
        )

    def get(self, publication_id: str) -> PublicationRow:
        """Return one publication without its issues; raises `UserError` if there is none outside the bin."""
        row = self._db.execute(
            "SELECT id, name, template, unit FROM publications "
            "WHERE id = ? AND id <> ? AND deleted_at IS NULL",
            [publication_id, MANUSCRIPTS],
        ).fetchone()
        if row is None:
            raise gone("publication", publication_id)
        return PublicationRow(*row)

    def name(self, publication_id: str) -> str:
        """Return the name of a publication that exists, in the recycle bin or not."""
        row = self._db.execute("SELECT name FROM publications WHERE id = ?", [publication_id]).fetchone()
        return str(row[0])

    def all(self) -> tuple[PublicationRow, ...]:
        """Return every publication outside the recycle bin, in the order they were made, without issues."""
        rows = self._db.execute(
            "SELECT id, name, template, unit FROM publications WHERE id <> ? AND deleted_at IS NULL "
            "ORDER BY rowid",
            [MANUSCRIPTS],
        )
        return tuple(PublicationRow(*row) for row in rows)

    def update(self, publication_id: str, name: str, unit: str) -> None:
        """Give a publication another name and usual unit."""
        self._db.execute(
            "UPDATE publications SET name = ?, unit = ? WHERE id = ?", [name, unit, publication_id]
        )

    def choose_template(self, publication_id: str, template: str) -> None:
        """Give a publication another template, by id."""
        self._db.execute("UPDATE publications SET template = ? WHERE id = ?", [template, publication_id])

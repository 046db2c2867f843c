"""An office's own templates in the library, and the looks that exported issues keep."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import inflated, intact, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import MANUSCRIPTS, stamp
from bulletin_desktop.library.rows import LookRow, TemplateRow


class Templates:
    """Reads and writes the tables `templates` and `looks`.

    A template's text is TOML; whether it can be read as a template is for the services to say. One that was
    deleted keeps its row, so that an issue which comes back from the recycle bin still finds it.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[TemplateRow, ...]:
        """Return every template that was not deleted, in the order they were made."""
        rows = self._db.execute("SELECT id FROM templates WHERE deleted_at IS NULL ORDER BY rowid")
        return tuple(row for (own_id,) in rows.fetchall() if (row := self.find(own_id)) is not None)

    def find(self, template_id: str) -> TemplateRow | None:
        """Return a template, even a deleted one; None if there never was one of that id."""
        row = self._db.execute(
            "SELECT name, base, CAST(text AS BLOB), sha256, deleted_at FROM templates WHERE id = ?",
            [template_id],
        ).fetchone()
        if row is None:
            return None
        name, base, text, kept, deleted_at = row
        return TemplateRow(template_id, name, base, intact(text, kept), deleted_at is not None)

    def save(self, row: TemplateRow, at: dt.datetime) -> None:
        """Store a new template or the new value of one; a deleted one is back. *row*'s text must be whole.

        Raises `UserError` if another template has its name.
        """
        text = row.text or ""
        values = [row.name, row.base, text, sha256(text), stamp(at)]
        try:
            if self.find(row.id) is None:
                self._db.execute(
                    "INSERT INTO templates (name, base, text, sha256, changed_at, id, made_at) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [*values, row.id, stamp(at)],
                )
            else:
                self._db.execute(
                    "UPDATE templates SET name = ?, base = ?, text = ?, sha256 = ?, changed_at = ?, "
                    "deleted_at = NULL WHERE id = ?",
                    [*values, row.id],
                )
        except sqlite3.IntegrityError as error:
            if "templates.name" not in str(error):
                raise
            raise name_taken(row.name) from error

    def delete(self, template_id: str, at: dt.datetime) -> None:
        """Take a template out of sight."""
        self._db.execute("UPDATE templates SET deleted_at = ? WHERE id = ?", [stamp(at), template_id])

    def publications(self, template_id: str) -> tuple[str, ...]:
        """Return the ids of the publications outside the recycle bin that use a template."""
        rows = self._db.execute(
            "SELECT id FROM publications WHERE template = ? AND id <> ? AND deleted_at IS NULL "
            "ORDER BY rowid",
            [template_id, MANUSCRIPTS],
        )
        return tuple(own_id for (own_id,) in rows)

    # Looks

    def keep_look(self, look: LookRow, at: dt.datetime) -> None:
        """Let an issue keep *look* from now on, in the place of any other it kept."""
        text = look.text or ""
        self._db.execute(
            "INSERT OR REPLACE INTO looks (issue_id, template, name, base, data, sha256, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                look.issue_id,
                look.template,
                look.name,
                look.base,
                zlib.compress(text.encode("utf-8")),
                sha256(text),
                stamp(at),
            ],
        )

    def look(self, issue_id: str) -> LookRow | None:
        """Return the look an issue keeps; None if it follows its template."""
        row = self._db.execute(
            "SELECT template, name, base, data, sha256 FROM looks WHERE issue_id = ?", [issue_id]
        ).fetchone()
        if row is None:
            return None
        template, name, base, data, kept = row
        return LookRow(issue_id, template, name, base, intact(inflated(data), kept))

    def drop_look(self, issue_id: str) -> None:
        """Let an issue follow its template again."""
        self._db.execute("DELETE FROM looks WHERE issue_id = ?", [issue_id])

    def keeps_look(self, issue_id: str) -> bool:
        """Tell whether an issue keeps the look it was exported with."""
        return bool(self._db.execute("SELECT 1 FROM looks WHERE issue_id = ?", [issue_id]).fetchone())


def name_taken(name: str) -> UserError:
    """What to say where a template would get a name that another has."""
    return UserError(
        "There is a template “{name}” already. Nothing was changed. Choose another name.", name=name
    )

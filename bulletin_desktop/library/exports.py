"""What was sent out: of every exported file the issue as it was, and which bookmark stands round what.

A file that comes back from approval is compared with this, not with the issue as it is by then.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import inflated, intact, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.values import dataclass

Place = tuple[str, str | None, str | None]
"""A bookmark's name, the article and the block it stands round; see `export.docx.anchors.Anchor`."""


@dataclass(frozen=True, slots=True)
class Export:
    """One exported file. *id* is inside the file; *sha256* is the whole file's, in hexadecimal."""

    id: str
    at: dt.datetime
    name: str
    sha256: str
    pages: int
    issue: Issue
    places: tuple[Place, ...]


class Exports:
    """Reads and writes the table `exports`; an export is never changed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, export: Export) -> None:
        """Keep what was exported. The issue may be in the recycle bin, but must exist."""
        text = json.dumps([codec.dumps(export.issue), export.places], ensure_ascii=False)
        self._db.execute(
            "INSERT INTO exports (id, issue_id, at, name, file_sha256, pages, data, sha256) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                export.id,
                export.issue.id,
                export.at.isoformat(),
                export.name,
                export.sha256,
                export.pages,
                zlib.compress(text.encode("utf-8")),
                sha256(text),
            ],
        )

    def get(self, export_id: str) -> Export:
        """Return what was exported; raises `UserError` if it is not known here or is damaged."""
        row = self._db.execute(
            "SELECT at, name, file_sha256, pages, data, sha256 FROM exports WHERE id = ?", [export_id]
        ).fetchone()
        if row is None:
            raise UserError(
                "This library knows of no exported file {id}. Nothing was changed. "
                "It may have been exported from another library.",
                id=export_id,
            )
        at, name, file_sha256, pages, data, kept = row
        text = intact(inflated(data), kept)
        if text is None:
            raise UserError(
                "What was exported as “{name}” is damaged in the library; the file itself and the issue are "
                "not touched by that. Restore a backup to get it back.",
                name=name,
            )
        issue, places = json.loads(text)
        return Export(
            export_id,
            dt.datetime.fromisoformat(at),
            name,
            file_sha256,
            pages,
            codec.loads_issue(issue),
            tuple((bookmark, article, block) for bookmark, article, block in places),
        )

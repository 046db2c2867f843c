"""What the list of versions shows: one frozen row for a version of an article or a step of an issue."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.history import words
from bulletin_desktop.library.rows import IssueRevisionInfo, RevisionInfo
from bulletin_desktop.values import dataclass

Figures = tuple[int, int]  # characters that came, and that went


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. *said* stands below its time; *counts* tells whether characters came and went."""

    revision: int
    at: dt.datetime
    name: str
    said: str
    counts: bool


def of_article(rows: tuple[RevisionInfo, ...]) -> tuple[Entry, ...]:
    """Return the rows of an article's versions."""
    said = QCoreApplication.translate("History", "{count:,} characters")
    return tuple(
        Entry(row.revision, row.at, row.name, said.format(count=row.characters), True) for row in rows
    )


def of_issue(rows: tuple[IssueRevisionInfo, ...]) -> tuple[Entry, ...]:
    """Return the rows of an issue's steps."""
    return tuple(
        Entry(row.revision, row.at, row.name, words.step(row.kind, row.detail), False) for row in rows
    )

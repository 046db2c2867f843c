"""What lists and trees show: rows without bodies, read when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import (
    ArticleRow,
    BinRow,
    IssueRow,
    PublicationRow,
    RevisionInfo,
    SectionRow,
)

__all__ = [
    "RECYCLE_BIN",
    "ArticleRow",
    "BinRow",
    "IssueOutline",
    "IssueRow",
    "Outline",
    "PublicationRow",
    "RevisionInfo",
    "SectionRow",
    "contents",
    "outline",
]

# Stands among the touched ids of `Changes` when the recycle bin changed.
RECYCLE_BIN = "recycle_bin"


@dataclass(frozen=True, slots=True)
class Outline:
    """Publications with their issues, and how many things lie in the recycle bin."""

    publications: tuple[PublicationRow, ...]
    recycled: int


@dataclass(frozen=True, slots=True)
class IssueOutline:
    """An issue's sections with the rows of their articles."""

    id: str
    sections: tuple[SectionRow, ...]


def outline(library: Library) -> Outline:
    """Read the rows of publications and issues; no article is looked at."""
    publications = tuple(replace(row, issues=library.issues.of(row.id)) for row in library.publications.all())
    return Outline(publications, library.recycle_bin.count())


def contents(library: Library, issue_id: str) -> IssueOutline:
    """Read the rows of one issue; raises `UserError` if it is not in the tree."""
    library.issues.row(issue_id)
    return IssueOutline(issue_id, library.sections.contents(issue_id))

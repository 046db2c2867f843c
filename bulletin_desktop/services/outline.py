"""What lists and trees show: rows without bodies, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.rows import (
    ArticleRow,
    ArticleState,
    BinRow,
    IssueRow,
    Match,
    PublicationRow,
    RevisionInfo,
    SectionRow,
)
from bulletin_desktop.proofing.structure import findings
from bulletin_desktop.values import dataclass

__all__ = [
    "MANUSCRIPTS",
    "RECYCLE_BIN",
    "REGISTER",
    "ArticleRow",
    "ArticleState",
    "BinRow",
    "IssueOutline",
    "IssueRow",
    "Match",
    "Outline",
    "PublicationRow",
    "RevisionInfo",
    "SectionRow",
    "contents",
    "count_problems",
    "outline",
]

# Stands among the touched ids of `Changes` when the recycle bin changed.
RECYCLE_BIN = "recycle_bin"
# … and when what is known of manuscripts changed, or how they are taken in.
REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Outline:
    """Publications with their issues, and how much lies in the recycle bin and in no issue."""

    publications: tuple[PublicationRow, ...]
    recycled: int
    manuscripts: int = 0


@dataclass(frozen=True, slots=True)
class IssueOutline:
    """An issue's sections with the rows of their articles."""

    id: str
    sections: tuple[SectionRow, ...]


def outline(library: Library) -> Outline:
    """Read the rows of publications and issues; no article is looked at."""
    publications = tuple(replace(row, issues=library.issues.of(row.id)) for row in library.publications.all())
    manuscripts = library.issues.row(MANUSCRIPTS).articles
    return Outline(publications, library.recycle_bin.count(), manuscripts)


def count_problems(library: Library, article_ids: Iterable[str]) -> None:
    """Count the problems of articles that an earlier version stored. A damaged one is left as it is."""
    for article_id in article_ids:
        with suppress(UserError):
            article = library.articles.get(article_id)
            library.articles.note_problems(article_id, len(findings(article)))


def contents(library: Library, issue_id: str) -> IssueOutline:
    """Read the rows of one issue; raises `UserError` if it is not in the tree."""
    library.issues.row(issue_id)
    return IssueOutline(issue_id, library.sections.contents(issue_id))

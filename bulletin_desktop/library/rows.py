"""What the library tells about its nouns without reading an article: frozen rows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from bulletin_desktop.values import dataclass


class ArticleState(StrEnum):
    """How far an article has come."""

    DRAFT = "draft"
    CHECKED = "checked"
    SENT = "sent"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the tree; *characters* is Word's 字数, *problems* what is wrong with its structure."""

    id: str
    title: str
    characters: int
    state: ArticleState
    problems: int = 0


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section with its articles in order."""

    id: str
    title: str
    articles: tuple[ArticleRow, ...]


class IssueRow(NamedTuple):
    """An issue; *articles* and *characters* count what it holds outside the recycle bin.

    *pages* is 0 while they are not known: since the issue was changed, nobody has set it. A tuple, because an
    outline has thousands of these and a frozen dataclass takes three times as long to make.
    """

    id: str
    publication_id: str
    year: int
    number: int
    running_number: int
    supplement: bool
    date: dt.date
    state: str
    articles: int
    characters: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A publication with its issues, the newest first."""

    id: str
    name: str
    template: str
    unit: str
    issues: tuple[IssueRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An article that was found, and where it stands. *section* is the section's title."""

    publication_id: str
    issue_id: str
    section_id: str
    section: str
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """An office's own template: its TOML text and the built-in template it is derived from, by id.

    *text* is None where it is damaged in the library.
    """

    id: str
    name: str
    base: str
    text: str | None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class LookRow:
    """What an issue was exported with: the template by id and name, and its whole text as it was then.

    *text* is None where it is damaged in the library.
    """

    issue_id: str
    template: str
    name: str
    base: str
    text: str | None


@dataclass(frozen=True, slots=True)
class BinRow:
    """Something in the recycle bin. *kind* is publication, issue, section or article.

    *where* names the publication and issue it was in, as "name year-number". *issue* is the issue
    itself, or the one it was in; None for a publication and for an article that was in no issue, which has
    no *where* either.
    """

    id: str
    kind: str
    title: str
    where: str
    deleted_at: dt.datetime
    issue: IssueRow | None = None


class IssueStep(StrEnum):
    """What kind of change an entry in an issue's history tells of."""

    CREATED = "created"
    HEAD = "head"
    ARRANGEMENT = "arrangement"
    STATE = "state"
    TEMPLATE = "template"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class IssueRevisionInfo:
    """One entry of an issue's history. *detail* is a file's name where it was exported."""

    revision: int
    at: dt.datetime
    kind: IssueStep
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RevisionInfo:
    """One saved state of an article. *revision* orders them: clocks go back, it does not."""

    revision: int
    at: dt.datetime
    characters: int
    name: str = ""

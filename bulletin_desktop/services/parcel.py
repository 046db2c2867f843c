"""What is carried to another machine: articles, their issue if they make one, and all that belongs to them.

A parcel is a value: `exchange_file` writes and reads it, `exchange` makes one and takes one in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import field

from bulletin_desktop.document import codec
from bulletin_desktop.document.lineage import Lineage
from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.library.manuscripts import Manuscript
from bulletin_desktop.library.rows import ArticleState, LookRow, PublicationRow, TemplateRow
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class SentArticle:
    """An article as it stands there. The last state of its *lineage* is its own hash.

    *section* is the id of the section it stands in, `MANUSCRIPTS` for none.
    """

    article: Article
    lineage: Lineage
    section: str
    state: ArticleState = ArticleState.DRAFT
    manuscript: Manuscript | None = None


@dataclass(frozen=True, slots=True)
class SentSection:
    """A section of an issue with the ids of its articles in order."""

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentIssue:
    """An issue: its head (no sections), where its articles stand, and its publication without issues.

    *deleted* are the articles of it that lie in the recycle bin there. *look* is what it was exported with.
    """

    head: Issue
    head_lineage: Lineage
    sections: tuple[SentSection, ...]
    arrangement_lineage: Lineage
    deleted: tuple[str, ...]
    publication: PublicationRow
    look: LookRow | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A picture or an original file: what it is called, its size in bytes, and where its bytes are.

    *name* of an original is the one it came by, of a picture its format.
    """

    sha256: str
    name: str
    size: int
    content: Callable[[], bytes] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent. *template* is the office's own one that the issue is set by, if it is.

    *pictures* and *originals* are named by the articles; one that is damaged in the library it comes from is
    not among them.
    """

    articles: tuple[SentArticle, ...]
    issue: SentIssue | None = None
    template: TemplateRow | None = None
    pictures: tuple[Held, ...] = ()
    originals: tuple[Held, ...] = ()

    def by_id(self) -> Mapping[str, SentArticle]:
        """Return the articles by their ids."""
        return {sent.article.id: sent for sent in self.articles}


def text_hash(article: Article) -> str:
    """Return the hash of an article's state, as the library keeps it of every revision."""
    return hashlib.sha256(codec.dumps(article).encode("utf-8")).hexdigest()

"""What is wrong with a library, in values: for people, for scripts, and for whoever mends it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from bulletin_desktop.values import dataclass


class Kind(StrEnum):
    """What is damaged, missing, or not as it must be."""

    HEADER = "header"  # the first bytes of the file
    CUT = "cut"
    UNREADABLE = "unreadable"  # by the disk itself
    JOURNAL = "journal"
    TORN = "torn"  # the journal ends within a save
    PAGES = "pages"
    ARTICLE = "article"  # its text
    ARTICLE_ROW = "article-row"  # its line in the tree
    REVISION = "revision"
    PUBLICATION = "publication"
    ISSUE = "issue"
    HEAD = "head"  # masthead and imprint
    HISTORY = "history"
    SECTION = "section"
    PICTURE = "picture"
    ORIGINAL = "original"
    EXPORT = "export"
    LOOK = "look"
    TEMPLATE = "template"
    SETTINGS = "settings"
    MANUSCRIPT = "manuscript"
    RECIPIENTS = "recipients"
    BIN = "bin"
    LINK = "link"
    ORDER = "order"
    COUNT = "count"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: *what* names it, e.g. an article's title, and *where* it is or was."""

    kind: Kind
    what: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding, and what mends it: *mend* tells whether nothing that the person had made is lost."""

    finding: Finding
    mend: Callable[[], bool]

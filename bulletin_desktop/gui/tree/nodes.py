"""The tree's own picture of the library: nodes made from the desk's rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import (
        ArticleRow,
        BinRow,
        IssueOutline,
        IssueRow,
        Outline,
        PublicationRow,
    )
    from bulletin_desktop.services.searching import SearchHit

BIN = "recycle_bin"

STATES = {
    "draft": QT_TRANSLATE_NOOP("TreePanel", "Draft"),
    "checked": QT_TRANSLATE_NOOP("TreePanel", "Checked"),
    "sent": QT_TRANSLATE_NOOP("TreePanel", "Sent for approval"),
    "signed": QT_TRANSLATE_NOOP("TreePanel", "Signed"),
}


class Kind(Enum):
    """What a row of the tree stands for."""

    PUBLICATION = auto()
    YEAR = auto()
    ISSUE = auto()
    SECTION = auto()
    ARTICLE = auto()
    INBOX = auto()
    BIN = auto()
    BIN_ITEM = auto()
    TEXTS = auto()  # above what the filter finds in texts


_FLAG = Qt.ItemFlag
_ROW = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable
FLAGS = {
    Kind.PUBLICATION: _ROW | _FLAG.ItemIsEditable,
    Kind.YEAR: _ROW,
    Kind.ISSUE: _ROW | _FLAG.ItemIsDropEnabled,
    Kind.SECTION: _ROW | _FLAG.ItemIsDragEnabled | _FLAG.ItemIsDropEnabled | _FLAG.ItemIsEditable,
    Kind.ARTICLE: _ROW | _FLAG.ItemIsDragEnabled | _FLAG.ItemIsEditable | _FLAG.ItemNeverHasChildren,
    Kind.INBOX: _ROW | _FLAG.ItemIsDropEnabled,
    Kind.BIN: _ROW | _FLAG.ItemIsDropEnabled,
    Kind.BIN_ITEM: _ROW | _FLAG.ItemIsDragEnabled | _FLAG.ItemNeverHasChildren,
    Kind.TEXTS: _ROW,
}
"""Made once: a view asks for the flags of every row it has ever laid out."""


@dataclass(eq=False, slots=True)
class Node:
    """One row. *id* is the library's for its kind; a node is equal only to itself."""

    kind: Kind
    id: str
    title: str
    count: str = ""  # shown at the right: characters, pages, articles
    tip: str = ""
    section_id: str = ""  # of an article: the section it stands in
    untitled: bool = False  # its title only says that it has none
    state: str = ""  # of an article: a key of STATES
    problems: int = 0  # of an article: how many places are certainly wrong
    rows: Sequence[IssueRow] = ()  # of a year: its issues, nodes once it is unfolded
    fetchable: bool = False  # has children that were not asked for yet
    hit: SearchHit | None = None  # of an article that was found by its text
    parent: Node | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list, repr=False)

    @property
    def key(self) -> tuple[Kind, str]:
        """What stays the same when rows are read anew."""
        return self.kind, self.id

    @property
    def shown(self) -> tuple[object, ...]:
        """Everything a person sees of this row."""
        return self.title, self.count, self.tip, self.section_id, self.untitled, self.state, self.problems

    @property
    def row(self) -> int:
        """The position among the parent's children."""
        return self.parent.children.index(self) if self.parent else 0

    def path(self) -> tuple[int, ...]:
        """The rows from the top down to this one; they sort nodes as the tree shows them."""
        return (*self.parent.path(), self.row) if self.parent else ()

    def ancestor(self, kind: Kind) -> Node | None:
        """Return this node or the nearest above it that is of *kind*."""
        node: Node | None = self
        while node is not None and node.kind is not kind:
            node = node.parent
        return node

    @property
    def holder(self) -> Node | None:
        """The issue, or the manuscripts in no issue, that this node is or stands in.

        What was found by its text is listed without the node of its issue, which is a node by itself then.
        """
        if self.hit is not None:
            return Node(Kind.INBOX if self.hit.issue is None else Kind.ISSUE, self.hit.issue_id, "")
        return self.ancestor(Kind.ISSUE) or self.ancestor(Kind.INBOX)

    def descendants(self) -> Iterator[Node]:
        """Every node below this one."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def take(self, new: Node) -> bool:
        """Take what *new* shows; whether that is anything else."""
        before = self.shown
        self.title, self.count, self.tip, self.section_id = new.title, new.count, new.tip, new.section_id
        self.untitled, self.state, self.problems = new.untitled, new.state, new.problems
        self.rows, self.fetchable, self.hit = new.rows, new.fetchable, new.hit
        return before != self.shown


class Words:
    """What rows say in the person's language; made once for many rows, since asking takes time."""

    def __init__(self) -> None:
        self.issues = QCoreApplication.translate("TreePanel", "{count} issues")
        self.articles = QCoreApplication.translate("TreePanel", "{count} articles")
        self.characters = QCoreApplication.translate("TreePanel", "{count} characters")
        self.pages = QCoreApplication.translate("TreePanel", "{count} pages")
        self.problems = QCoreApplication.translate("TreePanel", "Problems: {count}")
        self.number = QCoreApplication.translate("TreePanel", "No. {number}")
        self.supplement = QCoreApplication.translate("TreePanel", "Supplement {number}")
        self.untitled = QCoreApplication.translate("TreePanel", "Untitled")
        self.states = {key: QCoreApplication.translate("TreePanel", text) for key, text in STATES.items()}


def outline_nodes(outline: Outline) -> list[Node]:
    """Return the nodes of publications with their years, of the manuscripts in no issue and of the bin.

    A year has the rows of its issues, which become nodes by `issue_nodes` once it is unfolded.
    """
    words = Words()
    title = QCoreApplication.translate("TreePanel", "Recycle bin")
    tip = QCoreApplication.translate("TreePanel", "What was deleted; Enter puts a row back where it was")
    recycled = outline.recycled
    return [
        *(_publication(row, words) for row in outline.publications),
        inbox_node(outline.manuscripts),
        Node(Kind.BIN, BIN, title, str(recycled or ""), tip, fetchable=recycled > 0),
    ]


def inbox_node(waiting: int) -> Node:
    """Return the node of the manuscripts that are in no issue, which are *waiting*."""
    title = QCoreApplication.translate("TreePanel", "Manuscripts")
    tip = QCoreApplication.translate("TreePanel", "Manuscripts that are in no issue yet")
    return Node(Kind.INBOX, MANUSCRIPTS, title, str(waiting or ""), tip, fetchable=waiting > 0)


def _publication(row: PublicationRow, words: Words) -> Node:
    count = words.issues.format(count=len(row.issues))
    node = Node(Kind.PUBLICATION, row.id, row.name, count if row.issues else "", row.name)
    for year, issues in groupby(row.issues, key=lambda issue: issue.year):
        node.children.append(
            Node(Kind.YEAR, f"{row.id}/{year}", str(year), rows=tuple(issues), fetchable=True)
        )
    return node


def issue_title(number: int, supplement: bool = False) -> str:
    """Return the short name of an issue as the tree and the window's title show it."""
    return _issue_title(number, supplement, Words())


def _issue_title(number: int, supplement: bool, words: Words) -> str:
    return (words.supplement if supplement else words.number).format(number=number)


def issue_nodes(rows: Iterable[IssueRow]) -> list[Node]:
    """Return the nodes of the issues of a year."""
    words = Words()
    return [_issue(row, words) for row in rows]


def _issue(row: IssueRow, words: Words) -> Node:
    articles = words.articles.format(count=row.articles)
    pages = words.pages.format(count=row.pages) if row.pages else ""
    characters = words.characters.format(count=f"{row.characters:,}")
    title = _issue_title(row.number, row.supplement, words)
    facts = " · ".join(filter(None, (row.date.isoformat(), articles, characters, pages)))
    count = (pages or articles) if row.articles else ""
    return Node(Kind.ISSUE, row.id, title, count, f"{title}\n{facts}", fetchable=True)


def contents_nodes(contents: IssueOutline) -> list[Node]:
    """Return the nodes below an issue. Articles of an unnamed section stand directly under it."""
    nodes: list[Node] = []
    words = Words()
    for section in contents.sections:
        articles = [article_node(row, section.id, words) for row in section.articles]
        if section.title:
            count = words.articles.format(count=len(articles)) if articles else ""
            nodes.append(Node(Kind.SECTION, section.id, section.title, count, section.title))
            nodes[-1].children = articles
        else:
            nodes.extend(articles)
    return nodes


def article_node(row: ArticleRow, section_id: str, words: Words) -> Node:
    """Return the node of an article of a section."""
    title = row.title or words.untitled
    state, count = str(row.state), f"{row.characters:,}"
    node = Node(Kind.ARTICLE, row.id, title, count, "", section_id, not row.title, state, row.problems)
    facts = f"{words.states[state]} · {words.characters.format(count=count)}"
    problems = (words.problems.format(count=row.problems),) if row.problems else ()
    node.tip = "\n".join((title, facts, *problems))
    return node


def state_words(node: Node) -> str:
    """Return the state of an article in words; empty for any other row."""
    return QCoreApplication.translate("TreePanel", STATES[node.state]) if node.state in STATES else ""


def problem_words(node: Node) -> str:
    """Return how many problems an article has, in words; empty if it has none."""
    words = QCoreApplication.translate("TreePanel", "Problems: {count}")
    return words.format(count=node.problems) if node.problems else ""


def bin_nodes(rows: Iterable[BinRow]) -> list[Node]:
    """Return the nodes of what lies in the recycle bin, newest first as they come."""
    words = Words()
    return [
        Node(Kind.BIN_ITEM, row.id, _bin_title(row, words), tip=f"{row.title}\n{row.where}".strip())
        for row in rows
    ]


def _bin_title(row: BinRow, words: Words) -> str:
    if row.kind == "issue" and row.issue is not None:
        return _issue_title(row.issue.number, row.issue.supplement, words)
    return row.title or words.untitled

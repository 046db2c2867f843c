"""The tree's own picture of the library: nodes made from the desk's rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import (
        ArticleRow,
        BinRow,
        IssueOutline,
        IssueRow,
        Outline,
        PublicationRow,
    )

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
        """The issue, or the manuscripts in no issue, that this node is or stands in."""
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
        self.rows, self.fetchable = new.rows, new.fetchable
        return before != self.shown


def outline_nodes(outline: Outline) -> list[Node]:
    """Return the nodes of publications with their years, of the manuscripts in no issue and of the bin.

    A year has the rows of its issues, which become nodes by `issue_nodes` once it is unfolded.
    """
    title = QCoreApplication.translate("TreePanel", "Recycle bin")
    tip = QCoreApplication.translate("TreePanel", "What was deleted; Enter puts a row back where it was")
    recycled = outline.recycled
    return [
        *(_publication(row) for row in outline.publications),
        inbox_node(outline.manuscripts),
        Node(Kind.BIN, BIN, title, str(recycled or ""), tip, fetchable=recycled > 0),
    ]


def inbox_node(waiting: int) -> Node:
    """Return the node of the manuscripts that are in no issue, which are *waiting*."""
    title = QCoreApplication.translate("TreePanel", "Manuscripts")
    tip = QCoreApplication.translate("TreePanel", "Manuscripts that are in no issue yet")
    return Node(Kind.INBOX, MANUSCRIPTS, title, str(waiting or ""), tip, fetchable=waiting > 0)


def _publication(row: PublicationRow) -> Node:
    count = QCoreApplication.translate("TreePanel", "{count} issues").format(count=len(row.issues))
    node = Node(Kind.PUBLICATION, row.id, row.name, count if row.issues else "", row.name)
    for year, issues in groupby(row.issues, key=lambda issue: issue.year):
        node.children.append(
            Node(Kind.YEAR, f"{row.id}/{year}", str(year), rows=tuple(issues), fetchable=True)
        )
    return node


def issue_title(number: int, supplement: bool = False) -> str:
    """Return the short name of an issue as the tree and the window's title show it."""
    if supplement:
        return QCoreApplication.translate("TreePanel", "Supplement {number}").format(number=number)
    return QCoreApplication.translate("TreePanel", "No. {number}").format(number=number)


def issue_nodes(rows: Iterable[IssueRow]) -> list[Node]:
    """Return the nodes of the issues of a year."""
    return [_issue(row) for row in rows]


def articles_words(count: int) -> str:
    """Return how many articles there are, in words."""
    return QCoreApplication.translate("TreePanel", "{count} articles").format(count=count)


def _issue(row: IssueRow) -> Node:
    articles = articles_words(row.articles)
    pages = QCoreApplication.translate("TreePanel", "{count} pages").format(count=row.pages)
    characters = QCoreApplication.translate("TreePanel", "{count} characters").format(
        count=f"{row.characters:,}"
    )
    title = issue_title(row.number, row.supplement)
    facts = [row.date.isoformat(), articles, characters, *([pages] if row.pages else [])]
    count = (pages if row.pages else articles) if row.articles else ""
    return Node(Kind.ISSUE, row.id, title, count, f"{title}\n{' · '.join(facts)}", fetchable=True)


def contents_nodes(contents: IssueOutline) -> list[Node]:
    """Return the nodes below an issue. Articles of an unnamed section stand directly under it."""
    nodes: list[Node] = []
    for section in contents.sections:
        articles = [article_node(row, section.id) for row in section.articles]
        if section.title:
            nodes.append(_section(section.id, section.title, len(articles)))
            nodes[-1].children = articles
        else:
            nodes.extend(articles)
    return nodes


def _section(section_id: str, title: str, articles: int) -> Node:
    return Node(Kind.SECTION, section_id, title, articles_words(articles) if articles else "", title)


def article_node(row: ArticleRow, section_id: str) -> Node:
    """Return the node of an article of a section."""
    title = row.title or QCoreApplication.translate("TreePanel", "Untitled")
    count = f"{row.characters:,}"
    node = Node(
        Kind.ARTICLE, row.id, title, count, "", section_id, not row.title, str(row.state), row.problems
    )
    length = QCoreApplication.translate("TreePanel", "{count} characters").format(count=count)
    node.tip = "\n".join(filter(None, (title, f"{state_words(node)} · {length}", problem_words(node))))
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
    return [
        Node(Kind.BIN_ITEM, row.id, _bin_title(row), tip=f"{row.title}\n{row.where}".strip()) for row in rows
    ]


def _bin_title(row: BinRow) -> str:
    if row.kind == "issue" and row.issue is not None:
        return issue_title(row.issue.number, row.issue.supplement)
    return row.title or QCoreApplication.translate("TreePanel", "Untitled")

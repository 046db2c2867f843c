"""The tree's own picture of the library: nodes made from the desk's rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

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
        return self.title, self.count, self.tip, self.section_id, self.state, self.problems

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

    def descendants(self) -> Iterator[Node]:
        """Every node below this one."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def take(self, new: Node) -> bool:
        """Take what *new* shows; whether that is anything else."""
        before = self.shown
        self.title, self.count, self.tip, self.section_id = new.title, new.count, new.tip, new.section_id
        self.state, self.problems = new.state, new.problems
        self.rows, self.fetchable = new.rows, new.fetchable
        return before != self.shown


def outline_nodes(outline: Outline) -> list[Node]:
    """Return the nodes of publications with their years, and the recycle bin at the end.

    A year has the rows of its issues, which become nodes by `issue_nodes` once it is unfolded.
    """
    nodes = [_publication(row) for row in outline.publications]
    count = str(outline.recycled) if outline.recycled else ""
    title = QCoreApplication.translate("TreePanel", "Recycle bin")
    return [*nodes, Node(Kind.BIN, BIN, title, count, fetchable=outline.recycled > 0)]


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


def _issue(row: IssueRow) -> Node:
    count = QCoreApplication.translate("TreePanel", "{count} articles").format(count=row.articles)
    tip = QCoreApplication.translate(
        "TreePanel", "{date} · {articles} articles · {characters} characters"
    ).format(date=row.date.isoformat(), articles=row.articles, characters=f"{row.characters:,}")
    title = issue_title(row.number, row.supplement)
    return Node(Kind.ISSUE, row.id, title, count if row.articles else "", f"{title}\n{tip}", fetchable=True)


def contents_nodes(contents: IssueOutline) -> list[Node]:
    """Return the nodes below an issue. Articles of an unnamed section stand directly under it."""
    nodes: list[Node] = []
    for section in contents.sections:
        articles = [_article(row, section.id) for row in section.articles]
        if section.title:
            nodes.append(_section(section.id, section.title, len(articles)))
            nodes[-1].children = articles
        else:
            nodes.extend(articles)
    return nodes


def _section(section_id: str, title: str, articles: int) -> Node:
    count = QCoreApplication.translate("TreePanel", "{count} articles").format(count=articles)
    return Node(Kind.SECTION, section_id, title, count if articles else "", title)


def _article(row: ArticleRow, section_id: str) -> Node:
    title = row.title or QCoreApplication.translate("TreePanel", "Untitled")
    node = Node(Kind.ARTICLE, row.id, title, f"{row.characters:,}", "", section_id, row.state)
    tip = QCoreApplication.translate("TreePanel", "{state} · {count} characters")
    node.tip = f"{title}\n{tip.format(state=state_words(node), count=node.count)}"
    return node


def state_words(node: Node) -> str:
    """Return the state of an article in words; empty for any other row."""
    return QCoreApplication.translate("TreePanel", STATES[node.state]) if node.state in STATES else ""


def bin_nodes(rows: Iterable[BinRow]) -> list[Node]:
    """Return the nodes of what lies in the recycle bin, newest first as they come."""
    return [
        Node(Kind.BIN_ITEM, row.id, _bin_title(row), tip=f"{row.title}\n{row.where}".strip()) for row in rows
    ]


def _bin_title(row: BinRow) -> str:
    if row.kind == "issue" and row.issue is not None:
        return issue_title(row.issue.number, row.issue.supplement)
    return row.title or QCoreApplication.translate("TreePanel", "Untitled")

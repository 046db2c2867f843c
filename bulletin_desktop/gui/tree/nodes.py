"""The tree's own picture of the library: nodes made from the desk's rows, and where a drop means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import (
        ArticleRow,
        BinRow,
        IssueOutline,
        IssueRow,
        Outline,
        PublicationRow,
    )


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
    fetchable: bool = False  # has children that were not asked for yet
    parent: Node | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list, repr=False)

    @property
    def key(self) -> tuple[Kind, str]:
        """What stays the same when rows are read anew."""
        return self.kind, self.id

    @property
    def row(self) -> int:
        """The position among the parent's children."""
        return self.parent.children.index(self) if self.parent else 0

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


def outline_nodes(outline: Outline) -> list[Node]:
    """Return the nodes of publications with years and issues, and the recycle bin at the end."""
    nodes = [_publication(row) for row in outline.publications]
    count = str(outline.recycled) if outline.recycled else ""
    title = QCoreApplication.translate("TreePanel", "Recycle bin")
    return [*nodes, Node(Kind.BIN, "recycle_bin", title, count, fetchable=outline.recycled > 0)]


def _publication(row: PublicationRow) -> Node:
    node = Node(Kind.PUBLICATION, row.id, row.name)
    newest_first = sorted(row.issues, key=lambda issue: (issue.year, issue.number), reverse=True)
    for year, issues in groupby(newest_first, key=lambda issue: issue.year):
        under = Node(Kind.YEAR, f"{row.id}/{year}", str(year))
        under.children = [_issue(issue) for issue in issues]
        node.children.append(under)
    return node


def issue_title(number: int, supplement: bool = False) -> str:
    """Return the short name of an issue as the tree and the window's title show it."""
    if supplement:
        return QCoreApplication.translate("TreePanel", "Supplement {number}").format(number=number)
    return QCoreApplication.translate("TreePanel", "No. {number}").format(number=number)


def _issue(row: IssueRow) -> Node:
    count = QCoreApplication.translate("TreePanel", "{count} articles").format(count=row.articles)
    title = issue_title(row.number, row.supplement)
    return Node(Kind.ISSUE, row.id, title, count if row.articles else "", fetchable=True)


def contents_nodes(contents: IssueOutline) -> list[Node]:
    """Return the nodes below an issue. Articles of an unnamed section stand directly under it."""
    nodes: list[Node] = []
    for section in contents.sections:
        articles = [_article(row, section.id) for row in section.articles]
        if section.title:
            nodes.append(Node(Kind.SECTION, section.id, section.title))
            nodes[-1].children = articles
        else:
            nodes.extend(articles)
    return nodes


def _article(row: ArticleRow, section_id: str) -> Node:
    title = row.title or QCoreApplication.translate("TreePanel", "Untitled")
    return Node(Kind.ARTICLE, row.id, title, f"{row.characters:,}", row.title, section_id)


def bin_nodes(rows: Iterable[BinRow]) -> list[Node]:
    """Return the nodes of what lies in the recycle bin, newest first as they come."""
    return [
        Node(Kind.BIN_ITEM, row.id, _bin_title(row), tip=f"{row.title}\n{row.where}".strip()) for row in rows
    ]


def _bin_title(row: BinRow) -> str:
    if row.kind == "issue" and row.issue is not None:
        return issue_title(row.issue.number, row.issue.supplement)
    return row.title or QCoreApplication.translate("TreePanel", "Untitled")


def drop_place(contents: IssueOutline, parent: Node, row: int) -> tuple[str, int] | None:
    """Return the section and position that a drop before *row* of *parent* means; row -1 is onto it.

    None if articles cannot go there. Beside a section's own row it is the end of the section above.
    """
    lengths = {section.id: len(section.articles) for section in contents.sections}
    if parent.kind is Kind.SECTION:
        return parent.id, lengths[parent.id] if row < 0 else row
    if parent.kind is not Kind.ISSUE or not contents.sections:
        return None
    before = parent.children[: row if row >= 0 else len(parent.children)]
    if not before:
        return contents.sections[0].id, 0
    last = before[-1]
    if last.kind is Kind.SECTION:
        return last.id, lengths[last.id]
    return last.section_id, sum(1 for node in before if node.section_id == last.section_id)


def moves(
    order: Mapping[str, Sequence[str]], dragged: Sequence[str], section_id: str, position: int
) -> tuple[tuple[str, str, int], ...]:
    """Return the moves that bring *dragged*, in their order, before *position* of a section.

    *order* has the article ids of each section as they are now; *position* counts before the act.
    Each move's position is the one after it, with all earlier moves done. Articles that stand before
    the place already are moved first and backwards, so that none shifts another.
    """
    above = [article for article in dragged if article in order[section_id][:position]]
    start = position - len(above)
    first = [(article, section_id, start + nth) for nth, article in enumerate(above)]
    then = [(article, section_id, start + nth) for nth, article in enumerate(dragged) if article not in above]
    return (*reversed(first), *then)


def step_place(order: Mapping[str, Sequence[str]], ids: Sequence[str], step: int) -> tuple[str, int] | None:
    """Return where *ids* go when moved one place up (*step* -1) or down (1) through an issue's sections.

    The position counts before the act, as for `moves`; None at the issue's end.
    """
    sections = list(order)
    place = {article: (nth, row.index(article)) for nth, row in enumerate(order.values()) for article in row}
    spots = sorted(place[article] for article in ids)
    section, row = spots[0] if step < 0 else spots[-1]
    if step < 0:
        if row > 0:
            return sections[section], row - 1
        return (sections[section - 1], len(order[sections[section - 1]])) if section > 0 else None
    if row + 1 < len(order[sections[section]]):
        return sections[section], row + 2
    return (sections[section + 1], 0) if section + 1 < len(sections) else None

"""What was found, as a tree that grows: issue, article, hit; each with a box for "replace this"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bulletin_desktop.document.finding import Found, Hit, Place, Replacement
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.services.outline import MANUSCRIPTS, ArticleState
from bulletin_desktop.services.replacing import Chosen, FoundArticle
from bulletin_desktop.values import dataclass

NODE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
_CONTEXT = 60  # characters on each side that are said of a hit


@dataclass(slots=True)
class Node:
    """A row. *hits* counts those below it, or 1; *chosen* those of them that are to be replaced."""

    title: str = ""
    issue_id: str = ""
    article_id: str = ""
    place: Place | None = None
    text: str = ""  # the line a hit stands in
    hit: Hit | None = None
    hits: int = 0
    chosen: int = 0
    signed: bool = False
    parent: Node | None = None
    row: int = 0
    children: list[Node] = field(default_factory=list)

    def ancestors(self) -> Iterator[Node]:
        """What it stands in, from the nearest on."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class HitsModel(QAbstractItemModel):
    """Takes what a search finds bit by bit. Hits of signed articles are found, but not chosen at first."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node()
        self._rest: list[Chosen] = []  # articles whose hits are counted, not listed
        self._rest_signed = 0  # hits of such articles that are signed
        self._unlisted_articles = 0
        self._more: Node | None = None
        self.replacement: Replacement | None = None

    # What is in it

    @property
    def hits(self) -> int:
        """How many were found."""
        return self._root.hits

    @property
    def chosen_hits(self) -> int:
        """How many are to be replaced."""
        return self._root.chosen

    @property
    def articles(self) -> int:
        """How many articles have hits."""
        return sum(len(issue.children) for issue in self._root.children) + self._unlisted_articles

    def clear(self) -> None:
        """Take everything away."""
        self.beginResetModel()
        self._root, self._rest, self._rest_signed, self._more = Node(), [], 0, None
        self._unlisted_articles = 0
        self.endResetModel()
        self.chosen_changed.emit()

    def add(self, articles: Sequence[FoundArticle]) -> None:
        """Add what was found, in the order of the tree."""
        for article in articles:
            self._list(article) if article.found else self._count(article)
        if articles:
            self.chosen_changed.emit()

    def set_replacement(self, new: Replacement | None) -> None:
        """Show what hits become; None shows them alone."""
        self.replacement = new

    def becomes(self, node: Node) -> str | None:
        """Return what takes the place of a hit; None if nothing does."""
        if self.replacement is None or node.hit is None:
            return None
        return self.replacement.of(node.text, node.hit)

    def chosen(self) -> tuple[Chosen, ...]:
        """Return what is to be replaced, article by article."""
        listed = (article for issue in self._root.children for article in issue.children if article.chosen)
        made = [_chosen(article) for article in listed]
        return (*made, *(self._rest if self._more is not None and self._more.chosen else ()))

    def hit_nodes(self) -> list[Node]:
        """Every listed hit in order."""
        return [
            hit for issue in self._root.children for article in issue.children for hit in article.children
        ]

    def choose_all(self, chosen: bool) -> None:
        """Choose every hit, or none."""
        for node in self._root.children:
            self._choose(node, chosen)
        self._tell_changed(QModelIndex())
        self.chosen_changed.emit()

    def _list(self, article: FoundArticle) -> None:
        issue = self._issue_of(article)
        signed = article.row.state == ArticleState.SIGNED
        chosen = 0 if signed else article.count
        node = Node(article.row.title, issue.issue_id, article.row.id, hits=article.count, chosen=chosen)
        node.signed, node.parent, node.row = signed, issue, len(issue.children)
        for found in article.found:
            for hit in found.hits:
                below = Node("", issue.issue_id, article.row.id, found.place, found.text, hit, hits=1)
                below.chosen, below.parent, below.row = int(not signed), node, len(node.children)
                node.children.append(below)
        self.beginInsertRows(self.index_of(issue), node.row, node.row)
        issue.children.append(node)
        self.endInsertRows()
        self._grow(node, node.hits, node.chosen)

    def _issue_of(self, article: FoundArticle) -> Node:
        issue_id = article.issue.id if article.issue is not None else MANUSCRIPTS
        top = self._root.children
        if top and top[-1].issue_id == issue_id:
            return top[-1]
        title = self.tr("Manuscripts")
        if article.issue is not None:
            number = issue_title(article.issue.number, article.issue.supplement)
            title = f"{article.publication} {article.issue.year} {number}"
        issue = Node(title, issue_id, parent=self._root, row=len(top))
        self.beginInsertRows(QModelIndex(), issue.row, issue.row)
        top.append(issue)
        self.endInsertRows()
        return issue

    def _count(self, article: FoundArticle) -> None:
        issue_id = article.issue.id if article.issue is not None else MANUSCRIPTS
        self._unlisted_articles += 1
        if self._more is None:
            more = Node(parent=self._root, row=len(self._root.children))
            self.beginInsertRows(QModelIndex(), more.row, more.row)
            self._root.children.append(more)
            self._more = more
            self.endInsertRows()
        signed = article.row.state == ArticleState.SIGNED
        if signed:
            self._rest_signed += article.count
        else:
            self._rest.append(Chosen(issue_id, article.row.id, article.count))
        self._more.hits += article.count
        self._more.chosen += 0 if signed else article.count
        self._more.title = self._more_title()
        self._grow(self._more, article.count, 0 if signed else article.count)

    def _more_title(self) -> str:
        words = self.tr("{hits} more in {articles} articles, not listed one by one")
        if self._rest_signed:
            words = self.tr("{hits} more in {articles} articles, not listed; {signed} in signed ones stay")
        return words.format(hits=self._more.hits, articles=self._unlisted_articles, signed=self._rest_signed)

    def _grow(self, node: Node, hits: int, chosen: int) -> None:
        for above in node.ancestors():
            above.hits += hits
            above.chosen += chosen
        top = [each for each in (node, *node.ancestors()) if each is not self._root][-1]
        index = self.index_of(top)
        self.dataChanged.emit(index, index)

    # Choosing

    def _choose(self, node: Node, chosen: bool) -> None:
        """Set the boxes of a row and all below it; returns nothing, the rows above are counted anew."""
        before = node.chosen
        self._set(node, chosen)
        for above in node.ancestors():
            above.chosen += node.chosen - before

    def _set(self, node: Node, chosen: bool) -> None:
        for child in node.children:
            self._set(child, chosen)
        most = node.hits - self._rest_signed if node is self._more else node.hits
        node.chosen = most if chosen else 0

    def _tell_changed(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if not rows:
            return
        self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, 0, parent))
        for row in range(rows):
            self._tell_changed(self.index(row, 0, parent))

    # QAbstractItemModel

    def node(self, index: Index) -> Node:
        """Return the node of a row."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """Return where a node stands."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's
        children = self.node(parent).children
        if column == 0 and 0 <= row < len(children):
            return self.createIndex(row, 0, children[row])
        return QModelIndex()

    def parent(self, index: Index = None) -> QModelIndex:
        if index is None:
            return super().parent()
        above = self.node(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return len(self.node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(node)
            case Qt.ItemDataRole.CheckStateRole:
                state = Qt.CheckState.Checked if node.chosen == node.hits else Qt.CheckState.PartiallyChecked
                return state if node.chosen else Qt.CheckState.Unchecked
            case role if role == NODE:
                return node
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        node = self.node(index)
        self._choose(node, Qt.CheckState(value) == Qt.CheckState.Checked)
        for each in (node, *node.ancestors()):
            at = self.index_of(each)
            if at.isValid():
                self.dataChanged.emit(at, at)
        self._tell_changed(QModelIndex(index))
        self.chosen_changed.emit()
        return True

    def _words(self, node: Node) -> str:
        if node.hit is None:
            return node.title
        before, found, after = context(node.text, node.hit)
        new = self.becomes(node)
        return f"{before}{found}{after}" if new is None else f"{before}{found} → {new}{after}"


def context(text: str, hit: Hit, most: int = _CONTEXT) -> tuple[str, str, str]:
    """Return what stands before a hit, the hit, and what stands behind it; dots where there is more."""
    start, end = max(0, hit.start - most), min(len(text), hit.end + most)
    before, after = text[start : hit.start], text[hit.end : end]
    return (
        ("…" if start else "") + before,
        text[hit.start : hit.end],
        after + ("…" if end < len(text) else ""),
    )


def _chosen(article: Node) -> Chosen:
    """The chosen hits of an article, line by line."""
    lines: dict[Place, Found] = {}
    for node in article.children:
        if node.chosen and node.place is not None and node.hit is not None:
            known = lines.get(node.place, Found(node.place, node.text, ()))
            lines[node.place] = replace(known, hits=(*known.hits, node.hit))
    return Chosen(article.issue_id, article.article_id, article.chosen, tuple(lines.values()))

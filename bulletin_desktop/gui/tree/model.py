"""The lazy tree model: publications, years and issues at once, an issue's articles when it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree import nodes
from bulletin_desktop.gui.tree.nodes import Kind, Node

ARTICLES = "application/x-bulletin-articles"

COUNT = Qt.ItemDataRole.UserRole + 1
NODE = Qt.ItemDataRole.UserRole + 2
BIN = "recycle_bin"

_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Key = tuple[Kind, str]


def _keys(fresh: Sequence[Node]) -> set[Key]:
    return {node.key for top in fresh for node in (top, *top.descendants())}


class TreeModel(QAbstractItemModel):
    """What the desk outlines, kept in step row by row, so that selection and expansion survive.

    *dropped* asks for articles to be moved: their ids, the section, the position before the act.
    *renamed* asks for another section title. *failed* carries an error of the desk.
    """

    dropped = Signal(object, str, int)
    renamed = Signal(str, str)
    filled = Signal(str)  # issue id, or "" for the outline
    failed = Signal(object)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._root = Node(Kind.PUBLICATION, "", "")
        self._live: dict[int, Node] = {}  # an index that outlives its node must find nothing
        self._by_key: dict[Key, Node] = {}
        self._contents: dict[str, Any] = {}
        self._asked: set[str] = set()
        self._pages: tuple[str, int] = ("", 0)

    # Reading the library

    def refresh(self) -> None:
        """Read the outline anew."""
        self._backend.submit(lambda desk: desk.outline(), done=self._set_outline, failed=self.failed.emit)

    def refresh_issue(self, issue_id: str) -> None:
        """Read one issue's sections and articles anew."""
        self._asked.add(issue_id)
        self._backend.submit(_contents, issue_id, done=self._set_contents, failed=self.failed.emit)

    def refresh_bin(self) -> None:
        """Read the recycle bin anew."""
        self._asked.add(BIN)
        self._backend.submit(lambda desk: desk.recycled(), done=self._set_bin, failed=self.failed.emit)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read anew what an act has touched."""
        self.refresh()
        for known in [*self._contents]:
            if known in touched:
                self.refresh_issue(known)
        if BIN in self._asked:
            self.refresh_bin()

    def show_pages(self, issue_id: str, pages: int) -> None:
        """Show the page count of the issue that is open, instead of its number of articles."""
        if self._pages == (issue_id, pages):
            return
        self._pages = (issue_id, pages)
        index = self.find(Kind.ISSUE, issue_id)
        if index.isValid():
            self.dataChanged.emit(index, index, [COUNT])

    def order(self, issue_id: str) -> dict[str, tuple[str, ...]]:
        """Return the article ids of each section of an issue that was read."""
        contents = self._contents[issue_id]
        return {section.id: tuple(row.id for row in section.articles) for section in contents.sections}

    def _set_outline(self, outline: Any) -> None:
        fresh = nodes.outline_nodes(outline)
        for node in (below for top in fresh for below in (top, *top.descendants())):
            node.fetchable = node.fetchable and node.id not in self._asked
        self._sync(self._root, fresh, _keys(fresh))
        alive = {node.id for node in self._root.descendants()}
        self._contents = {key: value for key, value in self._contents.items() if key in alive}
        self._asked &= {*alive, BIN}
        self.filled.emit("")

    def _set_contents(self, contents: Any) -> None:
        index = self.find(Kind.ISSUE, contents.id) if contents is not None else QModelIndex()
        if index.isValid():
            self._contents[contents.id] = contents
            fresh = nodes.contents_nodes(contents)
            self._sync(self.node(index), fresh, _keys(fresh))
            self.filled.emit(contents.id)

    def _set_bin(self, rows: Any) -> None:
        index = self.find(Kind.BIN, BIN)
        if index.isValid():
            fresh = nodes.bin_nodes(rows)
            self._sync(self.node(index), fresh, _keys(fresh))

    def _sync(self, parent: Node, fresh: Sequence[Node], wanted: set[Key]) -> None:
        """Make *parent*'s children look like *fresh* with the fewest row changes.

        What is *wanted* anywhere is moved there, not removed: selection and expansion go with it.
        """
        at = self._index(parent)
        for row in reversed(range(len(parent.children))):
            if parent.children[row].key not in wanted:
                self._remove(parent, at, row)
        for row, new in enumerate(fresh):
            old = self._by_key.get(new.key)
            if old is None:
                self._insert(parent, at, row, new)
                continue
            if (old.parent, old.row) != (parent, row):
                self._move(old, parent, row)
            self._update(old, new)
            if old.kind not in (Kind.ISSUE, Kind.BIN):
                self._sync(old, new.children, wanted)

    def _remove(self, parent: Node, at: QModelIndex, row: int) -> None:
        self.beginRemoveRows(at, row, row)
        gone = parent.children.pop(row)
        for node in (gone, *gone.descendants()):
            del self._live[id(node)]
            self._by_key.pop(node.key, None)
        self.endRemoveRows()

    def _move(self, node: Node, parent: Node, row: int) -> None:
        """Move a row up in its parent, or to another parent."""
        before, now = node.parent, node.row
        self.beginMoveRows(self._index(before), now, now, self._index(parent), row)
        before.children.pop(now)
        parent.children.insert(row, node)
        node.parent = parent
        self.endMoveRows()

    def _insert(self, parent: Node, at: QModelIndex, row: int, new: Node) -> None:
        """Insert a row without those below it that stand elsewhere still: they are moved."""
        below, new.children = new.children, []
        self.beginInsertRows(at, row, row)
        self._live[id(new)] = self._by_key[new.key] = new
        new.parent = parent
        parent.children.insert(row, new)
        self.endInsertRows()
        if below:
            self._sync(new, below, {child.key for child in below})

    def _update(self, old: Node, new: Node) -> None:
        before = (old.title, old.count, old.tip, old.section_id)
        old.fetchable = new.fetchable
        old.title, old.count, old.tip, old.section_id = new.title, new.count, new.tip, new.section_id
        if before != (new.title, new.count, new.tip, new.section_id):
            index = self._index(old)
            self.dataChanged.emit(index, index)

    # Finding nodes

    def node(self, index: Index) -> Node:
        """Return the node at *index*; the invisible root for an invalid one."""
        return self._live.get(index.internalId(), self._root) if index.isValid() else self._root

    def find(self, kind: Kind, node_id: str) -> QModelIndex:
        """Return the index of a node by its id; invalid if it is not in the tree (yet)."""
        found = self._by_key.get((kind, node_id))
        return self._index(found) if found else QModelIndex()

    def walk(self) -> Iterator[Node]:
        """Every node from top to bottom."""
        return self._root.descendants()

    def issue_of_section(self, section_id: str) -> str | None:
        """Return the id of the issue that holds a section, if that issue was read."""
        return next((issue for issue in self._contents if section_id in self.order(issue)), None)

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, id(node))

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, id(self.node(parent).children[row]))

    def parent(self, index: Index) -> QModelIndex:
        above = self.node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        node = self.node(parent)
        return bool(node.children) or node.fetchable

    def canFetchMore(self, parent: Index) -> bool:
        return self.node(parent).fetchable

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        node.fetchable = False
        if node.kind is Kind.BIN:
            self.refresh_bin()
        else:
            self.refresh_issue(node.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.title} {self._count(node)}".strip()
        return {COUNT: self._count, NODE: lambda found: found}.get(role, lambda _found: None)(node)

    def _count(self, node: Node) -> str:
        if node.kind is Kind.ISSUE and (node.id, self._pages[1]) == self._pages and self._pages[1]:
            return self.tr("{count} pages").format(count=self._pages[1])
        return node.count

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        common = flag.ItemIsEnabled | flag.ItemIsSelectable
        match self.node(index).kind:
            case Kind.ARTICLE:
                return common | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren
            case Kind.SECTION:
                return common | flag.ItemIsDropEnabled | flag.ItemIsEditable
            case Kind.ISSUE:
                return common | flag.ItemIsDropEnabled
            case Kind.BIN_ITEM:
                return common | flag.ItemNeverHasChildren
        return common

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or node.kind is not Kind.SECTION or title in ("", node.title):
            return False
        self.renamed.emit(node.id, title)
        return True

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ARTICLES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        shown = [node for node in self._root.descendants() if node.kind is Kind.ARTICLE]
        dragged = {self.node(index).id for index in indexes}
        ids = [node.id for node in shown if node.id in dragged]
        mime = QMimeData()
        mime.setData(ARTICLES, json.dumps(ids).encode())
        return mime

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return data.hasFormat(ARTICLES) and self._place(row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        place = self._place(row, parent) if data.hasFormat(ARTICLES) else None
        if place is not None:
            self.dropped.emit(json.loads(bytes(data.data(ARTICLES).data())), *place)
        return False  # the rows change when the library has: a view must not remove them itself

    def _place(self, row: int, parent: Index) -> tuple[str, int] | None:
        node = self.node(parent)
        issue = node.ancestor(Kind.ISSUE)
        contents = self._contents.get(issue.id) if issue else None
        return nodes.drop_place(contents, node, row) if contents else None


def _contents(desk: Any, issue_id: str) -> Any:
    """Read an issue's sections; None if it has gone since it was asked for, which is no failure."""
    try:
        return desk.contents(issue_id)
    except UserError:
        if any(
            row.id == issue_id for publication in desk.outline().publications for row in publication.issues
        ):
            raise
        return None

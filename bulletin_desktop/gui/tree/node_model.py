"""Rows of nodes that are kept in step with what is read anew, so that selection and expansion survive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from bulletin_desktop.gui.tree.nodes import Kind, Node

_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex
Key = tuple[Kind, str]


def _keys(fresh: Sequence[Node]) -> set[Key]:
    return {node.key for top in fresh for node in (top, *top.descendants())}


def _holds(node: Node, wanted: set[Key]) -> bool:
    """Whether a row or one below it is wanted."""
    return node.key in wanted or any(below.key in wanted for below in node.descendants())


class NodeModel(QAbstractItemModel):
    """A tree of `Node` values."""

    _read_apart: tuple[Kind, ...] = ()  # what is below these does not come with them

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(Kind.PUBLICATION, "", "")
        self._live: dict[int, Node] = {}  # an index that outlives its node must find nothing
        self._by_key: dict[Key, Node] = {}

    def node(self, index: Index) -> Node:
        """Return the node at *index*; the invisible root for an invalid one."""
        return self._live.get(index.internalId(), self._root) if index.isValid() else self._root

    def walk(self) -> Iterator[Node]:
        """Every node from top to bottom."""
        return self._root.descendants()

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, id(node))

    # Keeping in step

    def _show_below(self, parent: Node, fresh: Sequence[Node]) -> None:
        """Make *parent*'s children look like *fresh*."""
        self._sync(parent, fresh, _keys(fresh))

    def _sync(self, parent: Node, fresh: Sequence[Node], wanted: set[Key]) -> None:
        """Make *parent*'s children look like *fresh* with the fewest row changes.

        What is *wanted* anywhere is moved there, not removed: selection and expansion go with it.
        """
        self._remove_unwanted(parent, lambda node: not _holds(node, wanted))
        for row, new in enumerate(fresh):
            old = self._by_key.get(new.key)
            if old is None:
                self._insert(parent, self._index(parent), row, new)
                continue
            if (old.parent, old.row) != (parent, row):
                self._move(old, parent, row)
            self._update(old, new)
            if old.kind not in self._read_apart:
                self._sync(old, new.children, wanted)
        self._remove_unwanted(parent, lambda node: node.key not in wanted)  # what they held has left them now

    def _remove_unwanted(self, parent: Node, unwanted: Callable[[Node], bool]) -> None:
        at = self._index(parent)
        for row in reversed(range(len(parent.children))):
            if unwanted(parent.children[row]):
                self._remove(parent, at, row)

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
        if old.take(new):
            index = self._index(old)
            self.dataChanged.emit(index, index)

    def _insert_all(self, parent: Node, fresh: Sequence[Node]) -> None:
        """Give a node that has no children yet all of them at once; *fresh* have none."""
        self.beginInsertRows(self._index(parent), 0, len(fresh) - 1)
        parent.children = [*fresh]
        for node in fresh:
            node.parent = parent
            self._live[id(node)] = self._by_key[node.key] = node
        self.endInsertRows()

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

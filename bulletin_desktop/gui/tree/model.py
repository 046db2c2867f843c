"""The lazy tree model: publications, years and issues at once, an issue's articles when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree import mime, nodes, places
from bulletin_desktop.gui.tree.node_model import Index, NodeModel
from bulletin_desktop.gui.tree.nodes import BIN, FLAGS, Kind, Node
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.library.nodes import MANUSCRIPTS

COUNT = Qt.ItemDataRole.UserRole + 1
NODE = Qt.ItemDataRole.UserRole + 2
CUT = Qt.ItemDataRole.UserRole + 3


class TreeModel(NodeModel):
    """What the desk outlines.

    *dropped* asks for rows to be moved: what was `Dragged`, and its `Place`. *renamed* asks for another
    name of a node, which is not empty; *nameless* tells that an empty one was refused.
    """

    _read_apart = (Kind.ISSUE, Kind.INBOX, Kind.BIN)

    dropped = Signal(object, object)
    renamed = Signal(object, str)
    nameless = Signal()
    filled = Signal(str)  # issue id, or "" for the outline
    settled = Signal()  # everything an act has touched was read anew
    failed = Signal(object)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._contents: dict[str, Any] = {}
        self._asked: set[str] = set()
        self._years: dict[
            str, str
        ] = {}  # the year of each issue, by ids; an issue has no node before its year
        self._pages: dict[str, int] = {}  # of issues that were laid out, newer than what the library knows
        self._cut: frozenset[str] = frozenset()
        self._tells: dict[int, Callable[[Node], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda node: node.title,
            Qt.ItemDataRole.EditRole: lambda node: "" if node.untitled else node.title,
            Qt.ItemDataRole.ToolTipRole: lambda node: node.tip or None,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            COUNT: self._count,
            CUT: lambda node: node.id in self._cut,
            NODE: lambda node: node,
        }

    # Reading the library

    def refresh(self) -> None:
        """Read the outline anew."""
        self._backend.submit(lambda desk: desk.outline(), done=self._set_outline, failed=self.failed.emit)

    def refresh_issue(self, issue_id: str) -> None:
        """Read one issue's sections and articles anew."""
        self._asked.add(issue_id)
        self._backend.submit(_contents, issue_id, done=self._set_contents, failed=self.failed.emit)

    def know_issue(self, issue_id: str) -> None:
        """Read an issue's sections and articles unless that was done."""
        if issue_id not in self._contents:
            self.refresh_issue(issue_id)

    def refresh_bin(self) -> None:
        """Read the recycle bin anew."""
        self._asked.add(BIN)
        self._backend.submit(lambda desk: desk.recycled(), done=self._set_bin, failed=self.failed.emit)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read anew what an act has touched."""
        for known in touched & self._pages.keys():
            del self._pages[known]
        self.refresh()
        for known in [*self._contents]:
            if known in touched:
                self.refresh_issue(known)
        if BIN in self._asked:
            self.refresh_bin()
        self._backend.submit(lambda _desk: None, done=lambda _nothing: self.settled.emit())

    def show_pages(self, issue_id: str, pages: int) -> None:
        """Show how many pages an issue fills, as it was just laid out."""
        if self._pages.get(issue_id) == pages:
            return
        self._pages[issue_id] = pages
        index = self.find(Kind.ISSUE, issue_id)
        if index.isValid():
            self.dataChanged.emit(index, index, [COUNT])

    def order(self, issue_id: str) -> dict[str, tuple[str, ...]]:
        """Return the article ids of each section of an issue that was read."""
        contents = self._contents.get(issue_id)
        sections = contents.sections if contents is not None else ()
        return {section.id: tuple(row.id for row in section.articles) for section in sections}

    def issues(self) -> tuple[str, ...]:
        """The ids of all issues, as they stand in the tree."""
        return tuple(self._years)

    def holds_anything(self) -> bool:
        """Whether there is an issue or a manuscript."""
        return bool(self._years) or bool(self.holder(MANUSCRIPTS).data(COUNT))

    def _set_outline(self, outline: Any) -> None:
        fresh = nodes.outline_nodes(outline)
        years = [year for top in fresh for year in top.children]
        self._years = {row.id: year.id for year in years for row in year.rows}
        alive = {*self._years, MANUSCRIPTS}
        self._contents = {key: value for key, value in self._contents.items() if key in alive}
        self._asked &= {*alive, BIN}
        unfolded = self._unfolded_years()
        for year in years:
            if year.id in unfolded:
                self._fill_year(year)
        for top in fresh:
            top.fetchable = top.fetchable and top.id not in self._asked
        self._show_below(self._root, fresh)
        self.filled.emit("")

    def _unfolded_years(self) -> set[str]:
        """The years that have nodes for their issues, or that an issue with a node is in now."""
        shown = [node for top in self._root.children for node in top.children if node.kind is Kind.YEAR]
        own = {node.id for node in shown if not node.fetchable}
        return own | {
            self._years[each.id] for year in shown for each in year.children if each.id in self._years
        }

    def _fill_year(self, year: Node) -> None:
        year.fetchable = False
        year.children = nodes.issue_nodes(year.rows)
        for issue in year.children:
            issue.fetchable = issue.id not in self._asked

    def _set_contents(self, contents: Any) -> None:
        index = self.holder(contents.id) if contents is not None else QModelIndex()
        if index.isValid():
            self._contents[contents.id] = contents
            self._show_below(self.node(index), nodes.contents_nodes(contents))
            self.filled.emit(contents.id)

    def _set_bin(self, rows: Any) -> None:
        index = self.find(Kind.BIN, BIN)
        if index.isValid():
            self._show_below(self.node(index), nodes.bin_nodes(rows))

    # Finding nodes

    def find(self, kind: Kind, node_id: str) -> QModelIndex:
        """Return the index of a node by its id; invalid if it is not in the tree (yet)."""
        found = self._by_key.get((kind, node_id))
        if found is None and kind is Kind.ISSUE and node_id in self._years:
            self._unfold_year(self._by_key[(Kind.YEAR, self._years[node_id])])
            found = self._by_key.get((kind, node_id))
        return self._index(found) if found else QModelIndex()

    def holder(self, issue_id: str) -> QModelIndex:
        """Return the index of an issue or of the manuscripts in no issue."""
        return self.find(Kind.INBOX if issue_id == MANUSCRIPTS else Kind.ISSUE, issue_id)

    def _unfold_year(self, year: Node) -> None:
        """Make the nodes of a year's issues, all at once."""
        self._fill_year(year)
        fresh, year.children = year.children, []
        self._insert_all(year, fresh)

    def issue_of_section(self, section_id: str) -> str | None:
        """Return the id of the issue that holds a section, if that issue was read."""
        return next((issue for issue in self._contents if section_id in self.order(issue)), None)

    # QAbstractItemModel

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        if node.kind is Kind.YEAR:
            self._unfold_year(node)
            return
        node.fetchable = False
        if node.kind is Kind.BIN:
            self.refresh_bin()
        else:
            self.refresh_issue(node.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tell = self._tells.get(role)
        return tell(self.node(index)) if tell is not None and index.isValid() else None

    def _said(self, node: Node) -> str:
        """What is read out to those who do not see the row."""
        said = (node.title, nodes.state_words(node), self._count(node), nodes.problem_words(node))
        return " ".join(filter(None, said))

    def _count(self, node: Node) -> str:
        pages = self._pages.get(node.id, 0) if node.kind is Kind.ISSUE and node.count else 0
        return self.tr("{count} pages").format(count=pages) if pages else node.count

    def flags(self, index: Index) -> Qt.ItemFlag:
        return FLAGS[self.node(index).kind] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        name = one_line(str(value)).strip()
        if role != Qt.ItemDataRole.EditRole or name == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        if name:
            self.renamed.emit(node, name)
        else:
            self.nameless.emit()
        return bool(name)

    # Cutting and dragging

    def show_cut(self, ids: frozenset[str]) -> None:
        """Show the articles and sections *ids* faint, and no others."""
        changed, self._cut = ids ^ self._cut, ids
        for node_id in changed:
            for kind in (Kind.ARTICLE, Kind.SECTION):
                index = self.find(kind, node_id)
                if index.isValid():
                    self.dataChanged.emit(index, index, [CUT])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [mime.ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime.packed(mime.dragged(sorted(map(self.node, indexes), key=Node.path)))

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self._drop(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        drop = self._drop(data, row, parent)
        if drop is not None:
            self.dropped.emit(*drop)
        return False  # the rows change when the library has: a view must not remove them itself

    def _drop(self, data: QMimeData, row: int, parent: Index) -> tuple[Dragged, Place] | None:
        dragged = mime.unpacked(data)
        if dragged is None or not parent.isValid():
            return None
        node = self.node(parent)
        holder = node.holder
        contents = self._contents.get(holder.id) if holder else None
        place = places.place(dragged, node, row, contents)
        return (dragged, place) if place else None


def _contents(desk: Any, issue_id: str) -> Any:
    """Read an issue's sections; None if it has gone since it was asked for, which is no failure."""
    try:
        return desk.contents(issue_id)
    except UserError:
        if issue_id == MANUSCRIPTS or any(
            row.id == issue_id for publication in desk.outline().publications for row in publication.issues
        ):
            raise
        return None

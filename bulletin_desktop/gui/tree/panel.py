"""The pane at the left: the tree, what is selected in it, and the acts that a person does on it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree import places
from bulletin_desktop.gui.tree.model import TreeModel
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.tree.view import TreeView
from bulletin_desktop.services import acts


class TreePanel(QWidget):
    """Shows the library as a tree over a backend and says what a person wants of it.

    *wanted* carries an act and its words for the undo menu; whoever owns the undo stack carries it out.
    """

    issue_opened = Signal(str)
    article_opened = Signal(str)
    selection_changed = Signal()
    wanted = Signal(object, str)
    menu_wanted = Signal(QPoint)
    text_wanted = Signal()  # the person wants to write in the article that is open
    restore_wanted = Signal()
    failed = Signal(object)

    def __init__(self, backend: Backend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TreeModel(backend, self)
        self.view = TreeView(self)
        self.view.setModel(self.model)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.view)
        self._select_when_filled: tuple[str, ...] = ()
        self._seen: set[str] = set()
        self._begun = False
        self._new: frozenset[str] = frozenset()
        self._unfold_when_filled = ""
        self._rename_when_filled = ""
        self.model.filled.connect(self._after_filling)
        self.model.filled.connect(self._select_arrived)
        self.model.failed.connect(self.failed)
        self.model.dropped.connect(self._drop)
        self.model.renamed.connect(self._rename)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Read the library's outline anew."""
        self.model.refresh()

    def selected(self) -> list[Node]:
        """Return the selected nodes in the order of the tree."""
        rows = {id(node): node for node in map(self.model.node, self.view.selectionModel().selectedRows())}
        return sorted(rows.values(), key=Node.path)

    def current(self) -> Node | None:
        """Return the current node, or None if nothing is current."""
        index = self.view.currentIndex()
        return self.model.node(index) if index.isValid() else None

    def show_issue(self, issue_id: str) -> None:
        """Unfold an issue and what it stands in, now or once it is in the tree."""
        self._unfold_when_filled = issue_id
        self._unfold()

    def select(self, ids: tuple[str, ...]) -> None:
        """Select articles, or an issue, now or, if they are not in the tree yet, once they are."""
        self._select_when_filled = ids
        self._select_waiting()

    def select_new(self, ids: frozenset[str]) -> None:
        """Select the first article among *ids* that is not in the tree now, as soon as it is there."""
        self._new = frozenset(
            article for article in ids if not self.model.find(Kind.ARTICLE, article).isValid()
        )

    def move_selected(self, step: int) -> None:
        """Move the selected articles (or section) one place up (-1) or down (1) within the issue."""
        chosen = self.selected()
        if len(chosen) == 1 and chosen[0].kind is Kind.SECTION:
            order = list(self.model.order(chosen[0].ancestor(Kind.ISSUE).id))
            position = order.index(chosen[0].id) + step
            if 0 <= position < len(order):
                self.wanted.emit(acts.MoveSection(chosen[0].id, position), self.tr("Move section"))
            return
        articles = [node for node in chosen if node.kind is Kind.ARTICLE]
        issue = articles[0].ancestor(Kind.ISSUE) if articles else None
        if issue is None or any(node.ancestor(Kind.ISSUE) is not issue for node in articles):
            return
        order = self.model.order(issue.id)
        place = places.step_place(order, [node.id for node in articles], step)
        if place is not None:
            self._move(order, [node.id for node in articles], *place)

    def rename_selected(self) -> None:
        """Let the title of the current section be typed over."""
        self.view.edit(self.view.currentIndex())

    def rename_when_there(self, section_id: str) -> None:
        """Let the title of a section that is being added be typed, once the tree knows it."""
        self._rename_when_filled = section_id

    def _drop(self, ids: list[str], section_id: str, position: int) -> None:
        order: dict[str, tuple[str, ...]] = {}
        for article in ids:
            index = self.model.find(Kind.ARTICLE, article)
            issue = self.model.node(index).ancestor(Kind.ISSUE) if index.isValid() else None
            order.update(self.model.order(issue.id) if issue else {})
        target = self.model.issue_of_section(section_id)
        if target:
            self._move({**order, **self.model.order(target)}, ids, section_id, position)

    def _move(
        self, order: dict[str, tuple[str, ...]], ids: list[str], section_id: str, position: int
    ) -> None:
        moves = places.moves(order, ids, section_id, position)
        where = {article: (section, nth) for section, row in order.items() for nth, article in enumerate(row)}
        if any(where.get(article) != (section, nth) for article, section, nth in moves):
            self._select_when_filled = tuple(ids)
            self.wanted.emit(acts.MoveArticles(moves), self.tr("Move articles"))

    def _rename(self, section_id: str, title: str) -> None:
        self.wanted.emit(acts.RenameSection(section_id, title), self.tr("Rename section"))

    def _choose(self) -> None:
        """Go on from a row that was entered: to an article's text, out of the bin, or unfold and fold."""
        node = self.current()
        if node is None:
            return
        if node.kind is Kind.ARTICLE:
            self.text_wanted.emit()
        elif node.kind is Kind.BIN_ITEM:
            self.restore_wanted.emit()
        else:
            self.view.setExpanded(
                self.view.currentIndex(), not self.view.isExpanded(self.view.currentIndex())
            )

    def _unfold_newest(self) -> None:
        """The newest year of each publication stands open from the beginning."""
        self._begun = True
        for row in range(self.model.rowCount()):
            publication = self.model.index(row, 0)
            if self.model.rowCount(publication):
                self.view.expand(publication)
                self.view.expand(self.model.index(0, 0, publication))

    def _unfold_sections(self, issue_id: str) -> None:
        """An issue's sections stand open when it is seen first; later it is as the person leaves it."""
        index = self.model.find(Kind.ISSUE, issue_id)
        for row in range(self.model.rowCount(index)) if index.isValid() else ():
            section = self.model.index(row, 0, index)
            if self.model.node(section).id not in self._seen:
                self._seen.add(self.model.node(section).id)
                self.view.expand(section)

    def _after_filling(self, issue_id: str) -> None:
        """Unfold, select and rename what was asked for before the tree knew it."""
        if not self._begun and self.model.issues():
            self._unfold_newest()
        self._unfold()
        if issue_id:
            self._unfold_sections(issue_id)
        self._select_waiting()
        section = self.model.find(Kind.SECTION, self._rename_when_filled)
        if section.isValid():
            self._rename_when_filled = ""
            self._reveal(section)
            self.view.setCurrentIndex(section)
            self.view.edit(section)

    def _unfold(self) -> None:
        issue = self.model.find(Kind.ISSUE, self._unfold_when_filled)
        if issue.isValid():
            self._unfold_when_filled = ""
            self._reveal(issue)
            self.view.expand(issue)

    def _select_waiting(self) -> None:
        found = [self._find(wanted) for wanted in self._select_when_filled]
        if found and all(index.isValid() for index in found):
            self._select_when_filled = ()
            self._select(found)

    def _find(self, node_id: str) -> QModelIndex:
        article = self.model.find(Kind.ARTICLE, node_id)
        return article if article.isValid() else self.model.find(Kind.ISSUE, node_id)

    def _select_arrived(self, issue_id: str) -> None:
        arrived = [
            node.id for node in self.model.walk() if node.kind is Kind.ARTICLE and node.id in self._new
        ]
        if issue_id and arrived:
            self._new = frozenset()
            self._select([self.model.find(Kind.ARTICLE, arrived[0])])

    def _select(self, found: list[QModelIndex]) -> None:
        flag = QItemSelectionModel.SelectionFlag
        selection = self.view.selectionModel()
        self._reveal(found[0])
        selection.setCurrentIndex(found[0], flag.ClearAndSelect | flag.Rows)
        for index in found[1:]:
            selection.select(index, flag.Select | flag.Rows)
        self.view.scrollTo(found[0])

    def _reveal(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            self.view.expand(above)
            above = above.parent()

    def _on_selection(self) -> None:
        self.selection_changed.emit()

    def _on_current(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        flag = QItemSelectionModel.SelectionFlag
        if not self.view.selectionModel().hasSelection():  # the row before it was deleted
            self.view.selectionModel().select(index, flag.Select | flag.Rows)
        node = self.model.node(index)
        issue = node.ancestor(Kind.ISSUE)
        if node.kind is Kind.ARTICLE:
            self.issue_opened.emit(issue.id)
            self.article_opened.emit(node.id)
        elif issue is not None:
            self.issue_opened.emit(issue.id)

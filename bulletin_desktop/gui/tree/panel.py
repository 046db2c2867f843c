"""The pane at the left: the tree and its filter, what is selected, and what a person wants of it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree import arranging
from bulletin_desktop.gui.tree.arranging import Arranging
from bulletin_desktop.gui.tree.filter_box import FilterBox
from bulletin_desktop.gui.tree.matches import MatchModel
from bulletin_desktop.gui.tree.model import TreeModel
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.gui.tree.problem_tips import ProblemTips
from bulletin_desktop.gui.tree.view import TreeView

_FLAG = QItemSelectionModel.SelectionFlag
_KINDS = (Kind.ARTICLE, Kind.SECTION, Kind.ISSUE, Kind.INBOX, Kind.PUBLICATION)  # the deepest first


class TreePanel(QWidget):
    """Shows the library as a tree over a backend and says what a person wants of it.

    *wanted* carries work for the desk and its words for the undo menu; whoever owns the undo stack carries
    it out. *bin_wanted* carries nodes to delete. *told* is a quiet sentence.
    """

    issue_opened = Signal(str)
    article_opened = Signal(str)
    selection_changed = Signal()
    wanted = Signal(object, str)
    bin_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    text_wanted = Signal()  # the person wants to write in the article that is open
    restore_wanted = Signal()
    told = Signal(str)
    failed = Signal(object)
    found_opened = Signal(object, str)  # what the filter has found in a text, and its words
    filter_left = Signal()

    def __init__(self, backend: Backend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TreeModel(backend, self)
        self.view = TreeView(self)
        self.view.setAccessibleName(self.tr("Library"))
        self.matches = MatchModel(backend, self)
        self.results = TreeView(self)
        self.filter = FilterBox(self)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack)
        self._select_when_filled: tuple[str, ...] = ()
        self._seen: set[str] = set()
        self._begun = False
        self._new: frozenset[str] = frozenset()
        self._touched: frozenset[str] = frozenset()
        self._moved: tuple[str, ...] = ()
        self._unfold_when_filled = ""
        self._rename_when_filled = ""
        self._opened_result = ""
        for view, model in ((self.view, self.model), (self.results, self.matches)):
            self._connect(view, model)
            ProblemTips(view, backend)
        self.setFocusProxy(self.view)
        self.model.filled.connect(self._after_filling)
        self.model.filled.connect(self._select_arrived)
        self.model.settled.connect(self._select_touched)
        self.model.dropped.connect(self._drop)
        self.matches.found.connect(self._show_found)
        self.filter.changed.connect(self._search)
        self.filter.entered.connect(self._enter_results)
        self.filter.left.connect(self.leave_filter)
        self.results.escaped.connect(self.leave_filter)

    def _connect(self, view: TreeView, model: TreeModel) -> None:
        view.setModel(model)
        self._stack.addWidget(view)
        model.failed.connect(self.failed)
        model.renamed.connect(lambda node, name: self.wanted.emit(*arranging.renamed(node, name)))
        model.nameless.connect(lambda: self.told.emit(self.tr("A name cannot be empty. It stays as it was.")))
        view.selectionModel().selectionChanged.connect(self.selection_changed)
        view.selectionModel().currentChanged.connect(self._on_current)
        view.menu_wanted.connect(self.menu_wanted)
        view.chosen.connect(self._choose)

    # What is shown and selected

    @property
    def shown(self) -> TreeView:
        """The rows that are in sight: the tree's, or those that the filter has found."""
        return self._stack.currentWidget()

    def refresh(self) -> None:
        """Read the library's outline anew."""
        self.model.refresh()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read anew what an act has touched; what was moved is selected then where it is now."""
        if self._moved and touched.issuperset(self._moved):
            self._touched, self._moved = frozenset(self._moved), ()
        self.matches.refresh_touched(touched)
        self.model.refresh_touched(touched)

    def selected(self) -> list[Node]:
        """Return the selected nodes in the order of the tree."""
        view = self.shown
        rows = {id(node): node for node in map(view.model().node, view.selectionModel().selectedRows())}
        return sorted(rows.values(), key=Node.path)

    def is_at_manuscripts(self, at: QPoint) -> bool:
        """Whether the manuscripts, or an article among them, are at a point of the screen."""
        view = self.shown
        if not view.isVisible():
            return False
        index = view.indexAt(view.viewport().mapFromGlobal(at))
        node = view.model().node(index) if index.isValid() else None
        return node is not None and (node.kind is Kind.INBOX or node.ancestor(Kind.INBOX) is not None)

    def current(self) -> Node | None:
        """Return the current node, or None if nothing is current."""
        index = self.shown.currentIndex()
        return self.shown.model().node(index) if index.isValid() else None

    def show_issue(self, issue_id: str) -> None:
        """Unfold an issue and what it stands in, now or once it is in the tree."""
        self._unfold_when_filled = issue_id
        self._unfold()

    def select(self, ids: tuple[str, ...]) -> None:
        """Select rows by their ids, now or, if they are not in the tree yet, once they are."""
        self._select_when_filled = ids
        self._new = self._touched = frozenset()
        self._select_waiting()

    def select_new(self, ids: frozenset[str]) -> None:
        """Select the first article among *ids* that is not in the tree now, as soon as it is there."""
        self._new = frozenset(
            article for article in ids if not self.model.find(Kind.ARTICLE, article).isValid()
        )

    def select_touched(self, ids: frozenset[str]) -> None:
        """Select what a step has changed that was taken back or done again, once it was read anew."""
        self._new, self._touched = frozenset(), ids

    # What a person does

    def move_selected(self, step: int) -> None:
        """Move the selected articles or sections one place up (-1) or down (1) within the issue."""
        self._carry_out(Arranging(self.model).step(self.selected(), step))

    def move_to(self, place: Place, rows: Dragged, beside: Place | None = None) -> None:
        """Move rows to a place, sections to *beside* if that is another."""
        self._carry_out(Arranging(self.model).move(rows, place, beside))

    def rename_selected(self) -> None:
        """Let the name of the current row be typed over."""
        self.shown.edit(self.shown.currentIndex())

    def rename_when_there(self, section_id: str) -> None:
        """Let the title of a section that is being added be typed, once the tree knows it."""
        self.leave_filter()
        self._rename_when_filled = section_id

    def _drop(self, rows: Dragged, place: Place) -> None:
        if place.kind is Kind.BIN:
            kinds = (Kind.ARTICLE, Kind.SECTION)
            ids = (*rows.articles, *rows.sections)
            found = [(each, self._find(each, kinds)) for each in ids]
            # what is dragged from the register may stand where the tree was not unfolded yet
            self.bin_wanted.emit(
                [
                    self.model.node(index) if index.isValid() else Node(Kind.ARTICLE, each, "")
                    for each, index in found
                ]
            )
        else:
            self._carry_out(Arranging(self.model).move(rows, place))

    def _carry_out(self, wanted: arranging.Wanted | None) -> None:
        """Ask for a rearrangement and keep what it moves selected; nothing is asked that changes nothing."""
        if wanted is None:
            return
        self.model.know_issue(wanted.issue_id)
        self._moved = wanted.ids
        self.wanted.emit(wanted.work, wanted.words)

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
            view = self.shown
            view.setExpanded(view.currentIndex(), not view.isExpanded(view.currentIndex()))

    # The filter

    def begin_filter(self) -> None:
        """Let words be typed that narrow the tree down."""
        self.filter.field.setFocus()
        self.filter.field.selectAll()

    def leave_filter(self) -> None:
        """Show the whole tree again, as it was; an article that was opened meanwhile is selected in it."""
        self.filter.clear()
        if self.filter.isAncestorOf(self.focusWidget() or self):
            self.view.setFocus()

    def _search(self, words: str) -> None:
        if words:
            self.matches.search(words)
        elif self.shown is self.results:
            had_focus = self.results.hasFocus()
            self.matches.search("")
            self.filter_left.emit()
            self._stack.setCurrentWidget(self.view)
            self.setFocusProxy(self.view)
            opened, self._opened_result = self._opened_result, ""
            if opened:
                self.select((opened,))
            if had_focus:
                self.view.setFocus()
            self.selection_changed.emit()

    def _show_found(self, count: int, more: bool) -> None:
        if not self.filter.words:
            return
        many = self.tr("{count} and more") if more else self.tr("{count} found")
        self.filter.show_count(many.format(count=count))
        nothing = self.tr("No article has these words. Esc shows all of them again.")
        self.results.hint = nothing if self.matches.settled_words else ""
        self.results.expandAll()
        if self.shown is not self.results:
            self._stack.setCurrentWidget(self.results)
            self.setFocusProxy(self.results)
            self.selection_changed.emit()

    def _enter_results(self) -> None:
        """Go down to the first article that was found; without words, to the tree."""
        if self.shown is self.results and not self.results.selectionModel().hasSelection():
            first = next((node for node in self.matches.walk() if node.kind is Kind.ARTICLE), None)
            if first is not None:
                self.results.setCurrentIndex(self.matches.find(first.kind, first.id))
        self.shown.setFocus()

    # What was asked for before the tree knew it

    def _unfold_newest(self) -> None:
        """The newest year of each publication stands open from the beginning."""
        self._begun = True
        for row in range(self.model.rowCount()):
            publication = self.model.index(row, 0)
            if self.model.node(publication).kind is Kind.PUBLICATION:
                self.view.expand(publication)
                self.view.expand(self.model.index(0, 0, publication))

    def _unfold_sections(self, issue_id: str) -> None:
        """An issue's sections stand open when it is seen first; later it is as the person leaves it."""
        index = self.model.holder(issue_id)
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
            self._select([section])  # alone: with Ctrl still down a view would add it to the selection
            self.view.edit(section)

    def _unfold(self) -> None:
        issue = self.model.holder(self._unfold_when_filled)
        if issue.isValid():
            wanted, self._unfold_when_filled = self._unfold_when_filled, ""
            self._reveal(issue)
            self.view.expand(issue)
            self.model.know_issue(wanted)

    def _select_waiting(self) -> None:
        found = [self._find(wanted) for wanted in self._select_when_filled]
        if found and all(index.isValid() for index in found):
            self._select_when_filled = ()
            self._select(found)

    def _select_arrived(self, issue_id: str) -> None:
        if not issue_id or not self._new:
            return
        arrived = [self.model.find(Kind.ARTICLE, each) for each in self._new]
        there = sorted(
            (index for index in arrived if index.isValid()), key=lambda i: self.model.node(i).path()
        )
        if there:
            self._new = frozenset()
            self._select(there[:1])

    def _select_touched(self) -> None:
        """Select the deepest rows of a step that was taken back; none if that has taken rows away."""
        touched, self._touched = self._touched, frozenset()
        known = {each: self._find(each) for each in touched}
        hidden = {
            each for each in touched if self.model.issue_of_section(each)
        }  # an unnamed section has no row
        if not all(index.isValid() or each in hidden for each, index in known.items()):
            return
        for kind in _KINDS:
            found = [
                index for index in known.values() if self.model.node(index).kind is kind and index.isValid()
            ]
            if found:
                self._select(sorted(found, key=lambda index: self.model.node(index).path()))
                return

    def _find(self, node_id: str, kinds: tuple[Kind, ...] = (*_KINDS, Kind.BIN)) -> QModelIndex:
        found = (self.model.find(kind, node_id) for kind in kinds)
        return next((index for index in found if index.isValid()), QModelIndex())

    def _select(self, found: list[QModelIndex]) -> None:
        selection = self.view.selectionModel()
        self._reveal(found[0])
        stayed = selection.currentIndex() == found[0]
        selection.setCurrentIndex(found[0], _FLAG.ClearAndSelect | _FLAG.Rows)
        if stayed:
            self._on_current(found[0])  # the row may stand in another issue now
        for index in found[1:]:
            self._reveal(index)
            selection.select(index, _FLAG.Select | _FLAG.Rows)
        self.view.scrollTo(found[0])

    def _reveal(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            self.view.expand(above)
            above = above.parent()

    def _on_current(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        selection = (self.results if index.model() is self.matches else self.view).selectionModel()
        if not selection.hasSelection():  # the row before it was deleted
            selection.select(index, _FLAG.Select | _FLAG.Rows)
        node = index.model().node(index)
        if node.hit is not None:
            self._opened_result = node.id
            self.found_opened.emit(node.hit, self.filter.words)
            return
        holder = node.holder
        if holder is not None:
            self.issue_opened.emit(holder.id)
        if node.kind is Kind.ARTICLE:
            self._opened_result = node.id if index.model() is self.matches else ""
            self.article_opened.emit(node.id)

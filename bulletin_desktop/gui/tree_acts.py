"""What the window's actions do to the rows that are selected in the tree."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.tree import joining
from bulletin_desktop.gui.tree.clipping import Clipping
from bulletin_desktop.gui.tree.move_flow import MoveFlow
from bulletin_desktop.gui.tree.nodes import STATES, Kind, Node
from bulletin_desktop.gui.tree.panel import TreePanel

FIELDS = ("kicker", "headline", "subtitle", "credit")
_STORED = {Kind.ARTICLE, Kind.SECTION, Kind.ISSUE, Kind.PUBLICATION}
_MOVED = {Kind.ARTICLE, Kind.SECTION}
_MENUS: dict[Kind, tuple[str, ...]] = {
    Kind.PUBLICATION: ("new_issue", "publication_fields", "", "rename", "", "delete"),
    Kind.YEAR: ("new_issue",),
    Kind.ISSUE: ("new_article", "new_section", "", "paste", "issue_fields", "send_issue", "", "delete"),
    Kind.SECTION: (
        *("rename", "new_article", "new_section", "", "cut", "copy", "paste", "duplicate", ""),
        *("move_up", "move_down", "move_to", "", "delete"),
    ),
    Kind.ARTICLE: (
        *("state", "rename", "new_article", "", "cut", "copy", "paste", "duplicate", ""),
        *("move_up", "move_down", "move_to", "merge", "", "send_articles", "", "delete"),
    ),
    Kind.INBOX: ("register", "", "new_article", "paste"),
    Kind.BIN: ("restore",),
    Kind.BIN_ITEM: ("restore",),
    Kind.TEXTS: ("search",),
}
"""The actions for the current row by their names; an empty one is a separator, "state" the menu of states."""


class TreeActs(QObject):
    """Each act saves first what was typed, so that it acts upon what is on the screen."""

    def __init__(self, window: QWidget, session: IssueSession, work: DeskWork, editing: Editing) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._work = work
        self._editing = editing
        self._tree: TreePanel = window.tree
        self._states = QActionGroup(self)
        self._place = ("", "", 0)  # of the cursor: article, block, offset
        self.clipping = Clipping(window, work, editing)
        self.moves = MoveFlow(window)
        self._connect()
        self._enable()

    def _connect(self) -> None:
        tree = self._tree
        does: dict[str, Callable[[], object]] = {
            "issue_fields": self.edit_issue,
            "new_section": self.new_section,
            "new_article": self.new_article,
            "rename": self.rename,
            "move_up": lambda: tree.move_selected(-1),
            "move_down": lambda: tree.move_selected(1),
            "delete": lambda: self.delete(tree.selected()),
            "restore": self.restore,
            "filter_tree": self._filter,
            "duplicate": self.clipping.duplicate,
            "move_to": self.moves.open,
            "merge": self.merge,
            "split": self.split,
        }
        for name, slot in does.items():
            self._named(name).triggered.connect(lambda _checked=False, slot=slot: slot())
        for state in STATES:
            action = self._named(f"state_{state}")
            action.setData(state)
            self._states.addAction(action)
        self._states.triggered.connect(lambda action: self.set_state(action.data()))
        tree.menu_wanted.connect(self._show_menu)
        tree.selection_changed.connect(self._enable)
        tree.model.filled.connect(self._enable)
        tree.text_wanted.connect(self._window.editor.setFocus)
        tree.restore_wanted.connect(self.restore)
        tree.bin_wanted.connect(self.delete)
        self._editing.issue_shown.connect(self._enable)
        self._editing.place_changed.connect(self._enable)
        self._window.editor.cursor_moved.connect(self._note_place)

    def edit_issue(self) -> None:
        """Let the details of the open issue be changed."""
        self._editing.settle()
        if self._session.issue is not None:
            self._window.issues.edit(self._session.issue)

    def new_section(self) -> None:
        """Add a section to the open issue and let its title be typed."""
        self._editing.settle()
        if self._session.issue is not None:
            self._tree.show_issue(self._session.issue.id)
            self._tree.rename_when_there(self._work.new_section(self._session.issue))

    def new_article(self) -> None:
        """Add an article to the section a person stands in, and let it be written."""
        self._editing.settle()
        if self._session.issue is None:
            return
        node = self._tree.current()
        section = node.section_id or (node.id if node.kind is Kind.SECTION else "") if node else ""
        self._tree.show_issue(self._session.issue.id)
        self._editing.open_article(self._work.new_article(self._session.issue, section))
        self._window.editor.setFocus()

    def rename(self) -> None:
        """Let a name be typed over where it stands; an issue's is made of its details."""
        node = self._tree.current()
        if node is not None and node.kind is Kind.ISSUE:
            self.edit_issue()
        elif node is not None:
            self._tree.rename_selected()

    def set_state(self, state: str) -> None:
        """Say how far the selected articles have come."""
        chosen = [node for node in self._tree.selected() if node.kind is Kind.ARTICLE]
        self._editing.settle()
        self._work.set_state(chosen, state)
        self._enable()  # the menu's mark follows the articles, not the click

    def delete(self, nodes: list[Node]) -> None:
        """Move rows to the recycle bin."""
        self._editing.settle()
        self._work.delete(nodes)

    def restore(self) -> None:
        """Put the selected rows of the recycle bin back."""
        self._work.restore(self._tree.selected())

    def merge(self) -> None:
        """Make one article of those that are selected, the first of them."""
        chosen = [node for node in self._tree.selected() if node.kind is Kind.ARTICLE]
        if len(chosen) < 2:
            return
        self._editing.settle()
        first, count = chosen[0].id, len(chosen)
        self._work.work(
            joining.merged([node.id for node in chosen]),
            self.tr("Merge articles"),
            then=lambda: self._merged(first, count),
        )

    def _merged(self, article_id: str, count: int) -> None:
        self._tree.select((article_id,))
        words = self.tr("{count} articles are one now; the others are in the recycle bin as they were")
        self._work.done.emit(words.format(count=count))

    def split(self) -> None:
        """Make two articles of the one that is open, parted where the cursor stands."""
        self._editing.settle()  # tells where the cursor stands after what was typed a moment ago
        article, block, offset = self._place
        if self._session.issue is None or self._session.article(article) is None:
            return
        made: list[str] = []
        self._work.work(
            joining.split(article, block, offset, self._session.issue.id, made),
            self.tr("Split article"),
            then=lambda: self._open_second(made[0]),
        )

    def _open_second(self, article_id: str) -> None:
        self._editing.open_article(article_id)
        self._tree.select((article_id,))
        self._window.editor.setFocus()
        self._work.done.emit(self.tr("The article was split; this is the second part"))

    def _note_place(self, article: str, block: str, offset: int) -> None:
        self._place = (article, block, offset)
        self._enable_split()

    def _enable_split(self) -> None:
        article, block, _ = self._place
        open_here = bool(article) and article == self._editing.article_id
        self._named("split").setEnabled(open_here and block not in FIELDS)

    def _filter(self) -> None:
        self._window.action_show_tree.setChecked(True)
        self._tree.setVisible(True)
        self._tree.begin_filter()

    def _named(self, name: str) -> QAction:
        return getattr(self._window, f"action_{name}")

    def _enable(self) -> None:
        chosen = self._tree.selected()
        kinds = {node.kind for node in chosen}
        enabled = {
            "delete": bool(kinds) and kinds <= _STORED,
            "restore": kinds == {Kind.BIN_ITEM},
            "rename": len(chosen) == 1 and kinds <= _STORED,
            "move_up": len(kinds) == 1 and kinds <= _MOVED,
            "move_down": len(kinds) == 1 and kinds <= _MOVED,
            "new_article": self._session.issue is not None,
            "duplicate": bool(kinds) and kinds <= _MOVED,
            "move_to": bool(kinds) and kinds <= _MOVED,
            "merge": kinds == {Kind.ARTICLE} and len(chosen) > 1,
        }
        for name, value in enabled.items():
            self._named(name).setEnabled(value)
        self._enable_split()
        states = {node.state for node in chosen}
        self._window.menu_state.setEnabled(kinds == {Kind.ARTICLE})
        for action in self._states.actions():
            action.setEnabled(kinds == {Kind.ARTICLE})
            action.setChecked(states == {action.data()})

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        for name in self._offers():
            if name == "state":
                menu.addAction(self._window.menu_state.menuAction())  # addMenu would take its wrapper away
            elif name:
                menu.addAction(self._named(name))
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _offers(self) -> tuple[str, ...]:
        node = self._tree.current()
        if node is None:
            return ("new_issue",)
        return _MENUS[node.kind]

    def detach(self) -> None:
        """Stop listening to the clipboard and the focus, before the panes go."""
        self.clipping.detach()
        self.moves.detach()

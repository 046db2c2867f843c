"""What the window's actions do to the rows that are selected in the tree."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.tree.nodes import STATES, Kind, Node
from bulletin_desktop.gui.tree.panel import TreePanel

_STORED = {Kind.ARTICLE, Kind.SECTION, Kind.ISSUE, Kind.PUBLICATION}
_MOVED = {Kind.ARTICLE, Kind.SECTION}
_MENUS: dict[Kind, tuple[str, ...]] = {
    Kind.PUBLICATION: ("new_issue", "", "rename", "", "delete"),
    Kind.YEAR: ("new_issue",),
    Kind.ISSUE: ("new_article", "new_section", "", "paste", "issue_fields", "", "delete"),
    Kind.SECTION: (
        *("rename", "new_article", "", "cut", "copy", "paste"),
        *("", "move_up", "move_down", "", "delete"),
    ),
    Kind.ARTICLE: (
        *("state", "", "rename", "new_article", "", "cut", "copy", "paste"),
        *("", "move_up", "move_down", "", "delete"),
    ),
    Kind.INBOX: ("new_article", "paste"),
    Kind.BIN: ("restore",),
    Kind.BIN_ITEM: ("restore",),
}
"""The actions for the current row by their names; an empty one is a separator, "state" the menu of states."""


class TreeActs(QObject):
    """Each act saves first what was typed, so that it acts upon what is on the screen."""

    def __init__(
        self, window: QWidget, session: IssueSession, work: DeskWork, editing: Editing, issues: IssueFlow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._work = work
        self._editing = editing
        self._issues = issues
        self._tree: TreePanel = window.tree
        self._states = QActionGroup(self)
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

    def edit_issue(self) -> None:
        """Let the details of the open issue be changed."""
        self._editing.settle()
        if self._session.issue is not None:
            self._issues.edit(self._session.issue)

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
        }
        for name, value in enabled.items():
            self._named(name).setEnabled(value)
        states = {node.state for node in chosen}
        self._window.menu_state.setEnabled(kinds == {Kind.ARTICLE})
        for action in self._states.actions():
            action.setEnabled(kinds == {Kind.ARTICLE})
            action.setChecked(states == {action.data()})

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        for name in self._offers():
            if name == "state":
                menu.addMenu(self._window.menu_state)
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

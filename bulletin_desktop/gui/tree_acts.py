"""What the window's actions do to the rows that are selected in the tree."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.panel import TreePanel

_STORED = {Kind.ARTICLE, Kind.SECTION, Kind.ISSUE, Kind.PUBLICATION}


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
        self._tree.menu_wanted.connect(self._show_menu)
        self._tree.selection_changed.connect(self._enable)
        self._tree.text_wanted.connect(window.editor.setFocus)
        self._tree.restore_wanted.connect(self.restore)
        self._enable()

    def edit_issue(self) -> None:
        """Let the details of the open issue be changed."""
        self._editing.settle()
        if self._session.issue is not None:
            self._issues.edit(self._session.issue)

    def new_section(self) -> None:
        """Add a section to the open issue and let its title be typed."""
        self._editing.settle()
        if self._session.issue is not None:
            self._tree.rename_when_there(self._work.new_section(self._session.issue))

    def new_article(self) -> None:
        """Add an article to the section a person stands in, and let it be written."""
        self._editing.settle()
        if self._session.issue is None:
            return
        node = self._tree.current()
        section = node.section_id or (node.id if node.kind is Kind.SECTION else "") if node else ""
        self._editing.open_article(self._work.new_article(self._session.issue, section))
        self._window.editor.setFocus()

    def rename(self) -> None:
        """Change a title: a section's here, an issue's in its details, an article's in its headline."""
        node = self._tree.current()
        if node is None:
            return
        if node.kind is Kind.SECTION:
            self._tree.rename_selected()
        elif node.kind is Kind.ISSUE:
            self.edit_issue()
        elif node.kind is Kind.ARTICLE:
            self._window.editor.go_to("headline", 0)

    def move_up(self) -> None:
        """Move the selected rows one place up."""
        self._tree.move_selected(-1)

    def move_down(self) -> None:
        """Move the selected rows one place down."""
        self._tree.move_selected(1)

    def delete(self) -> None:
        """Move the selected rows to the recycle bin."""
        self._editing.settle()
        self._work.delete(self._tree.selected())

    def restore(self) -> None:
        """Put the selected rows of the recycle bin back."""
        self._work.restore(self._tree.selected())

    def _named(self, name: str) -> QAction:
        return getattr(self._window, f"action_{name}")

    def _enable(self) -> None:
        kinds = {node.kind for node in self._tree.selected()}
        self._named("delete").setEnabled(bool(kinds) and kinds <= _STORED)
        self._named("restore").setEnabled(kinds == {Kind.BIN_ITEM})
        self._named("rename").setEnabled(bool(kinds & {Kind.ARTICLE, Kind.SECTION, Kind.ISSUE}))
        for name in ("move_up", "move_down"):
            self._named(name).setEnabled(kinds in ({Kind.ARTICLE}, {Kind.SECTION}))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        for name in self._offers():
            menu.addAction(self._named(name)) if name else menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _offers(self) -> tuple[str, ...]:
        """The names of the actions for the current row; an empty one is a separator."""
        node = self._tree.current()
        if node is not None and node.kind in (Kind.BIN, Kind.BIN_ITEM):
            return ("restore",)
        if node is not None and node.ancestor(Kind.ISSUE) is not None:
            here = ("rename", "move_up", "move_down", "", "new_article", "new_section", "issue_fields")
            return (*here, "", "delete")
        if node is not None and node.kind is Kind.PUBLICATION:
            return ("new_issue", "", "delete")
        return ("new_issue",)

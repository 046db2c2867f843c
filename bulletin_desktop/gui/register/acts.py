"""What a person does to the manuscripts chosen in the register, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.recent import issue_names
from bulletin_desktop.gui.register.columns import Column, Words, with_text
from bulletin_desktop.gui.tree.nodes import Kind, Node, issue_title
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services import acts
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

Rows = Sequence[ManuscriptRow]


class RegisterActs(QObject):
    """Acts upon rows of the register through the window's one undo stack."""

    def __init__(self, window: MainWindow, last_issue: Callable[[], Issue | None]) -> None:
        super().__init__(window)
        self._window = window
        self._last_issue = last_issue

    # Opening

    def open(self, row: ManuscriptRow) -> None:
        """Show the article where it stands."""
        window, issue_id = self._window, row.issue_id or MANUSCRIPTS
        if window.session.issue is not None and window.session.issue.id == issue_id:
            window.editing.open_article(row.article_id)
            window.tree.select((row.article_id,))
        else:
            window.editing.open_article(row.article_id)
            window.editing.open_issue(issue_id)
            window.tree.show_issue(issue_id)

    def show_use(self, row: ManuscriptRow) -> None:
        """Go to the issue in which a manuscript was used."""
        if row.issue_id:
            self.open(row)
            self._window.tree.select((row.article_id,))
            self._window.action_show_tree.setChecked(True)
            self._window.tree.setVisible(True)
            self._window.tree.setFocus()

    # Using

    def target(self) -> tuple[str, str]:
        """Return the issue that manuscripts are put into, by id and name; empty if there is none.

        It is the one that was open last: a manuscript that is being read is open in none.
        """
        known, last = self._window.tree.model.issues(), self._last_issue()
        if last is not None and last.id in known:
            return last.id, issue_title(last.number, last.supplement)
        newest = next(iter(known), "")
        return newest, issue_names(self._window.tree.model).get(newest, "")

    def adopt(self, rows: Rows) -> None:
        """Put manuscripts at the end of the open issue; what stands in an issue already stays there."""
        issue_id, name = self.target()
        free = [row for row in rows if row.state is not ManuscriptState.USED]
        if not issue_id:
            self._window.notices.say(self.tr("There is no issue yet. Make one with Ctrl+N first."))
        elif not free:
            used = next((row.used_in for row in rows), "")
            self._window.notices.say(self.tr("Used already in {issue}").format(issue=used))
        else:
            ids = tuple(row.article_id for row in free)
            self._window.tree.move_to(Place(Kind.ISSUE, issue_id), Dragged(ids))
            words = self.tr("{count} put into {issue}").format(count=len(ids), issue=name)
            self._window.work.done.emit(words)

    def adopt_to(self, rows: Rows) -> None:
        """Ask for the section or issue that manuscripts are put into."""
        ids = tuple(row.article_id for row in rows)
        if ids:
            self._window.tree_acts.moves.open(Dragged(ids))

    def take_back(self, rows: Dragged) -> None:
        """Take articles out of their issues again."""
        self._window.tree.move_to(Place(Kind.ISSUE, MANUSCRIPTS), Dragged(rows.articles))

    def set_state(self, rows: Rows, state: ManuscriptState) -> None:
        """Say what became of manuscripts; those in an issue are used as long as they stand there."""
        free = [row for row in rows if row.state is not ManuscriptState.USED]
        ids = tuple(row.article_id for row in free if row.state is not state)
        if rows and not free:
            self._window.notices.say(
                self.tr("What stands in an issue is used. Take it out of the issue first.")
            )
        if ids:
            self._window.editing.settle()
            self._window.work.act(acts.SetManuscriptStates(ids, state), self.tr("Set state of manuscripts"))

    def write(self, row: ManuscriptRow, column: Column, text: str) -> None:
        """Note who sent a manuscript, or the phone."""
        row = with_text(row, column, text)
        act = acts.UpdateManuscript(row.article_id, row.contributor, row.author, row.phone, row.note)
        words = {
            Column.CONTRIBUTOR: self.tr("Change the contributor"),
            Column.AUTHOR: self.tr("Change the author"),
        }
        self._window.work.act(act, words.get(column, self.tr("Change the phone")))

    def delete(self, rows: Rows) -> None:
        """Move manuscripts to the recycle bin."""
        untitled = Words().untitled
        nodes = [Node(Kind.ARTICLE, row.article_id, row.title or untitled) for row in rows]
        self._window.tree_acts.delete(nodes)

    def copy(self, rows: Rows) -> None:
        """Put rows on the clipboard, one a line, their cells with tabs between."""
        words = Words()
        if rows:
            lines = ("\t".join(text.replace("\t", " ") for text in words.texts(row)) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))

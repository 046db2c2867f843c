"""How tree, editor, preview and status bar follow one open issue and one open article."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.actions import Actions
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.empty import EmptyPage
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.status import StatusLine
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.commands import Work
    from bulletin_desktop.typeset.layout import Layout


class Editing(QObject):
    """Connects the panes through the session. *library_read* tells whether there is any issue."""

    library_read = Signal(bool)
    issue_shown = Signal(object)  # Issue or None
    place_changed = Signal(str, str)  # the issue and the article that are open, or empty
    stepped = Signal(str)  # what undo or redo in the tree has just done, in words

    def __init__(
        self, window: QWidget, session: IssueSession, work: DeskWork, actions: Actions, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._session = session
        self._work = work
        self._actions = actions
        self._status = status
        self._tree: TreePanel = window.tree
        self._editor: ArticleEditor = window.editor
        self._preview: PreviewPane = window.preview
        self._middle: QStackedWidget = window.middle
        self._empty: EmptyPage = window.empty
        self._undo: QAction = window.action_undo
        self._redo: QAction = window.action_redo
        self._in_library = False  # whose steps undo takes back: the library's, or the text's
        self._beside: list[QWidget] = [window.tree]  # where undo takes back the library's
        self._article_id = ""
        self._reload = False
        self._cursor: tuple[str, str, int] | None = None
        self._connect()

    def _connect(self) -> None:
        session, tree, editor = self._session, self._tree, self._editor
        tree.issue_opened.connect(self.open_issue)
        tree.article_opened.connect(self._choose_article)
        tree.model.filled.connect(self._after_reading)
        tree.wanted.connect(self._act)
        editor.edited.connect(session.edit)
        editor.edited.connect(lambda: self._undo_in(library=False))
        editor.cursor_moved.connect(self._follow)
        editor.selection_changed.connect(self._preview.choose)
        editor.selection_changed.connect(self._show_selection)
        editor.zoomed.connect(self._status.show_zoom)
        editor.role_changed.connect(self._actions.show_role)
        editor.marks_changed.connect(self._actions.show_marks)
        self._actions.role_chosen.connect(editor.set_role)
        self._actions.mark_chosen.connect(editor.toggle_mark)
        self._preview.clicked.connect(self._go_to)
        self._preview.selected.connect(self._select)
        session.opened.connect(self._show_issue)
        session.laid_out.connect(self._show_layout)
        session.typed.connect(self._status.show_typing)
        session.saved.connect(self._saved)
        self._work.changed.connect(self._changed)
        self._work.returned.connect(tree.select_touched)
        self._work.stack.indexChanged.connect(self._library_stepped)
        self._work.stack.canUndoChanged.connect(self._enable_undo)
        self._work.stack.canRedoChanged.connect(self._enable_undo)
        for action in (editor.undo_action(), editor.redo_action()):
            action.changed.connect(self._enable_undo)
        self._undo.triggered.connect(lambda: self._step_back(forward=False))
        self._redo.triggered.connect(lambda: self._step_back(forward=True))
        QApplication.instance().focusChanged.connect(self._focus_changed)
        self._editor.route_undo(self._undo.trigger, self._redo.trigger)
        self._enable_undo()

    # What is open

    @property
    def article_id(self) -> str:
        """The article in the editor, or empty."""
        return self._article_id

    def settle(self) -> None:
        """Hand over and save what was typed a moment ago."""
        self._editor.flush()
        self._session.flush()

    def undo_library_in(self, pane: QWidget) -> None:
        """Let undo take back the library's steps while the focus is in *pane*, as it does in the tree."""
        self._beside.append(pane)

    def detach(self) -> None:
        """Stop following the focus, before the panes go."""
        QApplication.instance().focusChanged.disconnect(self._focus_changed)
        stack, editor = self._work.stack, self._editor
        stack.indexChanged.disconnect(self._library_stepped)
        for signal in (stack.canUndoChanged, stack.canRedoChanged):
            signal.disconnect(self._enable_undo)
        for action in (editor.undo_action(), editor.redo_action()):
            action.changed.disconnect(self._enable_undo)

    def open_issue(self, issue_id: str) -> None:
        """Show an issue, with its first article unless another is asked for."""
        self._editor.flush()
        self._session.open(issue_id)

    def open_article(self, article_id: str) -> None:
        """Show an article, at once or as soon as its issue is there."""
        if self._article_id != article_id:
            self._editor.flush()
        self._article_id = article_id
        if self._session.article(article_id) is not None:
            self._show_article()

    def _choose_article(self, article_id: str) -> None:
        """Show the article a person has picked, in the preview too."""
        if article_id != self._article_id:
            self.open_article(article_id)
            self._follow(article_id, self._beginning(article_id), 0)

    def _beginning(self, article_id: str) -> str:
        article = self._session.article(article_id)
        headless = article is not None and not article.headline and article.blocks
        return article.blocks[0].id if headless else "headline"

    def _show_issue(self, issue: Issue | None) -> None:
        self.issue_shown.emit(issue)
        if issue is None:
            self._article_id = ""
            self._preview.set_layout(None)
        elif self._session.article(self._article_id) is None:
            first = next(issue.articles(), None)
            self._article_id = first.id if first else ""
        self._show_article()
        if issue is not None:
            self._point_at_article(issue.id)

    def _point_at_article(self, issue_id: str) -> None:
        """Select the open article in the tree, or its empty issue, unless the person stands elsewhere in it:
        keys must not reach what is no longer shown.
        """
        node = self._tree.current()
        around = node.holder if node else None
        if around is None or around.id != issue_id or not self._tree.selected():
            self._tree.select((self._article_id or issue_id,))

    def _show_article(self) -> None:
        article = self._session.article(self._article_id)
        issue = self._session.issue
        self._editor.set_article(article, self._session.template if article else None)
        self._middle.setCurrentWidget(self._editor if article else self._empty)
        inbox = issue is not None and issue.id == MANUSCRIPTS
        self._empty.show_state(issue_open=issue is not None, inbox=inbox)
        printed = issue is not None and not inbox
        self._actions.enable(issue=printed, article=article is not None)
        self._show_figures()
        self.place_changed.emit(issue.id if issue else "", self._article_id)

    def _show_layout(self, layout: Layout) -> None:
        self._preview.set_layout(layout)
        if self._cursor is not None and self._session.article(self._cursor[0]) is not None:
            self._preview.follow(*self._cursor)
        if self._session.issue is not None:
            self._tree.model.show_pages(self._session.issue.id, len(layout.pages))
        self._show_figures()

    def _show_figures(self) -> None:
        article = self._session.article(self._article_id)
        layout = self._session.layout
        self._status.show_figures(self._session.issue, article, len(layout.pages) if layout else 0)

    def _show_selection(self, _article: str, selected: object) -> None:
        self._status.show_selection(self._editor.selected_characters() if selected else 0)

    def _follow(self, article: str, block: str, offset: int) -> None:
        self._cursor = (article, block, offset)
        self._preview.follow(article, block, offset)

    def _go_to(self, article: str, block: str, offset: int) -> None:
        self._open_beside(article)
        self._editor.go_to(block, offset)

    def _select(self, article: str, block: str, offset: int, last_block: str, last_offset: int) -> None:
        """Select in the editor what was selected on the pages."""
        self._open_beside(article)
        self._editor.select((block, offset), (last_block, last_offset))

    def _open_beside(self, article: str) -> None:
        """Open the article a person points at on the pages."""
        if article != self._article_id:
            self.open_article(article)
            self._tree.select((article,))

    # The library

    def _act(self, work: Work, words: str) -> None:
        self.settle()
        self._work.work(work, words)

    def _changed(self, touched: frozenset[str]) -> None:
        issue = self._session.issue
        self._reload = self._reload or (issue is not None and issue.id in touched)
        self._tree.select_new(touched)
        self._tree.refresh_touched(touched)

    def _after_reading(self, issue_id: str) -> None:
        if issue_id:
            return
        issue = self._session.issue
        if issue is not None and not self._tree.model.holder(issue.id).isValid():
            self._session.close()
        elif self._reload:
            self._session.reload()
        self._reload = False
        self.library_read.emit(self._tree.model.holds_anything())

    def _saved(self, at: dt.datetime) -> None:
        self._status.show_saved(at)
        if self._session.issue is not None:
            self._tree.model.refresh_issue(self._session.issue.id)

    # Undo takes back what was done last: in the tree and by dialogs to the library, in the editor to the text

    def _focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._stands_beside(now):
            self._undo_in(library=True)
        elif now is not None and self._editor.isAncestorOf(now) and old and self._stands_beside(old):
            self._undo_in(library=False)
        if now is None:
            self.settle()

    def _stands_beside(self, focus: QWidget) -> bool:
        return any(pane.isAncestorOf(focus) for pane in self._beside)

    def _library_stepped(self) -> None:
        self._undo_in(library=True)

    def _undo_in(self, library: bool) -> None:
        self._in_library = library
        self._enable_undo()

    def _enable_undo(self) -> None:
        stack = self._work.stack
        self._undo.setEnabled(stack.canUndo() if self._in_library else self._editor.undo_action().isEnabled())
        self._redo.setEnabled(stack.canRedo() if self._in_library else self._editor.redo_action().isEnabled())

    def _step_back(self, forward: bool) -> None:
        self._editor.flush()  # a key that has just been typed is what was done last
        if not self._in_library:
            outside = not forward and self._editor.undoes_outside()
            (self._editor.redo_action() if forward else self._editor.undo_action()).trigger()
            if outside:
                words = self.tr("Undone in this article alone. Ctrl+Z in the tree takes it back everywhere")
                self.stepped.emit(words)
            return
        self.settle()
        stack = self._work.stack
        if forward:
            words = self.tr("Redone: {step}").format(step=stack.redoText())
            stack.redo()
        else:
            words = self.tr("Undone: {step}").format(step=stack.undoText())
            stack.undo()
        self.stepped.emit(words)

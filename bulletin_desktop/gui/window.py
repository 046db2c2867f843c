"""The main window: the frame that is painted first, and what it says, keeps and asks before it closes.

What stands in it and works there is made by `workplace.furnish`, flows by `flows`, the rest by `features`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QStackedWidget, QWidget

from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui import flows, forms
from bulletin_desktop.gui.actions import Actions
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.messages import Messages
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.status import StatusLine
from bulletin_desktop.gui.theme import Scheme, Theme
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.gui.backend import Lane
    from bulletin_desktop.gui.desk_work import DeskWork
    from bulletin_desktop.gui.editing import Editing
    from bulletin_desktop.gui.editor.article_editor import ArticleEditor
    from bulletin_desktop.gui.empty import EmptyPage
    from bulletin_desktop.gui.features import Feature
    from bulletin_desktop.gui.notices import NoticeBar
    from bulletin_desktop.gui.panels.area import PanelArea
    from bulletin_desktop.gui.panes import Panes
    from bulletin_desktop.gui.picture_store import PictureStore
    from bulletin_desktop.gui.preview.exact_check import ExactCheck
    from bulletin_desktop.gui.preview.fit_offer import FitOffer
    from bulletin_desktop.gui.preview.pane import PreviewPane
    from bulletin_desktop.gui.session import IssueSession
    from bulletin_desktop.gui.strip import PreviewStrip
    from bulletin_desktop.gui.tree.panel import TreePanel
    from bulletin_desktop.gui.tree_acts import TreeActs
    from bulletin_desktop.gui.welcome import WelcomePage
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.typeset.measures import Measures

MINIMUM = (800, 420)  # 1366 x 768 at 150 % leaves 910 x 430
BUSY = 100  # ms after which reading or writing a file is shown


class MainWindow(QMainWindow):
    """One window upon one library. It can be shown at once, and used after `start()`.

    `parcels` carries the paths of exchange files that came among manuscripts, `original_wanted` the name and
    the SHA-256 of a manuscript's file that a person wants to see, `intake_settings_wanted` a wish for those.
    """

    parcels = Signal(object)
    original_wanted = Signal(str, str)
    intake_settings_wanted = Signal()

    # By the forms
    tree: TreePanel
    editor: ArticleEditor
    preview: PreviewPane
    strip: PreviewStrip
    welcome: WelcomePage
    empty: EmptyPage
    pages: QStackedWidget
    work_page: QWidget
    whole: QSplitter
    panes: QSplitter
    column: QSplitter
    middle: QStackedWidget
    panels: PanelArea

    # By `workplace.furnish`
    measures: Measures
    arrangement: Panes
    notices: NoticeBar
    files: Lane
    pictures: PictureStore
    session: IssueSession
    work: DeskWork
    editing: Editing
    check: ExactCheck
    fit: FitOffer
    tree_acts: TreeActs

    # When they are first asked for
    exports = cached_property(flows.exports)
    prints = cached_property(flows.prints)
    outputs = cached_property(flows.outputs)
    inserts = cached_property(flows.inserts)
    intake = cached_property(flows.intake)
    review = cached_property(flows.review)
    issues = cached_property(flows.issues)
    templates = cached_property(flows.templates)

    def __init__(self, backend: Backend, theme: Theme, memory: Memory, catalog: Catalog) -> None:
        super().__init__()
        self.backend, self.theme, self.memory, self.catalog = backend, theme, memory, catalog
        self.ends: list[Callable[[], object]] = [  # what ends with the window, the last one first
            backend.close,
            backend.drafts.forget_files,  # originals that no review needs
        ]
        self.features: tuple[Feature, ...] = ()
        self.next_library: Path | None = None  # what to open once this window is closed
        self.do_first: Callable[[], str] | None = None  # … after this
        self._furnished = False
        self._restoring = True
        self._closing = self._ended = False
        self.ends_with_session = False  # all is kept, and there is no time for questions
        forms.fill(self, "main_window")
        self.messages = Messages(self)
        self.form_actions = Actions(self)
        self.status = StatusLine(self.status_bar, backend.path)
        self._busy = QTimer(self, singleShot=True, interval=BUSY)
        self._busy.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BusyCursor))
        theme.changed.connect(self.form_actions.retint)
        theme.changed.connect(self.status.retint)
        self.form_actions.schemes.triggered.connect(lambda action: self._choose_scheme(action.data()))
        getattr(self, f"action_scheme_{theme.scheme}").setChecked(True)
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self.pages.setFocus()
        if not memory.restore_window(self):
            self.resize(1280, 800)

    def start(self) -> None:
        """Make what stands in the frame, and read the library; what was open yesterday opens again."""
        from bulletin_desktop.gui import features, workplace

        workplace.furnish(self)
        self._furnished = True
        self.features = features.upon(self)
        self.panels.restore(self.memory.panels)
        self.backend.wait_until_open()
        self.tree.refresh()

    def warm_up(self) -> None:
        """Make the flows nobody has asked for yet, one at a time, so that no first use is slow."""
        flows = (name for name, each in vars(MainWindow).items() if isinstance(each, cached_property))
        wanting = next((name for name in flows if not self._has(name)), None)
        if wanting and self.backend.is_open:
            getattr(self, wanting)
            QTimer.singleShot(0, self, self.warm_up)

    def _has(self, flow: str) -> bool:
        return flow in vars(self)

    @property
    def reviewing(self) -> bool:
        """Whether manuscripts are under review."""
        return self._has("review") and self.review.page is not None

    def show_busy(self, busy: bool) -> None:
        """Show, if it takes long, that a file is read or written."""
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._furnished:
            self.arrangement.resized(event.oldSize().width(), event.size().width())
        super().resizeEvent(event)

    # What is open

    def library_read(self, has_issues: bool) -> None:
        """Show the work or, in an empty library, where to begin; what was open yesterday opens once."""
        if self.reviewing:
            return
        self.pages.setCurrentWidget(self.work_page if has_issues else self.welcome)
        self.tool_bar.setVisible(has_issues)
        self.status_bar.setVisible(has_issues)
        if has_issues and self._restoring:
            self._restoring = False
            issue, article = self.memory.place
            known = (*self.tree.model.issues(), MANUSCRIPTS)
            self.editing.open_article(article)
            self.open_issue(issue if issue in known else known[0])

    def forget_yesterday(self) -> None:
        """What was open last time gives way to what is stored now."""
        self._restoring = False

    def open_issue(self, issue_id: str) -> None:
        """Show an issue in every pane."""
        self.editing.open_issue(issue_id)
        self.tree.show_issue(issue_id)

    def show_title(self, issue: Issue | None) -> None:
        """Name the open issue in the title bar."""
        name = self.tr("Bulletin Desktop")
        if issue is not None and issue.id == MANUSCRIPTS:
            name = f"{self.tr('Manuscripts')} — {name}"
        elif issue is not None:
            number = issue_title(issue.number, issue.supplement)
            name = f"{issue.masthead.name} {issue.year} {number} — {name}"
        self.setWindowTitle(name)

    # Acts

    def say_done(self, words: str) -> None:
        """Say what was done to the library, and offer to take it back."""
        self.notices.say(words, (self.tr("Undo"), self.work.stack.undo))

    def template_saved(self, words: str, kept: bool) -> None:
        """Say what was stored of a look, and what an exported issue keeps."""
        if not kept:
            self.say_done(words)
            return
        undo = (self.tr("Undo"), self.work.stack.undo)
        words = self.tr("{done}. This issue was exported and keeps its look.").format(done=words)
        self.notices.say(words, (self.tr("Set it anew"), self.templates.renew), undo)

    def _choose_scheme(self, scheme: str) -> None:
        self.memory.scheme = Scheme(scheme)
        self.theme.choose(Scheme(scheme))

    # Intake

    def show_review(self) -> None:
        """Leave the whole window to the review."""
        for bar in (self.menu_bar, self.tool_bar, self.status_bar):
            bar.hide()

    def leave_review(self) -> None:
        """Go back to the work."""
        self.pages.setCurrentWidget(self.work_page)
        self.menu_bar.show()
        self.tree.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self.tree.is_at_manuscripts(self.mapToGlobal(event.position().toPoint())):
            self.review.aim_at_manuscripts()
        self.intake.take(event.mimeData())

    # Trouble, and the end

    def tell(self, error: Exception, *acts: tuple[str, Callable[[], object]]) -> None:
        """Say what the world has done, in a calm dialog; a bug is raised on to the hook that logs it."""
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, LibraryError) and error.fault is Fault.READ_ONLY and not acts:
            self.notices.say(self.catalog.error(error), done=False)  # the banner says it too
            return
        labels = [label for label, _ in acts]
        dialog = MessageDialog(self.catalog.error(error), *labels, self.tr("Close"), parent=self)
        dialog.finished.connect(lambda chosen: acts[chosen][1]() if 0 <= chosen < len(acts) else None)
        self.messages.say(dialog)

    def save_failed(self, error: Exception) -> None:
        """Say that what was typed is not in the library yet, until it is."""
        self.status.show_trouble()
        if not isinstance(error, UserError):
            raise error
        self.notices.say(self.catalog.error(error), (self.tr("Try again"), self.session.flush), error=True)

    def show_only_reading(self) -> None:
        """Let nothing be changed from now on: the library can only be read."""
        self.form_actions.only_read()
        self.status.show_reading()
        self.editor.read_only()
        self.setAcceptDrops(False)

    def go_on_with(self, library: Path, first: Callable[[], str] | None = None) -> bool:
        """Close, with everything saved, and let the program open *library*; False if the window stays.

        *first* is done in between, with no library open, and returns what the next window is to say.
        """
        self.next_library, self.do_first = library, first
        if self.close():
            return True
        self.next_library = self.do_first = None
        return False

    def abandon(self) -> None:
        """End the threads, and dialogs with theirs; what was submitted is still carried out."""
        self.backend.drafts.freeze()
        if self._has("intake"):
            self.intake.shut_down()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        for feature in self.features:
            feature.shut_down()
        for end in reversed(self.ends):
            end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ended:  # an impatient second click on the cross: all is kept already
            super().closeEvent(event)
            return
        if not self._furnished or self._closing or not self._may_close():
            event.ignore()
            return
        self.memory.pages = self.preview.kept()
        self.memory.panels = self.panels.kept()
        self.memory.folded = self.arrangement.kept()
        self.memory.keep(self, self.panes)
        self._ended = True
        self.abandon()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Ask for what would be lost, and wait for files and paper that are under way; once at a time."""
        self._closing = True
        try:
            if self.ends_with_session:
                return True
            if self.reviewing and self.review.stays(self):
                return False
            under_way = [getattr(self, name) for name in ("exports", "prints") if self._has(name)]
            return all(flow.finish() for flow in under_way) and not self._keep_unsaved()
        finally:
            self._closing = False

    def _keep_unsaved(self) -> bool:
        """Save everything; whether the window stays open because that failed."""
        self.editing.settle()
        self.backend.wait(lambda _desk: None)
        QApplication.sendPostedEvents(self.backend.lane)
        if not self.session.unsaved:
            return False
        if self.backend.typing.keeps_all():
            text = self.tr(
                "What you typed last could not be saved in the library. It is kept in a file beside it and "
                "comes back when you open the library the next time."
            )
            close = self.tr("Close")
        else:
            text = self.tr(
                "What you typed last could not be saved. It is kept as long as this window is open."
            )
            close = self.tr("Close and lose it")
        return MessageDialog(text, self.tr("Keep the window open"), close, parent=self).exec() != 1

    def changeEvent(self, event: QEvent) -> None:
        if self._furnished and event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self.editing.settle)
        super().changeEvent(event)

"""The main window: it lays out tree, editor and preview, and connects them. Work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QWidget

from bulletin_desktop import __version__, paths
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.actions import Actions
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.messages import Messages
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.empty import EmptyPage
from bulletin_desktop.gui.export_flow import ExportFlow, Order
from bulletin_desktop.gui.insert_flow import InsertFlow
from bulletin_desktop.gui.intake_flow import IntakeFlow
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.notices import NoticeBar
from bulletin_desktop.gui.output.print_flow import PrintFlow
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.preview.exact_check import ExactCheck
from bulletin_desktop.gui.preview.fit_offer import FitOffer
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.status import StatusLine
from bulletin_desktop.gui.strip import PreviewStrip
from bulletin_desktop.gui.templates.flow import TemplateFlow
from bulletin_desktop.gui.theme import Scheme, Theme
from bulletin_desktop.gui.tree.nodes import Kind, issue_title
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.gui.tree_acts import TreeActs
from bulletin_desktop.gui.welcome import WelcomePage

if TYPE_CHECKING:
    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.gui.review.page import ReviewPage
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.services.publish import ExportResult
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.measures import Measures

FOLD = 1120  # logical pixels below which the preview folds to a strip
MINIMUM = (800, 500)
BUSY = 100  # ms after which reading or writing a file is shown
_TREE = (0.20, 232, 320)  # share of the window, at least, at most
_PREVIEW_SHARE = 0.33


class MainWindow(QMainWindow):
    """One window upon one library. `start()` reads the library once its backend is open."""

    tree: TreePanel
    editor: ArticleEditor
    preview: PreviewPane
    strip: PreviewStrip
    welcome: WelcomePage
    empty: EmptyPage
    pages: QStackedWidget
    work_page: QWidget
    panes: QSplitter
    middle: QStackedWidget

    def __init__(
        self, backend: Backend, theme: Theme, memory: Memory, catalog: Catalog, measures: Measures
    ) -> None:
        super().__init__()
        self._backend, self._theme, self._memory, self._catalog = backend, theme, memory, catalog
        forms.fill(
            self,
            "main_window",
            {
                "WelcomePage": WelcomePage,
                "TreePanel": lambda parent: TreePanel(backend, parent),
                "ArticleEditor": ArticleEditor,
                "EmptyPage": EmptyPage,
                "PreviewPane": lambda parent: PreviewPane(measures, parent),
                "PreviewStrip": PreviewStrip,
            },
        )
        self.messages = Messages(self)
        self._files = Lane("files", self)
        self.session = IssueSession(backend, lambda look: _typesetter(look, measures), self)
        self.work = DeskWork(backend, self)
        self._actions = Actions(self)
        self._status = StatusLine(self.status_bar, backend.path)
        self.notices = NoticeBar(self.centralWidget())
        self.editing = Editing(self, self.session, self.work, self._actions, self._status)
        self.pictures = PictureStore(backend, self)
        self.preview.set_pictures(self.pictures)
        self.prints = PrintFlow(
            self.session, backend, self._files, memory, self, measures=measures, store=self.pictures
        )
        self.inserts = InsertFlow(self.editor, self.session, backend, self._files, self.pictures)
        self.intake = IntakeFlow(self._files, self)
        painted = {".pdf": lambda: _pdf_writer(measures)}
        self.exports = ExportFlow(self.session, backend, self._files, memory, self, formats=painted)
        self.fit = FitOffer(
            self.preview, self.session, self.work, measures, memory=memory, settle=self.editing.settle
        )
        self.check = ExactCheck(self.preview, self.session, backend, measures, catalog)
        self.issues = IssueFlow(backend, self.work, catalog, self)
        self.tree_acts = TreeActs(self, self.session, self.work, self.editing, self.issues)
        self.templates = TemplateFlow(self._files, memory, catalog, measures, self)
        self._review: ReviewPage | None = None
        self._busy = QTimer(self, singleShot=True, interval=BUSY)
        self._by_hand: bool | None = None  # whether the person wants the preview, since the last fold
        self._restoring = True
        self._closing = False
        self._connect()
        self._connect_actions()
        self._lay_out()

    # Laying out

    def _lay_out(self) -> None:
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        for pane, stretch in ((self.tree, 0), (self.middle, 2), (self.preview, 1)):
            self.panes.setStretchFactor(self.panes.indexOf(pane), stretch)
        self.panes.setCollapsible(self.panes.indexOf(self.preview), False)
        self.tree.setMinimumWidth(160)
        self.middle.setMinimumWidth(320)
        self.preview.setMinimumWidth(220)
        self.preview.restore(self._memory.pages)
        if not self._memory.restore(self, self.panes):
            self.resize(1280, 800)
            self._share_width()
        self._fold()
        getattr(self, f"action_scheme_{self._theme.scheme}").setChecked(True)
        self.menu_view.insertMenu(self.menu_scheme.menuAction(), self.preview.menu)
        self.pages.setCurrentWidget(self.work_page)

    def _share_width(self) -> None:
        share, least, most = _TREE
        tree = min(most, max(least, round(self.width() * share)))
        preview = round(self.width() * _PREVIEW_SHARE)
        self.panes.setSizes([tree, self.width() - tree - preview, preview])

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self.unsetCursor()

    def _fold(self) -> None:
        """Show the preview or its strip, by the window's width unless the person has chosen."""
        shown = self.width() >= FOLD if self._by_hand is None else self._by_hand
        self.preview.setVisible(shown)
        self.strip.setVisible(not shown)
        self.action_show_preview.setChecked(shown)
        self.action_show_tree.setChecked(self.tree.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if (event.oldSize().width() >= FOLD) != (event.size().width() >= FOLD):
            self._by_hand = None
        self._fold()
        super().resizeEvent(event)

    def _show_preview(self, shown: bool) -> None:
        self._by_hand = shown
        self._fold()

    # Connecting

    def _connect(self) -> None:
        self.welcome.new_issue.connect(self.issues.begin)
        self.welcome.paste.connect(self.intake.paste)
        self.welcome.open_text.connect(self.intake.choose_files)
        self.welcome.sample.connect(self.intake.open_sample)
        self.empty.new_issue.connect(self.issues.begin)
        self.empty.paste.connect(self.intake.paste)
        self.empty.open_text.connect(self.intake.choose_files)
        self.empty.new_article.connect(self.tree_acts.new_article)
        self.strip.clicked.connect(lambda: self._show_preview(True))
        self.editing.library_read.connect(self._library_read)
        self.editing.issue_shown.connect(self._show_title)
        self.editing.place_changed.connect(self._memory.set_place)
        self.intake.ready.connect(self._begin_review)
        self.issues.made.connect(self._open_issue)
        self.issues.cancelled.connect(self._resume_review)
        self.issues.failed.connect(self._resume_review)
        self.work.done.connect(lambda words: self.notices.say(words, (self.tr("Undo"), self.work.stack.undo)))
        self.work.stack.indexChanged.connect(self.notices.hide_offer)
        self.session.laid_out.connect(self.exports.prepare, Qt.ConnectionType.SingleShotConnection)
        self.editing.stepped.connect(self.notices.say)
        self.exports.written.connect(self._exported)
        self.exports.failed.connect(self._export_failed)
        self.exports.cancelled.connect(self._export_cancelled)
        self.exports.not_recorded.connect(self.tell)
        self.prints.printed.connect(self._printed)
        self.prints.cancelled.connect(lambda: self.notices.say(self.tr("Nothing was printed")))
        self.prints.pdf_wanted.connect(lambda: self._export(".pdf"))
        self.session.save_failed.connect(self._save_failed)
        self.session.saved.connect(self.notices.hide_error)
        self.templates.failed.connect(self.tell)
        self.templates.saved.connect(self._template_saved)
        self.templates.follows.connect(self.notices.say)
        self.session.replaced.connect(lambda error: self.notices.say(self._catalog.error(error)))
        for source in (
            self.intake,
            self.work,
            self.session,
            self.tree,
            self.issues,
            self.inserts,
            self.prints,
        ):
            source.failed.connect(self.tell)
        self._busy.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BusyCursor))
        self._files.busy_changed.connect(self._show_busy)
        self._theme.changed.connect(self._actions.retint)
        self._theme.changed.connect(self._status.retint)

    def _connect_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "new_issue": self.issues.begin,
            "paste_manuscript": self.intake.paste,
            "open_text": self.intake.choose_files,
            "open_sample": self.intake.open_sample,
            "export": self._export,
            "export_open": lambda: self._export(then_open=True),
            "export_pdf": lambda: self._export(".pdf"),
            "export_html": lambda: self._export(".html"),
            "export_text": lambda: self._export(".txt"),
            "export_folder": self.exports.open_folder,
            "print": self._print,
            "quit": self.close,
            "cut": lambda: self._to_focus("cut"),
            "copy": lambda: self._to_focus("copy"),
            "paste": lambda: self._to_focus("paste"),
            "select_all": lambda: self._to_focus("selectAll"),
            "insert_picture": self.inserts.ask_picture,
            "insert_table": self.inserts.ask_table,
            "insert_page_break": self.inserts.insert_page_break,
            "issue_fields": self.tree_acts.edit_issue,
            "page_template": self._edit_template,
            "renew_look": self.templates.renew,
            "new_section": self.tree_acts.new_section,
            "new_article": self.tree_acts.new_article,
            "rename": self.tree_acts.rename,
            "move_up": self.tree_acts.move_up,
            "move_down": self.tree_acts.move_down,
            "delete": self.tree_acts.delete,
            "restore": self.tree_acts.restore,
            "about": self._about,
            "open_log": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_file().parent))),
        }
        for name, slot in does.items():
            getattr(self, f"action_{name}").triggered.connect(lambda _checked=False, slot=slot: slot())
        self.action_show_tree.triggered.connect(self.tree.setVisible)
        self.action_show_preview.triggered.connect(self._show_preview)
        self.preview.menu.triggered.connect(lambda: self._show_preview(True))
        self._actions.schemes.triggered.connect(lambda action: self._choose_scheme(action.data()))

    def start(self) -> None:
        """Read the library; what was open yesterday opens again."""
        self.tree.refresh()

    def _library_read(self, has_issues: bool) -> None:
        if self.pages.currentWidget() is self._review and self._review is not None:
            return
        self.pages.setCurrentWidget(self.work_page if has_issues else self.welcome)
        self.tool_bar.setVisible(has_issues)
        self.status_bar.setVisible(has_issues)
        if has_issues and self._restoring:
            self._restoring = False
            issue, article = self._memory.place
            known = [node.id for node in self.tree.model.walk() if node.kind is Kind.ISSUE]
            self.editing.open_article(article)
            self._open_issue(issue if issue in known else known[0])

    def _open_issue(self, issue_id: str) -> None:
        self.editing.open_issue(issue_id)
        self.tree.show_issue(issue_id)

    def _show_title(self, issue: Issue | None) -> None:
        name = self.tr("Bulletin Desktop")
        if issue is not None:
            number = issue_title(issue.number, issue.supplement)
            name = f"{issue.masthead.name} {issue.year} {number} — {name}"
        self.setWindowTitle(name)

    # Acts

    def _export(self, ending: str = ".docx", then_open: bool = False) -> None:
        self.editing.settle()
        self.exports.ask(ending, then_open)

    def _print(self) -> None:
        self.editing.settle()
        self.prints.ask(self.preview.current_page)

    def _printed(self, count: int, printer: str) -> None:
        words = self.tr("{count} pages were sent to {printer}")
        self.notices.say(words.format(count=count, printer=printer))

    def _exported(self, result: ExportResult) -> None:
        words = self.tr("{name}: {count} pages written").format(name=result.path.name, count=result.pages)
        self.notices.say(
            words,
            (self.tr("Open"), self.exports.open_last),
            (self.tr("Open folder"), self.exports.open_folder),
        )

    def _export_failed(self, error: Exception, order: Order) -> None:
        again = (self.tr("Save as…"), lambda: self.exports.ask(order.path.suffix.lower(), order.then_open))
        self.tell(error, again)

    def _export_cancelled(self, order: Order) -> None:
        self.notices.say(self.tr("{name} was not written").format(name=order.path.name))

    def _edit_template(self) -> None:
        self.editing.settle()
        self.templates.begin()

    def _template_saved(self, words: str, kept: bool) -> None:
        undo = (self.tr("Undo"), self.work.stack.undo)
        if kept:
            words = self.tr("{done}. This issue was exported and keeps its look.").format(done=words)
            self.notices.say(words, (self.tr("Set it anew"), self.templates.renew), undo)
        else:
            self.notices.say(words, undo)

    def _to_focus(self, slot: str) -> None:
        act = getattr(QApplication.focusWidget(), slot, None)
        if act is not None:
            act()

    def _choose_scheme(self, scheme: str) -> None:
        self._memory.scheme = Scheme(scheme)
        self._theme.choose(Scheme(scheme))

    def _about(self) -> None:
        text = self.tr("Bulletin Desktop {version}").format(version=__version__)
        detail = self.tr("Works without a network. Library: {path}").format(path=self._backend.path)
        self.messages.say(MessageDialog(text, self.tr("Close"), detail=detail, error=False, parent=self))

    # Intake

    def _begin_review(self, recognitions: object) -> None:
        """Review what has been read; what is under review already stays, with its corrections."""
        under_way = self._review is not None and self.pages.currentWidget() is self._review
        kept = self._review.recognitions() if under_way else ()
        self._show_review().set_recognitions((*kept, *recognitions))

    def _show_review(self) -> ReviewPage:
        if self._review is None:
            from bulletin_desktop.gui.review.page import ReviewPage

            self._review = ReviewPage(self.pages)
            self._review.accepted.connect(self._accept_review)
            self._review.cancelled.connect(self._leave_review)
            self.pages.addWidget(self._review)
        self.pages.setCurrentWidget(self._review)
        self._review.setEnabled(True)
        for bar in (self.menu_bar, self.tool_bar, self.status_bar):
            bar.hide()
        return self._review

    def _accept_review(self, recognitions: object) -> None:
        """Store into the open issue; without one, ask for it first. A second press meets a page at rest."""
        self._review.setEnabled(False)
        if self.session.issue is None:
            self.issues.begin(then=lambda issue_id: self._store(issue_id, recognitions))
        else:
            self._store(self.session.issue.id, recognitions)

    def _store(self, issue_id: str, recognitions: object) -> None:
        self.editing.settle()
        self._restoring = False
        self.work.store(
            issue_id,
            recognitions,
            lambda: self._stored(issue_id),
            lambda error: self._not_stored(issue_id, error),
        )

    def _stored(self, issue_id: str) -> None:
        self._leave_review()
        self._open_issue(issue_id)

    def _not_stored(self, issue_id: str, error: Exception) -> None:
        """The manuscripts and their corrections stay where they are, to be accepted once more."""
        self._open_issue(issue_id)
        self._resume_review()
        self.tell(error)

    def _resume_review(self) -> None:
        if self._review is not None:
            self._review.setEnabled(True)
            self._review.setFocus()

    def _leave_review(self) -> None:
        self.pages.setCurrentWidget(self.work_page)
        self.menu_bar.show()
        self.tree.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.pages.currentWidget() is not self._review:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take(event.mimeData())

    # Trouble, and the end

    def tell(self, error: Exception, *acts: tuple[str, Callable[[], object]]) -> None:
        """Say what the world has done, in a calm dialog; a bug is raised on to the hook that logs it."""
        if not isinstance(error, UserError):
            raise error
        labels = [label for label, _ in acts]
        dialog = MessageDialog(self._catalog.error(error), *labels, self.tr("Close"), parent=self)
        dialog.finished.connect(lambda chosen: acts[chosen][1]() if 0 <= chosen < len(acts) else None)
        self.messages.say(dialog)

    def _save_failed(self, error: Exception) -> None:
        self._status.show_trouble()
        if not isinstance(error, UserError):
            raise error
        self.notices.say(self._catalog.error(error), (self.tr("Try again"), self.session.flush), error=True)

    def abandon(self) -> None:
        """End the threads; what was submitted is still carried out."""
        self.editing.detach()
        self.fit.shut_down()
        self.check.shut_down()
        self.session.shut_down()
        self.pictures.shut_down()
        self._files.close()
        self._backend.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or not self._may_close():
            event.ignore()
            return
        self._memory.pages = self.preview.kept()
        self._memory.keep(self, self.panes)
        self.abandon()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Ask for what would be lost, and wait for files that are being written; once at a time."""
        self._closing = True
        try:
            return not self._keep_review() and self.exports.finish() and not self._keep_unsaved()
        finally:
            self._closing = False

    def _keep_review(self) -> bool:
        """Whether the person goes back to manuscripts that were not stored."""
        if self._review is None or self.pages.currentWidget() is not self._review:
            return False
        text = self.tr(
            "These manuscripts are not stored yet. If you close now, your corrections to them are lost."
        )
        dialog = MessageDialog(text, self.tr("Go back"), self.tr("Close without storing"), parent=self)
        return dialog.exec() != 1

    def _keep_unsaved(self) -> bool:
        """Save everything; whether the window stays open because that failed."""
        self.editing.settle()
        self._backend.wait(lambda _desk: None)
        QApplication.sendPostedEvents(self._backend.lane)
        if not self.session.unsaved:
            return False
        text = self.tr("What you typed last could not be saved. It is kept as long as this window is open.")
        dialog = MessageDialog(
            text, self.tr("Keep the window open"), self.tr("Close and lose it"), parent=self
        )
        return dialog.exec() != 1

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self.editing.settle)
        super().changeEvent(event)


def _typesetter(look: TemplateSource, measures: Measures) -> object:
    from bulletin_desktop.services import publish

    return publish.typesetter(look, measures)


def _pdf_writer(measures: Measures) -> Writer:
    from bulletin_desktop.gui.output.pdf import PdfWriter

    return PdfWriter(measures, QApplication.instance())

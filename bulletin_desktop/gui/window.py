"""The main window: it lays out tree, editor and preview, and connects them. Work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QStackedWidget, QWidget

from bulletin_desktop import paths
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui import features, forms
from bulletin_desktop.gui.actions import Actions
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.dialogs.messages import Messages
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.empty import EmptyPage
from bulletin_desktop.gui.export_flow import ExportFlow
from bulletin_desktop.gui.insert_flow import InsertFlow
from bulletin_desktop.gui.intake_flow import IntakeFlow
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.notices import NoticeBar
from bulletin_desktop.gui.output.print_flow import PrintFlow
from bulletin_desktop.gui.outputs import Outputs
from bulletin_desktop.gui.panels.area import PanelArea
from bulletin_desktop.gui.panes import Panes
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.preview.exact_check import ExactCheck
from bulletin_desktop.gui.preview.fit_offer import FitOffer
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.review_flow import ReviewFlow
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.status import StatusLine
from bulletin_desktop.gui.strip import PreviewStrip
from bulletin_desktop.gui.templates.flow import TemplateFlow
from bulletin_desktop.gui.theme import Scheme, Theme
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.gui.tree_acts import TreeActs
from bulletin_desktop.gui.welcome import WelcomePage
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.measures import Measures

MINIMUM = (800, 420)  # 1366 x 768 at 150 % leaves 910 x 430
BUSY = 100  # ms after which reading or writing a file is shown


class MainWindow(QMainWindow):
    """One window upon one library. It can be shown at once, and used after `start()`."""

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

    def __init__(
        self, backend: Backend, theme: Theme, memory: Memory, catalog: Catalog, measures: Measures
    ) -> None:
        super().__init__()
        self.backend, self.theme, self.memory, self.catalog = backend, theme, memory, catalog
        forms.fill(
            self,
            "main_window",
            {
                "WelcomePage": WelcomePage,
                "TreePanel": lambda parent: TreePanel(backend, parent),
                "ArticleEditor": ArticleEditor,
                "EmptyPage": EmptyPage,
                "PreviewPane": lambda parent: PreviewPane(measures, parent),
                "PanelArea": PanelArea,
                "PreviewStrip": PreviewStrip,
            },
        )
        self.panels.widen_into(self.whole)
        self._arrangement = Panes(self)
        self.messages = Messages(self)
        self.files = Lane("files", self)
        self.session = IssueSession(backend, lambda look: _typesetter(look, measures), self)
        self.work = DeskWork(backend, self)
        self._actions = Actions(self)
        self._status = StatusLine(self.status_bar, backend.path)
        self.notices = NoticeBar(self.centralWidget())
        self.editing = Editing(self, self.session, self.work, self._actions, self._status)
        self.pictures = PictureStore(backend, self)
        self.preview.set_pictures(self.pictures)
        self.prints = PrintFlow(
            self.session, backend, self.files, memory, self, measures=measures, store=self.pictures
        )
        self.inserts = InsertFlow(self.editor, self.session, backend, self.files, self.pictures)
        self.intake = IntakeFlow(backend, self, catalog=catalog, messages=self.messages)
        self.work.originals = self.intake.original
        painted = {".pdf": lambda: _pdf_writer(measures)}
        self.exports = ExportFlow(self.session, backend, self.files, memory, self, formats=painted)
        self.fit = FitOffer(
            self.preview, self.session, self.work, measures, memory=memory, settle=self.editing.settle
        )
        self.outputs = Outputs(self.exports, self.prints, self.editing, self.session, self.notices)
        self.check = ExactCheck(self.preview, self.session, backend, measures, catalog)
        self.issues = IssueFlow(backend, self.work, catalog, self, memory=memory, measures=measures)
        self.review = ReviewFlow(
            self.pages, self.session, self.work, self.editing, self.issues, memory=memory, catalog=catalog
        )
        self.review.drafts = backend.drafts
        self.tree_acts = TreeActs(self, self.session, self.work, self.editing, self.issues)
        self.templates = TemplateFlow(self.files, memory, catalog, measures, self)
        self.features: tuple[features.Feature, ...] = ()
        self._busy = QTimer(self, singleShot=True, interval=BUSY)
        self._restoring = True
        self._closing = False
        self.ends_with_session = False  # all is kept, and there is no time for questions
        self.next_library: Path | None = None  # what to open once this window is closed
        self.do_first: Callable[[], str] | None = None  # … after this
        self._connect()
        self._connect_actions()
        self._lay_out()

    # Laying out

    def _lay_out(self) -> None:
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self.preview.restore(self.memory.pages)
        if not self.memory.restore(self, self.panes):
            self.resize(1280, 800)
            self._arrangement.share_width()
        self._arrangement.restore(self.memory.folded)
        getattr(self, f"action_scheme_{self.theme.scheme}").setChecked(True)
        self.menu_view.insertMenu(self.menu_scheme.menuAction(), self.preview.menu)
        self.pages.setCurrentWidget(self.work_page)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrangement.resized(event.oldSize().width(), event.size().width())
        super().resizeEvent(event)

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
        self.panels.left.connect(self.editor.setFocus)
        self.strip.clicked.connect(lambda: self._arrangement.show_preview(True))
        self.editing.library_read.connect(self._library_read)
        self.editing.issue_shown.connect(self._show_title)
        self.editing.place_changed.connect(self.memory.set_place)
        self.intake.received.connect(self.review.note)
        self.intake.ready.connect(self.review.begin)
        self.review.shown.connect(self._show_review)
        self.review.storing.connect(self._forget_yesterday)
        self.review.left.connect(self._leave_review)
        self.review.left.connect(self.intake.forget_originals)
        self.review.opens.connect(self.open_issue)
        self.issues.made.connect(self.open_issue)
        self.work.done.connect(lambda words: self.notices.say(words, (self.tr("Undo"), self.work.stack.undo)))
        self.work.stack.indexChanged.connect(self.notices.hide_offer)
        self.editing.stepped.connect(self.notices.say)
        self.tree.told.connect(self.notices.say)
        self.intake.told.connect(lambda words, act: self.notices.say(words, *([act] if act else [])))
        self.outputs.failed.connect(lambda error, acts: self.tell(error, *acts))
        self.session.save_failed.connect(self._save_failed)
        self.session.saved.connect(self.notices.hide_error)
        self.templates.failed.connect(self.tell)
        self.templates.saved.connect(self._template_saved)
        self.templates.follows.connect(self.notices.say)
        self.session.replaced.connect(lambda error: self.notices.say(self.catalog.error(error)))
        for source in (
            self.intake,
            self.work,
            self.session,
            self.tree,
            self.issues,
            self.inserts,
            self.review,
        ):
            source.failed.connect(self.tell)
        self._busy.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BusyCursor))
        self.files.busy_changed.connect(self._show_busy)
        self.theme.changed.connect(self._actions.retint)
        self.theme.changed.connect(self._status.retint)

    def _connect_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "new_issue": self.issues.begin,
            "paste_manuscript": self.intake.paste,
            "open_text": self.intake.choose_files,
            "open_sample": self.intake.open_sample,
            "export": self.outputs.export,
            "export_open": lambda: self.outputs.export(then_open=True),
            "export_pdf": lambda: self.outputs.export(".pdf"),
            "export_html": lambda: self.outputs.export(".html"),
            "export_text": lambda: self.outputs.export(".txt"),
            "export_folder": self.exports.open_folder,
            "print": lambda: self.outputs.print(self.preview.current_page),
            "quit": self.close,
            "cut": lambda: self._to_focus("cut"),
            "copy": lambda: self._to_focus("copy"),
            "paste": lambda: self._to_focus("paste"),
            "select_all": lambda: self._to_focus("selectAll"),
            "insert_picture": self.inserts.ask_picture,
            "insert_table": self.inserts.ask_table,
            "insert_page_break": self.inserts.insert_page_break,
            "page_template": self._edit_template,
            "renew_look": self.templates.renew,
            "open_log": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_file().parent))),
        }
        for name, slot in does.items():
            getattr(self, f"action_{name}").triggered.connect(lambda _checked=False, slot=slot: slot())
        self.action_show_tree.triggered.connect(self._arrangement.show_tree)
        self.action_show_preview.triggered.connect(self._arrangement.show_preview)
        self.preview.menu.triggered.connect(lambda: self._arrangement.show_preview(True))
        self._actions.schemes.triggered.connect(lambda action: self._choose_scheme(action.data()))

    def start(self) -> None:
        """Plug the features in, and read the library; what was open yesterday opens again."""
        self.features = features.upon(self)
        self.panels.restore(self.memory.panels)
        self.backend.wait_until_open()
        self.tree.refresh()

    def _library_read(self, has_issues: bool) -> None:
        if self.review.page is not None:
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

    def _forget_yesterday(self) -> None:
        """What was open last time gives way to what is stored now."""
        self._restoring = False

    def open_issue(self, issue_id: str) -> None:
        """Show an issue in every pane."""
        self.editing.open_issue(issue_id)
        self.tree.show_issue(issue_id)

    def _show_title(self, issue: Issue | None) -> None:
        name = self.tr("Bulletin Desktop")
        if issue is not None and issue.id == MANUSCRIPTS:
            name = f"{self.tr('Manuscripts')} — {name}"
        elif issue is not None:
            number = issue_title(issue.number, issue.supplement)
            name = f"{issue.masthead.name} {issue.year} {number} — {name}"
        self.setWindowTitle(name)

    # Acts

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
        self.memory.scheme = Scheme(scheme)
        self.theme.choose(Scheme(scheme))

    # Intake

    def _show_review(self) -> None:
        for bar in (self.menu_bar, self.tool_bar, self.status_bar):
            bar.hide()

    def _leave_review(self) -> None:
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

    def _save_failed(self, error: Exception) -> None:
        self._status.show_trouble()
        if not isinstance(error, UserError):
            raise error
        self.notices.say(self.catalog.error(error), (self.tr("Try again"), self.session.flush), error=True)

    def show_only_reading(self) -> None:
        """Let nothing be changed from now on: the library can only be read."""
        self._actions.only_read()
        self._status.show_reading()
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
        self.intake.shut_down()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        for feature in self.features:
            feature.shut_down()
        self.editing.detach()
        self.tree_acts.detach()
        self.fit.shut_down()
        self.check.shut_down()
        self.session.shut_down()
        self.pictures.shut_down()
        self.files.close()
        self.backend.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or not self._may_close():
            event.ignore()
            return
        self.memory.pages = self.preview.kept()
        self.memory.panels = self.panels.kept()
        self.memory.folded = self._arrangement.kept()
        self.memory.keep(self, self.panes)
        self.abandon()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Ask for what would be lost, and wait for files and paper that are under way; once at a time."""
        self._closing = True
        try:
            if self.ends_with_session:
                return True
            written = not self.review.stays(self) and self.exports.finish() and self.prints.finish()
            return written and not self._keep_unsaved()
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
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self.editing.settle)
        super().changeEvent(event)


def _typesetter(look: TemplateSource, measures: Measures) -> object:
    from bulletin_desktop.services import publish

    return publish.typesetter(look, measures)


def _pdf_writer(measures: Measures) -> Writer:
    from bulletin_desktop.gui.output.pdf import PdfWriter

    return PdfWriter(measures, QApplication.instance())

"""From recognised manuscripts to stored articles: the review page comes, is accepted or left, and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.session import IssueSession

if TYPE_CHECKING:
    from bulletin_desktop.gui.review.page import ReviewPage


class ReviewFlow(QObject):
    """Shows the review page in *pages* and stores what is accepted.

    *shown* tells that the page has come, *storing* that the library is asked to take its articles, *opens*
    which issue has them or was to have them, *left* that the page has gone, *failed* an error.
    """

    shown = Signal()
    storing = Signal()
    opens = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        pages: QStackedWidget,
        session: IssueSession,
        work: DeskWork,
        editing: Editing,
        issues: IssueFlow,
    ) -> None:
        super().__init__(pages.window())
        self._pages = pages
        self._session = session
        self._work = work
        self._editing = editing
        self._issues = issues
        self._page: ReviewPage | None = None
        issues.cancelled.connect(self._resume)
        issues.failed.connect(self._resume)

    @property
    def page(self) -> ReviewPage | None:
        """The review page while it is shown."""
        return self._page if self._pages.currentWidget() is self._page else None

    def begin(self, recognitions: object) -> None:
        """Review what has been read; what is under review already stays, with its corrections."""
        kept = self.page.recognitions() if self.page is not None else ()
        self._show().set_recognitions((*kept, *recognitions))

    def leave(self) -> None:
        """Go back to the issue."""
        self.left.emit()

    def stays(self, window: QWidget) -> bool:
        """Ask before *window* closes over manuscripts that were not stored: whether the person goes back."""
        if self.page is None:
            return False
        text = self.tr(
            "These manuscripts are not stored yet. If you close now, your corrections to them are lost."
        )
        dialog = MessageDialog(text, self.tr("Go back"), self.tr("Close without storing"), parent=window)
        return dialog.exec() != 1

    def _show(self) -> ReviewPage:
        if self._page is None:
            from bulletin_desktop.gui.review.page import ReviewPage

            self._page = ReviewPage(self._pages)
            self._page.accepted.connect(self._accept)
            self._page.cancelled.connect(self.leave)
            self._pages.addWidget(self._page)
        self._pages.setCurrentWidget(self._page)
        self._page.setEnabled(True)
        self.shown.emit()
        return self._page

    def _accept(self, recognitions: object) -> None:
        """Store into the open issue; without one, ask for it first. A second press meets a page at rest."""
        self._page.setEnabled(False)
        if self._session.issue is None:
            self._issues.begin(then=lambda issue_id: self._store(issue_id, recognitions))
        else:
            self._store(self._session.issue.id, recognitions)

    def _store(self, issue_id: str, recognitions: object) -> None:
        self._editing.settle()
        self.storing.emit()
        self._work.store(
            issue_id,
            recognitions,
            lambda: self._stored(issue_id),
            lambda error: self._not_stored(issue_id, error),
        )

    def _stored(self, issue_id: str) -> None:
        self.leave()
        self.opens.emit(issue_id)

    def _not_stored(self, issue_id: str, error: Exception) -> None:
        """The manuscripts and their corrections stay where they are, to be accepted once more."""
        self.opens.emit(issue_id)
        self._resume()
        self.failed.emit(error)

    def _resume(self) -> None:
        if self._page is not None:
            self._page.setEnabled(True)
            self._page.setFocus()

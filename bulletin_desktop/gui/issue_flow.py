"""Making an issue and changing its details through the issue dialog."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.answers import is_open, while_open
from bulletin_desktop.gui.dialogs.new_issue import IssueDialog, NewIssue
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.services.acts import UpdateIssue

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import Outline
    from bulletin_desktop.services.templates import TemplateSource


class IssueFlow(QObject):
    """Opens the dialog with what the desk proposes. *made* carries the id of an issue that was stored."""

    made = Signal(str)
    cancelled = Signal()  # a new issue was not made after all
    failed = Signal(object)

    def __init__(self, backend: Backend, work: DeskWork, catalog: Catalog, window: QWidget) -> None:
        super().__init__(window)
        self._catalog = catalog
        self._backend = backend
        self._work = work
        self._window = window

    def begin(self, then: Callable[[str], object] | None = None) -> None:
        """Ask for a new issue; call *then* with its id once it is stored, by default emit *made*."""
        self._backend.submit(
            lambda desk: (desk.outline(), desk.templates()),
            done=lambda read: self._ask(*read, then or self.made.emit),
            failed=self.failed.emit,
        )

    def edit(self, issue: Issue) -> None:
        """Let the details of *issue* be changed."""
        dialog = IssueDialog((), (), self._window)
        dialog.edit(issue)
        dialog.chosen.connect(lambda wanted: self._update(dialog, wanted.issue))
        self._open(dialog)

    def _ask(
        self, outline: Outline, templates: Sequence[TemplateSource], then: Callable[[str], object]
    ) -> None:
        dialog = IssueDialog(outline.publications, templates, self._window)
        dialog.proposal_wanted.connect(
            lambda publication: self._backend.submit(
                lambda desk: desk.next_issue(publication, dt.date.today()),
                done=while_open(dialog, dialog.show_proposal),
                failed=self.failed.emit,
            )
        )
        dialog.chosen.connect(lambda wanted: self._make(dialog, wanted, then))
        dialog.rejected.connect(self.cancelled)
        dialog.begin()
        self._open(dialog)

    def _open(self, dialog: IssueDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, dialog: IssueDialog, wanted: NewIssue, then: Callable[[str], object]) -> None:
        def made() -> None:
            while_open(dialog, dialog.accept)()
            then(wanted.issue.id)

        self._work.make_issue(wanted, made, lambda error: self._refused(dialog, error))

    def _refused(self, dialog: IssueDialog, error: Exception) -> None:
        """Such as a number that was given already: the dialog stays, with the reason in it."""
        if not isinstance(error, UserError):
            raise error
        if is_open(dialog):
            dialog.show_problem(self._catalog.error(error))
        else:
            self.failed.emit(error)

    def _update(self, dialog: IssueDialog, issue: Issue) -> None:
        self._work.act(
            UpdateIssue(issue),
            self.tr("Issue details"),
            while_open(dialog, dialog.accept),
            lambda error: self._refused(dialog, error),
        )

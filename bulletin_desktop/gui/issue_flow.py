"""Making an issue and changing its details through the issue's form."""

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
from bulletin_desktop.gui.dialogs.keeping import DialogKeeping
from bulletin_desktop.gui.dialogs.reopening import Reopening
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.i18n import Catalog

if TYPE_CHECKING:
    from bulletin_desktop.gui.issue_form.dialog import IssueDialog
    from bulletin_desktop.gui.issue_form.wanted import WantedIssue
    from bulletin_desktop.library.habits import Habits
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.outline import Outline, PublicationRow
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.measures import Measures

_SIZE = "issue"


class IssueFlow(QObject):
    """Opens the form with what the desk proposes. *made* carries the id of an issue that was stored."""

    made = Signal(str)
    cancelled = Signal()  # a new issue was not made after all
    failed = Signal(object)

    def __init__(
        self,
        backend: Backend,
        work: DeskWork,
        catalog: Catalog,
        window: QWidget,
        *,
        memory: Memory,
        measures: Measures,
    ) -> None:
        super().__init__(window)
        self._catalog = catalog
        self._backend = backend
        self._work = work
        self._window = window
        self._memory = memory
        self._measures = measures
        self._reopening = Reopening(window)

    def begin(self, then: Callable[[str], object] | None = None) -> None:
        """Ask for a new issue; call *then* with its id once it is stored, by default emit *made*."""
        self._backend.submit(
            lambda desk: (desk.outline(), desk.templates(), desk.classifications()),
            done=lambda read: self._ask(*read, then),
            failed=self.failed.emit,
        )

    def edit(self, issue: Issue) -> None:
        """Let the details of *issue* be changed."""
        self._work.ask(_details, issue.id, lambda read: self._edit(issue, *read), self.failed.emit)

    def _edit(
        self,
        issue: Issue,
        publication: PublicationRow,
        habits: Habits | None,
        look: TemplateSource,
        classifications: Sequence[str],
    ) -> None:
        from bulletin_desktop.gui.issue_form.dialog import IssueDialog

        dialog = IssueDialog(
            (publication,), (), self._window, classifications=classifications, measures=self._measures
        )
        dialog.edit(issue, publication, habits, look)
        dialog.chosen.connect(lambda wanted: self._update(dialog, wanted))
        self._open(dialog, issue.id)

    def _ask(
        self,
        outline: Outline,
        templates: Sequence[TemplateSource],
        classifications: Sequence[str],
        then: Callable[[str], object] | None,
    ) -> None:
        from bulletin_desktop.gui.issue_form.dialog import IssueDialog

        dialog = IssueDialog(
            outline.publications,
            templates,
            self._window,
            classifications=classifications,
            measures=self._measures,
        )
        dialog.proposal_wanted.connect(
            lambda publication: self._backend.submit(
                lambda desk: (desk.next_issue(publication, dt.date.today()), desk.habits(publication)),
                done=while_open(dialog, lambda read: dialog.show_proposal(*read)),
                failed=self.failed.emit,
            )
        )
        dialog.chosen.connect(lambda wanted: self._make(dialog, wanted, then or self.made.emit))
        dialog.rejected.connect(self.cancelled)
        dialog.begin(self._publication(outline))
        self._open(dialog, "new", keeps=then is None)

    def _publication(self, outline: Outline) -> str:
        """The publication of the tree's row, or of the issue that is open; empty if there is neither."""
        node = self._window.tree.current()
        above = node.ancestor(Kind.PUBLICATION) if node is not None else None
        if above is not None:
            return above.id
        issue = self._window.session.issue
        rows = (row for row in outline.publications if issue and any(e.id == issue.id for e in row.issues))
        return next((row.id for row in rows), "")

    def _open(self, dialog: IssueDialog, about: str, keeps: bool = True) -> None:
        self._memory.restore_size(_SIZE, dialog)
        dialog.fit_into(self._window.size())
        dialog.finished.connect(lambda _result: self._memory.keep_size(_SIZE, dialog))
        DialogKeeping(dialog, f"issue:{about}", self._backend.drafts)
        self._reopening.open(dialog, keeps)

    def _make(self, dialog: IssueDialog, wanted: WantedIssue, then: Callable[[str], object]) -> None:
        def made() -> None:
            while_open(dialog, dialog.accept)()
            then(wanted.issue.id)

        self._work.steps(
            wanted.making(), self.tr("New issue"), made, lambda error: self._refused(dialog, error)
        )

    def _refused(self, dialog: IssueDialog, error: Exception) -> None:
        """Such as a number that was given already: the form stays, with the reason in it."""
        if not isinstance(error, UserError):
            raise error
        if is_open(dialog):
            dialog.show_refusal(self._catalog.error(error), number="number" in error.values)
        else:
            self.failed.emit(error)

    def _update(self, dialog: IssueDialog, wanted: WantedIssue) -> None:
        self._work.steps(
            wanted.changing(),
            self.tr("Issue details"),
            while_open(dialog, dialog.accept),
            lambda error: self._refused(dialog, error),
        )


def _details(
    desk: Desk, issue_id: str
) -> tuple[PublicationRow, Habits | None, TemplateSource, tuple[str, ...]]:
    """The issue's publication, what that gives its issues, the issue's look, the classifications in use."""
    look = desk.look(issue_id)  # tells of an issue that is gone
    rows = desk.outline().publications
    publication = next(row for row in rows if any(issue.id == issue_id for issue in row.issues))
    return publication, desk.habits(publication.id), look, desk.classifications()

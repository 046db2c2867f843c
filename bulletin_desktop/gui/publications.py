"""The publication's form, opened on the publication a person stands in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.dialogs.answers import is_open, while_open
from bulletin_desktop.gui.dialogs.keeping import DialogKeeping
from bulletin_desktop.gui.dialogs.reopening import Reopening
from bulletin_desktop.gui.tree.nodes import Kind

if TYPE_CHECKING:
    from bulletin_desktop.document.distribution import MailingLists
    from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog, WantedPublication
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.library.habits import Habits
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.outline import PublicationRow
    from bulletin_desktop.services.templates import TemplateSource

_SIZE = "publication"


class Publications(QObject):
    """Opens the form and stores what comes of it as one step."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reopening = Reopening(window)
        window.action_publication_fields.triggered.connect(lambda _checked=False: self.begin())

    def shut_down(self) -> None:
        """Nothing runs beside the window's thread."""

    def begin(self) -> None:
        """Open the form on the publication of the tree's row, or of the issue that is open."""
        node = self._window.tree.current()
        above = node.ancestor(Kind.PUBLICATION) if node is not None else None
        issue = self._window.session.issue
        self._window.editing.settle()
        self._window.backend.submit(
            _read,
            above.id if above is not None else "",
            issue.id if issue is not None else "",
            done=self._open,
            failed=self._window.tell,
        )

    def _open(
        self,
        read: tuple[PublicationRow, Habits | None, MailingLists, tuple[TemplateSource, ...], list[str]]
        | None,
    ) -> None:
        from bulletin_desktop.gui.issue_form.publication_dialog import PublicationDialog
        from bulletin_desktop.library.habits import Habits

        if read is None:
            self._window.notices.say(self.tr("There is no publication yet: it comes with its first issue"))
            return
        row, habits, lists, templates, names = read
        shown = habits or Habits(lists)
        form = PublicationDialog(row, shown, templates, names, self._window)
        form.chosen.connect(lambda wanted: self._store(form, wanted, row, habits))
        self._window.memory.restore_size(_SIZE, form)
        form.fit_into(self._window.size())
        form.finished.connect(lambda _result: self._window.memory.keep_size(_SIZE, form))
        DialogKeeping(form, f"publication:{row.id}", self._window.backend.drafts)
        self._reopening.open(form)

    def _store(
        self, form: PublicationDialog, wanted: WantedPublication, row: PublicationRow, habits: Habits | None
    ) -> None:
        steps = wanted.changing(row, habits)
        if not steps:
            form.accept()
            return
        self._window.work.steps(
            steps,
            self.tr("Publication"),
            while_open(form, form.accept),
            lambda error: self._refused(form, error),
        )

    def _refused(self, form: PublicationDialog, error: Exception) -> None:
        if isinstance(error, UserError) and is_open(form):
            form.show_problem(self._window.catalog.error(error))
        else:
            self._window.tell(error)


def _read(
    desk: Desk, publication_id: str, issue_id: str
) -> tuple[PublicationRow, Habits | None, MailingLists, tuple[TemplateSource, ...], list[str]] | None:
    """The publication of that id, or of the issue, or the only one; where it gives nothing yet, the lists of
    its last issue to begin with. None if there is none.
    """
    from bulletin_desktop.document.distribution import lists_of

    rows = desk.outline().publications
    wanted = [
        row for row in rows if row.id == publication_id or any(each.id == issue_id for each in row.issues)
    ]
    wanted.sort(key=lambda row: row.id != publication_id)
    row = next(iter((*wanted, *rows)), None)
    if row is None:
        return None
    lists = lists_of(desk.next_issue(row.id, dt.date.today()).imprint)
    others = [each.name for each in rows if each.id != row.id]
    return row, desk.habits(row.id), lists, desk.templates(), others

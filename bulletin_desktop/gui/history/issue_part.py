"""The issue's side of the panel: what became of it in words, and its details or arrangement back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.history import words
from bulletin_desktop.gui.history.entries import Entry
from bulletin_desktop.gui.history.panel import HistoryPanel
from bulletin_desktop.services import acts
from bulletin_desktop.services.issue_changes import What, compare

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.issue_history import Standing
    from bulletin_desktop.services.issue_restoring import Plan

DETAILS, ARRANGEMENT = "details", "arrangement"


class IssuePart(QObject):
    """Shows one step of the open issue, or all since, and restores."""

    def __init__(self, window: MainWindow, panel: HistoryPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._panel = panel
        self._shown: tuple[str, Entry] | None = None

    def show(self, issue_id: str, entry: Entry) -> None:
        """Show what a step did, or what has become of the issue since."""
        panel = self._panel
        panel.offer(restoring=False)
        self._shown = issue_id, entry
        since = panel.now.isChecked()
        older = panel.entry_before(entry)
        first = not since and older is None

        def read(desk: Desk) -> tuple[Standing, Standing]:
            stood = desk.issue_stood(issue_id, entry.revision)
            if since:
                return stood, desk.issue_stands(issue_id)
            return (stood if older is None else desk.issue_stood(issue_id, older.revision)), stood

        self._window.backend.submit(
            read,
            done=lambda both: self._show_changes(entry, *both, first=first),
            failed=lambda error: self._trouble(error, entry),
        )

    def _is_shown(self, entry: Entry) -> bool:
        shown = self._panel.issue.isChecked() and self._panel.current()
        return bool(shown) and shown.revision == entry.revision

    def _show_changes(self, entry: Entry, before: Standing, after: Standing, first: bool) -> None:
        if not self._is_shown(entry):
            return
        changes = compare(before, after)
        lines = [(words.change(each), ()) for each in changes]
        if first:
            lines = [(self.tr("The issue as it was first kept."), ()), *_listing(before)]
        elif not lines:
            lines = [(self.tr("Nothing differs."), ())]
        since = self._panel.now.isChecked()
        kinds = {each.what is What.FIELD for each in changes} if since else {True, False}
        offers = []
        if True in kinds:
            offers.append((f"act:{DETAILS}", self.tr("Restore the details of then")))
        if False in kinds:
            offers.append((f"act:{ARRANGEMENT}", self.tr("Restore the arrangement of then")))
        if offers:
            lines.append(("", tuple(offers)))
        self._panel.page.show_lines(tuple(lines))

    def _trouble(self, error: Exception, entry: Entry) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._is_shown(entry):
            self._panel.page.show_lines(((self._window.catalog.error(error), ()),))

    # Acts

    def act(self, name: str) -> None:
        """Restore the details or the arrangement of the step that is shown."""
        if self._shown is None:
            return
        issue_id, entry = self._shown
        self._window.editing.settle()
        if name == DETAILS:
            self._window.work.ask(
                lambda desk, about: (desk.issue_stood(about, entry.revision), desk.issue_stands(about)),
                issue_id,
                lambda both: self._restore_details(entry, *both),
                self._window.tell,
            )
        else:
            self._window.work.ask(
                lambda desk, about: desk.arrangement(about, entry.revision),
                issue_id,
                lambda plan: self._restore_arrangement(entry, plan),
                self._window.tell,
            )

    def _restore_details(self, entry: Entry, stood: Standing, now: Standing) -> None:
        """The publication and its template are not an issue's own: they stay."""
        head = replace(
            stood.head, id=now.head.id, publication=now.head.publication, template=now.head.template
        )
        if head == now.head:
            self._window.notices.say(self.tr("The details are as they were then."))
            return
        said = self.tr("Restored the details of {time}").format(time=words.moment(entry.at))
        work = self._window.work
        work.act(acts.UpdateIssue(head), said, then=lambda: work.done.emit(said))

    def _restore_arrangement(self, entry: Entry, plan: Plan) -> None:
        if not plan.acts:
            self._window.notices.say(self.tr("Sections and articles stand as they stood then."))
            return
        said = self.tr("Restored the arrangement of {time}").format(time=words.moment(entry.at))
        work, told = self._window.work, said
        if plan.elsewhere:
            told = self.tr("{done}; {count} articles stay in other issues").format(
                done=said, count=plan.elsewhere
            )
        work.steps(plan.acts, said, then=lambda: work.done.emit(told))


def _listing(standing: Standing) -> list[tuple[str, tuple[()]]]:
    """What stood where, one line a section and an article."""
    lines: list[tuple[str, tuple[()]]] = []
    for section in standing.sections:
        lines.append((section.title or "—", ()))
        lines.extend((f"　{article.title}", ()) for article in section.articles)
    return lines

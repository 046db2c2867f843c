"""The issues that were open last: remembered, offered in the file menu, named for the start page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.tree.nodes import Kind, issue_title
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.gui.tree.model import TreeModel
    from bulletin_desktop.gui.window import MainWindow

SHOWN = 10


@dataclass(frozen=True, slots=True)
class RecentIssue:
    """An issue that is still there, its name as a person says it, and when it was worked on last."""

    id: str
    title: str
    at: dt.datetime


def issue_names(model: TreeModel) -> dict[str, str]:
    """Return the full name of every issue the tree knows, by its id: publication, year and number."""
    words = QCoreApplication.translate("RecentIssues", "{publication} {year} {number}")
    return {
        row.id: words.format(
            publication=year.ancestor(Kind.PUBLICATION).title,
            year=row.year,
            number=issue_title(row.number, row.supplement),
        )
        for year in model.walk()
        if year.kind is Kind.YEAR
        for row in year.rows
    }


def day_and_time(at: dt.datetime, now: dt.datetime) -> str:
    """Return *at* as a person says it at *now*: today's or yesterday's time, else the date."""
    days = (now.date() - at.date()).days
    if days == 0:
        return QCoreApplication.translate("RecentIssues", "today {time}").format(time=f"{at:%H:%M}")
    if days == 1:
        return QCoreApplication.translate("RecentIssues", "yesterday {time}").format(time=f"{at:%H:%M}")
    if at.year == now.year:
        return QCoreApplication.translate("RecentIssues", "{month}/{day}").format(month=at.month, day=at.day)
    return f"{at:%Y-%m-%d}"


class RecentIssues(QObject):
    """Notes what is open, and fills the file menu's list each time it is looked at."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menu = window.menu_recent
        self._menu.aboutToShow.connect(self._fill)
        window.editing.issue_shown.connect(self._note)
        window.session.saved.connect(lambda _at: self._note(window.session.issue))

    def issues(self) -> tuple[RecentIssue, ...]:
        """Return the last ones that are still in the library, the latest first."""
        names = issue_names(self._window.tree.model)
        known = [
            RecentIssue(issue_id, names[issue_id], at.astimezone())
            for issue_id, at in self._window.memory.recent
            if issue_id in names
        ]
        return tuple(known[:SHOWN])

    def open(self, issue_id: str) -> None:
        """Open an issue, and unfold it in the tree."""
        self._window.editing.open_issue(issue_id)
        self._window.tree.show_issue(issue_id)

    def _note(self, issue: Issue | None) -> None:
        if issue is not None:
            self._window.memory.note_open(issue.id, dt.datetime.now().astimezone())

    def _fill(self) -> None:
        self._menu.clear()
        now = dt.datetime.now().astimezone()
        for nth, issue in enumerate(self.issues(), start=1):
            words = self.tr("{title}, {time}").format(title=issue.title, time=day_and_time(issue.at, now))
            action = QAction(f"&{nth % 10} {words.replace('&', '&&')}", self._menu)
            action.triggered.connect(lambda _checked=False, chosen=issue.id: self.open(chosen))
            self._menu.addAction(action)
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("Nothing was open yet")).setEnabled(False)

    def shut_down(self) -> None:
        """Nothing runs beside the window."""

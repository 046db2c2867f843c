"""The start page: it shows by itself for an empty library, and from the help menu at any time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.recent import RecentIssues, day_and_time

if TYPE_CHECKING:
    from bulletin_desktop.gui.tour.flow import TourFlow
    from bulletin_desktop.gui.window import MainWindow


class StartPage(QObject):
    """Fills the welcome page with what was open last, and leaves it as soon as an issue is shown."""

    def __init__(self, window: MainWindow, recent: RecentIssues, tour: TourFlow) -> None:
        super().__init__(window)
        self._window = window
        self._recent = recent
        window.action_start_page.triggered.connect(self.show)
        window.welcome.go_on.connect(self._go_on)
        window.welcome.tour.connect(tour.begin)
        window.welcome.left.connect(self._leave)
        window.editing.issue_shown.connect(self._shown)
        window.editing.library_read.connect(lambda has_issues: None if has_issues else self._fill())

    def show(self) -> None:
        """Show the page; the open issue stays open behind it."""
        window = self._window
        if not window.reviewing:
            self._fill()
            window.pages.setCurrentWidget(window.welcome)
            window.welcome.setFocus()

    def _fill(self) -> None:
        now = dt.datetime.now().astimezone()
        offers = [(each.id, each.title, day_and_time(each.at, now)) for each in self._recent.issues()]
        self._window.welcome.offer(offers, tour=self._window.session.issue is not None)

    def _go_on(self, issue_id: str) -> None:
        self._recent.open(issue_id)
        self._leave()

    def _shown(self, issue: Issue | None) -> None:
        if issue is not None:
            self._leave()

    def _leave(self) -> None:
        window = self._window
        if window.pages.currentWidget() is window.welcome and window.tree.model.issues():
            window.pages.setCurrentWidget(window.work_page)
            window.editor.setFocus()

    def shut_down(self) -> None:
        """Nothing runs beside the window."""

"""Keeps in the library how many pages an issue fills: the tree tells it before the issue is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.typeset.layout import Layout

QUIET = 2000  # ms without a change


class PageNotes(QObject):
    """Notes pages once nobody types for a while, or when another issue is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._backend = window.backend
        self._issue_id = ""
        self._pages = 0
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._when_quiet)
        window.session.laid_out.connect(self._laid_out)
        window.session.opened.connect(self._opened)

    def _laid_out(self, layout: Layout) -> None:
        issue = self._session.issue
        if issue is not None:
            self._issue_id, self._pages = issue.id, len(layout.pages)
            self._timer.start()

    def _opened(self, issue: object) -> None:
        if getattr(issue, "id", "") != self._issue_id:
            self._note()

    def _when_quiet(self) -> None:
        if self._session.unsaved:
            self._timer.start()  # saving will make the library forget the pages
        else:
            self._note()

    def _note(self) -> None:
        issue_id, self._issue_id = self._issue_id, ""
        self._timer.stop()
        if issue_id:
            pages = self._pages
            self._backend.submit(lambda desk: desk.note_pages(issue_id, pages))

    def shut_down(self) -> None:
        """Note what is known; what was typed is on its way to the library before it."""
        self._note()

"""The exchange with colleagues, plugged into the window: its actions, and files that are dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.gui.exchange.receiving import Receiving
from bulletin_desktop.gui.exchange.sending import Sending
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class Exchange(QObject):
    """Sends the open issue or the selected articles, and takes in what is opened or dropped."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sending, self.receiving = Sending(window), Receiving(window)
        window.parcels.connect(self.receiving.open_files)
        does = {
            window.action_send_issue: self.sending.send_issue,
            window.action_send_articles: self.sending.send_articles,
            window.action_receive: self.receiving.choose_file,
        }
        for action, slot in does.items():
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        window.tree.selection_changed.connect(self._enable)
        window.editing.issue_shown.connect(self._enable)
        window.editing.place_changed.connect(self._enable)
        self._enable()

    def shut_down(self) -> None:
        """Nothing runs beside the window's thread."""

    def _enable(self, *_news: object) -> None:
        issue = self._window.session.issue
        articles = any(node.kind is Kind.ARTICLE for node in self._window.tree.selected())
        self._window.action_send_issue.setEnabled(issue is not None and issue.id != MANUSCRIPTS)
        self._window.action_send_articles.setEnabled(articles or bool(self._window.editing.article_id))

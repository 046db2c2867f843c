"""From the palette's key to what is done: what is offered for what is typed, and carrying it out."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bulletin_desktop.gui.palette.entries import Entry, commands, entry
from bulletin_desktop.gui.palette.matching import score
from bulletin_desktop.gui.recent import RecentIssues, day_and_time, issue_names

if TYPE_CHECKING:
    from bulletin_desktop.gui.palette.popup import Palette
    from bulletin_desktop.gui.window import MainWindow

_ISSUES, _ARTICLES = 8, 30  # shown at most


class PaletteFlow(QObject):
    """Ctrl+Shift+P offers commands, issues and articles, Ctrl+Shift+O issues and articles alone."""

    def __init__(self, window: MainWindow, recent: RecentIssues) -> None:
        super().__init__(window)
        self._window = window
        self._recent = recent
        self._palette: Palette | None = None
        self._english: dict[str, str] | None = None
        self._commands: list[Entry] = []
        self._issues: list[Entry] | None = None  # until the tree is read anew
        self._asked = ""
        window.tree.model.filled.connect(self._forget_issues)
        window.action_palette.triggered.connect(lambda: self.open(everything=True))
        window.action_go_to.triggered.connect(lambda: self.open(everything=False))

    def open(self, everything: bool) -> None:
        """Show the palette, with commands or without."""
        window = self._window
        if self._palette is None:
            from bulletin_desktop.gui.palette.popup import Palette

            self._palette = Palette(window)
            self._palette.asked.connect(self._answer)
            self._palette.chosen.connect(self._run)
        if self._english is None:
            self._english = window.catalog.sources()
        self._commands = commands(window, self._english) if everything else []
        self._palette.open(
            self.tr("A command, an issue or an article: 导出, export or dc")
            if everything
            else self.tr("The title of an issue or an article")
        )

    def _answer(self, typed: str) -> None:
        self._asked = typed
        words = typed.lower().split()
        if not words:
            self._palette.show_entries([*self._recent_commands(), *self._recent_issues()])
            return
        bonus = {name: 20 - nth for nth, name in enumerate(self._window.memory.commands)}
        ranked = [(score(words, each), each) for each in self._commands]
        ranked = [
            (points + bonus.get(each.name, 0) - 1000 * (not each.enabled), each)
            for points, each in ranked
            if points
        ]
        ranked.sort(key=lambda pair: -pair[0])  # stable: what ranks alike stays in the menus' order
        issues = [each for each in self._all_issues() if score(words, each)][:_ISSUES]
        self._palette.show_entries([*(each for _, each in ranked), *issues])
        self._window.backend.submit(
            lambda desk: desk.find_titles(typed, _ARTICLES),
            done=lambda found: self._add_articles(typed, found),
            failed=self._window.tree.failed.emit,
        )

    def _add_articles(self, typed: str, found: tuple[Any, ...]) -> None:
        if typed == self._asked and self._palette.isVisible():
            names = {each.name: each.title for each in self._all_issues()}
            self._palette.add_entries([self._article(match, names) for match in found])
            if self._palette.model.rowCount() == 0:
                self._palette.add_entries([entry(self.tr("Nothing has this name"), "", int, enabled=False)])

    def _article(self, match: Any, names: dict[str, str]) -> Entry:
        run = partial(self._open_article, match.issue_id, match.article.id)
        return entry(match.article.title or self.tr("Untitled"), names.get(match.issue_id, ""), run)

    def _recent_commands(self) -> list[Entry]:
        """Every command, those chosen last before the others."""
        order = {name: nth for nth, name in enumerate(self._window.memory.commands)}
        return sorted(self._commands, key=lambda each: order.get(each.name, len(order)))

    def _recent_issues(self) -> list[Entry]:
        now = dt.datetime.now().astimezone()
        return [
            entry(each.title, day_and_time(each.at, now), partial(self._recent.open, each.id), name=each.id)
            for each in self._recent.issues()
        ]

    def _all_issues(self) -> list[Entry]:
        if self._issues is None:
            self._issues = [
                entry(title, "", partial(self._recent.open, issue_id), name=issue_id)
                for issue_id, title in issue_names(self._window.tree.model).items()
            ]
        return self._issues

    def _forget_issues(self, issue_id: str) -> None:
        if not issue_id:
            self._issues = None

    def _open_article(self, issue_id: str, article_id: str) -> None:
        self._window.editing.open_article(article_id)
        self._recent.open(issue_id)
        self._window.tree.select((article_id,))

    def _run(self, chosen: Entry) -> None:
        if chosen.fuzzy:
            self._window.memory.note_command(chosen.name)
        chosen.run()

    def shut_down(self) -> None:
        """The palette listens to the application's focus."""
        if self._palette is not None:
            self._palette.detach()

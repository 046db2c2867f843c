"""A quick list of the places that selected rows can be moved to, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.gui.palette.entries import Entry, entry
from bulletin_desktop.gui.palette.matching import score
from bulletin_desktop.gui.recent import issue_names
from bulletin_desktop.gui.tree.mime import dragged
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.palette.popup import Palette
    from bulletin_desktop.gui.window import MainWindow

_SHOWN = 200


class MoveFlow(QObject):
    """Offers sections of the issue first, then the manuscripts, then every issue, the newest first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tree = window.tree
        self._palette: Palette | None = None
        self._rows = Dragged()
        self._entries: list[Entry] = []

    def open(self, rows: Dragged | None = None) -> None:
        """Ask where *rows* shall go, or else what is selected in the tree."""
        self._rows = rows or dragged(self._tree.selected())
        if not self._rows.articles and not self._rows.sections:
            return
        if self._palette is None:
            from bulletin_desktop.gui.palette.popup import Palette

            self._palette = Palette(self._window)
            self._palette.asked.connect(self._answer)
            self._palette.chosen.connect(lambda chosen: chosen.run())
        self._entries = [*self._sections(), *self._manuscripts(), *self._issues()]
        self._palette.open(self.tr("Move to: a section or an issue"))

    def _answer(self, typed: str) -> None:
        words = typed.lower().split()
        ranked = [(score(words, each) if words else 1, each) for each in self._entries]
        ranked = [pair for pair in ranked if pair[0]]
        ranked.sort(key=lambda pair: -pair[0])
        self._palette.show_entries([each for _, each in ranked[:_SHOWN]])

    def _to(self, title: str, path: str, place: Place) -> Entry:
        return entry(title, path, partial(self._tree.move_to, place, self._rows))

    def _sections(self) -> Iterator[Entry]:
        if self._rows.sections:
            return
        names = issue_names(self._tree.model)
        for node in self._tree.model.walk():
            if node.kind is Kind.SECTION and node.holder is not None:
                place = Place(Kind.SECTION, node.id, issue_id=node.holder.id)
                yield self._to(node.title, names.get(node.holder.id, ""), place)

    def _manuscripts(self) -> Iterator[Entry]:
        if not self._rows.sections:
            yield self._to(self.tr("Manuscripts"), "", Place(Kind.ISSUE, MANUSCRIPTS))

    def _issues(self) -> Iterator[Entry]:
        for issue_id, title in issue_names(self._tree.model).items():
            yield self._to(title, "", Place(Kind.ISSUE, issue_id))

    def detach(self) -> None:
        """Stop following the focus, before the panes go."""
        if self._palette is not None:
            self._palette.detach()

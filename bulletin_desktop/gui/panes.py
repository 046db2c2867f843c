"""The three panes of the window: how wide they are, and when the preview folds to a strip."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

FOLD = 1120  # logical pixels of the window's width below which the preview folds
_TREE = (0.20, 232, 320)  # share of the window, at least, at most
_PREVIEW_SHARE = 0.33
_LEAST_TREE, _LEAST_MIDDLE, _LEAST_PREVIEW = 160, 320, 220


class Panes(QObject):
    """Lays out tree, editor and preview of *window*, which has them as attributes by its form."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._by_hand: bool | None = None  # whether the person wants the preview, since the last fold
        panes = window.panes
        for pane, stretch, least in (
            (window.tree, 0, _LEAST_TREE),
            (window.column, 2, _LEAST_MIDDLE),
            (window.preview, 1, _LEAST_PREVIEW),
        ):
            panes.setStretchFactor(panes.indexOf(pane), stretch)
            pane.setMinimumWidth(least)
        panes.setCollapsible(panes.indexOf(window.preview), False)
        window.action_default_layout.triggered.connect(self.reset)

    def share_width(self) -> None:
        """Give each pane its share of a window that nobody has arranged yet."""
        share, least, most = _TREE
        width = self._window.width()
        tree = min(most, max(least, round(width * share)))
        preview = round(width * _PREVIEW_SHARE)
        self._window.panes.setSizes([tree, width - tree - preview, preview])

    def fold(self) -> None:
        """Show the preview or its strip, by the window's width unless the person has chosen."""
        window = self._window
        shown = window.width() >= FOLD if self._by_hand is None else self._by_hand
        window.preview.setVisible(shown)
        window.strip.setVisible(not shown)
        window.action_show_preview.setChecked(shown)
        window.action_show_tree.setChecked(window.tree.isVisibleTo(window))

    def reset(self) -> None:
        """Stand as on the first day: tree and pages by the window's width, panels folded."""
        self._by_hand = None
        self._window.panels.fold()
        self._window.tree.show()
        self.fold()
        self.share_width()

    def kept(self) -> str:
        """Return what `restore` takes: whether the tree is hidden, and what was chosen for the pages."""
        tree = self._window.tree.isVisibleTo(self._window)
        pages = {None: "", True: "shown", False: "hidden"}[self._by_hand]
        return f"{'' if tree else 'hidden'}/{pages}"

    def restore(self, kept: str) -> None:
        """Fold as *kept* says; what it does not know is left as it is."""
        tree, _, pages = kept.partition("/")
        self._window.tree.setHidden(tree == "hidden")
        self._by_hand = {"shown": True, "hidden": False}.get(pages)
        self.fold()

    def show_tree(self, shown: bool) -> None:
        """Show the tree or not, as the person has chosen."""
        self._window.tree.setVisible(shown)

    def show_preview(self, shown: bool) -> None:
        """Show the preview or not, as the person has chosen, until the window becomes wide or narrow."""
        self._by_hand = shown
        self.fold()

    def resized(self, before: int, now: int) -> None:
        """Take the window's new width."""
        if (before >= FOLD) != (now >= FOLD):
            self._by_hand = None
        self.fold()

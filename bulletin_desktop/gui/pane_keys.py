"""F6 and Shift+F6: from pane to pane, as in Word, so that no pane holds the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class PaneKeys(QObject):
    """Takes the focus round: tree, text, open panel, pages or their strip, tools."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.action_next_pane.triggered.connect(lambda: self.turn(1))
        window.action_previous_pane.triggered.connect(lambda: self.turn(-1))

    def turn(self, step: int) -> None:
        """Go to the next (1) or previous (-1) pane that is shown, round at the ends."""
        panes = [(pane, target) for pane, target in self._panes() if target is not None]
        focus = QApplication.focusWidget()
        at = next((nth for nth, (pane, _) in enumerate(panes) if _holds(pane, focus)), -1 if step > 0 else 0)
        if panes:
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            panes[(at + step) % len(panes)][1].setFocus(reason)

    def _panes(self) -> list[tuple[QWidget, QWidget | None]]:
        """Each pane with what takes the focus in it, None if nothing does now."""
        window = self._window
        open_panel = window.panels.made(window.panels.open_name)
        panes = (window.tree, window.middle.currentWidget(), open_panel, window.preview, window.strip)
        shown = [(pane, _entrance(pane)) for pane in panes if pane is not None and pane.isVisible()]
        if window.pages.currentWidget() is not window.work_page:
            shown = [(window.pages.currentWidget(), _entrance(window.pages.currentWidget()))]
        return [*shown, (window.tool_bar, _entrance(window.tool_bar))]

    def shut_down(self) -> None:
        """Nothing runs beside the window."""


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _entrance(pane: QWidget) -> QWidget | None:
    """What takes the focus in *pane*: itself, its proxy, or the first widget that Tab reaches."""
    candidates = [pane.focusProxy() or pane]
    following = pane.nextInFocusChain()
    while following is not pane:
        if pane.isAncestorOf(following):
            candidates.append(following.focusProxy() or following)
        following = following.nextInFocusChain()
    return next((each for each in candidates if _takes_tab(each)), None)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()

"""Nothing but the sheet: tree, pages and bars go away until Esc or the key is pressed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow

_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name


class FocusMode(QObject):
    """Hides what stands round the editor, and shows it again as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._widths = window.panes.saveState()
        self._panel = ""  # what was open below the text, as `PanelArea.restore` takes it
        self._sheet = window.editor.focusProxy()
        window.action_focus.toggled.connect(self._turn)
        window.editing.place_changed.connect(self._leave_without_article)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the sheet ends it; the window must not be closed, and so remembered, without its panes."""
        if watched is self._sheet and _is_escape(event) and not self._sheet.composing:
            self._window.action_focus.setChecked(False)
            return True
        if watched is self._window and event.type() == QEvent.Type.Close:
            self._window.action_focus.setChecked(False)
        return super().eventFilter(watched, event)

    def _leave_without_article(self, _issue: str, article: str) -> None:
        if not article:
            self._window.action_focus.setChecked(False)

    def _turn(self, on: bool) -> None:
        window = self._window
        if on:
            for watched in (window, self._sheet):
                watched.installEventFilter(self)
            self._panel = window.panels.kept()
            window.panels.fold()
            self._widths = window.panes.saveState()
            around = (window.tree, window.preview, window.strip, window.panels)
            bars = (window.tool_bar, window.status_bar)
            self._hidden = [widget for widget in (*around, *bars) if not widget.isHidden()]
            for widget in self._hidden:
                widget.hide()
            window.menu_bar.setMaximumHeight(0)  # hidden, its actions would lose their keys
            window.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.shut_down()
        window.menu_bar.setMaximumHeight(_UNBOUNDED)
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        window.panes.restoreState(self._widths)
        window.panels.restore(self._panel)

    def shut_down(self) -> None:
        """Watch no more: every event of the sheet would come by here."""
        for watched in (self._window, self._sheet):
            watched.removeEventFilter(self)


def _is_escape(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )

"""What can be chosen about the pane: one menu for its bar and for the window's view menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from bulletin_desktop.gui.preview.geometry import Fit, Zoom

_FACTORS = (0.5, 0.75, 1.0, 1.5, 2.0)
_STEP = 1.2  # what a key zooms by
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Choices(QObject):
    """The entries, and the keys that mean them anywhere in the pane.

    The keys are no shortcuts of the window: some mean something else in the editor. The pane takes them
    from `meaning` before the window does.
    """

    zoom_wanted = Signal(object)  # Zoom
    magnified = Signal(float)  # by how much
    page_asked = Signal()
    find_asked = Signal()
    next_asked = Signal(int)  # 1 or -1: another of what was found
    copy_asked = Signal()
    all_asked = Signal()
    plain_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(self.tr("Pa&ges"), parent)
        self._sizes = QActionGroup(self)
        self._size(self.tr("Fit width"), Fit.WIDTH, "Ctrl+0")
        self._size(self.tr("Fit page"), Fit.PAGE)
        self.menu.addSeparator()
        for factor in _FACTORS:
            self._size(f"{factor:.0%}", factor)
        self._entry(self.tr("Larger"), partial(self.magnified.emit, _STEP), "Ctrl++")
        self._entry(self.tr("Smaller"), partial(self.magnified.emit, 1 / _STEP), "Ctrl+-")
        self.menu.addSeparator()
        self.two_pages = self._switch(self.tr("Two pages side by side"))
        self.thumbnails = self._switch(self.tr("Page thumbnails"))
        self.menu.addSeparator()
        self._entry(self.tr("Go to a page…"), self.page_asked.emit, "Ctrl+G")
        self._entry(self.tr("Find on the pages…"), self.find_asked.emit, "Ctrl+F")
        self.menu.addSeparator()
        self.even = self._switch(self.tr("Fill up to an even number of pages"))
        self.plain = self._entry(self.tr("Spacing as the template has it"), self.plain_asked.emit)
        self.menu.addSeparator()
        self.check = self._entry(self.tr("Check with LibreOffice"), self.check_asked.emit)
        self.check.setToolTip(self.tr("Render the Word file with LibreOffice and compare every line"))
        self.enable(False)
        self.plain.setEnabled(False)

    def enable(self, pages: bool) -> None:
        """Offer what needs pages only where there are some."""
        for action in (self.even, self.check):
            action.setEnabled(pages)

    def show_zoom(self, zoom: Zoom) -> None:
        """Check the entry of a zoom, if it has one."""
        for action in self._sizes.actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() == zoom)

    def meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does in the pane, whichever part of it has the focus; None if nothing."""
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F3 and not modifiers & ~_SHIFT:
            return partial(self.next_asked.emit, -1 if modifiers & _SHIFT else 1)
        if not modifiers & _CONTROL or modifiers & ~(_CONTROL | _SHIFT):
            return None
        meanings: dict[int, Callable[[], object]] = {
            Qt.Key.Key_0: partial(self.zoom_wanted.emit, Fit.WIDTH),
            Qt.Key.Key_Plus: partial(self.magnified.emit, _STEP),
            Qt.Key.Key_Equal: partial(self.magnified.emit, _STEP),
            Qt.Key.Key_Minus: partial(self.magnified.emit, 1 / _STEP),
            Qt.Key.Key_F: self.find_asked.emit,
            Qt.Key.Key_G: self.page_asked.emit,
            Qt.Key.Key_C: self.copy_asked.emit,
            Qt.Key.Key_A: self.all_asked.emit,
        }
        shifted = modifiers & _SHIFT and key not in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
        return None if shifted else meanings.get(key)

    def _size(self, text: str, zoom: Zoom, key: str = "") -> None:
        action = self._entry(text, partial(self.zoom_wanted.emit, zoom), key)
        action.setCheckable(True)
        action.setData(zoom)
        self._sizes.addAction(action)

    def _switch(self, text: str) -> QAction:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        return action

    def _entry(self, text: str, slot: Callable[[], object], key: str = "") -> QAction:
        """An entry with its key in words beside it."""
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.menu.addAction(f"{text}\t{shown}" if shown else text)
        action.triggered.connect(lambda _checked=False: slot())
        return action

"""The palette itself: a field and a list over the window's upper part, gone when another is touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from bulletin_desktop.gui import floating
from bulletin_desktop.gui.palette.entries import Entry
from bulletin_desktop.gui.palette.model import EntryDelegate, EntryModel

_WIDTH = 640
_ROWS = 12
_MARGIN = 8
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QFrame):
    """Lies over *window*. *asked* carries what was typed, *chosen* the entry once the palette is closed."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("What to look for"))
        self.model = EntryModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.asked)
        self.list.clicked.connect(lambda _index: self._choose())
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_changed)
        self.hide()

    def open(self, hint: str) -> None:
        """Come up empty; *hint* says what can be typed."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.field.setPlaceholderText(hint)
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.asked.emit("")

    def show_entries(self, entries: list[Entry]) -> None:
        """Show what was found, the first one chosen."""
        self.model.show(entries)
        self.list.setCurrentIndex(self.model.index(0))
        self._place()

    def add_entries(self, entries: list[Entry]) -> None:
        """Show more below; what is chosen stays."""
        nothing = self.model.rowCount() == 0
        self.model.append(entries)
        if nothing:
            self.list.setCurrentIndex(self.model.index(0))
        self._place()

    def shut(self) -> None:
        """Go, and give the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def detach(self) -> None:
        """Stop following the focus, before the window goes."""
        QApplication.instance().focusChanged.disconnect(self._focus_changed)

    def _choose(self) -> None:
        entry = self.model.entry(self.list.currentIndex().row())
        if entry is None or not entry.enabled:
            return
        self.shut()
        QTimer.singleShot(0, self, lambda: self.chosen.emit(entry))  # once the focus is back where it was

    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        row = self.list.currentIndex().row() + step
        if abs(step) == 1:
            row = 0 if row > last else last if row < 0 else row
        self.list.setCurrentIndex(self.model.index(max(0, min(last, row))))

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 64)
        row = self.list.sizeHintForRow(0) if self.model.rowCount() else self.field.sizeHint().height()
        rows = max(1, min(_ROWS, self.model.rowCount()))
        height = self.field.sizeHint().height() + rows * row + 3 * _MARGIN + 4
        self.setGeometry((self._window.width() - width) // 2, 40, width, height)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.field and self.isVisible():
            self._before = None  # the person has gone elsewhere
            self.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in _ENTER:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.shut()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        floating.paint_ground(self)

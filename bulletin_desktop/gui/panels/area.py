"""The foldable area below the text: one panel at a time, and a strip of their names that is always there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui import icons, theme, tips

STRIP = 30  # logical pixels
_LEAST = 112  # of an open panel, without the strip
_LEAST_WIDE = 260  # of a wide panel, with the strip, as long as nobody has made it lower
_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name

Factory = Callable[[QWidget], QWidget]


class PanelArea(QWidget):
    """Panels are made when they are opened for the first time: starting the program pays for none.

    `changed` carries the name of the panel that is open now, empty when the area is folded. Escape in a panel
    folds it; *left* then asks for the focus to go back to the text. A wide panel takes the area along below
    all panes; folded, it stands below the text again.
    """

    changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories: dict[str, Factory] = {}
        self._made: dict[str, QWidget] = {}
        self._actions: dict[str, QAction] = {}
        self._wide: set[str] = set()
        self._below_all: QSplitter | None = None
        self._home = parent
        self._open = ""
        self._heights = {False: 0, True: 0}  # of the open area, whether wide, kept while it is folded
        self._strip = QFrame(self)
        self._strip.setFixedHeight(STRIP)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addStretch(1)
        self._close = QToolButton(self._strip, autoRaise=True)
        self._close.setAccessibleName(self.tr("Fold the panel"))
        self._close.setToolTip(self.tr("Fold the panel (Esc)"))
        self._close.clicked.connect(self.fold)
        row.addWidget(self._close)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumHeight(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._stack, 1)
        self._dress()
        self.fold()
        self.hide()  # until there is a panel

    def widen_into(self, splitter: QSplitter) -> None:
        """Say where wide panels stand: below the panes in a vertical *splitter*."""
        self._below_all = splitter

    def add(self, name: str, title: str, factory: Factory, wide: bool = False) -> QAction:
        """Offer a panel; return the checkable action that opens and folds it, for a menu and its keys."""
        self._factories[name] = factory
        if wide:
            self._wide.add(name)
        action = QAction(title, self)
        action.setCheckable(True)
        action.setIconText(tips.plain(title))
        action.triggered.connect(lambda checked: self.open(name) if checked else self.fold())
        self._actions[name] = action
        button = QToolButton(self._strip, autoRaise=True)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = self._strip.layout()
        row.insertWidget(row.count() - 2, button)
        self.show()
        return action

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all panels, open or not."""
        return tuple(self._factories)

    @property
    def open_name(self) -> str:
        """The name of the open panel; empty when the area is folded."""
        return self._open

    def panel(self, name: str) -> QWidget:
        """Return a panel, made now if it was not open yet."""
        if name not in self._made:
            self._made[name] = self._factories[name](self._stack)
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """Return a panel if it was open once; None if nobody has asked for it."""
        return self._made.get(name)

    def open(self, name: str) -> QWidget:
        """Open a panel, give it the focus and return it."""
        panel = self.panel(name)
        self._stack.setCurrentWidget(panel)
        moved = self._stand(wide=name in self._wide)
        if moved or not self._open:
            self._stack.show()
            self._close.show()
            self.setMaximumHeight(_UNBOUNDED)
            self.setMinimumHeight(STRIP + _LEAST)
            self._share()
        self._tell(name)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return panel

    def fold(self) -> None:
        """Show the strip alone."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._note_height()
        self._stack.hide()
        self._close.hide()
        self.setMinimumHeight(STRIP)
        self.setMaximumHeight(STRIP)
        self._tell("")
        self._stand(wide=False)
        if inside:
            self.left.emit()

    def kept(self) -> str:
        """Return what `restore` takes: the open panel and the area's heights, below the text and wide."""
        self._note_height()
        return f"{self._open} {self._heights[False]} {self._heights[True]}"

    def restore(self, kept: str) -> None:
        """Stand as *kept* says; what it does not know is left as it is. The focus stays where it is."""
        name, *heights = kept.split(" ")
        for wide, height in zip((False, True), heights, strict=False):
            self._heights[wide] = int(height) if height.isdecimal() else 0
        if heights and name in self._factories:
            focus = self.window().focusWidget()
            self.open(name)
            if focus is not None:
                focus.setFocus()

    @property
    def _is_wide(self) -> bool:
        return self._below_all is not None and self.parentWidget() is self._below_all

    def _note_height(self) -> None:
        if self._open:
            self._heights[self._is_wide] = self.height()

    def _stand(self, wide: bool) -> bool:
        """Stand below all panes or below the text; whether that was elsewhere before."""
        if self._below_all is None or wide == self._is_wide:
            return False
        self._note_height()
        if wide:
            self._home = self.parentWidget()
        hidden = self.isHidden()
        (self._below_all if wide else self._home).addWidget(self)
        self.setHidden(hidden)
        return True

    def _share(self) -> None:
        """Take the height it had, or two fifths, from the splitter it stands in."""
        splitter = self.parentWidget()
        if hasattr(splitter, "setSizes"):
            whole = sum(splitter.sizes())
            usual = max(whole * 2 // 5, _LEAST_WIDE if self._is_wide else 0)
            height = max(STRIP + _LEAST, min(self._heights[self._is_wide] or usual, whole * 3 // 4))
            splitter.setSizes([whole - height, height])

    def _tell(self, name: str) -> None:
        changed = name != self._open
        self._open = name
        for each, action in self._actions.items():
            action.setChecked(each == name)
        if changed:
            self.changed.emit(name)

    def _dress(self) -> None:
        self._close.setIcon(icons.icon("x", theme.tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.fold()
            return
        super().keyPressEvent(event)

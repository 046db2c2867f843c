"""Special characters: those used last, and groups of others, all within reach of the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QTabBar, QVBoxLayout, QWidget

from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

GROUPS = (
    (QT_TRANSLATE_NOOP("Symbols", "Common"), "〔〕《》【】「」『』※★☆●○◎◆◇■□▲△▼▽→←↑↓—…·～℃‰№㎡§×÷±≤≥≠"),
    (
        QT_TRANSLATE_NOOP("Symbols", "Punctuation"),
        "〔〕【】《》〈〉「」『』〖〗（）［］｛｝“”‘’、。，；：？！—…·～〃々〇＿／＼｜",
    ),
    (
        QT_TRANSLATE_NOOP("Symbols", "Numbers"),
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ½⅓¼¾",
    ),
    (
        QT_TRANSLATE_NOOP("Symbols", "Units"),
        "℃％‰°′″㎡㎥㎞㎝㎜㎏㎎㏄￥£€×÷±＋－＝≈≠≤≥＜＞∶∞∑√∠⊥∥∵∴∈∩∪²³",
    ),
    (QT_TRANSLATE_NOOP("Symbols", "Signs"), "※★☆●○◎◆◇■□▲△▼▽→←↑↓↗↘⇒⇔√×✓№§☎✉♀♂〒◤◢◣◥│─┌┐└┘├┤┬┴┼"),
)  # fmt: skip
"""Each group by its name; a character may stand in several."""
COLUMNS = 12
RECENT = COLUMNS
_CELL = 36  # logical pixels at a text of 13


class _Grid(QListWidget):
    """Characters in rows; `picked` carries the one that was chosen, and whether more shall follow."""

    picked = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.setFont(font)
        side = max(_CELL, round(self.fontMetrics().height() * 1.5))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(side, side))
        self.setSpacing(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(side * COLUMNS + 2 * self.frameWidth() + 1)  # Qt breaks a row that just fits
        self.itemClicked.connect(self._clicked)

    def show_rows(self, rows: int) -> None:
        """Be as high as *rows* of characters."""
        self.setFixedHeight(rows * self.gridSize().height() + 2 * self.frameWidth())

    def fill(self, characters: Sequence[str]) -> None:
        """Show *characters*, the first of them current."""
        self.clear()
        for character in characters:
            item = QListWidgetItem(character, self)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setSizeHint(self.gridSize())
            item.setToolTip(f"{character}  U+{ord(character):04X}")
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._pick(self.currentItem(), event.modifiers())
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCurrentRow(self.currentRow())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only the list with the focus shows a chosen character."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _clicked(self, item: QListWidgetItem) -> None:
        self._pick(item, QCoreApplication.instance().keyboardModifiers())

    def _pick(self, item: QListWidgetItem, modifiers: Qt.KeyboardModifier) -> None:
        self.picked.emit(item.text(), bool(modifiers & Qt.KeyboardModifier.ShiftModifier))


class SymbolDialog(FittingDialog):
    """Lets characters be chosen; `chosen` carries each. *recent* are the ones chosen last, in order."""

    chosen = Signal(str)

    def __init__(self, recent: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Special characters"))
        self._recent_label = QLabel(self.tr("&Used last"), self)
        self.recent = _Grid(self)
        self.recent.setAccessibleName(self.tr("Used last"))
        self.recent.show_rows(1)
        self._recent_label.setBuddy(self.recent)
        self.groups = QTabBar(self)
        self.groups.setExpanding(False)
        self.groups.setUsesScrollButtons(False)  # they would take the focus on its way
        self.groups.setDrawBase(False)
        self.groups.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grid = _Grid(self)
        self.grid.show_rows(max(-(-len(characters) // COLUMNS) for _, characters in GROUPS))
        for name, _ in GROUPS:
            self.groups.addTab(QCoreApplication.translate("Symbols", name))
        hint = QLabel(self.tr("Enter puts it into the text, Shift+Enter keeps this open for more."), self)
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._recent_label, self.recent, self.groups, self.grid, hint):
            layout.addWidget(widget)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.groups.currentChanged.connect(self._show_group)
        for grid in (self.recent, self.grid):
            grid.picked.connect(self._picked)
        self.recent.fill(recent)
        self._recent_label.setVisible(bool(recent))
        self.recent.setVisible(bool(recent))
        self._show_group(0)
        (self.recent if recent else self.grid).setFocus()
        (self.grid if recent else self.recent).clearSelection()

    def _show_group(self, number: int) -> None:
        name, characters = GROUPS[number]
        self.grid.fill(characters)
        self.grid.setAccessibleName(QCoreApplication.translate("Symbols", name))

    def _picked(self, character: str, more: bool) -> None:
        self.chosen.emit(character)
        if not more:
            self.accept()

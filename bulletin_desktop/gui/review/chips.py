"""The quiet bar of the review: what was cleaned, counted; a click steps through it, a menu switches it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.values import dataclass

_PAD, _CARET, _GAP, _SIDE = 10, 20, 6, 16


@dataclass(frozen=True, slots=True)
class Chip:
    """One count. *key* says which; an *off* one counts nothing; *alarm* is in the colour of errors."""

    key: object
    text: str
    tip: str = ""
    off: bool = False
    alarm: bool = False
    menu: bool = True


class ChipButton(QAbstractButton):
    """A pill with a count. `menu_wanted` carries where its menu is to open."""

    menu_wanted = Signal(QPoint)

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another count of the same kind."""
        self.chip = chip
        self.setText(chip.text)
        self.setAccessibleName(chip.text)
        self.setAccessibleDescription(chip.tip)
        self.setToolTip(chip.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        caret = _CARET if self.chip.menu else _PAD
        return QSize(
            round(metrics.horizontalAdvance(self.text()) + _PAD + caret), round(metrics.height()) + 8
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _font(self) -> QFont:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 0.95)
        font.setStrikeOut(self.chip.off)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            focused = self.hasFocus()
            painter.setPen(QPen(tokens.accent if focused else tokens.edge, 1.5 if focused else 1))
            painter.setBrush(tokens.row_hover if self.underMouse() else tokens.base)
            if self.chip.off:
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            painter.setFont(self._font())
            painter.setPen(tokens.err if self.chip.alarm else tokens.muted if self.chip.off else tokens.text)
            text = area.adjusted(_PAD, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
            if self.chip.menu:
                middle = QPointF(self.width() - _CARET / 2 - 1, self.height() / 2)
                painter.setPen(QPen(tokens.muted, 1.4))
                painter.drawPolyline(
                    [middle + QPointF(-3, -1.5), middle + QPointF(0, 1.5), middle + QPointF(3, -1.5)]
                )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.chip.menu and event.position().x() > self.width() - _CARET:
            self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height())))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chip.menu:
            self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height())))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Menu) and self.chip.menu:
            self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height())))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class ChipBar(QWidget):
    """A row of chips; those that find no room are behind the last one.

    `stepped` carries the key of a clicked one, `menu_wanted` also where its menu is to open; `left` tells
    that the keyboard wants to go back to the lines.
    """

    stepped = Signal(object)
    menu_wanted = Signal(object, QPoint)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What was cleaned"))
        self._buttons: list[ChipButton] = []
        self._more = ChipButton(Chip(None, "…", self.tr("More of what was cleaned"), menu=False), self)
        self._more.clicked.connect(self._offer_hidden)

    @property
    def buttons(self) -> list[ChipButton]:
        """The chips, in order."""
        return self._buttons

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show *chips*; those of a key that is there already stay, with the focus they have."""
        known = {button.chip.key: button for button in self._buttons}
        wanted: list[ChipButton] = []
        for chip in chips:
            button = known.pop(chip.key, None)
            if button is None:
                button = self._made(chip)
            elif button.chip != chip:
                button.show_chip(chip)
            wanted.append(button)
        for button in known.values():
            button.hide()
            button.deleteLater()
        self._buttons = wanted
        for before, after in pairwise([*wanted, self._more]):
            QWidget.setTabOrder(before, after)
        self.setVisible(bool(wanted))
        self._place()

    def enter(self) -> None:
        """Give the keyboard to the first chip."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip, self)
        button.clicked.connect(lambda: self.stepped.emit(button.chip.key))
        button.menu_wanted.connect(lambda at: self.menu_wanted.emit(button.chip.key, at))
        return button

    def sizeHint(self) -> QSize:
        return QSize(320, self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        widths = [button.sizeHint().width() for button in self._buttons]
        room = self.width() - 2 * _SIDE
        more = self._more.sizeHint()
        if sum(widths) + _GAP * (len(widths) - 1) > room:
            room -= more.width() + _GAP
        x, fits = _SIDE, True
        for button, width in zip(self._buttons, widths, strict=True):
            fits = fits and x + width <= _SIDE + room
            button.setVisible(fits)
            if fits:
                button.setGeometry(x, 0, width, more.height())
                x += width + _GAP
        self._more.setVisible(not fits)
        self._more.setGeometry(x, 0, more.width(), more.height())

    def _offer_hidden(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = self._more.mapToGlobal(QPoint(0, self._more.height()))
        for button in self._buttons:
            if not button.isVisible():
                act: Callable[[], object] = partial(self.menu_wanted.emit, button.chip.key, at)
                if not button.chip.menu:
                    act = partial(self.stepped.emit, button.chip.key)
                menu.addAction(button.text(), act)
        menu.popup(at)

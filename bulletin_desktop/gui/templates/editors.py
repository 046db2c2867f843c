"""Where a value is changed: one small editor for each kind. Each says at once what it cannot take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.templates.units import Shown
from bulletin_desktop.typeset.template_schema import Field

_NUMBER = 72  # pixels
_SWATCH = 16


class NumberEdit(QLineEdit):
    """A number of one unit. *entered* carries the value, None where what stands there is not allowed."""

    entered = Signal(object)

    def __init__(self, field: Field, strength: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._strength = strength
        self._shown: Shown | None = None
        self._unset: object = None  # a value that means "not given", such as a pitch of nothing
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_NUMBER)
        self.textEdited.connect(self._read)

    @property
    def unit(self) -> str:
        """The unit a person sees."""
        return self._shown.word if self._shown else ""

    def allowed(self) -> str:
        """What may stand here, in words."""
        return self._shown.allowed(self._field) if self._shown else ""

    def show_value(self, raw: Any) -> None:
        """Show *raw*; a number that means it already stays as it was typed, one out of limits is none."""
        self._shown = Shown.of(raw)
        self._unset = None if self._shown.within(self._field, raw) else raw
        self.setPlaceholderText("" if self._unset is None else "—")
        if self._unset is not None:
            self.clear()
        elif self._value() != raw:
            self.setText(self._shown.text(raw))

    def _value(self) -> dict[str, Any] | None:
        return self._shown.raw(self.text(), self._strength) if self._shown else None

    def _read(self) -> None:
        raw = self._value()
        within = raw is not None and self._shown is not None and self._shown.within(self._field, raw)
        empty = self._unset if not self.text().strip() else None
        self.entered.emit(raw if within else empty)


class TextEdit(QLineEdit):
    """One line of words."""

    entered = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setMaxLength(round(field.most) or 60)
        self.setMinimumWidth(_NUMBER)
        self.textEdited.connect(self.entered.emit)
        if field.blanks:
            self.setToolTip(" ".join(f"{{{name}}}" for name in field.blanks))

    def allowed(self) -> str:
        """What may stand here, in words."""
        if self._field.blanks:
            names = " ".join(f"{{{name}}}" for name in self._field.blanks)
            return self.tr("In braces only {names}").format(names=names)
        return self.tr("Words of one line")

    def show_value(self, raw: Any) -> None:
        """Show *raw*."""
        if self.text() != raw:
            self.setText(str(raw))


class ChoiceBox(QComboBox):
    """One of several; the wheel over it scrolls the page instead. *editable* takes other words too."""

    entered = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, str]], editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for value, words in choices:
            self.addItem(words, value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if editable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.lineEdit().textEdited.connect(lambda text: self.entered.emit(text.strip() or None))
        self.activated.connect(lambda nth: self.entered.emit(self.itemData(nth)))

    def allowed(self) -> str:
        """What may stand here, in words."""
        return self.tr("The name of a font, or one of the list")

    def show_value(self, raw: Any) -> None:
        """Show *raw*; what is none of the choices is shown as it is where other words are taken."""
        with QSignalBlocker(self):
            nth = self.findData(raw)
            if nth >= 0:
                self.setCurrentIndex(nth)
            elif self.isEditable() and self.lineEdit().text().strip() != raw:
                self.setEditText(str(raw))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Switch(CheckBox):
    """Yes or no."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.clicked.connect(self.entered.emit)

    def allowed(self) -> str:
        """Both are."""
        return ""

    def show_value(self, raw: Any) -> None:
        """Show *raw*."""
        self.setChecked(bool(raw))


class ColourEdit(QLineEdit):
    """Six digits, red, green and blue, and the colour itself beside them."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_NUMBER + _SWATCH + 12)
        self.setTextMargins(_SWATCH + 8, 0, 0, 0)
        self.setMaxLength(6)
        self.textEdited.connect(self._read)

    def allowed(self) -> str:
        """What may stand here, in words."""
        return self.tr("Six digits from 000000 to FFFFFF, such as FF0000 for red")

    def show_value(self, raw: Any) -> None:
        """Show *raw*."""
        if self.text().upper() != raw:
            self.setText(str(raw))
        self.update()

    def _read(self) -> None:
        text = self.text().strip().upper()
        right = len(text) == 6 and all(digit in "0123456789ABCDEF" for digit in text)
        self.entered.emit(text if right else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        color = QColor(f"#{self.text()}")
        if not color.isValid() or len(self.text()) != 6:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens(self.palette()).edge, 1))
        painter.setBrush(color)
        corner = QPointF(6.5, (self.height() - _SWATCH) // 2 + 0.5)
        painter.drawRoundedRect(QRectF(corner, corner + QPointF(_SWATCH - 1, _SWATCH - 1)), 3, 3)


Editor = NumberEdit | TextEdit | ChoiceBox | Switch | ColourEdit

"""Who sent an article, written where it stands on its card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QWidget

from bulletin_desktop.intake.recognition import Sender

_LONGEST = 60  # characters
_LEAST = 320  # pixels across


class SenderEditor(QFrame):
    """Three fields over a row of a card. `written` carries the `Sender`; Escape changes nothing."""

    written = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.contributor = self._field(self.tr("Unit that sent it"))
        self.author = self._field(self.tr("Author"))
        self.phone = self._field(self.tr("Phone"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        for field, stretch in ((self.contributor, 5), (self.author, 3), (self.phone, 4)):
            layout.addWidget(field, stretch)
        self._before = Sender()
        self.hide()

    def begin(self, sender: Sender, place: QRect) -> None:
        """Write over the row at *place*."""
        self._before = sender
        for field, text in zip(
            self._fields(), (sender.contributor, sender.author, sender.phone), strict=True
        ):
            field.setText(text)
        height = max(self.sizeHint().height(), place.height())
        width = max(place.width(), _LEAST)
        left = min(place.left(), self.parentWidget().width() - width)
        self.setGeometry(max(left, 0), place.center().y() - height // 2, width, height)
        self.show()
        self.raise_()
        self.contributor.setFocus()
        self.contributor.selectAll()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setMaxLength(_LONGEST)
        field.installEventFilter(self)
        return field

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.contributor, self.author, self.phone

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # letters and Ctrl+Z are the field's
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_where_the_focus_went)
        return super().eventFilter(watched, event)

    def _look_where_the_focus_went(self) -> None:
        """Take what was written once the keyboard has gone elsewhere."""
        popup = QApplication.activePopupWidget() is not None
        if self.isVisible() and not popup and QApplication.focusWidget() not in self._fields():
            self._finish(gives_back=False)

    def _finish(self, gives_back: bool = True) -> None:
        contributor, author, phone = (" ".join(field.text().split()) for field in self._fields())
        sender = Sender(contributor, author, phone)
        self._leave(gives_back)
        if sender != self._before:
            self.written.emit(sender)

    def _leave(self, gives_back: bool = True) -> None:
        if not self.isVisible():
            return
        self.hide()
        if gives_back:
            self.left.emit()

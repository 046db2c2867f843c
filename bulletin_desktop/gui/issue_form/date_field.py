"""A field for a day: typed in any usual way, or taken from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from bulletin_desktop.gui import icons
from bulletin_desktop.gui.issue_form import dates

_OPEN = {Qt.Key.Key_Down, Qt.Key.Key_F4}


class DateField(QLineEdit):
    """Shows a day in the office's words. *changed* hears of everything typed or chosen.

    What is typed is put into those words when the field is left; what means no day stays as it is.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = dt.date.today().year
        """The year of a day that is typed without one."""
        self._calendar: QWidget | None = None
        self._open = QAction(icons.icon("calendar"), self.tr("Choose in a calendar (Alt+Down)"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._tidy)

    def day(self) -> dt.date | None:
        """Return the day it shows, None if it shows none."""
        return dates.read(self.text(), self.year)

    def show_day(self, day: dt.date) -> None:
        """Show a day."""
        self.setText(self.tr("{year}-{month}-{day}").format(year=day.year, month=day.month, day=day.day))

    def open_calendar(self) -> None:
        """Let a day be clicked, below the field."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        self._dress(calendar)
        day = self.day() or dt.date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        box = QVBoxLayout(popup)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(calendar)
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        self._calendar = popup
        popup.adjustSize()
        popup.move(self._place(popup))
        popup.show()
        calendar.setFocus()

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Our language, our arrows, and no red: that belongs to mastheads and errors."""
        calendar.setLocale(QLocale(self.tr("en_US")))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        for name, glyph in (("prev", "caret-left"), ("next", "caret-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icons.icon(glyph))

    def _place(self, popup: QWidget) -> QPoint:
        """Below the field, or above it where the screen ends."""
        room = self.screen().availableGeometry()
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        if place.y() + popup.height() > room.bottom():
            place.setY(self.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 2)
        place.setX(max(room.left(), min(place.x(), room.right() - popup.width())))
        return place

    def _choose(self, chosen: QDate) -> None:
        self.show_day(dt.date(chosen.year(), chosen.month(), chosen.day()))
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.setFocus()
        self.changed.emit()

    def _tidy(self) -> None:
        day = self.day()
        if day is not None:
            self.show_day(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down and F4 open the calendar, as in a combo box."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in _OPEN and alt is (event.key() == Qt.Key.Key_Down):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and "_open" in vars(self):
            self._open.setIcon(icons.icon("calendar"))

"""The strip below the pages: thumbnails, turning pages, going to one, and how large pages are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QToolButton, QWidget

from bulletin_desktop.gui import icons
from bulletin_desktop.gui.preview.choices import Choices
from bulletin_desktop.gui.preview.geometry import Fit, Zoom

_HEIGHT = 30
_ROOMY = 350  # pixels from which buttons are shown that the menu has as well


class _PageEdit(QLineEdit):
    """Takes the number of a page; Escape and leaving it give up."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a line edit hands it on, and a dialog around would take it for its own

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class PageField(QStackedWidget):
    """Says "page N of M"; a click on it, or `ask`, lets a number be typed."""

    wanted = Signal(int)
    left = Signal()  # nothing is asked any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.label = QToolButton(self, autoRaise=True)
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.label.setToolTip(self.tr("Go to a page (Ctrl+G)"))
        self.label.clicked.connect(self.ask)
        self.edit = _PageEdit(self)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(self.tr("Number of the page to go to"))
        self.edit.setValidator(QIntValidator(1, 9999, self.edit))
        self.edit.returnPressed.connect(self._go)
        self.edit.left.connect(self._leave)
        self.addWidget(self.label)
        self.addWidget(self.edit)
        self._page = 0

    def show_page(self, page: int, last: int, count: int) -> None:
        """Say that pages *page* to *last* of *count* are in the middle of the view."""
        self._page = page
        text = ""
        if count:
            pages = f"{page}–{last}" if last > page else str(page)
            text = self.tr("Page {page} of {count}").format(page=pages, count=count)
        self.label.setText(text)
        self.label.setEnabled(count > 0)

    def ask(self) -> None:
        """Let a number be typed."""
        if not self._page:
            return
        self.edit.setFixedWidth(max(48, self.label.width()))
        self.edit.setText(str(self._page))
        self.setCurrentWidget(self.edit)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        number = int(self.edit.text())
        self._leave()
        self.wanted.emit(number)

    def _leave(self) -> None:
        if self.currentWidget() is self.edit:
            self.setCurrentWidget(self.label)
            self.left.emit()


class PageBar(QWidget):
    """Connects to nothing itself: `turned` is -1 or 1, `page_wanted` a page's number."""

    turned = Signal(int)
    page_wanted = Signal(int)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self._choices = choices
        self.strip = self._twin(choices.thumbnails, "thumbnails")
        self._previous = self._button(self.tr("Previous page"), -1)
        self._next = self._button(self.tr("Next page"), 1)
        self.field = PageField(self)
        self.field.wanted.connect(self.page_wanted)
        self.spread = self._twin(choices.two_pages, "two-pages")
        self._checks = True
        self.check = self._twin(choices.check, "check-pages")
        self._zoom = QToolButton(self, autoRaise=True)
        self._zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom.setToolTip(self.tr("Size of the pages"))
        self._zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._zoom.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the caret after the words
        self._zoom.clicked.connect(self._open_choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for widget in (self.strip, self._previous, self.field, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.check)
        row.addWidget(self.spread)
        row.addWidget(self._zoom)
        self._dress()
        self.show_page(0, 0, 0)

    def show_page(self, page: int, last: int, count: int) -> None:
        """Say that pages *page* to *last* of *count* are in the middle of the view."""
        self.field.show_page(page, last, count)
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(last < count)

    def show_zoom(self, zoom: Zoom, factor: float) -> None:
        """Say how large pages are shown; *factor* is of their real size."""
        self._choices.show_zoom(zoom)
        names = {Fit.WIDTH: self.tr("Fit width"), Fit.PAGE: self.tr("Fit page")}
        self._zoom.setText(names[zoom] if isinstance(zoom, Fit) else f"{factor:.0%}")

    def _button(self, tip: str, step: int) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(partial(self.turned.emit, step))
        return button

    def _twin(self, action: QAction, glyph: str) -> QToolButton:
        """A button that does what a menu entry does, and shows whether it is checked."""
        button = QToolButton(self, autoRaise=True, checkable=action.isCheckable())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("glyph", glyph)
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.toolTip())
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        return button

    def _dress(self) -> None:
        """Icons carry the palette's colour."""
        self._previous.setIcon(icons.icon("caret-left"))
        self._next.setIcon(icons.icon("caret-right"))
        self._zoom.setIcon(icons.icon("caret-down"))
        for button in (self.strip, self.check, self.spread):
            button.setIcon(icons.icon(button.property("glyph")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def offer_no_check(self) -> None:
        """Take the button for checking away."""
        self._checks = False
        self.check.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.check.setVisible(self._checks and self.width() >= _ROOMY)
        self.spread.setVisible(self.width() >= _ROOMY)

    def _open_choices(self) -> None:
        """Above the bar, which lies at the window's foot."""
        menu = self._choices.menu
        size = menu.sizeHint()
        corner = self._zoom.mapToGlobal(self._zoom.rect().topRight())
        menu.popup(QPoint(corner.x() - size.width(), corner.y() - size.height()))

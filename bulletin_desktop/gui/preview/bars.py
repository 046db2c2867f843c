"""The two strips of the preview: the notice above the desk, the page number and zoom below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from bulletin_desktop.gui import icons
from bulletin_desktop.gui.preview.geometry import Fit, Zoom

_HEIGHT = 30
_FACTORS = (0.5, 0.75, 1.0, 1.5, 2.0)


class PageBar(QWidget):
    """Previous and next page, "page N of M", and how large pages are shown."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self._page = self._count = 0
        self._previous = self._button(self.tr("Previous page"), -1)
        self._next = self._button(self.tr("Next page"), 1)
        self._label = QLabel(self)
        self._zoom = QToolButton(self)
        self._zoom.setAutoRaise(True)
        self._zoom.setToolTip(self.tr("Size of the pages"))
        self._choices = self._menu()
        self._zoom.clicked.connect(self._open_choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for widget in (self._previous, self._label, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._zoom)
        self._dress()
        self.show_page(0, 0)

    def show_page(self, page: int, count: int) -> None:
        """Say that page *page* of *count* is in the middle of the view."""
        self._page, self._count = page, count
        self._label.setText(self.tr("Page {page} of {count}").format(page=page, count=count) if count else "")
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count)

    def show_zoom(self, zoom: Zoom, factor: float) -> None:
        """Say how large pages are shown; *factor* is of their real size."""
        for action in self._sizes.actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() == zoom)
        names = {Fit.WIDTH: self.tr("Fit width"), Fit.PAGE: self.tr("Fit page")}
        self._zoom.setText((names[zoom] if isinstance(zoom, Fit) else f"{factor:.0%}") + " ▾")

    def _button(self, tip: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.page_wanted.emit(self._page + step))
        return button

    def _dress(self) -> None:
        """Icons carry the palette's colour."""
        self._previous.setIcon(icons.icon("caret-left"))
        self._next.setIcon(icons.icon("caret-right"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _open_choices(self) -> None:
        """Above the bar, which lies at the window's foot."""
        size = self._choices.sizeHint()
        corner = self._zoom.mapToGlobal(self._zoom.rect().topRight())
        self._choices.popup(QPoint(corner.x() - size.width(), corner.y() - size.height()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._sizes = QActionGroup(self)
        choices: list[tuple[str, Zoom]] = [(self.tr("Fit width"), Fit.WIDTH), (self.tr("Fit page"), Fit.PAGE)]
        choices += [(f"{factor:.0%}", factor) for factor in _FACTORS]
        for text, zoom in choices:
            action = QAction(text, self._sizes, checkable=True)
            action.setData(zoom)
            action.triggered.connect(partial(self.zoom_wanted.emit, zoom))
            menu.addAction(action)
            if zoom is Fit.PAGE:
                menu.addSeparator()
        return menu


class NoticeBar(QWidget):
    """One quiet line that goes away when it was read."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._text = QLabel(self)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._close = close = QToolButton(self)
        close.setAutoRaise(True)
        close.setIcon(icons.icon("x"))
        close.setToolTip(self.tr("Understood"))
        close.setAccessibleName(self.tr("Understood"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    def tell(self, text: str, whole: str) -> None:
        """Show *text*, and *whole* to whom it is not enough."""
        self._said = text
        self._text.setToolTip(whole)
        self._elide()
        self.show()

    def _elide(self) -> None:
        width = self._text.width()
        self._text.setText(
            self._text.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, width)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._close.setIcon(icons.icon("x"))

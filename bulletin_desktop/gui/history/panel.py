"""The panel of versions: the list on the left, on the right what differs, and above it what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.history.entries import Entry
from bulletin_desktop.gui.history.model import ENTRY_ROLE, EntriesModel
from bulletin_desktop.gui.history.page import DifferencePage
from bulletin_desktop.gui.history.rows import EntryDelegate


class _Named(QSortFilterProxyModel):
    """Lets rows with a name through, or all."""

    def __init__(self, model: EntriesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._only = False
        self.setSourceModel(model)

    def set_only(self, only: bool) -> None:
        """Show named rows alone."""
        self.beginFilterChange()
        self._only = only
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        return not self._only or bool(self._model.rows[row].name)


class _List(QListView):
    """The list; *menu_wanted* tells that a menu is asked for at the current row."""

    menu_wanted = Signal(object)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


class HistoryPanel(QWidget):
    """Widgets alone: *chosen* tells that another row or another comparison is to be shown.

    *scope_chosen* carries whether the issue's history is wanted, not the article's; *restore_wanted* asks for
    the whole version, *shown* tells that the panel has come into sight.
    """

    chosen = Signal()
    scope_chosen = Signal(bool)
    restore_wanted = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EntriesModel(self)
        self._named = _Named(self.model, self)
        self.list = self._make_list()
        self.page = DifferencePage(self)
        self.article = self._switch(self.tr("Article"), self.tr("Versions of the open article"))
        self.issue = self._switch(self.tr("Issue"), self.tr("What became of the open issue"))
        self.now = self._switch(self.tr("Against now"), self.tr("What differs between it and now"))
        self.before = self._switch(self.tr("Against the one before"), self.tr("What was changed to make it"))
        self.named = self._switch(self.tr("Named only"), self.tr("Show named versions alone"))
        self.previous = self._button("caret-up", self.tr("Previous change"), "Alt+Up")
        self.next = self._button("caret-down", self.tr("Next change"), "Alt+Down")
        self.restore = QPushButton(self.tr("Restore this version"), self)
        self.restore.setToolTip(self.tr("Make the article what it was then; can be undone"))
        self._lay_out()
        self._connect()
        self._dress()
        self.setFocusProxy(self.list)

    def _make_list(self) -> _List:
        view = _List(self)
        view.setAccessibleName(self.tr("Versions"))
        view.setModel(self._named)
        view.setItemDelegate(EntryDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self, text=text, autoRaise=True, checkable=True)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _button(self, glyph: str, name: str, keys: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setProperty("glyph", glyph)
        button.setAccessibleName(name)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({shown})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(button.click)
        self.addAction(action)
        return button

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        above = _row(self.article, self.issue, None, self.named)
        above.addStrut(self.restore.sizeHint().height())  # the list begins where the page begins
        column.addLayout(above)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.setSpacing(4)
        beside.addLayout(_row(self.now, self.before, self.previous, self.next, None, self.restore))
        beside.addWidget(self.page, 1)
        self._halves = QSplitter(Qt.Orientation.Horizontal, self)
        self._halves.addWidget(left)
        self._halves.addWidget(right)
        self._halves.setStretchFactor(1, 1)
        self._halves.setChildrenCollapsible(False)
        self._halves.setSizes([260, 640])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.addWidget(self._halves)

    def _connect(self) -> None:
        for buttons in ((self.article, self.issue), (self.now, self.before)):
            for button in buttons:
                button.clicked.connect(lambda _checked, pressed=button, both=buttons: _press(pressed, both))
            buttons[0].setChecked(True)
        self.article.clicked.connect(lambda: self.scope_chosen.emit(False))
        self.issue.clicked.connect(lambda: self.scope_chosen.emit(True))
        self.now.clicked.connect(self.chosen)
        self.before.clicked.connect(self.chosen)
        self.named.toggled.connect(self._named.set_only)
        self.previous.clicked.connect(lambda: self.page.step(-1))
        self.next.clicked.connect(lambda: self.page.step(1))
        self.restore.clicked.connect(self.restore_wanted)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.list.menu_wanted.connect(self._show_menu)

    # What is shown

    def current(self) -> Entry | None:
        """Return the row that is chosen."""
        index = self.list.currentIndex()
        return index.data(ENTRY_ROLE) if index.isValid() else None

    def set_rows(self, rows: tuple[Entry, ...]) -> None:
        """Show rows; the chosen one stays chosen, else the one before the newest is."""
        kept = self.current()
        self.model.set_rows(rows)
        if kept is not None and self.current() is None:
            self.choose(kept.revision)
        if self.current() is None and self._named.rowCount():
            self._set_current(self._named.index(min(1, self._named.rowCount() - 1), 0))

    def choose(self, revision: int) -> None:
        """Choose a row, if it is there and let through."""
        source = self.model.index(self.model.row_of(revision))
        if source.isValid():
            self._set_current(self._named.mapFromSource(source))

    def begin_naming(self) -> None:
        """Write the name of the newest row in place."""
        self.named.setChecked(False)
        index = self._named.index(0, 0)
        if index.isValid():
            self._set_current(index)
            self.list.setFocus()
            self.list.edit(index)

    def entry_before(self, entry: Entry) -> Entry | None:
        """Return the row below, whether it is let through or not."""
        nth = self.model.row_of(entry.revision) + 1
        return self.model.rows[nth] if 0 < nth < len(self.model.rows) else None

    def offer(self, restoring: bool) -> None:
        """Offer to restore the version, and to go from change to change; or not, where there is none."""
        for button in (self.previous, self.next, self.restore):
            button.setVisible(restoring)

    def _set_current(self, index: QModelIndex) -> None:
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _show_menu(self, at: object) -> None:
        entry = self.current()
        if entry is None:
            return
        menu = QMenu(self)
        naming = menu.addAction(self.tr("Name this version…"))
        naming.setShortcut(QKeySequence("F2"))
        naming.triggered.connect(lambda: self.list.edit(self.list.currentIndex()))
        if entry.name:
            menu.addAction(self.tr("Take the name away")).triggered.connect(
                lambda: self.model.named.emit(entry.revision, "")
            )
        if self.restore.isVisibleTo(self):
            menu.addSeparator()
            menu.addAction(self.restore.text()).triggered.connect(self.restore_wanted)
        menu.exec(at)
        menu.deleteLater()

    def _dress(self) -> None:
        color = theme.tokens(self.palette()).icon
        for button in (self.previous, self.next):
            button.setIcon(icons.icon(button.property("glyph"), color))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self.shown.emit()


def _press(pressed: QToolButton, both: tuple[QToolButton, ...]) -> None:
    for button in both:
        button.setChecked(button is pressed)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None is a gap."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row

"""The preview: the very pages of the exported file, beside the editor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.preview.bars import PageBar
from bulletin_desktop.gui.preview.choices import Choices
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.find_bar import FindBar
from bulletin_desktop.gui.preview.geometry import Columns, Fit
from bulletin_desktop.gui.preview.notice import NoticeBar
from bulletin_desktop.gui.preview.reading import Piece
from bulletin_desktop.gui.preview.thumbnails import Thumbnails
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.template import Template


class PreviewPane(QWidget):
    """Shows a `Layout`, follows the cursor of the editor and sends it where a click in the text points.

    `clicked` carries an article's id, a block's id (or headline, kicker, subtitle, credit) and an offset;
    `selected` an article's id and two such places, where dragging began and where it ended. `check_asked`
    when the exported file is to be checked against the pages; *check_bar* is where to say what was found.
    `even_wanted` and `plain_wanted` when the issue's adjustments are to change; *offer_bar* offers them.
    """

    clicked = Signal(str, str, int)
    selected = Signal(str, str, int, str, int)
    check_asked = Signal()
    even_wanted = Signal(bool)
    plain_wanted = Signal()

    def __init__(self, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = measures
        self._layout: Layout | None = None
        self._template: Template | None = None
        self._told: set[str] = set()
        self._choices = Choices(self)
        self._notice = NoticeBar(self)
        self.check_bar = NoticeBar(self)
        self.offer_bar = NoticeBar(self)
        self._desk = Desk(measures, self)
        self._thumbnails = Thumbnails(self._desk.sheets.pages, self)
        self._find = FindBar(self._desk.first_in_view, self)
        self._empty = QLabel(self.tr("The pages of an issue appear here while you write."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._bar = PageBar(self._choices, self)
        self._arrange()
        self._connect()
        self._show_zoom()

    @property
    def menu(self) -> QMenu:
        """What can be chosen about the pages, for the window's view menu."""
        return self._choices.menu

    @property
    def current_page(self) -> int:
        """The number of the page that is looked at; 0 if there is none."""
        return self._desk.current_page()

    def set_layout(self, layout: Layout | None) -> None:
        """Show *layout*, or say what belongs here if there is none."""
        self._layout = layout
        self._choices.enable(layout is not None)
        self._desk.set_layout(layout)
        self._thumbnails.set_layout(layout)
        self._find.set_layout(layout)
        self._stack.setCurrentWidget(self._desk if layout else self._empty)
        self.setFocusProxy(self._desk if layout else None)  # one that is not shown would hold Tab
        self._thumbnails.setVisible(layout is not None and self._choices.thumbnails.isChecked())
        self._show_page()
        if layout is None:
            self._notice.hide()
        elif layout.template is not self._template:
            self._template = layout.template
            self._show_columns()
            self._tell_missing(layout)

    def offer_no_check(self) -> None:
        """Leave out the check of the exported file and adjustments: these pages are of no real issue."""
        for action in (self._choices.check, self._choices.even, self._choices.plain):
            action.setVisible(False)
        self._bar.offer_no_check()

    def set_pictures(self, store: PictureStore) -> None:
        """Take the pictures on the pages from *store*."""
        self._desk.sheets.pages.set_pictures(store.image)
        store.loaded.connect(self._desk.viewport().update)
        store.loaded.connect(self._thumbnails.paint_again)

    def follow(self, article: str, block: str, offset: int) -> None:
        """Mark the paragraph being edited and bring the character at *offset* into view."""
        self._desk.follow(article, block, offset)

    def choose(self, article: str, pieces: Sequence[Piece]) -> None:
        """Mark what is selected in the editor: stretches (block, start, end) of an article's text."""
        self._desk.choose(article, pieces)

    def show_adjusted(self, even: bool, any_way: bool) -> None:
        """Say whether the issue fills up to an even number of pages, and whether it is adjusted *any way*."""
        self._choices.even.setChecked(even)
        self._choices.plain.setEnabled(any_way)

    def kept(self) -> str:
        """Return how pages are shown, to be remembered: the zoom, and what is switched on."""
        zoom = self._desk.zoom()
        switches = {"two-pages": self._choices.two_pages, "thumbnails": self._choices.thumbnails}
        words = [name for name, action in switches.items() if action.isChecked()]
        return " ".join([zoom.name.lower() if isinstance(zoom, Fit) else f"{zoom:.4f}", *words])

    def restore(self, kept: str) -> None:
        """Show pages as `kept` has said; what it does not know is left as it is."""
        zoom, *words = kept.split() or [""]
        fits = {fit.name.lower(): fit for fit in Fit}
        with suppress(ValueError):
            wanted = fits[zoom] if zoom in fits else float(zoom)
            if isinstance(wanted, Fit) or math.isfinite(wanted):
                self._desk.set_zoom(wanted)
        self._choices.two_pages.setChecked("two-pages" in words)
        self._choices.thumbnails.setChecked("thumbnails" in words)

    def show_line(self, page: int, top_mm: float) -> None:
        """Go to the line of page *page*, from 1, that stands *top_mm* below the paper's top, and mark it."""
        self._desk.show_line(page - 1, top_mm)

    def go_to_page(self, number: int) -> None:
        """Bring the top of page *number*, from 1, to the top of the view."""
        self._desk.go_to_page(number)

    def _arrange(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._desk)
        self._thumbnails.hide()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._thumbnails)
        middle.addLayout(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self.check_bar)
        column.addWidget(self.offer_bar)
        column.addWidget(self._find)
        column.addLayout(middle, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        desk, bar, choices, find = self._desk, self._bar, self._choices, self._find
        desk.clicked.connect(self.clicked)
        desk.selected.connect(self.selected)
        desk.page_changed.connect(self._show_page)
        desk.zoom_changed.connect(self._show_zoom)
        bar.turned.connect(self._turn)
        bar.page_wanted.connect(desk.go_to_page)
        bar.field.left.connect(desk.setFocus)
        self._thumbnails.page_wanted.connect(desk.go_to_page)
        choices.zoom_wanted.connect(desk.set_zoom)
        choices.magnified.connect(desk.magnify)
        choices.two_pages.toggled.connect(self._show_columns)
        choices.thumbnails.toggled.connect(self._show_thumbnails)
        choices.page_asked.connect(bar.field.ask)
        choices.find_asked.connect(self._ask_find)
        choices.next_asked.connect(find.step)
        choices.copy_asked.connect(desk.copy)
        choices.all_asked.connect(desk.selectAll)
        choices.check_asked.connect(self.check_asked)
        choices.even.triggered.connect(self.even_wanted)
        choices.plain_asked.connect(self.plain_wanted)
        find.found.connect(desk.set_found)
        find.left.connect(desk.setFocus)

    def event(self, event: QEvent) -> bool:
        """The pane's keys come before the window's, which mean something else in the editor."""
        if event.type() == QEvent.Type.ShortcutOverride and self._choices.meaning(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = self._choices.meaning(event)
        if meaning is None:
            super().keyPressEvent(event)
        else:
            meaning()

    def _turn(self, step: int) -> None:
        desk = self._desk
        desk.go_to_page(desk.last_beside() + 1 if step > 0 else desk.current_page() - 1)

    def _ask_find(self) -> None:
        if self._layout is not None:
            self._find.ask(self._desk.selected_text())

    def _show_columns(self) -> None:
        """Side by side as the pages will be bound: of a two-sided print the first stands on the right."""
        columns = Columns()
        if self._choices.two_pages.isChecked():
            two_sided = self._template is not None and self._template.page.two_sided
            columns = Columns(2, 1 if two_sided else 0)
        self._desk.set_columns(columns)
        self._show_page()

    def _show_thumbnails(self, shown: bool) -> None:
        self._thumbnails.setVisible(shown and self._layout is not None)

    def _show_page(self, _page: int = 0) -> None:
        desk, count = self._desk, len(self._layout.pages) if self._layout else 0
        self._bar.show_page(desk.current_page(), desk.last_beside(), count)
        self._thumbnails.show_page(desk.current_page())

    def _show_zoom(self) -> None:
        self._bar.show_zoom(self._desk.zoom(), self._desk.factor())

    def _tell_missing(self, layout: Layout) -> None:
        """Say once which fonts of the template are replaced on this machine, and by which."""
        missing = [name for name in layout.template.missing(self._measures) if name not in self._told]
        self._told.update(missing)
        if not missing:
            return
        used = {name: self._measures.used(name) for name in missing}
        if len(missing) == 1:
            text = self.tr(
                "{font} is not installed here; {used} stands in for it. The Word file keeps {font}."
            )
        else:
            text = self.tr(
                "{font} and {count} more fonts are not installed here; {used} stands in. "
                "The Word file keeps their names."
            )
        families = ", ".join(dict.fromkeys(used.values()))
        self._notice.tell(
            text.format(font=missing[0], count=len(missing) - 1, used=families),
            whole="\n".join(f"{name} → {other}" for name, other in used.items()),
        )

"""The print dialog: the pages as they will lie on paper, and the few things one chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from bulletin_desktop.gui import forms, icons
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.output.printing import PrinterFacts
from bulletin_desktop.gui.output.sides import PrintSettings, page_numbers, sheets
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.gui.preview.geometry import Fit
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures


class _Range(IntEnum):
    ALL = 0
    CURRENT = 1
    SOME = 2


class PrintDialog(FittingDialog):
    """Shows the pages of *layout*. *chosen* carries `PrintSettings`; *pdf_wanted* comes without a printer."""

    chosen = Signal(object)
    pdf_wanted = Signal()

    pages_view: Desk
    back: QToolButton
    forward: QToolButton
    place: QLabel
    printer: QComboBox
    none_found: QLabel
    range_label: QLabel
    range: QComboBox
    some_pages: QLineEdit
    copies_label: QLabel
    copies: QSpinBox
    collate: CheckBox
    two_sided: CheckBox
    color: CheckBox
    figures: QLabel
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(
        self, layout: Layout, current_page: int, measures: Measures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._layout = layout
        self._current = min(max(current_page, 1), len(layout.pages))
        self._printers: tuple[PrinterFacts, ...] | None = None
        self._wanted_printer = ""
        self._wants_two_sided, self._wants_color = False, True  # where the printer can
        forms.fill(self, "print", {"CheckBox": CheckBox, "PagesView": lambda parent: Desk(measures, parent)})
        self.pages_view.set_zoom(Fit.PAGE)
        self.pages_view.setMinimumWidth(280)
        self.copies.lineEdit().setTextMargins(3, 0, 3, 0)
        self.range.addItems(
            [
                self.tr("All {count} pages").format(count=len(layout.pages)),
                self.tr("This page ({number})").format(number=self._current),
                self.tr("Some pages"),
            ]
        )
        self._connect()
        self._tint()
        self._show_printers()
        self._show_pages()
        self.accept_button.setFocus()

    def _connect(self) -> None:
        self.range.currentIndexChanged.connect(self._choose_range)
        self.some_pages.textChanged.connect(self._show_pages)
        for changed in (self.copies.valueChanged, self.two_sided.toggled, self.collate.toggled):
            changed.connect(self._show_figures)
        self.printer.currentIndexChanged.connect(self._show_abilities)
        for wish in (self.two_sided, self.color):
            wish.clicked.connect(self._note_wishes)
        self.pages_view.page_changed.connect(self._show_place)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forward.clicked.connect(lambda: self._turn(1))
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)

    # What others tell it

    def set_pictures(self, store: PictureStore) -> None:
        """Take the pictures on the pages from *store*."""
        self.pages_view.sheets.pages.set_pictures(store.image)
        store.loaded.connect(self.pages_view.viewport().update)

    def prefer(self, printer: str, two_sided: bool) -> None:
        """Propose what was chosen the last time, if that printer is found."""
        self._wanted_printer, self._wants_two_sided = printer, two_sided

    def set_printers(self, printers: Sequence[PrinterFacts]) -> None:
        """Offer these printers, the first of them unless another was used the last time."""
        self._printers = tuple(printers)
        self.printer.clear()
        self.printer.addItems([facts.words for facts in printers])
        known = [facts.name for facts in printers]
        if known:
            wanted = self._wanted_printer
            self.printer.setCurrentIndex(known.index(wanted) if wanted in known else 0)
        self._show_printers()
        self._show_pages()

    # What is chosen

    def settings(self) -> PrintSettings | None:
        """What would be printed now; None while something is missing."""
        facts, pages = self._facts(), self._pages()
        if facts is None or not pages:
            return None
        return PrintSettings(
            printer=facts.name,
            pages=pages,
            copies=self.copies.value(),
            collate=self.collate.isChecked(),
            two_sided=facts.two_sided and self.two_sided.isChecked(),
            color=facts.color and self.color.isChecked(),
        )

    def _facts(self) -> PrinterFacts | None:
        nth = self.printer.currentIndex()
        return self._printers[nth] if self._printers and nth >= 0 else None

    def _pages(self) -> tuple[int, ...]:
        count = len(self._layout.pages)
        match self.range.currentIndex():
            case _Range.ALL:
                return tuple(range(1, count + 1))
            case _Range.CURRENT:
                return (self._current,)
            case _:
                return page_numbers(self.some_pages.text(), count)

    def _accept(self) -> None:
        settings = self.settings()
        if self._printers == ():
            self.accept()
            self.pdf_wanted.emit()
        elif settings is not None:
            self.accept()
            self.chosen.emit(settings)

    # What is shown

    def _show_printers(self) -> None:
        """Printers to choose from, or that they are being looked for, or that there is none."""
        none, some = self._printers == (), bool(self._printers)
        self.printer.setVisible(not none)
        self.printer.setEnabled(some)
        self.none_found.setVisible(none)
        self.none_found.setText(
            self.tr(
                "There is no printer on this computer. "
                "Save the pages as PDF and print them where there is one."
            )
        )
        if self._printers is None:
            self.printer.setPlaceholderText(self.tr("Looking for printers…"))
        for part in (
            self.range_label, self.range, self.copies_label, self.copies, self.collate, self.two_sided,
            self.color, self.figures,
        ):  # fmt: skip
            part.setVisible(not none)
        self.accept_button.setText(self.tr("Save as PDF…") if none else self.tr("Print"))
        self._show_abilities()

    def _show_abilities(self) -> None:
        """Only what the printer can do may be chosen."""
        facts = self._facts()
        self.two_sided.setEnabled(facts is not None and facts.two_sided)
        self.two_sided.setChecked(facts is not None and facts.two_sided and self._wants_two_sided)
        self.color.setEnabled(facts is not None and facts.color)
        self.color.setChecked(facts is None or (facts.color and self._wants_color))
        self._show_figures()

    def _note_wishes(self) -> None:
        """What the person has chosen stays chosen, also beyond a printer that cannot do it."""
        if self.two_sided.isEnabled():
            self._wants_two_sided = self.two_sided.isChecked()
        if self.color.isEnabled():
            self._wants_color = self.color.isChecked()

    def _choose_range(self) -> None:
        if self.range.currentIndex() == _Range.SOME:
            self.some_pages.setFocus()
        self._show_pages()

    def _show_pages(self) -> None:
        """The preview holds the pages that will be printed, no others."""
        self.some_pages.setVisible(self.range.currentIndex() == _Range.SOME)
        pages = self._pages()
        if pages:  # else the last ones stay until the numbers are whole
            shown = tuple(self._layout.pages[number - 1] for number in pages)
            self.pages_view.set_layout(replace(self._layout, pages=shown))
            self.pages_view.go_to_page(1)
        self._show_place()
        self._show_figures()

    def _show_place(self) -> None:
        pages, nth = self._pages(), self.pages_view.current_page()
        there = 1 <= nth <= len(pages)
        whole = len(pages) == len(self._layout.pages)
        words = self.tr("Page {nth} of {count}") if whole else self.tr("Page {number} ({nth} of {count})")
        self.place.setText(words.format(number=pages[nth - 1], nth=nth, count=len(pages)) if there else "")
        self.back.setEnabled(nth > 1)
        self.forward.setEnabled(nth < len(pages))

    def _turn(self, step: int) -> None:
        self.pages_view.go_to_page(self.pages_view.current_page() + step)

    def _show_figures(self) -> None:
        """How much paper it takes, or why it cannot be printed yet."""
        pages, settings = self._pages(), self.settings()
        self.collate.setEnabled(self.copies.value() > 1 and len(pages) > 1)
        self.accept_button.setEnabled(settings is not None or self._printers == ())
        wrong = not pages and bool(self.some_pages.text().strip())
        self.figures.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if wrong:
            words = self.tr("This issue has the pages 1 to {count}. Name some of them, for example 1-3,5.")
            self.figures.setText(words.format(count=len(self._layout.pages)))
        elif settings is not None:
            words = self.tr("{sheets} sheets of paper")
            self.figures.setText(words.format(sheets=sheets(settings)))
        else:
            self.figures.setText("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        """Icons carry the palette's colours."""
        if "back" in vars(self):
            self.back.setIcon(icons.icon("caret-left"))
            self.forward.setIcon(icons.icon("caret-right"))

"""What a search is narrowed to: a publication, a year, a section, a contributor; the recycle bin or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QToolButton, QWidget

from bulletin_desktop.services.searching import Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_desktop.services.searching import Facets

_WIDEST = 360  # logical pixels of an open list
_SHOWN = 24  # entries of an open list


class Choice(QComboBox):
    """One filter: *anything* first, then values by their names; what is chosen stays while it is offered."""

    chosen = Signal()

    def __init__(self, name: str, anything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMaxVisibleItems(_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.addItem(anything, None)
        self._show_chosen()
        self.currentIndexChanged.connect(self._choose)

    @property
    def value(self) -> object:
        """What is chosen; None for anything."""
        return self.currentData()

    def offer(self, entries: Iterable[tuple[str, object]]) -> None:
        """Offer *entries*, names with their values; a chosen value that has gone is chosen no more."""
        kept, blocked = self.value, self.blockSignals(True)
        self._fill(entries)
        self.setCurrentIndex(max(0, self.findData(kept)) if kept is not None else 0)
        self.blockSignals(blocked)
        if self.value != kept:
            self._choose()

    def choose_anything(self) -> None:
        """Let everything through."""
        self.setCurrentIndex(0)

    def showPopup(self) -> None:
        """Names are longer than the field."""
        longest = max(self.view().sizeHintForColumn(0) + 32, self.width())
        self.view().setMinimumWidth(min(longest, _WIDEST))
        super().showPopup()

    def _choose(self) -> None:
        self._show_chosen()
        self.chosen.emit()

    def _show_chosen(self) -> None:
        """What lets everything through is muted: a filter that narrows the search down stands out."""
        self.setProperty("quiet", self.value is None)
        self.style().unpolish(self)
        self.style().polish(self)

    def _fill(self, entries: Iterable[tuple[str, object]]) -> None:
        while self.count() > 1:
            self.removeItem(self.count() - 1)
        for name, value in entries:
            self.addItem(name, value)


class TypedChoice(Choice):
    """A filter of many names: a part of one can be typed, and is what is looked for."""

    def __init__(self, name: str, anything: str, parent: QWidget | None = None) -> None:
        super().__init__(name, anything, parent)
        self.currentIndexChanged.disconnect(self._choose)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.lineEdit().setPlaceholderText(anything)
        self.lineEdit().setAccessibleName(name)
        self.clearEditText()
        self.activated.connect(lambda row: None if row else self.clearEditText())
        self.editTextChanged.connect(self._choose)

    @property
    def value(self) -> str | None:
        typed = self.currentText().strip()
        return typed if typed not in ("", self.itemText(0)) else None

    def offer(self, entries: Iterable[tuple[str, object]]) -> None:
        """Offer names; what is typed stays."""
        typed, blocked = self.currentText(), self.blockSignals(True)
        self._fill(entries)
        self.setEditText(typed)
        self.blockSignals(blocked)

    def choose_anything(self) -> None:
        self.clearEditText()

    def _show_chosen(self) -> None:
        """An empty field's words are muted already."""


class Filters(QWidget):
    """*changed* tells that something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.publication = Choice(self.tr("Publication"), self.tr("Any publication"), self)
        self.year = Choice(self.tr("Year"), self.tr("Any year"), self)
        self.section = Choice(self.tr("Section"), self.tr("Any section"), self)
        self.contributor = TypedChoice(self.tr("Contributor"), self.tr("Any contributor"), self)
        self.bin = QToolButton(self, text=self.tr("Recycle bin"), autoRaise=True, checkable=True)
        self.bin.setToolTip(self.tr("Search what lies in the recycle bin, too"))
        self.bin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for choice in self._choices:
            row.addWidget(choice, 1)
            choice.chosen.connect(self.changed)
        row.addWidget(self.bin)
        self.bin.toggled.connect(self.changed)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self.publication, self.year, self.section, self.contributor

    def where(self) -> Where:
        """Return what is chosen."""
        return Where(
            publication_id=self.publication.value or "",
            year=self.year.value or 0,
            section=self.section.value or "",
            contributor=self.contributor.value or "",
            include_bin=self.bin.isChecked(),
        )

    def chosen(self) -> list[Choice]:
        """Return the filters that let less than everything through."""
        return [choice for choice in self._choices if choice.value is not None]

    def offer(self, facets: Facets) -> None:
        """Offer what the library has."""
        self.publication.offer((row.name, row.id) for row in facets.publications)
        self.year.offer((str(year), year) for year in facets.years)
        self.section.offer((title, title) for title in facets.sections)
        self.contributor.offer((name, name) for name in facets.contributors)

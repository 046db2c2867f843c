"""What a colleague sent beside what is here: each article with its difference, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QWidget,
)

from bulletin_desktop.document.diff import compare
from bulletin_desktop.document.model import Article
from bulletin_desktop.document.text import lines
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.answers import while_open
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.exchange.model import Column, ReceiveModel
from bulletin_desktop.gui.exchange.rows import ARRANGEMENT, HEAD, TEMPLATE, Row, rows_of, summary
from bulletin_desktop.gui.history import words
from bulletin_desktop.gui.history.page import DifferencePage
from bulletin_desktop.services.exchange_compare import Choice, Comparison, IssueHere
from bulletin_desktop.services.exchange_taking import Decision
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.parcel import Parcel

AskMine = Callable[[str, Callable[[Article | None], object]], object]
"""Asks the library for an article by id; answers None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A parcel, what it would change, and its name. *here* is the open issue: id and name, or empty."""

    parcel: Parcel
    comparison: Comparison
    title: str
    file: str
    here: tuple[str, str] = ("", "")


class ReceiveDialog(FittingDialog):
    """Lets a person decide what becomes of a parcel; *chosen* carries the `Decision`."""

    chosen = Signal(object)

    what: QLabel
    counts: QLabel
    place_row: QHBoxLayout
    place_words: QLabel
    place: QComboBox
    halves: QSplitter
    list: QTreeView
    side: QWidget
    theirs: QPushButton
    mine: QPushButton
    both: QPushButton
    side_words: QLabel
    page: DifferencePage
    same: CheckBox
    open_words: QLabel
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(self, arrived: Arrived, ask_mine: AskMine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(
            self,
            "receive",
            {"DifferencePage": lambda parent: DifferencePage(parent, acting=False), "CheckBox": CheckBox},
        )
        self._arrived = arrived
        self._ask_mine = ask_mine
        self._sent = arrived.parcel.by_id()
        self.model = ReceiveModel(rows_of(arrived.comparison), self)
        self._shown = ""
        self._buttons = {Choice.THEIRS: self.theirs, Choice.MINE: self.mine, Choice.BOTH: self.both}
        self._say_what()
        self._say_place()
        self._lay_out()
        self._connect()
        self._count()
        self._select_first()
        self.resize(960, 600)

    # Laying out

    def _say_what(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.what.setFont(font)
        for label in (self.what, self.counts, self.place_words, self.side_words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.what.setText(self._arrived.title)
        self.counts.setText(f"{self._arrived.file} — {summary(self._arrived.comparison)}")
        for label in (self.counts, self.side_words, self.open_words):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def _say_place(self) -> None:
        """Say where it goes, and let it be chosen where there are two places."""
        issue = self._arrived.comparison.issue
        here, name = self._arrived.here
        if issue is None:
            self._offer(
                self.tr("New articles go"), (self.tr("to their section, or among the manuscripts"), "")
            )
            if here:
                self.place.addItem(self.tr("into {issue}").format(issue=name), here)
            return
        match issue.here:
            case IssueHere.NUMBER_TAKEN:
                self._offer(
                    self.tr("Another issue here has this number."),
                    (self.tr("Take it in as number {number}").format(number=issue.number), ""),
                    (self.tr("Put its articles into the issue here"), issue.other.id if issue.other else ""),
                )
            case IssueHere.DELETED:
                self._offer(self.tr("This issue lies in the recycle bin here; it comes back to its place."))
            case IssueHere.NEW:
                self._offer(self.tr("This issue is new here."))
            case _:
                self._offer(self.tr("This issue is here too. What is not taken stays among the versions."))

    def _offer(self, said: str, *places: tuple[str, str]) -> None:
        self.place_words.setText(said)
        self.place.setVisible(bool(places))
        self.place.setAccessibleName(said)
        for named, issue_id in places:
            self.place.addItem(named, issue_id)

    def _lay_out(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.windowTitle())
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.HOW, Column.CHOICE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.halves.setStretchFactor(0, 5)
        self.halves.setStretchFactor(1, 6)
        self.halves.setSizes([430, 500])
        quiet = sum(row.quiet for row in rows_of(self._arrived.comparison))
        self.same.setText(self.tr("Show what is the &same ({count})").format(count=quiet))
        self.same.setVisible(0 < quiet < len(self.model.chosen))

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self.same.toggled.connect(self._show_same)
        self.model.decided.connect(self._count)
        self.list.selectionModel().selectionChanged.connect(self._show_row)
        for choice, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and "model" in vars(self):
            self.model.retint()
        super().changeEvent(event)

    # Deciding

    def decision(self) -> Decision:
        """Return what stands in the dialog; what nobody decided stays as it is here."""
        chosen = {key: choice or Choice.MINE for key, choice in self.model.chosen.items()}
        parts = {name: chosen.pop(name, Choice.MINE) for name in (HEAD, ARRANGEMENT, TEMPLATE)}
        into = str(self.place.currentData() or "")
        label = self.tr("From {file}").format(file=self._arrived.file)
        return replace(Decision(chosen, into=into, label=label), **parts)

    def _choose(self, choice: Choice) -> None:
        self.model.choose([index.row() for index in self._selected()], choice)
        self._show_choices()

    def _count(self) -> None:
        left = self.model.open
        said = self.tr("{count} left to decide").format(count=left) if left else ""
        self.open_words.setText(said)
        self.accept_button.setEnabled(not left)

    def _accept(self) -> None:
        self.chosen.emit(self.decision())
        self.accept()

    # What is looked at

    def _selected(self) -> list[object]:
        return self.list.selectionModel().selectedRows()

    def _select_first(self) -> None:
        """The first row nobody but the person can decide, else the first."""
        if not self.model.rowCount():
            return
        shown = self.model.shown()
        number = next((nth for nth, row in enumerate(shown) if self.model.chosen[row.key] is None), 0)
        index = self.model.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.list.setFocus()

    def _show_same(self, wanted: bool) -> None:
        self.model.show_all(wanted)
        self._select_first()

    def _show_row(self, *_selection: object) -> None:
        self._show_choices()
        rows = [self.model.row(index) for index in self._selected()]
        if len(rows) != 1:
            self._shown = ""
            self.side_words.setText(self.tr("{count} selected").format(count=len(rows)) if rows else "")
            self.page.show_lines(())
            return
        self._show(rows[0])

    def _show_choices(self) -> None:
        """The buttons say what can become of what is selected, by the words of its first row."""
        rows = [self.model.row(index) for index in self._selected()]
        chosen = {self.model.chosen[row.key] for row in rows}
        for choice, button in self._buttons.items():
            said = next((found for row in rows if (found := row.words(choice))), "")
            button.setVisible(bool(said) and not all(row.quiet for row in rows))
            button.setText(said)
            button.setChecked(chosen == {choice})

    def _show(self, row: Row) -> None:
        self._shown = row.key
        issue, sent = self._arrived.comparison.issue, self._sent.get(row.key)
        if row.key in (HEAD, ARRANGEMENT) and issue is not None:
            self.side_words.setText(self.tr("What theirs would change here:"))
            changes = issue.head_changes if row.key == HEAD else issue.arrangement_changes
            self.page.show_lines(tuple((words.change(each), ()) for each in changes))
        elif row.key == TEMPLATE:
            template = self._arrived.parcel.template
            name = template.name if template else ""
            self.side_words.setText(self.tr("The template this issue is set by: “{name}”").format(name=name))
            self.page.show_lines(())
        else:
            self.side_words.setText("")
            self.page.show_lines(())
            theirs = sent.article if sent is not None else None
            self._ask_mine(row.key, while_open(self, lambda mine: self._show_articles(row, mine, theirs)))

    def _show_articles(self, row: Row, mine: Article | None, theirs: Article | None) -> None:
        """Show what differs, or the one text there is. An answer for a row left meanwhile is too late."""
        if self._shown != row.key:
            return
        if mine is not None and theirs is not None:
            self.side_words.setText("" if row.quiet else self.tr("What theirs would change here:"))
            self.page.show_difference(compare(mine, theirs), refusing=False)
            return
        self.side_words.setText(self.tr("Theirs:") if theirs is not None else self.tr("Mine:"))
        whole = theirs or mine
        self.page.show_lines(tuple((line, ()) for line in lines(whole)) if whole is not None else ())

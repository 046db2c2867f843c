"""The review page: what was recognised, to be corrected before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSplitter, QWidget

from bulletin_desktop.gui import forms, theme
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.review import digest, words
from bulletin_desktop.gui.review.cards import CardsView, Place
from bulletin_desktop.gui.review.keys import LABEL_KEYS, Command, Deed
from bulletin_desktop.gui.review.legend import KeyLegend
from bulletin_desktop.gui.review.lines import LinesView
from bulletin_desktop.gui.review.model import LinesModel
from bulletin_desktop.intake import review
from bulletin_desktop.intake.recognition import Label, Recognition

Recognitions = tuple[Recognition, ...]
Correct = Callable[[Recognition, tuple[int, ...]], Recognition]

_LEFT_SHARE, _RIGHT_SHARE = 56, 44


class ReviewPage(QWidget):
    """Shows recognitions line by line, lets a person correct them, and gives them back.

    `accepted` carries the corrected tuple; `cancelled` means that nothing is to be stored.
    """

    accepted = Signal(object)
    cancelled = Signal()

    title: QLabel
    subtitle: QLabel
    cancel: QPushButton
    accept: QPushButton
    divider: QFrame
    panes: QSplitter
    lines: LinesView
    cards: CardsView
    legend: KeyLegend

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(
            self, "review_page", {"LinesView": LinesView, "CardsView": CardsView, "KeyLegend": KeyLegend}
        )
        self._recognitions: Recognitions = ()
        self._corrections = QUndoStack(self)
        self._model = LinesModel(self)
        self.lines.setModel(self._model)
        self.panes.setStretchFactor(0, _LEFT_SHARE)
        self.panes.setStretchFactor(1, _RIGHT_SHARE)
        self.panes.setSizes([_LEFT_SHARE * 100, _RIGHT_SHARE * 100])
        self.setFocusProxy(self.lines)
        self._connect()
        self._dress()

    def set_recognitions(self, recognitions: Recognitions) -> None:
        """Review these; doubtful places come into view first."""
        self._corrections.clear()
        self._show(recognitions)
        rows = self._model.rows
        doubtful = next((nth for nth, row in enumerate(rows) if row.doubtful), None)
        first = next((nth for nth, row in enumerate(rows) if row.line), None)
        if first is not None:
            self.lines.go_to(first if doubtful is None else doubtful)
        self.lines.setFocus()

    def recognitions(self) -> Recognitions:
        """Return them as corrected so far."""
        return self._recognitions

    # --- showing

    def _show(self, recognitions: Recognitions) -> None:
        self._recognitions = recognitions
        rows = digest.rows(recognitions)
        self._model.set_rows(rows)
        self.cards.set_cards(digest.cards(rows))
        self._show_figures(digest.count(rows))
        self._show_current()

    def _show_figures(self, count: digest.Count) -> None:
        figures = [
            self.tr("{count} articles recognised").format(count=count.articles),
            self.tr("{count} places cleaned").format(count=count.cleaned),
            self.tr("{count} to confirm").format(count=count.doubts),
        ]
        self.title.setText(" · ".join(figures))
        sources = [words.source_name(each.source) for each in self._recognitions]
        name = sources[0] if len(sources) == 1 else self.tr("{count} files").format(count=len(sources))
        if count.aside:
            kept = self.tr("{lines} lines, {aside} of them set aside")
        else:
            kept = self.tr("{lines} lines, all of them in articles")
        self.subtitle.setToolTip("\n".join(each.source for each in self._recognitions if each.source))
        self.subtitle.setText(f"{name}   {kept.format(lines=count.lines, aside=count.aside)}")
        self.accept.setText(self.tr("Accept {count} articles").format(count=count.articles))
        self.accept.setEnabled(count.articles > 0)

    def _show_current(self) -> None:
        index = self.lines.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.line is not None:
            self.cards.show_line(row.file, row.line.number)

    def _connect(self) -> None:
        self.lines.commanded.connect(self._obey)
        self.lines.labels_wanted.connect(self._offer_labels)
        self.lines.selectionModel().currentChanged.connect(self._show_current)
        self.cards.chosen.connect(self._choose)
        self.cards.labels_wanted.connect(lambda _place, at: self._offer_labels(at))
        self.cards.answered.connect(self._answer)
        self.cancel.clicked.connect(self._cancel)
        self.accept.clicked.connect(self._accept)

    def _dress(self) -> None:
        """The two lines of the head, one large and one quiet, and the thin line below them."""
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 1.34)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        tokens = theme.tokens(self.palette())
        for widget, color in ((self.subtitle, tokens.muted), (self.divider, tokens.line)):
            palette = QPalette(widget.palette())
            palette.setColor(QPalette.ColorRole.WindowText, color)
            widget.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    # --- correcting

    def _obey(self, command: Command) -> None:
        plain = {
            Deed.SPLIT: partial(self._correct_current, _split),
            Deed.JOIN: partial(self._correct_current, _join),
            Deed.ASIDE: self._toggle_aside,
            Deed.SETTLE: partial(self._correct_selected, _settle),
            Deed.BREAK: partial(self._correct_selected, _break_headline),
            Deed.UNDO: self._corrections.undo,
            Deed.REDO: self._corrections.redo,
            Deed.ACCEPT: self._accept,
            Deed.CANCEL: self._cancel,
        }
        if command.label is not None:
            self._relabel(command.label)
        else:
            plain[command.deed]()

    def _accept(self) -> None:
        if self.accept.isEnabled():
            self.accepted.emit(self._recognitions)

    def _cancel(self) -> None:
        """Leave without storing; corrections, which cannot be brought back, are asked about."""
        if not self._corrections.canUndo():
            self.cancelled.emit()
            return
        text = self.tr("These manuscripts are not stored yet, and your corrections to them would be lost.")
        dialog = MessageDialog(
            text, self.tr("Go on reviewing"), self.tr("Leave without storing"), parent=self
        )
        dialog.finished.connect(lambda answer: self.cancelled.emit() if answer == 1 else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _relabel(self, label: Label) -> None:
        self._correct_selected(lambda recognition, numbers: review.relabel(recognition, numbers, label))

    def _toggle_aside(self) -> None:
        """Set the selected lines aside, or take them back if all of them are."""
        chosen = [self._model.rows[nth].line for nth in self.lines.rows()]
        if all(line is not None and line.label is Label.ASIDE for line in chosen):
            self._correct_selected(review.restore)
        else:
            self._correct_selected(review.set_aside)

    def _correct_current(self, correct: Correct) -> None:
        index = self.lines.currentIndex()
        if index.isValid():
            self._correct([index.row()], correct)

    def _correct_selected(self, correct: Correct) -> None:
        self._correct(self.lines.rows(), correct)

    def _answer(self, place: Place, deed: Deed) -> None:
        """Do what the answer to a doubtful place means."""
        self._choose(place)
        self._obey(Command(deed))

    def _correct(self, rows: Iterable[int], correct: Correct) -> None:
        """Apply a correction to the lines in *rows*, file by file, as one step that can be undone."""
        after = list(self._recognitions)
        chosen = [self._model.rows[nth] for nth in rows]
        for file, group in groupby((row for row in chosen if row.line), key=lambda row: row.file):
            numbers = tuple(row.line.number for row in group if row.line)
            after[file] = correct(after[file], numbers)
        if tuple(after) != self._recognitions:
            self._corrections.push(_Correction(self._show, self._recognitions, tuple(after)))

    def _choose(self, place: Place) -> None:
        """Select the lines of a card's row."""
        rows = [
            nth
            for nth, row in enumerate(self._model.rows)
            if row.file == place.file and row.line is not None and row.line.number in place.numbers
        ]
        if rows:
            self.lines.select_rows(rows)
            self.lines.setFocus()

    def _offer_labels(self, at: QPoint) -> None:
        """Open the menu of labels for the selected lines; each shows its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = {label: key for key, label in LABEL_KEYS.items()}
        current = self._model.rows[self.lines.rows()[0]].line if self.lines.rows() else None
        for label in Label:
            if label in (Label.BLANK, Label.ASIDE, Label.TABLE, Label.PICTURE):
                continue
            text = words.label_name(label)
            if label in keys:
                text += "\t" + chr(keys[label].value)
            action = menu.addAction(text, partial(self._relabel, label))
            action.setCheckable(True)
            action.setChecked(current is not None and current.label is label)
        menu.addSeparator()
        aside = current is not None and current.label is Label.ASIDE
        menu.addAction((self.tr("Take back") if aside else self.tr("Set aside")) + "\tX", self._toggle_aside)
        menu.popup(at)


class _Correction(QUndoCommand):
    """One correction: the recognitions before and after."""

    def __init__(
        self, show: Callable[[Recognitions], None], before: Recognitions, after: Recognitions
    ) -> None:
        super().__init__()
        self._show, self._before, self._after = show, before, after

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)


def _split(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.split(recognition, numbers[0])


def _join(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.join(recognition, numbers[0])


def _settle(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    for number in numbers:
        recognition = review.settle(recognition, number)
    return recognition


def _break_headline(recognition: Recognition, numbers: tuple[int, ...]) -> Recognition:
    return review.break_headline(recognition, numbers[0])

"""The review page: what was recognised, to be corrected before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSplitter, QToolButton, QWidget

from bulletin_desktop.gui import forms, icons, theme
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.review import deeds, digest, like, menus, words
from bulletin_desktop.gui.review.cards import CardsView, Place
from bulletin_desktop.gui.review.chips import ChipBar
from bulletin_desktop.gui.review.cleaned import Cleanings
from bulletin_desktop.gui.review.corrections import Corrections, Recognitions
from bulletin_desktop.gui.review.figures import Figures
from bulletin_desktop.gui.review.keys import Command, Deed
from bulletin_desktop.gui.review.legend import KeyLegend
from bulletin_desktop.gui.review.lines import LinesView
from bulletin_desktop.gui.review.model import LinesModel
from bulletin_desktop.intake import choosing, recleaning, review
from bulletin_desktop.intake.recognition import Fate, Label, Sender
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.summary import counted
from bulletin_desktop.services.duplicates import Likeness

_LEFT_SHARE, _RIGHT_SHARE = 56, 44


class Target(StrEnum):
    """Where accepted articles go."""

    ISSUE = "issue"  # the open one
    MANUSCRIPTS = "manuscripts"  # none, they stay among the manuscripts


class ReviewPage(QWidget):
    """Shows recognitions line by line, lets a person correct them, and gives them back.

    `accepted` carries the corrected tuple and the `Target`; `cancelled` means that nothing is to be stored.
    `original_wanted` carries the SHA-256 of an original to open, `settings_wanted` asks for the settings.
    """

    accepted = Signal(object, object)
    cancelled = Signal()
    original_wanted = Signal(str)
    settings_wanted = Signal()

    title: QLabel
    subtitle: QLabel
    cancel: QPushButton
    keep: QPushButton
    accept: QPushButton
    settings_button: QToolButton
    divider: QFrame
    chips: ChipBar
    panes: QSplitter
    lines: LinesView
    cards: CardsView
    legend: KeyLegend

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        widgets = {"LinesView": LinesView, "CardsView": CardsView, "KeyLegend": KeyLegend, "ChipBar": ChipBar}
        forms.fill(self, "review_page", widgets)
        self.corrections = Corrections(self)
        self._model = LinesModel(self)
        self.lines.setModel(self._model)
        self.cards.set_thumbnails(self.lines.thumbnails)
        self._cleanings = Cleanings(self.chips, self.lines, self._model, self.corrections)
        self._beside = digest.NOTHING
        self._figures = Figures()
        self._likenesses: tuple[Likeness, ...] = ()
        self._issue_name = ""
        self.panes.setStretchFactor(0, _LEFT_SHARE)
        self.panes.setStretchFactor(1, _RIGHT_SHARE)
        self.panes.setSizes([_LEFT_SHARE * 100, _RIGHT_SHARE * 100])
        self.setFocusProxy(self.lines)
        self._connect()
        self._dress()
        self.set_target(Target.ISSUE)

    def set_recognitions(
        self,
        recognitions: Recognitions,
        settings: Settings | None = None,
        answered: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Review these, cleaned by *settings*; doubtful places come into view first."""
        self._likenesses = ()
        self._beside = replace(
            self._beside, told=tuple(words.told(each) for each in recognitions), unfolded=frozenset()
        )
        self.corrections.begin(recognitions, settings or Settings(), answered)
        rows = self._model.rows
        first = next((nth for nth, row in enumerate(rows) if row.line), None)
        wanted = next((nth for nth, row in enumerate(rows) if row.doubtful), first)
        if wanted is not None:
            self.lines.go_to(wanted)
        self.lines.setFocus()

    def recognitions(self) -> Recognitions:
        """Return them as corrected so far."""
        return self.corrections.state.recognitions

    @property
    def settings(self) -> Settings:
        """What they are cleaned by."""
        return self.corrections.state.settings

    def set_failures(self, failures: Sequence[tuple[str, str]]) -> None:
        """List the files that could not be read, each with the sentence that says why."""
        title = self.tr("{count} files could not be read").format(count=len(failures)) if failures else ""
        self._beside = replace(self._beside, failures=tuple(failures), failures_title=title)
        self._show()

    def set_likenesses(self, likenesses: Sequence[Likeness]) -> None:
        """Say on the cards what the articles are like."""
        self._likenesses = tuple(likenesses)
        self._show()

    def set_issue(self, name: str) -> None:
        """Offer to accept into the issue of that name; without one, into a new one."""
        self._issue_name = name
        self._show_figures()

    def set_target(self, target: Target) -> None:
        """Make the button of *target* the one that stands out."""
        for button, of in ((self.accept, Target.ISSUE), (self.keep, Target.MANUSCRIPTS)):
            if button.property("primary") != (of is target):
                button.setProperty("primary", of is target)
                button.style().unpolish(button)
                button.style().polish(button)

    # --- showing

    def _show(self) -> None:
        state = self.corrections.state
        rows = digest.rows(state.recognitions, self._beside, self._model.rows)
        self._model.set_rows(rows)
        self._figures.turn(rows)
        notices = (
            like.notices(self._likenesses, self._articles(rows), state.answered) if self._likenesses else {}
        )
        self.cards.set_cards(digest.cards(rows, state.recognitions, notices, self.cards.cards))
        self._show_figures()
        self._show_current()

    def _articles(self, rows: Iterable[digest.Row]) -> dict[tuple[int, int], int]:
        """The first line of the article of each line that something is like."""
        wanted = {(each.file, each.line) for each in self._likenesses}
        found: dict[tuple[int, int], int] = {}
        for (file, article), group in groupby(rows, key=lambda row: (row.file, row.article)):
            numbers = [row.line.number for row in group if row.line is not None]
            if article is not None:
                found |= {(file, number): numbers[0] for number in numbers if (file, number) in wanted}
        return found

    def _show_figures(self) -> None:
        recognitions = self.recognitions()
        counts, fates = self._figures, Counter(card.fate for card in self.cards.cards if card.rows)
        summary, taken, aside = counted(counts.cleaned, counts.aside), fates[None], sum(counts.aside.values())
        figures = [
            self.tr("{count} articles recognised").format(count=taken),
            self.tr("{count} places cleaned").format(count=summary.places),
            self.tr("{count} to confirm").format(count=counts.doubts),
        ]
        self.title.setText(" · ".join(figures))
        sources = [words.source_name(each.source) for each in recognitions]
        name = sources[0] if len(sources) == 1 else self.tr("{count} files").format(count=len(sources))
        if aside:
            kept = self.tr("{lines} lines, {aside} of them set aside")
        else:
            kept = self.tr("{lines} lines, all of them in articles")
        self.subtitle.setToolTip("\n".join(each.source for each in recognitions if each.source))
        self.subtitle.setText(f"{name}   {kept.format(lines=counts.lines, aside=aside)}")
        if self._issue_name:
            into = self.tr("Take {count} into {issue}").format(count=taken, issue=self._issue_name)
        else:
            into = self.tr("Take {count} into a new issue…").format(count=taken)
        self.accept.setText(into)
        self.accept.setEnabled(taken > 0)
        self.keep.setEnabled(taken + fates[Fate.REJECTED] > 0)
        self._cleanings.show(summary, len(self._beside.failures))

    def _show_current(self) -> None:
        row = self._current()
        if row is not None and row.line is not None:
            self.cards.show_line(row.file, row.line.number)

    def _current(self) -> digest.Row | None:
        index = self.lines.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _connect(self) -> None:
        self.corrections.changed.connect(self._show)
        self.lines.commanded.connect(self._obey)
        self.lines.labels_wanted.connect(self._offer_labels)
        self.lines.menu_wanted.connect(self._offer_line)
        self.lines.fold_wanted.connect(self._fold)
        self.lines.original_wanted.connect(self.original_wanted)
        self.lines.selectionModel().currentChanged.connect(self._show_current)
        self.cards.chosen.connect(self._choose)
        self.cards.labels_wanted.connect(lambda _place, at: self._offer_labels(at))
        self.cards.menu_wanted.connect(self._offer_article)
        self.cards.answered.connect(self._answer)
        self.cards.sender_written.connect(self._write_sender)
        self.cards.left.connect(self.lines.setFocus)
        self.chips.left.connect(self.lines.setFocus)
        self.cancel.clicked.connect(self._cancel)
        self.accept.clicked.connect(partial(self._accept, Target.ISSUE))
        self.keep.clicked.connect(partial(self._accept, Target.MANUSCRIPTS))
        self.settings_button.clicked.connect(self.settings_wanted)

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
        self.settings_button.setIcon(icons.icon("issue-fields", tokens.icon))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    # --- correcting

    def _obey(self, command: Command) -> None:
        deed = command.deed
        if command.label is not None:
            label = command.label
            self._correct(self.lines.rows(), lambda each, numbers: review.relabel(each, numbers, label))
        elif deed in deeds.AT_CURRENT:
            self._correct(self.lines.rows()[:1], deeds.AT_CURRENT[deed])
        elif deed in deeds.TO_SELECTED:
            self._correct(self.lines.rows(), deeds.TO_SELECTED[deed])
        else:
            self._others()[deed]()

    def _others(self) -> dict[Deed, Callable[[], object]]:
        return {
            Deed.ASIDE: self._toggle_aside,
            Deed.UNDO: self.corrections.stack.undo,
            Deed.REDO: self.corrections.stack.redo,
            Deed.ACCEPT: partial(self._accept, Target.ISSUE),
            Deed.KEEP: partial(self._accept, Target.MANUSCRIPTS),
            Deed.CANCEL: self._cancel,
            Deed.NEXT_CHANGE: partial(self._cleanings.step, forward=True),
            Deed.PREVIOUS_CHANGE: partial(self._cleanings.step, forward=False),
            Deed.REVERT: self._cleanings.revert_current,
            Deed.SENDER: self._edit_sender,
            Deed.NEXT_FILE: partial(self._go_to_file, 1),
            Deed.PREVIOUS_FILE: partial(self._go_to_file, -1),
            Deed.OPEN: self._open_original,
            Deed.TOLD: lambda: self._fold(self._file()),
            Deed.BAR: self.chips.enter,
            Deed.KEYS: self.legend.toggle,
        }

    def _correct(self, rows: Iterable[int], correct: deeds.Correct) -> None:
        """Apply a correction to the lines in *rows*, file by file, as one step that can be undone."""
        after = list(self.recognitions())
        chosen = [self._model.rows[nth] for nth in rows]
        for file, group in groupby((row for row in chosen if row.line), key=lambda row: row.file):
            numbers = tuple(row.line.number for row in group if row.line)
            after[file] = correct(after[file], numbers)
        self.corrections.step(replace(self.corrections.state, recognitions=tuple(after)))

    def _toggle_aside(self) -> None:
        """Set the selected lines aside, or take them back if all of them are."""
        chosen = [self._model.rows[nth].line for nth in self.lines.rows()]
        back = all(line is not None and line.label is Label.ASIDE for line in chosen)
        self._correct(self.lines.rows(), review.restore if back else review.set_aside)

    def _answer(self, place: Place, deed: Deed) -> None:
        """Do what was clicked in the box of a doubtful place or of a likeness."""
        if deed is Deed.KEEP_LIKE:
            state = self.corrections.state
            articles = self._articles(self._model.rows)
            known = {
                key for key, first in articles.items() if (key[0], first) == (place.file, place.numbers[0])
            }
            self.corrections.step(replace(state, answered=state.answered | known))
            return
        correct = {**deeds.AT_CURRENT, **deeds.TO_SELECTED}[deed]
        row = self._model.find(place.file, place.numbers[0])
        if row is not None:
            self.lines.go_to(row)
            self._correct([row], correct)
            self.lines.setFocus()

    def _write_sender(self, place: Place, sender: Sender) -> None:
        number = place.numbers[0]
        self.corrections.correct(place.file, lambda each: choosing.with_sender(each, number, sender))

    def _edit_sender(self) -> None:
        row = self._current()
        if row is not None and row.line is not None:
            self.cards.edit_sender(row.file, row.line.number)

    def _accept(self, target: Target) -> None:
        button = self.accept if target is Target.ISSUE else self.keep
        if button.isEnabled():
            self.set_target(target)
            self.accepted.emit(self.recognitions(), target)

    def _cancel(self) -> None:
        """Leave without storing; corrections, which cannot be brought back, are asked about."""
        if not self.corrections.stack.canUndo():
            self.cancelled.emit()
            return
        text = self.tr("These manuscripts are not stored yet, and your corrections to them would be lost.")
        dialog = MessageDialog(
            text, self.tr("Go on reviewing"), self.tr("Leave without storing"), parent=self
        )
        dialog.finished.connect(lambda answer: self.cancelled.emit() if answer == 1 else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- files

    def _file(self) -> int:
        row = self._current()
        return row.file if row is not None else 0

    def _fold(self, file: int) -> None:
        """Show or hide what is told of a file; the line the person is at stays current."""
        row = self._current()
        self._beside = replace(self._beside, unfolded=self._beside.unfolded ^ {file})
        self._show()
        if row is not None and row.line is not None:
            nth = self._model.find(row.file, row.line.number)
            if nth is not None and nth != self.lines.currentIndex().row():
                self.lines.go_to(nth)

    def _go_to_file(self, step: int) -> None:
        wanted = self._file() + step
        nth = next(
            (nth for nth, row in enumerate(self._model.rows) if row.file == wanted and row.line is not None),
            None,
        )
        if nth is not None:
            self.lines.go_to(nth)

    def _open_original(self) -> None:
        recognitions = self.recognitions()
        if self._file() < len(recognitions) and recognitions[self._file()].origin:
            self.original_wanted.emit(recognitions[self._file()].origin)

    # --- choosing

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
        """Open the menu of labels for the selected lines."""
        row = self._model.rows[self.lines.rows()[0]] if self.lines.rows() else None
        menus.labels(self, row.line if row else None, self._obey).popup(at)

    def _offer_line(self, at: QPoint, here: digest.Mark | None) -> None:
        row = self._current()
        if row is None or row.line is None:
            return
        file, number = row.file, row.line.number
        reverting = menus.Reverting(
            lambda mark: self.corrections.correct(
                file, lambda each: recleaning.revert_change(each, number, mark.place)
            ),
            lambda rule: self.corrections.correct_all(lambda each: recleaning.revert_rule(each, rule)),
        )
        menus.line(
            self, row.line, row.fate, digest.marks(row.line), here=here, reverting=reverting, obey=self._obey
        ).popup(at)

    def _offer_article(self, place: Place, at: QPoint) -> None:
        row = self._model.find(place.file, place.numbers[0])
        if row is not None:
            self.lines.go_to(row)
            menus.article(self, self._model.rows[row].fate, self._obey).popup(at)

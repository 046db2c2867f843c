"""What is under review and what a person has done to it: values, each step to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from bulletin_desktop.intake.cleaner import Cleaner, Rule
from bulletin_desktop.intake.recleaning import recleaned
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.values import dataclass

Recognitions = tuple[Recognition, ...]
Correct = Callable[[Recognition, tuple[int, ...]], Recognition]


@dataclass(frozen=True, slots=True)
class State:
    """The recognitions as corrected, the settings they are cleaned by, and likenesses that were answered.

    *answered* has the file and the first line of their articles.
    """

    recognitions: Recognitions = ()
    settings: Settings = field(default_factory=Settings)
    answered: frozenset[tuple[int, int]] = frozenset()


class Corrections(QObject):
    """Holds the state; *changed* tells of every other one, by a person's step or by taking one back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.state = State()
        self._washers: dict[Settings, Cleaner] = {}

    def begin(
        self, recognitions: Recognitions, settings: Settings, answered: frozenset[tuple[int, int]]
    ) -> None:
        """Hold these; what was done before cannot be taken back any more."""
        self.stack.clear()
        self._washers.clear()
        self._hold(State(recognitions, settings, answered))

    def step(self, after: State) -> bool:
        """Go on to another state as one step; False if it is none."""
        if after == self.state:
            return False
        self.stack.push(_Step(self._hold, self.state, after))
        return True

    def correct(self, file: int, correct: Callable[[Recognition], Recognition]) -> bool:
        """Correct one file's recognition as one step."""
        after = list(self.state.recognitions)
        after[file] = correct(after[file])
        return self.step(replace(self.state, recognitions=tuple(after)))

    def correct_all(self, correct: Callable[[Recognition], Recognition]) -> bool:
        """Correct every file's as one step."""
        after = tuple(correct(each) for each in self.state.recognitions)
        return self.step(replace(self.state, recognitions=after))

    def switch(self, rules: tuple[Rule, ...], on: bool) -> bool:
        """Switch rules of cleaning on or off, for what is under review."""
        settings = self.state.settings
        chosen = settings.rules | set(rules) if on else settings.rules - set(rules)
        return self.clean_by(replace(settings, rules=chosen))

    def clean_by(self, settings: Settings) -> bool:
        """Clean everything by other settings, as one step."""
        former = self.state.settings
        before = self._washer(former)
        for recognition in self.state.recognitions:
            for line in recognition.lines:
                before.remember(line)
        washer = self._washer(settings)
        after = tuple(recleaned(each, settings, former, washer) for each in self.state.recognitions)
        return self.step(replace(self.state, recognitions=after, settings=settings))

    def _washer(self, settings: Settings) -> Cleaner:
        if settings not in self._washers:
            self._washers[settings] = Cleaner(settings.rules, settings.replacements)
        return self._washers[settings]

    def _hold(self, state: State) -> None:
        self.state = state
        self.changed.emit()


class _Step(QUndoCommand):
    """One step: the states before and after."""

    def __init__(self, hold: Callable[[State], None], before: State, after: State) -> None:
        super().__init__()
        self._hold, self._before, self._after = hold, before, after

    def redo(self) -> None:
        self._hold(self._after)

    def undo(self) -> None:
        self._hold(self._before)

"""Questions to the library: one at a time, only the last one answered, in as many steps as it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.search.asking import PAGE, Asker
from bulletin_desktop.services.searching import Found, Reached, Wanted


class Backend:
    """Keeps what is submitted until it is answered."""

    def __init__(self) -> None:
        self.waiting: list[tuple[tuple[Any, ...], Callable[[Any], object], Callable[[Any], object]]] = []

    def submit(self, function: Callable[..., Any], *, done: Callable, failed: Callable) -> None:
        asked: list[Any] = []

        class Desk:
            def search(self, *what: Any) -> None:
                asked.extend(what)

        function(Desk())
        self.waiting.append((tuple(asked), done, failed))

    @property
    def asked(self) -> tuple[Any, ...]:
        ((asked, *_),) = self.waiting
        return asked

    def answer(self, *hits: str, more: bool = False, reached: Reached | None = None) -> None:
        _, done, _ = self.waiting.pop()
        done(Found(hits, more, reached))

    def fail(self, error: Exception) -> None:
        _, _, failed = self.waiting.pop()
        failed(error)


class Told:
    """What an asker says."""

    def __init__(self, asker: Asker) -> None:
        self.said: list[object] = []
        asker.found.connect(lambda hits, first: self.said.append((hits, first)))
        asker.searching.connect(lambda: self.said.append("searching"))
        asker.settled.connect(self.said.append)
        asker.failed.connect(lambda error: self.said.append(str(error)))


@pytest.fixture
def backend(qapp: QApplication) -> Backend:
    return Backend()


@pytest.fixture
def asker(backend: Backend) -> Asker:
    return Asker(backend)


@pytest.fixture
def told(asker: Asker) -> Told:
    return Told(asker)


def test_of_the_questions_that_come_meanwhile_only_the_last_is_asked_and_answered(
    asker: Asker, backend: Backend, told: Told
) -> None:
    for words in ("防", "防汛", "防汛动", "防汛动员"):
        asker.ask(Wanted.of(words))
    assert backend.asked == (Wanted.of("防"), PAGE, None)
    backend.answer("防")
    assert told.said == []
    assert backend.asked == (Wanted.of("防汛动员"), PAGE, None)
    backend.answer("防汛动员")
    assert told.said == [(("防汛动员",), True), False]
    assert backend.waiting == []


def test_an_answer_in_steps_is_handed_on_step_by_step(asker: Asker, backend: Backend, told: Told) -> None:
    first, second = Reached((1,)), Reached((2,))
    asker.ask(Wanted.of("汛"), 3)
    backend.answer(more=True, reached=first)
    assert backend.asked == (Wanted.of("汛"), 3, first)
    backend.answer("a", more=True, reached=second)
    assert backend.asked == (Wanted.of("汛"), 2, second)
    backend.answer("b")
    assert told.said == ["searching", (("a",), True), "searching", (("b",), False), False]


def test_nothing_found_is_an_answer(asker: Asker, backend: Backend, told: Told) -> None:
    asker.ask(Wanted.of("汛"))
    backend.answer()
    assert told.said == [((), True), False]


def test_more_is_asked_for_where_there_is_more(asker: Asker, backend: Backend, told: Told) -> None:
    asker.ask(Wanted.of("汛"), 1)
    asker.ask_more()  # too early
    backend.answer("a", more=True, reached=Reached((1,)))
    asker.ask_more()
    asker.ask_more()
    assert backend.asked == (Wanted.of("汛"), PAGE, Reached((1,)))
    backend.answer("b")
    asker.ask_more()
    assert backend.waiting == []
    assert told.said == [(("a",), True), True, (("b",), False), False]


def test_nothing_is_answered_once_it_is_not_wanted_any_more(
    asker: Asker, backend: Backend, told: Told
) -> None:
    asker.ask(Wanted.of("汛"))
    asker.forget()
    backend.answer("a", more=True, reached=Reached((1,)))
    assert told.said == []
    assert backend.waiting == []


def test_a_failure_is_told_of_the_last_question_only(asker: Asker, backend: Backend, told: Told) -> None:
    asker.ask(Wanted.of("防"))
    asker.ask(Wanted.of("防汛"))
    backend.fail(UserError("The disk is gone"))
    assert told.said == []
    backend.fail(UserError("The disk is gone"))
    assert told.said == ["The disk is gone"]
    asker.ask(Wanted.of("汛"))
    backend.answer("a")
    assert told.said[-1] is False
    asker.ask(Wanted.of("汛"))
    asker.ask(Wanted.of("防汛"))
    with pytest.raises(ZeroDivisionError):  # a bug is told of whatever question
        backend.fail(ZeroDivisionError())
    assert backend.waiting

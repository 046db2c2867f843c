"""The library's thread: results come back in the window's, and nothing that was asked for is dropped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane, LaneCloses
from bulletin_desktop.services.acts import CreatePublication


@pytest.fixture
def lane(qapp: object) -> Lane:
    lane = Lane("test")
    yield lane
    lane.close()


def test_work_is_done_elsewhere_and_its_result_comes_home(lane: Lane, qtbot: object) -> None:
    came: list[tuple[int, int]] = []
    lane.run(threading.get_ident, done=lambda there: came.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(came))
    there, here = came[0]
    assert there != here == threading.get_ident()


def test_jobs_are_done_in_the_order_they_were_asked_for(lane: Lane, qtbot: object) -> None:
    came: list[int] = []
    for number in range(50):
        lane.run(lambda number=number: number, done=came.append)
    qtbot.waitUntil(lambda: len(came) == 50)
    assert came == list(range(50))


def test_a_failure_reaches_whoever_asked(lane: Lane, qtbot: object) -> None:
    came: list[Exception] = []
    lane.run(lambda: 1 / 0, failed=came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert isinstance(came[0], ZeroDivisionError)


def test_a_failure_nobody_asked_for_is_raised_in_the_windows_thread(lane: Lane, qtbot: object) -> None:
    with qtbot.captureExceptions() as raised:
        lane.run(lambda: 1 / 0)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_long_job_gives_way_to_what_is_asked_for_meanwhile_until_the_end(lane: Lane, qtbot: object) -> None:
    came: list[str] = []
    started = threading.Event()

    def long() -> None:
        try:
            while True:
                started.set()
                lane.give_way()
        except LaneCloses:
            came.append("given up")

    lane.run(long)
    assert started.wait(5)
    assert lane.call(came.append, "between").result(5) is None
    lane.close(last=lambda: came.append("last"))
    assert came == ["between", "given up", "last"]


def test_a_job_that_hangs_does_not_keep_the_window_from_closing(qapp: object) -> None:
    lane, go_on = Lane("hanging"), threading.Event()
    lane.run(go_on.wait)
    lane.close(patience=0.05)
    go_on.set()


def test_the_busy_mark_is_on_while_something_is_to_come(lane: Lane, qtbot: object) -> None:
    marks: list[bool] = []
    lane.busy_changed.connect(marks.append)
    lane.run(lambda: None)
    assert lane.busy
    qtbot.waitUntil(lambda: not lane.busy)
    assert marks == [True, False]


def test_closing_finishes_what_was_asked_for(backend: Backend, library: Path) -> None:
    act = CreatePublication(new_id(), "云溪简报")
    backend.submit(lambda desk: desk.apply(act))
    backend.close()
    again = Backend(library)
    again.wait_until_open()
    assert [row.name for row in again.wait(lambda desk: desk.outline()).publications] == ["云溪简报"]
    again.close()


def test_a_library_that_is_open_already_is_refused_with_a_sentence(backend: Backend, library: Path) -> None:
    second = Backend(library)
    with pytest.raises(UserError):
        second.wait_until_open()

"""Backups that are made by themselves: after the start, while the window works, and at the end."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.backup import keeper as keepers
from bulletin_desktop.gui.backup.keeper import Keeper
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backup_settings, backups
from bulletin_desktop.services.acts import CreatePublication
from bulletin_desktop.services.desk import Desk

WAIT = 15_000


def add(desk: Desk, name: str) -> None:
    desk.apply(CreatePublication(new_id(), name))


def held(path: Path) -> list[str]:
    return [publication.name for publication in backups.look(path).publications]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keepers, "AFTER_START", 10)
    monkeypatch.setattr(keepers, "YOUNG", 0.0)


@pytest.fixture
def working(qapp: QObject, library: Path) -> Iterator[Callable[[], contextmanager]]:
    """A program without a window: its library's thread and its keeper of backups."""

    @contextmanager
    def program() -> Iterator[tuple[Backend, Keeper]]:
        backend = Backend(library)
        keeper = Keeper(backend, backend)
        backend.wait_until_open()
        try:
            yield backend, keeper
        finally:
            keeper.shut_down()
            backend.close()

    return program


def test_what_was_changed_before_is_backed_up_after_the_start_and_then_only_what_is_new(
    working: Callable, library: Path, qtbot: QtBot
) -> None:
    with Library.open(library) as opened:
        add(Desk(opened), "简报")
    with working() as (backend, keeper):
        with qtbot.waitSignal(keeper.made, timeout=WAIT) as caught:
            pass
        assert held(caught.args[0].info.path) == ["简报"]
        with qtbot.waitSignal(keeper.carried, timeout=WAIT), qtbot.assertNotEmitted(keeper.made):
            keeper.look()
        backend.wait(add, "会刊")
        with qtbot.waitSignal(keeper.made, timeout=WAIT) as caught:
            keeper.look()
        assert held(caught.args[0].info.path) == ["简报", "会刊"]
    assert len(backups.kept(library)) == 2


def test_the_last_changes_are_backed_up_at_the_end_and_not_again_after_the_next_start(
    working: Callable, library: Path, qtbot: QtBot
) -> None:
    with working() as (backend, _keeper):
        backend.wait(add, "简报")
    (made,) = backups.kept(library)
    assert held(made.path) == ["简报"]
    with (
        working() as (_, keeper),
        qtbot.assertNotEmitted(keeper.began),
        qtbot.waitSignal(keeper.carried, timeout=WAIT),
    ):
        pass
    assert backups.kept(library) == (made,)
    with Library.open(library) as opened:  # by a command
        add(Desk(opened), "会刊")
    with working() as (_, keeper), qtbot.waitSignal(keeper.made, timeout=WAIT):
        pass
    assert held(backups.kept(library)[0].path) == ["简报", "会刊"]


def test_the_library_answers_and_saves_while_it_is_copied(
    working: Callable, library: Path, qtbot: QtBot
) -> None:
    Library.open(library).close()
    with closing(sqlite3.connect(library)) as raw, raw:
        for nth in range(40):
            raw.execute("INSERT INTO pictures VALUES (?, 'png', 1, 1, ?)", [str(nth), os.urandom(1_000_000)])
    with working() as (backend, keeper):
        qtbot.waitSignal(keeper.began, timeout=WAIT).wait()
        saved = 0
        while keeper.busy and saved < 30 and not list(library.parent.glob("backups/*.db")):
            backend.wait(add, f"第{saved}种")
            saved += 1
        qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
        with qtbot.waitSignal(keeper.carried, timeout=WAIT):
            keeper.look()
    assert saved > 5
    assert len(held(backups.kept(library)[0].path)) == saved


def test_the_program_ends_at_once_while_a_large_library_is_copied(
    working: Callable, library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(library) as opened:
        add(Desk(opened), "简报")
    steps = []

    def never_done(_desk: Desk, _target: Path, between: Callable[[], None]) -> None:
        while True:
            steps.append(1)
            between()

    monkeypatch.setattr(Desk, "copy_library", never_done)
    with working():
        qtbot.waitUntil(lambda: bool(steps), timeout=WAIT)
    assert list((library.parent / "backups").iterdir()) == []
    with Library.open(library) as opened:
        assert len(Desk(opened).outline().publications) == 1


def test_a_stick_that_is_missing_is_told_once_and_gets_its_copy_when_it_is_there(
    open_window: Callable[[], MainWindow], library: Path, qtbot: QtBot
) -> None:
    stick = library.parent / "U盘"
    with Library.open(library) as opened:
        add(Desk(opened), "简报")
    settings = replace(backup_settings.load(library), second=stick)
    backup_settings.save(library, settings)
    window = open_window()
    (feature,) = (each for each in window.features if hasattr(each, "keeper"))
    qtbot.waitUntil(lambda: "is not there now" in window.notices.text, timeout=WAIT)
    window.notices.hide()
    with qtbot.waitSignal(feature.keeper.not_carried, timeout=WAIT):
        feature.keeper.look()
    assert window.notices.text == ""
    stick.mkdir()
    with qtbot.waitSignal(feature.keeper.carried, timeout=WAIT):
        feature.keeper.look()
    assert [held(path) for path in stick.iterdir()] == [["简报"]]
    shutil.rmtree(stick)
    feature.keeper.look()
    qtbot.waitUntil(lambda: "is not there now" in window.notices.text, timeout=WAIT)

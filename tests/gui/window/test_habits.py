"""What a hand expects after a day's work: saving, panes by key, what was open, and how the window stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.recent import RecentIssues, day_and_time
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WAIT = 15_000
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def feature(window: MainWindow, kind: type) -> object:
    return next(each for each in window.features if isinstance(each, kind))


def test_ctrl_s_stores_what_was_typed_and_says_so(filled: MainWindow, qtbot: QtBot) -> None:
    sheet = filled.editor.focusProxy()
    sheet.setFocus()
    QTest.keyClicks(sheet, "abc")
    QTest.keyClick(sheet, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: filled.status_bar.findChild(QWidget) is not None and not filled.session.unsaved)
    article = filled.editor.article()
    qtbot.waitUntil(
        lambda: filled.backend.wait(lambda desk: desk.article(article.id)) == article, timeout=WAIT
    )
    assert filled.status.saved.text().startswith("Saved ")


def test_ctrl_s_answers_when_there_was_nothing_to_save(filled: MainWindow, qtbot: QtBot) -> None:
    filled.editing.settle()
    qtbot.waitUntil(lambda: not filled.session.unsaved)
    filled.status.show_saved(None)
    QTest.keyClick(filled, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: filled.status.saved.text().startswith("Saved "))
    assert QApplication.activeModalWidget() is None


def test_f6_goes_through_every_pane_and_back(filled: MainWindow) -> None:
    filled.resize(1400, 900)
    filled.tree.view.setFocus()
    panes = (filled.tree, filled.editor, filled.preview, filled.tool_bar)

    def pane() -> QWidget:
        return next(each for each in panes if each.isAncestorOf(QApplication.focusWidget()))

    seen = [pane()]
    for _ in panes:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(pane())
    assert seen == [*panes, filled.tree]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert pane() is filled.tool_bar


def test_the_last_issue_is_in_the_file_menu_until_it_is_gone(filled: MainWindow, qtbot: QtBot) -> None:
    filled.menu_recent.aboutToShow.emit()
    (entry,) = filled.menu_recent.actions()
    assert "No. 1" in entry.text()
    issue = filled.session.issue.id
    recent = feature(filled, RecentIssues)
    filled.work.delete([node for node in filled.tree.model.walk() if node.kind is Kind.ISSUE])
    qtbot.waitUntil(lambda: recent.issues() == (), timeout=WAIT)
    filled.menu_recent.aboutToShow.emit()
    assert [each.isEnabled() for each in filled.menu_recent.actions()] == [False]
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: [each.id for each in recent.issues()] == [issue], timeout=WAIT)
    entry = filled.menu_recent
    entry.aboutToShow.emit()
    entry.actions()[0].trigger()
    qtbot.waitUntil(
        lambda: filled.session.issue is not None and filled.session.issue.id == issue, timeout=WAIT
    )


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOON.replace(hour=8), "today 08:00"),
        (NOON - dt.timedelta(days=1), "yesterday 12:00"),
        (NOON - dt.timedelta(days=9), "2/21"),
        (NOON - dt.timedelta(days=400), "2025-01-26"),
    ],
)
def test_times_are_said_as_people_say_them(at: dt.datetime, said: str) -> None:
    assert day_and_time(at, NOON) == said


def test_memory_keeps_the_last_issues_once_each(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "library.db")
    for nth in range(60):
        memory.note_open(f"issue{nth % 50}", NOON + dt.timedelta(minutes=nth))
    kept = [issue for issue, _ in Memory(tmp_path / "library.db").recent]
    assert kept[0] == "issue9"
    assert len(kept) == len(set(kept)) == 40


@pytest.mark.parametrize("damaged", ["x", "@", "a@yesterday", "a@2026-03-02T12:00:00", "\x00@\x00"])
def test_a_damaged_memory_is_only_forgotten(tmp_path: Path, damaged: str) -> None:
    file = tmp_path / "library.window.ini"
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    for name in ("recent", "folded", "commands", "panels", "scheme", "pages", "toured"):
        settings.setValue(name, damaged)
    settings.sync()
    memory = Memory(tmp_path / "library.db")
    assert memory.recent == ()
    assert not memory.toured


def test_the_window_stands_as_it_stood(
    filled: MainWindow, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    filled.resize(1400, 900)
    filled.panes.setSizes([300, 600, 400])
    filled.action_show_tree.trigger()
    filled.action_show_preview.trigger()
    filled.close()
    again = open_window()
    assert not again.tree.isVisible()
    assert not again.preview.isVisible()
    assert not again.action_show_tree.isChecked()
    again.action_default_layout.trigger()
    assert again.tree.isVisible()
    assert again.preview.isVisible() == (again.width() >= 1120)
    assert again.action_show_tree.isChecked()


def test_a_window_whose_screen_is_gone_is_on_the_screen(
    window: MainWindow, open_window: Callable[[], MainWindow], library: Path
) -> None:
    window.move(9000, 7000)
    QApplication.processEvents()
    geometry = window.saveGeometry()
    window.close()
    settings = QSettings(str(library.with_name("library.window.ini")), QSettings.Format.IniFormat)
    settings.setValue("geometry", QByteArray(geometry))
    settings.sync()
    again = open_window()
    assert again.screen().availableGeometry().intersects(again.frameGeometry())

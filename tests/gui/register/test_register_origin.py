"""Where the article in the editor came from."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.register.original_pane import OriginalPane
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.services.register import (
    Manuscript,
    Original,
)
from tests.gui.register.hands import (
    KEY,
    MOD,
    WAIT,
    choose,
    press,
)


@pytest.fixture
def came(filled: MainWindow, panel: RegisterPanel, qtbot: QtBot) -> MainWindow:
    """The window with a manuscript in the editor whose original is kept."""
    choose(panel, "关于养老服务的建议")
    press(panel, KEY.Key_Return)
    qtbot.waitUntil(filled.action_show_original.isEnabled, timeout=WAIT)
    return filled


def origin(window: MainWindow) -> object:
    return next(each for each in window.features if type(each).__name__ == "Origin")


def test_a_line_says_where_the_open_article_came_from(
    came: MainWindow, panel: RegisterPanel, qtbot: QtBot
) -> None:
    line = origin(came).line
    today = dt.datetime.now()
    said = f"Original: 建议.txt · received {today.month}/{today.day} · from 安和县政协 李晓梅"
    assert line.isVisible()
    assert line.findChild(QLabel).toolTip() == said
    choose(panel, "协商议事平台")
    press(panel, KEY.Key_Space)
    qtbot.waitUntil(lambda: "北川区政协" in line.findChild(QLabel).toolTip(), timeout=WAIT)
    assert not line.look.isVisible()
    assert not came.action_show_original.isEnabled()
    came.tree_acts.new_article()
    qtbot.waitUntil(lambda: not line.isVisible(), timeout=WAIT)


def test_a_key_puts_the_original_beside_the_text_and_escape_takes_it_away(
    came: MainWindow, qtbot: QtBot
) -> None:
    assert came.preview.isVisible()
    QTest.keyClick(came, KEY.Key_O, MOD.ControlModifier | MOD.AltModifier)
    pane = came.findChild(OriginalPane)
    qtbot.waitUntil(lambda: "安和县政协近日报来养老服务的建议。" in pane.text.toPlainText(), timeout=WAIT)
    assert came.editor.isVisible()
    assert came.editor.width() > 300
    assert not came.preview.isVisible()  # it made room
    QTest.keyClicks(pane.text, "x")
    assert "x" not in pane.text.toPlainText()
    pane.text.setFocus()
    QTest.keyClick(pane.text, KEY.Key_Escape)
    assert not pane.isVisible()
    assert came.preview.isVisible()
    assert came.editor.isAncestorOf(QApplication.focusWidget())


def test_an_original_that_cannot_be_read_says_why(
    came: MainWindow, panel: RegisterPanel, qtbot: QtBot
) -> None:
    came.action_show_original.trigger()
    pane = came.findChild(OriginalPane)
    qtbot.waitUntil(lambda: "安和县政协" in pane.text.toPlainText(), timeout=WAIT)
    article = came.editing.article_id
    content = b"PK\x05\x06" + bytes(18)
    sha256 = hashlib.sha256(content).hexdigest()
    came.backend.wait(
        lambda desk: desk.receive(
            Manuscript(article, dt.datetime.now(dt.UTC), original=sha256, file_name="空.zip"),
            Original(sha256, "空.zip", content),
        )
    )
    came.work.changed.emit(frozenset())
    qtbot.waitUntil(lambda: pane.name == "空.zip", timeout=WAIT)
    qtbot.waitUntil(lambda: "空.zip" in pane.text.placeholderText(), timeout=WAIT)
    assert pane.text.toPlainText() == ""

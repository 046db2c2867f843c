"""The small dialogs: they follow a change of colours, and say nothing where nothing is meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.issue_form.dialog import IssueDialog
from bulletin_desktop.gui.theme import Scheme, Theme


@pytest.fixture
def colors(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def pixels(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {
        QColor(image.pixel(QPoint(x, y))).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("error", [True, False])
def test_a_message_follows_the_theme_while_it_is_open(qtbot: QtBot, colors: Theme, error: bool) -> None:
    dialog = MessageDialog("The words", "OK", detail="Quieter words", error=error)
    qtbot.addWidget(dialog)
    dialog.show()
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.LIGHT):
        colors.choose(scheme)
        t = theme.tokens(dialog.palette())
        assert t.dark is (scheme is Scheme.DARK)
        seen = pixels(dialog)
        wanted = {t.text.name(), t.muted.name(), (t.warn if error else t.accent).name()}
        assert wanted <= seen


def test_a_problem_of_an_issue_follows_the_theme(qtbot: QtBot, colors: Theme) -> None:
    dialog = IssueDialog((), ())
    qtbot.addWidget(dialog)
    dialog.begin()
    dialog.show_problem("This will not do.")
    dialog.show()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        colors.choose(scheme)
        assert theme.tokens(dialog.palette()).err.name() in pixels(dialog.problem)


def test_no_number_of_copies_is_shown_as_nothing_and_typed_over(qtbot: QtBot) -> None:
    dialog = IssueDialog((), ())
    qtbot.addWidget(dialog)
    dialog.begin()
    dialog.show()
    assert dialog.lists.copies.text().strip() == ""
    QTest.mouseClick(dialog.lists.copies.lineEdit(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.lists.copies, "120")
    assert dialog.lists.copies.value() == 120
    QTest.keyClick(dialog.lists.copies, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.lists.copies, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.lists.copies, Qt.Key.Key_Tab)
    assert dialog.lists.copies.value() == 0
    assert dialog.lists.copies.text().strip() == ""

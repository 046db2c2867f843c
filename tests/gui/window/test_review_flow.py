"""From a file to the library through the review: where articles go, and by which settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.intake_settings.dialog import IntakeSettingsDialog
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.receiving import Received
from bulletin_desktop.services.register import ManuscriptState

WAIT = 20_000
PROSE = "云溪县召开灌溉渠道整修现场会,部署春耕用水保障工作,各镇负责同志参加会议,会议由县水利局局长主持.\n" * 3
TEXT = f"云溪县部署春耕用水\n{PROSE}\n\n柳湾镇开展集中走访\n{PROSE}（柳湾镇供稿）\n"


@pytest.fixture
def ask(qtbot: QtBot, filled: MainWindow) -> Callable[[Callable[[Desk], object]], object]:
    def asked(question: Callable[[Desk], object]) -> object:
        answers: list[object] = []
        filled.backend.submit(question, done=answers.append, failed=answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
        return answers[0]

    return asked


@pytest.fixture
def bring(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Drop files of these names and texts, and wait for the review; it is left in the end."""

    def brought(**texts: bytes) -> None:
        data = QMimeData()
        for name, content in texts.items():
            (tmp_path / f"{name}.txt").write_bytes(content)
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{name}.txt")) for name in texts])
        filled.intake.take(data)
        qtbot.waitUntil(lambda: filled.review.page is not None, timeout=WAIT)

    yield brought
    filled.review.leave()


def test_kept_articles_wait_among_the_manuscripts_with_original_and_state(
    filled: MainWindow, bring: Callable[..., None], ask: Callable[..., object], qtbot: QtBot
) -> None:
    bring(甲=TEXT.encode())
    page, issue = filled.review.page, filled.session.issue.id
    page.lines.go_to(next(n for n, row in enumerate(page._model.rows) if row.line and row.line.number > 6))
    QTest.keyClick(page.lines, Qt.Key.Key_R)
    QTest.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.review.page is None, timeout=WAIT)
    rows = [row for row in ask(lambda desk: desk.manuscripts()) if row.file_name == "甲.txt"]
    assert {row.title: row.state for row in rows} == {
        "云溪县部署春耕用水": ManuscriptState.WAITING,
        "柳湾镇开展集中走访": ManuscriptState.REJECTED,
    }
    assert all(row.original for row in rows)
    assert filled.session.issue.id == issue
    assert filled.memory.review_target == "manuscripts"
    filled.work.stack.undo()
    qtbot.waitUntil(
        lambda: not [row for row in ask(lambda desk: desk.manuscripts()) if row.file_name == "甲.txt"],
        timeout=WAIT,
    )


def test_what_is_left_out_is_not_stored(
    filled: MainWindow, bring: Callable[..., None], ask: Callable[..., object], qtbot: QtBot
) -> None:
    bring(甲=TEXT.encode())
    page = filled.review.page
    assert filled.session.issue.masthead.name[:4] in page.accept.text()
    QTest.keyClick(page.lines, Qt.Key.Key_Home)
    QTest.keyClick(page.lines, Qt.Key.Key_Delete)
    QTest.keyClick(page.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: filled.review.page is None, timeout=WAIT)
    titles = [row.title for row in ask(lambda desk: desk.manuscripts()) if row.file_name == "甲.txt"]
    assert titles == ["柳湾镇开展集中走访"]


def test_a_file_that_came_before_is_said_on_its_card(
    filled: MainWindow, bring: Callable[..., None], qtbot: QtBot
) -> None:
    bring(甲=TEXT.encode())
    QTest.mouseClick(filled.review.page.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.review.page is None, timeout=WAIT)
    bring(甲=TEXT.encode())
    cards = filled.review.page.cards
    qtbot.waitUntil(lambda: any(card.notices for card in cards.cards), timeout=WAIT)
    assert "This very file came in before" in cards.cards[0].notices[0]


def test_files_that_failed_are_listed_below_the_others(
    filled: MainWindow, bring: Callable[..., None]
) -> None:
    bring(甲=TEXT.encode())
    filled.intake.received.emit((Received("乙.docx", error=UserError("{name} is empty.", name="乙.docx")),))
    row = filled.review.page._model.rows[-1]
    assert (row.source, row.text) == ("乙.docx", "乙.docx is empty.")


def test_the_original_opens_in_its_program(
    filled: MainWindow, bring: Callable[..., None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    bring(甲=TEXT.encode())
    QTest.keyClick(filled.review.page.lines, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT)
    assert Path(opened[0].toLocalFile()).read_bytes() == TEXT.encode()


# --- settings


def settings_dialog(window: MainWindow, qtbot: QtBot) -> IntakeSettingsDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), IntakeSettingsDialog), timeout=WAIT)
    return QApplication.activeModalWidget()


def test_the_settings_are_kept_and_clean_what_is_under_review(
    filled: MainWindow, bring: Callable[..., None], ask: Callable[..., object], qtbot: QtBot
) -> None:
    bring(甲=TEXT.encode())
    page = filled.review.page
    QTest.mouseClick(page.settings_button, Qt.MouseButton.LeftButton)
    dialog = settings_dialog(filled, qtbot)
    QTest.mouseClick(dialog.boxes[Rule.POINTS], Qt.MouseButton.LeftButton)
    dialog._model.setData(dialog._model.index(0, 0), "灌溉渠道")
    dialog._model.setData(dialog._model.index(0, 1), "灌渠")
    dialog.notes.setCurrentIndex(1)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    wanted = Settings(frozenset(Rule) - {Rule.POINTS}, (("灌溉渠道", "灌渠"),), NotePlacement.INLINE)
    qtbot.waitUntil(lambda: ask(lambda desk: desk.intake_settings()) == wanted, timeout=WAIT)
    assert page.recognitions()[0].lines[1].text.startswith("云溪县召开灌渠整修现场会，")
    assert page.recognitions()[0].lines[1].text.endswith("主持.")
    QTest.keyClick(page.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.recognitions()[0].lines[1].text.endswith("主持。")


def test_the_settings_are_in_the_menu_and_undone_as_a_step(
    filled: MainWindow, ask: Callable[..., object], qtbot: QtBot
) -> None:
    filled.action_intake_settings.trigger()
    dialog = settings_dialog(filled, qtbot)
    QTest.mouseClick(dialog.boxes[Rule.QUOTES], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: Rule.QUOTES not in ask(lambda desk: desk.intake_settings()).rules, timeout=WAIT)
    filled.work.stack.undo()
    qtbot.waitUntil(lambda: ask(lambda desk: desk.intake_settings()) == Settings(), timeout=WAIT)


def test_replacements_come_from_a_file_of_two_columns(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    filled.action_intake_settings.trigger()
    dialog = settings_dialog(filled, qtbot)
    table = tmp_path / "替换.csv"
    table.write_bytes('原文,替换为\n帐号,账号\n"甲,乙",甲乙\n单独一列\n'.encode("gb18030"))
    dialog.import_file(table)
    assert dialog.settings().replacements == (("帐号", "账号"), ("甲,乙", "甲乙"))
    assert dialog.table_note.text() == "2 added, 0 known already; 1 lines have no two columns"
    dialog.replacements.selectRow(0)
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.settings().replacements == (("甲,乙", "甲乙"),)
    dialog.import_file(tmp_path / "没有.csv")
    assert "could not be read" in dialog.table_note.text()
    dialog.reject()


def test_every_rule_has_an_example_and_a_name_for_the_ear(filled: MainWindow, qtbot: QtBot) -> None:
    filled.action_intake_settings.trigger()
    dialog = settings_dialog(filled, qtbot)
    assert set(dialog.boxes) == set(Rule)
    assert all(box.text() and box.accessibleDescription() for box in dialog.boxes.values())
    dialog.reject()

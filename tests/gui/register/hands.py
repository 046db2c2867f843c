"""What a person does in the register, and what is in it."""

from __future__ import annotations

import datetime as dt
import hashlib

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.panel import RegisterPanel
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import AddArticles
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.register import (
    Manuscript,
    ManuscriptRow,
    ManuscriptSource,
    Original,
)

WAIT = 15_000
KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
TEXT = "安和县政协近日报来养老服务的建议。\r\n".encode("gb18030")
CAME_IN = (  # title, contributor, author, name of the file, its content, days ago
    ("关于养老服务的建议", "安和县政协", "李晓梅", "建议.txt", TEXT, 0),
    ("制种产业调研", "市农业农村局", "", "调研.html", b"<html><body>x</body></html>", 40),
    ("协商议事平台", "北川区政协", "王建国", "", b"", 400),
)


def came_in(desk: Desk) -> tuple[str, ...]:
    """Take three manuscripts in and return their articles' ids."""
    made = []
    for title, unit, author, name, content, days in reversed(CAME_IN):
        blocks = (Paragraph(new_id(), Role.BODY, (Span(f"{title}，正在推进。"),)),)
        article = Article(new_id(), headline=(title,), blocks=blocks)
        desk.apply(AddArticles(MANUSCRIPTS, (article,), 0))
        sha256 = hashlib.sha256(content).hexdigest() if content else ""
        manuscript = Manuscript(
            article.id,
            dt.datetime.now(dt.UTC) - dt.timedelta(days=days),
            ManuscriptSource.FILE,
            sha256,
            name,
            unit,
            author,
        )
        desk.receive(manuscript, Original(sha256, name, content) if content else None)
        made.append(article.id)
    return tuple(reversed(made))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything asked for has come back."""
    window.editing.settle()
    for _ in range(4):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not (window.backend.lane.busy or window.files.busy), timeout=WAIT)


def stored(window: MainWindow) -> dict[str, ManuscriptRow]:
    """What the library's register says, by title."""
    return {row.title: row for row in window.backend.wait(lambda desk: desk.manuscripts())}


def titles(panel: RegisterPanel) -> list[str]:
    return [row.title for row in panel.model.shown]


def choose(panel: RegisterPanel, *wanted: str) -> None:
    """Click on rows by their titles, the second and later ones with Ctrl."""
    view = panel.view
    for nth, title in enumerate(wanted):
        index = panel.model.index(titles(panel).index(title), Column.TITLE)
        view.scrollTo(index)
        held = MOD.ControlModifier if nth else MOD.NoModifier
        QTest.mouseClick(view.viewport(), LEFT, held, view.visualRect(index).center())
    view.setFocus()


def press(panel: RegisterPanel, key: Qt.Key, held: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or panel.view, key, held)


class Opened(QObject):
    """Catches what would be opened by another program."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)

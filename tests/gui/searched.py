"""A window upon issues of a test's own, and hands, for finding in them and searching them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.gui import start
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import AddArticles, CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from tests.gui.windows import closing_all

WAIT = 15_000
NONE = Qt.KeyboardModifier.NoModifier


def paragraph(text: str) -> Paragraph:
    return Paragraph(new_id(), Role.BODY, (Span(text),))


def article(headline: str, *texts: str, credit: str = "") -> Article:
    return Article(new_id(), (headline,), credit=credit, blocks=tuple(paragraph(text) for text in texts))


def make_issue(name: str, day: dt.date, number: int, *articles: Article, section: str = "要闻") -> Issue:
    sections = (Section(new_id(), section, articles),)
    return Issue(new_id(), name, day.year, number, day, Masthead(name), sections=sections)


@dataclass
class Hands:
    """What a person does in the window, whatever is searched."""

    window: MainWindow
    qtbot: QtBot

    @property
    def sheet(self) -> QWidget:
        return self.window.editor.focusProxy()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key in the window, wherever its focus is."""
        self.window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or self.sheet, key, modifier)

    def settled(self) -> None:
        self.until(lambda: not self.window.backend.lane.busy)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)


@contextmanager
def opened(
    application: QApplication,
    qtbot: QtBot,
    library: Path,
    *issues: Issue,
    manuscripts: tuple[Article, ...] = (),
) -> Iterator[MainWindow]:
    """The window upon *issues*, each in the publication it names, the cursor in the first one's text."""
    with Library.open(library) as made:
        desk = Desk(made)
        publications = {name: new_id() for name in dict.fromkeys(issue.publication for issue in issues)}
        for name, publication in publications.items():
            desk.apply(CreatePublication(publication, name))
        for issue in issues:
            desk.apply(CreateIssue(publications[issue.publication], issue))
        if manuscripts:
            desk.apply(AddArticles(MANUSCRIPTS, manuscripts, 0))
    with closing_all(application) as windows:
        window = start.open_window(application, library, Catalog.load(ENGLISH))
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(
            lambda: window.editor.article() is not None and window.session.layout is not None, timeout=WAIT
        )
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
        window.editor.setFocus()
        yield window

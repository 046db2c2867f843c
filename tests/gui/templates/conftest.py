"""The dialog upon the program's own templates and its fictional issue, with real events."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.gui.templates.dialog import Setting, TemplateDialog
from bulletin_desktop.gui.templates.row import Row
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.services import templates
from bulletin_desktop.services.sample_issue import sample_issue
from bulletin_desktop.services.template_draft import Draft
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template

WAIT = 15_000


class Person:
    """Works in the dialog and sees what a person sees."""

    def __init__(self, dialog: TemplateDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.qtbot = qtbot
        self.layouts: list[Layout] = []
        self.saved: list[Draft] = []
        dialog._work.laid_out.connect(self.layouts.append)
        dialog.saved.connect(self.saved.append)

    def turn(self, title: str) -> None:
        """Choose a group by its name."""
        names = [self.dialog.groups.item(nth).text() for nth in range(self.dialog.groups.count())]
        self.dialog.groups.setCurrentRow(names.index(title))

    def row(self, path: str) -> Row:
        return self.dialog._page().rows[path]

    def type(self, path: str, text: str) -> Row:
        """Replace what stands in a field."""
        row = self.row(path)
        row.editor.setFocus()
        row.editor.selectAll()
        QTest.keyClicks(row.editor, text)
        return row

    def sees(self, condition: Callable[[Template], bool]) -> Layout:
        """Wait for pages whose template fulfils *condition*."""
        self.qtbot.waitUntil(
            lambda: bool(self.layouts) and condition(self.layouts[-1].template), timeout=WAIT
        )
        return self.layouts[-1]

    def note(self) -> str:
        return self.dialog.note.text() if self.dialog.note.isVisible() else ""


@pytest.fixture(scope="session")
def measures(qapp: QApplication) -> QtMeasures:
    return QtMeasures()


@pytest.fixture
def person(qtbot: QtBot, measures: QtMeasures) -> Iterator[Person]:
    issue = sample_issue("政协信息", "云溪市政协办公室")
    users = {"zhengxie": ["会刊"], "own": ["会刊"]}
    setting = Setting("政协信息", "jianbao", templates.built_in(), users, issue)
    dialog = TemplateDialog(setting, measures, Catalog.load(ENGLISH))
    dialog.resize(1024, 640)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT)
    yield Person(dialog, qtbot)
    dialog.done(0)
    dialog.deleteLater()

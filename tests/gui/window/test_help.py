"""F1: the page of where the focus is, links that stay in the program, a search, and keys that are true."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop import paths
from bulletin_desktop.gui.help import pages
from bulletin_desktop.gui.help.flow import HelpFlow
from bulletin_desktop.gui.help.window import HelpWindow
from bulletin_desktop.gui.start import CatalogTranslator
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog

ROOT = Path(__file__).parents[3]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
WAIT = 15_000


def shown(window: MainWindow) -> HelpWindow | None:
    return next(each for each in window.features if isinstance(each, HelpFlow)).shown


def press_f1() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)


def test_f1_opens_the_page_of_where_the_focus_is(filled: MainWindow, qtbot: QtBot) -> None:
    for pane, page in ((filled.tree.view, "30-tree"), (filled.editor.focusProxy(), "40-editing")):
        filled.activateWindow()
        pane.setFocus()
        press_f1()
        qtbot.waitUntil(lambda page=page: shown(filled) is not None and shown(filled).view.page == page)
        assert shown(filled).isVisible()


@pytest.mark.parametrize(
    ("action", "page"), [("issue_fields", "60-issue"), ("archive", "84-archive"), ("about", "97-questions")]
)
def test_f1_in_a_dialog_opens_its_page_beside_it(
    action: str, page: str, filled: MainWindow, qtbot: QtBot
) -> None:
    getattr(filled, f"action_{action}").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.focusWidget().hasFocus())
    press_f1()
    qtbot.waitUntil(lambda: shown(filled) is not None and shown(filled).view.page == page)
    QTest.keyClick(shown(filled).view, Qt.Key.Key_Escape)
    assert not shown(filled).isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_the_help_goes_with_the_window(filled: MainWindow) -> None:
    press_f1()
    help_window = shown(filled)
    filled.close()
    assert not help_window.isVisible()


@pytest.fixture
def opened(qtbot: QtBot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.open(pages.FIRST)
    return window


def test_links_lead_to_pages_and_headings_and_nowhere_else(opened: HelpWindow) -> None:
    opened.view.anchorClicked.emit(QUrl("90-keys.md"))
    assert opened.view.page == "90-keys"
    assert opened.contents.currentItem().text() == "快捷键"
    opened.view.anchorClicked.emit(QUrl("20-intake.md#核对页"))
    assert opened.view.page == "20-intake"
    opened.view.anchorClicked.emit(QUrl("https://example.org/10-start.md"))
    opened.view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert opened.view.page in ("20-intake", "10-start")
    kind = QTextDocument.ResourceType
    for foreign in ("file:///etc/passwd", "https://example.org/a.png", "help:../../etc/passwd"):
        assert opened.view.loadResource(kind.ImageResource.value, QUrl(foreign)) is None
        assert opened.view.loadResource(kind.MarkdownResource.value, QUrl(foreign)) is None


def test_back_and_forward(opened: HelpWindow) -> None:
    assert not opened.back.isEnabled()
    opened.view.open("30-tree")
    QTest.mouseClick(opened.back, Qt.MouseButton.LeftButton)
    assert opened.view.page == pages.FIRST
    QTest.mouseClick(opened.forward, Qt.MouseButton.LeftButton)
    assert opened.view.page == "30-tree"


def test_search_lists_the_pages_that_have_the_words_and_marks_them(opened: HelpWindow) -> None:
    everything = opened.contents.count()
    QTest.keyClicks(opened.search, "F12")
    found = [opened.contents.item(row).text() for row in range(opened.contents.count())]
    assert 0 < len(found) < everything
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert opened.view.extraSelections()
    opened.search.setText("没有这样的字句")
    assert opened.contents.count() == 0
    assert opened.nothing.isVisible()
    QTest.keyClick(opened.search, Qt.Key.Key_Escape)
    assert opened.contents.count() == everything
    assert opened.isVisible()


def test_contents_are_walked_by_keys(opened: HelpWindow) -> None:
    opened.contents.setFocus()
    QTest.keyClick(opened.contents, Qt.Key.Key_Down)
    assert opened.view.page == pages.read()[1].name


def test_every_page_has_a_title_and_every_link_a_page(opened: HelpWindow) -> None:
    known = {page.name: page for page in pages.read()}
    assert len(known) > 10
    for page in known.values():
        assert page.text.startswith("# ")
        for link in LINK.findall(page.text):
            name, _, heading = link.partition("#")
            assert name.removesuffix(".md") in known, link
            assert not heading or f"# {heading}\n" in known[name.removesuffix(".md")].text, link


def test_every_page_f1_may_open_is_there_for_a_class_that_is_there() -> None:
    sources = (ROOT / "bulletin_desktop/gui").rglob("*.py")
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in sources]
    classes = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    names = {page.name for page in pages.read()}
    assert set(pages._PAGES) <= classes
    assert {*pages._PAGES.values(), pages.FIRST, pages.KEYS} <= names


def test_the_page_of_keys_is_made_from_the_window_s_actions(qapp: QApplication, open_window: object) -> None:
    spec = importlib.util.spec_from_file_location("make_help_keys", ROOT / "scripts/make_help_keys.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    translator = CatalogTranslator(Catalog.load(CHINESE), qapp)
    qapp.installTranslator(translator)
    try:
        window = open_window()
        file = paths.help_pages() / f"{pages.KEYS}.md"
        text = file.read_text(encoding="utf-8")
        assert text == module.renewed(text, window), "run: python scripts/make_help_keys.py"
    finally:
        qapp.removeTranslator(translator)

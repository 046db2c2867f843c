"""The manual's pictures: all there, all made by the script, fitted to the page, and from its folder alone."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.help import book, pages
from bulletin_desktop.gui.help.flow import HelpFlow
from bulletin_desktop.gui.help.view import PageView
from bulletin_desktop.gui.window import MainWindow

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "scripts/make_manual_pictures.py"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
LARGEST = 700_000  # bytes that the pictures add to the package
PAGE = "10-start"
NAME = "start-welcome"
WAIT = 15_000
OBJECT = "\ufffc"


def named() -> list[tuple[str, str, str]]:
    """Every picture of every page: the page, what it says, where it is."""
    return [(page.name, *found) for page in pages.read() for found in PICTURE.findall(page.text)]


def states() -> set[str]:
    """The pictures that the script makes."""
    source = (ROOT / "scripts/manual_states.py").read_text(encoding="utf-8")
    (found,) = (
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "STATES"
    )
    return {each.id.replace("_", "-") for each in found.elts}


def test_every_picture_is_there_and_every_one_is_shown_and_made_by_the_script() -> None:
    files = {f"images/{file.name}" for file in (paths.help_pages() / "images").iterdir()}
    assert {target for _, _, target in named()} == files
    assert {f"images/{state}.png" for state in states()} == files


def test_every_picture_says_what_it_shows() -> None:
    said = [alt for _, alt, _ in named()]
    assert all(len(alt) > 5 for alt in said)
    assert len(set(said)) == len(said)


def test_pictures_are_small_files_of_few_colours() -> None:
    files = list((paths.help_pages() / "images").iterdir())
    assert sum(file.stat().st_size for file in files) <= LARGEST
    for file in files:
        with Image.open(file) as picture:
            assert (picture.format, picture.mode) == ("PNG", "P"), file.name


def test_the_script_makes_a_picture(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(pages.PICTURE_SCALE)}
    environment |= {"PYTHONPATH": str(ROOT), "LANG": "zh_CN.UTF-8"}
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--only", NAME, "--until", NAME]
    subprocess.run(command, env=environment, check=True, timeout=120)
    with Image.open(tmp_path / f"{NAME}.png") as made, Image.open(shipped(NAME)) as kept:
        assert made.mode == "P"
        assert made.width == pytest.approx(kept.width, rel=0.1)


def shipped(name: str) -> Path:
    return paths.help_pages() / "images" / f"{name}.png"


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    shown = PageView({page.name: page for page in pages.read()})
    qtbot.addWidget(shown)
    shown.resize(700, 3000)
    shown.show()
    shown.open(PAGE)
    return shown


def pictures(view: PageView) -> list[QTextBlock]:
    block, found = view.document().begin(), []
    while block.isValid():
        if OBJECT in block.text():
            found.append(block)
        block = block.next()
    return found


def width(block: QTextBlock) -> float:
    return block.layout().lineAt(0).naturalTextWidth()


def test_a_picture_is_as_wide_as_the_page_and_never_wider_than_it_was_taken(view: PageView) -> None:
    natural = QImage(str(shipped(NAME))).width() / pages.PICTURE_SCALE
    for window, expected in ((1600, natural), (natural - 100, natural - 100 - 2 * 32)):
        view.resize(round(window), 3000)
        view.document().documentLayout().documentSize()
        assert width(pictures(view)[0]) == pytest.approx(expected, abs=20)


def drawn(view: PageView) -> QColor:
    """The colour of the first picture's ground on the screen, just inside its edge."""
    cursor = QTextCursor(pictures(view)[0])
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    place = view.cursorRect(cursor)
    return view.viewport().grab().toImage().pixelColor(place.left() - 8, place.center().y())


def test_pictures_are_drawn_and_dimmed_in_the_dark_as_paper_is(view: PageView) -> None:
    ground = QImage(str(shipped(NAME))).pixelColor(8, 8)
    view.setPalette(theme.make_palette(dark=False))
    assert drawn(view) == ground
    view.setPalette(theme.make_palette(dark=True))
    assert drawn(view).lightness() < ground.lightness()
    assert drawn(view).lightness() > 150


def test_what_a_picture_shows_is_text_below_it_to_be_read_and_heard_once(view: PageView) -> None:
    said = [alt for page, alt, _ in named() if page == PAGE]
    view.setPalette(theme.make_palette(dark=True))
    assert [view.document().toPlainText().count(alt) for alt in said] == [1] * len(said)


@pytest.mark.parametrize(
    "target",
    [
        "../secret.png",
        "images/../../secret.png",
        "{}",
        "file://{}",
        "https://example.org/images/start-welcome.png",
    ],
)
def test_no_picture_comes_from_elsewhere(
    target: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "help" / "images").mkdir(parents=True)
    secret = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    assert image.save(str(secret))
    monkeypatch.setattr(paths, "help_pages", lambda: tmp_path / "help")
    page = replace(pages.Page("a", "A", ""), text=f"# A\n\n![a picture]({target.format(secret)})\n")
    shown = PageView({"a": page})
    qtbot.addWidget(shown)
    shown.open("a")
    shown.show()
    pixels = shown.viewport().grab().toImage()
    green = QColor("#00FF00")
    assert not any(
        pixels.pixelColor(x, y) == green for x in range(pixels.width()) for y in range(pixels.height())
    )
    assert "a picture" in shown.toPlainText()


def han(text: str) -> str:
    """The Chinese of a text: Qt gives the digits of its fonts other names, and some characters radicals'."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) == "Lo")


def headings(some: Iterable[pages.Page]) -> list[str]:
    return [han(line) for page in some for line in re.findall(r"^#+ (.+)$", page.text, re.MULTILINE)]


def test_the_manual_is_one_pdf_with_every_page_and_picture(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    few = tuple(page for page in pages.read() if page.name in (PAGE, "82-approval"))
    file = tmp_path / "手册.pdf"
    next(each for each in window.features if isinstance(each, HelpFlow)).write_book(file, few)
    qtbot.waitUntil(lambda: shown == [file.as_posix()], timeout=WAIT)
    sheets = PdfReader(file).pages
    words = han("".join(sheet.extract_text() for sheet in sheets))
    assert [title for title in headings(few) if title not in words] == []
    assert sum(len(sheet.images) for sheet in sheets) == sum(len(PICTURE.findall(page.text)) for page in few)


def test_no_heading_of_the_pdf_stands_alone_at_the_foot_of_a_sheet(qapp: QApplication) -> None:
    few = tuple(page for page in pages.read() if PICTURE.search(page.text))
    content = book.as_pdf(few, "", qapp.font())
    ends = []
    for sheet in PdfReader(BytesIO(content)).pages:
        text = unicodedata.normalize("NFKC", sheet.extract_text())
        ends += [line for line in map(str.strip, text.splitlines()) if han(line)][-1:]
    assert len(ends) > len(few)
    assert not {line for line in ends if any(f"# {line}\n" in page.text for page in few)}


def test_a_pdf_that_cannot_be_written_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(window, "tell", told.append)
    flow = next(each for each in window.features if isinstance(each, HelpFlow))
    flow.write_book(tmp_path / "no folder" / "手册.pdf", pages.read()[:1])
    qtbot.waitUntil(lambda: [type(error) for error in told] == [UserError], timeout=WAIT)
    assert not (tmp_path / "no folder").exists()


CALLED = re.compile("(?:点|勾|菜单的|菜单里的|里的)“([^”]+)”")
PLACE = re.compile(r"\\?\{.*?\}")  # in a translation: what stands there differs
OF_WINDOWS = {"更多信息", "仍要运行", "应用"}


def test_the_manual_calls_menus_and_buttons_as_the_program_does() -> None:
    translations = ElementTree.parse(paths.resources() / "i18n" / "zh_CN.ts").iter("translation")
    words = [re.sub(r"\(&\w\)|&|…$", "", each.text or "") for each in translations]
    known = [
        re.compile(PLACE.sub(".+", re.escape(each)))
        for each in words
        if not PLACE.search(each) or len(han(PLACE.sub("", each))) > 1
    ]
    called = {(page.name, name) for page in pages.read() for name in CALLED.findall(page.text)}
    assert len(called) > 60
    unknown = {
        (page, name)
        for page, name in called
        if name not in OF_WINDOWS and not any(each.fullmatch(name.removesuffix("…")) for each in known)
    }
    assert unknown == set()

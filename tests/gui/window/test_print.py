"""Printing as a person does it: Ctrl+P, a few choices, paper. Qt's PDF printer stands for the office's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.output import printing
from bulletin_desktop.gui.output.print_dialog import PrintDialog
from bulletin_desktop.gui.output.printing import PrinterFacts
from bulletin_desktop.gui.output.sides import PrintSettings
from bulletin_desktop.gui.window import MainWindow

WAIT = 15_000
LEFT = Qt.MouseButton.LeftButton
PLAIN = PrinterFacts("plain", "办公室打印机", default=True, two_sided=False, color=False)
FINE = PrinterFacts("fine", "文印室打印机", default=False, two_sided=True, color=True)

Open = Callable[[], PrintDialog]


class Office:
    """The printers there are, and where their paper comes out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printers: tuple[PrinterFacts, ...] = (PLAIN, FINE)
        self.jobs: list[PrintSettings] = []

    @property
    def paper(self) -> Path:
        return self.folder / "paper.pdf"

    def printer(self, settings: PrintSettings) -> QPrinter:
        self.jobs.append(settings)
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(self.paper))
        return made

    def folios(self) -> list[str]:
        """The page numbers on the printed sides."""
        with pypdfium2.PdfDocument(self.paper) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return [re.findall(r"— (\d+) —", text)[-1] for text in texts]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    made = Office(tmp_path)
    monkeypatch.setattr(printing, "printers", lambda: made.printers)
    monkeypatch.setattr(printing, "printer_for", made.printer)
    return made


def modal(qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    return QApplication.activeModalWidget()


@pytest.fixture
def opened(filled: MainWindow, office: Office, qtbot: QtBot) -> Open:
    """Presses Ctrl+P and waits for the printers."""

    def open_dialog() -> PrintDialog:
        filled.activateWindow()
        qtbot.waitUntil(filled.isActiveWindow, timeout=WAIT)
        QTest.keyClick(filled, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = modal(qtbot)
        assert isinstance(dialog, PrintDialog)
        qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=WAIT)
        return dialog

    return open_dialog


def press_print(dialog: PrintDialog, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.prints.printed, timeout=WAIT):
        QTest.mouseClick(dialog.accept_button, LEFT)


def test_enter_prints_every_page_on_the_usual_printer(
    opened: Open,
    filled: MainWindow,
    office: Office,
    qtbot: QtBot,
) -> None:
    dialog = opened()
    count = len(filled.session.layout.pages)
    with qtbot.waitSignal(filled.prints.printed, timeout=WAIT):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert office.jobs == [PrintSettings("plain", tuple(range(1, count + 1)), color=False)]
    assert office.folios() == [str(number) for number in range(1, count + 1)]
    assert f"{count} pages" in filled.notices.text


def test_the_page_that_is_looked_at_is_this_page(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    filled.preview._desk.go_to_page(2)
    qtbot.waitUntil(lambda: filled.preview.current_page == 2, timeout=WAIT)
    dialog = opened()
    QTest.keyClick(dialog.range, Qt.Key.Key_Down)
    assert len(dialog.pages_view._layout.pages) == 1
    press_print(dialog, filled, qtbot)
    assert office.folios() == ["2"]


def test_some_pages_are_shown_and_printed_as_named(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    dialog = opened()
    assert not dialog.some_pages.isVisible()
    dialog.range.setFocus()
    QTest.keyClick(dialog.range, Qt.Key.Key_End)
    assert dialog.some_pages.hasFocus()
    assert not dialog.accept_button.isEnabled()
    QTest.keyClicks(dialog.some_pages, "3,1-2")
    assert [page.number for page in dialog.pages_view._layout.pages] == [3, 1, 2]
    assert dialog.place.text() == "Page 3 (1 of 3)"
    QTest.mouseClick(dialog.forward, LEFT)
    qtbot.waitUntil(lambda: dialog.place.text() == "Page 1 (2 of 3)", timeout=WAIT)
    press_print(dialog, filled, qtbot)
    assert office.folios() == ["3", "1", "2"]


def test_pages_that_there_are_not_are_told_before_anything_is_printed(opened: Open, office: Office) -> None:
    dialog = opened()
    QTest.keyClick(dialog.range, Qt.Key.Key_End)
    QTest.keyClicks(dialog.some_pages, "1,99")
    assert "1 to" in dialog.figures.text()
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert office.jobs == []


def test_only_what_the_printer_can_do_is_offered(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    dialog = opened()
    assert [dialog.printer.itemText(nth) for nth in range(2)] == ["办公室打印机", "文印室打印机"]
    assert not dialog.two_sided.isEnabled()
    assert not dialog.color.isEnabled()
    assert not dialog.collate.isEnabled()  # of one copy
    QTest.keyClick(dialog.printer, Qt.Key.Key_Down)
    QTest.mouseClick(dialog.two_sided, LEFT)
    QTest.mouseClick(dialog.color, LEFT)
    dialog.copies.setFocus()
    QTest.keyClick(dialog.copies, Qt.Key.Key_Up)
    QTest.mouseClick(dialog.collate, LEFT)
    count = len(filled.session.layout.pages)
    assert dialog.figures.text() == f"{2 * -(-count // 2)} sheets of paper"
    press_print(dialog, filled, qtbot)
    pages = tuple(range(1, count + 1))
    assert office.jobs == [PrintSettings("fine", pages, 2, collate=False, two_sided=True, color=False)]


def test_the_printer_of_last_time_is_proposed_again(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    dialog = opened()
    QTest.keyClick(dialog.printer, Qt.Key.Key_Down)
    QTest.mouseClick(dialog.two_sided, LEFT)
    dialog.resize(780, 640)  # a screen off the screen has 800 pixels
    press_print(dialog, filled, qtbot)
    again = opened()
    assert again.printer.currentText() == "文印室打印机"
    assert again.two_sided.isChecked()
    assert (again.width(), again.height()) == (780, 640)
    again.reject()


def test_without_a_printer_a_pdf_is_offered(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    office.printers = ()
    dialog = opened()
    assert "no printer" in dialog.none_found.text()
    assert not dialog.printer.isVisible()
    assert dialog.accept_button.text() == "Save as PDF…"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=WAIT)
    save = QApplication.activeModalWidget()
    assert save.selectedFiles()[0].endswith(".pdf")
    save.reject()
    assert office.jobs == []


def test_esc_prints_nothing_and_late_printers_do_no_harm(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot
) -> None:
    QTest.keyClick(opened(), Qt.Key.Key_Escape)
    filled.action_print.trigger()
    QTest.keyClick(modal(qtbot), Qt.Key.Key_Escape)  # before the printers are known
    filled.files.call(lambda: None).result()
    QApplication.processEvents()
    assert office.jobs == []


def test_a_printer_that_is_gone_is_told_calmly(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_settings: PrintSettings) -> QPrinter:
        raise UserError("Gone.")

    monkeypatch.setattr(printing, "printer_for", gone)
    QTest.keyClick(opened(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MessageDialog), timeout=WAIT)
    told = QApplication.activeModalWidget()
    assert told.words.text() == "Gone."
    told.reject()
    assert not filled.prints.progress.isVisible()


def test_cancelling_leaves_the_paper_white(
    opened: Open, filled: MainWindow, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_args: object) -> int:
        raise Cancelled

    monkeypatch.setattr(printing.PagePrinter, "print_pages", stopped)
    dialog = opened()
    with qtbot.waitSignal(filled.prints.cancelled, timeout=WAIT):
        QTest.mouseClick(dialog.accept_button, LEFT)
    assert filled.notices.text == "Nothing was printed"
    assert not office.paper.exists()


def test_printing_needs_an_open_issue(window: MainWindow) -> None:
    assert not window.action_print.isEnabled()


def test_a_window_whose_print_fails_stays_open_and_says_so(
    opened: Open, filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object) -> int:
        raise UserError("The printer is on fire.")

    monkeypatch.setattr(printing.PagePrinter, "print_pages", refused)
    QTest.mouseClick(opened().accept_button, LEFT)
    assert not filled.close()
    told = modal(qtbot)
    assert isinstance(told, MessageDialog)
    assert "on fire" in told.words.text()
    told.reject()


def test_what_was_chosen_for_one_printer_is_there_again_after_another(opened: Open) -> None:
    dialog = opened()
    QTest.keyClick(dialog.printer, Qt.Key.Key_Down)
    QTest.mouseClick(dialog.two_sided, LEFT)
    QTest.mouseClick(dialog.color, LEFT)
    QTest.keyClick(dialog.printer, Qt.Key.Key_Up)
    assert not dialog.two_sided.isChecked()
    QTest.keyClick(dialog.printer, Qt.Key.Key_Down)
    assert dialog.two_sided.isChecked()
    assert not dialog.color.isChecked()
    dialog.reject()

"""About the program, and the facts for whoever helps, as take_screenshots.py shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.gui.about.diagnostics_dialog import DiagnosticsDialog
from bulletin_desktop.gui.first_aid.dialog import FirstAidDialog, ways

if TYPE_CHECKING:
    from screenshot_person import Person


_CUT_OFF = LibraryError("", fault=Fault.CUT_OFF)


def about(person: Person) -> None:
    """What the program is, what it is made of, and what whoever helps is told."""
    dialog = person.dialog("about")
    person.take("about", dialog)
    QTest.keyClick(dialog.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    dialog.licences.names.setCurrentRow(2)
    person.take("about-licences", dialog)
    person.click(dialog.diagnose)
    person.wait_for(lambda: isinstance(person.application.activeModalWidget(), DiagnosticsDialog))
    diagnostics = person.application.activeModalWidget()
    person.wait_for(diagnostics.save.isEnabled)
    person.take("diagnostics", diagnostics)
    diagnostics.chosen.emit(person.desk / "BulletinDesktop-20260203-0905.zip")
    person.wait_for(diagnostics.open_folder.isVisible)
    person.take("diagnostics-saved", diagnostics)


def first_aid(person: Person) -> None:
    """A library that cannot be opened."""
    dialog = FirstAidDialog(
        "资料库 D:\\简报\\library.db 不完整：文件缺了一部分。", ways(_CUT_OFF), person.window
    )
    dialog.open()
    person.take("first-aid", dialog)
    dialog.reject()

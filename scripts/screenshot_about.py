"""About the program, and the facts for whoever helps, as take_screenshots.py shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from screenshot_states import Person


def about(person: Person) -> None:
    """What the program is, and what it is made of."""
    dialog = person.dialog("about")
    person.take("about", dialog)
    QTest.keyClick(dialog.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    dialog.parts.setCurrentRow(2)
    person.take("about-licences", dialog)

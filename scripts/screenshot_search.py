"""The states of searching the library that take_screenshots.py takes pictures of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bulletin_desktop.document import copies
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.services.acts import CreateIssue, Delete
from bulletin_desktop.services.desk import Desk

if TYPE_CHECKING:
    from screenshot_person import Person

_EARLIER = 8  # issues
_WORDS = "协商"


def search(person: Person) -> None:
    """What was found, one of it open, with its menu, narrowed down, nothing found, and the empty panel."""
    window = person.window
    window.backend.wait(earlier_issues)
    window.work.changed.emit(frozenset())
    person.rest(600)
    person.act("search")
    panel = window.panels.panel("search")
    person.take("search-empty")
    panel.field.setText(_WORDS)
    person.wait_for(panel.model.rowCount)
    person.take("search")
    panel.show_unindexed(48_213)
    person.take("search-indexing")
    panel.show_unindexed(0)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(panel.view, key)
    person.rest(1500)
    person.take("search-shown")
    panel.view.menu_wanted.emit(panel.view.mapToGlobal(QPoint(200, 20)))
    person.wait_for(person.application.activePopupWidget)
    person.take("menu-of-the-search", person.application.activePopupWidget())
    person.application.activePopupWidget().close()
    panel.filters.publication.setCurrentIndex(1)
    panel.filters.year.setCurrentIndex(1)
    panel.filters.bin.click()
    person.rest(600)
    person.take("search-narrowed")
    panel.filters.bin.click()
    panel.field.setText("这些字 没有人写过")
    person.rest(600)
    person.take("search-nothing")
    panel.filters.publication.showPopup()
    person.rest(300)
    person.take("search-publications", panel.filters.publication.view().window())
    panel.filters.publication.hidePopup()
    panel.field.clear()
    for choice in panel.filters.chosen():
        choice.choose_anything()
    person.rest(300)


def earlier_issues(desk: Desk) -> None:
    """Copies of the newest issue with earlier numbers, one of them in the recycle bin."""
    publication = desk.outline().publications[0]
    newest = desk.issue(publication.issues[0].id)
    for nth in range(1, _EARLIER + 1):
        sections = tuple(
            replace(each, id=new_id(), articles=tuple(map(copies.fresh, each.articles)))
            for each in newest.sections
        )
        day = newest.date - dt.timedelta(days=40 * nth)
        number = max(1, 12 - nth)
        issue = replace(
            newest, id=new_id(), year=day.year, number=number, running_number=0, date=day, sections=sections
        )
        desk.apply(CreateIssue(publication.id, issue))
    desk.apply(Delete((issue.id,)))

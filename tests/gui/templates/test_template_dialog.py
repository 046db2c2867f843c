"""An office sets its page: what is typed is seen at once, what is wrong is said at once and never set."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview.notice import NoticeBar
from bulletin_desktop.gui.templates import groups
from bulletin_desktop.gui.templates.editors import NumberEdit
from bulletin_desktop.gui.templates.form import FieldsPage
from bulletin_desktop.gui.theme import Scheme, Theme
from bulletin_desktop.services import publish, template_text
from bulletin_desktop.services.template_files import ReadTemplate
from bulletin_desktop.typeset import template_schema
from tests.gui.templates.conftest import WAIT, Person

TITLES = [group.title for group in groups.GROUPS]


def mm(twips: int) -> int:
    return round(twips * 25.4 / 1440)


def test_a_value_is_set_as_it_is_typed_in_a_template_of_the_office_s_own(person: Person) -> None:
    assert not person.dialog.name.isEnabled()
    row = person.type("page.top", "30")
    person.sees(lambda t: mm(t.page.top) == 30)
    assert row.label.font().bold()
    assert row.reset.isVisible()
    assert (person.dialog.draft.base, person.dialog.draft.name) == ("jianbao", "Page of 政协信息")
    assert person.dialog.template.currentText() == "Page of 政协信息"
    assert person.dialog.name.isEnabled()


def test_what_departs_from_the_standard_is_told_quietly(person: Person) -> None:
    assert person.row("page.top").tag.text() == "fixed"
    row = person.type("page.top", "30")
    assert row.message.text() == "GB/T 9704 fixes 37 mm"
    row = person.type("page.lines", "20")
    assert not row.message.isVisible()


@pytest.mark.parametrize("text", ["", "abc", "99", "7", "20.5", "-3", "nan", "1e9"])
def test_what_is_wrong_is_said_at_once_and_never_reaches_the_pages(person: Person, text: str) -> None:
    row = person.row("page.lines")
    row.editor.setFocus()
    row.editor.selectAll()
    QTest.keyClick(row.editor, Qt.Key.Key_Delete)
    QTest.keyClicks(row.editor, text)
    assert row.message.isVisible()
    assert row.message.text() == "A whole number from 8 to 60"
    assert row.editor.accessibleDescription() == row.message.text()
    person.type("page.top", "30")
    pages = person.sees(lambda t: mm(t.page.top) == 30)
    assert pages.template.page.lines in (9, 20, 22)  # what was right on the way, or before


def test_limits_are_told_in_round_numbers(person: Person) -> None:
    row = person.row("page.width")
    row.editor.selectAll()
    QTest.keyClicks(row.editor, "9")
    assert row.message.text() == "From 88.2 to 419.9 mm"


def test_nothing_is_stored_while_something_is_wrong(person: Person) -> None:
    row = person.type("page.lines", "99")
    person.dialog.groups.setFocus()
    QTest.mouseClick(person.dialog.save, Qt.MouseButton.LeftButton)
    assert person.saved == []
    assert row.editor.hasFocus()
    assert "“Lines a page” is not right yet" in person.note()


def test_values_that_only_go_together_are_taken_together(person: Person) -> None:
    row = person.type("page.lines", "25")
    assert row.message.text() == "With this line pitch at most 22 lines fit between the margins"
    person.type("page.pitch", "25.5")
    person.sees(lambda t: (t.page.lines, t.page.pitch) == (25, 510))
    assert not row.message.isVisible()


def test_one_value_is_reset_and_all_of_them(person: Person) -> None:
    row = person.type("page.top", "30")
    person.type("page.lines", "20")
    QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    person.sees(lambda t: (mm(t.page.top), t.page.lines) == (37, 20))
    assert not row.reset.isVisible()
    QTest.mouseClick(person.dialog.restore, Qt.MouseButton.LeftButton)
    person.sees(lambda t: t.page.lines == 22)
    assert not person.dialog.restore.isEnabled()


def test_the_same_value_in_other_digits_is_no_change(person: Person) -> None:
    row = person.type("page.pitch", "28.950")
    assert row.editor.text() == "28.950"
    assert not row.reset.isVisible()
    assert not person.dialog.draft.own


def test_it_works_by_keys_alone(person: Person) -> None:
    assert person.dialog.groups.hasFocus()
    QTest.keyClick(person.dialog.groups, Qt.Key.Key_Down)
    QTest.keyClick(person.dialog.groups, Qt.Key.Key_Down)
    assert person.dialog.fields.currentWidget().group.title == "Headline"
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.row("styles.headline.size").editor
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "20")
    assert person.row("styles.headline.size").unit.text() == "pt"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert person.saved[0].own == {"styles.headline.size": {"pt": 20, "strength": "一般"}}


def test_a_size_is_called_by_its_chinese_name(person: Person) -> None:
    person.turn("Headline")
    assert person.row("styles.headline.size").unit.text() == "pt 二号"


def test_escape_drops_changes_only_the_second_time(person: Person) -> None:
    person.type("page.top", "30")
    QTest.keyClick(person.dialog, Qt.Key.Key_Escape)
    assert person.dialog.isVisible()
    assert "Press Esc once more" in person.note()
    QTest.keyClick(person.dialog, Qt.Key.Key_Escape)
    assert not person.dialog.isVisible()


def test_escape_leaves_at_once_where_nothing_is_lost(person: Person) -> None:
    QTest.keyClick(person.dialog, Qt.Key.Key_Escape)
    assert not person.dialog.isVisible()


def test_a_copy_is_named_at_once(person: Person) -> None:
    QTest.mouseClick(person.dialog.copy, Qt.MouseButton.LeftButton)
    assert person.dialog.name.hasFocus()
    typed = QInputMethodEvent()
    typed.setCommitString("我局的版式")
    QApplication.sendEvent(person.dialog.name, typed)
    person.dialog.save.click()
    assert (person.saved[0].name, person.saved[0].base) == ("我局的版式", "jianbao")
    assert person.dialog.template.currentText() == "我局的版式"


def test_another_template_is_chosen_and_nothing_typed_before_is_lost(person: Person) -> None:
    person.type("page.top", "30")
    own = person.dialog.template.currentIndex()
    person.dialog.template.setFocus()
    person.dialog.template.setCurrentIndex(0)
    person.dialog.template.activated.emit(0)
    person.sees(lambda t: mm(t.page.top) == 37)
    person.dialog.template.setCurrentIndex(own)
    person.dialog.template.activated.emit(own)
    person.sees(lambda t: mm(t.page.top) == 30)
    assert person.row("page.top").label.font().bold()


def test_what_was_read_from_a_file_goes_on_as_a_new_template(person: Person) -> None:
    text = template_text.written("简报", "huikan", {"page.top": {"mm": 31, "strength": "规定"}})
    person.dialog.take(ReadTemplate("简报", "huikan", text))
    assert (person.dialog.name.text(), person.dialog.draft.base) == ("简报（2）", "huikan")
    person.sees(lambda t: mm(t.page.top) == 31)
    assert "is stored when you save" in person.note()


def test_missing_fonts_are_named_with_what_stands_in(person: Person) -> None:
    person.turn("Fonts")
    family = person.type("fonts.profiles.office.kai", "NoSuchKai")
    assert family.message.text().startswith("Not installed here; ")
    assert "stands in" in family.message.text()
    person.sees(lambda t: t.mark_faces["kaiti"] == "NoSuchKai")
    notice = person.dialog.preview.findChild(NoticeBar)
    assert "not installed here" in notice.text
    assert "stands in" in notice.text


def test_the_other_font_profile_is_a_choice_with_fonts_of_its_own(person: Person) -> None:
    person.turn("Fonts")
    box = person.row("fonts.profile").editor
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert person.dialog.draft.value("fonts.profile") == "windows"
    assert person.row("fonts.profiles.windows.title").editor.text() == "华文中宋"


def test_another_publication_that_uses_the_template_is_named(person: Person) -> None:
    person.type("page.top", "30")
    assert person.dialog.used.text() == ""
    draft = person.dialog.draft.named("own", person.dialog.draft.name)
    person.dialog._drafts["own"] = draft
    person.dialog._choose("own")
    assert person.dialog.used.text() == "Also used by 会刊"


@pytest.mark.parametrize("title", TITLES)
def test_every_page_fits_and_every_field_has_a_name(person: Person, title: str) -> None:
    person.turn(title)
    page = person.dialog.fields.currentWidget()
    assert page.rows
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()
    for field in page.findChildren(QLineEdit) + page.findChildren(QAbstractButton):
        inner = field.objectName().startswith("qt_") or field.parent() is not page.widget()
        assert inner or field.accessibleName() or field.text()


def test_it_fits_the_smallest_window(person: Person) -> None:
    hint = person.dialog.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 640


def test_every_number_of_the_schema_can_be_shown_and_typed_again(person: Person) -> None:
    draft = person.dialog.draft
    typed: dict[str, object] = {}
    shown: dict[str, object] = {}
    for group in groups.GROUPS:
        page = FieldsPage(group, draft, lambda _path: "", person.dialog)
        page.entered.connect(typed.__setitem__)
        for path, row in page.rows.items():
            if isinstance(row.editor, NumberEdit):
                shown[path] = draft.value(path)
                row.editor.textEdited.emit(row.editor.text())
    assert len(shown) > 60
    assert typed == shown


def test_no_value_of_the_schema_is_forgotten(person: Person) -> None:
    shown = set()
    for nth in range(person.dialog.groups.count()):
        person.dialog.groups.setCurrentRow(nth)
        shown.update(person.dialog._page().rows)
    wanted = {
        field.path.replace("*", "office")
        for field in template_schema.FIELDS
        if field.path not in ("name", "base")
    }
    assert wanted <= shown


def test_the_last_page_is_shown_with_the_imprint(person: Person) -> None:
    count = len(person.sees(lambda t: t.id == "jianbao").pages)
    person.turn("Imprint")
    person.qtbot.waitUntil(lambda: person.dialog.preview._desk.current_page() == count, timeout=WAIT)


def test_enter_in_the_page_field_goes_to_the_page_and_saves_nothing(person: Person) -> None:
    person.sees(lambda _: True)
    pages = person.dialog.preview
    pages.setFocus()
    QTest.keyClick(person.dialog.focusWidget(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(person.dialog.focusWidget(), "2")
    QTest.keyClick(person.dialog.focusWidget(), Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: pages.current_page == 2, timeout=WAIT)
    assert person.saved == []


def test_escape_minds_what_was_changed_in_a_template_chosen_before(person: Person) -> None:
    person.type("page.top", "30")
    person.dialog.template.activated.emit(0)
    assert person.dialog.draft.id == "jianbao"
    QTest.keyClick(person.dialog.groups, Qt.Key.Key_Escape)
    assert person.dialog.isVisible()
    assert "once more" in person.note()


def test_a_change_after_the_first_escape_asks_again(person: Person) -> None:
    person.type("page.top", "30")
    QTest.keyClick(person.dialog.groups, Qt.Key.Key_Escape)
    person.dialog.copy.click()
    QTest.keyClick(person.dialog.groups, Qt.Key.Key_Escape)
    assert person.dialog.isVisible()


def test_what_is_said_takes_the_colours_of_another_theme(person: Person, qapp: QApplication) -> None:
    row = person.type("page.top", "900")
    person.dialog.say("Something to read")
    light = {label: label.palette().windowText().color() for label in (row.message, person.dialog.note)}
    dressed = Theme(qapp, Scheme.DARK)
    try:
        dark = {label: label.palette().windowText().color() for label in light}
        tokens = theme.tokens(person.dialog.palette())
        expected = {row.message: tokens.err, person.dialog.note: tokens.muted}
        assert dark == expected != light
    finally:
        dressed.deleteLater()
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())


def test_pages_that_fail_do_not_keep_the_next_ones_away(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.sees(lambda t: mm(t.page.top) == 37)
    right, began, go_on = publish.typesetter, threading.Event(), threading.Event()

    def fails(*_: object) -> None:
        monkeypatch.setattr(publish, "typesetter", right)
        began.set()
        go_on.wait(WAIT / 1000)
        raise RuntimeError("a bug")

    monkeypatch.setattr(publish, "typesetter", fails)
    with person.qtbot.capture_exceptions() as caught:
        person.type("page.top", "30")
        person.qtbot.waitUntil(began.is_set, timeout=WAIT)
        person.type("page.top", "31")
        shown: list[bool] = []
        person.dialog._work._pause.timeout.connect(lambda: shown.append(True))
        person.qtbot.waitUntil(lambda: bool(shown), timeout=WAIT)
        go_on.set()
        person.sees(lambda t: mm(t.page.top) == 31)
    assert [kind for kind, *_ in caught] == [RuntimeError]

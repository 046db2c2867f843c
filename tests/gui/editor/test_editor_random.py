"""Whatever is pressed: ids stay unique, the article stays legal, undo brings everything back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Block, PageBreak, Picture, Role
from bulletin_desktop.document.table import plain
from bulletin_desktop.gui.editor import clipboard
from bulletin_desktop.gui.editor.conversion import Content
from bulletin_desktop.gui.editor.formats import id_of, is_object

from .conftest import Hands, make, paragraph

_KEYS = {
    "enter": Qt.Key.Key_Return,
    "back": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "tab": Qt.Key.Key_Tab,
    "1": Qt.Key.Key_1,
    "0": Qt.Key.Key_0,
    "b": Qt.Key.Key_B,
    "z": Qt.Key.Key_Z,
    "y": Qt.Key.Key_Y,
}
_CTRL = {"1", "0", "b", "z", "y"}
acts = st.one_of(
    st.sampled_from(sorted(_KEYS)).map(lambda name: ("key", name)),
    st.sampled_from(("x", "yy")).map(lambda text: ("type", text)),
    st.sampled_from(("p", "p\nq\n\nr")).map(lambda text: ("paste", text)),
    st.just(("compose", "你")),
    st.tuples(st.sampled_from(("insert", "change")), st.integers(0, 2)),
    st.tuples(st.just("copy"), st.booleans()),
    st.tuples(st.just("move"), st.integers(0, 40)),
    st.tuples(st.just("select"), st.integers(0, 40), st.integers(0, 40)),
)


def objects() -> tuple[Block, ...]:
    return Picture(new_id(), "0" * 64, 500, 300, "图"), plain(new_id(), 2, 2), PageBreak(new_id())


def perform(hands: Hands, act: tuple) -> None:
    if act[0] == "key":
        hands.key(_KEYS[act[1]], ctrl=act[1] in _CTRL)
    elif act[0] == "type":
        hands.type(act[1])
    elif act[0] == "paste":
        hands.sheet.edit(lambda cursor: hands.sheet.edits.insert(cursor, act[1]))
    elif act[0] == "compose":
        commit = QInputMethodEvent()
        commit.setCommitString(act[1])
        QApplication.sendEvent(hands.sheet, QInputMethodEvent("ni", []))
        QApplication.sendEvent(hands.sheet, commit)
    elif act[0] == "move":
        target = hands.sheet.textCursor()
        target.setPosition(min(act[1], hands.sheet.document().characterCount() - 1))
        data = hands.sheet.createMimeDataFromSelection()
        if data.text():
            hands.sheet.pasting.move(clipboard.fragment_in(data) or data.text(), target, moved=True)
    elif act[0] == "insert":
        hands.editor.insert_object(objects()[act[1]])
    elif act[0] == "change":
        block = hands.sheet.textCursor().block()
        if is_object(block):
            value = objects()[act[1]]
            hands.editor.replace_object(replace(value, id=id_of(block)))
    elif act[0] == "copy":
        data = hands.sheet.createMimeDataFromSelection()
        hands.sheet.moveCursor(QTextCursor.MoveOperation.Start if act[1] else QTextCursor.MoveOperation.End)
        hands.sheet.insertFromMimeData(data)
    else:
        cursor = hands.sheet.textCursor()
        last = hands.sheet.document().characterCount() - 1
        cursor.setPosition(min(act[1], last))
        cursor.setPosition(min(act[2], last), QTextCursor.MoveMode.KeepAnchor)
        hands.sheet.setTextCursor(cursor)


@settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(acts, max_size=25))
def test_any_keys_leave_a_legal_article_and_undo_brings_the_first_one_back(
    hands: Hands, done: list[tuple]
) -> None:
    blocks = (
        paragraph("一、题", Role.HEADING1),
        paragraph("正文一段"),
        PageBreak(new_id()),
        paragraph("又一段"),
    )
    article = hands.open(make(*blocks, headline=("上半", "下半"), kicker="引题"))
    for act in done:
        perform(hands, act)
        now = hands.article
        schema.check(now)
        assert hands.editor._content.is_whole()
        fresh = Content(hands.sheet.document(), article.id, hands.editor._content._objects)
        fresh._entries = [None] * hands.sheet.document().blockCount()
        assert now == fresh.article()
    while hands.editor.undo_action().isEnabled():
        hands.sheet.undo()
    assert hands.article == article

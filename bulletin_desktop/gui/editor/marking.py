"""Marks on the characters of a selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from bulletin_desktop.document.model import NO_MARKS, Mark
from bulletin_desktop.gui.editor.conversion import blocks, pieces
from bulletin_desktop.gui.editor.edits import KEEP, step
from bulletin_desktop.gui.editor.formats import Looks, Zone, marks_of, role_of, with_mark, zone_of

Marks = frozenset[Mark]


def toggle(looks: Looks, cursor: QTextCursor, mark: Mark) -> None:
    """Give the selection in the body *mark*, or take it away if all of it has it."""
    everywhere = all(mark in marks_of(form) for _, _, _, form in _chosen(cursor))
    _change(looks, cursor, lambda marks: marks - {mark} if everywhere else with_mark(marks, mark))


def clear(looks: Looks, cursor: QTextCursor) -> None:
    """Take every mark from the selection in the body."""
    _change(looks, cursor, lambda _marks: NO_MARKS)


def _change(looks: Looks, cursor: QTextCursor, wanted: Callable[[Marks], Marks]) -> None:
    with step(cursor):
        for begin, stop, block, form in _chosen(cursor):
            span = QTextCursor(cursor.document())
            span.setPosition(begin)
            span.setPosition(stop, KEEP)
            span.setCharFormat(looks.char(Zone.BODY, role_of(block), wanted(marks_of(form))))


def _chosen(cursor: QTextCursor) -> list[tuple[int, int, QTextBlock, QTextCharFormat]]:
    """The stretches of the body that the selection touches: start, end, block, format."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return [
        (max(start, begin), min(end, stop), block, form)
        for block in blocks(cursor.document())
        if zone_of(block) is Zone.BODY
        and block.position() < end
        and start < block.position() + block.length()
        for begin, stop, form in pieces(block)
        if begin < end and start < stop
    ]

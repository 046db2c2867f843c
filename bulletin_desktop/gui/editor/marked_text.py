"""Text with marks in a document of its own: cells of tables, which have the font of their place."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.gui.editor.formats import carry


def fill(document: QTextDocument, spans: tuple[Span, ...]) -> None:
    """Let *spans* be all that *document* says."""
    document.clear()
    cursor = QTextCursor(document)
    for span in spans:
        cursor.insertText(span.text, char_format(span.marks))


def char_format(marks: frozenset[Mark]) -> QTextCharFormat:
    """Return how characters with *marks* look in a cell, whatever its font is."""
    made = QTextCharFormat()
    if Mark.BOLD in marks or Mark.HEITI in marks:
        made.setFontWeight(QFont.Weight.Bold)
    made.setFontItalic(Mark.ITALIC in marks)
    made.setFontUnderline(Mark.UNDERLINE in marks)
    made.setFontStrikeOut(Mark.STRIKE in marks)
    carry(made, marks)
    return made

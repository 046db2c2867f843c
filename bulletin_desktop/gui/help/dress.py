"""How a page of the help is set, on the screen and on paper."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from bulletin_desktop.gui.theme import Tokens

MARGIN = 32
_INDENT = 20
_IN_TABLES = 115
_LINE = 155  # per cent of the font's own height
_AROUND_TABLES = 8
_UNDER_PICTURES = 20
_CAPTIONS = 0.9  # their size, times the text's
_NEW_LINE = "\u2028"  # in the same block
_SIZES = {1: 1.7, 2: 1.25, 3: 1.05}  # of headings, times the text's


def dress(document: QTextDocument, colours: Tokens, size: float) -> None:
    """Give headings their sizes, lines their air, pictures their words and tables the window's lines.

    *size* is that of the text in points.
    """
    document.setDocumentMargin(MARGIN)
    document.setIndentWidth(_INDENT)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once, and not after every change
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        level = block.blockFormat().headingLevel()
        air = QTextBlockFormat()
        air.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.currentTable() is not None:
            air.setLineHeight(_IN_TABLES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            air.setTopMargin(0)
            air.setBottomMargin(0)
        elif level:
            air.setTopMargin(8 if level == 1 else 20)
            air.setBottomMargin(8)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            larger = QTextCharFormat()
            larger.setFontPointSize(size * _SIZES.get(level, 1.0))
            cursor.mergeCharFormat(larger)
        cursor.mergeBlockFormat(air)
        _dress_picture(QTextCursor(block), colours.muted, size)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, colours.line)
    cursor.endEditBlock()
    document.clearUndoRedoStacks()


def _dress_picture(cursor: QTextCursor, muted: QColor, size: float) -> None:
    """Set what a picture shows in small words below it, where everybody can read it, and hear it read."""
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    if not cursor.charFormat().isImageFormat():
        return
    close = QTextBlockFormat()
    close.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    close.setBottomMargin(_UNDER_PICTURES)
    cursor.mergeBlockFormat(close)
    words = QTextCharFormat()
    words.setForeground(muted)
    words.setFontPointSize(size * _CAPTIONS)
    alt = cursor.charFormat().property(QTextFormat.Property.ImageAltText.value)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertText(f"{_NEW_LINE}{alt}", words)


def _dress_table(table: QTextTable, line: QColor) -> None:
    look = table.format()
    look.setBorder(1)
    look.setBorderBrush(line)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderCollapse(True)
    look.setCellPadding(6)
    look.setTopMargin(_AROUND_TABLES)
    look.setBottomMargin(_AROUND_TABLES)
    table.setFormat(look)

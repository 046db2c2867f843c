"""A key press in a 10,000-character article: our editor beside a plain QTextEdit with the same text.

    python dev.py bench editor

Each figure is from the key event to the end of the repaint, with everything the editor tells its owner
(the new article, the cursor's place) in between.
"""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.typeset import template

PARAGRAPHS, CHARACTERS, KEYS = 50, 200, 300
SENTENCE = "会议指出，做好当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"
TEXT = (SENTENCE * 5)[:CHARACTERS]


def plain() -> QTextEdit:
    """A QTextEdit as it comes, with the same font, width and paragraph shape."""
    edit = QTextEdit()
    font = QFont(["Noto Serif CJK SC"])
    font.setPixelSize(16)
    edit.setFont(font)
    cursor = edit.textCursor()
    shape = QTextBlockFormat()
    shape.setTextIndent(32)
    shape.setLineHeight(27, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    shape.setAlignment(Qt.AlignmentFlag.AlignJustify)
    for number in range(PARAGRAPHS):
        if number:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        cursor.insertText(TEXT)
    return edit


def ours() -> ArticleEditor:
    """The program's editor, its signals connected as in the window."""
    editor = ArticleEditor()
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(TEXT),)) for _ in range(PARAGRAPHS))
    editor.set_article(Article(new_id(), ("标题一行",), blocks=blocks), template.load("jianbao"))
    editor.edited.connect(lambda article: article.title)
    editor.cursor_moved.connect(lambda *place: place)
    return editor


def press(widget: QWidget, edit: QTextEdit) -> list[float]:
    """Type into the middle of the text; return the milliseconds of each key."""
    widget.resize(620, 800)
    widget.show()
    edit.setFocus()
    cursor = edit.textCursor()
    middle = edit.document().findBlockByNumber(edit.document().blockCount() // 2)
    cursor.setPosition(middle.position() + 50, QTextCursor.MoveMode.MoveAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QApplication.processEvents()
    times = []
    for number in range(KEYS):
        start = time.perf_counter()
        QTest.keyClick(edit, Qt.Key.Key_A if number % 2 else Qt.Key.Key_Backspace)
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    widget.close()
    return times[20:]


def main() -> None:
    """Measure in turns, so that the machine's mood falls on both alike."""
    app = QApplication([])
    rounds: dict[str, list[float]] = {"plain QTextEdit": [], "ArticleEditor": []}
    for _ in range(3):
        edit = plain()
        rounds["plain QTextEdit"] += press(edit, edit)
        editor = ours()
        rounds["ArticleEditor"] += press(editor, editor.focusProxy())
    print(f"{PARAGRAPHS * CHARACTERS:,} characters, {len(rounds['ArticleEditor'])} keys each")
    for name, times in rounds.items():
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:16} median {statistics.median(times):5.2f} ms   p95 {p95:5.2f} ms")
    ratio = statistics.median(rounds["ArticleEditor"]) / statistics.median(rounds["plain QTextEdit"])
    print(f"ratio of medians {ratio:.2f}")
    app.quit()


if __name__ == "__main__":
    main()

"""A key press in a long article, and in a single paragraph of 25,000 characters; opening either of them.

    python dev.py bench editor

Our editor beside a plain QTextEdit with the same text. A key's figure is from the key event to the end of the
repaint, with everything the editor tells its owner (the new article, the cursor's place) in between; an
opening's from the value of an article to the painted pane. The thread's own time says more than the clock on
a machine that has other work.
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

CASES = ((50, 200, 300), (1, 25_000, 60))  # paragraphs, characters of each, keys
SENTENCE = "会议指出，做好当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"
ROUNDS, WARM_UP, OPENINGS = 3, 20, 10


def texts(paragraphs: int, characters: int) -> list[str]:
    """Return the paragraphs of an article."""
    return [(SENTENCE * (characters // len(SENTENCE) + 1))[:characters]] * paragraphs


def plain(text: list[str]) -> QTextEdit:
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
    for number, words in enumerate(text):
        if number:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        cursor.insertText(words)
    return edit


def article(text: list[str]) -> Article:
    """Return an article with these paragraphs."""
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(words),)) for words in text)
    return Article(new_id(), ("标题一行",), blocks=blocks)


def ours(text: list[str]) -> ArticleEditor:
    """The program's editor, its signals connected as in the window."""
    editor = ArticleEditor()
    editor.set_article(article(text), template.load("jianbao"))
    editor.edited.connect(lambda changed: changed.title)
    editor.cursor_moved.connect(lambda *place: place)
    return editor


def press(widget: QWidget, edit: QTextEdit, keys: int) -> list[float]:
    """Type into the middle of the text; return the milliseconds of work of each key."""
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
    for number in range(keys):
        start = time.thread_time()
        QTest.keyClick(edit, Qt.Key.Key_A if number % 2 else Qt.Key.Key_Backspace)
        QApplication.processEvents()
        times.append((time.thread_time() - start) * 1000)
    widget.close()
    return times[WARM_UP:]


def openings(text: list[str]) -> list[float]:
    """Open other articles of the same length; return the milliseconds of work of each."""
    editor, jianbao = ours(text), template.load("jianbao")
    editor.resize(620, 800)
    editor.show()
    QApplication.processEvents()
    times = []
    for _ in range(OPENINGS):
        another = article(text)
        start = time.thread_time()
        editor.set_article(another, jianbao)
        QApplication.processEvents()
        times.append((time.thread_time() - start) * 1000)
    editor.close()
    return times


def main() -> None:
    """Measure in turns, so that the machine's mood falls on both alike."""
    app = QApplication([])
    for paragraphs, characters, keys in CASES:
        text = texts(paragraphs, characters)
        rounds: dict[str, list[float]] = {"plain QTextEdit": [], "ArticleEditor": []}
        for _ in range(ROUNDS):
            edit = plain(text)
            rounds["plain QTextEdit"] += press(edit, edit, keys)
            editor = ours(text)
            rounds["ArticleEditor"] += press(editor, editor.focusProxy(), keys)
        rounds["opening"] = openings(text)
        print(f"{paragraphs} x {characters:,} characters, milliseconds of the thread's work")
        for name, times in rounds.items():
            p95 = statistics.quantiles(times, n=20)[-1]
            print(f"  {name:16} median {statistics.median(times):6.2f}   p95 {p95:6.2f}   of {len(times)}")
        ratio = statistics.median(rounds["ArticleEditor"]) / statistics.median(rounds["plain QTextEdit"])
        print(f"  ratio of medians {ratio:.2f}")
    app.quit()


if __name__ == "__main__":
    main()

"""A cell of a table being typed into, with marks, and how it looks at rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.document.text import normalise
from bulletin_desktop.gui.editor.conversion import spans_of
from bulletin_desktop.gui.editor.formats import marks_of, with_mark
from bulletin_desktop.gui.editor.marked_text import char_format, fill

Index = QModelIndex | QPersistentModelIndex

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN_KEYS = {Qt.Key.Key_B: Mark.BOLD, Qt.Key.Key_I: Mark.ITALIC, Qt.Key.Key_U: Mark.UNDERLINE}
_HINT = QAbstractItemDelegate.EndEditHint
_ENDS = {
    Qt.Key.Key_Return: _HINT.NoHint,
    Qt.Key.Key_Enter: _HINT.NoHint,
    Qt.Key.Key_Tab: _HINT.EditNextItem,
    Qt.Key.Key_Backtab: _HINT.EditPreviousItem,
}
_INDENT = 4  # pixels before and behind a cell's text


def mark_of(event: QKeyEvent) -> Mark | None:
    """Return the mark a key sets in cells: the editor's own keys."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _CONTROL and key in _PLAIN_KEYS:
        return _PLAIN_KEYS[key]
    if key in (Qt.Key.Key_Equal, Qt.Key.Key_Plus) and modifiers & _CONTROL:
        return Mark.SUPERSCRIPT if modifiers & _SHIFT else Mark.SUBSCRIPT
    return None


def toggled(spans: tuple[Span, ...], mark: Mark) -> tuple[Span, ...]:
    """Return *spans* with *mark*, or without it if all of them have it."""
    everywhere = all(mark in span.marks for span in spans)
    return normalise(
        Span(span.text, span.marks - {mark} if everywhere else with_mark(span.marks, mark)) for span in spans
    )


class CellEditor(QTextEdit):
    """One line of text with marks. `done` tells that Enter or Tab was pressed, and what comes next."""

    done = Signal(object)  # QAbstractItemDelegate.EndEditHint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setAutoFillBackground(True)

    def set_spans(self, spans: tuple[Span, ...]) -> None:
        """Show *spans*, all selected, as a cell that is opened has it."""
        fill(self.document(), spans)
        self.selectAll()

    def spans(self) -> tuple[Span, ...]:
        """Return what stands there, without white space round it."""
        found = [Span(one_line(span.text), span.marks) for span in spans_of(self.document().begin())]
        if found:
            found[0] = Span(found[0].text.lstrip(), found[0].marks)
            found[-1] = Span(found[-1].text.rstrip(), found[-1].marks)
        return normalise(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS:
            self.done.emit(_ENDS[Qt.Key(event.key())])
        elif mark := mark_of(event):
            self._toggle(mark)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(one_line(source.text()))

    def _toggle(self, mark: Mark) -> None:
        cursor = self.textCursor()
        marks = marks_of(self.currentCharFormat())
        wanted = marks - {mark} if mark in marks else with_mark(marks, mark)
        if cursor.hasSelection():
            cursor.setCharFormat(char_format(wanted))
        else:
            self.setCurrentCharFormat(char_format(wanted))


class CellDelegate(QStyledItemDelegate):
    """Paints and edits cells whose spans *spans_at* gives by row and column; *take* gets what was typed."""

    def __init__(
        self,
        spans_at: Callable[[int, int], tuple[Span, ...]],
        take: Callable[[int, int, tuple[Span, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._spans_at, self._take = spans_at, take

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = CellEditor(parent)
        editor.done.connect(lambda hint: self._close(editor, hint))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        editor.set_spans(self._spans_at(index.row(), index.column()))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        self._take(index.row(), index.column(), editor.spans())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        spans = self._spans_at(index.row(), index.column())
        if not any(span.marks for span in spans):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        fill(document, spans)
        context = QAbstractTextDocumentLayout.PaintContext()
        selected = QStyle.StateFlag.State_Selected in option.state
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        context.palette.setColor(QPalette.ColorRole.Text, option.palette.color(role))
        room = option.rect.adjusted(_INDENT, 0, -_INDENT, 0)
        shown = QStyle.alignedRect(
            option.direction, option.displayAlignment, document.size().toSize().boundedTo(room.size()), room
        )
        painter.save()
        painter.setClipRect(room)
        painter.translate(shown.topLeft())
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _close(self, editor: CellEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

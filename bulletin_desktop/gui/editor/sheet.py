"""The text edit itself: one document for the whole article, guarded so that it stays an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from bulletin_desktop.document.model import Block, Mark, PageBreak, Role
from bulletin_desktop.gui.editor import clipboard, gutter, keys, marking, menus, words
from bulletin_desktop.gui.editor.acts import Acts
from bulletin_desktop.gui.editor.composition import Composition
from bulletin_desktop.gui.editor.conversion import Content, blocks
from bulletin_desktop.gui.editor.edits import Edits
from bulletin_desktop.gui.editor.formats import (
    Looks,
    Zone,
    id_of,
    is_object,
    marks_of,
    role_of,
    text_role,
    with_mark,
    zone_of,
)
from bulletin_desktop.gui.editor.history import Kind
from bulletin_desktop.gui.editor.painting import Painting
from bulletin_desktop.gui.editor.pasting import Pasting
from bulletin_desktop.gui.editor.picture_tools import PictureTools
from bulletin_desktop.gui.editor.undoing import Undoing
from bulletin_desktop.gui.preview.pictures import Pictures, no_pictures

COLUMNS = 46  # characters on a line at most: longer lines are tiring to read
OUTSIDE = 24  # pixels left free outside the gutter and right of the text
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PLACES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)
NOTCH = 120  # eighths of a degree that a wheel turns by one notch
CARET = 2  # pixels: one is lost among the strokes of dense characters
EM = 1.34  # the text's size beside the interface's


class Sheet(QTextEdit):
    """Holds the text of an article. `composed` tells that an input method has finished a composition."""

    composed = Signal()
    magnified = Signal(int)  # steps by which the text shall be larger, or smaller
    object_opened = Signal(object)  # the table or picture a person wants to change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = Content(self.document())
        self.edits: Edits
        self.pasting = Pasting(self)
        self.picture_tools = PictureTools(self)
        self.undoing = Undoing(self)
        self.more_actions: Sequence[QAction] = ()  # of the window, below the sheet's own in its menu
        self.undo_key, self.redo_key = self.undo, self.redo  # what the keys do; a text edit's are its own
        self.acts = Acts(self)
        self._composition = Composition(self)
        self.zoom = 100  # percent
        self._turned = 0  # eighths of a degree of the wheel, towards the next step
        self.looks: Looks | None = None
        self.pictures: Pictures = no_pictures
        self._current = self._blocks = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # else the margins keep the parent's colour
        self.setAutoFillBackground(True)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(CARET)
        self.gutter = gutter.Gutter(self)
        self.gutter.clicked.connect(self._ask_role)
        self.verticalScrollBar().valueChanged.connect(self.gutter.update)
        self.cursorPositionChanged.connect(self._follow)
        self.document().contentsChange.connect(self._follow_change)
        self.document().documentLayout().documentSizeChanged.connect(self.gutter.update)

    def em(self) -> int:
        """Return the size of body text in pixels that goes with the interface's font and the zoom."""
        font = self.font()
        points = font.pointSizeF() * self.logicalDpiY() / 72
        return round(EM * (points if points > 0 else font.pixelSize()) * self.zoom / 100)

    def set_looks(self, looks: Looks) -> None:
        """Use *looks* from now on; the text has to be loaded again by the caller."""
        self.looks = looks
        self.edits = Edits(looks)
        self._arrange()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take the pictures of the text from there."""
        self.pictures = pictures
        self.viewport().update()

    def insert_object(self, value: Block) -> None:
        """Put a table, picture or page break where the cursor stands."""
        form = self.object_format(value)
        self.edit(lambda cursor: self.edits.insert_object(cursor, form))

    def replace_object(self, value: Block) -> None:
        """Let the object with the id of *value* be *value*; one that is gone stays so."""
        known = (block for block in blocks(self.document()) if is_object(block) and id_of(block) == value.id)
        block = next(known, None)
        if block is not None and self.content.object(block) != value:
            form = self.object_format(value)
            self.edit(lambda cursor: self.edits.replace_object(cursor, block, form))

    def open_object(self) -> bool:
        """Ask for the object at the cursor to be opened; tell whether there is one that can be."""
        block = self.textCursor().block()
        value = self.content.object(block) if is_object(block) else None
        if value is None or isinstance(value, PageBreak) or self.isReadOnly():
            return False
        self.object_opened.emit(value)
        return True

    def edit(self, operation: Callable[[QTextCursor], None], kind: Kind = Kind.OTHER) -> None:
        """Carry out one of `Edits` at the cursor, as a step for undo."""
        if self.isReadOnly():
            return
        self.end_composition()
        self.undoing.begin(kind)
        cursor = self.textCursor()
        operation(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def set_role(self, role: Role) -> None:
        """Give *role* to the paragraphs of the selection."""
        self.edit(lambda cursor: self.edits.set_role(cursor, role))

    def toggle_mark(self, mark: Mark) -> None:
        """Turn *mark* on or off for the selection, or for what is typed next."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.edit(lambda chosen: marking.toggle(self.looks, chosen, mark))
        elif zone_of(cursor.block()) is Zone.BODY and not is_object(cursor.block()):
            marks = self.marks()
            wanted = marks - {mark} if mark in marks else with_mark(marks, mark)
            self.setCurrentCharFormat(self.looks.char(Zone.BODY, role_of(cursor.block()), wanted))

    def marks(self) -> frozenset[Mark]:
        """Return the marks at the cursor."""
        return marks_of(self.currentCharFormat())

    def role(self) -> Role | None:
        """Return the role of the paragraph at the cursor; None in a field and on a table or picture."""
        return text_role(self.textCursor().block())

    def undo(self) -> None:
        """Take the last step back."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undoing.redo()

    def copy(self) -> None:
        """Copy the selection, or the object the cursor stands on."""
        if self._on_object():
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())
        else:
            super().copy()

    def cut(self) -> None:
        self.copy()
        self.edit(self.edits.delete if self._on_object() else self.edits.remove)

    def _on_object(self) -> bool:
        """Tell whether a table, picture or page break is chosen by the cursor standing on it alone."""
        cursor = self.textCursor()
        return not cursor.hasSelection() and is_object(cursor.block())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        text = event.text()
        if not (text and text.isprintable() and not event.modifiers() & _COMMANDS):
            action = keys.action_for(event, self)
            if action is not None:
                action()
                event.accept()
                return
        if _is_typing(event):
            self._typing()
        super().keyPressEvent(event)

    def _typing(self) -> None:
        """Before text comes in from the keyboard."""
        self.undoing.begin(Kind.TYPING)
        self._make_room()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.isReadOnly() and (event.preeditString() or event.commitString()):
            self._typing()
        self._composition.take(event, super().inputMethodEvent)
        if not self.composing:
            self.composed.emit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: object) -> object:
        """Qt answers in the viewport's coordinates for the whole text edit's: by our margins beside them."""
        answer = super().inputMethodQuery(query, *argument)
        if query in _PLACES:
            return QRectF(answer).translated(self.viewport().pos())
        return answer

    @property
    def composing(self) -> bool:
        """Whether an input method is composing."""
        return self._composition.going_on

    def end_composition(self) -> None:
        """Take what an input method is composing as it is."""
        self._composition.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.end_composition()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.end_composition()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.open_object():
            return
        super().mouseDoubleClickEvent(event)
        clicked = self.cursorForPosition(event.position().toPoint())
        words.select(clicked)
        self.setTextCursor(clicked)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasting.paste(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self.pasting.takes(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copied(self.content, self.textCursor())

    def object_format(self, value: Block) -> QTextBlockFormat:
        """Return the format of a block that stands for a table, picture or page break."""
        return self.content.object_format(value, self.looks)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dragLeaveEvent(QDragLeaveEvent())  # ends the text edit's own part in the drag
        self.pasting.drop(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        for _ in range(abs(steps)):
            self.magnified.emit(1 if steps > 0 else -1)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        clicked = self.cursorForPosition(event.pos())
        if is_object(clicked.block()) and not self.textCursor().hasSelection():
            self.setTextCursor(clicked)
        menus.of_text(self).popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painting = Painting(self, event.rect())
        painting.under()
        super().paintEvent(event)
        painting.over()

    def _make_room(self) -> None:
        """Before text comes in: what is selected across blocks goes by our rules; objects take no text."""
        cursor, document = self.textCursor(), self.document()
        if cursor.hasSelection() and document.findBlock(cursor.anchor()) != cursor.block():
            self.edit(self.edits.remove_for_text)
        if is_object(self.textCursor().block()):
            self.edit(self.edits.leave_object)

    def _arrange(self) -> None:
        """Centre the text, at most 46 characters wide, with the gutter to its left."""
        if self.looks is None:
            return
        em = self.looks.em
        total = (
            self.width() - self.verticalScrollBar().sizeHint().width()
        )  # with or without the bar, the text stays where it is
        room = total - OUTSIDE - gutter.WIDTH - OUTSIDE
        width = max(8, min(COLUMNS, room // em)) * em
        left = max(OUTSIDE + gutter.WIDTH, (total - width) // 2)
        right = max(0, total - left - width)
        self.gutter.setGeometry(left - gutter.WIDTH, 0, gutter.WIDTH, self.height())
        self.setViewportMargins(left, 0, right, 0)
        # The width is ours to say: as the viewport's it would be a step behind the margins.
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def _follow(self) -> None:
        """Repaint the gutter when the cursor comes to another paragraph, not at each step."""
        block = self.textCursor().blockNumber()
        if block != self._current:
            self._current = block
            self.gutter.update()
            on_object = is_object(self.textCursor().block())
            if on_object or self.cursorWidth() != CARET:  # the one it stood on loses its frame
                self.viewport().update()
            self.setCursorWidth(0 if on_object else CARET)  # an object is framed instead

    def _follow_change(self, _position: int, removed: int, added: int) -> None:
        """Repaint the gutter when a paragraph's role may have changed: as much is added as removed."""
        if removed == added or self.document().blockCount() != self._blocks:
            self._blocks = self.document().blockCount()
            self.gutter.update()

    def _ask_role(self, number: int, place: QPoint) -> None:
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        touched = (
            cursor.selectionStart() < block.position() + block.length()
            and block.position() <= cursor.selectionEnd()
        )
        if not (cursor.hasSelection() and touched):
            cursor.setPosition(block.position())
            self.setTextCursor(cursor)
        if not is_object(block) and not self.isReadOnly():
            menus.of_roles(self, role_of(block)).popup(place)


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether the text edit will insert what *event* says (AltGr is Ctrl with Alt on Windows)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return (
        modifiers != Qt.KeyboardModifier.ControlModifier and bool(event.text()) and event.text().isprintable()
    )

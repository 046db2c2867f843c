"""What comes into the sheet from the clipboard and by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QTextCursor

from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.gui.editor import clipboard, insertion
from bulletin_desktop.gui.editor.edits import step

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet


class Pasting(QObject):
    """Takes what is pasted or dropped upon a sheet; what needs the library it offers."""

    pictures_offered = Signal(object)  # list of files (Path) and of pictures as bytes

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is anything in *source* for the text."""
        if self._sheet.isReadOnly():
            return False
        if source.hasUrls():  # other files are for the window, which takes manuscripts
            return bool(clipboard.picture_files(source))
        return source.hasText() or source.hasImage()

    def paste(self, source: QMimeData) -> None:
        """Put what *source* holds in place of the selection."""
        if fragment := clipboard.fragment_in(source):
            self.insert(fragment)
        elif offered := clipboard.pictures_in(source):
            self.pictures_offered.emit(offered)
        elif text := source.text():
            self._sheet.edit(lambda cursor: self._sheet.edits.insert(cursor, text))

    def insert(self, fragment: Fragment) -> None:
        """Put *fragment* in place of the selection."""
        self._sheet.edit(lambda cursor: self._put(cursor, fragment))

    def drop(self, event: QDropEvent) -> None:
        """Text from here moves, text from elsewhere is copied; in both cases by our own rules."""
        sheet, source = self._sheet, event.mimeData()
        text = source.text()
        if sheet.isReadOnly() or not (text or source.hasImage()):
            event.ignore()
            return
        target = sheet.cursorForPosition(event.position().toPoint())
        if offered := clipboard.pictures_in(source):
            sheet.setTextCursor(target)
            self.pictures_offered.emit(offered)
            event.acceptProposedAction()
            return
        moved = event.source() is sheet and event.dropAction() == Qt.DropAction.MoveAction
        self.move(clipboard.fragment_in(source) or text, target, moved)
        # After a move the text edit would delete its selection once more; ours is gone already.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def move(self, what: str | Fragment, target: QTextCursor, moved: bool) -> None:
        """Insert *what* at *target*; what is *moved* is selected, and goes from where it was."""
        chosen = self._sheet.textCursor()
        if moved and chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
            return
        self._sheet.undoing.begin()
        with step(target):
            if moved:
                self._sheet.edits.remove(chosen)
            if isinstance(what, str):
                self._sheet.edits.insert(target, what)
            else:
                self._put(target, what)
        self._sheet.setTextCursor(target)

    def _put(self, cursor: QTextCursor, fragment: Fragment) -> None:
        insertion.insert(self._sheet.edits, cursor, fragment, self._sheet.object_format)

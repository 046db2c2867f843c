"""What comes into the sheet from the clipboard and by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QTextCursor

from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.editor import clipboard, insertion
from bulletin_desktop.gui.editor.edits import step
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.gui.editor.sheet import Sheet
    from bulletin_desktop.intake.pasted import Pasted

_MOST_MARKUP = 400_000  # characters that are read while the window waits; Word's styles alone are 60,000
_MOST_TAGS = 3_000
_MOST_TEXT = 100_000


@dataclass(frozen=True)
class Offer:
    """What was pasted and where: *place* goes with the text when it changes meanwhile."""

    html: str
    text: str
    image: QImage | None
    place: QTextCursor
    article_id: str
    start: int  # of *place* when it was pasted

    @property
    def light(self) -> bool:
        """Whether it is read in less than a tenth of a second."""
        return (
            len(self.html) <= _MOST_MARKUP
            and self.html.count("<") <= _MOST_TAGS
            and "<img" not in self.html.lower()
            and len(self.text) <= _MOST_TEXT
        )


class Pasting(QObject):
    """Takes what is pasted or dropped upon a sheet.

    What needs time or the library it offers to its owner, which answers with `receive`.
    """

    pictures_offered = Signal(object)  # list of files (Path) and of pictures as bytes
    offered = Signal(object)  # Offer
    told = Signal(object, object)  # Offer, and Losses where there were any
    too_large = Signal(
        object, object, object
    )  # Offer, Losses and Fragment: a table that was cut; nothing is pasted
    failed = Signal(object)  # UserError

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is anything in *source* for the text."""
        if self._sheet.isReadOnly():
            return False
        if clipboard.has_files(source):  # other files are for the window, which takes manuscripts
            return bool(clipboard.picture_files(source))
        return source.hasText() or source.hasHtml() or source.hasImage()

    def paste(self, source: QMimeData) -> None:
        """Put what *source* holds in place of the selection."""
        if fragment := clipboard.fragment_in(source):
            self.insert(fragment)
        else:
            self._take(source, self._sheet.textCursor())

    def paste_text(self) -> None:
        """Put the clipboard's text in place of the selection, without anything else."""
        if text := QGuiApplication.clipboard().mimeData().text():
            self._sheet.edit(lambda cursor: self._sheet.edits.insert(cursor, text))

    def insert(self, fragment: Fragment) -> None:
        """Put *fragment* in place of the selection."""
        self._sheet.edit(lambda cursor: self._put(cursor, fragment))

    def receive(self, offer: Offer, found: Pasted | None, fragment: Fragment) -> None:
        """Put what was *found* in an offer, as *fragment*, where it was pasted; its text if that is None.

        A table that was cut is only told of. Nothing happens if another article is open by now.
        """
        if found is not None and (found.losses.rows or found.losses.columns):
            self.too_large.emit(offer, found.losses, fragment)
            return
        if found is None or not fragment.blocks:
            self.put_text(offer)
        else:
            self.put(offer, fragment)
        if found is not None and found.losses != type(found.losses)():
            self.told.emit(offer, found.losses)

    def put(self, offer: Offer, fragment: Fragment) -> None:
        """Put *fragment* where *offer* was pasted."""
        self._edit(offer, lambda cursor: self._put(cursor, fragment))

    def put_text(self, offer: Offer) -> None:
        """Put the text of *offer* where it was pasted."""
        self._edit(offer, lambda cursor: self._sheet.edits.insert(cursor, offer.text))

    def drop(self, event: QDropEvent) -> None:
        """Text from here moves, text from elsewhere is copied; in both cases by our own rules."""
        sheet, source = self._sheet, event.mimeData()
        if not self.takes(source):
            event.ignore()
            return
        target = sheet.cursorForPosition(event.position().toPoint())
        fragment = clipboard.fragment_in(source)
        if fragment is None and event.source() is not sheet:
            sheet.setTextCursor(target)
            self._take(source, target)
            event.acceptProposedAction()
            return
        moved = event.source() is sheet and event.dropAction() == Qt.DropAction.MoveAction
        self.move(fragment or source.text(), target, moved)
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

    def _take(self, source: QMimeData, place: QTextCursor) -> None:
        """What comes from other programs: files, HTML, text, or a picture."""
        if files := clipboard.picture_files(source):
            self.pictures_offered.emit(list(files))
            return
        html, text = source.html() if source.hasHtml() else "", source.text()
        if not html and not text:
            if image := clipboard.image_in(source):
                self.pictures_offered.emit([image])
            return
        image = clipboard.image_of(source) if "<img" in html.lower() else None
        offer = Offer(html, text, image, place, self._sheet.content.article_id, place.position())
        if offer.light:
            self._read(offer)
        else:
            self.offered.emit(offer)

    def _read(self, offer: Offer) -> None:
        from bulletin_desktop.services import pasting

        try:
            found = pasting.read(pasting.Clip(offer.html, offer.text))
        except UserError as error:
            self.failed.emit(error)
            return
        self.receive(offer, found, pasting.fragment(found, {}, 1) if found else Fragment(()))

    def _edit(self, offer: Offer, operation: insertion.Operation) -> None:
        sheet = self._sheet
        if sheet.content.article_id != offer.article_id:
            return
        lost = offer.start and not offer.place.position()  # the text was loaded anew

        def at_place(cursor: QTextCursor) -> None:
            there = cursor.position() == offer.place.position()
            operation(offer.place)
            if there:  # who went on working elsewhere stays there
                cursor.setPosition(offer.place.position())

        sheet.edit(operation if lost else at_place)

    def _put(self, cursor: QTextCursor, fragment: Fragment) -> None:
        insertion.insert(self._sheet.edits, cursor, fragment, self._sheet.object_format)

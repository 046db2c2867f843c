"""The middle pane: one article, edited as it will read, with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontDatabase, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bulletin_desktop.document import text
from bulletin_desktop.document.model import Article, Block, Mark, Role
from bulletin_desktop.gui.editor import places
from bulletin_desktop.gui.editor.acts import Acts
from bulletin_desktop.gui.editor.families import resolve
from bulletin_desktop.gui.editor.formats import Looks
from bulletin_desktop.gui.editor.hits import Hit, Hits
from bulletin_desktop.gui.editor.pasting import Pasting
from bulletin_desktop.gui.editor.patching import patch
from bulletin_desktop.gui.editor.picture_tools import PictureTools
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.editor.views import Views
from bulletin_desktop.gui.preview.pictures import Pictures
from bulletin_desktop.typeset.pictures import TWIPS_PER_TENTH
from bulletin_desktop.typeset.template import Template

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 120, 130, 150, 175, 200, 250, 300)  # percent


class ArticleEditor(QWidget):
    """Edits an `Article`. Places in it are (block id, offset): the offset counts characters, the block
    is a block's id or "kicker", "headline" (its lines joined by a newline each), "subtitle", "credit".

    After an edit `edited` carries the new article, once per turn of the event loop; then, but not while an
    input method composes, `cursor_moved` carries article id, block and offset, and, if that has changed,
    `selection_changed` the article's id and what is selected of it: (block, start, end) each.
    """

    edited = Signal(object)
    cursor_moved = Signal(str, str, int)
    selection_changed = Signal(str, object)  # tuple[tuple[str, int, int], ...]
    role_changed = Signal(object)  # Role, or None outside the body
    marks_changed = Signal(object)  # frozenset[Mark]
    zoomed = Signal(int)  # percent
    object_opened = Signal(object)  # a Table or Picture the person wants to change
    pictures_offered = Signal(object)  # list of files (Path) and of pictures as bytes, dropped or pasted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self._last: Article | None = None  # as the owner knows it
        self._block_count = 0
        self._pending_edit = self._pending_move = self._loading = self._only_reading = False
        self._state: tuple[Role | None, frozenset[Mark]] | None = None
        self._selection: tuple[tuple[str, int, int], ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._publish)
        self._sheet = Sheet(self)
        self._sheet.setAccessibleName(self.tr("Text of the article"))
        self._content = self._sheet.content
        self._hits = Hits(self._sheet)
        self._views = Views(self._sheet)
        self._hint = QLabel(self.tr("Choose an article on the left, or paste a manuscript."), self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setBackgroundRole(QPalette.ColorRole.Base)
        self._hint.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._hint)
        layout.addWidget(self._sheet)
        self._undoing = self._sheet.undoing
        self._sheet.document().contentsChange.connect(self._on_change)
        self._sheet.cursorPositionChanged.connect(self._on_move)
        self._sheet.selectionChanged.connect(self._on_move)
        self._sheet.currentCharFormatChanged.connect(self._on_move)
        self._sheet.composed.connect(self._on_composed)
        self._sheet.magnified.connect(self.magnify)
        self._sheet.object_opened.connect(self.object_opened)
        self._sheet.pasting.pictures_offered.connect(self.pictures_offered)
        self.setFocusProxy(self._sheet)
        self._show_sheet(False)

    @property
    def pasting(self) -> Pasting:
        """What takes in what is pasted and dropped."""
        return self._sheet.pasting

    @property
    def picture_tools(self) -> PictureTools:
        """What changes the picture the cursor stands on."""
        return self._sheet.picture_tools

    def set_article(self, article: Article | None, template: Template | None) -> None:
        """Show *article*; None empties the pane. What was typed before is handed over first.

        The same article with the same content changes nothing; what was handed over last is not other
        content, even if something newer was typed meanwhile. Other content for the same article replaces it
        as a step for undo, and the cursor stays near. Another article comes with the cursor, the place in the
        pane and the undo history it had when it was left.
        """
        known = self._last
        self.flush()
        self._keep_view()
        if article is None or template is None:
            self._last = None
            self._undoing.close()
            self._show_sheet(False)
            self._tell_selection()
            return
        same = self._last is not None and self._last.id == article.id
        if same and article in (known, self._last):
            article = self._last
            if template == self._template:
                return
        known_looks = template == self._template
        self._template = template
        if same and known_looks:
            self._replace(article)
        else:
            self._load(article)
            self._show_sheet(True)
            self._restore_view()
        self._tell_state()
        self._tell_selection()

    def article(self) -> Article | None:
        """Return the article as it stands, with what was typed a moment ago; None if there is none."""
        return self._content.article() if self._last is not None else None

    def flush(self) -> None:
        """Emit now what would be emitted in the next turn of the event loop, with what is being composed."""
        self._sheet.end_composition()
        self._publish()

    def go_to(self, block_id: str, offset: int) -> None:
        """Put the cursor there, in the middle of the pane if it was out of sight, and take the focus.

        A block that is gone is ignored.
        """
        if self._last is None:
            return
        before = self._sheet.verticalScrollBar().value()
        self._set_cursor(block_id, offset)
        self._centre(before)
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, anchor: tuple[str, int], head: tuple[str, int]) -> None:
        """Select from one place (block id, offset) to another, where the cursor then is; the focus stays.

        If either block is gone, nothing happens.
        """
        if self._last is None:
            return
        cursor = self._sheet.textCursor()
        ends = [self._position(*place) for place in (anchor, head)]
        if None not in ends:
            cursor.setPosition(ends[0])
            cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
            self._sheet.setTextCursor(cursor)

    def show_hit(self, block_id: str, start: int, end: int) -> None:
        """Select what was found, in the middle of the pane if it was out of sight; the focus stays."""
        before = self._sheet.verticalScrollBar().value()
        self.select((block_id, start), (block_id, end))
        self._centre(before)

    def _centre(self, before: int) -> None:
        """Bring the cursor to the middle if the sheet has moved: Qt moves it just so far that it shows."""
        sheet, bar = self._sheet, self._sheet.verticalScrollBar()
        if bar.value() != before:
            bar.setValue(bar.value() + sheet.cursorRect().center().y() - sheet.viewport().height() // 2)

    def mark_hits(self, hits: Sequence[Hit], current: int = -1) -> None:
        """Mark places (block, start, end) as found, and the one at *current* as the one looked at.

        They move with the text, and go when others are marked or another article is shown. Marking the same
        object again changes only which is current.
        """
        self._hits.mark(hits if self._last is not None else (), current)

    def rewrite(self, article: Article) -> None:
        """Let the open article be *article*, as a person's edit: one step for undo, and it is told."""
        self.set_article(article, self._template)
        self.edited.emit(article)

    def set_role(self, role: Role) -> None:
        """Give *role* to the paragraphs of the selection."""
        self._sheet.set_role(role)

    def toggle_mark(self, mark: Mark) -> None:
        """Turn *mark* on or off for the selection, or for what is typed next."""
        self._sheet.toggle_mark(mark)

    def insert_object(self, value: Block) -> None:
        """Put a table, picture or page break where the cursor stands; one step for undo."""
        self._sheet.insert_object(value)

    def replace_object(self, value: Block) -> None:
        """Change the table or picture that has the id of *value*; one step for undo."""
        self._sheet.replace_object(value)

    def set_pictures(self, pictures: Pictures) -> None:
        """Take the pictures of the text from there."""
        self._sheet.set_pictures(pictures)

    def update_pictures(self) -> None:
        """Paint again: a picture has come."""
        self._sheet.viewport().update()

    @property
    def acts(self) -> Acts:
        """What else can be done to the text."""
        return self._sheet.acts

    @property
    def zoom(self) -> int:
        """How large the text is shown, in percent."""
        return self._sheet.zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller; no more than half and three times the usual size."""
        percent = max(ZOOMS[0], min(ZOOMS[-1], percent))
        if percent != self._sheet.zoom:
            self._sheet.zoom = percent
            if self._last is not None:
                self._restyle()
            self.zoomed.emit(percent)

    def magnify(self, steps: int) -> None:
        """Show the text by so many steps larger, or smaller."""
        beyond = [each for each in ZOOMS if (each > self.zoom if steps > 0 else each < self.zoom)]
        if beyond:
            self.set_zoom(beyond[0] if steps > 0 else beyond[-1])

    def route_undo(self, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        """Let the keys for undo and redo do that: what was done last may have been done to something else."""
        self._sheet.undo_key, self._sheet.redo_key = undo, redo

    def extend_menu(self, actions: Sequence[QAction]) -> None:
        """Show *actions* below the text's own in its context menu."""
        self._sheet.more_actions = actions

    def undo_action(self) -> QAction:
        """Return the action that takes back the last edit; it has no shortcut of its own."""
        return self._undoing.undo_action

    def undoes_outside(self) -> bool:
        """Tell whether undo would take back what came from outside, as a replacement in many articles."""
        return self._undoing.undoes_outside()

    def redo_action(self) -> QAction:
        """Return the action that does again what was taken back."""
        return self._undoing.redo_action

    def characters(self) -> int:
        """Return the article's length as Word counts it (字数); 0 if there is none."""
        return text.characters(self._content.article()) if self._last is not None else 0

    def selected_characters(self) -> int:
        """Return the length of what is selected as Word counts it."""
        return text.count(self._sheet.textCursor().selectedText())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._hits.retint()
        if event.type() == QEvent.Type.FontChange and self._last is not None:
            self._restyle()

    def _restyle(self) -> None:
        """Show the same text in other sizes, from the same place on."""
        self.flush()
        self._keep_view()
        self._load(self._content.article())
        self._restore_view()

    def _load(self, article: Article) -> None:
        assert self._template is not None
        styles = self._template.styles
        installed = frozenset(QFontDatabase.families())
        looks = Looks(styles.__getitem__, lambda family: resolve(family, installed), self._sheet.em())
        self._loading = True
        self._hits.mark((), -1)
        self._sheet.set_looks(looks)
        self.picture_tools.text_width = round(self._template.page.text_width / TWIPS_PER_TENTH)
        self._content.load(article, looks)
        self._loaded(article)

    def _replace(self, article: Article) -> None:
        """Show what the open article has become elsewhere."""
        self._loading = True
        patch(self._content, self._sheet.looks, article)
        self._loaded(article)

    def _loaded(self, article: Article) -> None:
        """The text says *article*; nothing of it is to be told."""
        start = self._views.start(article)
        self._last = self._undoing.open(article, (start, start))
        self._block_count = self._sheet.document().blockCount()
        self._loading = self._pending_edit = self._pending_move = False
        self._timer.stop()

    def _keep_view(self) -> None:
        if self._last is not None:
            self._views.keep(self._last.id)

    def _restore_view(self) -> None:
        assert self._last is not None
        self._views.restore(self._last)
        self._pending_move = False

    def _on_change(self, position: int, removed: int, added: int) -> None:
        self._content.changed(position, removed, added)
        if not self._loading:
            self._undoing.changed()
            self._pending_edit = True
            if not self._timer.isActive():
                self._timer.start()

    def _on_move(self) -> None:
        if not self._loading and not self._pending_move:
            self._pending_move = True
            self._timer.start()

    def _on_composed(self) -> None:
        if self._pending_edit or self._pending_move:
            self._timer.start()

    def _publish(self) -> None:
        """Tell what has changed. What is being composed is no text yet; the cursor's place waits for it."""
        self._timer.stop()
        if self._last is None:
            return
        if self._pending_edit:
            self._pending_edit = False
            self._make_whole()
            self._undoing.settle()
            article = self._content.article()
            if article != self._last:
                self._last = article
                self.edited.emit(article)
        if self._pending_move and not self._sheet.composing:
            self._pending_move = False
            self._tell_state()
            self.cursor_moved.emit(self._content.article_id, *self._place())
            self._tell_selection()

    def _make_whole(self) -> None:
        """Take back an edit of Qt's own that broke the article, such as text dragged out across fields."""
        document = self._sheet.document()
        if document.blockCount() == self._block_count or self._content.is_whole():
            self._block_count = document.blockCount()
            return
        self._load(self._undoing.forget_pending())
        self._restore_view()

    def _tell_state(self) -> None:
        state = (self._sheet.role(), self._sheet.marks())
        if state != self._state:
            self._state = state
            self.role_changed.emit(state[0])
            self.marks_changed.emit(state[1])

    def _tell_selection(self) -> None:
        selection = places.selected(self._sheet.textCursor()) if self._last is not None else ()
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(self._content.article_id, selection)

    def _place(self) -> tuple[str, int]:
        return self._undoing.selected()[1]

    def _position(self, block_id: str, offset: int) -> int | None:
        return places.position(self._sheet.document(), block_id, offset)

    def _set_cursor(self, block_id: str, offset: int) -> None:
        position = self._position(block_id, offset)
        if position is not None:
            cursor = self._sheet.textCursor()
            cursor.setPosition(position)
            self._sheet.setTextCursor(cursor)

    def _show_sheet(self, shown: bool) -> None:
        self._hint.setVisible(not shown)
        self._sheet.setVisible(shown)
        self.lock(not shown)

    def lock(self, locked: bool) -> None:
        """Let nothing be typed for a while, or again; for good once the editor is for reading only."""
        self._sheet.setReadOnly(locked or self._only_reading)
        if self._only_reading:  # a read-only text edit has no cursor to go and select with
            by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self._sheet.setTextInteractionFlags(by_keys | Qt.TextInteractionFlag.TextSelectableByMouse)

    def read_only(self) -> None:
        """Show articles from now on without letting anybody change them."""
        self._only_reading = True
        self.lock(True)

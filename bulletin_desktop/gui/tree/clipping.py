"""Cut, copy, paste and duplicate in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.gui.tree import clip, copying
from bulletin_desktop.gui.tree.clip import ARTICLES, Clip
from bulletin_desktop.gui.tree.mime import dragged
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.gui.tree.places import Dragged, Place
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.commands import Work
    from bulletin_desktop.gui.desk_work import DeskWork
    from bulletin_desktop.gui.editing import Editing
    from bulletin_desktop.gui.window import MainWindow

_CUT = "application/x-bulletin-cut"  # says that what is on the clipboard is what was cut here last


class Clipping(QObject):
    """What is cut stays where it is, shown faint, until it is pasted; then it moves."""

    def __init__(self, window: MainWindow, work: DeskWork, editing: Editing) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._editing = editing
        self._tree: TreePanel = window.tree
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._cut = Dragged()
        self._token = b""
        for view in (self._tree.view, self._tree.results):
            view.cut_wanted.connect(lambda: self.copy(cut=True))
            view.copy_wanted.connect(self.copy)
            view.paste_wanted.connect(self.paste)
            view.escaped.connect(self.forget_cut)
        self._clipboard.dataChanged.connect(self._on_clipboard)

    def copy(self, cut: bool = False) -> None:
        """Put the selected articles and sections on the clipboard, whole; the rows stay."""
        chosen = self._tree.selected()
        rows = dragged(chosen)
        if not rows.articles and not rows.sections:
            self._tree.told.emit(self.tr("Choose articles or sections first."))
            return
        self._editing.settle()
        self._window.backend.submit(
            copying.read,
            _pieces(chosen, rows),
            done=lambda read: self._put(read, rows if cut else Dragged()),
            failed=self._tree.failed.emit,
        )

    def paste(self) -> None:
        """Put what is on the clipboard where the person stands: what was cut moves, the rest is copied."""
        held = self._clipboard.mimeData()
        if not held.hasFormat(ARTICLES):
            self._window.intake.paste()
            return
        node = next(reversed(self._tree.selected()), None) or self._tree.current()
        place = self._place(node) if node is not None else None
        if place is None:
            self._tree.told.emit(self.tr("Choose an issue, a section or an article to paste at."))
            return
        if self._token and bytes(held.data(_CUT).data()) == self._token:
            self._move(node, place)
            return
        try:
            read = clip.unpacked(bytes(held.data(ARTICLES).data()))
        except IllegalDocument:
            self._tree.told.emit(
                self.tr("What is on the clipboard cannot be read as articles. Nothing was changed.")
            )
            return
        self._tree.model.know_issue(place.issue_id or place.id)
        made: list[str] = []
        self._do(copying.inserted(read, place, self._beside(node), made), self.tr("Paste"), made)

    def duplicate(self) -> None:
        """Put a copy of each selected article and section after it."""
        chosen = self._tree.selected()
        rows = dragged(chosen)
        holders = {node.id: node.holder.id for node in chosen if node.holder is not None}
        articles = [(each, holders[each]) for each in rows.articles]
        sections = [(each, holders[each]) for each in rows.sections]
        made: list[str] = []
        if articles or sections:
            self._do(copying.duplicated(articles, sections, made), self.tr("Duplicate"), made)

    def forget_cut(self) -> None:
        """Leave what was cut where it is; pasting copies it from now on."""
        self._show_cut(Dragged(), b"")

    def _do(self, work: Work, words: str, made: list[str]) -> None:
        """Carry out work and select what it has *made*."""
        self._editing.settle()
        self._work.work(work, words, then=lambda: self._tree.select(tuple(made)))

    def _move(self, node: Node, place: Place) -> None:
        rows = self._cut
        beside = self._beside(node)
        if rows.sections and beside is None:
            self._tree.told.emit(self.tr("Sections stand in issues. Choose an issue to paste at."))
            return
        self.forget_cut()
        self._tree.move_to(place, rows, beside if rows.sections else None)

    def _place(self, node: Node) -> Place | None:
        """Where articles go: after an article, at the end of a section or of an issue."""
        holder = node.holder
        if holder is None:
            return None
        if node.kind is Kind.ARTICLE:
            row = self._tree.model.order(holder.id).get(node.section_id, ())
            position = row.index(node.id) + 1 if node.id in row else -1
            return Place(Kind.SECTION, node.section_id, position, holder.id)
        if node.kind is Kind.SECTION:
            return Place(Kind.SECTION, node.id, issue_id=holder.id)
        return Place(Kind.ISSUE, holder.id)

    def _beside(self, node: Node) -> Place | None:
        """Where sections go: after the one the person stands in; nowhere among the manuscripts."""
        holder = node.holder
        if holder is None or holder.id == MANUSCRIPTS:
            return None
        sections = [*self._tree.model.order(holder.id)]
        own = node.section_id or node.id
        return Place(Kind.ISSUE, holder.id, sections.index(own) + 1 if own in sections else -1)

    def _put(self, read: Clip, cut: Dragged) -> None:
        held = QMimeData()
        held.setData(ARTICLES, clip.packed(read))
        held.setText(clip.plain(read))
        token = new_id().encode("ascii") if cut != Dragged() else b""
        if token:
            held.setData(_CUT, token)
        self._show_cut(cut, token)
        self._clipboard.setMimeData(held)

    def _show_cut(self, rows: Dragged, token: bytes) -> None:
        self._cut, self._token = rows, token
        ids = frozenset((*rows.articles, *rows.sections))
        self._tree.model.show_cut(ids)
        self._tree.matches.show_cut(ids)

    def _on_clipboard(self) -> None:
        """Something else was copied: what was cut stays."""
        held = self._clipboard.mimeData()
        if self._token and (held is None or bytes(held.data(_CUT).data()) != self._token):
            self.forget_cut()

    def detach(self) -> None:
        """Stop listening to the clipboard, before the panes go."""
        self._clipboard.dataChanged.disconnect(self._on_clipboard)


def _pieces(chosen: list[Node], rows: Dragged) -> list[tuple[str, tuple[str, ...]]]:
    """The sections by title and the articles between them, in the order of the tree."""
    pieces: list[tuple[str, tuple[str, ...]]] = []
    for node in chosen:
        if node.kind is Kind.SECTION:
            pieces.append((node.title, tuple(child.id for child in node.children)))
        elif node.id in rows.articles:
            before = pieces.pop()[1] if pieces and not pieces[-1][0] else ()
            pieces.append(("", (*before, node.id)))
    return pieces

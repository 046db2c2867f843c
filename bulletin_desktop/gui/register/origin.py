"""Where the article in the editor came from: a quiet line below it, and the original's text beside it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSplitter

from bulletin_desktop import paths
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.register.origin_line import OriginLine

if TYPE_CHECKING:
    from bulletin_desktop.gui.register.original_pane import OriginalPane
    from bulletin_desktop.gui.register.originals import Originals
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.register import Manuscript, Original

_ROOM = 720  # logical pixels below which text and original do not stand beside each other with the pages


class Origin(QObject):
    """Asks for the open article's manuscript whenever another is open or an act has changed anything."""

    def __init__(self, window: MainWindow, originals: Originals) -> None:
        super().__init__(window)
        self._window = window
        self._originals = originals
        self._lane: Lane | None = None
        self._manuscript: Manuscript | None = None
        self._shown = ""  # the original in the pane, by its hash
        self._pane: OriginalPane | None = None
        self._halves: QSplitter | None = None
        self._folded = False  # the pages made room for the original
        self._closed = False
        self.line = OriginLine(window.text_page)
        window.text_layout.addWidget(self.line)
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._ask)
        window.editing.place_changed.connect(lambda *_: self._refresh.start())
        window.work.changed.connect(lambda _touched: self._refresh.start())
        window.action_show_original.toggled.connect(self._turn)
        window.action_show_original.setIconText(self.tr("Look at the original"))
        self.line.look.setDefaultAction(window.action_show_original)

    def shut_down(self) -> None:
        """Read no further."""
        self._refresh.stop()
        self._closed = True
        if self._lane is not None:
            self._lane.close()

    # The line

    def _ask(self) -> None:
        article_id = self._window.editing.article_id
        if not article_id:
            self._tell(None)
            return
        self._window.backend.submit(
            lambda desk: desk.manuscript(article_id),
            done=lambda found: self._tell(found) if article_id == self._window.editing.article_id else None,
            failed=self._window.tell,
        )

    def _tell(self, manuscript: Manuscript | None) -> None:
        self._manuscript = manuscript
        original = manuscript.original if manuscript is not None else ""
        self.line.tell(_words(manuscript), bool(original))
        self._window.action_show_original.setEnabled(bool(original) or self._is_open)
        if self._is_open:
            self._show()

    # The pane

    @property
    def _is_open(self) -> bool:
        return self._window.action_show_original.isChecked()

    def _turn(self, on: bool) -> None:
        window = self._window
        if on:
            pane = self._made()
            pane.show()
            if self._halves.width() < _ROOM and window.action_show_preview.isChecked():
                self._folded = True
                window.action_show_preview.trigger()
            self._halves.setSizes([self._halves.width() // 2] * 2)
            self._show()
        elif self._pane is not None:
            had_focus = self._pane.isAncestorOf(window.focusWidget() or window)
            self._pane.hide()
            if self._folded and not window.action_show_preview.isChecked():
                window.action_show_preview.trigger()
            self._folded = False
            window.action_show_original.setEnabled(bool(self._manuscript and self._manuscript.original))
            if had_focus:
                window.editor.setFocus()

    def _made(self) -> OriginalPane:
        if self._pane is None:
            from bulletin_desktop.gui.register.original_pane import OriginalPane

            window = self._window
            halves = self._halves = QSplitter(window.text_page)
            halves.setHandleWidth(1)
            halves.setChildrenCollapsible(False)
            had_focus = window.focusWidget()
            window.text_layout.replaceWidget(window.middle, halves)
            halves.addWidget(window.middle)
            pane = self._pane = OriginalPane(halves)
            halves.addWidget(pane)
            pane.left.connect(lambda: window.action_show_original.setChecked(False))
            pane.open_wanted.connect(lambda: self._originals.open(self._shown))
            pane.save_wanted.connect(lambda: self._originals.save_as(self._shown, pane.name))
            if had_focus is not None:
                had_focus.setFocus()
        return self._pane

    def _show(self) -> None:
        """Show the open article's original, unless it is there already."""
        manuscript, pane = self._manuscript, self._pane
        wanted = manuscript.original if manuscript is not None else ""
        if wanted == self._shown and wanted:
            return
        self._shown = wanted
        if not wanted:
            pane.say("", self.tr("This article came in without a file."))
            return
        pane.say(manuscript.file_name, self.tr("Reading the original…"))
        self._window.backend.submit(
            _original,
            wanted,
            done=lambda original: self._read(original, wanted),
            failed=lambda error: self._trouble(error, wanted),
        )

    def _read(self, original: Original, wanted: str) -> None:
        if self._lane is None:
            self._lane = Lane("originals", self)
        self._lane.run(
            _text,
            original,
            lambda: self._closed or wanted != self._shown,
            done=lambda text: self._pane.show_text(text) if wanted == self._shown else None,
            failed=lambda error: self._trouble(error, wanted),
        )

    def _trouble(self, error: Exception, wanted: str) -> None:
        from bulletin_desktop.errors import UserError
        from bulletin_desktop.export.job import Cancelled

        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        if wanted == self._shown:
            self._pane.say(self._pane.name, self._window.catalog.error(error))


def _words(manuscript: Manuscript | None) -> str:
    """What the line says; empty for an article that was written here."""
    if manuscript is None or not (manuscript.file_name or manuscript.contributor or manuscript.author):
        return ""
    at = manuscript.received.astimezone()
    return OriginLine.words(
        manuscript.file_name,
        at.date(),
        " ".join(filter(None, (manuscript.contributor, manuscript.author))),
        dt.date.today(),
    )


def _original(desk: Desk, sha256: str) -> Original:
    return desk.original(sha256)


def _text(original: Original, stopped: object) -> str:
    from bulletin_desktop.services import original_text

    return original_text.read(original, paths.spools(), stopped)

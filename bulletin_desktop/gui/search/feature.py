"""Searching the library, plugged in: Ctrl+Shift+F, results while one types, articles opened at the hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bulletin_desktop.errors import UserError
from bulletin_desktop.services.acts import Restore

if TYPE_CHECKING:
    from bulletin_desktop.gui.find.flow import FindFlow
    from bulletin_desktop.gui.search.asking import Asker
    from bulletin_desktop.gui.search.opening import Opening
    from bulletin_desktop.gui.search.panel import SearchPanel
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.outline import BinRow
    from bulletin_desktop.services.searching import SearchHit

NAME = "search"
INDEXING = 2000  # ms between two looks at how far the index is
_TITLE = 16  # characters of a headline in a notice


class Search(QObject):
    """The panel's wiring; it is made, and the library asked, when the panel is opened for the first time."""

    def __init__(self, window: MainWindow, find: FindFlow) -> None:
        super().__init__(window)
        self._window, self._find = window, find
        self._panel: SearchPanel | None = None
        self._asker: Asker | None = None
        self._opening: Opening | None = None
        self._stale = True  # the library is not what was searched any more
        self._indexing = QTimer(self, singleShot=True)
        self._indexing.timeout.connect(self._look_at_index)
        action = window.panels.add(NAME, self.tr("Search the &library"), self._make, wide=True)
        action.setToolTip(self.tr("Find words in all issues of the library (Ctrl+Shift+F)"))
        window.menu_view.insertAction(window.menu_scheme.menuAction(), action)
        window.action_search.triggered.connect(lambda _checked=False: self.open())
        window.work.changed.connect(lambda _touched: self._look_again())
        window.session.saved.connect(lambda _at: self._note_typing())
        window.panels.changed.connect(self._panel_changed)
        window.tree.found_opened.connect(self._open_from_tree)
        window.tree.filter_left.connect(self._forget)

    def open(self) -> None:
        """Let words be typed; what is selected in one paragraph is what to look for."""
        if self._window.pages.currentWidget() is not self._window.work_page:
            return
        self._window.editor.flush()
        writing = self._window.editor.isAncestorOf(self._window.focusWidget())
        words = self._find.selected_words() if writing else ""
        self._window.panels.open(NAME).begin(words)

    def shut_down(self) -> None:
        """Search no further."""
        self._indexing.stop()
        if self._asker is not None:
            self._asker.forget()

    # Making

    def _make(self, parent: QWidget) -> SearchPanel:
        from bulletin_desktop.gui.search.asking import Asker
        from bulletin_desktop.gui.search.panel import SearchPanel

        window = self._window
        panel = self._panel = SearchPanel(window.memory, parent)
        asker = self._asker = Asker(window.backend, self)
        panel.asked.connect(self._ask)
        panel.entered.connect(self._entered)
        panel.opened.connect(self._open)
        panel.copied.connect(self._copy)
        panel.model.more_wanted.connect(asker.ask_more)
        asker.found.connect(panel.take)
        asker.searching.connect(panel.go_on)
        asker.settled.connect(panel.settle)
        asker.failed.connect(self._failed)
        self._opener().counted.connect(panel.show_position)
        return panel

    def _opener(self) -> Opening:
        """What opens articles, made when the first one is."""
        from bulletin_desktop.gui.search.opening import Opening

        if self._opening is None:
            opening = self._opening = Opening(self._window, self._find, self)
            opening.gone.connect(self._say_gone)
            opening.lost.connect(self._say_lost)
            opening.ended.connect(
                lambda: self._window.notices.say(self.tr("Nothing further was found that way"))
            )
        return self._opening

    # Asking

    def _ask(self) -> None:
        """Search for what was typed, with what was typed in the text a moment ago."""
        from bulletin_desktop.gui.search.panel import LONGEST

        panel, asker = self._panel, self._asker
        asker.forget()
        if not panel.words:
            self._forget()
            panel.rest()
        elif len(panel.words) > LONGEST:
            words = self.tr("{count} characters are too many to look for. Take {most} at most.")
            panel.refuse(words.format(count=f"{len(panel.words):,}", most=LONGEST))
        else:
            self._window.editing.settle()
            panel.wait()
            asker.ask(panel.wanted())

    def _entered(self) -> None:
        self._indexing.start(0)
        if self._stale:
            self._refresh()

    def _look_again(self) -> None:
        self._stale = True
        if self._panel is not None and self._panel.isVisible():
            self._refresh()

    def _note_typing(self) -> None:
        """A list that changed with every pause in typing would be in the way: it waits until it is wanted."""
        self._stale = True

    def _refresh(self) -> None:
        """Offer what there is now to narrow the search down, and search anew, as far as was listed."""
        from bulletin_desktop.gui.search.asking import PAGE
        from bulletin_desktop.gui.search.panel import LONGEST

        self._stale = False
        panel = self._panel
        self._window.backend.submit(
            lambda desk: desk.search_facets(), done=panel.filters.offer, failed=self._failed
        )
        if 0 < len(panel.words) <= LONGEST:
            panel.wait(anew=True)
            self._asker.ask(panel.wanted(), max(PAGE, panel.model.rowCount()))

    def _look_at_index(self) -> None:
        self._window.backend.submit(
            lambda desk: desk.unindexed_texts(), done=self._tell_unindexed, failed=self._failed
        )

    def _tell_unindexed(self, articles: int) -> None:
        self._panel.show_unindexed(articles)
        if articles and self._panel.isVisible():
            self._indexing.start(INDEXING)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._panel.refuse(self._window.catalog.error(error))

    # Acting

    def _open(self, hit: SearchHit, stay: bool) -> None:
        self._window.memory.note_sought(self._panel.words)
        if hit.deleted:
            words = self.tr("“{title}” is in the recycle bin").format(title=_short(hit))
            self._window.notices.say(words, (self.tr("Restore and open"), lambda: self._restore(hit)))
        else:
            self._open_found(hit, stay)

    def _open_found(self, hit: SearchHit, stay: bool) -> None:
        self._opener().open(hit, self._panel.wanted().words, stay, self._panel.step)

    def _open_from_tree(self, hit: SearchHit, words: str) -> None:
        self._opener().open(hit, words.split(), stay=True)

    def _restore(self, hit: SearchHit) -> None:
        """Put back what was deleted: the article, or what it stands in."""
        self._window.backend.submit(
            lambda desk: _deleted(desk, hit),
            done=lambda ids: self._put_back(hit, ids),
            failed=self._window.tell,
        )

    def _put_back(self, hit: SearchHit, ids: tuple[str, ...]) -> None:
        self._window.work.act(
            Restore(ids), self.tr("Restore"), then=lambda: self._open_found(hit, stay=False)
        )

    def _copy(self, hit: SearchHit) -> None:
        QGuiApplication.clipboard().setText(self._panel.model.words.reference(hit))
        self._window.notices.say(self.tr("The reference is on the clipboard"))

    def _say_gone(self, hit: SearchHit) -> None:
        words = self.tr("“{title}” was moved or deleted meanwhile; the list shows how it is now")
        self._window.notices.say(words.format(title=_short(hit)))
        self._list_anew()

    def _list_anew(self) -> None:
        """What was listed is not so any more."""
        self._look_again()
        self._window.tree.matches.refresh_touched(frozenset())

    def _say_lost(self, hit: SearchHit) -> None:
        words = self.tr("“{title}” was changed meanwhile and has these words no more")
        self._window.notices.say(words.format(title=_short(hit)))
        self._list_anew()

    def _panel_changed(self, name: str) -> None:
        """Words stay marked in the text as long as the panel is open."""
        if name != NAME:
            self._forget()

    def _forget(self) -> None:
        """Mark nothing in the text any more."""
        if self._opening is not None:
            self._opening.forget()


def _short(hit: SearchHit) -> str:
    return hit.headline if len(hit.headline) <= _TITLE else f"{hit.headline[:_TITLE]}…"


def _deleted(desk: Desk, hit: SearchHit) -> tuple[str, ...]:
    """What of the article and what it stands in lies in the recycle bin by itself, the widest first."""
    rows: tuple[BinRow, ...] = desk.recycled()
    binned = {row.id for row in rows}
    around = (hit.publication_id, hit.issue_id, hit.section_id, hit.article_id)
    return tuple(each for each in around if each in binned)

"""Versions, plugged in: read in the library's thread, compared in another, restored by acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from bulletin_desktop.document.model import Article
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.services import acts

if TYPE_CHECKING:
    from bulletin_desktop.document.diff import Field
    from bulletin_desktop.gui.history.entries import Entry
    from bulletin_desktop.gui.history.issue_part import IssuePart
    from bulletin_desktop.gui.history.panel import HistoryPanel
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.desk import Desk

NAME = "history"
PAUSE = 1200  # ms after a save of what was typed: longer than saves are apart while someone types on


class History(QObject):
    """The panel's wiring. Nothing is read before the panel is open for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("comparing", self)
        self._panel: HistoryPanel | None = None
        self._issue_part: IssuePart | None = None
        self._former: Article | None = None  # the older side of what is shown
        self._asked = 0
        self._listed = ""  # whose versions the list shows
        self._naming = False
        self._all = True  # nothing of the list is known to be as it is in the library
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._read)
        self.action = window.panels.add(NAME, self.tr("&Versions"), self._make)
        self.action.setShortcut(QKeySequence("Ctrl+Shift+H"))
        self.action.setToolTip(
            self.tr("Versions of the article and the issue, and what differs (Ctrl+Shift+H)")
        )
        self.naming = QAction(self.tr("Na&me the current version…"), self)
        self.naming.setProperty("needs", "article")
        self.naming.setEnabled(False)
        self.naming.triggered.connect(self.name_current)
        window.menu_view.insertAction(window.menu_scheme.menuAction(), self.action)
        window.menu_edit.addSeparator()
        window.menu_edit.addAction(self.naming)
        window.session.saved.connect(lambda _at: self._look_again(typed=True))
        for signal in (window.work.changed, window.editing.place_changed):
            signal.connect(lambda *_: self._look_again())

    def shut_down(self) -> None:
        """End the thread that compares."""
        self._refresh.stop()
        self._lane.close()

    def name_current(self) -> None:
        """Save what was typed, and let a name for it be written in the list."""
        self._window.editing.settle()
        panel = self._window.panels.open(NAME)
        if panel.issue.isChecked():
            panel.article.click()
        self._naming = True
        self._look_again()

    def _make(self, parent: QWidget) -> HistoryPanel:
        from bulletin_desktop.gui.history.issue_part import IssuePart
        from bulletin_desktop.gui.history.panel import HistoryPanel

        panel = HistoryPanel(parent)
        self._panel = panel
        self._issue_part = IssuePart(self._window, panel, self)
        panel.shown.connect(self._look_again)
        panel.scope_chosen.connect(lambda _issue: self._look_again())
        panel.chosen.connect(self._show)
        panel.restore_wanted.connect(self._restore)
        panel.model.named.connect(self._name)
        panel.model.figures_wanted.connect(self._count)
        panel.page.block_wanted.connect(self._restore_block)
        panel.page.block_refused.connect(self._take_out)
        panel.page.field_wanted.connect(self._restore_field)
        panel.page.text_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        panel.page.act_wanted.connect(self._issue_part.act)
        return panel

    # Reading

    def _look_again(self, typed: bool = False) -> None:
        """Read the list soon; what was *typed* can only have changed its top."""
        self._all = self._all or not typed
        if self._panel is not None and self._panel.isVisible():
            self._refresh.start(0 if self._all else PAUSE)

    def _read(self) -> None:
        """Read the list of what is open now."""
        panel, window = self._panel, self._window
        issue = panel.issue.isChecked()
        own_id = (
            (window.session.issue.id if window.session.issue else "") if issue else window.editing.article_id
        )
        if not own_id:
            self._list("", ())
            return
        known = () if self._all or issue or own_id != self._listed else panel.model.rows
        self._all = False
        window.backend.submit(
            lambda desk: _listed(desk, own_id, issue, known[0].revision if known else 0),
            done=lambda rows: self._list(own_id, (*rows, *known[1:])),
            failed=self._trouble,
        )

    def _list(self, own_id: str, rows: tuple[Entry, ...]) -> None:
        if own_id != self._listed:
            self._listed = own_id
            self._panel.set_rows(())
        self._panel.set_rows(rows)
        self._show()
        if self._naming and rows:
            self._naming = False
            self._panel.begin_naming()

    def _show(self) -> None:
        """Show what the chosen row differs in."""
        self._asked += 1
        panel, asked = self._panel, self._asked
        entry = panel.current()
        if entry is None:
            panel.offer(restoring=False)
            panel.page.show_lines(((self._nothing(), ()),))
            return
        if panel.issue.isChecked():
            self._issue_part.show(self._listed, entry)
            return
        panel.offer(restoring=True)
        older = panel.entry_before(entry) if panel.before.isChecked() else None
        article_id, against_now = self._listed, panel.now.isChecked()
        wanted = [each.revision for each in (older, entry) if each is not None]
        self._window.backend.submit(
            lambda desk: [desk.revision(article_id, revision) for revision in wanted],
            done=lambda read: self._compare(asked, read, against_now),
            failed=lambda error: self._trouble(error, asked),
        )

    def _nothing(self) -> str:
        if self._panel.named.isChecked():
            return self.tr("No version has a name yet. Press F2 on one to name it.")
        if self._panel.issue.isChecked():
            return self.tr("Nothing was kept of this issue yet. Its history begins with the next change.")
        return self.tr("Open an article to see its versions.")

    def _compare(self, asked: int, read: list[Article], against_now: bool) -> None:
        """Compare in the other thread; with the text on the screen, or what was read."""
        from bulletin_desktop.document.diff import compare

        if asked != self._asked:
            return
        former, latter = read[0], read[-1]
        if not against_now and len(read) == 1:
            self._panel.page.show_lines(((self.tr("This is the article as it came in."), ()),))
            return
        if against_now:
            latter = self._present() or latter
        self._lane.run(
            compare,
            former,
            latter,
            done=lambda difference: self._compared(asked, difference, against_now),
        )

    def _compared(self, asked: int, difference: object, against_now: bool) -> None:
        if asked == self._asked:
            self._former = difference.former
            self._panel.page.show_difference(difference, refusing=against_now)

    def _present(self) -> Article | None:
        return self._window.session.article(self._listed)

    def _count(self, revisions: tuple[int, ...]) -> None:
        """Find out how many characters came and went with some versions."""
        article_id, panel = self._listed, self._panel
        pairs = [(nr, panel.model.rows[panel.model.row_of(nr) + 1 :][:1]) for nr in revisions]
        wanted = [(nr, older[0].revision if older else 0) for nr, older in pairs]
        self._window.backend.submit(
            lambda desk: _texts(desk, article_id, wanted),
            done=lambda texts: self._lane.run(_figures, texts, done=panel.model.set_figures),
            failed=lambda _error: None,  # the row says nothing beside its length
        )

    def _trouble(self, error: Exception, asked: int | None = None) -> None:
        """Say in the page what is wrong with a version; the others still work."""
        if not isinstance(error, UserError):
            raise error
        if asked is None or asked == self._asked:
            self._panel.page.show_lines(((self._window.catalog.error(error), ()),))

    # Acts

    def _name(self, revision: int, name: str) -> None:
        if self._panel.issue.isChecked():
            act: acts.Act = acts.NameIssueRevision(self._listed, revision, name)
        else:
            act = acts.NameRevision(self._listed, revision, name)
        self._window.work.act(act, self.tr("Name a version"))

    def _restore(self) -> None:
        entry = self._panel.current()
        if entry is None:
            return
        self._window.editing.settle()  # what was typed is a version too
        article_id = self._listed
        self._window.work.ask(
            lambda desk, about: desk.revision(about, entry.revision),
            article_id,
            lambda article: self._save(lambda _present: article, self.tr("Restored the version of {time}")),
            self._trouble,
        )

    def _restore_block(self, block_id: str) -> None:
        from bulletin_desktop.document import restoring

        former = self._former
        self._save(
            lambda present: restoring.with_block(former, present, block_id), self.tr("Restored a paragraph")
        )

    def _take_out(self, block_id: str) -> None:
        from bulletin_desktop.document import restoring

        self._save(
            lambda present: restoring.without_block(present, block_id), self.tr("Took a paragraph out")
        )

    def _restore_field(self, field: Field) -> None:
        from bulletin_desktop.document import restoring

        former = self._former
        self._save(lambda present: restoring.with_field(former, present, field), self.tr("Restored a line"))

    def _save(self, change: Callable[[Article], Article], words: str) -> None:
        """Make the open article what *change* makes of it, as one act; say so."""
        self._window.editing.settle()
        present = self._present()
        if present is None:
            return
        article = replace(change(present), id=present.id)
        if article == present:
            self._window.notices.say(self.tr("Nothing differs."))
            return
        entry = self._panel.current()
        from bulletin_desktop.gui.history import words as said

        words = words.format(time=said.moment(entry.at) if entry else "")
        work = self._window.work
        work.act(acts.SaveArticle(article, apart=True), words, then=lambda: work.done.emit(words))


def _listed(desk: Desk, own_id: str, issue: bool, since: int) -> tuple[Entry, ...]:
    from bulletin_desktop.gui.history import entries

    return (
        entries.of_issue(desk.issue_history(own_id))
        if issue
        else entries.of_article(desk.revisions(own_id, since))
    )


def _texts(desk: Desk, article_id: str, wanted: list[tuple[int, int]]) -> list[tuple[int, str, str]]:
    """The text of each version and of the one before it; a damaged one is left out."""
    from bulletin_desktop.document.text import plain_text

    found = []
    for revision, older in wanted:
        try:
            before = plain_text(desk.revision(article_id, older)) if older else ""
            found.append((revision, before, plain_text(desk.revision(article_id, revision))))
        except UserError:
            continue
    return found


def _figures(texts: list[tuple[int, str, str]]) -> dict[int, tuple[int, int]]:
    from bulletin_desktop.document.diff_text import changed_characters

    return {revision: changed_characters(before, after) for revision, before, after in texts}

"""Finding and replacing beyond the open article: in the library's thread, and one step for undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from bulletin_desktop.document.finding import Finder
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.gui.find.panel import FindPanel
from bulletin_desktop.gui.progress import Jobs
from bulletin_desktop.services.replacing import Replaced, Scope, Search, Stage, replace_chosen

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk


class InLibrary(QObject):
    """Fills *panel* with what a search finds, and replaces what is chosen there."""

    failed = Signal(object)
    replaced = Signal()

    def __init__(self, window: MainWindow, panel: FindPanel) -> None:
        super().__init__(panel)
        self._window = window
        self._panel = panel
        self._jobs = Jobs(window.centralWidget(), self)
        self._search: Search | None = None
        self._finder: Finder | None = None
        self._running = False
        self._locked = False
        self._closes = False  # the window, once what is under way is done
        panel.stopped.connect(self.stop)
        panel.replace_wanted.connect(self.replace)
        window.session.opened.connect(lambda _issue: self._shown())
        for source in (window.session, window.tree):  # what would have shown the issue anew
            source.failed.connect(lambda _error: self._shown())

    @property
    def finder(self) -> Finder | None:
        """What the listed hits were found by."""
        return self._finder

    def search(self, finder: Finder, scope: Scope, replaces: bool) -> None:
        """Look for *finder* in *scope*, seen from the open issue, with what was typed a moment ago."""
        window = self._window
        window.editing.settle()
        self._finder = finder
        self._search = Search(finder, scope, window.session.issue.id if window.session.issue else "")
        self._panel.begin(replaces)
        self._panel.say(self.tr("Searching…"))
        self._step(self._search)

    def stop(self) -> None:
        """Search no further; what was found stays, and is said to be a part."""
        if self._search is not None:
            self._search = None
            self._panel.end()
            self._panel.say(self.tr("Stopped. {found}").format(found=self._found()))

    def _step(self, search: Search) -> None:
        self._window.backend.submit(
            search.step,
            done=lambda stage: self._arrived(search, stage),
            failed=lambda error: self._broken(search, error),
        )

    def _arrived(self, search: Search, stage: Stage) -> None:
        if search is not self._search:
            return
        self._panel.model.add(stage.articles)
        if not stage.done:
            far = self.tr("{found} · {searched} of {of} articles searched")
            self._panel.say(
                far.format(found=self._found(), searched=f"{stage.searched:,}", of=f"{stage.of:,}")
            )
            self._step(search)
            return
        self._search = None
        self._panel.end()
        words = self._found()
        if stage.damaged:
            words = self.tr("{found} · {count} damaged articles could not be searched").format(
                found=words, count=stage.damaged
            )
        if self._panel.model.hits:
            self._panel.say(words)
        else:
            self._panel.empty(words)
            self._panel.say("")

    def _broken(self, search: Search, error: Exception) -> None:
        if search is self._search:
            self._search = None
            self._panel.end()
            self._panel.say(self.tr("Stopped. {found}").format(found=self._found()))
            self.failed.emit(error)

    def _found(self) -> str:
        model = self._panel.model
        if not model.hits:
            return self.tr("Nothing found")
        return self.tr("{hits} found in {articles} articles").format(
            hits=f"{model.hits:,}", articles=f"{model.articles:,}"
        )

    # Replacing

    def replace(self) -> None:
        """Replace what is chosen, in one step; nobody types meanwhile."""
        new, chosen = self._panel.model.replacement, self._panel.model.chosen()
        if new is None or not chosen or self._running or self._finder is None:
            return
        window, finder = self._window, self._finder
        window.editing.settle()
        window.editor.setFocus()  # where Ctrl+Z takes back this step, and no field's last letter
        self._lock()
        window.installEventFilter(self)
        self._panel.replace.setEnabled(False)
        watch = self._jobs.begin(self.tr("Replacing…"))
        results: list[Replaced] = []

        def work(desk: Desk) -> tuple[Changes, ...]:
            results.append(replace_chosen(desk, finder, new, chosen, watch))
            return results[-1].changes

        def done() -> None:
            self._jobs.end(watch)
            self._finish(results[-1])

        def failed(error: Exception) -> None:
            self._jobs.end(watch)
            self._give_up(error)

        window.work.work(work, self.tr("Replace"), done, failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes once all is replaced: waiting for the library, it would hang until then and
        nobody could cancel. After a failure or a cancel it stays and says so.
        """
        if self._running and event.type() == QEvent.Type.Close:
            self._closes = True
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def cancel(self) -> None:
        """Give up replacing, if it is still under way: nothing is changed then."""
        self._jobs.cancel()

    def _finish(self, result: Replaced) -> None:
        issue = self._window.session.issue
        changed = frozenset().union(*(each.touched for each in result.changes))
        if issue is None or issue.id not in changed:
            self._unlock()  # else once the issue shows what was replaced
        self._running = False
        words = self.tr("Replaced {hits} in {articles} articles").format(
            hits=f"{result.hits:,}", articles=f"{result.articles:,}"
        )
        if result.left:
            words = self.tr("{done}; {left} had been edited or deleted and stay").format(
                done=words, left=f"{result.left:,}"
            )
        self._panel.rest()  # a sentence here would stand there still when all is taken back
        self._window.work.done.emit(words)
        self.replaced.emit()
        self._window.removeEventFilter(self)
        if self._closes:
            QTimer.singleShot(0, self._window, self._window.close)

    def _give_up(self, error: Exception) -> None:
        self._running = self._closes = False
        self._window.removeEventFilter(self)
        self._unlock()
        self._panel.end()
        if isinstance(error, Cancelled):
            self._window.notices.say(self.tr("Cancelled. Nothing was replaced."))
        else:
            self._window.tell(error)

    def _lock(self) -> None:
        """Keys must not fall into a text that is about to be replaced."""
        self._running = self._locked = True
        self._window.editor.lock(True)

    def _shown(self) -> None:
        """The editor shows an issue as it is in the library now."""
        if self._running:
            self._lock()
        elif self._locked:
            self._unlock()

    def _unlock(self) -> None:
        self._locked = False
        self._window.editor.lock(self._window.editor.article() is None)

    def shut_down(self) -> None:
        """Search no further, and give up replacing."""
        self._search = None
        self.cancel()

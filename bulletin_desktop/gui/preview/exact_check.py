"""The exact check in the pane: asked for, waited for, stopped, and what it has found."""

from __future__ import annotations

import datetime as dt
import threading
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.typeset.measures import Measures

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.services.exact_check import Checked
    from bulletin_desktop.typeset.layout import Layout

_TICK = 1000  # ms between the seconds that are counted
_TEXT = 60  # characters of a line that are shown


class ExactCheck(QObject):
    """Renders the exported file beside the window and says in *pane* whether it has the same lines."""

    def __init__(
        self, pane: PreviewPane, session: IssueSession, backend: Backend, measures: Measures, catalog: Catalog
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bar = pane.check_bar
        self._session = session
        self._backend = backend
        self._measures = measures
        self._catalog = catalog
        self._lane: Lane | None = None
        self._stop: threading.Event | None = None  # of the check that is under way
        self._began = 0.0
        self._issue_id = ""
        self._checked: tuple[Layout, str] | None = None  # the pages that were checked, and when
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._say_waiting)
        pane.check_asked.connect(self.start)
        self._bar.dismissed.connect(self._close)
        session.laid_out.connect(self._note_change)
        session.opened.connect(self._note_opened)

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._stop is not None

    def start(self) -> None:
        """Check the open issue as it is on the screen; while a check is under way, nothing."""
        if not self.running:
            self._session.when_laid_out(self._begin)

    def cancel(self) -> None:
        """Stop the check that is under way; its result is not told any more."""
        if self._stop is not None:
            self._stop.set()
        self._stop = None
        self._tick.stop()
        self._bar.hide()

    def shut_down(self) -> None:
        """Stop the check and end its thread."""
        self.cancel()
        if self._lane is not None:
            self._lane.close()

    def _begin(self, issue: Issue, layout: Layout) -> None:
        if self.running:
            return
        self._stop = stop = threading.Event()
        self._checked = None
        self._issue_id = issue.id
        self._began = time.monotonic()
        self._tick.start()
        self._say_waiting()
        self._backend.submit(
            lambda desk: desk.pictures(issue),
            done=lambda pictures: self._run(stop, layout, issue, pictures),
            failed=lambda error: self._fail(stop, error),
        )

    def _run(self, stop: threading.Event, layout: Layout, issue: Issue, pictures: dict[str, bytes]) -> None:
        if stop.is_set():
            return
        self._lane = self._lane or Lane("exact check", self)
        self._lane.run(
            _check,
            layout,
            issue,
            self._measures,
            pictures,
            stop.is_set,
            done=lambda checked: self._finish(stop, layout, checked),
            failed=lambda error: self._fail(stop, error),
        )

    def _finish(self, stop: threading.Event, layout: Layout, checked: Checked) -> None:
        if stop is not self._stop:
            return
        self._end()
        at = f"{dt.datetime.now():%H:%M}"
        found = checked.difference
        if found is None:
            text = self.tr("Confirmed: the same {pages} pages in LibreOffice · {time}")
            self._bar.tell(text.format(pages=checked.pages, time=at))
        else:
            text = self.tr("Page {page}, line {line} is different in LibreOffice")
            nothing = self.tr("(nothing)")
            detail = self.tr("Preview: {shown}\nFile: {rendered}").format(
                shown=found.shown[:_TEXT] or nothing, rendered=found.rendered[:_TEXT] or nothing
            )
            go = (self.tr("Go there"), lambda: self._pane.show_line(found.page, found.top_mm))
            self._bar.tell(text.format(page=found.page, line=found.line), go, detail=detail, stays=True)
        self._checked = layout, at
        self._note_change(self._session.layout)

    def _fail(self, stop: threading.Event, error: Exception) -> None:
        if stop is not self._stop:
            return
        self._end()
        if not isinstance(error, UserError):
            self._bar.hide()
            raise error
        self._bar.tell(self.tr("Not checked"), detail=self._catalog.error(error))

    def _end(self) -> None:
        self._stop = None
        self._tick.stop()

    def _say_waiting(self) -> None:
        seconds = round(time.monotonic() - self._began)
        text = self.tr("Checking with LibreOffice… {seconds} s").format(seconds=seconds)
        if seconds:
            self._bar.retell(text)
        else:
            self._bar.tell(text, (self.tr("Cancel"), self.cancel), closes=False)

    def _note_change(self, layout: Layout | None) -> None:
        """Say once that the pages are not those that were checked."""
        if self._checked is None or layout is self._checked[0]:
            return
        at = self._checked[1]
        self._checked = None
        if self._bar.isVisibleTo(self._pane):
            text = self.tr("Changed since the check at {time}").format(time=at)
            self._bar.tell(text, (self.tr("Check again"), self.start))

    def _note_opened(self, issue: Issue | None) -> None:
        """What was found of one issue says nothing of another."""
        if issue is None or issue.id != self._issue_id:
            self._checked = None
            self.cancel()

    def _close(self) -> None:
        self._checked = None
        if self.running:
            self.cancel()


def _check(*given: Any) -> Checked:
    from bulletin_desktop.services import exact_check

    return exact_check.check(*given)

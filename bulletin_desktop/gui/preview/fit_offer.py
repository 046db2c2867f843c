"""The offer to save a last page that holds next to nothing, and to fill up to an even number of pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bulletin_desktop.document.model import Adjustment, Issue
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.services.acts import UpdateIssue
from bulletin_desktop.typeset.measures import Measures

if TYPE_CHECKING:
    from bulletin_desktop.typeset.fit import Adjustments
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.template import Template

REST = 2000  # ms after the last change of the pages


class FitOffer(QObject):
    """Looks for a way when the person has come to rest, beside the window; what is accepted can be undone.

    *settle* hands over and saves what was typed a moment ago.
    """

    def __init__(
        self,
        pane: PreviewPane,
        session: IssueSession,
        work: DeskWork,
        measures: Measures,
        *,
        memory: Memory,
        settle: Callable[[], object],
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bar = pane.offer_bar
        self._session = session
        self._work = work
        self._measures = measures
        self._memory = memory
        self._settle = settle
        self._lane: Lane | None = None
        self._stop = threading.Event()  # of the search that is under way
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._search)
        session.laid_out.connect(self._wait)
        session.opened.connect(self._note_opened)
        pane.even_wanted.connect(self._fill_up)
        pane.plain_wanted.connect(self._take_back)

    def shut_down(self) -> None:
        """Stop searching and end its thread."""
        self._withdraw()
        if self._lane is not None:
            self._lane.close()

    def _wait(self, layout: Layout) -> None:
        """The pages have changed: what was offered may be wrong, and what is to be offered is not known."""
        self._withdraw()
        issue = self._session.issue
        if issue is not None and issue.id not in self._memory.unasked and _nearly_empty(layout):
            self._rest.start()

    def _note_opened(self) -> None:
        """Nothing that was found for one issue may be done to another."""
        self._withdraw()
        self._show_adjusted()

    def _show_adjusted(self) -> None:
        issue = self._session.issue
        adjusted = dict(issue.adjustments) if issue is not None else {}
        self._pane.show_adjusted(Adjustment.TWO_SIDED in adjusted, bool(adjusted))

    def _withdraw(self) -> None:
        self._rest.stop()
        self._stop.set()
        self._bar.hide()

    def _search(self) -> None:
        issue, template = self._session.issue, self._session.template
        if issue is None or template is None:
            return
        self._stop = stop = threading.Event()
        self._lane = self._lane or Lane("fit", self)
        self._lane.run(
            _propose, issue, template, self._measures, stop,
            done=lambda fit: self._offer(issue, fit, stop),
        )  # fmt: skip

    def _offer(self, issue: Issue, fit: Adjustments | None, stop: threading.Event) -> None:
        layout = self._session.layout
        if fit is None or stop.is_set() or layout is None or self._session.issue is not issue:
            return
        from bulletin_desktop.typeset import fit as fitting

        lines = fitting.lines_on_last_page(layout)
        text = (
            self.tr("The last page holds {lines} lines; it can be saved").format(lines=lines)
            if lines
            else self.tr("The last page holds nothing but the imprint; it can be saved")
        )
        self._bar.tell(
            text,
            (self.tr("Tighten"), lambda: self._accept(fit)),
            (self.tr("Do not offer again"), lambda: self._memory.ask_no_more(issue.id)),
        )

    def _accept(self, fit: Adjustments) -> None:
        self._adjust(dict(fit), self.tr("Tightened: one page less"))

    def _fill_up(self, wanted: bool) -> None:
        issue = self._session.issue
        if issue is None:
            return
        adjusted = {name: value for name, value in issue.adjustments if name is not Adjustment.TWO_SIDED}
        if wanted:
            adjusted[Adjustment.TWO_SIDED] = 1
            words = self.tr("The issue has an even number of pages")
        else:
            words = self.tr("The issue ends with its last page")
        self._adjust(adjusted, words)

    def _take_back(self) -> None:
        self._adjust({}, self.tr("Spacing is the template's again"))

    def _adjust(self, adjusted: dict[Adjustment, int], words: str) -> None:
        self._settle()
        issue = self._session.issue
        if issue is None:
            return
        changed = replace(issue, adjustments=tuple(sorted(adjusted.items())))
        self._work.act(
            UpdateIssue(changed), words, lambda: self._work.done.emit(words), failed=self._not_adjusted
        )

    def _not_adjusted(self, error: Exception) -> None:
        self._show_adjusted()  # the menu's entry has turned by itself
        self._work.failed.emit(error)


def _nearly_empty(layout: Layout) -> bool:
    from bulletin_desktop.typeset import fit

    return len(layout.pages) > 1 and fit.lines_on_last_page(layout) <= layout.template.fit.lines


def _propose(
    issue: Issue, template: Template, measures: Measures, stop: threading.Event
) -> Adjustments | None:
    from bulletin_desktop.typeset import fit
    from bulletin_desktop.typeset.typesetter import Typesetter

    return fit.propose(issue, Typesetter(template, measures), stop.is_set)

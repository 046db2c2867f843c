"""The pages that a draft gives, made in a thread of their own, the latest draft only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.backend import Lane

if TYPE_CHECKING:
    from bulletin_desktop.services.template_draft import Draft
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.measures import Measures

_PAUSE = 30  # ms after the last key


class PagesOfDraft(QObject):
    """Lays one issue out by whatever draft was asked for last. *laid_out* carries a `Layout`."""

    laid_out = Signal(object)

    def __init__(self, issue: Issue, measures: Measures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._issue = issue
        self._measures = measures
        self._lane = Lane("template pages", self)
        self._wanted: Draft | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)

    def show(self, draft: Draft) -> None:
        """Ask for the pages of *draft*."""
        self._wanted = draft
        self._pause.start()

    def close(self) -> None:
        """End the thread; no pages come any more."""
        self._pause.stop()
        self._lane.close()

    def _start(self) -> None:
        draft = self._wanted
        if draft is not None and not self._lane.busy:
            self._lane.run(
                self._lay_out,
                draft,
                done=lambda layout: self._arrived(draft, layout),
                failed=lambda error: self._failed(draft, error),
            )

    def _lay_out(self, draft: Draft) -> Layout:
        from bulletin_desktop.services import publish

        return publish.typesetter(draft.source, self._measures).layout(self._issue)

    def _arrived(self, draft: Draft, layout: Layout) -> None:
        self.laid_out.emit(layout)
        self._go_on(draft)

    def _failed(self, draft: Draft, error: Exception) -> None:
        self._go_on(draft)
        raise error

    def _go_on(self, draft: Draft) -> None:
        """Another draft may have been asked for while *draft* was laid out."""
        if draft is not self._wanted:
            self._start()

"""What is under review is a draft beside the library from its first moment on, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.gui.review.model import ROW_ROLE
from bulletin_desktop.library.drafts import REVIEW
from bulletin_desktop.services.review_draft import ReviewDraft, ReviewParts

if TYPE_CHECKING:
    from bulletin_desktop.gui.draft_lane import DraftLane
    from bulletin_desktop.gui.review.page import ReviewPage

Failures = tuple[tuple[str, str], ...]


class Keeping(QObject):
    """Notes every step on *page* in *drafts*, between `begin` and `end`."""

    def __init__(self, drafts: DraftLane, page: ReviewPage) -> None:
        super().__init__(page)
        self._drafts = drafts
        self._page = page
        self._failures: Failures = ()
        self._name = ""
        self._parts: ReviewParts | None = None
        page.corrections.changed.connect(self._note)
        page.lines.selectionModel().currentChanged.connect(self._note)

    def begin(self, failures: Failures, name: str = "") -> None:
        """Keep what is on the page from now on; *name* is the draft that it came from, or came to it."""
        self._failures = failures
        joined = name if self._name else ""
        if not self._name:
            self._name = name or REVIEW + new_id()
            self._parts = ReviewParts(self._drafts.spool())
        self._note()
        if joined and joined != self._name:
            self._drafts.drop(joined)

    def storing(self) -> Callable[[Sequence[str]], None]:
        """Return what notes, in any thread, that articles of these ids are about to be stored."""
        name, parts, draft = self._name, self._parts, self._draft()
        return lambda ids: self._drafts.keep_now(
            name, partial(parts.parts, replace(draft, storing=tuple(ids)))
        )

    def not_stored(self) -> None:
        """Note that they are not."""
        self._note()

    def end(self) -> None:
        """Forget the draft: it is stored, or the person wants none of it."""
        if self._name:
            self._drafts.drop(self._name)
        self._name, self._parts = "", None

    def _note(self) -> None:
        if self._name:
            self._drafts.keep(self._name, partial(self._parts.parts, self._draft()))

    def _draft(self) -> ReviewDraft:
        state = self._page.corrections.state
        row = self._page.lines.currentIndex().data(ROW_ROLE)
        place = (row.file, row.line.number) if row is not None and row.line is not None else (0, 0)
        return ReviewDraft(state.recognitions, state.settings, state.answered, self._failures, place)

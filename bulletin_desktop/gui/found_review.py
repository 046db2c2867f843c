"""Offers to go on with a review that was under way when the program ended."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.library.drafts import FORM, REVIEW

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_desktop.errors import UserError
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.library.drafts import Parts
    from bulletin_desktop.services.review_draft import ReviewDraft

_NAMED = 3  # files that are named
_SHORT = 24  # characters of a file's name
_log = logging.getLogger(__name__)


class FoundReview(QObject):
    """Speaks once the window shows what the library holds: of one review after the other, in a banner."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._drafts = window.backend.drafts
        self._waiting: list[tuple[str, Parts]] | None = None
        self._banner: Banner | None = None
        window.editing.library_read.connect(self._read)
        self._drafts.failed.connect(self._not_noted, Qt.ConnectionType.QueuedConnection)

    def shut_down(self) -> None:
        """Nothing runs beside the window."""

    def _not_noted(self, error: UserError) -> None:
        self._window.notices.say(self._window.catalog.error(error))

    def _read(self) -> None:
        if self._waiting is None:
            found = self._drafts.found
            self._waiting = [each for each in found.items() if each[0].startswith(REVIEW)]
            for unread in self._drafts.unread:
                self._tell_unread(unread.path, unread.damaged)
            self._tell_forms([found[name] for name in found if name.startswith(FORM)])
            self._next()

    def _tell_forms(self, found: list[Parts]) -> None:
        """What was typed into dialogs is offered in them, when they are opened upon the same."""
        if found:
            names = self.tr(", ").join(
                self.tr("“{title}”").format(title=parts.get("title", "")) for parts in found
            )
            words = self.tr(
                "What you typed into {names} was not stored, and is still there: open it again to go on."
            )
            self._window.notices.say(words.format(names=names), done=False)

    def _next(self) -> None:
        if self._waiting:
            from bulletin_desktop.services import review_draft

            name, parts = self._waiting.pop(0)
            self._drafts.run(
                review_draft.read,
                parts,
                self._drafts.spool(),
                done=lambda found: self._offer(name, parts, *found),
                failed=lambda error: self._not_read(name, parts, error),
            )

    def _offer(self, name: str, parts: Parts, draft: ReviewDraft, lost: tuple[str, ...]) -> None:
        words = self.tr("The manuscripts you were reviewing are still here, as you left them: {names}")
        self._banner = self._banner or Banner(self._window)
        self._banner.say(
            "info",
            words.format(names=self._names(draft)),
            (self.tr("Go on reviewing"), partial(self._go_on, name, draft, lost)),
            (self.tr("Discard"), partial(self._discard, name, parts)),
        )

    def _names(self, draft: ReviewDraft) -> str:
        from bulletin_desktop.gui.review.words import source_name

        names = [_short(source_name(each.source)) for each in draft.recognitions]
        told = self.tr(", ").join(self.tr("“{title}”").format(title=name) for name in names[:_NAMED])
        more = len(names) - _NAMED
        return told if more <= 0 else told + self.tr(" and {n} more").format(n=more)

    def _go_on(self, name: str, draft: ReviewDraft, lost: tuple[str, ...]) -> None:
        self._banner.hide()
        self._window.review.go_on(name, draft)
        if lost:
            words = self.tr(
                "The original files or pictures of {names} are no longer there. The text is all here and can "
                "be taken in without them."
            )
            names = self.tr(", ").join(self.tr("“{title}”").format(title=_short(each)) for each in lost)
            self._say(words.format(names=names))
        self._next()

    def _discard(self, name: str, parts: Parts) -> None:
        """Forget it; while the notice is there it can be had again."""
        self._banner.hide()
        self._drafts.drop(name)
        undo = self.tr("Undo"), partial(self._take_back, name, parts)
        self._window.notices.say(self.tr("The review was discarded"), undo)
        self._next()

    def _take_back(self, name: str, parts: Parts) -> None:
        self._drafts.keep(name, lambda: parts)
        self._waiting.insert(0, (name, parts))
        self._next()

    def _not_read(self, name: str, parts: Parts, error: Exception) -> None:
        """What a newer version wrote stays for it; what is damaged is put aside."""
        from bulletin_desktop.services import review_draft

        _log.warning("a review could not be read", exc_info=error)
        newer = review_draft.newer(parts)
        self._tell_unread(self._drafts.path if newer else self._drafts.put_aside(name), not newer)
        self._next()

    def _tell_unread(self, path: Path, damaged: bool) -> None:
        if damaged:
            words = self.tr("Manuscripts under review could not all be read again. The file is kept: {path}")
        else:
            words = self.tr(
                "Manuscripts under review were kept by a newer version of the program. Open the library with "
                "that one to go on. They are kept: {path}"
            )
        self._say(words.format(path=path))

    def _say(self, words: str) -> None:
        self._window.messages.say(MessageDialog(words, self.tr("Close"), error=False, parent=self._window))


def _short(name: str) -> str:
    return name if len(name) <= _SHORT else f"…{name[-_SHORT + 1 :]}"

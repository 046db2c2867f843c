"""Tells what was found again after a breakdown, and that the typing journal cannot be written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from bulletin_desktop.gui.dialogs.message import MessageDialog

if TYPE_CHECKING:
    from bulletin_desktop.errors import UserError
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.found_typing import Found, FoundText

_BUTTONS = 3  # articles that are offered to be opened
_NAMED = 8  # articles that are named
_SHORT = 12  # characters of a title on a button


class FoundTyping(QObject):
    """Speaks once, when the window shows what the library holds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told = False
        window.editing.library_read.connect(self._read)
        window.backend.typing.failed.connect(self._not_noted, Qt.ConnectionType.QueuedConnection)

    def shut_down(self) -> None:
        """Nothing runs beside the window."""

    def _not_noted(self, error: UserError) -> None:
        self._window.notices.say(self._window.catalog.error(error))

    def _read(self) -> None:
        found = self._window.backend.found
        if not self._told and found is not None:
            self._told = True
            self.tell(found)

    def tell(self, found: Found) -> None:
        """Say what was found, and what could not be read; nothing if there is neither."""
        if found.texts:
            self._tell_texts(found)
        if found.trouble is not None:
            self._window.tell(found.trouble)
        if found.kept:
            self._say(
                self.tr("What was typed last could not all be read. The file is kept: {path}").format(
                    path=found.kept[0]
                ),
                self.tr("Close"),
                detail=self.tr("It is plain text. Please send it to whoever looks after this program."),
            )

    def _tell_texts(self, found: Found) -> None:
        from bulletin_desktop.services.found_typing import Fate

        texts = found.texts
        words = self.tr(
            "The program was ended before it could save what was typed last. It was found again: {titles}"
        ).format(titles=self._titles(texts))
        details = {
            Fate.ARTICLE: self.tr(
                "{titles} now reads as it did on the screen. What was saved before is a version of it."
            ),
            Fate.VERSION: self.tr(
                "The library has another text of {titles}; that is kept. What was found is a version of it."
            ),
            Fate.MANUSCRIPT: self.tr(
                "{titles} is no longer in the library, so it was put with the manuscripts."
            ),
        }
        fates = {fate: tuple(text for text in texts if text.fate is fate) for fate in details}
        lines = [details[fate].format(titles=self._titles(some)) for fate, some in fates.items() if some]
        deleted = tuple(text for text in texts if text.deleted)
        if deleted:
            lines.append(self.tr("In the recycle bin: {titles}").format(titles=self._titles(deleted)))
        offered = [text for text in texts if not text.deleted][:_BUTTONS]
        labels = [self._label(text, alone=len(offered) == 1) for text in offered]
        acts = [partial(self._open, text) for text in offered]
        dialog = self._say(words, *labels, self.tr("Close"), detail="\n".join(lines))
        dialog.finished.connect(lambda chosen: acts[chosen]() if 0 <= chosen < len(acts) else None)

    def _say(self, words: str, *answers: str, detail: str) -> MessageDialog:
        dialog = MessageDialog(words, *answers, detail=detail, error=False, parent=self._window)
        self._window.messages.say(dialog)
        return dialog

    def _titles(self, texts: tuple[FoundText, ...]) -> str:
        names = self.tr(", ").join(
            self.tr("“{title}”").format(title=self._title(text)) for text in texts[:_NAMED]
        )
        return (
            names if len(texts) <= _NAMED else names + self.tr(" and {n} more").format(n=len(texts) - _NAMED)
        )

    def _title(self, text: FoundText) -> str:
        return text.title or self.tr("Untitled")

    def _label(self, text: FoundText, alone: bool) -> str:
        if alone:
            return self.tr("Open it")
        title = self._title(text)
        short = title if len(title) <= _SHORT else title[: _SHORT - 1] + "…"
        return self.tr("Open “{title}”").format(title=short)

    def _open(self, text: FoundText) -> None:
        window = self._window
        window.editing.open_article(text.article_id)
        window.editing.open_issue(text.issue_id)
        window.tree.show_issue(text.issue_id)

"""What is pasted into the open article and needs time or the library; what was left out, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.gui.editor import clipboard
from bulletin_desktop.gui.editor.pasting import Offer
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.typeset.pictures import TWIPS_PER_TENTH

if TYPE_CHECKING:
    from bulletin_desktop.document.fragment import Fragment
    from bulletin_desktop.document.model import Article
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.intake.pasted import Losses, Pasted
    from bulletin_desktop.services.pictures import PictureInfo

_LOSSES = (
    ("web_pictures", QT_TRANSLATE_NOOP("PasteFlow", "{count} pictures from the web")),
    ("pictures", QT_TRANSLATE_NOOP("PasteFlow", "{count} pictures that cannot be read")),
    ("formats", QT_TRANSLATE_NOOP("PasteFlow", "{count} fonts, sizes and colours")),
    ("links", QT_TRANSLATE_NOOP("PasteFlow", "the addresses of {count} links")),
    ("deletions", QT_TRANSLATE_NOOP("PasteFlow", "{count} tracked deletions")),
    ("comments", QT_TRANSLATE_NOOP("PasteFlow", "{count} comments")),
    ("hidden", QT_TRANSLATE_NOOP("PasteFlow", "{count} hidden passages")),
    ("embedded", QT_TRANSLATE_NOOP("PasteFlow", "{count} embedded objects")),
)


class PasteFlow(QObject):
    """Reads what the editor offers beside the window, and tells what was left out."""

    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pasting = window.editor.pasting
        self._pasting.offered.connect(self.take)
        self._pasting.told.connect(self._tell)
        self._pasting.too_large.connect(self._ask)
        self._pasting.failed.connect(window.tell)
        self.failed.connect(window.tell)
        window.action_paste_text.triggered.connect(lambda _checked=False: self._pasting.paste_text())

    def take(self, offer: Offer) -> None:
        """Read *offer* beside the window, keep its pictures, and put it where it was pasted."""
        self._window.files.run(
            _read,
            offer.html,
            offer.text,
            offer.image,
            done=partial(self._keep, offer),
            failed=self.failed.emit,
        )

    def shut_down(self) -> None:
        """Nothing of its own runs."""

    def _keep(self, offer: Offer, found: Pasted | None) -> None:
        from bulletin_desktop.services import pasting

        contents = pasting.contents(found) if found is not None else ()
        if not contents:
            self._put(offer, found, {})
            return
        self._window.backend.submit(
            _added, contents, done=partial(self._put, offer, found), failed=self.failed.emit
        )

    def _put(self, offer: Offer, found: Pasted | None, infos: dict[bytes, PictureInfo]) -> None:
        from bulletin_desktop.document.fragment import Fragment
        from bulletin_desktop.services import pasting

        template = self._window.session.template
        if template is None:
            return  # the issue was closed meanwhile
        if infos:
            self._window.pictures.forget_missing()
        width = round(template.page.text_width / TWIPS_PER_TENTH)
        fragment = pasting.fragment(found, infos, width) if found is not None else Fragment(())
        self._pasting.receive(offer, found, fragment)

    def _tell(self, offer: Offer, losses: Losses) -> None:
        words = self._words(losses)
        pasted = self._window.editor.article()
        only_text = (self.tr("Keep only the text"), partial(self._only_text, offer, pasted))
        if losses.markup:
            words = self.tr("The page is too complex: only its text was pasted.")
        elif losses.cell_pictures:
            moved = self.tr("{count} pictures of cells now stand below their table.")
            words = f"{words} {moved.format(count=losses.cell_pictures)}".strip()
        self._window.notices.say(words, *([] if losses.markup else [only_text]))

    def _words(self, losses: Losses) -> str:
        counted = [(self.tr(words), getattr(losses, name)) for name, words in _LOSSES]
        parts = [words.format(count=count) for words, count in counted if count]
        return self.tr("Left out: {things}.").format(things=self.tr(", ").join(parts)) if parts else ""

    def _only_text(self, offer: Offer, pasted: Article | None) -> None:
        """Take the paste back and put the text there instead, unless something was typed since."""
        if self._window.editor.article() != pasted:
            self._window.notices.say(self.tr("The text was changed since: nothing was done."))
            return
        self._window.editor.undo_action().trigger()
        self._pasting.put_text(offer)

    def _ask(self, offer: Offer, losses: Losses, fragment: Fragment) -> None:
        from bulletin_desktop.intake.pasted_table import MOST_COLUMNS, MOST_ROWS

        words = self.tr("The table is larger than {rows} rows and {columns} columns. Nothing was pasted yet.")
        self._window.notices.say(
            words.format(rows=MOST_ROWS, columns=MOST_COLUMNS),
            (self.tr("Paste as much as that"), partial(self._pasting.put, offer, fragment)),
            (self.tr("Paste all as text"), partial(self._pasting.put_text, offer)),
            error=True,  # it stays until it is answered
        )


def _read(html: str, text: str, image: Any) -> Pasted | None:
    from bulletin_desktop.services import pasting

    content = clipboard.encoded(image) if image is not None else None
    found = pasting.read(pasting.Clip(html, text, content))
    return None if found is None else pasting.with_pictures_ready(found)


def _added(desk: Any, contents: tuple[bytes, ...]) -> dict[bytes, PictureInfo]:
    return {content: desk.add_picture(content) for content in contents}

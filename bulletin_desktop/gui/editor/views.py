"""How each article was left: where the cursor stood, and how high in the pane."""

from __future__ import annotations

from bulletin_desktop.document.model import Article
from bulletin_desktop.gui.editor.edits import zone_blocks
from bulletin_desktop.gui.editor.formats import Zone, id_of
from bulletin_desktop.gui.editor.history import Selection
from bulletin_desktop.gui.editor.sheet import Sheet


class Views:
    """Keeps how the articles on a sheet were left, for as long as the program runs."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._kept: dict[str, tuple[Selection, int]] = {}  # by article; the height in pixels

    def keep(self, article_id: str) -> None:
        """Note how the article on the sheet is being left."""
        self._kept[article_id] = self._sheet.undoing.selected(), self._sheet.cursorRect().top()

    def restore(self, article: Article) -> None:
        """Put the cursor where it was in the article on the sheet, as high in the pane as it stood."""
        start = self.start(article)
        self._sheet.undoing.select((start, start))
        selected, top = self._kept.get(article.id, ((start, start), None))
        self._sheet.undoing.select(selected)
        bar = self._sheet.verticalScrollBar()
        bar.setValue(0 if top is None else bar.value() + self._sheet.cursorRect().top() - top)

    def start(self, article: Article) -> tuple[str, int]:
        """Where to begin in the article on the sheet: a new one with its headline, another with its text."""
        body = zone_blocks(self._sheet.document(), Zone.BODY)[0]
        return (id_of(body), 0) if article.headline else ("headline", 0)

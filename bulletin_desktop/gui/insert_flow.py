"""Pictures, tables and page breaks into the open article, and changes to those that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Block, PageBreak, Picture, Table
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.dialogs.answers import while_open
from bulletin_desktop.gui.editor import clipboard
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.typeset.pictures import TWIPS_PER_TENTH

if TYPE_CHECKING:
    from bulletin_desktop.services.pictures import PictureInfo

_ROWS, _COLUMNS = 3, 3  # of a new table


class InsertFlow(QObject):
    """Asks for what is to be inserted, takes pictures into the library, and hands values to the editor."""

    failed = Signal(object)

    def __init__(
        self,
        editor: ArticleEditor,
        session: IssueSession,
        backend: Backend,
        lane: Lane,
        store: PictureStore,
    ) -> None:
        super().__init__(editor)
        self._editor, self._session, self._backend = editor, session, backend
        self._lane, self._store = lane, store

    def ask_picture(self) -> None:
        """Let picture files be chosen, and put them where the cursor stands."""
        self._choose(several=True, then=self.take)

    def take(self, sources: Iterable[Path | bytes]) -> None:
        """Put pictures, files or bytes, where the cursor stands, one below the other."""
        article = self._editor.article()
        if article is not None:
            for source in sources:
                self._add(source, partial(self._insert_picture, article.id))

    def ask_replacement(self, picture: Picture) -> None:
        """Let another picture be chosen for *picture*, which keeps its caption and width."""

        def replaced(info: PictureInfo) -> None:
            across, down = info.size
            height = max(1, round(picture.width * down / across))
            self._editor.replace_object(replace(picture, sha256=info.sha256, height=height))

        self._choose(several=False, then=lambda paths: self._add(paths[0], replaced))

    def ask_table(self) -> None:
        """Let a new table be filled in, and put it where the cursor stands."""
        from bulletin_desktop.document import table

        made = table.plain(new_id(), _ROWS, _COLUMNS, header_rows=1)
        self._edit_table(made, self._editor.insert_object, "new")

    def insert_page_break(self) -> None:
        """Let what follows the cursor start a page."""
        self._editor.insert_object(PageBreak(new_id()))

    def open(self, value: Block) -> None:
        """Let a picture or a table that is there be changed."""
        if isinstance(value, Picture):
            self._edit_picture(value)
        elif isinstance(value, Table):
            self._edit_table(value, self._editor.replace_object, value.id)

    def _edit_picture(self, picture: Picture) -> None:
        from bulletin_desktop.gui.dialogs.picture import PictureDialog

        dialog = PictureDialog(picture, self._text_width(), self._store, self._editor.window())
        dialog.chosen.connect(self._editor.replace_object)
        dialog.another_wanted.connect(
            lambda: self._choose(several=False, then=partial(self._replace, dialog))
        )
        self._show(dialog)

    def _edit_table(self, table: Table, then: Callable[[Table], None], about: str) -> None:
        from bulletin_desktop.gui.dialogs.keeping import DialogKeeping
        from bulletin_desktop.gui.dialogs.table import TableDialog

        dialog = TableDialog(table, self._editor.window())
        DialogKeeping(dialog, f"table:{about}", self._backend.drafts)
        dialog.chosen.connect(then)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _result: self._editor.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, several: bool, then: Callable[[list[Path]], object]) -> None:
        dialog = QFileDialog(self._editor.window(), self.tr("Insert picture"))
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setNameFilter(
            self.tr("Pictures ({patterns})").format(
                patterns=" ".join(f"*{each}" for each in clipboard.ENDINGS)
            )
        )
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _replace(self, dialog: Any, paths: list[Path]) -> None:
        for path in paths:
            self._add(path, while_open(dialog, dialog.take))

    def _add(self, source: Path | bytes, then: Callable[[PictureInfo], object]) -> None:
        """Read and convert beside the window, store in the library's thread."""

        def store(content: bytes) -> None:
            self._backend.submit(_added, content, done=stored, failed=self.failed.emit)

        def stored(info: PictureInfo) -> None:
            self._store.forget_missing()
            then(info)

        self._lane.run(_prepared, source, done=store, failed=self.failed.emit)

    def _insert_picture(self, article_id: str, info: PictureInfo) -> None:
        article = self._editor.article()
        if article is None or article.id != article_id:
            return  # another article was opened meanwhile: it is not for that one
        from bulletin_desktop.services import pictures

        self._editor.insert_object(pictures.sized(info, self._text_width()))

    def _text_width(self) -> int:
        """The page's, in tenths of a millimetre."""
        template = self._session.template
        assert template is not None  # an article is open
        return round(template.page.text_width / TWIPS_PER_TENTH)


def _prepared(source: Path | bytes) -> bytes:
    from bulletin_desktop.services import pictures

    return pictures.prepared(source)


def _added(desk: Any, content: bytes) -> PictureInfo:
    return desk.add_picture(content)

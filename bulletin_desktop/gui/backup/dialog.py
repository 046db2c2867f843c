"""Backups and restoring: what there is in both places, what is inside, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import forms, theme
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.backup import rows, words
from bulletin_desktop.gui.backup.elided import ElidedLabel
from bulletin_desktop.gui.backup.wish import GivenUp, Wish
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.issue_form.note import Note
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.library.contents import Contents, Stand
from bulletin_desktop.library.verification import Verified
from bulletin_desktop.services import backup_settings, backups, second_folder
from bulletin_desktop.services.backups import BackupInfo, Difference
from bulletin_desktop.services.restoring import Restoring

ROOM = (1, 2, 5, 10, 20, 50)  # GB
_AIR = 8  # px above and below a row together
PATIENCE = 1.0  # seconds for a disk that hangs when the dialog closes

Stands = Mapping[str, Stand]


class BackupsDialog(FittingDialog):
    """The backups of the library at *library*, whether it can be opened or not.

    *prepared* carries a `Restoring` whose copy is verified; whoever gets it closes the library and carries it
    out. *make_wanted*: a backup is to be made now, which only an open library can; `show_made` answers.
    """

    prepared = Signal(object)
    make_wanted = Signal()
    settings_changed = Signal()

    backups: QTreeWidget
    contents: QTreeWidget
    list_title: QLabel
    contents_title: QLabel
    make: QPushButton
    other: QPushButton
    second: ElidedLabel
    choose_second: QPushButton
    no_second: QPushButton
    limit: QComboBox
    by_itself: QLabel
    settings_note: Note
    difference: QLabel
    state: QLabel
    words: QLabel
    progress: QProgressBar
    cancel: QPushButton
    restore: QPushButton

    def __init__(
        self, library: Path, catalog: Catalog, parent: QWidget | None = None, *, is_open: bool = True
    ) -> None:
        super().__init__(parent)
        forms.fill(self, "backups", {"Note": Note, "ElidedLabel": ElidedLabel})
        self._library, self._catalog = library.absolute(), catalog
        self._settings = backup_settings.load(self._library)
        self._lane = Lane("looking into backups", self)
        self._wish = Wish()
        self._stands: Stands | None = None
        self._others: list[Path] = []  # files a person has chosen
        self._restoring: Restoring | None = None
        self._ready = False
        self.make.setVisible(is_open)
        self._dress()
        self._show_settings()
        self._connect()
        self.resize(900, 560)
        self.read()

    # The list

    def read(self, chosen: Path | None = None) -> None:
        """Read what there is, and choose the backup at *chosen*, or the newest."""
        self._lane.run(self._listed, [*self._others], done=lambda found: self._show_list(found, chosen))

    def _listed(self, others: list[Path]) -> list[BackupInfo]:
        found = [*backups.kept(self._library), *backups.replaced(self._library)]
        known = {info.path for info in found}
        return [*(backups.info(path, self._library) for path in others if path not in known), *found]

    def _show_list(self, found: list[BackupInfo], chosen: Path | None) -> None:
        current = self._chosen()
        wanted = chosen or (current.path if current else None)
        self.backups.clear()
        colors = theme.tokens(self.palette())
        for info in found:
            place = rows.place_name(info.path, self._library, self._settings.second)
            row = rows.item(info, place, self._catalog, colors)
            self.backups.addTopLevelItem(rows.air(row, rows.PLACE, self._height()))
        items = [self.backups.topLevelItem(nth) for nth in range(len(found))]
        self.backups.setCurrentItem(
            next((item for item, info in zip(items, found, strict=True) if info.path == wanted), None)
            or (items[0] if items else None)
        )
        if not found:
            self._show_nothing(self.tr("There is no backup yet."))

    def _height(self) -> int:
        return self.fontMetrics().height() + _AIR

    def _chosen(self) -> BackupInfo | None:
        row = self.backups.currentItem()
        return row.data(rows.WHEN, rows.INFO_ROLE) if row is not None else None

    def show_made(self, made: backups.Made) -> None:
        """A backup was made that was wanted, or had been made already."""
        self._say(
            self.tr("Backed up and verified.")
            if made.new
            else self.tr("Nothing has changed since the last backup.")
        )
        self.make.setEnabled(True)
        self.read(made.info.path)

    def show_carried(self, path: Path | None) -> None:
        """The newest backup was copied to the second place, if *path* is any."""
        if path is not None:
            self._say(self.tr("Copied to the second place and read back."))
            self.read()

    def show_failed(self, error: Exception) -> None:
        """Say what kept a backup from being made or copied."""
        self.make.setEnabled(True)
        self._tell(error)

    def _make(self) -> None:
        self.make.setEnabled(False)
        self._say(self.tr("Backing up…"))
        self.make_wanted.emit()

    def _choose_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Look into a backup"))
        dialog.setNameFilters([self.tr("Libraries and backups (*.db)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, path: Path) -> None:
        """List a file that lies elsewhere, and choose it."""
        self._others.append(path.absolute())
        self.read(path.absolute())

    # What is in it

    def _look(self) -> None:
        """Read what the chosen backup holds; whatever was read of another one before is not waited for."""
        self._leave_restoring()
        wish = self._wish_anew()
        info = self._chosen()
        if info is None:
            return
        self.restore.setEnabled(info.problem is None)
        if info.problem is not None:
            self._show_nothing(self._catalog.error(info.problem))
            return
        self._show_nothing(self.tr("Looking into it…"))

        def run(function: Callable[..., object], *args: object, done: Callable[..., None]) -> None:
            self._lane.run(function, *args, done=wish.then(done), failed=wish.then(self._trouble))

        run(wish.before(backups.look), info.path, done=self._show)
        if self._stands is not None:
            run(wish.before(backups.compare), info.path, self._stands, done=self._compare)
        run(backups.check, info.path, wish.check, done=self._checked)

    def _wish_anew(self) -> Wish:
        """What was begun for something else is not waited for."""
        self._wish.give_up()
        self._wish = Wish()
        return self._wish

    def set_stands(self, stands: Stands) -> None:
        """Take what the library holds now, so that backups are compared with it."""
        self._stands = stands
        self._look()

    def _show(self, contents: Contents) -> None:
        self.contents.clear()
        self.contents.addTopLevelItems([rows.air(row, 0, self._height()) for row in rows.fill(contents)])
        if self.contents.topLevelItemCount() == 1:
            self.contents.topLevelItem(0).setExpanded(True)
        self.state.setText(self.tr("Checking every text…"))

    def _compare(self, difference: Difference) -> None:
        self.difference.setText(words.difference(difference))

    def _checked(self, found: Verified) -> None:
        self.state.setText(words.checked(found))

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, GivenUp):
            return
        if not isinstance(error, UserError):
            raise error
        self.restore.setEnabled(False)
        self._show_nothing(self._catalog.error(error))

    def _show_nothing(self, words: str) -> None:
        self.contents.clear()
        self.difference.clear()
        self.state.setText(words)

    # Restoring

    def _restore(self) -> None:
        """First a copy is made and verified beside the library; a second press puts it in its place."""
        if self._ready:
            restoring, self._restoring, self._ready = self._restoring, None, False
            self.prepared.emit(restoring)
            return
        info = self._chosen()
        if info is None:
            return
        wish = self._wish_anew()
        self._restoring = restoring = Restoring(info.path, self._library)
        self.restore.setEnabled(False)
        self.progress.show()
        self._say(self.tr("The backup is being copied and checked. The library is not touched yet."))
        self._lane.run(
            restoring.prepare, wish.check, done=lambda _: self._offer(restoring), failed=self._not_prepared
        )

    def _offer(self, restoring: Restoring) -> None:
        if restoring is not self._restoring:
            return
        self._ready = True
        self.progress.hide()
        self.restore.setEnabled(True)
        self.restore.setText(self.tr("Restore and open again"))
        self._say(
            self.tr(
                "The backup is whole. What you have typed is saved, the library as it is now is kept "
                "beside it, and the window opens again with the backup."
            )
        )
        self.restore.setFocus()

    def _not_prepared(self, error: Exception) -> None:
        self._leave_restoring()
        if not isinstance(error, GivenUp):
            self._tell(error)

    def _leave_restoring(self) -> None:
        restoring, self._restoring, self._ready = self._restoring, None, False
        self.progress.hide()
        self.restore.setText(self.tr("Restore this backup…"))
        self.restore.setEnabled(self._chosen() is not None)
        if restoring is not None:
            self._say("")
            self._lane.run(restoring.give_up)

    # Settings

    def _show_settings(self) -> None:
        settings = self._settings
        self.second.setText(str(settings.second) if settings.second else self.tr("none"))
        self.no_second.setVisible(settings.second is not None)
        self.limit.clear()
        sizes = sorted({*(room * 10**9 for room in ROOM), settings.limit})
        for size in sizes:
            self.limit.addItem(
                self.locale().formattedDataSize(size, 0, self.locale().DataSizeFormat.DataSizeSIFormat), size
            )
        self.limit.setCurrentIndex(self.limit.findData(settings.limit))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Second place for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.set_second(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_second(self, folder: Path | None) -> None:
        """Copy backups to another folder too, or to none; what speaks against it is said below."""
        try:
            if folder is not None:
                second_folder.check_folder(self._library, folder)
            self._settings = backup_settings.change(self._library, second=folder)
        except UserError as error:
            self.settings_note.say(self._catalog.error(error), self.choose_second, wrong=True)
            return
        self.settings_note.say("")
        self._show_settings()
        self.settings_changed.emit()
        self.read()

    def _set_limit(self, _nth: int) -> None:
        try:
            self._settings = backup_settings.change(self._library, limit=self.limit.currentData())
        except UserError as error:
            self.settings_note.say(self._catalog.error(error), self.limit, wrong=True)

    # Laying out

    def _dress(self) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for title in (self.list_title, self.contents_title):
            title.setFont(bold)
        for label in (self.difference, self.state, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.state, self.second, self.by_itself):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.backups.setHeaderLabels(rows.titles())
        self.backups.setRootIsDecorated(False)
        self.backups.setUniformRowHeights(True)
        head = self.backups.header()
        head.setStretchLastSection(True)
        for column in (rows.WHEN, rows.ARTICLES, rows.SIZE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.contents.setHeaderHidden(True)
        self.contents.setColumnCount(2)
        self.contents.setUniformRowHeights(True)
        self.contents.header().setStretchLastSection(False)
        self.contents.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.contents.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.restore.setEnabled(False)

    def _connect(self) -> None:
        self.backups.currentItemChanged.connect(lambda *_: self._look())
        self.contents.itemExpanded.connect(rows.unfold)
        self.make.clicked.connect(self._make)
        self.other.clicked.connect(self._choose_other)
        self.choose_second.clicked.connect(self._choose_folder)
        self.no_second.clicked.connect(lambda: self.set_second(None))
        self.limit.activated.connect(self._set_limit)
        self.cancel.clicked.connect(self.reject)
        self.restore.clicked.connect(self._restore)

    def _say(self, words: str) -> None:
        self.words.setText(words)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._catalog.error(error))

    def done(self, result: int) -> None:
        self._wish.give_up()
        self._leave_restoring()
        self._lane.close(patience=PATIENCE)
        super().done(result)

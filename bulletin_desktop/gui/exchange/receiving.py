"""What a colleague sent: read beside the window, compared, decided in a dialog, taken in as one step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Article
    from bulletin_desktop.gui.exchange.dialog import Arrived, ReceiveDialog
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.exchange_compare import Comparison
    from bulletin_desktop.services.exchange_taking import Decision, Taken
    from bulletin_desktop.services.parcel import Parcel

_SIZE = "receive"


class Receiving(QObject):
    """Takes files in one after the other, each in its turn."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[Path] = deque()
        self._busy = False

    def choose_file(self) -> None:
        """Let a file be chosen, then take it in."""
        from bulletin_desktop.services.exchange_file import ENDING

        dialog = QFileDialog(self._window, self.tr("Take in what a colleague sent"))
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Exchange file (*{ending})").format(ending=ENDING), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_files(self, files: Sequence[Path]) -> None:
        """Offer to take *files* in, after those that came before."""
        self._waiting.extend(files)
        self._next()

    def _next(self) -> None:
        """Go on with the next file once no dialog is open."""
        if self._busy or not self._waiting:
            return
        above = QApplication.activeModalWidget()
        if isinstance(above, QDialog):
            above.finished.connect(lambda: QTimer.singleShot(0, self, self._next))
            return
        self._busy = True
        self._window.editing.settle()
        path = self._waiting.popleft()
        self._window.files.run(
            _read, path, done=lambda parcel: self._compare(path, parcel), failed=self._fail
        )

    def _compare(self, path: Path, parcel: Parcel) -> None:
        self._window.backend.submit(
            lambda desk: desk.exchange.compare(parcel),
            done=lambda comparison: self._offer(path, parcel, comparison),
            failed=self._fail,
        )

    def _offer(self, path: Path, parcel: Parcel, comparison: Comparison) -> None:
        if comparison.same:
            words = self.tr("“{name}” is the same as what is here: there is nothing to take in")
            self._window.notices.say(words.format(name=path.name))
            self._end()
            return
        from bulletin_desktop.gui.exchange.dialog import Arrived, ReceiveDialog

        arrived = Arrived(parcel, comparison, self._title(parcel), path.name, self._open_issue())
        dialog = ReceiveDialog(arrived, self._ask_mine, self._window)
        self._window.memory.restore_size(_SIZE, dialog)
        dialog.chosen.connect(lambda decision: self._take(arrived, decision))
        dialog.finished.connect(lambda _result: self._close(dialog))
        dialog.open()

    def _title(self, parcel: Parcel) -> str:
        if parcel.issue is None:
            return self.tr("{count} articles").format(count=len(parcel.articles))
        head = parcel.issue.head
        number = issue_title(head.number, head.supplement)
        words = self.tr("{publication} {year} {number}, {count} articles")
        return words.format(
            publication=head.masthead.name, year=head.year, number=number, count=len(parcel.articles)
        )

    def _open_issue(self) -> tuple[str, str]:
        issue = self._window.session.issue
        if issue is None or issue.id == MANUSCRIPTS:
            return "", ""
        return issue.id, f"{issue.masthead.name} {issue.year} {issue_title(issue.number, issue.supplement)}"

    def _ask_mine(self, article_id: str, answer: Callable[[Article | None], object]) -> None:
        self._window.backend.submit(_mine, article_id, done=answer)

    def _close(self, dialog: ReceiveDialog) -> None:
        self._window.memory.keep_size(_SIZE, dialog)
        dialog.deleteLater()
        self._end()

    # Taking in

    def _take(self, arrived: Arrived, decision: Decision) -> None:
        done: list[Taken] = []

        def work(desk: Desk) -> tuple[Changes, ...]:
            done.append(desk.exchange.take(arrived.parcel, decision))
            return done[-1].changes

        words = self.tr("Take in “{name}”").format(name=arrived.file)
        self._window.work.work(work, words, then=lambda: self._taken(done[-1]))

    def _taken(self, taken: Taken) -> None:
        window = self._window
        words = self.tr("{added} new articles, {replaced} brought up to date").format(
            added=len(taken.added) + len(taken.copied), replaced=len(taken.replaced)
        )
        window.work.done.emit(words if taken.changes else self.tr("Everything stays as it is here"))
        if taken.issue_id and taken.changes and not window.reviewing:
            window.open_issue(taken.issue_id)

    def _fail(self, error: Exception) -> None:
        self._window.tell(error)
        self._end()

    def _end(self) -> None:
        self._busy = False
        QTimer.singleShot(0, self, self._next)


def _read(path: Path) -> Parcel:
    from bulletin_desktop.services import exchange_file

    return exchange_file.read(path)


def _mine(desk: Desk, article_id: str) -> Article | None:
    """An article here; None where it is not, or damaged."""
    with suppress(UserError):
        return desk.article(article_id)
    return None

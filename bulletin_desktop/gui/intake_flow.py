"""From the clipboard or files to the review: read away from the window, asked about, told of."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.gui.intake.batch import Batch, Work
from bulletin_desktop.gui.progress import ProgressNotice

if TYPE_CHECKING:
    from bulletin_desktop.gui.dialogs.messages import Messages
    from bulletin_desktop.gui.intake.questions import Questions
    from bulletin_desktop.gui.intake.summary import Summary
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.services.receiving import Received
    from bulletin_desktop.services.spool import LastingSpool

SAMPLE = "sample-bulletin.txt"
PARCEL = ".bulletin"  # `services.exchange_file.ENDING`, which the window need not load to start
_ENDINGS = (
    (("docx", "docm", "dotx", "dotm", "doc", "dot"), "Word"),
    (("wps", "wpt"), "WPS"),
    (("pdf", "ofd"), "PDF, OFD"),
)


class IntakeFlow(QObject):
    """Reads what a person brings, batch after batch, and asks what only a person knows.

    *ready* carries recognitions to review, *received* all that came of a batch before that; *failed* an
    error, *told* a quiet word and what a person may do about it, or None; *parcels* the paths of exchange
    files, which are another's to take in. Originals lie beside the library until no draft needs them.
    """

    ready = Signal(object)
    received = Signal(object)
    failed = Signal(object)
    told = Signal(str, object)
    parcels = Signal(object)

    def __init__(
        self, backend: Backend, window: QMainWindow, *, catalog: Catalog, messages: Messages
    ) -> None:
        super().__init__(window)
        self._backend = backend
        self._window = window
        self._catalog = catalog
        self._messages = messages
        self._lane = Lane("intake", self)
        self._waiting: deque[Work] = deque()
        self._spool: LastingSpool | None = None
        self._batch: Batch | None = None
        self._questions: Questions | None = None
        self._reading = False  # a batch is asked for or at work
        self.notice = ProgressNotice(window.centralWidget())
        self.notice.cancelled.connect(self.cancel)
        self._lane.run(_sweep)

    @property
    def busy(self) -> bool:
        """Whether anything is being read, or asked about."""
        return self._reading

    # What a person brings

    def paste(self) -> None:
        """Read what is on the clipboard: files, or what was copied elsewhere."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, brought: QMimeData | None) -> None:
        """Read the files or else the HTML or text that *brought* holds; an empty clipboard may have none."""
        urls = brought.urls() if brought is not None else []
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            self.open_files(files)
            return
        html = brought.html() if brought is not None and brought.hasHtml() else ""
        text = brought.text() if brought is not None else ""
        if html.strip() or text.strip():
            self._begin(lambda batch: batch.paste(html, text))
        else:
            self.failed.emit(
                UserError(
                    "There is no text on the clipboard. Copy the manuscripts first, then paste them here."
                )
            )

    def choose_files(self) -> None:
        """Let files be chosen, then read them."""
        dialog = QFileDialog(self._window, self.tr("Open manuscripts"))
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(self._filters())
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_sample(self) -> None:
        """Read the project's own made-up manuscripts."""
        self.open_files([paths.resources() / "samples" / SAMPLE])

    def open_files(self, files: Sequence[Path]) -> None:
        """Read *files* and what is in folders among them, after whatever is being read already."""
        parcels = [file for file in files if file.suffix.lower() == PARCEL]
        manuscripts = tuple(file for file in files if file not in parcels)
        if parcels:
            self.parcels.emit(parcels)
        if manuscripts:
            self._begin(lambda batch: batch.files(manuscripts))

    def cancel(self) -> None:
        """Read no further; nothing comes of the batch that is under way, nor of those that wait."""
        self._waiting.clear()
        if self._batch is not None:
            self._batch.stop()

    # Originals

    def original(self, sha256: str) -> bytes:
        """Return the bytes of a file that was received, in any thread. Raises `UserError` if it has gone."""
        return self._kept().get(sha256)

    def forget_originals(self) -> None:
        """Remove the originals that nothing under review needs any more."""
        if not self._reading and not self._lane.closed:
            self._lane.run(self._backend.drafts.forget_files)

    def shut_down(self) -> None:
        """End what is read."""
        self.cancel()
        if self._questions is not None:
            self._questions.stop()
        self._lane.close()

    # One batch

    def _begin(self, work: Work) -> None:
        self._waiting.append(work)
        if not self._reading:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._reading = True
        self.notice.begin(self.tr("Reading manuscripts …"))
        work = self._waiting.popleft()
        self._backend.submit(
            lambda desk: desk.intake_settings(), done=partial(self._read, work), failed=self._fail
        )

    def _read(self, work: Work, settings: Settings) -> None:
        self._batch = Batch(self._lane, self._kept(), settings, self)
        self._batch.moved.connect(self._show)
        self._batch.done.connect(self._ask)
        self._batch.failed.connect(self._fail)
        self._lane.run(_load_review)
        self._batch.start(work)

    def _show(self, done: int, total: int, name: str) -> None:
        self.notice.move(done, total)
        if total > 1:
            words = self.tr("{done} of {total} read: {name}")
            self.notice.say(words.format(done=done, total=total, name=_short(name)))

    def _ask(self, received: tuple[Received, ...] | None) -> None:
        """Ask what the files need; a batch that was stopped has come to nothing."""
        self.notice.end()
        if received is None:
            self.told.emit(self.tr("Reading was cancelled; nothing was taken in"), None)
            self._end()
            self.forget_originals()
            return
        from bulletin_desktop.gui.intake.questions import Questions

        self._questions = Questions(self._batch, self._kept(), self._catalog, self._window)
        self._questions.settled.connect(self._arrived)
        self._questions.ask(received)

    def _arrived(self, received: tuple[Received, ...]) -> None:
        recognitions = tuple(each.recognition for each in received if each.recognition is not None)
        self.received.emit(received)
        if recognitions:
            self.ready.emit(recognitions)
        self._tell(received)
        self._end()

    def _tell(self, received: tuple[Received, ...]) -> None:
        """Say what failed, of one file alone by its own sentence; offer to say what else was left out."""
        errors = [each.error for each in received if each.error is not None]
        if len(received) == 1 and errors:
            self.failed.emit(errors[0])
            return
        from bulletin_desktop.gui.intake.summary import summary

        found = summary(received, self._catalog)
        if errors:
            self._show_summary(found, failed=True)
        elif found.notable:
            words = self.tr("{summary}; something was left out or changed").format(summary=found.headline)
            self.told.emit(words, (self.tr("Show"), lambda: self._show_summary(found, failed=False)))

    def _show_summary(self, found: Summary, *, failed: bool) -> None:
        from bulletin_desktop.gui.intake.summary_dialog import SummaryDialog

        self._messages.say(SummaryDialog(found, failed, self._window))

    def _fail(self, error: Exception) -> None:
        self.notice.end()
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        if self._batch is not None:
            self._batch.deleteLater()  # and the questions with it
            self._batch = self._questions = None
        self._reading = False
        self._next()

    def _kept(self) -> LastingSpool:
        if self._spool is None:
            self._spool = self._backend.drafts.spool()
        return self._spool

    def _filters(self) -> list[str]:
        from bulletin_desktop.services.incoming import ENDINGS

        def pattern(endings: Sequence[str]) -> str:
            return " ".join(f"*.{ending}" for ending in endings)

        named = [
            (self.tr("All manuscripts"), ENDINGS),
            *((words, endings) for endings, words in _ENDINGS),
            (self.tr("Text and web pages"), ("txt", "md", "html", "htm", "mht", "mhtml", "rtf", "odt")),
            (self.tr("Mails and archives"), ("eml", "zip")),
        ]
        return [*(f"{words} ({pattern(endings)})" for words, endings in named), self.tr("All files (*)")]


def _sweep() -> None:
    """Remove originals and other copies that a program left which did not end in peace."""
    from bulletin_desktop import own_folder
    from bulletin_desktop.services import spool

    spool.sweep(paths.spools())
    own_folder.sweep_temporary()


def _load_review() -> None:
    """Load what shows manuscripts, beside the window, which would stand still for it the first time."""
    from bulletin_desktop.gui.review import page  # noqa: F401


def _short(name: str, most: int = 40) -> str:
    return name if len(name) <= most else f"…{name[-most:]}"

"""Writes a layout as a .pdf: the very pages of the preview, with text one can search and copy."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from bulletin_desktop.export import files
from bulletin_desktop.export.filenames import issue_title
from bulletin_desktop.export.job import Job, Progress, Written
from bulletin_desktop.export.pictures import found
from bulletin_desktop.gui.output.pdf_document import PdfDocument
from bulletin_desktop.gui.output.pdf_text import Text
from bulletin_desktop.gui.picture_store import decoded
from bulletin_desktop.gui.preview.ink import InkRun
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.gui.preview.pictures import no_pictures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures

TWIPS_PER_INCH = 1440
CREATOR = "Bulletin Desktop"


class PdfWriter:
    """Writes .pdf files. Fonts are kept from file to file, so it may only be used in one thread.

    That need not be *application*'s, which must live as long as fonts do and is kept for that reason.
    """

    def __init__(self, measures: Measures, application: QGuiApplication) -> None:
        self._runs: list[Text] = []
        self._painter = PagePainter(measures, painted=self._take)
        self._application = application  # the last to go

    def write(self, job: Job) -> Written:
        """See `Writer.write`. The export's id is among the document's properties."""
        content = self.content(job)
        files.replace(job.path, content)
        return Written(hashlib.sha256(content).hexdigest())

    def content(self, job: Job) -> bytes:
        """Return the file's bytes.

        Raises `Cancelled` if the job's progress does, `UserError` for a picture that is not there.
        """
        _pictures_are_there(job)
        pages = len(job.layout.pages)

        def told(done: int) -> None:
            job.progress(done, 2 * pages)

        try:
            painted, texts = self.painted(job, lambda done, _of: told(done))
        finally:
            self._painter.set_layout(None)
            self._painter.set_pictures(no_pictures)
        document = PdfDocument(painted)
        for nth, runs in enumerate(texts):
            document.name_characters(nth, runs)
            told(pages + nth)
        document.describe(job.layout, job.issue, job.export_id)
        return document.content()

    def _take(self, run: InkRun) -> None:
        self._runs.append(Text(run.texts, run.joined))

    def painted(self, job: Job, progress: Progress) -> tuple[bytes, list[list[Text]]]:
        """Qt's own PDF, and for each page the texts of its runs."""
        layout, issue = job.layout, job.issue
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        device = QPdfWriter(buffer)
        device.setResolution(TWIPS_PER_INCH)
        device.setPageSize(_paper(layout))
        device.setPageMargins(QMarginsF())
        device.setTitle(issue_title(issue))
        device.setAuthor(issue.masthead.unit)
        device.setCreator(CREATOR)
        texts: list[list[Text]] = []
        self._painter.set_layout(layout)
        self._painter.set_pictures(lambda sha256, _pixels: decoded(found(job.pictures, sha256, issue)))
        painter = QPainter(device)
        try:
            for nth, page in enumerate(layout.pages):
                progress(nth, len(layout.pages))
                if nth:
                    device.newPage()
                self._runs = []
                self._painter.paint(painter, page)
                texts.append(self._runs)
        finally:
            painter.end()
        return bytes(buffer.data().data()), texts


def _pictures_are_there(job: Job) -> None:
    for placed in job.layout.placed:
        if placed.item.picture is not None:
            found(job.pictures, placed.item.picture.sha256, job.issue)


def _paper(layout: Layout) -> QPageSize:
    page = layout.template.page
    points = QSizeF(page.width / 20, page.height / 20)
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)

"""Prints pages as the preview paints them: the same page, not scaled, at its place on the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.filenames import issue_title
from bulletin_desktop.export.job import Progress, unwatched
from bulletin_desktop.export.pictures import found
from bulletin_desktop.gui.output.sides import PrintSettings, sides
from bulletin_desktop.gui.picture_store import decoded
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.gui.preview.pictures import no_pictures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.values import dataclass

TWIPS_PER_INCH = 1440


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """A printer of this machine and what it can do. *words* are what people call it."""

    name: str
    words: str
    default: bool
    two_sided: bool
    color: bool


def printers() -> tuple[PrinterFacts, ...]:
    """Return the printers of this machine, the usual one first. Asking may take a network printer's time."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [_facts(QPrinterInfo.printerInfo(name), usual) for name in QPrinterInfo.availablePrinterNames()]
    return tuple(sorted(found, key=lambda facts: not facts.default))


def _facts(info: QPrinterInfo, usual: str) -> PrinterFacts:
    return PrinterFacts(
        name=info.printerName(),
        words=info.description() or info.printerName(),
        default=info.printerName() == usual,
        two_sided=QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
        color=QPrinter.ColorMode.Color in info.supportedColorModes(),
    )


def printer_for(settings: PrintSettings) -> QPrinter:
    """Return the printer that *settings* name. Raises `UserError` if it is gone."""
    info = QPrinterInfo.printerInfo(settings.printer)
    if info.isNull():
        raise UserError(
            "The printer “{name}” is not there any more; nothing was printed. Choose another one.",
            name=settings.printer,
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is printed: *layout* must be *issue*'s, *pictures* holds the bytes of all its pictures."""

    layout: Layout
    issue: Issue
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class _Images:
    """The pictures of a job, whole; of those decoded a few are kept, for copies page by page."""

    def __init__(self, job: PrintJob) -> None:
        self._job = job
        self._decoded = lru_cache(maxsize=4)(self._decode)

    def present(self, sha256: str, _pixels: int) -> None:
        """Show nothing yet. Raises `UserError` if the picture is missing."""
        found(self._job.pictures, sha256, self._job.issue)

    def shown(self, sha256: str, _pixels: int) -> QImage | None:
        """Return a picture; None if its bytes are none."""
        return self._decoded(sha256)

    def _decode(self, sha256: str) -> QImage | None:
        image = decoded(found(self._job.pictures, sha256, self._job.issue))
        return None if image.isNull() else image


class PagePrinter:
    """Prints layouts. It keeps fonts from job to job, so it may only be used in one thread."""

    def __init__(self, measures: Measures) -> None:
        self._painter = PagePainter(measures)

    def print_pages(
        self,
        printer: QPrinter,
        job: PrintJob,
        settings: PrintSettings,
        progress: Progress = unwatched,
    ) -> int:
        """Print the pages that *settings* name and return how many sides were sent.

        All that takes time happens before the first page is sent, since a job under way cannot be taken
        back everywhere: if *progress* raises `Cancelled`, nothing has been printed. Raises `UserError` if
        the printer refuses or a picture is missing.
        """
        layout = job.layout
        order = self._set_up(printer, layout, settings, issue_title(job.issue))
        self._painter.set_layout(layout)
        images = _Images(job)
        try:
            self._painter.set_pictures(images.present)
            self._prepare(layout, settings, progress)
            self._painter.set_pictures(images.shown)
            self._send(printer, layout, order)
        finally:
            self._painter.set_layout(None)
            self._painter.set_pictures(no_pictures)
        return len(order)

    def _set_up(
        self, printer: QPrinter, layout: Layout, settings: PrintSettings, title: str
    ) -> tuple[int | None, ...]:
        """Tell the printer what it shall do itself; return the sides that are left to be sent."""
        page = layout.template.page
        printer.setDocName(title)
        printer.setPageSize(QPageSize(QSizeF(page.width / 20, page.height / 20), QPageSize.Unit.Point))
        printer.setFullPage(True)
        printer.setColorMode(QPrinter.ColorMode.Color if settings.color else QPrinter.ColorMode.GrayScale)
        printer.setDuplex(
            QPrinter.DuplexMode.DuplexLongSide if settings.both_sides else QPrinter.DuplexMode.DuplexNone
        )
        if not printer.supportsMultipleCopies():
            return sides(settings)
        printer.setCopyCount(settings.copies)
        printer.setCollateCopies(settings.collate)
        return settings.pages

    def _prepare(self, layout: Layout, settings: PrintSettings, progress: Progress) -> None:
        """Set every page's characters once; on the printer they are then only drawn."""
        nowhere = QImage(1, 1, QImage.Format.Format_Grayscale8)
        painter = QPainter(nowhere)
        try:
            for nth, number in enumerate(settings.pages):
                progress(nth, len(settings.pages))
                self._painter.paint(painter, layout.pages[number - 1])
            progress(len(settings.pages), len(settings.pages))
        finally:
            painter.end()

    def _send(self, printer: QPrinter, layout: Layout, order: tuple[int | None, ...]) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            raise _refused(printer)
        try:
            scale = printer.resolution() / TWIPS_PER_INCH
            painter.scale(scale, scale)
            for nth, number in enumerate(order):
                if nth and not printer.newPage():
                    raise _refused(printer)
                if number is not None:
                    self._painter.paint(painter, layout.pages[number - 1])
        finally:
            painter.end()
        if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise _refused(printer)


def _refused(printer: QPrinter) -> UserError:
    return UserError(
        "The printer “{name}” did not take the pages. See whether it is switched on and has paper, "
        "then print again.",
        name=printer.printerName() or printer.outputFileName(),
    )

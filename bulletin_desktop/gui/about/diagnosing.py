"""Diagnostic information: gathered beside the window, shown, and saved where the person wants it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.about.diagnostics_dialog import DiagnosticsDialog
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.dialogs.answers import while_open
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP, Catalog

if TYPE_CHECKING:
    from bulletin_desktop.library.figures import Figures
    from bulletin_desktop.services.diagnostics.facts import Section
    from bulletin_desktop.services.diagnostics.report import Report

SECONDS = 0.5  # the library's thread has for the figures of the open library
_PLATFORMS = ("windows", "xcb", "wayland", "offscreen", "cocoa")
_SCREEN = r"\d+x\d+ @ [\d.]+"


class Diagnosing(QObject):
    """One report before the eyes of *dialog*: gathered and written in *lane*."""

    def __init__(self, library: Path, dialog: DiagnosticsDialog, lane: Lane, catalog: Catalog) -> None:
        super().__init__(dialog)
        self._library, self._dialog, self._lane, self._catalog = library, dialog, lane, catalog
        self._report: Report | None = None
        dialog.chosen.connect(self._write)

    def begin(self, figures: Figures | None, fault: Fault | None) -> None:
        """Gather everything about a library that is open, with its *figures*."""
        self._run(lambda: (figures, fault))

    def begin_without(self, error: Exception) -> None:
        """Gather what there is about an open library that cannot be read; a bug is raised on to the hook."""
        self.begin(None, _fault(error))
        if not isinstance(error, UserError):
            raise error

    def begin_closed(self, error: UserError) -> None:
        """Gather everything about a library that cannot be opened, and *error* says why."""
        from bulletin_desktop.services.diagnostics import stored

        def looked_into() -> tuple[Figures | None, Fault | None]:
            figures, found = stored.of_file(self._library)
            return figures, _fault(error) or found

        self._run(looked_into)

    def _run(self, look: Callable[[], tuple[Figures | None, Fault | None]]) -> None:
        from bulletin_desktop.services.diagnostics import report
        from bulletin_desktop.typeset.file_measures import FileMeasures

        more = [window_facts()]

        def gather() -> Report:
            return report.gather(self._library, self._words, *look(), more=more, measures=FileMeasures())

        self._lane.run(gather, done=while_open(self._dialog, self._show))

    def _words(self, text: str) -> str:
        return self._catalog.text("Diagnostics", text)

    def _show(self, report: Report) -> None:
        self._report = report
        self._dialog.show_report(report)

    def _write(self, path: Path) -> None:
        from bulletin_desktop.services.diagnostics import report

        self._lane.run(
            report.write,
            path,
            self._report,
            done=while_open(self._dialog, lambda _: self._dialog.show_saved(path)),
            failed=while_open(self._dialog, self._fail),
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._dialog.show_failure(self._catalog.error(error))


def offer(library: Path, error: UserError, catalog: Catalog, parent: QWidget | None = None) -> None:
    """Let the facts be saved about a library that cannot be opened; returns when the dialog is closed."""
    dialog = DiagnosticsDialog(parent)
    lane = Lane("diagnostics", dialog)
    Diagnosing(library, dialog, lane, catalog).begin_closed(error)
    dialog.exec()
    lane.close()
    dialog.deleteLater()


def _fault(error: Exception) -> Fault | None:
    return error.fault if isinstance(error, LibraryError) else None


def window_facts() -> Section:
    """Return what Qt knows of screens and looks."""
    from bulletin_desktop.services.diagnostics.facts import Fact, Section, one_of, shaped

    palette = QGuiApplication.palette()
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} @ {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    style = QApplication.style().name()
    styles = [name.lower() for name in QStyleFactory.keys()]  # noqa: SIM118 - no dictionary
    return Section(
        QT_TRANSLATE_NOOP("Diagnostics", "Window"),
        (
            Fact("Qt", shaped(qVersion(), r"\d+(\.\d+)*")),
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Platform"),
                one_of(QGuiApplication.platformName(), _PLATFORMS),
            ),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Style"), one_of(style, styles)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Screens"), shaped(screens, f"{_SCREEN}(, {_SCREEN})*")),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Dark"), theme.tokens(palette).dark),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "High contrast"), theme.tokens(palette).strong),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Points of the font"), QApplication.font().pointSizeF()),
        ),
    )

"""Opening the program: words, fonts, colours, the library, the window, and what happens to bugs."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLibraryInfo,
    QLocale,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtWidgets import QApplication, QDialog, QStyle

from bulletin_desktop import paths
from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.gui.backend import Backend, favour_the_window
from bulletin_desktop.gui.banner import Banner
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.second_start import Call, new_name
from bulletin_desktop.gui.theme import Theme, interface_font
from bulletin_desktop.gui.tips import ON_KEYBOARDS
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog

SETTLED = 3000  # ms after which the window and what it has loaded stand
_TITLE_BAR = QStyle.PixelMetric.PM_TitleBarHeight
_log = logging.getLogger(__name__)


class CatalogTranslator(QTranslator):
    """Qt's way to the catalog. What the catalog does not know stays English."""

    def __init__(self, catalog: Catalog, parent: QApplication) -> None:
        super().__init__(parent)
        self._catalog = catalog

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context == "QShortcut":
            return ON_KEYBOARDS.get(source)
        return self._catalog.find(context, source)


class BugReporter:
    """What `sys.excepthook` does while the window is open: log, save, and tell the person calmly."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception nobody has caught. A `UserError` is only told."""
        if isinstance(error, UserError):
            self._window.tell(error)
            return
        if not isinstance(error, Exception):
            self._window.close()
            return
        _log.error("a bug", exc_info=(kind, error, trace))
        if self._telling:
            return
        self._telling = True
        try:
            self._window.editing.settle()
            self._tell()
        except Exception:
            _log.exception("another bug while the first was reported")
        finally:
            self._telling = False

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        words = translate(
            "BugReporter",
            "Something went wrong inside the program. Your text was saved first; you can go on.",
        )
        go_on = translate("BugReporter", "Go on")
        self._window.messages.say(MessageDialog(words, go_on, detail=_report_place(), parent=self._window))


def dress(application: QApplication, catalog: Catalog) -> None:
    """Give an application its name, style, font and words, and its window the first turn."""
    favour_the_window()
    application.setApplicationName("BulletinDesktop")
    application.setStyle("Fusion")
    application.setFont(interface_font(application.font()))
    if catalog.language == ENGLISH:
        return
    own = QTranslator(application)
    if own.load(
        QLocale(catalog.language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(own)
    application.installTranslator(CatalogTranslator(catalog, application))


def run(library: Path, catalog: Catalog, *, create: bool = True, parcel: Path | None = None) -> int:
    """Open the window upon the library at *library*, then those it goes on with; return the exit code.

    If nothing is there, one is made, unless *create* is false. 1 if the library or the window cannot be
    opened, after a dialog has said why and the person has chosen no other. The first window, or the one that
    has the library already, offers to take in the exchange file *parcel*.
    """
    application = QApplication(sys.argv[:1])
    dress(application, catalog)
    code = 1
    wanted: Path | None = library
    words = ""
    while wanted is not None:
        try:
            window = _painted_window(application, wanted, catalog, create=create)
        except UserError as error:
            if _is_held(error):
                return _call_window(error, catalog, parcel)
            from bulletin_desktop.gui.first_aid.flow import next_library

            again, wanted = wanted, next_library(error, wanted, catalog)
            create = create or wanted != again
            continue
        except Exception:
            _log.exception("a bug while the window was being opened")
            return _refuse(*_bug_at_start())
        if parcel is not None:
            QTimer.singleShot(0, window, partial(window.intake.open_files, [parcel]))
            parcel = None
        code, wanted, first = _work(application, window, words), window.next_library, window.do_first
        create = True
        _put_away(application, window)
        words = _done_first(first, catalog) if first else ""
    return code


def _done_first(first: Callable[[], str], catalog: Catalog) -> str:
    """Do what is to be done while no library is open; what it says, the next window will say."""
    try:
        return first()
    except UserError as error:
        _refuse(catalog.error(error))
        return ""


def _work(application: QApplication, window: MainWindow, words: str) -> int:
    """Let the person work in the window, which begins by saying *words*, until it is closed."""
    sys.excepthook = BugReporter(window)
    _offer_tour(window)
    if words:
        Banner(window).say("info", words)
    QTimer.singleShot(SETTLED, window, partial(_settle, window))
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code


def _settle(window: MainWindow) -> None:
    """Collect garbage from now on, but not among what lives as long as the program: that cost a key 30 ms."""
    window.warm_up()
    gc.freeze()
    gc.enable()


def _put_away(application: QApplication, window: MainWindow) -> None:
    """Free what a closed window held, before another opens."""
    window.theme.deleteLater()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _has_room(window: MainWindow) -> bool:
    """Tell whether the window stands on its screen whole, with the frame the system puts around it."""
    room, title = window.screen().availableGeometry(), window.style().pixelMetric(_TITLE_BAR)
    return window.width() <= room.width() and window.height() + title <= room.height()


def _offer_tour(window: MainWindow) -> None:
    """Show a person who is new here around; whoever opens windows for another purpose does not want that."""
    from bulletin_desktop.gui.tour.flow import TourFlow

    for feature in window.features:
        if isinstance(feature, TourFlow):
            feature.offer()


def _is_held(error: UserError) -> bool:
    return isinstance(error, LibraryError) and error.fault is Fault.HELD and Call.possible(error)


def _call_window(error: LibraryError, catalog: Catalog, parcel: Path | None) -> int:
    """Bring the window to the front that has the library; if it does not answer, say so, until it does."""
    call = Call(error, parcel)
    if call.wait():
        return 0
    close = QCoreApplication.translate("MainWindow", "Close")
    dialog = MessageDialog(catalog.error(error), close)
    call.answered.connect(dialog.accept)
    return 0 if dialog.exec() == QDialog.DialogCode.Accepted else 1


def _refuse(text: str, detail: str = "") -> int:
    """Say why there will be no window; return the exit code."""
    close = QCoreApplication.translate("MainWindow", "Close")
    MessageDialog(text, close, detail=detail).exec()
    return 1


def _bug_at_start() -> tuple[str, str]:
    translate = QCoreApplication.translate
    words = translate(
        "BugReporter",
        "The window could not be opened: something went wrong inside the program. "
        "What the library holds is kept.",
    )
    return words, _report_place()


def _report_place() -> str:
    words = QCoreApplication.translate(
        "BugReporter", "A report is in {path}. Please send it to whoever looks after this program."
    )
    return words.format(path=paths.log_file())


def open_window(
    application: QApplication, library: Path, catalog: Catalog, *, create: bool = True
) -> MainWindow:
    """Return the window upon a library, which is being read; raises `UserError` if it cannot be opened."""
    window = _bare_window(application, library, catalog, create=create)
    _start(application, window)
    return window


def _painted_window(
    application: QApplication, library: Path, catalog: Catalog, *, create: bool
) -> MainWindow:
    """Like `open_window`, but show the window before all that it takes to work in it is there.

    What a person presses meanwhile waits for that.
    """
    window = _bare_window(application, library, catalog, create=create)
    if not _has_room(window):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    window.show()
    application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    _start(application, window)
    return window


def _start(application: QApplication, window: MainWindow) -> None:
    try:
        window.start()
    except Exception:
        window.hide()
        window.abandon()
        _put_away(application, window)
        raise


def _bare_window(application: QApplication, library: Path, catalog: Catalog, *, create: bool) -> MainWindow:
    """Return the window, not started, upon an open library; raises `UserError` if it cannot be opened."""
    backend = Backend(library, window_name=new_name(), create=create)  # opens while the window is being built
    memory = Memory(library)
    theme = Theme(application, memory.scheme)
    try:
        window = MainWindow(backend, theme, memory, catalog)
    except Exception:
        backend.close()
        raise
    try:
        backend.wait_for_library()
    except Exception:
        window.abandon()
        _put_away(application, window)
        raise
    return window

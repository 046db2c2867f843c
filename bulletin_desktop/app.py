"""The only wiring: which of the two faces to show, and what each is given."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import Catalog, ui_language

READ_MANUSCRIPTS = "--read-manuscripts"
OPENED = (".bulletin", ".docx")  # what Explorer opens with this program: the setup registers it for these

if TYPE_CHECKING:
    from bulletin_desktop.export.job import Writer


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the program, or do what *arguments* (by default the process's) ask; return the exit code.

    Without arguments, or with nothing but `--library FILE`, the window opens; it offers to take in a
    `.bulletin` or Word file that is named after these, as when one is double-clicked. Everything else is the
    command line, which imports Qt for nothing but a PDF, and then opens no window.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_MANUSCRIPTS]:  # a packaged program starts itself to read files
        from bulletin_desktop.intake.worker import process

        return process.main(given[1:])
    catalog = Catalog.load(ui_language(os.environ))
    given, parcel = without_parcel(given)
    library = window_library(given)
    if library is None:
        from bulletin_desktop import cli

        return cli.run(given, catalog, {".pdf": _pdf_writer})
    # One that was chosen once and is not there now is on a stick or a drive: no other is made for it.
    create = bool(given) or library == paths.first_library()
    return _open_window(library, catalog, parcel, create=create)


def _open_window(library: Path, catalog: Catalog, parcel: Path | None, *, create: bool) -> int:
    gc.disable()  # until the window has settled: what a start makes is no garbage, and looking costs 40 ms
    try:
        from bulletin_desktop import log
        from bulletin_desktop.gui import start

        log.start(paths.log_file())
        return start.run(library, catalog, create=create, parcel=parcel)
    finally:
        gc.enable()


def without_parcel(arguments: Sequence[str]) -> tuple[list[str], Path | None]:
    """Return the arguments without the file a window is asked to take in, and that file, if any."""
    *before, last = arguments or [""]
    if last.lower().endswith(OPENED) and window_library(before) is not None:
        return before, Path(last).absolute()
    return list(arguments), None


def window_library(arguments: Sequence[str]) -> Path | None:
    """Return the library the window is asked to open, or None if *arguments* are the command line's."""
    match list(arguments):
        case []:
            return paths.default_library()
        case ["--library", file]:
            return Path(file)
        case [option] if option.startswith("--library="):
            return Path(option.removeprefix("--library="))
        case _:
            return None


def _pdf_writer() -> Writer:
    """The PDF's pages are painted by Qt, which a server may lack the libraries for."""
    try:
        from bulletin_desktop.gui.output import standalone
    except ImportError as error:
        raise UserError(
            "A PDF needs Qt, which this system cannot load ({reason}); nothing was written. "
            "Install the missing library, or export a .docx.",
            reason=error,
        ) from error
    return standalone.pdf_writer()

"""The library in figures, the place it lies in, and its backups; names and paths are not told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bulletin_desktop import paths
from bulletin_desktop.errors import Fault, LibraryError, UserError
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library import figures, header, typing_journal
from bulletin_desktop.library.figures import Figures
from bulletin_desktop.library.lock import LibraryLock
from bulletin_desktop.library.migrations import MIGRATIONS
from bulletin_desktop.library.network import is_on_network
from bulletin_desktop.library.schema import APPLICATION_ID
from bulletin_desktop.services import backups
from bulletin_desktop.services.diagnostics.facts import Fact, Section, Word, one_of

_SECONDS = 3.0  # for the figures; to examine all of a library is the doctor's
_JOURNALS = ("delete", "truncate", "persist", "memory", "wal", "off")
_BACKUPS = 40  # the newest ones
_TROUBLE = {
    Fault.HELD: Word(QT_TRANSLATE_NOOP("Diagnostics", "held")),
    Fault.LOCKED: Word(QT_TRANSLATE_NOOP("Diagnostics", "locked")),
    Fault.FULL: Word(QT_TRANSLATE_NOOP("Diagnostics", "full")),
    Fault.REFUSED: Word(QT_TRANSLATE_NOOP("Diagnostics", "refused")),
    Fault.READ_ONLY: Word(QT_TRANSLATE_NOOP("Diagnostics", "read-only")),
    Fault.DAMAGED: Word(QT_TRANSLATE_NOOP("Diagnostics", "damaged")),
    Fault.CUT_OFF: Word(QT_TRANSLATE_NOOP("Diagnostics", "cut off")),
    Fault.EMPTY: Word(QT_TRANSLATE_NOOP("Diagnostics", "empty")),
    Fault.NOT_OURS: Word(QT_TRANSLATE_NOOP("Diagnostics", "not ours")),
    Fault.NEWER: Word(QT_TRANSLATE_NOOP("Diagnostics", "newer")),
    Fault.MISSING: Word(QT_TRANSLATE_NOOP("Diagnostics", "missing")),
    Fault.FOREIGN_JOURNAL: Word(QT_TRANSLATE_NOOP("Diagnostics", "foreign journal")),
    Fault.LONG_PATH: Word(QT_TRANSLATE_NOOP("Diagnostics", "long path")),
    Fault.GONE: Word(QT_TRANSLATE_NOOP("Diagnostics", "gone")),
}
_NONE = Word(QT_TRANSLATE_NOOP("Diagnostics", "none"))
_NETWORK = Word(QT_TRANSLATE_NOOP("Diagnostics", "network drive"))
_LOCAL = Word(QT_TRANSLATE_NOOP("Diagnostics", "this computer"))


def of_file(library: Path) -> tuple[Figures | None, Fault | None]:
    """Return the figures of a library this program has not open, and what is wrong with it at first sight."""
    try:
        if not library.exists():
            return None, Fault.MISSING
        LibraryLock.for_reading(library)
        header.check(library)
    except LibraryError as error:
        looked_into = error.fault in (Fault.CUT_OFF, Fault.DAMAGED)
        return figures.of_file(library, _SECONDS) if looked_into else None, error.fault
    except OSError:
        return None, Fault.REFUSED
    found = figures.of_file(library, _SECONDS)
    if _size(_beside(library, "-wal")):  # without it the file may look damaged, and is not
        found = replace(found, problems=None)
    return found, _fault(found)


def _fault(found: Figures) -> Fault | None:
    if found.version is not None and found.version > len(MIGRATIONS):
        return Fault.NEWER
    return Fault.DAMAGED if found.problems or found.version is None else None


def place(library: Path, fault: Fault | None) -> Section:
    """Return where a library lies and how large it is; *fault* is what keeps it from being opened."""
    library = library.absolute()
    name = str(library)
    return Section(
        QT_TRANSLATE_NOOP("Diagnostics", "Library"),
        (
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Trouble"), _TROUBLE[fault] if fault else _NONE),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Lies on"), _NETWORK if is_on_network(library) else _LOCAL),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "In the usual place"), library == paths.first_library()),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Characters of its path"), len(name)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Its path is plain ASCII"), name.isascii()),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Its path has spaces"), " " in name),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Bytes of the file"), _size(library)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Bytes of its journal"), _size(_beside(library, "-wal"))),
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Bytes of the typing journal"),
                _size(typing_journal.beside(library)),
            ),
        ),
    )


def content(found: Figures) -> Section:
    """Return how much a library holds."""
    journal = None if found.journal is None else one_of(found.journal, _JOURNALS)
    return Section(
        QT_TRANSLATE_NOOP("Diagnostics", "Content in figures"),
        (
            Fact(
                QT_TRANSLATE_NOOP("Diagnostics", "Made by this program"),
                None if found.application is None else found.application == APPLICATION_ID,
            ),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Format"), found.version),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Newest format known here"), len(MIGRATIONS)),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Problems of a quick check"), found.problems),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Journal mode"), journal),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Bytes of a page"), found.page_size),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Pages"), found.pages),
            Fact(QT_TRANSLATE_NOOP("Diagnostics", "Free pages"), found.free_pages),
            *(Fact(table, count) for table, count in found.rows.items()),
        ),
    )


def kept(library: Path) -> Section:
    """Return when the backups were made, and how large they are."""
    try:
        facts = tuple(_backups(library))
    except UserError:
        facts = ()
    return Section(QT_TRANSLATE_NOOP("Diagnostics", "Backups"), facts)


def _backups(library: Path) -> Iterator[Fact]:
    found = backups.kept(library)
    yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "Number"), len(found))
    yield Fact(
        QT_TRANSLATE_NOOP("Diagnostics", "Damaged or unreadable"), sum(not each.good for each in found)
    )
    for each in found[:_BACKUPS]:
        yield Fact(each.at.strftime("%Y-%m-%d %H:%M:%S"), each.bytes)


def _beside(library: Path, suffix: str) -> Path:
    return library.with_name(library.name + suffix)


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None

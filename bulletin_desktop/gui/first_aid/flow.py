"""What becomes of a library that cannot be opened: what is wrong is said, and the person chooses a way on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.about import diagnosing
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.doctor import salvaging
from bulletin_desktop.gui.first_aid import places
from bulletin_desktop.gui.first_aid.dialog import FirstAidDialog, Way, ways
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.library import leftover
from bulletin_desktop.reasons import reason

if TYPE_CHECKING:
    from bulletin_desktop.services.restoring import Restoring


Deed = Callable[[Path, Catalog], Path | None]


def next_library(error: UserError, library: Path, catalog: Catalog) -> Path | None:
    """Tell that *library* cannot be opened and why; return the one to open instead, None to open none."""
    offered = [way for way in ways(error) if way in _DOES]
    while True:
        chosen = FirstAidDialog(catalog.error(error), offered).exec()
        if chosen < 0:
            return None
        if chosen == len(offered):
            diagnosing.offer(library, error, catalog)
            continue
        found = _DOES[offered[chosen]](library, catalog)
        if found is not None:
            return found


def _again(library: Path, _catalog: Catalog) -> Path:
    return library


def _without_journal(library: Path, catalog: Catalog) -> Path | None:
    try:
        leftover.set_aside(library, dt.datetime.now().astimezone())
    except OSError as error:
        _say(catalog.error(_not_set_aside(library, error)), error=True)
        return None
    return library


def _not_set_aside(library: Path, error: OSError) -> UserError:
    return UserError(
        "The journal beside {path} could not be given another name ({reason}). Nothing was changed.",
        path=library,
        reason=reason(error),
    )


def _other(library: Path, _catalog: Catalog) -> Path | None:
    return _chosen(places.existing(None, library))


def _new(library: Path, _catalog: Catalog) -> Path | None:
    return _chosen(places.new(None, library))


def _salvage(library: Path, catalog: Catalog) -> Path | None:
    return _chosen(salvaging.offer(library, catalog))


def _chosen(library: Path | None) -> Path | None:
    if library is not None:
        paths.choose_library(library)
    return library


def _restore(library: Path, catalog: Catalog) -> Path | None:
    """Let a backup be looked into and chosen; what stands in its place is kept beside it."""
    from bulletin_desktop.gui.backup.dialog import BackupsDialog

    prepared: list[Restoring] = []
    dialog = BackupsDialog(library, catalog, is_open=False)
    dialog.prepared.connect(prepared.append)
    dialog.prepared.connect(dialog.accept)
    dialog.exec()
    dialog.deleteLater()
    if not prepared:
        return None
    try:
        kept = prepared[0].carry_out()
    except UserError as error:
        _say(catalog.error(error), error=True)
        return None
    words = QCoreApplication.translate("FirstAid", "The backup was restored.")
    if kept is not None:
        words += QCoreApplication.translate("FirstAid", " The file that was there is kept as {name}.").format(
            name=kept.name
        )
    _say(words, error=False)
    return library


def _say(words: str, error: bool) -> None:
    go_on = QCoreApplication.translate("FirstAid", "Go on")
    MessageDialog(words, go_on, error=error).exec()


_DOES: dict[Way, Deed] = {
    Way.AGAIN: _again,
    Way.WITHOUT_JOURNAL: _without_journal,
    Way.RESTORE: _restore,
    Way.SALVAGE: _salvage,
    Way.OTHER: _other,
    Way.NEW: _new,
}
"""What carries each way out: it returns the library to open, None if the person thought better of it."""

"""What becomes of a library that cannot be opened: what is wrong is said, and the person chooses a way on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.doctor import salvaging
from bulletin_desktop.gui.first_aid import places
from bulletin_desktop.gui.first_aid.dialog import FirstAidDialog, Way, ways
from bulletin_desktop.i18n import Catalog


def next_library(error: UserError, library: Path, catalog: Catalog) -> Path | None:
    """Tell that *library* cannot be opened and why; return the one to open instead, None to open none."""
    offered = [way for way in ways(error) if way in _DOES]
    while True:
        chosen = FirstAidDialog(catalog.error(error), offered).exec()
        if chosen < 0:
            return None
        found = _DOES[offered[chosen]](library, catalog)
        if found is not None:
            return found


def _again(library: Path, _catalog: Catalog) -> Path:
    return library


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


_DOES: dict[Way, Callable[[Path, Catalog], Path | None]] = {
    Way.AGAIN: _again,
    Way.SALVAGE: _salvage,
    Way.OTHER: _other,
    Way.NEW: _new,
}
"""What carries each way out: it returns the library to open, None if the person thought better of it."""

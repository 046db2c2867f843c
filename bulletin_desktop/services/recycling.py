"""Deleting and restoring: each takes the other back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS, Kind, check_not_manuscripts
from bulletin_desktop.services.acts import Changes, Delete, Restore
from bulletin_desktop.services.outline import RECYCLE_BIN


def carry_out(library: Library, act: Delete | Restore, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    return delete(library, act, at) if isinstance(act, Delete) else restore(library, act)


def delete(library: Library, act: Delete, at: dt.datetime) -> Changes:
    """Carry out the act; what is out of sight already is left alone. Raises `UserError` at an unknown id."""
    check_not_manuscripts(*act.ids)
    thrown = library.recycle_bin.throw(act.ids, at, act.places)
    return Changes(_touched(library, thrown), Restore(tuple(reversed(thrown))))


def restore(library: Library, act: Restore) -> Changes:
    """Carry out the act; a node whose parent lies in the bin brings the parent back with it.

    Raises `UserError` at an unknown id, or if an issue's number has been given to another meanwhile.
    """
    check_not_manuscripts(*act.ids)
    back = library.recycle_bin.bring_back(act.ids)[::-1]
    ids = tuple(node_id for node_id, _ in back)
    return Changes(_touched(library, ids), Delete(ids, tuple(place for _, place in back)))


def _touched(library: Library, node_ids: Iterable[str]) -> frozenset[str]:
    """The nodes, their parents, their issues (counted anew) and the bin; nothing if nothing moved."""
    touched: set[str] = set()
    for node_id in node_ids:
        touched.update((RECYCLE_BIN, node_id))
        above: str | None = library.recycle_bin.parent(node_id)
        while above is not None:
            touched.add(above)
            if above == MANUSCRIPTS or library.recycle_bin.kind(above) is Kind.ISSUE:
                library.issues.recount(above)
                break
            above = library.recycle_bin.parent(above)
    return frozenset(touched)

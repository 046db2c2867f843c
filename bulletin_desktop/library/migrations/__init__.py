"""The tables, as numbered migrations that only add: a module each.

The tree's tables (publications, issues, sections, articles) hold no bodies, so that an outline reads
few pages. Nodes in the recycle bin have `deleted_at`; positions count the others, from 0 without gaps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bulletin_desktop.library.migrations import (
    v01_tree,
    v02_exports,
    v03_pictures,
    v04_templates,
    v05_manuscripts_place,
    v06_habits,
    v07_issue_history,
    v08_manuscript_box,
    v09_exchanged,
    v10_search,
    v11_copies,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]

MIGRATIONS: tuple[Migration, ...] = (
    v01_tree.migrate,
    v02_exports.migrate,
    v03_pictures.migrate,
    v04_templates.migrate,
    v05_manuscripts_place.migrate,
    v06_habits.migrate,
    v07_issue_history.migrate,
    v08_manuscript_box.migrate,
    v09_exchanged.migrate,
    v10_search.migrate,
    v11_copies.migrate,
)

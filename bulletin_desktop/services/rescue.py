"""A library whose file was moved, deleted or replaced while it was open is saved elsewhere.

The open connection still reads what the file held; where it does not, since a stick was pulled out, what is
in memory makes a new library.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import AddArticles, CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS

_COMPANIONS = (".window.ini",)  # what the window remembers, by `gui.memory`


def place(library: Path, otherwise: Path, word: str, now: dt.datetime) -> Path:
    """Return a free name for what is saved: in the library's folder, or in *otherwise* if that is closed."""
    folder = library.parent if _takes_files(library.parent) else otherwise
    stem = f"{library.stem}-{word}-{now:%Y%m%d-%H%M%S}"
    names = (folder / f"{stem}{suffix}{library.suffix}" for suffix in ("", *(f"-{n}" for n in range(2, 99))))
    return next(name for name in names if not name.exists())


def _takes_files(folder: Path) -> bool:
    probe = folder / f".{new_id()}.probe"
    try:
        probe.touch(exist_ok=False)
    except OSError:
        return False
    with contextlib.suppress(OSError):
        probe.unlink()
    return True


def save_elsewhere(desk: Desk, library: Path, target: Path, open_issue: Issue | None) -> bool:
    """Write all that the open *library* holds to the new file *target*; False if only *open_issue* was left.

    Raises `UserError` or OSError if *target* cannot be written; nothing is then there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    made = target.with_name(f".{target.name}.{os.getpid()}.new")
    whole = True
    try:
        try:
            desk.copy_library(made, lambda: None)
        except (sqlite3.Error, OSError):
            made.unlink(missing_ok=True)
            whole = False
            _from_memory(made, open_issue)
        made.rename(target)
    finally:
        made.unlink(missing_ok=True)
    for ending in _COMPANIONS:
        with contextlib.suppress(OSError):
            shutil.copyfile(library.with_name(library.stem + ending), target.with_name(target.stem + ending))
    return whole


def _from_memory(target: Path, issue: Issue | None) -> None:
    with Library.open(target) as library:
        desk = Desk(library)
        if issue is None:
            return
        if issue.id == MANUSCRIPTS:
            desk.apply(AddArticles(MANUSCRIPTS, tuple(issue.articles()), 0))
            return
        publication = new_id()
        desk.apply(CreatePublication(publication, issue.publication))
        desk.apply(CreateIssue(publication, issue))


def add_unsaved(target: Path, articles: Iterable[Article]) -> None:
    """Save in the rescued library what was typed since; an article it does not have becomes a manuscript."""
    with Library.open(target) as library:
        desk = Desk(library)
        for article in articles:
            try:
                desk.article(article.id)
            except UserError:
                desk.apply(AddArticles(MANUSCRIPTS, (article,), 0))
            else:
                desk.apply(SaveArticle(article))

"""Examining a library's file that nobody has open, and saving what is whole of it into a new one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library import doctor
from bulletin_desktop.library import salvage as salvaging
from bulletin_desktop.library.checks.trouble import Finding, Kind
from bulletin_desktop.library.doctor import Report
from bulletin_desktop.library.lock import LibraryLock
from bulletin_desktop.library.salvage import Kept, Salvaged

__all__ = ["WORDS", "Finding", "Kept", "Kind", "Progress", "Report", "Salvaged", "examine", "said", "salvage"]

Progress = Callable[[int, int], object]

WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.HEADER: QT_TRANSLATE_NOOP("Doctor", "The beginning of the file is damaged"),
        Kind.CUT: QT_TRANSLATE_NOOP("Doctor", "The end of the file is missing"),
        Kind.UNREADABLE: QT_TRANSLATE_NOOP("Doctor", "The disk cannot read a part of the file"),
        Kind.JOURNAL: QT_TRANSLATE_NOOP(
            "Doctor", "The journal beside the file, with the last saves, is damaged"
        ),
        Kind.TORN: QT_TRANSLATE_NOOP("Doctor", "The journal beside the file ends in the middle of a save"),
        Kind.PAGES: QT_TRANSLATE_NOOP("Doctor", "Pages of the file are damaged: {what}"),
        Kind.ARTICLE: QT_TRANSLATE_NOOP("Doctor", "Text of the article “{what}”"),
        Kind.ARTICLE_ROW: QT_TRANSLATE_NOOP("Doctor", "Line in the tree of the article “{what}”"),
        Kind.REVISION: QT_TRANSLATE_NOOP("Doctor", "A version of the article “{what}”"),
        Kind.PUBLICATION: QT_TRANSLATE_NOOP("Doctor", "Publication “{what}”"),
        Kind.ISSUE: QT_TRANSLATE_NOOP("Doctor", "Issue “{what}”"),
        Kind.HEAD: QT_TRANSLATE_NOOP("Doctor", "Masthead and imprint of “{what}”"),
        Kind.HISTORY: QT_TRANSLATE_NOOP("Doctor", "An entry in the history of “{what}”"),
        Kind.SECTION: QT_TRANSLATE_NOOP("Doctor", "Section “{what}”"),
        Kind.PICTURE: QT_TRANSLATE_NOOP("Doctor", "A picture: {what}"),
        Kind.ORIGINAL: QT_TRANSLATE_NOOP("Doctor", "Original file “{what}”"),
        Kind.EXPORT: QT_TRANSLATE_NOOP("Doctor", "What was kept of the exported file “{what}”"),
        Kind.LOOK: QT_TRANSLATE_NOOP("Doctor", "The template an exported issue was set by: “{what}”"),
        Kind.TEMPLATE: QT_TRANSLATE_NOOP("Doctor", "Template “{what}”"),
        Kind.SETTINGS: QT_TRANSLATE_NOOP("Doctor", "Settings of the intake of manuscripts"),
        Kind.MANUSCRIPT: QT_TRANSLATE_NOOP("Doctor", "Entry in the register of manuscripts: “{what}”"),
        Kind.RECIPIENTS: QT_TRANSLATE_NOOP("Doctor", "Mailing lists of a publication"),
        Kind.BIN: QT_TRANSLATE_NOOP("Doctor", "An entry of the recycle bin"),
        Kind.LINK: QT_TRANSLATE_NOOP("Doctor", "A record that belongs to nothing: {what}"),
        Kind.ORDER: QT_TRANSLATE_NOOP("Doctor", "The order of articles or sections"),
        Kind.COUNT: QT_TRANSLATE_NOOP("Doctor", "The counts of an issue"),
        Kind.INDEX: QT_TRANSLATE_NOOP("Doctor", "The index of the search"),
    }
)
"""What a finding is about, in words."""


def examine(path: Path, progress: Progress) -> Report:
    """Examine the library at *path* without changing anything. See `library.doctor.examine`.

    Raises `UserError` too if a program has it open.
    """
    with _alone(path):
        return doctor.examine(path, progress)


def salvage(path: Path, target: Path, progress: Progress) -> Salvaged:
    """Save what is whole of the library at *path* into the new file *target*. See `library.salvage.salvage`.

    Raises `UserError` too if a program has it open.
    """
    with _alone(path):
        return salvaging.salvage(path, target, progress)


def said(finding: Finding, words: Callable[[str], str]) -> str:
    """Return a finding on one line; *words* translates its source text."""
    line = words(WORDS[finding.kind]).format(what=finding.what)
    return f"{line} · {finding.where}" if finding.where else line


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other programs out; where nobody can write, there is nobody to keep out."""
    if not path.exists() or not os.access(path.parent, os.W_OK):
        yield
        return
    lock = LibraryLock.take(path.absolute())
    try:
        yield
    finally:
        lock.release()

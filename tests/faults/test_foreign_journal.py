"""A journal beside a library: its own is played in, another's is not."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Paragraph, Role, Span
from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.gui.first_aid.flow import next_library
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.faults.places import program, said
from tests.faults.test_first_aid import answer
from tests.library.fault_child import one_article


def grow(library: Path, count: int) -> None:
    """Save a long article a few times, as days of work do."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        for number in range(count):
            text = f"第{number}段 {os.urandom(9000).hex()}"
            block = Paragraph(new_id(), Role.BODY, (Span(text),))
            desk.apply(SaveArticle(replace(one_article(desk), blocks=(block,)), apart=True))


def crash(library: Path) -> Path:
    """End in the middle: the journal that is left holds the headline 崩溃前."""
    with program("save_and_die", library) as process:
        said(process)
    return library.with_name(library.name + "-wal")


def put_in_place(backup: Path, library: Path) -> None:
    """As a person does in the file manager, a while after the crash; the journal stays where it was."""
    library.unlink()
    shutil.copy2(backup, library)
    os.utime(library.with_name(library.name + "-wal"), (time.time() - 60, time.time() - 60))


def refused(library: Path) -> LibraryError:
    before = {each.name: each.read_bytes() for each in library.parent.glob("library.db*")}
    before.pop("library.db.lock", None)  # of the program that died
    with pytest.raises(LibraryError, match="is not its own") as caught:
        Library.open(library)
    assert caught.value.fault is Fault.FOREIGN_JOURNAL
    assert {each.name: each.read_bytes() for each in library.parent.iterdir()} == before
    return caught.value


def test_the_journal_of_the_file_that_was_there_before_is_not_played_into_a_backup(
    library: Path, tmp_path: Path
) -> None:
    backup = Path(shutil.copy(library, tmp_path / "backup.db"))
    grow(library, 12)
    crash(library)
    put_in_place(backup, library)
    refused(library)


def test_the_journal_of_another_library_is_not_played_in(library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library.open(other) as opened:
        one_article(Desk(opened))
    grow(other, 3)
    journal = crash(other)
    grow(library, 8)
    shutil.move(journal, library.with_name("library.db-wal"))
    os.utime(library.with_name("library.db-wal"), (time.time() - 60, time.time() - 60))
    refused(library)


def test_a_librarys_own_journal_that_was_copied_with_it_is_played_in(library: Path, tmp_path: Path) -> None:
    journal = crash(library)
    for file in (journal, library):  # the journal first: it is the older one then
        shutil.copy(file, tmp_path)
        time.sleep(0.01)
    os.utime(tmp_path / journal.name, (time.time() - 60, time.time() - 60))
    with Library.open(tmp_path / library.name) as opened:
        assert one_article(Desk(opened)).title == "崩溃前"


def test_without_the_foreign_journal_the_library_opens_and_the_journal_is_kept(
    library: Path, tmp_path: Path, qapp: QApplication, qtbot: object
) -> None:
    backup = Path(shutil.copy(library, tmp_path / "backup.db"))
    grow(library, 12)
    journal = crash(library)
    put_in_place(backup, library)
    content = journal.read_bytes()
    told = answer(Qt.Key.Key_Return, qtbot=qtbot)
    assert next_library(refused(library), library, Catalog.load("en")) == library
    assert told[1] == "Open it without this journal"
    with Library.open(library) as opened:
        assert one_article(Desk(opened)).title == "标题"
    (kept,) = library.parent.glob("library.db-wal.set-aside-*")
    assert kept.read_bytes() == content

"""The dialog of backups: what a person sees of them, and the way back through the open window."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.backup import rows
from bulletin_desktop.gui.backup.dialog import BackupsDialog
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, backup_settings, backups, restoring
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS

WAIT = 15_000


def article(title: str, text: str = "正文") -> Article:
    return Article(new_id(), (title,), blocks=(Paragraph(new_id(), Role.BODY, (Span(text),)),))


def back_up(library: Path) -> Path:
    with Library.open(library) as opened:
        making = backups.Making(library)
        making.copy(Desk(opened))
        return making.finish().info.path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two backups: one of two manuscripts, one of these and a third."""
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        first, second = article("水库除险加固"), article("春耕备耕")
        Desk(opened).apply(acts.AddArticles(MANUSCRIPTS, (first, second), 0))
    back_up(library)
    with Library.open(library) as opened:
        Desk(opened).apply(acts.AddArticles(MANUSCRIPTS, (article("夜校开班"),), 0))
        Desk(opened).apply(acts.SaveArticle(replace(first, kicker="三县联动")))
    back_up(library)
    return library


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, library: Path) -> Iterator[BackupsDialog]:
    dialog = BackupsDialog(library, Catalog.load(ENGLISH))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.backups.topLevelItemCount() == 2, timeout=WAIT)
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def texts(dialog: BackupsDialog, column: int) -> list[str]:
    return [
        dialog.backups.topLevelItem(nth).text(column) for nth in range(dialog.backups.topLevelItemCount())
    ]


def choose(dialog: BackupsDialog, nth: int) -> None:
    dialog.backups.setCurrentItem(dialog.backups.topLevelItem(nth))


def test_backups_are_listed_the_newest_first_and_checked_when_they_are_looked_at(
    dialog: BackupsDialog, qtbot: QtBot
) -> None:
    assert texts(dialog, rows.ARTICLES) == ["3", "2"]
    assert texts(dialog, rows.PLACE) == ["Beside the library"] * 2
    qtbot.waitUntil(lambda: dialog.state.text() == "Checked: every text in it is whole.", timeout=WAIT)
    box = dialog.contents.topLevelItem(0)
    assert box.isExpanded()
    assert {box.child(nth).text(0) for nth in range(box.childCount())} == {
        "水库除险加固",
        "春耕备耕",
        "夜校开班",
    }


def test_it_says_what_restoring_would_change(dialog: BackupsDialog, library: Path, qtbot: QtBot) -> None:
    with Library.open(library) as opened:
        dialog.set_stands(Desk(opened).stands())
    qtbot.waitUntil(lambda: dialog.difference.text().startswith("Its articles are those"), timeout=WAIT)
    choose(dialog, 1)
    qtbot.waitUntil(lambda: "came later" in dialog.difference.text(), timeout=WAIT)
    assert dialog.difference.text().splitlines() == [
        "1 articles came later and are not in it: “夜校开班”",
        "1 articles were changed since: “水库除险加固”",
    ]


def test_a_damaged_backup_is_named_so_and_cannot_be_restored(library: Path, qtbot: QtBot) -> None:
    older = backups.kept(library)[1].path
    older.write_bytes(older.read_bytes()[:20_000])
    dialog = BackupsDialog(library, Catalog.load(ENGLISH))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.backups.topLevelItemCount() == 2, timeout=WAIT)
    assert texts(dialog, rows.ARTICLES)[1] == "damaged"
    choose(dialog, 1)
    assert "is damaged" in dialog.state.text()
    assert not dialog.restore.isEnabled()
    dialog.reject()
    dialog.deleteLater()


def test_damage_that_only_reading_all_of_it_shows_is_found(dialog: BackupsDialog, qtbot: QtBot) -> None:
    path = dialog.backups.topLevelItem(1).data(rows.WHEN, rows.INFO_ROLE).path
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = replace(json, '正文', '改文') WHERE article_nr = 1")
    choose(dialog, 1)
    qtbot.waitUntil(lambda: "1 texts in it are damaged" in dialog.state.text(), timeout=WAIT)
    assert dialog.restore.isEnabled()  # the rest of it may be what is wanted


def test_a_file_from_elsewhere_is_looked_into_or_refused(
    dialog: BackupsDialog, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "信.db"
    letter.write_bytes(os.urandom(9000))
    dialog.add(letter)
    qtbot.waitUntil(lambda: "is no backup of a library" in dialog.state.text(), timeout=WAIT)
    assert not dialog.restore.isEnabled()
    elsewhere = tmp_path / "别处.db"
    elsewhere.write_bytes(backups.kept(library)[1].path.read_bytes())
    dialog.add(elsewhere)
    qtbot.waitUntil(lambda: dialog.state.text() == "Checked: every text in it is whole.", timeout=WAIT)
    assert dialog.restore.isEnabled()


def test_the_second_place_is_tried_before_it_is_taken(
    dialog: BackupsDialog, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.set_second(tmp_path / "没有")
    assert "it is not there" in dialog.settings_note.text()
    assert backup_settings.load(library).second is None
    dialog.set_second(library.parent / "backups")
    assert "are kept already" in dialog.settings_note.text()
    stick = tmp_path / "U盘"
    stick.mkdir()
    with qtbot.waitSignal(dialog.settings_changed):
        dialog.set_second(stick)
    assert dialog.second.text() == str(stick)
    assert backup_settings.load(library).second == stick
    dialog.no_second.click()
    assert backup_settings.load(library).second is None


def test_the_room_that_is_chosen_is_kept(dialog: BackupsDialog, library: Path, qtbot: QtBot) -> None:
    dialog.limit.setFocus()
    qtbot.keyClick(dialog.limit, Qt.Key.Key_Down)
    assert backup_settings.load(library).limit == dialog.limit.currentData() == 10 * 10**9


def test_leaving_while_a_backup_is_prepared_leaves_nothing_behind(
    dialog: BackupsDialog, library: Path, qtbot: QtBot
) -> None:
    before = library.read_bytes()
    dialog.restore.click()
    qtbot.waitUntil(lambda: dialog.restore.text() == "Restore and open again", timeout=WAIT)
    assert library.read_bytes() == before
    dialog.reject()
    assert not list(library.parent.glob(".*"))


def test_restoring_without_a_window(dialog: BackupsDialog, library: Path, qtbot: QtBot) -> None:
    choose(dialog, 1)
    dialog.restore.click()
    qtbot.waitUntil(lambda: dialog.restore.text() == "Restore and open again", timeout=WAIT)
    with qtbot.waitSignal(dialog.prepared) as caught:
        dialog.restore.click()
    prepared: restoring.Restoring = caught.args[0]
    kept = prepared.carry_out()
    assert kept is not None
    assert backups.look(library).articles == 2
    assert backups.look(kept).articles == 3

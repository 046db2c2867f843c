"""The list of versions as Qt sees it: rows come on top, none loses its place, figures come when asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.history.entries import Entry
from bulletin_desktop.gui.history.model import ENTRY_ROLE, FIGURES_ROLE, EntriesModel
from bulletin_desktop.gui.history.rows import EntryDelegate

AT = dt.datetime(2024, 3, 1, 9, 0).astimezone()


def entry(revision: int, name: str = "", said: str = "4 characters") -> Entry:
    return Entry(revision, AT, name, said, True)


def entries(*revisions: int) -> tuple[Entry, ...]:
    return tuple(entry(revision) for revision in revisions)


@pytest.fixture
def model(qapp: object) -> EntriesModel:
    model = EntriesModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def test_new_versions_come_on_top_and_no_row_loses_its_place(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows(entries(2, 1))
    kept = QPersistentModelIndex(model.index(0))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(entries(4, 3, 2, 1))
    assert (kept.row(), model.data(model.index(kept.row()), ENTRY_ROLE).revision) == (2, 2)


def test_a_version_that_went_on_is_told_alone(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows(entries(2, 1))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows((entry(2, said="9 characters"), entry(1)))
    assert [index.row() for index in told.args[:2]] == [0, 0]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_rows((entry(2, said="9 characters"), entry(1)))


def test_other_versions_are_another_list(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows(entries(2))
    for others in ((3,), (5, 4), (9, 8, 7), (9, 6, 7)):
        with qtbot.waitSignal(model.modelReset):
            model.set_rows(entries(*others))
    assert model.row_of(7) == 2
    assert model.row_of(8) == -1


def test_figures_are_asked_for_once_and_only_where_somebody_looks(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows(entries(*range(100, 0, -1)))
    with qtbot.waitSignal(model.figures_wanted) as asked:
        assert model.data(model.index(3), FIGURES_ROLE) is None
    assert asked.args == [(97,)]
    with qtbot.assertNotEmitted(model.figures_wanted, wait=50):
        model.data(model.index(3), FIGURES_ROLE)
    model.set_figures({97: (12, 3)})
    assert model.data(model.index(3), FIGURES_ROLE) == (12, 3)


def test_a_version_that_went_on_has_new_figures(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows(entries(2, 1))
    model.set_figures({2: (1, 0), 1: (4, 0)})
    model.set_rows((entry(2, said="9 characters"), entry(1)))
    assert model.data(model.index(1), FIGURES_ROLE) == (4, 0)
    with qtbot.waitSignal(model.figures_wanted):
        assert model.data(model.index(0), FIGURES_ROLE) is None


def test_a_name_is_passed_on_without_needless_spaces(model: EntriesModel, qtbot: QtBot) -> None:
    model.set_rows((entry(1, name="送审稿"),))
    with qtbot.waitSignal(model.named) as told:
        model.setData(model.index(0), " 二次  送审 ", Qt.ItemDataRole.EditRole)
    assert told.args == [1, "二次 送审"]
    with qtbot.assertNotEmitted(model.named):
        model.setData(model.index(0), "送审稿", Qt.ItemDataRole.EditRole)


def test_a_screen_reader_hears_time_name_and_length(model: EntriesModel) -> None:
    model.set_rows((entry(1, name="送审稿"),))
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("送审稿, 4 characters")


def test_ten_thousand_versions_ask_for_the_figures_of_what_is_seen(model: EntriesModel, qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setUniformItemSizes(True)
    view.setItemDelegate(EntryDelegate(view))
    view.setModel(model)
    asked: list[int] = []
    model.figures_wanted.connect(asked.extend)
    model.set_rows(entries(*range(10_000, 0, -1)))
    view.resize(260, 300)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    assert set(asked) <= set(range(9_980, 10_001))

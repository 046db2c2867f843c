"""The register's model by itself: what it shows, lets through and sorts, and that nothing loses its place."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.register.model import ROW, RegisterModel
from bulletin_desktop.gui.register.sieve import Period, Sieve, split
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.services.register import ManuscriptState, Used
from tests.gui.register.rows import NOW, row, rows

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp: object) -> Iterator[RegisterModel]:
    """An empty register, watched for every rule a model has."""
    model = RegisterModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()
    model.deleteLater()


def ids(model: RegisterModel) -> list[str]:
    return [each.article_id for each in model.shown]


def column(model: RegisterModel, of: Column) -> list[str]:
    return [model.index(nth, of).data() for nth in range(model.rowCount())]


def test_the_latest_stand_first(model: RegisterModel) -> None:
    model.set_rows([*reversed([*rows(5)])])
    assert ids(model) == [f"article-{nth}" for nth in range(5)]
    assert model.index(0, Column.TITLE).data(ROW) == row(0)


def test_chinese_is_sorted_by_pinyin_and_what_is_empty_comes_last_either_way(model: RegisterModel) -> None:
    names = ("张庄镇", "安溪县政协", "", "北川区信息科", "云溪市农业局", "陈塘街道办")
    model.set_rows([row(nth, contributor=name) for nth, name in enumerate(names)])
    model.sort(Column.CONTRIBUTOR, UP)
    ordered = ["安溪县政协", "北川区信息科", "陈塘街道办", "云溪市农业局", "张庄镇", ""]
    assert column(model, Column.CONTRIBUTOR) == ordered
    model.sort(Column.CONTRIBUTOR, DOWN)
    assert column(model, Column.CONTRIBUTOR) == [*reversed(ordered[:-1]), ""]


def test_issues_are_sorted_as_they_follow_each_other(model: RegisterModel) -> None:
    used = [Used("简报", year, False, number, "x") for year, number in ((2026, 10), (2025, 30), (2026, 9))]
    model.set_rows([row(nth, state=ManuscriptState.USED, used=each) for nth, each in enumerate(used)])
    model.sort(Column.USED_IN, UP)
    assert column(model, Column.USED_IN) == ["简报 2025年第30期", "简报 2026年第9期", "简报 2026年第10期"]


@pytest.mark.parametrize("of", Column)
def test_every_column_sorts_up_and_down(model: RegisterModel, of: Column) -> None:
    model.set_rows([*rows(60)])
    model.sort(of, UP)
    up = [text for text in column(model, of) if text]
    model.sort(of, DOWN)
    down = [text for text in column(model, of) if text]
    assert sorted(up) == sorted(down)
    assert up[0] == down[-1]
    assert up[-1] == down[0]


def test_every_word_must_stand_somewhere_in_the_row(model: RegisterModel) -> None:
    model.set_rows([*rows(60)])
    model.sift(Sieve(split("张庄 阿依  第29项")))
    assert column(model, Column.TITLE) == ["关于第29项民生实事办理情况的报告"]
    model.sift(Sieve(split("DOCX 来稿31")))
    assert ids(model) == ["article-31"]
    model.sift(Sieve(split("没有这样的")))
    assert ids(model) == []


def test_states_are_counted_among_what_words_and_time_let_through(model: RegisterModel) -> None:
    model.set_rows([*rows(40)])
    model.sift(Sieve(states=frozenset({ManuscriptState.WAITING})))
    assert model.rowCount() == 10
    assert set(model.counts.values()) == {10}
    model.sift(Sieve(split("安溪"), frozenset({ManuscriptState.WAITING})))
    assert model.counts.total() == 7
    assert model.rowCount() == model.counts[ManuscriptState.WAITING]


def test_weeks_begin_on_monday(model: RegisterModel) -> None:
    friday = NOW
    model.set_rows([*rows(24 * 40)])
    model.sift(Sieve(since=Period.WEEK.since(friday)))
    assert min(each.received for each in model.shown).date().isoformat() == "2026-11-23"
    model.sift(Sieve(since=Period.MONTH.since(friday)))
    assert min(each.received for each in model.shown).date().isoformat() == "2026-11-01"
    assert Period.YEAR.since(friday).isoformat() == "2026-01-01T00:00:00+00:00"
    assert Period.ALL.since(friday) is None


def test_what_changes_keeps_its_place_in_the_view(model: RegisterModel) -> None:
    model.set_rows([*rows(20)])
    kept = {nth: QPersistentModelIndex(model.index(nth, 0)) for nth in (3, 9, 15)}
    changed = [*rows(20)]
    changed[9] = changed[9]._replace(author="另一位", received=NOW)
    del changed[3:6]
    model.set_rows([row(100, received=NOW), *changed])
    assert not kept[3].isValid()
    assert kept[9].data(ROW).author == "另一位"
    assert kept[15].data(ROW).article_id == "article-15"


@pytest.mark.parametrize(("seed", "count"), [*((seed, 16) for seed in range(6)), (7, 150)])
def test_any_change_ends_in_what_was_given(model: RegisterModel, seed: int, count: int) -> None:
    chance = random.Random(seed)
    everything = [*rows(count)]
    for _ in range(6 if count < 100 else 2):
        some = chance.sample(everything, chance.randrange(len(everything)))
        some = [
            each._replace(author=chance.choice("甲乙丙")) if chance.random() < 0.3 else each for each in some
        ]
        model.set_rows(some)
        model.sort(chance.choice([*Column]), chance.choice((UP, DOWN)))
        assert set(model.shown) == set(some)
        for nth, each in enumerate(model.shown):
            assert model.row_of(each.article_id) == nth


def test_what_is_written_shows_at_once_and_is_asked_for(model: RegisterModel, qtbot: QtBot) -> None:
    model.set_rows([*rows(3)])
    index = model.index(1, Column.CONTRIBUTOR)
    with qtbot.waitSignal(model.edited) as told:
        assert model.setData(index, " 云溪市\n教育局 ")
    assert told.args == ["article-1", Column.CONTRIBUTOR, "云溪市 教育局"]
    assert index.data() == "云溪市 教育局"
    assert not model.setData(index, "云溪市 教育局")
    assert not model.setData(model.index(1, Column.TITLE), "别的")


def test_what_is_typed_in_an_article_shows_without_reading_the_list(model: RegisterModel) -> None:
    model.set_rows([*rows(3)])
    model.note_text("article-2", "新的标题", 12)
    assert (model.index(2, Column.TITLE).data(), model.index(2, Column.CHARACTERS).data()) == (
        "新的标题",
        "12",
    )
    model.note_text("nobody", "x", 1)
    assert model.rowCount() == 3


def test_rows_travel_as_those_of_the_tree_do(model: RegisterModel) -> None:
    model.set_rows([*rows(5)])
    data = model.mimeData([model.index(nth, of) for nth in (3, 1) for of in Column])
    assert mime.unpacked(data).articles == ("article-1", "article-3")

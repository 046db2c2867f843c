"""In quiet moments the library learns its texts, those of an earlier version too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.document.sketch import sketch
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.gui import quiet_work
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.search_index import RECENT
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from tests.library.older import make_older


def article(number: int) -> Article:
    text = f"第{number}件小事是镇上的人在桥头说的，说的是{number * 37}块青石板和{number * 91}棵柳树的来历。"
    return Article(new_id(), (f"第{number}件小事",), blocks=(Paragraph(new_id(), Role.BODY, (Span(text),)),))


def known(desk: Desk, *articles: Article) -> bool:
    likely = [desk.resembling(sketch(plain_text(each)), 1) for each in articles]
    return [place.article_id for places in likely for place in places] == [each.id for each in articles]


def test_the_window_lets_it_learn_step_by_step(
    open_window: Callable[[], MainWindow], library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet_work, "QUIET", 10)
    monkeypatch.setattr(quiet_work, "PAUSE", 1)
    old = tuple(article(number) for number in range(25))
    with Library.open(library) as opened:
        Desk(opened).apply(acts.AddArticles(MANUSCRIPTS, old, 0))
    make_older(library, 7)
    window = open_window()
    qtbot.waitUntil(lambda: window.backend.wait(known, *old), timeout=15_000)
    new = tuple(article(number) for number in range(100, 112))
    window.work.act(acts.AddArticles(MANUSCRIPTS, new, 0), "New articles")
    qtbot.waitUntil(lambda: window.backend.wait(known, *new), timeout=15_000)


def test_texts_of_an_earlier_version_are_indexed_and_many_new_ones(
    open_window: Callable[[], MainWindow], library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet_work, "QUIET", 10)
    monkeypatch.setattr(quiet_work, "PAUSE", 1)
    with Library.open(library) as opened:
        Desk(opened).apply(acts.AddArticles(MANUSCRIPTS, tuple(map(article, range(25))), 0))
    make_older(library, 7)
    window = open_window()
    qtbot.waitUntil(lambda: window.backend.wait(unindexed) == 0, timeout=15_000)
    new = tuple(map(article, range(100, 160)))
    window.work.act(acts.AddArticles(MANUSCRIPTS, new, 0), "New articles")
    qtbot.waitUntil(lambda: 0 < window.backend.wait(unindexed) <= RECENT, timeout=15_000)


def unindexed(desk: Desk) -> int:
    return desk._library.search_index.unindexed()

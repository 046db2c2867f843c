"""What is typed is saved by itself, and kept in memory until the library has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.services import acts, publish
from bulletin_desktop.services.desk import Desk


def body(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph("01J00000000000000000000001", Role.BODY, (Span(text),)),)


class Open:
    """A session with an issue of two articles open."""

    def __init__(self, backend: Backend, qtbot: QtBot) -> None:
        self.backend, self.qtbot = backend, qtbot
        self.articles = tuple(Article(new_id(), (f"标题{n}",)) for n in range(2))
        self.issue = self.make_issue(1, self.articles)
        publication = new_id()
        backend.wait(lambda desk: desk.apply(acts.CreatePublication(publication, "简报")))
        backend.wait(lambda desk: desk.apply(acts.CreateIssue(publication, self.issue)))
        measures = QtMeasures()
        self.session = IssueSession(backend, lambda template: publish.typesetter(template, measures))
        with qtbot.waitSignal(self.session.laid_out):
            self.session.open(self.issue.id)

    def make_issue(self, number: int, articles: tuple[Article, ...]) -> Issue:
        section = Section(new_id(), "", articles)
        return Issue(
            new_id(), "简报", 2026, number, dt.date(2026, 2, 3), Masthead("简报"), sections=(section,)
        )

    def type(self, text: str) -> Article:
        article = replace(self.articles[0], blocks=body(text))
        self.session.edit(article)
        return article

    def stored(self) -> Article:
        return self.backend.wait(lambda desk: desk.article(self.articles[0].id))


@pytest.fixture
def opened(backend: Backend, qtbot: QtBot) -> Iterator[Open]:
    opened = Open(backend, qtbot)
    yield opened
    opened.session.shut_down()


def test_typing_is_saved_by_itself(opened: Open, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.saved):
        typed = opened.type("会议强调")
        assert opened.session.unsaved
    assert opened.stored() == typed
    assert not opened.session.unsaved


def test_typing_without_a_pause_is_saved_on_the_way(opened: Open, qtbot: QtBot) -> None:
    texts = iter(range(1000))
    with qtbot.waitSignal(opened.session.saved, timeout=5000) as saved:
        while not saved.signal_triggered:
            opened.type(f"第{next(texts)}次按键")
            qtbot.wait(50)
    assert opened.stored().blocks


def test_another_issue_saves_the_first(opened: Open, qtbot: QtBot) -> None:
    typed = opened.type("换期之前")
    opened.session.close()
    assert opened.stored() == typed


def test_pages_follow_what_is_typed(opened: Open, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.laid_out) as laid_out:
        opened.type("独一无二的一句话")
    texts = [placed.item.text for placed in laid_out.args[0].placed]
    assert "独一无二的一句话" in texts


def test_several_edits_in_one_turn_are_laid_out_once(opened: Open, qtbot: QtBot) -> None:
    seen: list[object] = []
    opened.session.laid_out.connect(seen.append)
    for text in ("一", "一二", "一二三"):
        opened.type(text)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(50)
    assert len(seen) == 1


def test_a_failed_save_keeps_the_text_and_tries_again(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_desk: Desk, _act: acts.Act) -> None:
        raise UserError("The disk is full.")

    opened.session._retry.setInterval(50)
    with monkeypatch.context() as broken:
        broken.setattr(Desk, "apply", full)
        with qtbot.waitSignal(opened.session.save_failed):
            typed = opened.type("磁盘满了")
        assert opened.session.unsaved
        assert opened.session.article(typed.id) == typed
    with qtbot.waitSignal(opened.session.saved):
        pass
    assert opened.stored() == typed


def test_text_typed_while_a_save_is_under_way_is_saved_too(opened: Open, qtbot: QtBot) -> None:
    opened.type("先")
    opened.session.flush()
    last = opened.type("先后")
    with qtbot.waitSignal(opened.session.saved):
        pass
    assert opened.stored() == last


def test_reading_anew_keeps_what_is_not_saved_yet(opened: Open, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.opened):
        opened.session.reload()
        typed = opened.type("读的时候打的字")
    assert opened.session.article(typed.id) == typed


def test_an_export_waits_for_the_pages_of_what_is_on_the_screen(opened: Open, qtbot: QtBot) -> None:
    got: list[tuple[Issue, object]] = []
    opened.type("刚打的字")
    opened.session.when_laid_out(lambda issue, layout: got.append((issue, layout)))
    assert not got
    qtbot.waitUntil(lambda: bool(got))
    issue, layout = got[0]
    assert issue is opened.session.issue
    assert any(placed.item.text == "刚打的字" for placed in layout.placed)


def test_what_is_typed_in_an_article_that_is_deleted_meanwhile_is_kept(opened: Open, qtbot: QtBot) -> None:
    opened.backend.submit(lambda desk: desk.apply(acts.Delete((opened.articles[0].id,))))
    with qtbot.waitSignal(opened.session.opened):
        opened.session.reload()
        typed = opened.type("删除之后又打的字")
    qtbot.waitUntil(lambda: not opened.session.unsaved)
    assert opened.stored() == typed


def test_what_is_handed_over_after_the_issue_was_left_is_kept(opened: Open, qtbot: QtBot) -> None:
    opened.session.close()
    typed = opened.type("换期那一刻打的字")
    qtbot.waitUntil(lambda: not opened.session.unsaved)
    assert opened.stored() == typed


def test_an_issue_that_cannot_be_read_does_not_stop_the_next(opened: Open, qtbot: QtBot) -> None:
    told: list[object] = []
    opened.session.failed.connect(told.append)
    with qtbot.waitSignal(opened.session.opened) as shown:
        opened.session.open(new_id())
        opened.session.open(opened.issue.id)
    assert shown.args[0].id == opened.issue.id
    assert isinstance(told[0], UserError)


def test_after_a_failed_opening_the_open_issue_is_still_read_anew(opened: Open, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.failed):
        opened.session.open(new_id())
    with qtbot.waitSignal(opened.session.opened) as shown:
        opened.session.reload()
    assert shown.args[0].id == opened.issue.id


def test_what_waits_for_the_pages_of_one_issue_never_gets_another(opened: Open, qtbot: QtBot) -> None:
    other = opened.make_issue(2, (Article(new_id(), ("另一期",)),))
    publication = opened.backend.wait(lambda desk: desk.outline().publications[0].id)
    opened.backend.wait(lambda desk: desk.apply(acts.CreateIssue(publication, other)))
    got: list[Issue] = []
    opened.session._away = 1  # the pages of the first are being made in their own thread
    opened.type("还没有排版")
    opened.session.when_laid_out(lambda issue, _layout: got.append(issue))
    with qtbot.waitSignal(opened.session.opened):
        opened.session.open(other.id)
    opened.session._away = 0
    with qtbot.waitSignal(opened.session.laid_out):
        opened.session.when_laid_out(lambda issue, _layout: None)
    assert got == []


def test_what_no_document_may_hold_is_told_once_and_not_tried_by_itself(opened: Open, qtbot: QtBot) -> None:
    told: list[object] = []
    opened.session.save_failed.connect(told.append)
    for text in ("坏\x00字", "坏\x00字了"):
        opened.type(text)
        opened.session.flush()
        opened.backend.wait(lambda _desk: None)
        qtbot.wait(20)
    assert [type(error) for error in told] == [IllegalDocument]
    assert not opened.session._retry.isActive()
    assert opened.session.unsaved
    typed = opened.type("好字")
    qtbot.waitUntil(lambda: not opened.session.unsaved)
    assert opened.stored() == typed
    opened.type("又坏\x00了")
    qtbot.waitUntil(lambda: len(told) == 2)

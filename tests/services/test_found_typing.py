"""What a breakdown kept from being saved is found again, and nothing newer is overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import typing_journal
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.reading import Hindrance
from bulletin_desktop.library.typing_journal import TypingJournal
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.found_typing import Fate, Found
from bulletin_desktop.services.outline import MANUSCRIPTS

NAME = "找回的文字"
BLOCK, ARTICLE = new_id(), new_id()


def article(text: str) -> Article:
    return Article(ARTICLE, ("春耕",), blocks=(Paragraph(BLOCK, Role.BODY, (Span(text),)),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def desk(library: Library) -> Desk:
    """A library with one article, “会议。”."""
    desk = Desk(library)
    publication = new_id()
    desk.apply(acts.CreatePublication(publication, "简报"))
    issue = desk.next_issue(publication, dt.date(2024, 3, 1))
    section = Section(new_id(), "", (article("会议。"),))
    desk.apply(acts.CreateIssue(publication, replace(issue, sections=(section,))))
    return desk


@pytest.fixture
def own(library: Library) -> Path:
    return typing_journal.beside(library.path)


def left_behind(own: Path, *texts: str, before: str = "会议。") -> None:
    """A journal as a breakdown leaves it."""
    journal = TypingJournal(own)
    for text in texts:
        journal.typed(article(text), article(before))
    journal.close()


def versions(desk: Desk, article_id: str = ARTICLE) -> list[tuple[str, str]]:
    """Name and text of each, the newest first."""
    found = desk.revisions(article_id)
    texts = ["".join(p.text for p in desk.revision(article_id, each.revision).paragraphs()) for each in found]
    return list(zip([each.name for each in found], texts, strict=True))


def test_the_article_reads_as_it_did_on_the_screen(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强", "会议强调。")
    found = desk.find_typing(NAME)
    assert [(each.title, each.fate, each.deleted) for each in found.texts] == [("春耕", Fate.ARTICLE, False)]
    assert desk.article(ARTICLE) == article("会议强调。")
    assert versions(desk) == [(NAME, "会议强调。"), ("", "会议。")]
    assert not own.exists()
    assert desk.find_typing(NAME) == Found()


def test_a_save_that_came_through_unheard_is_what_the_text_follows(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强", "会议强调", "会议强调。")
    desk.apply(acts.SaveArticle(article("会议强")))
    assert desk.find_typing(NAME).texts[0].fate is Fate.ARTICLE
    assert desk.article(ARTICLE) == article("会议强调。")


def test_what_was_saved_after_all_is_not_told(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强调。")
    desk.apply(acts.SaveArticle(article("会议强调。")))
    before = versions(desk)
    assert desk.find_typing(NAME) == Found()
    assert versions(desk) == before
    assert not own.exists()


def test_a_text_the_library_has_otherwise_is_never_overwritten(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强调。")
    desk.apply(acts.SaveArticle(article("会议由另一个窗口改写。"), apart=True))
    (found,) = desk.find_typing(NAME).texts
    assert found.fate is Fate.VERSION
    assert desk.article(ARTICLE) == article("会议由另一个窗口改写。")
    assert [text for name, text in versions(desk) if name == NAME] == ["会议强调。"]


def test_it_is_not_taken_in_twice(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强调。")
    journal = own.read_bytes()
    desk.apply(acts.SaveArticle(article("改写。"), apart=True))
    desk.find_typing(NAME)
    before = versions(desk)
    own.write_bytes(journal)  # the machine died before the file was removed
    assert desk.find_typing(NAME) == Found()
    assert versions(desk) == before


def test_an_article_the_library_does_not_have_becomes_a_manuscript(desk: Desk, own: Path) -> None:
    stranger = replace(article("来自另一个资料库。"), id=new_id())
    journal = TypingJournal(own)
    journal.typed(stranger, replace(stranger, blocks=()))
    journal.close()
    (found,) = desk.find_typing(NAME).texts
    assert (found.fate, found.issue_id) == (Fate.MANUSCRIPT, MANUSCRIPTS)
    assert desk.article(stranger.id) == stranger
    assert versions(desk, stranger.id) == [(NAME, "来自另一个资料库。")]


def test_a_deleted_article_is_told_as_deleted(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强调。")
    desk.apply(acts.Delete((ARTICLE,)))
    (found,) = desk.find_typing(NAME).texts
    assert found.deleted
    assert desk.article(ARTICLE) == article("会议强调。")
    assert desk.recycled()


def test_a_text_whose_beginning_is_not_known_becomes_a_version(desk: Desk, own: Path) -> None:
    journal = TypingJournal(own)
    journal.typed(article("会议强调。"), None)
    journal.close()
    assert desk.find_typing(NAME).texts[0].fate is Fate.VERSION
    assert desk.article(ARTICLE) == article("会议。")


def test_a_damaged_article_is_mended_by_what_was_typed(desk: Desk, own: Path, library: Library) -> None:
    left_behind(own, "会议强调。")
    with library.writing():
        library._db.execute("UPDATE article_bodies SET json = '{' WHERE article_nr = 1")
    assert desk.find_typing(NAME).texts[0].fate is Fate.ARTICLE
    assert desk.article(ARTICLE) == article("会议强调。")


def test_without_room_the_journal_is_kept_for_the_next_time(
    desk: Desk, own: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(own, "会议强调。")

    def full(*_: object) -> None:
        raise UserError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(library.revisions, "save", full)
        found = desk.find_typing(NAME)
    assert str(found.trouble) == "the disk is full"
    assert [path.name for path in found.kept] == ["library.db.typing.1"]
    assert desk.article(ARTICLE) == article("会议。")
    assert desk.find_typing(NAME).texts[0].fate is Fate.ARTICLE
    assert list(own.parent.glob("*.typing*")) == []


def test_where_the_library_can_only_be_read_the_journal_waits(
    desk: Desk, own: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(own, "会议强调。")
    with monkeypatch.context() as patch:
        patch.setattr(library, "hindrance", Hindrance.FILE)
        assert desk.find_typing(NAME) == Found()
    assert desk.find_typing(NAME).texts


@pytest.mark.parametrize("content", [b"bulletin-desktop typing 2 later\nx\n", b"\xff\xfe letter"])
def test_what_this_version_does_not_read_is_kept_and_told_once(desk: Desk, own: Path, content: bytes) -> None:
    own.write_bytes(content)
    (kept,) = desk.find_typing(NAME).kept
    assert kept.read_bytes() == content
    assert not own.exists()
    assert desk.find_typing(NAME) == Found()
    assert kept.exists()


def test_a_damaged_journal_gives_what_it_has_and_is_kept(desk: Desk, own: Path) -> None:
    left_behind(own, "会议强", "会议强调。", "会议强调春耕。")
    content = own.read_bytes()
    at = content.index("调".encode())
    own.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    found = desk.find_typing(NAME)
    assert desk.article(ARTICLE) == article("会议强")
    assert [path.name for path in found.kept] == ["library.db.typing.damaged.1"]
    desk.apply(acts.SaveArticle(article("会议。"), apart=True))  # the person wants the first text back
    assert desk.find_typing(NAME) == Found()
    assert desk.article(ARTICLE) == article("会议。")


def test_a_clock_set_back_changes_nothing(library: Library, desk: Desk, own: Path) -> None:
    left_behind(own, "会议强调。")
    earlier = Desk(library, lambda: dt.datetime(2001, 1, 1, tzinfo=dt.UTC))
    earlier.find_typing(NAME)
    assert versions(desk) == [(NAME, "会议强调。"), ("", "会议。")]

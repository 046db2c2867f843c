"""Manuscripts that came in: what is known of them, their originals, and what becomes of them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Facts, Recognition
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, manuscripts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS, REGISTER
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState
from tests.library.older import make_older

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
MORNING = dt.datetime(2026, 3, 5, 1, 30, tzinfo=dt.UTC)
FILE = b"the bytes of a file, as it came" * 40
HASH = hashlib.sha256(FILE).hexdigest()


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        yield Desk(library, clock)


@pytest.fixture
def issue(desk: Desk) -> str:
    """Issue 1 of 2026 of 简报."""
    return manuscripts.receiving_issue(desk, dt.date(2026, 3, 29))


def came(titles: str, source: str = "", **facts: str) -> Recognition:
    """A file with an article for each character of *titles*."""
    text = "\n".join(f"{name}县政协召开会议\n{PROSE}" for name in titles)
    return replace(recognise(text, source), origin=HASH if source else "", facts=Facts(**facts))


def row(desk: Desk, name: str = "") -> ManuscriptRow:
    """The one manuscript whose title begins with *name*."""
    (found,) = (each for each in desk.manuscripts() if each.title.startswith(name))
    return found


def first_section(desk: Desk, issue: str) -> str:
    return desk.contents(issue).sections[0].id


def move(desk: Desk, article_id: str, section: str) -> acts.Act:
    return desk.apply(acts.MoveArticles(((article_id, section, 0),))).inverse


def test_a_file_that_came_in_is_kept_with_who_sent_it(desk: Desk) -> None:
    recognition = came("甲", "甲县来稿.docx", contributor="甲县政协", author="段鸣", phone="0719-1234567")
    manuscripts.store(desk, MANUSCRIPTS, recognition, originals={HASH: FILE})
    found = row(desk)
    assert (found.contributor, found.author, found.phone) == ("甲县政协", "段鸣", "0719-1234567")
    assert (found.received, found.state) == (MORNING, ManuscriptState.WAITING)
    assert (found.original, found.file_name, found.used_in) == (HASH, "甲县来稿.docx", "")
    assert desk.original(HASH).content == FILE
    assert desk.original(HASH).name == "甲县来稿.docx"


def test_what_goes_straight_into_an_issue_is_a_manuscript_too(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, issue, came("甲", "甲.docx"), originals={HASH: FILE})
    assert (row(desk).state, row(desk).issue_id) == (ManuscriptState.USED, issue)
    assert row(desk).used_in == "简报 2026年第1期"


def test_an_original_is_kept_once_for_all_its_articles(desk: Desk, tmp_path: Path) -> None:
    asked: list[str] = []

    def originals(sha256: str) -> bytes:
        asked.append(sha256)
        return FILE

    for _ in range(2):
        manuscripts.store(desk, MANUSCRIPTS, came("甲乙", "两篇.docx"), originals=originals)
    assert [each.original for each in desk.manuscripts()] == [HASH] * 4
    assert asked == [HASH]


def test_a_damaged_original_is_mended_when_its_file_comes_again(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲", "甲.docx"), originals={HASH: FILE})
    desk._library._db.execute("UPDATE originals SET content = x'00'")
    with pytest.raises(UserError, match="is damaged in the library; the article"):
        desk.original(HASH)
    manuscripts.store(desk, MANUSCRIPTS, came("甲", "甲.docx"), originals={HASH: FILE})
    assert desk.original(HASH).content == FILE


def test_a_paste_has_no_original(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲"))
    assert (row(desk).original, row(desk).file_name) == ("", "")
    with pytest.raises(UserError, match="is not in the library; its text is"):
        desk.original(row(desk).original)


def test_what_is_written_among_the_manuscripts_is_one(desk: Desk, issue: str) -> None:
    article = Article(new_id(), ("丙县来电",), credit="丙县办公室")
    desk.apply(acts.AddArticles(MANUSCRIPTS, (article,), 0))
    assert (row(desk).contributor, row(desk).received) == ("丙县办公室", MORNING)
    move(desk, article.id, first_section(desk, issue))
    assert row(desk).state is ManuscriptState.USED


def test_what_was_written_in_an_issue_is_none_unless_it_stands_in_no_issue(desk: Desk, issue: str) -> None:
    section, article = first_section(desk, issue), Article(new_id(), ("丙县来电",))
    desk.apply(acts.AddArticles(section, (article,), 0))
    assert desk.manuscripts() == ()
    back = move(desk, article.id, MANUSCRIPTS)
    assert row(desk).state is ManuscriptState.WAITING
    desk.apply(back)
    assert desk.manuscripts() == ()


def test_used_is_what_stands_in_an_issue_and_back_it_is_what_it_was(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲"))
    desk.apply(acts.SetManuscriptStates((row(desk).article_id,), ManuscriptState.RESERVE))
    back = move(desk, row(desk).article_id, first_section(desk, issue))
    assert (row(desk).state, row(desk).used_in) == (ManuscriptState.USED, "简报 2026年第1期")
    desk.apply(back)
    assert (row(desk).state, row(desk).used) == (ManuscriptState.RESERVE, None)


def test_states_are_set_and_taken_back(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲乙"))
    ids = tuple(each.article_id for each in desk.manuscripts())
    changes = desk.apply(acts.SetManuscriptStates(ids, ManuscriptState.REJECTED))
    assert changes.touched == {REGISTER}
    assert {each.state for each in desk.manuscripts()} == {ManuscriptState.REJECTED}
    again = desk.apply(changes.inverse).inverse
    assert {each.state for each in desk.manuscripts()} == {ManuscriptState.WAITING}
    desk.apply(again)
    assert {each.state for each in desk.manuscripts()} == {ManuscriptState.REJECTED}


def test_nobody_says_that_a_manuscript_is_used(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲乙"))
    first, second = (each.article_id for each in desk.manuscripts())
    with pytest.raises(UserError, match="counts as used as long as"):
        desk.apply(acts.SetManuscriptStates((first,), ManuscriptState.USED))
    move(desk, second, first_section(desk, issue))
    with pytest.raises(UserError, match="counts as used as long as"):
        desk.apply(acts.SetManuscriptStates((first, second), ManuscriptState.REJECTED))
    assert row(desk, desk.article(first).title).state is ManuscriptState.WAITING


def test_who_sent_it_is_changed_and_taken_back(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲", contributor="甲县"))
    former = row(desk)
    day = MORNING - dt.timedelta(days=2)
    act = acts.UpdateManuscript(former.article_id, " 甲县政协\n", "段鸣", "1234567", "电话核实过", day)
    inverse = desk.apply(act).inverse
    assert row(desk) == former._replace(
        contributor="甲县政协", author="段鸣", phone="1234567", note="电话核实过", received=day
    )
    desk.apply(inverse)
    assert row(desk) == former


def test_an_article_that_did_not_come_in_has_no_sender(desk: Desk, issue: str) -> None:
    article = Article(new_id(), ("通知",))
    desk.apply(acts.AddArticles(first_section(desk, issue), (article,), 0))
    with pytest.raises(UserError, match="did not come in as a manuscript"):
        desk.apply(acts.UpdateManuscript(article.id, "甲县政协", "", ""))


def test_the_credits_of_many_articles_in_one_file_come_before_what_the_file_says(desk: Desk) -> None:
    text = f"甲县召开会议\n{PROSE}\n（甲县政协供稿）\n乙县召开会议\n{PROSE}"
    recognition = replace(recognise(text), facts=Facts(contributor="市政协研究室"))
    manuscripts.store(desk, MANUSCRIPTS, recognition)
    assert {each.title: each.contributor for each in desk.manuscripts()} == {
        "甲县召开会议": "甲县政协",
        "乙县召开会议": "市政协研究室",
    }


def test_taken_back_and_done_again_it_is_the_same_manuscript(desk: Desk) -> None:
    stored = manuscripts.store(desk, MANUSCRIPTS, came("甲", "甲.docx"), originals={HASH: FILE})
    before = desk.manuscripts()
    again = [desk.apply(changes.inverse).inverse for changes in reversed(stored.changes)]
    assert desk.manuscripts() == ()
    for act in reversed(again):
        desk.apply(act)
    assert desk.manuscripts() == before


def test_out_of_the_recycle_bin_it_comes_with_its_file(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, issue, came("甲", "甲.docx"), originals={HASH: FILE})
    before = desk.manuscripts()
    for gone in (before[0].article_id, issue):
        desk.apply(acts.Delete((gone,)))
        assert desk.manuscripts() == ()
        desk.apply(acts.Restore((gone,)))
        assert desk.manuscripts() == before


def test_a_copy_comes_from_the_same_manuscript(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲", "甲.docx", contributor="甲县"), originals={HASH: FILE})
    former = row(desk)
    copy = replace(desk.article(former.article_id), id=new_id())
    changes = desk.apply_all(
        [acts.AddArticles(MANUSCRIPTS, (copy,), 1), acts.ShareManuscripts(((copy.id, former.article_id),))]
    )
    assert set(desk.manuscripts()) == {former, former._replace(article_id=copy.id)}
    desk.apply_all([each.inverse for each in reversed(changes)])
    assert desk.manuscripts() == (former,)


def test_what_went_into_another_is_named_by_it(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲", contributor="甲县"), came("乙", contributor="乙县"))
    first, second = row(desk, "甲"), row(desk, "乙")
    done = desk.apply_all(
        [
            acts.JoinManuscripts(first.article_id, (second.article_id,)),
            acts.Delete((second.article_id,)),
        ]
    )
    assert desk.manuscripts() == (first._replace(merged=("乙县政协召开会议",)),)
    desk.apply_all([each.inverse for each in reversed(done)])
    assert set(desk.manuscripts()) == {first, second}


def test_an_article_written_here_takes_over_the_manuscript_that_went_into_it(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("甲", contributor="甲县"))
    article = Article(new_id(), ("综述",), blocks=(Paragraph(new_id(), Role.BODY, (Span("开头。"),)),))
    former = row(desk)
    desk.apply(acts.AddArticles(first_section(desk, issue), (article,), 0))
    done = desk.apply_all(
        [acts.JoinManuscripts(article.id, (former.article_id,)), acts.Delete((former.article_id,))]
    )
    assert (row(desk).title, row(desk).contributor, row(desk).used_in) == ("综述", "甲县", "简报 2026年第1期")
    desk.apply_all([each.inverse for each in reversed(done)])
    assert desk.manuscripts() == (former,)


def test_what_came_in_last_stands_first(desk: Desk, clock: Clock) -> None:
    for name in "甲乙丙":
        manuscripts.store(desk, MANUSCRIPTS, came(name))
        clock.now += dt.timedelta(days=1)
    assert [each.title[0] for each in desk.manuscripts()] == ["丙", "乙", "甲"]


def test_what_an_earlier_version_had_in_no_issue_is_a_manuscript(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    article, thrown = Article(new_id(), ("丙县来电",), credit="丙县办公室"), Article(new_id(), ("旧稿",))
    with Library.open(path) as library:
        desk = Desk(library, lambda: MORNING)
        desk.apply(acts.AddArticles(MANUSCRIPTS, (article, thrown), 0))
        desk.apply(acts.Delete((thrown.id,)))
        issue = manuscripts.receiving_issue(desk, dt.date(2026, 3, 29))
    make_older(path, 7)
    with Library.open(path) as library:
        desk = Desk(library)
        assert (row(desk).contributor, row(desk).received, row(desk).title) == (
            "丙县办公室",
            MORNING,
            "丙县来电",
        )
        move(desk, article.id, first_section(desk, issue))
        assert row(desk).used_in == "简报 2026年第1期"
        desk.apply(acts.Restore((thrown.id,)))
        assert row(desk, "旧稿").state is ManuscriptState.WAITING


def test_settings_are_the_usual_ones_until_they_are_set(desk: Desk) -> None:
    assert desk.intake_settings() == Settings()
    replacements = (("十堰晚報", "十堰晚报"), ("\\d", ""))
    chosen = Settings(frozenset(Rule) - {Rule.QUOTES}, replacements, notes=NotePlacement.ASIDE)
    changes = desk.apply(acts.UpdateIntakeSettings(chosen))
    assert changes.touched == {REGISTER}
    assert desk.intake_settings() == chosen
    desk.apply(changes.inverse)
    assert desk.intake_settings() == Settings()


def test_damaged_settings_are_the_usual_ones(desk: Desk) -> None:
    desk.apply(acts.UpdateIntakeSettings(Settings(frozenset(), (("a", "b"),))))
    desk._library._db.execute("UPDATE intake_settings SET json = replace(json, 'a', 'c')")
    assert desk.intake_settings() == Settings()

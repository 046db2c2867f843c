"""The tree's filter: articles by headline, credit and the names of what they stand in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Section
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS

BRIEF, OPINIONS = new_id(), new_id()


def articles(*titles: str) -> tuple[Article, ...]:
    return tuple(
        Article(new_id(), (title,), credit="市水利局" if "防汛" in title else "") for title in titles
    )


def issue(day: dt.date, *sections: tuple[str, tuple[str, ...]], supplement: bool = False) -> Issue:
    held = tuple(Section(new_id(), name, articles(*titles)) for name, titles in sections)
    masthead = Masthead("简报")
    return Issue(new_id(), "简报", day.year, 1, day, masthead, supplement=supplement, sections=held)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        desk = Desk(library)
        desk.apply(acts.CreatePublication(BRIEF, "政务简报"))
        desk.apply(acts.CreatePublication(OPINIONS, "社情民意"))
        for publication, value in (
            (BRIEF, issue(dt.date(2023, 1, 5), ("要闻", ("防汛会议召开", "春耕")))),
            (
                BRIEF,
                issue(dt.date(2024, 1, 4), ("要闻", ("春耕备耕",)), ("经验", ("抓好防汛", "ABC 100%"))),
            ),
            (OPINIONS, issue(dt.date(2023, 6, 1), ("", ("关于防汛的建议", "a_b")), supplement=True)),
        ):
            desk.apply(acts.CreateIssue(publication, value))
        yield desk


def found(desk: Desk, words: str, limit: int = 500) -> list[str]:
    return [match.article.title for match in desk.find_titles(words, limit)]


def test_the_newest_issue_comes_first_across_publications_and_its_articles_in_order(desk: Desk) -> None:
    assert found(desk, "防汛") == ["抓好防汛", "关于防汛的建议", "防汛会议召开"]
    assert found(desk, "春耕") == ["春耕备耕", "春耕"]


def test_every_word_must_occur_somewhere(desk: Desk) -> None:
    assert found(desk, "防汛 建议") == ["关于防汛的建议"]
    assert found(desk, "防汛　会议") == ["防汛会议召开"]
    assert found(desk, "防汛 春耕") == []


def test_a_word_may_be_a_credit_a_section_an_issue_or_a_publication(desk: Desk) -> None:
    assert found(desk, "水利局 社情") == ["关于防汛的建议"]
    assert found(desk, "经验") == ["抓好防汛", "ABC 100%"]
    assert found(desk, "政务 2023年第1期") == ["防汛会议召开", "春耕"]
    assert found(desk, "增刊") == ["关于防汛的建议", "a_b"]


def test_signs_stand_for_themselves_and_latin_letters_in_either_case(desk: Desk) -> None:
    assert found(desk, "%") == found(desk, "abc") == ["ABC 100%"]
    assert found(desk, "_") == found(desk, "A_b") == ["a_b"]
    assert found(desk, "\\") == found(desk, "'") == []


def test_no_words_find_nothing_and_the_limit_keeps_the_first(desk: Desk) -> None:
    assert found(desk, " 　") == []
    assert found(desk, "防汛", 2) == ["抓好防汛", "关于防汛的建议"]


def test_articles_in_no_issue_come_before_all(desk: Desk) -> None:
    desk.apply(acts.AddArticles(MANUSCRIPTS, articles("防汛来稿"), 0))
    first = desk.find_titles("防汛")[0]
    assert (first.article.title, first.issue_id, first.section_id) == ("防汛来稿", MANUSCRIPTS, MANUSCRIPTS)


def test_a_match_says_where_the_article_stands(desk: Desk) -> None:
    (match,) = desk.find_titles("会议")
    assert match.publication_id == BRIEF
    (section,) = desk.contents(match.issue_id).sections
    assert (match.section_id, match.section, match.article) == (section.id, "要闻", section.articles[0])


def test_what_lies_in_the_bin_with_or_without_its_issue_is_not_found(desk: Desk) -> None:
    first, second, _ = desk.find_titles("防汛")
    desk.apply(acts.Delete((first.article.id, second.issue_id)))
    assert found(desk, "防汛") == ["防汛会议召开"]
    desk.apply(acts.Delete((BRIEF,)))
    assert found(desk, "防汛") == []

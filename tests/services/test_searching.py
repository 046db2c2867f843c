"""Searching every text: what is found, in which order, and what is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Issue,
    Mark,
    Masthead,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.document.searching import Terms, TextLine
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, searching
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS, ArticleState
from bulletin_desktop.services.searching import Field, SearchHit, Wanted, Where

BRIEF, OPINIONS = new_id(), new_id()


def paragraph(*texts: str) -> Paragraph:
    """A paragraph whose second text, if any, is bold."""
    spans = tuple(Span(text, frozenset({Mark.BOLD} if number else ())) for number, text in enumerate(texts))
    return Paragraph(new_id(), Role.BODY, spans)


def article(title: str, *texts: str, credit: str = "") -> Article:
    return Article(new_id(), (title,), credit=credit, blocks=tuple(map(paragraph, texts)))


def issue(day: dt.date, number: int, *sections: tuple[str, tuple[Article, ...]]) -> Issue:
    held = tuple(Section(new_id(), name, articles) for name, articles in sections)
    return Issue(new_id(), "简报", day.year, number, day, Masthead("简报"), sections=held)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def desk(library: Library) -> Desk:
    desk = Desk(library)
    desk.apply(acts.CreatePublication(BRIEF, "政务简报"))
    desk.apply(acts.CreatePublication(OPINIONS, "社情民意"))
    for publication, value in (
        (BRIEF, issue(dt.date(2023, 1, 5), 1, ("要闻", (article("旧闻", "防汛工作部署"),)))),
        (
            BRIEF,
            issue(
                dt.date(2024, 1, 4),
                1,
                ("要闻", (article("防汛", "备足沙袋", credit="市水利局 王明"),)),
                ("经验", (article("春耕", "防汛先行", credit="县农业局"),)),
            ),
        ),
        (OPINIONS, issue(dt.date(2023, 6, 1), 1, ("", (article("建议", "关于防汛的建议"),)))),
    ):
        desk.apply(acts.CreateIssue(publication, value))
    return desk


def hits(desk: Desk, text: str, where: Where | None = None) -> tuple[SearchHit, ...]:
    found = desk.search(Wanted.of(text, where or Where()))
    assert not found.more
    return found.hits


def titles(desk: Desk, text: str, where: Where | None = None) -> list[str]:
    return [hit.headline for hit in hits(desk, text, where)]


def add(desk: Desk, value: Article) -> None:
    desk.apply(acts.AddArticles(MANUSCRIPTS, (value,), 0))


def test_any_part_of_headline_body_and_credit_is_found_the_newest_issue_first(desk: Desk) -> None:
    assert titles(desk, "防汛") == ["防汛", "春耕", "建议", "旧闻"]
    assert titles(desk, "汛") == ["防汛", "春耕", "建议", "旧闻"]
    assert titles(desk, "水利") == ["防汛"]
    assert titles(desk, "防汛工作部署") == ["旧闻"]
    assert titles(desk, "抗旱") == titles(desk, "") == titles(desk, " 　") == []


def test_manuscripts_in_no_issue_come_before_all_the_last_one_first(desk: Desk) -> None:
    add(desk, article("一稿", "防汛"))
    add(desk, article("二稿", "防汛"))
    desk.apply(acts.AddArticles(MANUSCRIPTS, (article("三稿", "防汛"),), 2))
    assert titles(desk, "防汛")[:3] == ["三稿", "二稿", "一稿"]
    first = hits(desk, "防汛")[0]
    assert (first.issue, first.date, first.publication, first.issue_id) == (None, None, "", MANUSCRIPTS)


def test_every_word_must_stand_somewhere_in_the_article(desk: Desk) -> None:
    assert titles(desk, "防汛 沙袋") == ["防汛"]
    assert titles(desk, "沙袋　水利局") == ["防汛"]
    assert titles(desk, "防汛 抗旱") == []


def test_a_word_stands_within_one_line_of_text_over_its_marks(desk: Desk) -> None:
    add(desk, Article(new_id(), ("题",), blocks=(paragraph("前半", "后半"), paragraph("另一段"))))
    assert titles(desk, "半后") == ["题"]
    assert titles(desk, "半另") == titles(desk, "题前") == []


def test_the_headline_is_one_line_and_tables_and_captions_are_searched(desk: Desk) -> None:
    table = Table(new_id(), (500, 500), ((Cell((Span("甲格"),)), Cell((Span("乙格"),))),))
    picture = Picture(new_id(), "0" * 64, 100, 100, "图为现场")
    value = Article(new_id(), ("云溪县召开", "动员大会"), "引题", "副题", blocks=(table, picture))
    add(desk, value)
    (hit,) = hits(desk, "召开动员")
    assert (hit.block_id, hit.offset, hit.end) == ("headline", 3, 8)  # as in the editor, with the break
    assert (hit.headline_marks, hit.marks) == (((3, 7),), ())
    (hit,) = hits(desk, "乙格")
    assert (hit.block_id, hit.part, hit.offset, hit.end, hit.field) == (table.id, 1, 0, 2, Field.BODY)
    (hit,) = hits(desk, "现场")
    assert (hit.block_id, hit.offset) == (picture.id, 2)
    assert hits(desk, "引题")[0].field is hits(desk, "副题")[0].field is Field.HEADLINE
    assert titles(desk, "甲格乙格") == []


def test_letters_are_alike_in_either_case_and_width_and_other_marks_are_not(desk: Desk) -> None:
    add(desk, article("数", "ＧＤＰ增长３.5%，见Word文件（附后）"))
    for text in ("gdp", "GDP", "Ｇｄｐ", "3.5%", "３.５%", "WORD", "（附后）", "%，", "见word"):
        assert titles(desk, text) == ["数"], text
    for text in ("3．5", "(附后)", "％", "_", "\\", '"', "'", "*"):
        assert titles(desk, text) == [], text


def test_signs_that_mean_something_to_sql_or_json_stand_for_themselves(desk: Desk) -> None:
    add(desk, article("符", 'a"b\\c*d\'e%f_g {"text":'))
    for text in ('a"b\\c', "*d'e", "%f_", '{"text":', '"', "\\"):
        assert titles(desk, text) == ["符"], text
    assert titles(desk, "NOT") == titles(desk, "paragraph") == titles(desk, "spans") == []


def test_a_search_is_narrowed_by_publication_year_section_contributor_and_issue(desk: Desk) -> None:
    assert titles(desk, "防汛", Where(publication_id=OPINIONS)) == ["建议"]
    assert titles(desk, "防汛", Where(year=2023)) == ["建议", "旧闻"]
    assert titles(desk, "防汛", Where(section="要闻")) == ["防汛", "旧闻"]
    assert titles(desk, "防汛", Where(contributor="水利局")) == ["防汛"]
    assert titles(desk, "防汛", Where(year=2023, section="要闻")) == ["旧闻"]
    newest = hits(desk, "防汛")[0]
    assert titles(desk, "防汛", Where(issue_id=newest.issue_id)) == ["防汛", "春耕"]
    facets = desk.search_facets()
    assert [row.name for row in facets.publications] == ["政务简报", "社情民意"]
    assert (facets.years, facets.sections) == ((2024, 2023), ("要闻", "经验"))
    assert set(facets.contributors) == {"市水利局 王明", "县农业局"}


def test_what_lies_in_the_bin_is_found_only_where_it_is_wanted(desk: Desk) -> None:
    first, second = hits(desk, "防汛")[:2]
    desk.apply(acts.Delete((first.article_id,)))
    assert titles(desk, "防汛") == ["春耕", "建议", "旧闻"]
    desk.apply(acts.Delete((second.issue_id,)))
    assert titles(desk, "防汛") == ["建议", "旧闻"]
    both = hits(desk, "防汛", Where(include_bin=True))
    assert {hit.headline: hit.deleted for hit in both} == {
        "防汛": True,
        "春耕": True,
        "建议": False,
        "旧闻": False,
    }
    desk.apply(acts.Restore((second.issue_id,)))
    assert titles(desk, "防汛") == ["春耕", "建议", "旧闻"]


def test_a_hit_says_where_it_stands_and_shows_the_words_of_the_body(desk: Desk) -> None:
    text = "开头" * 30 + "我市防汛指挥部" + "结尾" * 30
    value = article("防汛再防汛", "序", text, credit="防汛办")
    add(desk, value)
    hit = hits(desk, "防汛")[0]
    assert (hit.block_id, hit.offset, hit.end) == (value.blocks[1].id, 62, 64)
    assert (hit.field, hit.count) == (Field.BODY, 4)
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["防汛"]
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) == 74
    assert hit.headline_marks == ((0, 2), (3, 5))


def test_a_hit_says_how_far_the_article_has_come_and_what_is_wrong_with_it(desk: Desk) -> None:
    value = article("题", "括号（没有合上")
    add(desk, value)
    desk.apply(acts.SetState((value.id,), ArticleState.CHECKED))
    (hit,) = hits(desk, "没有合上")
    assert (hit.state, hit.problems) == (ArticleState.CHECKED, 1)


def test_the_words_of_a_line_are_marked_as_the_editor_counts() -> None:
    terms = Terms(("召开动员", "员大", "GDP", "ｇｄｐ"))
    assert terms.marks(TextLine("headline", 0, "县召开\n动员大会，GDP")) == ((1, 7), (9, 12))
    assert terms.marks(TextLine("block", 0, "县召开\n动员大会")) == ((5, 7),)
    assert terms.marks(TextLine("block", 0, "无")) == ()


def test_the_snippet_shows_the_line_with_most_of_the_words(desk: Desk) -> None:
    add(desk, article("题", "甲词在此", "乙词" + "。" * 100 + "甲词，乙词。"))
    (hit,) = hits(desk, "甲词 乙词")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["甲词", "乙词"]


def test_a_limit_keeps_the_first_and_the_rest_comes_when_it_is_asked_for(desk: Desk) -> None:
    found = desk.search(Wanted.of("防汛"), limit=3)
    assert [hit.headline for hit in found.hits] == ["防汛", "春耕", "建议"]
    assert found.more
    add(desk, article("又一篇防汛"))  # before all that was shown
    rest = desk.search(Wanted.of("防汛"), limit=3, after=found.reached)
    assert [hit.headline for hit in rest.hits] == ["旧闻"]
    assert not rest.more


def test_a_search_without_patience_comes_to_its_end_in_steps(library: Library, desk: Desk) -> None:
    found: list[str] = []
    reached, more = None, True
    for _ in range(20):
        if more:
            step = searching.search(library, Wanted.of("防汛"), 50, reached, patience=0)
            found += [hit.headline for hit in step.hits]
            reached, more = step.reached, step.more
    assert not more
    assert found == titles(desk, "防汛")


def test_an_edited_article_is_found_by_its_words_of_now(desk: Desk) -> None:
    own_id = hits(desk, "沙袋")[0].article_id
    desk.apply(acts.SaveArticle(replace(desk.article(own_id), blocks=(paragraph("备足木桩"),))))
    assert titles(desk, "沙袋") == []
    assert titles(desk, "木桩") == ["防汛"]

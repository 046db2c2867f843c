"""A recognition becomes articles of the document model."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import schema
from bulletin_desktop.document.model import Article, Cell, Picture, Role, Span, Table
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.intake import assemble, review
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition, Why, legal

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"


def _articles(*lines: str) -> list[Article]:
    recognition = recognise("\n".join(lines))
    return [one.article for section in assemble.articles(recognition) for one in section.articles]


def test_the_real_sample_has_its_lines_and_headlines(sample: Path) -> None:
    (section,) = assemble.articles(recognise(sample.read_text(encoding="utf-8")))
    assert section.title == ""
    assert [(one.first, one.last) for one in section.articles] == [(1, 8), (9, 11), (12, 16), (17, 31)]
    assert [len(one.article.headline) for one in section.articles] == [3, 1, 1, 2]
    letter = section.articles[3].article
    assert [paragraph.role for paragraph in letter.paragraphs()].count(Role.HEADING1) == 5
    assert letter.blocks[0].role is Role.SALUTATION


def test_sections_carry_their_articles() -> None:
    recognition = recognise(f"【要闻】\n甲县政协召开会议\n{PROSE}\n【简讯】\n乙县政协召开会议\n{PROSE}")
    sections = assemble.articles(recognition)
    assert [(section.title, len(section.articles)) for section in sections] == [("要闻", 1), ("简讯", 1)]


def test_title_lines_become_fields() -> None:
    (article,) = _articles("走基层：", "小院坝里的大协商", "——临江镇的实践", PROSE)
    assert (article.kicker, article.headline, article.subtitle) == (
        "走基层：",
        ("小院坝里的大协商",),
        "——临江镇的实践",
    )


def test_a_credit_at_the_end_is_the_credit_as_it_was_written() -> None:
    (article,) = _articles("市政协召开会议", PROSE, "（办公室 张  弛）")
    assert article.credit == "（办公室 张  弛）"
    assert [paragraph.text for paragraph in article.paragraphs()] == [PROSE]


def test_an_author_below_the_headline_stays_there() -> None:
    (article,) = _articles("小院坝里的大协商", "临江镇政协委员联络组", PROSE)
    assert article.credit == ""
    assert [paragraph.role for paragraph in article.paragraphs()] == [Role.CREDIT, Role.BODY]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    body = "　　" + "市政协组织全体委员深入乡镇社区企业开展义诊法律咨询农技培训等服务，" * 6 + "受到好评。"
    lines = [body[start : start + 28] for start in range(0, len(body), 28)]
    (article,) = _articles("市政协开展服务活动", *lines)
    assert [paragraph.text for paragraph in article.paragraphs()] == [body.strip()]


def test_what_is_set_aside_is_in_no_article() -> None:
    recognition = recognise(f"市政协召开会议\n来源：云溪政协网\n{PROSE}\n上一篇：无")
    assert [(line.number, line.why) for line in assemble.set_aside(recognition)] == [
        (2, "web-noise"),
        (4, "web-noise"),
    ]
    ((section,),) = (assemble.articles(recognition),)
    assert (section.articles[0].first, section.articles[0].last) == (1, 3)


def test_the_cells_of_a_pasted_table_stay_apart() -> None:
    (article,) = _articles("关于信息采用情况的通报", PROSE, "序号\t单位", PROSE)
    assert [paragraph.text for paragraph in article.paragraphs()][1] == "序号\u3000单位"


def test_a_section_without_articles_is_set_aside_with_its_reason() -> None:
    recognition = recognise(f"【要闻】\n【简讯】\n乙县政协召开会议\n{PROSE}\n【经验交流】")
    aside = [(line.number, line.why) for line in assemble.set_aside(recognition)]
    assert aside == [(1, Why.EMPTY_SECTION), (5, Why.EMPTY_SECTION)]
    assert [line.label for line in recognition.lines if line.number in (1, 5)] == [Label.ASIDE] * 2
    assert [section.title for section in assemble.articles(recognition)] == ["简讯"]


def test_a_section_that_a_person_emptied_is_among_what_was_set_aside() -> None:
    recognition = recognise(f"【要闻】\n乙县政协召开会议\n{PROSE}")
    emptied = review.set_aside(recognition, {2, 3})
    assert [line.why for line in assemble.set_aside(emptied)] == [
        Why.EMPTY_SECTION,
        Why.BY_HAND,
        Why.BY_HAND,
    ]
    assert emptied.lines[0].label is Label.SECTION  # it is one again as soon as an article is back


_LINES = st.sampled_from(
    [
        "市政协召开会议",
        "【要闻】",
        "——在会上",
        "周明远",
        "各位委员：",
        "一、提高站位",
        "",
        PROSE,
        "（供稿）",
        "a\tb",
        "2024年3月5日",
        "附件：1.表",
    ]
)


@given(st.lists(_LINES | st.text(max_size=40), max_size=20))
def test_every_article_is_legal_and_no_character_is_lost(lines: list[str]) -> None:
    recognition = recognise("\n".join(lines))
    kept = [line.text for line in recognition.lines if line.label not in (Label.ASIDE, Label.SECTION)]
    articles = [one.article for section in assemble.articles(recognition) for one in section.articles]
    for article in articles:
        schema.check(article)
    assembled = sorted("".join(map(plain_text, articles)))
    assert _solid(assembled) == _solid(sorted("".join(kept)))


def _solid(characters: list[str]) -> str:
    return "".join(character for character in characters if not character.isspace())


def _of_anything(kinds: list[tuple[Label, bool, bool]]) -> Recognition:
    """A recognition of lines with any label, in any order; each line's text is a character of its own."""
    lines = []
    for number, (label, starts, joins) in enumerate(kinds, 1):
        text = "" if label is Label.BLANK else chr(0x4E00 + number)
        content: Table | FoundPicture | None = None
        if label is Label.TABLE:
            content = Table("1", (1000,), ((Cell((Span(text),)),),))
        elif label is Label.PICTURE:
            content = FoundPicture(b"", caption=text)
        why = Why.BY_HAND if label is Label.ASIDE else Why.NONE
        lines.append(ReadLine(number, text, text, (), label, starts, joins, why, content=content))
    return Recognition("", legal(lines))


def _picture(found: FoundPicture) -> Picture:
    return Picture("1", "0" * 64, 100, 100, found.caption)


@given(st.lists(st.tuples(st.sampled_from(Label), st.booleans(), st.booleans()), max_size=30))
def test_every_line_ends_in_an_article_or_is_set_aside(kinds: list[tuple[Label, bool, bool]]) -> None:
    recognition = _of_anything(kinds)
    sections = assemble.articles(recognition, _picture)
    titles = "".join(section.title for section in sections)
    articles = "".join(plain_text(one.article) for section in sections for one in section.articles)
    aside = "".join(line.text for line in assemble.set_aside(recognition))
    everything = "".join(line.text for line in recognition.lines)
    assert _solid(sorted(titles + articles + aside)) == _solid(sorted(everything))

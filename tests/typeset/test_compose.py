"""Which paragraphs an issue is printed as."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bulletin_desktop.document.model import (
    Article,
    Cell,
    Imprint,
    Issue,
    Masthead,
    PageBreak,
    Paragraph,
    Role,
    Section,
    Span,
    Table,
)  # fmt: skip
from bulletin_desktop.typeset.compose_parts import date_text, issue_number
from bulletin_desktop.typeset.layout import Layout, Placed
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures


def article(n: int, *roles: Role, **fields: object) -> Article:
    blocks = tuple(Paragraph(f"{n}-{k}", role, (Span("文" * 10),)) for k, role in enumerate(roles))
    return replace(Article(f"a{n}", (f"第{n}篇标题",), blocks=blocks), **fields)  # type: ignore[arg-type]


def issue(*articles: Article, **fields: object) -> Issue:
    made = Issue(
        "i", "p", 2026, 3, dt.date(2026, 1, 5), Masthead("政协信息", "办公室", "内部资料", "000123"),
        running_number=105, sections=(Section("s", "", articles),),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.fixture
def setter(jianbao: Template, measures: EvenMeasures) -> Typesetter:
    return Typesetter(jianbao, measures)


def texts(layout: Layout, role: str) -> list[str]:
    return [placed.item.text for placed in layout.placed if placed.item.role == role]


def items(layout: Layout, role: str) -> list[Placed]:
    return [placed for placed in layout.placed if placed.item.role == role]


def test_the_masthead_takes_eight_lines_and_holds_the_red_rule(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, Role.BODY)))
    head = items(layout, "masthead")
    assert [placed.item.text for placed in head] == [
        "内部资料\t000123", "", "政协信息", "第3期（总第105期）", "办公室\t2026年1月5日", "",
    ]  # fmt: skip
    assert sum(placed.item.style.pitch for placed in head) == 8 * 579
    assert [(rule.y, rule.eighths, rule.color) for rule in head[-1].item.rules] == [(227, 18, "FF0000")]


def test_issue_numbers_and_dates_are_in_the_template_s_words(jianbao: Template) -> None:
    assert issue_number(issue(running_number=0), jianbao.words) == "第3期"
    assert issue_number(issue(supplement=True, running_number=0), jianbao.words) == "增刊第3期"
    assert date_text(dt.date(2026, 11, 9), jianbao.words) == "2026年11月9日"


def test_one_article_has_no_contents(setter: Typesetter) -> None:
    assert texts(setter.layout(issue(article(1, Role.BODY))), "contents") == []


def test_contents_list_sections_and_articles_with_their_real_pages(setter: Typesetter) -> None:
    long = article(1, *[Role.BODY] * 30)
    made = issue(sections=(Section("s", "要闻", (long,)), Section("t", "动态", (article(2, Role.BODY),))))
    layout = setter.layout(made)
    assert texts(layout, "contents") == [
        "目　录",
        "要闻",
        "第1篇标题\t1",
        "动态",
        f"第2篇标题\t{layout.page_of('a2')}",
    ]
    assert layout.page_of("a2") == 3
    assert [placed.item.link for placed in items(layout, "contents")] == [None, None, "a1", None, "a2"]


def test_a_headline_is_one_paragraph_with_its_lines(setter: Typesetter) -> None:
    layout = setter.layout(
        issue(article(1, Role.BODY, headline=("传达精神", "安排工作"), kicker="引题", subtitle="——副题"))
    )
    (headline,) = items(layout, "headline")
    assert headline.item.text == "传达精神\n安排工作"
    assert len(headline.lines) == 2
    roles = [placed.item.role for placed in layout.placed]
    at = roles.index("kicker")
    assert roles[at : at + 5] == ["kicker", "headline", "subtitle", "blank", "body"]


def test_a_long_headline_is_divided_without_parting_words(setter: Typesetter) -> None:
    text = "市人大常委会调研组深入各县区开展乡村振兴促进条例贯彻实施情况专题调研"
    layout = setter.layout(issue(article(1, Role.BODY, headline=(text,))))
    (headline,) = items(layout, "headline")
    lines = [headline.item.text[start:end] for start, end in headline.lines]
    assert "".join(lines) == text
    assert len(lines) == 2
    assert max(len(line) for line in lines) <= 20
    assert abs(len(lines[0]) - len(lines[1])) <= 6
    assert not any(word in lines[0][-1] + lines[1][0] for word in ("情况", "调研", "乡村", "振兴"))


def test_a_long_contents_title_leaves_room_for_its_number(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, Role.BODY, headline=("题" * 27,)), article(2, Role.BODY)))
    entry = items(layout, "contents")[1]
    assert len(entry.lines) == 2
    assert entry.lines[-1][1] == len(entry.item.text)
    assert entry.lines[-1][1] - entry.lines[-1][0] < 27


def test_the_date_stands_two_characters_right_of_the_signature(setter: Typesetter) -> None:
    blocks = (
        Paragraph("s", Role.SIGNATURE, (Span("某某市人民政府办公室"),)),
        Paragraph("d", Role.DATE, (Span("2026年1月5日"),)),
    )
    layout = setter.layout(issue(article(1, blocks=blocks)))
    (signature,), (date,) = items(layout, "signature"), items(layout, "date")
    signed = 10 * 315 + 5
    dated = sum((4 * 155 + 5, 320, 160, 320, 160, 320)) + 5 * 64
    assert signature.item.style.right == 630
    left_of_signature = 8844 - 630 - signed
    left_of_date = 8844 - date.item.style.right - dated
    assert left_of_date - left_of_signature == pytest.approx(630, abs=1)
    assert layout.placed[layout.placed.index(signature) - 1].item.role == "blank"


def test_a_date_longer_than_the_signature_ends_two_characters_in(setter: Typesetter) -> None:
    blocks = (
        Paragraph("s", Role.SIGNATURE, (Span("办公室"),)),
        Paragraph("d", Role.DATE, (Span("2026年1月5日"),)),
    )
    layout = setter.layout(issue(article(1, blocks=blocks)))
    assert items(layout, "date")[0].item.style.right == 630
    assert items(layout, "signature")[0].item.style.right > 630 + 630


def test_an_attachment_and_what_follows_a_page_break_start_pages(setter: Typesetter) -> None:
    blocks = (
        Paragraph("b", Role.BODY, (Span("文"),)),
        PageBreak("x"),
        Paragraph("c", Role.BODY, (Span("文"),)),
        Paragraph("d", Role.ATTACHMENT, (Span("附件"),)),
    )
    layout = setter.layout(issue(article(1, blocks=blocks)))
    assert [placed.page for placed in items(layout, "body")] == [1, 2]
    assert items(layout, "attachment")[0].page == 3


def test_the_imprint_ends_on_the_last_line_of_the_last_page(setter: Typesetter) -> None:
    imprint = Imprint("市委", "各县区", "", 50, "张三", "李四", "")
    layout = setter.layout(issue(article(1, Role.BODY), imprint=imprint))
    foot = items(layout, "imprint")
    assert [placed.item.text for placed in foot] == [
        "报：市委",
        "送：各县区",
        "编辑：张三　　审核：李四\t共印50份",
    ]
    assert layout.pages[-1].lines[-1].top == 2098 + 21 * 579
    assert [[rule.y for rule in placed.item.rules] for placed in foot] == [[75], [], [75, 579]]


def test_an_imprint_without_room_takes_a_page_of_its_own(setter: Typesetter) -> None:
    imprint = Imprint("市委", "各县区", "", 50)
    paragraphs = [Paragraph(f"p{n}", Role.BODY, (Span("文"),)) for n in range(10)]
    layout = setter.layout(issue(article(1, blocks=tuple(paragraphs)), imprint=imprint))
    assert len(layout.pages) == 2
    assert layout.pages[-1].lines[-1].top == 2098 + 21 * 579


def test_an_empty_imprint_prints_nothing(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, Role.BODY)))
    assert items(layout, "imprint") == []
    assert layout.placed[-1].item.role == "body"


TABLE = Table("x", (1000,), ((Cell((Span("甲"),)),), (Cell((Span("乙"),)),)))


def test_a_table_is_one_item_with_its_cells_text(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, blocks=(TABLE,))))
    found = items(layout, "table")[0].item
    assert (found.text, found.article, found.block) == ("甲\n乙", "a1", "x")


def test_a_caption_above_a_table_stays_with_it(setter: Typesetter) -> None:
    caption = Paragraph("c", Role.CAPTION, (Span("表1"),))
    layout = setter.layout(issue(article(1, blocks=(caption, TABLE, replace(caption, id="d")))))
    assert [one.item.style.keep_next for one in items(layout, "caption")] == [True, False]


def test_tables_in_a_row_stand_apart(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, blocks=(TABLE, replace(TABLE, id="y")))))
    roles = [placed.item.role for placed in layout.placed]
    first = roles.index("table")
    assert roles[first : first + 3] == ["table", "blank", "table"]


def test_a_table_that_ends_the_issue_is_closed_by_a_low_line(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, blocks=(TABLE,))))
    last = layout.pages[-1].lines[-1]
    assert (layout.placed[-1].item.role, last.height) == ("blank", 20)


def test_a_key_makes_new_values_only_for_its_paragraph(setter: Typesetter) -> None:
    before = setter.layout(issue(article(1, Role.BODY, Role.BODY), article(2, Role.BODY)))
    changed = article(1, Role.BODY, Role.BODY)
    edited = replace(changed, blocks=(changed.blocks[0], Paragraph("1-1", Role.BODY, (Span("新的文字"),))))
    after = setter.layout(issue(edited, article(2, Role.BODY)))
    old = {id(placed.item) for placed in before.placed}
    assert [placed.item.text for placed in after.placed if id(placed.item) not in old] == ["新的文字"]


def test_find_gives_the_line_of_an_offset(setter: Typesetter) -> None:
    layout = setter.layout(issue(article(1, blocks=(Paragraph("b", Role.BODY, (Span("文" * 60),)),))))
    first = layout.find("a1", "b", 0)
    assert first is not None
    assert layout.find("a1", "b", 25) == first
    assert layout.find("a1", "b", 26) == (first[0], first[1] + 1)
    assert layout.find("a1", "b", 60) == (first[0], first[1] + 2)
    assert layout.find("a1", "gone", 0) is None

"""The parts of an issue that are not plain text: cover, masthead, headings, notes, attachments, imprint."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bulletin_desktop.document.model import (
    Article,
    Imprint,
    Issue,
    Mark,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
)
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.compose import one_line
from bulletin_desktop.typeset.layout import Align, Item, Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures

TEXT = "文" * 40 + "。"


def issue(*articles: Article, **fields: object) -> Issue:
    made = Issue(
        "i", "p", 2026, 3, dt.date(2026, 1, 5), Masthead("政协信息", "云溪县政协办公室", "内部资料", "0001"),
        running_number=105, sections=(Section("s", "", articles),),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def article(*pieces: tuple[Role, str], **fields: object) -> Article:
    blocks = tuple(Paragraph(f"p{n}", role, (Span(text),)) for n, (role, text) in enumerate(pieces))
    return replace(Article("a", ("标题",), blocks=blocks), **fields)  # type: ignore[arg-type]


def setter(text: str = "", base: str = "jianbao") -> Typesetter:
    return Typesetter(template.parse(text, "own", base), EvenMeasures())


def items(layout: Layout, role: str) -> list[Item]:
    return [placed.item for placed in layout.placed if placed.item.role == role]


def lines(layout: Layout, item: Item) -> list[str]:
    (placed,) = [one for one in layout.placed if one.item is item]
    return [item.text[start:end] for start, end in placed.lines]


def places(layout: Layout, role: str) -> list[tuple[int, int]]:
    """(page, line of the grid) of every printed line of a role."""
    page = layout.template.page
    return [
        (each.number, (line.top - page.top) // page.pitch + 1)
        for each in layout.pages
        for line in each.lines
        if layout.placed[line.item].item.role == role and line.end > line.start
    ]


def test_only_the_sentence_of_a_run_in_heading_looks_like_one() -> None:
    layout = setter().layout(
        issue(article((Role.HEADING2, "（一）抓学习。全年学习12次。"), (Role.BODY, TEXT)))
    )
    (heading,) = items(layout, "heading2")
    body = layout.template.style("body").face
    assert [(run.text, run.face) for run in heading.runs] == [
        ("（一）抓学习。", None), ("全年学习12次。", body),
    ]  # fmt: skip
    assert (heading.style.id, heading.style.keep_next, heading.style.keep_lines) == ("Heading2", False, False)


def test_marks_stay_where_they_are_in_a_run_in_heading() -> None:
    bold = frozenset({Mark.BOLD})
    block = Paragraph("h", Role.HEADING1, (Span("一、抓"), Span("学习。全年", bold), Span("学习。")))
    (heading,) = items(setter().layout(issue(Article("a", (), blocks=(block,)))), "heading1")
    assert [(run.text, run.marks == bold, run.face is None) for run in heading.runs] == [
        ("一、抓", False, True), ("学习。", True, True), ("全年", True, False), ("学习。", False, False),
    ]  # fmt: skip


def test_the_template_may_leave_run_in_headings_whole() -> None:
    made = issue(article((Role.HEADING1, "一、抓学习。全年学习。")))
    (heading,) = items(setter("[article]\nrun_in = false").layout(made), "heading1")
    assert [run.face for run in heading.runs] == [None]


def test_a_list_of_headings_flows_but_the_last_stays_with_the_text() -> None:
    pieces = [(Role.HEADING3, f"{n}.做好一件事。") for n in range(1, 5)]
    layout = setter().layout(issue(article(*pieces, (Role.BODY, TEXT))))
    assert [item.style.keep_next for item in items(layout, "heading3")] == [False, False, False, True]


@pytest.mark.parametrize("role", [Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4])
def test_no_heading_stands_at_a_page_s_foot(role: Role) -> None:
    for before in range(8, 16):
        pieces = [*[(Role.BODY, "文")] * before, (role, "标题"), (Role.BODY, TEXT)]
        layout = setter().layout(issue(article(*pieces)))
        ((page, line),) = places(layout, role.value)
        assert line < 22 or page > 1


def test_an_editor_s_note_opens_in_heiti() -> None:
    for text, lead in (("编者按：现予刊发。", "编者按："), ("【按语】现予刊发。", "【按语】")):
        layout = setter().layout(issue(article((Role.NOTE, text), (Role.NOTE, "编者按：又一段。"))))
        first, second = items(layout, "note")
        assert [(run.text, Mark.HEITI in run.marks) for run in first.runs] == [
            (lead, True), (text.removeprefix(lead), False),
        ]  # fmt: skip
        assert [run.marks for run in second.runs] == [frozenset()]


def test_a_note_without_its_words_is_set_as_it_is() -> None:
    (note,) = items(setter().layout(issue(article((Role.NOTE, "现予刊发。")))), "note")
    assert [run.text for run in note.runs] == ["现予刊发。"]


@pytest.mark.parametrize(
    ("given", "printed"),
    [("副题", "——副题"), ("——副题", "——副题"), ("—— 副题", "——副题"), ("- 副题", "——副题")],
)
def test_a_subtitle_has_one_dash(given: str, printed: str) -> None:
    layout = setter().layout(issue(article((Role.BODY, TEXT), subtitle=given)))
    assert [item.text for item in items(layout, "subtitle")] == [printed]


@pytest.mark.parametrize(("given", "printed"), [("县委办", "（县委办）"), ("（县委办）", "（县委办）")])
def test_brackets_of_a_credit_are_not_doubled(given: str, printed: str) -> None:
    layout = setter(base="zhengxie").layout(issue(article((Role.BODY, TEXT), credit=given)))
    assert [item.text for item in items(layout, "credit")] == [printed]


def test_the_closing_of_a_letter_stands_at_the_edge() -> None:
    layout = setter().layout(
        issue(article((Role.BODY, "此致"), (Role.BODY, "敬礼！"), (Role.BODY, "敬礼！")))
    )
    assert [item.style.first_line for item in items(layout, "body")] == [630, 0, 630]


def test_names_of_attachments_stand_below_each_other() -> None:
    layout = setter().layout(
        issue(
            article(
                (Role.BODY, TEXT), (Role.ATTACHMENT, "附件：1.名单"), (Role.ATTACHMENT, "2." + "表" * 40),
                (Role.SIGNATURE, "办公室"),
            )
        )
    )  # fmt: skip
    first, second = items(layout, "attachment")
    assert first.style.left == second.style.left
    assert first.style.left + first.style.first_line == 630
    number = second.style.left + second.style.first_line
    assert number == pytest.approx(630 + 3 * 315, abs=6)
    assert [placed.page for placed in layout.placed if placed.item.role == "attachment"] == [1, 1]


def test_an_attachment_starts_a_page_with_its_label_and_centred_title() -> None:
    layout = setter().layout(
        issue(
            article((Role.BODY, TEXT), (Role.ATTACHMENT, "附件1"), (Role.BODY, "统计表"), (Role.BODY, TEXT))
        )
    )
    assert places(layout, "attachment") == [(2, 1)]
    title, text = items(layout, "body")[1:]
    assert (title.style.id, title.style.align, text.style.id) == ("AttachmentTitle", Align.CENTER, "Body")
    assert places(layout, "body")[2:] == [(2, 3), (2, 5), (2, 6)]


def test_labels_without_anything_behind_them_are_a_note() -> None:
    pieces = [(Role.BODY, TEXT), (Role.ATTACHMENT, "附件1：名单"), (Role.ATTACHMENT, "附件2：方案")]
    assert [page for page, _ in places(setter().layout(issue(article(*pieces))), "attachment")] == [1, 1]


def test_a_headline_forms_a_trapezium_or_a_lozenge() -> None:
    long = (
        "关于进一步做好春耕用水保障工作切实维护农民群众合法权益推动全县水利设施建设高质量发展的若干意见建议"
    )
    layout = setter().layout(issue(article(headline=(long,))))
    (headline,) = items(layout, "headline")
    widths = [len(line) for line in lines(layout, headline)]
    assert len(widths) == 3
    rising, falling = widths == sorted(widths), widths == sorted(widths, reverse=True)
    assert rising or falling or widths[1] == max(widths)
    assert len(set(widths)) > 1


def test_headline_lines_meet_with_a_space_unless_a_mark_stands_there() -> None:
    assert one_line(Article("a", ("召开会议", "安排工作"))) == "召开会议　安排工作"
    assert one_line(Article("a", ("召开会议，", "安排工作"))) == "召开会议，安排工作"
    assert one_line(Article("a", ("学习《条例》", "安排工作"))) == "学习《条例》安排工作"
    assert one_line(Article("a", (" ", "工作"))) == "工作"


def test_a_long_entry_of_contents_breaks_where_the_headline_does() -> None:
    first = article(headline=("召开党组会议传达学习精神", "安排部署重点协商工作任务", "推动工作落实"))
    layout = setter().layout(issue(first, replace(first, id="b", blocks=())))
    entry = items(layout, "contents")[1]
    assert lines(layout, entry) == ["召开党组会议传达学习精神　安排部署重点协商工作任务　", "推动工作落实\t1"]


def test_sections_stand_as_the_template_words_them() -> None:
    made = issue(sections=(Section("s", "要闻", (article((Role.BODY, TEXT)),)),))
    assert [item.text for item in items(setter().layout(made), "section")] == ["【要闻】"]
    plain = setter('[section]\ntitle = "{title}"\n[styles.section]\nalign = "left"').layout(made)
    assert [(item.text, item.style.align) for item in items(plain, "section")] == [("要闻", Align.LEFT)]


def test_words_of_the_furniture_are_the_template_s() -> None:
    text = '[words]\nreport_to = "主送："\nnumber = "{year}年第{number}期"\nrunning = "·{running}"\n' \
           'copies = "印{copies}份"\ndate = "{year}.{month}.{day}"\n[imprint]\norder = "送报发"'  # fmt: skip
    made = issue(article(), imprint=Imprint("市委", "各镇", "", 50))
    layout = setter(text).layout(made)
    assert [item.text for item in items(layout, "imprint")] == ["送：各镇", "主送：市委", "\t印50份"]
    head = [item.text for item in items(layout, "masthead")]
    assert "2026年第3期·105" in head
    assert "云溪县政协办公室\t2026.1.5" in head


def test_names_wrap_under_the_first_whatever_the_label_is() -> None:
    made = issue(article(), imprint=Imprint("市委"))
    (plain,) = items(setter().layout(made), "imprint")
    (long,) = items(setter('[words]\nreport_to = "主要报送："').layout(made), "imprint")
    assert (plain.style.left, plain.style.first_line) == (840, -560)
    assert (long.style.left, long.style.first_line) == (280 + 5 * 280, -5 * 280)


def test_a_long_name_takes_one_line_in_a_smaller_size() -> None:
    made = issue(article(), masthead=Masthead("云溪县人民政府办公室工作简报"))  # 14 characters
    layout = setter("[masthead]\nname_least = { pt = 30 }").layout(made)
    name = items(layout, "masthead")[2]
    assert lines(layout, name) == ["云溪县人民政府办公室工作简报"]
    assert name.style.face.half_points == 63
    assert layout.template.style("masthead-name") == name.style


def test_a_name_too_long_for_that_takes_two_lines_of_its_size() -> None:
    made = issue(article(), masthead=Masthead("云溪县人民政府办公室政务信息工作情况简报"))
    layout = setter("[masthead]\nname_least = { pt = 30 }").layout(made)
    name = items(layout, "masthead")[2]
    assert len(lines(layout, name)) == 2
    assert name.style.face.half_points == 84


def test_the_letterhead_names_the_unit_in_red_above_number_and_date() -> None:
    layout = setter(base="zhuanbao").layout(issue(article(), masthead=Masthead("专报", "云溪县政协办公室")))
    texts = [item.text for item in items(layout, "masthead") if item.text]
    assert texts == ["云溪县政协办公室专报", "2026年第3期\t2026年1月5日"]


def test_a_cover_comes_first_and_counts_no_page() -> None:
    layout = setter(base="huikan").layout(issue(article((Role.BODY, TEXT)), article(id="b")))
    assert layout.front == 2
    name, number, unit, date = (line for page, line in places(layout, "cover")[1:5] if page == 1)
    assert (number, unit, date) == (9, 20, 21)
    assert name == 5
    assert [layout.folio(page.number) for page in layout.pages][:4] == [None, None, 1, 2]
    assert [item.text for item in items(layout, "contents")][1:] == ["标题\t2", "标题\t3"] or items(
        layout, "contents"
    )


def test_a_journal_starts_contents_and_articles_on_pages_and_ends_on_an_even_one() -> None:
    made = issue(
        article((Role.BODY, TEXT)), article((Role.BODY, TEXT), id="b"), imprint=Imprint("市委", copies=9)
    )
    layout = setter(base="huikan").layout(made)
    assert [layout.page_of("a"), layout.page_of("b")] == [4, 5]
    assert places(layout, "headline") == [(4, 1), (5, 1)]
    entries = [item.text.split("\t")[1] for item in items(layout, "contents") if item.link]
    assert entries == ["2", "3"]
    assert len(layout.pages) == 6
    assert places(layout, "imprint")[-1] == (6, 22)


def test_an_imprint_moves_over_a_blank_page_to_an_even_one() -> None:
    for count in range(60):
        made = issue(article(*[(Role.BODY, "文")] * count), imprint=Imprint("市委", "各镇", copies=9))
        layout = setter("[imprint]\neven_page = true").layout(made)
        assert places(layout, "imprint")[-1] == (len(layout.pages), 22)
        assert len(layout.pages) % 2 == 0


def test_the_first_page_may_go_without_its_number_and_count_from_another() -> None:
    text = "[folio]\nfirst_page = false\nstart = { pages = 5 }"
    layout = setter(text).layout(issue(article(*[(Role.BODY, "文")] * 30)))
    assert [layout.folio(page.number) for page in layout.pages] == [None, 6]


def test_an_issue_without_anything_is_a_page() -> None:
    for base in template.BUILT_IN:
        made = issue(masthead=Masthead("刊"), sections=())
        assert len(setter(base=base).layout(made).pages) >= 1


@pytest.mark.parametrize("base", template.BUILT_IN)
def test_a_headline_of_200_characters_gives_pages(base: str) -> None:
    made = issue(article((Role.BODY, TEXT), headline=("题" * 200,), kicker="引" * 200, subtitle="副" * 200))
    layout = setter(base=base).layout(made)
    (headline,) = items(layout, "headline")
    assert "".join(lines(layout, headline)) == "题" * 200


def test_a_headline_as_long_as_an_article_gives_pages() -> None:
    layout = setter().layout(issue(article(headline=("题" * 6000, "A" * 500))))
    (headline,) = items(layout, "headline")
    assert "".join(lines(layout, headline)) == headline.text


@pytest.mark.parametrize("base", ["jianbao", "huikan"])
def test_300_articles_are_listed_with_their_pages(base: str) -> None:
    articles = tuple(article((Role.BODY, TEXT), id=f"a{n}") for n in range(300))
    layout = setter(base=base).layout(issue(*articles))
    listed = [int(item.text.split("\t")[1]) for item in items(layout, "contents") if item.link]
    assert listed == [layout.printed(layout.page_of(one.id) or 0) for one in articles]

"""Cleaning: each rule does what it says, says what it did, and loses nothing in silence."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import Cell, Mark, Span, Table
from bulletin_desktop.intake.cleaner import ALL, Cleaner, Rule, Switches, apply
from bulletin_desktop.intake.cleaner import clean as clean_items
from bulletin_desktop.intake.marks import cleaned_table
from bulletin_desktop.intake.recognition import Doubt, ReadLine
from bulletin_desktop.intake.source import plain


def clean(lines: list[str], switches: Switches = ALL) -> tuple[ReadLine, ...]:
    return clean_items(plain(lines).items, switches)


def _clean(text: str) -> str:
    return clean([text])[0].text


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("会议指出,要抓紧.", "会议指出，要抓紧。"),
        ("各位委员:", "各位委员："),
        ("怎么办?马上办!", "怎么办？马上办！"),
        ("党组(扩大)会议", "党组（扩大）会议"),
        ("（一)加强领导;", "（一）加强领导；"),
        ("(1)加强领导", "（1）加强领导"),
        ("1)加强领导", "1）加强领导"),
        ("增长5.3%,超过去年", "增长5.3%，超过去年"),
        ("升级到Windows 10,用户满意", "升级到Windows 10，用户满意"),
        ("新冠(COVID-19)疫情", "新冠（COVID-19）疫情"),
        ("《条例》,《办法》", "《条例》，《办法》"),
        ("建设5G!", "建设5G！"),
        ("网址:http://a.cn/b,请查看", "网址：http://a.cn/b，请查看"),
        ("１２月３１日", "12月31日"),
        ("增长３．５％", "增长3.5％"),
        ("ＧＤＰ总量", "GDP总量"),
        ('推行"一题一策"机制', "推行“一题一策”机制"),
        ("他说:'好'", "他说：‘好’"),
        ('归集到"云溪惠企"平台，做到“一键可查”', "归集到“云溪惠企”平台，做到“一键可查”"),
        ('推行“一题一策"机制', "推行“一题一策”机制"),
        ("会 议 纪 要", "会议纪要"),
        ("要 闻", "要闻"),
        ("会议指出， 要抓紧。", "会议指出，要抓紧。"),
        ("　　会议指出。 ", "会议指出。"),
        ("会议指出:要抓紧.要抓实.", "会议指出：要抓紧。要抓实。"),
        ("满意率达97.6%.", "满意率达97.6%。"),
        ('他说:"好."大家笑了.', "他说：“好。”大家笑了。"),
        ("江 州 政 协 简 报", "江州政协简报"),
        ("会议\u200b指出\x07。", "会议指出。"),
    ],
)
def test_dirt_is_cleaned(dirty: str, tidy: str) -> None:
    assert _clean(dirty) == tidy


@pytest.mark.parametrize(
    "text",
    [
        "投资3.5亿元",
        "上午12:30开会",
        "比例尺为1:500的图",
        "共5,000余人",
        "见http://www.yunxi.gov.cn/a?b=1,2;c",
        "邮箱yunxi@example.com",
        "执行GB/T 9704—2012标准",
        "函数f(x)的值",
        "1月30日24小时",
        "Good morning, ladies and gentlemen!",
        "他引用了“Hello, world!”这句话",
        "It's fine (really): yes; no?",
        "路径C:\\文件",
        "见附件名单(终稿).docx",
        "D:\\来稿(旧)\\要闻.wps",
        "型号为DF-5(B)",
        "采用F-16(A)型",
        "比分为3 : 2",
        "服务器192.168.1.1:8080",
        "符合ISO 9001:2015要求",
        "升级到V2.0.1",
        "《Nature, Science》刊文",
        "他说Yes, I do. But why?",
        "执行GB/T 9704和GB 50016-2014标准",
        "委员艾力江.买买提发言，卡尔.马克思的书。",
        "一.基本情况",
        "目录....1",
        "第一条  为规范工作，制定本办法。",
        "7日    沈若兰主持召开会议。",
        "肖  柏　高一鸣　尹  芳　何其芳",
        "联系人：荆 楠",
        "（龚玉 摄）",
        "市政协委员、致富带头人 莫小安",
        "以“小支点” 撬动“大治理”",
        "出席会议的有沈若兰、段  鸣、顾长河。",
        "、段 鸣、沈若兰等出席。",
        "政协云溪市委员会  2024年1月20日",
        "（办公室 张  弛）",
        "本报讯（记者 方晓雨）今天召开。",
        "开展“书香委员 共读云溪”活动。",
        "市政协召开党组会议 安排部署防控工作",
        "第一部分 基本情况",
        "序号\t单位\t数量",
        '显示器为27"规格',
        '他说：“这叫"一题一策"机制”',
        '推行“一题一策"机制，"回头看”常态化',
        '会上"一题“一策”一议"落地',
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    line = clean([text])[0]
    assert (line.text, line.changes) == (text, ())


@pytest.mark.parametrize(
    ("text", "doubt"), [('抓"三农工作', Doubt.QUOTES), ('“三农"工作"', Doubt.QUOTES), ('55"电视', "")]
)
def test_a_straight_quote_left_in_chinese_is_doubted(text: str, doubt: str) -> None:
    assert clean([text])[0].doubt == doubt


def test_quotes_that_do_not_pair_are_left_to_the_person() -> None:
    line = clean(['推行"一题一策机制'])[0]
    assert line.text == '推行"一题一策机制'


def test_bytes_that_were_no_character_are_in_doubt() -> None:
    assert clean(["会议\ufffd出"])[0].doubt == Doubt.UNREADABLE


def test_a_change_says_what_where_and_by_which_rule() -> None:
    (change,) = clean(["会议,召开"])[0].changes
    assert (change.start, change.end, change.after, change.rule) == (2, 3, "，", Rule.HALFWIDTH_PUNCTUATION)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule.FORBIDDEN, "会\x07议"),
        (Rule.FULLWIDTH_DIGITS, "１月"),
        (Rule.FULLWIDTH_LETTERS, "Ａ级"),
        (Rule.QUOTES, '"好"的'),
        (Rule.HALFWIDTH_PUNCTUATION, "会,议"),
        (Rule.HALFWIDTH_BRACKETS, "会(议)"),
        (Rule.POINTS, "会议."),
        (Rule.SPACES, "会议 指出。"),
        (Rule.TITLE_SPACES, "会 议"),
        (Rule.INDENT, "　会议"),
    ],
)
def test_each_rule_has_its_switch(rule: Rule, text: str) -> None:
    assert clean([text])[0].text != text
    assert clean([text], ALL - {rule})[0].text == text


def test_the_real_sample_changes_in_127_half_width_marks_and_nothing_else(sample: Path) -> None:
    lines = clean(sample.read_text(encoding="utf-8").splitlines())
    changes = [change for line in lines for change in line.changes]
    assert len(changes) == 127
    assert {change.rule for change in changes} == {Rule.HALFWIDTH_PUNCTUATION, Rule.HALFWIDTH_BRACKETS}
    assert lines[3].text.startswith("1月30日，")
    assert "24小时" in lines[7].text


REPLACEMENTS = (("政协", "市政协"), ("政协云溪市委员会", "市政协"), ("，召开", "，举行"), ("一", "壹"))


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("政协会议", "市政协会议"),
        ("政协云溪市委员会会议", "市政协会议"),  # the longest first, and what it brings is not searched
        ("会上,召开", "会上，举行"),  # found in what the other rules made of it
    ],
)
def test_the_offices_replacements_come_last(text: str, becomes: str) -> None:
    line = clean_items(plain([text]).items, ALL, REPLACEMENTS)[0]
    assert line.text == becomes
    assert apply(text, line.changes) == becomes
    assert "replacements" in {change.rule for change in line.changes}


def test_addresses_are_not_replaced_and_a_replacement_says_what_it_covers() -> None:
    table = (("yunxi", "云溪"), ("，召开", "，举行"))
    line = clean_items(plain(["见http://yunxi.cn和yunxi市，会上,召开"]).items, ALL, table)[0]
    assert line.text == "见http://yunxi.cn和云溪市，会上，举行"
    last = line.changes[-1]
    assert (last.after, [change.after for change in last.under]) == ("，举行", ["，"])


def test_replacements_have_their_switch() -> None:
    switches = ALL - {Rule.REPLACEMENTS}
    assert clean_items(plain(["政协"]).items, switches, REPLACEMENTS)[0].changes == ()


def test_the_cells_of_tables_are_cleaned_each_by_itself() -> None:
    spans = (Span("单位(盖章)", frozenset({Mark.BOLD})),)
    table = Table(
        "T", (500, 500), ((Cell(spans), Cell((Span(" 云溪县 "),))), (Cell(), Cell((Span("１２,３"),))))
    )
    (line,) = clean_items((table,))
    assert line.text == "单位（盖章）\t云溪县\t\t12,3"
    assert apply(line.original, line.changes) == line.text
    after = cleaned_table(line, table)
    assert [[cell.text for cell in row] for row in after.rows] == [["单位（盖章）", "云溪县"], ["", "12,3"]]
    assert {span.marks for span in after.rows[0][0].spans} == {frozenset({Mark.BOLD})}
    assert line.content is table


_CHARACTERS = st.sampled_from("会议指出段鸣张市政协一二1２5aＢ ,:;?!()\"'，：（）“”《》、。 　\t\u200b\x07.%")
_SWITCHES = st.one_of(st.just(ALL), st.sets(st.sampled_from(Rule)))
_LINES = st.text(_CHARACTERS, max_size=60) | st.text(max_size=60)


@given(_LINES)
def test_the_changes_applied_to_the_original_give_the_cleaned_text(text: str) -> None:
    line = clean([text])[0]
    assert line.original == text
    assert apply(text, line.changes) == line.text


@pytest.mark.parametrize(
    "line",
    [
        "湖南郴州市 谭涛峰 陈维",
        "（湖南郴州市 谭涛峰 陈维）",
        "（湖南省郴州市 谭涛峰）",
        "（郴州市 谭涛峰 供稿）",
        "郴州市政协 谭涛峰 陈维",
    ],
)
def test_who_sent_it_keeps_the_spaces_between_place_and_names(line: str) -> None:
    assert Cleaner().clean(line).text == line


@pytest.mark.parametrize("line", ["郴州市 召开 全市 大会", "郴州市 高新区 召开大会", "郴 州 市 委"])
def test_a_place_before_anything_else_does_not(line: str) -> None:
    assert Cleaner().clean(line).text == line.replace(" ", "")


@given(_LINES)
def test_only_punctuation_spaces_and_widths_ever_change(text: str) -> None:
    assert _words(clean([text])[0].text) == _words(text)


@given(_LINES, _SWITCHES)
def test_cleaning_what_is_clean_changes_nothing(text: str, switches: Switches) -> None:
    once = clean([text], switches)[0].text
    again = clean([once], switches)[0]
    assert (again.text, again.changes) == (once, ())


def _words(text: str) -> list[str]:
    """The letters, digits and signs of a text in one form of width, no punctuation, no spaces."""
    return [
        chr(ord(character) - 0xFEE0)
        if character in "０１２３４５６７８９" or "Ａ" <= character <= "ｚ"
        else character
        for character in text
        if unicodedata.category(character)[0] not in "PZC"
    ]

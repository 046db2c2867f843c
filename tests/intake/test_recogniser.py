"""What the recogniser makes of single situations, and of anything at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.intake.cleaner import ALL, Rule
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Doubt, Label, Recognition
from tests.intake.labels import assert_whole_articles

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
MORE = "会议强调，要坚持问题导向，深入调查研究，把群众的所思所盼带到协商桌上。"


def _labels(*lines: str) -> list[str]:
    return [line.label.value for line in recognise("\n".join(lines)).lines]


def _starts(*lines: str) -> list[int]:
    return [line.number for line in recognise("\n".join(lines)).lines if line.starts]


def test_the_real_sample_is_four_articles(sample: Path) -> None:
    lines = recognise(sample.read_text(encoding="utf-8")).lines
    labels = {label: [line.number for line in lines if line.label is label] for label in Label}
    assert len(lines) == 31
    assert [line.number for line in lines if line.starts] == [1, 9, 12, 17]
    assert labels[Label.HEADLINE] == [1, 2, 3, 9, 12, 17, 18]
    assert labels[Label.SALUTATION] == [19]
    assert labels[Label.HEADING1] == [22, 24, 26, 28, 30]
    assert {line.number: line.doubt for line in lines if line.doubt} == {31: Doubt.CUT_OFF}


def test_a_text_without_a_headline_is_an_article_in_doubt() -> None:
    (line,) = recognise(PROSE).lines
    assert (line.label, line.starts, line.doubt) == (Label.BODY, True, Doubt.NO_HEADLINE)


def test_a_numbered_line_never_starts_an_article() -> None:
    assert _starts("市政协召开会议", PROSE, "一、市政协召开协商会议", PROSE, "二、市政协开展视察", PROSE) == [
        1
    ]


def test_a_page_broken_on_purpose_begins_an_article() -> None:
    pages = (
        "市政协召开会议",
        PROSE,
        "\x0c老井",
        "井在村口，比村里最老的人还老。",
        "\x0c山那边",
        "山那边有灯。",
    )
    assert _starts(*pages) == [1, 4, 7]


def test_a_page_that_breaks_text_begins_none() -> None:
    pages = ("市政协召开会议", PROSE, "抓好落实", MORE + "\x0c" + MORE, "\x0c强化保障", MORE)
    assert _starts(*pages) == [1]


def test_a_bare_heading_between_two_numbered_ones_starts_no_article() -> None:
    lines = ("工作总结", "一、主要工作", MORE, "协商为民见实效", MORE, "二、下步打算", MORE)
    assert _starts(*lines) == [1]


def test_a_headline_of_more_than_forty_characters_may_name_a_document() -> None:
    title = "云溪市人民政府办公室关于进一步加强和改进全市城乡社区养老服务设施建设与运营管理工作的实施意见"
    assert _labels(title, PROSE) == ["headline", "body"]


def test_an_announcing_line_is_no_salutation() -> None:
    assert _labels("关于会议的通知", "现将有关事项通知如下：", PROSE) == ["headline", "body", "body"]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    assert (
        _labels("关于会议的通知", PROSE, "1.参会人员名单", "2.会议日程安排", "3.材料清单")[2:] == ["body"] * 3
    )


def test_a_unit_and_a_date_after_a_letter_are_its_signature_not_the_next_headline() -> None:
    letter = ("倡议书", "广大市民朋友们：", PROSE, "云溪市政协", "2024年3月5日")
    labels = _labels(*letter, "市政协召开民营企业家座谈会", PROSE)
    assert labels[3:6] == ["signature", "date", "headline"]


def test_a_unit_above_a_title_is_part_of_the_headline() -> None:
    assert _labels("政协云溪市委员会", "关于节约用水的倡议书", PROSE)[:2] == ["headline", "headline"]


def test_a_rule_below_a_headline_does_not_part_it_from_its_text() -> None:
    assert _labels("市政协召开会议", PROSE, "委员视察社区食堂", "————————", PROSE)[2:] == [
        "headline",
        "aside",
        "body",
    ]
    assert _starts("市政协召开会议", PROSE, "委员视察社区食堂", "————————", PROSE) == [1, 3]


def test_a_note_on_a_line_of_its_own_is_a_note() -> None:
    assert _labels("小院坝里的大协商", "编者按：现予刊发，供参考。", PROSE)[1] == "note"


def test_a_caption_is_body() -> None:
    assert _labels("市政协召开会议", PROSE, "座谈会现场", MORE)[2] == "body"


def test_the_break_between_two_headlines_on_one_line_is_offered() -> None:
    line = recognise("市政协召开党组会议 安排部署防控工作\n" + PROSE).lines[0]
    assert (line.label, line.doubt) == (Label.HEADLINE, Doubt.HEADLINE_BREAK)


def test_an_article_that_stops_in_mid_sentence_is_in_doubt() -> None:
    lines = recognise(f"市政协召开会议\n{PROSE}会议要求，要\n委员视察社区食堂\n{PROSE}").lines
    assert [line.doubt for line in lines] == ["", Doubt.CUT_OFF, "", ""]


def test_web_noise_between_headline_and_text_does_not_part_them() -> None:
    noise = "来源：云溪政协网 发布时间：2024-03-05 浏览次数：12"
    assert _labels("市政协召开会议", noise, PROSE) == ["headline", "aside", "body"]


@pytest.mark.parametrize("word", ["阅读", "访问", "打印", "来源"])
def test_words_of_web_pages_in_a_headline_do_not_make_it_noise(word: str) -> None:
    assert _labels(f"全民{word}活动启动", PROSE)[0] == "headline"


def test_without_the_switch_web_noise_stays() -> None:
    lines = recognise(f"市政协召开会议\n上一篇：无\n{PROSE}", switches=ALL - {Rule.WEB_NOISE}).lines
    assert lines[1].label is not Label.ASIDE


def test_the_head_of_a_printed_page_is_aside_and_parts_nothing() -> None:
    head = "云溪政协信息  2023年第12期"
    lines = (head, "市政协召开会议", PROSE, "— 2 —", head, MORE)
    assert _labels(*lines) == ["aside", "headline", "body", "aside", "aside", "body"]
    assert _starts(*lines) == [2]


def test_a_wish_above_a_signature_belongs_to_the_letter() -> None:
    letter = ("慰问信", "尊敬的老委员：", PROSE, "祝您身体健康、阖家幸福！", "云溪市政协", "2024年1月5日")
    labels = _labels(*letter, "市政协召开会议", PROSE)
    assert labels[3:7] == ["body", "signature", "date", "headline"]


def test_a_section_word_ending_in_a_colon_is_a_section() -> None:
    assert _labels("县区传真：", "白鹭区政协举办培训班", PROSE) == ["section", "headline", "body"]


def test_bulleted_headlines_are_headlines() -> None:
    assert _starts("◎吴桂兰：三十年守护一方健康", PROSE, "◎石大山：守得青山见月明", PROSE) == [1, 3]


def test_contents_announce_headlines_and_are_none() -> None:
    titles = ("市政协召开会议", "委员视察社区食堂")
    labels = _labels("本期要目", *titles, titles[0], PROSE, titles[1], PROSE)
    assert labels == ["aside", "aside", "aside", "headline", "body", "headline", "body"]


def test_a_wrapped_paragraph_goes_on_after_a_sentence_that_fills_its_line() -> None:
    full = "市政协组织全体委员深入乡镇社区企业开展义诊法律服务。"
    wrapped = [
        "　　" + "委员们走进田间地头为果农传授修剪技术并且答疑解惑",
        *[full[:-1] + "并"] * 4,
        full,
        full,
    ]
    lines = recognise("\n".join(wrapped + wrapped)).lines
    assert [line.joins for line in lines] == [False, *[True] * 6] * 2


def test_line_ends_of_every_system_are_line_ends() -> None:
    text = "市政协召开会议\r\n" + PROSE + "\r" + MORE + "\u2028" + MORE + "\n"
    assert len(recognise(text).lines) == 4


_SHORT = """
市政协召开会议 政协云溪市委员会 要闻 【要闻】 目录 第3期 ——在会上的讲话 （2024年3月5日） 2024年3月5日 周明远
各位委员： 同志们！
一、提高站位 （一）加强学习 1.抓落实 （1）要求 编者按： 附件：1.表 2.名单 ———— （供稿） 报：市委
编辑：某某 上一篇：无 走基层： 此致 时间：上午
"""
_PIECES = st.sampled_from(
    [*_SHORT.split(), "— 1 —", "", "　　", "序号\t单位", "市政协 召开党组会议", PROSE, MORE]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("\n".join) | st.text(max_size=300)


@settings(max_examples=300)
@given(_TEXTS)
def test_no_text_loses_a_line_or_breaks_a_rule(text: str) -> None:
    recognition = recognise(text)
    assert [line.number for line in recognition.lines] == list(range(1, len(recognition.lines) + 1))
    assert _joined(recognition) == _without_line_ends(text)
    assert_whole_articles(recognition)
    assert all(bool(line.why) == (line.label is Label.ASIDE) for line in recognition.lines)


def _joined(recognition: Recognition) -> str:
    return "".join(line.original for line in recognition.lines)


def _without_line_ends(text: str) -> str:
    return "".join(character for character in text if character not in "\n\r\x0b\x0c\x85\u2028\u2029")

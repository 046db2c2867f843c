"""Switches and changes taken back while a person reviews: what the person said stays."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.intake import assemble, choosing, replacing, review
from bulletin_desktop.intake.cleaner import ALL, Rule, apply
from bulletin_desktop.intake.recleaning import recleaned, revert_change, revert_rule
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Fate, Label, Recognition, Sender
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.summary import Summary, counted, rules_of

PROSE = "3月12日,市政协召开主席会议(扩大),传达学习有关会议精神,研究部署下半年重点工作."
TEXT = f"""市政协召开主席会议
来源:云溪日报 浏览次数:12
　　{PROSE}
要坚持"问题导向",深入调查研究。
- 2 -
顾长河赴石桥县调研  推动春耕生产
{PROSE}
１２个单位参加."""
WRAPPED = "市政协召开会议\n" + "会议听取了关于全市农业生产情况的汇报并就下一步工作\n" * 6 + "作出部署。\n"


def summary_of(*recognitions: Recognition) -> Summary:
    """What the chips of the review count."""
    lines = [line for recognition in recognitions for line in recognition.lines]
    aside = Counter(line.why for line in lines if line.label is Label.ASIDE)
    return counted(Counter(rule for line in lines for rule in rules_of(line)), aside)


@pytest.fixture
def recognition() -> Recognition:
    return recognise(TEXT)


def test_the_same_settings_change_nothing(recognition: Recognition) -> None:
    assert recleaned(recognition, Settings()) == recognition


def test_a_rule_switched_off_and_on_again_changes_nothing(recognition: Recognition) -> None:
    for rule in Rule:
        off = recleaned(recognition, Settings(ALL - {rule}))
        assert rule not in dict(summary_of(off).cleaned)
        assert _without_decisions(recleaned(off, Settings())) == _without_decisions(recognition), rule


def _without_decisions(recognition: Recognition) -> list[tuple[object, ...]]:
    return [(line.text, line.changes, line.label, line.starts, line.joins) for line in recognition.lines]


def test_labels_boundaries_and_what_was_taken_back_stay(recognition: Recognition) -> None:
    after = review.relabel(recognition, {4}, Label.NOTE)
    after = review.split(after, 8)
    after = revert_change(after, 3, 7)
    after = recleaned(after, Settings(ALL - {Rule.INDENT}))
    assert (after.lines[3].label, after.lines[7].starts) == (Label.NOTE, True)
    assert after.lines[2].text.startswith("　　3月12日,市政协")
    assert after.lines[2].text.count(",") == 1


def test_one_change_is_taken_back_and_stays_so() -> None:
    line = revert_change(recognise("会议,召开,结束."), 1, 2).lines[0]
    assert line.text == "会议,召开，结束。"
    assert apply(line.original, line.changes) == line.text
    again = recleaned(Recognition("", (line,)), Settings()).lines[0]
    assert again.text == "会议,召开，结束。"


@pytest.mark.parametrize(("start", "text"), [(2, "会议(扩大),（补）"), (5, "会议(扩大),（补）")])
def test_a_bracket_goes_back_with_its_partner(start: int, text: str) -> None:
    wide = recognise("会议(扩大),(补)", switches={Rule.HALFWIDTH_BRACKETS})
    assert revert_change(wide, 1, start).lines[0].text == text


def test_a_quote_goes_back_with_its_partner() -> None:
    assert revert_change(recognise('推行"一题一策"机制'), 1, 2).lines[0].text == '推行"一题一策"机制'


def test_a_replacement_taken_back_leaves_what_the_other_rules_did() -> None:
    settings = Settings(replacements=(("，召开", "，举行"),))
    replaced = recleaned(recognise("会议,召开。"), settings)
    assert replaced.lines[0].text == "会议，举行。"
    back = revert_change(replaced, 1, 3)
    assert back.lines[0].text == "会议，召开。"
    assert recleaned(back, settings) == back


def test_a_whole_rule_is_taken_back(recognition: Recognition) -> None:
    after = revert_rule(recognition, Rule.HALFWIDTH_PUNCTUATION)
    assert Rule.HALFWIDTH_PUNCTUATION not in dict(summary_of(after).cleaned)
    assert "（扩大）" in after.lines[2].text
    assert recleaned(after, Settings()) == after


def test_web_noise_follows_its_switch_unless_a_person_said_otherwise(recognition: Recognition) -> None:
    assert recognition.lines[1].label is Label.ASIDE
    off = recleaned(recognition, Settings(ALL - {Rule.WEB_NOISE, Rule.PAGE_NUMBERS}))
    assert Label.ASIDE not in {line.label for line in off.lines}
    kept = recleaned(review.restore(recognition, {2}), Settings())
    assert kept.lines[1].label is not Label.ASIDE
    assert kept.lines[4].label is Label.ASIDE


def test_joined_lines_follow_their_switch_unless_a_person_said_otherwise() -> None:
    wrapped = recognise(WRAPPED)
    assert sum(line.joins for line in wrapped.lines) == 6
    parted = review.merge(wrapped, {4})
    off = recleaned(parted, Settings(ALL - {Rule.WRAPPED_LINES}))
    assert not any(line.joins for line in off.lines)
    again = recleaned(off, Settings())
    assert [line.joins for line in again.lines] == [line.joins for line in parted.lines]


def test_a_headline_broken_by_hand_stays_broken(recognition: Recognition) -> None:
    broken = review.break_headline(recognition, 6)
    assert broken.lines[5].text.count("\n") == 1
    assert recleaned(broken, Settings()) == broken
    off = recleaned(broken, Settings(frozenset()))
    assert off.lines[5].text.count("\n") == 1


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(0, 40)), max_size=6), st.sets(st.sampled_from(Rule)))
def test_whatever_is_taken_back_or_switched_the_changes_give_the_text(
    taken: list[tuple[int, int]], rules: set[Rule]
) -> None:
    recognition = recognise(TEXT)
    for number, start in taken:
        recognition = revert_change(recognition, number, start)
    assert recleaned(recognition, Settings()) == recognition
    switched = recleaned(recognition, Settings(frozenset(rules)))
    for line in switched.lines:
        assert apply(line.original, line.changes) == line.text
        assert {change.rule for change in line.changes} <= rules


# --- whole articles


def test_an_article_left_out_is_not_stored_and_comes_back(recognition: Recognition) -> None:
    out = choosing.with_fate(recognition, 7, Fate.LEFT_OUT)
    assert [one.first for section in assemble.articles(out) for one in section.articles] == [1]
    assert choosing.with_fate(out, 6, None) == recognition


def test_a_fate_stays_with_its_article_when_boundaries_move(recognition: Recognition) -> None:
    out = choosing.with_fate(recognition, 7, Fate.REJECTED)
    moved = review.move_boundary(out, 7, down=False)
    assert [choosing.fate_of(moved, lines) for lines in review.articles_of(moved)] == [None, Fate.REJECTED]


def test_the_rejected_articles_can_be_taken_by_themselves(recognition: Recognition) -> None:
    assert choosing.rejected(recognition) is None
    rejected = choosing.rejected(choosing.with_fate(recognition, 7, Fate.REJECTED))
    assert rejected is not None
    assert [one.first for section in assemble.articles(rejected) for one in section.articles] == [6]


def test_a_sender_is_kept_by_article(recognition: Recognition) -> None:
    said = choosing.with_sender(recognition, 8, Sender("石桥县政协", "周楠"))
    first, second = review.articles_of(said)
    assert choosing.said_sender(said, first) is None
    assert choosing.said_sender(said, second) == Sender("石桥县政协", "周楠")


def test_the_summary_counts_places_by_rule_and_reason(recognition: Recognition) -> None:
    summary = summary_of(recognition, recognition)
    counts = dict(summary.cleaned)
    assert counts[Rule.HALFWIDTH_PUNCTUATION] == 2 * 7
    assert counts[Rule.WEB_NOISE] == 2
    assert dict(summary.aside)["page-number"] == 2
    assert summary.places == sum(counts.values()) - 4
    assert [family.rules[0] for family, _ in summary.families()][:2] == [
        Rule.HALFWIDTH_PUNCTUATION,
        Rule.QUOTES,
    ]


# --- the office's table


@pytest.mark.parametrize(
    ("text", "pairs", "left"),
    [
        ("帐号\t账号\n其它\t其他", (("帐号", "账号"), ("其它", "其他")), 0),
        ("帐号,账号", (("帐号", "账号"),), 0),
        ('"甲,乙",丙', (("甲,乙", "丙"),), 0),
        ("帐号→账号", (("帐号", "账号"),), 0),
        ("帐号 => 账号", (("帐号", "账号"),), 0),
        ("原文\t替换为\n帐号\t账号", (("帐号", "账号"),), 0),
        ("帐号\t账号\n帐号\t别的\n单独\n\n", (("帐号", "账号"),), 1),
        ("删去\t", (("删去", ""),), 0),
    ],
)
def test_a_table_of_two_columns_is_read(text: str, pairs: tuple[tuple[str, str], ...], left: int) -> None:
    read = replacing.read(text)
    assert (read.pairs, read.left) == (pairs, left)

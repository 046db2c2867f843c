"""What a person can do to a recognition before it is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.intake import assemble, review
from bulletin_desktop.intake.cleaner import apply
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Recognition, Why
from tests.intake.labels import assert_whole_articles

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
TEXT = f"""【要闻】
市政协召开主席会议
{PROSE}
要坚持问题导向，深入调查研究。

顾长河赴石桥县调研
{PROSE}
【简讯】
白鹭区政协举办培训班
{PROSE}
（白鹭区政协供稿）"""


@pytest.fixture
def recognition() -> Recognition:
    return recognise(TEXT)


def _spans(recognition: Recognition) -> list[tuple[int, int]]:
    return [(lines[0].number, lines[-1].number) for lines in review.articles_of(recognition)]


def _label(recognition: Recognition, number: int) -> Label:
    return recognition.lines[number - 1].label


def test_articles_end_at_their_last_line_of_text(recognition: Recognition) -> None:
    assert _spans(recognition) == [(2, 4), (6, 7), (9, 11)]


def test_articles_know_their_section_by_its_bare_name(recognition: Recognition) -> None:
    assert [name for name, _ in review.articles_in_sections(recognition)] == ["要闻", "要闻", "简讯"]


def test_split_begins_an_article(recognition: Recognition) -> None:
    after = review.split(recognition, 4)
    assert _spans(after) == [(2, 3), (4, 4), (6, 7), (9, 11)]


def test_split_makes_the_short_lines_there_the_headline() -> None:
    one = review.join(recognise(f"市政协召开会议\n{PROSE}\n委员视察社区食堂\n走访困难群众\n{PROSE}"), 3)
    two = review.split(one, 3)
    assert [line.label for line in two.lines[2:]] == [Label.HEADLINE, Label.HEADLINE, Label.BODY]


def test_split_at_a_blank_line_takes_the_next_line_of_text(recognition: Recognition) -> None:
    joined = review.join(recognition, 7)
    assert _spans(review.split(joined, 5)) == [(2, 4), (6, 7), (9, 11)]


def test_join_makes_one_article_of_two_and_the_headline_a_heading(recognition: Recognition) -> None:
    after = review.join(recognition, 7)
    assert _spans(after) == [(2, 7), (9, 11)]
    assert _label(after, 6) is Label.HEADING1


def test_join_does_not_reach_across_a_section(recognition: Recognition) -> None:
    assert _spans(review.join(recognition, 10)) == _spans(recognition)


def test_relabel_changes_labels_and_settles_the_doubt() -> None:
    doubtful = recognise(PROSE)
    after = review.relabel(doubtful, {1}, Label.NOTE)
    assert (_label(after, 1), after.lines[0].doubt) == (Label.NOTE, Doubt.NONE)


def test_a_line_made_headline_above_a_headline_belongs_to_that_article() -> None:
    recognition = recognise(f"市政协召开会议\n{PROSE}\n走基层\n顾长河赴石桥县调研\n{PROSE}")
    single = review.relabel(review.join(recognition, 5), {3}, Label.BODY)
    split = review.split(single, 4)
    assert _spans(review.relabel(split, {3}, Label.KICKER)) == [(1, 2), (3, 5)]


def test_a_line_made_section_ends_the_article_before(recognition: Recognition) -> None:
    after = review.relabel(recognition, {4}, Label.SECTION)
    assert _spans(after) == [(2, 3), (6, 7), (9, 11)]


def test_setting_aside_the_first_line_lets_the_next_begin_the_article(recognition: Recognition) -> None:
    after = review.set_aside(recognition, {6})
    assert _spans(after) == [(2, 4), (7, 7), (9, 11)]
    assert after.lines[5].why == Why.BY_HAND


def test_restore_takes_lines_back_numbered_ones_as_headings() -> None:
    recognition = recognise(f"市政协召开会议\n{PROSE}\n一、提高站位\n{PROSE}")
    aside = review.set_aside(recognition, {2, 3})
    after = review.restore(aside, {2, 3})
    assert [line.label for line in after.lines[1:3]] == [Label.BODY, Label.HEADING1]
    assert {line.why for line in after.lines} == {""}


def test_settle_clears_one_doubt() -> None:
    assert review.settle(recognise(PROSE), 1).lines[0].doubt == Doubt.NONE


def test_break_headline_turns_the_kept_space_into_a_line_break() -> None:
    recognition = recognise("市政协召开党组会议,  安排部署防控工作 传达有关精神\n" + PROSE)
    first = review.break_headline(recognition, 1).lines[0]
    assert first.text.count("\n") == 1
    assert first.doubt == Doubt.NONE
    assert apply(first.original, first.changes) == first.text


def test_unknown_lines_are_ignored(recognition: Recognition) -> None:
    assert review.relabel(recognition, {0, 99}, Label.NOTE) == recognition
    assert review.settle(recognition, 99) == recognition


def test_two_lines_of_a_headline_become_one() -> None:
    recognition = recognise(f"市政协召开党组扩大会议\n安排部署年度重点工作\n{PROSE}")
    after = review.merge(recognition, {1, 2})
    (section,) = assemble.articles(after)
    assert section.articles[0].article.headline == ("市政协召开党组扩大会议安排部署年度重点工作",)
    assert _undecided(review.merge(after, {1, 2})) == _undecided(recognition)


def test_a_paragraph_is_merged_with_the_one_above_across_blank_lines() -> None:
    recognition = recognise(f"市政协召开会议\n会议研究了工作，\n\n部署了任务。\n{PROSE}")
    after = review.merge(recognition, {4})
    blocks = assemble.articles(after)[0].articles[0].article.blocks
    assert [block.spans[0].text for block in blocks] == ["会议研究了工作，部署了任务。", PROSE]


def test_articles_do_not_merge_nor_does_the_first_line(recognition: Recognition) -> None:
    assert review.merge(recognition, {2}) == recognition
    assert review.merge(recognition, {6}) == recognition


def test_a_boundary_moves_down_and_up_again(recognition: Recognition) -> None:
    down = review.move_boundary(recognition, 7, down=True)
    assert (_spans(down), _label(down, 6)) == ([(2, 6), (7, 7), (9, 11)], Label.BODY)
    up = review.move_boundary(down, 7, down=False)
    assert (_spans(up), _label(up, 6)) == ([(2, 4), (6, 7), (9, 11)], Label.HEADLINE)


def test_a_boundary_does_not_leave_its_section_nor_use_an_article_up(recognition: Recognition) -> None:
    assert review.move_boundary(recognition, 10, down=False) == recognition
    assert review.move_boundary(recognition, 2, down=True) == recognition
    last = review.move_boundary(recognition, 7, down=True)
    assert review.move_boundary(last, 7, down=True) == last


def _undecided(recognition: Recognition) -> tuple[ReadLine, ...]:
    return tuple(replace(line, decided=False, confidence=1.0) for line in recognition.lines)


_NUMBERS = st.sets(st.integers(0, 13), max_size=4)
_STEPS = st.one_of(
    st.tuples(
        st.sampled_from([review.split, review.join, review.settle, review.break_headline]), st.integers(0, 13)
    ),
    st.tuples(st.sampled_from([review.set_aside, review.restore, review.merge]), _NUMBERS),
    st.tuples(st.just(review.move_boundary), st.integers(0, 13), st.booleans()),
    st.tuples(st.just(review.relabel), _NUMBERS, st.sampled_from(Label)),
)


@given(st.lists(_STEPS, max_size=8))
def test_whatever_a_person_does_no_line_is_lost_and_the_result_is_legal(steps: list) -> None:
    recognition = recognise(TEXT)
    for operation, *arguments in steps:
        recognition = operation(recognition, *arguments)
    assert "\n".join(line.original for line in recognition.lines) == TEXT
    assert_whole_articles(recognition)


@pytest.mark.parametrize("number", [2, 3, 9, 10])
def test_the_first_article_of_the_input_or_of_a_section_joins_nothing(
    recognition: Recognition, number: int
) -> None:
    assert review.join(recognition, number) == recognition


@pytest.mark.parametrize("number", [2, 6, 9])
def test_a_headline_set_aside_and_taken_back_begins_its_article_again(
    recognition: Recognition, number: int
) -> None:
    after = review.restore(review.set_aside(recognition, [number]), [number])
    assert _undecided(after) == _undecided(recognition)

"""Pages by counting heights, and what must stay together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Item, Page, Placed, TextRun
from bulletin_desktop.typeset.paginator import Paginator, paginate

T = template.load("jianbao")


def item(role: str, lines: int = 1, **changes: object) -> tuple[Item, tuple[tuple[int, int], ...]]:
    """An item of so many lines of one character."""
    made = Item(role, T.style(role), (TextRun("字" * lines),))
    return replace(made, **changes), tuple((n, n + 1) for n in range(lines))  # type: ignore[arg-type]


def pages(*flow: tuple[Item, tuple[tuple[int, int], ...]]) -> tuple[tuple[Placed, ...], tuple[Page, ...]]:
    return paginate(flow, T.page)


def test_a_page_has_22_lines() -> None:
    _, made = pages(item("body", 50))
    assert [len(page.lines) for page in made] == [22, 22, 6]
    assert [page.number for page in made] == [1, 2, 3]


def test_lines_stand_on_the_grid() -> None:
    _, made = pages(item("body", 3))
    assert [line.top for line in made[0].lines] == [2098, 2098 + 579, 2098 + 2 * 579]


def test_a_masthead_name_takes_three_lines_of_the_grid() -> None:
    _, made = pages(item("masthead-name"), item("body", 22))
    assert [len(page.lines) for page in made] == [20, 3]


def test_nothing_still_is_a_page() -> None:
    assert paginate((), T.page)[1] == (Page(1, ()),)


def test_a_headline_keeps_with_the_blank_and_two_lines() -> None:
    head = (item("headline", keep=2), item("headline-gap", keep=2), item("body", 5))
    fits, _ = pages(item("body", 18), *head)
    moves, _ = pages(item("body", 19), *head)
    assert [placed.page for placed in fits] == [1, 1, 1, 1]
    assert [placed.page for placed in moves] == [1, 2, 2, 2]
    assert [placed.new_page for placed in moves] == [False, True, False, False]


def test_a_heading_is_not_the_last_line_of_a_page() -> None:
    placed, _ = pages(item("body", 21), item("heading1"), item("body", 3))
    assert [one.page for one in placed] == [1, 2, 2]
    assert placed[1].new_page


def test_headings_in_a_row_move_together() -> None:
    placed, _ = pages(item("body", 20), item("heading1"), item("heading2"), item("body", 3))
    assert [one.page for one in placed] == [1, 2, 2, 2]


def test_a_paragraph_that_flows_on_gets_no_break() -> None:
    placed, _ = pages(item("body", 22), item("body", 3))
    assert [(one.page, one.new_page) for one in placed] == [(1, False), (2, False)]


def test_a_signature_takes_the_paragraph_before_it_along() -> None:
    signing = (item("sign-gap", with_previous=True), item("signature"), item("date"))
    placed, _ = pages(item("body", 16), item("body", 4), *signing)
    assert [one.page for one in placed] == [1, 2, 2, 2, 2]
    assert [one.new_page for one in placed] == [False, True, False, False, False]


def test_a_signature_takes_a_heading_above_that_paragraph_along_too() -> None:
    signing = (item("sign-gap", with_previous=True), item("signature"), item("date"))
    placed, _ = pages(item("body", 16), item("heading1"), item("body", 4), *signing)
    assert [one.page for one in placed] == [1, 2, 2, 2, 2, 2]


def test_a_signature_leaves_a_paragraph_of_more_than_half_a_page() -> None:
    signing = (item("sign-gap", with_previous=True), item("signature"), item("date"))
    placed, _ = pages(item("body", 5), item("body", 16), *signing)
    assert [one.page for one in placed] == [1, 1, 2, 2, 2]


def test_blank_lines_between_articles_say_nothing_at_a_pages_top() -> None:
    blank = item("blank", skip_at_top=True)
    placed, _ = pages(item("body", 22), blank, blank, item("headline"), item("body"))
    assert [(one.item.role, one.page, one.new_page) for one in placed] == [
        ("body", 1, False), ("headline", 2, True), ("body", 2, False),
    ]  # fmt: skip


def test_an_asked_break_is_kept_even_on_a_fresh_page() -> None:
    placed, made = pages(item("body", 22), item("attachment", new_page=True), item("body"))
    assert len(made) == 2
    assert placed[1].new_page


def test_a_chain_longer_than_a_page_flows() -> None:
    flow = [item("heading1") for _ in range(30)]
    placed, made = pages(*flow)
    assert len(placed) == 30
    assert [len(page.lines) for page in made] == [22, 8]


ITEMS = st.lists(
    st.one_of(
        st.integers(1, 30).map(lambda n: item("body", n)),
        st.sampled_from(
            [
                item("headline", 2, keep=2),
                item("headline-gap", keep=2),
                item("heading1"),
                item("sign-gap", with_previous=True),
                item("signature"),
                item("date"),
                item("attachment", new_page=True),
                item("blank"),
            ]
        ),
    ),
    max_size=60,
)


@settings(max_examples=200)
@given(ITEMS)
def test_every_line_is_placed_once_in_order_within_its_page(
    flow: list[tuple[Item, tuple[tuple[int, int], ...]]],
) -> None:
    placed, made = pages(*flow)
    assert [one.item for one in placed] == [one for one, _ in flow]
    lines = [line for page in made for line in page.lines]
    assert [(line.item, line.nth) for line in lines] == [
        (index, nth) for index, one in enumerate(placed) for nth in range(len(one.lines))
    ]
    for page in made:
        assert all(2098 + 579 * nth == line.top for nth, line in enumerate(page.lines))
        assert len(page.lines) <= 22
    first = {index: page.number for page in reversed(made) for index in {line.item for line in page.lines}}
    assert all(one.page == first[index] for index, one in enumerate(placed))


@given(st.data())
def test_pages_after_an_edit_are_those_of_a_first_paging(data: st.DataObject) -> None:
    kinds = st.sampled_from(
        (
            item("body"),
            item("body", 7),
            item("body", 25),
            item("heading1"),
            item("headline", 2, keep=2),
            item("headline-gap", keep=2),
            item("blank", skip_at_top=True),
            item("blank", with_previous=True),
            item("signature", with_previous=True),
            item("attachment", new_page=True),
        )
    )
    flows = st.lists(kinds, max_size=25)
    foot = item("imprint", 2)
    paginator = Paginator(T.page)
    flow = data.draw(flows)
    for _ in range(4):
        assert paginator.paginate(flow, lambda _used, _page: (foot,)) == paginate(
            flow, T.page, lambda _used, _page: (foot,)
        )
        at = data.draw(st.integers(0, len(flow)))
        flow = [
            *flow[:at],
            *data.draw(st.lists(kinds, max_size=2)),
            *flow[at + data.draw(st.integers(0, 2)) :],
        ]


SIGNING = (item("sign-gap", with_previous=True), item("signature"), item("date"))


def test_two_lines_go_with_a_signature_where_one_would() -> None:
    placed, made = pages(item("body", 17), item("body", 6), *SIGNING)
    assert placed[1].widow
    assert [len(page.lines) for page in made] == [21, 5]


def test_a_paragraph_of_which_one_line_would_stay_behind_moves_whole() -> None:
    placed, made = pages(item("body", 20), item("body", 3), *SIGNING)
    assert [(one.page, one.new_page, one.widow) for one in placed[:2]] == [
        (1, False, False),
        (2, True, False),
    ]
    assert [len(page.lines) for page in made] == [20, 6]


def test_without_a_signature_one_line_may_stand_alone() -> None:
    placed, made = pages(item("body", 17), item("body", 6), item("body"))
    assert not placed[1].widow
    assert [len(page.lines) for page in made] == [22, 2]


def test_pages_after_an_edit_that_moves_nothing_are_the_same_pages() -> None:
    paginator = Paginator(T.page)
    flow = [item("body", 7) for _ in range(40)]
    _, before = paginator.paginate(flow)
    _, after = paginator.paginate([*flow[:20], item("body", 7), *flow[21:]])
    changed = [nth for nth, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]
    assert changed == [6]


def test_pages_are_taken_over_under_new_numbers_from_a_break_on() -> None:
    paginator = Paginator(T.page)
    head, tail = [item("body", 20)], [item("attachment", new_page=True), *(item("body", 9) for _ in range(9))]
    paginator.paginate([*head, *tail])
    longer = [item("body", 20), item("body", 20), *tail]
    assert paginator.paginate(longer) == paginate(longer, T.page)

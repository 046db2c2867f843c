"""Where a drop means, and moves that never shift each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.gui.tree.nodes import Kind, Node, contents_nodes
from bulletin_desktop.gui.tree.places import Place, article_place, moves, section_place, step_place
from bulletin_desktop.services.outline import ArticleRow, IssueOutline, SectionRow


def carried_out(
    order: dict[str, tuple[str, ...]], steps: tuple[tuple[str, str, int], ...]
) -> dict[str, list[str]]:
    """What the library does with a MoveArticles act."""
    after = {section: list(row) for section, row in order.items()}
    for article, section, position in steps:
        for row in after.values():
            if article in row:
                row.remove(article)
        after[section].insert(position, article)
    return after


@st.composite
def drops(draw: st.DrawFn) -> tuple[dict[str, tuple[str, ...]], list[str], str, int]:
    lengths = draw(st.lists(st.integers(0, 5), min_size=1, max_size=3))
    order = {f"s{s}": tuple(f"a{s}{n}" for n in range(length)) for s, length in enumerate(lengths)}
    everything = [article for row in order.values() for article in row]
    chosen = draw(st.sets(st.sampled_from(everything))) if everything else set()
    section = draw(st.sampled_from(list(order)))
    return order, [a for a in everything if a in chosen], section, draw(st.integers(0, len(order[section])))


@given(drops())
def test_dragged_articles_stand_together_where_they_were_dropped(drop: tuple) -> None:
    order, dragged, section, position = drop
    after = carried_out(order, moves(order, dragged, section, position))
    before_line = [a for a in order[section][:position] if a not in dragged]
    after_line = [a for a in order[section][position:] if a not in dragged]
    assert after[section] == [*before_line, *dragged, *after_line]
    for other in order.keys() - {section}:
        assert after[other] == [a for a in order[other] if a not in dragged]


@given(drops())
def test_one_step_down_and_one_up_come_back(drop: tuple) -> None:
    order, _, section, _ = drop
    if not order[section]:
        return
    article = order[section][0]
    place = step_place(order, [article], 1)
    if place is None:
        return
    after = {k: tuple(v) for k, v in carried_out(order, moves(order, [article], *place)).items()}
    back = step_place(after, [article], -1)
    assert back is not None
    assert {k: tuple(v) for k, v in carried_out(after, moves(after, [article], *back)).items()} == order


def test_a_step_leads_into_the_next_section_and_ends_with_the_issue() -> None:
    order = {"one": ("a",), "two": ("b",)}
    assert step_place(order, ["a"], 1) == ("two", 0)
    assert step_place(order, ["b"], 1) is None
    assert step_place(order, ["b"], -1) == ("one", 1)
    assert step_place(order, ["a"], -1) is None


def issue(*sections: tuple[str, int]) -> tuple[IssueOutline, Node]:
    rows = tuple(
        SectionRow(f"s{s}", title, tuple(ArticleRow(f"a{s}{n}", "t", 1, "draft") for n in range(count)))
        for s, (title, count) in enumerate(sections)
    )
    outline = IssueOutline("issue", rows)
    node = Node(Kind.ISSUE, "issue", "No. 1")
    node.children = contents_nodes(outline)
    for child in (node, *node.descendants()):
        for below in child.children:
            below.parent = child
    return outline, node


def test_articles_without_a_section_stand_directly_under_the_issue() -> None:
    _, node = issue(("", 2), ("News", 1))
    assert [child.kind for child in node.children] == [Kind.ARTICLE, Kind.ARTICLE, Kind.SECTION]


def test_a_drop_onto_a_section_is_its_end() -> None:
    outline, node = issue(("News", 2))
    assert article_place(outline, node.children[0], -1) == Place(Kind.SECTION, "s0", 2, "issue")


def test_a_drop_between_articles_is_between_them() -> None:
    outline, node = issue(("News", 2))
    assert article_place(outline, node.children[0], 1) == Place(Kind.SECTION, "s0", 1, "issue")


def test_a_drop_between_sections_is_the_end_of_the_upper_one() -> None:
    outline, node = issue(("News", 2), ("Notes", 1))
    assert article_place(outline, node, 1) == Place(Kind.SECTION, "s0", 2, "issue")


def test_a_drop_above_everything_is_the_first_place() -> None:
    outline, node = issue(("News", 2))
    assert article_place(outline, node, 0) == Place(Kind.SECTION, "s0", 0, "issue")


def test_nothing_can_be_dropped_on_a_publication() -> None:
    outline, _ = issue(("News", 1))
    assert article_place(outline, Node(Kind.PUBLICATION, "p", "Bulletin"), -1) is None


def test_a_section_goes_between_sections_and_never_into_one() -> None:
    outline, node = issue(("News", 2), ("Notes", 1))
    assert section_place(outline, node, 1) == Place(Kind.ISSUE, "issue", 1)
    assert section_place(outline, node, 0) == Place(Kind.ISSUE, "issue", 0)
    assert section_place(outline, node, -1) == Place(Kind.ISSUE, "issue", 2)
    assert section_place(outline, node.children[0], 1) == Place(Kind.ISSUE, "issue", 1)


def test_a_section_below_articles_of_none_stands_after_their_unnamed_section() -> None:
    outline, node = issue(("", 2), ("News", 1))
    assert section_place(outline, node, 1) == Place(Kind.ISSUE, "issue", 1)

"""Which documents are legal, and what is said of those that are not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Adjustment,
    Article,
    Cell,
    Imprint,
    Issue,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.document.schema import IllegalDocument, check, is_legal_text, one_line
from tests.document import strategies

BOLD = frozenset({Mark.BOLD})
ARTICLE = Article(new_id(), ("标题",))
ISSUE = Issue(new_id(), "简报", 2024, 3, dt.date(2024, 3, 1), Masthead("简报"))


def paragraph(*spans: Span) -> Paragraph:
    return Paragraph(new_id(), Role.BODY, spans)


def table(*rows: tuple[Cell, ...], widths: tuple[int, ...] = (500, 500), header_rows: int = 0) -> Table:
    return Table(new_id(), widths, rows, header_rows)


@given(strategies.articles)
def test_every_article_of_the_strategies_is_legal(article: Article) -> None:
    check(article)


@given(strategies.issues)
def test_every_issue_of_the_strategies_is_legal(issue: Issue) -> None:
    check(issue)


def test_a_single_block_can_be_checked() -> None:
    check(paragraph(Span("正文")))


def test_an_error_names_the_place() -> None:
    article = replace(ARTICLE, blocks=(paragraph(Span("一")), paragraph(Span("二"), Span("", BOLD))))
    with pytest.raises(IllegalDocument, match=r"^article, block 2, span 2: is empty$"):
        check(article)


def test_an_error_in_an_issue_names_section_and_article() -> None:
    issue = replace(ISSUE, sections=(Section(new_id()), Section(new_id(), "要闻", (Article("x"),))))
    with pytest.raises(IllegalDocument, match=r"^section 2, article 1: 'x' is not an id$"):
        check(issue)


@pytest.mark.parametrize(
    "character",
    [
        "\n",
        "\r",
        "\t",
        "\x00",
        "\x0b",
        "\x1f",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\ud800",
        "\ufffe",
        "\uffff",
    ],
)
def test_characters_no_text_may_hold(character: str) -> None:
    with pytest.raises(IllegalDocument, match=f"character 1 is U\\+{ord(character):04X}"):
        check(replace(ARTICLE, kicker=f"引{character}题"))
    assert not is_legal_text(character)


@given(st.text())
def test_one_line_makes_any_text_legal(text: str) -> None:
    assert is_legal_text(one_line(text))


@given(strategies.texts)
def test_one_line_leaves_legal_text_alone(text: str) -> None:
    assert one_line(text) == text


def test_one_line_puts_a_space_for_a_break() -> None:
    assert one_line("甲\r\n乙\t丙\x00丁") == "甲 乙 丙丁"


same = new_id()


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (replace(ARTICLE, id=""), "'' is not an id"),
        (replace(ARTICLE, headline=("", "二")), "headline line 1: is empty"),
        (replace(ARTICLE, headline=["表"]), "does not hold a tuple"),
        (replace(ARTICLE, subtitle=None), "None is not text"),
        (replace(ARTICLE, blocks=(PageBreak(same), PageBreak(same))), "stands twice"),
        (replace(ARTICLE, id=same, blocks=(PageBreak(same),)), "stands twice"),
        (replace(ARTICLE, blocks=("正文",)), "str is no kind of block"),
        (replace(ARTICLE, blocks=(Paragraph(new_id(), "body"),)), "'body' is not a role"),
        (replace(ARTICLE, blocks=(paragraph(Span("一", BOLD), Span("二", BOLD)),)), "same marks as the span"),
        (replace(ARTICLE, blocks=(paragraph(Span("一", frozenset({"bold"}))),)), "not a frozen set of marks"),
        (replace(ARTICLE, blocks=(paragraph("一"),)), "str stands where Span should"),
        (replace(ARTICLE, blocks=(Picture(new_id(), "AB" * 32, 1, 1),)), "not a SHA-256"),
        (replace(ARTICLE, blocks=(Picture(new_id(), "ab" * 32, 0, 1),)), "width: 0 is not a whole number"),
        (replace(ARTICLE, blocks=(Picture(new_id(), "ab" * 32, 1, True),)), "height: True is not a whole"),
        (replace(ARTICLE, blocks=(Picture(new_id(), "ab" * 32, 10**400, 1),)), "width: 10+ is not a whole"),
    ],
)
def test_illegal_articles(article: Article, reason: str) -> None:
    with pytest.raises(IllegalDocument, match=reason):
        check(article)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (table((Cell(), Cell()), widths=(500, 499)), "sum to 999"),
        (table((Cell(),), widths=(1000, 0)), "width 2: 0 is not"),
        (table(), "has no rows"),
        (table((Cell(), Cell()), header_rows=2), "more than the table has"),
        (table((Cell(),)), "row 1: leaves 1 columns"),
        (table((Cell(), Cell(), Cell())), "row 1, cell 3: does not fit"),
        (table((Cell(columns=3),)), "does not fit"),
        (table((Cell(rows=2), Cell())), "reaches below the last row"),
        (table((Cell(rows=2), Cell()), (Cell(), Cell())), "row 2, cell 2: does not fit"),
        (
            table((Cell(), Cell(rows=2), Cell()), (Cell(columns=2),), widths=(300, 300, 400)),
            "row 2, cell 1: does not fit between",
        ),
        (table((Cell(columns=0), Cell())), "columns: 0 is not"),
    ],
)
def test_tables_whose_cells_do_not_tile_the_grid(block: Table, reason: str) -> None:
    with pytest.raises(IllegalDocument, match=reason):
        check(block)


def test_a_row_wholly_covered_from_above_has_no_cells() -> None:
    check(table((Cell(rows=2, columns=2),), ()))


@pytest.mark.parametrize(
    ("issue", "reason"),
    [
        (replace(ISSUE, number=0), "number: 0 is not a whole number from 1 to"),
        (replace(ISSUE, year=0), "year: 0"),
        (replace(ISSUE, running_number=-1), "running number: -1"),
        (replace(ISSUE, publication=""), "publication: is empty"),
        (replace(ISSUE, template=""), "template: is empty"),
        (replace(ISSUE, supplement=1), "supplement: 1 is not true or false"),
        (replace(ISSUE, date=dt.datetime(2024, 3, 1)), "date"),
        (replace(ISSUE, masthead=Masthead("甲\n乙")), "masthead name: character 1"),
        (replace(ISSUE, masthead=None), "NoneType stands where Masthead should"),
        (replace(ISSUE, imprint=Imprint(copies=-1)), "imprint copies"),
        (replace(ISSUE, imprint=Imprint(send_to="\x07")), "imprint send_to"),
        (replace(ISSUE, adjustments=(("page.lines", 23),)), "is no adjustment"),
        (replace(ISSUE, adjustments=((Adjustment.PAGE_LINES, 9999),)), "9999 is not a whole number"),
        (replace(ISSUE, adjustments=((Adjustment.PAGE_LINES, 23),) * 2), "one stands twice"),
        (replace(ISSUE, adjustments=[]), "adjustments: is not a tuple"),
        (replace(ISSUE, sections=(Section(same), Section(same))), "stands twice"),
        (
            replace(ISSUE, sections=(Section(new_id(), "", (ARTICLE,)), Section(new_id(), "", (ARTICLE,)))),
            "stands twice",
        ),
    ],
)
def test_illegal_issues(issue: Issue, reason: str) -> None:
    with pytest.raises(IllegalDocument, match=reason):
        check(issue)


def test_a_section_alone_is_no_document() -> None:
    with pytest.raises(IllegalDocument, match="Section is neither issue, article nor block"):
        check(Section(new_id()))

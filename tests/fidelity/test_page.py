"""The page as LibreOffice renders it: 22 lines of 28 characters, every piece of furniture in its place.

Lengths in twips from the page's top left corner. LibreOffice sets a baseline at 80 % of an exact line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

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
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity.conftest import Render
from tests.fidelity.rendered import RenderedPage, TextLine

pytestmark = pytest.mark.libreoffice

TOP, LEFT, PITCH = 2098, 1587, 579
RIGHT = LEFT + 8844
SLACK = 12  # a PDF's coordinates are rounded to a tenth of a point, LibreOffice's to 1/100 mm

_TEXT = "各乡镇各部门认真了解春耕用水情况逐村走访登记水渠损毁长度并安排专人值守"


def grid(line: TextLine) -> float:
    """Which of the page's 22 lines *line* stands on, from 1."""
    return (line.baseline - TOP - 0.8 * PITCH) / PITCH + 1


def body(key: str, lines: int) -> Paragraph:
    """A paragraph of *lines* lines, the last one half full."""
    return Paragraph(key, Role.BODY, (Span((_TEXT * lines)[: 26 + 28 * (lines - 2) + 14]),))


ISSUE = Issue(
    "i",
    "简报",
    2026,
    3,
    dt.date(2026, 2, 3),
    Masthead("云溪县政务信息快报", "云溪县委办公室", "内部资料", "000123"),
    running_number=105,
    imprint=Imprint(
        "县委常委，县人大常委会主任，县政府县长、副县长，县政协主席，各镇党委书记", "各镇", "", 120, "张某"
    ),
    sections=(
        Section(
            "s",
            "",
            (
                Article(
                    "a",
                    ("各镇开展春耕用水调查", "逐村登记水渠损毁情况", "安排专人值守"),
                    blocks=(body("a1", 60),),
                ),
                Article(
                    "b",
                    ("县政务服务中心推行窗口无否决权制度让企业和群众办事更加便捷高效顺心",),
                    blocks=(body("b1", 3),),
                ),
                Article(
                    "c",
                    ("倡议书",),
                    blocks=(
                        body("c1", 3),
                        Paragraph("c2", Role.SIGNATURE, (Span("云溪县委办公室"),)),
                        Paragraph("c3", Role.DATE, (Span("2026年2月3日"),)),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.fixture(scope="module")
def layout(typesetter: Typesetter) -> Layout:
    return typesetter.layout(ISSUE)


@pytest.fixture(scope="module")
def pages(render: Render, layout: Layout) -> tuple[RenderedPage, ...]:
    return render([layout], [ISSUE])[0]


def line_of(pages: Sequence[RenderedPage], start: str) -> tuple[int, TextLine]:
    """Return (page number, line) of the last line that starts so."""
    found = [
        (n, line) for n, page in enumerate(pages, 1) for line in page.lines if line.text.startswith(start)
    ]
    assert found, f"no line starts with {start}"
    return found[-1]


def test_there_are_as_many_pages_as_the_preview_shows(
    pages: tuple[RenderedPage, ...], layout: Layout
) -> None:
    assert len(pages) == len(layout.pages)


def test_a_full_page_has_22_lines_on_the_grid(pages: tuple[RenderedPage, ...]) -> None:
    assert [round(grid(line), 2) for line in pages[1].lines] == pytest.approx(range(1, 23), abs=0.02)


def test_a_full_line_has_28_characters_and_fills_the_text_block(pages: tuple[RenderedPage, ...]) -> None:
    for line in pages[1].lines:
        assert len(line.text) == 28
        assert line.left == pytest.approx(LEFT, abs=SLACK)
        # The 19 twips left over are less than one a gap: LibreOffice leaves them at the end.
        assert RIGHT - 19 - SLACK <= line.right + 320 <= RIGHT


def test_a_first_line_is_two_characters_in(pages: tuple[RenderedPage, ...]) -> None:
    first = next(line for line in pages[0].lines if line.text.startswith(_TEXT[:20]))
    assert first.left == pytest.approx(LEFT + 630, abs=SLACK)
    assert len(first.text) == 26


def test_the_masthead_takes_eight_lines_with_the_rule_in_the_eighth(pages: tuple[RenderedPage, ...]) -> None:
    marks, name, number, unit, contents = pages[0].lines[:5]
    assert grid(marks) == pytest.approx(1, abs=0.03)
    assert name.text == "云溪县政务信息快报"
    assert name.baseline == pytest.approx(TOP + 2 * PITCH + 0.8 * 3 * PITCH, abs=SLACK)
    assert number.text == "第3期（总第105期）"
    assert [grid(number), grid(unit)] == pytest.approx([6, 7], abs=0.03)
    (rule,) = pages[0].rules
    assert rule.y == pytest.approx(TOP + 7 * PITCH + 227, abs=SLACK)
    assert (rule.left, rule.right) == pytest.approx(
        (LEFT - rule.thickness, RIGHT + rule.thickness), abs=SLACK
    )
    assert (rule.thickness, rule.color) == (pytest.approx(45, abs=3), "FF0000")
    assert grid(contents) == pytest.approx(round(grid(contents)), abs=0.03)


def test_contents_name_the_pages_where_the_headlines_stand(pages: tuple[RenderedPage, ...]) -> None:
    entries = [line for line in pages[0].lines if ".." in line.text]
    assert [entry.text.rpartition(".")[2] for entry in entries] == [
        str(line_of(pages, start)[0]) for start in ("各镇开展", "县政务服务中心", "倡议书")
    ]
    for entry in entries:
        assert entry.right == pytest.approx(RIGHT - 160, abs=40)


def test_a_headline_s_lines_and_one_blank_line_stand_on_the_grid(pages: tuple[RenderedPage, ...]) -> None:
    lines = pages[0].lines
    first = next(n for n, line in enumerate(lines) if line.text == "各镇开展春耕用水调查")
    steps = [grid(line) - grid(lines[first]) for line in lines[first : first + 4]]
    assert steps == pytest.approx([0, 1, 2, 4], abs=0.03)


def test_a_headline_is_centred(pages: tuple[RenderedPage, ...]) -> None:
    _, line = line_of(pages, "倡议书")
    assert (line.left + line.right + 440) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=SLACK)


def test_signature_and_date_stand_as_the_standard_asks(pages: tuple[RenderedPage, ...]) -> None:
    _, signature = line_of(pages, "云溪县委办公室")
    _, date = line_of(pages, "2026年2月3日")
    assert grid(date) - grid(signature) == pytest.approx(1, abs=0.03)
    assert date.left - signature.left == pytest.approx(630, abs=SLACK)


def test_the_imprint_ends_on_the_last_line_of_the_last_page_between_its_rules(
    pages: tuple[RenderedPage, ...],
) -> None:
    last = pages[-1]
    assert grid(last.lines[-1]) == pytest.approx(22, abs=0.03)
    assert last.lines[-1].text.replace(" ", "").endswith("共印120份")
    first = next(n for n, line in enumerate(last.lines) if line.text.startswith("报："))
    top = TOP + PITCH * round(grid(last.lines[first]) - 1)
    assert [rule.y for rule in last.rules] == pytest.approx(
        [top + 75, TOP + 21 * PITCH + 75, TOP + 22 * PITCH], abs=SLACK
    )
    for rule in last.rules:
        assert (rule.left, rule.right) == pytest.approx((LEFT - 20, RIGHT + 20), abs=SLACK)


def test_imprint_names_wrap_under_the_first_name(pages: tuple[RenderedPage, ...]) -> None:
    lines = pages[-1].lines
    first = next(n for n, line in enumerate(lines) if line.text.startswith("报："))
    assert lines[first].left == pytest.approx(LEFT + 280, abs=SLACK)
    assert lines[first + 1].left == pytest.approx(LEFT + 840, abs=SLACK)


def test_page_numbers_stand_7_mm_below_the_text_on_the_outer_side(pages: tuple[RenderedPage, ...]) -> None:
    for number, page in enumerate(pages, 1):
        folio = page.folio
        assert folio is not None
        assert folio.text == f"— {number} —"
        assert folio.baseline / 1440 * 25.4 == pytest.approx(270.4, abs=0.3)
        if number % 2:
            assert folio.right + 280 == pytest.approx(RIGHT - 280, abs=30)
        else:
            assert folio.left == pytest.approx(LEFT + 280, abs=30)


def test_marks_cost_no_height(render: Render, typesetter: Typesetter) -> None:
    flat = [mark for mark in Mark if mark not in (Mark.ITALIC, Mark.SUPERSCRIPT, Mark.SUBSCRIPT)]
    blocks = tuple(
        Paragraph(str(n), Role.BODY, (Span("甲"), Span("某" * 40, frozenset({mark})), Span("。")))
        for n, mark in enumerate(flat)
    )
    issue = Issue("i", "p", 2026, 1, dt.date(2026, 1, 1), Masthead("简报"), sections=(
        Section("s", "", (Article("a", ("题",), blocks=blocks),)),
    ))  # fmt: skip
    pages = render([typesetter.layout(issue)], [issue])[0]
    places = [grid(line) for page in pages for line in page.lines if "某" in line.text]
    assert len(places) == 2 * len(flat)
    assert places == pytest.approx([round(place) for place in places], abs=0.05)

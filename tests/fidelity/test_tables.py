"""Tables: LibreOffice breaks cells, rows and pages where the preview does.

Here is a batch of a run over issues 200 to 239 and 300 to 339.
"""

from __future__ import annotations

import datetime as dt

import pytest

from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    CellAlign,
    Issue,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.place import Placer
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity.comparison import Agreement, compare
from tests.fidelity.conftest import Render
from tests.fidelity.random_tables import TableWriter
from tests.fidelity.test_agreement import printed, shown

pytestmark = pytest.mark.libreoffice

_TEXT = "各乡镇各部门认真了解春耕用水情况逐村走访登记水渠损毁长度并安排专人值守"


def test_tables_agree_line_for_line_and_page_for_page(
    render: Render, jianbao: Template, measures: FileMeasures
) -> None:
    issues = [TableWriter(seed).issue(2 + seed % 5) for seed in range(211, 219)]
    layouts = [Typesetter(jianbao, measures).layout(issue) for issue in issues]
    total = Agreement()
    for layout, pages in zip(layouts, render(layouts, issues), strict=True):
        total.add(compare(printed(pages), shown(layout, measures)))
    assert total.lines > 1500
    assert total.lines_agreeing >= 0.99 * total.lines, total.differing
    assert total.starts_agreeing >= 0.98 * total.starts


def cell(text: str, columns: int = 1, rows: int = 1, align: CellAlign = CellAlign.LEFT) -> Cell:
    return Cell((Span(text),) if text else (), columns, rows, align)


TABLE = Table(
    "t",
    (150, 250, 350, 250),
    (
        (cell("事项", 1, 2), cell("情况", 2), cell("责任人", 1, 2)),
        (cell("数量"), cell("说明")),
        (
            cell("用水", 1, 3),
            cell("12.5", align=CellAlign.RIGHT),
            cell(_TEXT),
            cell("张某", align=CellAlign.CENTER),
        ),
        (cell("3", align=CellAlign.RIGHT), cell(""), cell("")),
        (cell(""), cell(_TEXT[:9]), cell("李某")),
        (cell("防汛"), cell(_TEXT[:12]), cell(_TEXT * 14), cell("王某")),
        *[(cell(f"第{n}"), cell(f"{n}"), cell(_TEXT[:n]), cell("")) for n in range(1, 13)],
    ),
    2,
)


def test_every_character_of_a_table_stands_where_the_preview_paints_it(
    render: Render, jianbao: Template, measures: FileMeasures
) -> None:
    caption = Paragraph("c", Role.CAPTION, (Span("表1　用水情况"),))
    article = Article("a", ("题",), blocks=(caption, TABLE, Paragraph("p", Role.BODY, (Span(_TEXT),))))
    issue = Issue(
        "i", "p", 2026, 1, dt.date(2026, 1, 5), Masthead("简报"), sections=(Section("s", "", (article,)),)
    )
    layout = Typesetter(jianbao, measures).layout(issue)
    pages, placer = render([layout], [issue])[0], Placer(jianbao, measures)
    assert [len(page.lines) for page in layout.pages] == [16, 3, 11, 8]
    for page, rendered in zip(layout.pages, pages, strict=True):
        ours = sorted(
            (line.top + part.y, part.text)
            for line in page.lines
            for part in placer.line(layout, line)
            if layout.placed[line.item].item.role in ("table", "body")
        )
        for baseline, text in ours:
            near = min(rendered.lines, key=lambda one: abs(one.baseline - baseline))
            assert near.baseline == pytest.approx(baseline, abs=40)  # what is that near counts as one line
            assert text in near.text


def _issue(*blocks: Block) -> Issue:
    article = Article("a", ("题",), blocks=blocks)
    return Issue(
        "i", "p", 2026, 1, dt.date(2026, 1, 5), Masthead("简报"), sections=(Section("s", "", (article,)),)
    )


def _lines(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{nth}", Role.BODY, (Span(f"第{nth}段"),)) for nth in range(count))


def _high_row(key: str, lines: int, after: int = 5) -> Table:
    """A table whose third row has so many lines, all of them different."""
    text = "".join(f"行{nth:05}" for nth in range(100, 100 + lines))
    rows = [(cell("甲"), cell("前")), (cell("乙"), cell("前")), (cell("丙"), cell(text))]
    return Table(key, (800, 200), (*rows, *[(cell(f"第{nth}"), cell("后")) for nth in range(after)]), 1)


def _page_for_page(render: Render, jianbao: Template, measures: FileMeasures, issues: list[Issue]) -> None:
    layouts = [Typesetter(jianbao, measures).layout(issue) for issue in issues]
    for layout, pages in zip(layouts, render(layouts, issues), strict=True):
        assert printed(pages) == shown(layout, measures)


CAPTION = Paragraph("c", Role.CAPTION, (Span("表1　用水情况"),))
HEADING = Paragraph("h", Role.HEADING1, (Span("一、用水情况"),))


def test_a_row_of_several_pages_breaks_where_the_preview_breaks_it(
    render: Render, jianbao: Template, measures: FileMeasures
) -> None:
    # Kept with a caption or a heading, LibreOffice 7.4 leaves such a row whole on the next page.
    _page_for_page(
        render,
        jianbao,
        measures,
        [
            _issue(*_lines(above), kept, _high_row("t", lines), *_lines(4))
            for above in (12, 13, 15)
            for lines in (60, 164)
            for kept in (CAPTION, HEADING)
        ],
    )


def test_what_follows_a_table_over_pages_stands_where_the_preview_has_it(
    render: Render, jianbao: Template, measures: FileMeasures
) -> None:
    signature = Paragraph("s", Role.SIGNATURE, (Span("某某县水利局"),))
    date = Paragraph("d", Role.DATE, (Span("2026年3月15日"),))
    high, other = _high_row("t", 60), _high_row("u", 40, after=20)
    endings: list[tuple[Block, ...]] = [
        (),  # the imprint
        (signature, date),
        (CAPTION, other),
        (other,),
        *[(*_lines(count), signature, date) for count in range(1, 8)],
    ]
    _page_for_page(render, jianbao, measures, [_issue(*_lines(3), high, *ending) for ending in endings])

"""Tables: LibreOffice breaks cells, rows and pages where the preview does.

Here is a batch of a run over issues 200 to 239 and 300 to 339.
"""

from __future__ import annotations

import datetime as dt

import pytest

from bulletin_desktop.document.model import (
    Article,
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

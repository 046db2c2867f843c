"""What is copied for other programs is read back by our own reader of theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Block, CellAlign, Mark, Paragraph, Role, Span, Table
from bulletin_desktop.export.html import fragment
from bulletin_desktop.intake import html


def paragraph(text: str, role: Role = Role.BODY, *marks: Mark) -> Paragraph:
    return Paragraph(new_id(), role, (Span("前"), Span(text, frozenset(marks))) if marks else (Span(text),))


def back(*blocks: Block, inline: bool = False) -> list[Block]:
    parts = html.read(fragment.document(blocks, inline)).parts
    return [replace(part, id=block.id) for part, block in zip(parts, blocks, strict=True)]


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_comes_back(mark: Mark) -> None:
    block = paragraph("标<记>&", Role.BODY, mark)
    assert back(block) == [block]
    assert back(block, inline=True) == [block]


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.HEADING1, "一、题"), (Role.HEADING2, "（一）题"), (Role.HEADING3, "1.题"),
        (Role.HEADING4, "（1）题"), (Role.HEADING2, "没有编号"),
        (Role.QUOTE, "引文。"),
        (Role.CAPTION, "图题"), (Role.SIGNATURE, "办公室"), (Role.DATE, "2026年3月1日"),
        (Role.BODY, "正文  两格。"),
    ],
)  # fmt: skip
def test_roles_that_others_know_come_back(role: Role, text: str) -> None:
    block = paragraph(text, role)
    assert back(block) == [block]


def test_a_table_comes_back_with_merged_cells_widths_and_marks() -> None:
    table = replace(tables.plain(new_id(), 3, 3, 1), widths=(200, 300, 500))
    table = tables.with_texts(table, 0, 0, [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]])
    table = tables.merge(table, 1, 0, 2, 1)
    bold = (Span("粗", frozenset({Mark.BOLD})), Span("细"))
    table = tables.with_cell(table, 1, 2, lambda cell: replace(cell, spans=bold, align=CellAlign.RIGHT))
    (made,) = back(table)
    assert isinstance(made, Table)
    assert made == table

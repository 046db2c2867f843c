"""Tables: real column widths in a fixed layout, rows of a least height, header rows repeated.

WPS takes the widths of w:tblGrid, Word those of the cells; both say the same here. A row that stays whole
has w:cantSplit and rows that a cell ties together keep with the next, as LibreOffice and Word understand it.
"""

from __future__ import annotations

from collections.abc import Callable

from bulletin_desktop.typeset.layout import Style
from bulletin_desktop.typeset.tables import CellBox, TableBox

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(
    box: TableBox, named: Callable[[str], Style], content: Callable[[CellBox], str], new_page: bool
) -> str:
    """Return the w:tbl of *box*.

    *named* gives the style that the file has by an id, *content* the runs of a cell; a
    *new_page* starts with the first cell's paragraph.
    """
    border = "".join(
        f'<w:{side} w:val="single" w:sz="{box.eighths}" w:space="0" w:color="000000"/>' for side in _SIDES
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", box.margin), ("bottom", 0), ("right", box.margin))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in box.widths)
    rows = "".join(_row(box, row, named, content, new_page and row == 0) for row in range(len(box.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(box.widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    box: TableBox, row: int, named: Callable[[str], Style], content: Callable[[CellBox], str], new_page: bool
) -> str:
    value = box.rows[row]
    height = f'<w:trHeight w:val="{value.height}" w:hRule="atLeast"/>' if value.whole else ""
    split = "<w:cantSplit/>" if value.whole else ""
    head = "<w:tblHeader/>" if row < box.headers else ""
    cells: list[str] = []
    for cell in box.covering[row]:
        keep = "<w:keepNext/>" if value.tied else ""
        page = "<w:pageBreakBefore/>" if new_page and not cells else ""
        style = cell.style
        align = f'<w:jc w:val="{style.align}"/>' if style.align is not named(style.id).align else ""
        text = content(cell) if cell.row == row else ""
        cells.append(
            f"<w:tc>{_cell_properties(box, cell, row)}<w:p><w:pPr>"
            f'<w:pStyle w:val="{style.id}"/>{keep}{page}{align}</w:pPr>{text}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr>{split}{height}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell_properties(box: TableBox, cell: CellBox, row: int) -> str:
    width = box.edges[cell.column + cell.columns] - box.edges[cell.column]
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = ""
    if cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
    middle = '<w:vAlign w:val="center"/>' if box.rows[row].whole else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>'

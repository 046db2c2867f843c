"""Blocks as HTML that word processors take from the clipboard: roles as headings, marks, tables.

Word knows nothing of our styles: what it is to show is said in place, in its own words where CSS has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_desktop.document.model import (
    Block,
    Cell,
    CellAlign,
    Mark,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.export.html.markup import escaped

_HEADINGS = {Role.HEADING1: "h1", Role.HEADING2: "h2", Role.HEADING3: "h3", Role.HEADING4: "h4"}
_ELEMENTS = (
    (Mark.BOLD, "b"),
    (Mark.ITALIC, "i"),
    (Mark.UNDERLINE, "u"),
    (Mark.STRIKE, "s"),
    (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"),
)
_STYLES = (
    (Mark.HEITI, "font-family:黑体"),
    (Mark.KAITI, "font-family:楷体"),
    (Mark.HIGHLIGHT, "background:yellow;mso-highlight:yellow"),
    (Mark.EMPHASIS, "text-emphasis:dot;-webkit-text-emphasis:dot"),
)
_RIGHT = (Role.SIGNATURE, Role.DATE)


def document(blocks: Iterable[Block], inline: bool) -> str:
    """Return *blocks* as a page; *inline*, the one paragraph among them is a stretch of text."""
    body = "".join(_block(block, inline) for block in blocks)
    marked = f"<!--StartFragment-->{body}<!--EndFragment-->"
    return f'<html><head><meta charset="utf-8"></head><body>{marked}</body></html>'


def _block(block: Block, inline: bool) -> str:
    match block:
        case Paragraph():
            return _spans(block.spans) if inline else _paragraph(block)
        case Table():
            return _table(block)
        case Picture():
            return (
                f'<p class="MsoCaption" align="center">{escaped(block.caption)}</p>' if block.caption else ""
            )
        case _:
            return '<br clear="all" style="page-break-before:always">'


def _paragraph(paragraph: Paragraph) -> str:
    element = _HEADINGS.get(paragraph.role, "p")
    align = ' align="right"' if paragraph.role in _RIGHT else ""
    kind = ' class="MsoCaption" align="center"' if paragraph.role is Role.CAPTION else ""
    content = f"<{element}{kind}{align}>{_spans(paragraph.spans)}</{element}>"
    return f"<blockquote>{content}</blockquote>" if paragraph.role is Role.QUOTE else content


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    names = [name for mark, name in _ELEMENTS if mark in span.marks]
    style = ";".join(words for mark, words in _STYLES if mark in span.marks)
    # A browser shows a stretch of spaces as one, and those of an edge as none.
    text = escaped(span.text).replace("  ", "\xa0 ")
    opened = "".join(f"<{name}>" for name in names)
    closed = "".join(f"</{name}>" for name in reversed(names))
    marked = f"{opened}{text}{closed}"
    return f'<span style="{style}">{marked}</span>' if style else marked


def _table(table: Table) -> str:
    columns = "".join(f'<col width="{width / 10:g}%">' for width in table.widths)
    rows = [
        f"<tr>{''.join(_cell(cell, 'th' if nth < table.header_rows else 'td') for cell in row)}</tr>"
        for nth, row in enumerate(table.rows)
    ]
    return (
        '<table border="1" cellspacing="0" width="100%" style="border-collapse:collapse">'
        f"<colgroup>{columns}</colgroup>{''.join(rows)}</table>"
    )


def _cell(cell: Cell, element: str) -> str:
    extents = (("colspan", cell.columns), ("rowspan", cell.rows))
    merged = "".join(f' {name}="{count}"' for name, count in extents if count > 1)
    align = f' align="{cell.align}"' if cell.align is not CellAlign.LEFT else ""
    return f"<{element}{merged}{align}>{_spans(cell.spans)}</{element}>"

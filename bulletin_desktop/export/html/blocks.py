"""Paragraphs, tables and figures as elements."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from itertools import groupby

from bulletin_desktop.document.model import Cell, CellAlign, Picture, Table
from bulletin_desktop.document.picture_kinds import PictureKind, kind_of
from bulletin_desktop.export.html import styles
from bulletin_desktop.export.html.markup import escaped, inline
from bulletin_desktop.export.job import Job
from bulletin_desktop.export.pictures import found
from bulletin_desktop.export.reading import SIGNING, Piece
from bulletin_desktop.typeset.layout import Item, Rule, Style, TextRun
from bulletin_desktop.typeset.pictures import TWIPS_PER_TENTH
from bulletin_desktop.typeset.template import Template

_HEADINGS = {"heading1": 1, "heading2": 2}  # how far below the headline; 1. and （1） often open a text


class BlockWriter:
    """Writes elements and keeps the styles they *used*."""

    def __init__(self, template: Template, job: Job) -> None:
        self._template = template
        self._job = job
        self._named = {style.id: style for style in template.styles.values()}
        self._used: dict[str, Style] = {}

    @property
    def used(self) -> tuple[Style, ...]:
        """The template's styles that were needed so far."""
        return tuple(self._used.values())

    def named(self, style: Style) -> str:
        """Return the class of *style*, whose rule the document then needs."""
        own = self._named.get(style.id, style)
        self._used[own.id] = own
        return styles.class_name(own)

    def pieces(self, pieces: Iterable[Piece], level: int) -> Iterator[str]:
        """Yield the blocks of an article whose headline is of *level*."""
        for signing, group in groupby(pieces, _is_signing):
            if signing:
                yield self._signature(piece for piece in group if isinstance(piece, Item))
                continue
            for piece in group:
                match piece:
                    case Item():
                        below = _HEADINGS.get(piece.role)
                        yield self.paragraph(piece, f"h{level + below}" if below else "p")
                    case (_, Table() as table):
                        yield self._table(table)
                    case (item, Picture() as picture):
                        yield self._figure(picture, item)

    def paragraph(self, item: Item, element: str) -> str:
        """Return one paragraph between its rules; an empty one with a rule is the rule alone."""
        above, below = _rules(item)
        if not item.runs and (above or below):
            return above + below
        classes = [self.named(item.style)]
        classes += ["new-page"] if item.new_page else []
        content = inline(item.runs)
        if "\t" in item.text:
            classes.append("sides")
            content = "".join(f"<span>{side}</span>" for runs in _sides(item.runs) if (side := inline(runs)))
        return f'{above}<{element} class="{" ".join(classes)}">{content or "<br>"}</{element}>\n{below}'

    def _signature(self, items: Iterable[Item]) -> str:
        """Signature and date as GB/T 9704-2012, 7.3.5.2 places them, whatever font the browser has."""
        lines = "".join(self.paragraph(item, "p") for item in items)
        return f'<div class="signing">\n{lines}</div>\n'

    def _table(self, table: Table) -> str:
        """A table; its header rows are a `thead`, which paper repeats, unless a cell reaches out of them."""
        header = table.header_rows
        closed = all(nth + cell.rows <= header for nth, row in enumerate(table.rows[:header]) for cell in row)
        columns = "".join(f'<col style="width:{width / 10:g}%">' for width in table.widths)
        rows = [
            f"<tr>{''.join(self._cell(cell, 'th' if nth < header else 'td') for cell in row)}</tr>\n"
            for nth, row in enumerate(table.rows)
        ]
        head = header if closed else 0
        groups = [("thead", rows[:head]), ("tbody", rows[head:])]
        body = "".join(f"<{name}>\n{''.join(group)}</{name}>\n" for name, group in groups if group)
        return f'<div class="table">\n<table>\n<colgroup>{columns}</colgroup>\n{body}</table>\n</div>\n'

    def _cell(self, cell: Cell, element: str) -> str:
        spans = (("colspan", cell.columns), ("rowspan", cell.rows))
        merged = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
        content = inline(TextRun(span.text, span.marks) for span in cell.spans)
        name = self.named(self._template.style("table-head" if element == "th" else "table-cell"))
        align = f" {cell.align}" if cell.align is not CellAlign.LEFT else ""  # left is nobody's choice
        return f'<{element} class="{name}{align}"{merged}>{content}</{element}>'

    def _figure(self, picture: Picture, item: Item) -> str:
        """A picture inside the file, at most as wide as the template lets it be, its caption below it."""
        content = found(self._job.pictures, picture.sha256, self._job.issue)
        kind = kind_of(content) or PictureKind.PNG
        template = self._template
        own = picture.width * TWIPS_PER_TENTH / template.page.text_width * 100
        share = min(float(template.picture.width), own)
        caption = ""
        if picture.caption:
            name = self.named(self._template.style("caption"))
            caption = f'<figcaption class="{name}">{escaped(picture.caption)}</figcaption>\n'
        new_page = ' class="new-page"' if item.new_page else ""
        if kind.is_drawing:
            name = self.named(self._template.style("caption"))
            shown = f'<p class="{name}">〔{kind.upper()} 图片，请在 Word 文件中查看〕</p>'
        else:
            data = base64.b64encode(content).decode("ascii")
            shown = (
                f'<img src="data:{kind.media_type};base64,{data}" '
                f'alt="{escaped(picture.caption)}" style="width:{share:.4g}%">'
            )
        return f"<figure{new_page}>\n{shown}\n{caption}</figure>\n"


def _is_signing(piece: Piece) -> bool:
    return isinstance(piece, Item) and piece.role in SIGNING


def _rules(item: Item) -> tuple[str, str]:
    """The item's lines, those above its text and those below it."""
    above = [rule for rule in item.rules if rule.y < item.style.pitch / 2]
    return _lines(above), _lines([rule for rule in item.rules if rule not in above])


def _lines(rules: Iterable[Rule]) -> str:
    return "".join(
        f'<hr style="border-top:{rule.eighths / 8:g}pt solid {styles.color(rule.color)}">\n' for rule in rules
    )


def _sides(runs: Iterable[TextRun]) -> tuple[list[TextRun], list[TextRun]]:
    """What stands left and what stands right of the last tab."""
    left: list[TextRun] = []
    right: list[TextRun] = []
    for run in runs:
        before, tab, after = run.text.rpartition("\t")
        if tab:
            left, right = [*left, *right, run._replace(text=before)], []
        right.append(run._replace(text=after))
    return left, right

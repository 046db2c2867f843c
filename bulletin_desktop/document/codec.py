"""JSON of articles and issues: versioned, canonical, strict.

Canonical: fixed order of keys, no spaces, defaults left out, marks sorted. Equal values give equal
text, so that a hash of it is stable. Strict: what this version does not know is refused, since
dropping it in silence would lose a newer program's work.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, assert_never

from bulletin_desktop.document import schema
from bulletin_desktop.document.json_fields import Fields, parsed, text_item, whole_item
from bulletin_desktop.document.model import (
    Adjustment,
    Article,
    Block,
    Cell,
    CellAlign,
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
from bulletin_desktop.document.schema import IllegalDocument

VERSION = 1

_SEAM = re.compile(r'"(?:,"marks":\[[^\]]*\])?\},\{"text":"')

_Json = dict[str, Any]


def dumps(value: Article | Issue) -> str:
    """Return the canonical JSON of *value*; raises `IllegalDocument` if it is not legal."""
    schema.check(value)
    if isinstance(value, Issue):
        return _text({"version": VERSION, "kind": "issue", **_issue(value)})
    return _text({"version": VERSION, "kind": "article", **_article(value)})


def loads_article(text: str) -> Article:
    """Return the article written by `dumps`; anything else raises `IllegalDocument`."""
    article = _read_article(_envelope(text, "article"), "article")
    schema.check(article)
    return article


def running(text: str) -> str:
    """Return what `dumps` wrote without the seams between spans, for a quick look before `loads_article`.

    Every line of text stands in it as it is, but for quotation marks and backslashes, which are escaped.
    """
    return _SEAM.sub("", text)


def lines(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the lines of text in what `dumps` wrote of an article, in reading order, without any check.

    A block's id or a title line's name, which cell of a table, and the characters; the headline's lines are
    joined by a newline each, and empty lines are left out. A quarter of the time `loads_article` takes.
    """
    article = json.loads(text)
    for name in ("kicker", "headline", "subtitle"):
        if name in article:
            yield name, 0, "\n".join(article[name]) if name == "headline" else article[name]
    for block in article.get("blocks", ()):
        match block["kind"]:
            case "paragraph":
                cells = [block]
            case "table":
                cells = [cell for row in block["rows"] for cell in row]
            case _:
                cells = []
                if "caption" in block:
                    yield block["id"], 0, block["caption"]
        for number, cell in enumerate(cells):
            if "spans" in cell:
                yield block["id"], number, "".join(span["text"] for span in cell["spans"])
    if "credit" in article:
        yield "credit", 0, article["credit"]


def loads_issue(text: str) -> Issue:
    """Return the issue written by `dumps`; anything else raises `IllegalDocument`."""
    issue = _read_issue(_envelope(text, "issue"))
    schema.check(issue)
    return issue


def _text(value: _Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _filled(value: _Json, required: tuple[str, ...] = ()) -> _Json:
    """Leave out what says no more than the default: empty texts and lists, zero, false."""
    return {key: item for key, item in value.items() if item or key in required}


def _issue(issue: Issue) -> _Json:
    masthead, imprint = issue.masthead, issue.imprint
    return {
        "id": issue.id,
        "publication": issue.publication,
        "year": issue.year,
        "number": issue.number,
        "date": issue.date.isoformat(),
        "template": issue.template,
        **_filled({"running_number": issue.running_number, "supplement": issue.supplement}),
        "masthead": _filled({name: getattr(masthead, name) for name in _MASTHEAD}, ("name",)),
        **_filled(
            {
                "imprint": _filled({name: getattr(imprint, name) for name in _IMPRINT}),
                "sections": [_section(section) for section in issue.sections],
                "adjustments": {name.value: number for name, number in issue.adjustments},
            }
        ),
    }


def _section(section: Section) -> _Json:
    articles = [_article(article) for article in section.articles]
    return {"id": section.id, **_filled({"title": section.title, "articles": articles})}


def _article(article: Article) -> _Json:
    return {
        "id": article.id,
        **_filled(
            {
                "headline": list(article.headline),
                "kicker": article.kicker,
                "subtitle": article.subtitle,
                "credit": article.credit,
                "blocks": [block_value(block) for block in article.blocks],
            }
        ),
    }


def block_value(block: Block) -> _Json:
    """Return a block as `dumps` writes it."""
    match block:
        case Paragraph():
            spans = _filled({"spans": _spans(block.spans)})
            return {"kind": "paragraph", "id": block.id, "role": block.role.value, **spans}
        case Table():
            return {
                "kind": "table",
                "id": block.id,
                "widths": list(block.widths),
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
                **_filled({"header_rows": block.header_rows}),
            }
        case Picture():
            return {
                "kind": "picture",
                "id": block.id,
                "sha256": block.sha256,
                "width": block.width,
                "height": block.height,
                **_filled({"caption": block.caption}),
            }
        case PageBreak():
            return {"kind": "page-break", "id": block.id}
        case _:
            assert_never(block)


def _cell(cell: Cell) -> _Json:
    plain = _filled({"spans": _spans(cell.spans)})
    if cell.columns != 1:
        plain["columns"] = cell.columns
    if cell.rows != 1:
        plain["rows"] = cell.rows
    if cell.align is not CellAlign.LEFT:
        plain["align"] = cell.align.value
    return plain


def _spans(spans: tuple[Span, ...]) -> list[_Json]:
    return [
        {"text": span.text, **_filled({"marks": sorted(mark.value for mark in span.marks)})} for span in spans
    ]


_MASTHEAD = ("name", "unit", "classification", "copy_number")
_IMPRINT = ("report_to", "send_to", "distribute_to", "copies", "editor", "reviewer", "issuer")


def _envelope(text: str, kind: str) -> dict[str, object]:
    fields = Fields(parsed(text, kind), kind)
    version = fields.take("version", int)
    if version != VERSION:
        raise IllegalDocument(kind, f"has version {version}; this program knows {VERSION}")
    found = fields.take("kind", str)
    if found != kind:
        raise IllegalDocument(kind, f"is of the kind “{found}”")
    return fields.rest()


def _read_issue(value: object) -> Issue:
    fields = Fields(value, "issue")
    issue = Issue(
        id=fields.take("id", str),
        publication=fields.take("publication", str),
        year=fields.take("year", int),
        number=fields.take("number", int),
        date=fields.name("date", dt.date.fromisoformat),
        template=fields.take("template", str),
        running_number=fields.get("running_number", 0),
        supplement=fields.get("supplement", False),
        masthead=_read_masthead(fields.take("masthead", dict)),
        imprint=_read_imprint(fields.get("imprint", {})),
        sections=fields.each("sections", _read_section),
        adjustments=_read_adjustments(fields.get("adjustments", {})),
    )
    fields.done()
    return issue


def _read_adjustments(value: object) -> tuple[tuple[Adjustment, int], ...]:
    fields = Fields(value, "adjustments")
    names = [name for name in Adjustment if name.value in fields]
    adjustments = tuple(sorted((name, fields.take(name.value, int)) for name in names))
    fields.done()
    return adjustments


def _read_masthead(value: object) -> Masthead:
    fields = Fields(value, "masthead")
    masthead = Masthead(fields.take("name", str), *(fields.get(name, "") for name in _MASTHEAD[1:]))
    fields.done()
    return masthead


def _read_imprint(value: object) -> Imprint:
    fields = Fields(value, "imprint")
    copies = fields.get("copies", 0)
    imprint = Imprint(copies=copies, **{name: fields.get(name, "") for name in _IMPRINT if name != "copies"})
    fields.done()
    return imprint


def _read_section(value: object, place: str) -> Section:
    fields = Fields(value, place)
    section = Section(fields.take("id", str), fields.get("title", ""), fields.each("articles", _read_article))
    fields.done()
    return section


def _read_article(value: object, place: str) -> Article:
    fields = Fields(value, place)
    article = Article(
        id=fields.take("id", str),
        headline=fields.each("headline", text_item),
        kicker=fields.get("kicker", ""),
        subtitle=fields.get("subtitle", ""),
        credit=fields.get("credit", ""),
        blocks=fields.each("blocks", read_block),
    )
    fields.done()
    return article


def read_block(value: object, place: str) -> Block:
    """Return the block that `block_value` gave; anything else raises `IllegalDocument` of *place*."""
    fields = Fields(value, place)
    kind = fields.take("kind", str)
    own_id = fields.take("id", str)
    block: Block
    match kind:
        case "paragraph":
            block = Paragraph(own_id, fields.name("role", Role), fields.each("spans", _read_span))
        case "table":
            widths = fields.each("widths", whole_item)
            rows = fields.each("rows", _read_row)
            block = Table(own_id, widths, rows, fields.get("header_rows", 0))
        case "picture":
            width, height = fields.take("width", int), fields.take("height", int)
            block = Picture(own_id, fields.take("sha256", str), width, height, fields.get("caption", ""))
        case "page-break":
            block = PageBreak(own_id)
        case _:
            raise IllegalDocument(place, f"the kind “{kind}” is unknown")
    fields.done()
    return block


def _read_row(value: object, place: str) -> tuple[Cell, ...]:
    if type(value) is not list:
        raise IllegalDocument(place, "is not a list")
    return tuple(_read_cell(cell, f"{place}, cell {number}") for number, cell in enumerate(value, 1))


def _read_cell(value: object, place: str) -> Cell:
    fields = Fields(value, place)
    cell = Cell(
        spans=fields.each("spans", _read_span),
        columns=fields.get("columns", 1),
        rows=fields.get("rows", 1),
        align=fields.made(CellAlign, fields.get("align", CellAlign.LEFT.value)),
    )
    fields.done()
    return cell


def _read_span(value: object, place: str) -> Span:
    fields = Fields(value, place)
    text = fields.take("text", str)
    names = fields.each("marks", text_item)
    marks = frozenset(fields.made(Mark, name) for name in names)
    if len(marks) != len(names):
        raise IllegalDocument(place, "a mark stands twice")
    fields.done()
    return Span(text, marks)

"""The JSON of the command line: plain dictionaries of an issue, its articles and its pages.

Keys and shapes are a promise to scripts: they are added to, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import not_
from typing import Any

from bulletin_desktop.document.model import Article, Block, Issue, Mark, PageBreak, Paragraph, Picture, Table
from bulletin_desktop.intake.recognition import Label, Recognition
from bulletin_desktop.intake.review import articles_of
from bulletin_desktop.services.outline import Outline
from bulletin_desktop.typeset.layout import Layout, Line, Page
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.place import Glyphs, Placer
from bulletin_desktop.typeset.template_schema import MM, TWIPS_IN

Json = dict[str, Any]

_SAME_BASELINE = 40  # twips: no reader takes a smaller step for a new line


def issue_json(
    issue: Issue, *, state: str = "draft", lines: Mapping[str, tuple[int, int]] | None = None
) -> Json:
    """Return an issue with its sections and articles; *lines* has the input lines of articles by id."""
    known = lines or {}
    return {
        "id": issue.id,
        "publication": issue.publication,
        "year": issue.year,
        "number": issue.number,
        "running_number": issue.running_number,
        "date": issue.date.isoformat(),
        "state": state,
        "articles": sum(len(section.articles) for section in issue.sections),
        "sections": [
            {
                "title": section.title,
                "articles": [article_json(article, known.get(article.id)) for article in section.articles],
            }
            for section in issue.sections
        ],
    }


def issues_json(outline: Outline) -> list[Json]:
    """Return the issues of a library without their articles, newest first."""
    rows = [(publication, issue) for publication in outline.publications for issue in publication.issues]
    rows.sort(key=lambda row: (row[1].date, row[1].year, row[1].number), reverse=True)
    return [
        {
            "id": issue.id,
            "publication": publication.name,
            "year": issue.year,
            "number": issue.number,
            "running_number": issue.running_number,
            "date": issue.date.isoformat(),
            "state": issue.state,
            "articles": issue.articles,
        }
        for publication, issue in rows
    ]


def article_json(article: Article, lines: tuple[int, int] | None = None) -> Json:
    """Return an article; *lines* are its first and last input line, counted from 1, null if typed here."""
    return {
        "id": article.id,
        "kicker": article.kicker,
        "headline": list(article.headline),
        "subtitle": article.subtitle,
        "credit": article.credit,
        "lines": list(lines) if lines else None,
        "blocks": [_block_json(block) for block in article.blocks],
    }


def _block_json(block: Block) -> Json:
    match block:
        case Paragraph():
            return {"id": block.id, "role": block.role.value, "text": block.text}
        case Table():
            rows = [[cell.text for cell in row] for row in block.rows]
            return {"id": block.id, "role": "table", "text": "", "rows": rows}
        case Picture():
            what = {"sha256": block.sha256, "caption": block.caption}
            return {"id": block.id, "role": "picture", "text": "", **what}
        case PageBreak():
            return {"id": block.id, "role": "page_break", "text": ""}


def set_aside_json(recognition: Recognition) -> list[Json]:
    """Return every input line that is no text of an article, in order, with the reason's key.

    Together with the articles' `lines` that is the whole input. Besides what recognition set aside, which
    may lie between an article's first and last line, these are the lines that became a section's title
    ("section"), or would have if an article stood below ("empty-section"), and blank lines between articles
    ("blank").
    """
    within = {line.number for lines in articles_of(recognition) for line in lines}
    return [
        {
            "file": recognition.source,
            "line": line.number,
            "text": line.original,
            "why": line.why or line.label,
        }
        for line in recognition.lines
        if line.label is Label.ASIDE or line.number not in within
    ]


def pages_json(layout: Layout, measures: Measures) -> Json:
    """Return what the preview shows: each page's lines from top to bottom, as a reader of the PDF finds them.

    A line is the text on one baseline. Blank lines have nothing to find and are left out, page numbers too.
    """
    placer = Placer(layout.template, measures)
    return {
        "pages": [
            {"number": page.number, "lines": list(_lines(layout, page, placer))} for page in layout.pages
        ]
    }


def _lines(layout: Layout, page: Page, placer: Placer) -> Iterator[Json]:
    for line in page.lines:
        item = layout.placed[line.item].item
        rows = _row(layout, line, placer) if item.table else _raised(layout, line, placer)
        for y, text in rows:
            if text.strip():
                top = round((line.top + y) / TWIPS_IN[MM], 2)
                yield {"text": text, "role": item.role, "article": item.article, "top_mm": top}


def _row(layout: Layout, line: Line, placer: Placer) -> Iterator[tuple[int, str]]:
    """Each line of text in a row of a table, across its cells: how far below its top, and its characters."""
    found: list[tuple[int, list[Glyphs]]] = []
    for part in sorted(placer.line(layout, line), key=lambda part: part.y - part.rise):
        y = part.y - part.rise
        if not found or y - found[-1][0] >= _SAME_BASELINE:
            found.append((y, []))
        found[-1][1].append(part)
    for y, parts in found:
        parts.sort(key=lambda part: part.xs[0])
        yield y - parts[0].em, "".join(part.text for part in parts)


def _raised(layout: Layout, line: Line, placer: Placer) -> Iterator[tuple[int, str]]:
    """The superscripts of a line, if it has any, and the rest of it: two baselines."""
    text = _text(layout, line, placer)
    item = layout.placed[line.item].item
    if "\t" not in text and any(Mark.SUPERSCRIPT in run.marks for run in item.runs):
        raised = [Mark.SUPERSCRIPT in run.marks for run in item.runs for _ in run.text]
        high = raised[line.start : line.start + len(text)]
        yield 0, "".join(compress(text, high))
        text = "".join(compress(text, map(not_, high)))
    yield 0, text


def _text(layout: Layout, line: Line, placer: Placer) -> str:
    """The characters of a line, with the dots that a tab prints."""
    text = layout.placed[line.item].item.text[line.start : line.end].rstrip("\n")
    if "\t" not in text:
        return text
    glyphs = sorted(placer.line(layout, line), key=lambda part: part.xs[0])
    dotted = any(part.start < 0 for part in glyphs)
    return "".join(part.text for part in glyphs) if dotted else text.replace("\t", " ")

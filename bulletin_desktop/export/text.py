"""Writes an issue as plain text: what one pastes into a mail."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from bulletin_desktop.document.model import Picture, Table
from bulletin_desktop.document.table import grid
from bulletin_desktop.export import files
from bulletin_desktop.export.job import Job, Written
from bulletin_desktop.export.reading import ARTICLE, SIGNING, Part, Piece, entry_words, parts
from bulletin_desktop.typeset.layout import Align, Item
from bulletin_desktop.typeset.template import Template

_WIDE_SPACE = "\u3000"
_GAP = _WIDE_SPACE * 2
_HEAD = {"kicker", "headline", "subtitle"}
_ALONE = {"attachment", "credit"}


class TextWriter:
    """Writes .txt files.

    UTF-8 with its mark, since Notepad before Windows 10 1903 and Word take a file without one for the
    system's own encoding, and lines end as on Windows. Cells are divided by tabs: spreadsheets take them
    apart again when pasted, and in a mail's proportional font no spaces would keep columns straight.
    """

    def write(self, job: Job) -> Written:
        """See `Writer.write`."""
        content = codecs.BOM_UTF8 + _text(job).replace("\n", "\r\n").encode("utf-8")
        files.replace(job.path, content)
        return Written(hashlib.sha256(content).hexdigest())


def _text(job: Job) -> str:
    """Return the whole text, every line ended; between parts one blank line, never two."""
    setter = _Setter(job.layout.template)
    total, done = sum(1 for _ in job.issue.articles()), 0
    lines: list[str] = []
    for part in parts(job.layout, job.issue):
        if part.role == ARTICLE:
            job.progress(done, total)
            done += 1
        lines.append("")
        lines.extend(setter.lines(part))
    job.progress(total, total)
    kept = [line for nth, line in enumerate(lines) if line or (nth and lines[nth - 1])]
    return "".join(f"{line}\n" for line in kept).strip("\n") + "\n"


class _Setter:
    """Sets pieces as lines, in the indents of the template's styles."""

    def __init__(self, template: Template) -> None:
        body = template.style("body")
        self._advance = body.face.em + body.spacing
        self._characters = template.page.text_width // self._advance
        self._spacing = template.article

    def lines(self, part: Part) -> Iterator[str]:
        """Yield a part's lines; an empty one stands where what follows is of another kind."""
        for nth, (kind, group) in enumerate(groupby(part.pieces(), _kind)):
            if nth:
                yield ""
            pieces = list(group)
            if kind == "signature":
                yield from self._signature([piece for piece in pieces if isinstance(piece, Item)])
            else:
                for piece in pieces:
                    yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[str]:
        match piece:
            case Item():
                yield from (self._line(text, piece) for text in piece.text.split("\n"))
            case (_, Picture() as picture):
                yield f"〔图：{picture.caption}〕" if picture.caption else "〔图〕"
            case (_, Table() as table):
                yield from _rows(table)

    def _signature(self, items: list[Item]) -> Iterator[str]:
        """Signature and date as GB/T 9704-2012, 7.3.5.2 places them, in full-width characters."""
        spacing = self._spacing
        right, shift = (round(value / self._advance) for value in (spacing.sign_right, spacing.date_shift))
        signed = [item for item in items if item.role == "signature"]
        starts = [shift if item.role == "date" and signed else 0 for item in items]
        width = max(start + _width(item.text) for start, item in zip(starts, items, strict=True))
        left = max(0, int(self._characters - right - width))
        for start, item in zip(starts, items, strict=True):
            yield _WIDE_SPACE * (left + start) + item.text

    def _line(self, text: str, item: Item) -> str:
        """Return one line with its indent; what is set right stands right in lines as long as the page's."""
        if item.link is not None:
            return _GAP + entry_words(item)
        style, shown = item.style, _GAP.join(filter(None, text.split("\t")))
        if not shown.strip():
            return ""
        if "\t" in text or style.align is Align.CENTER:
            return shown
        if style.align is Align.RIGHT:
            room = self._characters - _width(shown) - style.right / self._advance
            return _WIDE_SPACE * round(max(0, room)) + shown
        return _WIDE_SPACE * round(max(0, style.first_line) / self._advance) + shown


def _kind(piece: Piece) -> str:
    """What a piece is as far as blank lines go: a caption goes with its table."""
    if not isinstance(piece, Item) or piece.role == "caption":
        return "object"
    if piece.role in _HEAD:
        return "head"
    if piece.role in SIGNING:
        return "signature"
    return piece.role if piece.role in _ALONE else "text"


def _rows(table: Table) -> Iterator[str]:
    """Yield the rows with a tab between columns; the further columns and rows of a merged cell are empty."""
    texts = [[""] * len(table.widths) for _ in table.rows]
    for row, column, cell in grid(table):
        texts[row][column] = cell.text
    yield from ("\t".join(line) for line in texts)


def _width(text: str) -> float:
    """The width of *text* in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)

"""Brackets and quotation marks that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.model import Article, Paragraph, Picture, Table
from bulletin_desktop.proofing.findings import Finding, Problem

_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"))
_MARK = re.compile("[()（）《》“”〔〕]")
_LIKE = {"(": "（", ")": "）"}
_LIST_NUMBER = re.compile(r"\s*[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}[）)]")
_ACROSS = "（“"
"""What may be opened in one paragraph and closed in another."""


def unpaired(article: Article) -> Iterator[Finding]:
    """Every bracket or quotation mark without its fellow, each kind for itself: （《…）》 is no finding."""
    waiting: dict[str, list[Finding]] = {pair[0]: [] for pair in _PAIRS}
    for block_id, text in _texts(article):
        if text.lstrip().startswith("“"):
            waiting[
                "“"
            ].clear()  # a quotation of several paragraphs is opened again with each, and closed once
        for opening, opened, closed in _unmatched(text):
            before = waiting[opening]
            for at in closed:
                if before and opening in _ACROSS:
                    before.pop()
                else:
                    yield Finding(Problem.UNPAIRED, block_id, at, at + 1)
            before.extend(Finding(Problem.UNPAIRED, block_id, at, at + 1) for at in opened)
    for alone in waiting.values():
        yield from alone


def _unmatched(text: str) -> Iterator[tuple[str, list[int], list[int]]]:
    """For each pair, where its opening and closing characters without their fellows stand in *text*."""
    number = _LIST_NUMBER.match(text)
    marks = [
        (mark.start(), _LIKE.get(mark[0], mark[0]))
        for mark in _MARK.finditer(text, number.end() if number else 0)
    ]
    for opening, closing in _PAIRS if marks else ():
        opened: list[int] = []
        closed: list[int] = []
        for at, character in marks:
            if character == opening:
                opened.append(at)
            elif character == closing:
                opened.pop() if opened else closed.append(at)
        yield opening, opened, closed


def _texts(article: Article) -> Iterator[tuple[str, str]]:
    """The texts in which pairs must be whole, with the id of their place; cells of tables are left out."""
    yield "kicker", article.kicker
    yield "headline", "\n".join(article.headline)
    yield "subtitle", article.subtitle
    yield "credit", article.credit
    for block in article.blocks:
        match block:
            case Paragraph():
                yield block.id, block.text
            case Picture():
                yield block.id, block.caption
            case Table():
                continue

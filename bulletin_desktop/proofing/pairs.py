"""Brackets and quotation marks that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.model import Article, Paragraph, Picture, Table
from bulletin_desktop.proofing.findings import Finding, Problem

_PAIRS = ("（）", "《》", "“”", "〔〕")
_LIKE = str.maketrans("()", "（）")
_LIST_NUMBER = re.compile(r"\s*[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}[）)]")
_ACROSS = "（“"
"""What may be opened in one paragraph and closed in another."""

_Place = tuple[str, int]


def unpaired(article: Article) -> Iterator[Finding]:
    """Every bracket or quotation mark without its fellow, each kind for itself: （《…）》 is no finding."""
    for pair in _PAIRS:
        yield from _alone(article, pair)


def _alone(article: Article, pair: str) -> Iterator[Finding]:
    waiting: list[_Place] = []
    for block_id, text in _texts(article):
        opened, closed = _unmatched(text, pair)
        if pair[0] not in _ACROSS:
            yield from (_finding(block_id, at) for at in (*opened, *closed))
            continue
        if pair[0] == "“" and text.lstrip().startswith("“"):
            waiting.clear()  # a quotation of several paragraphs is opened again with each, and closed once
        for at in closed:
            if waiting:
                waiting.pop()
            else:
                yield _finding(block_id, at)
        waiting.extend((block_id, at) for at in opened)
    yield from (_finding(*place) for place in waiting)


def _finding(block_id: str, at: int) -> Finding:
    return Finding(Problem.UNPAIRED, block_id, at, at + 1)


def _unmatched(text: str, pair: str) -> tuple[list[int], list[int]]:
    """Where in *text* the pair's opening and closing characters without their fellows stand."""
    opened: list[int] = []
    closed: list[int] = []
    number = _LIST_NUMBER.match(text)
    first = number.end() if number else 0
    for at, character in enumerate(text.translate(_LIKE)[first:], first):
        if character == pair[0]:
            opened.append(at)
        elif character == pair[1]:
            if opened:
                opened.pop()
            else:
                closed.append(at)
    return opened, closed


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

"""The words of a document without its form: counting, plain text, tidy spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bulletin_desktop.document.model import Article, Block, Paragraph, Picture, Span, Table

# What Word's 字数 counts one by one: CJK characters and symbols, kana, hangul, enclosed numbers,
# full-width forms, and the punctuation Unicode shares between scripts but Chinese fonts set full-width.
_EACH = (
    "\u00b7\u2014\u2015\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u2e80-\u2fff\u3001-\u9fff\ua000-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffee\U00020000-\U0003fffd"
)
_APOSTROPHE = "(?<=[A-Za-z])\u2019(?=[A-Za-z])"
_COUNTED = re.compile(rf"(?:[^\s{_EACH}]|{_APOSTROPHE})+|[{_EACH}]")


def count(text: str) -> int:
    """Return Word's 字数 of *text*: Chinese characters and full-width marks, Latin words and numbers."""
    return len(_COUNTED.findall(text))


def characters(article: Article) -> int:
    """Return the 字数 of an article, all of it: title lines, paragraphs, table cells and captions."""
    return sum(count(line) for line in lines(article))


def block_characters(block: Block) -> int:
    """Return the 字数 of one block."""
    return sum(count(line) for line in _block_lines(block))


def title_lines(article: Article) -> Iterator[str]:
    """Every line of an article that is not in its blocks; empty ones are left out."""
    return filter(None, (article.kicker, *article.headline, article.subtitle, article.credit))


def plain_text(article: Article) -> str:
    """Return the article's text, one line a title line, paragraph, table cell or caption."""
    return "\n".join(lines(article))


def lines(article: Article) -> Iterator[str]:
    """Every piece of text of an article in print order; empty ones are left out."""
    yield from title_lines(article)
    for block in article.blocks:
        yield from filter(None, _block_lines(block))


def normalise(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return *spans* as `schema.check` wants them: none empty, neighbours of the same marks joined."""
    tidy: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if tidy and tidy[-1].marks == span.marks:
            tidy[-1] = Span(tidy[-1].text + span.text, span.marks)
        else:
            tidy.append(span)
    return tuple(tidy)


def taken_away(before: str, after: str) -> int:
    """Return how many characters of *before* went if one stretch of it was replaced to give *after*."""
    head = alike(before, after)
    return len(before) - head - alike(before[head:][::-1], after[head:][::-1])


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of what both begin with, found by halving: slices compare faster than items."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Table():
            yield from (cell.text for row in block.rows for cell in row)
        case Picture():
            yield block.caption

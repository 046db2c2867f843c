"""Two articles out of one and one out of two, without a character lost.

What stays in its article keeps its ids. What comes into another gets new ones: the former article may come
back, from its history or the recycle bin, and stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bulletin_desktop.document.copies import fresh_blocks
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, PageBreak, Paragraph, Role, Span
from bulletin_desktop.document.text import lines, normalise

_FIELDS = ("kicker", "headline", "subtitle", "credit")
_LONGEST_HEADLINE = 40
_ENDS_SENTENCE = re.compile(r"[。！？；：，、…!?;:,][”’）)」』】》]*\s*$")
_MAY_BE_HEADLINE = (Role.BODY, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


def split(article: Article, block_id: str, offset: int) -> tuple[Article, Article]:
    """Return *article* up to a place, and a new article with everything from there on.

    *block_id* is a block's, or kicker, headline (its lines joined by a newline each), subtitle or credit,
    which come before the blocks in this order; *offset* counts characters. A table or picture is not cut: it
    goes with what follows if *offset* is 0. A short line with which the second article's text begins becomes
    its headline; empty paragraphs there are dropped, page breaks stay behind. Either article may come out
    empty.
    Raises ValueError if the article has no such block.
    """
    if block_id in _FIELDS:
        return _split_fields(article, _FIELDS.index(block_id), offset)
    for number, block in enumerate(article.blocks):
        if block.id == block_id:
            before, after = _cut(block, offset)
            stays = (*article.blocks[:number], *before)
            goes = (*after, *article.blocks[number + 1 :])
            leading = len(goes) - len(_without_leading_blanks(goes))
            breaks = tuple(one for one in goes[:leading] if isinstance(one, PageBreak))
            starts_paragraph = not (before and after)
            rest = fresh_blocks(goes[leading:])
            second = Article(new_id(), blocks=rest)
            first = replace(article, blocks=(*stays, *breaks))
            return first, _headed(second) if starts_paragraph or leading else second
    raise ValueError(f"the article has no block {block_id}")


def merged(first: Article, second: Article) -> Article:
    """Return *first* with everything of *second* after it.

    A short headline becomes a heading, a longer one a paragraph, as do kicker and subtitle; the credit
    stands below its text. Where *first* is empty, the result is *second* under the id of *first*.
    """
    moved = fresh_blocks(second.blocks)
    if not first.blocks and not any(lines(first)):
        return replace(second, id=first.id, blocks=moved)
    heading = Role.HEADING1 if _is_headline(second.title) else Role.BODY
    above = (
        *_paragraph(second.kicker, Role.BODY),
        *_paragraph(second.title, heading),
        *_paragraph(second.subtitle, Role.BODY),
    )
    below = _paragraph(second.credit, Role.CREDIT)
    return replace(first, blocks=(*first.blocks, *above, *moved, *below))


def _split_fields(article: Article, field: int, offset: int) -> tuple[Article, Article]:
    texts = (article.kicker, "\n".join(article.headline), article.subtitle, article.credit)
    kept, gone = _halves(texts[field], offset)
    none = ("",) * len(texts)
    first = _with_fields(Article(article.id), (*texts[:field], kept, *none[field + 1 :]))
    second = Article(new_id(), blocks=fresh_blocks(article.blocks))
    return first, _with_fields(second, (*none[:field], gone, *texts[field + 1 :]))


def _with_fields(article: Article, texts: tuple[str, ...]) -> Article:
    kicker, headline, subtitle, credit = texts
    held = tuple(line for line in headline.split("\n") if line)
    return replace(article, kicker=kicker, headline=held, subtitle=subtitle, credit=credit)


def _halves(text: str, offset: int) -> tuple[str, str]:
    offset = max(0, offset)
    return text[:offset], text[offset:]


def _cut(block: Block, offset: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    if offset <= 0:
        return (), (block,)
    if not isinstance(block, Paragraph) or offset >= len(block.text):
        return (block,), ()
    before: list[Span] = []
    after: list[Span] = []
    for span in block.spans:
        kept, gone = _halves(span.text, offset)
        before.append(replace(span, text=kept))
        after.append(replace(span, text=gone))
        offset -= len(kept)
    return (replace(block, spans=normalise(before)),), (replace(block, spans=normalise(after)),)


def _without_leading_blanks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    for number, block in enumerate(blocks):
        if not (isinstance(block, PageBreak) or (isinstance(block, Paragraph) and not block.spans)):
            return blocks[number:]
    return ()


def _headed(article: Article) -> Article:
    """The article with its first paragraph for a headline, if that looks like one."""
    if not article.blocks:
        return article
    first = article.blocks[0]
    if isinstance(first, Paragraph) and first.role in _MAY_BE_HEADLINE and _is_headline(first.text):
        return replace(article, headline=(first.text,), blocks=article.blocks[1:])
    return article


def _is_headline(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_HEADLINE and not _ENDS_SENTENCE.search(text)


def _paragraph(text: str, role: Role) -> Iterator[Paragraph]:
    if text:
        yield Paragraph(new_id(), role, (Span(text),))

"""Copies that stand beside what they are copies of: ids are never shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block


def fresh(article: Article) -> Article:
    """Return the same article with new ids throughout."""
    return replace(article, id=new_id(), blocks=fresh_blocks(article.blocks))


def fresh_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the same blocks with new ids."""
    return tuple(replace(block, id=new_id()) for block in blocks)

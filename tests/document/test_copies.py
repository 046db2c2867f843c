"""Copies share no id with what they are copies of."""

from __future__ import annotations

from hypothesis import given

from bulletin_desktop.document import schema
from bulletin_desktop.document.copies import fresh
from bulletin_desktop.document.model import Article
from bulletin_desktop.document.text import plain_text
from tests.document import strategies


def ids(article: Article) -> list[str]:
    return [article.id, *(block.id for block in article.blocks)]


@given(strategies.articles)
def test_a_copy_says_the_same_under_other_ids(article: Article) -> None:
    copy = fresh(article)
    schema.check(copy)
    assert plain_text(copy) == plain_text(article)
    assert [type(block) for block in copy.blocks] == [type(block) for block in article.blocks]
    assert len({*ids(copy), *ids(article)}) == 2 * len(ids(article))

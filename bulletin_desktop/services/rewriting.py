"""Changing parts of articles, and taking back no more than was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from bulletin_desktop.document.model import ARTICLE_FIELDS, Article
from bulletin_desktop.library.library import Library
from bulletin_desktop.proofing.structure import findings
from bulletin_desktop.services.acts import ArticlePart, Changes, Rewrite

Make = Callable[[Article], Article]


def change(library: Library, article_id: str, make: Make, at: dt.datetime) -> Changes:
    """Let an article be what *make* gives for it; the inverse changes back no more than differs.

    Raises `UserError` if it is missing or damaged.
    """
    return _changes(_change(library, article_id, make, at))


def rewrite(library: Library, act: Rewrite, at: dt.datetime) -> Changes:
    """Carry out the act, even on articles in the recycle bin; each changed one gets a revision.

    Raises `UserError` if one is missing or damaged.
    """
    done: list[_Done] = []
    for article_id, group in groupby(act.parts, key=lambda part: part.article_id):
        done += _change(library, article_id, partial(_with, tuple(group)), at)
    return _changes(done)


_Done = tuple[str, str, tuple[ArticlePart, ...]]
"""Issue and article that were changed, and the parts that change it back."""


def _change(library: Library, article_id: str, make: Make, at: dt.datetime) -> list[_Done]:
    def counted(before: Article) -> tuple[Article, int]:
        after = make(before)
        return after, len(findings(after))

    saved = library.articles.change(article_id, counted, at)
    if saved is None:
        return []
    issue_id = library.articles.issue_of(article_id)
    library.issues.recount(issue_id)
    before, after = saved
    return [(issue_id, article_id, _parts_between(after, before))]


def _changes(done: Sequence[_Done]) -> Changes:
    touched = frozenset(node for issue_id, article_id, _ in done for node in (issue_id, article_id))
    return Changes(touched, Rewrite(tuple(part for _, _, parts in done for part in parts)))


def _parts_between(before: Article, after: Article) -> tuple[ArticlePart, ...]:
    fields = ((name, getattr(before, name), getattr(after, name)) for name in ARTICLE_FIELDS)
    blocks = ((old.id, old, new) for old, new in zip(before.blocks, after.blocks, strict=True))
    return tuple(
        ArticlePart(before.id, name, old, new)
        for found in (fields, blocks)
        for name, old, new in found
        if old != new
    )


def _with(parts: Sequence[ArticlePart], article: Article) -> Article:
    """Return *article* with the new values of those parts that are what they were."""
    new: dict[str, Any] = {
        part.name: part.after for part in parts if part.before == _value(article, part.name)
    }
    if not new:
        return article
    blocks = tuple(new.get(block.id, block) for block in article.blocks)
    return replace(article, blocks=blocks, **{name: new[name] for name in ARTICLE_FIELDS if name in new})


def _value(article: Article, name: str) -> object:
    if name in ARTICLE_FIELDS:
        return getattr(article, name)
    return next((block for block in article.blocks if block.id == name), None)

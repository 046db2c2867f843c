"""Copies of articles and sections: work for the library's thread, undone as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bulletin_desktop.document.copies import fresh
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Picture, Section
from bulletin_desktop.gui.commands import Work
from bulletin_desktop.gui.tree.clip import Clip
from bulletin_desktop.gui.tree.places import Place
from bulletin_desktop.gui.tree.steps import Made, resolve, section_end, standing
from bulletin_desktop.services import acts

if TYPE_CHECKING:
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.outline import ArticleRow

Held = tuple[str, str]
"""An article or section and the issue that holds it, by ids."""


def read(desk: Desk, wanted: Sequence[tuple[str, Sequence[str]]]) -> Clip:
    """Return articles with their pictures; *wanted* names sections' titles, or none, and articles by id."""
    pieces = tuple(
        Section(new_id(), title, tuple(desk.article(article_id) for article_id in ids))
        for title, ids in wanted
    )
    blocks = (block for piece in pieces for article in piece.articles for block in article.blocks)
    shown = {block.sha256 for block in blocks if isinstance(block, Picture)}
    return Clip(pieces, tuple(desk.some_pictures(shown).values()))


def duplicated(articles: Sequence[Held], sections: Sequence[Held], made: Made) -> Work:
    """Put a copy of each article and section after it."""

    def work(desk: Desk) -> tuple[Changes, ...]:
        done: list[Changes] = []
        with desk.one_step():
            for article_id, issue_id in articles:
                section_id, position = standing(desk, issue_id, article_id)
                copy = fresh(desk.article(article_id))
                done.append(desk.apply(acts.AddArticles(section_id, (copy,), position + 1)))
                done.append(desk.apply(acts.ShareManuscripts(((copy.id, article_id),))))
                made.append(copy.id)
            for section_id, issue_id in sections:
                rows = desk.contents(issue_id).sections
                at, row = next((nth, row) for nth, row in enumerate(rows) if row.id == section_id)
                held = tuple(fresh(desk.article(article.id)) for article in row.articles)
                section = Section(new_id(), row.title, held)
                done.append(desk.apply(acts.AddSection(issue_id, section, at + 1)))
                done.append(desk.apply(_shared(held, row.articles)))
                made.append(section.id)
        return tuple(done)

    return work


def inserted(clip: Clip, place: Place, beside: Place | None, made: Made) -> Work:
    """Put copies of articles at *place*, and named pieces as sections at *beside*.

    Where sections cannot stand *beside* is None, and their articles go with the others.
    """

    def work(desk: Desk) -> tuple[Changes, ...]:
        done: list[Changes] = []
        with desk.one_step():
            for picture in clip.pictures:
                desk.add_picture(picture)
            loose = [piece for piece in clip.pieces if beside is None or not piece.title]
            copied = tuple(article for piece in loose for article in piece.articles)
            articles = tuple(map(fresh, copied))
            if articles:
                section_id, position = resolve(desk, place, done)
                done.append(desk.apply(acts.AddArticles(section_id, articles, position)))
                done.append(desk.apply(_shared(articles, copied)))
                made.extend(article.id for article in articles)
            named = [piece for piece in clip.pieces if beside is not None and piece.title]
            for nth, piece in enumerate(named):
                section = Section(new_id(), piece.title, tuple(map(fresh, piece.articles)))
                position = section_end(desk, beside) + (0 if beside.position < 0 else nth)
                done.append(desk.apply(acts.AddSection(beside.id, section, position)))
                done.append(desk.apply(_shared(section.articles, piece.articles)))
                made.append(section.id)
        return tuple(done)

    return work


def _shared(copies: Sequence[Article], copied: Sequence[Article | ArticleRow]) -> acts.ShareManuscripts:
    """Copies come from the manuscripts of what they are copies of."""
    pairs = ((copy.id, article.id) for copy, article in zip(copies, copied, strict=True))
    return acts.ShareManuscripts(tuple(pairs))

"""Merging articles and splitting one: work for the library's thread, undone as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bulletin_desktop.document import parting
from bulletin_desktop.gui.commands import Work
from bulletin_desktop.gui.tree.steps import Made, standing
from bulletin_desktop.services import acts

if TYPE_CHECKING:
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk


def merged(ids: Sequence[str]) -> Work:
    """Join articles into the first of them; the others go to the recycle bin as they were."""

    def work(desk: Desk) -> tuple[Changes, ...]:
        whole, *rest = (desk.article(article_id) for article_id in ids)
        for article in rest:
            whole = parting.merged(whole, article)
        others = tuple(ids[1:])
        return desk.apply_all(
            [acts.SaveArticle(whole), acts.JoinManuscripts(whole.id, others), acts.Delete(others)]
        )

    return work


def split(article_id: str, block_id: str, offset: int, issue_id: str, made: Made) -> Work:
    """Part an article of an issue in two at a place of its text; the second stands below the first."""

    def work(desk: Desk) -> tuple[Changes, ...]:
        first, second = parting.split(desk.article(article_id), block_id, offset)
        section_id, position = standing(desk, issue_id, article_id)
        made.append(second.id)
        return desk.apply_all(
            [
                acts.SaveArticle(first),
                acts.AddArticles(section_id, (second,), position + 1),
                acts.ShareManuscripts(((second.id, first.id),)),
            ]
        )

    return work

"""Steps that must read before they act: each is work for the library's thread, and undone as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Section
from bulletin_desktop.gui.commands import Work
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.places import END, Dragged, Place, moves
from bulletin_desktop.services import acts

if TYPE_CHECKING:
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk


Made = list[str]
"""The ids of what a step has made, known once it was done."""


def moved(rows: Dragged, place: Place, beside: Place | None = None) -> Work:
    """Bring articles to a place and sections to *beside*, by default the same.

    What lies in the recycle bin is put back first.
    """

    def work(desk: Desk) -> tuple[Changes, ...]:
        binned = {row.id: row.kind for row in desk.recycled()} if rows.binned else {}
        with desk.one_step():
            done = [desk.apply(acts.Restore(rows.binned))] if rows.binned else []
            if rows.sections:
                done.extend(_move_sections(desk, rows.sections, beside or place))
            articles = (*rows.articles, *(each for each in rows.binned if binned.get(each) == "article"))
            if articles:
                done.extend(_move_articles(desk, articles, place))
            return tuple(done)

    return work


def renamed(article_id: str, name: str) -> Work:
    """Give an article another headline, which keeps its lines where the words did not change.

    Taken back, it leaves the text alone that was typed since.
    """

    def work(desk: Desk) -> tuple[Changes, ...]:
        before = desk.article(article_id).headline
        part = acts.ArticlePart(article_id, "headline", before, relined(before, name))
        return desk.apply_all([acts.Rewrite((part,))])

    return work


def renamed_publication(publication_id: str, name: str) -> Work:
    """Give a publication another name; its usual unit stays."""

    def work(desk: Desk) -> tuple[Changes, ...]:
        rows = desk.outline().publications
        unit = next((row.unit for row in rows if row.id == publication_id), "")
        return desk.apply_all([acts.UpdatePublication(publication_id, name, unit)])

    return work


def _move_articles(desk: Desk, ids: Sequence[str], place: Place) -> list[Changes]:
    done: list[Changes] = []
    section_id, position = resolve(desk, place, done)
    contents = desk.contents(place.issue_id or place.id)
    order = {section.id: tuple(row.id for row in section.articles) for section in contents.sections}
    done.append(desk.apply(acts.MoveArticles(moves(order, ids, section_id, position))))
    return done


def _move_sections(desk: Desk, ids: Sequence[str], place: Place) -> list[Changes]:
    order = {place.id: tuple(section.id for section in desk.contents(place.id).sections)}
    steps = moves(order, ids, place.id, section_end(desk, place))
    return [
        desk.apply(acts.MoveSection(section_id, position, issue_id))
        for section_id, issue_id, position in steps
    ]


def standing(desk: Desk, issue_id: str, article_id: str) -> tuple[str, int]:
    """Return the section and the position of an article of an issue."""
    places = (
        (section.id, nth)
        for section in desk.contents(issue_id).sections
        for nth, article in enumerate(section.articles)
        if article.id == article_id
    )
    return next(places, ("", 0))  # what has gone meanwhile is told by the act


def resolve(desk: Desk, place: Place, done: list[Changes]) -> tuple[str, int]:
    """Return the section and position for articles; an issue without sections gets its unnamed one."""
    sections = desk.contents(place.issue_id or place.id).sections
    if place.kind is Kind.SECTION:
        length = next((len(section.articles) for section in sections if section.id == place.id), 0)
        return place.id, length if place.position == END else min(place.position, length)
    if sections:
        return sections[-1].id, len(sections[-1].articles)
    section = Section(new_id())
    done.append(desk.apply(acts.AddSection(place.id, section, 0)))
    return section.id, 0


def section_end(desk: Desk, place: Place) -> int:
    """Return the position for a section of an issue."""
    length = len(desk.contents(place.id).sections)
    return length if place.position == END else min(place.position, length)


def relined(lines: Sequence[str], words: str) -> tuple[str, ...]:
    """Return *words* in lines that break where *lines* do, as far as what stands there is the same."""
    before = "".join(lines)
    head = _alike(before, words)
    tail = min(_alike(before[::-1], words[::-1]), len(before) - head, len(words) - head)
    breaks, at = set(), 0
    for line in lines[:-1]:
        at += len(line)
        if at <= head:
            breaks.add(at)
        elif at >= len(before) - tail:
            breaks.add(at + len(words) - len(before))
    edges = [0, *sorted(breaks - {0, len(words)}), len(words)]
    return tuple(words[start:end] for start, end in pairwise(edges))


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (nth for nth, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )

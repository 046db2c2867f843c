"""Where a drop or a step means in an issue, and moves that never shift each other. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bulletin_desktop.gui.tree.nodes import Kind, Node

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import IssueOutline


def drop_place(contents: IssueOutline, parent: Node, row: int) -> tuple[str, int] | None:
    """Return the section and position that a drop before *row* of *parent* means; row -1 is onto it.

    None if articles cannot go there. Beside a section's own row it is the end of the section above.
    """
    lengths = {section.id: len(section.articles) for section in contents.sections}
    if parent.kind is Kind.SECTION:
        return parent.id, lengths[parent.id] if row < 0 else row
    if parent.kind is not Kind.ISSUE or not contents.sections:
        return None
    before = parent.children[: row if row >= 0 else len(parent.children)]
    if not before:
        return contents.sections[0].id, 0
    last = before[-1]
    if last.kind is Kind.SECTION:
        return last.id, lengths[last.id]
    return last.section_id, sum(1 for node in before if node.section_id == last.section_id)


def moves(
    order: Mapping[str, Sequence[str]], dragged: Sequence[str], section_id: str, position: int
) -> tuple[tuple[str, str, int], ...]:
    """Return the moves that bring *dragged*, in their order, before *position* of a section.

    *order* has the article ids of each section as they are now; *position* counts before the act.
    Each move's position is the one after it, with all earlier moves done. Articles that stand before
    the place already are moved first and backwards, so that none shifts another.
    """
    above = [article for article in dragged if article in order[section_id][:position]]
    start = position - len(above)
    first = [(article, section_id, start + nth) for nth, article in enumerate(above)]
    then = [(article, section_id, start + nth) for nth, article in enumerate(dragged) if article not in above]
    return (*reversed(first), *then)


def step_place(order: Mapping[str, Sequence[str]], ids: Sequence[str], step: int) -> tuple[str, int] | None:
    """Return where *ids* go when moved one place up (*step* -1) or down (1) through an issue's sections.

    The position counts before the act, as for `moves`; None at the issue's end.
    """
    sections = list(order)
    place = {article: (nth, row.index(article)) for nth, row in enumerate(order.values()) for article in row}
    spots = sorted(place[article] for article in ids)
    section, row = spots[0] if step < 0 else spots[-1]
    if step < 0:
        if row > 0:
            return sections[section], row - 1
        return (sections[section - 1], len(order[sections[section - 1]])) if section > 0 else None
    if row + 1 < len(order[sections[section]]):
        return sections[section], row + 2
    return (sections[section + 1], 0) if section + 1 < len(sections) else None

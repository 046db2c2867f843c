"""Where a drop or a step means in an issue, and moves that never shift each other. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import IssueOutline

END = -1


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is dragged, by ids in the order of the tree. Articles of a section among them are not named."""

    articles: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    binned: tuple[str, ...] = ()  # out of the recycle bin


@dataclass(frozen=True, slots=True)
class Place:
    """Where something goes: before *position* of a section's articles or of an issue's sections.

    The position counts what stands there now. Articles for an issue go to the end of its last section;
    whatever goes to the recycle bin is deleted.
    """

    kind: Kind
    id: str
    position: int = END
    issue_id: str = ""  # of a section's place


def place(dragged: Dragged, node: Node, row: int, contents: IssueOutline | None) -> Place | None:
    """Return what a drop before *row* of *node* means; row -1 is onto it. None if it cannot go there.

    *contents* is the issue that *node* stands in or is, if it was read.
    """
    if node.kind in (Kind.BIN, Kind.BIN_ITEM):
        return None if dragged.binned else Place(Kind.BIN, node.id)
    if contents is None:
        onto = node.kind is Kind.ISSUE or (node.kind is Kind.INBOX and not dragged.sections)
        return Place(Kind.ISSUE, node.id) if onto else None
    if dragged.sections:
        return None if dragged.articles else section_place(contents, node, row)
    return article_place(contents, node, row)


def article_place(contents: IssueOutline, parent: Node, row: int) -> Place | None:
    """Return where articles go that are dropped before *row* of *parent*.

    Beside a section's own row it is the end of the section above.
    """
    lengths = {section.id: len(section.articles) for section in contents.sections}
    if parent.kind is Kind.SECTION:
        return Place(Kind.SECTION, parent.id, lengths[parent.id] if row < 0 else row, contents.id)
    if parent.kind not in (Kind.ISSUE, Kind.INBOX):
        return None
    if not contents.sections:
        return Place(Kind.ISSUE, contents.id)
    before = parent.children[: row if row >= 0 else len(parent.children)]
    if not before:
        return Place(Kind.SECTION, contents.sections[0].id, 0, contents.id)
    last = before[-1]
    if last.kind is Kind.SECTION:
        return Place(Kind.SECTION, last.id, lengths[last.id], contents.id)
    same = sum(1 for node in before if node.section_id == last.section_id)
    return Place(Kind.SECTION, last.section_id, same, contents.id)


def section_place(contents: IssueOutline, parent: Node, row: int) -> Place | None:
    """Return where sections go that are dropped before *row* of *parent*; within a section, after it."""
    order = [section.id for section in contents.sections]
    if parent.kind is Kind.SECTION:
        return Place(Kind.ISSUE, contents.id, order.index(parent.id) + 1)
    if parent.kind is not Kind.ISSUE:
        return None
    before = parent.children[: row if row >= 0 else len(parent.children)]
    if not before:
        return Place(Kind.ISSUE, contents.id, 0)
    last = before[-1].section_id or before[-1].id
    return Place(Kind.ISSUE, contents.id, order.index(last) + 1)


def moves(
    order: Mapping[str, Sequence[str]], dragged: Sequence[str], section_id: str, position: int
) -> tuple[tuple[str, str, int], ...]:
    """Return the moves that bring *dragged*, in their order, before *position* of a section.

    *order* has the article ids of each section as they are now; *position* counts before the act. The
    sections of issues are moved by the same rule.
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

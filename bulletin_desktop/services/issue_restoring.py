"""An issue's sections and articles back to where they stood, without losing what came later."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services import acts, issue_history
from bulletin_desktop.services.acts import Act
from bulletin_desktop.services.issue_history import PlacedSection
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """The acts in order, for one step, and how many articles stay in the other issues they stand in now."""

    acts: tuple[Act, ...]
    elsewhere: int = 0


def plan(library: Library, issue_id: str, revision: int) -> Plan:
    """Return how an issue gets the arrangement it had.

    Deleted sections and articles come back from the recycle bin, articles from among the manuscripts too.
    One that stands in another issue by now stays there. What came later stays and is put last. Raises
    `UserError` if the issue is gone or the entry is damaged.
    """
    wanted = issue_history.stood(library, issue_id, revision).sections
    present = issue_history.standing(library, issue_id).sections
    if wanted == present:
        return Plan(())
    return _Planner(library, issue_id).made(wanted)


class _Planner:
    """Knows where things are now."""

    def __init__(self, library: Library, issue_id: str) -> None:
        self._library = library
        self._issue_id = issue_id

    def made(self, wanted: tuple[PlacedSection, ...]) -> Plan:
        back: list[Act] = []
        unwanted: dict[str, None] = {}  # sections that only lead to an article in them
        placing: list[Act] = []
        elsewhere = 0
        for position, section in enumerate(wanted):
            section_id, how = self._section(section, position)
            back.extend(how)
            moves: list[tuple[str, str, int]] = []
            for article in section.articles:
                where = self._article(article.id)
                if where is None:
                    elsewhere += 1
                    continue
                back.extend(acts.Restore((node,)) for node in where)
                unwanted.update((node, None) for node in where if node != article.id)
                moves.append((article.id, section_id, len(moves)))
            placing.append(acts.MoveSection(section_id, position))
            if moves:
                placing.append(acts.MoveArticles(tuple(moves)))
        leave = tuple(own_id for own_id in unwanted if own_id not in {section.id for section in wanted})
        return Plan((*back, *placing, *([acts.Delete(leave)] if leave else [])), elsewhere)

    def _section(self, section: PlacedSection, position: int) -> tuple[str, list[Act]]:
        """The section's id, and what brings it into the issue with its title."""
        node = self._library.recycle_bin
        if self._exists(section.id) and node.parent(section.id) == self._issue_id:
            how: list[Act] = [acts.Restore((section.id,))] if node.holds(section.id) else []
            return section.id, [*how, acts.RenameSection(section.id, section.title)]
        new = Section(section.id if not self._exists(section.id) else new_id(), section.title)
        return new.id, [acts.AddSection(self._issue_id, new, position)]

    def _article(self, article_id: str) -> list[str] | None:
        """What must leave the bin for an article to be seen, itself last; None if it is not to be had."""
        if not self._exists(article_id):
            return None
        ways = list(self._above(article_id))
        hidden = [node for node in reversed(ways) if self._library.recycle_bin.holds(node)]
        here = self._issue_id in ways
        if here or hidden == [article_id] or (MANUSCRIPTS in ways and not hidden):
            return hidden
        return None

    def _above(self, node_id: str) -> Iterator[str]:
        """A node, and what it belongs to, up to the publication."""
        above: str | None = node_id
        while above is not None:
            yield above
            above = self._library.recycle_bin.parent(above)

    def _exists(self, node_id: str) -> bool:
        try:
            self._library.recycle_bin.kind(node_id)
        except UserError:
            return False
        return True

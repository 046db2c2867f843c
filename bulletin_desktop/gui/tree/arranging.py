"""What moving and renaming rows means for the library: work for the desk, and its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.commands import Work, applying
from bulletin_desktop.gui.tree import places, steps
from bulletin_desktop.gui.tree.mime import dragged
from bulletin_desktop.gui.tree.model import TreeModel
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.tree.places import END, Dragged, Place
from bulletin_desktop.services import acts
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A step: its work, its words, the rows it moves, and the issue they go to."""

    work: Work
    words: str
    ids: tuple[str, ...]
    issue_id: str


def renamed(node: Node, name: str) -> tuple[Work, str]:
    """Return the step that gives a publication, section or article another name."""
    match node.kind:
        case Kind.PUBLICATION:
            words = QCoreApplication.translate("TreePanel", "Rename publication")
            return steps.renamed_publication(node.id, name), words
        case Kind.SECTION:
            words = QCoreApplication.translate("TreePanel", "Rename section")
            return applying([acts.RenameSection(node.id, name)]), words
        case _:
            return steps.renamed(node.id, name), QCoreApplication.translate("TreePanel", "Rename article")


class Arranging:
    """Reads from a model what stands where; nothing is wanted that would change nothing."""

    def __init__(self, model: TreeModel) -> None:
        self._model = model

    def step(self, chosen: Sequence[Node], step: int) -> Wanted | None:
        """Return what moves articles or sections one place up or down; None at the issue's end."""
        rows = dragged(chosen)
        holders = {id(node.holder): node.holder for node in chosen if node.holder}
        if len(holders) != 1 or bool(rows.articles) == bool(rows.sections):
            return None
        (holder,) = holders.values()
        order = self._model.order(holder.id)
        if rows.sections:
            order = {holder.id: tuple(order)}
        ids = rows.sections or rows.articles
        if not all(any(each in row for row in order.values()) for each in ids):
            return None  # such as in what the filter has found, of an issue that was not read
        found = places.step_place(order, ids, step)
        if found is None:
            return None
        kind = Kind.ISSUE if rows.sections else Kind.SECTION
        return self.move(rows, Place(kind, *found, issue_id=holder.id))

    def move(self, rows: Dragged, place: Place, beside: Place | None = None) -> Wanted | None:
        """Return what brings *rows* to a place, sections to *beside*; None where they stand already."""
        ids = (*rows.articles, *rows.sections, *rows.binned)
        if not ids or (not (rows.articles and rows.sections) and self._stands(rows, beside or place)):
            return None
        return Wanted(steps.moved(rows, place, beside), self._words(rows), ids, place.issue_id or place.id)

    def _stands(self, rows: Dragged, place: Place) -> bool:
        order = self._model.order(place.issue_id or place.id)
        if place.position == END or rows.binned or not order:
            return False
        if rows.sections:
            order = {place.id: tuple(order)}
        where = {each: (holder, nth) for holder, row in order.items() for nth, each in enumerate(row)}
        moves = places.moves(order, rows.sections or rows.articles, place.id, place.position)
        return all(where.get(each) == (holder, nth) for each, holder, nth in moves)

    def _words(self, rows: Dragged) -> str:
        if rows.binned:
            return QCoreApplication.translate("TreePanel", "Restore")
        if rows.sections:
            return QCoreApplication.translate("TreePanel", "Move sections")
        return QCoreApplication.translate("TreePanel", "Move articles")

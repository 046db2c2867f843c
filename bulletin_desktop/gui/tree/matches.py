"""The tree's rows that have the words of the filter, with what they stand in and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree import nodes
from bulletin_desktop.gui.tree.model import Index, TreeModel
from bulletin_desktop.gui.tree.nodes import Kind, Node, Words
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import Match, Outline

LIMIT = 500


class MatchModel(TreeModel):
    """What the desk finds. *found* tells how many articles that are; `LIMIT` are all that are looked for."""

    found = Signal(int)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(backend, parent)
        self._read_apart = ()
        self._words = ""

    def search(self, words: str) -> None:
        """Look for articles that have every one of *words*; what comes for earlier words is dropped."""
        self._words = words
        self.refresh()

    def refresh(self) -> None:
        """Look for the same words anew."""
        words = self._words
        self._backend.submit(
            lambda desk: (desk.find_titles(words, LIMIT), desk.outline()),
            done=lambda read: self._set_matches(words, *read),
            failed=self.failed.emit,
        )

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Look anew after an act."""
        if self._words:
            self.refresh()

    def _set_matches(self, words: str, matches: tuple[Match, ...], outline: Outline) -> None:
        if words != self._words:
            return
        self._show(match_nodes(matches, outline))
        self.filled.emit("")
        self.found.emit(len(matches))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing is dragged here: between rows that are found stand others that are not shown."""
        return super().flags(index) & ~(Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled)


def match_nodes(matches: Iterable[Match], outline: Outline) -> list[Node]:
    """Return the branches of the tree that lead to *matches*, ordered as the tree is."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        found.setdefault(match.issue_id, []).append(match)
    tops: list[Node] = []
    words = Words()
    for publication in outline.publications:
        top = Node(Kind.PUBLICATION, publication.id, publication.name, tip=publication.name)
        rows = [row for row in publication.issues if row.id in found]
        for year, issues in groupby(rows, key=lambda row: row.year):
            under = Node(Kind.YEAR, f"{publication.id}/{year}", str(year))
            under.children = nodes.issue_nodes(issues)
            top.children.append(under)
            for issue in under.children:
                _fill(issue, found[issue.id], words)
        if top.children:
            tops.append(top)
    if MANUSCRIPTS in found:
        tops.append(nodes.inbox_node(outline.manuscripts))
        _fill(tops[-1], found[MANUSCRIPTS], words)
    return tops


def _fill(holder: Node, matches: list[Match], words: Words) -> None:
    holder.fetchable = False
    holder.count = words.articles.format(count=len(matches))
    for (section_id, title), under in groupby(matches, key=lambda match: (match.section_id, match.section)):
        articles = [nodes.article_node(match.article, section_id, words) for match in under]
        if title and holder.kind is Kind.ISSUE:
            section = Node(Kind.SECTION, section_id, title, tip=title)
            section.children = articles
            holder.children.append(section)
        else:
            holder.children.extend(articles)

"""The tree's rows that have the words of the filter, with what they stand in and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.search import words as found_words
from bulletin_desktop.gui.search.asking import Asker
from bulletin_desktop.gui.tree import nodes
from bulletin_desktop.gui.tree.model import TreeModel
from bulletin_desktop.gui.tree.node_model import Index
from bulletin_desktop.gui.tree.nodes import Kind, Node, Words
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.services.outline import Match, Outline
    from bulletin_desktop.services.searching import SearchHit

LIMIT = 500
TEXTS = 100


class MatchModel(TreeModel):
    """What the desk finds: by what the tree shows, and below that by texts alone.

    *found* tells how many articles that are so far, and whether there are more: `LIMIT` and `TEXTS` are all
    that are looked for.
    """

    _read_apart = ()

    found = Signal(int, bool)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(backend, parent)
        self._words = ""
        self._named: tuple[Match, ...] = ()
        self._outline: Outline | None = None
        self._texts: list[SearchHit] = []
        self._more = False
        self.settled_words = ""  # for which everything has come that there is
        self._asker = Asker(backend, self)
        self._asker.found.connect(self._take_texts)
        self._asker.settled.connect(self._settle)
        self._asker.failed.connect(self.failed)

    def search(self, words: str) -> None:
        """Look for articles that have every one of *words*; what comes for earlier words is dropped."""
        if words != self._words:
            self._words, self.settled_words = words, ""
            self._named, self._texts, self._more = (), [], False
        self.refresh()

    def refresh(self) -> None:
        """Look for the same words anew."""
        from bulletin_desktop.services.searching import Wanted

        words = self._words
        self._backend.submit(
            lambda desk: (desk.find_titles(words, LIMIT), desk.outline()),
            done=lambda read: self._set_named(words, *read),
            failed=self.failed.emit,
        )
        if words:
            self._asker.ask(Wanted.of(words), TEXTS)
        else:
            self._asker.forget()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Look anew after an act."""
        if self._words:
            self.refresh()

    def _set_named(self, words: str, named: tuple[Match, ...], outline: Outline) -> None:
        if words == self._words:
            self._named, self._outline = named, outline
            self._show_found()

    def _take_texts(self, hits: Sequence[SearchHit], first: bool) -> None:
        self._texts = [*hits] if first else [*self._texts, *hits]
        self._show_found()

    def _settle(self, more: bool) -> None:
        self._more, self.settled_words = more, self._words
        self._show_found()

    def _show_found(self) -> None:
        if self._outline is None:
            return
        named = {match.article.id for match in self._named}
        texts = [hit for hit in self._texts if hit.article_id not in named]
        below = [texts_node(texts)] if texts else []
        self._show_below(self._root, [*match_nodes(self._named, self._outline), *below])
        self.filled.emit("")
        self.found.emit(len(named) + len(texts), len(named) == LIMIT or self._more)

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


def texts_node(hits: Sequence[SearchHit]) -> Node:
    """Return the node above articles that have the words in their text alone, the newest issue's first."""
    from bulletin_desktop.services.outline import ArticleRow

    title = QCoreApplication.translate("TreePanel", "In the text")
    tip = QCoreApplication.translate("TreePanel", "Articles that have the words in their text")
    words, said = Words(), found_words.Words()
    top = Node(Kind.TEXTS, "texts", title, words.articles.format(count=len(hits)), tip)
    for hit in hits:
        row = ArticleRow(hit.article_id, hit.headline, 0, hit.state, hit.problems)
        node = nodes.article_node(row, hit.section_id, words)
        node.count = f"{hit.issue.year}-{hit.issue.number}" if hit.issue is not None else ""
        node.tip, node.hit = f"{said.tip(hit)}\n{hit.snippet}", hit
        top.children.append(node)
    return top

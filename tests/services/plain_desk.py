"""The desk as plain lists, to hold the real one against: what is where, and what lies in the bin."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bulletin_desktop.document.model import Article, Issue, Section
from bulletin_desktop.services import acts


@dataclass
class Node:
    """A publication, issue, section or article; *value* is everything of it but its children."""

    id: str
    value: object
    children: list[Node] = field(default_factory=list)


@dataclass
class PlainDesk:
    """Acts on a tree of nodes below *root*."""

    root: Node = field(default_factory=lambda: Node("", None))
    bin: list[tuple[Node, str, int]] = field(default_factory=list)  # node, parent's id, position

    def apply(self, act: acts.Act) -> None:
        match act:
            case acts.Delete():
                for number, node_id in enumerate(act.ids):
                    node, parent_id, position = self._take(node_id)
                    self.bin.append((node, parent_id, act.places[number] if act.places else position))
            case acts.Restore():
                for node_id in act.ids:
                    entry = next(entry for entry in self.bin if entry[0].id == node_id)
                    self.bin.remove(entry)
                    node, parent_id, position = entry
                    self._put(parent_id, node, position)
            case acts.MoveArticles():
                for article_id, section_id, position in act.moves:
                    self._put(section_id, self._take(article_id)[0], position)
            case acts.MoveSection():
                node, issue_id, _ = self._take(act.section_id)
                self._put(issue_id, node, act.position)
            case acts.UpdateIssue():
                self.find(act.issue.id).value = replace(act.issue, sections=())
            case acts.RenameSection():
                self.find(act.section_id).value = act.title
            case acts.SaveArticle():
                self.find(act.article.id).value = act.article
            case _:
                self._add(act)

    def _add(self, act: acts.Act) -> None:
        match act:
            case acts.CreatePublication():
                self._put("", Node(act.id, act), len(self.root.children))
            case acts.CreateIssue():
                node = Node(act.issue.id, replace(act.issue, sections=()))
                node.children = [_section(section) for section in act.issue.sections]
                self._put(act.publication_id, node, len(self.find(act.publication_id).children))
            case acts.AddSection():
                self._put(act.issue_id, _section(act.section), act.position)
            case acts.AddArticles():
                for position, article in enumerate(act.articles, act.position):
                    self._put(act.section_id, Node(article.id, article), position)

    def issues(self) -> list[Issue]:
        """Every issue in the tree, whole, ordered by id; publications and issues have no places."""
        issues = [issue for publication in self.root.children for issue in publication.children]
        return [_issue(issue) for issue in sorted(issues, key=lambda issue: issue.id)]

    def ids(self, depth: int) -> list[str]:
        """The ids in the tree at a depth: 1 publications, 2 issues, 3 sections, 4 articles."""
        level = [self.root]
        for _ in range(depth):
            level = [child for node in level for child in node.children]
        return [node.id for node in level]

    def find(self, node_id: str) -> Node:
        return self._way(node_id)[-1]

    def parent(self, node_id: str) -> Node:
        return self._way(node_id)[-2]

    def restorable(self) -> list[str]:
        """What lies in the bin with its parent in the tree."""
        return [node.id for node, parent_id, _ in self.bin if self._has(parent_id)]

    def _has(self, node_id: str) -> bool:
        return node_id == "" or any(node_id in self.ids(depth) for depth in (1, 2, 3, 4))

    def _way(self, node_id: str) -> list[Node]:
        def search(node: Node) -> list[Node] | None:
            if node.id == node_id:
                return [node]
            for child in node.children:
                found = search(child)
                if found:
                    return [node, *found]
            return None

        way = search(self.root)
        assert way is not None, node_id
        return way

    def _take(self, node_id: str) -> tuple[Node, str, int]:
        parent = self.parent(node_id)
        node = self.find(node_id)
        position = parent.children.index(node)
        del parent.children[position]
        return node, parent.id, position

    def _put(self, parent_id: str, node: Node, position: int) -> None:
        self.find(parent_id).children.insert(position, node)


def _section(section: Section) -> Node:
    return Node(section.id, section.title, [Node(article.id, article) for article in section.articles])


def _issue(node: Node) -> Issue:
    assert isinstance(node.value, Issue)
    sections = tuple(
        Section(section.id, str(section.value), tuple(_article(article) for article in section.children))
        for section in node.children
    )
    return replace(node.value, sections=sections)


def _article(node: Node) -> Article:
    assert isinstance(node.value, Article)
    return node.value

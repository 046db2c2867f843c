"""The desk as plain lists, to hold the real one against: what is where, and what lies in the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bulletin_desktop.document.model import Article, Issue, Section
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts
from bulletin_desktop.services.outline import MANUSCRIPTS


@dataclass
class Node:
    """A publication, issue, section or article; *value* is everything of it but its children."""

    id: str
    value: object
    children: list[Node] = field(default_factory=list)
    state: str = "draft"

    def all(self) -> Iterator[Node]:
        """The node and everything below it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True)
class Came:
    """What is known of an article that came in."""

    contributor: str = ""
    state: str = "waiting"
    merged: str = ""  # the article it went into


@dataclass
class PlainDesk:
    """Acts on a tree of nodes below *root*, beside the manuscripts in no issue."""

    root: Node = field(default_factory=lambda: Node("", None))
    manuscripts: Node = field(default_factory=lambda: Node(MANUSCRIPTS, ""))
    bin: list[tuple[Node, str, int]] = field(default_factory=list)  # node, parent's id, position
    names: dict[tuple[str, int], str] = field(default_factory=dict)  # of revisions
    habits: dict[str, Habits] = field(default_factory=dict)  # by publication
    came: dict[str, Came] = field(default_factory=dict)  # by article

    def apply(self, act: acts.Act) -> None:
        match act:
            case acts.Delete():
                for number, node_id in enumerate(act.ids):
                    if self.has(node_id):  # what goes with its parent is not thrown away twice
                        node, parent_id, position = self._take(node_id)
                        self.bin.append((node, parent_id, act.places[number] if act.places else position))
            case acts.Restore():
                for node_id in act.ids:
                    self._restore(node_id)
            case acts.MoveArticles():
                for article_id, section_id, position in act.moves:
                    self._put(section_id, self._take(article_id)[0], position)
            case acts.MoveSection():
                node, issue_id, _ = self._take(act.section_id)
                self._put(act.issue_id or issue_id, node, act.position)
            case acts.CreatePublication() | acts.CreateIssue() | acts.AddSection() | acts.AddArticles():
                self._add(act)
            case _:
                self._change(act)

    def _change(self, act: acts.Act) -> None:
        match act:
            case acts.UpdatePublication():
                self.find(act.id).value = (act.name, act.unit)
            case acts.UpdateLists():
                self.habits.pop(act.publication_id, None)
                if act.habits is not None:
                    self.habits[act.publication_id] = act.habits
            case acts.UpdateIssue():
                self.find(act.issue.id).value = replace(act.issue, sections=())
            case acts.RenameSection():
                self.find(act.section_id).value = act.title
            case _:
                self._change_article(act)

    def _change_article(self, act: acts.Act) -> None:
        match act:
            case acts.SaveArticle():
                self.anywhere(act.article.id).value = act.article
            case acts.Rewrite():
                for part in act.parts:
                    self._rewrite(part)
            case acts.SetState():
                for article_id in act.article_ids:
                    self.find(article_id).state = act.state
            case acts.RestoreStates():
                for article_id, state in act.states:
                    self.find(article_id).state = state
            case acts.NameRevision():
                self.names[act.article_id, act.revision] = act.name
            case _:
                self._change_manuscript(act)

    def _change_manuscript(self, act: acts.Act) -> None:
        match act:
            case acts.UpdateManuscript():
                known = self.came.get(act.article_id, Came())
                self.came[act.article_id] = replace(known, contributor=act.contributor)
            case acts.SetManuscriptStates():
                for article_id in act.article_ids:
                    known = self.came.get(article_id, Came())
                    self.came[article_id] = replace(known, state=act.state)
            case acts.ShareManuscripts():
                for article_id, other in act.pairs:
                    if other in self.came:
                        self.came[article_id] = replace(self.came[other], merged="")
            case acts.JoinManuscripts():
                self._join(act)
            case acts.RestoreManuscripts():
                for own_id, kept in act.former:
                    self.came.pop(own_id, None)
                    if kept is not None:
                        self.came[own_id] = Came(kept.contributor, kept.state, kept.merged)
            case _:
                raise AssertionError(f"no plain way to do {act}")

    def _join(self, act: acts.JoinManuscripts) -> None:
        joined = [own_id for own_id in act.ids if own_id in self.came]
        if joined and act.article_id not in self.came:
            self.came[act.article_id] = self.came[joined.pop(0)]
        for own_id in joined:
            self.came[own_id] = replace(self.came[own_id], merged=act.article_id)

    def _rewrite(self, part: acts.ArticlePart) -> None:
        node = self.anywhere(part.article_id)
        article = node.value
        assert isinstance(article, Article)
        if part.name in ("kicker", "headline", "subtitle", "credit"):
            if getattr(article, part.name) == part.before:
                node.value = replace(article, **{part.name: part.after})
        else:
            blocks = (part.after if block == part.before else block for block in article.blocks)
            node.value = replace(article, blocks=tuple(blocks))

    def _add(self, act: acts.AddingAct) -> None:
        match act:
            case acts.CreatePublication():
                self._put("", Node(act.id, (act.name, act.unit)), len(self.root.children))
            case acts.CreateIssue():
                node = Node(act.issue.id, replace(act.issue, sections=()))
                node.children = [_section(section) for section in act.issue.sections]
                self._put(act.publication_id, node, len(self.find(act.publication_id).children))
            case acts.AddSection():
                self._put(act.issue_id, _section(act.section), act.position)
            case acts.AddArticles():
                for position, article in enumerate(act.articles, act.position):
                    self._put(act.section_id, Node(article.id, article), position)
                    if act.section_id == MANUSCRIPTS:
                        self.came[article.id] = Came(article.credit)

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

    def places(self) -> list[str]:
        """The ids of everything that can hold articles."""
        return [*self.ids(3), MANUSCRIPTS]

    def articles(self) -> list[str]:
        """The ids of the articles in the tree and in no issue."""
        return [*self.ids(4), *(node.id for node in self.manuscripts.children)]

    def register(self) -> list[tuple[str, str, str, str, int]]:
        """Every manuscript in sight: article, contributor, state, issue, how many went into it."""
        rows = []
        for article_id in self.articles():
            standing = any(node.id == article_id for node in self.manuscripts.children)
            if standing or article_id in self.came:
                known = self.came.get(article_id, Came())
                issue = "" if standing else self._way(article_id)[-3].id
                state = known.state if standing else "used"
                merged = sum(
                    own_id == node.id and self.came[own_id].merged == article_id
                    for node, *_ in self.bin
                    for own_id in self.came
                )
                rows.append((article_id, known.contributor, state, issue, merged))
        return sorted(rows)

    def find(self, node_id: str) -> Node:
        return self._way(node_id)[-1]

    def parent(self, node_id: str) -> Node:
        return self._way(node_id)[-2]

    def anywhere(self, node_id: str) -> Node:
        """A node in the tree or in the bin, where an article can be saved too."""
        roots = (self.root, self.manuscripts, *(node for node, *_ in self.bin))
        return next(node for root in roots for node in root.all() if node.id == node_id)

    def has(self, node_id: str) -> bool:
        """Tell whether a node is in sight."""
        return any(node.id == node_id for root in (self.root, self.manuscripts) for node in root.all())

    def _way(self, node_id: str) -> list[Node]:
        def search(node: Node) -> list[Node] | None:
            if node.id == node_id:
                return [node]
            for child in node.children:
                found = search(child)
                if found:
                    return [node, *found]
            return None

        way = search(self.root) or search(self.manuscripts)
        assert way is not None, node_id
        return way

    def _restore(self, node_id: str) -> None:
        """Put a node back after what it belongs to."""
        entry = next((entry for entry in self.bin if entry[0].id == node_id), None)
        if entry is None:  # it came back with another
            return
        node, parent_id, position = entry
        if not self.has(parent_id):
            self._restore(next(one.id for one, *_ in self.bin if any(n.id == parent_id for n in one.all())))
        self.bin.remove(entry)
        self._put(parent_id, node, position)

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

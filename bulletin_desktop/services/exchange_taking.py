"""Taking a parcel into the library, as a person decided: acts of one step, each with its inverse.

Nothing here is lost by it: a text that is replaced stays among the article's versions, and one that is not
taken is put there too, below the one that is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field, replace
from types import MappingProxyType

from bulletin_desktop.document.copies import fresh
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.lineage import Relation
from bulletin_desktop.document.model import Article, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.lineages import Part
from bulletin_desktop.library.nodes import MANUSCRIPTS, Kind
from bulletin_desktop.library.originals import Original
from bulletin_desktop.library.rows import ArticleState
from bulletin_desktop.services import acts
from bulletin_desktop.services.acts import Act, Changes
from bulletin_desktop.services.exchange_compare import (
    Choice,
    ComparedArticle,
    Comparison,
    IssueHere,
    compare,
    deleted_within,
    issue_deleted,
    kind_here,
    publication_of,
)
from bulletin_desktop.services.parcel import Parcel, SentArticle, SentIssue, SentSection
from bulletin_desktop.services.templates import built_in
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person chose: for articles by id (what is not named stays as it is here), and for the rest.

    *into* is the id of an issue here that takes the articles, instead of the parcel's own issue, or in place
    of the manuscripts. *label* names the versions that come in.
    """

    articles: Mapping[str, Choice] = field(default_factory=dict)
    head: Choice = Choice.MINE
    arrangement: Choice = Choice.MINE
    template: Choice = Choice.MINE
    into: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done: the changes, the issue they are in (empty for none), and the ids of articles by kind."""

    changes: tuple[Changes, ...]
    issue_id: str = ""
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


def decided(
    comparison: Comparison,
    said: Mapping[str, Choice] = MappingProxyType({}),
    rest: Choice | None = None,
    label: str = "",
) -> Decision | None:
    """Return what is done: what was *said* of articles by id, else what is usual, else *rest*.

    None if only a person can decide something, and neither says. Where something cannot be both, both means
    mine.
    """
    part = Choice.MINE if rest is Choice.BOTH else rest
    issue = comparison.issue
    head, arrangement = (
        (Choice.MINE, Choice.MINE)
        if issue is None
        else (issue.usual_head or part, issue.usual_arrangement or part)
    )
    articles = {
        row.id: said.get(row.id) or row.usual or rest for row in (*comparison.articles, *comparison.gone)
    }
    if head is None or arrangement is None or None in articles.values():
        return None
    template = Choice.THEIRS if comparison.template is Relation.NEW else Choice.MINE
    chosen = {own_id: choice for own_id, choice in articles.items() if choice is not None}
    return Decision(chosen, head, arrangement, template, label=label)


def take(library: Library, apply: Callable[[Act], Changes], parcel: Parcel, decision: Decision) -> Taken:
    """Take a parcel in, inside one step of *apply*; raises `UserError` as the acts in it do."""
    return _Taking(library, apply, parcel, decision).taken()


class _Taking:
    """One taking in."""

    def __init__(
        self, library: Library, apply: Callable[[Act], Changes], parcel: Parcel, decision: Decision
    ) -> None:
        self._library, self._apply, self._parcel, self._decision = library, apply, parcel, decision
        self._compared = compare(library, parcel)
        self._rows = {row.id: row for row in self._compared.articles}
        self._sent = parcel.by_id()
        self._sections: dict[str, str] = {}  # theirs: ours
        self._changes: list[Changes] = []
        self._added: list[str] = []
        self._replaced: list[str] = []
        self._copies: dict[str, str] = {}  # the original's id: the copy's

    def taken(self) -> Taken:
        self._keep_files()
        issue_id = self._decision.into
        sent = self._parcel.issue
        if sent is not None and not issue_id:
            issue_id = self._take_issue(sent)
        for own_id in self._sent:
            self._take_article(own_id, issue_id)
        if sent is not None and issue_id == sent.head.id:
            self._arrange(sent, issue_id)
        gone = tuple(row.id for row in self._compared.gone if self._choice(row) is Choice.THEIRS)
        if gone:
            self._do(acts.Delete(gone))
        return Taken(
            tuple(self._changes),
            issue_id,
            tuple(self._added),
            tuple(self._replaced),
            tuple(self._copies.values()),
            gone,
        )

    def _do(self, act: Act) -> None:
        self._changes.append(self._apply(act))

    def _choice(self, row: ComparedArticle) -> Choice:
        chosen = self._decision.articles.get(row.id, Choice.MINE)
        return chosen if chosen in row.choices else Choice.MINE

    # What belongs to articles

    def _keep_files(self) -> None:
        """Pictures, as they are printed, and originals: no act, nothing shows them until an article does."""
        from bulletin_desktop.intake import pictures

        there = self._library.pictures.some(each.sha256 for each in self._parcel.pictures)
        for each in self._parcel.pictures:
            if each.sha256 in there:
                continue
            found = pictures.kept(each.content())
            self._library.pictures.add(found.content, found.format, found.width, found.height)
        for each in self._parcel.originals:
            if not self._library.originals.has(each.sha256):
                self._library.originals.add(Original(each.sha256, each.name, each.content()))

    # The issue

    def _take_issue(self, sent: SentIssue) -> str:
        """Bring the issue in, or up to what was decided; return its id."""
        self._take_template()
        compared = self._compared.issue
        assert compared is not None
        if compared.here in (IssueHere.NEW, IssueHere.NUMBER_TAKEN):
            self._create(sent, compared.number)
            return sent.head.id
        if issue_deleted(self._library, sent.head.id):
            self._do(acts.Restore((sent.head.id,)))
        self._library.lineages.note(sent.head.id, Part.HEAD, sent.head_lineage)
        if self._decision.head is Choice.THEIRS:
            self._do(acts.UpdateIssue(sent.head))
        return sent.head.id

    def _take_template(self) -> None:
        template, relation = self._parcel.template, self._compared.template
        if template is None or relation is Relation.SAME or self._decision.template is not Choice.THEIRS:
            return
        own = {each.name for each in self._library.templates.all() if each.id != template.id}
        names = own | {each.name for each in built_in()}
        name, number = template.name, 2
        while name in names:
            name, number = f"{template.name} {number}", number + 1
        # As it is, even if this program cannot read it: its base stands for it then, and the problem is told.
        self._do(acts.RestoreTemplate(replace(template, name=name, deleted=False)))

    def _create(self, sent: SentIssue, number: int) -> None:
        publication_id = self._publication(sent)
        sections = []
        for section in sent.sections:
            own_id = new_id() if kind_here(self._library, section.id, Kind.SECTION) else section.id
            self._sections[section.id] = own_id
            articles = tuple(self._sent[own].article for own in section.articles if self._comes(own))
            sections.append(Section(own_id, section.title, articles))
        head = replace(sent.head, number=number, sections=tuple(sections))
        self._do(acts.CreateIssue(publication_id, head))
        if sent.look is not None:
            self._do(acts.KeepLook(sent.look, head.template))
        self._library.lineages.note(head.id, Part.HEAD, sent.head_lineage)

    def _comes(self, article_id: str) -> bool:
        row = self._rows[article_id]
        return row.relation is Relation.NEW and self._choice(row) is Choice.THEIRS

    def _publication(self, sent: SentIssue) -> str:
        there = sent.publication
        known = publication_of(self._library, there)
        if known is not None:
            return known.id
        if kind_here(self._library, there.id, Kind.PUBLICATION):
            self._do(acts.Restore((there.id,)))
        else:
            self._do(acts.CreatePublication(there.id, there.name, there.template, there.unit))
        return there.id

    # Articles

    def _take_article(self, own_id: str, issue_id: str) -> None:
        row, sent = self._rows[own_id], self._sent[own_id]
        choice = self._choice(row)
        if row.relation is Relation.NEW:
            if choice is Choice.THEIRS:
                self._add(sent, issue_id)
            return
        self._library.lineages.note(own_id, Part.TEXT, sent.lineage)
        if choice is Choice.THEIRS:
            if row.deleted_here:
                self._bring_back(own_id)
            if row.relation is not Relation.SAME:
                self._save(sent.article)
                self._replaced.append(own_id)
        elif choice is Choice.BOTH:
            self._add_copy(sent, issue_id)
        elif row.relation in (Relation.CHANGED, Relation.NEWER_THERE) and not row.damaged:
            mine = self._library.articles.get(own_id)
            self._save(sent.article)
            self._do(acts.SaveArticle(mine, apart=True))

    def _save(self, article: Article) -> None:
        self._do(acts.SaveArticle(article, apart=True))
        self._name(article.id)

    def _name(self, article_id: str) -> None:
        """Name the version that came, which keeps it as it is."""
        newest = self._library.revisions.all(self._library.articles.number(article_id))[0]
        if self._decision.label:
            self._do(acts.NameRevision(article_id, newest.revision, self._decision.label))

    def _add(self, sent: SentArticle, issue_id: str) -> None:
        own_id = sent.article.id
        if not self._exists(own_id):  # otherwise it came with its issue
            section_id, position = self._place(sent, issue_id)
            self._do(acts.AddArticles(section_id, (sent.article,), position))
        self._library.lineages.note(own_id, Part.TEXT, sent.lineage[:-1])
        self._came(sent, own_id)
        self._added.append(own_id)

    def _add_copy(self, sent: SentArticle, issue_id: str) -> None:
        copy = fresh(sent.article)
        section_id, position = self._place(sent, issue_id)
        self._do(acts.AddArticles(section_id, (copy,), position))
        self._came(sent, copy.id)
        self._copies[sent.article.id] = copy.id

    def _came(self, sent: SentArticle, own_id: str) -> None:
        """What goes with a new article: its state, who sent it, and a name for its first version."""
        self._name(own_id)
        if sent.state is not ArticleState.DRAFT:
            self._do(acts.SetState((own_id,), sent.state))
        if sent.manuscript is not None:
            self._library.manuscripts.put(replace(sent.manuscript, article_id=own_id))

    def _bring_back(self, own_id: str) -> None:
        """Out of the recycle bin; what went there with its section stays there."""
        section = self._library.recycle_bin.parent(own_id) or ""
        alone = not self._library.recycle_bin.holds(section)
        self._do(acts.Restore((own_id,)))
        if not alone:
            self._leave_in_bin(section, own_id)

    def _leave_in_bin(self, section_id: str, but: str = "") -> None:
        """Delete the articles that came back with a section, unless they were asked for."""
        asked = {row.id for row in self._rows.values() if self._choice(row) is Choice.THEIRS} | {but}
        left = tuple(each for each in self._order(section_id) if each not in asked)
        if left:
            self._do(acts.Delete(left))

    # Places

    def _place(self, sent: SentArticle, issue_id: str) -> tuple[str, int]:
        """The section and position for an article that comes in."""
        issue = self._parcel.issue
        if issue is None:
            return self._loose_place(sent, issue_id)
        there = next(section for section in issue.sections if sent.article.id in section.articles)
        section_id = self._section(there, issue_id)
        order, at = self._order(section_id), there.articles.index(sent.article.id)
        for before in reversed(there.articles[: at + 1]):  # for a copy, itself comes first
            if before in order:
                return section_id, order.index(before) + 1
        return section_id, min(
            (order.index(each) for each in there.articles if each in order), default=len(order)
        )

    def _loose_place(self, sent: SentArticle, issue_id: str) -> tuple[str, int]:
        """Where an article goes that came without an issue: its own section, the issue asked for, or none."""
        if sent.section != MANUSCRIPTS and not issue_id:
            with suppress(UserError):
                self._library.sections.place(sent.section)
                return sent.section, len(self._order(sent.section))
        if not issue_id:
            return MANUSCRIPTS, len(self._order(MANUSCRIPTS))
        sections = self._library.sections.contents(issue_id)
        if not sections:
            self._do(acts.AddSection(issue_id, Section(new_id()), 0))
            sections = self._library.sections.contents(issue_id)
        return sections[-1].id, len(sections[-1].articles)

    def _section(self, there: SentSection, issue_id: str) -> str:
        """The section here that is theirs; one that lies in the recycle bin comes back, a new one is last."""
        if there.id not in self._sections:
            self._sections[there.id] = self._find_section(there, issue_id)
        return self._sections[there.id]

    def _find_section(self, there: SentSection, issue_id: str) -> str:
        known = kind_here(self._library, there.id, Kind.SECTION)
        if known and self._library.recycle_bin.parent(there.id) == issue_id:
            if self._library.recycle_bin.holds(there.id):
                self._do(acts.Restore((there.id,)))
                self._leave_in_bin(there.id)
            return there.id
        rows = self._library.sections.contents(issue_id)
        if self._decision.arrangement is not Choice.THEIRS:
            for row in rows:
                if row.title == there.title:
                    return row.id
        own_id = new_id() if known else there.id
        self._do(acts.AddSection(issue_id, Section(own_id, there.title), len(rows)))
        return own_id

    def _order(self, section_id: str) -> list[str]:
        issue_id, _ = self._library.sections.place(section_id)
        rows = self._library.sections.contents(issue_id)
        return [each.id for row in rows if row.id == section_id for each in row.articles]

    def _arrange(self, sent: SentIssue, issue_id: str) -> None:
        """Put sections and articles where they stand there; what is only here comes after."""
        self._library.lineages.note(issue_id, Part.ARRANGEMENT, sent.arrangement_lineage)
        compared = self._compared.issue
        assert compared is not None
        made = compared.here in (IssueHere.NEW, IssueHere.NUMBER_TAKEN)
        if not made and self._decision.arrangement is not Choice.THEIRS:
            return
        for position, there in enumerate(sent.sections):
            section_id = self._section(there, issue_id)
            rows = self._library.sections.contents(issue_id)
            if rows[position].id != section_id:
                self._do(acts.MoveSection(section_id, position))
            if next(row.title for row in rows if row.id == section_id) != there.title:
                self._do(acts.RenameSection(section_id, there.title))
            wanted = [
                own_id
                for sent_id in there.articles
                for own_id in (sent_id, self._copies.get(sent_id, ""))
                if own_id and self._movable(own_id, issue_id)
            ]
            if self._order(section_id)[: len(wanted)] != wanted:
                moves = tuple((own_id, section_id, nth) for nth, own_id in enumerate(wanted))
                self._do(acts.MoveArticles(moves))

    def _movable(self, article_id: str, issue_id: str) -> bool:
        """Whether an article stands in the issue, or in none: one that stands in another stays there."""
        if not self._exists(article_id) or deleted_within(self._library, article_id, Kind.ISSUE):
            return False
        return self._library.articles.issue_of(article_id) in (issue_id, MANUSCRIPTS)

    def _exists(self, node_id: str) -> bool:
        return kind_here(self._library, node_id, Kind.ARTICLE)

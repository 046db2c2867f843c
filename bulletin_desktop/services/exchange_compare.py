"""What a parcel would change here: how each thing in it stands to what the library has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bulletin_desktop.document import codec
from bulletin_desktop.document.lineage import Lineage, Relation, related
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.lineages import Part, arrangement_hash, head_hash
from bulletin_desktop.library.nodes import Kind
from bulletin_desktop.library.rows import IssueRow, PublicationRow
from bulletin_desktop.services import issue_history, numbering
from bulletin_desktop.services.issue_changes import IssueChange, What
from bulletin_desktop.services.issue_changes import compare as compare_standings
from bulletin_desktop.services.issue_history import PlacedArticle, PlacedSection, Standing
from bulletin_desktop.services.parcel import Parcel, SentArticle, SentIssue, text_hash
from bulletin_desktop.values import dataclass


class Choice(StrEnum):
    """What becomes of one thing: theirs is taken, mine is kept, or both stand beside each other."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """An article in the parcel, or one that only the library has any more.

    *issue_id* is where it stands here, empty where it does not. *deleted_here* is in the recycle bin,
    *deleted_there* in theirs. *title* is theirs where they have it. *damaged* cannot be read here.
    """

    id: str
    title: str
    relation: Relation
    issue_id: str = ""
    deleted_here: bool = False
    deleted_there: bool = False
    damaged: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen."""
        if self.relation is Relation.SAME and not self.deleted_here:
            return (Choice.MINE,)
        if self.relation in (Relation.NEW, Relation.SAME) or self.deleted_there:
            return (Choice.THEIRS, Choice.MINE)
        return tuple(Choice)

    @property
    def usual(self) -> Choice | None:
        """What is chosen unless a person says otherwise; None: only a person can."""
        if self.deleted_there:
            return Choice.MINE
        if self.deleted_here:
            return Choice.MINE if self.relation in (Relation.SAME, Relation.NEWER_HERE) else None
        return _usual(self.relation)


class IssueHere(StrEnum):
    """How the issue of a parcel is known here."""

    NEW = "new"
    HERE = "here"
    DELETED = "deleted"
    NUMBER_TAKEN = "number taken"  # by another issue of the publication


@dataclass(frozen=True, slots=True)
class ComparedIssue:
    """The issue of a parcel. *changes* make what is here into what is there.

    *number* is the one it gets: its own, or the next free one if *other* has that.
    """

    here: IssueHere
    number: int
    other: IssueRow | None = None
    head: Relation = Relation.NEW
    arrangement: Relation = Relation.NEW
    head_changes: tuple[IssueChange, ...] = ()
    arrangement_changes: tuple[IssueChange, ...] = ()

    @property
    def usual_head(self) -> Choice | None:
        """What is chosen of the head unless a person says otherwise; None: only a person can."""
        return _usual(self.head) if self.head_changes else Choice.MINE

    @property
    def usual_arrangement(self) -> Choice | None:
        """What is chosen of the arrangement unless a person says otherwise; None: only a person can."""
        return _usual(self.arrangement) if self.arrangement_changes else Choice.MINE


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a parcel would change. *gone* are articles deleted there that stand here.

    *template* is how the office's template in it stands to the one here: new, same or changed.
    """

    articles: tuple[ComparedArticle, ...]
    gone: tuple[ComparedArticle, ...] = ()
    issue: ComparedIssue | None = None
    template: Relation | None = None

    @property
    def same(self) -> bool:
        """Whether there is nothing to decide: all of it is here, as it is there."""
        issue = self.issue
        here = issue is None or (
            issue.here is IssueHere.HERE and not issue.head_changes and not issue.arrangement_changes
        )
        articles = all(row.relation is Relation.SAME and not row.deleted_here for row in self.articles)
        return here and articles and not self.gone and self.template in (None, Relation.SAME)


def compare(library: Library, parcel: Parcel) -> Comparison:
    """Return how a parcel stands to the library, inside `library.writing()`; nothing is changed.

    Raises `UserError` if an id in it is of something else here, or the issue lies in the recycle bin and its
    number was given to another meanwhile.
    """
    if parcel.issue is None or not issue_deleted(library, parcel.issue.head.id):
        return _compared(library, parcel, IssueHere.HERE)
    with library.trying():
        library.recycle_bin.bring_back([parcel.issue.head.id])
        return _compared(library, parcel, IssueHere.DELETED)


def issue_deleted(library: Library, issue_id: str) -> bool:
    """Tell whether an issue is here, but lies in the recycle bin, alone or with its publication."""
    holds, parent = library.recycle_bin.holds, library.recycle_bin.parent
    return kind_here(library, issue_id, Kind.ISSUE) and (holds(issue_id) or holds(parent(issue_id) or ""))


def publication_of(library: Library, sent: PublicationRow) -> PublicationRow | None:
    """Return the publication here that theirs is: the same one, or else one of the same name; or None."""
    rows = library.publications.all()
    same = [row for row in rows if row.id == sent.id] or [row for row in rows if row.name == sent.name]
    return same[0] if same else None


def kind_here(library: Library, node_id: str, kind: Kind) -> bool:
    """Tell whether a node is here, in the recycle bin or not; raises `UserError` if it is of another kind."""
    try:
        found = library.recycle_bin.kind(node_id)
    except UserError:
        return False
    if found is not kind:
        raise UserError(
            "What is in this file has ids of other things in this library. Nothing was changed. "
            "Ask for the file once more."
        )
    return True


def lineage_of(library: Library, article_id: str) -> Lineage:
    """Return an article's lineage here; raises `UserError` if it is missing or damaged."""
    present = text_hash(library.articles.get(article_id))
    return library.lineages.article(library.articles.number(article_id), article_id, present)


def issue_lineage(library: Library, issue_id: str, part: Part) -> Lineage:
    """Return the lineage here of an issue's head or arrangement."""
    now = issue_history.standing(library, issue_id)
    if part is Part.HEAD:
        present = head_hash(codec.dumps(replace(now.head, sections=())))
    else:
        placed = ((each.id, each.title, tuple((one.id,) for one in each.articles)) for each in now.sections)
        present = arrangement_hash(placed)
    return library.lineages.issue(issue_id, part, present)


def deleted_within(library: Library, node_id: str, below: Kind) -> bool:
    """Tell whether a node, or what it belongs to up to but without *below*, lies in the recycle bin."""
    above: str | None = node_id
    while above is not None and library.recycle_bin.kind(above) is not below:
        if library.recycle_bin.holds(above):
            return True
        above = library.recycle_bin.parent(above)
    return False


def _usual(relation: Relation) -> Choice | None:
    match relation:
        case Relation.NEW | Relation.NEWER_THERE:
            return Choice.THEIRS
        case Relation.SAME | Relation.NEWER_HERE:
            return Choice.MINE
        case _:
            return None


def _article(library: Library, sent: SentArticle) -> ComparedArticle:
    own_id, title = sent.article.id, sent.article.title
    if not kind_here(library, own_id, Kind.ARTICLE):
        return ComparedArticle(own_id, title, Relation.NEW)
    deleted = deleted_within(library, own_id, Kind.ISSUE)
    issue_id = "" if deleted else library.articles.issue_of(own_id)
    try:
        relation = related(lineage_of(library, own_id), sent.lineage)
    except UserError:
        return ComparedArticle(own_id, title, Relation.NEWER_THERE, issue_id, deleted, damaged=True)
    return ComparedArticle(own_id, title, relation, issue_id, deleted)


def _stands(library: Library, article_id: str) -> str:
    """The id of the issue an article stands in, empty if it does not or is not here."""
    if not kind_here(library, article_id, Kind.ARTICLE) or deleted_within(library, article_id, Kind.ISSUE):
        return ""
    return library.articles.issue_of(article_id)


def _title(library: Library, article_id: str) -> str:
    rows = (
        row for section in library.sections.contents(_stands(library, article_id)) for row in section.articles
    )
    return next(row.title for row in rows if row.id == article_id)


def _template(library: Library, parcel: Parcel) -> Relation | None:
    if parcel.template is None:
        return None
    here = library.templates.find(parcel.template.id)
    if here is None or here.deleted:
        return Relation.NEW
    same = (here.name, here.base, here.text) == (
        parcel.template.name, parcel.template.base, parcel.template.text,
    )  # fmt: skip
    return Relation.SAME if same else Relation.CHANGED


def _compared(library: Library, parcel: Parcel, known: IssueHere) -> Comparison:
    articles = tuple(_article(library, sent) for sent in parcel.articles)
    template, sent = _template(library, parcel), parcel.issue
    if sent is None:
        return Comparison(articles, template=template)
    gone = tuple(
        ComparedArticle(own_id, _title(library, own_id), Relation.CHANGED, sent.head.id, deleted_there=True)
        for own_id in sent.deleted
        if _stands(library, own_id) == sent.head.id
    )
    if kind_here(library, sent.head.id, Kind.ISSUE):
        return Comparison(articles, gone, _known_issue(library, sent, parcel.by_id(), known), template)
    return Comparison(articles, gone, _new_issue(library, sent), template)


def _new_issue(library: Library, sent: SentIssue) -> ComparedIssue:
    head, publication = sent.head, publication_of(library, sent.publication)
    rows = library.issues.of(publication.id) if publication else ()
    for row in rows:
        if (row.year, row.supplement, row.number) == (head.year, head.supplement, head.number):
            free = numbering.next_number(rows, head.year, head.supplement)
            return ComparedIssue(IssueHere.NUMBER_TAKEN, free, row)
    return ComparedIssue(IssueHere.NEW, head.number)


def _known_issue(
    library: Library, sent: SentIssue, articles: Mapping[str, SentArticle], known: IssueHere
) -> ComparedIssue:
    try:
        here = issue_history.standing(library, sent.head.id)
    except UserError:  # its head is damaged: theirs mends it
        return ComparedIssue(known, sent.head.number, head=Relation.NEWER_THERE)
    states = {each.id: each for section in here.sections for each in section.articles}
    there = Standing(
        sent.head,
        tuple(
            PlacedSection(
                section.id,
                section.title,
                tuple(states.get(own_id) or _placed(articles[own_id]) for own_id in section.articles),
            )
            for section in sent.sections
        ),
    )
    changes = compare_standings(here, there)
    return ComparedIssue(
        known,
        sent.head.number,
        None,
        related(issue_lineage(library, sent.head.id, Part.HEAD), sent.head_lineage),
        related(issue_lineage(library, sent.head.id, Part.ARRANGEMENT), sent.arrangement_lineage),
        tuple(change for change in changes if change.what is What.FIELD),
        tuple(change for change in changes if change.what in _ARRANGING),
    )


_ARRANGING = (What.SECTION_ADDED, What.SECTION_RENAMED, What.SECTION_MOVED, What.MOVED, What.REORDERED)
"""What is told of an arrangement: that articles come or go, their own rows say; a section never goes."""


def _placed(sent: SentArticle) -> PlacedArticle:
    return PlacedArticle(sent.article.id, sent.article.title, sent.state)

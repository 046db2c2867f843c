"""The history of an issue: which acts leave an entry, what an entry holds, and what differs between two."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.issue_revisions import Step
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import ArticleState, IssueRevisionInfo, IssueStep
from bulletin_desktop.services import acts
from bulletin_desktop.services.acts import Act, Changes, NameIssueRevision
from bulletin_desktop.values import dataclass

_STEPS: Mapping[type[Act], IssueStep] = {
    acts.CreateIssue: IssueStep.CREATED,
    acts.UpdateIssue: IssueStep.HEAD,
    acts.AddSection: IssueStep.ARRANGEMENT,
    acts.RenameSection: IssueStep.ARRANGEMENT,
    acts.MoveSection: IssueStep.ARRANGEMENT,
    acts.AddArticles: IssueStep.ARRANGEMENT,
    acts.MoveArticles: IssueStep.ARRANGEMENT,
    acts.Delete: IssueStep.ARRANGEMENT,
    acts.Restore: IssueStep.ARRANGEMENT,
    acts.SetState: IssueStep.STATE,
    acts.RestoreStates: IssueStep.STATE,
    acts.ChooseTemplate: IssueStep.TEMPLATE,
    acts.RenewLook: IssueStep.TEMPLATE,
    acts.KeepLook: IssueStep.TEMPLATE,
}
"""Saving what is typed is not among them: articles have revisions of their own, and it must stay fast."""


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """An article as an entry names it."""

    id: str
    title: str
    state: ArticleState


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section as an entry names it, with its articles in order."""

    id: str
    title: str
    articles: tuple[PlacedArticle, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an issue stood: its head (an issue without sections), and what was where."""

    head: Issue
    sections: tuple[PlacedSection, ...]


def note(
    library: Library, act: Act, changes: Changes, at: dt.datetime, carry_out: Callable[[Act], Changes]
) -> None:
    """Keep how the issues stand that *act* has changed, in its transaction.

    An issue from before there was any history gets an entry first with how it stood before the act:
    *carry_out* takes the act back for a moment. What is damaged is left out: that is no reason to refuse.
    """
    step = _STEPS.get(type(act))
    if step is None or not changes.touched:
        return
    for issue_id in library.issue_revisions.issues_among(changes.touched):
        if step is not IssueStep.CREATED and not library.issue_revisions.begun(issue_id):
            _begin(library, issue_id, changes, at, carry_out)
        keep(library, issue_id, step, at)


def keep(library: Library, issue_id: str, step: IssueStep, at: dt.datetime, detail: str = "") -> None:
    """Keep how an issue stands now; nothing if its head is damaged.

    Where something has gone, what was there before keeps its entry.
    """
    try:
        now = standing(library, issue_id)
    except UserError:
        return
    former = library.issue_revisions.newest(issue_id)
    gone = former is not None and not _ids(_read(former)) <= _ids(now)
    library.issue_revisions.note(issue_id, Step(step, _written(now), at, detail, apart=gone))


def standing(library: Library, issue_id: str) -> Standing:
    """Return how an issue stands now; raises `UserError` if it is not in the tree or its head is damaged."""
    sections = tuple(
        PlacedSection(
            section.id,
            section.title,
            tuple(PlacedArticle(row.id, row.title, row.state) for row in section.articles),
        )
        for section in library.sections.contents(issue_id)
    )
    return Standing(library.issues.head(issue_id), sections)


def entries(library: Library, issue_id: str) -> tuple[IssueRevisionInfo, ...]:
    """Return an issue's entries, the newest first."""
    return library.issue_revisions.all(issue_id)


def stood(library: Library, issue_id: str, revision: int) -> Standing:
    """Return how an issue stood; raises `UserError` if it has no such entry or that is damaged."""
    return _read(library.issue_revisions.get(issue_id, revision))


def name(library: Library, act: NameIssueRevision) -> Changes:
    """Carry out the act; raises `UserError` if there is no such entry."""
    former = library.issue_revisions.name(act.issue_id, act.revision)
    library.issue_revisions.rename(act.revision, act.name)
    inverse = NameIssueRevision(act.issue_id, act.revision, former)
    return Changes(frozenset({act.issue_id}), inverse)


def _begin(
    library: Library,
    issue_id: str,
    changes: Changes,
    at: dt.datetime,
    carry_out: Callable[[Act], Changes],
) -> None:
    state = ""
    try:
        with library.trying():
            carry_out(changes.inverse)
            state = _written(standing(library, issue_id))
    except UserError:
        return
    library.issue_revisions.note(issue_id, Step(IssueStep.CREATED, state, at))


def _ids(standing: Standing) -> frozenset[str]:
    """Everything that had a place."""
    articles = (article.id for section in standing.sections for article in section.articles)
    return frozenset((*(section.id for section in standing.sections), *articles))


def _written(now: Standing) -> str:
    sections = [
        [section.id, section.title, [[each.id, each.title, each.state.value] for each in section.articles]]
        for section in now.sections
    ]
    head = codec.dumps(replace(now.head, sections=()))
    return json.dumps([head, sections], ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> Standing:
    head, sections = json.loads(text)
    return Standing(
        codec.loads_issue(head),
        tuple(
            PlacedSection(
                own_id,
                title,
                tuple(PlacedArticle(article, line, ArticleState(state)) for article, line, state in articles),
            )
            for own_id, title, articles in sections
        ),
    )

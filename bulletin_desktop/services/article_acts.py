"""Acts that change or move articles, each taken back by an act with what was before."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import ArticleState
from bulletin_desktop.proofing.structure import findings
from bulletin_desktop.services import issue_history, rewriting
from bulletin_desktop.services.acts import (
    ArticleAct,
    Changes,
    MoveArticles,
    NameIssueRevision,
    NameRevision,
    RestoreStates,
    Rewrite,
    SaveArticle,
    SetState,
)


def carry_out(library: Library, act: ArticleAct, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    match act:
        case MoveArticles():
            return move_articles(library, act)
        case SetState() | RestoreStates():
            return set_states(library, act)
        case SaveArticle():
            return save_article(library, act, at)
        case Rewrite():
            return rewriting.rewrite(library, act, at)
        case NameRevision():
            return name_revision(library, act)
        case NameIssueRevision():
            return issue_history.name(library, act)
        case _:
            assert_never(act)


def move_articles(library: Library, act: MoveArticles) -> Changes:
    """Carry out the moves in order; raises `UserError` if an article or section is gone."""
    touched: set[str] = set()
    issues: set[str] = set()
    back: list[tuple[str, str, int]] = []
    for article_id, section_id, position in act.moves:
        former_section, former_position = library.articles.place(article_id)
        issues.update(library.sections.place(section)[0] for section in (former_section, section_id))
        library.articles.move(article_id, section_id, position)
        back.append((article_id, former_section, former_position))
        touched.update((article_id, former_section, section_id))
    for issue_id in issues:
        library.issues.recount(issue_id)
    return Changes(frozenset(touched | issues), MoveArticles(tuple(reversed(back))))


def set_states(library: Library, act: SetState | RestoreStates) -> Changes:
    """Carry out the act; raises `UserError` if an article is gone."""
    if isinstance(act, SetState):
        states = tuple((article_id, ArticleState(act.state)) for article_id in act.article_ids)
    else:
        states = act.states
    touched: set[str] = set()
    former: list[tuple[str, ArticleState]] = []
    for article_id, state in states:
        former.append((article_id, library.articles.state(article_id)))
        library.articles.set_state(article_id, state)
        touched.update((article_id, library.articles.issue_of(article_id)))
    return Changes(frozenset(touched), RestoreStates(tuple(reversed(former))))


def save_article(library: Library, act: SaveArticle, at: dt.datetime) -> Changes:
    """Carry out the act, even on an article in the recycle bin: what is typed is kept.

    An unchanged value writes and touches nothing. Raises `UserError` if there is no such article.
    """
    if act.apart:
        library.revisions.seal(library.articles.number(act.article.id))
    former = library.articles.save(act.article, len(findings(act.article)), at)
    if former is None:
        return Changes(frozenset(), act)
    issue_id = library.articles.issue_of(act.article.id)
    library.issues.recount(issue_id)
    return Changes(frozenset({issue_id, act.article.id}), SaveArticle(former, act.apart))


def name_revision(library: Library, act: NameRevision) -> Changes:
    """Carry out the act; raises `UserError` if there is no such article or revision."""
    nr = library.articles.number(act.article_id)
    former = library.revisions.name(nr, act.revision)
    library.revisions.rename(act.revision, act.name)
    return Changes(frozenset({act.article_id}), NameRevision(act.article_id, act.revision, former))

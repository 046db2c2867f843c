"""Acts that change or move what is there, each taken back by the same kind of act with the former value."""

from __future__ import annotations

import datetime as dt

from bulletin_desktop.document import schema
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import (
    Changes,
    MoveArticles,
    MoveSection,
    NameRevision,
    RenameSection,
    SaveArticle,
    UpdateIssue,
)


def update_issue(library: Library, act: UpdateIssue) -> Changes:
    """Carry out the act; raises `UserError` if the issue is gone or the number is given already."""
    former = library.issues.head(act.issue.id)
    library.issues.update(act.issue)
    row = library.issues.row(act.issue.id)
    return Changes(frozenset({row.publication_id, row.id}), UpdateIssue(former))


def rename_section(library: Library, act: RenameSection) -> Changes:
    """Carry out the act; raises `UserError` if the section is gone."""
    schema.check_text(act.title, "section, title")
    issue_id, _ = library.sections.place(act.section_id)
    former = library.sections.rename(act.section_id, act.title)
    return Changes(frozenset({issue_id, act.section_id}), RenameSection(act.section_id, former))


def move_section(library: Library, act: MoveSection) -> Changes:
    """Carry out the act; raises `UserError` if the section is gone."""
    issue_id, _ = library.sections.place(act.section_id)
    former = library.sections.move(act.section_id, act.position)
    return Changes(frozenset({issue_id, act.section_id}), MoveSection(act.section_id, former))


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


def save_article(library: Library, act: SaveArticle, at: dt.datetime) -> Changes:
    """Carry out the act, even on an article in the recycle bin: what is typed is kept.

    An unchanged value writes and touches nothing. Raises `UserError` if there is no such article.
    """
    former = library.articles.save(act.article, at)
    if former is None:
        return Changes(frozenset(), act)
    issue_id = library.articles.issue_of(act.article.id)
    library.issues.recount(issue_id)
    return Changes(frozenset({issue_id, act.article.id}), SaveArticle(former))


def name_revision(library: Library, act: NameRevision) -> Changes:
    """Carry out the act; raises `UserError` if there is no such article or revision."""
    nr = library.articles.number(act.article_id)
    former = library.revisions.name(nr, act.revision)
    library.revisions.rename(act.revision, act.name)
    return Changes(frozenset({act.article_id}), NameRevision(act.article_id, act.revision, former))

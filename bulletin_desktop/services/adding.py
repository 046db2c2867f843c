"""Acts that bring something new, each taken back by deleting it.

An act whose thing lies in the recycle bin, as after undo, brings that back instead: acts can be repeated.
"""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from bulletin_desktop.document import schema
from bulletin_desktop.document.model import Section
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript
from bulletin_desktop.library.nodes import MANUSCRIPTS, check_not_manuscripts
from bulletin_desktop.library.rows import PublicationRow
from bulletin_desktop.proofing.structure import findings
from bulletin_desktop.services.acts import (
    AddArticles,
    AddingAct,
    AddSection,
    Changes,
    CreateIssue,
    CreatePublication,
    Delete,
)
from bulletin_desktop.services.outline import RECYCLE_BIN


def carry_out(library: Library, act: AddingAct, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    match act:
        case CreatePublication():
            return create_publication(library, act)
        case CreateIssue():
            return create_issue(library, act, at)
        case AddSection():
            return add_section(library, act, at)
        case AddArticles():
            return add_articles(library, act, at)
        case _:
            assert_never(act)


def create_publication(library: Library, act: CreatePublication) -> Changes:
    """Carry out the act."""
    if library.recycle_bin.holds(act.id):
        library.recycle_bin.bring_back([act.id])
        return Changes(frozenset({act.id, RECYCLE_BIN}), Delete((act.id,)))
    library.publications.add(PublicationRow(act.id, act.name, act.template, act.unit))
    return Changes(frozenset({act.id}), Delete((act.id,)))


def create_issue(library: Library, act: CreateIssue, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` if the publication is gone or has given that number."""
    issue = act.issue
    library.publications.get(act.publication_id)
    touched = {act.publication_id, issue.id}
    if library.recycle_bin.holds(issue.id):
        library.recycle_bin.bring_back([issue.id])
        return Changes(frozenset({*touched, RECYCLE_BIN}), Delete((issue.id,)))
    schema.check(issue)
    library.issues.add(act.publication_id, issue)
    for position, section in enumerate(issue.sections):
        _add_section(library, issue.id, section, position, at)
    library.issues.recount(issue.id)
    return Changes(frozenset(touched), Delete((issue.id,)))


def add_section(library: Library, act: AddSection, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` if the issue is gone."""
    check_not_manuscripts(act.issue_id)
    library.issues.row(act.issue_id)
    touched = {act.issue_id, act.section.id}
    if library.recycle_bin.holds(act.section.id):
        library.recycle_bin.bring_back([act.section.id])
        library.sections.move(act.section.id, act.position, act.issue_id)
        touched.add(RECYCLE_BIN)
    else:
        _add_section(library, act.issue_id, act.section, act.position, at)
    library.issues.recount(act.issue_id)
    return Changes(frozenset(touched), Delete((act.section.id,)))


def add_articles(library: Library, act: AddArticles, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` if the section is gone or an article is there already."""
    issue_id, _ = library.sections.place(act.section_id)
    ids = tuple(article.id for article in act.articles)
    touched = {issue_id, act.section_id, *ids}
    for position, article in enumerate(act.articles, max(act.position, 0)):
        if library.recycle_bin.holds(article.id):
            library.recycle_bin.bring_back([article.id])
            library.articles.move(article.id, act.section_id, position)
            library.articles.save(article, len(findings(article)), at)
            touched.add(RECYCLE_BIN)
        else:
            library.articles.add(act.section_id, article, position, len(findings(article)), at)
            if act.section_id == MANUSCRIPTS:  # unless more is said of it, it was written here
                library.manuscripts.put(Manuscript(article.id, at, contributor=article.credit))
    library.issues.recount(issue_id)
    return Changes(frozenset(touched), Delete(tuple(reversed(ids))))


def _add_section(library: Library, issue_id: str, section: Section, position: int, at: dt.datetime) -> None:
    library.sections.add(issue_id, section.id, section.title, position)
    for place, article in enumerate(section.articles):
        library.articles.add(section.id, article, place, len(findings(article)), at)

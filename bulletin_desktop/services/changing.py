"""Acts that change or move publications, issues and sections, each taken back by one of its kind."""

from __future__ import annotations

from typing import assert_never

from bulletin_desktop.document import schema
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import check_not_manuscripts
from bulletin_desktop.services import habits
from bulletin_desktop.services.acts import (
    Changes,
    ChangingAct,
    MoveSection,
    RenameSection,
    UpdateIssue,
    UpdateLists,
    UpdatePublication,
)


def carry_out(library: Library, act: ChangingAct) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    match act:
        case UpdatePublication():
            return update_publication(library, act)
        case UpdateLists():
            return habits.update_lists(library, act)
        case UpdateIssue():
            return update_issue(library, act)
        case RenameSection():
            return rename_section(library, act)
        case MoveSection():
            return move_section(library, act)
        case _:
            assert_never(act)


def update_publication(library: Library, act: UpdatePublication) -> Changes:
    """Carry out the act; raises `UserError` if the publication is gone or would have no name."""
    former = library.publications.get(act.id)
    name = one_line(act.name).strip()
    if not name:
        raise UserError("A publication needs a name. Nothing was changed. Give it one.")
    library.publications.update(act.id, name, one_line(act.unit).strip())
    return Changes(frozenset({act.id}), UpdatePublication(act.id, former.name, former.unit))


def update_issue(library: Library, act: UpdateIssue) -> Changes:
    """Carry out the act; raises `UserError` if the issue is gone or the number is given already."""
    check_not_manuscripts(act.issue.id)
    former = library.issues.head(act.issue.id)
    library.issues.update(act.issue)
    row = library.issues.row(act.issue.id)
    return Changes(frozenset({row.publication_id, row.id}), UpdateIssue(former))


def rename_section(library: Library, act: RenameSection) -> Changes:
    """Carry out the act; raises `UserError` if the section is gone."""
    schema.check_text(act.title, "section, title")
    check_not_manuscripts(act.section_id)
    issue_id, _ = library.sections.place(act.section_id)
    former = library.sections.rename(act.section_id, act.title)
    library.issues.recount(issue_id)
    return Changes(frozenset({issue_id, act.section_id}), RenameSection(act.section_id, former))


def move_section(library: Library, act: MoveSection) -> Changes:
    """Carry out the act; raises `UserError` if the section or the issue is gone."""
    check_not_manuscripts(act.section_id, act.issue_id)
    if act.issue_id:
        library.issues.row(act.issue_id)
    former_issue, former = library.sections.move(act.section_id, act.position, act.issue_id)
    issues = {former_issue, act.issue_id or former_issue}
    for issue_id in issues:
        library.issues.recount(issue_id)
    inverse = MoveSection(act.section_id, former, former_issue)
    return Changes(frozenset({*issues, act.section_id}), inverse)

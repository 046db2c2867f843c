"""Acts on templates: an own one saved or deleted, another chosen for a publication, a kept look given up.

A publication's template decides how its issues look, until an issue is exported: from then on it keeps the
look it was exported with, whatever is saved or chosen later, and only a person gives that up (`RenewLook`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import assert_never

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import TemplateRow
from bulletin_desktop.library.templates import name_taken
from bulletin_desktop.services import templates
from bulletin_desktop.services.acts import (
    Changes,
    ChooseTemplate,
    DeleteTemplate,
    KeepLook,
    RenewLook,
    RestoreTemplate,
    SaveTemplate,
    TemplateAct,
)


def carry_out(library: Library, act: TemplateAct, at: dt.datetime) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    match act:
        case SaveTemplate():
            return save(library, act, at)
        case RestoreTemplate():
            return restore(library, act, at)
        case DeleteTemplate():
            return delete(library, act, at)
        case ChooseTemplate():
            return choose(library, act)
        case RenewLook():
            return renew_look(library, act)
        case KeepLook():
            return keep_look(library, act, at)
        case _:
            assert_never(act)


def save(library: Library, act: SaveTemplate, at: dt.datetime) -> Changes:
    """Store a template that can be read; whatever is wrong leaves the last good one in its place.

    Raises `UserError` naming line and value of what is wrong in its text, or if its name is empty or taken.
    """
    name = one_line(act.name).strip()
    if not name:
        raise UserError("The template has no name. Nothing was changed. Give it one.")
    if any(name == other.name for other in templates.built_in()):
        raise name_taken(name)
    templates.check(act.text, name, act.base)
    return _store(library, TemplateRow(act.id, name, act.base, act.text), at)


def restore(library: Library, act: RestoreTemplate, at: dt.datetime) -> Changes:
    """Store what stood in the library before. Raises `UserError` if its name was given to another since."""
    return _store(library, act.row, at)


def delete(library: Library, act: DeleteTemplate, at: dt.datetime) -> Changes:
    """Take a template out of sight. Raises `UserError` if there is none, or a publication uses it."""
    former = library.templates.find(act.id)
    if former is None or former.deleted:
        raise UserError("There is no template {id} in this library. Nothing was changed.", id=act.id)
    users = [library.publications.get(own_id).name for own_id in library.templates.publications(act.id)]
    if users:
        raise UserError(
            "The template “{name}” is used by {publications}. Nothing was changed. "
            "Choose another template there first.",
            name=former.name,
            publications=", ".join(users),
        )
    library.templates.delete(act.id, at)
    return Changes(frozenset({act.id}), RestoreTemplate(former))


def choose(library: Library, act: ChooseTemplate) -> Changes:
    """Give a publication a template; issues that keep a look, or have another template, stay as they are.

    Raises `UserError` if the publication is gone or there is no such template.
    """
    publication = library.publications.get(act.publication_id)
    templates.known(library, act.template)
    changed = act.issues
    if changed is None:
        followers = _issues_with(library, publication.id, publication.template)
        changed = tuple((issue_id, act.template) for issue_id in followers)
    former = []
    for issue_id, template in changed:
        head = library.issues.head(issue_id)
        former.append((issue_id, head.template))
        library.issues.update(replace(head, template=template))
    library.publications.choose_template(publication.id, act.template)
    touched = frozenset({publication.id, *(issue_id for issue_id, _ in changed)})
    return Changes(touched, ChooseTemplate(publication.id, publication.template, tuple(former)))


def renew_look(library: Library, act: RenewLook) -> Changes:
    """Let an issue follow its publication again. Raises `UserError` if it is gone or keeps no look."""
    head = library.issues.head(act.issue_id)
    look = library.templates.look(act.issue_id)
    if look is None:
        raise UserError(
            "The issue {number} of {year} follows its publication's template already. Nothing was changed.",
            number=head.number,
            year=head.year,
        )
    publication = library.publications.get(library.issues.row(act.issue_id).publication_id)
    library.templates.drop_look(act.issue_id)
    library.issues.update(replace(head, template=publication.template))
    return Changes(frozenset({act.issue_id}), KeepLook(look, head.template))


def keep_look(library: Library, act: KeepLook, at: dt.datetime) -> Changes:
    """Let an issue keep a look again; a damaged one stays away. Raises `UserError` if the issue is gone."""
    issue_id = act.look.issue_id
    head = library.issues.head(issue_id)
    library.issues.update(replace(head, template=act.template))
    if act.look.text is not None:
        library.templates.keep_look(act.look, at)
    return Changes(frozenset({issue_id}), RenewLook(issue_id))


def _store(library: Library, row: TemplateRow, at: dt.datetime) -> Changes:
    former = library.templates.find(row.id)
    library.templates.save(row, at)
    followers = _followers(library, row.id)
    for issue_id in followers:
        library.issues.note_pages(issue_id, 0)
    inverse: TemplateAct = (
        DeleteTemplate(row.id) if former is None or former.deleted else RestoreTemplate(former)
    )
    return Changes(followers, inverse)


def _followers(library: Library, template_id: str) -> frozenset[str]:
    """The template, the publications that use it and every issue that looks otherwise with it."""
    publications = library.templates.publications(template_id)
    issues = {
        issue
        for publication in library.publications.all()
        for issue in _issues_with(library, publication.id, template_id)
    }
    return frozenset({template_id, *publications, *issues})


def _issues_with(library: Library, publication_id: str, template_id: str) -> tuple[str, ...]:
    """The issues of a publication that have a template and keep no look."""
    return tuple(
        row.id
        for row in library.issues.of(publication_id)
        if not library.templates.keeps_look(row.id) and library.issues.template(row.id) == template_id
    )

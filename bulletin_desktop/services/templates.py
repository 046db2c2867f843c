"""The templates a publication can have: the program's own and the office's, and the look an issue keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import LookRow, TemplateRow
from bulletin_desktop.services import template_text
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """What pages are set by: a built-in template (*base*) and the TOML *text* of what differs from it.

    *problem* tells why the base stands alone where a stored text could not be read; *kept* is true for the
    look an issue keeps since it was exported.
    """

    id: str
    name: str
    base: str
    text: str = ""
    kept: bool = False
    problem: UserError | None = field(default=None, compare=False)

    @property
    def built_in(self) -> bool:
        """Whether it is the program's own, which nobody can change."""
        return self.id in template.BUILT_IN


def read(source: TemplateSource) -> Template:
    """Return the template of a source from the desk. Raises `UserError` as `check` does."""
    if not source.text:
        return template.load(source.base)
    return template.parse(source.text, source.id, source.base, where=source.name)


def check(text: str, name: str, base: str) -> None:
    """Raise `UserError`, naming line and value, unless *text* is a template derived from *base*."""
    if base not in template.BUILT_IN:
        raise _no_template(base)
    template.parse(text, name, base, where=name)


def built_in() -> tuple[TemplateSource, ...]:
    """Return the program's own templates."""
    return tuple(_built_in(template_id) for template_id in template.BUILT_IN)


def everything(library: Library) -> tuple[TemplateSource, ...]:
    """Return the program's own templates, then the office's in the order they were made."""
    return (*built_in(), *(_own(row) for row in library.templates.all()))


def source(library: Library, template_id: str) -> TemplateSource:
    """Return a template; what cannot be read is its base, or the program's first one, with the problem."""
    if template_id in template.BUILT_IN:
        return _built_in(template_id)
    row = library.templates.find(template_id)
    if row is None:
        problem = UserError(
            "This library has no template {id}; pages are set by “{base}” instead. "
            "Choose a template for the publication.",
            id=template_id,
            base=_built_in(template.DEFAULT).name,
        )
        return TemplateSource(template_id, template_id, template.DEFAULT, problem=problem)
    return _own(row)


def known(library: Library, template_id: str) -> None:
    """Raise `UserError` unless a publication can have that template."""
    row = library.templates.find(template_id)
    if template_id not in template.BUILT_IN and (row is None or row.deleted):
        raise _no_template(template_id)


def named(library: Library, words: str) -> TemplateSource:
    """Return the template of that id or name. Raises `UserError` naming those there are."""
    there = everything(library)
    for candidate in there:
        if words in (candidate.id, candidate.name):
            return candidate
    raise UserError(
        "There is no template “{name}”. Nothing was changed. There are: {names}.",
        name=words,
        names=", ".join(_listed(candidate) for candidate in there),
    )


def look(library: Library, issue_id: str) -> TemplateSource:
    """Return what an issue is set by. Raises `UserError` if it is not in the tree."""
    head = library.issues.head(issue_id)
    kept = library.templates.look(issue_id)
    if kept is None:
        return source(library, head.template)
    return _readable(kept.template, kept.name or kept.template, kept.base, kept.text, kept=True)


def keep_look(library: Library, issue: Issue, set_by: TemplateSource | None, at: dt.datetime) -> None:
    """Let an issue that was exported keep every value of what it was *set_by*, unless it keeps a look."""
    if library.templates.keeps_look(issue.id):
        return
    now = set_by or source(library, issue.template)
    text = template_text.complete(now.text or template.source(now.base), now.name, now.base)
    library.templates.keep_look(LookRow(issue.id, now.id, now.name, now.base, text), at)


def _own(row: TemplateRow) -> TemplateSource:
    return _readable(row.id, row.name, row.base, row.text)


def _built_in(template_id: str) -> TemplateSource:
    return TemplateSource(template_id, template_text.name(template.source(template_id)), template_id)


def _readable(template_id: str, name: str, base: str, text: str | None, kept: bool = False) -> TemplateSource:
    """The source as it is stored, or its base with what is wrong about it."""
    known_base = base if base in template.BUILT_IN else template.DEFAULT
    problem: UserError | None = None
    if text is None:
        problem = UserError(
            "The template “{name}” is damaged in the library; pages are set by “{base}” instead. "
            "Restore a backup to get it back, or save it anew.",
            name=name,
            base=_built_in(known_base).name,
        )
    elif text or base not in template.BUILT_IN:
        problem = _unreadable(text, name, base)
    usable = text if text and problem is None else ""
    return TemplateSource(template_id, name, known_base, usable, kept, problem)


def _unreadable(text: str, name: str, base: str) -> UserError | None:
    try:
        check(text, name, base)
    except UserError as error:
        place = (error.values.get("line", "?"), error.values.get("key", base))
    else:
        return None
    return UserError(
        "The template “{name}” cannot be read by this program (line {line}: “{key}”). It is kept as it is; "
        "pages are set by “{base}” instead. Correct it in “Page and template…”, or update the program.",
        name=name,
        line=place[0],
        key=place[1],
        base=_built_in(base if base in template.BUILT_IN else template.DEFAULT).name,
    )


def _no_template(template_id: str) -> UserError:
    return UserError(
        "There is no template {id} to be derived from or chosen. Nothing was changed. Choose another.",
        id=template_id,
    )


def _listed(candidate: TemplateSource) -> str:
    return f"{candidate.name} ({candidate.id})" if candidate.built_in else candidate.name

"""Acts upon what is known of articles that came in, each taken back by what was known before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptState
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import (
    Changes,
    JoinManuscripts,
    ManuscriptAct,
    RestoreManuscripts,
    SetManuscriptStates,
    ShareManuscripts,
    UpdateIntakeSettings,
    UpdateManuscript,
)
from bulletin_desktop.services.outline import REGISTER


def carry_out(library: Library, act: ManuscriptAct) -> Changes:
    """Carry out the act; raises `UserError` where the docstring of its function says so."""
    match act:
        case UpdateManuscript():
            return update_manuscript(library, act)
        case SetManuscriptStates():
            return set_states(library, act)
        case ShareManuscripts():
            return share(library, act)
        case JoinManuscripts():
            return join(library, act)
        case RestoreManuscripts():
            return restore(library, act)
        case UpdateIntakeSettings():
            from bulletin_desktop.services import intake_settings  # with all of intake's patterns behind it

            return intake_settings.update(library, act)
        case _:
            assert_never(act)


def update_manuscript(library: Library, act: UpdateManuscript) -> Changes:
    """Carry out the act; raises `UserError` if the article is gone or did not come in."""
    manuscript = _manuscript(library, act.article_id)
    changed = replace(
        manuscript,
        contributor=one_line(act.contributor).strip(),
        author=one_line(act.author).strip(),
        phone=one_line(act.phone).strip(),
        note=one_line(act.note).strip(),
        received=act.received or manuscript.received,
    )
    return _put(library, [changed])


def set_states(library: Library, act: SetManuscriptStates) -> Changes:
    """Carry out the act; raises `UserError` if an article is gone, did not come in or stands in an issue."""
    state = ManuscriptState(act.state)
    changed = []
    for article_id in act.article_ids:
        manuscript = _manuscript(library, article_id)
        if state is ManuscriptState.USED or library.articles.issue_of(article_id) != MANUSCRIPTS:
            raise UserError(
                "A manuscript counts as used as long as its article stands in an issue. Nothing was changed. "
                "Move the article into an issue, or out of it, instead."
            )
        changed.append(replace(manuscript, state=state))
    return _put(library, changed)


def share(library: Library, act: ShareManuscripts) -> Changes:
    """Carry out the act; an article of which nothing is kept has nothing to share."""
    for article_id, other in act.pairs:
        manuscript = library.manuscripts.find(other)
        if manuscript is not None:
            library.manuscripts.put(replace(manuscript, article_id=article_id, merged=""))
    return Changes(frozenset({REGISTER} if act.pairs else ()), ShareManuscripts(()))


def join(library: Library, act: JoinManuscripts) -> Changes:
    """Carry out the act; raises `UserError` if an article is gone."""
    joined = [found for own_id in act.ids if (found := library.manuscripts.find(own_id)) is not None]
    changed = [replace(manuscript, merged=act.article_id) for manuscript in joined]
    if joined and library.manuscripts.find(act.article_id) is None:
        changed = [replace(joined[0], article_id=act.article_id), *changed[1:]]
    return _put(library, changed)


def restore(library: Library, act: RestoreManuscripts) -> Changes:
    """Carry out the act; raises `UserError` if an article is gone."""
    former = []
    for article_id, manuscript in act.former:
        former.append((article_id, library.manuscripts.find(article_id)))
        if manuscript is None:
            library.manuscripts.remove(article_id)
        else:
            library.manuscripts.put(manuscript)
    return Changes(frozenset({REGISTER}), RestoreManuscripts(tuple(reversed(former))))


def _put(library: Library, manuscripts: Iterable[Manuscript]) -> Changes:
    return restore(library, RestoreManuscripts(tuple((each.article_id, each) for each in manuscripts)))


def _manuscript(library: Library, article_id: str) -> Manuscript:
    library.articles.place(article_id)
    found = library.manuscripts.find(article_id) or library.manuscripts.standing(article_id)
    if found is None:
        raise UserError(
            "This article did not come in as a manuscript, so nothing is kept of who sent it. "
            "Nothing was changed. Move it among the manuscripts first."
        )
    return found

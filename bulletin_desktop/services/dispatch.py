"""Which part of the services carries out which act."""

from __future__ import annotations

import datetime as dt

from bulletin_desktop.library.library import Library
from bulletin_desktop.services import (
    adding,
    article_acts,
    changing,
    manuscript_acts,
    recycling,
    template_acts,
)
from bulletin_desktop.services.acts import (
    Act,
    AddArticles,
    AddSection,
    Changes,
    CreateIssue,
    CreatePublication,
    Delete,
    JoinManuscripts,
    MoveArticles,
    MoveSection,
    NameIssueRevision,
    NameRevision,
    RenameSection,
    Restore,
    RestoreManuscripts,
    RestoreStates,
    Rewrite,
    SaveArticle,
    SetManuscriptStates,
    SetState,
    ShareManuscripts,
    UpdateIntakeSettings,
    UpdateIssue,
    UpdateLists,
    UpdateManuscript,
    UpdatePublication,
)


def carry_out(library: Library, act: Act, at: dt.datetime) -> Changes:
    """Carry out *act* inside the caller's transaction; *at* is the time that is kept with it.

    Raises `IllegalDocument` if a value in it is not legal, `UserError` for an id of nothing in the tree.
    """
    match act:
        case CreatePublication() | CreateIssue() | AddSection() | AddArticles():
            return adding.carry_out(library, act, at)
        case UpdatePublication() | UpdateLists() | UpdateIssue() | RenameSection() | MoveSection():
            return changing.carry_out(library, act)
        case (
            MoveArticles()
            | SetState()
            | RestoreStates()
            | SaveArticle()
            | Rewrite()
            | NameRevision()
            | NameIssueRevision()
        ):
            return article_acts.carry_out(library, act, at)
        case (
            UpdateManuscript()
            | SetManuscriptStates()
            | ShareManuscripts()
            | JoinManuscripts()
            | RestoreManuscripts()
            | UpdateIntakeSettings()
        ):
            return manuscript_acts.carry_out(library, act)
        case Delete() | Restore():
            return recycling.carry_out(library, act, at)
        case _:
            return template_acts.carry_out(library, act, at)

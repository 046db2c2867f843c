"""What a publication gives its new issues: unit, mailing lists and people, once a person has set them."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.document.distribution import FIELDS, Recipients
from bulletin_desktop.document.model import Imprint, Issue
from bulletin_desktop.document.schema import LARGEST, one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.habits import PEOPLE, Habits
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import Changes, UpdateLists


def update_lists(library: Library, act: UpdateLists) -> Changes:
    """Carry out the act; raises `UserError` if the publication is gone or copies are no number to print."""
    library.publications.get(act.publication_id)
    former = library.habits.find(act.publication_id)
    library.habits.store(act.publication_id, act.habits and _legal(act.habits))
    return Changes(frozenset({act.publication_id}), UpdateLists(act.publication_id, former))


def given(library: Library, issue: Issue, publication_id: str) -> Issue:
    """Return a new *issue*, which carries the last one on, with what its publication gives instead."""
    habits = library.habits.find(publication_id)
    if habits is None:
        return issue
    unit = library.publications.get(publication_id).unit or issue.masthead.unit
    return replace(
        issue,
        masthead=replace(issue.masthead, unit=unit),
        imprint=printed(issue.imprint, habits),
    )


def printed(before: Imprint, habits: Habits) -> Imprint:
    """Return the imprint by a publication's lists and people; what it does not say stays as *before*."""
    lists = habits.lists
    texts = {field: lists.printed(field) for field in FIELDS}
    people = {name: getattr(habits, name) or getattr(before, name) for name in PEOPLE}
    return Imprint(**texts, **people, copies=lists.total or before.copies)


def _legal(habits: Habits) -> Habits:
    """Names lose what cannot be printed; a row without a name is none."""
    lists = habits.lists
    copies = [each.copies for field in FIELDS for each in lists.of(field)]
    if not all(0 <= count <= LARGEST for count in (*copies, lists.spare, lists.total)):
        raise UserError("There are more copies than can be printed. Nothing was changed. Give fewer.")
    for field in FIELDS:
        lists = lists.with_list(field, _named(lists.of(field)))
    return Habits(lists, **{name: one_line(getattr(habits, name)).strip() for name in PEOPLE})


def _named(rows: Recipients) -> Recipients:
    legal = (replace(each, name=one_line(each.name).strip(), mark=one_line(each.mark)) for each in rows)
    return tuple(each for each in legal if each.name)

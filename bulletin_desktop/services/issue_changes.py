"""What differs between two standings of an issue, as values that a window puts into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum

from bulletin_desktop.document.model import Imprint, Issue, Masthead
from bulletin_desktop.services.issue_history import PlacedArticle, PlacedSection, Standing
from bulletin_desktop.values import dataclass


class What(StrEnum):
    """What happened; what the other fields of `IssueChange` hold is said beside each."""

    FIELD = "field"  # title: the head's field; before and after: its values
    SECTION_ADDED = "section added"  # title
    SECTION_GONE = "section gone"  # title
    SECTION_RENAMED = "section renamed"  # before, after
    SECTION_MOVED = "section moved"  # title
    ADDED = "added"  # title, after: the section
    GONE = "gone"  # title, before: the section
    MOVED = "moved"  # title, before and after: the sections
    REORDERED = "reordered"  # title, after: its section
    STATE = "state"  # title, before and after: states


@dataclass(frozen=True, slots=True)
class IssueChange:
    """One thing that differs."""

    what: What
    title: str
    before: str = ""
    after: str = ""


_NUMBERS = ("publication", "year", "number", "running_number", "supplement", "date", "template")
FIELDS = (
    *_NUMBERS,
    *(f"masthead.{each.name}" for each in fields(Masthead)),
    *(f"imprint.{each.name}" for each in fields(Imprint)),
    "adjustments",
)
"""The fields of a head in the order of the form, as `IssueChange.title` names them."""


def compare(before: Standing, after: Standing) -> tuple[IssueChange, ...]:
    """Return what differs: the head's fields, the sections, then the articles in print order."""
    return (
        *_heads(before.head, after.head),
        *_sections(before.sections, after.sections),
        *_articles(before.sections, after.sections),
    )


def field_value(head: Issue, field: str) -> str:
    """Return a field of a head as a person reads it; empty where nothing is set."""
    part, _, name = field.rpartition(".")
    value = getattr(getattr(head, part) if part else head, name)
    if isinstance(value, tuple):
        return ", ".join(f"{key} {number}" for key, number in value)
    if isinstance(value, bool):
        return "✓" if value else ""
    return "" if value == 0 else str(value)


def _heads(before: Issue, after: Issue) -> Iterator[IssueChange]:
    for field in FIELDS:
        one, other = field_value(before, field), field_value(after, field)
        if one != other:
            yield IssueChange(What.FIELD, field, one, other)


def _sections(before: tuple[PlacedSection, ...], after: tuple[PlacedSection, ...]) -> Iterator[IssueChange]:
    former = {section.id: section for section in before}
    latter = {section.id: section for section in after}
    for section in before:
        if section.id not in latter:
            yield IssueChange(What.SECTION_GONE, section.title)
    for section in after:
        if section.id not in former:
            yield IssueChange(What.SECTION_ADDED, section.title)
        elif former[section.id].title != section.title:
            yield IssueChange(What.SECTION_RENAMED, "", former[section.id].title, section.title)
    one = [section.id for section in before if section.id in latter]
    other = [section.id for section in after if section.id in former]
    for own_id in _out_of_order(one, other):
        yield IssueChange(What.SECTION_MOVED, latter[own_id].title)


def _articles(before: tuple[PlacedSection, ...], after: tuple[PlacedSection, ...]) -> Iterator[IssueChange]:
    former = {each.id: (section, each) for section in before for each in section.articles}
    latter = {each.id: (section, each) for section in after for each in section.articles}
    for own_id, (section, article) in former.items():
        if own_id not in latter:
            yield IssueChange(What.GONE, article.title, before=section.title)
    for own_id, (section, article) in latter.items():
        if own_id not in former:
            yield IssueChange(What.ADDED, article.title, after=section.title)
        else:
            yield from _kept(*former[own_id], section, article)
    for section in after:
        stayed = {each.id for each in section.articles if _home(former, each.id) == section.id}
        one = [own_id for own_id in former if own_id in stayed]
        other = [each.id for each in section.articles if each.id in stayed]
        for own_id in _out_of_order(one, other):
            yield IssueChange(What.REORDERED, latter[own_id][1].title, after=section.title)


def _home(placed: dict[str, tuple[PlacedSection, PlacedArticle]], article_id: str) -> str:
    return placed[article_id][0].id if article_id in placed else ""


def _kept(
    former: PlacedSection, was: PlacedArticle, latter: PlacedSection, now: PlacedArticle
) -> Iterator[IssueChange]:
    if former.id != latter.id:
        yield IssueChange(What.MOVED, now.title, former.title, latter.title)
    if was.state is not now.state:
        yield IssueChange(What.STATE, now.title, was.state.value, now.state.value)


def _out_of_order(before: list[str], after: list[str]) -> list[str]:
    """Which of the same ids were moved to make one order of the other: as few as can be."""
    from bulletin_desktop.document.diff import in_order

    place = {own_id: nth for nth, own_id in enumerate(before)}
    stayed = in_order([place[own_id] for own_id in after])
    return [own_id for nth, own_id in enumerate(after) if nth not in stayed]

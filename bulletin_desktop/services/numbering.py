"""The next issue of a publication: its number, and what is carried on from the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead, Section
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import IssueRow, PublicationRow


def next_issue(library: Library, publication_id: str, today: dt.date, supplement: bool = False) -> Issue:
    """Return the issue that follows, not stored yet; raises `UserError` if the publication is gone.

    It has the `next_number` in the year of *today*, and the `next_running`. Masthead, imprint and sections
    are the last issue's, for the first supplement the last ordinary one's; name and unit are the
    publication's if that was renamed since. The template is the publication's; a copy number (份号) belongs
    to one copy, and what saved a page to one issue.
    """
    publication = library.publications.get(publication_id)
    rows = library.issues.of(publication_id)
    alike = [row for row in rows if row.supplement == supplement]
    number = next_number(rows, today.year, supplement)
    running = next_running(rows, supplement)
    before = alike or rows
    if not before:
        return Issue(
            id=new_id(),
            publication=publication.name,
            year=today.year,
            number=number,
            date=today,
            masthead=Masthead(publication.name, publication.unit),
            running_number=running,
            supplement=supplement,
            template=publication.template,
            sections=(Section(new_id()),),
        )
    last = library.issues.head(before[0].id)
    titles = [section.title for section in library.sections.contents(last.id)] or [""]
    return replace(
        last,
        id=new_id(),
        publication=publication.name,
        year=today.year,
        number=number,
        date=today,
        masthead=_masthead(last, publication),
        running_number=running,
        supplement=supplement,
        template=publication.template,
        sections=tuple(Section(new_id(), title) for title in titles),
        adjustments=(),
    )


def next_number(rows: Sequence[IssueRow], year: int, supplement: bool) -> int:
    """Return the number after the last of a *year*; supplements (增刊) are numbered apart."""
    given = (row.number for row in rows if row.year == year and row.supplement == supplement)
    return 1 + max(given, default=0)


def next_running(rows: Sequence[IssueRow], supplement: bool) -> int:
    """Return the running number (总第N期) after the last of *rows*, the newest first.

    0 where the last issue of that kind does not count through, as a first supplement does not.
    """
    alike = [row for row in rows if row.supplement == supplement]
    counts_through = alike[0].running_number > 0 if alike else not supplement
    return 1 + max((row.running_number for row in alike), default=0) if counts_through else 0


def _masthead(last: Issue, publication: PublicationRow) -> Masthead:
    """The last issue's, for any copy; with the publication's name and unit if it had another name then."""
    masthead = replace(last.masthead, copy_number="")
    if last.publication == publication.name:
        return masthead
    name = publication.name if masthead.name == last.publication else masthead.name
    return replace(masthead, name=name, unit=publication.unit or masthead.unit)

"""The next issue of a publication: its number, and what is carried on from the one before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead, Section
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import PublicationRow


def next_issue(library: Library, publication_id: str, today: dt.date, supplement: bool = False) -> Issue:
    """Return the issue that follows, not stored yet; raises `UserError` if the publication is gone.

    The number counts within the year of *today*, the running number through, unless the publication's
    last issue does not count through. Supplements are numbered apart: among themselves, and without a
    running number unless their last one has it. Masthead, imprint and sections are the last issue's, for
    the first supplement the last ordinary one's; name and unit are the publication's if that was renamed
    since. The template is the publication's; a copy number (份号) belongs to one copy, and what saved a page
    to one issue.
    """
    publication = library.publications.get(publication_id)
    rows = library.issues.of(publication_id)
    alike = [row for row in rows if row.supplement == supplement]
    number = 1 + max((row.number for row in alike if row.year == today.year), default=0)
    running = 1 + max((row.running_number for row in alike), default=0)
    before = alike or rows
    if not before:
        return Issue(
            id=new_id(),
            publication=publication.name,
            year=today.year,
            number=number,
            date=today,
            masthead=Masthead(publication.name, publication.unit),
            running_number=0 if supplement else running,
            supplement=supplement,
            template=publication.template,
            sections=(Section(new_id()),),
        )
    last = library.issues.head(before[0].id)
    counts_through = last.running_number > 0 if alike else not supplement
    titles = [section.title for section in library.sections.contents(last.id)] or [""]
    return replace(
        last,
        id=new_id(),
        publication=publication.name,
        year=today.year,
        number=number,
        date=today,
        masthead=_masthead(last, publication),
        running_number=running if counts_through else 0,
        supplement=supplement,
        template=publication.template,
        sections=tuple(Section(new_id(), title) for title in titles),
        adjustments=(),
    )


def _masthead(last: Issue, publication: PublicationRow) -> Masthead:
    """The last issue's, for any copy; with the publication's name and unit if it had another name then."""
    masthead = replace(last.masthead, copy_number="")
    if last.publication == publication.name:
        return masthead
    name = publication.name if masthead.name == last.publication else masthead.name
    return replace(masthead, name=name, unit=publication.unit or masthead.unit)

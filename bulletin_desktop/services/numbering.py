"""The next issue of a publication: its number, and what is carried on from the one before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Masthead, Section
from bulletin_desktop.library.library import Library


def next_issue(library: Library, publication_id: str, today: dt.date) -> Issue:
    """Return the issue that follows, not stored yet; raises `UserError` if the publication is gone.

    The number counts within the year of *today*, the running number through, unless the publication's
    last issue does not count through. Supplements are numbered apart and change neither. Masthead,
    imprint and section titles are the last issue's, the template is the publication's; a copy number (份号)
    belongs to one copy, and what saved a page to one issue.
    """
    publication = library.publications.get(publication_id)
    issues = [row for row in library.issues.of(publication_id) if not row.supplement]
    number = 1 + max((row.number for row in issues if row.year == today.year), default=0)
    if not issues:
        return Issue(
            id=new_id(),
            publication=publication.name,
            year=today.year,
            number=number,
            date=today,
            masthead=Masthead(publication.name, publication.unit),
            running_number=1,
            template=publication.template,
            sections=(Section(new_id()),),
        )
    last = library.issues.head(issues[0].id)
    counts_through = last.running_number > 0
    titles = [section.title for section in library.sections.contents(last.id)] or [""]
    return replace(
        last,
        id=new_id(),
        year=today.year,
        number=number,
        date=today,
        masthead=replace(last.masthead, copy_number=""),
        running_number=1 + max(row.running_number for row in issues) if counts_through else 0,
        template=publication.template,
        sections=tuple(Section(new_id(), title) for title in titles),
        adjustments=(),
    )

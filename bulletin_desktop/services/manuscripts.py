"""Manuscripts in: read, recognise, store what was recognised."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.assemble import AssembledArticle, AssembledSection
from bulletin_desktop.intake.readers import text_file
from bulletin_desktop.intake.recogniser import recognise_source
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.services import arrivals, pictures
from bulletin_desktop.services.acts import (
    Act,
    AddArticles,
    AddSection,
    Changes,
    CreateIssue,
    CreatePublication,
)
from bulletin_desktop.services.compiling import DEFAULT_PUBLICATION
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.values import dataclass

_LAST = 1 << 31
NO_ORIGINALS: arrivals.Contents = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Stored:
    """The articles that went into the issue, and what each step changed, in the order of the steps."""

    articles: tuple[AssembledArticle, ...]
    changes: tuple[Changes, ...]


def read_text(text: str, source: str = "", settings: Settings | None = None) -> Recognition:
    """Recognise a paste, as *settings* want it. Raises `UserError` if nothing but white space is in it."""
    if not text.strip():
        raise UserError(
            "There is no text to paste; nothing was changed. Copy the text first, then paste again."
        )
    wanted = settings or Settings()
    return recognise_source(text_file.source(text), source, wanted.rules, wanted.replacements)


def receiving_issue(desk: Desk, today: dt.date) -> str:
    """Return the id of the newest draft issue.

    If there is none, the first publication's next one is made; in a library without a publication,
    `DEFAULT_PUBLICATION` before it.
    """
    publications = desk.outline().publications
    drafts = [issue for publication in publications for issue in publication.issues if issue.state == "draft"]
    if drafts:
        return max(drafts, key=lambda issue: (issue.date, issue.year, issue.number)).id
    with desk.one_step():
        if publications:
            parent = publications[0].id
        else:
            parent = new_id()
            desk.apply(CreatePublication(parent, DEFAULT_PUBLICATION))
        issue = desk.next_issue(parent, today)
        desk.apply(CreateIssue(parent, issue))
    return issue.id


def store(
    desk: Desk,
    issue_id: str,
    *recognitions: Recognition,
    originals: arrivals.Contents = NO_ORIGINALS,
) -> Stored:
    """Append the articles of *recognitions* to the issue and return them with what changed.

    A section of the input goes into the issue's section of that name, made at the end if missing;
    articles of no section go into the unnamed or else the first. `MANUSCRIPTS` takes them one after the
    other. Every article is a manuscript from then on, with the original it came in, which *originals* gives
    by the SHA-256 that is the recognition's origin. All of it is stored, or nothing.
    """
    done: list[Changes] = []
    stored: list[AssembledArticle] = []
    with desk.one_step():
        for recognition in recognitions:
            sections = assemble.articles(recognition, pictures.taken_by(desk.add_picture))
            done += [desk.apply(_step(desk, issue_id, section)) for section in sections]
            held = [article for section in sections for article in section.articles]
            arrivals.keep(desk, recognition, [each.article for each in held], originals)
            stored += held
    return Stored(tuple(stored), tuple(done))


def _step(desk: Desk, issue_id: str, section: AssembledSection) -> Act:
    articles = tuple(assembled.article for assembled in section.articles)
    if issue_id == MANUSCRIPTS:  # its one section may hold many thousands: they are not read for this
        return AddArticles(MANUSCRIPTS, articles, _LAST)
    present = desk.contents(issue_id).sections
    target = next((row for row in present if row.title == section.title), None)
    if target is None and present and not section.title:
        target = present[0]
    if target is None:
        return AddSection(issue_id, Section(new_id(), section.title, articles), len(present))
    return AddArticles(target.id, articles, len(target.articles))

"""A whole issue out of manuscripts in one step, for the command line's `compile`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Section
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.services import arrivals, pictures
from bulletin_desktop.services.acts import Changes, CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.values import dataclass

DEFAULT_PUBLICATION = "简报"


@dataclass(frozen=True, slots=True)
class Order:
    """What a person says of the issue to be compiled.

    *number* None means the next one. *template* is a template's id or name; empty, the publication's, or
    the program's usual one where the publication is new.
    """

    publication: str
    date: dt.date
    number: int | None = None
    unit: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The stored issue, the input lines of its articles by id, and the act that takes it back."""

    issue: Issue
    lines: Mapping[str, tuple[int, int]]
    changes: Changes


def compile_issue(
    desk: Desk,
    recognitions: Iterable[Recognition],
    order: Order,
    originals: arrivals.Contents = MappingProxyType({}),
) -> Compiled:
    """Store a new issue with every article of *recognitions*, in their order, and return it.

    Every article is a manuscript too, with the original it came in, as in `manuscripts.store`.
    The publication is made if the library has none of that name. Names lose what cannot be printed, such
    as control characters. Raises `UserError` if there is no article to print, the publication has no name or
    there is no such template.
    """
    given = tuple(recognitions)
    if not any(assemble.articles(recognition) for recognition in given):
        raise UserError("No article was recognised in the input. Nothing was stored or written.")
    name, given_unit = one_line(order.publication).strip(), one_line(order.unit).strip()
    if not name:
        raise UserError("The publication has no name. Nothing was stored or written. Give it one.")
    template = desk.template_named(order.template).id if order.template else ""
    with desk.one_step():  # an issue that cannot be stored leaves no new publication behind
        sections, lines, made = _sections(given, pictures.taken_by(desk.add_picture))
        publication = _publication(desk, name, given_unit, template)
        issue = desk.next_issue(publication, order.date)
        unit = given_unit or issue.masthead.unit
        issue = replace(
            issue,
            number=issue.number if order.number is None else order.number,
            masthead=replace(issue.masthead, unit=unit),
            template=template or issue.template,
            sections=sections,
        )
        changes = desk.apply(CreateIssue(publication, issue))
        for recognition, articles in zip(given, made, strict=True):
            arrivals.keep(desk, recognition, articles, originals)
    return Compiled(issue, lines, changes)


def _publication(desk: Desk, name: str, unit: str, template: str) -> str:
    """The id of the publication of that name, made if there is none."""
    for publication in desk.outline().publications:
        if publication.name == name:
            return publication.id
    made = CreatePublication(id=new_id(), name=name, unit=unit)
    if template:
        made = replace(made, template=template)
    desk.apply(made)
    return made.id


def _sections(
    recognitions: Iterable[Recognition], take_picture: assemble.TakePicture
) -> tuple[tuple[Section, ...], dict[str, tuple[int, int]], list[list[Article]]]:
    """The recognised sections, with the input lines of their articles, and the articles of each input.

    Neighbours of the same title, as from two files, become one.
    """
    gathered: list[tuple[str, list[Article]]] = []
    lines: dict[str, tuple[int, int]] = {}
    made: list[list[Article]] = []
    for recognition in recognitions:
        made.append([])
        for section in assemble.articles(recognition, take_picture):
            if not gathered or gathered[-1][0] != section.title:
                gathered.append((section.title, []))
            for assembled in section.articles:
                gathered[-1][1].append(assembled.article)
                made[-1].append(assembled.article)
                lines[assembled.article.id] = (assembled.first, assembled.last)
    return tuple(Section(new_id(), title, tuple(articles)) for title, articles in gathered), lines, made

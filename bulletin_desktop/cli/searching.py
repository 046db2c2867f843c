"""The command that searches every text of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bulletin_desktop.cli.call import Call, shared
from bulletin_desktop.document.schema import LARGEST
from bulletin_desktop.errors import UserError

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.searching import SearchHit, Wanted


@click.command(help="Find articles by any part of their text, those of the newest issues first.")
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, LARGEST), default=50, help="How many to show at most; 50 by default."
)
@click.option("--publication", default="", help="Only in this publication, by its name.")
@click.option("--year", type=click.IntRange(1, 9999), help="Only in issues of this year.")
@click.option("--section", default="", help="Only in sections of this title.")
@click.option("--contributor", default="", help="Only what this unit or author contributed.")
@shared
def search(
    call: Call, *, text: tuple[str, ...], limit: int, publication: str, year: int | None, **where: Any
) -> None:
    """Words parted by blanks must all stand in an article, each somewhere."""
    from bulletin_desktop.services.searching import Wanted, Where

    with call.desk() as desk:
        publication_id = _publication(desk, publication) if publication else ""
        wanted = Wanted.of(" ".join(text), Where(publication_id=publication_id, year=year or 0, **where))
        hits = _found(desk, wanted, limit)
    for hit in hits:
        call.say(_line(call, hit))
        if hit.snippet:
            call.say(f"    {_styled(hit.snippet, hit.marks)}")
    if not hits:
        call.say(call.words("Nothing was found."))
    call.answer(
        [
            {
                "article": hit.article_id,
                "issue": hit.issue_id if hit.issue else None,
                "headline": hit.headline,
                "snippet": hit.snippet,
            }
            for hit in hits
        ]
    )


def _found(desk: Desk, wanted: Wanted, limit: int) -> list[SearchHit]:
    found = desk.search(wanted, limit)
    hits = [*found.hits]
    while found.more and len(hits) < limit:
        found = desk.search(wanted, limit - len(hits), found.reached)
        hits += found.hits
    return hits


def _publication(desk: Desk, name: str) -> str:
    publications = desk.outline().publications
    known = next((row.id for row in publications if row.name == name), None)
    if known is None:
        raise UserError(
            "There is no publication “{name}” in this library; there are: {names}. Nothing was searched.",
            name=name,
            names="、".join(row.name for row in publications),
        )
    return known


def _line(call: Call, hit: SearchHit) -> str:
    headline = _styled(hit.headline, hit.headline_marks)
    if hit.issue is None:
        return call.words("{id}  in no issue  {headline}", id=hit.article_id, headline=headline)
    return call.words(
        "{id}  {publication} {year} No. {number}  {date}  {headline}",
        id=hit.article_id,
        publication=hit.publication,
        year=hit.issue.year,
        number=hit.issue.number,
        date=hit.date,
        headline=headline,
    )


def _styled(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """The text with what was looked for in bold, where it goes to a terminal."""
    made, at = [], 0
    for start, end in marks:
        made += [text[at:start], click.style(text[start:end], bold=True)]
        at = end
    return "".join((*made, text[at:]))

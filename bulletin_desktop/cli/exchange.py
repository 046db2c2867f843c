"""Commands that carry issues and articles to another machine and take them in from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from bulletin_desktop.cli.call import FILE, Call, shared
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from bulletin_desktop.services.exchange_compare import Choice, Comparison
    from bulletin_desktop.services.exchange_taking import Decision

_RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        "new": QT_TRANSLATE_NOOP("cli", "new"),
        "same": QT_TRANSLATE_NOOP("cli", "the same"),
        "newer there": QT_TRANSLATE_NOOP("cli", "newer there"),
        "newer here": QT_TRANSLATE_NOOP("cli", "newer here"),
        "changed": QT_TRANSLATE_NOOP("cli", "changed on both sides"),
        "deleted here": QT_TRANSLATE_NOOP("cli", "deleted here"),
        "deleted there": QT_TRANSLATE_NOOP("cli", "deleted there"),
    }
)


@click.command(help="Write an issue, or articles, to one file to carry to another machine (.bulletin).")
@click.argument("ids", nargs=-1, required=True)
@click.option("-o", "--output", type=FILE, required=True, help="The file to write, .bulletin.")
@shared
def send(call: Call, ids: tuple[str, ...], output: Path) -> None:
    """Pictures, originals, template and what is needed to compare go along."""
    import hashlib

    from bulletin_desktop.services import exchange_file

    with call.desk() as desk:
        parcel = desk.exchange.pack(ids)
    exchange_file.write(output, parcel)
    with output.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    call.say(call.words("{count} articles: {path}", count=len(parcel.articles), path=output))
    call.answer({"path": str(output), "articles": len(parcel.articles), "sha256": sha256})


@click.command(help="Take in what a colleague sent (.bulletin): what is new, and what is newer there.")
@click.argument("file", type=FILE)
@click.option("--look", is_flag=True, help="Only tell how each article stands to the one here.")
@click.option(
    "--changed",
    type=click.Choice(["theirs", "mine", "both"]),
    help="What becomes of what was changed on both sides or deleted here; without it nothing is taken in.",
)
@click.option("--take", multiple=True, metavar="ARTICLE", help="Take theirs of this article.")
@click.option("--keep", multiple=True, metavar="ARTICLE", help="Leave this article as it is here.")
@click.option("--both", multiple=True, metavar="ARTICLE", help="Put theirs beside the one here.")
@click.option("--issue", default="", help="The issue here that the articles go into.")
@shared
def receive(
    call: Call,
    *,
    file: Path,
    look: bool,
    changed: str | None,
    take: tuple[str, ...],
    keep: tuple[str, ...],
    both: tuple[str, ...],
    issue: str,
) -> None:
    """What is not taken in stays among the versions of the article, so nothing is lost either way."""
    from bulletin_desktop.services import exchange_file
    from bulletin_desktop.services.exchange_compare import Choice as Answer

    parcel = exchange_file.read(file)
    said = {
        own_id: choice
        for choice, ids in ((Answer.THEIRS, take), (Answer.MINE, keep), (Answer.BOTH, both))
        for own_id in ids
    }
    with call.desk() as desk:
        comparison = desk.exchange.compare(parcel)
        if look:
            _tell(call, comparison)
            call.answer(_compared_json(comparison))
            return
        rest = Answer(changed) if changed else None
        decision = replace(_decided(call, file, comparison, rest, said), into=issue)
        taken = desk.exchange.take(parcel, decision)
    figures = {
        "issue": taken.issue_id,
        "added": list(taken.added),
        "replaced": list(taken.replaced),
        "copied": list(taken.copied),
        "deleted": list(taken.deleted),
    }
    call.say(
        call.words(
            "{added} new articles, {replaced} brought up to date, {copied} put beside",
            added=len(taken.added),
            replaced=len(taken.replaced),
            copied=len(taken.copied),
        )
    )
    call.answer(figures)


def _decided(
    call: Call,
    file: Path,
    comparison: Comparison,
    rest: Choice | None,
    said: Mapping[str, Choice],
) -> Decision:
    """What was asked for. Raises `UserError` where nobody has said what only a person can decide."""
    from bulletin_desktop.services import exchange_taking

    known = {row.id for row in (*comparison.articles, *comparison.gone)}
    for own_id in said:
        if own_id not in known:
            raise UserError("There is no article {id} in this file. Nothing was changed.", id=own_id)
    label = call.words("from {file}", file=file.name)
    decision = exchange_taking.decided(comparison, said, rest, label)
    if decision is None:
        _tell(call, comparison)
        raise UserError(
            "Something in this file was changed on both sides, or deleted here, so nothing was taken in. "
            "Say what becomes of it with --changed theirs, mine or both, or with --take, --keep and --both "
            "for single articles."
        )
    return decision


def _tell(call: Call, comparison: Comparison) -> None:
    for row in _compared_json(comparison)["articles"]:
        how = ", ".join(call.catalog.text("cli", _RELATIONS[each]) for each in row["how"])
        call.say(f"{row['id']}  {how}  {row['headline']}")
    issue = comparison.issue
    if issue is not None and issue.other is not None:
        call.say(
            call.words(
                "Another issue here has this number; this one would become number {number}.",
                number=issue.number,
            )
        )
    for change in () if issue is None else (*issue.head_changes, *issue.arrangement_changes):
        call.say(f"  {change.title}  {change.before} → {change.after}")


def _compared_json(comparison: Comparison) -> dict[str, Any]:
    rows = [
        {
            "id": row.id,
            "headline": row.title,
            "how": [
                *(["deleted there"] if row.deleted_there else [row.relation.value]),
                *(["deleted here"] if row.deleted_here else []),
            ],
            "usual": row.usual,
        }
        for row in (*comparison.articles, *comparison.gone)
    ]
    issue = comparison.issue
    heads = None
    if issue is not None:
        heads = {
            "here": issue.here.value,
            "number": issue.number,
            "head": issue.head.value,
            "arrangement": issue.arrangement.value,
        }
    return {"issue": heads, "articles": rows}

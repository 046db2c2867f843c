"""Commands about the library's file itself, and for whoever looks after the program."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin_desktop import paths
from bulletin_desktop.cli.call import FILE, Call, shared

if TYPE_CHECKING:
    from bulletin_desktop.services.doctor import Finding


@click.command(help="Examine the library; --into saves what is whole of a damaged one into a new file.")
@click.option("--into", type=FILE, help="The new library to write; nothing may be there yet.")
@shared
def doctor(call: Call, into: Path | None) -> int:
    """Change nothing in the library. The exit code is 1 if anything is wrong and was not saved elsewhere."""
    from bulletin_desktop.services import doctor as services

    path = call.library or paths.default_library()

    def tell(findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            call.say(f"  {services.said(finding, lambda text: call.catalog.text('Doctor', text))}")

    report = services.examine(path, _unwatched)
    answer: dict[str, Any] = {"ok": report.ok, "findings": _json(report.findings)}
    if report.ok:
        call.say(call.words("Nothing is wrong with the library {path}.", path=path))
    else:
        count = len(report.findings)
        call.say(call.words("The library {path} is damaged; {count} findings:", path=path, count=count))
        tell(report.findings)
    if into is None:
        call.answer(answer)
        return 0 if report.ok else 1
    saved = services.salvage(path, into, _unwatched)
    call.say(
        call.words(
            "Saved into {path}: {issues} issues, {articles} articles, {revisions} versions.",
            path=saved.path,
            issues=saved.kept.issues,
            articles=saved.kept.articles,
            revisions=saved.kept.revisions,
        )
    )
    if saved.lost:
        call.say(call.words("Not saved, or not all of it:"))
        tell(saved.lost)
    lists = {"mended": _json(saved.mended), "lost": _json(saved.lost)}
    call.answer({**answer, "path": str(saved.path), "kept": asdict(saved.kept), **lists})
    return 0


@click.command(help="Pack facts for whoever helps: versions, settings, figures, the log. No text is in it.")
@click.option("-o", "--output", type=FILE, required=True, help="The file to write, .zip.")
@shared
def diagnostics(call: Call, output: Path) -> None:
    """Work without opening the library: it may be damaged, not there, or open in a window."""
    from bulletin_desktop.services.diagnostics import report, stored
    from bulletin_desktop.typeset.file_measures import FileMeasures

    library = call.library or paths.default_library()
    words = partial(call.catalog.text, "Diagnostics")
    made = report.gather(library, words, *stored.of_file(library), measures=FileMeasures())
    report.write(output, made)
    call.say(call.words("{count} files, without any text: {path}", count=len(made.files), path=output))
    call.answer({"path": str(output), "files": [file.name for file in made.files]})


def _json(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
    return [{"kind": each.kind.value, "what": each.what, "where": each.where} for each in findings]


def _unwatched(_done: int, _of: int) -> None:
    """Nobody watches how far it is."""


COMMANDS = (doctor, diagnostics)

"""The commands that keep the library itself safe."""

from __future__ import annotations

from pathlib import Path

import click

from bulletin_desktop import paths
from bulletin_desktop.cli.call import FILE, Call, shared


@click.command(help="Write a backup of the whole library, verified, beside the earlier ones.")
@click.option("-o", "--output", type=FILE, help="The file to write instead; a backup there is replaced.")
@shared
def backup(call: Call, output: Path | None) -> None:
    """Among the earlier ones nothing is written if the newest holds the same already."""
    from bulletin_desktop.services import backups

    with call.desk() as desk:
        making = backups.Making(call.library or paths.default_library(), output)
        making.copy(desk)
        made = making.finish()
    path, articles = made.info.path, made.info.articles
    if made.new:
        call.say(call.words("{articles} articles in a backup: {path}", articles=articles, path=path))
    else:
        call.say(call.words("Nothing has changed since the last backup: {path}", path=path))
    call.answer(_answer(path, articles))


@click.command("restore-library", help="Put a backup in the place of the library, which is kept beside it.")
@click.argument("file", type=FILE)
@shared
def restore_library(call: Call, file: Path) -> None:
    """Nobody may have the library open."""
    from bulletin_desktop.services import backups, restoring

    library = call.library or paths.default_library()
    kept = restoring.restore(file, library)
    articles = backups.check(library).articles
    call.say(
        call.words("{articles} articles are in the library now: {path}", articles=articles, path=library)
    )
    if kept:
        call.say(call.words("What stood there before is kept: {path}", path=kept))
    call.answer({**_answer(library, articles), "kept": str(kept) if kept else None})


def _answer(path: Path, articles: int) -> dict[str, object]:
    from bulletin_desktop.services import backups

    return {"path": str(path), "articles": articles, "sha256": backups.sha256(path)}


COMMANDS = (backup, restore_library)

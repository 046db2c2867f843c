"""One file read and recognised, its pictures ready to be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import notes, reading
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, Piece
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.source import Item, Line, Source, Tally, Told
from bulletin_desktop.intake.worker.messages import Job, Outcome


def outcomes(job: Job) -> Iterator[Outcome]:
    """Yield what became of each manuscript in the file of *job*. Only a bug or want of memory raises."""
    content = Path(job.path).read_bytes()
    for piece in reading.read(File(job.name, content, job.password, job.encoding)):
        yield _outcome(piece, job.settings)


def _outcome(piece: Piece, settings: Settings) -> Outcome:
    if piece.source is None:
        return Outcome(piece.name, piece.kind, error=piece.error, content=piece.content)
    if not _has_content(piece.source):
        return Outcome(piece.name, piece.kind, error=_empty(piece.name, piece.source), content=piece.content)
    source = with_pictures_ready(piece.source)
    recognition = notes.recognised(source, piece.name, settings)
    return Outcome(piece.name, piece.kind, recognition, content=piece.content)


def _has_content(source: Source) -> bool:
    return any(not isinstance(item, Line) or item.text.strip() for item in source.items)


def _empty(name: str, source: Source) -> UserError:
    deletions = dict(source.told).get(Told.DELETIONS)
    if deletions:
        return UserError(
            "All text of {name} is marked as deleted in tracked changes ({count} deletions), so there is "
            "nothing to read. If it is to stand, reject the changes in Word or WPS, save, and take the file "
            "in again.",
            name=name,
            count=deletions,
        )
    return UserError(
        "There is no text in {name}, so there is nothing to read. Choose the file that has the text.",
        name=name,
    )


def with_pictures_ready(source: Source) -> Source:
    """Return *source* with each picture as it will be kept; those that cannot be read are told, and gone."""
    if not any(isinstance(item, FoundPicture) for item in source.items):
        return source
    tally, ready, items = Tally(dict(source.told)), dict[bytes, bytes | None](), list[Item]()
    for item in source.items:
        if not isinstance(item, FoundPicture):
            items.append(item)
        elif (content := _printable(item, ready)) is not None:
            items.append(replace(item, content=content))
        else:
            tally.add(Told.PICTURES)
    return replace(source, items=tuple(items), told=tally.told())


def _printable(found: FoundPicture, ready: dict[bytes, bytes | None]) -> bytes | None:
    """The bytes to keep, prepared once however often a file has them; None if they cannot be read."""
    from bulletin_desktop.intake import pictures

    try:
        content = pictures.read(found.content) if isinstance(found.content, Path) else found.content or b""
        key = hashlib.sha256(content).digest()
        if key not in ready:
            ready[key] = None
            ready[key] = pictures.printable(content).content
    except UserError:
        return None
    return ready[key]

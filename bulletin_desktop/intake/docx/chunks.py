"""Files that a document has inside as its text (w:altChunk): HTML, plain text, another document."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element as Element

from bulletin_desktop.intake import kinds, reading
from bulletin_desktop.intake.docx.job import Job
from bulletin_desktop.intake.docx.names import R
from bulletin_desktop.intake.docx.package import MB, Damaged
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.source import Item, Line, Source, Told

_LARGEST = 16 * MB
_DEEPEST = 2  # documents in documents
_MOST = 50  # of one document
_READ = frozenset((Kind.TEXT, Kind.HTML, Kind.MHT, Kind.RTF))


def read(job: Job, part: str, element: Element) -> list[Item]:
    """Return what the file has that *element* of *part* stands for; told where it cannot be read."""
    relation = job.relation(part, element.get(f"{R}id"))
    source = None
    if relation is not None and not relation.outside and job.chunks < _MOST:
        job.chunks += 1
        source = _source(job, relation.target)
    if source is None:
        job.tally.add(Told.ATTACHMENTS)
        return []
    return _adopted(job, source)


def _adopted(job: Job, source: Source) -> list[Item]:
    """Make what a file inside has a part of the document: its notes come behind those met so far."""
    for told, count in source.told:
        if told is not Told.COMMENTS:  # counted with the document's own
            job.tally.add(told, count)
    job.comments.adopt(source.comments)
    first = job.notes.adopt(source.notes)
    items: list[Item] = []
    for item in source.items:
        if isinstance(item, Line):
            job.spend_line()
            job.spend(len(item.text))
            notes = tuple((place, first + note) for place, note in item.notes)
            items.append(replace(item, notes=notes) if notes else item)
        else:
            items.append(item)
    return items


def _source(job: Job, part: str) -> Source | None:
    from bulletin_desktop.intake.docx import reader

    try:
        content = job.package.read(part, _LARGEST)
    except Damaged:
        return None
    kind = kinds.kind_of(content)
    file = reading.File(job.package.name, content)
    if kind is Kind.DOCX:
        return reader.source(file, job.depth + 1) if job.depth < _DEEPEST else None
    if kind not in _READ:
        return None
    (piece, *_) = reading.read(file)
    return piece.source

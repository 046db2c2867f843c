"""From an issue to a file: which typesetter, which writer, which name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.filenames import issue_title, safe_name
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.typesetter import Typesetter

if TYPE_CHECKING:
    from bulletin_desktop.export.docx.anchors import Anchor

DOCX = ".docx"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file that was written: *export_id* is inside it, *anchors* say which bookmark is what."""

    path: Path
    pages: int
    sha256: str
    export_id: str
    anchors: tuple[Anchor, ...]


class Publisher:
    """Writes issues to files, keeping what every export needs again."""

    def __init__(self) -> None:
        # python-docx takes a tenth of a second to import, which the window need not wait for.
        from bulletin_desktop.export.docx.writer import DocxWriter

        self._writers = {DOCX: DocxWriter()}

    def export(self, layout: Layout, issue: Issue, path: Path) -> ExportResult:
        """Write *layout*, which must be *issue*'s, to *path* in the format of its ending.

        Raises `UserError` for an ending no writer knows, and whatever keeps the file from being written.
        """
        writer = self._writers.get(path.suffix.lower())
        if writer is None:
            raise UserError(
                "“{name}” does not end in a format this program writes ({endings}); nothing was written.",
                name=path.name,
                endings=", ".join(self._writers),
            )
        export_id = new_id()
        written = writer.write(layout, issue, path, export_id)
        return ExportResult(path, len(layout.pages), written.sha256, export_id, written.anchors)


def export(layout: Layout, issue: Issue, path: Path) -> ExportResult:
    """Export once, as the command line does; the program keeps a `Publisher`."""
    return Publisher().export(layout, issue, path)


def typesetter(template_id: str, measures: Measures | None = None) -> Typesetter:
    """Return a typesetter for the template, in the font profile this machine has.

    Without *measures* the font files themselves are read. Raises `UserError` if there is no such template.
    """
    if measures is None:
        from bulletin_desktop.typeset.file_measures import FileMeasures

        measures = FileMeasures()
    return Typesetter(template.load(template_id).suited_to(measures), measures)


def file_name(issue: Issue) -> str:
    """Return the name to propose for an issue's file: 简报2026年第3期.docx."""
    return safe_name(issue_title(issue), DOCX)

"""From an issue to a file: which typesetter, which writer, which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.filenames import issue_title, safe_name
from bulletin_desktop.export.job import Job, Progress, Writer, unwatched
from bulletin_desktop.library.nodes import check_not_manuscripts
from bulletin_desktop.services import templates
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.typeset.typesetter import Typesetter
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.export.docx.anchors import Anchor

DOCX = ".docx"
HTML = ".html"
TEXT = ".txt"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file that was written: *export_id* is inside it, *anchors* say which bookmark is what."""

    path: Path
    pages: int
    sha256: str
    export_id: str
    anchors: tuple[Anchor, ...]


class Publisher:
    """Writes issues to files, keeping what every export needs again.

    *more* makes the writers of further formats by the ending of their files; the PDF's needs Qt.
    """

    def __init__(self, more: Mapping[str, Callable[[], Writer]] = MappingProxyType({})) -> None:
        self._makers: dict[str, Callable[[], Writer]] = {
            DOCX: _docx_writer,
            HTML: _html_writer,
            TEXT: _text_writer,
            **more,
        }
        self._writers: dict[str, Writer] = {}

    def export(
        self,
        layout: Layout,
        issue: Issue,
        path: Path,
        pictures: Mapping[str, bytes] = MappingProxyType({}),
        progress: Progress = unwatched,
    ) -> ExportResult:
        """Write *layout*, which must be *issue*'s, to *path* in the format of its ending.

        Raises `UserError` for the manuscripts, which are no issue, for an ending no writer knows and for
        whatever keeps the file from being written, `Cancelled` if *progress* does.
        """
        check_not_manuscripts(issue.id)
        job = Job(layout, issue, path, new_id(), pictures, progress)
        written = self.writer(path).write(job)
        return ExportResult(path, len(layout.pages), written.sha256, job.export_id, written.anchors)

    def writer(self, path: Path) -> Writer:
        """Return the writer for the ending of *path*. Raises `UserError` if there is none."""
        ending = path.suffix.lower()
        if ending not in self._makers:
            raise UserError(
                "“{name}” does not end in a format this program writes ({endings}); nothing was written.",
                name=path.name,
                endings=", ".join(self._makers),
            )
        if ending not in self._writers:
            self._writers[ending] = self._makers[ending]()
        return self._writers[ending]


def _docx_writer() -> Writer:
    # python-docx takes a tenth of a second to import, which the window need not wait for.
    from bulletin_desktop.export.docx.writer import DocxWriter

    return DocxWriter()


def _html_writer() -> Writer:
    from bulletin_desktop.export.html.writer import HtmlWriter

    return HtmlWriter()


def _text_writer() -> Writer:
    from bulletin_desktop.export.text import TextWriter

    return TextWriter()


def typesetter(look: TemplateSource | str, measures: Measures | None = None) -> Typesetter:
    """Return a typesetter for what the desk gives as an issue's look, or for a built-in template by its id.

    It takes the font profile this machine has. Without *measures* the font files themselves are read. Raises
    `UserError` if there is no such template.
    """
    made = template.load(look) if isinstance(look, str) else templates.read(look)
    if measures is None:
        from bulletin_desktop.typeset.file_measures import FileMeasures

        measures = FileMeasures()
    return Typesetter(made.suited_to(measures), measures)


def file_name(issue: Issue, ending: str = DOCX) -> str:
    """Return the name to propose for an issue's file: 简报2026年第3期.docx."""
    return safe_name(issue_title(issue), ending)

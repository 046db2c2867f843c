"""Writes a layout as a .docx of 22 lines by 28 characters, page for page what the preview shows."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from bulletin_desktop import paths
from bulletin_desktop.document.model import Issue
from bulletin_desktop.export import files
from bulletin_desktop.export.docx import package, page, properties, styles
from bulletin_desktop.export.docx.anchors import Anchor, Anchors
from bulletin_desktop.export.docx.body import BodyWriter
from bulletin_desktop.export.docx.pictures import PictureWriter
from bulletin_desktop.export.filenames import issue_title
from bulletin_desktop.export.job import Job, Written
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template


class DocxWriter:
    """Writes .docx files; the base file is read once and kept."""

    def __init__(self, base: Path | None = None) -> None:
        self._skeleton = package.Skeleton(base or paths.resources() / "docx" / "base.docx")

    def write(self, job: Job) -> Written:
        """See `Writer.write`. The export's id goes into a custom property and every bookmark's name."""
        now = dt.datetime.now(dt.UTC)
        job.progress(0, 2)
        content, anchors = self.content(job.layout, job.issue, job.export_id, now, job.pictures)
        job.progress(1, 2)  # the last moment to stop
        files.replace(job.path, content)
        return Written(hashlib.sha256(content).hexdigest(), anchors)

    def content(
        self,
        layout: Layout,
        issue: Issue,
        export_id: str,
        now: dt.datetime,
        pictures: Mapping[str, bytes] = MappingProxyType({}),
    ) -> tuple[bytes, tuple[Anchor, ...]]:
        """Return the file's bytes and its paragraph map; *now*, in UTC, is when it was made."""
        template, anchors = layout.template, Anchors(export_id)
        drawn = PictureWriter(pictures, issue)
        cover = page.cover_section(template.page, template.folio)
        paragraphs = BodyWriter(layout.placed, template, anchors, drawn, cover).paragraphs()
        document = self._skeleton.open()
        package.add_styles(document, _styles(layout))
        package.add_font_table(document, _fonts(template))
        package.add_custom_properties(document, properties.custom(export_id))
        page.set_page(document, template, layout.front)
        properties.set_core(document, issue, issue_title(issue), now)
        package.add_media(document, drawn.media())
        return package.zipped(document, paragraphs, drawn.media()), anchors.made()


def _styles(layout: Layout) -> str:
    """Return the template's styles, and Word's contents style if there are contents."""
    entry = next((placed.item.style for placed in layout.placed if placed.item.link), None)
    own = "".join(styles.style(value) for value in layout.template.styles.values())
    return own + (styles.contents_entry(entry) if entry else "")


def _fonts(template: Template) -> str:
    """Return the font table of every font a style or a mark names, another profile's font beside each."""
    names = [name for value in template.styles.values() for name in (value.face.east, value.face.latin)]
    names.extend(template.mark_faces.values())
    alternatives: dict[str, str] = {}
    for make in template.profiles.values():
        other = make()
        for role, value in template.styles.items():
            if other.styles[role].face.east != value.face.east:
                alternatives.setdefault(value.face.east, other.styles[role].face.east)
    return styles.fonts(names, alternatives)

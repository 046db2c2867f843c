"""Pictures: one media part for each, and the drawings that show them.

Inline, so that a picture keeps its place in the text in every program; a floating one does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Issue
from bulletin_desktop.document.picture_kinds import PictureKind, kind_of
from bulletin_desktop.export import pictures
from bulletin_desktop.export.docx.drawing import EMU
from bulletin_desktop.export.docx.package import Media
from bulletin_desktop.export.docx.xml import escaped

if TYPE_CHECKING:
    from bulletin_desktop.typeset.layout import PictureBox

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class PictureWriter:
    """Writes the drawings of one document and gathers what they show."""

    def __init__(self, contents: Mapping[str, bytes], issue: Issue) -> None:
        self._contents = contents
        self._issue = issue
        self._media: dict[str, Media] = {}

    def drawing(self, box: PictureBox, description: str, number: int) -> str:
        """Return the run that shows a picture; *number* must be the document's own.

        *description* is read to people who cannot see it. Raises `UserError` if the bytes are missing.
        """
        media = self._medium(box.sha256)
        extent = f'cx="{box.width * EMU}" cy="{box.height * EMU}"'
        name = f"图 {number}"
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{escaped(description)}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{media.relationship}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def media(self) -> tuple[Media, ...]:
        """Return every picture that was drawn, once each."""
        return tuple(self._media.values())

    def _medium(self, sha256: str) -> Media:
        known = self._media.get(sha256)
        if known is None:
            content = pictures.found(self._contents, sha256, self._issue)
            number = len(self._media) + 1
            kind = kind_of(content) or PictureKind.PNG
            known = Media(f"rIdPicture{number}", f"image{number}.{kind}", kind.media_type, content)
            self._media[sha256] = known
        return known

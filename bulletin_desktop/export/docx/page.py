"""The page: its size and margins, and the page number at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Twips

from bulletin_desktop.export.docx import fields
from bulletin_desktop.export.docx.package import parsed
from bulletin_desktop.export.docx.runs import RunWriter
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.template import Folio, PageSetup

if TYPE_CHECKING:
    from docx.document import Document

_HEADER = Twips(851)
"""Distance of the (absent) header from the paper's edge: Word's 1.5 cm."""


def set_page(document: Document, page: PageSetup, folio: Folio) -> None:
    """Give the only section of *document* its size, margins, grid and page numbers.

    The base file's w:docGrid has no type: with one, LibreOffice centres whole lines on the page and
    the text stands lower than the margin says.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance, section.footer_distance = _HEADER, Twips(folio.distance)
    grid = document.element.body.sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:linePitch"), str(page.pitch))
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        root = footer.part.element
        root[:] = parsed("w:ftr", page_number(folio, odd))


def page_number(folio: Folio, odd: bool) -> str:
    """Return a footer's paragraph: the page number between its dashes, on the outer side of the page."""
    side = "right" if odd else "left"
    write, face = RunWriter({}), folio.style.face
    before, after = write.runs((TextRun(folio.before),), face), write.runs((TextRun(folio.after),), face)
    number = fields.field("PAGE", write.runs((TextRun("1"),), face))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{folio.style.id}"/><w:ind w:{side}="{folio.indent}"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{before}{number}{after}</w:p>'
    )

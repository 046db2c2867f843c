"""The page: its size and margins, the section of the cover, and the page number at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Twips

from bulletin_desktop.export.docx import fields
from bulletin_desktop.export.docx.package import parsed
from bulletin_desktop.export.docx.runs import RunWriter
from bulletin_desktop.typeset.layout import Align, TextRun
from bulletin_desktop.typeset.template import Folio, PageSetup, Template

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_HEADER = 851
"""Distance of the (absent) header from the paper's edge in twips: Word's 1.5 cm."""
_ODD, _EVEN = 1, 2


def set_page(document: Document, template: Template, front: int) -> None:
    """Give the last section of *document* its size, margins, grid and page numbers.

    *front* pages stand before it, the cover's. The base file's w:docGrid has no type: with one, LibreOffice
    centres whole lines on the page and the text stands lower than the margin says.
    """
    section, page, folio = document.sections[0], template.page, template.folio
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance, section.footer_distance = Twips(_HEADER), Twips(folio.distance)
    properties = document.element.body.sectPr
    properties.find(qn("w:docGrid")).set(qn("w:linePitch"), str(page.pitch))
    if front or folio.start != 1:
        margins = properties.find(qn("w:pgMar"))
        margins.addnext(parsed("w:pgNumType", start=str(folio.start)))
    _set_footers(section, folio)


def _set_footers(section: Section, folio: Folio) -> None:
    footers = [
        (section.footer, page_number(folio, _ODD)),
        (section.even_page_footer, page_number(folio, _EVEN)),
    ]
    if not folio.first_page:
        section.different_first_page_header_footer = True
        # An empty footer of the page number's height: a higher one would take a line of the page.
        empty = f'<w:p><w:pPr><w:pStyle w:val="{folio.style.id}"/></w:pPr></w:p>'
        footers.append((section.first_page_footer, empty))
    for footer, paragraph in footers:
        root = footer.part.element
        root[:] = parsed("w:ftr", paragraph)


def cover_section(page: PageSetup, folio: Folio) -> str:
    """Return the w:sectPr of the cover: the same page without page numbers."""
    return (
        f'<w:sectPr><w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar w:top="{page.top}" '
        f'w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" w:header="{_HEADER}" '
        f'w:footer="{folio.distance}" w:gutter="0"/><w:docGrid w:linePitch="{page.pitch}"/></w:sectPr>'
    )


def page_number(folio: Folio, number: int) -> str:
    """Return the paragraph of a footer: the page number where *number* would stand."""
    side = folio.side(number)
    indent = f'<w:ind w:{side}="{folio.indent}"/>' if side is not Align.CENTER else ""
    write, face = RunWriter({}), folio.style.face
    before, after = write.runs((TextRun(folio.before),), face), write.runs((TextRun(folio.after),), face)
    field = fields.field("PAGE", write.runs((TextRun("1"),), face))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{folio.style.id}"/>{indent}'
        f'<w:jc w:val="{side}"/></w:pPr>{before}{field}{after}</w:p>'
    )

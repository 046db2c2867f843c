"""The page: its size and margins, and the page number at its foot."""

from __future__ import annotations

from bulletin_desktop.export.docx import fields
from bulletin_desktop.export.docx.runs import RunWriter
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.template import Folio, PageSetup

_HEADER = 851
"""Distance of the (absent) header from the paper's edge in twips: Word's 1.5 cm."""


def section(page: PageSetup, footer_distance: int, odd_footer: str, even_footer: str) -> str:
    """Return w:sectPr; *footer_distance* is in twips, the footers are relationship ids.

    w:docGrid has no type: with one, LibreOffice centres whole lines on the page and the text
    stands lower than the margin says.
    """
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd_footer}"/>'
        f'<w:footerReference w:type="even" r:id="{even_footer}"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{_HEADER}" w:footer="{footer_distance}" w:gutter="0"/><w:cols w:space="425"/>'
        f'<w:docGrid w:linePitch="{page.pitch}"/></w:sectPr>'
    )


def footer(folio: Folio, odd: bool) -> str:
    """Return a footer's paragraph: the page number between its dashes, on the outer side of the page."""
    side = "right" if odd else "left"
    write, face = RunWriter({}), folio.style.face
    before, after = write.runs((TextRun(folio.before),), face), write.runs((TextRun(folio.after),), face)
    number = fields.field("PAGE", write.runs((TextRun("1"),), face))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{folio.style.id}"/><w:ind w:{side}="{folio.indent}"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{before}{number}{after}</w:p>'
    )

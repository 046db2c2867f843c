"""What Qt's PDF does not say: what its glyphs stand for, where its articles begin, whose it is."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable

from pypdf import PageObject
from pypdf import PdfWriter as Pages
from pypdf.annotations import Link
from pypdf.generic import BooleanObject, DictionaryObject, Fit, NameObject, TextStringObject

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.output import pdf_text
from bulletin_desktop.gui.output.places import Bookmark, Spot, beginnings, bookmarks, contents_links
from bulletin_desktop.typeset.layout import Layout

EXPORT_ID = "/BulletinDesktopExport"
"""Key of the document information that carries the export's id, as a .docx's property of that name."""
LANGUAGE = "zh-CN"
_VERSION = "%PDF-1.4"  # as Qt writes it
_POINT = 20  # twips

_log = logging.getLogger(__name__)


class PdfDocument:
    """A PDF painted by Qt, page for page a layout's, that is being completed."""

    def __init__(self, painted: bytes) -> None:
        self._pdf = Pages(clone_from=io.BytesIO(painted))
        self._pdf.pdf_header = _VERSION
        self._pages: list[PageObject] = list(self._pdf.pages)
        self._fonts: dict[str, pdf_text.FontTexts] = {}

    def name_characters(self, page: int, runs: Iterable[pdf_text.Text]) -> None:
        """Learn what the glyphs of a page stand for, from its *runs* in the order of painting.

        To be called once a page. A page whose glyphs are not those of *runs* keeps what Qt says of them.
        """
        texts = [(text, run.joined or nth > 0) for run in runs for nth, text in enumerate(run.texts)]
        stream = self._pages[page]["/Contents"].get_object()
        written = stream.get_data()
        content = pdf_text.painted_once(written)
        glyphs = list(pdf_text.shown(content))
        if len(glyphs) != len(texts):
            _log.warning("page %d: %d glyphs for %d texts", page + 1, len(glyphs), len(texts))
            return
        fonts = {name: self._font(page, name) for name in {glyph.font for glyph in glyphs}}
        changed: dict[int, int] = {}
        after = zip([*glyphs[1:], None], [*texts[1:], ("", False)], strict=True)
        for glyph, (text, _), (following, (following_text, joined)) in zip(glyphs, texts, after, strict=True):
            font, further = fonts[glyph.font], 0
            if joined and not (text.isspace() or following_text.isspace()):
                further = pdf_text.gap(glyph, font.width(glyph.code), following)
            code = font.code(glyph.code, text, further)
            if code != glyph.code:
                changed[glyph.at] = code
        if changed or content is not written:
            stream.set_data(pdf_text.recoded(content, changed))

    def _font(self, page: int, name: str) -> pdf_text.FontTexts:
        """The texts of a font, which has the same name on every page."""
        if name not in self._fonts:
            font = self._pages[page]["/Resources"]["/Font"][f"/{name}"].get_object()
            self._fonts[name] = pdf_text.FontTexts(font)
        return self._fonts[name]

    def describe(self, layout: Layout, issue: Issue, export_id: str) -> None:
        """Add the language, the export's id, bookmarks, and links in the contents."""
        root = self._pdf.root_object
        root[NameObject("/Lang")] = TextStringObject(LANGUAGE)
        shown = {NameObject("/DisplayDocTitle"): BooleanObject(True)}
        root[NameObject("/ViewerPreferences")] = DictionaryObject(shown)
        self._pdf.add_metadata({EXPORT_ID: export_id})
        for bookmark in bookmarks(layout, issue):
            self._add_bookmark(bookmark)
        self._add_links(layout)

    def content(self) -> bytes:
        """Return the finished file."""
        for font in self._fonts.values():
            table = font.write()
            if table is not None:
                font.set_glyphs(self._pdf._add_object(table))
        out = io.BytesIO()
        self._pdf.write(out)
        return out.getvalue()

    def _add_bookmark(self, bookmark: Bookmark, parent: object = None) -> None:
        made = self._pdf.add_outline_item(
            title=bookmark.title,
            page_number=self._pages[bookmark.spot.page].indirect_reference,
            parent=parent,
            fit=self._fit(bookmark.spot),
        )
        for below in bookmark.below:
            self._add_bookmark(below, made)

    def _add_links(self, layout: Layout) -> None:
        setup, targets = layout.template.page, beginnings(layout)
        for spot, height, article in contents_links(layout):
            if article not in targets:
                continue
            target = targets[article]
            top = self._height(spot)
            rect = (setup.left / _POINT, top - height / _POINT, (setup.width - setup.right) / _POINT, top)
            link = Link(rect=rect, border=[0, 0, 0], target_page_index=target.page, fit=self._fit(target))
            self._pdf.add_annotation(spot.page, link)

    def _fit(self, spot: Spot) -> Fit:
        """Show a spot at the window's top, at the size the reader has chosen."""
        return Fit.xyz(left=0, top=self._height(spot), zoom=0)

    def _height(self, spot: Spot) -> float:
        """The spot's height from the page's bottom edge, in points."""
        return float(self._pages[spot.page].mediabox.top) - spot.top / _POINT

"""The body: every placed item as a paragraph, in order.

Paragraphs are written as text, not built as a tree: a tree of 200 articles takes several times as
long to make and to serialise. Everything that comes from people goes through `xml.escaped`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bulletin_desktop.export.docx import fields, tables
from bulletin_desktop.export.docx.anchors import Anchors
from bulletin_desktop.export.docx.drawing import rule
from bulletin_desktop.export.docx.pictures import PictureWriter
from bulletin_desktop.export.docx.runs import RunWriter
from bulletin_desktop.export.docx.styles import deviation, keeping
from bulletin_desktop.typeset.characters import HANGING
from bulletin_desktop.typeset.layout import Face, Item, PictureBox, Placed, Style, TextRun
from bulletin_desktop.typeset.tables import CellBox, TableBox
from bulletin_desktop.typeset.template import Template

_CONTENTS = "contents"
_COVER = "cover"


class BodyWriter:
    """Writes the paragraphs of one document.

    A placed item without lines is not printed. *cover_section* is the w:sectPr that ends the cover: it stands
    in the cover's last paragraph, since a paragraph of its own would take a line.
    """

    def __init__(
        self,
        placed: Sequence[Placed],
        template: Template,
        anchors: Anchors,
        pictures: PictureWriter,
        cover_section: str = "",
    ) -> None:
        self._placed = [one for one in placed if one.lines]
        self._width = template.page.text_width
        self._named = {style.id: style for style in template.styles.values()}
        self._anchors = anchors
        self._pictures = pictures
        self._runs = RunWriter(template.mark_faces)
        self._drawings = 0
        self._cells: dict[int, int] = {}  # bookmark by the id of a table's cell
        self._cover_section = cover_section
        covers = (index for index, one in enumerate(self._placed) if one.item.role == _COVER)
        self._cover_end = max(covers, default=-2)
        self._own = self._numbered()
        self._opens, self._closes = self._articles()
        self._targets = self._headlines()
        self._field = self._contents_field()

    def paragraphs(self) -> str:
        """Return the w:p elements of every item."""
        return "".join(self._paragraph(index, placed) for index, placed in enumerate(self._placed))

    def _numbered(self) -> dict[int, int]:
        """Give every item that prints something a bookmark, but not the contents, which are made anew."""
        numbers = {}
        for index, placed in enumerate(self._placed):
            item = placed.item
            if item.table is not None:
                numbers.update(self._numbered_cells(index, item))
            elif (item.runs or item.picture) and item.role != _CONTENTS:
                block = item.block if item.article else item.role
                numbers[index] = self._anchors.new(item.article, block)
        return numbers

    def _numbered_cells(self, index: int, item: Item) -> dict[int, int]:
        """Give every cell with text a bookmark; return the first one's, the table's."""
        cells = [cell for cell in item.table.cells if cell.runs] if item.table else []
        self._cells.update({id(cell): self._anchors.new(item.article, item.block) for cell in cells})
        return {index: self._cells[id(cells[0])]} if cells else {}

    def _articles(self) -> tuple[dict[int, int], dict[int, int]]:
        """Give every article a bookmark; return its number by the index of its first and of its last item.

        They open and close inside paragraphs: between paragraphs LibreOffice moves them to a neighbour.
        Of a range from inside a table to outside it makes nothing, so only an article that is nothing but
        tables has its bookmark in a cell.
        """
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for index, placed in enumerate(self._placed):
            item = placed.item
            if item.article and item.role != _CONTENTS and item.table is None:
                first.setdefault(item.article, index)
                last[item.article] = index
        for index, placed in enumerate(self._placed):
            if placed.item.article and first.setdefault(placed.item.article, index) == index:
                last.setdefault(placed.item.article, index)
        numbers = {article: self._anchors.new(article, None) for article in first}
        return (
            {index: numbers[article] for article, index in first.items()},
            {index: numbers[article] for article, index in last.items()},
        )

    def _headlines(self) -> dict[str, int]:
        """Return the bookmark of each article's headline, or of its first paragraph if it has none."""
        targets: dict[str, int] = {}
        for index, number in self._own.items():
            item = self._placed[index].item
            if item.article and (item.block == "headline" or item.article not in targets):
                targets[item.article] = number
        return targets

    def _contents_field(self) -> tuple[int, int] | None:
        """Return the indexes of the first and last contents entries, between which the TOC field stands."""
        entries = [index for index, placed in enumerate(self._placed) if placed.item.link]
        return (entries[0], entries[-1]) if entries else None

    def _paragraph(self, index: int, placed: Placed) -> str:
        item = placed.item
        if item.table is not None:
            return self._table(index, placed, item.table)
        style, named = self._kept(index, item.style), self._named[item.style.id]
        own = "" if style is named else deviation(style, named)
        # The first page needs no break; Word would put an empty page before it.
        # Neither does a page behind a section's end.
        breaks = placed.new_page and index and index - 1 != self._cover_end
        page_break = "<w:pageBreakBefore/>" if breaks else ""
        widow = "<w:widowControl/>" if placed.widow else ""
        section = self._cover_section if index == self._cover_end else ""
        rules = "".join(self._rule(item, number) for number in range(len(item.rules)))
        content = self._content(index, placed)
        properties = f'<w:pStyle w:val="{style.id}"/>{keeping(style, named)}{page_break}{widow}{own}{section}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{rules}{content}</w:p>"

    def _kept(self, index: int, style: Style) -> Style:
        """Return *style* without w:keepNext above a table that has a row of several pages.

        LibreOffice 7.4 lays such a table out for the sake of what is kept with it, and then may leave the
        row whole on the next page. They stay together all the same: the pages are made so, with a page
        break above where that takes one.
        """
        table = self._placed[index + 1].item.table if index + 1 < len(self._placed) else None
        breaks = style.keep_next and table is not None and not all(row.whole for row in table.rows)
        return replace(style, keep_next=False) if breaks else style

    def _table(self, index: int, placed: Placed, box: TableBox) -> str:
        def content(cell: CellBox) -> str:
            own = self._cells.get(id(cell))
            first = own is not None and own == self._own.get(index)
            opens, closes = (at.get(index) if first else None for at in (self._opens, self._closes))
            return self._anchored(cell.runs, cell.style.face, (opens, own, closes))

        return tables.table(box, self._named.__getitem__, content, placed.new_page and index > 0)

    def _content(self, index: int, placed: Placed) -> str:
        """Return the paragraph's runs, in its bookmark, in its article's, in the contents' field."""
        if placed.item.link:
            content = self._entry(placed)
        else:
            numbers = (self._opens.get(index), self._own.get(index), self._closes.get(index))
            picture = self._picture(index, placed.item.picture) if placed.item.picture else ""
            content = self._anchored(_broken(placed), placed.item.style.face, numbers, picture)
        if self._field and index == self._field[0]:
            content = self._field_begin() + content
        if self._field and index == self._field[1]:
            content += fields.END
        return content

    def _anchored(
        self,
        runs: Sequence[TextRun],
        face: Face,
        numbers: tuple[int | None, int | None, int | None],
        picture: str = "",
    ) -> str:
        """Return *runs*, or a *picture*, with the starts and ends of bookmarks.

        *numbers*: of the article that opens here, the paragraph's own, of the article that closes.

        A mark that may hang stays outside the range: LibreOffice gives a paragraph an empty line more
        when a bookmark ends behind a hung mark, and every page after it starts elsewhere.
        """
        opens, own, closes = numbers
        starts = "".join(self._anchors.start(number) for number in (opens, own) if number is not None)
        ends = "".join(self._anchors.end(number) for number in (own, closes) if number is not None)
        last = picture
        if ends and runs and runs[-1].text[-1] in HANGING:
            final = runs[-1]
            last = self._runs.runs((final._replace(text=final.text[-1]),), face)
            runs = (*runs[:-1], final._replace(text=final.text[:-1]))
        return f"{starts}{self._runs.runs(runs, face)}{ends}{last}"

    def _picture(self, index: int, box: PictureBox) -> str:
        """Return the drawing of a picture, described by its caption, which is the next paragraph."""
        self._drawings += 1
        item, *after = (placed.item for placed in self._placed[index : index + 2])
        caption = next((one.text for one in after if one.block == item.block and one.article), "")
        return self._pictures.drawing(box, caption, self._drawings)

    def _rule(self, item: Item, number: int) -> str:
        self._drawings += 1
        return rule(item.rules[number], self._width, self._drawings)

    def _entry(self, placed: Placed) -> str:
        """Return a contents line: a link to the article's headline with its page number as a reference.

        Inside a TOC field LibreOffice and Word show the number that is there; refreshing computes it anew.
        """
        face, runs = placed.item.style.face, _broken(placed)
        target = self._targets.get(placed.item.link or "")
        text, tab, number = "".join(run.text for run in runs).rpartition("\t")
        if target is None or not tab:
            return self._runs.runs(runs, face)
        name = self._anchors.name(target)
        title = self._runs.runs((TextRun(text + tab),), face)
        reference = fields.field(f"PAGEREF {name} \\h", self._runs.runs((TextRun(number),), face))
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{title}{reference}</w:hyperlink>'

    def _field_begin(self) -> str:
        headline = next((one.item.style.name for one in self._placed if one.item.block == "headline"), "")
        return fields.begin(f'TOC \\h \\z \\t "{headline},1"')


def _broken(placed: Placed) -> Sequence[TextRun]:
    """Return the item's runs; of a shaped item with a newline at every line end that has none."""
    item = placed.item
    if item.joints:
        return list(_parted(item))
    if not item.shaped:
        return item.runs
    text = item.text
    breaks = {start for start, _ in placed.lines[1:] if start and text[start - 1] != "\n"}
    runs, position = [], 0
    for run in item.runs:
        characters = []
        for char in run.text:
            characters.append("\n" + char if position in breaks else char)
            position += 1
        runs.append(run._replace(text="".join(characters)))
    return runs


def _parted(item: Item) -> Iterator[TextRun]:
    """The item's runs, divided where `hung.joints` says."""
    cuts = sorted({at for joint in item.joints for at in joint})
    position = 0
    for run in item.runs:
        end = position + len(run.text)
        edges = [position, *(cut for cut in cuts if position < cut < end), end]
        for first, last in pairwise(edges):
            apart = any(start <= first < stop for start, stop in item.joints)
            yield run._replace(text=run.text[first - position : last - position], parted=apart)
        position = end

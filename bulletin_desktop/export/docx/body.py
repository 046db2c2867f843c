"""The body: every placed item as a paragraph, in order.

Paragraphs are written as text, not built as a tree: a tree of 200 articles takes several times as
long to make and to serialise. Everything that comes from people goes through `xml.escaped`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_desktop.export.docx import fields
from bulletin_desktop.export.docx.anchors import Anchors
from bulletin_desktop.export.docx.drawing import rule
from bulletin_desktop.export.docx.pictures import PictureWriter
from bulletin_desktop.export.docx.runs import RunWriter
from bulletin_desktop.export.docx.styles import deviation, keeping
from bulletin_desktop.typeset.characters import HANGING
from bulletin_desktop.typeset.layout import Item, PictureBox, Placed, TextRun
from bulletin_desktop.typeset.template import Template

_CONTENTS = "contents"


class BodyWriter:
    """Writes the paragraphs of one document.

    A placed item without lines is not printed.
    """

    def __init__(
        self, placed: Sequence[Placed], template: Template, anchors: Anchors, pictures: PictureWriter
    ) -> None:
        self._placed = [one for one in placed if one.lines]
        self._width = template.page.text_width
        self._named = {style.id: style for style in template.styles.values()}
        self._anchors = anchors
        self._pictures = pictures
        self._runs = RunWriter(template.mark_faces)
        self._drawings = 0
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
            if (item.runs or item.picture) and item.role != _CONTENTS:
                block = item.block if item.article else item.role
                numbers[index] = self._anchors.new(item.article, block)
        return numbers

    def _articles(self) -> tuple[dict[int, int], dict[int, int]]:
        """Give every article a bookmark; return its number by the index of its first and of its last item.

        They open and close inside paragraphs: between paragraphs LibreOffice moves them to a neighbour.
        """
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for index, placed in enumerate(self._placed):
            article = placed.item.article
            if article and placed.item.role != _CONTENTS:
                first.setdefault(article, index)
                last[article] = index
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
        style, named = item.style, self._named[item.style.id]
        own = "" if style is named else deviation(style, named)
        # The first page needs no break; Word would put an empty page before it.
        page_break = "<w:pageBreakBefore/>" if placed.new_page and index else ""
        rules = "".join(self._rule(item, number) for number in range(len(item.rules)))
        content = self._content(index, placed)
        properties = f'<w:pStyle w:val="{style.id}"/>{keeping(style, named)}{page_break}{own}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{rules}{content}</w:p>"

    def _content(self, index: int, placed: Placed) -> str:
        """Return the paragraph's runs, in its bookmark, in its article's, in the contents' field."""
        if placed.item.link:
            content = self._entry(placed)
        else:
            numbers = (self._opens.get(index), self._own.get(index), self._closes.get(index))
            content = self._anchored(index, placed, numbers)
        if self._field and index == self._field[0]:
            content = self._field_begin() + content
        if self._field and index == self._field[1]:
            content += fields.END
        return content

    def _anchored(
        self, index: int, placed: Placed, numbers: tuple[int | None, int | None, int | None]
    ) -> str:
        """Return the item's runs or picture with the starts and ends of bookmarks.

        *numbers*: of the article that opens here, the paragraph's own, of the article that closes.

        A mark that may hang stays outside the range: LibreOffice gives a paragraph an empty line more
        when a bookmark ends behind a hung mark, and every page after it starts elsewhere.
        """
        opens, own, closes = numbers
        runs, face = _broken(placed), placed.item.style.face
        starts = "".join(self._anchors.start(number) for number in (opens, own) if number is not None)
        ends = "".join(self._anchors.end(number) for number in (own, closes) if number is not None)
        if placed.item.picture:
            return starts + self._picture(index, placed.item.picture) + ends
        last = ""
        if ends and runs and runs[-1].text[-1] in HANGING:
            text, marks = runs[-1]
            last = self._runs.runs((TextRun(text[-1], marks),), face)
            runs = (*runs[:-1], TextRun(text[:-1], marks))
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
        runs.append(TextRun("".join(characters), run.marks))
    return runs

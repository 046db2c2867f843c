"""A document on its way from another format to Word's package, which has a reader that knows all of it.

The readers of RTF, OpenDocument and old binary files say here what stands in their file: what is hidden,
deleted or inserted is said, not judged, since the reader of packages judges and tells it for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from bulletin_desktop.errors import UserError
from bulletin_desktop.values import dataclass

MOST_CHARACTERS = 4_000_000  # as the reader of packages has it
MOST_PARAGRAPHS = 100_000
MOST_NOTES = 5_000
MOST_PICTURES = 64 * 1024 * 1024  # bytes of all

_NEVER = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_HIGHEST_SIZE = 3_000  # half points
_EMU = 36_000 // 10  # of a tenth of a millimetre
_FATES = {"deleted": "del", "inserted": "ins"}


class Format(NamedTuple):
    """How characters look: *size* in half points, *face* the East Asian font, *fate* deleted or inserted."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    place: str = ""  # superscript or subscript
    emphasis: bool = False
    highlight: bool = False
    size: int = 0
    face: str = ""
    hidden: bool = False
    fate: str = ""


class Shape(NamedTuple):
    """How a paragraph looks. *style* is the name of its style, *label* its automatic number."""

    align: str = ""  # center or right
    level: int = 0
    style: str = ""
    label: str = ""
    page: bool = False  # begins a page


class CellOfRow(NamedTuple):
    """A cell: *columns* it covers, *continues* the one above it, *begins* one that others continue."""

    story: Story
    columns: int = 1
    begins: bool = False
    continues: bool = False


class Row(NamedTuple):
    """A row; *before* are columns that it leaves out at its beginning."""

    cells: Sequence[CellOfRow]
    head: bool = False
    before: int = 0


_PLAIN = Format()


@dataclass(slots=True)
class Draft:
    """The document. *name* is the file's, for errors."""

    name: str
    title: str = ""
    author: str = ""
    headers: list[Story] = field(default_factory=list)  # of pages, and footers
    notes: list[tuple[Story, bool]] = field(default_factory=list)
    comments: list[tuple[Story, str, str]] = field(default_factory=list)
    media: list[bytes] = field(default_factory=list)
    styles: dict[str, str] = field(default_factory=dict)  # ids by names
    labels: dict[str, int] = field(default_factory=dict)  # numbers of lists by what their paragraphs have
    _formats: dict[Format, str] = field(default_factory=dict)
    _spent: int = 0
    _paragraphs: int = 0
    _pictures: int = 0

    def story(self) -> Story:
        """Return a new stretch of paragraphs: the text itself, a cell, a note."""
        return Story(self)

    def spend(self, characters: int) -> None:
        """Count text. Raises `UserError` beyond what any manuscript has."""
        self._spent += characters
        if self._spent > MOST_CHARACTERS:
            raise too_much(self.name)

    def spend_paragraph(self) -> None:
        """Count a paragraph. Raises `UserError` beyond what any manuscript has."""
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise too_much(self.name)

    def properties(self, format_: Format) -> str:
        """Return the markup of a format."""
        known = self._formats.get(format_)
        if known is None:
            known = self._formats[format_] = _properties(format_)
        return known

    def style(self, name: str) -> str:
        """Return the id of the style *name*."""
        return self.styles.setdefault(name, f"s{len(self.styles)}")

    def number(self, label: str) -> int:
        """Return the number of the list whose paragraphs all have *label*."""
        return self.labels.setdefault(label, len(self.labels) + 1)

    def add_picture(self, content: bytes) -> int:
        """Return the place of a picture; -1 for what is beyond the most."""
        self._pictures += len(content)
        if self._pictures > MOST_PICTURES:
            return -1
        self.media.append(content)
        return len(self.media) - 1


@dataclass(slots=True)
class Story:
    """Paragraphs and tables in order; text goes into the paragraph that is open."""

    draft: Draft
    _blocks: list[str] = field(default_factory=list)
    _runs: list[str] = field(default_factory=list)
    _pending: list[str] = field(default_factory=list)  # text of one format
    _format: Format = _PLAIN
    written: bool = False  # text since the paragraph began

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it yet."""
        return not self._blocks and not self._runs and not self._pending

    def text(self, text: str, format_: Format = Format()) -> None:  # noqa: B008 - a value
        """Add text; tabs are kept."""
        text = _NEVER.sub("", text)
        if not text:
            return
        self.draft.spend(len(text))
        self.written = self.written or not text.isspace()
        if self._pending and self._format != format_:
            self._end_run()
        self._format = format_
        self._pending.append(text)

    def _end_run(self) -> None:
        """Write the text gathered, which has one format."""
        if not self._pending:
            return
        text, format_ = "".join(self._pending), self._format
        self._pending = []
        tag = "delText" if format_.fate == "deleted" else "t"
        pieces = (
            f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>' if piece else ""
            for piece in text.split("\t")
        )
        run = f"<w:r>{self.draft.properties(format_)}{'<w:tab/>'.join(pieces)}</w:r>"
        fate = _FATES.get(format_.fate)
        self._runs.append(f'<w:{fate} w:id="0">{run}</w:{fate}>' if fate else run)

    def line_break(self, page: bool = False) -> None:
        """Break the line, or the page."""
        self._end_run()
        self._runs.append(f"<w:r><w:br{' w:type=' + chr(34) + 'page' + chr(34) if page else ''}/></w:r>")
        self.draft.spend(1)

    def note(self, story: Story, endnote: bool = False) -> None:
        """Put a reference to a note here."""
        self._end_run()
        self.draft.notes.append((story, endnote))
        if len(self.draft.notes) > MOST_NOTES:
            raise too_much(self.draft.name)
        kind = "endnote" if endnote else "footnote"
        self._runs.append(f'<w:r><w:{kind}Reference w:id="{len(self.draft.notes) - 1}"/></w:r>')

    def comment(self, story: Story, author: str, at: str) -> None:
        """Put a comment here."""
        self._end_run()
        self.draft.comments.append((story, author, at))
        if len(self.draft.comments) > MOST_NOTES:
            raise too_much(self.draft.name)
        self._runs.append(f'<w:r><w:commentReference w:id="{len(self.draft.comments) - 1}"/></w:r>')

    def picture(self, content: bytes, width: int, height: int, linked: str = "") -> None:
        """Put a picture here; sizes are in tenths of a millimetre. *linked* is an address not followed."""
        self._end_run()
        place = self.draft.add_picture(content) if content else -1
        embed = f'r:embed="p{place}"' if place >= 0 else f"r:link={attribute(linked or 'missing')}"
        self._runs.append(
            f'<w:r><w:drawing><wp:inline><wp:extent cx="{width * _EMU}" cy="{height * _EMU}"/><a:graphic>'
            f"<a:graphicData><pic:pic><pic:blipFill><a:blip {embed}/></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:ext cx="{width * _EMU}" cy="{height * _EMU}"/></a:xfrm></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def box(self, story: Story) -> None:
        """Anchor a text box here."""
        if not story.is_empty:
            self._end_run()
            self._runs.append(
                f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{story.xml()}</w:txbxContent></v:textbox>"
                "</v:shape></w:pict></w:r>"
            )

    def end_paragraph(self, shape: Shape = Shape()) -> None:  # noqa: B008 - a value
        """End the paragraph that is open."""
        self._end_run()
        self.draft.spend_paragraph()
        told = []
        if shape.style:
            told.append(f'<w:pStyle w:val="{self.draft.style(shape.style)}"/>')
        if shape.page:
            told.append("<w:pageBreakBefore/>")
        if shape.label.strip():
            told.append(f'<w:numPr><w:numId w:val="{self.draft.number(shape.label)}"/></w:numPr>')
        if shape.align:
            told.append(f'<w:jc w:val="{shape.align}"/>')
        if 1 <= shape.level <= 9:
            told.append(f'<w:outlineLvl w:val="{shape.level - 1}"/>')
        properties = f"<w:pPr>{''.join(told)}</w:pPr>" if told else ""
        self._blocks.append(f"<w:p>{properties}{''.join(self._runs)}</w:p>")
        self._runs = []
        self.written = False

    def table(self, rows: Sequence[Row], widths: Sequence[int] = ()) -> None:
        """Add a table; *widths* of the columns are in twips."""
        if self._runs or self._pending:
            self.end_paragraph()
        grid = "".join(f'<w:gridCol w:w="{max(0, width)}"/>' for width in widths)
        self._blocks.append(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, rows))}</w:tbl>")

    def take(self, other: Story) -> None:
        """Add what stands in *other*."""
        if self._runs or self._pending:
            self.end_paragraph()
        self._blocks.append(other.xml())

    def xml(self) -> str:
        """Return the markup; a paragraph that is open ends."""
        if self._runs or self._pending:
            self.end_paragraph()
        return "".join(self._blocks)


def too_much(name: str) -> UserError:
    """Return the sentence for what has more in it than any manuscript, or is made to keep a reader busy."""
    return UserError(
        "{name} has far more in it than any manuscript, so it was not read. "
        "Open it in Word, copy the part that is needed, and paste it here.",
        name=name,
    )


def _row(row: Row) -> str:
    told = "<w:tblHeader/>" if row.head else ""
    told += f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
    return f"<w:tr><w:trPr>{told}</w:trPr>{''.join(map(_cell, row.cells))}</w:tr>"


def _cell(cell: CellOfRow) -> str:
    told = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    if cell.begins or cell.continues:
        told += f'<w:vMerge w:val="{"continue" if cell.continues else "restart"}"/>'
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{cell.story.xml() or '<w:p/>'}</w:tc>"


def _properties(format_: Format) -> str:
    if format_ == Format():
        return ""
    told = []
    if format_.face:
        told.append(f"<w:rFonts w:eastAsia={attribute(format_.face)}/>")
    for is_on, name in (
        (format_.bold, "b"),
        (format_.italic, "i"),
        (format_.strike, "strike"),
        (format_.hidden, "vanish"),
    ):
        told += [f"<w:{name}/>"] if is_on else []
    if 0 < format_.size < _HIGHEST_SIZE:
        told.append(f'<w:sz w:val="{format_.size}"/>')
    if format_.highlight:
        told.append('<w:highlight w:val="yellow"/>')
    if format_.underline:
        told.append('<w:u w:val="single"/>')
    if format_.place:
        told.append(f'<w:vertAlign w:val="{format_.place}"/>')
    if format_.emphasis:
        told.append('<w:em w:val="dot"/>')
    return f"<w:rPr>{''.join(told)}</w:rPr>"


def attribute(text: str) -> str:
    """Return *text* as an attribute's value, quoted; no name needs more than a thousand characters."""
    return quoteattr(plain(text))


def plain(text: str) -> str:
    """Return the first thousand characters of *text* without those XML cannot hold."""
    return _NEVER.sub("", text)[:1_000]

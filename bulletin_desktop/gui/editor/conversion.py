"""An Article as a QTextDocument, and back.

Every block of the text document is one headline line, one field or one block of the article.
Reading back is incremental: only blocks touched since the last reading are read again.
"""

from __future__ import annotations

from dataclasses import field
from typing import cast

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Mark, Paragraph, Role, Span
from bulletin_desktop.gui.editor.formats import (
    ZONES,
    Looks,
    Zone,
    marks_of,
    object_key,
    said_by,
    zone_of,
)
from bulletin_desktop.gui.editor.objects import height_of
from bulletin_desktop.values import dataclass

Value = str | Block
TOP, BOTTOM = 28, 120  # pixels above and below the text, inside the scrolled area


@dataclass(slots=True)
class Entry:
    """What one text block says: its zone and its value. A virtual one says nothing while it is empty."""

    zone: Zone
    value: Value
    virtual: bool = False

    @property
    def role(self) -> Role:
        """The role of a paragraph, body text for all else."""
        return self.value.role if isinstance(self.value, Paragraph) else Role.BODY

    def char(self, looks: Looks) -> QTextCharFormat:
        """Return the format of characters without marks in the block."""
        return looks.char(self.zone, self.role)

    def texts(self, looks: Looks) -> list[tuple[str, QTextCharFormat]]:
        """Return the block's text in stretches with their formats."""
        if isinstance(self.value, str):
            return [(self.value, self.char(looks))]
        spans = self.value.spans if isinstance(self.value, Paragraph) else ()
        return [(span.text, looks.char(Zone.BODY, self.role, span.marks)) for span in spans]


@dataclass(slots=True)
class Content:
    """The article held in *document*. Connect `changed` to the document's contentsChange."""

    document: QTextDocument
    article_id: str = ""
    _objects: list[Block] = field(default_factory=list)  # never taken away: blocks name them by their place
    _entries: list[Entry | None] = field(default_factory=list)
    _article: Article | None = None  # as it was read last

    def load(self, article: Article, looks: Looks) -> None:
        """Replace everything."""
        self.article_id = article.id
        self._objects = []
        document = self.document
        document.setUndoRedoEnabled(
            False
        )  # `History` keeps what was done: it outlives this text and its looks
        document.clear()
        frame = document.rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setTopMargin(TOP)
        frame.setBottomMargin(BOTTOM)
        document.rootFrame().setFrameFormat(frame)
        self._fill(article, looks)
        self._entries = [None] * document.blockCount()
        self._article = None

    def object(self, block: QTextBlock) -> Block:
        """Return the table, picture or page break that *block* stands for."""
        return self._objects[int(object_key(block))]

    def object_format(self, value: Block, looks: Looks) -> QTextBlockFormat:
        """Keep a table, picture or page break, and return the format of a block that stands for it."""
        self._objects.append(value)
        return looks.object_block(value.id, str(len(self._objects) - 1), height_of(value, looks.em))

    def changed(self, position: int, _removed: int, added: int) -> None:
        """Forget the values of the blocks the change touched."""
        document = self.document
        last = document.blockCount() - 1
        first_changed = document.findBlock(position).blockNumber()
        end = document.findBlock(position + added)
        last_changed = end.blockNumber() if end.isValid() else last
        known = len(self._entries)
        self._article = None
        self._entries[first_changed : known - (last - last_changed)] = [None] * (
            last_changed - first_changed + 1
        )

    def entries(self) -> list[Entry]:
        """Return what each text block says now."""
        entries = self._entries
        for number in [nth for nth, entry in enumerate(entries) if entry is None]:
            entries[number] = self._read(self.document.findBlockByNumber(number))
        return cast(list[Entry], entries)

    def article(self) -> Article:
        """Return the article as it stands now."""
        if self._article is None:
            self._article = _assemble(self.article_id, self.entries())
        return self._article

    def is_whole(self) -> bool:
        """Tell whether every zone is there, in order, with single blocks where only one may be."""
        zones = [zone_of(block) for block in blocks(self.document)]
        order = [ZONES.index(zone) for zone in zones]
        single = (Zone.KICKER, Zone.SUBTITLE, Zone.CREDIT)
        return (
            order == sorted(order) and set(zones) == set(ZONES) and all(zones.count(z) == 1 for z in single)
        )

    def block_format(self, entry: Entry, looks: Looks) -> QTextBlockFormat:
        """Return the format of a text block that says *entry*."""
        value = entry.value
        if isinstance(value, str):
            return looks.block(entry.zone, entry.zone)
        if isinstance(value, Paragraph):
            return looks.block(Zone.BODY, value.id, value.role, virtual=entry.virtual)
        return self.object_format(value, looks)

    def _fill(self, article: Article, looks: Looks) -> None:
        cursor = QTextCursor(self.document)
        for nth, entry in enumerate(entries_of(article)):
            form, char = self.block_format(entry, looks), entry.char(looks)
            if nth:
                cursor.insertBlock(form, char)
            else:
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(char)
            for text, char in entry.texts(looks):
                cursor.insertText(text, char)

    def _read(self, block: QTextBlock) -> Entry:
        zone, block_id, role, key, virtual = said_by(block)
        if role is None:
            return Entry(zone, block.text())
        if key:
            return Entry(zone, self._objects[int(key)])
        return Entry(zone, Paragraph(block_id, role, spans_of(block)), virtual)


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """Return every text block, from top to bottom."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return (start, end, format) of each stretch of *block*, positions in the document."""
    found = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        start = fragment.position()
        found.append((start, start + fragment.length(), fragment.charFormat()))
        at += 1
    return found


def spans_of(block: QTextBlock) -> tuple[Span, ...]:
    """Return the text of a block with its marks; neighbours with the same marks are one span."""
    runs: list[tuple[str, frozenset[Mark]]] = []
    at = block.begin()
    if at.fragment().length() == block.length() - 1 > 0:  # all of one kind, as most are
        return (Span(block.text(), marks_of(at.fragment().charFormat())),)
    while not at.atEnd():
        fragment = at.fragment()
        marks = marks_of(fragment.charFormat())
        text = fragment.text()
        if runs and runs[-1][1] == marks:
            runs[-1] = (runs[-1][0] + text, marks)
        else:
            runs.append((text, marks))
        at += 1
    return tuple(Span(text, marks) for text, marks in runs)


def units(text: str, characters: int) -> int:
    """Return how many UTF-16 units the first *characters* of *text* take: Qt counts in those."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, utf16: int) -> int:
    """Return how many characters of *text* lie in its first *utf16* UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return min(utf16, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: utf16 * 2].decode("utf-16-le", "ignore"))


def entries_of(article: Article) -> list[Entry]:
    """Return what the text blocks of *article* say, each zone with one at least."""
    body = [Entry(Zone.BODY, block) for block in article.blocks]
    return [
        Entry(Zone.KICKER, article.kicker),
        *(Entry(Zone.HEADLINE, line) for line in article.headline or ("",)),
        Entry(Zone.SUBTITLE, article.subtitle),
        *(body or [Entry(Zone.BODY, Paragraph(new_id(), Role.BODY), virtual=True)]),
        Entry(Zone.CREDIT, article.credit),
    ]


def _assemble(article_id: str, entries: list[Entry]) -> Article:
    of_body = Zone.BODY  # an enum's member takes longer to get at than to compare
    body = [entry for entry in entries if entry.zone is of_body]
    fields = [(entry.zone, str(entry.value)) for entry in entries if entry.zone is not of_body]
    if len(body) == 1 and body[0].virtual:
        value = body[0].value
        if isinstance(value, Paragraph) and value.role is Role.BODY and not value.spans:
            body = []
    kicker, headline, subtitle, credit = (
        tuple([text for of, text in fields if of is zone and text])
        for zone in (Zone.KICKER, Zone.HEADLINE, Zone.SUBTITLE, Zone.CREDIT)
    )
    blocks = tuple([entry.value for entry in body])
    return Article(article_id, headline, "".join(kicker), "".join(subtitle), "".join(credit), blocks)

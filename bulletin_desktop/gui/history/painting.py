"""A difference written into a text document. Links in it are named `what:which`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTableFormat,
)

from bulletin_desktop.document.diff import BlockChange, Difference, Field, FieldChange, field_text
from bulletin_desktop.document.diff_text import Kind, Pieces
from bulletin_desktop.document.model import Mark, PageBreak, Paragraph, Picture, Span, Table
from bulletin_desktop.gui import theme
from bulletin_desktop.gui.editor.roles import role_name
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.values import dataclass

Offer = tuple[str, str]  # a link and its words
Line = tuple[str, tuple[Offer, ...]]

_FIELDS = {
    Field.KICKER: QT_TRANSLATE_NOOP("History", "Kicker"),
    Field.HEADLINE: QT_TRANSLATE_NOOP("History", "Headline"),
    Field.SUBTITLE: QT_TRANSLATE_NOOP("History", "Subtitle"),
    Field.CREDIT: QT_TRANSLATE_NOOP("History", "Credit"),
}
_LONG = 400  # characters that stayed, of which the middle is left out
_ENDS = 60


@dataclass(slots=True)
class Painted:
    """Each change from where to where, with what it offers; former texts for the clipboard."""

    changes: list[tuple[int, int, tuple[Offer, ...]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def paint(
    document: QTextDocument,
    difference: Difference,
    unfolded: set[int],
    *,
    refusing: bool,
    palette: QPalette,
    font: QFont,
    acting: bool = True,
) -> Painted:
    """Write *difference* into *document*; unchanged runs whose number is *unfolded* are written out.

    Without *acting* the changes offer nothing.
    """
    document.clear()
    return _Writer(document, palette, font, refusing, acting).written(difference, unfolded)


def lines_of(document: QTextDocument, lines: Iterable[Line], palette: QPalette, font: QFont) -> None:
    """Write plain lines with links after them."""
    writer = _Writer(document, palette, font, refusing=False)
    for words, offers in lines:
        writer.line(words, offers)


def _said(words: str) -> str:
    return QCoreApplication.translate("History", words)


class _Writer:
    """Writes with one cursor from top to bottom."""

    def __init__(
        self, document: QTextDocument, palette: QPalette, font: QFont, refusing: bool, acting: bool = True
    ) -> None:
        self._tokens = theme.tokens(palette)
        self._refusing = refusing
        self._acting = acting
        self._cursor = QTextCursor(document)
        self._begun = False
        self._painted = Painted()
        document.setDefaultFont(font)
        document.setDocumentMargin(12)
        self._plain = QTextCharFormat()
        self._plain.setForeground(self._tokens.text)
        self._muted = QTextCharFormat()
        self._muted.setForeground(self._tokens.muted)

    def written(self, difference: Difference, unfolded: set[int]) -> Painted:
        self._cursor.beginEditBlock()
        if difference.empty:
            self._block()
            self._write(_said(QT_TRANSLATE_NOOP("History", "Nothing differs.")), self._muted)
        else:
            for change in difference.fields:
                self._field(change, difference)
            runs = groupby(difference.blocks, key=lambda change: change.same)
            for nth, (same, group) in enumerate(runs):
                blocks = list(group)
                if same and nth not in unfolded:
                    self._fold(nth, len(blocks))
                else:
                    for change in blocks:
                        self._change(change)
        self._cursor.endEditBlock()
        return self._painted

    def line(self, words: str, offers: Sequence[Offer]) -> None:
        """One plain line, its links after it."""
        self._block(top=4)
        self._write(words, self._plain)
        self._links(offers)

    # Parts

    def _field(self, change: FieldChange, difference: Difference) -> None:
        start = self._next()
        offers: tuple[Offer, ...] = ()
        if self._acting:
            offers = (
                (f"field:{change.field.value}", _said(QT_TRANSLATE_NOOP("History", "Restore this line"))),
                self._copy(field_text(difference.former, change.field)),
            )
        self._head(_said(_FIELDS[change.field]), offers)
        self._block()
        self._pieces(change.pieces)
        self._painted.changes.append((start, self._cursor.position(), offers))

    def _change(self, change: BlockChange) -> None:
        if change.same:
            self._content(change)
            return
        start, offers = self._next(), tuple(self._offers(change)) if self._acting else ()
        self._head(_what(change), offers)
        self._content(change)
        self._painted.changes.append((start, self._cursor.position(), offers))

    def _offers(self, change: BlockChange) -> Iterator[Offer]:
        if change.before is not None:
            yield f"restore:{change.before.id}", _said(QT_TRANSLATE_NOOP("History", "Restore this paragraph"))
        elif self._refusing and change.after is not None:
            yield (
                f"take-out:{change.after.id}",
                _said(QT_TRANSLATE_NOOP("History", "Take this paragraph out")),
            )
        if isinstance(change.before, Paragraph) and change.before.spans:
            yield self._copy(change.before.text)

    def _copy(self, text: str) -> Offer:
        self._painted.texts.append(text)
        words = _said(QT_TRANSLATE_NOOP("History", "Copy the old text"))
        return f"copy:{len(self._painted.texts) - 1}", words

    def _content(self, change: BlockChange) -> None:
        block = change.after or change.before
        match block:
            case Table():
                self._table(change)
                return
            case PageBreak():
                self._block()
                self._write(_said(QT_TRANSLATE_NOOP("History", "Page break")), self._side(change))
            case Picture():
                self._block()
                self._write(_said(QT_TRANSLATE_NOOP("History", "[Picture]")) + " ", self._side(change))
                self._pieces(change.pieces)
            case _:
                self._block()
                self._pieces(change.pieces)

    def _table(self, change: BlockChange) -> None:
        self._block()
        columns = max(len(row.cells) for row in change.rows)
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderBrush(self._tokens.edge)
        form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        form.setCellSpacing(0)
        form.setBorderCollapse(True)
        form.setCellPadding(4)
        table = self._cursor.insertTable(len(change.rows), columns, form)
        for nth, row in enumerate(change.rows):
            for column, cell in enumerate(row.cells):
                self._cursor = table.cellAt(nth, column).firstCursorPosition()
                self._pieces(cell.pieces)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begun = False  # a table is followed by a block of its own

    def _fold(self, nth: int, count: int) -> None:
        self._block(top=8)
        words = _said(QT_TRANSLATE_NOOP("History", "… unchanged paragraphs: {count}")).format(count=count)
        self._link((f"unfold:{nth}", words), self._tokens.muted)

    def _head(self, words: str, offers: Sequence[Offer]) -> None:
        """What happened, small and quiet above the text, and what can be done about it."""
        self._block(top=12)
        self._write(words, self._muted)
        self._links(offers)

    def _links(self, offers: Sequence[Offer]) -> None:
        for offer in offers:
            self._write("　", self._plain)
            self._link(offer, self._tokens.accent)

    def _link(self, offer: Offer, color: object) -> None:
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(offer[0])
        form.setForeground(color)
        self._write(offer[1], form)

    # Text

    def _pieces(self, pieces: Pieces) -> None:
        for piece in pieces:
            spans = piece.before if piece.kind is Kind.DELETED else piece.after
            length = sum(len(span.text) for span in spans)
            if piece.kind is Kind.SAME and length > _LONG:
                self._shortened("".join(span.text for span in spans))
                continue
            for span in spans:
                self._write(span.text.replace("\n", " ⏎ "), self._form(piece.kind, span))

    def _shortened(self, text: str) -> None:
        self._write(text[:_ENDS], self._plain)
        words = _said(QT_TRANSLATE_NOOP("History", "… {count:,} characters unchanged …"))
        self._write(f" {words.format(count=len(text) - 2 * _ENDS)} ", self._muted)
        self._write(text[-_ENDS:], self._plain)

    def _form(self, kind: Kind, span: Span) -> QTextCharFormat:
        t, form = self._tokens, QTextCharFormat(self._plain)
        if Mark.BOLD in span.marks or Mark.HEITI in span.marks:
            form.setFontWeight(QFont.Weight.Bold)
        form.setFontItalic(Mark.ITALIC in span.marks)
        form.setFontUnderline(Mark.UNDERLINE in span.marks)
        match kind:
            case Kind.INSERTED:
                form.setForeground(t.added)
                form.setBackground(t.added_ground)
                form.setFontUnderline(True)
            case Kind.DELETED:
                form.setForeground(t.removed)
                form.setBackground(t.removed_ground)
                form.setFontStrikeOut(True)
            case Kind.RESTYLED:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                form.setUnderlineColor(t.accent)
                form.setBackground(t.row_selection)
        return form

    def _side(self, change: BlockChange) -> QTextCharFormat:
        kind = Kind.DELETED if change.after is None else Kind.INSERTED if change.before is None else Kind.SAME
        return self._form(kind, Span(" "))

    def _write(self, text: str, form: QTextCharFormat) -> None:
        self._cursor.insertText(text, form)

    def _next(self) -> int:
        """Where the next block will begin."""
        return self._cursor.position() + (1 if self._begun else 0)

    def _block(self, top: int = 2) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(top)
        form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form, self._plain)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True


def _what(change: BlockChange) -> str:
    """What happened to a block."""
    before, after = change.before, change.after
    if after is None:
        return _said(QT_TRANSLATE_NOOP("History", "Deleted"))
    if before is None:
        return _said(QT_TRANSLATE_NOOP("History", "New"))
    said = [_said(QT_TRANSLATE_NOOP("History", "Moved here"))] if change.moved else []
    if isinstance(before, Paragraph) and isinstance(after, Paragraph) and before.role is not after.role:
        said.append(f"{role_name(before.role)} → {role_name(after.role)}")
    if isinstance(before, Picture) and isinstance(after, Picture):
        if before.sha256 != after.sha256:
            said.append(_said(QT_TRANSLATE_NOOP("History", "Another picture")))
        elif (before.width, before.height) != (after.width, after.height):
            said.append(_said(QT_TRANSLATE_NOOP("History", "Another size")))
    kinds = {piece.kind for piece in change.pieces} - {Kind.SAME}
    if kinds == {Kind.RESTYLED}:
        said.append(_said(QT_TRANSLATE_NOOP("History", "Format changed")))
    elif kinds or (change.edited and not said):
        said.append(_said(QT_TRANSLATE_NOOP("History", "Changed")))
    return " · ".join(said)

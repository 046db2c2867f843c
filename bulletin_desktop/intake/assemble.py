"""A reviewed recognition to articles of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Mark, Paragraph, Picture, Role, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake.choosing import taken
from bulletin_desktop.intake.marks import FACES, cleaned_table, marked_text, throughout
from bulletin_desktop.intake.paragraphs import glue
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition, without_empty_sections
from bulletin_desktop.values import dataclass

_GAP = "\u3000"  # stands for a tab, and between the parts of a field that had several lines
_FIELDS = (Label.KICKER, Label.HEADLINE, Label.SUBTITLE)
_HEADINGS = (Label.HEADING1, Label.HEADING2, Label.HEADING3, Label.HEADING4)

TakePicture = Callable[[FoundPicture], Picture | None]


@dataclass(frozen=True, slots=True)
class AssembledArticle:
    """An article with the input lines it came from, counted from 1, blank lines around it left out."""

    article: Article
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AssembledSection:
    """The articles under one section name; *title* is empty before the first name."""

    title: str
    articles: tuple[AssembledArticle, ...]


def no_pictures(_found: FoundPicture) -> Picture | None:
    """Leave pictures out: for where there is no library to keep them."""
    return None


def articles(
    recognition: Recognition, take_picture: TakePicture = no_pictures
) -> tuple[AssembledSection, ...]:
    """Return the articles that are taken by section, in input order, with fresh ids.

    *take_picture* keeps a picture and returns its block, None where it cannot be kept.
    """
    sections: list[tuple[str, list[AssembledArticle]]] = []
    for title, lines in taken(recognition):
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        article = _article(lines, take_picture)
        sections[-1][1].append(AssembledArticle(article, lines[0].number, lines[-1].number))
    return tuple(AssembledSection(title, tuple(assembled)) for title, assembled in sections)


def pictures(recognition: Recognition) -> tuple[FoundPicture, ...]:
    """Return the pictures of the articles that are taken."""
    return tuple(
        line.content
        for _, lines in taken(recognition)
        for line in lines
        if isinstance(line.content, FoundPicture) and line.label is not Label.ASIDE
    )


def set_aside(recognition: Recognition) -> tuple[ReadLine, ...]:
    """Return the lines of text that are in no article; `why` has the reason.

    Names of sections that a person left without an article are among them: nothing else would show them.
    """
    lines = without_empty_sections(recognition.lines)
    return tuple(line for line in lines if line.label is Label.ASIDE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, or a table or picture, *content*, with its label."""

    label: Label
    spans: tuple[Span, ...]
    line: ReadLine

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def _article(lines: Sequence[ReadLine], take_picture: TakePicture) -> Article:
    """Make an article; a credit at the very end becomes its field, elsewhere it stays in its place."""
    pieces = list(_pieces(lines))
    credit = ""
    if len(pieces) > 1 and pieces[-1].label is Label.CREDIT:
        credit = pieces.pop().text
    headline = [part for piece in pieces if piece.label is Label.HEADLINE for part in piece.text.split("\n")]
    blocks = (_block(piece, take_picture) for piece in pieces if piece.label not in _FIELDS)
    return Article(
        id=new_id(),
        kicker=_field(pieces, Label.KICKER),
        headline=tuple(part for part in headline if part),
        subtitle=_field(pieces, Label.SUBTITLE),
        credit=credit,
        blocks=tuple(block for block in blocks if block is not None),
    )


def _field(pieces: Sequence[_Piece], label: Label) -> str:
    return _GAP.join(piece.text for piece in pieces if piece.label is label)


def _block(piece: _Piece, take_picture: TakePicture) -> Block | None:
    content = piece.line.content
    if isinstance(content, FoundPicture):
        return take_picture(content)
    if content is not None:
        return replace(cleaned_table(piece.line, content), id=new_id())
    role = Role(piece.label.value)
    return Paragraph(new_id(), role, _marks_that_mark(piece))


def _marks_that_mark(piece: _Piece) -> tuple[Span, ...]:
    """A whole paragraph's font is the template's to say, and so is a heading's weight."""
    drop = throughout(piece.spans) & (FACES | ({Mark.BOLD} if piece.label in _HEADINGS else set()))
    return normalise(Span(span.text, span.marks - drop) for span in piece.spans)


def _pieces(lines: Sequence[ReadLine]) -> Iterator[_Piece]:
    """Yield each paragraph, hard-wrapped lines joined, tabs made visible gaps; tables, pictures."""
    held: _Piece | None = None
    for line in lines:
        if line.label in (Label.BLANK, Label.ASIDE):
            continue
        spans = tuple(Span(span.text.replace("\t", _GAP), span.marks) for span in marked_text(line))
        if held is not None and line.joins and line.label is held.label and line.content is None:
            held = _Piece(held.label, _glued(held, spans), held.line)
            continue
        if held is not None:
            yield held
        held = _Piece(line.label, spans, line) if spans or line.content is not None else None
    if held is not None:
        yield held


def _glued(held: _Piece, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    more = "".join(span.text for span in spans)
    joint = glue(held.text, more)[len(held.text) : -len(more)] if more else ""
    return (*held.spans, *((Span(joint),) if joint else ()), *spans)

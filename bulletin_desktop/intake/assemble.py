"""A reviewed recognition to articles of the document model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.intake.paragraphs import glue
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition
from bulletin_desktop.intake.review import articles_in_sections

_GAP = "\u3000"  # stands for a tab, and between the parts of a field that had several lines


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


def articles(recognition: Recognition) -> tuple[AssembledSection, ...]:
    """Return the articles by section, in input order, with fresh ids."""
    sections: list[tuple[str, list[AssembledArticle]]] = []
    for title, lines in articles_in_sections(recognition):
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        sections[-1][1].append(AssembledArticle(_article(lines), lines[0].number, lines[-1].number))
    return tuple(AssembledSection(title, tuple(assembled)) for title, assembled in sections)


def set_aside(recognition: Recognition) -> tuple[ReadLine, ...]:
    """Return the lines that are in no article because they were set aside; `why` has the reason."""
    return tuple(line for line in recognition.lines if line.label is Label.ASIDE)


def _article(lines: Sequence[ReadLine]) -> Article:
    """Make an article; a credit at the very end becomes its field, elsewhere it stays in its place."""
    paragraphs = list(_paragraphs(lines))
    credit = ""
    if len(paragraphs) > 1 and paragraphs[-1][0] is Label.CREDIT:
        credit = paragraphs.pop()[1]
    headline = [
        part for label, text in paragraphs if label is Label.HEADLINE for part in text.split("\n") if part
    ]
    return Article(
        id=new_id(),
        kicker=_field(paragraphs, Label.KICKER),
        headline=tuple(headline),
        subtitle=_field(paragraphs, Label.SUBTITLE),
        credit=credit,
        blocks=tuple(
            Paragraph(new_id(), Role(label.value), (Span(text),))
            for label, text in paragraphs
            if label not in (Label.KICKER, Label.HEADLINE, Label.SUBTITLE)
        ),
    )


def _field(paragraphs: Sequence[tuple[Label, str]], label: Label) -> str:
    return _GAP.join(text for own, text in paragraphs if own is label)


def _paragraphs(lines: Sequence[ReadLine]) -> Iterator[tuple[Label, str]]:
    """Yield each paragraph with its label, hard-wrapped lines joined, tabs made visible gaps."""
    label, text = Label.BLANK, ""
    for line in lines:
        if line.label in (Label.BLANK, Label.ASIDE) or not line.text:
            continue
        piece = line.text.replace("\t", _GAP)
        if text and line.joins and line.label is label:
            text = glue(text, piece)
            continue
        if text:
            yield label, text
        label, text = line.label, piece
    if text:
        yield label, text

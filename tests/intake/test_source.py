"""What a reader made of a file comes through cleaning, recognition and assembly with marks and objects."""

from __future__ import annotations

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Mark, Paragraph, Picture, Span, Table
from bulletin_desktop.document.table import plain, with_texts
from bulletin_desktop.intake import assemble, review
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recogniser import recognise_source
from bulletin_desktop.intake.recognition import Label, Recognition
from bulletin_desktop.intake.source import Item, Line, Source

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
BOLD = frozenset((Mark.BOLD,))
KAITI = frozenset((Mark.KAITI,))
TABLE = with_texts(plain("t", 2, 2), 0, 0, [["单位", "件数"], ["教育局", "12"]])
PICTURE = FoundPicture(b"picture", 800, 600, "会场")


def _line(*spans: tuple[str, frozenset[Mark]] | str) -> Line:
    return Line(tuple(Span(span) if isinstance(span, str) else Span(*span) for span in spans))


def _recognised(*items: Item | str) -> Recognition:
    return recognise_source(Source(tuple(_line(item) if isinstance(item, str) else item for item in items)))


def _articles(recognition: Recognition) -> list[Article]:
    sections = assemble.articles(
        recognition, lambda found: Picture(new_id(), "0" * 64, found.width, found.height)
    )
    found = [one.article for section in sections for one in section.articles]
    for article in found:
        schema.check(article)
    return found


def test_marks_keep_their_characters_while_the_text_is_cleaned() -> None:
    (article,) = _articles(_recognised("市政协召开会议", _line("  会议强调", (",要抓紧 抓实", BOLD), ".")))
    (paragraph,) = article.paragraphs()
    assert paragraph.spans == (Span("会议强调"), Span("，要抓紧抓实", BOLD), Span("。"))


def test_the_font_of_a_whole_paragraph_and_the_weight_of_a_heading_are_the_templates() -> None:
    lines = _line((PROSE, KAITI)), _line(("一、加强领导", BOLD)), PROSE
    (article,) = _articles(_recognised("市政协召开会议", *lines))
    assert [paragraph.spans[0].marks for paragraph in article.paragraphs()] == [frozenset()] * 3


def test_marks_of_hard_wrapped_lines_are_joined() -> None:
    full = (PROSE * 9)[:300]
    wrapped = [full[at : at + 30] for at in range(0, 300, 30)]
    items = [_line((piece, BOLD) if nth % 2 else piece) for nth, piece in enumerate(wrapped)]
    (article,) = _articles(_recognised(*items))
    text = "".join(span.text for paragraph in article.paragraphs() for span in paragraph.spans)
    bold = "".join(s.text for p in article.paragraphs() for s in p.spans if Mark.BOLD in s.marks)
    assert text == full
    assert bold == "".join(wrapped[1::2])


def test_tables_and_pictures_stand_where_they_stood() -> None:
    recognition = _recognised("市政协召开会议", PROSE, TABLE, PROSE, PICTURE, "区政协开展调研", PROSE)
    first, second = _articles(recognition)
    assert [type(block) for block in first.blocks] == [Paragraph, Table, Paragraph, Picture]
    assert [type(block) for block in second.blocks] == [Paragraph]
    assert [line.label for line in recognition.lines][2] is Label.TABLE
    assert recognition.lines[2].original == "单位\t件数\t教育局\t12"


def test_a_picture_above_the_first_headline_is_that_articles() -> None:
    recognition = _recognised(PICTURE, "市政协召开会议", PROSE)
    (article,) = _articles(recognition)
    assert article.headline == ("市政协召开会议",)
    assert [type(block) for block in article.blocks] == [Picture, Paragraph]


def test_pictures_alone_are_an_article_without_text() -> None:
    (article,) = _articles(_recognised(PICTURE, PICTURE))
    assert len(article.blocks) == 2


def test_a_table_is_set_aside_and_comes_back_as_one() -> None:
    recognition = _recognised("市政协召开会议", PROSE, TABLE)
    aside = review.set_aside(recognition, (3,))
    assert [line.number for line in assemble.set_aside(aside)] == [3]
    assert review.restore(aside, (3,)).lines[2].label is Label.TABLE
    assert review.relabel(recognition, (3,), Label.HEADING1) == recognition


def test_what_a_reader_told_comes_along() -> None:
    source = Source((_line(PROSE),), told=())
    assert recognise_source(source, "甲.docx").told == source.told

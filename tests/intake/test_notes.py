"""Footnotes stand where the office wants them, counted by article."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.model import Cell, Mark, Span, Table
from bulletin_desktop.intake import assemble, review
from bulletin_desktop.intake.notes import recognised
from bulletin_desktop.intake.recognition import Label, Recognition, Why
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.intake.source import Item, Line, Note, Source

RAISED = frozenset((Mark.SUPERSCRIPT,))
ONE = "3月12日，青禾县召开渠系整治现场会，研究部署下半年重点工作。"
TWO = "4月2日，云溪乡完成春灌，全乡用水秩序良好，群众反映满意。"
NOTES = (Note("i", ("渠系指干支两级渠道。",)), Note("ii", ("据乡水管站统计。", "截至3月底。")))


def line(text: str, *notes: tuple[int, int]) -> Line:
    return Line((Span(text),) if text else (), notes=notes)


def put(placement: NotePlacement, *items: Item, notes: tuple[Note, ...] = NOTES) -> Recognition:
    return recognised(Source(items, notes), "甲.docx", Settings(notes=placement))


def two_articles() -> tuple[Line, ...]:
    return (
        line("青禾县整治渠系"), line(ONE, (12, 0)), line(""), line(""),
        line("云溪乡完成春灌"), line(TWO, (len(TWO), 1)),
    )  # fmt: skip


def shown(recognition: Recognition) -> list[list[str]]:
    return [[one.text for one in lines] for lines in review.articles_of(recognition)]


def test_notes_stand_below_their_article_and_count_from_one_in_each() -> None:
    first, second = shown(put(NotePlacement.END, *two_articles()))
    assert first == ["青禾县整治渠系", f"{ONE[:12]}[1]{ONE[12:]}", "[1] 渠系指干支两级渠道。"]
    assert second == ["云溪乡完成春灌", f"{TWO}[1]", "[1] 据乡水管站统计。", "截至3月底。"]


def test_the_number_in_the_text_is_raised() -> None:
    ((_, sections),) = [
        (one, one.articles) for one in assemble.articles(put(NotePlacement.END, *two_articles()))
    ]
    spans = next(sections[0].article.paragraphs()).spans
    assert [span.text for span in spans if span.marks >= RAISED] == ["[1]"]


def test_notes_stand_in_brackets_where_they_are_referred_to() -> None:
    first, second = shown(put(NotePlacement.INLINE, *two_articles()))
    assert first == ["青禾县整治渠系", f"{ONE[:12]}〔注：渠系指干支两级渠道。〕{ONE[12:]}"]
    assert second == ["云溪乡完成春灌", f"{TWO}〔注：据乡水管站统计。截至3月底。〕"]


def test_notes_are_set_aside_and_leave_nothing_in_the_text() -> None:
    recognition = put(NotePlacement.ASIDE, *two_articles())
    assert shown(recognition) == [["青禾县整治渠系", ONE], ["云溪乡完成春灌", TWO]]
    aside = assemble.set_aside(recognition)
    assert [one.text for one in aside] == ["[1] 渠系指干支两级渠道。", "[1] 据乡水管站统计。", "截至3月底。"]
    assert {one.why for one in aside} == {Why.NOTE}


@pytest.mark.parametrize("placement", NotePlacement)
def test_a_headline_has_no_number_and_its_note_is_not_lost(placement: NotePlacement) -> None:
    recognition = put(placement, line("青禾县整治渠系", (7, 0)), line(ONE), line("一、全面排查"), line(TWO))
    assert recognition.lines[0].text == "青禾县整治渠系"
    assert [one.text for one in recognition.lines].count("[1] 渠系指干支两级渠道。") == 1


def test_notes_stand_before_a_credit_at_the_very_end() -> None:
    recognition = put(NotePlacement.END, *two_articles()[:2], line("（县水利局供稿）"))
    (section,) = assemble.articles(recognition)
    article = section.articles[0].article
    assert "县水利局" in article.credit
    assert [paragraph.text for paragraph in article.paragraphs()][-1].startswith("[1]")


@pytest.mark.parametrize(
    ("placement", "text"),
    [
        (NotePlacement.END, "30[1]"),
        (NotePlacement.INLINE, "30〔注：渠系指干支两级渠道。〕"),
        (NotePlacement.ASIDE, "30"),
    ],
)
def test_notes_of_a_table_s_cells_are_put_in_as_well(placement: NotePlacement, text: str) -> None:
    table = Table("t", (500, 500), ((Cell((Span("渠道"),)), Cell((Span("30"), Span("[i]", RAISED)))),))
    recognition = put(placement, line("青禾县整治渠系"), line(ONE), table, line("", (0, 0)), line(TWO))
    found = next(one.content for one in recognition.lines if one.label is Label.TABLE)
    assert found.rows[0][1].text == text
    assert sum("渠系指干支" in one.text for one in recognition.lines) == 1


def test_a_note_without_text_leaves_no_number() -> None:
    recognition = put(NotePlacement.END, line("青禾县整治渠系"), line(ONE, (3, 0)), notes=(Note("1", ()),))
    assert shown(recognition) == [["青禾县整治渠系", ONE]]


def test_lines_stay_numbered_one_by_one() -> None:
    recognition = put(NotePlacement.END, *two_articles())
    assert [one.number for one in recognition.lines] == list(range(1, len(recognition.lines) + 1))

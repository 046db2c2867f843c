"""What is certainly wrong with an article's structure, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Block,
    Cell,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.proofing.findings import Finding, Problem
from bulletin_desktop.proofing.structure import findings
from tests.document import strategies

ROOT = Path(__file__).parents[2]
BODY, H1, H2, H3, H4 = Role.BODY, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4
TEXT = (BODY, "会议今天召开。")


def article(*paragraphs: tuple[Role, str] | Block, headline: tuple[str, ...] = ("标题",)) -> Article:
    blocks = tuple(
        Paragraph(new_id(), one[0], (Span(one[1]),) if one[1] else ()) if isinstance(one, tuple) else one
        for one in paragraphs
    )
    return Article(new_id(), headline, blocks=blocks)


def found(*paragraphs: tuple[Role, str] | Block) -> list[tuple[Problem, str]]:
    """The kinds of problems and the characters they are shown at."""
    value = article(*paragraphs)
    texts = {block.id: block.text for block in value.paragraphs()}
    return [(one.kind, texts.get(one.block_id, "")[one.start : one.end]) for one in findings(value)]


def test_an_ordinary_article_has_none() -> None:
    assert found(TEXT, (H1, "一、甲"), TEXT, (H2, "（一）乙。丙丁。"), (H1, "二、戊"), TEXT) == []


def test_headline_and_text_are_missed() -> None:
    empty = article(headline=())
    assert findings(empty) == (
        Finding(Problem.NO_HEADLINE, "headline", 0, 0),
        Finding(Problem.NO_TEXT, "headline", 0, 0),
    )
    blank = article((BODY, "　"))
    assert findings(blank) == (Finding(Problem.NO_TEXT, blank.blocks[0].id, 0, 0),)


@pytest.mark.parametrize(
    "block",
    [Picture(new_id(), "0" * 64, 10, 10), Table(new_id(), (1000,), ((Cell(),),))],
)
def test_a_picture_or_a_table_is_text_enough_and_needs_no_caption(block: Block) -> None:
    assert found(block) == []


def test_an_empty_paragraph_between_others() -> None:
    assert found(TEXT, (BODY, ""), (BODY, "　 "), TEXT) == [
        (Problem.EMPTY_PARAGRAPH, ""),
        (Problem.EMPTY_PARAGRAPH, "　 "),
    ]


def test_an_empty_paragraph_at_the_end_or_above_a_signature_is_usual() -> None:
    letter = ((Role.SALUTATION, "各县区："), TEXT)
    assert found(*letter, (BODY, ""), (Role.SIGNATURE, "市防汛办"), (Role.DATE, "2024年3月1日")) == []
    assert found(TEXT, (BODY, ""), (Role.ATTACHMENT, "附件：名单")) == []
    assert found(TEXT, (BODY, ""), PageBreak(new_id()), (BODY, "")) == []


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([(H1, "一、甲"), (H1, "三、乙")], [(Problem.NUMBER_JUMPS, "三、")]),
        ([(H1, "一、甲"), (H1, "一、乙")], [(Problem.NUMBER_REPEATS, "一、")]),
        ([(H1, "二、甲")], [(Problem.NUMBER_JUMPS, "二、")]),
        ([(H1, "一、甲"), (H1, "二、乙"), (H1, "二、丙")], [(Problem.NUMBER_REPEATS, "二、")]),
        ([(H1, "一、甲"), (H2, "（一）"), (H1, "三、乙"), (H2, "（三）丙")],
         [(Problem.NUMBER_JUMPS, "三、"), (Problem.NUMBER_JUMPS, "（三）")]),
        ([(H1, "一、甲"), (H2, "（一）乙"), (H3, "1.丙"), (H2, "（二）丁"), (H4, "（1）戊")],
         [(Problem.LEVEL_SKIPPED, "（1）")]),
    ],
)  # fmt: skip
def test_numbers_out_of_order(headings: list[tuple[Role, str]], expected: list[tuple[Problem, str]]) -> None:
    assert found(*headings) == expected


@pytest.mark.parametrize(
    "headings",
    [
        # below a higher heading a level begins anew, or goes on counting
        [(H1, "一、甲"), (H2, "（一）乙"), (H2, "（二）丙"), (H1, "二、丁"), (H2, "（一）戊")],
        [(H1, "一、甲"), (H3, "1.乙"), (H3, "2.丙"), (H1, "二、丁"), (H3, "3.戊")],
        # a second part begins anew
        [(H1, "一、甲"), (H1, "二、乙"), (H1, "一、丙")],
        # a heading without number, or numbered otherwise, parts the text
        [(H1, "一、甲"), (H1, "经验"), (H1, "一、乙")],
        [(H1, "第一章 甲"), (H2, "（一）乙"), (H1, "第二章 丙"), (H2, "（一）丁")],
        # a level may be left out throughout
        [(H1, "一、甲"), (H3, "1.乙"), (H1, "二、丙"), (H3, "1.丁")],
        # numbers in text are no headings
        [(H1, "一、甲"), (BODY, "三、乙。"), (H1, "二、丙")],
    ],
)  # fmt: skip
def test_numbers_that_offices_use_so(headings: list[tuple[Role, str]]) -> None:
    assert found(*headings) == []


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("会议（第三次召开。", "（"),
        ("会议第三次）召开。", "）"),
        ("学习《条例精神。", "《"),
        ("市发〔2024〕3号、4〕号", "〕"),
        ("“抓好“防汛”工作。", "“"),
        ("（一）甲、乙）", "）"),
    ],
)
def test_a_bracket_or_quotation_mark_alone(text: str, alone: str) -> None:
    assert found((BODY, text)) == [(Problem.UNPAIRED, alone)]


def test_they_are_looked_for_in_the_headline_too_across_its_lines() -> None:
    assert findings(article(TEXT, headline=("关于《防汛", "条例》的学习"))) == ()
    value = article(TEXT, headline=("关于《防汛", "条例的学习"))
    assert findings(value) == (Finding(Problem.UNPAIRED, "headline", 2, 3),)


@pytest.mark.parametrize(
    "texts",
    [
        ["他说：“甲。", "“乙。", "“丙。”"],
        ["（甲", "乙）"],
        ["1）甲", "a)乙", "（1）丙", "2)丁（戊)"],
        ["（《甲》）《“乙”》（丙）〔丁〕", "他（她）说(好）"],
        ["It’s ‘fine’."],
    ],
)
def test_pairs_that_are_whole(texts: list[str]) -> None:
    assert found(*((BODY, text) for text in texts)) == []


SALUTATION, SIGNATURE, DATE = (
    (Role.SALUTATION, "各县区："),
    (Role.SIGNATURE, "市防汛办"),
    (Role.DATE, "2024年3月1日"),
)


def test_a_letter_is_signed_and_dated() -> None:
    assert found(SALUTATION, TEXT, SIGNATURE, DATE) == []
    assert found(SALUTATION, TEXT, (Role.SIGNATURE, "市防汛办　2024年3月1日")) == []
    assert found(SALUTATION, TEXT, SIGNATURE) == [(Problem.NO_DATE, "市防汛办")]
    assert found(SALUTATION, TEXT, DATE) == [(Problem.NO_SIGNATURE, "2024年3月1日")]
    assert found(SALUTATION, TEXT) == []


def test_what_is_no_letter_may_have_either() -> None:
    assert found(TEXT, SIGNATURE) == []
    assert found(TEXT, DATE) == []


def test_a_salutation_stands_first_but_for_date_or_note() -> None:
    assert found(TEXT, SALUTATION, TEXT) == [(Problem.SALUTATION_NOT_FIRST, "各县区：")]
    assert found((Role.DATE, "（2024年3月1日）"), (Role.NOTE, "编者按：好。"), SALUTATION, TEXT) == []
    assert found(SALUTATION, TEXT, SALUTATION, TEXT) == []


def problems(path: Path) -> list[tuple[Problem, str]]:
    recognition = recognise(path.read_text(encoding="utf-8"), str(path))
    held = [one.article for section in assemble.articles(recognition) for one in section.articles]
    assert held
    return [(one.kind, each.title) for each in held for one in findings(each)]


@pytest.mark.parametrize(
    "path",
    [ROOT / "resources/samples/sample-bulletin.txt", *sorted((ROOT / "tests/manuscripts").glob("*.txt"))],
    ids=lambda path: path.stem,
)
def test_no_false_alarm_on_the_samples(path: Path) -> None:
    # One leaves out 1. below （二）, which it uses below （一）.
    true = "levels-of-headings"
    expected = [(Problem.LEVEL_SKIPPED, "云溪市政协2023年工作总结")] if path.stem == true else []
    assert problems(path) == expected


@given(strategies.articles)
def test_every_finding_has_a_place_in_the_article_and_they_are_in_order(value: Article) -> None:
    texts = {"headline": "\n".join(value.headline)}
    texts |= {name: getattr(value, name) for name in ("kicker", "subtitle", "credit")}
    for block in value.blocks:
        texts[block.id] = getattr(block, "text", getattr(block, "caption", ""))
    places = ["kicker", "headline", "subtitle", "credit", *(block.id for block in value.blocks)]
    order = []
    for one in findings(value):
        assert 0 <= one.start <= one.end <= len(texts[one.block_id])
        order.append((places.index(one.block_id), one.start))
    assert order == sorted(order)

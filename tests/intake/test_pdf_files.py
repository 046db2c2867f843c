"""PDFs give paragraphs, not lines; page numbers and running heads are no text; scans say what they are."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from bulletin_desktop.document.model import CellAlign, Mark
from bulletin_desktop.intake.reading import File, PasswordNeeded, Piece, read
from bulletin_desktop.intake.source import Source, Style, Told
from tests.intake.pdf_files import Set, column, pdf

FIRST = (
    "会议指出，要坚持问题导向，深入调查研究，把群众的所思所盼带到协商桌上，努力做到言之有据、言之有理、言之有度、"
    "言之有物；要在提案办理上下功夫，推动办理协商由答复型向落实型转变。"
)
SECOND = (
    "会议强调，老旧小区改造、社区养老、托育服务、城乡供水管网等民生实事，要一件一件抓落实，一年接着一年干。"
)
FULL = (
    "云溪市政协各专门委员会要加强与党政部门的联系沟通，及时反映社情民意，" * 2
)  # 70: its end fills a line of 24


def _piece(content: bytes, **more: str) -> Piece:
    (piece,) = read(File("稿.pdf", content, **more))
    return piece


def _source(content: bytes) -> Source:
    source = _piece(content).source
    assert source is not None
    return source


def _texts(content: bytes) -> list[str]:
    return [line.text for line in _source(content).lines()]


def test_wrapped_lines_are_paragraphs_again() -> None:
    assert _texts(pdf([*column(FIRST, 120), *column(SECOND, 320)])) == [FIRST, SECOND]


def test_a_paragraph_whose_last_line_is_full_ends_where_the_next_begins_inside() -> None:
    page = [*column(FULL, 120, 24), *column(SECOND, 120 + 3 * 28.8, 24)]
    assert _texts(pdf(page)) == [FULL, SECOND]


def test_headlines_and_signatures_tell_how_they_stand() -> None:
    page = [
        Set(595 / 2 - 4.5 * 22, 100, "市政协召开主席会议", 22),
        Set(595 / 2 - 5.5 * 22, 136, "研究部署下半年重点工作", 22),
        Set(80, 190, "各区县政协，市直各单位："),
        *column(FIRST, 220),
        Set(400, 400, "云溪市政协"),
        Set(350, 430, "2026年3月12日"),
    ]
    lines = list(_source(pdf(page)).lines())
    assert [line.text for line in lines] == [
        "市政协召开主席会议", "研究部署下半年重点工作", "各区县政协，市直各单位：", FIRST, "云溪市政协",
        "2026年3月12日",
    ]  # fmt: skip
    assert [line.look.align for line in lines] == [
        CellAlign.CENTER, CellAlign.CENTER, CellAlign.LEFT, CellAlign.LEFT, CellAlign.RIGHT, CellAlign.RIGHT,
    ]  # fmt: skip
    assert [line.look.size for line in lines[:4]] == [22, 22, 16, 16]


def test_page_numbers_and_running_heads_are_left_out_and_paragraphs_go_on_over_the_page() -> None:
    rows = column(FIRST, 0)
    first = [Set(80, 60, "云溪政协简报", 10), *column(SECOND, 120)]
    first += [row._replace(y=700 + 28 * nth) for nth, row in enumerate(rows[:2])]
    second = [Set(80, 60, "云溪政协简报", 10)]
    second += [row._replace(y=120 + 28 * nth) for nth, row in enumerate(rows[2:])]
    pages = [[*page, Set(290, 800, f"— {nth} —", 12)] for nth, page in enumerate((first, second), 1)]
    source = _source(pdf(*pages))
    assert [line.text for line in source.lines()] == [SECOND, FIRST]
    assert dict(source.told)[Told.HEADERS] == 2


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column(FIRST * 2, 120, 18, 60, 12)
    right = column(SECOND * 3, 120, 18, 320, 12)
    rows = [row for pair in zip(left, right, strict=False) for row in pair]
    rest = [*left[len(right) :], *right[len(left) :]]
    assert _texts(pdf([*rows, *rest])) == [FIRST * 2, SECOND * 3]


def test_rows_of_a_table_stay_rows() -> None:
    page = [*column(FIRST, 120)]
    for nth, row in enumerate((("承办单位", "件数"), ("市教育局", "12"), ("市卫健委", "8"))):
        page += [Set(100 + 200 * place, 400 + 30 * nth, cell) for place, cell in enumerate(row)]
    assert _texts(pdf(page)) == [FIRST, "承办单位\t件数", "市教育局\t12", "市卫健委\t8"]


def test_footnotes_stand_behind_the_text_and_their_signs_are_raised() -> None:
    rows = column(FIRST, 640)
    page = [*rows, Set(rows[-1].x + 16 * len(rows[-1].text), rows[-1].y - 7, "1", 8)]
    page += [Set(80, 780, "1此处指市政协提案委员会。", 10)]
    body, note, last = _source(pdf(page, column(SECOND, 120))).lines()
    assert body.text == FIRST + "1"
    assert body.spans[-1].marks == {Mark.SUPERSCRIPT}
    assert note.text == SECOND
    assert (last.text, last.look.style) == ("1此处指市政协提案委员会。", Style.NOTE)


def test_radicals_of_careless_fonts_are_the_characters_they_look_like() -> None:
    assert _texts(pdf([Set(80, 120, "⼀、⼯作⼈员")])) == ["一、工作人员"]


def test_words_of_latin_letters_keep_the_space_between_lines() -> None:
    page = [Set(112, 100, "the report of this year is"), Set(80, 130, "kept in the office for ever.")]
    assert _texts(pdf(page)) == ["the report of this year is kept in the office for ever."]


def test_a_password_is_asked_for() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(FIRST, 120)))))
    writer.encrypt("bulletin", algorithm="RC4-128")
    memory = io.BytesIO()
    writer.write(memory)
    asked, wrong = _piece(memory.getvalue()).error, _piece(memory.getvalue(), password="x").error
    assert isinstance(asked, PasswordNeeded)
    assert isinstance(wrong, PasswordNeeded)
    assert (asked.wrong, wrong.wrong) == (False, True)
    found = _piece(memory.getvalue(), password="bulletin").source
    assert found is not None
    assert [line.text for line in found.lines()] == [FIRST]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (pdf([]), "recognised (OCR)"),
        (b"%PDF-1.7\nnothing", "damaged PDF"),
        (pdf(*[[] for _ in range(401)]), "more than 400 pages"),
    ],
)
def test_what_gives_no_text_says_why(content: bytes, sentence: str) -> None:
    start = time.monotonic()
    assert sentence in str(_piece(content).error)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_unpacks_without_end_is_refused(layers: int) -> None:
    packed = b" " * (80 << 20)
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    content = b"%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n"
    start = time.monotonic()
    assert "more on them than any manuscript" in str(_piece(content).error)
    assert time.monotonic() - start < 5

"""RTF as Word, WPS, WordPad and LibreOffice write it: text, tables and notes, nothing that is not shown."""

from __future__ import annotations

import time

import pytest

from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, Piece, read
from bulletin_desktop.intake.source import Note, Source, Style, Told

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 "
    r"\'ba\'da\'cc\'e5;}{\f2\fnil\fcharset136 PMingLiU;}{\f3\fnil\fcharset2 Wingdings;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs2 Default;}}"
    r"{\info{\title \'bb\'e1\'d2\'e9}{\author \u26446?\u26126?}}"
)


def hexed(text: str, encoding: str = "gbk") -> str:
    """Text as programs of old write it, byte by byte."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def _piece(body: str) -> Piece:
    (piece,) = read(File("稿.rtf", (HEAD + body + "}").encode("latin-1")))
    assert piece.kind is Kind.RTF
    return piece


def _source(body: str) -> Source:
    source = _piece(body).source
    assert source is not None
    return source


def _lines(body: str) -> list[str]:
    return [line.text for line in _source(body).lines()]


@pytest.mark.parametrize(
    "body",
    [
        r"\f1 " + hexed("会议召开") + r"\par",
        r"\f0 " + hexed("会议召开") + r"\par",  # a Western font; the file's code page says it
        r"\u20250?\u-29778?\u21484?\u24320?\par",
        r"\uc2\u20250\'bb\'e1\u-29778\'d2\'e9\u21484\'d5\'d9\u24320\'bf\'aa\par",
        r"\u20250\'3f\u35758\'3f\u21484\'3f\u24320\'3f\par",
        r"{\uc0\u20250\u35758\u21484}{\uc1\u24320 ?}\par",
        r"\loch\af0\hich\af0\dbch\f1 " + hexed("会议召开") + r"\par",
        r"\pard\plain\loch\f0\hich\dbch\af1 " + hexed("会议召开") + r"\par",
    ],
)
def test_text_is_read_however_it_is_written(body: str) -> None:
    assert _lines(body) == ["会议召开"]


def test_only_as_many_bytes_are_left_out_as_stand_for_a_character() -> None:
    assert _lines(r"\u20250\'bb\'41\u-29778\'d2\'42\par") == ["会A议B"]


def test_traditional_text_is_read_by_its_font() -> None:
    assert _lines(r"\f2 " + hexed("會議召開", "big5") + r"\par") == ["會議召開"]


def test_a_second_byte_that_is_a_letter_or_a_sign_belongs_to_its_character() -> None:
    wanted = "亖俓乗"  # in GBK their second bytes are between 0x40 and 0x7e
    written = "".join(
        f"\\'{a:02x}" + (f"\\{chr(b)}" if chr(b) in "\\{}" else chr(b))
        for a, b in (character.encode("gbk") for character in wanted)
    )
    assert _lines(r"\f1 " + written + r"\par") == [wanted]


def test_characters_beyond_the_first_plane_come_in_two_halves() -> None:
    assert _lines(r"\u-10240?\u-9216?\par") == ["\U00010000"]
    assert _lines(r"\uc2\u-10240\'3f\'3f\u-9216\'3f\'3f\par") == ["\U00010000"]


def test_what_is_not_shown_is_no_text() -> None:
    source = _source(
        r"{\v hidden}{\deleted gone}{\revised new}{\field{\*\fldinst HYPERLINK x}{\fldrslt shown}}"
        r"{\*\bkmkstart b}{\*\unknown x}{\header page\par}{\object{\*\objdata 01}{\result seen}}\par"
    )
    assert [line.text for line in source.lines()] == ["newshownseen"]
    told = dict(source.told)
    assert [told[each] for each in (Told.HIDDEN, Told.DELETIONS, Told.INSERTIONS, Told.HEADERS)] == [1] * 4


def test_looks_styles_and_marks() -> None:
    source = _source(
        r"\pard\qc\fs44\b " + hexed("标题") + r"\par\pard\plain\s1 " + hexed("一、总则") + r"\par"
        r"\pard\plain a{\b b}{\ul c}{\super 2}\line d\par\pard\qr e\par\page f\par"
    )  # fmt: skip
    title, heading, body, second, right, last = source.lines()
    assert (title.look.align, title.look.size, title.look.bold) == (CellAlign.CENTER, 22, True)
    assert (heading.look.style, heading.look.level) == (Style.HEADING, 1)
    assert [(span.text, set(span.marks)) for span in body.spans] == [
        ("a", set()), ("b", {Mark.BOLD}), ("c", {Mark.UNDERLINE}), ("2", {Mark.SUPERSCRIPT}),
    ]  # fmt: skip
    assert second.text == "d"
    assert right.look.align is CellAlign.RIGHT
    assert (last.text, last.look.new_page) == ("f", True)
    assert (source.title, source.author) == ("会议", "李明")


def test_numbers_of_lists_are_told_from_text() -> None:
    source = _source(r"{\listtext\pard\plain 1.\tab}one\par{\pntext\f3\'d8\tab}two\par")
    first, second = source.lines()
    assert (first.text[: first.look.numbered].strip(), first.text[first.look.numbered :]) == ("1.", "one")
    assert second.text.endswith("two")
    assert dict(source.told)[Told.NUMBERS] == 2


TABLE = (
    r"\trowd\trhdr\cellx2000\cellx4000\pard\intbl a\cell b\cell\row"
    r"\trowd\clvmgf\cellx1000\cellx2000\cellx4000\pard\intbl c\cell d\cell e\cell\row"
    r"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx4000\pard\intbl\cell f\cell\cell\row\pard after\par"
)


def test_tables_have_their_merged_cells() -> None:
    first, *_ = (item for item in _source("before\\par" + TABLE).items if isinstance(item, Table))
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in first.rows] == [
        [("a", 2, 1), ("b", 1, 1)],
        [("c", 1, 2), ("d", 1, 1), ("e", 1, 1)],
        [("f", 2, 1)],
    ]
    assert first.widths == (250, 250, 500)
    assert first.header_rows == 1
    assert _lines("before\\par" + TABLE) == ["before", "after"]


@pytest.mark.parametrize(
    "body",
    [
        r"\trowd\cellx1000\cellx2000 a\cell b\cell\row\trowd\cellx1000\cellx2000 c\cell d\cell\row\pard",
        r"\trowd\cellx1000\cellx2000\intbl a\cell b\cell\row c\cell d\cell\row\pard",
        r"\trowd\cellx1000\cellx2000\intbl a\cell b\cell\row\intbl c\cell d",  # cut off
    ],
)
def test_tables_of_careless_programs_lose_nothing(body: str) -> None:
    source = _source(body)
    cells = [
        cell.text for item in source.items if isinstance(item, Table) for row in item.rows for cell in row
    ]
    assert "".join(cells) + "".join(line.text for line in source.lines()) == "abcd"


def test_notes_comments_and_pictures() -> None:
    png = "89504e470d0a1a0a" + "00" * 20
    source = _source(
        r"text{\super\chftn{\footnote\chftn\pard note\par}} more"
        r"{\*\atnid L}{\*\atnauthor Li}\chatn{\*\annotation\pard check\par}"
        r"{\*\shppict{\pict\pngblip\picwgoal1440\pichgoal720 " + png + r"}}"
        r"{\nonshppict{\pict\wmetafile8 00}}\par"
    )
    (line,) = source.lines()
    assert (line.text, line.notes) == ("text more", ((4, 0),))
    assert source.notes == (Note("1", ("note",)),)
    assert [(comment.text, comment.author) for comment in source.comments] == [("check", "Li")]
    pictures = [item for item in source.items if isinstance(item, FoundPicture)]
    assert [(len(each.content or b""), each.width, each.height) for each in pictures] == [(28, 254, 127)]  # type: ignore[arg-type]


HOSTILE = {
    "groups": HEAD + r"{\b x}" * 300_000,
    "deep": HEAD + "{" * 300_000 + "x",
    "paragraphs": HEAD + r"\par " * 500_000,
    "cells": HEAD + r"\trowd" + r"\cellx1" * 50_000 + r"\intbl " + r"x\cell " * 50_000 + r"\row",
    "rows": HEAD + r"\trowd\cellx9\intbl a\cell\row" * 30_000,
    "notes": HEAD + r"{\footnote x}" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_keep_a_reader_busy_is_refused_in_time(name: str) -> None:
    start = time.monotonic()
    (piece,) = read(File("稿.rtf", HOSTILE[name].encode("latin-1")))
    assert "far more in it than any manuscript" in str(piece.error)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "content", [rb"{\rtf1", rb"{\rtf1}}}}x", rb"{\rtf1 {\pict\bin999999999 x", rb"{\rtf1 \u", b"{\\rtf1 \\'"]
)
def test_what_is_cut_off_gives_what_there_is(content: bytes) -> None:
    (piece,) = read(File("稿.rtf", content))
    assert piece.source is not None

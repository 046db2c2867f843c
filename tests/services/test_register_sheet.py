"""The register as a sheet: what stands in its cells, and what Excel is told about it."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.services import register
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState, Original, Used

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
USED = Used("简报", 2026, False, 3, "an issue")
NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
ROW = ManuscriptRow(
    "an article",
    "云溪县部署春耕",
    1234,
    "云溪县政协",
    "段鸣",
    "0719-1234567",
    NOON,
    ManuscriptState.USED,
    "a hash",
    "来稿.docx",
    used=USED,
)
FORMULAS = ('=HYPERLINK("x")', "+86", "-王", "@name")


class Sheet:
    """A file as Excel would read it."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.sheet = etree.fromstring(self.parts["xl/worksheets/sheet1.xml"])
        shared = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(each.itertext()) for each in shared.iter(f"{S}si")]

    def row(self, number: int) -> list[str]:
        """The values of a row, counted from 1; texts are told from numbers by their quotes."""
        (row,) = (each for each in self.sheet.iter(f"{S}row") if each.get("r") == str(number))
        return [self._value(cell) for cell in row]

    def _value(self, cell: etree._Element) -> str:
        assert cell.find(f"{S}f") is None
        value = cell.findtext(f"{S}v", "")
        return f"“{self.strings[int(value)]}”" if cell.get("t") == "s" else value


def written(folder: Path, *rows: ManuscriptRow) -> Sheet:
    return Sheet(register.write(folder / "来稿登记.xlsx", rows))


def test_a_manuscript_is_a_row_with_a_real_date_and_real_numbers(tmp_path: Path) -> None:
    day = (NOON.astimezone().date() - dt.date(1899, 12, 30)).days
    assert written(tmp_path, ROW).row(3) == [
        "1",
        str(day),
        "“云溪县部署春耕”",
        "“云溪县政协”",
        "“段鸣”",
        "“0719-1234567”",
        "1234",
        "“Used”",
        "“简报 2026年第3期”",
        "“来稿.docx”",
    ]


def test_its_words_are_the_persons(tmp_path: Path) -> None:
    catalog = Catalog.load(CHINESE)
    path = register.write(tmp_path / "登记", [ROW], lambda text: catalog.text("Register", text))
    assert path.name == "登记.xlsx"
    sheet = Sheet(path)
    assert sheet.row(1)[0] == "“来稿登记表”"
    names = ["序号", "收到日期", "标题", "供稿单位", "作者", "电话", "字数", "状态", "采用期号", "原文件名"]
    assert sheet.row(2) == [f"“{name}”" for name in names]
    assert sheet.row(3)[7] == "“已用”"


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_text_and_stays_it(tmp_path: Path, text: str) -> None:
    sheet = written(tmp_path, ROW._replace(title=text, contributor=text, author=text, phone=text))
    assert sheet.row(3)[2:6] == [f"“{text}”"] * 4
    assert b'quotePrefix="1"' in sheet.parts["xl/styles.xml"]


def test_what_a_cell_cannot_hold_is_left_out(tmp_path: Path) -> None:
    sheet = written(tmp_path, ROW._replace(title="\ud800防\x01汛\ufffe_x0041_", author="𠮷" * 20_000))
    assert sheet.row(3)[2] == "“防汛_x005F_x0041_”"  # as the file format writes _x0041_
    assert sheet.row(3)[4] == f"“{'𠮷' * 16_383}”"


def test_notes_get_a_column_only_where_there_are_any(tmp_path: Path) -> None:
    assert len(written(tmp_path, ROW).row(2)) == 10
    assert written(tmp_path, ROW, ROW._replace(note="等第4期")).row(4)[-1] == "“等第4期”"


def test_a_date_before_excels_calendar_is_text(tmp_path: Path) -> None:
    old = dt.datetime(1899, 1, 1, 12, tzinfo=dt.UTC)
    assert written(tmp_path, ROW._replace(received=old)).row(3)[1] == "“1899-01-01”"


def test_the_head_stays_filters_and_is_printed_on_every_page(tmp_path: Path) -> None:
    sheet = written(tmp_path, *[ROW] * 50)
    (pane,) = sheet.sheet.iter(f"{S}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("2", "frozen")
    (found,) = sheet.sheet.iter(f"{S}autoFilter")
    assert found.get("ref") == "A2:J52"
    (setup,) = sheet.sheet.iter(f"{S}pageSetup")
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == (
        "9",
        "landscape",
        "0",
    )
    assert b"_xlnm.Print_Titles" in sheet.parts["xl/workbook.xml"]


def test_a_long_title_makes_its_row_higher(tmp_path: Path) -> None:
    sheet = written(tmp_path, ROW, ROW._replace(title="很长的标题" * 12), ROW._replace(title="长" * 9_999))
    heights = [float(row.get("ht")) for row in sheet.sheet.iter(f"{S}row")][2:]
    assert heights == pytest.approx([20, 65, 409], abs=0.3)  # in whole pixels


def test_an_empty_register_is_a_sheet_too(tmp_path: Path) -> None:
    assert len(written(tmp_path).row(2)) == 10


def test_a_sheet_that_cannot_be_written_leaves_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "登记.xlsx"
    path.write_bytes(b"the older one")
    path.with_name(f".~lock.{path.name}#").write_text(",editor,host,;", encoding="utf-8")
    with pytest.raises(UserError, match="is open in LibreOffice"):
        register.write(path, [ROW])
    assert path.read_bytes() == b"the older one"


def test_an_original_is_put_where_another_program_finds_it(tmp_path: Path) -> None:
    first = Original("a hash", "甲县来稿.docx", b"one")
    path = register.put_original(first, tmp_path)
    assert (path.name, path.read_bytes()) == ("甲县来稿.docx", b"one")
    assert register.put_original(first, tmp_path) == path
    other = register.put_original(Original("another", "甲县来稿.docx", b"two"), tmp_path)
    assert (other.name, other.read_bytes(), path.read_bytes()) == ("甲县来稿 (2).docx", b"two", b"one")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("三月.zip/甲县/来稿.docx", "来稿.docx"),
        ("../../甲县.txt", "甲县.txt"),
        ("con.doc", "con_.doc"),
        ("来稿", "来稿"),
    ],
)
def test_an_originals_name_becomes_one_that_every_system_takes(tmp_path: Path, name: str, file: str) -> None:
    original = Original("a hash", "another name.doc", b"bytes")
    assert register.put_original(original, tmp_path, name) == tmp_path / file

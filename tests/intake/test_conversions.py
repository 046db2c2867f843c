"""The same fictional bulletin in every format that LibreOffice writes says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_desktop.document.model import Table
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File, read
from bulletin_desktop.intake.source import Source, Told
from bulletin_desktop.services import office
from tests.intake.test_odt import SPACES

pytestmark = pytest.mark.libreoffice

PARAGRAPHS = (
    "市政协召开主席会议",
    "各区县政协，市直各单位：",
    "3月12日，云溪市政协召开主席会议，传达学习有关会议精神，审议年度协商工作计划，研究部署下半年重点工作。",
    "一、提高站位，把牢方向",
    "会议强调，老旧小区改造、社区养老、托育服务、供水管网等民生实事，要一件一件抓落实，一年接着一年干。",
    "云溪市政协办公室",
    "2026年3月12日",
)
TYPE = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-indent="1.1cm"/>
<style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/>
<style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
"""


def _body() -> str:
    styles = ("T", "B", "B", "B", "B", "R", "R")
    pairs = zip(styles, PARAGRAPHS, strict=True)
    lines = [f'<text:p text:style-name="{style}">{text}</text:p>' for style, text in pairs]
    lines[2] = lines[2].replace("</text:p>", '<text:span text:style-name="H">隐藏</text:span></text:p>')
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = (("承办单位", "件数"), ("市教育局", "12"))
    made = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    table = f'<table:table table:name="T">{columns}{made}</table:table>'
    return f"{''.join(lines[:5])}{table}{''.join(lines[5:])}"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    program = office.find()
    if program is None:
        pytest.skip("needs LibreOffice, which is not on this machine")
    folder = tmp_path_factory.mktemp("converted")
    before = folder / "稿.fodt"
    before.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        f'office:mimetype="{TYPE}"><office:automatic-styles>'
        f"{STYLES}</office:automatic-styles><office:body><office:text>{_body()}</office:text></office:body>"
        "</office:document>",
        encoding="utf-8",
    )
    kinds = ("docx", "doc", "rtf", "pdf", "html", "odt")
    return {kind: office.convert(program, [before], folder, kind)[0].read_bytes() for kind in kinds}


def _source(converted: dict[str, bytes], kind: str) -> Source:
    (piece,) = read(File(f"稿.{kind}", converted[kind]))
    assert piece.error is None
    assert piece.source is not None
    return piece.source


@pytest.mark.parametrize("kind", ["docx", "doc", "rtf", "pdf", "html", "odt"])
def test_every_paragraph_is_there_and_nothing_that_is_hidden(converted: dict[str, bytes], kind: str) -> None:
    source = _source(converted, kind)
    lines = [line.text.strip() for line in source.lines() if line.text.strip()]
    table = [item for item in source.items if isinstance(item, Table)]
    if kind == "pdf":
        assert [line for line in lines if "\t" in line] == ["承办单位\t件数", "市教育局\t12"]
    else:
        rows = [[cell.text for cell in row] for row in table[0].rows]
        assert rows == [["承办单位", "件数"], ["市教育局", "12"]]
    assert [line for line in lines if "\t" not in line] == list(PARAGRAPHS)
    assert not any(isinstance(item, FoundPicture) for item in source.items)
    if kind in ("docx", "doc", "rtf", "odt"):
        assert dict(source.told)[Told.HIDDEN] == 1


def test_nothing_of_the_converted_file_is_left_over(converted: dict[str, bytes], tmp_path: Path) -> None:
    import tempfile

    before = set(Path(tempfile.gettempdir()).glob("bulletin-doc-*"))
    _source(converted, "doc")
    assert set(Path(tempfile.gettempdir()).glob("bulletin-doc-*")) <= before

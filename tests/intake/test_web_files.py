"""Saved pages and web archives become lines, tables and pictures; nothing beside them is opened."""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest

from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import EncodingUnclear, File, Piece, read
from bulletin_desktop.intake.source import Line, Source, Style, Told

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAGE = """<html><head><meta charset="{charset}"><title>云溪 要闻</title>
<style>.T{{font-size:22pt}}</style></head><body>
<p class=T align=center>市政协召开<br>主席会议</p>
<h2>一、传达学习</h2>
<p>3月12日，<b>市政协</b>召开主席会议。</p>
<table><tr><td>单位</td><td>件数</td></tr><tr><td>教育局</td><td>12</td></tr></table>
<p align=right>2026年3月12日</p>
<img src="data:image/png;base64,{picture}">
<img src="https://example.com/a.png"><img src="file:///etc/hostname"><del>旧文</del>
</body></html>"""


def _page(charset: str) -> str:
    return PAGE.format(charset=charset, picture=base64.b64encode(PNG).decode())


def _one(content: bytes, name: str = "页.html", **more: str) -> Piece:
    (piece,) = read(File(name, content, **more))
    return piece


def _source(content: bytes, **more: str) -> Source:
    source = _one(content, **more).source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),  # what many pages say, and it is not so
        ("", "gb18030"),
        ("unicode", "utf-16"),
        ("utf-8", "utf-16-le"),
        ("x-unknown", "utf-8-sig"),
    ],
)
def test_a_page_is_read_with_its_looks(charset: str, encoding: str) -> None:
    source = _source(_page(charset).encode(encoding))
    lines = list(source.lines())
    assert [line.text for line in lines] == [
        "市政协召开", "主席会议", "一、传达学习", "3月12日，市政协召开主席会议。", "2026年3月12日",
    ]  # fmt: skip
    title, _, heading, body, date = lines
    assert (title.look.align, title.look.size) == (CellAlign.CENTER, 22)
    assert (heading.look.style, heading.look.level) == (Style.HEADING, 2)
    assert [span.text for span in body.spans if Mark.BOLD in span.marks] == ["市政协"]
    assert date.look.align is CellAlign.RIGHT
    assert source.title == "云溪 要闻"


def test_tables_and_pictures_stand_in_their_place_and_what_is_left_out_is_told() -> None:
    source = _source(_page("utf-8").encode())
    assert [type(item) for item in source.items] == [Line] * 4 + [Table, Line, FoundPicture]
    assert source.items[-1] == FoundPicture(PNG)
    assert dict(source.told) == {Told.DELETIONS: 1, Told.PICTURES: 1, Told.WEB_PICTURES: 1}


def test_no_file_beside_the_page_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    place = tmp_path / "msohtmlclip1"
    place.mkdir()
    (place / "a.png").write_bytes(PNG)
    source = _source(f'<html><p>会议召开。<img src="{(place / "a.png").as_uri()}"></p></html>'.encode())
    assert [type(item) for item in source.items] == [Line]


def test_a_damaged_page_is_read_by_what_it_declares_and_told() -> None:
    content = _page("gb2312").encode("gb18030").replace("主席".encode("gb18030"), b"\xff")
    assert dict(_source(content).told)[Told.UNREADABLE] >= 1


def test_a_damaged_page_that_declares_nothing_is_a_persons_to_choose() -> None:
    content = "<html><p>会议召开，研究部署下半年重点工作。</p></html>".encode()
    error = _one(content[:20] + b"\xff" + content[20:]).error
    assert isinstance(error, EncodingUnclear)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html><body><script>load()</script></body></html>", "shows no text"),
        (b"<html>" + b"<div>" * 20_000 + b"x", "more than any article has"),
        (b"<html>" + b"<p>x</p>" * 40_000, "more than any article has"),
    ],
)
def test_pages_that_cannot_be_read_say_so_in_time(content: bytes, sentence: str) -> None:
    start = time.monotonic()
    assert sentence in str(_one(content).error)
    assert time.monotonic() - start < 5


RELATED = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="q"\n\n'
ENCODED = "Content-Transfer-Encoding: base64\nContent-Type:"


def _archive(charset: str, encoding: str) -> bytes:
    html = '<html><p>会议召开。</p><img src="a.files/1.png" width=40><img src="cid:two"></html>'
    page = base64.encodebytes(html.encode(encoding)).decode()
    picture = base64.encodebytes(PNG).decode()
    return (
        f"{RELATED}--q\nContent-Location: file:///C:/a.htm\n{ENCODED} text/html;charset={charset}\n\n{page}\n"
        f"--q\nContent-Location: file:///C:/a.files/1.png\n{ENCODED} image/png\n\n{picture}\n"
        f"--q\nContent-ID: <two>\n{ENCODED} image/png\n\n{picture}\n--q--\n"
    ).encode()


ARCHIVES = [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("unicode", "utf-16")]


@pytest.mark.parametrize(("charset", "encoding"), ARCHIVES)
def test_a_web_archive_has_its_pictures_inside(charset: str, encoding: str) -> None:
    piece = _one(_archive(charset, encoding), "页.mht")
    assert piece.kind is Kind.MHT
    assert piece.source is not None
    assert [item.text for item in piece.source.lines()] == ["会议召开。"]
    assert [item.content for item in piece.source.items if isinstance(item, FoundPicture)] == [PNG, PNG]


def test_a_web_archive_without_a_page_says_so() -> None:
    content = f"{RELATED}--q\n{ENCODED} image/png\n\nx\n--q--\n".encode()
    assert "without a page" in str(_one(content, "页.mht").error)

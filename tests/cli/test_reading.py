"""Manuscripts of every kind from the command line: several at once, what is asked answered beforehand."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pty
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image

from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


def test_a_folder_is_taken_in_with_all_its_manuscripts(run: Run, manuscript: Path, tmp_path: Path) -> None:
    folder = tmp_path / "一月"
    folder.mkdir()
    (folder / "乙.txt").write_bytes(manuscript.read_bytes())
    (folder / "甲.txt").write_bytes(manuscript.read_bytes())
    stored = run("import", folder, "--json")
    assert stored.code == 0, stored.err
    assert len(stored.json["articles"]) == 4


def test_the_library_keeps_the_original_of_what_is_imported(
    run: Run, manuscript: Path, tmp_path: Path
) -> None:
    file = tmp_path / "office.db"
    assert run("import", manuscript, "--library", file).code == 0
    with Library.open(file) as library:
        rows = Desk(library).manuscripts()
        sha256 = hashlib.sha256(manuscript.read_bytes()).hexdigest()
        assert {row.original for row in rows} == {sha256}
        assert Desk(library).original(sha256).content == manuscript.read_bytes()


def test_the_library_s_settings_hold_for_the_command_line(run: Run, manuscript: Path, tmp_path: Path) -> None:
    file = tmp_path / "office.db"
    with Library.open(file) as library:
        Desk(library).apply(acts.UpdateIntakeSettings(Settings(replacements=(("青石乡", "白石镇"),))))
    stored = run("import", manuscript, "--library", file, "--json").json
    assert stored["articles"][0]["headline"] == ["白石镇整修灌溉渠道"]


def test_an_encoding_is_named_where_none_can_be_told(run: Run, manuscript: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "损坏.txt"
    text = manuscript.read_text(encoding="utf-8")
    damaged.write_bytes((text * 20).encode("gb18030").replace("渠".encode("gb18030"), b"\xff\xff\x80"))
    refused = run("import", damaged)
    assert refused.code == 1
    assert "--encoding" in refused.err
    assert run("import", damaged, "--json").json["failed"][0]["file"] == str(damaged)
    assert run("import", damaged, "--encoding", "gb18030").code == 0


@pytest.mark.parametrize("name", ["gibberish", "base64", "a\0b"])
def test_an_encoding_that_is_none_is_wrong_usage(run: Run, manuscript: Path, name: str) -> None:
    assert run("import", manuscript, "--encoding", name).code == 2


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word file with a table, a picture, and words that were struck out."""
    made, picture = docx.Document(), io.BytesIO()
    made.add_paragraph("青石乡整修灌溉渠道")
    paragraph = made.add_paragraph("3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里，保障春耕用水。")
    gone = parse_xml(
        f'<w:del {nsdecls("w")} w:id="1" w:author="甲"><w:r><w:delText>此句作废。</w:delText></w:r></w:del>'
    )
    paragraph._p.append(gone)
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "清淤", "12公里"
    Image.new("RGB", (60, 40), "green").save(picture, "PNG")
    made.add_picture(picture)
    file = tmp_path / "来稿.docx"
    made.save(file)
    return file


def test_tables_pictures_and_what_was_left_out_are_in_the_answer(run: Run, word: Path) -> None:
    stored = run("import", word, "--json").json
    (article,) = stored["articles"]
    blocks = {block["role"]: block for block in article["blocks"]}
    assert blocks["table"]["rows"] == [["清淤", "12公里"]]
    assert len(blocks["picture"]["sha256"]) == 64
    assert "caption" in blocks["picture"]
    assert stored["told"] == [{"file": str(word), "told": {"deletions": 1}, "comments": []}]
    assert "作废" not in json.dumps(stored, ensure_ascii=False)


def test_a_person_is_told_what_was_left_out(run: Run, word: Path, tmp_path: Path) -> None:
    for command in (["import", word], ["compile", word, "-o", tmp_path / "issue.docx"]):
        done = run(*command)
        assert done.code == 0
        assert "修订删除 1 处" in done.out


def test_an_encrypted_file_opens_with_its_password_and_no_other(run: Run, word: Path, tmp_path: Path) -> None:
    closed = tmp_path / "加密.docx"
    with closed.open("wb") as out:
        OOXMLFile(io.BytesIO(word.read_bytes())).encrypt("春天2026", out)
    refused = run("import", closed)
    assert refused.code == 1
    assert "--password" in refused.err
    assert run("import", closed, "--password", "冬天").code == 1
    assert len(run("import", closed, "--password", "春天2026", "--json").json["articles"]) == 1


def test_a_file_of_each_kind_is_compiled_into_one_issue(run: Run, word: Path, tmp_path: Path) -> None:
    page = tmp_path / "网页.html"
    page.write_text(
        "<html><h1>柳湾镇开办便民夜校</h1><p>日前，柳湾镇社区服务中心开办便民夜校，首期开设5门课程。</p></html>",
        encoding="utf-8",
    )
    packed = tmp_path / "来稿.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "村道.txt", "白鹭洲村村道完工\n3月5日，白鹭洲村村道完工，惠及群众600人，出行更方便。\n"
        )
    issue = run("compile", word, page, packed, "-o", tmp_path / "issue.docx", "--json")
    assert issue.code == 0, issue.err
    found = [article["headline"] for section in issue.json["sections"] for article in section["articles"]]
    assert found == [["青石乡整修灌溉渠道"], ["柳湾镇开办便民夜校"], ["白鹭洲村村道完工"]]


def test_lines_set_aside_name_their_file(run: Run) -> None:
    file = ROOT / "tests/manuscripts/web-page.txt"
    stored = run("import", file, "--json").json
    assert {line["file"] for line in stored["set_aside"]} == {str(file)}
    assert set(stored) == {"articles", "set_aside", "failed", "told"}


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_terminal_shows_how_far_it_is_and_scripts_read_nothing_of_it(
    manuscript: Path, home: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{nth}.txt" for nth in range(3)]
    for file in files:
        file.write_bytes(manuscript.read_bytes())
    master, slave = pty.openpty()
    try:
        command = [sys.executable, str(ROOT / "main.py"), "import", *map(str, files), "--json"]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=slave, cwd=home)
        shown = os.read(master, 10_000).decode("utf-8")
    finally:
        os.close(master)
        os.close(slave)
    assert "3/3" in shown
    assert done.stdout.startswith(b'{"articles"')

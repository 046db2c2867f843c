"""Manuscripts of every kind from the command line: several at once, what is asked answered beforehand."""

from __future__ import annotations

import hashlib
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def test_lines_set_aside_name_their_file(run: Run) -> None:
    file = ROOT / "resources/samples/manuscript-web-page.txt"
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

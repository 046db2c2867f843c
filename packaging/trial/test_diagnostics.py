"""Facts for whoever helps, as the program finds them in Windows: parts, machine, a mistake in the log."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import shims
from machine import Machine
from recipe import ROOT

SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"
MARKER = "云溪市某日"


@pytest.fixture
def program(machine: Machine, portable: Path, tmp_path: Path) -> Path:
    """The portable program with a library, over which it has made a mistake."""
    folder = shims.copy(portable, tmp_path / "U盘 简报")
    command = folder / "bulletin-cli.exe"
    assert machine.run(command, "import", machine.named(SAMPLE))[0] == 0
    library = folder / "data/library.db"
    before = library.read_bytes()
    with closing(sqlite3.connect(library)) as db, db:
        db.execute("UPDATE issues SET date = ?", [MARKER])
    assert machine.run(command, "issues")[0] == 1
    library.write_bytes(before)
    return folder


def test_facts_and_log_are_packed(machine: Machine, program: Path, tmp_path: Path) -> None:
    target = tmp_path / "诊断.zip"
    code, said = machine.run(program / "bulletin-cli.exe", "diagnostics", "-o", machine.named(target))
    assert code == 0, said
    with zipfile.ZipFile(target) as packed:
        texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    facts = json.loads(texts["facts.json"])
    assert facts["Program"]["Kind"] == "portable"
    assert (facts["System"]["Code page"], facts["System"]["Language"]) == (936, "zh-CN")
    assert facts["System"]["Memory, MB"] > facts["System"]["Free memory, MB"] > 0
    assert facts["Library"]["Trouble"] == "none"
    listed = (program / "CONTENTS.txt").read_text(encoding="utf-8")
    assert all(f"\n{part}  " in listed for part in facts["Parts"])
    assert facts["Parts"]["Python"] == facts["Program"]["Python"]
    log = texts["log/bulletin-desktop.log"]
    assert 'File "bulletin_desktop/library/issues.py", line' in log
    assert "\nValueError: (" in log
    assert MARKER not in "".join(texts.values())
    assert "U盘" not in "".join(texts.values())

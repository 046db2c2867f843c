"""A conversion beside the program: it ends when it is done, when it is stopped and when it takes too long."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.services import office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

WRITES = 'while [ "$1" != --outdir ]; do shift; done; echo made > "$2/issue.pdf"'
HANGS = 'echo $$ > "{folder}/head"; sleep 60 & echo $! > "{folder}/child"; wait'
STUBBORN = "trap '' TERM\n" + HANGS


def program(folder: Path, script: str) -> Path:
    """A stand-in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script.format(folder=folder)}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def alive(folder: Path, name: str) -> bool:
    """Whether a process that has noted its id still runs."""
    pid = int((folder / name).read_text(encoding="utf-8"))
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_what_was_made_is_returned(tmp_path: Path) -> None:
    made = office.convert(program(tmp_path, WRITES), [tmp_path / "issue.docx"], tmp_path)
    assert made == [tmp_path / "issue.pdf"]


@pytest.mark.parametrize("script", [HANGS, STUBBORN])
def test_stopping_ends_the_process_and_its_children(tmp_path: Path, script: str) -> None:
    def stopped() -> bool:
        return (tmp_path / "child").is_file() and bool((tmp_path / "child").read_text(encoding="utf-8"))

    with pytest.raises(Cancelled):
        office.convert(program(tmp_path, script), [tmp_path / "issue.docx"], tmp_path, stopped=stopped)
    deadline = time.monotonic() + 5
    while alive(tmp_path, "child") and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(tmp_path, "head")
    assert not alive(tmp_path, "child")


def test_what_hangs_is_ended_and_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not done after 1 seconds"):
        office.convert(program(tmp_path, HANGS), [tmp_path / "issue.docx"], tmp_path, limit=0.6)
    assert not alive(tmp_path, "head")


@pytest.mark.parametrize(("script", "code"), [("exit 3", "3"), ("exit 0", "0")])
def test_a_failure_is_told_with_its_code(tmp_path: Path, script: str, code: str) -> None:
    with pytest.raises(UserError, match=f"code {code}"):
        office.convert(program(tmp_path, script), [tmp_path / "issue.docx"], tmp_path)


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be started"):
        office.convert(tmp_path / "gone", [tmp_path / "issue.docx"], tmp_path)


def test_it_is_found_on_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = program(tmp_path, "exit 0")
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    assert office.find() == known

"""No network connection is ever opened, neither by a command nor by the window."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]
GUARD = Path(__file__).with_name("without_network.py")
SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64",
    reason="the guard is a system call filter of Linux on x86-64",
)


def guarded(*arguments: str) -> list[str]:
    return [sys.executable, str(GUARD), sys.executable, *arguments]


def test_the_guard_kills_a_process_that_asks_for_the_internet() -> None:
    code = "import socket; socket.socket(socket.AF_INET)"
    done = subprocess.run(guarded("-c", code), check=False, capture_output=True)
    assert done.returncode == -signal.SIGSYS


def test_compiling_an_issue_needs_no_network(tmp_path: Path) -> None:
    out = tmp_path / "issue.docx"
    done = subprocess.run(
        guarded(str(ROOT / "main.py"), "compile", str(SAMPLE), "-o", str(out)),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert out.exists()


def test_reading_manuscripts_of_every_kind_needs_no_network(tmp_path: Path) -> None:
    """Workers inherit the guard; the web page asks for a picture and a style sheet from outside."""
    folder = tmp_path / "manuscripts"
    folder.mkdir()
    made = docx.Document()
    made.add_paragraph("青石乡整修灌溉渠道")
    made.save(folder / "a.docx")
    (folder / "b.txt").write_text("柳湾镇开办便民夜校", encoding="utf-8")
    (folder / "c.html").write_text(
        "<html><link rel=stylesheet href='http://example.invalid/a.css'><p>村道完工</p>"
        "<img src='http://example.invalid/a.png'></html>",
        encoding="utf-8",
    )
    with zipfile.ZipFile(folder / "d.zip", "w") as archive:
        archive.writestr("e.txt", "社区食堂开张")
    done = subprocess.run(
        guarded(str(ROOT / "main.py"), "import", str(folder), "--json", "--library", str(tmp_path / "l.db")),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"headline"') == 4


def test_the_window_opens_without_network(tmp_path: Path) -> None:
    library, words = tmp_path / "library.db", tmp_path / "stderr"
    with words.open("wb") as stderr:
        window = subprocess.Popen(
            guarded(str(ROOT / "main.py"), "--library", str(library)),
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
            stderr=stderr,
        )
    try:
        deadline = time.monotonic() + 30
        while not library.exists() and window.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(1)  # the window has its library now; give it the time to show and settle
        assert window.poll() is None, words.read_text(encoding="utf-8", errors="replace")
        assert library.exists()
    finally:
        window.kill()
        window.wait()

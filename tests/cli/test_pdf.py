"""PDF from the command line: no display, no window, and Qt only when a PDF is asked for."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from bulletin_desktop import cli
from bulletin_desktop.export.text import TextWriter
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.typeset.template import Template

Run = Callable[..., Any]
Spawn = Callable[..., subprocess.CompletedProcess[bytes]]

NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_compile_makes_a_pdf_without_a_display(spawn: Spawn, manuscript: Path, tmp_path: Path) -> None:
    out = tmp_path / "期.pdf"
    done = spawn("compile", manuscript, "-o", out, "--json", **NO_DISPLAY)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "青石乡整修灌溉渠道" in PdfReader(out).pages[0].extract_text()


def test_a_display_that_is_not_there_is_not_asked_for(spawn: Spawn, manuscript: Path, tmp_path: Path) -> None:
    done = spawn("compile", manuscript, "-o", tmp_path / "期.pdf", DISPLAY=":99", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 0, done.stderr


def test_export_writes_the_pages_that_the_library_has(
    run: Run, spawn: Spawn, manuscript: Path, tmp_path: Path
) -> None:
    library, out = tmp_path / "office.db", tmp_path / "7.pdf"
    run("compile", manuscript, "-o", tmp_path / "7.docx", "--library", library, "--number", 7)
    issue = run("issues", "--library", library, "--json").json[0]["id"]
    done = spawn("export", issue, "-o", out, "--library", library)
    assert (done.returncode, done.stderr) == (0, b"")
    pages = run("pages", issue, "--library", library, "--json").json["pages"]
    assert len(PdfReader(out).pages) == len(pages)


@pytest.mark.parametrize("target", ["folder.pdf", "nowhere/期.pdf"])
def test_a_pdf_that_cannot_be_written_is_one_sentence(
    spawn: Spawn, manuscript: Path, tmp_path: Path, target: str
) -> None:
    folder = tmp_path / "out"
    (folder / "folder.pdf").mkdir(parents=True)
    done = spawn("compile", manuscript, "-o", folder / target, **NO_DISPLAY)
    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert done.stdout == b""
    assert [each.name for each in folder.iterdir()] == ["folder.pdf"]


@pytest.mark.parametrize(("name", "told"), [("期.pdf", True), ("期.txt", False)])
def test_fonts_that_are_not_there_are_named_where_the_file_keeps_others(
    home: Path, manuscript: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, name: str, told: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(Template, "missing", lambda *_: ("仿宋_GB2312", "黑体"))
    out = str(tmp_path / name)
    assert cli.run(["compile", str(manuscript), "-o", out], Catalog.load(CHINESE), {".pdf": TextWriter}) == 0
    assert ("仿宋_GB2312, 黑体" in capfd.readouterr().out) == told


def test_a_word_file_needs_no_qt(spawn: Spawn, manuscript: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked/PySide6"
    blocked.mkdir(parents=True)
    (blocked / "__init__.py").write_text("raise ImportError('libGL.so.1 is missing')", encoding="utf-8")
    path = {"PYTHONPATH": str(blocked.parent)}
    assert spawn("compile", manuscript, "-o", tmp_path / "期.docx", **path).returncode == 0
    done = spawn("compile", manuscript, "-o", tmp_path / "期.pdf", LANG="en_US.UTF-8", **path)
    assert done.returncode == 1
    assert "libGL.so.1 is missing" in done.stderr.decode()
    assert not (tmp_path / "期.pdf").exists()

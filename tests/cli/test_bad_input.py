"""Whatever the world does: one sentence, exit code 1, nothing half-written, nothing lost."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop import cli, paths
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.library.library import Library

Run = Callable[..., Any]

# Root without the right to pass over permissions; an ordinary user has no such right to begin with.
ORDINARY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def assert_one_sentence(err: str, *named: object) -> None:
    (line,) = err.splitlines()
    assert re.search("[\u4e00-\u9fff]", line), line
    assert line.endswith("。")
    for name in named:
        assert str(name) in line


@pytest.fixture
def ordinary() -> tuple[str, ...]:
    """What to put before a command so that permissions count for it."""
    if sys.platform == "win32":
        pytest.skip("permissions are made with chmod")
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root needs setpriv to give up its rights")
    return ORDINARY


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB with nothing left on it."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (
        sys.platform != "linux"
        or os.geteuid()
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs the right to mount a small disk")
    try:
        (folder / "filler").write_bytes(bytes(60 * 1024))
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def missing(folder: Path) -> Path:
    return folder / "没有.txt"


def empty(folder: Path) -> Path:
    file = folder / "空.txt"
    file.write_bytes(b"")
    return file


def white(folder: Path) -> Path:
    file = folder / "白.txt"
    file.write_bytes(" \r\n\u3000\r\n".encode())
    return file


def binary(folder: Path) -> Path:
    file = folder / "图.txt"
    file.write_bytes(bytes(range(256)) * 64)
    return file


def directory(folder: Path) -> Path:
    made = folder / "夹.txt"
    made.mkdir()
    return made


@pytest.mark.parametrize("make", [missing, empty, white, binary, directory])
def test_a_manuscript_that_cannot_be_read(run: Run, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    file, out = make(tmp_path), tmp_path / "issue.docx"
    result = run("compile", file, "-o", out)
    assert (result.code, result.out) == (1, "")
    assert_one_sentence(result.err, file.name)
    assert not out.exists()


def test_the_sentence_is_english_on_an_english_system(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    result = run("compile", missing(tmp_path), "-o", tmp_path / "issue.docx")
    assert "was not found" in result.err


def test_one_bad_manuscript_keeps_the_whole_issue_from_being_made(
    run: Run, manuscript: Path, tmp_path: Path
) -> None:
    library = tmp_path / "office.db"
    result = run("compile", manuscript, empty(tmp_path), "-o", tmp_path / "issue.docx", "--library", library)
    assert result.code == 1
    assert not (tmp_path / "issue.docx").exists()
    assert not library.exists()


def test_a_manuscript_without_permission(
    spawn: Run, ordinary: tuple[str, ...], manuscript: Path, tmp_path: Path
) -> None:
    manuscript.chmod(0)
    done = spawn("compile", manuscript, "-o", tmp_path / "issue.docx", before=ordinary)
    assert done.returncode == 1
    assert_one_sentence(done.stderr.decode("utf-8"), manuscript.name)


def output_is_a_folder(folder: Path) -> Path:
    out = folder / "issue.docx"
    out.mkdir()
    return out


def output_in_no_folder(folder: Path) -> Path:
    return folder / "没有" / "issue.docx"


def output_of_no_format(folder: Path) -> Path:
    return folder / "issue.xyz"


@pytest.mark.parametrize("make", [output_is_a_folder, output_in_no_folder, output_of_no_format])
def test_an_output_that_cannot_be_written(
    run: Run, manuscript: Path, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    out = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = run("compile", manuscript, "-o", out)
    assert (result.code, result.out) == (1, "")
    assert_one_sentence(result.err)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_output_folder_without_permission(
    spawn: Run, ordinary: tuple[str, ...], manuscript: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "锁住"
    folder.mkdir()
    folder.chmod(0o555)
    done = spawn("compile", manuscript, "-o", folder / "issue.docx", before=ordinary)
    assert done.returncode == 1
    assert_one_sentence(done.stderr.decode("utf-8"), folder)
    assert list(folder.iterdir()) == []


def test_a_full_disk_keeps_the_older_file(run: Run, manuscript: Path, full_disk: Path) -> None:
    out = full_disk / "issue.docx"
    out.write_bytes(b"older")
    result = run("compile", manuscript, "-o", out)
    assert result.code == 1
    assert_one_sentence(result.err, full_disk)
    assert out.read_bytes() == b"older"
    assert {file.name for file in full_disk.iterdir()} == {"filler", "issue.docx"}


def test_an_issue_that_cannot_be_written_is_taken_back(run: Run, manuscript: Path, tmp_path: Path) -> None:
    library = tmp_path / "office.db"
    assert run("compile", manuscript, "-o", output_is_a_folder(tmp_path), "--library", library).code == 1
    assert run("issues", "--library", library, "--json").json == []


def test_a_library_that_is_none(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(b"Dear all, this is a letter. " * 40)
    result = run("issues", "--library", file)
    assert result.code == 1
    assert_one_sentence(result.err, file.name)
    assert file.read_bytes() == b"Dear all, this is a letter. " * 40


def test_a_library_of_a_newer_program(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "office.db"
    Library.open(file).close()
    with sqlite3.connect(file) as database:
        database.execute("pragma user_version = 9999")
    database.close()
    before = file.read_bytes()
    result = run("issues", "--library", file)
    assert result.code == 1
    assert_one_sentence(result.err, file.name)
    assert file.read_bytes() == before


def test_a_library_that_another_program_has_open(spawn: Run, tmp_path: Path, home: Path) -> None:
    file = tmp_path / "office.db"
    with Library.open(file):
        done = spawn("issues", "--library", file)
    assert done.returncode == 1
    assert_one_sentence(done.stderr.decode("utf-8"))


def test_an_issue_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("export", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "-o", tmp_path / "issue.docx")
    assert result.code == 1
    assert_one_sentence(result.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("compile",),
        ("compile", "a.txt"),
        ("print",),
        ("compile", "a.txt", "-o", "b.docx", "--date", "gestern"),
        ("compile", "a.txt", "-o", "b.docx", "--number", "9" * 30),
    ],
)
def test_wrong_usage_is_told_apart(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage:" in result.err


def test_a_mistake_of_ours_is_logged_and_told_calmly(
    home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Path:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(paths, "default_library", broken)
    assert cli.run(["issues"], Catalog.load(CHINESE)) == 1
    assert_one_sentence(capfd.readouterr().err, paths.log_file())
    assert "broken on purpose" in paths.log_file().read_text(encoding="utf-8")

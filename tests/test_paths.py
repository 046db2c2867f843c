"""Where the person's things are: in the user's folders, or beside a portable program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bulletin_desktop import paths


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a launcher stands in."""
    folder = tmp_path / "简报 编辑台"
    folder.mkdir()
    monkeypatch.setattr(sys, "executable", str(folder / "BulletinDesktop.exe"))
    return folder


def test_a_portable_program_keeps_everything_beside_itself(program: Path) -> None:
    (program / "portable").touch()
    data = program / "data"
    assert paths.default_library() == data / "library.db"
    assert data in paths.log_file().parents
    assert data in paths.spools().parents


def test_without_the_file_the_users_folders_are_used(program: Path) -> None:
    for path in (paths.default_library(), paths.log_file(), paths.spools()):
        assert program not in path.parents


def test_a_folder_of_that_name_makes_nothing_portable(program: Path) -> None:
    (program / "portable").mkdir()
    assert paths.portable_data() is None


def test_a_library_chosen_on_a_stick_is_found_under_another_drive(program: Path) -> None:
    (program / "portable").touch()
    paths.choose_library(program / "data/年度/2026.db")
    moved = program.rename(program.with_name("另一个盘"))
    sys.executable = str(moved / "BulletinDesktop.exe")
    assert paths.default_library() == moved / "data/年度/2026.db"

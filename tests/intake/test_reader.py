"""The bytes of a chosen file, or one true sentence why they cannot be had."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import reader

CONTENT = "会议召开。\r\n".encode("gb18030")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "来稿.txt"
    path.write_bytes(CONTENT)
    return path


def test_bytes_come_as_they_are_and_the_file_is_left_as_it_was(file: Path) -> None:
    before = file.stat().st_mtime_ns
    assert reader.raw(file, 100) == CONTENT
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (CONTENT, before)


def test_of_a_long_file_one_byte_more_than_is_taken_tells(file: Path) -> None:
    assert reader.raw(file, 3) == CONTENT[:4]


def test_a_missing_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not found"):
        reader.raw(tmp_path / "nowhere.txt", 100)


def test_a_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        reader.raw(tmp_path, 100)


def test_missing_permission_is_named_as_such(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0)
    if os.access(file, os.R_OK):  # root may read everything: let the system refuse instead
        monkeypatch.setattr(Path, "open", _refuse)
    with pytest.raises(UserError, match="no permission"):
        reader.raw(file, 100)


def _refuse(*_arguments: object, **_options: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_path_that_no_system_has_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be read"):
        reader.raw(tmp_path / "a\0b", 100)

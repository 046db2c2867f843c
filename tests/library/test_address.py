"""The address SQLite opens a library by, wherever the file lies."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from bulletin_desktop.library.address import address
from bulletin_desktop.library.library import Library


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/home/资料 1/a.db"), "file:///home/%E8%B5%84%E6%96%99%201/a.db?mode=rw"),
        (PureWindowsPath(r"C:\Users\wang\a.db"), "file:///C:/Users/wang/a.db?mode=rw"),
        (PureWindowsPath(r"\\server\share\a.db"), "file:////server/share/a.db?mode=rw"),  # no authority
        (PurePosixPath("/a?b#c%20.db"), "file:///a%3Fb%23c%2520.db?mode=rw"),
    ],
)
def test_a_path_becomes_an_address_without_authority(
    path: PurePosixPath | PureWindowsPath, expected: str
) -> None:
    assert address(path) == expected


@pytest.mark.parametrize("name", ["a b.db", "资料库.db", "50%20.db", "a#b.db", "a;b&c=d.db"])
def test_a_library_of_any_name_opens_again(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        Library.open(tmp_path / name).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]

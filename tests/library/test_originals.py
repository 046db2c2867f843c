"""Original files in the library: once each, never changed, damage named and mended."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.originals import Original

TEXT = "一份来稿的字节。".encode() * 20_000
PACKED = os.urandom(200_000)  # as most kinds of files are


def original(content: bytes, name: str = "来稿.txt") -> Original:
    return Original(hashlib.sha256(content).hexdigest(), name, content)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def keep(path: Path, *originals: Original) -> None:
    with Library.open(path) as library, library.writing():
        for each in originals:
            library.originals.add(each)


def stored(path: Path) -> list[tuple[str, int, int, int]]:
    """Name, size, whether compressed, bytes it takes."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT name, size, compressed, length(content) FROM originals").fetchall()


@pytest.mark.parametrize("content", [TEXT, PACKED, b"", TEXT[:70_000] + PACKED], ids=len)
def test_a_file_comes_back_as_it_came(path: Path, content: bytes) -> None:
    kept = original(content)
    keep(path, kept)
    with Library.open(path) as library:
        assert library.originals.get(kept.sha256) == kept


def test_it_is_compressed_where_that_saves_something(path: Path) -> None:
    keep(path, original(TEXT, "甲.txt"), original(PACKED, "乙.docx"))
    (text, packed) = stored(path)
    assert text[:3] == ("甲.txt", len(TEXT), 1)
    assert text[3] < len(TEXT) / 20
    assert packed == ("乙.docx", len(PACKED), 0, len(PACKED))


def test_the_same_bytes_are_kept_once_under_the_name_they_first_had(path: Path) -> None:
    keep(path, original(PACKED, "甲.docx"), original(PACKED, "甲（再发）.docx"))
    assert [row[0] for row in stored(path)] == ["甲.docx"]


def test_bytes_with_another_hash_are_a_mistake(path: Path) -> None:
    mixed_up = Original(original(PACKED).sha256, "来稿.txt", TEXT)
    with pytest.raises(ValueError, match="have another hash"):
        keep(path, mixed_up)
    assert stored(path) == []


@pytest.mark.parametrize(
    "damage",
    ["substr(content, 1, 40) || x'00' || substr(content, 42)", "x'00'", "x''"],
    ids=["a byte", "one byte left", "none left"],
)
@pytest.mark.parametrize("content", [TEXT, PACKED], ids=["compressed", "as it is"])
def test_a_damaged_one_is_named_and_mended_when_it_comes_again(
    path: Path, damage: str, content: bytes
) -> None:
    kept = original(content)
    keep(path, kept)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"UPDATE originals SET content = CAST({damage} AS BLOB)")
    with Library.open(path) as library, pytest.raises(UserError, match=r"“来稿\.txt” is damaged"):
        library.originals.get(kept.sha256)
    keep(path, kept)
    with Library.open(path) as library:
        assert library.originals.get(kept.sha256) == kept

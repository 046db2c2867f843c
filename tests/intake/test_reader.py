"""A file becomes text, or one true sentence says why not."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import reader


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "来稿.txt"
    path.write_bytes(data)
    return path


def _archive(member: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(member, "x")
    return memory.getvalue()


def test_text_is_read_whatever_its_encoding(tmp_path: Path) -> None:
    assert reader.read(_file(tmp_path, "会议召开。\r\n".encode("gb18030"))) == "会议召开。\r\n"


def test_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = _file(tmp_path, "会议召开。".encode())
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    reader.read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\u3000\n".encode()])
def test_an_empty_file_is_named_as_such(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserError, match="is empty"):
        reader.read(_file(tmp_path, data))


def test_a_missing_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not found"):
        reader.read(tmp_path / "nowhere.txt")


def test_a_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        reader.read(tmp_path)


def test_missing_permission_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, b"x")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: let the system refuse instead
        monkeypatch.setattr(Path, "open", _refuse)
    with pytest.raises(UserError, match="no permission"):
        reader.read(path)


def _refuse(*_arguments: object, **_options: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(reader.LARGEST + 1)
    with pytest.raises(UserError, match="larger than 16 MB"):
        reader.read(path)


def test_a_binary_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="binary file"):
        reader.read(_file(tmp_path, bytes(range(256)) * 30))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_archive("word/document.xml"), "DOCX"),
        (_archive("xl/workbook.xml"), "XLSX"),
        (_archive("readme"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC/WPS/XLS"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\n<!DOCTYPE html><html></html>", "HTML"),
        ("\ufeff<html>".encode("utf-16-le"), "HTML"),
        (b'<?xml version="1.0"?><w:document/>', "XML"),
    ],
)
def test_other_documents_are_known_by_their_content(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(UserError, match=kind) as caught:
        reader.read(_file(tmp_path, data))
    assert "paste the text" in str(caught.value)

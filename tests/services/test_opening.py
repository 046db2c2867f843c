"""Which originals other programs may open, and by what ending: a file is what it holds, not what it says."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.services import opening
from bulletin_desktop.services.register import Original


def package(*parts: str) -> bytes:
    """A package of Word's as far as its kind is told."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for part in ("[Content_Types].xml", "word/document.xml", *parts):
            made.writestr(part, "<x/>")
    return content.getvalue()


def original(name: str, content: bytes) -> Original:
    return Original(hashlib.sha256(content).hexdigest(), name, content)


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("稿.docx", package(), ".docx"),
        ("稿.DOCX", package(), ".docx"),
        ("稿.exe", package(), ".docx"),
        ("稿.pdf.js", b"%PDF-1.7 x", ".pdf"),
        ("运行.bat", "稿件正文".encode(), ".txt"),
        ("稿.md", "稿件正文".encode(), ".txt"),
        ("图.JPG", b"\xff\xd8\xff\xe0", ".jpg"),
    ],
)
def test_a_document_is_opened_by_an_ending_of_its_kind(name: str, content: bytes, ending: str) -> None:
    assert opening.ending(original(name, content)) == ending


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("稿.docx", b"<html><script>x</script></html>"),
        ("稿.docx", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60)),
        ("稿.zip", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_what_is_no_document_is_not_opened(name: str, content: bytes) -> None:
    with pytest.raises(UserError, match="no document that is opened from here"):
        opening.ending(original(name, content))


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "Word/VBAPROJECT.BIN"])
def test_macros_are_not_opened(part: str) -> None:
    with pytest.raises(UserError, match="has macros"):
        opening.ending(original("稿.docx", package(part)))


def test_a_copy_is_write_protected_made_once_and_goes(tmp_path: Path) -> None:
    source = original("稿:件.docx", package())
    copy = opening.ready(source, tmp_path / "copies")
    assert copy.suffix == ".docx"
    assert ":" not in copy.name
    assert copy.read_bytes() == source.content
    assert not copy.stat().st_mode & stat.S_IWUSR
    assert opening.ready(source, tmp_path / "copies") == copy
    own_folder.remove(tmp_path / "copies")
    assert not (tmp_path / "copies").exists()

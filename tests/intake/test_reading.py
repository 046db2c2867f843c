"""Whatever a file is, reading it gives its pieces or one true sentence."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import ole
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import (
    EncodingUnclear,
    File,
    PasswordNeeded,
    Piece,
    password_needed,
    read,
)
from bulletin_desktop.intake.source import Told
from bulletin_desktop.services import exchange_file as exchange
from bulletin_desktop.services.parcel import Parcel

TEXT = "市政协召开主席会议\r\n3月12日，市政协召开主席会议。\r\n"


def _one(content: bytes, **more: str) -> Piece:
    (piece,) = read(File("来稿", content, **more))
    assert piece.content is None
    return piece


def test_text_comes_as_lines_with_its_encoding() -> None:
    piece = _one(TEXT.encode("gb18030"))
    assert piece.source is not None
    assert [line.text for line in piece.source.lines()] == TEXT.split("\r\n")[:-1]
    assert piece.source.encoding == "gb18030"
    assert piece.source.told == ()


def test_damaged_text_is_read_in_the_encoding_that_was_chosen() -> None:
    content = TEXT.encode()[:10] + b"\xff" + TEXT.encode()[10:]
    error = _one(content).error
    assert isinstance(error, EncodingUnclear)
    assert error.choices[0] == "utf-8"
    source = _one(content, encoding="utf-8").source
    assert source is not None
    assert dict(source.told)[Told.UNREADABLE] >= 1


def exchange_file() -> bytes:
    """An exchange file as `services.exchange_file` writes it."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "1.bulletin"
        exchange.write(written, Parcel(()))
        return written.read_bytes()


@pytest.mark.parametrize(
    ("content", "kind", "sentence"),
    [
        (b"", Kind.EMPTY, "is empty"),
        ("\u3000\n".encode(), Kind.TEXT, "is empty"),
        (bytes(range(256)) * 30, Kind.TEXT, "not text but a binary file"),
        (b"\x89PNG\r\n\x1a\n", Kind.PICTURE, "is a picture"),
        (b"Rar!\x1a\x07\x00", Kind.RAR, "Unpack it"),
        (ole.SIGNATURE + bytes(600), Kind.OLE, "is a spreadsheet"),
        (b"L\x00\x00\x00\x01\x14\x02\x00", Kind.SHORTCUT, "is a shortcut"),
        (exchange_file(), Kind.EXCHANGE, "is an exchange file of this program"),
        (b"\x01A".ljust(54) + bytes(108), Kind.LOCK, "Word's note that a file is open"),
        (b'<?xml version="1.0"?><uof:UOF xmlns:uof="x"/>', Kind.OTHER_XML, "is XML of a kind"),
        (b" " * 3 + b"a" * (16 * 1024 * 1024), Kind.TEXT, "more than 16 MB"),
    ],
)
def test_what_is_no_manuscript_is_said(content: bytes, kind: Kind, sentence: str) -> None:
    piece = _one(content)
    assert piece.kind is kind
    assert sentence in str(piece.error)
    assert "来稿" in str(piece.error)


def test_errors_reach_another_process_as_they_are() -> None:
    wrong = password_needed(File("甲.docx", b"", password="1"))
    back = pickle.loads(pickle.dumps(wrong))
    assert isinstance(back, PasswordNeeded)
    assert back.wrong
    assert str(back) == str(wrong)
    unclear = _one(TEXT.encode()[:10] + b"\xff" + TEXT.encode()[10:]).error
    assert isinstance(unclear, UserError)
    assert pickle.loads(pickle.dumps(unclear)).choices == unclear.choices  # type: ignore[attr-defined]

"""What comes packed: archives, mails and encrypted files give their manuscripts, by names as senders saw."""

from __future__ import annotations

import base64
import io
import random
import time
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import MOST_PIECES, File, PasswordNeeded, Piece, read
from bulletin_desktop.intake.source import Source

TEXT = "市政协召开主席会议\n3月12日，市政协召开主席会议，研究部署下半年重点工作。\n"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class _Old(zipfile.ZipInfo):
    """A member whose name is written as bytes in an encoding that is not told."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw.decode("cp437"))
        self.raw = raw

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's name
        return self.raw, 0


def zipped(*members: tuple[str | bytes, bytes]) -> bytes:
    """A ZIP; a name in bytes is written as old programs do, without saying its encoding."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name) if isinstance(name, str) else _Old(name), content)
    return memory.getvalue()


def _texts(source: Source | None) -> list[str]:
    assert source is not None
    return [line.text for line in source.lines()]


def _read(content: bytes, name: str = "稿件.zip", **more: str) -> tuple[Piece, ...]:
    return read(File(name, content, **more))


def test_an_archive_gives_each_file_by_its_path_in_natural_order() -> None:
    pieces = _read(zipped(("第10篇.txt", TEXT.encode()), ("来稿/第2篇.txt", TEXT.encode("gb18030"))))
    assert [piece.name for piece in pieces] == ["稿件.zip/来稿/第2篇.txt", "稿件.zip/第10篇.txt"]
    assert [piece.content for piece in pieces] == [TEXT.encode("gb18030"), TEXT.encode()]
    assert [_texts(piece.source) for piece in pieces] == [TEXT.split("\n")[:-1]] * 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5"])
def test_names_that_do_not_say_their_encoding_are_read(encoding: str) -> None:
    name = "關於召開會議的通知.txt" if encoding == "big5" else "关于召开会议的通知.txt"
    (piece,) = _read(zipped((name.encode(encoding), TEXT.encode())))
    assert piece.name == f"稿件.zip/{name}"


def test_what_systems_leave_in_archives_is_no_manuscript() -> None:
    junk = ("__MACOSX/._一.txt", ".DS_Store", "稿/Thumbs.db", "~$一.docx", "稿/desktop.ini")
    (piece,) = _read(zipped(*((name, b"\x00\x05\x16\x07") for name in junk), ("一.txt", TEXT.encode())))
    assert piece.name == "稿件.zip/一.txt"


def test_one_bad_file_does_not_stop_the_others() -> None:
    pieces = _read(zipped(("a.bin", bytes(range(256)) * 20), ("b.png", PNG), ("c.txt", TEXT.encode())))
    assert [piece.kind for piece in pieces] == [Kind.TEXT, Kind.PICTURE, Kind.TEXT]
    assert ["binary file" in str(pieces[0].error), "is a picture" in str(pieces[1].error)] == [True, True]
    assert _texts(pieces[2].source) == TEXT.split("\n")[:-1]


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["../../etc/一.txt", "/root/二.txt", "C:\\Windows\\三.txt", "..\\..\\四.txt"]
    pieces = _read(zipped(*((name, TEXT.encode()) for name in names)))
    assert sorted(piece.name.removeprefix("稿件.zip/") for piece in pieces) == sorted(
        ["etc/一.txt", "root/二.txt", "C:/Windows/三.txt", "四.txt"]
    )
    assert list(tmp_path.iterdir()) == []


def test_archives_in_archives_are_opened_three_deep() -> None:
    content = TEXT.encode()
    for name in ("丁.txt", "丙.zip", "乙.zip"):
        content = zipped((name, content))
    (piece,) = _read(content)
    assert piece.name == "稿件.zip/乙.zip/丙.zip/丁.txt"
    (deeper,) = _read(zipped(("甲.zip", content)))
    assert "archives or mails inside each other" in str(deeper.error)


def test_an_archive_that_unpacks_without_end_is_left_in_time() -> None:
    bomb = zipped(*((f"{n}.txt", b"a" * (60 << 20)) for n in range(3)))
    start = time.monotonic()
    pieces = _read(bomb)
    assert "unpacks to more than" in str(pieces[-1].error)
    assert time.monotonic() - start < 8


def test_more_files_than_anybody_sends_are_told() -> None:
    pieces = _read(zipped(*((f"{n}.txt", TEXT.encode()) for n in range(MOST_PIECES + 1))))
    assert len(pieces) == MOST_PIECES + 1
    assert f"more than {MOST_PIECES} files" in str(pieces[-1].error)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped(("一.txt", TEXT.encode()))[:-30], "damaged archive"),
        (b"PK\x03\x04" + bytes(300), "damaged archive"),
        (zipped(), "without any file"),
        (zipped(("空/", b"")), "without any file"),
    ],
)
def test_what_is_wrong_with_an_archive_is_said(content: bytes, sentence: str) -> None:
    (piece,) = _read(content)
    assert sentence in str(piece.error)


def test_a_member_that_is_damaged_is_said_and_the_others_are_read() -> None:
    whole = bytearray(zipped(("一.txt", TEXT.encode() * 40), ("二.txt", TEXT.encode())))
    whole[60:64] = b"\xff\xff\xff\xff"
    first, second = _read(bytes(whole))
    assert "is damaged" in str(first.error)
    assert _texts(second.source) == TEXT.split("\n")[:-1]


# 甲.txt under the password "bulletin", in the old cipher of ZIP, as Info-ZIP writes it
def locked(password: bytes = b"bulletin") -> bytes:
    """A ZIP with one member in ZIP's old cipher (APPNOTE 6.1)."""
    plain, check = TEXT.encode(), zlib.crc32(TEXT.encode())
    keys = [0x12345678, 0x23456789, 0x34567890]

    def crc(value: int, byte: int) -> int:
        return zlib.crc32(bytes([byte]), value ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def update(byte: int) -> None:
        keys[0] = crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc(keys[2], keys[1] >> 24)

    for byte in password:
        update(byte)
    out = bytearray()
    for byte in bytes(11) + bytes([check >> 24]) + plain:
        temporary = keys[2] | 2
        out.append(byte ^ ((temporary * (temporary ^ 1) >> 8) & 0xFF))
        update(byte)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("甲.txt", bytes(out))
    whole = bytearray(memory.getvalue())
    local, central = whole.index(b"PK\x03\x04"), whole.index(b"PK\x01\x02")
    for at, offset in ((local, 6), (central, 8)):
        whole[at + offset] |= 1
        whole[at + offset + 8 : at + offset + 12] = check.to_bytes(4, "little")
        whole[at + offset + 16 : at + offset + 20] = len(plain).to_bytes(4, "little")
    return bytes(whole)


def test_an_archive_under_a_password_asks_for_it() -> None:
    (asked,) = _read(locked())
    assert isinstance(asked.error, PasswordNeeded)
    assert not asked.error.wrong
    (wrong,) = _read(locked(), password="nonsense")
    assert isinstance(wrong.error, PasswordNeeded)
    assert wrong.error.wrong
    (piece,) = _read(locked(), password="bulletin")
    assert piece.name == "稿件.zip/甲.txt"
    assert _texts(piece.source) == TEXT.split("\n")[:-1]


def _mail(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "李明 <liming@example.cn>"
    mail["To"] = "bangongshi@example.cn"
    mail["Subject"] = headers.get("subject", "关于报送稿件的函")
    return mail


def test_a_mail_gives_its_text_and_its_attachments() -> None:
    mail = _mail()
    mail.set_content("您好，稿件见附件。\n", charset="gb18030")
    mail.add_attachment(TEXT.encode("gb18030"), "application", "octet-stream", filename="会议稿.txt")
    mail.add_attachment(PNG, "image", "png", filename="照片.png")
    body, text, picture = _read(bytes(mail), "信.eml")
    assert (body.name, body.content, _texts(body.source)) == (
        "信.eml/关于报送稿件的函",
        None,
        ["您好，稿件见附件。"],
    )
    assert (text.name, text.content) == ("信.eml/会议稿.txt", TEXT.encode("gb18030"))
    assert _texts(text.source) == TEXT.split("\n")[:-1]
    assert picture.name == "信.eml/照片.png"
    assert "is a picture" in str(picture.error)


def test_of_a_text_in_two_forms_the_page_is_read_with_its_pictures() -> None:
    mail = _mail()
    mail.set_content("会议\n召开")
    mail.add_alternative(
        '<html><body><p>会议召开。</p><img src="cid:one@x" width="10"></body></html>', subtype="html"
    )
    payload = mail.get_payload()
    assert isinstance(payload, list)
    payload[1].add_related(PNG, "image", "png", cid="<one@x>")
    (piece,) = _read(bytes(mail), "信.eml")
    assert _texts(piece.source) == ["会议召开。"]
    assert piece.source is not None
    assert [item.content for item in piece.source.items if isinstance(item, FoundPicture)] == [PNG]


@pytest.mark.parametrize(
    "header",
    [
        'attachment; filename="=?GB2312?B?u+HS6bjl?=.txt"',
        "attachment; filename*=utf-8''%E4%BC%9A%E8%AE%AE%E7%A8%BF.txt",
        "attachment; filename*=gb2312''%BB%E1%D2%E9%B8%E5.txt",
        'attachment; filename="会议稿.txt"',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_of_attachments_are_read_in_every_form(header: str, encoding: str) -> None:
    raw = (
        "From: a@example.cn\r\nTo: b@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: application/octet-stream\r\n"
        f"Content-Disposition: {header}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ).encode(encoding)
    (piece,) = _read(raw + base64.b64encode(TEXT.encode()) + b"\r\n--q--\r\n", "信.eml")
    assert piece.name == "信.eml/会议稿.txt"


def test_a_mail_inside_a_mail_is_opened() -> None:
    inner = _mail(subject="内")
    inner.set_content(TEXT)
    outer = _mail(subject="外")
    outer.set_content("转发")
    outer.add_attachment(inner)
    first, second = _read(bytes(outer), "信.eml")
    assert _texts(first.source) == ["转发"]
    assert _texts(second.source) == TEXT.split("\n")[:-1]


def _endless_headers() -> bytes:
    return b"From: a@b.cn\nTo: c@d.cn\n" + b"X-A: b\n" * 500_000


def _many_parts() -> bytes:
    part = b"--q\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return b"From: a@b.cn\r\nTo: c@d.cn\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n" + part * 10_000


def _nested_parts() -> bytes:
    start = b"From: a@b.cn\r\nTo: c@d.cn\r\n"
    deep = (b"Content-Type: multipart/mixed; boundary=q%d\r\n\r\n--q%d\r\n" % (n, n) for n in range(3_000))
    return start + b"".join(deep)


@pytest.mark.parametrize("make", [_endless_headers, _many_parts, _nested_parts])
def test_a_mail_made_to_keep_its_reader_busy_is_refused_in_time(make: object) -> None:
    content = make()  # type: ignore[operator]
    start = time.monotonic()
    pieces = _read(content, "信.eml")
    assert pieces[-1].error is not None
    assert time.monotonic() - start < 5


def test_an_empty_mail_is_said() -> None:
    mail = _mail()
    mail.set_content(" \n")
    (piece,) = _read(bytes(mail), "信.eml")
    assert "without text or attachments" in str(piece.error)


def test_encrypted_packages_ask_and_open(shared: Path) -> None:
    content = (shared / "corpus" / "b93b2d67_bug53475-password-is-pass.docx").read_bytes()
    (asked,) = _read(content, "密.docx")
    assert isinstance(asked.error, PasswordNeeded)
    (wrong,) = _read(content, "密.docx", password="fail")
    assert isinstance(wrong.error, PasswordNeeded)
    assert wrong.error.wrong
    (piece,) = _read(content, "密.docx", password="pass")
    assert (piece.name, piece.kind, piece.content) == ("密.docx", Kind.DOCX, None)


def test_a_package_that_is_no_package_under_any_password_is_said() -> None:
    from tests.intake.test_kinds import ole_file

    (piece,) = _read(ole_file("EncryptionInfo", "EncryptedPackage"), "密.docx", password="x")
    assert isinstance(piece.error, UserError)
    assert "protected in a way" in str(piece.error)


@pytest.mark.parametrize("seed", range(6))
def test_bytes_changed_at_random_never_do_more_than_fail(seed: int) -> None:
    chance = random.Random(seed)
    mail = _mail()
    mail.set_content("正文")
    mail.add_attachment(TEXT.encode(), "application", "octet-stream", filename="会议稿.txt")
    for whole in (zipped(("一.txt", TEXT.encode())), locked(), bytes(mail)):
        for _ in range(150):
            changed = bytearray(whole)
            for _ in range(chance.choice((1, 3, 20))):
                at = chance.randrange(len(changed))
                changed[at : at + chance.choice((0, 1, 1, 9))] = bytes((chance.randrange(256),))
            for piece in _read(bytes(changed), "坏.zip", password="bulletin"):
                assert (piece.source is None) != (piece.error is None)

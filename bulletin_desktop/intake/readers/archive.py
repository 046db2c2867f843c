"""ZIP files: what lies in them, by their names as the sender saw them.

Nothing is written to disk, so a name that leads out of a folder leads nowhere.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding, kinds
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import (
    MOST_UNPACKED,
    File,
    Inside,
    Piece,
    inside,
    password_needed,
    too_large,
    unreadable,
)

# What zipfile raises for damage; the two last where a name or an extra field is empty
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    struct.error,
    IndexError,
)
_MOST_MEMBERS = 5_000
_MOST_LOCKED = 12 * 1024 * 1024  # bytes of members with a password: the cipher runs at 2 MB/s
_LONGEST_NAME = 200
_START = 4_096
_UTF8 = 0x800  # the flag: a name is UTF-8 (APPNOTE 4.4.4)
_LOCKED = 1
_AES = 99  # the method that stands for WinZip's AES (APPNOTE, appendix E)
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NUMBERS = re.compile("([0-9]+)")


def open_up(file: File) -> Iterator[Inside | Piece]:
    """Yield what lies in the archive, in the order of names. Raises `UserError`, `PasswordNeeded`."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            if len(archive.filelist) > _MOST_MEMBERS:
                raise too_large(file)
            yield from _members(file, archive)
    except (*_DAMAGED, OverflowError):
        raise UserError(
            "{name} is a damaged archive and was not opened. Ask its sender for it once more, "
            "or unpack it with another program and take in the files inside.",
            name=file.name,
        ) from None


def _members(file: File, archive: zipfile.ZipFile) -> Iterator[Inside | Piece]:
    files = ((name, info) for name, info in _names(archive) if not info.filename.endswith("/"))
    named = [(name, info) for name, info in files if not _JUNK.search(name)]
    locked = [info for _, info in named if info.flag_bits & _LOCKED]
    if locked:
        _check_locked(file, locked)
    if not named:
        raise UserError(
            "{name} is an archive without any file in it. Ask its sender for it once more.", name=file.name
        )
    spent = 0
    for name, info in sorted(named, key=lambda one: _natural(one[0])):
        found = _member(file, archive, name, info, MOST_UNPACKED - spent)
        spent += len(found.file.content) if isinstance(found, Inside) else 0
        yield found


def _member(
    file: File, archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo, most: int
) -> Inside | Piece:
    whole = inside(file, name, b"")
    try:
        with archive.open(info, pwd=_password(file) if info.flag_bits & _LOCKED else None) as stream:
            start = stream.read(_START)
            if kinds.kind_of(start) is Kind.PICTURE:  # photographs come along, and are large
                return Piece(whole.file.name, Kind.PICTURE, error=unreadable(whole.file, Kind.PICTURE))
            content = start + stream.read(most + 1 - len(start))
    except RuntimeError:  # a password that is not the right one
        raise password_needed(file) from None
    except _DAMAGED:
        if info.flag_bits & _LOCKED:  # one wrong password in 256 is found out by the checksum alone
            raise password_needed(file) from None
        error = UserError(
            "{name} is damaged, or packed in a way that is not read here. "
            "Unpack the archive with another program and take in the file.",
            name=whole.file.name,
        )
        return Piece(whole.file.name, Kind.ZIP, error=error)
    if len(content) > most:
        raise too_large(file)
    return inside(file, name, content)


def _check_locked(file: File, locked: list[zipfile.ZipInfo]) -> None:
    if any(info.compress_type == _AES for info in locked):
        raise UserError(
            "{name} is protected with a password in a way (AES) that is not opened here. "
            "Unpack it with its password, then take in the files inside.",
            name=file.name,
        )
    if not file.password:
        raise password_needed(file)
    if sum(info.compress_size for info in locked) > _MOST_LOCKED:
        raise UserError(
            "{name} holds more than {limit} MB under its password, which takes too long to open here. "
            "Unpack it with its password, then take in the files inside.",
            name=file.name,
            limit=_MOST_LOCKED // (1024 * 1024),
        )


def _password(file: File) -> bytes:
    """Windows' programs take a Chinese password in its own encoding; most passwords are ASCII."""
    return file.password.encode("gb18030")


def _names(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Every member with its name: Chinese Windows writes them in GBK, macOS in UTF-8, both without saying."""
    old = [info for info in archive.filelist if not info.flag_bits & _UTF8]
    raw = [info.orig_filename.encode("cp437", errors="replace").replace(b"\n", b" ") for info in old]
    try:
        names = encoding.decode(b"\n".join(raw)).split("\n") if raw else []
    except ValueError:
        names = []
    if len(names) != len(old):
        names = [name.decode("gb18030", errors="replace") for name in raw]
    repaired = dict(zip(map(id, old), names, strict=True))
    for info in archive.filelist:
        yield _harmless(repaired.get(id(info), info.orig_filename)), info


def _harmless(name: str) -> str:
    parts = _UNFIT.sub("", name.replace("\\", "/")).split("/")
    kept = "/".join(part.strip() for part in parts if part.strip() not in ("", ".", ".."))
    return kept[-_LONGEST_NAME:] or "?"


def _natural(name: str) -> list[tuple[int, int, str]]:
    """2.docx stands before 10.docx."""
    return [
        (0, int(part[:18]), "") if part[0] in "0123456789" else (1, 0, part.lower())
        for part in _NUMBERS.split(name)
        if part
    ]

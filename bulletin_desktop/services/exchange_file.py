"""The exchange file (.bulletin): a zip with a manifest, described in docs/exchange.md.

The same parcel gives the same bytes. A file is made by strangers: it is read within bounds, nothing is
unpacked to a disk, a member's name is a key and never a path, and what the manifest does not name is refused.
"""

from __future__ import annotations

import errno
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from bulletin_desktop import __version__
from bulletin_desktop.document import codec
from bulletin_desktop.document.json_fields import Fields, parsed
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files
from bulletin_desktop.reasons import reason
from bulletin_desktop.services import parcel_json
from bulletin_desktop.services.parcel import Held, Parcel
from bulletin_desktop.services.parcel_json import ORIGINALS, PICTURES

ENDING = ".bulletin"
FORMAT = "bulletin-desktop-exchange"
VERSION = 1

MB = 1024 * 1024
LARGEST = 1024 * MB  # of all members, unpacked
LARGEST_TEXT = 16 * MB  # of a member that is JSON or TOML: a novel has one
MOST_MEMBERS = 20_000
IN_MEMORY = 128 * MB  # of pictures and originals; what is beyond is read again when it is taken in
_MANIFEST = "manifest.json"
_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the second where somebody packed it anew
_CHUNK = 1024 * 1024
_TIME = (1980, 1, 1, 0, 0, 0)  # the first a zip can tell: no clock decides anything here
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, IndexError,
)  # fmt: skip


def write(path: Path, parcel: Parcel) -> None:
    """Write *parcel* to *path*, whole or not at all; raises `UserError` as `export.files.replace` does."""
    files.replace_by(path, partial(_write, parcel))


def read(path: Path) -> Parcel:
    """Return the parcel in a file, every part of it checked; pictures and originals are read when asked for.

    Raises `UserError` if it cannot be read, is no exchange file, damaged, changed by another program, larger
    than any, or made by a newer version of this program.
    """
    return _Reading(path).parcel()


# Writing


def _write(parcel: Parcel, out: IO[bytes]) -> None:
    texts = {name: text.encode("utf-8") for name, text in parcel_json.texts(parcel)}
    held = _members(parcel)
    listed = [
        *({"name": name, "size": len(text), "sha256": _hash(text)} for name, text in texts.items()),
        *({"name": name, "size": each.size, "sha256": each.sha256} for name, each in held.items()),
    ]
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "document": codec.VERSION,
        "program": __version__,
        "files": listed,
        **parcel_json.written(parcel),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        _put(package, _MANIFEST, _json(manifest))
        for name, text in texts.items():
            _put(package, name, text)
        for name, each in held.items():
            _put(package, name, each.content())


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.create_system = 0  # the same on every system
    package.writestr(info, content)


def _members(parcel: Parcel) -> dict[str, Held]:
    return {
        f"{folder}/{each.sha256}": each
        for folder, held in ((PICTURES, parcel.pictures), (ORIGINALS, parcel.originals))
        for each in held
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# Reading


class _Reading:
    """One reading of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._sizes: dict[str, int] = {}
        self._held: dict[str, bytes] = {}

    def parcel(self) -> Parcel:
        try:
            with self._opened() as package:
                return self._read(package)
        except IllegalDocument as problem:
            raise self._damaged() from problem
        except _BROKEN as problem:
            raise self._foreign() from problem
        except OSError as error:
            raise _unreadable(self._path, error) from error

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        with self._path.open("rb") as file:
            try:
                with zipfile.ZipFile(file) as package:
                    yield package
            except OSError as error:
                if error.errno != errno.EINVAL:  # a place before the beginning, in a directory that is wrong
                    raise
                raise self._foreign() from error

    def _read(self, package: zipfile.ZipFile) -> Parcel:
        members = package.infolist()
        self._members = {member.filename: member for member in members}
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST:
            raise self._too_large()
        packed = all(member.compress_type in _PACKING and not member.flag_bits & 1 for member in members)
        if len(members) != len(self._members) or _MANIFEST not in self._members or not packed:
            raise self._foreign()
        manifest = self._manifest(package)
        hashes = self._listed(manifest)
        if {*hashes, _MANIFEST} != set(self._members):
            raise self._damaged()
        texts: dict[str, bytes] = {}
        for name, sha256 in hashes.items():
            if name.startswith((f"{PICTURES}/", f"{ORIGINALS}/")):
                self._hold(package, name, sha256)
            else:
                texts[name] = self._text(package, name, sha256)
        asked = _Texts(texts)
        parcel = parcel_json.read(manifest, asked, partial(self._holder, hashes))
        manifest.done()
        asked.done()
        if len(_members(parcel)) + asked.count != len(hashes):
            raise self._damaged()
        return parcel

    def _manifest(self, package: zipfile.ZipFile) -> Fields:
        found = parsed(self._text(package, _MANIFEST), "manifest")
        fields = Fields(found, "manifest")
        if fields.get("format", "") != FORMAT:
            raise self._foreign()
        version, document = fields.take("version", int), fields.take("document", int)
        if version > VERSION or document > codec.VERSION:
            raise UserError(
                "“{name}” was made by a newer version of this program ({program}). Nothing was changed. "
                "Update the program to take it in.",
                name=self._path.name,
                program=fields.get("program", "")[:40],
            )
        if version != VERSION or document != codec.VERSION:
            raise self._foreign()
        fields.take("program", str)
        return fields

    def _listed(self, manifest: Fields) -> dict[str, str]:
        hashes: dict[str, str] = {}
        for value in manifest.take("files", list):
            fields = Fields(value, "files")
            name, sha256 = fields.take("name", str), fields.take("sha256", str)
            self._sizes[name] = fields.take("size", int)
            fields.done()
            if name in hashes or name == _MANIFEST:
                raise IllegalDocument("files", f"“{name}” stands twice")
            hashes[name] = sha256
        return hashes

    def _text(self, package: zipfile.ZipFile, name: str, sha256: str | None = None) -> bytes:
        content = b"".join(self._chunks(package, name, LARGEST_TEXT))
        if sha256 is not None and _hash(content) != sha256:
            raise self._damaged()
        return content

    def _hold(self, package: zipfile.ZipFile, name: str, sha256: str) -> None:
        """Check a picture or original, and keep it while there is room: most files are read once only."""
        room = self._sizes[name] <= IN_MEMORY - sum(map(len, self._held.values()))
        found, chunks = hashlib.sha256(), []
        for chunk in self._chunks(package, name, self._sizes[name]):
            found.update(chunk)
            if room:
                chunks.append(chunk)
        if found.hexdigest() != sha256 or name.rpartition("/")[2] != sha256:
            raise self._damaged()
        if room:
            self._held[name] = b"".join(chunks)

    def _chunks(self, package: zipfile.ZipFile, name: str, most: int) -> Iterator[bytes]:
        """The bytes of a member; what the zip declares may be a lie."""
        with package.open(self._members[name]) as member:
            while chunk := member.read(_CHUNK):
                most -= len(chunk)
                if most < 0:
                    raise self._too_large()
                yield chunk

    def _holder(self, hashes: dict[str, str], folder: str, sha256: str, name: str) -> Held:
        member = f"{folder}/{sha256}"
        if member not in hashes:
            raise IllegalDocument(folder, f"{sha256} is not in the file")
        return Held(sha256, name, self._sizes[member], partial(self._content, member, sha256))

    def _content(self, member: str, sha256: str) -> bytes:
        """The bytes of a picture or original; what was not kept is read again."""
        if member in self._held:
            return self._held[member]
        try:
            with self._opened() as package:
                content = package.read(member)
        except (*_BROKEN, KeyError) as problem:
            raise self._damaged() from problem
        except OSError as error:
            raise _unreadable(self._path, error) from error
        if _hash(content) != sha256:
            raise self._damaged()
        return content

    def _foreign(self) -> UserError:
        return UserError(
            "“{name}” is no exchange file of this program, or it is cut off. Nothing was changed. "
            "Ask for it once more.",
            name=self._path.name,
        )

    def _damaged(self) -> UserError:
        return UserError(
            "“{name}” is damaged, or another program has changed it. Nothing was changed. "
            "Ask for it once more.",
            name=self._path.name,
        )

    def _too_large(self) -> UserError:
        return UserError(
            "“{name}” has far more in it than any issue, so it was not read. Nothing was changed.",
            name=self._path.name,
        )


class _Texts:
    """The texts in a file, each asked for once; what nobody asks for has no business there."""

    def __init__(self, texts: dict[str, bytes]) -> None:
        self._left = texts
        self.count = len(texts)

    def __call__(self, name: str) -> str:
        if name not in self._left:
            raise IllegalDocument(name, "is not in the file")
        try:
            return self._left.pop(name).decode("utf-8")
        except UnicodeDecodeError:
            raise IllegalDocument(name, "is not UTF-8") from None

    def done(self) -> None:
        if self._left:
            raise IllegalDocument(next(iter(self._left)), "is nothing the manifest tells of")


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        "“{name}” could not be read ({reason}). Nothing was changed. Copy it to this machine and try again.",
        name=path.name,
        reason=reason(error),
    )

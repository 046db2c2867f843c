"""Word's package: parts and what they refer to, read within bounds. It is a zip made by strangers.

Nothing is unpacked to disk and no address is followed: a part's name is a key, never a path.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import field
from typing import IO

from lxml import etree
from lxml.etree import _Element as Element

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.docx import names
from bulletin_desktop.values import dataclass

MB = 1024 * 1024
LARGEST = 100 * MB  # of the file
LARGEST_PART = 64 * MB  # unpacked
MOST_UNPACKED = 400 * MB  # of all that is read
MOST_MEMBERS = 5000
MOST_NODES = 1_000_000  # of a part, each "<" and twice each "=", 130 bytes of memory: 300 pages have 170,000
_CHUNK = 256 * 1024
_HELD = 256  # bytes that may be the beginning of what is looked for
_DOCTYPE = b"<!DOCTYPE"
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)""")
# Encodings in which markup is written in ASCII's bytes, and nothing else is.
_PLAIN = frozenset((b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"gb2312", b"gbk", b"gb18030"))
# What the parser says of nesting and texts beyond what it takes.
_LIMITS = frozenset((etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_INTERNAL_ERROR))
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
    IndexError,
)  # fmt: skip


class Damaged(Exception):  # noqa: N818 - becomes a sentence in `reader`
    """A part cannot be read, or is no XML."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part, or an address outside."""

    kind: str  # the last word of its type: image, footnotes, …
    target: str  # a part's name, or the address
    outside: bool


@dataclass(slots=True)
class Package:
    """The parts of the package *content*, which *name* names in errors.

    Part names are without a leading slash and compare without regard to case, as Word does.
    Raises `UserError` for what is no whole zip, or larger than any manuscript.
    """

    name: str
    content: bytes
    _zip: zipfile.ZipFile = field(init=False)
    _members: dict[str, zipfile.ZipInfo] = field(init=False)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _unpacked: int = 0

    def __post_init__(self) -> None:
        if len(self.content) > LARGEST:
            raise self.too_large(LARGEST // MB)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.content))
        except _DAMAGED as problem:
            raise self.damaged() from problem
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise UserError(
                "{name} has {count} parts, far more than any manuscript, so it was not read. "
                "Open it in Word, select all, copy, and paste the text here.",
                name=self.name,
                count=len(members),
            )
        self._members = {_key(member.filename): member for member in members}

    def too_large(self, most: int) -> UserError:
        """Return what is said of a file that is larger than *most* megabytes, packed or unpacked."""
        return UserError(
            "{name} unpacks to more than {most} MB, far more than any manuscript, so it was not read. "
            "Open it in Word, select all, copy, and paste the text here.",
            name=self.name,
            most=most,
        )

    def damaged(self) -> UserError:
        """Return what is said of a file that is broken."""
        return UserError(
            "{name} is damaged, so nothing was read from it. "
            "Ask for it again, or open it in Word, which may mend it, and save it under another name.",
            name=self.name,
        )

    def too_much(self) -> UserError:
        """Return what is said of more paragraphs, characters or elements than can be read."""
        return UserError(
            "{name} has far more in it than any manuscript, so it was not read. "
            "Open it in Word, copy the part that is needed, and paste it here.",
            name=self.name,
        )

    def _forbidden(self) -> UserError:
        return UserError(
            "{name} has a document type definition inside, which Word never writes and which can do harm, "
            "so it was not read. Open it in Word, select all, copy, and paste the text here.",
            name=self.name,
        )

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return _key(part) in self._members

    def parts(self) -> Iterator[str]:
        """Yield the names of all parts, in lower case."""
        return iter(self._members)

    def size(self, part: str) -> int:
        """Return how long a part says it is, unpacked; 0 if there is none."""
        member = self._members.get(_key(part))
        return member.file_size if member else 0

    def read(self, part: str, most: int = LARGEST_PART) -> bytes:
        """Return a part's bytes. Raises `Damaged` if it is missing, broken or longer than *most*."""
        with self._open(part) as file:
            try:
                content = file.read(most + 1)  # what the zip declares may be a lie
            except _DAMAGED as problem:
                raise Damaged(part) from problem
        self._count(len(content))
        if len(content) > most:
            raise Damaged(part)
        return content

    def xml(self, part: str) -> Element:
        """Return a part's root element, strict names made transitional.

        Raises `Damaged` if it is missing or no XML, `UserError` if it was made to do harm.
        """
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for chunk in self._checked(self._utf8(self._chunks(part))):
                if chunk:
                    parser.feed(chunk)
            root: Element = parser.close()
            return root
        except etree.XMLSyntaxError as problem:
            if getattr(problem, "code", 0) in _LIMITS:
                raise self.too_much() from problem
            raise Damaged(part) from problem
        except UnicodeError as problem:
            raise Damaged(part) from problem

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what *part* ("" for the package) refers to, by id; nothing if that cannot be read."""
        known = self._relations.get(part)
        if known is None:
            folder, _, base = part.rpartition("/")
            where = posixpath.join(folder, "_rels", f"{base}.rels")
            known = self._relations[part] = self._read_relations(folder, where) if self.has(where) else {}
        return known

    def _read_relations(self, folder: str, where: str) -> dict[str, Relation]:
        try:
            root = self.xml(where)
        except Damaged:
            return {}
        found: dict[str, Relation] = {}
        for each in root.iter(names.RELATION):
            target, kind = each.get("Target") or "", (each.get("Type") or "").rpartition("/")[2]
            outside = each.get("TargetMode") == "External"
            found[each.get("Id") or ""] = Relation(
                kind, target if outside else _inside(folder, target), outside
            )
        return found

    def _open(self, part: str) -> IO[bytes]:
        member = self._members.get(_key(part))
        if member is None or member.flag_bits & 1:
            raise Damaged(part)
        try:
            return self._zip.open(member)
        except _DAMAGED as problem:
            raise Damaged(part) from problem

    def _count(self, read: int) -> None:
        self._unpacked += read
        if self._unpacked > MOST_UNPACKED:
            raise self.too_large(MOST_UNPACKED // MB)

    def _chunks(self, part: str) -> Iterator[bytes]:
        length = 0
        with self._open(part) as file:
            while True:
                try:
                    chunk = file.read(_CHUNK)
                except _DAMAGED as problem:
                    raise Damaged(part) from problem
                if not chunk:
                    return
                length += len(chunk)
                self._count(len(chunk))
                if length > LARGEST_PART:
                    raise self.too_large(LARGEST_PART // MB)
                yield chunk

    def _utf8(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the same in an encoding whose markup is ASCII, so that it can be looked at."""
        first = next(chunks, b"")
        if first.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
            order = "" if first[0] >= 0xFE else "-le" if first[0] else "-be"
            decoder = getincrementaldecoder(f"utf-16{order}")()
            text = decoder.decode(first)
            yield _without_declaration(text).encode()
            for chunk in chunks:
                yield decoder.decode(chunk).encode()
            return
        declared = _DECLARED.match(first.removeprefix(b"\xef\xbb\xbf"))
        if declared and declared[1].lower() not in _PLAIN:
            raise UnicodeError(declared[1].decode())
        yield first
        yield from chunks

    def _checked(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the same with transitional names, or raise when there is too much or what harms."""
        nodes = 0
        held = b""
        for chunk in chunks:
            nodes += chunk.count(b"<") + 2 * chunk.count(b"=")
            if nodes > MOST_NODES:
                raise self.too_much()
            held += chunk
            if _DOCTYPE in held:
                raise self._forbidden()
            # Neither a name of ours nor a DOCTYPE has one of these inside, so that none is cut apart.
            cut = max(held.rfind(b">") + 1, held.rfind(b'"') + 1, len(held) - _HELD)
            yield _transitional(held[:cut])
            held = held[cut:]
        yield _transitional(held)


def _transitional(markup: bytes) -> bytes:
    if names.STRICT in markup:
        for strict, transitional in names.TRANSITIONAL:
            markup = markup.replace(strict, transitional)
    return markup


def _without_declaration(text: str) -> str:
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _inside(folder: str, target: str) -> str:
    """Return the name of the part that *target* means in *folder*; it never leaves the package."""
    target = target.replace("\\", "/")
    whole = target if target.startswith("/") else f"/{folder}/{target}"
    return posixpath.normpath(whole).lstrip("/")

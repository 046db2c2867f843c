"""The parts of a mail or a web archive, with bounds: neither their number nor their nesting is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.reading import File
from bulletin_desktop.values import dataclass

LARGEST = 64 * 1024 * 1024  # bytes; servers pass on half of it
MOST_PARTS = 500

_MOST_BOUNDARIES = 60  # multiparts inside each other or after each other
_MOST_HEADERS = 2_000  # lines
_LONGEST_HEADER = 4_000  # characters that are looked at
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_BARE_NAME = re.compile(r'\b(?:file)?name\s*=\s*(?:"([^"]*)"|([^;\s]+))', re.IGNORECASE)
_MULTIPART = "multipart/"


@dataclass(frozen=True, slots=True)
class Part:
    """One part that holds no others. *alternative* tells that it says the same as its neighbours."""

    message: Message
    media_type: str
    charset: str
    name: str  # of an attached file, empty for a body
    attached: bool
    content_id: str
    location: str
    alternative: bool

    def content(self) -> bytes:
        """Return the decoded bytes."""
        payload = self.message.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""


def parse(file: File) -> Message:
    """Return the message. Raises `UserError` for what is larger or deeper than any mail."""
    content = file.content
    head = _BLANK.search(content)
    if (
        len(content) > LARGEST
        or len(_BOUNDARY.findall(content)) > _MOST_BOUNDARIES
        or content.count(b"\n", 0, head.start() if head else len(content)) > _MOST_HEADERS
    ):
        raise UserError(
            "{name} is a mail or web archive larger or deeper than any that is written, and was not read. "
            "Save the attachments that are needed, then take those in.",
            name=file.name,
        )
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    return BytesParser(policy=compat32).parsebytes(content.lstrip(b"\r\n"))


def parts(file: File, message: Message) -> Iterator[Part]:
    """Yield the parts that hold text or files, in order. Raises `UserError` for more than `MOST_PARTS`."""
    todo = [(message, False)]
    count = 0
    while todo:
        one, alternative = todo.pop()
        count += 1
        if count > MOST_PARTS:
            raise UserError(
                "{name} is a mail or web archive of more than {limit} parts and was not read. "
                "Save the attachments that are needed, then take those in.",
                name=file.name,
                limit=MOST_PARTS,
            )
        payload = one.get_payload()
        media_type = one.get_content_type().lower()
        if isinstance(payload, list) and media_type.startswith(_MULTIPART):
            inside = alternative or media_type == "multipart/alternative"
            todo += [(each, inside) for each in reversed(payload) if isinstance(each, Message)]
        else:
            yield _part(one, media_type, alternative)


def header(message: Message, name: str) -> str:
    """Return a header's text on one line, empty where there is none."""
    return _unfolded(_raw(message, name))


def _part(message: Message, media_type: str, alternative: bool) -> Part:
    name = _file_name(message)
    disposition = _raw(message, "Content-Disposition")[:20].strip().lower()
    try:
        charset = str(message.get_content_charset() or "")
    except (LookupError, UnicodeError):
        charset = ""
    return Part(
        message,
        media_type,
        charset,
        name,
        disposition.startswith("attachment") or bool(name),
        _raw(message, "Content-ID").strip().strip("<>"),
        _unfolded(_raw(message, "Content-Location")),
        alternative,
    )


def _file_name(message: Message) -> str:
    """Chinese programs write a name in whatever form: RFC 2231, encoded words, or its bare bytes."""
    for header_name, parameter in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        value = _raw(message, header_name)
        if not value or len(value) > _LONGEST_HEADER:
            continue
        if not value.isascii():
            bare = _BARE_NAME.search(value)
            if bare:
                return _unfolded(bare[1] or bare[2])
            continue
        try:
            said = message.get_param(parameter, header=header_name)
        except (LookupError, ValueError, TypeError):
            continue
        if isinstance(said, tuple):
            return _of_charset(said[2], said[0] or "")
        if isinstance(said, str) and said.strip():
            return _unfolded(said)
    return ""


def _of_charset(text: str, charset: str) -> str:
    """A value of RFC 2231: its bytes stand in the text one by one."""
    raw = text.encode("latin-1", errors="replace")
    try:
        return encoding.read_declared(raw, charset).text
    except ValueError:
        return _bare(raw)


def _raw(message: Message, name: str) -> str:
    """A header as it stands; bytes beyond ASCII are lone surrogates."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return next(found, "")[: _LONGEST_HEADER + 1]


def _unfolded(value: str) -> str:
    """A header's text: encoded words decoded, bare bytes by what they are, on one line."""
    text = value[:_LONGEST_HEADER]
    if not text.isascii():
        return " ".join(_bare(text.encode("utf-8", errors="surrogateescape")).split())
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        pieces = [(text, None)]
    found = []
    for piece, charset in pieces:
        raw = piece.encode("utf-8", errors="replace") if isinstance(piece, str) else piece
        try:
            found.append(encoding.read_declared(raw, charset or "").text)
        except ValueError:
            found.append(_bare(raw))
    return " ".join("".join(found).split())


def _bare(raw: bytes) -> str:
    try:
        return encoding.decode(raw)
    except ValueError:
        return raw.decode("gb18030", errors="replace")

"""Mails (.eml): the text and each attachment is a manuscript of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.kinds import Kind, kind_of
from bulletin_desktop.intake.readers import mime, web_archive
from bulletin_desktop.intake.readers.mime import Part
from bulletin_desktop.intake.reading import File, Inside, Piece, inside, unreadable

_HTML, _PLAIN = "text/html", "text/plain"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_TAG = re.compile(rb"<[^<>]*>|&nbsp;")
_BLANKS = b" \t\r\n\xef\xbb\xbf"
_LONGEST_NAME = 80
_EXTERNAL = ("message/rfc822", "message/partial", "message/external-body", "message/delivery-status")


def open_up(file: File) -> Iterator[Inside | Piece]:
    """Yield the mail's text, then its attachments. Raises `UserError`."""
    message = mime.parse(file)
    parts = list(mime.parts(file, message))
    bodies = [part for part in parts if not part.attached and part.media_type in (_HTML, _PLAIN)]
    title = _safe(mime.header(message, "Subject"))
    found = 0
    for nth, body in enumerate(_shown(bodies), 1):
        whole = _body(file, body, parts, f"{title or 'mail'}{'' if nth == 1 else f' {nth}'}")
        if whole is not None:
            found += 1
            yield Inside(whole)
    for nth, part in enumerate(parts, 1):
        if part in bodies or (
            part.content_id and part.media_type.startswith("image/") and not _is_named(part)
        ):
            continue
        content = _attached(part)
        if not content and not part.attached:
            continue
        found += 1
        name = _safe(part.name) or f"{nth}.{part.media_type.rpartition('/')[2]}"
        one = inside(file, name, content)
        if kind_of(content) is Kind.PICTURE:
            yield Piece(one.file.name, Kind.PICTURE, error=unreadable(one.file, Kind.PICTURE))
        else:
            yield one
    if not found:
        raise UserError(
            "{name} is a mail without text or attachments. Ask its sender for it once more.", name=file.name
        )


def _shown(bodies: list[Part]) -> Iterator[Part]:
    """Of what says the same in two forms the page: it has tables and pictures, and no broken lines."""
    pages = any(body.media_type == _HTML and body.alternative for body in bodies)
    return (body for body in bodies if not (pages and body.alternative and body.media_type == _PLAIN))


def _body(file: File, body: Part, parts: list[Part], name: str) -> File | None:
    """The text as a file in UTF-8; None if nothing is written there."""
    named = replace(file, name=f"{file.name}/{name}")
    if body.media_type == _HTML:
        page = web_archive.as_page(named, body, parts)
        return page if _TAG.sub(b"", page.content).strip(_BLANKS) or b"<img" in page.content else None
    content = body.content()
    try:
        text = encoding.read_declared(content, body.charset).text
    except ValueError:
        return replace(named, content=content) if content.strip() else None
    return replace(named, content=text.encode("utf-8-sig", errors="replace")) if text.strip() else None


def _attached(part: Part) -> bytes:
    """The attachment's bytes; a mail inside a mail is written out again."""
    if part.media_type in _EXTERNAL:
        payload = part.message.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if isinstance(inner, Message):
            return inner.as_bytes()
    return part.content()


def _is_named(part: Part) -> bool:
    disposition = str(part.message.get("Content-Disposition") or "").strip().lower()
    return disposition.startswith("attachment")


def _safe(name: str) -> str:
    """A name on one line that no path can hide in."""
    return _UNFIT.sub(" ", name).strip(" .")[:_LONGEST_NAME]

"""Articles on the clipboard: whole, as the codec writes them, to outlive what they are copies of."""

from __future__ import annotations

import base64
import binascii
import json

from bulletin_desktop.document import codec, text
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Section
from bulletin_desktop.document.schema import IllegalDocument, check_text
from bulletin_desktop.values import dataclass

ARTICLES = "application/x-bulletin-articles"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Clip:
    """What was copied. A piece with a title is a section, one without holds articles alone."""

    pieces: tuple[Section, ...]
    pictures: tuple[bytes, ...] = ()


def packed(clip: Clip) -> bytes:
    """Return *clip* as it travels between programs."""
    pieces = [
        {"title": piece.title, "articles": [codec.dumps(article) for article in piece.articles]}
        for piece in clip.pieces
    ]
    pictures = [base64.b64encode(picture).decode("ascii") for picture in clip.pictures]
    value = {"version": VERSION, "pieces": pieces, "pictures": pictures}
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def unpacked(content: bytes) -> Clip:
    """Return what `packed` wrote; raises `IllegalDocument` for anything else."""
    try:
        value = json.loads(content.decode("utf-8"))
        if value["version"] != VERSION:
            raise IllegalDocument("clipboard", f"has version {value['version']}")
        pieces = tuple(
            Section(new_id(), str(piece["title"]), tuple(map(codec.loads_article, piece["articles"])))
            for piece in value["pieces"]
        )
        pictures = tuple(base64.b64decode(each, validate=True) for each in value["pictures"])
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise IllegalDocument("clipboard", f"is not what this program writes ({error})") from None
    for piece in pieces:
        check_text(piece.title, "clipboard, title")
    return Clip(pieces, pictures)


def plain(clip: Clip) -> str:
    """Return the words of *clip* for other programs, an empty line between articles."""
    parts = [
        part
        for piece in clip.pieces
        for part in (piece.title, *(text.plain_text(article) for article in piece.articles))
    ]
    return "\n\n".join(filter(None, parts))

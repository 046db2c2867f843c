"""Pictures of a mail or web archive put into the page that shows them, where the reader of HTML looks."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from urllib.parse import unquote

from bulletin_desktop.intake.readers.mime import Part

_MOST = 48 * 1024 * 1024  # bytes of pictures in one page
_SRC = re.compile(r"""(\bsrc\s*=\s*)("([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE)


def with_pictures(page: str, parts: Iterable[Part], base: str = "") -> str:
    """Return *page* with the pictures among *parts* as data URLs; *base* is the page's own address."""
    known = _by_address(parts)
    spent = 0

    def put(found: re.Match[str]) -> str:
        nonlocal spent
        part = _part(known, found[3] or found[4] or found[5], base)
        if part is None:
            return found[0]
        content = part.content()
        spent += len(content)
        if not content or spent > _MOST:
            return found[0]
        data = base64.b64encode(content).decode("ascii")
        return f'{found[1]}"data:{part.media_type};base64,{data}"'

    return _SRC.sub(put, page) if known else page


def _by_address(parts: Iterable[Part]) -> dict[str, Part]:
    known: dict[str, Part] = {}
    for part in parts:
        if not part.media_type.startswith("image/"):
            continue
        if part.content_id:
            known[f"cid:{part.content_id}"] = part
        if part.location:
            known[part.location] = part
            known.setdefault(part.location.rpartition("/")[2], part)
    return known


def _part(known: dict[str, Part], address: str, base: str) -> Part | None:
    address = address.strip().replace("&amp;", "&")
    folder = base.rpartition("/")[0]
    for candidate in (address, unquote(address), f"{folder}/{address}"):
        if candidate in known:
            return known[candidate]
    name = address.rpartition("/")[2]
    return None if address.lower().startswith(("http", "data:", "cid:")) else known.get(unquote(name))

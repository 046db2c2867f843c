"""Pictures that HTML names: inside it, or in the folder beside it where Word and WPS put theirs; no others.

A page can name any file, and on Windows a file's name can name another computer: only plain local paths
inside the folder for temporary files are opened.
"""

from __future__ import annotations

import base64
import binascii
import re
import tempfile
from pathlib import Path
from urllib.parse import unquote

from bulletin_desktop.intake.html.styles import Style, tenths
from bulletin_desktop.intake.pasted import FoundPicture

_FOLDERS = re.compile(r"(?:msohtmlclip|ksohtml|lu[0-9a-z]+\.tmp)[0-9a-z]*", re.IGNORECASE)
_TINY = 6  # tenths of a millimetre, two pixels: counts visitors
_MOST = 2_000  # tenths: no page is wider
_INSIDE = "data:#"


def found(
    attributes: dict[str, str | None],
    style: Style,
    data: tuple[str, ...],
    beside: bool,
    may_open: bool = True,
) -> FoundPicture | str:
    """Return the picture of an img element, or what is counted: web_pictures, pictures (not there), or "".

    *data* are the contents of data URLs; *beside* tells that a picture lies beside the HTML: it is
    this one if the address leads nowhere. No file is opened unless *may_open*.
    """
    address = (attributes.get("src") or attributes.get("data-src") or "").strip()
    width = tenths(style.get("width")) or tenths(attributes.get("width"))
    height = tenths(style.get("height")) or tenths(attributes.get("height"))
    if 0 < width <= _TINY or 0 < height <= _TINY:
        return ""
    if not (width <= _MOST and height <= _MOST):
        width = height = 0
    is_file = address.lower().startswith("file:")
    content: bytes | Path | None = _decoded(data, address)
    if is_file:
        content = local(address) if may_open else None
    if content or beside:
        return FoundPicture(content, width, height)
    if is_file or address.startswith(_INSIDE):
        return "pictures"
    return "web_pictures" if address else ""


def local(address: str, folder: Path | None = None) -> Path | None:
    """Return the file of a file: address if an office program has put it into *folder*.

    By default that is the system's for temporary files.
    """
    rest = unquote(address[len("file:") :]).replace("\\", "/")
    if not rest.startswith("///") and rest.startswith("//"):
        return None  # another computer's
    name = rest.lstrip("/")
    if rest.startswith("////") or "\0" in name:
        return None
    path = Path(name) if re.match("[A-Za-z]:/", name) else Path("/", name)
    if ".." in path.parts or not any(_FOLDERS.fullmatch(part) for part in path.parts):
        return None
    place = (folder or Path(tempfile.gettempdir())).resolve()
    try:
        return path if path.resolve().is_relative_to(place) and path.is_file() else None
    except OSError:
        return None


def _decoded(data: tuple[str, ...], address: str) -> bytes | None:
    number = address.removeprefix(_INSIDE)
    if number == address or not (
        number.isascii() and number.isdigit() and len(number) < 7 and int(number) < len(data)
    ):
        return None
    try:
        return base64.b64decode(data[int(number)])
    except (binascii.Error, ValueError):
        return None

"""The name by which SQLite opens a file."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote


def address(path: PurePath, mode: str = "rw") -> str:
    """Return the URI by which SQLite opens the absolute *path*; neither "rw" nor "ro" creates it.

    Not `Path.as_uri`: it names a Windows share as the authority, and SQLite takes no authority but localhost
    (https://sqlite.org/uri.html, section 3.1).
    """
    way = quote(path.as_posix(), safe="/:")
    return f"file://{'' if way.startswith('/') else '/'}{way}?mode={mode}"

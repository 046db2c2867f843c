"""Text made safe for XML."""

from __future__ import annotations

import re

# XML 1.0, section 2.2: all but these. Word calls a file with one of the others corrupt. A carriage
# return is legal, but every reader turns it into a newline.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escaped(text: str) -> str:
    """Return *text* for element content or a double-quoted attribute, without what XML forbids.

    Half of a surrogate pair and control characters go; nobody can see them, and the file could not be opened.
    """
    if text.isprintable():
        return _SPECIAL.sub(_name, text) if _SPECIAL.search(text) else text
    return _SPECIAL.sub(_name, legal(text))


def legal(text: str) -> str:
    """Return *text* without the characters that XML forbids, nothing escaped."""
    return _FORBIDDEN.sub("", text)


def _name(match: re.Match[str]) -> str:
    return _NAMED[match[0]]

"""One sanitiser for every file name the program proposes or makes from people's words."""

from __future__ import annotations

import re
import unicodedata

from bulletin_desktop import windows_names
from bulletin_desktop.document.model import Issue

_LONGEST = 120
"""Characters of a whole name. A path of 260 keeps room for its folders; 120 Chinese characters are 360 bytes
in UTF-8, so `_LARGEST` limits them once more."""
_LARGEST = 240
"""Bytes in UTF-8: Linux file systems take 255, and temporary files beside the target need some."""
_FULL_WIDTH = str.maketrans(windows_names.FORBIDDEN, "＜＞：＂／＼｜？＊")


def safe_name(stem: str, suffix: str = "", fallback: str = "bulletin") -> str:
    """Return *stem* + *suffix* as a file name every Windows and Linux file system takes.

    Forbidden marks become their full-width forms, so the name reads the same; control characters,
    surrogates and other characters without a shape go; spaces and dots at the ends go (Windows drops
    them silently); a device's name gets an underscore; too long a stem is cut. *suffix* is kept as it
    is ("" or ".docx"). An empty stem becomes *fallback*.
    """
    text = unicodedata.normalize("NFC", stem).translate(_FULL_WIDTH)
    text = re.sub(r"\s+", " ", text)
    text = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn"))
    text = _shortened(text.strip(" ."), suffix).strip(" .") or fallback
    first, dot, rest = text.partition(".")
    if windows_names.is_device(first):
        text = f"{first.rstrip()}_{dot}{rest}"
    return text + suffix


def _shortened(stem: str, suffix: str) -> str:
    """Return the longest start of *stem* that stays within both limits together with *suffix*."""
    stem = stem[: _LONGEST - len(suffix)]
    room = _LARGEST - len(suffix.encode("utf-8"))
    return stem.encode("utf-8")[:room].decode("utf-8", errors="ignore")


def issue_title(issue: Issue) -> str:
    """Return an issue's name as offices write it: 简报2026年第3期, 简报2026年增刊第1期."""
    kind = "增刊" if issue.supplement else ""
    return f"{issue.masthead.name}{issue.year}年{kind}第{issue.number}期"

"""Characters of fonts of signs as the Unicode characters nearest to them."""

from __future__ import annotations

import re

from bulletin_desktop.intake.docx import symbol_tables

_TABLES = {
    "symbol": symbol_tables.SYMBOL,
    "wingdings": symbol_tables.WINGDINGS,
    "wingdings 2": symbol_tables.WINGDINGS_2,
    "wingdings 3": symbol_tables.WINGDINGS_3,
    "webdings": symbol_tables.WEBDINGS,
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
UNKNOWN = "□"
"""What stands for a sign that nothing in Unicode is like."""


def is_of_signs(font: str) -> bool:
    """Tell whether letters in *font* show as signs."""
    return font.lower() in _TABLES


def shown(text: str, font: str) -> tuple[str, int]:
    """Return *text* in a font of signs as it looks, and how many of its characters are others.

    Word writes such characters as they are or in the private area from U+F000 on; those of a font that
    is not known stay what they are unless they are in that area.
    """
    table = _TABLES.get(font.lower())
    signs = 0
    found = []
    for character in text:
        code = ord(character)
        private = 0xF020 <= code <= 0xF0FF
        if private or (table is not None and 0x20 < code < 0x100):
            code = code - 0xF000 if private else code
            found.append((table or symbol_tables.SYMBOL).get(code, UNKNOWN))
            signs += found[-1] != character
        else:
            found.append(character)
    return "".join(found), signs


def has_private(text: str) -> bool:
    """Tell whether *text* has characters of the area where Word puts those of fonts of signs."""
    return _PRIVATE.search(text) is not None

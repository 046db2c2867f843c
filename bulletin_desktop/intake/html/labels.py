"""Numbers and bullets of lists as text: an article has no lists of its own."""

from __future__ import annotations

import re

from bulletin_desktop.values import dataclass

BULLET = "•"
_NUMERALS = "一二三四五六七八九"
_SIGNS = {"l": "●", "n": "■", "u": "◆", "p": "□", "q": "□", "Ø": "➢", "ü": "√", "v": "◆", "§": "■"}
# Word writes such a letter as it is or in the private area that fonts of signs have.
_WINGDINGS = {ord(key) + area: sign for key, sign in _SIGNS.items() for area in (0, 0xF000)}
_DIGITS = re.compile("-?[0-9]{1,6}")
_HIGHEST = 10**6


def shown(label: str, family: str) -> str:
    """Return a number or bullet as Word shows it: its bullets are letters of a font of signs."""
    text = "".join(label.replace("\xa0", " ").split())
    if "wingdings" in family:
        return text.translate(_WINGDINGS)
    if text in ("·", "\uf0b7"):
        return BULLET
    return text + " " if text[-1:].isascii() and text[-1:].isalnum() else text


@dataclass(slots=True)
class List:
    """A list that is open, and the number of its next item."""

    kind: str  # as the attribute type writes it; "" for bullets
    number: int = 1

    @classmethod
    def of(cls, tag: str, attributes: dict[str, str | None]) -> List:
        """Return the list that an element begins."""
        if tag != "ol":
            return cls("")
        style = (attributes.get("style") or "").lower()
        kind = attributes.get("type") or "1"
        if "cjk" in style or "chinese" in style:
            kind = "一"
        return cls(kind, _number(attributes.get("start")) or 1)

    def next(self, attributes: dict[str, str | None]) -> str:
        """Return the label of the next item."""
        if not self.kind:
            return BULLET
        number = _number(attributes.get("value")) or self.number
        self.number = number + 1
        if self.kind == "一":
            return f"{chinese(number)}、"
        if self.kind in ("a", "A") and 1 <= number <= 26:
            return f"{chr(ord(self.kind) + number - 1)}."
        return f"{number}."


def chinese(number: int) -> str:
    """Return a number as headings write it: 十二; from 100 on in digits."""
    if not 1 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (_NUMERALS[ones - 1] if ones else "")


def _number(text: str | None) -> int:
    found = _DIGITS.fullmatch((text or "").strip())
    return max(-_HIGHEST, min(int(found[0]), _HIGHEST)) if found else 0

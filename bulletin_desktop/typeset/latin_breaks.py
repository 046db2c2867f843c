"""Where a line may break in and around Latin text: the part of Unicode line breaking that bulletins need.

Classes and rules by their names in UAX #14, with LibreOffice's changes: it follows the rules of Unicode 5.0
(an ellipsis may begin a line after a mark), a line may end after any hyphen, no letter or digit follows a
full-width closing mark on a new line, and an address is not divided after a slash if a space is near.
"""

from __future__ import annotations

import unicodedata

from bulletin_desktop.typeset.characters import CJK, CLOSING, OPENING, scripts

_LETTER, _IDEOGRAPH, _COMBINING = "AL", "ID", "CM"
_NEAR = 66  # characters: how far before a slash LibreOffice looks for a space to end the line at instead


class _Classes(dict[str, str]):
    """Character to class; filled as characters occur that are not listed."""

    def __missing__(self, char: str) -> str:
        if unicodedata.combining(char):
            kind = _COMBINING
        elif scripts(char) != CJK:
            kind = _IDEOGRAPH if char >= "\U0001f000" else _LETTER
        elif char in CLOSING:
            kind = "CL"
        else:
            kind = "OP" if char in OPENING else _IDEOGRAPH
        self[char] = kind
        return kind


_CLASSES = _Classes(
    {
        **dict.fromkeys("0123456789", "NU"),
        **dict.fromkeys("([{", "OP"),
        **dict.fromkeys(")]", "CP"),
        **dict.fromkeys("}", "CL"),
        **dict.fromkeys("!?", "EX"),
        **dict.fromkeys(",.:;︰", "IS"),
        **dict.fromkeys("\"'“”‘’«»", "QU"),
        **dict.fromkeys("$+£¥€±№￥￡", "PR"),
        **dict.fromkeys("%¢‰′″℃％￠", "PO"),
        **dict.fromkeys("！？", "EX"),
        **dict.fromkeys("：；々‖ー", "NS"),
        **dict.fromkeys("|–‐\u00ad\u3000", "BA"),
        **dict.fromkeys("\u00a0\u2007\u202f", "GL"),
        **dict.fromkeys("\u2060\ufeff", "WJ"),
        **dict.fromkeys("…‥", "IN"),
        "-": "HY",
        **dict.fromkeys("/\\", "SY"),
        " ": "SP",
        "—": "B2",
        **dict.fromkeys("～｜﹏", _IDEOGRAPH),
        "\u200b": "ZW",
    }
)
# No break before these, whatever precedes (LB7, LB13, LB21).
_NEVER_BEFORE = {"SP", "ZW", "CL", "CP", "EX", "NS", "IS", "SY", "BA", "HY", _COMBINING}
_NEVER_AFTER = {"OP", "QU", "GL", "WJ"}
# Pairs that stay together (LB17, LB22 to LB30).
_TOGETHER = {
    ("AL", "AL"), ("AL", "NU"), ("NU", "AL"), ("NU", "NU"),
    ("AL", "OP"), ("NU", "OP"), ("CP", "AL"), ("CP", "NU"), ("CL", "AL"), ("CL", "NU"),
    ("PR", "AL"), ("PO", "AL"), ("AL", "PR"),
    ("NU", "PO"), ("NU", "PR"), ("PR", "NU"), ("PO", "NU"),
    ("PR", "ID"), ("ID", "PO"), ("IS", "AL"), ("IS", "NU"), ("B2", "B2"),
    ("AL", "IN"), ("ID", "IN"), ("IN", "IN"), ("NU", "IN"),
}  # fmt: skip
# What may stand inside a number (LB25): 1,200 or 1/2, and what closes it: 5）%.
_INSIDE_NUMBER = {"IS", "SY"}
_CLOSES_NUMBER = {"CL", "CP"}
_AROUND_NUMBER = {"PO", "PR"}


def allowed(text: str, at: int) -> bool:
    """True if Unicode's rules let a line end before ``text[at]``; 0 < at < len(text)."""
    left, right = _CLASSES[text[at - 1]], _CLASSES[text[at]]
    if left == "ZW":
        return right not in ("ZW", "SP")
    if left == "SP":
        return right not in ("SP", "ZW", "CL", "CP", "EX", "IS", "SY", "WJ")
    if right in _NEVER_BEFORE or left in _NEVER_AFTER or right in ("QU", "GL", "WJ"):
        return False
    if (left, right) in _TOGETHER or (left == _IDEOGRAPH and text[at] == "°"):
        return False
    return not _parts_number(text, at, left, right)


def last_place(text: str, start: int, cut: int) -> int:
    """Return the last place up to *cut* where LibreOffice ends a line that begins at *start*.

    Less than *start* if there is none. ``text[cut]`` is the first character without room.
    """
    if text[cut - 1] != "/" and text[cut] <= "\uffff" and allowed(text, cut):
        return cut
    end = cut - 1
    while end >= start and end and not allowed(text, end):
        end -= 1
    if end >= start and end and text[end - 1] == "/":
        return _before_address(text, end)
    return end


def _before_address(text: str, end: int) -> int:
    """A line shall not end after a slash at *end* if a space is near before it."""
    for at in range(end - 2, max(end - _NEAR, 0) - 1, -1):
        if text[at].isspace() and _CLASSES[text[at]] != "GL":
            return at + 1
    return end


def _parts_number(text: str, at: int, left: str, right: str) -> bool:
    """True if a line end before *at* would part a number from what belongs to it (LB25)."""
    if right == "OP" and left in _AROUND_NUMBER:
        return at + 1 < len(text) and _CLASSES[text[at + 1]] == "NU"
    return (right in _AROUND_NUMBER or (right == "NU" and left == "SY")) and _ends_number(text, at)


def _ends_number(text: str, at: int) -> bool:
    """True if a number with its inner and closing marks ends before *at*."""
    at -= 1
    if _CLASSES[text[at]] in _CLOSES_NUMBER:
        at -= 1
    while at > 0 and _CLASSES[text[at]] in _INSIDE_NUMBER:
        at -= 1
    return at >= 0 and _CLASSES[text[at]] == "NU"

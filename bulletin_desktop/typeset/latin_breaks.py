"""Where a line may break in and around Latin text: the part of Unicode line breaking that bulletins need.

Classes and rules by their names in UAX #14, with LibreOffice's changes as measured: a line may end
after any hyphen, and no letter or digit follows a full-width closing mark on a new line.
"""

from __future__ import annotations

from bulletin_desktop.typeset.characters import CJK, CLOSING, OPENING, scripts

_LETTER, _IDEOGRAPH = "AL", "ID"


class _Classes(dict[str, str]):
    """Character to class; filled as characters occur that are not listed."""

    def __missing__(self, char: str) -> str:
        if scripts(char) != CJK:
            kind = _LETTER
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
        **dict.fromkeys(",.:;°", "IS"),
        **dict.fromkeys("\"'“”‘’«»", "QU"),
        **dict.fromkeys("$+\\£¥€±№￥￡", "PR"),
        **dict.fromkeys("%¢‰′″℃％￠", "PO"),
        **dict.fromkeys("！？", "EX"),
        **dict.fromkeys("：；々‖", "NS"),
        **dict.fromkeys("|–‐\u00ad", "BA"),
        **dict.fromkeys("\u00a0\u2007\u202f", "GL"),
        **dict.fromkeys("…‥", "IN"),
        "-": "HY",
        "/": "SY",
        " ": "SP",
        "—": "B2",
        "～": "ID",
        "\u200b": "ZW",
    }
)
# No break before these, whatever precedes (LB7, LB13, LB21, LB22).
_NEVER_BEFORE = {"SP", "ZW", "CL", "CP", "EX", "NS", "IS", "SY", "BA", "HY", "IN"}
_NEVER_AFTER = {"OP", "QU", "GL"}
# Pairs that stay together (LB17, LB23 to LB30).
_TOGETHER = {
    ("AL", "AL"), ("AL", "NU"), ("NU", "AL"), ("NU", "NU"),
    ("AL", "OP"), ("NU", "OP"), ("CP", "AL"), ("CP", "NU"), ("CL", "AL"), ("CL", "NU"),
    ("PR", "AL"), ("PO", "AL"), ("AL", "PR"),
    ("NU", "PO"), ("NU", "PR"), ("PR", "NU"), ("PO", "NU"), ("PR", "OP"),
    ("PR", "ID"), ("ID", "PO"), ("IS", "AL"), ("IS", "NU"), ("B2", "B2"),
}  # fmt: skip
# Pairs that stay together after a digit (LB25): 1/2, 5）%.
_TOGETHER_AFTER_NUMBER = {
    ("SY", "NU"), ("CL", "PO"), ("CL", "PR"), ("CP", "PO"), ("CP", "PR"),
}  # fmt: skip


def allowed(text: str, at: int) -> bool:
    """True if Unicode's rules let a line end before ``text[at]``; 0 < at < len(text)."""
    left, right = _CLASSES[text[at - 1]], _CLASSES[text[at]]
    if left in ("SP", "ZW") and right != "SP":
        return right not in ("CL", "CP", "EX", "IS", "SY")
    if right in _NEVER_BEFORE or left in _NEVER_AFTER or right in ("QU", "GL"):
        return False
    if at > 1 and _CLASSES[text[at - 2]] == "NU" and (left, right) in _TOGETHER_AFTER_NUMBER:
        return False
    return (left, right) not in _TOGETHER

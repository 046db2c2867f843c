"""Where a line may break inside Latin text: the part of Unicode line breaking that bulletins need.

Classes and rules by their names in UAX #14; anything not listed is a letter (AL).
"""

from __future__ import annotations

_CLASSES = {
    **dict.fromkeys("0123456789", "NU"),
    **dict.fromkeys("([{‘“", "OP"),
    **dict.fromkeys(")]", "CP"),
    **dict.fromkeys("}’”", "CL"),
    **dict.fromkeys("!?", "EX"),
    **dict.fromkeys(",.:;", "IS"),
    **dict.fromkeys("\"'", "QU"),
    **dict.fromkeys("$+\\£¥€±№", "PR"),
    **dict.fromkeys("%¢°‰′″℃", "PO"),
    **dict.fromkeys("|–‐\u00ad", "BA"),
    **dict.fromkeys("\u00a0\u2007\u202f", "GL"),
    **dict.fromkeys("…‥", "IN"),
    "-": "HY",
    "/": "SY",
    " ": "SP",
    "—": "B2",
    "\u200b": "ZW",
}
# No break before these, whatever precedes (LB7, LB13, LB21, LB22).
_NEVER_BEFORE = {"SP", "ZW", "CL", "CP", "EX", "IS", "SY", "BA", "HY", "IN", "QU", "GL"}
_NEVER_AFTER = {"OP", "QU", "GL"}
# Pairs that stay together (LB23 to LB30).
_TOGETHER = {
    ("AL", "AL"), ("AL", "NU"), ("NU", "AL"), ("NU", "NU"),
    ("AL", "OP"), ("NU", "OP"), ("CP", "AL"), ("CP", "NU"),
    ("PR", "AL"), ("PO", "AL"), ("AL", "PR"), ("AL", "PO"),
    ("NU", "PO"), ("NU", "PR"), ("PR", "NU"), ("PO", "NU"), ("PR", "OP"), ("PO", "OP"),
    ("CP", "PO"), ("CP", "PR"), ("CL", "PO"), ("CL", "PR"),
    ("IS", "AL"), ("IS", "NU"), ("SY", "NU"), ("HY", "NU"), ("B2", "B2"),
}  # fmt: skip


def allowed(text: str, at: int) -> bool:
    """True if a line may end before ``text[at]``, both neighbours being Latin; 0 < at < len(text)."""
    before, after = text[at - 1], text[at]
    left, right = _CLASSES.get(before, "AL"), _CLASSES.get(after, "AL")
    if right in _NEVER_BEFORE or left in _NEVER_AFTER:
        return False
    if left in ("SP", "ZW"):
        return True
    if left == "HY":
        # A hyphen between letters or digits divides (24-7), before a number otherwise it is a minus.
        return right != "NU" or (at >= 2 and text[at - 2].isalnum())
    return (left, right) not in _TOGETHER

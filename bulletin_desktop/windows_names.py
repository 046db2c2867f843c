"""What Windows lets a file be called: what it would take for something else must be refused before.

Written to “nul.docx” or “报告:3.docx” a file is gone without an error: Windows before 11 gives the first to
the null device, and NTFS hides the second in a stream of a file “报告”.
Source: Microsoft, "Naming Files, Paths, and Namespaces" and "Maximum Path Length Limitation".
"""

from __future__ import annotations

import sys
from pathlib import PurePath

from bulletin_desktop.errors import UserError

# With any ending ("NUL.docx" is the null device); COM and LPT count with superscript digits too.
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "123456789¹²³"}
)
FORBIDDEN = '<>:"/\\|?*'
LONGEST_PATH = 259  # characters, its folders included; longer ones need a switch of an administrator's


def is_device(name: str) -> bool:
    """Tell whether Windows keeps *name* for a device."""
    return name.partition(".")[0].rstrip().upper() in _DEVICES


def check(path: PurePath, *, windows: bool = sys.platform == "win32") -> None:
    """Raise `UserError` if on Windows no file written to the absolute *path* would be there by that name."""
    if not windows:
        return
    name = path.name
    if is_device(name):
        raise UserError(
            "Windows keeps the name “{name}” for a device, so nothing was written. Choose another file name.",
            name=name,
        )
    if name.endswith((".", " ")) or any(char in FORBIDDEN or char < " " for char in name):
        raise UserError(
            "Windows allows no file to be called “{name}”: it may hold none of {marks} and not end in a "
            "dot or a space. Nothing was written. Choose another file name.",
            name=name,
            marks=" ".join(FORBIDDEN),
        )
    if len(str(path)) > LONGEST_PATH:
        raise UserError(
            "The path of “{name}” is {length} characters long, more than the {most} Windows takes. Nothing "
            "was written. Choose a shorter name, or a folder that is not so deep.",
            name=name,
            length=len(str(path)),
            most=LONGEST_PATH,
        )

"""Old Word and WPS files that nothing here reads, by way of LibreOffice where it is installed."""

from __future__ import annotations

from collections.abc import Callable

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.services import office

LIMIT = 60.0  # seconds for one file


def converted(content: bytes, stopped: Callable[[], bool] = office.never) -> bytes | None:
    """Return the file as .docx; None where there is no LibreOffice, or it cannot read it either.

    Raises `Cancelled` soon after *stopped* returns True. No process of it is left in any case.
    """
    program = office.find()
    if program is None:
        return None
    with own_folder.temporary() as folder:
        old = folder / "manuscript.doc"
        out = folder / "out"
        try:
            old.write_bytes(content)
            out.mkdir()
            (made,) = office.convert(program, [old], out, "docx", stopped=stopped, limit=LIMIT)
            return made.read_bytes()
        except (UserError, OSError):
            return None

"""Files and pastes to recognised manuscripts: each original kept, each file read by itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.recognition import Recognition


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brought: the file at *path*, or *content* without a file. *name* is what it is called."""

    name: str
    path: Path | None = None
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Received:
    """One manuscript that came in, with its *recognition*, or with the *error* that says why not.

    *name* is also the recognition's source; of a manuscript inside an archive or a mail it is that file's
    name, a slash, and its own. *sha256* names the original in the spool, as the recognition's `origin` does;
    empty where there is none. *kind* is None of what could not be looked into.
    """

    name: str
    kind: Kind | None = None
    sha256: str = ""
    recognition: Recognition | None = None
    error: UserError | None = None

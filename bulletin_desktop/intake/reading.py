"""A file to sources, whatever it is: one of most files, several of an archive or a mail.

This runs in a worker process: every reader parses what strangers made. A file is judged by its content,
never by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import kinds
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.source import Source


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. *encoding* (Python's name) is what a person chose for plain text, empty for none."""

    name: str
    content: bytes
    password: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One manuscript of a file, either with its *source* or with the *error* that says why not.

    *name* is what the person knows it by; inside an archive or a mail it follows that file's name after a
    slash. *content* is the original of such a piece, None where it is the file itself.
    """

    name: str
    kind: Kind
    source: Source | None = None
    error: UserError | None = None
    content: bytes | None = None


class PasswordNeeded(UserError):  # noqa: N818 - what is the matter, in a word
    """The file is encrypted; *wrong* tells that a password was given and did not open it."""

    wrong = False


class EncodingUnclear(UserError):  # noqa: N818
    """Plain text whose bytes fit no encoding; a person may choose one of *choices* (Python's names)."""

    choices: tuple[str, ...] = ("gb18030", "utf-8", "big5", "utf-16-le", "utf-16-be")


Reader = Callable[[File], Source]
Opener = Callable[[File], Iterable[Piece]]

# Where the reader of a kind is, loaded when the first such file comes.
_READERS: dict[Kind, str] = {
    Kind.TEXT: "bulletin_desktop.intake.text_file",
}


def read(file: File) -> tuple[Piece, ...]:
    """Read *file*. Only a bug raises: what is wrong with a file is its piece's error."""
    kind = kinds.kind_of(file.content)
    try:
        where = _READERS.get(kind)
        if where is None:
            raise _unreadable(file, kind)
        source: Source = import_module(where).read(file)
    except UserError as error:
        return (Piece(file.name, kind, error=error),)
    return (Piece(file.name, kind, source),)


def _unreadable(file: File, kind: Kind) -> UserError:
    return UserError(
        "{name} is {kind}, which this version does not read; the file was left as it is. "
        "Open it in the program that made it, select all, copy, and paste the text here.",
        name=file.name,
        kind=kind.value,
    )

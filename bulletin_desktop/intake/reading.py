"""A file to sources, whatever it is: one of most files, several of an archive or a mail.

This runs in a worker process: every reader parses what strangers made. A file is judged by its content,
never by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Protocol

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import kinds
from bulletin_desktop.intake.encoding import ENCODINGS
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.source import Source
from bulletin_desktop.values import dataclass

DEEPEST = 3  # archives and mails inside each other
MOST_PIECES = 500  # of one file
MOST_UNPACKED = 96 * 1024 * 1024  # bytes of all that one file holds


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


@dataclass(frozen=True, slots=True)
class Inside:
    """What an opener found in a file. *content* is its original, None where that is the file itself."""

    file: File
    content: bytes | None = None


class PasswordNeeded(UserError):  # noqa: N818 - what is the matter, in a word
    """The file is encrypted; *wrong* tells that a password was given and did not open it."""

    wrong = False


class EncodingUnclear(UserError):  # noqa: N818
    """Plain text whose bytes fit no encoding; a person may choose one of *choices* (Python's names)."""

    choices: tuple[str, ...] = ENCODINGS


class OfficeNeeded(UserError):  # noqa: N818
    """An old binary file that nothing here reads; an office program on this machine may convert it."""


class Reader(Protocol):
    """A module that reads one kind of file. It raises `UserError` for what is wrong with the file."""

    def read(self, file: File) -> Source: ...  # noqa: D102


class Opener(Protocol):
    """A module that opens what holds other files: it yields them to be read, or pieces that are done.

    It raises `UserError` for what is wrong with the whole; what it yielded before stays.
    """

    def open_up(self, file: File) -> Iterable[Inside | Piece]: ...  # noqa: D102


_PACKAGE = "bulletin_desktop.intake"

# Where the reader of a kind is, loaded when the first such file comes.
_READERS: dict[Kind, str] = {
    Kind.DOCX: f"{_PACKAGE}.docx",
    Kind.DOC: f"{_PACKAGE}.readers.word_binary",
    Kind.RTF: f"{_PACKAGE}.readers.rtf",
    Kind.PDF: f"{_PACKAGE}.readers.pdf",
    Kind.ODT: f"{_PACKAGE}.readers.odt",
    Kind.XML: f"{_PACKAGE}.readers.word_xml",
    Kind.OFD: f"{_PACKAGE}.readers.ofd",
    Kind.TEXT: f"{_PACKAGE}.readers.text_file",
    Kind.HTML: f"{_PACKAGE}.readers.html_file",
    Kind.MHT: f"{_PACKAGE}.readers.web_archive",
}
_OPENERS: dict[Kind, str] = {
    Kind.ENCRYPTED: f"{_PACKAGE}.readers.encrypted",
    Kind.MAIL: f"{_PACKAGE}.readers.mail",
    Kind.ZIP: f"{_PACKAGE}.readers.archive",
}


def read(file: File) -> tuple[Piece, ...]:
    """Read *file*. Only a bug raises: what is wrong with a file is its piece's error."""
    return tuple(_Reading().pieces(file, 0))


def password_needed(file: File) -> PasswordNeeded:
    """Return the error for a file that is encrypted and whose password is not the one given."""
    if not file.password:
        return PasswordNeeded(
            "{name} is protected with a password; nothing was read. Enter the password that its sender set.",
            name=file.name,
        )
    error = PasswordNeeded(
        "The password does not open {name}; nothing was read. Ask its sender for the right one.",
        name=file.name,
    )
    error.wrong = True
    return error


def encoding_unclear(file: File, choices: tuple[str, ...]) -> EncodingUnclear:
    """Return the error for text that fits no encoding; *choices*, the likeliest first."""
    error = EncodingUnclear(
        "{name} is text, but some of its characters cannot be read in any encoding: it may be damaged. "
        "Nothing was taken over. Choose an encoding, then look at what comes out.",
        name=file.name,
    )
    error.choices = choices
    return error


def office_needed(file: File) -> OfficeNeeded:
    """Return the error for an old Word or WPS file that only an office program opens."""
    return OfficeNeeded(
        "{name} is an old Word or WPS file that could not be read here; the file was left as it is. "
        "Open it in Word or WPS, save it as .docx, and take that in.",
        name=file.name,
    )


class _Reading:
    """One file and all that is inside it."""

    def __init__(self) -> None:
        self._pieces = 0
        self._unpacked = 0

    def pieces(self, file: File, depth: int, kept: bytes | None = None) -> Iterator[Piece]:
        """Yield what *file* holds; *kept* is its content where it came out of another."""
        kind = kinds.kind_of(file.content)
        try:
            if where := _OPENERS.get(kind):
                yield from self._opened(file, where, depth, kept)
                return
            where = _READERS.get(kind)
            if where is None:
                raise unreadable(file, kind)
            reader: Reader = import_module(where)
            yield Piece(file.name, kind, reader.read(file), content=kept)
        except UserError as error:
            yield Piece(file.name, kind, error=error, content=kept)

    def _opened(self, file: File, where: str, depth: int, kept: bytes | None) -> Iterator[Piece]:
        if depth == DEEPEST:
            raise UserError(
                "{name} lies in {depth} archives or mails inside each other and was not opened. "
                "Unpack it, then take in what is inside.",
                name=file.name,
                depth=depth,
            )
        opener: Opener = import_module(where)
        for found in opener.open_up(file):
            self._pieces += 1
            if self._pieces > MOST_PIECES:
                raise _too_many(file)
            if isinstance(found, Piece):
                yield found
                continue
            self._unpacked += len(found.file.content)
            if self._unpacked > MOST_UNPACKED:
                raise too_large(file)
            original = kept if found.content is None else found.content
            yield from self.pieces(found.file, depth + 1, original)


def inside(file: File, name: str, content: bytes) -> Inside:
    """Return what lies in *file* under *name*: its path there, as a person knows it."""
    return Inside(replace(file, name=f"{file.name}/{name}", content=content), content)


def _too_many(file: File) -> UserError:
    return UserError(
        "{name} holds more than {limit} files; the first {limit} were read, the others were not. "
        "Unpack it, then take in what is needed.",
        name=file.name,
        limit=MOST_PIECES,
    )


def too_large(file: File) -> UserError:
    """Return the sentence for what unpacks to more than is taken in."""
    return UserError(
        "{name} unpacks to more than {limit} MB; what lies beyond was not read. "
        "Unpack it, then take in what is needed.",
        name=file.name,
        limit=MOST_UNPACKED // (1024 * 1024),
    )


def unreadable(file: File, kind: Kind) -> UserError:
    """Return the sentence for a kind of file that nothing here reads."""
    name = file.name
    match kind:
        case Kind.EMPTY:
            return UserError(
                "{name} is empty, so there is nothing to read. Choose the file that has the text.", name=name
            )
        case Kind.PICTURE:
            return UserError(
                "{name} is a picture, not a manuscript, and was not read. Insert it into the article it "
                "belongs to; text on a photographed or scanned page has to be recognised or typed first.",
                name=name,
            )
        case Kind.RAR:
            return UserError(
                "{name} is a packed archive that is not ZIP (RAR, 7z, gz) and was not opened. "
                "Unpack it, then take in the files inside.",
                name=name,
            )
        case Kind.SPREADSHEET | Kind.OLE:
            return UserError(
                "{name} is a spreadsheet, a presentation or another file that is no text, and was not read. "
                "Open it in the program that made it, select what is needed, copy, and paste it here.",
                name=name,
            )
        case Kind.OUTLOOK:
            return UserError(
                "{name} is a mail in Outlook's own form and was not read. Open it in Outlook and save its "
                "attachments, or save the mail as .eml or .txt, and take those in.",
                name=name,
            )
        case _:
            return _of_no_use(name, kind)


def _of_no_use(name: str, kind: Kind) -> UserError:
    if kind is Kind.EXCHANGE:
        return UserError(
            "{name} is an exchange file of this program, not a manuscript, and was not read as one. "
            "Take it in by “File, Exchange with colleagues”, or drop it on the window by itself.",
            name=name,
        )
    if kind is Kind.SHORTCUT:
        return UserError(
            "{name} is a shortcut: it only points at a file and holds no text. Choose the file itself.",
            name=name,
        )
    if kind is Kind.LOCK:
        return UserError(
            "{name} is only Word's note that a file is open; it holds no text. Choose the file itself.",
            name=name,
        )
    if kind is Kind.OTHER_XML:
        return UserError(
            "{name} is XML of a kind that this version does not read; the file was left as it is. "
            "Open it in the program that made it, select all, copy, and paste the text here.",
            name=name,
        )
    return UserError(
        "{name} is {kind}, which this version does not read; the file was left as it is. "
        "Open it in the program that made it, select all, copy, and paste the text here.",
        name=name,
        kind=kind.value,
    )

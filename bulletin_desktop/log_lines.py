"""What may stand in the log: nothing that a person wrote, so that the log can be given away.

A line stays only as far as it is known to be the program's own: a record's head with one of `FORMATS`, the
frames and source lines of a traceback that are found in the program's files, the name of an exception, and
those of its messages that are constants of Python and SQLite. Of everything else, an exception's message
above all, the length stays. Nothing is recognised by what it must not be.
"""

from __future__ import annotations

import builtins
import importlib.util
import re
import sys
import zipimport
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

FORMATS = (
    "A command failed",
    "A process to read files did not come to life.",
    "No process to read files could be started.",
    "Reading a file failed.",
    "The process that reads files ended with code %d.",
    "a bug while the window was being opened",
    "a bug",
    "a draft that cannot be read stays where it is",
    "a draft that cannot be written",
    "a file of drafts was not taken up",
    "a review could not be read",
    "a typing journal was not taken in",
    "a value that no journal can have",
    "another bug while the first was reported",
    "page %d: %d glyphs for %d texts",
    "the drafts cannot be written",
    "the typing journal cannot be written",
    "what was done last is in no draft",
    "what was typed last is in no journal",
)
"""The first line of every message the program logs; a test holds them against the calls."""

_CONSTANT = frozenset(
    (
        "list index out of range",
        "string index out of range",
        "tuple index out of range",
        "pop from empty list",
        "division by zero",
        "dictionary changed size during iteration",
        "maximum recursion depth exceeded",
        # https://sqlite.org/src/file/src/main.c, sqlite3ErrStr
        "access permission denied",
        "attempt to write a readonly database",
        "bad parameter or other API misuse",
        "constraint failed",
        "database disk image is malformed",
        "database is locked",
        "database or disk is full",
        "database schema has changed",
        "database table is locked",
        "datatype mismatch",
        "disk I/O error",
        "file is not a database",
        "interrupted",
        "locking protocol",
        "out of memory",
        "string or blob too big",
        "unable to open database file",
    )
)
_BETWEEN = frozenset(
    (
        "",
        "Traceback (most recent call last):",
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
    )
)
_TIME = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}"
_HEAD = re.compile(rf"({_TIME}) (INFO|WARNING|ERROR|CRITICAL) (bulletin_desktop[\w.]*): (.*)", re.ASCII)
_FORMATS = re.compile("|".join(re.escape(each).replace("%d", r"-?\d{1,10}") for each in FORMATS))
_FRAME = re.compile(r'  File "(.+)", line (\d{1,6})(?:, in (\S+))?')
_SOURCE = re.compile(r"    (.*)")
_UNDERLINED = re.compile(r"    [ ~^]+")
_REPEATED = re.compile(r"  \[Previous line repeated \d{1,6} more times?\]")
_ERROR = re.compile(r"([A-Za-z_][\w.]*)(?:: (\[(?:Errno|WinError) -?\d{1,6}\])?(.*))?", re.ASCII)
_MODULE = re.compile(r"[\w-]+(/[\w-]+)*\.py", re.ASCII)
_LEFT_OUT = re.compile(r"\(\d+ characters left out\)")


def own(text: str) -> str:
    """Return what is the program's own of *text*, one record or a whole log. What it returns, it keeps."""
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    dropped = 0
    file = ""  # of the frame that was read last
    for line in lines:
        if (frame := _FRAME.fullmatch(line)) is not None:
            file = _place(frame[1])
        kept = _head(line) or _body(line, file)
        if kept is None:
            dropped += len(line)
            continue
        if dropped:
            yield _left_out(dropped)
            dropped = 0
        yield kept
    if dropped:
        yield _left_out(dropped)


def _left_out(count: int) -> str:
    return f"({count} characters left out)"


def _head(line: str) -> str | None:
    """The line of a record with its time, its level, and what was said where."""
    head = _HEAD.fullmatch(line)
    if head is None or not _content(head[3].replace(".", "/") + ".py"):
        return None
    said = head[4]
    known = _FORMATS.fullmatch(said) or _LEFT_OUT.fullmatch(said)
    return line if known else line.removesuffix(said) + _left_out(len(said))


def _body(line: str, file: str) -> str | None:
    """A line below a record's first; *file* is that of the frame above it. None if it is not known."""
    if line in _BETWEEN or any(each.fullmatch(line) for each in (_UNDERLINED, _REPEATED, _LEFT_OUT)):
        return line
    if (frame := _FRAME.fullmatch(line)) is not None:
        if not file:
            return f'  File "elsewhere", line {frame[2]}'
        inside = f", in {frame[3]}" if frame[3] and _has(file, frame[3].strip("<>")) else ""
        return f'  File "{file}", line {frame[2]}{inside}'
    if (source := _SOURCE.fullmatch(line)) is not None:
        return line if source[1].strip() in _source(file) else None
    return _error(line, file)


def _error(line: str, file: str) -> str | None:
    """The line that names an exception."""
    error = _ERROR.fullmatch(line)
    if error is None or not _is_exception(error[1]):
        return None
    number, said = error[2] or "", (error[3] or "").strip()
    if said and not (_LEFT_OUT.fullmatch(said) or _is_constant(said, file)):
        said = _left_out(len(said))
    told = " ".join(part for part in (number, said) if part)
    return f"{error[1]}: {told}" if told else error[1]


def _is_constant(said: str, file: str) -> bool:
    missing = re.fullmatch(r"'(\w+)' object has no attribute '(\w+)'", said, re.ASCII)
    if missing is not None:
        known = missing[1] == "NoneType" or hasattr(builtins, missing[1])
        return known and _has(file, missing[2])
    return said in _CONSTANT


def _is_exception(name: str) -> bool:
    """Tell whether *name* is that of an exception: one that is loaded, or whose module has the word."""
    module, _, last = name.rpartition(".")
    loaded = sys.modules.get(module or "builtins")
    if isinstance(found := getattr(loaded, last, None), type):
        return issubclass(found, BaseException)
    return bool(module) and _has(module.replace(".", "/") + ".py", last)


# --- the program's files ----------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _place(written: str) -> str:
    """Return a file's path below the folder that modules are found in; empty if none of ours is meant."""
    parts = PurePosixPath(written.replace("\\", "/")).parts
    suffixes = ("/".join(parts[nth:]) for nth in range(len(parts)))
    return next((each for each in suffixes if each.endswith(".py") and _content(each)), "")


@lru_cache(maxsize=512)
def _has(file: str, word: str) -> bool:
    """Tell whether *word* is a name in *file*, which may be there as Python's bytecode alone."""
    name, content = word.encode("utf-8"), _content(file)
    if content.startswith(importlib.util.MAGIC_NUMBER):  # there, names have their length before them
        return 0 < len(name) < 256 and bytes((len(name),)) + name in content
    return bool(name) and re.search(rb"(?<!\w)" + re.escape(name) + rb"(?!\w)", content) is not None


@lru_cache(maxsize=64)
def _source(file: str) -> frozenset[str]:
    """The lines of *file*, without what stands before and after them."""
    return frozenset(line.strip() for line in _content(file).decode("utf-8", "replace").splitlines())


@lru_cache(maxsize=64)
def _content(file: str) -> bytes:
    """Return what *file* holds below one of the folders that modules are found in; empty if none has it."""
    if not _MODULE.fullmatch(file):  # an absolute path above all: it names whose machine this is
        return b""
    names = (file, file + "c", file.removesuffix(".py") + "/__init__.py")
    for folder in dict.fromkeys(sys.path):
        for name in names:
            if found := _read(folder, name):
                return found
    return b""


def _read(folder: str, name: str) -> bytes:
    place = Path(folder or ".")
    try:
        if place.is_file():
            return zipimport.zipimporter(str(place)).get_data(str(place / name))
        return (place / name).read_bytes()
    except (OSError, zipimport.ZipImportError):
        return b""

"""What the program and its workers say to each other: values, each with its length before it.

What comes back from a worker has passed through a hostile file's reader, so only values of our own
classes are taken from it: `answer` builds nothing else.
"""

from __future__ import annotations

import importlib
import io
import pickle
import struct
from dataclasses import field, is_dataclass
from enum import Enum
from typing import Any, BinaryIO, TypeVar

from bulletin_desktop.errors import UserError, Words
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.values import dataclass

READY = b"ready"
LARGEST = 256 * 1024 * 1024  # bytes of one answer: a file of 100 MB with its pictures, twice over

_LENGTH = struct.Struct(">Q")
_OURS = ("bulletin_desktop.document.", "bulletin_desktop.intake.", "bulletin_desktop.errors")
_Value = TypeVar("_Value")
_KINDS = (Enum, UserError, Words)


class Garbled(Exception):  # noqa: N818 - what has become of the other side, in a word
    """What came through the pipe is no message of ours, or is too long for one."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its bytes are at *path*. *seconds* is when the worker gives up by itself."""

    name: str
    path: str
    settings: Settings = field(default_factory=Settings)
    password: str = ""
    encoding: str = ""
    seconds: float = 0.0  # 0 means for ever


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one manuscript of a file: its *recognition*, or the *error* that says why there is none.

    *content* is its original where it is not the file itself, as inside an archive. *bug* is the report of
    our own mistake behind *error*, for the log.
    """

    name: str
    kind: Kind | None = None
    recognition: Recognition | None = None
    error: UserError | None = None
    content: bytes | None = None
    bug: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file. The worker ends after an answer that is its *last*."""

    outcomes: tuple[Outcome, ...]
    last: bool = False


def write(stream: BinaryIO, message: bytes) -> None:
    """Write a message."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read(stream: BinaryIO, largest: int = LARGEST) -> bytes | None:
    """Return the next message, None where the other side has ended. Raises `Garbled`."""
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise Garbled("cut off")
    (length,) = _LENGTH.unpack(head)
    if length > largest:
        raise Garbled(f"{length} bytes announced")
    message = stream.read(length)
    if len(message) < length:
        raise Garbled("cut off")
    return message


def dumps(value: Job | Answer) -> bytes:
    """Return *value* as a message."""
    stream = io.BytesIO()
    _Message(stream, protocol=5).dump(value)
    return stream.getvalue()


def job(message: bytes) -> Job:
    """Return the job in a message."""
    return _value(message, Job)


def answer(message: bytes) -> Answer:
    """Return the answer in a message. Raises `Garbled` for whatever else it holds."""
    found = _value(message, Answer)
    for outcome in found.outcomes:
        told = outcome.recognition if outcome.error is None else outcome.error
        if not isinstance(outcome, Outcome) or not isinstance(told, Recognition | UserError):
            raise Garbled("no outcome")
    return found


def _value(message: bytes, kind: type[_Value]) -> _Value:
    try:
        value = _Values(io.BytesIO(message)).load()
    except Garbled:
        raise
    except Exception as problem:  # a damaged pickle fails in any way it likes
        raise Garbled(f"{type(problem).__name__}: {problem}") from problem
    if not isinstance(value, kind):
        raise Garbled(f"a {type(value).__name__}")
    return value


class _Message(pickle.Pickler):
    """Names a member of an enum by its value, as `_Values` reads it.

    Python 3.11.2 would have it looked up by getattr.
    """

    def reducer_override(self, value: object) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Values(pickle.Unpickler):
    """Builds frozen values, enums and errors of the document and of intake, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_OURS) and name.isidentifier():
            found = getattr(importlib.import_module(module), name, None)
            if not isinstance(found, type) or found.__module__ != module:
                raise Garbled(f"{module}.{name}")
            if is_dataclass(found) or issubclass(found, _KINDS):
                return found
        raise Garbled(f"{module}.{name}")

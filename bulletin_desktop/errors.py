"""The two kinds of failure: the world's (`UserError`) and ours (everything else)."""

from __future__ import annotations

from enum import StrEnum


class Words(str):
    """Source text among the values of a `UserError`, translated with it under the context `errors`."""

    __slots__ = ()


class UserError(Exception):
    """The world is at fault: one sentence says what happened, what was kept and what to do.

    *message* is the English source text, with `{name}` fields filled from *values*. It is
    translated only where it is shown, through `i18n.Catalog.error`, under the context `errors`.
    Write the message as a literal at the place that raises it: the translation update reads it there.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class Fault(StrEnum):
    """What is wrong with a library, for whoever offers a way out of it."""

    HELD = "held"  # open in another window of this program
    LOCKED = "locked"  # by a program that is not ours
    FULL = "full"
    REFUSED = "refused"  # the folder or the file is closed to this person
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    CUT_OFF = "cut off"
    EMPTY = "empty"
    NOT_OURS = "not ours"
    NEWER = "newer"
    MISSING = "missing"  # but its journal is there
    FOREIGN_JOURNAL = "foreign journal"
    LONG_PATH = "long path"
    GONE = "gone"  # moved, deleted or replaced while it was open


class LibraryError(UserError):
    """A `UserError` about a library as a whole."""

    def __init__(self, message: str, *, fault: Fault, **values: object) -> None:
        super().__init__(message, **values)
        self.fault = fault

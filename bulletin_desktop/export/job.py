"""What a writer of any format is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bulletin_desktop.document.model import Issue
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.export.docx.anchors import Anchor

Progress = Callable[[int, int], None]
"""Called with what is done and of how many. It raises `Cancelled` if the person wants no more of it."""


class Cancelled(Exception):  # noqa: N818 - no error: the person asked for it
    """An export was stopped before its file was put in place; an older file is as it was."""


def unwatched(_done: int, _of: int) -> None:
    """Nobody waits: the progress of a job that is not shown."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write.

    *layout* must be *issue*'s. *export_id* is put into the file where its format can carry it. *pictures*
    holds the bytes of every picture of the issue by its sha256; one that is missing is a `UserError`.
    """

    layout: Layout
    issue: Issue
    path: Path
    export_id: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    progress: Progress = unwatched


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: *sha256* of the file, and which bookmark stands round which part of the issue."""

    sha256: str
    anchors: tuple[Anchor, ...] = ()


class Writer(Protocol):
    """Writes one format; it may keep what every file needs again."""

    def write(self, job: Job) -> Written:
        """Write `job.path`, whole or not at all.

        Raises `UserError` as `files.replace` does, `Cancelled` if `job.progress` did.
        """
        ...

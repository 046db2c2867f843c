"""A worker: reads one file after the other until the program closes the pipe."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bulletin_desktop.errors import UserError, Words
from bulletin_desktop.intake.worker import bounds, messages
from bulletin_desktop.intake.worker.messages import Answer, Job, Outcome

ARGUMENT = "--read-manuscripts"  # what makes a packaged program a worker
_GRACE = 3.0  # seconds a worker gives its program to end it


def main(arguments: Sequence[str] = ()) -> int:
    """Work until the pipe is closed; *arguments* may say the bytes of memory to keep to."""
    inward, outward = _pipes()
    bounds.keep_to(int(arguments[0]) if arguments else bounds.USUAL.memory)
    from bulletin_desktop.intake.worker import reading_job  # noqa: F401 - before the clock of a file runs

    with contextlib.suppress(BrokenPipeError):
        messages.write(outward, messages.READY)
        while (message := messages.read(inward)) is not None:
            answer = _answer(messages.job(message))
            messages.write(outward, messages.dumps(answer))
            if answer.last:
                break
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes for messages alone: what a library prints goes where errors go."""
    _make_binary(0, 1)
    inward, outward = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return inward, outward


if sys.platform == "win32":
    import msvcrt

    def _make_binary(*descriptors: int) -> None:
        """Windows would take line ends apart."""
        for each in descriptors:
            msvcrt.setmode(each, os.O_BINARY)
else:

    def _make_binary(*descriptors: int) -> None:
        """Nothing is to be done where a byte is a byte."""


def _answer(job: Job) -> Answer:
    from bulletin_desktop.intake.worker.reading_job import outcomes

    bounds.give_up_after(job.seconds + _GRACE if job.seconds else 0.0)
    try:
        return Answer(tuple(_portable(each) for each in outcomes(job)))
    except MemoryError:
        error = UserError(
            "{name} takes more memory to read than any manuscript needs, and was given up. If it is one, "
            "open it in the program that made it, copy the text and paste it here.",
            name=job.name,
        )
        return Answer((Outcome(job.name, error=error),), last=True)
    except Exception:
        return Answer((mistaken(job.name, traceback.format_exc()),), last=True)
    finally:
        bounds.give_up_after(0.0)


def mistaken(name: str, report: str) -> Outcome:
    """Return what is said of a file whose reader made a mistake."""
    error = UserError(
        "{name} could not be read: the program made a mistake with it, and the report is in its log. "
        "Nothing was taken over from it. Open it in the program that made it, copy the text and paste it "
        "here.",
        name=name,
    )
    return Outcome(name, error=error, bug=report)


def _portable(outcome: Outcome) -> Outcome:
    """Let the values of an error be what may pass through the pipe."""
    if outcome.error is not None:
        outcome.error.values = {
            name: value if isinstance(value, str | int | float | Words) else _written(value)
            for name, value in outcome.error.values.items()
        }
    return outcome


def _written(value: object) -> str:
    return str(value) if isinstance(value, Path | Exception) else repr(value)


if __name__ == "__main__":
    sys.exit(main())

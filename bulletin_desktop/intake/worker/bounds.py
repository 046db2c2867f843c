"""How much a worker may take, and what keeps it to that inside its own process."""

from __future__ import annotations

import contextlib
import os
import sys

from bulletin_desktop.values import dataclass

MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Bounds:
    """*seconds* for one file on the clock, *memory* bytes of a worker in all.

    Taking in the largest picture that is allowed takes 720 MB for moments (`intake.pictures`).
    """

    seconds: float = 10.0
    memory: int = 1536 * 1024 * 1024
    start: float = 30.0  # seconds for a worker to come to life, on the slowest of machines


USUAL = Bounds()


def workers() -> int:
    """Return how many workers are used side by side: one for each processor this program may use, or few."""
    if sys.platform == "linux":
        usable = len(os.sched_getaffinity(0))
    else:
        usable = os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, usable))


if sys.platform == "win32":

    def keep_to(memory: int) -> None:
        """Windows holds the bound from outside, by the job object the program puts its workers in."""

    def give_up_after(seconds: float) -> None:
        """Windows ends the worker with the program, by the same object."""
else:
    import resource
    import signal

    def keep_to(memory: int) -> None:
        """Let this process have *memory* bytes in all, leave no core file, and stand back for the window."""
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_DATA, memory),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(OSError, ValueError):  # not every system has every bound
                _, hard = resource.getrlimit(kind)
                within = most if hard == resource.RLIM_INFINITY else min(most, hard)
                resource.setrlimit(kind, (within, hard))
        with contextlib.suppress(OSError):
            os.nice(5)

    def give_up_after(seconds: float) -> None:
        """Have the system end this process after *seconds*, whatever it is in the middle of; 0: not at all.

        The program ends a worker long before. This is for one whose program is no longer there.
        """
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)

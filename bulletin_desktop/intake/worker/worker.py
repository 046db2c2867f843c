"""The program's side of a worker: starts it, hands it files, ends it when it takes too much or dies."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO, cast

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.worker import messages, process
from bulletin_desktop.intake.worker.bounds import USUAL, Bounds
from bulletin_desktop.intake.worker.messages import Answer, Job, Outcome
from bulletin_desktop.intake.worker.windows_job import JobObject
from bulletin_desktop.reasons import reason

_ROOT = Path(__file__).parents[3]
_BEGIN = (
    "import sys; memory, *sys.path = sys.argv[1:]; "
    "from bulletin_desktop.intake.worker.process import main; sys.exit(main([memory]))"
)
_TAIL = 4000  # bytes of a dead worker's last words for the log
_log = logging.getLogger(__name__)


class Worker:
    """Reads files one at a time in a process that lives until `close`, or until a file is its end.

    `read` is for one thread, `close` and `stop` for any.
    """

    def __init__(self, bounds: Bounds = USUAL, command: Sequence[str] | None = None) -> None:
        self._bounds = bounds
        self._command = command or command_for(bounds)
        self._running: _Running | None = None
        self._stopped = threading.Event()

    @property
    def pid(self) -> int | None:
        """The process as it runs now."""
        return self._running.process.pid if self._running else None

    def read(self, job: Job) -> tuple[Outcome, ...]:
        """Return what became of the file. Whatever it does to the process is told in an outcome.

        A process that has read other files before may have died of them: the file gets a fresh one then.
        After `stop` the result says nothing.
        """
        worn = self._running is not None
        try:
            return self._try(job)
        except UserError as error:
            return (Outcome(job.name, error=error),)
        except _TooLong:
            return (Outcome(job.name, error=_too_long(job.name, self._bounds.seconds)),)
        except _Died as death:
            if worn and not self._stopped.is_set():
                return self.read(job)
            if not self._stopped.is_set():
                _log.error("The process that reads files ended with code %d.\n%s", death.code, death.words)
            return (Outcome(job.name, error=_ended(job.name)),)

    def stop(self) -> None:
        """End the process at once, and start no other."""
        self._stopped.set()
        running = self._running
        if running is not None:
            running.kill()

    def close(self) -> None:
        """Let the process end; one that does not want to is killed."""
        running, self._running = self._running, None
        if running is not None:
            running.close()

    def _try(self, job: Job) -> tuple[Outcome, ...]:
        running = self._running or self._start(job)
        if self._stopped.is_set():  # while it was started
            running.kill()
        try:
            answer = running.ask(replace(job, seconds=self._bounds.seconds), self._bounds.seconds)
        except (_TooLong, _Died):
            self.close()
            raise
        if answer.last:
            self.close()
        for outcome in answer.outcomes:
            if outcome.bug:
                _log.error("Reading a file failed.\n%s", outcome.bug)
        return answer.outcomes

    def _start(self, job: Job) -> _Running:
        try:
            running = _Running(self._command, self._bounds)
        except OSError as problem:
            _log.error("No process to read files could be started.", exc_info=problem)
            raise _no_start(job.name, reason(problem)) from problem
        self._running = running  # what is stopped from now on is this process
        try:
            running.greet(self._bounds.start)
        except (_TooLong, _Died) as problem:
            self.close()
            if not self._stopped.is_set():
                _log.error("A process to read files did not come to life.", exc_info=problem)
            raise _no_start(job.name, str(problem)) from problem
        return running


def _no_start(name: str, why: str) -> UserError:
    return UserError(
        "{name} was not read: the part of the program that reads files could not be started ({reason}). "
        "Start the program again; if that does not help, install it anew.",
        name=name,
        reason=why,
    )


class _Died(Exception):  # noqa: N818
    """The process has ended, or said what it never says; the text tells how.

    *code* is that of its end, *words* what it wrote where errors go.
    """

    def __init__(self, text: str, code: int = 0, words: str = "") -> None:
        super().__init__(text)
        self.code, self.words = code, words


class _TooLong(Exception):  # noqa: N818
    """The process was killed, since it took longer than it may."""


class _Running:
    """A process that was started, with its pipes."""

    def __init__(self, command: Sequence[str], bounds: Bounds) -> None:
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in close()
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._words,
                cwd=tempfile.gettempdir(),
                creationflags=_NO_CONSOLE,
            )
        except BaseException:
            self._words.close()
            raise
        self._to, self._from = cast(BinaryIO, self.process.stdin), cast(BinaryIO, self.process.stdout)
        self._job = _job_object(self.process, bounds.memory)

    def greet(self, seconds: float) -> None:
        """Wait until the process has come to life."""
        if self._hear(None, seconds) != messages.READY:
            raise _Died("no greeting")

    def ask(self, job: Job, seconds: float) -> Answer:
        """Hand over *job* and return the answer."""
        heard = self._hear(messages.dumps(job), seconds)
        try:
            return messages.answer(heard)
        except messages.Garbled as garbled:
            raise _Died(f"it said {garbled}") from garbled

    def _hear(self, message: bytes | None, seconds: float) -> bytes:
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self.kill()

        clock = threading.Timer(seconds, give_up)
        clock.daemon = True
        clock.start()
        try:
            if message is not None:
                messages.write(self._to, message)
            heard = messages.read(self._from)
        except (OSError, messages.Garbled) as error:
            heard, how = None, str(error)
        else:
            how = ""
        finally:
            clock.cancel()
        if heard is None:
            if late.is_set():
                raise _TooLong(f"no answer after {seconds:g} s")
            self.kill()
            words, code = self._last_words(), self.process.returncode or 0
            raise _Died(f"{how} code {code} {words}".strip(), code, words)
        return heard

    def kill(self) -> None:
        """End it now."""
        with contextlib.suppress(OSError):
            self.process.kill()

    def close(self) -> None:
        """Close the pipes and wait for the end, which comes soon or is made."""
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()
        try:
            self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            self.process.wait()
        if self._job is not None:
            self._job.close()
        self._words.close()

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_PATIENCE)
        with contextlib.suppress(OSError, ValueError):
            size = self._words.seek(0, os.SEEK_END)
            self._words.seek(max(0, size - _TAIL))
            return self._words.read(_TAIL).decode("utf-8", "replace").strip()
        return ""


_PATIENCE = 1.0  # seconds for a process to end by itself


def command_for(bounds: Bounds) -> list[str]:
    """Return how a worker is started: from a Python, or from the packaged program itself.

    The worker finds modules where this process does, whatever put them there, and runs nobody's start-up
    files; so it starts no further than it must.
    """
    python = Path(sys.executable)
    if getattr(sys, "frozen", False) or not python.stem.lower().startswith("python"):
        return [sys.executable, process.ARGUMENT, str(bounds.memory)]
    search = dict.fromkeys([str(_ROOT), *(os.path.abspath(each) for each in sys.path if each)])  # noqa: PTH100
    return [str(python), "-I", "-S", "-X", "utf8", "-c", _BEGIN, str(bounds.memory), *search]


def _too_long(name: str, seconds: float) -> UserError:
    return UserError(
        "{name} could not be read within {seconds} seconds and was given up. "
        "Open it in the program that made it, copy the text and paste it here.",
        name=name,
        seconds=f"{seconds:g}",
    )


def _ended(name: str) -> UserError:
    return UserError(
        "{name} made the part of the program that reads files break off, so nothing was taken over from it. "
        "Open it in the program that made it, copy the text and paste it here.",
        name=name,
    )


if sys.platform == "win32":
    _NO_CONSOLE = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS

    def _job_object(started: subprocess.Popen[bytes], memory: int) -> JobObject | None:
        return JobObject(int(started._handle), memory)
else:
    _NO_CONSOLE = 0

    def _job_object(started: subprocess.Popen[bytes], memory: int) -> JobObject | None:
        return None

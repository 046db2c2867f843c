"""Files and pastes to recognised manuscripts: each original kept, each file read by itself in a worker."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_desktop import own_folder
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import OfficeNeeded
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.worker import bounds
from bulletin_desktop.intake.worker.bounds import Bounds
from bulletin_desktop.intake.worker.messages import Job, Outcome
from bulletin_desktop.intake.worker.worker import Worker
from bulletin_desktop.services import incoming, old_files
from bulletin_desktop.services.incoming import Brought
from bulletin_desktop.services.spool import Spool
from bulletin_desktop.values import dataclass

Progress = Callable[[int, int, str], object]
Stopped = Callable[[], bool]

_POLL = 0.03  # seconds between two looks at whether the person has had enough
_PATIENCE = 0.5  # seconds for the threads to end; one that waits for a disk ends with the program


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


def _unwatched(_done: int, _total: int, _name: str) -> None:
    pass


def _never() -> bool:
    return False


class Receiver:
    """Receives what a person brings, as an office's *settings* want it. Originals go into *spool*."""

    def __init__(self, spool: Spool, settings: Settings | None = None, limits: Bounds = bounds.USUAL) -> None:
        self._spool = spool
        self._settings = settings or Settings()
        self._limits = limits

    def receive(
        self,
        brought: Sequence[Brought],
        *,
        password: str = "",
        encoding: str = "",
        progress: Progress = _unwatched,
        stopped: Stopped = _never,
    ) -> Iterator[Received]:
        """Yield the manuscripts of everything *brought*, in its order, each as soon as it can be.

        Several are read at once. *progress* hears how many are done, of how many, and the name of the last.
        *password* and *encoding* are for those that need one. Raises `Cancelled` soon after *stopped* says
        so. Whatever is wrong with a file is its `Received`'s error. No process is left when this has ended,
        whichever way.
        """
        batch = _Batch(self._spool, self._settings, self._limits, password, encoding)
        try:
            yield from batch.run(brought, progress, stopped)
        finally:
            batch.close()

    def again(
        self, received: Received, *, password: str = "", encoding: str = "", stopped: Stopped = _never
    ) -> tuple[Received, ...]:
        """Read once more what came with an error that a *password* or an *encoding* may answer."""
        try:
            brought = Brought(received.name, content=self._spool.get(received.sha256), kept=True)
        except UserError as error:
            return (replace(received, error=error),)
        return tuple(self.receive((brought,), password=password, encoding=encoding, stopped=stopped))


class _Batch:
    """What is received at once: threads that take one file after the other, each with a worker."""

    def __init__(
        self, spool: Spool, settings: Settings, limits: Bounds, password: str, encoding: str
    ) -> None:
        self._spool, self._limits = spool, limits
        self._job = Job("", "", settings, password, encoding)
        self._waiting: queue.SimpleQueue[tuple[int, Brought]] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[int, tuple[Received, ...] | BaseException]] = queue.SimpleQueue()
        self._workers: list[Worker] = []
        self._threads: list[threading.Thread] = []
        self._over = threading.Event()
        self._office = threading.Lock()  # LibreOffice takes a processor and 300 MB: one at a time

    def run(self, brought: Sequence[Brought], progress: Progress, stopped: Stopped) -> Iterator[Received]:
        for numbered in enumerate(brought):
            self._waiting.put(numbered)
        for _ in range(min(bounds.workers(), len(brought))):
            worker = Worker(self._limits)
            thread = threading.Thread(target=self._work, args=(worker,), name="receiving", daemon=True)
            self._workers.append(worker)
            self._threads.append(thread)
            thread.start()
        arrived: dict[int, tuple[Received, ...]] = {}
        due = 0
        while due < len(brought):
            number, received = self._next(stopped)
            arrived[number] = received
            progress(due + len(arrived), len(brought), brought[number].name)
            while due in arrived:
                yield from arrived.pop(due)
                due += 1

    def close(self) -> None:
        """End every worker and wait for the threads."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._waiting.get_nowait()
        self._over.set()
        for worker in self._workers:
            worker.stop()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _next(self, stopped: Stopped) -> tuple[int, tuple[Received, ...]]:
        while True:
            if stopped():
                raise Cancelled
            with contextlib.suppress(queue.Empty):
                number, received = self._done.get(timeout=_POLL)
                if isinstance(received, BaseException):
                    raise received
                return number, received

    # In the threads

    def _work(self, worker: Worker) -> None:
        try:
            while True:
                number, brought = self._waiting.get_nowait()
                try:
                    self._done.put((number, self._receive(brought, worker)))
                except BaseException as bug:  # raised again where somebody waits for the file
                    self._done.put((number, bug))
        except queue.Empty:
            return
        finally:
            worker.close()

    def _receive(self, brought: Brought, worker: Worker) -> tuple[Received, ...]:
        try:
            kept = self._spool.put(incoming.content(brought))
        except UserError as error:
            return (Received(brought.name, error=error),)
        job = replace(self._job, name=brought.name, path=str(self._spool.path(kept)))
        original = kept if brought.kept or brought.path else ""
        return tuple(
            self._received(each, original)
            for outcome in worker.read(job)
            for each in self._with_office(outcome, job, worker)
        )

    def _with_office(self, outcome: Outcome, job: Job, worker: Worker) -> tuple[Outcome, ...]:
        """What only an office program opens, read by way of one if there is any."""
        if not isinstance(outcome.error, OfficeNeeded):
            return (outcome,)
        old = outcome.content if outcome.content is not None else Path(job.path).read_bytes()
        with self._office:
            made = old_files.converted(old, self._over.is_set)
        if made is None:
            return (outcome,)
        with own_folder.temporary() as folder:
            path = folder / "manuscript.docx"
            path.write_bytes(made)
            read = worker.read(replace(job, name=outcome.name, path=str(path)))
        return tuple(replace(each, kind=outcome.kind, content=outcome.content) for each in read)

    def _received(self, outcome: Outcome, original: str) -> Received:
        if outcome.content is not None:
            try:
                original = self._spool.put(outcome.content)
            except UserError as error:
                return Received(outcome.name, outcome.kind, error=error)
        recognition = outcome.recognition
        if recognition is not None:
            recognition = replace(recognition, origin=original)
        return Received(outcome.name, outcome.kind, original, recognition, outcome.error)

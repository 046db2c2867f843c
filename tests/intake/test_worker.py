"""A worker reads files in a process of its own, and whatever a file does there is that file's affair."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError, Words
from bulletin_desktop.intake import recogniser
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import PasswordNeeded
from bulletin_desktop.intake.worker import messages, process, worker
from bulletin_desktop.intake.worker.bounds import Bounds
from bulletin_desktop.intake.worker.messages import Answer, Garbled, Job, Outcome
from bulletin_desktop.intake.worker.worker import Worker

ROOT = Path(__file__).parents[2]
TEXT = "青石乡整修灌溉渠道\n3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里，保障春耕用水。\n"
MB = 1024 * 1024

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of Unix")


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    file = tmp_path / "来稿.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file no reader is done with within a second: four million lines."""
    file = tmp_path / "无尽.txt"
    file.write_bytes("甲\n".encode() * 4_000_000)
    return file


@pytest.fixture
def one() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def job(file: Path) -> Job:
    return Job(file.name, str(file))


def told(outcomes: tuple[Outcome, ...]) -> str:
    (outcome,) = outcomes
    assert outcome.error is not None
    return str(outcome.error)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="ascii").split()[2] != "Z"


def memory(pid: int) -> int:
    """Bytes that a process holds at the moment."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE")


def wait_until(true: object, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:  # type: ignore[operator]
        time.sleep(0.01)
    assert true()  # type: ignore[operator]


def test_what_a_worker_recognises_is_what_this_process_would(one: Worker, manuscript: Path) -> None:
    (outcome,) = one.read(job(manuscript))
    assert outcome.kind is Kind.TEXT
    assert outcome.recognition == recogniser.recognise(TEXT, manuscript.name)


def test_one_process_reads_many_files(one: Worker, manuscript: Path) -> None:
    one.read(job(manuscript))
    first = one.pid
    one.read(job(manuscript))
    assert one.pid == first


def test_the_process_ends_when_it_is_closed(manuscript: Path) -> None:
    made = Worker()
    made.read(job(manuscript))
    pid = made.pid
    made.close()
    assert pid is not None
    assert not alive(pid)


@unix
def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(manuscript: Path, endless: Path) -> None:
    made = Worker(Bounds(seconds=1.0))
    try:
        made.read(job(manuscript))
        first, start = made.pid, time.monotonic()
        assert "within 1 seconds" in told(made.read(job(endless)))
        assert time.monotonic() - start < 2.0
        assert first is not None
        assert not alive(first)
        assert made.read(job(manuscript))[0].recognition is not None
    finally:
        made.close()


@unix
def test_a_file_that_takes_too_much_memory_is_given_up(manuscript: Path, endless: Path) -> None:
    made = Worker(Bounds(seconds=60.0, memory=300 * MB))
    try:
        assert "memory" in told(made.read(job(endless)))
        assert made.read(job(manuscript))[0].recognition is not None
    finally:
        made.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_worker_killed_in_the_middle_costs_nothing_but_the_file(
    one: Worker, manuscript: Path, endless: Path
) -> None:
    killed: list[int] = []

    def kill() -> None:
        wait_until(lambda: one.pid and memory(one.pid) > 100 * MB)  # well into the file
        killed.append(one.pid or 0)
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    assert "break off" in told(one.read(job(endless)))
    killer.join()
    assert one.read(job(manuscript))[0].recognition is not None
    assert one.pid not in (None, *killed)


@unix
def test_a_worker_that_died_since_its_last_file_is_replaced(one: Worker, manuscript: Path) -> None:
    one.read(job(manuscript))
    assert one.pid is not None
    os.kill(one.pid, signal.SIGKILL)
    assert one.read(job(manuscript))[0].recognition is not None


def test_stopping_ends_the_process_at_once(one: Worker, endless: Path) -> None:
    stopped: list[float] = []

    def stop() -> None:
        wait_until(lambda: one.pid)
        time.sleep(0.2)
        stopped.append(time.monotonic())
        one.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    one.read(job(endless))
    stopper.join()
    assert time.monotonic() - stopped[0] < 0.1


@unix
def test_no_worker_outlives_a_program_that_is_killed(tmp_path: Path, manuscript: Path) -> None:
    code = (
        "import sys, time; from bulletin_desktop.intake.worker.worker import Worker; "
        "from bulletin_desktop.intake.worker.messages import Job; w = Worker(); "
        "w.read(Job('a', sys.argv[1])); print(w.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(manuscript)], cwd=ROOT, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        assert alive(pid)
        program.kill()
    wait_until(lambda: not alive(pid), 3)


@unix
def test_a_worker_ends_by_itself_in_the_middle_of_a_file_if_nobody_is_left_to_end_it(
    monkeypatch: pytest.MonkeyPatch, endless: Path
) -> None:
    """The system's clock ends it even where the reader never comes back."""
    code = (
        "import sys; from bulletin_desktop.intake.worker import bounds; "
        "bounds.give_up_after(0.3)\nwhile True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=10)
    assert ended.returncode == -signal.SIGALRM


@pytest.mark.parametrize(
    "said",
    [
        "b'hello hello hello'",
        "(99).to_bytes(8, 'big')",
        "(1 << 60).to_bytes(8, 'big')",
        "(5).to_bytes(8, 'big') + b'ready' + (8).to_bytes(8, 'big') + b'\\x80\\x05garbag'",
    ],
)
def test_garbage_from_a_worker_is_told_as_its_breaking_off(manuscript: Path, said: str) -> None:
    code = f"import os, sys; os.write(1, {said}); sys.stdin.buffer.read()"
    made = Worker(Bounds(start=2.0), [sys.executable, "-c", code])
    words = told(made.read(job(manuscript)))
    assert "break off" in words or "could not be started" in words
    made.close()


def test_a_worker_that_cannot_be_started_is_told(manuscript: Path, tmp_path: Path) -> None:
    made = Worker(Bounds(), [str(tmp_path / "nowhere")])
    assert "could not be started" in told(made.read(job(manuscript)))
    made.close()


def test_a_file_that_vanishes_on_the_way_is_a_mistake_that_is_logged(
    one: Worker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Only files of the spool are handed over, and nobody else removes those."""
    assert "made a mistake" in told(one.read(job(tmp_path / "gone.txt")))
    assert "FileNotFoundError" in caplog.text


def test_what_libraries_print_in_a_worker_does_not_disturb(manuscript: Path) -> None:
    code = (
        "import sys; memory, *sys.path = sys.argv[1:]; from bulletin_desktop.intake.worker import process; "
        "pipes = process._pipes; process._pipes = lambda: (pipes(), print('noise ' * 99, flush=True))[0]; "
        "sys.exit(process.main([memory]))"
    )
    command = worker.command_for(Bounds())
    made = Worker(Bounds(), [*command[: command.index("-c") + 1], code, *command[command.index("-c") + 2 :]])
    assert made.read(job(manuscript))[0].recognition is not None
    made.close()


@pytest.mark.parametrize(
    "start",
    [
        ["-m", "bulletin_desktop.intake.worker"],
        ["main.py", process.ARGUMENT, str(512 * MB)],
    ],
)
def test_a_packaged_program_is_its_own_worker(manuscript: Path, start: list[str]) -> None:
    made = Worker(Bounds(), [sys.executable, "-c", f"import os; os.chdir({str(ROOT)!r}); "
                             f"os.execv({sys.executable!r}, {[sys.executable, *start]!r})"])  # fmt: skip
    assert made.read(job(manuscript))[0].recognition is not None
    made.close()


def test_a_program_that_is_no_python_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", r"C:\Programs\Bulletin Desktop.exe")
    command = worker.command_for(Bounds(memory=5))
    assert command == [r"C:\Programs\Bulletin Desktop.exe", process.ARGUMENT, "5"]


class Boom:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("echo boom",)


@pytest.mark.parametrize(
    "value",
    [
        Boom(),
        os.system,
        subprocess.Popen,
        worker.Worker,
        recogniser.recognise,
        Path("a"),
        "text",
        (1, 2),
        Answer((Outcome("a"),)),
        Answer((Boom(),)),  # type: ignore[arg-type]
        Job("a", "b"),
    ],
)
def test_nothing_but_an_answer_of_our_values_is_taken_from_a_worker(value: object) -> None:
    with pytest.raises(Garbled):
        messages.answer(pickle.dumps(value))


@pytest.mark.parametrize("name", ["os", "pickle.loads", "annotations.compiler_flag"])
def test_a_module_s_own_imports_are_no_values(name: str) -> None:
    crafted = b"\x80\x04\x8c\x26bulletin_desktop.intake.worker.bounds" + b"\x8c" + bytes([len(name)])
    with pytest.raises(Garbled):
        messages.answer(crafted + name.encode() + b"\x93.")


def test_what_is_read_is_understood_whatever_python_wrote_it(monkeypatch: pytest.MonkeyPatch) -> None:
    recognition = recogniser.recognise("市政协召开会议\n\n会议指出，要抓好落实。")
    answer = Answer((Outcome("a.txt", recognition=recognition),))
    # As Python 3.11.2 does, Debian 12's own.
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _protocol: (getattr, (type(self), self.name)))
    assert messages.answer(messages.dumps(answer)) == answer


def test_errors_keep_their_kind_their_words_and_what_answers_them() -> None:
    wrong = PasswordNeeded("{name} is encrypted: {why}", name="a.docx", why=Words("it is a folder"))
    wrong.wrong = True
    (back,) = messages.answer(messages.dumps(Answer((Outcome("a.docx", error=wrong),)))).outcomes
    assert isinstance(back.error, PasswordNeeded)
    assert back.error.wrong
    assert isinstance(back.error.values["why"], Words)
    assert str(back.error) == "a.docx is encrypted: it is a folder"


def test_an_error_s_other_values_come_as_text() -> None:
    error = UserError("{path}: {problem}", path=Path("a.txt"), problem=ValueError("no"))
    answer = Answer((process._portable(Outcome("a", error=error)),))
    (back,) = messages.answer(messages.dumps(answer)).outcomes
    assert str(back.error) == "a.txt: no"

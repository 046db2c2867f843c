"""The developer's door sets up once, again when it must, and passes on what happened."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
from scripts import environment, machine
from scripts.machine import SetupError

ROOT = Path(__file__).parents[1]
Done = list[Any]


@pytest.fixture(autouse=True)
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Done:
    """What is done to an environment in an empty folder, on a machine that has everything."""
    steps: Done = []
    venv = tmp_path / ".venv"
    for name, value in {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "python"}.items():
        monkeypatch.setattr(environment, name, value)
    monkeypatch.setattr(environment, "STAMP", venv / "installed.json")
    for name, file in {"RUNTIME_LOCK": "requirements.lock", "DEV_LOCK": "requirements-dev.lock"}.items():
        monkeypatch.setattr(environment, name, tmp_path / file)
        (tmp_path / file).write_text("click==8.5.1 \\\n    --hash=sha256:00\n", encoding="utf-8")

    def make_environment() -> None:
        steps.append("made")
        environment.PYTHON.write_bytes(b"")

    monkeypatch.setattr(environment, "make_environment", make_environment)
    monkeypatch.setattr(environment, "pip", lambda *arguments: steps.append(("pip", *arguments)))
    monkeypatch.setattr(environment, "remove_strangers", lambda: None)
    monkeypatch.setattr(machine, "missing_libraries", list)
    monkeypatch.setattr(machine, "missing_tools", list)
    return steps


def installs(done: Done) -> list[str]:
    return [Path(step[-1]).name for step in done if step[0] == "pip"]


def test_the_door_opens_where_nothing_is_installed() -> None:
    without_packages = [sys.executable, "-S", str(ROOT / "dev.py"), "--help"]
    assert subprocess.run(without_packages, check=False, capture_output=True).returncode == 0


def test_the_environment_is_made_once(done: Done) -> None:
    environment.ensure_packages(environment.RUNTIME_LOCK)
    environment.ensure_packages(environment.RUNTIME_LOCK)
    assert done.count("made") == 1
    assert installs(done) == ["requirements.lock"]
    assert "--require-hashes" in done[1]


def test_the_tests_packages_are_added_when_they_are_needed(done: Done) -> None:
    environment.ensure_packages(environment.RUNTIME_LOCK)
    environment.ensure_packages(environment.DEV_LOCK)
    environment.ensure_packages(environment.RUNTIME_LOCK)
    assert done.count("made") == 1
    assert installs(done) == ["requirements.lock", "requirements-dev.lock"]


def test_a_changed_lock_is_installed(done: Done) -> None:
    environment.ensure_packages(environment.RUNTIME_LOCK)
    environment.RUNTIME_LOCK.write_text("click==8.5.2 --hash=sha256:01\n", encoding="utf-8")
    environment.ensure_packages(environment.RUNTIME_LOCK)
    assert done.count("made") == 1
    assert len(installs(done)) == 2


def test_another_python_makes_another_environment(done: Done, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure_packages(environment.RUNTIME_LOCK)
    monkeypatch.setattr(environment, "this_python", lambda: "3.14.0 x86_64 /elsewhere")
    environment.ensure_packages(environment.RUNTIME_LOCK)
    assert done.count("made") == 2
    assert len(installs(done)) == 2


def test_an_installation_that_failed_is_taken_up_again(done: Done, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: str) -> None:
        raise SetupError("no network")

    with monkeypatch.context() as offline:
        offline.setattr(environment, "pip", broken)
        assert dev.main(["run"]) == 1
    environment.ensure_packages(environment.RUNTIME_LOCK)
    assert installs(done) == ["requirements.lock"]


def test_names_of_a_lock_are_compared_as_pip_does() -> None:
    environment.RUNTIME_LOCK.write_text(
        "PySide6_Essentials==6.11.3 \\\n    --hash=sha256:00\npytest-xdist[psutil]==3.6 ; extra\n",
        encoding="utf-8",
    )
    assert list(environment.locked_names(environment.RUNTIME_LOCK)) == ["pyside6-essentials", "pytest-xdist"]


def test_the_locks_of_this_project_have_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        entries = text.replace("\\\n", " ").splitlines()
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_check_runs_whatever_the_first_ones_say(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    def call(command: list[str], **_how: Any) -> int:
        called.append(Path(command[0]).name)
        return 3 if called[-1] == "ruff" else 0

    monkeypatch.setattr(subprocess, "call", call)
    assert dev.main(["test"]) == 3
    assert called == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]


def test_arguments_go_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    handed = []
    monkeypatch.setattr(dev, "hand_over", lambda command: handed.append(command) or 7)
    assert dev.main(["run", "issues", "--json"]) == 7
    assert handed[0][1:] == [str(ROOT / "main.py"), "issues", "--json"]


def test_what_is_missing_is_named_where_it_cannot_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda: ["libegl1"])
    monkeypatch.setattr(machine, "can_apt", lambda: False)
    monkeypatch.setattr(machine, "WINDOWS", False)
    monkeypatch.setattr(dev, "hand_over", lambda _command: 0)
    assert dev.main(["run"]) == 0
    captured = capsys.readouterr()
    assert "sudo apt-get install libegl1" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("arguments", [[], ["walk"]])
def test_wrong_usage_is_told_on_standard_error(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert dev.main(arguments) == 2
    captured = capsys.readouterr()
    assert "python dev.py run" in captured.err
    assert captured.out == ""


def test_the_stamp_tells_what_was_installed() -> None:
    environment.ensure_packages(environment.DEV_LOCK)
    stamp = json.loads(environment.STAMP.read_text(encoding="utf-8"))
    assert set(stamp["locks"]) == {"requirements.lock", "requirements-dev.lock"}

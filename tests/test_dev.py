"""The developer's door sets up once, again when it must, and passes on what happened."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py working in an empty folder, on a machine that has everything; `done` is what it did."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    done: list[Any] = []
    module.done = done
    venv = tmp_path / ".venv"
    for name, value in {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "python"}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "STAMP", venv / "installed.json")
    for name, file in {"RUNTIME_LOCK": "requirements.lock", "DEV_LOCK": "requirements-dev.lock"}.items():
        monkeypatch.setattr(module, name, tmp_path / file)
        (tmp_path / file).write_text("click==8.5.1 \\\n    --hash=sha256:00\n", encoding="utf-8")

    def make_environment() -> None:
        done.append("made")
        module.PYTHON.write_bytes(b"")

    monkeypatch.setattr(module, "make_environment", make_environment)
    monkeypatch.setattr(module, "pip", lambda *arguments: done.append(("pip", *arguments)))
    monkeypatch.setattr(module, "remove_strangers", lambda: None)
    monkeypatch.setattr(module, "missing_libraries", list)
    monkeypatch.setattr(module, "missing_tools", list)
    return module


def installs(dev: ModuleType) -> list[str]:
    return [Path(step[-1]).name for step in dev.done if step[0] == "pip"]


def test_the_environment_is_made_once(dev: ModuleType) -> None:
    dev.ensure_packages(dev.RUNTIME_LOCK)
    dev.ensure_packages(dev.RUNTIME_LOCK)
    assert dev.done.count("made") == 1
    assert installs(dev) == ["requirements.lock"]
    assert "--require-hashes" in dev.done[1]


def test_the_tests_packages_are_added_when_they_are_needed(dev: ModuleType) -> None:
    dev.ensure_packages(dev.RUNTIME_LOCK)
    dev.ensure_packages(dev.DEV_LOCK)
    dev.ensure_packages(dev.RUNTIME_LOCK)
    assert dev.done.count("made") == 1
    assert installs(dev) == ["requirements.lock", "requirements-dev.lock"]


def test_a_changed_lock_is_installed(dev: ModuleType) -> None:
    dev.ensure_packages(dev.RUNTIME_LOCK)
    dev.RUNTIME_LOCK.write_text("click==8.5.2 --hash=sha256:01\n", encoding="utf-8")
    dev.ensure_packages(dev.RUNTIME_LOCK)
    assert dev.done.count("made") == 1
    assert len(installs(dev)) == 2


def test_another_python_makes_another_environment(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.ensure_packages(dev.RUNTIME_LOCK)
    monkeypatch.setattr(dev, "this_python", lambda: "3.14.0 x86_64 /elsewhere")
    dev.ensure_packages(dev.RUNTIME_LOCK)
    assert dev.done.count("made") == 2
    assert len(installs(dev)) == 2


def test_an_installation_that_failed_is_taken_up_again(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: str) -> None:
        raise dev.SetupError("no network")

    with monkeypatch.context() as offline:
        offline.setattr(dev, "pip", broken)
        assert dev.main(["run"]) == 1
    dev.ensure_packages(dev.RUNTIME_LOCK)
    assert installs(dev) == ["requirements.lock"]


def test_names_of_a_lock_are_compared_as_pip_does(dev: ModuleType) -> None:
    dev.RUNTIME_LOCK.write_text(
        "PySide6_Essentials==6.11.3 \\\n    --hash=sha256:00\npytest-xdist[psutil]==3.6 ; extra\n",
        encoding="utf-8",
    )
    assert list(dev.locked_names(dev.RUNTIME_LOCK)) == ["pyside6-essentials", "pytest-xdist"]


def test_the_locks_of_this_project_have_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        entries = text.replace("\\\n", " ").splitlines()
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_check_runs_whatever_the_first_ones_say(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = []

    def call(command: list[str], **_how: Any) -> int:
        called.append(Path(command[0]).name)
        return 3 if called[-1] == "ruff" else 0

    monkeypatch.setattr(subprocess, "call", call)
    assert dev.main(["test"]) == 3
    assert called == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]


def test_arguments_go_to_the_program(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    handed = []
    monkeypatch.setattr(dev, "hand_over", lambda command: handed.append(command) or 7)
    assert dev.main(["run", "issues", "--json"]) == 7
    assert handed[0][1:] == [str(dev.ROOT / "main.py"), "issues", "--json"]


def test_what_is_missing_is_named_where_it_cannot_be_installed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libegl1"])
    monkeypatch.setattr(dev, "can_apt", lambda: False)
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(dev, "hand_over", lambda _command: 0)
    assert dev.main(["run"]) == 0
    captured = capsys.readouterr()
    assert "sudo apt-get install libegl1" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("arguments", [[], ["walk"]])
def test_wrong_usage_is_told_on_standard_error(
    dev: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert dev.main(arguments) == 2
    captured = capsys.readouterr()
    assert "python dev.py run" in captured.err
    assert captured.out == ""


def test_the_stamp_tells_what_was_installed(dev: ModuleType) -> None:
    dev.ensure_packages(dev.DEV_LOCK)
    stamp = json.loads(dev.STAMP.read_text(encoding="utf-8"))
    assert set(stamp["locks"]) == {"requirements.lock", "requirements-dev.lock"}

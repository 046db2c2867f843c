"""The portable archive: its data beside it, on a stick that cannot be written, and damaged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import shims
from machine import Machine
from recipe import ROOT

SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"


@pytest.fixture
def stick(machine: Machine, portable: Path, tmp_path: Path) -> Path:
    """A folder with the portable program, stand-ins included."""
    return shims.copy(portable, tmp_path / "U盘 简报")


def test_everything_stays_beside_the_program(machine: Machine, stick: Path) -> None:
    code, said = machine.run(stick / "bulletin-cli.exe", "--json", "import", machine.named(SAMPLE))
    assert code == 0, said
    assert (stick / "data/library.db").is_file()
    assert json.loads(said)["failed"] == []


def test_a_stick_that_cannot_be_written_is_told(machine: Machine, stick: Path, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    if os.geteuid() != 0 or subprocess.call(["mount", "--bind", str(stick), str(place)]):
        pytest.skip("a disk that cannot be written can only be made by root")
    try:
        subprocess.check_call(["mount", "-o", "remount,ro,bind", str(place)])
        code, said = machine.run(place / "bulletin-cli.exe", "issues")
    finally:
        subprocess.check_call(["umount", str(place)])
    assert code == 1
    assert len([line for line in said.splitlines() if line.strip()]) == 1, said


@pytest.mark.parametrize(
    "part", ["runtime/python313.dll", "app/program.py", "lib/click", "app/bulletin_desktop/cli"]
)
def test_a_damaged_folder_is_told_in_one_sentence(machine: Machine, stick: Path, part: str) -> None:
    damaged = stick / part
    shutil.rmtree(damaged) if damaged.is_dir() else damaged.unlink()
    code, said = machine.run(stick / "bulletin-cli.exe", "issues")
    assert code == 1
    assert "不完整" in said
    assert "Traceback" not in said


def test_without_the_sign_the_users_folder_is_used(machine: Machine, stick: Path) -> None:
    (stick / "portable").unlink()
    code, said = machine.run(stick / "bulletin-cli.exe", "--json", "issues")
    assert code == 0, said
    assert not (stick / "data").exists()

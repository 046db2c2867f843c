"""A setup that is killed, finds files in use, or a folder that is not for it: one whole program stays."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from machine import Machine, until

PARTS = (
    "runtime", "lib", "app", "licences",
    "CONTENTS.txt", "uninstall.exe", "bulletin-cli.exe", "BulletinDesktop.exe",
)  # fmt: skip
OLD, NEW, UNFINISHED = "BulletinDesktop-old", "BulletinDesktop-new", "BulletinDesktop-unfinished"
MOVES = 2 * len(PARTS)  # of an exchange: each part aside, then each new one in its place
CLASS = r"Software\Classes\.bulletin"
DONE, NOT_DONE = 0, 2


def run(machine: Machine, setup: Path, folder: Path) -> int:
    """Run a setup without a window."""
    # NSIS wants the folder last and without quotes; a word with a space would get them.
    return machine.run(setup, "/S", *f"/D={machine.named(folder)}".split(" "))[0]


def told(machine: Machine) -> str:
    """What a setup or removal without a window wrote."""
    (log,) = machine.drive.rglob("BulletinDesktop-install.log")
    return log.read_text(encoding="utf-16")


def remove(machine: Machine, folder: Path) -> None:
    machine.run(folder / "uninstall.exe", "/S")


@pytest.fixture(scope="module")
def folder(machine: Machine, setup: Path) -> Iterator[Path]:
    """Where the program is installed."""
    place = machine.drive / "试装 目录/简报"
    assert run(machine, setup, place) == DONE
    yield place
    if place.exists():
        remove(machine, place)


def works(machine: Machine, folder: Path) -> bool:
    """Whether one whole program stands in *folder*, and nothing else."""
    assert {path.name for path in folder.iterdir()} == set(PARTS)
    (folder / "runtime/_wmi.pyd").unlink(missing_ok=True)  # asking Wine by it hangs
    code, said = machine.run(folder / "bulletin-cli.exe", "--version")
    return code == 0 and "version" in said


def interrupt(folder: Path, moves: int) -> None:
    """Leave *folder* as a setup does that is killed after so many *moves* of its exchange."""
    for part in PARTS:
        (folder / NEW).mkdir(exist_ok=True)
        copy = shutil.copytree if (folder / part).is_dir() else shutil.copyfile
        copy(folder / part, folder / NEW / part)
    (folder / OLD).mkdir()
    (folder / UNFINISHED).touch()
    for part in PARTS[:moves]:
        (folder / part).rename(folder / OLD / part)
    for part in PARTS[: max(0, moves - len(PARTS))]:
        (folder / NEW / part).rename(folder / part)


@pytest.mark.parametrize("moves", [0, 3, len(PARTS), MOVES - 1, MOVES])
def test_the_next_setup_heals_an_interrupted_exchange(
    machine: Machine, setup: Path, folder: Path, moves: int
) -> None:
    interrupt(folder, moves)
    if (folder / "bulletin-cli.exe").exists():
        code, said = machine.run(folder / "bulletin-cli.exe", "issues")
        assert (code, "没有完成" in said) == (1, True), said
    assert run(machine, setup, folder) == DONE
    assert works(machine, folder)


def test_an_interrupted_program_can_be_removed(machine: Machine, setup: Path, folder: Path) -> None:
    interrupt(folder, 2)
    remove(machine, folder)
    assert not folder.exists()
    assert run(machine, setup, folder) == DONE


def test_a_setup_killed_while_it_unpacks_leaves_the_program(
    machine: Machine, setup: Path, folder: Path
) -> None:
    works(machine, folder)
    killed_while_unpacking(machine, setup, folder)
    code, said = machine.run(folder / "bulletin-cli.exe", "--version")
    assert code == 0, said
    assert run(machine, setup, folder) == DONE
    assert works(machine, folder)


def test_a_first_setup_killed_while_it_unpacks_can_be_run_again(machine: Machine, setup: Path) -> None:
    first = machine.drive / "试装 目录/第一次"
    killed_while_unpacking(machine, setup, first)
    assert run(machine, setup, first) == DONE
    assert works(machine, first)
    assert not (machine.drive / "试装 目录/简报").exists()  # a person has one program: it moved
    assert run(machine, setup, machine.drive / "试装 目录/简报") == DONE


def killed_while_unpacking(machine: Machine, setup: Path, folder: Path) -> None:
    process = machine.start(setup, "/S", *f"/D={machine.named(folder)}".split(" "))
    until((folder / NEW / "app").exists, "the unpacking")
    process.kill()
    process.communicate()
    time.sleep(1)


@contextlib.contextmanager
def in_use(part: Path) -> Iterator[None]:
    """Let *part* be a folder that cannot be renamed, as one with an open file cannot in Windows."""
    if os.geteuid() != 0 or subprocess.call(["mount", "--bind", str(part), str(part)]):
        pytest.skip("a folder that cannot be renamed can only be made by root")
    try:
        yield
    finally:
        subprocess.check_call(["umount", str(part)])


def test_a_part_in_use_leaves_the_program_as_it_was(machine: Machine, setup: Path, folder: Path) -> None:
    with in_use(folder / "app"):
        assert run(machine, setup, folder) == NOT_DONE
        assert "app”正被别的程序使用" in told(machine)
    assert works(machine, folder)
    with in_use(folder / "licences"):
        remove(machine, folder)
        assert "licences”正被别的程序使用" in told(machine)
    assert works(machine, folder)


def test_an_older_setup_is_refused(machine: Machine, folder: Path, older: Path) -> None:
    assert run(machine, older, folder) == NOT_DONE
    assert "比 0.0.9 新" in told(machine)
    assert run(machine, older, machine.drive / "另一处") == NOT_DONE  # elsewhere too
    assert works(machine, folder)


def test_a_setup_waits_for_the_one_before(machine: Machine, setup: Path, folder: Path) -> None:
    first = machine.start(setup, "/S", *f"/D={machine.named(folder)}".split(" "))
    until((folder / NEW).exists, "the unpacking")
    assert run(machine, setup, folder) == NOT_DONE
    assert "已经打开" in told(machine)
    first.communicate()
    assert (first.returncode, works(machine, folder)) == (DONE, True)


def test_a_folder_that_is_not_for_it_is_refused(machine: Machine, setup: Path, folder: Path) -> None:
    assert run(machine, setup, machine.drive / ("长" * 190)) == NOT_DONE
    assert "路径太长" in told(machine)
    carried = machine.drive / "试装 目录/免安装"
    carried.mkdir()
    for name in ("portable", "BulletinDesktop.exe"):
        (carried / name).touch()
    assert run(machine, setup, carried) == NOT_DONE
    assert "免安装版" in told(machine)
    assert len(list(carried.iterdir())) == 2
    assert works(machine, folder)


def test_one_folder_under_two_names_is_one(machine: Machine, setup: Path, folder: Path) -> None:
    drive = machine.folder / "prefix/dosdevices/g:"
    drive.symlink_to(folder.parent)
    try:
        code, _said = machine.run(setup, "/S", rf"/D=G:\{folder.name}")
    finally:
        drive.unlink()
    assert (code, works(machine, folder)) == (DONE, True)


def test_files_of_another_program_stay_its_own(machine: Machine, folder: Path) -> None:
    machine.run("reg", "add", f"HKCU\\{CLASS}", "/ve", "/d", "Other.Program", "/f")
    remove(machine, folder)
    assert machine.setting(CLASS) == "Other.Program"
    assert not folder.exists()
    machine.run("reg", "delete", f"HKCU\\{CLASS}", "/f")

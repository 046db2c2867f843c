"""The program's life on a PC: installed, used, upgraded, removed. Each test goes on from the last."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import shims
from conftest import OLDER
from machine import Machine, until
from recipe import ROOT, version

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\BulletinDesktop"
CLASSES = r"Software\Classes"
SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"
NOT_DONE = 2


def install(machine: Machine, setup: Path, folder: str | None = None) -> int:
    """Run a setup without a window; stand-ins are put where it went."""
    # NSIS wants the folder last and without quotes; a word with a space would get them.
    target = f"/D={folder or machine.named(machine.installed)}".split(" ")
    code, _said = machine.run(setup, "/S", *target)
    if code == 0:
        shims.put(machine.installed, machine.folder)
    return code


def command(machine: Machine, *arguments: str) -> tuple[int, str]:
    """Run the installed command line."""
    return machine.run(machine.installed / "bulletin-cli.exe", *arguments)


def issues(machine: Machine) -> list[dict[str, object]]:
    code, said = command(machine, "--json", "issues")
    assert code == 0, said
    return list(json.loads(said))


def open_window(machine: Machine) -> subprocess.Popen[bytes]:
    """Start the program and wait until its window is painted."""
    process = machine.start(machine.installed / "BulletinDesktop.exe")
    until(lambda: len(machine.picture().resize((64, 36)).getcolors(9999) or []) > 30, "the window")
    return process


def close_window(machine: Machine, process: subprocess.Popen[bytes]) -> str:
    """Close the window as a click on its cross does; return what the program said."""
    machine.run("taskkill", "/im", "BulletinDesktop.exe")
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return said.decode("utf-8", "replace")


def reason(machine: Machine) -> str:
    """Return what a setup without a window wrote about why it gave up."""
    (log,) = machine.drive.rglob("BulletinDesktop-install.log")
    return log.read_text(encoding="utf-16")


def shortcuts(machine: Machine) -> list[Path]:
    home = machine.folder / "home"  # Wine lets the desktop be there
    return sorted({*machine.drive.glob("users/*/**/简报编辑台.lnk"), *home.rglob("简报编辑台.lnk")})


def test_it_installs_without_a_window_into_a_chinese_folder(machine: Machine, older: Path) -> None:
    assert install(machine, older) == 0
    assert (machine.installed / "BulletinDesktop.exe").is_file()
    assert not (machine.installed / "new").exists()
    assert machine.setting(UNINSTALL, "DisplayVersion") == OLDER
    assert machine.setting(UNINSTALL, "InstallLocation") == machine.named(machine.installed)
    assert len(shortcuts(machine)) == 2  # Start menu and desktop


def test_word_keeps_its_files_and_ours_are_opened_by_us(machine: Machine) -> None:
    assert machine.setting(rf"{CLASSES}\.docx") is None
    assert machine.setting(rf"{CLASSES}\.bulletin") == "BulletinDesktop.Bulletin"
    opened = machine.setting(rf"{CLASSES}\BulletinDesktop.Bulletin\shell\open\command")
    assert opened == f'"{machine.named(machine.installed)}\\BulletinDesktop.exe" "%1"'


def test_the_sample_is_compiled_as_it_is_here(machine: Machine, tmp_path: Path) -> None:
    target = tmp_path / "第3期 简报.docx"
    code, said = command(machine, "--json", "compile", machine.named(SAMPLE), "-o", machine.named(target))
    assert code == 0, said
    assert target.stat().st_size > 10_000
    program = [sys.executable, str(ROOT / "main.py"), "--json", "compile"]
    here = subprocess.check_output([*program, str(SAMPLE), "-o", str(tmp_path / "here.docx")])
    assert without_ids(json.loads(said)) == without_ids(json.loads(here))


def without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_ids(held) for key, held in value.items() if key != "id"}
    return [without_ids(held) for held in value] if isinstance(value, list) else value


def test_the_window_makes_an_issue_of_the_sample_and_exports_it(machine: Machine, pictures: Path) -> None:
    data = machine.local_data / "BulletinDesktop"
    process = open_window(machine)
    machine.bring("简报编辑台")
    machine.rest()
    machine.picture(pictures / "window-empty.png")
    machine.press("Tab", "Tab", "Tab", "Return")  # 打开示例
    until((data / "library.db.drafts").is_file, "the review of the sample")
    machine.rest()
    machine.picture(pictures / "window-review.png")
    machine.press("ctrl+Return")
    machine.bring("新建一期")
    machine.picture(pictures / "window-form.png")
    machine.press("Return")
    machine.bring("第1期")  # of which the window's title tells
    machine.rest()
    machine.press("Escape")  # the tour
    machine.rest()
    machine.picture(pictures / "window.png")
    machine.press("F12")
    machine.bring("导出本期")
    machine.press("Return")
    until(lambda: exported(machine), "the Word file")
    machine.picture(pictures / "window-exported.png")
    assert close_window(machine, process) == ""
    (file,) = exported(machine)
    assert "word/document.xml" in zipfile.ZipFile(file).namelist()
    assert len(issues(machine)) == 1


def exported(machine: Machine) -> list[Path]:
    """Return the Word files in the person's documents, which Wine lets be at home."""
    return [*(machine.folder / "home").rglob("*.docx")]


def test_what_was_stored_is_exported(machine: Machine, tmp_path: Path) -> None:
    code, said = command(machine, "--json", "import", machine.named(SAMPLE))
    assert code == 0, said
    issue = issues(machine)[0]
    target = tmp_path / "导出 3.docx"
    code, said = command(machine, "--json", "export", str(issue["id"]), "-o", machine.named(target))
    assert code == 0, said
    assert json.loads(said)["pages"] > 0
    code, said = command(machine, "export", str(issue["id"]), "-o", machine.named(tmp_path / "nul.pdf"))
    assert (tmp_path / "nul.pdf").exists() or code == 1, "said to be written, but it is not there"


def test_a_running_program_is_not_replaced(machine: Machine, setup: Path, older: Path) -> None:
    process = open_window(machine)
    assert install(machine, setup) == NOT_DONE
    assert "正在运行" in reason(machine)
    assert machine.setting(UNINSTALL, "DisplayVersion") == OLDER
    code, said = command(machine, "issues")
    assert code == 1, said  # two programs never work on one library
    assert len([line for line in said.splitlines() if line.strip()]) == 1, said
    close_window(machine, process)


def test_an_upgrade_keeps_the_library_and_the_settings(machine: Machine, setup: Path) -> None:
    before = issues(machine)
    settings = (machine.local_data / "BulletinDesktop/library.window.ini").read_bytes()
    assert install(machine, setup) == 0
    assert machine.setting(UNINSTALL, "DisplayVersion") == version()
    assert issues(machine) == before
    assert (machine.local_data / "BulletinDesktop/library.window.ini").read_bytes() == settings
    code, said = command(machine, "--version")
    assert (code, version() in said) == (0, True)


def test_no_room_changes_nothing(machine: Machine, setup: Path, tmp_path: Path) -> None:
    if os.geteuid() != 0 or subprocess.call(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(tmp_path)]
    ):
        pytest.skip("a small disk can only be made by root")
    try:
        letter = machine.folder / "prefix/dosdevices/e:"
        letter.symlink_to(tmp_path)
        assert install(machine, setup, r"E:\简报") == NOT_DONE
        assert "空间不足" in reason(machine)
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]
        letter.unlink()
    finally:
        subprocess.check_call(["umount", str(tmp_path)])
    assert machine.setting(UNINSTALL, "InstallLocation") == machine.named(machine.installed)


def test_a_folder_with_other_files_is_not_taken(machine: Machine, setup: Path) -> None:
    other = machine.drive / "用户 目录/别的"
    other.mkdir()
    (other / "重要.docx").write_bytes(b"PK")
    assert install(machine, setup, machine.named(other)) == NOT_DONE
    assert [path.name for path in other.iterdir()] == ["重要.docx"]


def test_removal_leaves_nothing_but_the_library(machine: Machine, tmp_path: Path) -> None:
    kept = machine.local_data / "BulletinDesktop/library.db"
    shutil.copyfile(kept, tmp_path / "library.db")
    machine.run(machine.installed / "uninstall.exe", "/S")
    until(lambda: not machine.installed.exists(), "the removal of the folder")
    until(lambda: machine.setting(UNINSTALL, "DisplayVersion") is None, "the removal from the registry")
    assert shortcuts(machine) == []
    assert machine.setting(rf"{CLASSES}\.bulletin") is None
    assert machine.setting(rf"{CLASSES}\BulletinDesktop.Document\shell\open\command") is None
    left = sorted(path.name for path in kept.parent.iterdir())
    belonging = ("library.db", "library.backups.json", "backups")
    assert [name for name in left if not name.startswith(belonging)] == []
    assert kept.read_bytes() == (tmp_path / "library.db").read_bytes()

"""What Windows does to a program: files open in Word, no console, a second start, a kill, DPI, the dark."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import shims
from docx import Document
from machine import Machine, until
from recipe import ROOT

INSIDE = Path(__file__).parent / "inside"
SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"
SCREEN = r"HKCU\Control Panel\Desktop"
RUNNER = "import runpy, sys\ndel sys.argv[0]\nrunpy.run_path(sys.argv[0], run_name='__main__')\n"
TITLES = ("关于加快补齐农村养老短板的建议", "𠮷林调研报告")  # the second begins outside code page 936


@pytest.fixture(scope="module")
def folder(portable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portable program in a folder that is not written in ASCII, stand-ins included."""
    return shims.copy(portable, tmp_path_factory.mktemp("desk") / "办公 室 𠮷")


@pytest.fixture(scope="module")
def python(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's Python, for scripts: its launcher with another program to start."""
    made = tmp_path_factory.mktemp("python") / "BulletinDesktop"
    shutil.copytree(folder, made, ignore=shutil.ignore_patterns("data"))
    (made / "app/program.py").write_text(RUNNER, encoding="utf-8")
    return made / "bulletin-cli.exe"


@pytest.fixture
def manuscripts(tmp_path: Path) -> list[Path]:
    """Word files that come in, each with an article."""
    made = []
    for nth, title in enumerate(TITLES):
        document = Document()
        for text in (title, "　　会议指出，要抓好落实，确保各项工作取得实效。"):
            document.add_paragraph(text)
        made.append(tmp_path / f"来稿 {nth} 𠮷.docx")
        document.save(str(made[-1]))
    return made


def sentence(said: str) -> str:
    """The only line that was said."""
    (line,) = (line for line in said.splitlines() if line.strip())
    return line


def compiled(machine: Machine, folder: Path, target: Path) -> tuple[int, str]:
    command = ["compile", machine.named(SAMPLE), "-o", machine.named(target)]
    return machine.run(folder / "bulletin-cli.exe", *command)


@pytest.mark.parametrize("sharing", ["0", "1"])
def test_a_file_that_word_has_open_stays_as_it_was(
    machine: Machine, folder: Path, python: Path, tmp_path: Path, sharing: str
) -> None:
    target, end = tmp_path / "第3期 简报.docx", tmp_path / "closed"
    target.write_bytes(b"of before")
    names = [machine.named(path) for path in (INSIDE / "hold.py", target)]
    with machine.start(python, *names, sharing, machine.named(end)):
        until(end.with_suffix(".begun").exists, "Word")
        code, said = compiled(machine, folder, target)
        assert (code, "正在另一个程序中打开" in sentence(said)) == (1, True), said
        assert target.read_bytes() == b"of before"
        assert {path.name for path in tmp_path.iterdir()} == {target.name, "closed.begun"}
        end.touch()
    code, said = compiled(machine, folder, target)
    assert code == 0, said
    assert target.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(("name", "why"), [("nul.docx", "设备"), ("报告:3.docx", "不允许文件名")])
def test_a_name_that_windows_loses_is_refused(
    machine: Machine, folder: Path, tmp_path: Path, name: str, why: str
) -> None:
    code, said = compiled(machine, folder, tmp_path / name)
    assert (code, why in sentence(said)) == (1, True), said
    assert list(tmp_path.iterdir()) == []


def test_characters_outside_the_code_page_go_in_and_out(
    machine: Machine, folder: Path, manuscripts: list[Path], tmp_path: Path
) -> None:
    library = machine.named(tmp_path / "资料 库 𠮷" / "云溪 😀.db")
    files = [machine.named(path) for path in manuscripts]
    code, said = machine.run(folder / "bulletin-cli.exe", "--library", library, "import", *files)
    assert code == 0, said
    assert [title for title in TITLES if title in said] == [*TITLES]
    code, said = machine.run(folder / "bulletin-cli.exe", "--library", library, "search", "𠮷林调研")
    assert (code, TITLES[1] in said) == (0, True), said


def shown(machine: Machine) -> bool:
    return len(machine.picture().resize((64, 36)).getcolors(9999) or []) > 30


def start_without_console(machine: Machine, folder: Path, *files: Path) -> None:
    """Start the window as Explorer does: no console, no pipe, nobody waits for it."""
    program = [machine.named(path) for path in (folder / "BulletinDesktop.exe", *files)]
    with machine.start("start", *program) as starter:
        starter.stdout.close()  # else it would be the program's
    until(lambda: shown(machine), "the window")


def keep_manuscript(machine: Machine, folder: Path, title: str) -> None:
    """Keep what is under review among the manuscripts, and wait until the library has it."""
    library = folder / "data/library.db-wal"

    def kept() -> bool:
        machine.press("ctrl+shift+Return")
        return title.encode() in library.read_bytes()

    until(kept, "the manuscript in the library")


def close(machine: Machine, lock: Path) -> None:
    """Click on the window's cross until the library's lock is gone: the window may still be on its way."""

    def closed() -> bool:
        machine.run("taskkill", "/im", "BulletinDesktop.exe")
        return not lock.exists()

    until(closed, "the end of the program")


def test_without_a_console_files_are_read_and_a_kill_costs_nothing(
    machine: Machine, folder: Path, manuscripts: list[Path], pictures: Path
) -> None:
    """The reader is a process of its own: it must start and speak where there are no standard streams."""
    start_without_console(machine, folder, manuscripts[0])
    keep_manuscript(machine, folder, TITLES[0])
    second = machine.run(folder / "BulletinDesktop.exe", machine.named(manuscripts[1]))
    assert second == (0, "")  # the first window has it now
    machine.picture(pictures / "second-start.png")
    machine.run("taskkill", "/f", "/im", "BulletinDesktop.exe")
    lock = folder / "data/library.db.lock"
    assert lock.is_file()
    until(lambda: not shown(machine), "the end of its window")
    start_without_console(machine, folder)  # the lock of the killed one holds nobody up
    machine.picture(pictures / "after-a-kill.png")
    close(machine, lock)
    code, said = machine.run(folder / "bulletin-cli.exe", "--json", "search", "抓好落实")
    assert (code, TITLES[0] in said) == (0, True), said
    log = folder / "data/Logs/bulletin-desktop.log"
    assert not log.exists() or "Traceback" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_the_window_fits_and_follows_the_dark(
    machine: Machine, python: Path, pictures: Path, tmp_path: Path, percent: int
) -> None:
    def dots(number: int) -> None:
        machine.run("reg", "add", SCREEN, "/v", "LogPixels", "/t", "REG_DWORD", "/d", str(number), "/f")

    dots(96 * percent // 100)
    try:
        library = tmp_path / "library.db"
        code, said = machine.run(python, machine.named(INSIDE / "look.py"), machine.named(library))
    finally:
        dots(96)
    assert code == 0, said
    shutil.copyfile(library.with_suffix(".png"), pictures / f"dialog-{percent}.png")
    seen = json.loads(sentence(said))
    assert seen["ratio"] == percent / 100
    assert all(has <= most for has, most in zip(seen["frame"], seen["room"], strict=True))
    assert max(seen["least"]) <= 430  # what 1366 x 768 has at 150 %, under the title and above the task bar
    dark, light = seen["shades"]
    assert max(dark) < 80 < 180 < min(light)


def test_on_a_stick_that_cannot_be_written_there_is_reading(
    machine: Machine, folder: Path, tmp_path: Path
) -> None:
    code, said = machine.run(folder / "bulletin-cli.exe", "--json", "import", machine.named(SAMPLE))
    assert code == 0, said
    place = tmp_path / "stick"
    place.mkdir()
    if os.geteuid() != 0 or subprocess.call(["mount", "--bind", str(folder), str(place)]):
        pytest.skip("a disk that cannot be written can only be made by root")
    try:
        subprocess.check_call(["mount", "-o", "remount,ro,bind", str(place)])
        program = place / "bulletin-cli.exe"
        code, said = machine.run(program, "--json", "issues")
        assert code == 0, said
        issue = json.loads(said)[0]["id"]
        code, said = machine.run(program, "export", issue, "-o", machine.named(tmp_path / "简报.docx"))
        assert code == 0, said
        code, said = machine.run(program, "import", machine.named(SAMPLE))
        assert (code, "只能阅读" in sentence(said)) == (1, True), said
    finally:
        subprocess.check_call(["umount", str(place)])

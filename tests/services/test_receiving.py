"""Everything a person brings comes in, in order, each file by itself; originals are kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.worker.bounds import Bounds
from bulletin_desktop.services import incoming, office, old_files
from bulletin_desktop.services.incoming import Brought
from bulletin_desktop.services.receiving import Received, Receiver
from bulletin_desktop.services.spool import Spool
from tests.processes import children

TEXT = "{town}整修灌溉渠道\n3月2日，{town}组织干部群众整修灌溉渠道，共清淤12公里，保障春耕用水。\n"
unix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and pipes of Unix")


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    made = Spool(tmp_path / "spools")
    yield made
    made.close()


@pytest.fixture
def receiver(spool: Spool) -> Receiver:
    return Receiver(spool)


def write(folder: Path, name: str, town: str = "青石乡") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT.format(town=town), encoding="utf-8")
    return file


def all_of(receiver: Receiver, *paths: Path) -> list[Received]:
    return list(receiver.receive(incoming.files(paths, short=True)))


def test_files_come_in_the_order_they_were_brought(receiver: Receiver, spool: Spool, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{nth}.txt", f"第{nth}乡") for nth in range(30, 0, -1)]
    received = all_of(receiver, *files)
    assert [each.name for each in received] == [file.name for file in files]
    for each, file in zip(received, files, strict=True):
        assert each.recognition is not None
        assert each.recognition.lines[0].text == f"第{file.stem}乡整修灌溉渠道"
        assert each.recognition.source == each.name
        assert each.recognition.origin == each.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
        assert spool.get(each.sha256) == file.read_bytes()


def test_progress_counts_to_the_end_and_names_what_was_read(receiver: Receiver, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{nth}.txt") for nth in range(12)]
    told: list[tuple[int, int, str]] = []
    brought = incoming.files(files, short=True)
    list(receiver.receive(brought, progress=lambda *each: told.append(each)))
    assert [done for done, _, _ in told] == list(range(1, 13))
    assert {total for _, total, _ in told} == {12}
    assert {name for _, _, name in told} == {file.name for file in files}


def test_what_cannot_be_read_is_told_and_the_others_come_in(receiver: Receiver, tmp_path: Path) -> None:
    good = write(tmp_path, "好.txt")
    empty, binary, gone = tmp_path / "空.txt", tmp_path / "图.txt", tmp_path / "没有.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 64)
    received = all_of(receiver, empty, good, binary, gone)
    assert [each.error is None for each in received] == [False, True, False, False]
    assert received[0].kind is Kind.EMPTY
    assert "没有.txt" in str(received[3].error)


def test_a_file_that_vanishes_while_others_are_read_is_told(receiver: Receiver, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{nth}.txt") for nth in range(20)]
    brought = incoming.files(files, short=True)
    files[-1].unlink()
    received = list(receiver.receive(brought))
    assert [each.error is None for each in received] == [True] * 19 + [False]


@unix
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    closed, good = write(tmp_path, "锁.txt"), write(tmp_path, "好.txt")
    closed.chmod(0)
    code = (
        "import sys, pathlib; from bulletin_desktop.services import incoming; "
        "from bulletin_desktop.services.receiving import Receiver; "
        "from bulletin_desktop.services.spool import Spool; "
        "spool = Spool(pathlib.Path(sys.argv[1])); "
        "[print(bool(each.recognition), each.error) for each in "
        "Receiver(spool).receive(incoming.files(map(pathlib.Path, sys.argv[2:])))]; spool.close()"
    )
    before = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if before and not shutil.which("setpriv"):
        pytest.skip("root needs setpriv to give up its rights")
    done = subprocess.run(
        [*before, sys.executable, "-c", code, str(tmp_path / "spool"), str(closed), str(good)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("False There is no permission to read")
    assert second == "True None"


def test_a_folder_stands_for_the_manuscripts_below_it(receiver: Receiver, tmp_path: Path) -> None:
    folder = tmp_path / "来稿"
    write(folder, "二/三.txt")
    write(folder, "一.TXT")
    write(folder, "~$一.docx")
    write(folder, ".隐藏.txt")
    write(folder, "Thumbs.db")
    (folder / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    received = all_of(receiver, folder)
    assert [each.name for each in received if each.recognition] == [
        str(Path("来稿", "一.TXT")),
        str(Path("来稿", "二", "三.txt")),
    ]
    (left,) = (each.error for each in received if each.error)
    assert "1 files" in str(left)
    assert "照片.jpg" in str(left)


def test_a_folder_without_manuscripts_is_told(tmp_path: Path) -> None:
    (brought,) = incoming.files([tmp_path])
    assert "There is no manuscript" in str(brought.error)


@unix
def test_folders_that_lead_into_themselves_are_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "来稿", "一.txt")
    (tmp_path / "来稿" / "环").symlink_to(tmp_path / "来稿", target_is_directory=True)
    assert len(incoming.files([tmp_path / "来稿"])) == 1


def test_more_files_than_anybody_is_sent_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_FILES", 3)
    for nth in range(5):
        write(tmp_path, f"{nth}.txt")
    brought = incoming.files([tmp_path])
    assert [each.error is None for each in brought] == [True, True, True, False]
    assert "the first 3 manuscripts" in str(brought[-1].error)


def test_a_whole_disk_is_not_walked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_SEEN", 3)
    for folder in "abcdef":
        write(tmp_path, f"{folder}/1.txt")
    brought = incoming.files([tmp_path])
    assert 3 <= sum(each.error is None for each in brought) < 6
    assert "more files than" in str(brought[-1].error)


def test_walking_through_folders_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        incoming.files([tmp_path], stopped=lambda: True)


def test_the_same_file_comes_in_once(tmp_path: Path) -> None:
    file = write(tmp_path, "一.txt")
    brought = incoming.files([file, tmp_path / "." / "一.txt", tmp_path, file])
    assert [each.path for each in brought] == [file]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one, two = write(tmp_path, "甲/来稿.txt"), write(tmp_path, "乙/来稿.txt")
    assert [each.name for each in incoming.files([one, two], short=True)] == [str(one), str(two)]


def test_a_file_that_is_too_large_is_told_without_being_read_whole(
    receiver: Receiver, tmp_path: Path
) -> None:
    huge = tmp_path / "大.txt"
    with huge.open("wb") as file:
        file.truncate(incoming.LARGEST + 1)
    (received,) = all_of(receiver, huge)
    assert "larger than 100 MB" in str(received.error)


@unix
def test_a_pipe_that_nobody_writes_to_holds_nothing_up(receiver: Receiver, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.txt")
    (received,) = all_of(receiver, tmp_path / "管.txt")
    assert "device or a pipe" in str(received.error)


def test_a_paste_has_no_original(receiver: Receiver) -> None:
    content = TEXT.format(town="柳湾镇").encode()
    (received,) = receiver.receive([Brought("", content=content)])
    assert received.recognition is not None
    assert received.recognition.origin == received.sha256 == ""


@unix
def test_a_hostile_file_costs_itself_alone(spool: Spool, tmp_path: Path) -> None:
    """The first takes too long, whatever is done; those before and behind it come in."""
    endless = tmp_path / "无尽.txt"
    endless.write_bytes("甲\n".encode() * 4_000_000)
    files = [write(tmp_path, f"{nth}.txt") for nth in range(10)]
    receiver = Receiver(spool, limits=Bounds(seconds=1.5))
    received = list(receiver.receive(incoming.files([files[0], endless, *files[1:]], short=True)))
    assert [each.name for each in received if each.error] == ["无尽.txt"]
    assert len(received) == 11


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes in /proc")
def test_two_hundred_files_are_given_up_at_once(receiver: Receiver, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{nth}.txt") for nth in range(200)]
    before = children()
    enough = threading.Event()
    asked: list[float] = []

    def progress(done: int, _total: int, _name: str) -> None:
        if done == 20:
            asked.append(time.monotonic())
            enough.set()

    with pytest.raises(Cancelled):
        list(receiver.receive(incoming.files(files), progress=progress, stopped=enough.is_set))
    assert time.monotonic() - asked[0] < 0.1
    assert children() <= before


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes in /proc")
def test_no_process_is_left_where_nobody_waits_for_the_rest(receiver: Receiver, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{nth}.txt") for nth in range(20)]
    before = children()
    received = receiver.receive(incoming.files(files))
    next(received)
    received.close()
    assert children() <= before


def test_settings_reach_the_worker(spool: Spool, tmp_path: Path) -> None:
    file = write(tmp_path, "一.txt")
    settings = Settings(replacements=(("青石乡", "白石镇"),))
    (received,) = Receiver(spool, settings).receive(incoming.files([file]))
    assert received.recognition is not None
    assert received.recognition.lines[0].text == "白石镇整修灌溉渠道"


def test_text_whose_encoding_cannot_be_told_is_read_again_in_the_one_a_person_chose(
    receiver: Receiver, tmp_path: Path
) -> None:
    file = tmp_path / "损坏.txt"
    text = TEXT.format(town="青石乡") * 30
    file.write_bytes(text.encode("gb18030").replace("渠".encode("gb18030"), b"\xff\xff\x80"))
    (received,) = all_of(receiver, file)
    assert received.error is not None
    file.unlink()  # the spool has it
    (again,) = receiver.again(received, encoding="gb18030")
    assert again.recognition is not None
    assert again.name == "损坏.txt"
    assert again.recognition.origin == received.sha256


def test_what_the_spool_lost_is_told_again(receiver: Receiver) -> None:
    (again,) = receiver.again(Received("一.docx", sha256="0" * 64))
    assert "no longer" in str(again.error)


@pytest.mark.libreoffice
def test_old_files_go_by_way_of_libreoffice(tmp_path: Path) -> None:
    program = office.find()
    if program is None:
        pytest.skip("needs LibreOffice")
    write(tmp_path, "旧.txt")
    (made,) = office.convert(program, [tmp_path / "旧.txt"], tmp_path, "doc")
    old = made.read_bytes()
    assert old.startswith(b"\xd0\xcf\x11\xe0")
    new = old_files.converted(old)
    assert new is not None
    assert new.startswith(b"PK")


def test_without_libreoffice_old_files_stay_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    assert old_files.converted(b"\xd0\xcf\x11\xe0") is None

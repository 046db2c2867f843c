"""Backups and restoring on disks that are full, write-protected, missing or pulled out, and killed midway."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library import swap
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backup_settings, backups, restoring, second_folder
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.faults.places import disk, program, said, write_protect
from tests.library.fault_child import one_article

if sys.platform == "win32":
    pytest.skip("needs small disks and POSIX processes", allow_module_level=True)


def grow(library: Path, megabytes: int) -> None:
    with closing(sqlite3.connect(library)) as raw, raw:
        for nth in range(megabytes):
            values = [f"{nth}-{os.urandom(4).hex()}", os.urandom(1_000_000)]
            raw.execute("INSERT INTO pictures VALUES (?, 'png', 1, 1, ?)", values)


def back_up(library: Path) -> backups.Made:
    with Library.open(library) as opened:
        making = backups.Making(library)
        making.copy(Desk(opened))
        return making.finish()


def change(library: Path, words: str) -> None:
    with Library.open(library) as opened:
        desk = Desk(opened)
        desk.apply(SaveArticle(replace(one_article(desk), headline=(words,))))


def title(library: Path) -> str:
    with Library.open(library) as opened:
        return one_article(Desk(opened)).title


def use_second(library: Path, folder: Path) -> None:
    backup_settings.save(library, replace(backup_settings.load(library), second=folder))


@pytest.fixture(autouse=True)
def no_reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disks here are smaller than what backups leave free."""
    monkeypatch.setattr(backups, "_SPARE", 0)


# --- the disk is full -------------------------------------------------------------------------------


def test_without_room_no_backup_is_half_made_and_the_last_one_stays(folder: Path, library: Path) -> None:
    with disk(folder / "disk", "3m") as place:
        small = place / "library.db"
        shutil.copyfile(library, small)
        kept = back_up(small).info.path
        grow(small, 1)
        change(small, "改过")
        (place / "ballast").write_bytes(bytes(1_200_000))
        with pytest.raises(UserError, match="the disk is full"):
            back_up(small)
        assert list(kept.parent.iterdir()) == [kept]
        assert title(small) == "改过"


def test_old_backups_give_way_where_the_disk_has_no_room_for_a_new_one(folder: Path, library: Path) -> None:
    with disk(folder / "disk", "4m") as place:
        small = place / "library.db"
        shutil.copyfile(library, small)
        made = []
        for nth in range(14):
            change(small, f"第{nth}次")
            made.append(back_up(small).info.path)
        left = backups.kept(small)
        assert left[0].path == made[-1]
        assert 1 < len(left) < 14


def test_restoring_without_room_changes_nothing(folder: Path, library: Path) -> None:
    with disk(folder / "disk", "3m") as place:
        small = place / "library.db"
        shutil.copyfile(library, small)
        change(small, "现在的")
        grow(library, 4)
        chosen = back_up(library).info.path
        before = small.read_bytes()
        with pytest.raises(UserError, match="the disk is full"):
            restoring.restore(chosen, small)
        assert small.read_bytes() == before
        assert list(place.iterdir()) == [small]


# --- the second place -------------------------------------------------------------------------------


@pytest.fixture
def stick(folder: Path) -> Iterator[Path]:
    """A stick of 3 MB."""
    with disk(folder / "U盘", "3m") as place:
        yield place


def test_the_stick_gets_what_is_new_once(stick: Path, library: Path) -> None:
    use_second(library, stick)
    made = back_up(library).info.path
    path = second_folder.carry(library)
    assert path is not None
    assert path.read_bytes() == made.read_bytes()
    assert second_folder.carry(library) is None
    assert list(stick.iterdir()) == [path]


def test_a_full_stick_is_told_and_nothing_half_is_left_on_it(stick: Path, library: Path) -> None:
    use_second(library, stick)
    grow(library, 4)
    made = back_up(library).info.path
    with pytest.raises(UserError, match="the disk is full"):
        second_folder.carry(library)
    assert list(stick.iterdir()) == []
    assert made.exists()


def test_on_a_full_stick_the_oldest_backups_give_way_but_nothing_else(stick: Path, library: Path) -> None:
    use_second(library, stick)
    foreign = stick / "照片.jpg"
    foreign.write_bytes(os.urandom(1_500_000))
    for nth in range(9):
        change(library, f"第{nth}次")
        back_up(library)
        second_folder.carry(library)
    assert foreign.stat().st_size == 1_500_000
    newest = backups.newest(library)
    there = backups.kept(library, [stick])
    assert there[0].digest == newest.digest
    assert len(there) < 9


def test_a_write_protected_stick(stick: Path, library: Path) -> None:
    use_second(library, stick)
    back_up(library)
    write_protect(stick)
    with pytest.raises(UserError, match="the disk is write-protected"):
        second_folder.carry(library)
    with pytest.raises(UserError, match="the disk is write-protected"):
        second_folder.check_folder(library, stick)
    write_protect(stick, False)
    assert second_folder.carry(library) is not None


def test_a_folder_others_may_not_write_in(folder: Path, library: Path) -> None:
    closed = folder / "只读"
    closed.mkdir()
    closed.chmod(0o555)
    use_second(library, closed)
    back_up(library)
    with program("carry", library) as process:
        (sentence,) = said(process)
    assert "access is denied" in sentence
    assert not list(closed.iterdir())


def test_a_stick_that_is_pulled_out_midway(folder: Path, library: Path) -> None:
    grow(library, 2)
    made = back_up(library).info.path
    place = folder / "U盘"
    with disk(place, "9m"):
        use_second(library, place)
        pulled = []

        def pull() -> None:
            if not pulled:
                pulled.append(subprocess.run(["umount", "--lazy", str(place)], check=True))
                place.chmod(0o000)

        with pytest.raises(UserError, match="could not be copied to the second folder"):
            second_folder.carry(library, pull)
        place.chmod(0o755)
        assert list(place.iterdir()) == []
        assert backups.newest(library).path == made
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(place)], check=True)  # for the end to take away


# --- killed -----------------------------------------------------------------------------------------


def killed_at(nth: int, deed: Callable[[], object]) -> bool:
    """Do it in a process that is killed at its *nth* change of a folder; False if it has fewer."""
    child = os.fork()
    if child == 0:
        left = nth

        def counted(function: Callable[..., object]) -> Callable[..., object]:
            def called(*arguments: object, **named: object) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), 9)
                return function(*arguments, **named)

            return called

        for name in ("rename", "replace", "unlink", "hardlink_to"):
            setattr(Path, name, counted(getattr(Path, name)))
        try:
            deed()
        except BaseException:
            os._exit(2)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "it failed instead of being killed"
    return os.WIFSIGNALED(status)


def test_killed_at_any_step_of_restoring_there_is_the_one_library_or_the_other(library: Path) -> None:
    chosen = back_up(library).info.path
    change(library, "现在的标题")
    for suffix in ("-wal", ".typing"):
        library.with_name(library.name + suffix).write_bytes(b"")
    found, nth = [], 0
    while killed_at(nth, lambda: restoring.restore(chosen, library)):
        found.append(title(library))
        assert not library.with_name(library.name + ".restored").exists()
        with closing(sqlite3.connect(library)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        change(library, "现在的标题")
        nth += 1
    assert nth > 8
    assert set(found) == {"现在的标题", "标题"}
    assert found == sorted(found, key=lambda each: each == "标题")
    assert title(library) == "标题"


def test_a_journal_of_what_stood_there_is_never_played_into_what_was_restored(library: Path) -> None:
    chosen = back_up(library).info.path
    with program("save_and_die", library) as process:
        process.wait(60)
    journal = library.with_name("library.db-wal")
    assert journal.stat().st_size > 0
    made = library.with_name("made")
    nth = 0

    def deed() -> None:
        swap.finish(library)
        shutil.copyfile(chosen, made)
        swap.swap(library, made, library.with_name(f"kept-{nth}.db"))

    while killed_at(nth, deed):
        nth += 1
    assert nth > 3
    assert title(library) == "标题"
    assert title(library.with_name("kept-2.db")) == "崩溃前"  # killed when file and journal were both kept


def test_what_a_killed_program_left_is_cleared_by_the_next_backup(library: Path) -> None:
    first = back_up(library).info.path
    making = backups.Making(library)
    with Library.open(library) as opened:
        making.copy(Desk(opened))  # and killed
    assert len(list(first.parent.iterdir())) == 2
    change(library, "改过")
    second = back_up(library).info.path
    assert sorted(first.parent.iterdir()) == sorted([first, second])

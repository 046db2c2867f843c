"""What may not be written is read: a write-protected file, folder or stick."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from bulletin_desktop import cli
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.reading import Hindrance
from bulletin_desktop.services.acts import CreatePublication
from bulletin_desktop.services.desk import Desk
from tests.library.older import make_older

if sys.platform == "win32":
    pytest.skip("needs POSIX users", allow_module_level=True)

from tests.faults.places import NOT_ALLOWED, disk, program, said, write_protect
from tests.library.fault_child import one_article

REFUSED = "is open for reading only"


def read(path: Path) -> list[str]:
    """What a person without root's rights gets: why only reading, the headline, the answer to a save."""
    before = state(path.parent)
    with program("read", path) as process:
        lines = said(process)
    if process.returncode == NOT_ALLOWED:
        pytest.skip("this machine does not let a test give up root's rights")
    assert process.returncode == 0
    assert state(path.parent) == before
    return lines


def state(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "hindrance"),
    [(0o444, 0o777, "file"), (0o666, 0o555, "folder"), (0o444, 0o555, "folder")],
)
def test_what_may_not_be_written_is_read(
    library: Path, file_mode: int, folder_mode: int, hindrance: str
) -> None:
    library.chmod(file_mode)
    library.parent.chmod(folder_mode)
    why, headline, refusal = read(library)
    assert (why, headline) == (hindrance, "标题")
    assert REFUSED in refusal


def test_what_may_not_even_be_read_is_refused(library: Path) -> None:
    library.chmod(0)
    (sentence,) = read(library)
    assert "may not be read by you (access is denied)" in sentence


def test_a_write_protected_stick_is_read_by_root_too(folder: Path, library: Path) -> None:
    with disk(folder / "stick") as stick:
        shutil.copy(library, stick)
        write_protect(stick)
        with Library.open(stick / library.name) as opened:
            assert opened.hindrance is Hindrance.DISK
            desk = Desk(opened)
            assert one_article(desk).title == "标题"
            with pytest.raises(UserError, match="the disk is write-protected"):
                desk.apply(CreatePublication(new_id(), "简报"))
            desk.note_pages("", 3)  # what the program notes by itself needs no word


def test_commands_read_and_export_and_refuse_to_store(
    folder: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with disk(folder / "stick") as stick:
        path = Path(shutil.copy(library, stick))
        write_protect(stick)
        english = Catalog.load("en")
        assert cli.run(["issues", "--json", "--library", str(path)], english) == 0
        (issue,) = json.loads(capsys.readouterr().out)
        target = tmp_path / "issue.docx"
        assert cli.run(["export", issue["id"], "-o", str(target), "--library", str(path)], english) == 0
        assert target.stat().st_size > 1000
        (tmp_path / "来稿.txt").write_text("青石乡整修灌溉渠道\n渠道修好了。", encoding="utf-8")
        capsys.readouterr()
        assert cli.run(["import", str(tmp_path / "来稿.txt"), "--library", str(path)], english) == 1
        assert REFUSED in capsys.readouterr().err


def test_no_library_is_made_in_a_folder_that_may_not_be_written(folder: Path) -> None:
    folder.chmod(0o555)
    (sentence,) = read(folder / "library.db")
    assert "may not be written by you, so no library can be made there" in sentence


def test_a_library_that_cannot_lie_there_yet_is_not_made_on_a_write_protected_stick(folder: Path) -> None:
    with disk(folder / "stick") as stick:
        write_protect(stick)
        with pytest.raises(UserError, match="so no library can be made there"):
            Library.open(stick / "library.db")


def test_what_a_crash_left_in_the_journal_is_read(library: Path) -> None:
    with program("save_and_die", library) as process:
        said(process)
    assert library.with_name("library.db-wal").stat().st_size > 1000
    for left in library.parent.iterdir():
        left.chmod(0o444)
    library.parent.chmod(0o555)
    _, headline, refusal = read(library)
    assert headline == "崩溃前"
    assert REFUSED in refusal


def test_an_older_library_is_read_as_it_is(library: Path) -> None:
    make_older(library, 5)
    library.parent.chmod(0o555)
    _, headline, refusal = read(library)
    assert headline == "标题"
    assert REFUSED in refusal


def test_a_reader_is_told_at_once_who_writes(library: Path) -> None:
    with program("hold", library) as writer:
        assert writer.stdout is not None
        holder = writer.stdout.readline().strip()
        library.parent.chmod(0o555)
        with program("read", library) as reader:
            lines = said(reader)
        assert "already open in another window" in lines[0]
        assert f"process {holder}" in lines[0]


def test_a_reader_is_told_that_somebody_has_written(folder: Path, library: Path) -> None:
    with disk(folder / "stick") as stick:
        shutil.copy(library, stick)
        write_protect(stick)
        with Library.open(stick / library.name) as opened:
            one_article(Desk(opened))
            write_protect(stick, False)  # as others may write to a share that is closed to us
            (stick / library.name).write_bytes(library.read_bytes())
            with pytest.raises(UserError, match="was changed by another program since it was opened"):
                Desk(opened).outline()

"""A file is put in its place whole or not at all; the faults are really made."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files

ROOT = Path(__file__).parents[2]


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_content_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    files.replace(tmp_path / "issue.docx", b"new")
    assert (tmp_path / "issue.docx").read_bytes() == b"new"
    assert only(tmp_path) == ["issue.docx"]


def test_a_new_file_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_bytes(b"")
    files.replace(tmp_path / "issue.docx", b"new")
    assert (tmp_path / "issue.docx").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "issue.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    files.replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to("real.docx")
    files.replace(tmp_path / "link.docx", b"new")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"folder .*nowhere does not exist"):
        files.replace(tmp_path / "nowhere" / "issue.docx", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="the name is refused before on Windows")
def test_a_name_the_file_system_cannot_hold_is_the_person_s_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        files.replace(tmp_path / ("x" * 300 + ".docx"), b"new")
    assert only(tmp_path) == []


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "issue.docx").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        files.replace(tmp_path / "issue.docx", b"new")
    assert only(tmp_path) == ["issue.docx"]


def test_a_write_protected_file_is_left_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "issue.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(UserError, match="write-protected"):
        files.replace(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_file_open_in_libreoffice_is_left_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "issue.docx"
    target.write_bytes(b"old")
    lock = tmp_path / ".~lock.issue.docx#"
    lock.write_text("王编辑,wang,desk-7,25.11.2026 08:30,file:///home/wang;", encoding="utf-8")
    with pytest.raises(UserError, match="open in LibreOffice") as caught:
        files.replace(target, b"new")
    assert "王编辑 desk-7 25.11.2026 08:30" in str(caught.value)
    assert lock.name in str(caught.value)  # how to go on after a crash
    assert target.read_bytes() == b"old"
    lock.unlink()
    files.replace(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"one"])
def test_a_lock_that_says_nothing_is_a_lock(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "issue.docx"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.issue.docx#").write_bytes(content)
    with pytest.raises(UserError, match="open in LibreOffice"):
        files.replace(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_temporary_file_that_will_not_go_hides_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a scanner may hold the file that was just written."""
    (tmp_path / "issue.docx").write_bytes(b"old")

    def held(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "held", str(self))

    monkeypatch.setattr(Path, "unlink", held)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(UserError, match="is open in another program"):
        files.replace(tmp_path / "issue.docx", b"new")
    monkeypatch.undo()
    assert (tmp_path / "issue.docx").read_bytes() == b"old"


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file of this process may grow beyond 4096 bytes: the write itself fails, with EFBIG."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.usefixtures("small_files")
def test_a_write_that_stops_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "issue.docx"
    target.write_bytes(b"old")
    with pytest.raises(UserError, match="is full") as caught:
        files.replace(target, b"x" * 10_000)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.EFBIG
    assert target.read_bytes() == b"old"
    assert only(tmp_path) == ["issue.docx"]


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (
        sys.platform == "win32"
        or os.geteuid()
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("needs the right to mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(full_disk: Path) -> None:
    target = full_disk / "issue.docx"
    target.write_bytes(b"old")
    with pytest.raises(UserError, match="is full"):
        files.replace(target, b"x" * 100_000)
    assert target.read_bytes() == b"old"
    assert only(full_disk) == ["issue.docx"]


def as_nobody(folder: Path, name: str = "issue.docx") -> subprocess.CompletedProcess[str]:
    """Replace file *name* in *folder* in a process without any rights there."""
    for parent in (folder, *folder.parents):
        if not parent.stat().st_mode & stat.S_IXOTH:
            pytest.skip("the folder of temporary files is closed to other users")
    code = (
        f"import os, sys; sys.path[:0] = {[str(ROOT), *sys.path]!r}\n"
        "from pathlib import Path\n"
        "from bulletin_desktop.errors import UserError\n"
        "from bulletin_desktop.export import files\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try:\n"
        f"    files.replace(Path({str(folder)!r}) / {name!r}, b'new')\n"
        "except UserError as error:\n"
        "    sys.exit(str(error))\n"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.fixture
def open_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder other users can reach."""
    if os.name == "nt" or os.geteuid():
        pytest.skip("needs the right to become another user")
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_folder_that_refuses_is_named_and_keeps_its_file(open_folder: Path) -> None:
    (open_folder / "issue.docx").write_bytes(b"old")
    (open_folder / "issue.docx").chmod(0o666)
    done = as_nobody(open_folder)
    assert "You may not write in the folder" in done.stderr
    assert (open_folder / "issue.docx").read_bytes() == b"old"
    assert only(open_folder) == ["issue.docx"]


def test_a_folder_closed_to_us_is_named(open_folder: Path) -> None:
    (open_folder / "closed").mkdir(mode=0o700)
    done = as_nobody(open_folder, "closed/issue.docx")
    assert "You may not write in the folder" in done.stderr


def test_a_file_the_system_will_not_replace_counts_as_open_elsewhere(open_folder: Path) -> None:
    """A sticky folder refuses to move another person's file, as Windows refuses to move an open one."""
    open_folder.chmod(0o1777)
    (open_folder / "issue.docx").write_bytes(b"old")
    (open_folder / "issue.docx").chmod(0o666)
    done = as_nobody(open_folder)
    assert "is open in another program" in done.stderr
    assert (open_folder / "issue.docx").read_bytes() == b"old"
    assert only(open_folder) == ["issue.docx"]

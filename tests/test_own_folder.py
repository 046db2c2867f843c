"""Folders of one process go with it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_desktop import own_folder
from bulletin_desktop.own_folder import OwnFolder

ROOT = Path(__file__).parents[1]
DIES = """
import os, signal
from bulletin_desktop import own_folder
copy = own_folder.temporary().path / "来稿.docx"
copy.write_bytes("来稿".encode())
copy.chmod(0o400)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def test_it_goes_with_everything_in_it_write_protected_or_not(temporary: Path) -> None:
    with own_folder.temporary() as folder:
        assert folder.parent == temporary
        (folder / "below").mkdir()
        copy = folder / "below" / "copy"
        copy.write_bytes(b"text")
        copy.chmod(0o400)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended by signals here")
def test_what_a_killed_process_left_goes_and_what_is_in_use_or_anothers_stays(temporary: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    (left,) = temporary.iterdir()
    elsewhere = temporary.with_name("elsewhere")
    elsewhere.mkdir()
    (temporary / "bulletin-desktop-link").symlink_to(elsewhere)
    other = temporary / "other"
    other.mkdir()
    with own_folder.temporary() as used, own_folder.temporary() as young:
        for each in (left, elsewhere, other, used):
            os.utime(each, (1, 1))
        unlocked = temporary / "bulletin-desktop-unlocked"  # as it is for a moment while it is made
        unlocked.mkdir()
        own_folder.sweep_temporary()
        assert not left.exists()
        assert unlocked.is_dir()
        assert used.is_dir()
        assert young.is_dir()
    assert list(elsewhere.iterdir()) == []
    assert other.is_dir()


def test_a_prefix_is_no_pattern(tmp_path: Path) -> None:
    with OwnFolder(tmp_path, ".[1] 资料库.db.check-") as mine, OwnFolder(tmp_path, ".1") as other:
        for each in (mine, other):
            (each / "in-use").unlink()
            os.utime(each, (1, 1))
        own_folder.sweep(tmp_path, ".[1] 资料库.db.check-")
        assert not mine.exists()
        assert other.is_dir()


def test_where_none_can_be_made_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(own_folder, "hold", full)
    with pytest.raises(OSError, match="no space left"):
        OwnFolder(tmp_path, "copy-")
    assert list(tmp_path.iterdir()) == []

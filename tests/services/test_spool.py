"""Originals kept by their hash while they are read, and nothing left behind."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.services import spool
from bulletin_desktop.services.spool import Spool

ROOT = Path(__file__).parents[2]
DIES = """
import os, pathlib, signal, sys
from bulletin_desktop.services.spool import Spool
Spool(pathlib.Path(sys.argv[1])).put("来稿".encode())
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_is_put_in_comes_out_by_its_hash_and_stands_once(tmp_path: Path) -> None:
    kept = Spool(tmp_path)
    first, again = kept.put(b"one"), kept.put(b"one")
    assert first == again == hashlib.sha256(b"one").hexdigest()
    assert kept.get(first) == kept.path(first).read_bytes() == b"one"
    kept.close()


def test_closing_leaves_nothing(tmp_path: Path) -> None:
    kept = Spool(tmp_path / "spools")
    kept.put(b"one")
    kept.close()
    kept.close()
    assert list((tmp_path / "spools").iterdir()) == []


def test_a_spool_nobody_used_makes_no_folder(tmp_path: Path) -> None:
    Spool(tmp_path / "spools").close()
    assert not (tmp_path / "spools").exists()


@pytest.mark.parametrize("content", [None, b"another"])
def test_an_original_that_is_gone_or_changed_is_said(tmp_path: Path, content: bytes | None) -> None:
    kept = Spool(tmp_path)
    sha256 = kept.put(b"one")
    if content is None:
        kept.path(sha256).unlink()
    else:
        kept.path(sha256).write_bytes(content)
    with pytest.raises(UserError, match="no longer"):
        kept.get(sha256)
    kept.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="nothing was taken over"):
        Spool(tmp_path / "file").put(b"one")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended by signals here")
def test_the_next_start_removes_what_a_killed_process_left(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    os.utime(left, (1, 1))
    used = Spool(tmp_path)
    sha256 = used.put(b"one")
    os.utime(used.path(sha256).parent, (1, 1))
    spool.sweep(tmp_path)
    assert not left.exists()
    assert used.get(sha256) == b"one"
    used.close()


def test_a_spool_that_is_just_being_made_is_not_removed(tmp_path: Path) -> None:
    made = tmp_path / "spool-just-now"
    made.mkdir()
    spool.sweep(tmp_path)
    assert made.exists()

"""Packages made to do harm are refused, or read in a moment; nothing outside them is touched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.intake.docx.hostile import AIMED, CASES

ROOT = Path(__file__).parents[3]
SECONDS = 6.0  # of the processor's time: on a quiet machine all take less than 2
MEGABYTES = 300
SECRET = "what only this machine knows"
READ = frozenset((
    "no relations", "wrong content types", "nothing that is referred to", "styles and lists in circles",
    "a document four times", "parts outside the package", "a picture of 60,000 by 60,000",
    "bomb in media", "many bombs in media", "10,000 comments on everything",
))  # fmt: skip
"""What is harmless when it is read with care."""
EMPTY = frozenset(("documents in documents",))
"""What is read, and has no text left at the depth to which it is."""


def read(path: Path) -> dict[str, Any]:
    """Read *path* in a process of its own that the kernel kills when it asks for the network."""
    guard = [sys.executable, "tests/architecture/without_network.py"] if sys.platform == "linux" else []
    done = subprocess.run(
        [*guard, sys.executable, "-m", "tests.intake.docx.read_hostile", str(path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", [*CASES, *AIMED])
def test_a_hostile_package_is_harmless(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_text(SECRET, encoding="utf-8")
    path = tmp_path / "a" / "b" / "c" / "稿件.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(CASES[name]() if name in CASES else AIMED[name](str(secret)))
    before = everything(tmp_path)
    found = read(path)
    assert found["seconds"] < SECONDS
    assert found["peak"] < MEGABYTES
    assert SECRET not in found["text"]
    assert everything(tmp_path) == before
    assert bool(found["text"]) == (name in READ)
    assert bool(found["error"]) == (name not in READ | EMPTY)


def test_pictures_that_are_refused_are_told(tmp_path: Path) -> None:
    for name in ("bomb in media", "a picture of 60,000 by 60,000", "nothing that is referred to"):
        path = tmp_path / "稿件.docx"
        path.write_bytes(CASES[name]())
        assert "pictures" in read(path)["told"], name

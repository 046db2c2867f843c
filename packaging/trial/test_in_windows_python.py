"""The project's own tests about files and libraries, run by the program's own Python in Wine."""

from __future__ import annotations

import shutil
from pathlib import Path

import payload
import pytest
import shims
from machine import Machine
from recipe import ROOT

# What the tests need besides the program, from the developers' lock.
PACKAGES = (
    "attrs",
    "colorama",
    "hypothesis",
    "iniconfig",
    "packaging",
    "pygments",
    "pytest",
    "sortedcontainers",
)
# Where Windows differs: names and paths, locks, atomic writing, files in use, the code page.
TESTS = (
    "tests/test_log_lines.py",
    "tests/test_paths.py",
    "tests/test_reasons.py",
    "tests/test_windows_names.py",
    "tests/export/test_filenames.py",
    "tests/export/test_files.py",
    "tests/library/test_address.py",
    "tests/library/test_drafts.py",
    "tests/library/test_open.py",
    "tests/library/test_originals.py",
    "tests/library/test_typing_journal.py",
    "tests/services/test_diagnostics.py",
    "tests/services/test_habits.py",
    "tests/services/test_revisions.py",
    "tests/services/test_spool.py",
    "tests/services/test_template_files.py",
)
RUNNER = """
import os, sys
os.chdir(sys.argv[1])
import pytest
settings = os.path.join(os.path.dirname(__file__), "pytest.ini")
options = ["-c", settings, "--rootdir", ".", "-p", "no:cacheprovider", "-q"]
sys.exit(pytest.main([*options, *sys.argv[2:]]))
"""
SETTINGS = """
[pytest]
pythonpath = .
addopts = -ra --strict-markers --import-mode=importlib
filterwarnings = error
"""


@pytest.fixture(scope="module")
def bed(portable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's folder with pytest in it, which its launcher starts instead of the program."""
    scratch = tmp_path_factory.mktemp("bed")
    folder = shims.copy(portable, scratch / "BulletinDesktop")
    payload.install_packages(ROOT / "requirements-dev.lock", scratch / "added", scratch, PACKAGES)
    shutil.copytree(scratch / "added", folder / "lib", dirs_exist_ok=True)
    for name, content in payload.embeddable_python(None, scratch).items():
        if name.startswith(("_asyncio", "_multi", "_overlapped")) or name.endswith(".zip"):
            (folder / "runtime" / name).write_bytes(content)  # pytest asks for more
    (folder / "app/program.py").write_text(RUNNER, encoding="utf-8")
    (folder / "app/pytest.ini").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.mark.parametrize("tests", TESTS)
def test_they_pass(machine: Machine, bed: Path, tests: str) -> None:
    code, said = machine.run(bed / "bulletin-cli.exe", machine.named(ROOT), tests)
    assert code == 0, said
    assert " passed" in said

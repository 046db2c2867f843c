"""Fixtures for every test: no screen, no network, and the shared material if it is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# A busy machine is no fault of the code: how long an example takes is for tests/bench to tell.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# fontconfig asks for the locale once a process: a test that sets another one must not decide the fonts that
# stand for missing ones in every later test, while LibreOffice, a process of its own, has the machine's.
os.environ.setdefault("FC_LANG", "en")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def temporary_folder() -> Iterator[None]:
    """What programs that tests kill leave in the temporary folder goes with the tests.

    Its path is short: a local socket's has no more than 108 bytes.
    """
    tempfile.gettempdir()  # pytest's own folders stay where they are
    folder = tempfile.mkdtemp(prefix="bulletin-tests-")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples and judges beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, the real samples and judges, which is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def sample(shared: Path) -> Path:
    """A real bulletin as it was pasted: 31 lines, four articles."""
    return shared / "samples" / "bulletin.txt"

"""A library with one article, in a folder that everybody can reach."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk
from tests.gui.window.conftest import open_window, window  # noqa: F401 - fixtures
from tests.library.fault_child import one_article


@pytest.fixture
def folder() -> Iterator[Path]:
    """Everybody can reach it, which pytest's own are not made for."""
    made = Path(tempfile.mkdtemp(prefix="办公 室-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def library(folder: Path) -> Path:
    """A closed library with one article, 标题."""
    path = folder / "library.db"
    with Library.open(path) as opened:
        one_article(Desk(opened))
    return path

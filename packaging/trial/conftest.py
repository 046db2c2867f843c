"""What the trial needs: a built package, an older one, and a Windows that is Wine in a prefix of its own.

    python dev.py test-windows [--built FOLDER]

--built names a folder that `dev.py package` filled; without it the package is made first. What this shows is
Wine's behaviour, never Windows'.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import build
import installer
import pytest
from machine import Machine
from recipe import NAME, ROOT, version

OLDER = "0.0.9"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--built", type=Path, help="a folder that `dev.py package` filled")


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the setup and the portable archive."""
    given: Path | None = request.config.getoption("--built")
    if given:
        return given.resolve()
    output = tmp_path_factory.mktemp("dist")
    build.build(output, None, tmp_path_factory.mktemp("scratch"))
    return output


@pytest.fixture(scope="session")
def setup(built: Path) -> Path:
    """The setup under trial."""
    return built / f"{NAME}-{version()}-setup.exe"


@pytest.fixture(scope="session")
def portable(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the unpacked portable archive."""
    folder = tmp_path_factory.mktemp("u 盘")
    with zipfile.ZipFile(built / f"{NAME}-{version()}-portable.zip") as archive:
        archive.extractall(folder)
    return folder / NAME


@pytest.fixture(scope="session")
def older(portable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A setup that says it is of an earlier version."""
    return installer.make(portable, tmp_path_factory.mktemp("older") / "setup.exe", OLDER, quick=True)


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A Windows with a screen, in Chinese."""
    with Machine.started(tmp_path_factory.mktemp("wine")) as made:
        yield made


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where the trial leaves what it saw and measured."""
    folder = ROOT / "dist/trial"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

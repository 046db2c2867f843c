"""What the house promises: no Qt below the window, no print, nothing overlong, a whole wheel."""

from __future__ import annotations

import ast
import functools
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bulletin_desktop"
SOURCES = sorted(PACKAGE.rglob("*.py"))
BELOW_THE_WINDOW = [path for path in SOURCES if "gui" not in path.relative_to(PACKAGE).parts]

IMPORT_ALL = """
import importlib, sys
sys.modules["PySide6"] = None  # importing it now raises ImportError
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(paths: list[Path]) -> Iterator[tuple[Path, ast.AST]]:
    return ((path, node) for path in paths for node in ast.walk(tree(path)))


def test_everything_but_the_window_works_without_qt() -> None:
    names = [module_name(path) for path in BELOW_THE_WINDOW]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, *names],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


def test_a_file_is_a_sitting() -> None:
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: size for name, size in sizes.items() if size > 600} == {}


def test_a_function_fits_a_screen() -> None:
    sizes = {
        f"{name_of(path)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in nodes(SOURCES)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: size for name, size in sizes.items() if size > 60} == {}


def test_only_the_command_line_prints() -> None:
    silent = [path for path in SOURCES if "cli" not in path.parts]
    prints = [name_of(p) for p, node in nodes(silent) if isinstance(node, ast.Name) and node.id == "print"]
    assert prints == []


def test_dataclasses_cost_a_start_nothing_until_they_are_used() -> None:
    eager = [
        name_of(path)
        for path, node in nodes(SOURCES)
        if isinstance(node, ast.ImportFrom)
        and node.module == "dataclasses"
        and any(alias.name == "dataclass" for alias in node.names)
        and path.name != "values.py"
    ]
    assert eager == []


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def of_the_wheel(installed: Path, code: str, *arguments: str) -> list[str]:
    """What *code* prints, line by line, where the program is known by its wheel alone."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


CARRIED = ("ui", "resources", "docs/zh", "packaging/licences")


def test_the_wheel_carries_forms_resources_help_and_licences(installed: Path) -> None:
    code = (
        "from bulletin_desktop import paths as p\n"
        "for place in (p.forms(), p.resources(), p.help_pages(), p.licences()): print(place)"
    )
    for folder, name in zip(map(Path, of_the_wheel(installed, code)), CARRIED, strict=True):
        carried = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        ours = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()}
        assert folder.is_relative_to(installed)
        assert carried == ours


def test_the_program_of_the_wheel_knows_every_licence_and_makes_a_file(installed: Path) -> None:
    code = (
        "from bulletin_desktop.services import parts\n"
        "for part in parts.parts():\n"
        "    if len(parts.text(part)) < 100: print(part.name)"
    )
    assert set(of_the_wheel(installed, code)) <= {"Python"}  # some systems keep its text elsewhere
    out = installed.parent / "第7期.docx"
    sample = ROOT / "resources/samples/sample-bulletin.txt"
    command = "from bulletin_desktop.app import main; main()"
    assert of_the_wheel(installed, command, "compile", str(sample), "-o", str(out))
    assert zipfile.is_zipfile(out)


def imported(paths: Iterable[Path]) -> dict[str, set[str]]:
    """The top packages that modules import, each with the distributions that hold it; our own have none."""
    holders = packages_distributions()
    return {
        top: {canonical(holder) for holder in holders[top]}
        for _, node in nodes(list(paths))
        for top in tops(node)
        if top in holders and top not in sys.stdlib_module_names
    }


def tops(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []


def canonical(requirement: str) -> str:
    return re.sub("[-_.]+", "-", re.split("[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]).lower()


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = {canonical(each) for each in PROJECT["project"]["dependencies"]}
DEVELOPMENT = RUNTIME | {canonical(each) for each in PROJECT["dependency-groups"]["dev"]}


def undeclared(paths: Iterable[Path], declared: set[str]) -> list[str]:
    return sorted(top for top, holders in imported(paths).items() if not holders & declared)


def test_what_the_program_imports_is_declared() -> None:
    assert undeclared(SOURCES, RUNTIME) == []


def test_what_tests_and_scripts_import_is_declared() -> None:
    others = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "scripts").rglob("*.py"), ROOT / "dev.py"]
    assert undeclared(others, DEVELOPMENT | {canonical(PROJECT["project"]["name"])}) == []


def test_what_is_declared_for_the_program_is_imported() -> None:
    needed = set().union(*imported(SOURCES).values())
    assert needed >= RUNTIME

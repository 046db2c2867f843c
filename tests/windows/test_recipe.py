"""The Windows program's recipe agrees with what the program imports and with its lock."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
import shiboken6

ROOT = Path(__file__).parents[2]


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import one of packaging/'s modules, which are scripts beside each other."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    for other in ("recipe", "dynamic_libraries", "payload", "launcher"):
        monkeypatch.delitem(sys.modules, other, raising=False)
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def imported() -> set[str]:
    """Every module the program names in an import, wherever it stands."""
    names: set[str] = set()
    for path in (ROOT / "bulletin_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_module_of_qt_that_is_imported_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = load("recipe", monkeypatch)
    wanted = {name.split(".")[1] for name in imported() if re.match(r"PySide6\.Qt\w+", name)}
    assert wanted
    assert wanted <= set(recipe.QT_MODULES)


def test_nothing_that_is_imported_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = load("recipe", monkeypatch)
    names = imported()
    left_out = {*recipe.UNUSED_MODULES, *(name.replace("-", "_") for name in recipe.UNUSED_PACKAGES)}
    assert {name for name in names if name.split(".")[0] in left_out} == set()
    for part in recipe.UNUSED_PARTS:
        module = re.sub(r"\*?\.(py|pyd)$", "", part).replace("/", ".").rstrip("*")
        assert not {name for name in names if name == module or name.startswith(f"{module}.")}, part


def test_qt_starts_with_the_support_laid_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "lib" / "shiboken6")
    load("payload", monkeypatch).unpack_support(tmp_path / "lib", tmp_path)
    start = """if True:
        import sys, PySide6.QtCore as core
        assert sys.modules["shibokensupport.signature.parser"].__file__.startswith(sys.argv[1])
        assert core.QPoint(1, 2) + core.QPoint(1, 1) == core.QPoint(2, 3)
        try:
            core.QPoint("a")
        except TypeError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", start, str(tmp_path / "lib")],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "lib")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Supported signatures" in done.stdout


def test_the_lock_is_read_for_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = load("payload", monkeypatch)
    lock = tmp_path / "lock"
    lock.write_text(
        "colorama==1 ; sys_platform == 'win32' \\\n    --hash=sha256:01 \\\n    --hash=sha256:02\n"
        "uvloop==2 ; sys_platform != 'win32' \\\n    --hash=sha256:03\n"
        "pip==3 \\\n    --hash=sha256:04\n"
        "click==4 \\\n    --hash=sha256:05\n",
        encoding="utf-8",
    )
    assert list(payload._locked(lock)) == [
        "colorama==1 --hash=sha256:01 --hash=sha256:02\n",
        "click==4 --hash=sha256:05\n",
    ]


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("1.2.3.4.5", "1.2.3.4")]
)
def test_windows_wants_four_numbers(version: str, numbers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load("launcher", monkeypatch).four_numbers(version) == numbers


def test_the_setup_says_everything_in_both_languages() -> None:
    script = (ROOT / "packaging/installer/installer.nsi").read_text(encoding="utf-8")
    said = Counter(re.findall(r"^LangString (\w+) \$\{LANG_\w+\}", script, re.MULTILINE))
    assert said
    assert set(said.values()) == {2}
    assert set(re.findall(r"\$\(([A-Z_]+)\)", script)) <= set(said)


def test_a_part_the_setup_does_not_know_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    installer = load("installer", monkeypatch)
    known = {"runtime", "lib", "app", "licences", "CONTENTS.txt", "bulletin-cli.exe", "BulletinDesktop.exe"}
    installer._check_parts(known)
    for parts in (known | {"notes.txt"}, known - {"app"}):
        with pytest.raises(installer.BuildError):
            installer._check_parts(parts)


def test_an_archive_of_the_same_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = load("payload", monkeypatch)
    for name in ("one.zip", "two.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            payload.put_entry(archive, "a/b.pyc", b"b" * 1000)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_icon_has_every_size_windows_shows() -> None:
    data = (ROOT / "packaging/launcher/app.ico").read_bytes()
    count = int.from_bytes(data[4:6], "little")
    assert {data[6 + 16 * place] or 256 for place in range(count)} >= {16, 24, 32, 48, 256}

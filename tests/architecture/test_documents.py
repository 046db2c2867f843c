"""The documents for people name what there is, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dev
from bulletin_desktop.cli.commands import commands

ROOT = Path(__file__).parents[2]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
DOCUMENTS = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BENCHMARKS = {path.stem.removeprefix("bench_") for path in (ROOT / "tests/bench").glob("bench_*.py")}


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_lead_to_files(document: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))  # examples are no links
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_every_command_is_named(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    assert [
        name for name in commands.commands if f"`{name}`" not in text and f"run {name} " not in text
    ] == []


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_every_benchmark_is_named_and_there(readme: Path) -> None:
    assert set(re.findall(r"dev\.py bench (\w+)", readme.read_text(encoding="utf-8"))) == BENCHMARKS


def test_every_command_for_developers_is_named() -> None:
    told, named_ = (
        set(re.findall(r"python dev\.py ([a-z-]+)", text))
        for text in (dev.__doc__ or "", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    )
    assert told
    assert named_ == told

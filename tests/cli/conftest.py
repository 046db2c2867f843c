"""The program as a script would call it, with a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop import app

ROOT = Path(__file__).parents[2]
PILE = ROOT / "resources/samples/sample-bulletin.txt"


@dataclass(frozen=True)
class Result:
    """What a call of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]
Spawn = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person without any library or log yet, in front of a Chinese system."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return folder


@pytest.fixture
def run(home: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Call the program in this process."""

    def call(*arguments: object) -> Result:
        capfd.readouterr()
        code = app.main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def spawn(home: Path) -> Spawn:
    """Call the program in a process of its own, through *before* if it needs a special one."""

    def call(*arguments: object, before: tuple[str, ...] = (), **environment: str) -> Any:
        command = [*before, sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            env={**os.environ, **environment},
            cwd=home,
            timeout=120,
        )

    return call


@pytest.fixture
def pile() -> Path:
    """The project's own sample pile."""
    return PILE


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    """A small pile: two articles."""
    file = tmp_path / "来稿.txt"
    file.write_text(
        "青石乡整修灌溉渠道\n"
        "3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里，修补渠壁46处，保障春耕用水。\n"
        "下一步，青石乡将建立管护台账，逐段落实责任人，定期巡查。\n"
        "柳湾镇开办便民夜校\n"
        "日前，柳湾镇社区服务中心开办便民夜校，首期开设手机使用、急救常识等5门课程。\n"
        "夜校每周开课两次，授课教师由镇干部和志愿者担任，群众凭身份证即可报名。\n",
        encoding="utf-8",
    )
    return file

"""Kills the program in the middle of its work, again and again: `run.py [ROUNDS] [--seed N] [--only DEED]`.

Each round is a child process that types in the window, saves, migrates or exports, and dies by SIGKILL at a
random moment. What it leaves is opened as the next start would, and held against what the child had said. The
next round goes on with the same library. A round that fails keeps its folder; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from tests.crash import judging
from tests.crash.deeds import DEEDS, preload, texts
from tests.crash.judging import Lost, Told
from tests.library.older import make_older

LIVES = {"type": 1.6, "save": 0.15, "migrate": 0.06, "export": 0.3}  # seconds after it is ready, at the most
OFTEN = {"type": 5, "save": 2, "migrate": 2, "export": 2}
EARLY = 0.1  # of the rounds die before they are ready
FRESH = 25  # rounds upon one library
PATIENCE = 60  # seconds until a child must have come to something
SENTENCE = "会议要求，要压实责任、细化措施，确保各项工作落到实处。"


@dataclass
class Figures:
    """What is told at the end."""

    rounds: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    shown: int = 0
    oldest: float = 0.0
    lost: list[str] = field(default_factory=list)


class World:
    """One library that is worked upon by child after child, and how it stood after the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library.db"
        make_library(self.library)
        self.left = judging.examine(self.library, folder / "copy")


def make_library(path: Path) -> None:
    """One issue of three articles."""
    with Library.open(path) as library:
        desk = Desk(library)
        publication = new_id()
        desk.apply(CreatePublication(publication, "简报"))
        issue = desk.next_issue(publication, dt.date(2024, 3, 1))
        articles = tuple(
            Article(
                new_id(),
                (f"第{number}篇",),
                blocks=tuple(Paragraph(new_id(), Role.BODY, (Span(SENTENCE * 3),)) for _ in range(4)),
            )
            for number in range(1, 4)
        )
        desk.apply(CreateIssue(publication, replace(issue, sections=(Section(new_id(), "", articles),))))


def run_child(deed: str, library: Path, seed: int, lives: float, early: bool) -> Told:
    """Let a child do its deed for *lives* seconds, counted from its start if *early*; kill it.

    Raises `Lost` if it ends by itself.
    """
    reading, writing = os.pipe()
    errors = library.with_name("errors.txt")
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be(deed, library, seed, writing, errors)
    os.close(writing)
    end = time.monotonic() + (lives if early else PATIENCE)
    heard = b""
    while (left := end - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            piece = os.read(reading, 1 << 16)
            if not piece:
                os.waitpid(child, 0)
                raise Lost(f"{deed} ended by itself:\n{errors.read_text(encoding='utf-8')}")
            if not heard and not early:
                end = time.monotonic() + lives
            heard += piece
    os.kill(child, signal.SIGKILL)
    killed_at = time.monotonic()
    while piece := os.read(reading, 1 << 16):
        heard += piece
    os.close(reading)
    os.waitpid(child, 0)
    lines = heard.decode("utf-8", errors="ignore").split("\n")[:-1]  # the last is cut off or empty
    if not lines and not early:
        raise Lost(f"{deed} came to nothing:\n{errors.read_text(encoding='utf-8')}")
    return Told([json.loads(line) for line in lines], killed_at)


def _be(deed: str, library: Path, seed: int, writing: int, errors: Path) -> None:
    """Be the child; never returns."""
    try:
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), 2)

        def say(what: str, **values: Any) -> None:
            os.write(writing, json.dumps({"what": what, **values}, ensure_ascii=False).encode() + b"\n")

        DEEDS[deed](library, say, random.Random(seed))
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(1)


def one_round(world: World, deed: str, chance: random.Random, figures: Figures) -> None:
    """Do a deed, kill it, judge what is left; raises `Lost`."""
    early = chance.random() < EARLY
    lives, seed = chance.random() * LIVES[deed], chance.randrange(1 << 30)
    if deed == "migrate":
        _migrate(world, seed, lives, chance)
        return
    told = run_child(deed, world.library, seed, lives, early)
    ready = told.all("ready")
    if ready and deed == "type" and ready[0]["texts"] != world.left.found:
        raise Lost("the window does not show what was found after the kill before")
    left = judging.examine(world.library, world.folder / "copy")
    if deed == "type":
        figures.oldest = max(figures.oldest, judging.judge_typing(told, left))
    elif deed == "save":
        judging.judge_saves(told, left)
    else:
        judging.judge_exports(told, left, world.folder)
    if not ready and left.found != world.left.found:
        raise Lost("a child that did nothing has changed the texts")
    figures.acknowledged += len(told.all("saved")) + len(told.all("written"))
    figures.shown += len(told.all("shown"))
    world.left = left


def _migrate(world: World, seed: int, lives: float, chance: random.Random) -> None:
    folder = world.folder / "older"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    older = folder / "library.db"
    make_library(older)
    with Library.open(older) as library:
        desk = Desk(library)
        content = texts(desk.issue(desk.outline().publications[0].issues[0].id))
    make_older(older, chance.randrange(1, len(MIGRATIONS)))
    run_child("migrate", older, seed, lives, early=False)
    judging.judge_migration(older, content)


def main(arguments: Sequence[str]) -> int:
    """Do the rounds and print what came of them."""
    parser = argparse.ArgumentParser(description="kills the program in the middle of its work")
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--only", choices=sorted(DEEDS))
    chosen = parser.parse_args(arguments)
    preload()
    chance, figures, began = random.Random(chosen.seed), Figures(), time.monotonic()
    print(f"{chosen.rounds} rounds, seed {chosen.seed}", flush=True)
    world: World | None = None
    deeds = [deed for deed, often in OFTEN.items() for _ in range(often)]
    for number in range(1, chosen.rounds + 1):
        if world is None:
            world = World(Path(tempfile.mkdtemp(prefix="crash-")))
        deed = chosen.only or chance.choice(deeds)
        figures.rounds[deed] += 1
        fresh = number % FRESH == 0
        try:
            one_round(world, deed, chance, figures)
        except Exception as error:
            figures.lost.append(f"round {number}, {deed}: {error!r}; kept in {world.folder}")
            print(figures.lost[-1], flush=True)
            world = None
        if world is not None and (fresh or number == chosen.rounds):
            shutil.rmtree(world.folder)
            world = None
        if number % 100 == 0:
            print(f"{number} rounds, {len(figures.lost)} failed", flush=True)
    print(
        f"{dict(figures.rounds)} in {time.monotonic() - began:.0f} s\n"
        f"{figures.acknowledged} saves and exports acknowledged, {figures.shown} keys shown\n"
        f"the oldest text that was lost had been on the screen for {figures.oldest * 1000:.0f} ms\n"
        f"{len(figures.lost)} rounds failed"
    )
    return 1 if figures.lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Kills the program in the middle of its work, again and again: `run.py [ROUNDS] [--seed N]`.

Each round is a child process that types in the window, reviews manuscripts, saves, migrates, exports, backs
up or restores, and dies by SIGKILL at a random moment. What it leaves is opened as the next start would, and
held against what the child had said. The next round goes on with the same library. A round that fails keeps
its folder; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
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
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.library import typing_journal
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.library.typing_journal import TypingJournal
from bulletin_desktop.services import backups
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.crash import judging, reviewing
from tests.crash.deeds import DEEDS, preload, text, texts
from tests.crash.judging import Lost, Told
from tests.library.older import make_older

# Seconds a child lives after it is ready, at the most.
LIVES = {
    "type": 1.6,
    "review": 1.6,
    "save": 0.15,
    "migrate": 0.1,
    "export": 1.0,
    "back up": 0.5,
    "restore": 0.2,
}
OFTEN = {"type": 5, "review": 3, "save": 1, "migrate": 2, "export": 1, "back up": 2, "restore": 2}
EARLY = 0.1  # of the rounds die before they are ready
FRESH = 25  # rounds upon one library
PATIENCE = 60  # seconds until a child must have come to something
SENTENCE = "会议要求，要压实责任、细化措施，确保各项工作落到实处。"


@dataclass
class Figures:
    """What is told at the end."""

    rounds: Counter[str] = field(default_factory=Counter)
    restored: int = 0  # rounds that found the backup in the library's place
    migrated: int = 0  # rounds whose child had come to the end
    acknowledged: int = 0
    shown: int = 0
    decided: int = 0
    oldest: float = 0.0
    oldest_step: float = 0.0
    lost: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Count *other* in."""
        self.rounds += other.rounds
        self.restored += other.restored
        self.migrated += other.migrated
        self.acknowledged += other.acknowledged
        self.shown += other.shown
        self.decided += other.decided
        self.oldest = max(self.oldest, other.oldest)
        self.oldest_step = max(self.oldest_step, other.oldest_step)
        self.lost += other.lost


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
        tempfile.tempdir = str(library.parent)  # what it leaves there goes with the library

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
    if deed in ("migrate", "restore"):
        if deed == "migrate":
            figures.migrated += _migrate(world, seed, lives, chance)
        else:
            figures.restored += _restore(world, seed, lives)
        return
    former = judging.files(world.folder)
    told = run_child(deed, world.library, seed, lives, early)
    ready = told.all("ready")
    if ready and deed == "type" and ready[0]["texts"] != world.left.found:
        raise Lost("the window does not show what was found after the kill before")
    left = judging.examine(world.library, world.folder / "copy")
    if deed == "type":
        figures.oldest = max(figures.oldest, judging.judge_typing(told, left))
    elif deed == "review":
        if ready and ready[0]["resumed"] != world.left.review.digest:
            raise Lost("the review does not show what was left after the kill before")
        figures.oldest_step = max(figures.oldest_step, reviewing.judge(told, left.review))
    elif deed in ("save", "back up"):
        judging.judge_saves(told, left)
        judging.judge_backups(told, world.library)
    else:
        judging.judge_exports(told, left, world.folder, former)
    if not ready and left.found != world.left.found:
        raise Lost("a child that did nothing has changed the texts")
    figures.acknowledged += sum(len(told.all(what)) for what in ("saved", "written", "backed up", "stored"))
    figures.shown += len(told.all("shown"))
    figures.decided += len(told.all("decided"))
    world.left = left


def _migrate(world: World, seed: int, lives: float, chance: random.Random) -> bool:
    """A library of an earlier version on its way to this one; whether that was acknowledged."""
    older = _apart(world)
    content = _change(older)
    make_older(older, chance.randrange(1, len(MIGRATIONS)))
    told = run_child("migrate", older, seed, lives, early=False)
    judging.judge_migration(older, content)
    return bool(told.all("opened"))


def _restore(world: World, seed: int, lives: float) -> bool:
    """A backup on its way into the place of a library, to which keys were typed; whether it is there."""
    library = _apart(world)
    chosen = _change(library, then=_back_up)
    saved = _change(library, "后来保存的字。")
    with Library.open(library) as opened:
        article = next(Desk(opened).issue(Desk(opened).outline().publications[0].issues[0].id).articles())
    journal = TypingJournal(typing_journal.beside(library))
    typed = replace(article, blocks=article.blocks[1:])
    journal.typed(typed, article)
    journal.close()
    told = run_child("restore", library, seed, lives, early=False)
    return judging.judge_restoring(library, {**saved, article.id: text(typed)}, chosen, told)


def _apart(world: World) -> Path:
    """A library of its own for this round."""
    folder = world.folder / "apart"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    make_library(folder / "library.db")
    return folder / "library.db"


def _change(
    library: Path, words: str = "", then: Callable[[Desk, Path], object] = lambda _desk, _library: None
) -> dict[str, str]:
    """Add *words* to the articles of a closed library; return its texts."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        issue = desk.issue(desk.outline().publications[0].issues[0].id)
        for article in issue.articles() if words else ():
            more = Paragraph(new_id(), Role.BODY, (Span(words),))
            desk.apply(SaveArticle(replace(article, blocks=(*article.blocks, more))))
        then(desk, library)
        return texts(desk.issue(issue.id))


def _back_up(desk: Desk, library: Path) -> None:
    making = backups.Making(library)
    making.copy(desk)
    making.finish()


def one_library(rounds: int, only: str | None, seed: int) -> Figures:
    """Do some rounds upon one library, or upon another after one that failed."""
    chance, figures = random.Random(seed), Figures()
    deeds = [only] if only else [deed for deed, often in OFTEN.items() for _ in range(often)]
    world: World | None = None
    for number in range(1, rounds + 1):
        world = world or World(Path(tempfile.mkdtemp(prefix="crash-")))
        deed = chance.choice(deeds)
        figures.rounds[deed] += 1
        try:
            one_round(world, deed, chance, figures)
        except Exception as error:
            figures.lost.append(f"seed {seed}, round {number}, {deed}: {error!r}; kept in {world.folder}")
            world = None
    if world is not None:
        shutil.rmtree(world.folder)
    return figures


def main(arguments: Sequence[str]) -> int:
    """Do the rounds, some at the same time, and print what came of them."""
    parser = argparse.ArgumentParser(description="kills the program in the middle of its work")
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--only", choices=sorted(DEEDS))
    parser.add_argument("--at-once", type=int, default=3, help="a child sleeps most of the time")
    chosen = parser.parse_args(arguments)
    preload()
    figures, began = Figures(), time.monotonic()
    print(f"{chosen.rounds} rounds, seed {chosen.seed}", flush=True)
    parts = [min(FRESH, chosen.rounds - done) for done in range(0, chosen.rounds, FRESH)]
    seeds = range(chosen.seed, chosen.seed + len(parts))
    with ProcessPoolExecutor(chosen.at_once, mp_context=multiprocessing.get_context("fork")) as pool:
        for part in pool.map(one_library, parts, [chosen.only] * len(parts), seeds):
            figures.add(part)
            for failure in part.lost:
                print(failure, flush=True)
    print(
        f"{dict(figures.rounds)} in {time.monotonic() - began:.0f} s\n"
        f"{figures.acknowledged} saves, exports and backups acknowledged, {figures.shown} keys shown; "
        f"{figures.migrated} had migrated, {figures.restored} had restored when they died\n"
        f"the oldest text that was lost had been on the screen for {figures.oldest * 1000:.0f} ms\n"
        f"{figures.decided} steps of reviews shown; the oldest that was lost, for "
        f"{figures.oldest_step * 1000:.0f} ms\n"
        f"{len(figures.lost)} rounds failed"
    )
    return 1 if figures.lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The power fails at any moment, and the disk has kept no more than it must: nothing acknowledged is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.model import Article, Span
from bulletin_desktop.library import library as library_module
from bulletin_desktop.library import record_file, typing_journal
from bulletin_desktop.library.drafts import DraftFile
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.library.typing_journal import TypingJournal
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.crash import judging
from tests.crash.power import Disk, Powered
from tests.crash.run import make_library
from tests.library.older import make_older

CUTS = 150


@contextmanager
def powered(disk: Disk, synchronous: str = "FULL") -> Iterator[None]:
    power = Powered(disk, synchronous)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library_module, "sqlite3", power.sqlite3())
        patch.setattr(record_file, "os", power.os())
        try:
            yield
        finally:
            power.close()


def first_article(desk: Desk) -> Article:
    return next(desk.issue(desk.outline().publications[0].issues[0].id).articles())


def with_text(article: Article, text: str) -> Article:
    return replace(article, blocks=(replace(article.blocks[0], spans=(Span(text),)), *article.blocks[1:]))


def number(article: Article) -> int:
    """How far the typing had come: the first paragraph says it."""
    text = article.blocks[0].text
    return int(text) if text.isdecimal() else 0


def type_and_save(path: Path, disk: Disk) -> None:
    """Type and save for long enough that the log is folded into the library more than once, and close."""
    journal = TypingJournal(typing_journal.beside(path))
    typed = 0
    for _ in range(2):
        with Library.open(path) as opened:
            desk = Desk(opened)
            article = first_article(desk)
            for _ in range(130):
                for _ in range(3):
                    typed += 1
                    before, article = article, with_text(article, str(typed))
                    journal.typed(article, before)
                    journal.write()
                journal.sync()
                disk.say(("typed", typed))
                desk.apply(SaveArticle(replace(article, subtitle="副题" * (typed % 700)), apart=True))
                article = replace(article, subtitle="副题" * (typed % 700))
                disk.say(("saved", typed))
                journal.empty()
                journal.write()
    journal.close()


def cut(disk: Disk, folder: Path, chance: random.Random) -> list[object]:
    """Cut the power at a moment of chance: *folder* has the files then. Return what was acknowledged."""
    files, said = disk.after_cut(chance.randrange(len(disk.steps) + 1), chance)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return said


def lost(disk: Disk, tmp_path: Path, cuts: int) -> int:
    """How many cuts of the power cost an acknowledged save, or text that had been synced."""
    chance, losses = random.Random(5), 0
    for nth in range(cuts):
        folder = tmp_path / f"cut{nth}"
        said = cut(disk, folder, chance)
        acknowledged = {"saved": 0, "typed": 0, **dict(said)}
        with Library.open(folder / "library.db") as opened:
            desk = Desk(opened)
            saved = number(first_article(desk))
            found = desk.find_typing("found")
            assert found.trouble is None
            typed = number(first_article(desk))
        judging.whole(folder / "library.db")
        losses += saved < acknowledged["saved"] or typed < acknowledged["typed"]
    return losses


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    path = folder / "library.db"
    make_library(path)
    return path


def test_no_acknowledged_save_and_no_synced_key_is_lost(path: Path, tmp_path: Path) -> None:
    disk = Disk(path.parent)
    with powered(disk):
        type_and_save(path, disk)
    assert any(step.kind == "write" and step.file == "library.db" for step in disk.steps)
    assert lost(disk, tmp_path, CUTS) == 0


def test_the_cuts_find_out_a_weaker_promise(path: Path, tmp_path: Path) -> None:
    disk = Disk(path.parent)
    with powered(disk, synchronous="NORMAL"):
        type_and_save(path, disk)
    assert lost(disk, tmp_path, 20) > 0


def test_no_synced_step_of_a_draft_is_lost(tmp_path: Path) -> None:
    folder, chance = tmp_path / "disk", random.Random(7)
    folder.mkdir()
    disk = Disk(folder)
    with powered(disk):
        file = DraftFile(folder / "library.db.drafts")
        for step in range(1, 90):
            file.keep("review:1", {"step": str(step), f"line {step % 7}": "字" * (step * 37 % 900)})
            file.write()
            if step % 3 == 0:
                file.sync()
                disk.say(step)
    for nth in range(CUTS):
        said = cut(disk, tmp_path / f"cut{nth}", chance)
        found = DraftFile(tmp_path / f"cut{nth}" / "library.db.drafts")
        found.take_up()
        left = int(found.drafts.get("review:1", {}).get("step", 0))
        assert left >= max(said, default=0)


def test_a_cut_while_migrating_leaves_the_library_old_or_new(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as opened:
        content = first_article(Desk(opened))
    make_older(path, 1)
    disk = Disk(path.parent)
    with powered(disk):
        Library.open(path).close()
    chance = random.Random(6)
    versions = set()
    for nth in range(40):
        folder = tmp_path / f"cut{nth}"
        cut(disk, folder, chance)
        with Library.open(folder / "library.db") as opened:
            assert first_article(Desk(opened)) == content
        versions.add(len(list(folder.glob("library.v1*"))))
        judging.whole(folder / "library.db")
    assert versions == {0, 1}, f"{len(MIGRATIONS)} migrations were cut neither before nor after their end"

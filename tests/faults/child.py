"""A second program for the fault tests: `python -m tests.faults.child DEED LIBRARY …`.

It prints one line per thing done, flushed at once, so that the test knows what was acknowledged.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups, second_folder
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.faults.places import NOBODY, NOT_ALLOWED
from tests.library.fault_child import one_article


def say(text: object) -> None:
    print(text, flush=True)


def become_nobody() -> None:
    """Give up root's rights, for which no permission counts; end with `NOT_ALLOWED` where that cannot be."""
    import sqlite_utils  # noqa: F401 - nobody may not read what root has installed

    if os.geteuid() == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        except PermissionError:
            sys.exit(NOT_ALLOWED)


def read(path: Path) -> None:
    """Open the library without root's rights; say why it is only read, what it holds, what a save gets."""
    become_nobody()
    try:
        library = Library.open(path)
    except UserError as error:
        say(str(error))
        return
    with library:
        desk = Desk(library)
        say(library.hindrance)
        article = one_article(desk)
        say(article.title)
        try:
            desk.apply(SaveArticle(replace(article, subtitle="改动")))
        except UserError as error:
            say(str(error))


def carry(path: Path) -> None:
    """Copy the newest backup to the second folder without root's rights; say what came of it."""
    become_nobody()
    try:
        say(second_folder.carry(path))
    except UserError as error:
        say(str(error))


def save_and_die(path: Path) -> None:
    """Save once and go without closing, as a crash does: what was saved is in the journal."""
    desk = Desk(Library.open(path))
    desk.apply(SaveArticle(replace(one_article(desk), headline=("崩溃前",))))
    os._exit(0)


def hold(path: Path) -> None:
    """Keep the library open until the input ends."""
    with Library.open(path) as library:
        one_article(Desk(library))
        say(os.getpid())
        sys.stdin.read()


def work_a_day(path: Path, subtitle: str) -> None:
    """Save once and make a backup, by this program's clock."""
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(SaveArticle(replace(one_article(desk), subtitle=subtitle)))
        making = backups.Making(path)
        making.copy(desk)
        making.finish()
    say(dt.date.today())


if __name__ == "__main__":
    deeds = (read, carry, save_and_die, hold, work_a_day)
    {deed.__name__: deed for deed in deeds}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])

"""A clock that goes wrong, forward by years or back: history stays in order, and backups are kept."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups
from bulletin_desktop.services.acts import Delete, SetState
from bulletin_desktop.services.desk import Desk
from tests.faults.places import program, said
from tests.library.fault_child import one_article

DAYS = ("2040-02-29 12:00:00", "1999-12-31 12:00:00", "2026-03-01 08:00:00")


def test_days_in_the_wrong_order_are_told_in_the_order_they_were_lived(library: Path) -> None:
    if shutil.which("faketime") is None:
        pytest.skip("needs faketime, which is a package of Debian's")
    for day in DAYS:
        with program("work_a_day", library, day, under=("faketime", "-f", f"@{day}")) as process:
            (clock,) = said(process)
        assert clock == day[:10]
    with Library.open(library) as opened:
        desk = Desk(opened)
        article = one_article(desk)
        lived = [desk.revision(article.id, each.revision).subtitle for each in desk.revisions(article.id)]
    assert lived[: len(DAYS)] == list(reversed(DAYS))
    kept = backups.kept(library)
    assert [f"{info.at:%Y-%m-%d}" for info in kept] == [day[:10] for day in reversed(DAYS)]
    assert all(info.good for info in kept)


def test_the_bin_and_the_history_of_an_issue_do_not_ask_the_clock(library: Path) -> None:
    now = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    times = [now]
    with Library.open(library) as opened:
        desk = Desk(opened, lambda: times[-1])
        article = one_article(desk)
        issue = desk.outline().publications[0].issues[0].id
        for state, years in (("checked", 14), ("sent", -20), ("signed", 3)):
            times.append(now.replace(year=now.year + years))
            desk.apply(SetState((article.id,), state))
        times.append(now.replace(year=1980))
        desk.apply(Delete((article.id,)))
        entries = desk.issue_history(issue)
        assert [entry.at.year for entry in entries[:4]] == [1980, 2029, 2006, 2040]
        assert desk.recycled()[0].id == article.id

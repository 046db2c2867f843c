"""A whole issue in one step, from words as they come off a command line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import compiling, manuscripts
from bulletin_desktop.services.desk import Desk

TEXT = "关于加强水源地保护的建议\n近年来，水源地保护取得明显成效。\n"
DAY = dt.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("typed", "kept"), [("简报\n第二行", "简报 第二行"), ("简\udcff报", "简报"), (" 简报 ", "简报")]
)
def test_names_are_made_fit_to_print(tmp_path: Path, typed: str, kept: str) -> None:
    with Library.open(tmp_path / "library.db") as library:
        order = compiling.Order(publication=typed, date=DAY, unit=typed)
        compiled = compiling.compile_issue(Desk(library), [manuscripts.read_text(TEXT)], order)
        assert (compiled.issue.publication, compiled.issue.masthead.unit) == (kept, kept)
        assert [each.name for each in Desk(library).outline().publications] == [kept]


def test_a_name_of_nothing_is_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        order = compiling.Order(publication=" \x00", date=DAY)
        with pytest.raises(UserError, match="has no name"):
            compiling.compile_issue(Desk(library), [manuscripts.read_text(TEXT)], order)
        assert Desk(library).outline().publications == ()

"""Pictures are kept once, as they are printed, and handed out by their hash."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Picture, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.pictures import named
from tests.library.older import make_older

DAY = dt.date(2026, 3, 2)


def png(color: str, size: tuple[int, int] = (30, 20), dpi: int = 254) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def issue_of(desk: Desk, *shas: str) -> Issue:
    publication = new_id()
    desk.apply(CreatePublication(publication, "云溪简报"))
    blocks = tuple(Picture(new_id(), sha256, 100, 100, "图") for sha256 in shas)
    section = Section(new_id(), "", (Article(new_id(), ("春耕",), blocks=blocks),))
    return replace(desk.next_issue(publication, DAY), sections=(section,))


def stored(path: Path) -> list[tuple[str, str, int, int]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT sha256, format, width, height FROM pictures").fetchall()


def test_a_picture_comes_back_by_its_hash_after_reopening(path: Path) -> None:
    content = png("red")
    with Library.open(path) as library:
        desk = Desk(library)
        info = desk.add_picture(content)
        issue = issue_of(desk, info.sha256, info.sha256)
        desk.apply(CreateIssue(desk.outline().publications[0].id, issue))
    assert (info.sha256, info.format, info.pixels) == (hashlib.sha256(content).hexdigest(), "png", (30, 20))
    assert info.size == (30, 20)  # 254 pixels an inch are one a tenth of a millimetre
    with Library.open(path) as library:
        assert Desk(library).pictures(Desk(library).issue(issue.id)) == {info.sha256: content}


def test_the_same_picture_is_stored_once(path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        assert desk.add_picture(png("red")) == desk.add_picture(png("red"))
        desk.add_picture(png("blue"))
    assert len(stored(path)) == 2


def test_what_is_no_picture_leaves_the_library_alone(path: Path) -> None:
    with Library.open(path) as library, pytest.raises(UserError, match="no picture"):
        Desk(library).add_picture(b"text")
    assert stored(path) == []


def test_a_picture_that_is_missing_is_left_out(path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        info = desk.add_picture(png("red"))
        issue = issue_of(desk, "0" * 64, info.sha256)
        assert set(desk.pictures(issue)) == {info.sha256}
        assert named(issue) == ("0" * 64, info.sha256)


def test_a_damaged_picture_is_left_out_until_it_is_taken_in_again(path: Path) -> None:
    content = png("red")
    with Library.open(path) as library:
        sha256 = Desk(library).add_picture(content).sha256
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE pictures SET bytes = ?", [content[:-1] + b"?"])
    with Library.open(path) as library:
        desk = Desk(library)
        assert desk.some_pictures([sha256]) == {}
        desk.add_picture(content)
        assert desk.some_pictures([sha256]) == {sha256: content}


def test_a_library_of_the_second_version_gets_its_place_for_pictures(path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        issue = issue_of(desk)
        desk.apply(CreateIssue(desk.outline().publications[0].id, issue))
    make_older(path, 2)
    with Library.open(path) as library:
        desk = Desk(library)
        assert desk.issue(issue.id) == issue
        info = desk.add_picture(png("red"))
        assert set(desk.some_pictures([info.sha256])) == {info.sha256}
    assert path.with_name("library.v2.db").exists()

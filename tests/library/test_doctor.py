"""Examination and salvage: all damage is found, what is whole is saved, the file itself is never touched."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library import doctor
from bulletin_desktop.library.checks.trouble import Kind
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.recovery.image import Image
from bulletin_desktop.library.recovery.layouts import CONTENT
from bulletin_desktop.library.salvage import salvage
from tests.library import damage
from tests.library.older import make_older
from tests.library.trial import Trial

DERIVED = {"sketches", "shingles", "sqlite_sequence"}


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "library.db"
    damage.make(path, issues=3)
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "library.db"))


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("trial"))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in statements:
            assert raw.execute(statement).rowcount > 0


def kinds(path: Path) -> set[Kind]:
    return {finding.kind for finding in doctor.examine(path, unwatched).findings}


def test_nothing_is_wrong_with_a_sound_library(path: Path) -> None:
    before = path.read_bytes()
    assert doctor.examine(path, unwatched).ok
    assert path.read_bytes() == before
    assert [*path.parent.iterdir()] == [path]


def test_every_table_is_content_or_derived(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in tables if not name.startswith("search_")} == {*CONTENT} | DERIVED


@pytest.mark.parametrize("kind", Trial.kinds, ids=lambda kind: kind.__name__)
def test_random_damage(trial: Trial, kind: damage.Damage) -> None:
    assert trial.run(kind, 1).faults == []


def test_a_sound_library_is_salvaged_whole(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.db"
    salvaged = salvage(path, target, unwatched)
    assert (salvaged.lost, salvaged.mended) == ((), ())
    assert damage.content(target) == damage.content(path)
    Library.open(target).close()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE article_bodies SET json = replace(json, '会', '全') WHERE article_nr = 3", Kind.ARTICLE),
        ("DELETE FROM article_bodies WHERE article_nr = 3", Kind.ARTICLE),
        ("UPDATE articles SET title = '别的' WHERE nr = 3", Kind.ARTICLE_ROW),
        ("DELETE FROM articles WHERE nr = 3", Kind.ARTICLE_ROW),
        (
            "UPDATE articles SET id = '0' || substr(id, 2, 24) || iif(id LIKE '%X', 'Y', 'X') WHERE nr = 3",
            Kind.ARTICLE_ROW,
        ),
        ("UPDATE revisions SET data = x'00' WHERE nr = 3", Kind.REVISION),
        ("DELETE FROM issue_heads WHERE rowid = 1", Kind.HEAD),
        ("UPDATE issues SET year = 1999 WHERE rowid = 2", Kind.ISSUE),
        ("DELETE FROM issues WHERE rowid = 2", Kind.ISSUE),
        ("DELETE FROM publications WHERE name > ''", Kind.PUBLICATION),
        ("DELETE FROM sections WHERE title > ''", Kind.SECTION),
        ("UPDATE issue_revisions SET data = x'00' WHERE nr = 1", Kind.HISTORY),
        ("UPDATE pictures SET bytes = x'00'", Kind.PICTURE),
        ("UPDATE originals SET content = x'00' WHERE rowid = 1", Kind.ORIGINAL),
        ("UPDATE templates SET text = ''", Kind.TEMPLATE),
        ("UPDATE intake_settings SET json = '{}'", Kind.SETTINGS),
        ("UPDATE manuscripts SET merged_nr = 9999", Kind.MANUSCRIPT),
        ("DELETE FROM recycle_bin", Kind.BIN),
        ("UPDATE articles SET position = 7 WHERE nr = 2", Kind.ORDER),
        ("UPDATE issues SET articles = 70 WHERE rowid = 2", Kind.COUNT),
    ],
)
def test_what_is_wrong_is_found_and_mended_as_far_as_can_be(
    path: Path, tmp_path: Path, statement: str, kind: Kind
) -> None:
    change(path, statement)
    assert kind in kinds(path)
    salvaged = salvage(path, tmp_path / "new.db", unwatched)
    assert kind in {finding.kind for finding in (*salvaged.mended, *salvaged.lost)}
    assert kinds(tmp_path / "new.db") <= {Kind.PICTURE}  # one that is lost stays lost


def test_an_index_that_does_not_find_a_text_is_made_anew(path: Path, tmp_path: Path) -> None:
    change(path, "UPDATE search_documents SET stale = 0, version = 1")
    assert kinds(path) == {Kind.INDEX}
    salvage(path, tmp_path / "new.db", unwatched)
    assert kinds(tmp_path / "new.db") == set()


def test_what_carries_no_hash_is_found_by_its_copy(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    name = "市水利局".encode() + "王明".encode()  # as the register has sender and author in a row
    place = data.index(name)
    path.write_bytes(data[:place] + "市农业局".encode() + data[place + 12 :])
    assert kinds(path) == {Kind.PAGES}
    salvaged = salvage(path, tmp_path / "new.db", unwatched)
    assert {finding.kind for finding in salvaged.lost} == {Kind.PAGES}


def test_a_register_whose_pages_are_lost_is_taken_from_its_copy(path: Path, tmp_path: Path) -> None:
    before = damage.content(path).rows["manuscripts"]
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'manuscripts'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * damage.PAGE : root * damage.PAGE] = bytes(damage.PAGE)
    path.write_bytes(data)
    salvage(path, tmp_path / "new.db", unwatched)
    assert damage.content(tmp_path / "new.db").rows["manuscripts"] == before


def test_a_damaged_text_is_taken_from_its_newest_version(path: Path, tmp_path: Path) -> None:
    before = damage.content(path)
    change(path, "UPDATE article_bodies SET json = ''")
    salvaged = salvage(path, tmp_path / "new.db", unwatched)
    assert salvaged.lost == ()
    assert damage.content(tmp_path / "new.db") == before


def test_without_a_version_what_is_legible_is_kept_and_named(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        own_id, title, text = raw.execute(
            "SELECT id, title, json FROM articles JOIN article_bodies ON article_nr = nr WHERE nr = 5"
        ).fetchone()
    first, second = text.split('"text":"')[1:3]
    change(
        path,
        "DELETE FROM revisions WHERE article_nr = 5",
        "UPDATE article_bodies SET json = CAST(replace(CAST(json AS BLOB), x'e4bc9a', x'ff') AS TEXT) "
        "WHERE article_nr = 5",
    )
    salvaged = salvage(path, tmp_path / "new.db", unwatched)
    assert [(finding.kind, finding.what) for finding in salvaged.lost] == [(Kind.ARTICLE, title)]
    saved = damage.content(tmp_path / "new.db").articles[own_id][1]
    for line in (first, second):
        assert line.split('"')[0].replace("会", "□") in saved


def test_a_library_of_an_earlier_version_is_examined_and_salvaged(path: Path, tmp_path: Path) -> None:
    articles = damage.content(path).articles
    make_older(path, 3)
    assert kinds(path) <= {Kind.COUNT}  # which older ones did not keep of manuscripts
    salvage(path, tmp_path / "new.db", unwatched)
    assert damage.content(tmp_path / "new.db").articles == articles


def test_a_newer_library_is_refused(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    for work in (
        lambda: doctor.examine(path, unwatched),
        lambda: salvage(path, tmp_path / "n.db", unwatched),
    ):
        with pytest.raises(UserError, match="newer version of this program"):
            work()


def test_nothing_is_written_over(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "there.db"
    target.write_bytes(b"mine")
    with pytest.raises(UserError, match="already"):
        salvage(path, target, unwatched)
    assert target.read_bytes() == b"mine"


@pytest.mark.parametrize("content", [b"", b"no library" * 1000, bytes(40_000)])
def test_what_is_no_library_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(UserError):
        salvage(path, tmp_path / "new.db", unwatched)
    assert sorted(tmp_path.iterdir()) == [path]


class FailingDisk:
    """A file some bytes of which the disk does not give."""

    def __init__(self, file: BinaryIO, bad: range) -> None:
        self._file, self._bad = file, bad

    def seek(self, place: int) -> None:
        self._file.seek(place)

    def read(self, length: int) -> bytes:
        place = self._file.tell()
        if self._bad.start < place + length and place < self._bad.stop:
            raise OSError(errno.EIO, "Input/output error")
        return self._file.read(length)

    def close(self) -> None:
        self._file.close()


def test_a_page_the_disk_does_not_give_costs_no_more_than_itself(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class OnFailingDisk(Image):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            start = 60 * self.page_size
            self._file = FailingDisk(self._file, range(start, start + self.page_size))

    articles = damage.content(path).articles
    monkeypatch.setattr(doctor, "Image", OnFailingDisk)
    salvaged = salvage(path, tmp_path / "new.db", unwatched)
    assert Kind.UNREADABLE in {finding.kind for finding in salvaged.lost}
    assert damage.content(tmp_path / "new.db").articles.keys() == articles.keys()


def test_whoever_stops_it_leaves_nothing(path: Path, tmp_path: Path) -> None:
    class Stopped(Exception):  # noqa: N818
        pass

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    for work in (lambda: doctor.examine(path, stop), lambda: salvage(path, tmp_path / "new.db", stop)):
        with pytest.raises(Stopped):
            work()
    assert [*path.parent.iterdir()] == [path]

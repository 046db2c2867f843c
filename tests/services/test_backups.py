"""Backups: made beside the library and elsewhere, skipped, listed, looked into, put back."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import schema
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backup_settings, backups, restoring, second_folder
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one issue of one article."""
    path = tmp_path / "我的 资料库" / "library.db"
    with Library.open(path) as library:
        desk = Desk(library)
        publication = new_id()
        desk.apply(CreatePublication(publication, "简报"))
        issue = desk.next_issue(publication, dt.date(2024, 3, 1))
        body = Paragraph(new_id(), Role.BODY, (Span("正文"),))
        section = Section(new_id(), "要闻", (Article(new_id(), ("春耕会议召开",), blocks=(body,)),))
        desk.apply(CreateIssue(publication, replace(issue, sections=(section,))))
    return path


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Library.open(path) as library:
        yield Desk(library)


def the_article(desk: Desk) -> Article:
    return next(desk.issue(desk.outline().publications[0].issues[0].id).articles())


def write(desk: Desk, headline: str) -> None:
    desk.apply(SaveArticle(replace(the_article(desk), headline=(headline,))))


def make(desk: Desk, path: Path, target: Path | None = None) -> backups.Made:
    making = backups.Making(path, target)
    making.copy(desk)
    return making.finish()


def grow(path: Path, megabytes: int = 5) -> None:
    """Add to a closed library what takes a backup several steps."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for nth in range(megabytes):
            raw.execute("INSERT INTO pictures VALUES (?, 'png', 1, 1, ?)", [str(nth), os.urandom(1_000_000)])


def headline(path: Path) -> str:
    with Library.open(path) as library:
        return the_article(Desk(library)).title


def test_a_backup_is_a_library_of_its_own_in_the_folder_beside(desk: Desk, path: Path) -> None:
    made = make(desk, path)
    assert made.new
    assert made.info.path.parent == path.parent / "backups"
    assert list(made.info.path.parent.iterdir()) == [made.info.path]
    assert (made.info.articles, made.info.issues, made.info.newest) == (1, 1, "春耕会议召开")
    assert made.info.good
    assert headline(made.info.path) == "春耕会议召开"


def test_what_has_not_changed_is_not_kept_twice(desk: Desk, path: Path) -> None:
    first = make(desk, path)
    second = make(desk, path)
    assert not second.new
    assert second.info.path == first.info.path
    write(desk, "新标题")
    third = make(desk, path)
    assert third.new
    assert (third.info.number, third.info.newest) == (2, "新标题")


def test_what_the_program_finds_out_by_itself_is_no_change(desk: Desk, path: Path) -> None:
    make(desk, path)
    desk.sketch_changed(10)
    desk.note_pages(desk.outline().publications[0].issues[0].id, 4)
    assert not make(desk, path).new


def test_what_is_saved_while_it_is_made_is_in_it_or_in_the_next_one(path: Path) -> None:
    grow(path)
    with Library.open(path) as library:
        saved_while_made(Desk(library), path)


def saved_while_made(desk: Desk, path: Path) -> None:
    steps = 0

    def between() -> None:
        nonlocal steps
        steps += 1
        write(desk, f"备份时第{steps}次")

    making = backups.Making(path)
    making.copy(desk, between)
    assert steps > 3
    found = backups.look(making.finish().info.path).publications[0].issues[0].articles[0]
    assert found in {f"备份时第{steps}次", f"备份时第{steps - 1}次"}


def test_backups_are_in_the_order_they_were_made_whatever_the_clock_says(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [make(desk, path).info.path]
    for year in (2099, 1999):

        class Clock(dt.datetime):
            @classmethod
            def now(cls, tz: dt.tzinfo | None = None) -> Clock:
                return cls(year, 1, 1, 8, 30, tzinfo=tz)  # noqa: B023

        monkeypatch.setattr("bulletin_desktop.services.backups.dt.datetime", Clock)
        write(desk, f"{year}年")
        made.append(make(desk, path).info.path)
    assert [info.path for info in backups.kept(path)] == made[::-1]
    assert [info.number for info in backups.kept(path)] == [3, 2, 1]


def test_settings_that_are_changed_while_a_backup_is_made_stay(desk: Desk, path: Path) -> None:
    make(desk, path)
    write(desk, "改过")
    making = backups.Making(path)
    making.copy(desk)
    backup_settings.change(path, second=path.parent / "U盘", limit=10**10)
    making.finish()
    settings = backup_settings.load(path)
    assert (settings.second, settings.limit) == (path.parent / "U盘", 10**10)


def test_a_look_inside_changes_nothing_and_names_what_is_there(desk: Desk, path: Path) -> None:
    made = make(desk, path).info.path
    made.chmod(0o444)
    content = made.read_bytes()
    (publication,) = backups.look(made).publications
    assert publication.name == "简报"
    assert [issue.articles for issue in publication.issues] == [("春耕会议召开",)]
    assert made.read_bytes() == content
    assert list(made.parent.iterdir()) == [made]


def test_a_named_file_is_written_and_another_backup_there_replaced(desk: Desk, path: Path) -> None:
    target = path.with_name("给县里.db")
    make(desk, path, target)
    write(desk, "改过")
    assert make(desk, path, target).new
    assert headline(target) == "改过"


@pytest.mark.parametrize("content", [b"", b"a letter", bytes(5000)])
def test_a_named_file_that_is_no_backup_is_left(desk: Desk, path: Path, content: bytes) -> None:
    target = path.with_name("重要.doc")
    target.write_bytes(content)
    with pytest.raises(UserError, match="is there already and is no backup"):
        make(desk, path, target)
    assert target.read_bytes() == content


def test_the_library_is_never_written_over(desk: Desk, path: Path) -> None:
    with pytest.raises(UserError, match="is the library itself"):
        make(desk, path, path)


class Stop(Exception):  # noqa: N818
    pass


def stop() -> None:
    raise Stop


def test_a_backup_that_is_given_up_leaves_nothing(path: Path) -> None:
    grow(path)
    with Library.open(path) as library:
        with pytest.raises(Stop):
            backups.Making(path).copy(Desk(library), stop)
        assert list((path.parent / "backups").iterdir()) == []
        write(Desk(library), "仍可写")
        making = backups.Making(path)
        making.copy(Desk(library))
        with pytest.raises(Stop):
            making.finish(stop)
        assert list((path.parent / "backups").iterdir()) == []


def test_damage_to_a_text_is_counted_and_does_not_keep_backups_from_being_made(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = replace(json, '正文', '改文')")
    with Library.open(path) as library:
        info = make(Desk(library), path).info
    assert (info.damaged, info.good) == (1, False)


def test_a_damaged_backup_is_listed_with_what_is_wrong(desk: Desk, path: Path) -> None:
    cut = make(desk, path).info.path
    write(desk, "第二")
    whole = make(desk, path).info.path
    cut.write_bytes(cut.read_bytes()[:9000])
    listed = {info.path: info for info in backups.kept(path)}
    assert listed[whole].problem is None
    assert "is damaged" in str(listed[cut].problem)


def test_backups_of_another_library_of_the_same_name_are_never_thinned(desk: Desk, path: Path) -> None:
    made = make(desk, path).info.path
    foreign = made.with_name("library-2001-01-01-000000.db")
    backup_settings.save(path, backup_settings.BackupSettings(new_id(), limit=1))
    made.rename(foreign)
    for nth in range(3):
        write(desk, f"第{nth}")
        last = make(desk, path).info.path
    assert sorted(foreign.parent.iterdir()) == sorted([foreign, last])
    assert [info.own for info in backups.kept(path)] == [True, False]


def test_a_backup_with_damaged_texts_goes_to_the_second_place_once(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article_bodies SET json = replace(json, '正文', '改文')")
    with Library.open(path) as library:
        make(Desk(library), path)
    backup_settings.change(path, second=tmp_path)
    assert second_folder.carry(path) is not None
    assert second_folder.carry(path) is None


# --- putting back -----------------------------------------------------------------------------------


def test_what_was_restored_is_the_backup_and_what_stood_there_is_kept(path: Path) -> None:
    with Library.open(path) as library:
        chosen = make(Desk(library), path).info.path
        write(Desk(library), "后来的标题")
    kept = restoring.restore(chosen, path)
    assert kept is not None
    assert headline(path) == "春耕会议召开"
    assert headline(kept) == "后来的标题"
    assert {file.name for file in path.parent.iterdir()} == {
        "library.db",
        "library.backups.json",
        "backups",
        kept.name,
    }
    with closing(sqlite3.connect(path)) as raw:
        assert not raw.execute("SELECT name FROM sqlite_master WHERE name = 'backup_label'").fetchall()


def test_a_missing_library_is_restored(path: Path) -> None:
    with Library.open(path) as library:
        chosen = make(Desk(library), path).info.path
    path.unlink()
    assert restoring.restore(chosen, path) is None
    assert headline(path) == "春耕会议召开"


def test_a_library_that_is_open_is_not_replaced(desk: Desk, path: Path) -> None:
    chosen = make(desk, path).info.path
    with pytest.raises(UserError, match="already open"):
        restoring.restore(chosen, path)
    write(desk, "仍可写")
    assert not list(path.parent.glob(".*"))


def test_journals_of_what_stood_there_go_with_it(path: Path) -> None:
    with Library.open(path) as library:
        chosen = make(Desk(library), path).info.path
    for suffix in ("-wal", "-shm", ".typing"):
        path.with_name(path.name + suffix).write_bytes(b"of another file")
    kept = restoring.restore(chosen, path)
    assert kept is not None
    assert not any(path.with_name(path.name + each).exists() for each in ("-wal", "-shm", ".typing"))
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"of another file"
    assert kept.with_name(kept.name + ".typing").read_bytes() == b"of another file"
    assert headline(path) == "春耕会议召开"


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE notes (text)")


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 30] = bytes(4096 * 27)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (newer, "made by a newer version"),
        (foreign, "is no backup of a library of this program"),
        (damaged, "is damaged"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 2000), "is no backup of a library"),
        (lambda path: path.write_bytes(path.read_bytes()[:-5000]), "is damaged"),
        (Path.unlink, "cannot be read"),
    ],
)
def test_what_cannot_be_restored_is_refused_in_one_sentence(path: Path, spoil: object, sentence: str) -> None:
    with Library.open(path) as library:
        chosen = make(Desk(library), path).info.path
    spoil(chosen)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(UserError, match=sentence) as caught:
        restoring.restore(chosen, path)
    assert chosen.name in str(caught.value)
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {"library.db", "library.backups.json", "backups"}


def test_a_library_someone_copied_with_its_journal_is_taken_whole(path: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "拷贝.db"
    with Library.open(path) as library:
        write(Desk(library), "还在日志里")
        for suffix in ("", "-wal"):
            chosen.with_name(chosen.name + suffix).write_bytes(
                path.with_name(path.name + suffix).read_bytes()
            )
    restoring.restore(chosen, path)
    assert headline(path) == "还在日志里"

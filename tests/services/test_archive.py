"""A finished issue's folder: everything in it, whole or not there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue, Picture, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.export import name_pattern
from bulletin_desktop.export.job import Cancelled, Job, Written
from bulletin_desktop.services import archive, publish
from tests.services.offices import Office, article, png


class FakePdf:
    """Qt is not for these tests; the writer's contract is."""

    def write(self, job: Job) -> Written:
        job.progress(1, 2)
        job.path.write_bytes(b"%PDF-1.7")
        return Written(hashlib.sha256(b"%PDF-1.7").hexdigest())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "library.db")
    yield office
    office.library.close()


@pytest.fixture
def issue(office: Office) -> Issue:
    """Three articles: one with a picture and an original, one that shares the original, one written here."""
    info = office.desk.add_picture(png("red"))
    first, second = article("甲", Picture(new_id(), info.sha256, 30, 20)), article("乙")
    value = office.issue(
        Section(new_id(), "要闻", (first, second)), Section(new_id(), "动态", (article("丙"),))
    )
    for each in (first, second):
        office.came(each.id, b"the untouched file", "关于春耕的报告.docx")
    return value


@pytest.fixture
def publisher() -> publish.Publisher:
    return publish.Publisher({".pdf": FakePdf})


def archived(
    office: Office, issue: Issue, root: Path, publisher: publish.Publisher, **more: object
) -> archive.Archived:
    content = archive.gather(office.desk, office.desk.issue(issue.id))
    layout = publish.typesetter(content.look).layout(content.issue)
    folder = archive.target(root, name_pattern.USUAL, content.issue)
    made = archive.write(content, layout, folder, publisher, **more)
    archive.record(office.desk, content, made)
    return made


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_folder_has_every_format_the_originals_and_a_list(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    made = archived(office, issue, tmp_path / "档案", publisher)
    assert made.folder == tmp_path / "档案/云溪简报/2026年/第001期"
    assert files(made.folder) == sorted(
        [
            "云溪简报2026年第1期.docx", "云溪简报2026年第1期.pdf", "云溪简报2026年第1期.txt",
            "原稿/01 关于春耕的报告.docx", "目录.txt",
        ]
    )  # fmt: skip
    assert (made.folder / "原稿/01 关于春耕的报告.docx").read_bytes() == b"the untouched file"


def test_the_list_says_what_is_where_and_the_hash_of_every_file(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    made = archived(office, issue, tmp_path, publisher)
    lines = (made.folder / "目录.txt").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "云溪简报2026年第1期"
    assert lines[2].split("\t") == ["1", "1", "要闻", "甲", "水利局", "", "4", "01 关于春耕的报告.docx"]
    assert lines[3].split("\t")[3:] == ["乙", "水利局", "", "4", "01 关于春耕的报告.docx"]
    assert lines[4].split("\t")[2:] == ["动态", "丙", "", "", "4", ""]
    told = dict(reversed(line.split("\t")) for line in lines[7:] if line)
    assert set(told) == set(files(made.folder)) - {"目录.txt"}
    for name, sha256 in told.items():
        assert hashlib.sha256((made.folder / name).read_bytes()).hexdigest() == sha256


def test_what_was_archived_is_known_when_it_comes_back_and_keeps_its_look(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    made = archived(office, issue, tmp_path, publisher)
    assert office.desk.exported(made.exports[0].export_id).name == "云溪简报2026年第1期.docx"
    assert office.desk.look(issue.id).kept


def test_an_archive_that_is_there_is_left_alone(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    first = archived(office, issue, tmp_path, publisher).folder
    (first / "note.txt").write_text("by hand", encoding="utf-8")
    second = archived(office, issue, tmp_path, publisher).folder
    assert second.name == "第001期（2）"
    assert (first / "note.txt").exists()


def test_a_disk_that_fills_up_leaves_nothing_behind(
    office: Office,
    issue: Issue,
    tmp_path: Path,
    publisher: publish.Publisher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bulletin_desktop.export import files as written

    replace = written.replace

    def full(path: Path, content: bytes) -> None:
        if path.name == "目录.txt":
            raise UserError("The disk with {folder} is full", folder=path.parent)
        replace(path, content)

    monkeypatch.setattr(archive.files, "replace", full)
    with pytest.raises(UserError, match="is full"):
        archived(office, issue, tmp_path / "档案", publisher)
    assert not (tmp_path / "档案").exists()


def test_stopping_leaves_nothing_behind(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        archived(office, issue, tmp_path / "档案", publisher, progress=stop)
    assert not (tmp_path / "档案").exists()


def test_a_folder_that_takes_nothing_is_one_sentence(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="could not be made"):
        archived(office, issue, tmp_path / "file" / "档案", publisher)


def test_an_original_that_is_damaged_is_counted_and_the_rest_is_archived(
    office: Office, issue: Issue, tmp_path: Path, publisher: publish.Publisher
) -> None:
    with office.library.writing():
        office.library._db.execute("UPDATE originals SET content = x'00'")
    made = archived(office, issue, tmp_path, publisher)
    assert (made.originals, made.missing) == (0, 1)
    assert "原稿" not in {path.name for path in made.folder.iterdir()}


def test_windows_paths_that_are_too_long_are_refused_before_anything_is_written(
    office: Office, issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive.sys, "platform", "win32")
    with pytest.raises(UserError, match="too long for Windows"):
        archive.target(tmp_path / "很长" / ("夹" * 80) / ("夹" * 80) / ("夹" * 80), name_pattern.USUAL, issue)

"""Diagnostic information: what whoever helps has to know, and not four characters that people wrote."""

from __future__ import annotations

import errno
import json
import logging
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_desktop import log, paths
from bulletin_desktop.errors import Fault, UserError
from bulletin_desktop.export import files
from bulletin_desktop.library import figures, schema
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.migrations import MIGRATIONS
from bulletin_desktop.services import backup_settings, backups
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.diagnostics import report, settings, stored
from bulletin_desktop.services.diagnostics.facts import OTHER, Fact, Word, one_of, shaped
from bulletin_desktop.services.diagnostics.report import Report
from bulletin_desktop.typeset.file_measures import FileMeasures

_LETTERS = "QZXJKVW"


class Markers:
    """Texts that nothing else has a part of, each one another."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def new(self) -> str:
        number = len(self.made)
        rare = "".join(chr(0x3400 + 6 * number + nth) for nth in range(6))
        latin = "".join(_LETTERS[number // 7**nth % 7] for nth in range(6))
        self.made.append(f"{rare}{latin}")
        return self.made[-1]

    def found_in(self, shown: str) -> list[str]:
        """The parts of four characters that are there."""
        parts = {marker[at : at + 4] for marker in self.made for at in range(len(marker) - 3)}
        return sorted(part for part in parts if part in shown)


def fill(path: Path, markers: Markers) -> int:
    """Put a marker into every column that holds text or bytes, of every table; return how many there are."""
    filled = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        tables = db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        for (table,) in tables.fetchall():
            if table.startswith(("sqlite_", "search_grams")):
                continue
            columns = db.execute("SELECT name, type FROM pragma_table_info(?)", [table]).fetchall()
            values: dict[str, object] = {}
            for name, kind in columns:
                marker = markers.new()
                values[name] = {"INTEGER": 7, "BLOB": marker.encode()}.get(kind, marker)
            filled += sum(kind != "INTEGER" for _, kind in columns)
            names = ", ".join(values)
            holes = ", ".join("?" * len(values))
            db.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({holes})", [*values.values()])
    return filled


def packed(made: Report, folder: Path) -> str:
    """Everything that is in the file, with the names of what is in it and what the archive says of itself."""
    target = folder / "facts.zip"
    report.write(target, made)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        texts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
        return "\n".join([*archive.namelist(), *texts, archive.comment.decode()])


def gather(library: Path) -> Report:
    return report.gather(library, lambda text: text, *stored.of_file(library), measures=FileMeasures())


def facts(made: Report) -> dict[str, dict[str, object]]:
    (found,) = (file.text for file in made.files if file.name == "facts.json")
    return json.loads(found)


@pytest.fixture
def markers() -> Markers:
    return Markers()


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The program's log, on."""
    file = tmp_path / "log" / "bulletin-desktop.log"
    monkeypatch.setattr(paths, "log_file", lambda: file)
    ours = logging.getLogger("bulletin_desktop")
    before = [*ours.handlers], ours.propagate, ours.level
    log.start(file)
    yield file
    for handler in ours.handlers[len(before[0]) :]:
        ours.removeHandler(handler)
        handler.close()
    ours.propagate, ours.level = before[1:]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    Library.open(path).close()
    return path


def asked(column: str) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"SELECT {column}")


def raise_and_log(markers: Markers, folder: Path) -> None:
    """Let the program fail over what a person has written, as it does, and note that."""
    ours = logging.getLogger("bulletin_desktop.services.desk")
    deeds = (
        lambda text: files.replace(folder / text / f"{text}.docx", b""),
        lambda text: (folder / text).read_bytes(),
        lambda text: {}[text],
        asked,
        json.loads,
        lambda text: int(f"{text}\n{text}"),
    )
    for deed in deeds:
        try:
            deed(markers.new())
        except Exception:
            ours.exception("a bug")
    ours.error("%s was not read", markers.new())


def leave_settings(library: Path, markers: Markers) -> None:
    """What the window and the backups keep beside the library."""
    names = ("sought", "replacements", "printer", "symbols", "export_folder", "archive_pattern", "issue")
    texts = [f"{name}={markers.new()}" for name in (*names, *settings.WINDOW)]
    ini = library.with_name(f"{library.stem}.window.ini")
    ini.write_text("\n".join(["[General]", *texts, f"{markers.new()}=light"]), encoding="utf-8")
    backup_settings.change(library, second=library.parent / markers.new())


def test_no_field_a_person_can_fill_is_in_it(tmp_path: Path, markers: Markers, log_file: Path) -> None:
    folder = tmp_path / markers.new() / markers.new()
    folder.mkdir(parents=True)
    library = folder / f"{markers.new()}.db"
    Library.open(library).close()
    with Library.open(library) as opened:
        backups.Making(library).copy(Desk(opened))
    made = backups.Making(library)
    with Library.open(library) as opened:
        made.copy(Desk(opened))
    made.finish()
    assert fill(library, markers) > 50
    leave_settings(library, markers)
    raise_and_log(markers, folder)
    log_file.with_name("bulletin-desktop.log.1").write_text(
        f"2026-01-01 00:00:00,000 ERROR bulletin_desktop.cli: {markers.new()}\n{markers.new()}\n", "utf-8"
    )
    shown = packed(gather(library), tmp_path)
    assert markers.found_in(shown) == []
    assert '"articles": 1' in shown
    assert "FileNotFoundError: [Errno 2]" in shown
    assert len(markers.made) > 120


def test_nor_is_it_with_the_library_open(tmp_path: Path, markers: Markers) -> None:
    folder = tmp_path / markers.new()
    folder.mkdir()
    library = folder / f"{markers.new()}.db"
    Library.open(library).close()
    fill(library, markers)
    with Library.open(library) as opened:
        found = Desk(opened).figures(1.0)
    assert found.rows["articles"] == 1
    shown = packed(report.gather(library, lambda text: text, found), tmp_path)
    assert markers.found_in(shown) == []


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_no_text_of_any_version_is_in_it(tmp_path: Path, markers: Markers, version: int) -> None:
    library = tmp_path / "library.db"
    schema.create(library, MIGRATIONS[:version])
    assert fill(library, markers)
    made = gather(library)
    assert markers.found_in(packed(made, tmp_path)) == []
    assert facts(made)["Content in figures"]["Format"] == version


def test_every_table_is_counted(library: Path) -> None:
    with closing(sqlite3.connect(library)) as db:
        rows = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        there = {name for (name,) in rows if not name.startswith(("sqlite_", "search_grams"))}
    assert set(figures.TABLES) == there


def test_a_fact_is_never_a_text() -> None:
    with pytest.raises(TypeError, match="the fact place is a text") as caught:
        Fact("place", "云溪市")  # type: ignore[arg-type]
    assert "云溪" not in str(caught.value)
    assert one_of("云溪市", ("light",)) == OTHER
    assert shaped("云溪市", r"\w+") == OTHER
    assert shaped("3.13.2", r"[\d.]+") == Word("3.13.2")


def test_settings_that_may_be_told_are(library: Path) -> None:
    ini = library.with_name("library.window.ini")
    ini.write_text('[General]\nscheme=dark\ntext_size=125\npages="width two-pages"\ntoured=maybe\n', "utf-8")
    told = facts(gather(library))["Settings"]
    assert (told["scheme"], told["text_size"], told["pages"]) == ("dark", "125", "width two-pages")
    assert told["toured"] == OTHER


def test_the_office_s_settings_of_intake_are_counted(library: Path) -> None:
    text = json.dumps({"off": ["quotes", "云溪"], "replacements": [["云溪", "市"]], "notes": "aside"})
    told = settings.section(library, text).values()
    assert told["Replacements of the office's own"] == 1
    assert told["Place of notes"] == "aside"
    assert told["intake: quotes"] is False
    assert (
        settings.section(library, '{"off": 3}').values().keys()
        == settings.section(library, None).values().keys()
    )


def damaged(path: Path) -> Fault:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    return Fault.DAMAGED


def cut_off(path: Path) -> Fault:
    os.truncate(path, path.stat().st_size // 2)
    return Fault.CUT_OFF


def foreign(path: Path) -> Fault:
    path.write_bytes(b"no library" * 50)
    return Fault.NOT_OURS


def newer(path: Path) -> Fault:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    return Fault.NEWER


def gone(path: Path) -> Fault:
    path.unlink()
    return Fault.MISSING


def emptied(path: Path) -> Fault:
    path.write_bytes(b"")
    return Fault.EMPTY


@pytest.mark.parametrize("harm", [damaged, cut_off, foreign, newer, gone, emptied])
def test_a_library_that_cannot_be_opened_is_told_of(library: Path, harm: object) -> None:
    fault = harm(library)  # type: ignore[operator]
    before = library.read_bytes() if library.exists() else None
    made = gather(library)
    assert facts(made)["Library"]["Trouble"] == fault.value
    assert (library.read_bytes() if library.exists() else None) == before
    assert sorted(path.name for path in library.parent.iterdir()) == (
        ["library.db"] if before is not None else []
    )


def test_a_library_that_is_open_in_a_window_is_left_to_it(library: Path) -> None:
    with Library.open(library):
        found, fault = stored.of_file(library)
    assert (found, fault) == (None, Fault.HELD)


def test_a_library_at_rest_has_no_problems(library: Path) -> None:
    told = facts(gather(library))
    assert told["Library"]["Trouble"] == "none"
    assert told["Content in figures"]["Problems of a quick check"] == 0
    assert told["Content in figures"]["Format"] == len(MIGRATIONS)


_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT i, 1 FROM n"


def test_what_takes_too_long_is_left_out(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "large.db", isolation_level=None)) as db:
        db.execute("CREATE TABLE shingles (shingle INTEGER, article_nr INTEGER)")
        db.execute(f"INSERT INTO shingles {_NUMBERS}")
        found = figures.read(db, 0.001)
        assert (found.problems, found.rows["shingles"]) == (None, None)
        assert figures.read(db, 60.0).rows["shingles"] == 1_000_000


def test_the_overview_comes_first_and_can_be_read(library: Path, tmp_path: Path) -> None:
    made = gather(library)
    assert made.files[0].name == "概况.txt"
    assert "【Library】" in made.files[0].text
    report.write(tmp_path / "facts.zip", made)
    with zipfile.ZipFile(tmp_path / "facts.zip") as archive:
        first = archive.read(archive.namelist()[0])
    assert first.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in first


def test_a_full_disk_is_told_and_an_older_file_kept(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "facts.zip"
    target.write_bytes(b"older")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="full"):
        report.write(target, gather(library))
    assert target.read_bytes() == b"older"
    assert [path.name for path in tmp_path.glob(".*.tmp")] == []

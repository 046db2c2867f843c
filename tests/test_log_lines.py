"""What stands in the log: the program's own lines, and nothing a person wrote."""

from __future__ import annotations

import ast
import json
import logging
import sqlite3
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop import log, log_lines
from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files

ROOT = Path(__file__).parents[1]
TEXT = "云溪市政协召开Zqxwvkpjq会议"
HEAD = "2026-11-29 09:35:50,123 ERROR bulletin_desktop.gui.start: "


def parts_of(text: str, size: int = 4) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def assert_nothing_of(text: str, shown: str) -> None:
    assert [part for part in parts_of(text) if part in shown] == []


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """The log, on for one test."""
    ours = logging.getLogger("bulletin_desktop")
    before = [*ours.handlers], ours.propagate, ours.level
    file = tmp_path / "log" / "bulletin-desktop.log"
    log.start(file)
    yield lambda: file.read_text(encoding="utf-8")
    for handler in ours.handlers[len(before[0]) :]:
        ours.removeHandler(handler)
        handler.close()
    ours.propagate = before[1]
    ours.setLevel(before[2])


def note(error: Exception) -> None:
    logging.getLogger("bulletin_desktop.gui.start").error("a bug", exc_info=error)


def replaced(folder: Path) -> None:
    files.replace(folder / "gone" / f"{TEXT}.docx", b"")


def refused(folder: Path) -> None:
    (folder / TEXT).read_bytes()


def caused(folder: Path) -> None:
    try:
        refused(folder)
    except OSError as error:
        raise UserError("{name} is not there", name=TEXT) from error


def noted(_folder: Path) -> None:
    error = ValueError(f"first\n  {TEXT}\nTraceback (most recent call last):\n{TEXT}")
    error.add_note(TEXT)
    raise error


def asked(column: str) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"SELECT {column}")


def chosen(_folder: Path) -> None:
    raise type(TEXT, (Exception,), {"__module__": TEXT})(TEXT)


def compiled(_folder: Path) -> None:
    exec(compile(f"raise ValueError('{TEXT}')", f"/home/{TEXT}/{TEXT}.py", "exec"))


def grouped(_folder: Path) -> None:
    raise ExceptionGroup(TEXT, [ValueError(TEXT), KeyError(TEXT)])


RAISED = {
    "user error": replaced,
    "file": refused,
    "chain": caused,
    "lines": noted,
    "class": chosen,
    "foreign code": compiled,
    "group": grouped,
    "key": lambda _folder: {}[TEXT],
    "sql": lambda _folder: asked(TEXT),
    "json": lambda _folder: json.loads(TEXT),
    "encoding": lambda _folder: TEXT.encode("ascii"),
    "number": lambda _folder: int(TEXT),
    "attribute": lambda _folder: getattr(None, TEXT),
}


@pytest.mark.parametrize("raised", RAISED.values(), ids=RAISED)
def test_no_error_brings_a_text_into_the_log(
    raised: Callable[[Path], object], logged: Callable[[], str], tmp_path: Path
) -> None:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - each raises its own
        raised(tmp_path)
    note(caught.value)
    shown = logged()
    assert_nothing_of(TEXT, shown)
    assert str(tmp_path) not in shown
    assert shown.startswith("20")
    assert "characters left out)" in shown
    assert log_lines.own(shown) == shown


def test_a_start_without_trouble_opens_no_file(logged: Callable[[], str], tmp_path: Path) -> None:
    folder = tmp_path / "log"
    assert list(folder.iterdir()) == []
    note(KeyError(0))
    assert [each.name for each in folder.iterdir()] == ["bulletin-desktop.log"]
    assert "a bug" in logged()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, logged: Callable[[], str]) -> None:
    (tmp_path / "log" / "bulletin-desktop.log").mkdir()
    note(KeyError(0))
    note(KeyError(0))


def test_what_an_error_was_and_where_it_came_from_stays(logged: Callable[[], str], tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        replaced(tmp_path)
    note(caught.value)
    shown = logged()
    assert 'File "bulletin_desktop/export/files.py", line' in shown
    assert ", in replace_by\n" in shown
    has_source = Path(files.__file__).suffix == ".py"  # the Windows program does without
    assert ("\n    target, mode = _checked(path)\n" in shown) is has_source
    assert "\nbulletin_desktop.errors.UserError: (" in shown


def test_numbers_of_the_system_and_constants_stay(logged: Callable[[], str], tmp_path: Path) -> None:
    for error in (
        FileNotFoundError(2, TEXT, TEXT),
        sqlite3.DatabaseError("database disk image is malformed"),
        IndexError("list index out of range"),
    ):
        note(error)
    shown = logged()
    assert "\nFileNotFoundError: [Errno 2] (" in shown
    assert "\nsqlite3.DatabaseError: database disk image is malformed\n" in shown
    assert "\nIndexError: list index out of range\n" in shown


@pytest.mark.parametrize(("name", "stays"), [("exists", True), (TEXT, False), ("vanishes", False)])
def test_an_attribute_nothing_has_is_named_where_the_program_names_it(name: str, stays: bool) -> None:
    error = f"AttributeError: 'NoneType' object has no attribute '{name}'"
    frame = '  File "bulletin_desktop/export/files.py", line 60, in _checked'
    assert (log_lines.own(f"{frame}\n{error}") == f"{frame}\n{error}") is stays


def test_arguments_of_a_message_are_not_shown_unless_they_are_numbers(logged: Callable[[], str]) -> None:
    ours = logging.getLogger("bulletin_desktop.gui.output.pdf_document")
    ours.warning("page %d: %d glyphs for %d texts", 3, 40, 41)
    ours.warning("Reading %s failed", TEXT)
    first, second = logged().splitlines()
    assert first.endswith(": page 3: 40 glyphs for 41 texts")
    assert second.endswith(f": ({len(TEXT) + 15} characters left out)")


FRAGMENTS = (
    HEAD, "a bug", "\n", "\n", "    ", "  File \"", "bulletin_desktop/export/files.py", "json/decoder.py",
    "\", line 3", ", in replace", ", in ", "ValueError", ": ", "[Errno 13] ", "sqlite3.", "bulletin_desktop.",
    "from pathlib import Path", "Traceback (most recent call last):", "(12 characters left out)", "/", ".py",
    "'NoneType' object has no attribute '", "'", "list index out of range", "page 1: 2 glyphs for ",
)  # fmt: skip


@given(st.lists(st.sampled_from([*FRAGMENTS, *FRAGMENTS, TEXT, TEXT[:5], TEXT[-7:]]), max_size=30))
def test_text_among_pieces_of_real_logs_never_stays(pieces: list[str]) -> None:
    shown = log_lines.own("".join(pieces))
    assert_nothing_of(TEXT, shown)
    assert log_lines.own(shown) == shown


def test_a_module_that_is_there_as_bytecode_in_an_archive_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Windows program has Python's library in an archive, and packages without their sources."""
    code = compile("class OwnError(Exception): pass\n", "far.py", "exec")
    import importlib._bootstrap_external as bootstrap

    archive = tmp_path / "python313.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("far/away.pyc", bytes(bootstrap._code_to_timestamp_pyc(code)))
    monkeypatch.setattr(sys, "path", [*sys.path, str(archive)])
    shown = log_lines.own('  File "lib\\far\\away.py", line 3, in OwnError\nfar.away.OwnError: why')
    assert shown == '  File "far/away.py", line 3, in OwnError\nfar.away.OwnError: (3 characters left out)'
    assert log_lines.own("far.away.OtherError: why") == "(24 characters left out)"


@pytest.mark.parametrize(
    "written",
    [
        str(ROOT / "bulletin_desktop/log.py"),
        r"C:\Users\张三\app\bulletin_desktop\log.py",
        "../x/bulletin_desktop/log.py",
    ],
)
def test_a_file_is_named_below_the_folder_that_modules_are_found_in(written: str) -> None:
    shown = '  File "bulletin_desktop/log.py", line 3'
    assert log_lines.own(f'  File "{written}", line 3, in nowhere') == shown


def calls() -> Iterator[ast.Call]:
    for path in (ROOT / "bulletin_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            whose = ast.unparse(node.func.value)
            if whose in ("_log", "log", "logger") or whose.startswith("logging"):
                yield node


def test_every_message_that_is_logged_is_a_known_constant() -> None:
    levels = ("debug", "info", "warning", "error", "exception", "critical", "log")
    formats = [call.args[0] for call in calls() if call.func.attr in levels]  # type: ignore[attr-defined]
    assert all(isinstance(each, ast.Constant) for each in formats)
    first_lines = {each.value.split("\n")[0] for each in formats if isinstance(each, ast.Constant)}
    assert first_lines == set(log_lines.FORMATS)


def test_tracebacks_as_python_writes_them_lose_no_frame_of_ours() -> None:
    try:
        json.loads("[1,")
    except ValueError as error:
        frames = len(traceback.extract_tb(error.__traceback__))
        shown = log_lines.own("".join(traceback.format_exception(error)))
    assert shown.count("  File ") == frames
    assert '"json/decoder.py"' in shown

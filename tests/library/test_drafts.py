"""Drafts beside the library: what was handed over comes back as it stood after some step, or stays a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.library import drafts, record_file
from bulletin_desktop.library.drafts import DraftFile, Unread

ONE = {"a": "甲", "b": "乙"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return drafts.beside(tmp_path / "library.db")


def killed(file: DraftFile) -> None:
    """Write what there is and never close."""
    file.write()
    file.sync()
    file._file.let_go()


def left(path: Path) -> dict[str, dict[str, str]]:
    file = DraftFile(path)
    assert file.take_up() == ()
    found = {name: dict(parts) for name, parts in file.drafts.items()}
    killed(file)
    return found


names = st.sampled_from(["review:1", "review:2"])
parts = st.dictionaries(st.sampled_from("abcd"), st.text(max_size=5), max_size=4)


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(st.tuples(names, st.none() | parts), max_size=12),
    kills=st.sets(st.integers(0, 12)),
    short=st.sampled_from([0, 1 << 20]),
)
def test_what_was_kept_last_comes_back_after_any_number_of_kills(
    steps: list[tuple[str, dict[str, str] | None]],
    kills: set[int],
    short: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("any") / "library.db.drafts"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drafts, "_SHORT", short)  # 0: begun anew again and again
        file, wanted = DraftFile(path), {}
        for number, (name, given_parts) in enumerate(steps):
            if number in kills:
                killed(file)
                file = DraftFile(path)
                assert file.take_up() == ()
                assert file.drafts == wanted
            if given_parts is None:
                file.drop(name)
                wanted.pop(name, None)
            else:
                file.keep(name, given_parts)
                wanted[name] = given_parts
            file.write()
            file.sync()
        file.close()
        assert left(path) == wanted
        assert bool(list(path.parent.iterdir())) == bool(wanted)


def test_of_a_step_cut_off_nothing_is_taken(path: Path) -> None:
    file = DraftFile(path)
    file.keep("review:1", ONE)
    file.write()
    whole = path.stat().st_size
    file.keep("review:1", {"a": "丙", "c": "丁"})
    killed(file)
    content = path.read_bytes()
    for end in range(whole, len(content) - 1):
        path.write_bytes(content[:end])
        assert left(path) == {"review:1": ONE}
        for each in path.parent.iterdir():
            each.unlink()


def test_behind_a_gap_nothing_is_trusted_and_the_file_stays(path: Path) -> None:
    file = DraftFile(path)
    for text in "甲乙丙":
        file.keep("review:1", {"a": text})
    killed(file)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], *lines[3:]]))
    again = DraftFile(path)
    aside = path.with_name("library.db.drafts.damaged.1")
    assert again.take_up() == (Unread(aside, damaged=True),)
    assert again.drafts == {"review:1": {"a": "甲"}}
    assert aside.exists()


def test_what_a_newer_version_wrote_waits_for_it(path: Path) -> None:
    newer = b"bulletin-desktop drafts 2 0123456789abcdef\nwhatever\n"
    path.write_bytes(newer)
    file = DraftFile(path)
    aside = path.with_name("library.db.drafts.1")
    assert file.take_up() == (Unread(aside, damaged=False),)
    assert not file.knows_all
    file.keep("review:1", ONE)
    killed(file)
    again = DraftFile(path)
    assert again.take_up() == ()  # it was said once
    assert not again.knows_all
    killed(again)
    assert aside.read_bytes() == newer
    assert left(path) == {"review:1": ONE}


def test_a_draft_that_is_put_aside_is_a_file_of_its_own(path: Path) -> None:
    file = DraftFile(path)
    file.keep("review:1", ONE)
    file.keep("review:2", ONE)
    aside = file.put_aside("review:1")
    killed(file)
    assert left(path) == {"review:2": ONE}
    assert left(aside) == {"review:1": ONE}


def test_a_full_disk_takes_no_draft_and_the_next_write_makes_up_for_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, write = DraftFile(path), os.write
    file.keep("review:1", ONE)
    file.write()
    written = path.stat().st_size

    def full(descriptor: int, data: bytes) -> int:
        if len(data) > 10:
            return write(descriptor, data[:10])
        raise OSError(errno.ENOSPC, "full")

    file.keep("review:1", {**ONE, "b": "丙"})
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="full"):
        file.write()
    assert not file.complete
    file.keep("review:1", {**ONE, "b": "丁"})
    assert path.stat().st_size > written
    monkeypatch.setattr(os, "write", write)
    killed(file)
    assert left(path) == {"review:1": {**ONE, "b": "丁"}}


def test_a_file_that_cannot_be_renamed_goes_on_growing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_path: Path, _kind: str = "") -> Path:
        raise PermissionError(errno.EACCES, "held by another program")

    monkeypatch.setattr(drafts, "_SHORT", 0)
    monkeypatch.setattr(record_file, "set_aside", held)
    file = DraftFile(path)
    for number in range(30):
        file.keep("review:1", {"a": str(number)})
        file.write()
    killed(file)
    assert [each.name for each in path.parent.iterdir()] == ["library.db.drafts"]
    monkeypatch.undo()
    assert left(path) == {"review:1": {"a": "29"}}


def test_what_lies_at_the_name_and_cannot_be_renamed_is_never_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"somebody's")

    def held(_path: Path, _kind: str = "") -> Path:
        raise PermissionError(errno.EACCES, "held by another program")

    monkeypatch.setattr(record_file, "set_aside", held)
    file = DraftFile(path)
    assert file.take_up() == (Unread(path, damaged=False),)
    file.keep("review:1", ONE)
    with pytest.raises(FileExistsError):
        file.write()
    assert path.read_bytes() == b"somebody's"


def test_files_that_drafts_need_are_named(path: Path) -> None:
    file = DraftFile(path)
    file.keep("review:1", {drafts.HOLDS: '["1","2"]'})
    file.keep("review:2", {drafts.HOLDS: '["2","3"]'})
    file.keep("review:3", {drafts.HOLDS: "{broken"})
    assert file.holds() == {"1", "2", "3"}
    file.drop("review:2")
    assert file.holds() == {"1", "2"}

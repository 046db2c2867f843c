"""The typing journal: what is typed comes back, whatever became of the file's end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.library import record_file, typing_journal
from bulletin_desktop.library.typing_journal import TypingJournal

BLOCK = new_id()


def article(text: str, own_id: str = "01J00000000000000000000001") -> Article:
    spans = (Span(text),) if text else ()
    return Article(own_id, ("标题",), blocks=(Paragraph(BLOCK, Role.BODY, spans),))


def digest(value: Article) -> bytes:
    return sha256(codec.dumps(value).encode("utf-8")).digest()


@pytest.fixture
def journal(tmp_path: Path) -> TypingJournal:
    return TypingJournal(typing_journal.beside(tmp_path / "library.db"))


def written(journal: TypingJournal, *texts: str) -> None:
    """Type texts one after the other, and write them."""
    before = article("")
    for text in texts:
        journal.typed(article(text), before)
        before = article(text)
    journal.write()


def latest(path: Path) -> list[str]:
    found = typing_journal.read(path).typed
    return ["".join(each.text for each in codec.loads_article(one.latest).paragraphs()) for one in found]


def test_what_was_typed_comes_back_with_all_it_was_before(journal: TypingJournal) -> None:
    written(journal, "会", "会议", "会议“强调”")
    (typed,) = typing_journal.read(journal.path).typed
    assert codec.loads_article(typed.latest) == article("会议“强调”")
    assert typed.former == tuple(digest(article(text)) for text in ("", "会", "会议"))


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12), min_size=1)
)
def test_any_texts_come_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    journal = TypingJournal(tmp_path_factory.mktemp("any") / "library.db.typing")
    written(journal, *texts)
    assert latest(journal.path) == ([texts[-1]] if any(texts) else [])
    journal.close()


def test_a_key_adds_little_to_a_long_article(journal: TypingJournal) -> None:
    long = "春耕" * 5000
    written(journal, long)
    before = journal.path.stat().st_size
    journal.typed(article(long[:6000] + "新" + long[6000:]), None)
    journal.write()
    assert journal.path.stat().st_size - before < 120


@pytest.mark.parametrize("cut", [2, 9, 30])
def test_a_torn_end_costs_its_own_record_alone(journal: TypingJournal, cut: int) -> None:
    written(journal, "会", "会议")
    os.truncate(journal.path, journal.path.stat().st_size - cut)
    found = typing_journal.read(journal.path)
    assert latest(journal.path) == ["会"]
    assert not found.damaged


def test_zeros_where_the_end_should_be_are_a_torn_end(journal: TypingJournal) -> None:
    written(journal, "会", "会议")
    with journal.path.open("ab") as file:
        file.write(bytes(4096))
    assert latest(journal.path) == ["会议"]
    assert not typing_journal.read(journal.path).damaged


def test_nothing_is_built_on_a_damaged_record(journal: TypingJournal) -> None:
    written(journal, "会", "会议", "会议强调")
    content = journal.path.read_bytes()
    at = content.index("议".encode())
    journal.path.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    assert latest(journal.path) == ["会"]
    assert typing_journal.read(journal.path).damaged


def test_other_articles_and_later_beginnings_survive_damage(journal: TypingJournal) -> None:
    other = "01J00000000000000000000002"
    written(journal, "会", "会议")
    journal.typed(article("另一篇", other), article("", other))
    journal.saved(article("会议"))
    journal.typed(article("会议强调"), None)
    journal.write()
    content = journal.path.read_bytes()
    at = content.index("议".encode())
    journal.path.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    assert sorted(latest(journal.path)) == ["会议强调", "另一篇"]


def test_what_the_library_has_is_no_longer_typed(journal: TypingJournal) -> None:
    written(journal, "会", "会议")
    journal.saved(article("会"))
    journal.write()
    (typed,) = typing_journal.read(journal.path).typed
    assert typed.former == (digest(article("会")),)
    assert latest(journal.path) == ["会议"]
    journal.saved(article("会议"))
    journal.write()
    assert typing_journal.read(journal.path).typed == ()


def test_an_emptied_journal_tells_nothing_and_is_removed_at_the_end(journal: TypingJournal) -> None:
    written(journal, "会", "会议")
    journal.empty()
    journal.write()
    assert journal.path.read_bytes() == b""
    journal.close()
    assert not journal.path.exists()


def test_what_the_disk_shows_of_an_earlier_filling_is_not_read(journal: TypingJournal) -> None:
    written(journal, "会", "会议", "会议强调今年的春耕")
    earlier = journal.path.read_bytes()
    journal.empty()
    written(journal, "新")
    now = journal.path.read_bytes()
    journal.path.write_bytes(now + earlier[len(now) :])
    assert latest(journal.path) == ["新"]


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes; what is written until there is written."""
    resource = pytest.importorskip("resource", reason="limits are POSIX's")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_has_no_room_is_written_first_the_next_time(journal: TypingJournal) -> None:
    written(journal, "会")
    journal.typed(article("会议"), None)
    size = journal.path.stat().st_size
    with room(size + 20), pytest.raises(OSError, match="File too large"):
        journal.write()
    assert journal.path.stat().st_size == size + 20
    assert not journal.complete
    assert latest(journal.path) == ["会"]
    journal.typed(article("会议强"), None)
    journal.write()
    assert latest(journal.path) == ["会议强"]
    assert not typing_journal.read(journal.path).damaged


def test_a_journal_with_text_is_never_written_over(journal: TypingJournal) -> None:
    written(journal, "会")
    second = TypingJournal(journal.path)
    second.typed(article("别的"), article(""))
    with pytest.raises(FileExistsError):
        second.write()
    assert latest(journal.path) == ["会"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no open file")
def test_one_that_was_removed_under_us_begins_anew(journal: TypingJournal) -> None:
    written(journal, "会")
    journal.path.unlink()
    journal.empty()
    written(journal, "新")
    assert latest(journal.path) == ["新"]


@pytest.mark.parametrize(
    "content", [b"", b"bulletin-desk", bytes(4096), b"bulletin-desktop typing 1 0123456789abcdef\n"]
)
def test_a_file_that_was_only_begun_tells_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db.typing"
    path.write_bytes(content)
    assert typing_journal.read(path) == typing_journal.Journal((), damaged=False)


@pytest.mark.parametrize(
    "content", [b"bulletin-desktop typing 2 later\nrecords\n", b"somebody's letter\nhello\n"]
)
def test_what_this_version_does_not_read_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db.typing"
    path.write_bytes(content)
    with pytest.raises(record_file.UnknownFile):
        typing_journal.read(path)


def test_journals_put_aside_are_found_in_their_order(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    own = typing_journal.beside(library)
    for _ in range(2):
        own.write_bytes(b"x")
        record_file.set_aside(own)
    own.write_bytes(b"x")
    record_file.set_aside(own, ".damaged")
    own.write_bytes(b"x")
    assert [path.name for path in record_file.left(typing_journal.beside(library))] == [
        "library.db.typing.1",
        "library.db.typing.2",
        "library.db.typing",
    ]


def test_a_changed_title_is_typing_too(journal: TypingJournal) -> None:
    before = article("正文")
    journal.typed(replace(before, headline=("标题", "第二行")), before)
    journal.write()
    (typed,) = typing_journal.read(journal.path).typed
    assert codec.loads_article(typed.latest).headline == ("标题", "第二行")

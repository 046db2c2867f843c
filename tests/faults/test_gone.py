"""The library's file goes while it is open: noticed without a key, saved elsewhere whole, gone on with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_desktop import paths
from bulletin_desktop.document.model import Article
from bulletin_desktop.gui import library_watch
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk
from tests.library.fault_child import one_article

WAIT = 20_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library_watch, "LOOK", 200)
    monkeypatch.setattr(paths, "_chosen_library", lambda: tmp_path / "config" / "library.txt")
    monkeypatch.setattr(paths, "first_library", lambda: tmp_path / "own" / "library.db")


@pytest.fixture
def shown(library: Path, open_window: Callable[[], MainWindow], qtbot: object) -> MainWindow:
    """The window with the article open."""
    window = open_window()
    qtbot.waitUntil(lambda: window.session.layout is not None and window.editor.isVisible(), timeout=WAIT)
    window.editor.setFocus()
    return window


def article_in(library: Path) -> Article:
    with Library.open(library, create=False) as opened:
        return one_article(Desk(opened))


def remove(library: Path) -> None:
    library.unlink()


def move(library: Path) -> None:
    library.rename(library.with_name("挪走.db"))


def replace(library: Path) -> None:
    other = library.with_name("other.db")
    Library.open(other).close()
    other.replace(library)


@pytest.mark.parametrize("spoil", [remove, move, replace])
def test_a_library_that_goes_is_saved_beside_and_gone_on_with(
    shown: MainWindow, library: Path, qtbot: object, spoil: Callable[[Path], None]
) -> None:
    spoil(library)
    left = library.read_bytes() if library.exists() else None
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=WAIT)
    assert shown.next_library is not None
    assert shown.next_library.parent == library.parent
    assert article_in(shown.next_library).title == "标题"
    assert str(library) in shown.do_first()
    assert str(shown.next_library) in shown.do_first()
    assert paths.default_library() == shown.next_library
    assert (library.read_bytes() if library.exists() else None) == left


def test_what_is_typed_meanwhile_is_saved_there_too(shown: MainWindow, library: Path, qtbot: object) -> None:
    remove(library)
    qtbot.keyClicks(shown.editor.focusProxy(), "typed after it was deleted ")
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=WAIT)
    assert "typed after it was deleted" in repr(article_in(shown.next_library))


def test_without_its_folder_it_is_saved_with_the_persons_own(
    shown: MainWindow, library: Path, qtbot: object
) -> None:
    shutil.rmtree(library.parent)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=WAIT)
    assert shown.next_library.parent == paths.first_library().parent
    assert article_in(shown.next_library).title == "标题"
    library.parent.mkdir(exist_ok=True)


def test_where_nothing_can_be_read_any_more_the_open_issue_is_saved_from_memory(
    shown: MainWindow, library: Path, qtbot: object
) -> None:
    for each in (library, library.with_name("library.db-wal")):
        os.truncate(each, 0)
        each.unlink()
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=WAIT)
    assert "can no longer be reached" in shown.do_first()
    assert article_in(shown.next_library).title == "标题"


def test_a_file_that_comes_back_at_once_is_nothing(
    shown: MainWindow, library: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = next(each for each in shown.features if isinstance(each, library_watch.LibraryWatch))
    monkeypatch.setattr(library_watch, "LOOK", 2000)  # time to put it back
    library.rename(library.with_name("away"))
    qtbot.waitUntil(lambda: watch._missed == 1, timeout=WAIT)
    library.with_name("away").rename(library)
    qtbot.waitUntil(lambda: watch._missed == 0, timeout=WAIT)
    assert shown.isVisible()
    assert watch._saved is None

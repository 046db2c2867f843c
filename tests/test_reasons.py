"""Why the system refused is said in the language of the sentence around it."""

from __future__ import annotations

import errno

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import CHINESE, Catalog
from bulletin_desktop.reasons import reason

SENTENCE = "The file could not be written in {folder} ({reason}); nothing was changed. Choose another folder."


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EIO, errno.ENAMETOOLONG, errno.ENOTDIR, errno.EBUSY])
def test_a_usual_reason_is_translated_with_its_sentence(number: int) -> None:
    error = UserError(SENTENCE, folder="乙", reason=reason(OSError(number, "No such thing")))
    said = Catalog.load(CHINESE).error(error)
    assert "No such thing" not in said
    assert not any("a" <= char <= "z" for char in said)


def test_a_sentence_in_english_keeps_english_reasons() -> None:
    error = UserError(SENTENCE, folder="b", reason=reason(OSError(errno.EIO, "x")))
    assert "(the disk reports an error)" in str(error)


def test_an_unusual_reason_is_the_system_s_own() -> None:
    assert reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert reason(OSError(errno.EXDEV, "")) != ""
    assert reason(OSError()) == "OSError"


def test_a_value_that_happens_to_be_english_stays_as_it_is() -> None:
    error = UserError(SENTENCE, folder="access is denied", reason="x")
    assert "access is denied" in Catalog.load(CHINESE).error(error)


class WindowsError(OSError):
    """As Windows raises it; what opens a file knows its errno alone."""

    def __init__(self, number: int, winerror: int | None, filename: str = "") -> None:
        super().__init__(number, "Zugriff verweigert", filename)
        self.winerror = winerror


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WindowsError(errno.EACCES, 32), "another program is using it"),
        (WindowsError(errno.EACCES, None), "access is denied, or another program has it open"),
        (WindowsError(errno.EACCES, 19), "the disk is write-protected"),
        (WindowsError(errno.EACCES, 21), "the disk or the stick is not there"),
        (WindowsError(errno.EINVAL, 1167), "the disk or the stick is not there"),
        (WindowsError(errno.EINVAL, 64), "the network drive does not answer"),
        (WindowsError(errno.ENOENT, 53), "the network drive does not answer"),
        (WindowsError(errno.EINVAL, 39), "the disk is full"),
        (WindowsError(errno.EINVAL, 1260), "a rule of this computer forbids it"),
        (WindowsError(errno.ENOENT, 206), "its path is longer than Windows takes"),
        (WindowsError(errno.ENOENT, None, "C:\\" + "简" * 257), "its path is longer than Windows takes"),
        (WindowsError(errno.ENOENT, 3, "C:\\简"), "it is not there"),
    ],
)
def test_windows_own_reason_is_told_where_the_errno_would_mislead(error: OSError, words: str) -> None:
    assert reason(error, windows=True) == words
    said = Catalog.load(CHINESE).error(UserError(SENTENCE, folder="乙", reason=reason(error, windows=True)))
    assert words not in said

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

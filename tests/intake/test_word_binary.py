"""Old Word files are read through a package; what nothing here opens is said as such."""

from __future__ import annotations

from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.reading import File, OfficeNeeded, read
from tests.intake.test_kinds import ole_file


def test_what_no_library_opens_is_an_office_programs() -> None:
    (piece,) = read(File("旧稿.doc", ole_file("WordDocument")))
    assert piece.kind is Kind.DOC
    assert isinstance(piece.error, OfficeNeeded)
    assert "save it as .docx" in str(piece.error)


def test_a_text_too_long_for_the_library_is_an_office_programs() -> None:
    whole = ole_file("WordDocument")
    word = b"\xec\xa5" + bytes(0x4A) + (400_000).to_bytes(4, "little")
    (piece,) = read(File("旧稿.doc", whole + word.ljust(512, b"\0")))
    assert isinstance(piece.error, OfficeNeeded)

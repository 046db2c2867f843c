"""The window and the command line must break every line alike, so their widths agree to the last bit."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures

RANGES = (
    range(0x20, 0x180),  # Latin
    range(0x2000, 0x2100),  # dashes, quotes, ellipses
    range(0x2460, 0x2474),  # circled numbers
    range(0x3000, 0x3100),  # CJK marks, kana
    range(0x4E00, 0x9FA6, 23),  # alike in every font that has them: a sample does
    range(0xFF00, 0xFF60),  # full-width forms
    (0x3400, 0x20000, 0x1F600, 0xE000),  # rare, beyond the first plane, perhaps in no font
)
CHARACTERS = [chr(code) for part in RANGES for code in part]
FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UMing CN", "DejaVu Sans", "一个没有的字体")


@pytest.fixture(scope="module")
def both(qapp: object) -> tuple[QtMeasures, FileMeasures]:
    return QtMeasures(), FileMeasures()


@pytest.mark.parametrize("latin", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_every_font_of_the_template_and_its_profiles_measures_alike(
    both: tuple[QtMeasures, FileMeasures], bold: bool, latin: bool
) -> None:
    ours, files = both
    jianbao = template.load("jianbao")
    templates = (jianbao, *(make() for make in jianbao.profiles.values()))
    families = {family for each in templates for family, _ in each.families()}
    for family in families | set(FAMILIES):
        differing = [
            char
            for char in CHARACTERS
            if ours.advance(family, char, bold, latin) != files.advance(family, char, bold, latin)
        ]
        assert differing == [], family


# A tab's width is decided by its stop, and the cleaner drops every other control and format character.
@settings(max_examples=300)
@given(
    char=st.characters(exclude_categories=("Cs", "Cc", "Cf")),
    family=st.sampled_from(FAMILIES),
    latin=st.booleans(),
)
def test_any_printed_character_measures_alike(
    both: tuple[QtMeasures, FileMeasures], char: str, family: str, latin: bool
) -> None:
    ours, files = both
    assert ours.advance(family, char, False, latin) == files.advance(family, char, False, latin)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_font_stands_for_a_missing_one(both: tuple[QtMeasures, FileMeasures], family: str) -> None:
    ours, files = both
    assert (ours.used(family), ours.used(family, True)) == (files.used(family), files.used(family, True))


def test_a_thread_of_its_own_may_measure_at_the_same_time(both: tuple[QtMeasures, FileMeasures]) -> None:
    _, files = both
    shared = QtMeasures()
    wanted = [files.advance("Noto Sans CJK SC", char) for char in CHARACTERS]
    found: list[list[float]] = []

    def measure() -> None:
        found.append([shared.advance("Noto Sans CJK SC", char) for char in CHARACTERS])

    threads = [threading.Thread(target=measure) for _ in range(2)]
    for thread in threads:
        thread.start()
    measure()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 3

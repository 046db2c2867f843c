"""Where the file parts a stretch so that LibreOffice paints a hung mark that it would leave out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletin_desktop.typeset import hung, template
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.portions import Spreader
from tests.typeset.conftest import WIDTH

HEAD = "各" * 26  # the first line, two characters shorter
# 13 characters are spread over 8845 twips: 365 each, so that nothing is lost to rounding.
SPREAD_EVENLY = HEAD + "调基层治理乡村振兴营商环境、" + "b" * 50
LOSES_A_TWIP = HEAD + "调基层治理乡村振兴营商环、" + "b" * 50


Parted = Callable[[str], tuple[tuple[int, int], ...]]


@pytest.fixture
def parted(spreader: Spreader, jianbao: template.Template) -> Parted:
    def part(text: str) -> tuple[tuple[int, int], ...]:
        style, runs = jianbao.style("body"), (TextRun(text),)
        lines = break_lines(runs, style, WIDTH, spreader)
        assert text[lines[1][1] - 1] == "、"
        return hung.joints(spreader.spread(runs, style), lines, style, WIDTH)

    return part


def test_a_line_that_loses_nothing_to_rounding_is_parted(parted: Parted) -> None:
    assert parted(SPREAD_EVENLY) == ((27, 40),)


def test_a_line_that_loses_a_twip_stays_whole(parted: Parted) -> None:
    assert parted(LOSES_A_TWIP) == ()


def test_a_line_that_is_full_of_chinese_text_stays_whole(
    spreader: Spreader, jianbao: template.Template
) -> None:
    style, runs = jianbao.style("body"), (TextRun(HEAD + "，" + "各" * 40),)
    lines = break_lines(runs, style, WIDTH, spreader)
    assert hung.joints(spreader.spread(runs, style), lines, style, WIDTH) == ()

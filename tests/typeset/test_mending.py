"""A long paragraph mended after a change stands exactly as one that is spread anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop.typeset import portions
from bulletin_desktop.typeset.breaker import break_again, break_spread
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.template import Template

from .conftest import EvenMeasures

PIECES = ["会议指出", "2026年", "GDP", "——", "3.5%", *"，— “”’A。①は\u0301\u3000"]


class OddMeasures(EvenMeasures):
    """Every character has a width of its own, and the dash is not an em."""

    def advance(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        return 0.3 + ord(char) % 17 / 19 + latin / 7


TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
EDITS = st.tuples(st.integers(0, 60), st.integers(0, 3), st.one_of(st.just(""), st.sampled_from(PIECES)))


@settings(max_examples=400)
@given(TEXTS, st.lists(EDITS, min_size=1, max_size=6))
def test_a_mended_paragraph_is_the_one_that_is_spread_anew(
    jianbao: Template, text: str, edits: list[tuple[int, int, str]]
) -> None:
    style = jianbao.style("body")
    known = Spreader(OddMeasures())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(portions, "LONG", 1)
        known.spread((TextRun(text),), style)
        for at, gone, come in edits:
            text = text[:at] + come + text[at + gone :]
            if not text:
                return
            fresh = Spreader(OddMeasures()).spread((TextRun(text),), style)
            assert known.spread((TextRun(text),), style) == fresh


STRETCHES = st.sampled_from([*PIECES, "\t", "各单位要认真落实责任"])
LONG_TEXTS = st.lists(STRETCHES, min_size=200, max_size=400).map("".join)


@settings(max_examples=60)
@given(LONG_TEXTS, st.integers(0, 4000), st.integers(0, 60), st.sampled_from([*PIECES, "", "\n"]))
def test_a_long_paragraph_breaks_again_as_it_would_anew(
    jianbao: Template, text: str, at: int, gone: int, come: str
) -> None:
    style, spreader, width = jianbao.style("body"), Spreader(OddMeasures()), 8844
    text = text.replace("\t", "") if come != "\n" else text
    before = break_spread(spreader.spread((TextRun(text),), style), style, width)
    changed = text[:at] + come + text[at + gone :]
    spread = Spreader(OddMeasures()).spread((TextRun(changed),), style)
    assert break_again(spread, style, width, text, before) == break_spread(spread, style, width)

"""Measures that need no font file, and short ways to styles and spreads."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.layout import TextRun
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.template import Template

WIDTH = 8844


class EvenMeasures:
    """Every ideograph and mark is one em wide, everything narrow half an em; no font is missing."""

    def advance(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5

    def height(self, family: str, bold: bool = False, latin: bool = False) -> float:
        return 1.2

    def used(self, family: str, latin: bool = False) -> str:
        return family


@pytest.fixture
def measures() -> EvenMeasures:
    return EvenMeasures()


@pytest.fixture(scope="session")
def jianbao() -> Template:
    return template.load("jianbao")


@pytest.fixture
def spreader(measures: EvenMeasures) -> Spreader:
    return Spreader(measures)


@pytest.fixture
def broken(jianbao: Template, spreader: Spreader) -> Callable[[str], list[str]]:
    """The lines of a salutation, which has no first line indent: 28 characters each."""

    def lines(text: str) -> list[str]:
        runs = (TextRun(text),) if text else ()
        return [text[a:b] for a, b in break_lines(runs, jianbao.style("salutation"), WIDTH, spreader)]

    return lines

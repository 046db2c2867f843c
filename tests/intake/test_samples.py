"""The sample that people try the program on, and a pile of manuscripts, come apart as they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.paths import resources

_SAMPLE = resources() / "samples" / "sample-bulletin.txt"
_PILE = [_SAMPLE, *sorted((Path(__file__).parents[1] / "manuscripts").glob("*.txt"))]


def test_the_sample_bulletin_has_its_sections_and_articles() -> None:
    recognition = recognise(_SAMPLE.read_text(encoding="utf-8"))
    sections = assemble.articles(recognition)
    assert [(section.title, len(section.articles)) for section in sections] == [
        ("要闻", 3),
        ("调查研究", 1),
        ("经验交流", 1),
        ("倡议", 1),
        ("简讯", 3),
    ]
    assert not [line.number for line in recognition.lines if line.doubt]


@pytest.mark.parametrize("path", _PILE, ids=lambda path: path.stem)
def test_every_manuscript_of_the_pile_has_headlines_throughout(path: Path) -> None:
    recognition = recognise(path.read_text(encoding="utf-8"))
    assert all(one.article.headline for section in assemble.articles(recognition) for one in section.articles)


def test_the_pile_shows_what_the_recogniser_knows() -> None:
    lines = [line for path in _PILE for line in recognise(path.read_text(encoding="utf-8")).lines]
    shown = {line.label for line in lines}
    assert shown == set(Label) - {Label.CAPTION, Label.QUOTE, Label.TABLE, Label.PICTURE}  # of no text file
    rules = {change.rule for line in lines for change in line.changes}
    assert rules >= {"halfwidth-punctuation", "quotes", "fullwidth-digits", "indent"}
    assert any(line.joins for line in lines)

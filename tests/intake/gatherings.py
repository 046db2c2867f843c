"""The articles of the marked bulletins in other company and in other dress: each alone in a file, several of
different bulletins behind each other, formatted as offices format their files.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake.recognition import Label
from bulletin_desktop.intake.source import PLAIN, Look, Style
from tests.intake import marked
from tests.intake.marked import Truth

Dress = dict[Label, Look]

_BODY = Label.BODY  # the look of every label that a dress does not name
_FANG = "仿宋_GB2312"
_CENTRE, _RIGHT = CellAlign.CENTER, CellAlign.RIGHT
_HALF = str.maketrans("，：；！？（）", ",:;!?()")

DRESSES: dict[str, Dress] = {
    "official": {
        _BODY: Look(size=16, face=_FANG),
        Label.HEADLINE: Look(align=_CENTRE, size=22, face="方正小标宋简体"),
        Label.KICKER: Look(align=_CENTRE, size=16, face="楷体_GB2312"),
        Label.SUBTITLE: Look(align=_CENTRE, size=16, face="楷体_GB2312"),
        Label.CREDIT: Look(align=_CENTRE, size=16, face="楷体_GB2312"),
        Label.HEADING1: Look(size=16, face="黑体"),
        Label.HEADING2: Look(size=16, face="楷体_GB2312"),
        Label.SIGNATURE: Look(align=_RIGHT, size=16, face=_FANG),
        Label.DATE: Look(align=_RIGHT, size=16, face=_FANG),
    },
    "sloppy": {
        _BODY: Look(size=14),
        Label.HEADLINE: Look(align=_CENTRE, size=18, bold=True),
        Label.CREDIT: Look(align=_RIGHT, size=14),
        Label.HEADING1: Look(size=14, bold=True),
        Label.HEADING2: Look(size=14, bold=True),
        Label.SIGNATURE: Look(align=_RIGHT, size=14),
    },
    "centred": {
        _BODY: Look(size=16),
        Label.HEADLINE: Look(align=_CENTRE, size=16),
        Label.SUBTITLE: Look(align=_CENTRE, size=16),
    },
    "bold": {
        _BODY: Look(size=12),
        Label.HEADLINE: Look(size=12, bold=True),
        Label.HEADING1: Look(size=12, bold=True),
    },
    "uniform": {_BODY: Look(size=16, face=_FANG)},
    "styles": {
        _BODY: Look(size=16),
        Label.HEADLINE: Look(style=Style.HEADING, level=1, size=22, bold=True),
        Label.SUBTITLE: Look(style=Style.SUBTITLE, align=_CENTRE, size=16),
        Label.HEADING1: Look(style=Style.HEADING, level=2, size=16, bold=True),
        Label.HEADING2: Look(style=Style.HEADING, level=3, size=16, bold=True),
    },
    "title": {
        _BODY: Look(size=10.5),
        Label.HEADLINE: Look(style=Style.TITLE, align=_CENTRE, size=16, bold=True),
    },
}

MANNERS = ("close", "blank between", "blank everywhere", "indented", "half-width")


def articles(paths: Iterable[Path]) -> list[list[Truth]]:
    """Return the articles with a headline of bulletins without looks and hard wraps; blank lines left out."""
    found: list[list[Truth]] = []
    for path in paths:
        truths = marked.read(path)
        if not any(truth.joins or truth.look != PLAIN for truth in truths):
            found += _parted(truths)
    return [article for article in found if _stands_by_itself(article)]


def _parted(truths: Iterable[Truth]) -> Iterator[list[Truth]]:
    held: list[Truth] = []
    for truth in truths:
        if truth.starts or truth.label is Label.SECTION:
            yield held
            held = []
        if (truth.starts or held) and truth.label not in (Label.BLANK, Label.ASIDE):
            held.append(truth)
    yield held


def _stands_by_itself(article: list[Truth]) -> bool:
    """Say whether it is known by itself for an article: numbered pieces are by the masthead above them."""
    headed = any(truth.label is Label.HEADLINE for truth in article[:3])
    return headed and len(article) > 1 and not article[0].text[:1].isdigit()


def dressed(article: Iterable[Truth], dress: Dress) -> list[Truth]:
    """Return the article as it stands in a file that is formatted so."""
    return [replace(truth, look=dress.get(truth.label, dress[_BODY])) for truth in article]


def together(some: Iterable[Iterable[Truth]], manner: str) -> list[Truth]:
    """Return several articles as one text, laid out in one of `MANNERS`."""
    lines: list[Truth] = []
    blank = Truth("", Label.BLANK)
    for article in some:
        for place, truth in enumerate(article):
            if lines and (manner == "blank everywhere" or (manner == "blank between" and place == 0)):
                lines.append(blank)
            lines.append(_laid_out(truth, manner))
    return lines


def _laid_out(truth: Truth, manner: str) -> Truth:
    if manner == "half-width":
        return replace(truth, text=truth.text.translate(_HALF))
    indented = manner == "indented" and truth.label in (Label.BODY, Label.HEADING1, Label.HEADING2)
    return replace(truth, text=f"　　{truth.text.strip()}") if indented else truth


def groups(
    all_articles: list[list[Truth]], seed: str, count: int, fewest: int = 3, most: int = 7
) -> Iterator[list[list[Truth]]]:
    """Yield *count* groups of articles, always the same for one *seed*."""
    choose = random.Random(seed)
    for _ in range(count):
        yield choose.sample(all_articles, choose.randint(fewest, most))

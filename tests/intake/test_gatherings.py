"""Articles known from the bulletins, in other company and in other dress: what was learnt must carry over."""

from __future__ import annotations

import pytest

from tests.intake import gatherings, marked
from tests.intake.gatherings import DRESSES, MANNERS
from tests.intake.marked import Truth
from tests.intake.measure import Score


@pytest.fixture(scope="module")
def articles() -> list[list[Truth]]:
    return gatherings.articles(marked.files())


def test_there_are_enough_articles(articles: list[list[Truth]]) -> None:
    assert len(articles) >= 200


@pytest.mark.parametrize("manner", MANNERS)
def test_articles_of_different_bulletins_come_apart(articles: list[list[Truth]], manner: str) -> None:
    score = Score()
    for group in gatherings.groups(articles, manner, 30):
        score.add(marked.pairs(gatherings.together(group, manner)))
    assert score.boundaries >= 0.97 * score.of_boundaries
    assert score.blocks >= 0.97 * score.of_blocks
    assert score.roles >= 0.99 * score.lines
    assert score.lost == 0


@pytest.mark.parametrize("dress", DRESSES)
def test_one_article_in_one_file_is_one_article(articles: list[list[Truth]], dress: str) -> None:
    score = Score()
    for article in articles:
        score.add(marked.pairs(gatherings.dressed(article, DRESSES[dress])))
    assert score.boundaries == score.of_boundaries
    assert score.blocks >= 0.99 * score.of_blocks
    assert score.roles >= 0.99 * score.lines


@pytest.mark.parametrize("dress", DRESSES)
def test_several_articles_in_one_file_come_apart(articles: list[list[Truth]], dress: str) -> None:
    score = Score()
    for group in gatherings.groups(articles, dress, 20):
        lines = [truth for article in group for truth in gatherings.dressed(article, DRESSES[dress])]
        score.add(marked.pairs(lines))
    assert (
        score.boundaries >= (0.95 if dress in ("bold", "uniform") else 0.98) * score.of_boundaries
    )  # headings look alike
    assert score.roles >= 0.99 * score.lines

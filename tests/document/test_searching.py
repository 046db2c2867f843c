"""What counts as alike in a search, and the lines of text it looks at."""

from __future__ import annotations

import pytest
from hypothesis import given

from bulletin_desktop.document import codec, searching
from bulletin_desktop.document.finding import lines as found_lines
from bulletin_desktop.document.model import Article
from bulletin_desktop.document.searching import Terms, TextLine, folded
from tests.document import strategies

CHARACTERS = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]


def test_letters_and_digits_lose_case_and_width_and_no_character_its_place() -> None:
    assert folded("ＧＤＰ２０２６，aBc，É，（Ａ）") == "gdp2026，abc，é，（a）"
    for text in ("İ", "ß", "ΑΣ", "ΑΣ Σ", "Ⅳ"):
        assert len(folded(text)) == len(text)
        assert folded(folded(text)) == folded(text)


def test_the_quick_way_to_fold_gives_what_the_long_one_gives() -> None:
    slow = [char.translate(searching._FOLD) for char in CHARACTERS]
    assert [folded(char) for char in CHARACTERS] == slow


def test_what_is_looked_for_as_it_is_has_no_other_character_like_it() -> None:
    like_another = {folded(char) for char in CHARACTERS if folded(char) != char}
    assert not any(map(searching._is_as_it_is, like_another))


@pytest.mark.parametrize("word", ["一\n二", "\x00", "\ud800", "\x1b[1m"])
def test_what_no_text_may_hold_is_never_found(word: str) -> None:
    terms = Terms((word,))
    assert not terms.can_be_found
    assert Terms(()).can_be_found is False


@given(strategies.articles)
def test_the_lines_of_the_json_are_those_of_the_article(article: Article) -> None:
    read = [TextLine(*line) for line in codec.lines(codec.dumps(article))]
    headline = "\n".join(article.headline)
    expected = [(each.place.block, each.place.part, each.text) for each in found_lines(article)]
    others = [line for line in expected if line[0] != "headline"]
    assert [tuple(line) for line in read if line.block != "headline"] == others
    assert [line.text for line in read if line.block == "headline"] == (
        [headline] if article.headline else []
    )

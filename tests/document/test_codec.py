"""JSON of documents: nothing lost, one text for one value, nothing unknown let through."""

from __future__ import annotations

import json
import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article, Issue, Mark, Paragraph, Role, Span
from bulletin_desktop.document.schema import IllegalDocument
from tests.document import strategies

ID = "01HZZZZZZZZZZZZZZZZZZZZZZZ"
OTHER = "01HZZZZZZZZZZZZZZZZZZZZZZ0"


@given(strategies.articles)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    assert codec.loads_article(codec.dumps(article)) == article


@given(strategies.issues)
def test_an_issue_comes_back_as_it_was(issue: Issue) -> None:
    assert codec.loads_issue(codec.dumps(issue)) == issue


@given(strategies.articles)
def test_the_text_is_canonical(article: Article) -> None:
    text = codec.dumps(article)
    assert codec.dumps(codec.loads_article(text)) == text


def test_the_text_is_compact_and_says_its_version() -> None:
    marks = frozenset({Mark.UNDERLINE, Mark.BOLD})
    article = Article(ID, ("标题",), blocks=(Paragraph(OTHER, Role.BODY, (Span("正文", marks),)),))
    assert codec.dumps(article) == (
        '{"version":1,"kind":"article","id":"01HZZZZZZZZZZZZZZZZZZZZZZZ","headline":["标题"],"blocks":['
        '{"kind":"paragraph","id":"01HZZZZZZZZZZZZZZZZZZZZZZ0","role":"body",'
        '"spans":[{"text":"正文","marks":["bold","underline"]}]}]}'
    )


def test_an_illegal_value_is_not_written() -> None:
    with pytest.raises(IllegalDocument, match="headline line 1: is empty"):
        codec.dumps(Article(ID, ("",)))


def article_json(**changes: object) -> str:
    return json.dumps({"version": 1, "kind": "article", "id": ID, **changes})


def block_json(**block: object) -> str:
    return article_json(blocks=[{"kind": "paragraph", "id": OTHER, "role": "body", **block}])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("1" * 10_000, "is not JSON"),
        ("[]", "is not a JSON object"),
        ("{}", "has no “version”"),
        ('{"version":1,"version":1}', "a key stands twice"),
        ('{"version":NaN}', "NaN is not a number"),
        (article_json(version=2), "has version 2; this program knows 1"),
        (article_json(version=True), "“version” is a bool"),
        (article_json(kind="issue"), "is of the kind “issue”"),
        (article_json(colour="red"), "“colour” is unknown here"),
        (article_json(id=1), "“id” is a int, not a str"),
        (article_json(headline="标题"), "“headline” is a str, not a list"),
        (article_json(headline=["一", 2]), "article, headline 2: is not text"),
        (article_json(kicker="\ud800"), "U\\+D800"),
        (article_json(blocks=[{"kind": "video", "id": OTHER}]), "the kind “video” is unknown"),
        (block_json(role="poem"), "article, blocks 1: “poem” is unknown here"),
        (block_json(font="宋体"), "article, blocks 1: “font” is unknown here"),
        (block_json(spans=[{"text": "一", "marks": ["loud"]}]), "spans 1: “loud” is unknown"),
        (block_json(spans=[{"text": "一", "marks": ["bold", "bold"]}]), "a mark stands twice"),
        (block_json(spans=[{"text": "一"}, {"text": "二"}]), "same marks"),
    ],
)
def test_what_is_not_ours_is_refused(text: str, reason: str) -> None:
    with pytest.raises(IllegalDocument, match=reason):
        codec.loads_article(text)


def test_an_article_is_no_issue() -> None:
    with pytest.raises(IllegalDocument, match="is of the kind “article”"):
        codec.loads_issue(codec.dumps(Article(ID)))


@given(strategies.articles, st.data())
def test_any_change_of_one_character_is_read_or_refused_never_a_crash(
    article: Article, data: st.DataObject
) -> None:
    text = codec.dumps(article)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(string.printable))
    with suppress(IllegalDocument):
        codec.loads_article(text[:place] + other + text[place + 1 :])

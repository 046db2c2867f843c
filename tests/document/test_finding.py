"""Finding words in an article, and what an article is after other words took their place."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import codec, schema
from bulletin_desktop.document.finding import (
    Finder,
    Found,
    Hit,
    Place,
    Replacement,
    lines,
    replaced,
    still_there,
)
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Cell, Mark, Paragraph, Picture, Role, Span, Table
from bulletin_desktop.document.query import Query
from bulletin_desktop.errors import UserError
from tests.document import strategies

BOLD, KAITI = frozenset((Mark.BOLD,)), frozenset((Mark.KAITI,))


def article(*spans: Span, **fields: object) -> Article:
    return Article(new_id(), blocks=(Paragraph(new_id(), Role.BODY, spans),), **fields)


def texts(text: str, query: Query) -> list[str]:
    return [text[hit.start : hit.end] for hit in Finder(query).hits(text)]


def changed(text: str, query: Query, new: str) -> str:
    finder = Finder(query)
    before = article(Span(text))
    after = replaced(before, finder.find(before), Replacement(new, finder))
    return after.blocks[0].text


def test_every_field_is_searched_in_the_order_of_the_editor() -> None:
    table = Table(new_id(), (500, 500), ((Cell((Span("市甲"),)), Cell()), (Cell(), Cell((Span("市乙"),)))))
    picture = Picture(new_id(), "0" * 64, 100, 100, "市图")
    body = Paragraph(new_id(), Role.BODY, (Span("在市里，全市"),))
    whole = Article(new_id(), ("市一", "二", "市三"), "市引", "市副", "市供", (body, table, picture))
    found = Finder(Query("市")).find(whole)
    assert [(each.place, len(each.hits)) for each in found] == [
        (Place("kicker"), 1),
        (Place("headline", 0), 1),
        (Place("headline", 2), 1),
        (Place("subtitle"), 1),
        (Place(body.id), 2),
        (Place(table.id, 0), 1),
        (Place(table.id, 3), 1),
        (Place(picture.id), 1),
        (Place("credit"), 1),
    ]
    finder = Finder(Query("市"))
    new = replaced(whole, finder.find(whole), Replacement("县", finder))
    assert [line.text for line in lines(new)] == [line.text.replace("市", "县") for line in lines(whole)]
    schema.check(new)


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Word word WORD", Query("word"), ["Word", "word", "WORD"]),
        ("Word word WORD", Query("word", match_case=True), ["word"]),
        ("第3期 13 3", Query("3", whole_word=True), ["3", "3"]),
        ("cat concat cat_ CAT", Query("cat", whole_word=True), ["cat", "CAT"]),
        ("办简报的简报社", Query("简报", whole_word=True), ["简报", "简报"]),
        ("用Word写", Query("word", whole_word=True), ["Word"]),
        ("（一）(一)", Query("(一)"), ["(一)"]),
        ("（一）(一)", Query("(一)", any_width=True), ["（一）", "(一)"]),
        (
            "２０２６年　１月 2026年 1月",
            Query("2026年 1月", any_width=True),
            ["２０２６年　１月", "2026年 1月"],
        ),
        ("（一）", Query("（.）", any_width=True, pattern=True), ["（一）"]),
        ("共１２人", Query("[0-9]+", any_width=True, pattern=True), ["１２"]),
        ("a.b axb", Query("a.b"), ["a.b"]),
        ("a.b axb", Query("a.b", pattern=True), ["a.b", "axb"]),
        ("a b", Query(" "), [" "]),
        ("aaaa", Query("aa"), ["aa", "aa"]),
        ("abab", Query("(?r)ab", pattern=True), ["ab", "ab"]),
        ("甲乙", Query(""), []),
        ("甲乙", Query("", pattern=True), []),
        ("甲乙", Query("x*", pattern=True), []),
        ("甲x乙", Query("x*", pattern=True), ["x"]),
        ("cafe\u0301 cafe", Query("cafe"), ["cafe"]),  # the accent is part of the last letter
        ("👨\u200d👩 👨", Query("👨"), ["👨"]),
        ("𠮷野家𠮷", Query("𠮷"), ["𠮷", "𠮷"]),
        ("a\ud842b", Query("a\ud842b"), ["a\ud842b"]),
        ("长" * 25_000 + "尾", Query("尾"), ["尾"]),
        ("长" * 10_000, Query("长" * 10_000), ["长" * 10_000]),
        ("短", Query("长" * 10_000), []),
        ("ΣΣ ſ İi", Query("σ"), ["Σ", "Σ"]),
        ("ΣΣ ſ İi", Query("i"), ["i"]),
        ("aaa", Query("aA"), ["aa"]),
    ],
)
def test_hits(text: str, query: Query, hits: list[str]) -> None:
    assert texts(text, query) == hits


@pytest.mark.parametrize(
    ("text", "query", "new", "result"),
    [
        ("第3期第12期", Query(r"第(\d+)期", pattern=True), r"总第\1号", "总第3号总第12号"),
        ("甲-乙", Query("(?<a>.)-(?<b>.)", pattern=True), r"\g<b>-\g<a>", "乙-甲"),
        ("甲乙", Query("(甲)|(乙)", pattern=True), r"[\1\2]", "[甲][乙]"),
        ("甲乙", Query("乙", pattern=True), r"“\0”", "甲“乙”"),
        ("甲", Query("甲", pattern=True), r"\\1", r"\1"),
        ("甲", Query("甲"), r"\1\n", r"\1\n"),
        ("甲", Query("甲"), "甲甲", "甲甲"),
        ("甲乙甲", Query("甲"), "", "乙"),
        ("（甲）", Query("(甲)", any_width=True), "[甲]", "[甲]"),
        ("ＡＢ", Query("(a)b", any_width=True, pattern=True), r"\1", "Ａ"),
        ("𠮷a𠮷", Query("a"), "𠮷", "𠮷𠮷𠮷"),
    ],
)
def test_replacements(text: str, query: Query, new: str, result: str) -> None:
    assert changed(text, query, new) == result


def test_new_text_has_the_marks_of_the_first_character_it_replaces() -> None:
    before = article(Span("在"), Span("市", BOLD), Span("政协", KAITI), Span("说"))
    finder = Finder(Query("市政"))
    after = replaced(before, finder.find(before), Replacement("全县", finder))
    assert after.blocks[0].spans == (Span("在"), Span("全县", BOLD), Span("协", KAITI), Span("说"))


def test_a_headline_line_that_becomes_empty_goes_and_an_empty_paragraph_stays() -> None:
    before = article(Span("无用"), headline=("无用", "有用"))
    finder = Finder(Query("无用"))
    after = replaced(before, finder.find(before), Replacement("", finder))
    assert after.headline == ("有用",)
    assert after.blocks == (Paragraph(before.blocks[0].id, Role.BODY),)
    schema.check(after)


def test_only_the_hits_that_are_given_are_replaced() -> None:
    before = article(Span("一个，二个，三个"))
    finder = Finder(Query("个"))
    (found,) = finder.find(before)
    some = (replace(found, hits=found.hits[1:2]),)
    assert replaced(before, some, Replacement("只", finder)).blocks[0].text == "一个，二只，三个"
    assert replaced(before, (), Replacement("只", finder)) is before


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("(", 2),
        ("[甲", 3),
        ("*", 1),
        ("甲)", 2),
        ("a**", 3),
        ("\\", 2),
        (r"(甲)\2", 6),
        ("[b-a]", 5),
        ("(?z)", 3),
    ],
)
def test_a_wrong_pattern_is_told_with_its_place(pattern: str, place: int) -> None:
    with pytest.raises(UserError) as told:
        Finder(Query(pattern, pattern=True))
    assert told.value.values["place"] == place


@pytest.mark.parametrize("pattern", ["(" * 400 + ")" * 400, "a" * 501])
def test_a_monstrous_pattern_is_told(pattern: str) -> None:
    with pytest.raises(UserError):
        Finder(Query(pattern, pattern=True))


@pytest.mark.parametrize(
    ("pattern", "text"), [("(a+)+$", "a" * 5000 + "b"), ("(a|aa)+$", "a" * 99 + "b"), ("(?R)", "a")]
)
def test_a_pattern_that_would_never_end_is_told(pattern: str, text: str) -> None:
    with pytest.raises(UserError):
        Finder(Query(pattern, pattern=True)).hits(text, patience=0.05)


@pytest.mark.parametrize("new", [r"\2", r"\g<x>", r"\x", "\\", r"\n", r"\t", "a\nb"])
def test_a_replacement_that_means_nothing_is_told(new: str) -> None:
    with pytest.raises(UserError):
        Replacement(new, Finder(Query("(甲)", pattern=True)))


@pytest.mark.parametrize("new", ["a\nb", "a\tb", "\x07", "\ud842"])
def test_words_no_paragraph_can_hold_are_told(new: str) -> None:
    with pytest.raises(UserError):
        Replacement(new, Finder(Query("甲")))


queries = st.builds(
    Query,
    st.one_of(strategies.filled_texts, st.sampled_from("简报，。春季防汛工作的()1a")),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
patterns = st.sampled_from(["[春季]", "的.", "(.)(.)", "[^，]+", r"\w+", "工作?", "", ".", "a|（", r"\b"])


@given(st.text(max_size=40))
def test_any_pattern_is_read_or_refused_with_a_sentence(pattern: str) -> None:
    try:
        finder = Finder(Query(pattern, pattern=True))
    except UserError:
        return  # any other exception is a bug
    assert all(hit.start < hit.end for hit in finder.hits("关于做好a1."))


@given(strategies.articles, queries)
def test_hits_lie_in_their_lines_in_order_and_apart(one: Article, query: Query) -> None:
    at = {line.place: line.text for line in lines(one)}
    for found in Finder(query).find(one):
        assert at[found.place] == found.text
        assert all(0 <= hit.start < hit.end <= len(found.text) for hit in found.hits)
        assert all(first.end <= second.start for first, second in pairwise(found.hits))
        for hit in found.hits:
            assert len(found.text[hit.start : hit.end]) == len(query.words)


@given(strategies.articles, queries)
def test_no_hit_is_missed_by_the_quick_look(one: Article, query: Query) -> None:
    finder = Finder(query)
    if finder.find(one):
        assert finder.may_be_in(codec.running(codec.dumps(one)))


@pytest.mark.parametrize(
    ("words", "possible"), [("防汛", True), ("汛在", False), ("“", False), ('"', True), ("\\", True)]
)
def test_the_quick_look_sees_over_marks_and_not_over_paragraphs(words: str, possible: bool) -> None:
    one = article(Span("防", BOLD), Span("汛"))
    one = replace(one, blocks=(*one.blocks, Paragraph(new_id(), Role.BODY, (Span("在"),))))
    assert Finder(Query(words)).may_be_in(codec.running(codec.dumps(one))) is possible


@given(strategies.articles, patterns, strategies.texts)
def test_replacing_equals_substituting_in_the_plain_text(one: Article, pattern: str, new: str) -> None:
    finder = Finder(Query(pattern, match_case=True, pattern=True))
    words = new.replace("\\", "")
    after = replaced(one, finder.find(one), Replacement(words, finder))
    expected = [
        regex.sub(pattern, lambda match: words if match.group() else "", line.text) for line in lines(one)
    ]
    assert [line.text for line in lines(after)] == [text for text in expected if text]


@given(strategies.articles, st.sampled_from("关于做好春季防汛，。"), strategies.texts)
def test_plain_words_are_replaced_as_python_replaces_them(one: Article, words: str, new: str) -> None:
    finder = Finder(Query(words, match_case=True))
    expected = [
        re.sub(f"{words}(?!\u200d)(?<!\u200d.)", lambda _: new, line.text)
        for line in lines(one)
        if not regex.search(r"\p{M}", line.text)
    ]
    after = replaced(one, finder.find(one), Replacement(new, finder))
    if len(expected) == len([*lines(one)]):
        assert [line.text for line in lines(after)] == [text for text in expected if text]


@given(strategies.articles, queries, strategies.texts)
def test_marks_outside_the_hits_ids_and_form_stay(one: Article, query: Query, new: str) -> None:
    finder = Finder(query)
    found = finder.find(one)
    after = replaced(one, found, Replacement(new, finder))
    schema.check(after)
    assert [(type(block), block.id) for block in after.blocks] == [(type(b), b.id) for b in one.blocks]
    hits = {each.place: each.hits for each in found}
    made = {line.place: line for line in lines(after) if line.place.block not in ("headline",)}
    for line in lines(one):
        if line.place.block == "headline":
            continue
        outside = _kept(_marks(line.spans), hits.get(line.place, ()))
        if line.place in made:
            shifted = _kept(_marks(made[line.place].spans), _shifted(hits.get(line.place, ()), len(new)))
            assert shifted == outside
        else:
            assert not outside


def _marks(spans: tuple[Span, ...]) -> list[tuple[str, frozenset[Mark]]]:
    return [(char, span.marks) for span in spans for char in span.text]


def _kept(
    chars: list[tuple[str, frozenset[Mark]]], hits: tuple[Hit, ...]
) -> list[tuple[str, frozenset[Mark]]]:
    return [char for at, char in enumerate(chars) if not any(hit.start <= at < hit.end for hit in hits)]


def _shifted(hits: tuple[Hit, ...], length: int) -> tuple[Hit, ...]:
    made, shift = [], 0
    for hit in hits:
        made.append(Hit(hit.start + shift, hit.start + shift + length))
        shift += length - (hit.end - hit.start)
    return tuple(made)


def _found(text: str, words: str) -> Found:
    return Found(Place("kicker"), text, Finder(Query(words)).hits(text))


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("市a市", "市a市", [0, 2]),
        ("市a市", "新市a市", [1, 3]),
        ("市a市", "市bb市", [0, 3]),
        ("市a市", "市a", [0]),
        ("市a市", "省a市", [2]),
        ("市a", "市市a", [0]),
        ("市市", "市", [0]),
        ("市", "", []),
        ("市", "县", []),
    ],
)
def test_what_is_still_there_after_an_edit(before: str, after: str, left: list[int]) -> None:
    assert [hit.start for hit in still_there(_found(before, "市"), _found(after, "市"))] == left


@given(
    st.text("市a", max_size=8),
    st.text("市a", max_size=8),
    st.text("市ab", max_size=4),
    st.text("市a", max_size=8),
)
def test_what_stands_outside_an_edit_is_still_there(head: str, old: str, new: str, tail: str) -> None:
    before, after = _found(f"{head}c{old}c{tail}", "市"), _found(f"{head}c{new}c{tail}", "市")
    kept = {hit.start for hit in still_there(before, after)}
    outside = [
        hit for hit in before.hits if hit.end <= len(head) or hit.start >= len(before.text) - len(tail)
    ]
    shift = len(after.text) - len(before.text)
    assert {hit.start if hit.end <= len(head) else hit.start + shift for hit in outside} <= kept

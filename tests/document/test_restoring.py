"""A paragraph of an earlier version comes back to its place, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bulletin_desktop.document import restoring
from bulletin_desktop.document.diff import Field, compare, field_text
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.document.schema import check
from tests.document import strategies
from tests.document.test_diff import article, paragraph, versions

ONE, TWO, THREE = (paragraph(text * 6) for text in "甲乙丙")


def written(block: Paragraph, text: str) -> Paragraph:
    return replace(block, spans=(Span(text),))


def test_a_changed_paragraph_gets_its_text_and_role_back() -> None:
    now = article(ONE, replace(written(TWO, "改了"), role=Role.NOTE), written(THREE, "也改了"))
    back = restoring.with_block(article(ONE, TWO, THREE), now, TWO.id)
    assert back.blocks == (ONE, TWO, written(THREE, "也改了"))


def test_a_deleted_paragraph_comes_back_where_it_was() -> None:
    new = paragraph("后来写的话")
    back = restoring.with_block(article(ONE, TWO, THREE), article(ONE, new, THREE), TWO.id)
    assert back.blocks == (ONE, TWO, new, THREE)
    back = restoring.with_block(article(ONE, TWO, THREE), article(new, TWO, THREE), ONE.id)
    assert back.blocks == (ONE, new, TWO, THREE)


def test_a_moved_paragraph_goes_back_to_its_place() -> None:
    before, now = article(ONE, TWO, THREE), article(THREE, ONE, TWO)
    assert restoring.with_block(before, now, THREE.id) == before


def test_a_pasted_paragraph_keeps_its_new_id() -> None:
    old, pasted = paragraph("全市经济运行总体平稳"), paragraph("全市经济运行总体平稳向好")
    back = restoring.with_block(article(old), article(pasted), old.id)
    assert back.blocks == (replace(old, id=pasted.id),)


def test_a_block_that_never_was_changes_nothing() -> None:
    assert restoring.with_block(article(ONE), article(TWO), THREE.id) == article(TWO)


def test_what_came_can_go() -> None:
    assert restoring.without_block(article(ONE, TWO), TWO.id) == article(ONE)


@pytest.mark.parametrize("field", list(Field))
def test_a_title_line_comes_back_alone(field: Field) -> None:
    before = article(ONE, headline=("上", "下"), kicker="引", subtitle="副", credit="供")
    now = article(ONE, headline=("新",), kicker="新", subtitle="新", credit="新")
    back = restoring.with_field(before, now, field)
    assert [each for each in Field if field_text(back, each) == field_text(before, each)] == [field]


@settings(max_examples=25)
@given(versions())
def test_one_after_the_other_gives_the_whole_back(both: tuple[Article, Article]) -> None:
    before, now = both
    for block in before.blocks:
        now = restoring.with_block(before, now, block.id)
        check(now)
    come = [each.after.id for each in compare(before, now).blocks if each.before is None and each.after]
    for own_id in come:
        now = restoring.without_block(now, own_id)
    for field in Field:
        now = restoring.with_field(before, now, field)
    assert compare(before, now).empty


@settings(max_examples=10)
@given(strategies.articles)
def test_what_is_there_already_is_left_alone(same: Article) -> None:
    for block in same.blocks:
        assert restoring.with_block(same, same, block.id) == same

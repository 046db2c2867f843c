"""Damaged bytes: found on reading, named, and no reason to lose anything else."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk

ARTICLES = tuple(
    Article(new_id(), (title,), blocks=(Paragraph(new_id(), Role.BODY, (Span("正文" * 50),)),))
    for title in ("甲稿", "乙稿")
)


@pytest.fixture
def library(tmp_path: Path) -> tuple[Path, str]:
    """The path of a library with two articles, and the id of their issue."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        desk = Desk(library)
        publication = new_id()
        desk.apply(CreatePublication(publication, "简报"))
        issue = desk.next_issue(publication, dt.date(2024, 3, 1))
        desk.apply(CreateIssue(publication, replace(issue, sections=(Section(new_id(), "", ARTICLES),))))
    return path, issue.id


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        assert raw.execute(statement).rowcount > 0


def test_a_damaged_article_is_named_and_the_other_is_read(library: tuple[Path, str]) -> None:
    path, issue_id = library
    damage(path, "UPDATE article_bodies SET json = replace(json, '正文', '误文') WHERE article_nr = 1")
    with Library.open(path) as opened:
        desk = Desk(opened)
        for read in (lambda: desk.article(ARTICLES[0].id), lambda: desk.issue(issue_id)):
            with pytest.raises(UserError, match="The article “甲稿” is damaged"):
                read()
        assert desk.article(ARTICLES[1].id) == ARTICLES[1]
        assert len(desk.contents(issue_id).sections[0].articles) == 2


@pytest.mark.parametrize("change", ["json = CAST(x'ff00fe' AS TEXT)", "sha256 = x'00'"])
def test_bytes_that_are_no_text_are_damage_too(library: tuple[Path, str], change: str) -> None:
    path, _ = library
    damage(path, f"UPDATE article_bodies SET {change} WHERE article_nr = 1")
    with Library.open(path) as opened, pytest.raises(UserError, match="“甲稿” is damaged"):
        Desk(opened).article(ARTICLES[0].id)


def test_a_body_that_is_missing_is_damage(library: tuple[Path, str]) -> None:
    path, _ = library
    damage(path, "DELETE FROM article_bodies WHERE article_nr = 1")
    with Library.open(path) as opened, pytest.raises(UserError, match="“甲稿” is damaged"):
        Desk(opened).article(ARTICLES[0].id)


def test_a_damaged_article_is_mended_by_its_last_revision(library: tuple[Path, str]) -> None:
    path, _ = library
    damage(path, "UPDATE article_bodies SET json = '' WHERE article_nr = 1")
    with Library.open(path) as opened:
        desk = Desk(opened)
        newest = desk.revisions(ARTICLES[0].id)[0].revision
        desk.apply(SaveArticle(desk.revision(ARTICLES[0].id, newest)))
        assert desk.article(ARTICLES[0].id) == ARTICLES[0]


def test_a_damaged_masthead_is_said_to_be(library: tuple[Path, str]) -> None:
    path, issue_id = library
    damage(path, "UPDATE issue_heads SET json = replace(json, '简报', '间报')")
    with (
        Library.open(path) as opened,
        pytest.raises(UserError, match="Masthead and imprint of issue 1 of 2024"),
    ):
        Desk(opened).issue(issue_id)


def test_a_title_that_is_no_text_any_more_is_a_damaged_library(library: tuple[Path, str]) -> None:
    path, issue_id = library
    damage(path, "UPDATE articles SET title = CAST(x'ff' AS TEXT) WHERE nr = 1")
    with Library.open(path) as opened, pytest.raises(UserError, match="is damaged"):
        Desk(opened).contents(issue_id)


def test_a_damaged_revision_does_not_keep_what_is_typed_from_being_saved(library: tuple[Path, str]) -> None:
    path, _ = library
    typed = [replace(ARTICLES[0], kicker="打字" * count) for count in (1, 2, 3)]
    with Library.open(path) as opened:
        Desk(opened).apply(SaveArticle(typed[0]))
    damage(path, "UPDATE revisions SET data = x'00' WHERE nr = 1")
    with Library.open(path) as opened:
        desk = Desk(opened)
        for article in typed[1:]:
            desk.apply(SaveArticle(article))
        assert desk.article(ARTICLES[0].id) == typed[-1]
        newest = desk.revisions(ARTICLES[0].id)[0].revision
        assert desk.revision(ARTICLES[0].id, newest) == typed[-1]


def test_an_article_whose_newest_revision_is_damaged_too_can_be_written_again(
    library: tuple[Path, str],
) -> None:
    path, _ = library
    damage(path, "UPDATE article_bodies SET json = '' WHERE article_nr = 1")
    damage(path, "UPDATE revisions SET data = x'00' WHERE article_nr = 1")
    with Library.open(path) as opened:
        desk = Desk(opened)
        again = desk.apply(SaveArticle(ARTICLES[0]))
        assert desk.article(ARTICLES[0].id) == ARTICLES[0]
        assert again.inverse == SaveArticle(ARTICLES[0])

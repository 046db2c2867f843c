"""What was exported stays in the library under the id that is in the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import publish
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, Delete, SaveArticle
from bulletin_desktop.services.desk import Desk
from tests.library.older import make_older

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def filled(desk: Desk) -> Issue:
    publication = new_id()
    desk.apply(CreatePublication(publication, "云溪简报"))
    text = Paragraph(new_id(), Role.BODY, (Span("走访农户30户。"),))
    section = Section(new_id(), "", (Article(new_id(), ("春耕用水调查",), blocks=(text,)),))
    issue = replace(desk.next_issue(publication, DAY), sections=(section,))
    desk.apply(CreateIssue(publication, issue))
    return issue


def exported(issue: Issue, path: Path) -> publish.ExportResult:
    return publish.Publisher().export(publish.typesetter(issue.template).layout(issue), issue, path)


def test_it_is_read_back_as_it_was_whatever_was_edited_since(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        issue = filled(desk)
        result = exported(issue, tmp_path / "issue.docx")
        desk.record_export(issue, result)
        desk.apply(SaveArticle(replace(next(issue.articles()), headline=("改过的标题",))))
        desk.apply(Delete((issue.id,)))
    with Library.open(path) as library:
        kept = Desk(library).exported(result.export_id)
    assert kept.issue == issue
    assert (kept.name, kept.sha256, kept.pages) == ("issue.docx", result.sha256, result.pages)
    assert kept.places == tuple((a.bookmark, a.article, a.block) for a in result.anchors)
    assert len(kept.places) > 3


def test_another_library_s_export_is_not_known(path: Path) -> None:
    with Library.open(path) as library, pytest.raises(UserError, match="knows of no exported file"):
        Desk(library).exported(new_id())


def test_damage_is_found_by_the_hash(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        issue = filled(desk)
        result = exported(issue, tmp_path / "issue.docx")
        desk.record_export(issue, result)
        library._db.execute("UPDATE exports SET data = x'00'")
        with pytest.raises(UserError, match="is damaged in the library"):
            desk.exported(result.export_id)


def test_a_library_of_the_first_version_learns_to_keep_them(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        issue = filled(Desk(library))
    make_older(path, 1)
    with Library.open(path) as library:
        desk = Desk(library)
        assert desk.issue(issue.id) == issue
        result = exported(issue, tmp_path / "issue.docx")
        desk.record_export(issue, result)
        assert desk.exported(result.export_id).issue == issue

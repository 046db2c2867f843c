"""An office's own templates: saved, chosen, taken back; and the look an exported issue keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import sha256
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import publish, template_text, templates
from bulletin_desktop.services.acts import (
    ChooseTemplate,
    CreateIssue,
    CreatePublication,
    DeleteTemplate,
    RenewLook,
    SaveTemplate,
)
from bulletin_desktop.services.desk import Desk
from tests.library.older import make_older

DAY = dt.date(2026, 3, 2)
PUBLICATION, OWN = new_id(), new_id()


def text(top: int = 30, name: str = "我局简报") -> str:
    return template_text.written(name, "jianbao", {"page.top": {"mm": top, "strength": "规定"}})


def save(top: int = 30, name: str = "我局简报", template_id: str = OWN) -> SaveTemplate:
    return SaveTemplate(template_id, name, "jianbao", text(top, name))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as library:
        yield library


@pytest.fixture
def desk(library: Library) -> Desk:
    desk = Desk(library)
    desk.apply(CreatePublication(PUBLICATION, "简报"))
    return desk


def new_issue(desk: Desk) -> Issue:
    section = Section(new_id(), "", (Article(new_id(), ("春耕用水调查",)),))
    issue = replace(desk.next_issue(PUBLICATION, DAY), sections=(section,))
    desk.apply(CreateIssue(PUBLICATION, issue))
    return issue


def export(desk: Desk, issue: Issue, folder: Path) -> None:
    issue, look = desk.issue(issue.id), desk.look(issue.id)
    layout = publish.typesetter(look).layout(issue)
    desk.record_export(issue, publish.Publisher().export(layout, issue, folder / "issue.docx"), look)


def top(desk: Desk, issue: Issue) -> int:
    """The top margin an issue is set with, in whole millimetres."""
    return round(templates.read(desk.look(issue.id)).page.top * 25.4 / 1440)


def test_the_program_s_own_templates_come_first_then_the_office_s(desk: Desk) -> None:
    desk.apply(save())
    there = desk.templates()
    assert [one.id for one in there[:5]] == ["jianbao", "zhengxie", "dongtai", "huikan", "zhuanbao"]
    assert all(one.built_in and one.name for one in there[:5])
    assert [(one.id, one.name, one.base, one.built_in) for one in there[5:]] == [
        (OWN, "我局简报", "jianbao", False)
    ]


def test_a_draft_follows_its_publication_and_what_is_saved(desk: Desk) -> None:
    issue = new_issue(desk)
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    assert top(desk, issue) == 30
    changes = desk.apply(save(25))
    assert top(desk, issue) == 25
    assert changes.touched == {OWN, PUBLICATION, issue.id}
    assert desk.next_issue(PUBLICATION, DAY).template == OWN


def test_every_step_is_taken_back_and_done_again(desk: Desk) -> None:
    issue = new_issue(desk)
    first = desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    second = desk.apply(save(25, "改名的版式"))
    back = desk.apply(second.inverse)
    assert (desk.template(OWN).name, top(desk, issue)) == ("我局简报", 30)
    undone = desk.apply_all([one.inverse for one in reversed(first)])
    assert [one.id for one in desk.templates()][5:] == []
    assert (desk.issue(issue.id).template, desk.outline().publications[0].template) == ("jianbao", "jianbao")
    desk.apply_all([one.inverse for one in reversed(undone)])
    desk.apply(back.inverse)
    assert (desk.template(OWN).name, top(desk, issue)) == ("改名的版式", 25)


def test_an_exported_issue_keeps_its_look_whatever_is_saved_or_chosen_later(
    desk: Desk, tmp_path: Path
) -> None:
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    sent, draft = new_issue(desk), new_issue(desk)
    export(desk, sent, tmp_path)
    changes = desk.apply(save(25))
    assert (top(desk, sent), top(desk, draft)) == (30, 25)
    assert sent.id not in changes.touched
    desk.apply(ChooseTemplate(PUBLICATION, "jianbao"))
    assert (top(desk, sent), top(desk, draft)) == (30, 37)
    assert (desk.look(sent.id).kept, desk.look(draft.id).kept) == (True, False)


def test_an_exported_issue_is_set_anew_only_when_a_person_asks_and_that_is_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    sent = new_issue(desk)
    export(desk, sent, tmp_path)
    desk.apply(ChooseTemplate(PUBLICATION, "jianbao"))
    renewed = desk.apply(RenewLook(sent.id))
    assert (top(desk, sent), desk.issue(sent.id).template) == (37, "jianbao")
    with pytest.raises(UserError, match="follows its publication's template already"):
        desk.apply(RenewLook(sent.id))
    again = desk.apply(renewed.inverse)
    assert (top(desk, sent), desk.issue(sent.id).template) == (30, OWN)
    desk.apply(again.inverse)
    assert top(desk, sent) == 37


def test_an_issue_exported_twice_keeps_the_look_of_the_first_time(desk: Desk, tmp_path: Path) -> None:
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    sent = new_issue(desk)
    export(desk, sent, tmp_path)
    desk.apply(save(25))
    export(desk, sent, tmp_path)
    assert top(desk, sent) == 30


def test_what_was_exported_before_looks_were_kept_keeps_the_program_s_template(
    path: Path, tmp_path: Path
) -> None:
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply(CreatePublication(PUBLICATION, "简报"))
        sent, draft = new_issue(desk), new_issue(desk)
        export(desk, sent, tmp_path)
    make_older(path, 3)
    with Library.open(path) as library:
        desk = Desk(library)
        desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
        assert (top(desk, sent), top(desk, draft)) == (37, 30)


def test_a_wrong_value_is_never_stored(desk: Desk) -> None:
    desk.apply(save(30))
    wrong = template_text.written("我局简报", "jianbao", {"page.top": {"mm": 900, "strength": "规定"}})
    with pytest.raises(UserError, match=r"line 5.*page\.top.*900"):
        desk.apply(SaveTemplate(OWN, "我局简报", "jianbao", wrong))
    assert desk.template(OWN).text == text(30)


@pytest.mark.parametrize("name", ["", "  ", "简报", "别人的版式"])
def test_a_name_is_given_once(desk: Desk, name: str) -> None:
    desk.apply(save(name="别人的版式", template_id=new_id()))
    with pytest.raises(UserError, match=r"no name|already"):
        desk.apply(save(name=name))
    assert len(desk.templates()) == 6


def test_a_template_in_use_is_not_deleted(desk: Desk) -> None:
    desk.apply_all((save(), ChooseTemplate(PUBLICATION, OWN)))
    with pytest.raises(UserError, match="“我局简报” is used by 简报"):
        desk.apply(DeleteTemplate(OWN))
    desk.apply(ChooseTemplate(PUBLICATION, "jianbao"))
    gone = desk.apply(DeleteTemplate(OWN))
    with pytest.raises(UserError, match="no template"):
        desk.apply(ChooseTemplate(PUBLICATION, OWN))
    with pytest.raises(UserError, match="no template"):
        desk.apply(DeleteTemplate(OWN))
    desk.apply(gone.inverse)
    assert desk.template(OWN).text == text()


def test_a_stored_text_of_another_program_falls_back_to_its_base_and_says_so(
    desk: Desk, library: Library
) -> None:
    issue = new_issue(desk)
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    newer = text(30) + "\n[hologram]\nshown = true\n"
    library._db.execute("UPDATE templates SET text = ?, sha256 = ?", [newer, sha256(newer)])
    look = desk.look(issue.id)
    assert top(desk, issue) == 37
    assert str(look.problem).startswith(
        "The template “我局简报” cannot be read by this program (line 7: “hologram"
    )
    assert library.templates.find(OWN).text == newer


def test_what_could_not_be_read_is_put_back_as_it_was(desk: Desk, library: Library) -> None:
    desk.apply(save(30))
    newer = text(30) + "\n[hologram]\nshown = true\n"
    library._db.execute("UPDATE templates SET text = ?, sha256 = ?", [newer, sha256(newer)])
    changes = desk.apply(save(25))
    assert desk.template(OWN).problem is None
    desk.apply(changes.inverse)
    assert library.templates.find(OWN).text == newer


def test_a_base_that_this_program_does_not_have_is_its_first_template(desk: Desk, library: Library) -> None:
    issue = new_issue(desk)
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    library._db.execute("UPDATE templates SET base = 'hologram'")
    assert desk.look(issue.id).base == "jianbao"
    assert desk.look(issue.id).problem is not None


def test_damage_in_the_library_is_found_and_the_base_stands_in(desk: Desk, library: Library) -> None:
    issue = new_issue(desk)
    desk.apply_all((save(30), ChooseTemplate(PUBLICATION, OWN)))
    library._db.execute("UPDATE templates SET text = replace(text, '30', '31')")
    assert top(desk, issue) == 37
    assert "is damaged in the library" in str(desk.look(issue.id).problem)


def test_a_template_is_found_by_its_id_or_its_name(desk: Desk) -> None:
    desk.apply(save())
    assert desk.template_named("我局简报").id == desk.template_named(OWN).id == OWN
    assert desk.template_named("政协信息").id == "zhengxie"
    with pytest.raises(UserError, match=r"There are: 简报 \(jianbao\).*我局简报\."):
        desk.template_named("没有的")


def test_an_unknown_template_in_an_issue_is_told_and_the_first_one_stands_in(desk: Desk) -> None:
    issue = replace(new_issue(desk), id=new_id(), number=9, template="hologram")
    desk.apply(CreateIssue(PUBLICATION, replace(issue, sections=())))
    assert top(desk, issue) == 37
    assert "no template hologram" in str(desk.look(issue.id).problem)

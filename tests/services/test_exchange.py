"""An issue or articles carried to another library and back: nothing is lost, nothing overwritten unasked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.lineage import Relation
from bulletin_desktop.document.model import Issue, Picture, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.services import acts
from bulletin_desktop.services.exchange_compare import Choice, IssueHere
from bulletin_desktop.services.outline import MANUSCRIPTS, ArticleState
from tests.services.offices import Office, article, png


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "ours.db")
    yield office
    office.library.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "theirs.db")
    yield office
    office.library.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "第1期.bulletin"


@pytest.fixture
def issue(ours: Office) -> Issue:
    """An issue of three articles in two sections, here alone."""
    return ours.issue(
        Section(new_id(), "要闻", (article("甲"), article("乙"))), Section(new_id(), "动态", (article("丙"),))
    )


@pytest.fixture
def ids(issue: Issue) -> list[str]:
    return [each.id for each in issue.articles()]


@pytest.fixture
def shared(ours: Office, theirs: Office, issue: Issue, file: Path) -> Issue:
    """The same issue, which they have taken in."""
    theirs.receive(ours.send(file, issue.id))
    return issue


def test_an_issue_comes_whole(ours: Office, theirs: Office, issue: Issue, file: Path) -> None:
    ours.desk.apply(acts.SetState((next(issue.articles()).id,), ArticleState.CHECKED))
    taken = theirs.receive(ours.send(file, issue.id))
    assert theirs.desk.issue(issue.id) == ours.desk.issue(issue.id)
    assert len(taken.added) == 3
    (publication,) = theirs.desk.outline().publications
    assert (publication.name, publication.unit) == ("云溪简报", "县委办")
    states = [row.state for section in theirs.desk.contents(issue.id).sections for row in section.articles]
    assert states == ["checked", "draft", "draft"]


def test_pictures_and_originals_come_along(ours: Office, theirs: Office, file: Path) -> None:
    info = ours.desk.add_picture(png("red"))
    value = ours.issue(Section(new_id(), "", (article("图", Picture(new_id(), info.sha256, 30, 20)),)))
    (own,) = value.articles()
    ours.came(own.id, b"the untouched file")
    theirs.receive(ours.send(file, value.id))
    assert theirs.desk.some_pictures([info.sha256]) == {info.sha256: png("red")}
    kept = theirs.desk.manuscript(own.id)
    assert kept is not None
    assert (kept.contributor, kept.file_name) == ("水利局", "来稿.docx")
    assert theirs.desk.original(kept.original).content == b"the untouched file"


def test_the_offices_own_template_comes_along(ours: Office, theirs: Office, file: Path) -> None:
    own = acts.SaveTemplate(new_id(), "县委办版", "jianbao", "")
    ours.desk.apply(own)
    publication = new_id()
    ours.desk.apply(acts.CreatePublication(publication, "云溪简报", own.id))
    value = ours.issue(Section(new_id(), "", (article(),)), publication=publication)
    theirs.receive(ours.send(file, value.id))
    look = theirs.desk.look(value.id)
    assert (look.id, look.name, look.problem) == (own.id, "县委办版", None)


def test_the_same_issue_gives_the_same_bytes(ours: Office, issue: Issue, tmp_path: Path) -> None:
    one, other = (ours.send(tmp_path / name, issue.id).read_bytes() for name in ("1.bulletin", "2.bulletin"))
    assert one == other


def test_what_was_carried_is_the_same_on_both_sides(
    ours: Office, theirs: Office, shared: Issue, file: Path
) -> None:
    for office, other in ((ours, theirs), (theirs, ours)):
        found = office.look(other.send(file, shared.id))
        assert {row.relation for row in found.articles} == {Relation.SAME}
        assert found.issue is not None
        assert (found.issue.head, found.issue.arrangement) == (Relation.SAME, Relation.SAME)
        assert office.receive(file).changes == ()


def test_what_was_typed_on_one_side_is_newer_there_and_taken(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.type(ids[1], "乙改")
    assert ours.relations(theirs.send(file, shared.id)) == ["same", "newer there", "same"]
    taken = ours.receive(file)
    assert taken.replaced == (ids[1],)
    assert ours.titles(shared.id) == [("要闻", ["甲", "乙改"]), ("动态", ["丙"])]
    assert ours.versions(ids[1]) == ["乙", "乙改"]
    assert ours.desk.revisions(ids[1])[0].name == "同事的版本"
    assert theirs.relations(ours.send(file, shared.id)) == ["same"] * 3


def test_no_clock_decides_what_is_newer(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.now = theirs.now.replace(year=1999)
    theirs.type(ids[0], "甲改")
    assert ours.relations(theirs.send(file, shared.id))[0] == "newer there"


def test_an_older_file_is_known_as_such(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path, tmp_path: Path
) -> None:
    old = theirs.send(tmp_path / "old.bulletin", shared.id)
    ours.type(ids[0], "甲改")
    assert ours.relations(old) == ["newer here", "same", "same"]
    assert ours.receive(old).changes == ()
    assert ours.desk.article(ids[0]).title == "甲改"


def test_typing_after_sending_leaves_what_was_sent_among_the_versions(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    ours.pace = dt.timedelta()  # each save comes at once, so that it may take the former one's place
    for words in ("甲一", "甲二"):
        ours.type(ids[0], words)
    assert ours.versions(ids[0]) == ["甲", "甲二"]
    ours.send(file, shared.id)
    ours.type(ids[0], "甲三")
    assert ours.versions(ids[0]) == ["甲", "甲二", "甲三"]
    assert ours.relations(file)[0] == "newer here"


def test_what_was_changed_on_both_sides_is_asked(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    ours.type(ids[0], "我的")
    theirs.type(ids[0], "他的")
    found = ours.look(theirs.send(file, shared.id))
    assert [row.usual for row in found.articles] == [None, Choice.MINE, Choice.MINE]


@pytest.mark.parametrize(
    ("choice", "titles", "versions"),
    [
        (Choice.THEIRS, ["他的", "乙"], ["甲", "我的", "他的"]),
        (Choice.MINE, ["我的", "乙"], ["甲", "我的", "他的", "我的"]),
        (Choice.BOTH, ["我的", "他的", "乙"], ["甲", "我的"]),
    ],
)
def test_whatever_is_chosen_both_texts_are_still_there_and_it_is_taken_back_in_one(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path,
    choice: Choice, titles: list[str], versions: list[str],
) -> None:  # fmt: skip
    ours.type(ids[0], "我的")
    theirs.type(ids[0], "他的")
    before = ours.desk.issue(shared.id)
    taken = ours.receive(theirs.send(file, shared.id), said={ids[0]: choice})
    assert ours.titles(shared.id)[0] == ("要闻", titles)
    assert ours.versions(ids[0]) == versions
    ours.undo(taken)
    assert ours.desk.issue(shared.id) == before


@pytest.mark.parametrize("choice", list(Choice))
def test_what_was_decided_here_is_newer_for_them(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path, choice: Choice
) -> None:
    ours.type(ids[0], "我的")
    theirs.type(ids[0], "他的")
    ours.receive(theirs.send(file, shared.id), choice)
    theirs.receive(ours.send(file, shared.id))
    assert theirs.desk.issue(shared.id) == ours.desk.issue(shared.id)


def test_a_new_article_comes_beside_the_same_neighbour(
    ours: Office, theirs: Office, shared: Issue, file: Path
) -> None:
    section = shared.sections[0].id
    theirs.desk.apply(acts.AddArticles(section, (article("新"),), 1))
    ours.desk.apply(acts.AddArticles(section, (article("我的"),), 0))
    ours.receive(theirs.send(file, shared.id), Choice.MINE)
    assert ours.titles(shared.id)[0] == ("要闻", ["我的", "甲", "新", "乙"])


def test_an_article_deleted_here_stays_deleted_unless_it_is_asked_for(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    ours.desk.apply(acts.Delete((ids[0],)))
    (row, *_) = ours.look(theirs.send(file, shared.id)).articles
    assert (row.deleted_here, row.usual) == (True, Choice.MINE)
    assert ours.receive(file).changes == ()
    theirs.type(ids[0], "甲改")
    (row, *_) = ours.look(theirs.send(file, shared.id)).articles
    assert row.usual is None
    ours.receive(file, Choice.THEIRS)
    assert ours.titles(shared.id)[0] == ("要闻", ["甲改", "乙"])


def test_an_article_deleted_with_its_section_comes_back_without_its_neighbours(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    ours.desk.apply(acts.Delete((shared.sections[0].id,)))
    theirs.type(ids[1], "乙改")
    before = ours.desk.issue(shared.id)
    taken = ours.receive(theirs.send(file, shared.id), said={ids[1]: Choice.THEIRS})
    assert sorted(ours.titles(shared.id)) == [("动态", ["丙"]), ("要闻", ["乙改"])]
    ours.undo(taken)
    assert ours.desk.issue(shared.id) == before


def test_an_article_deleted_there_stays_here_unless_it_is_asked_for(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.desk.apply(acts.Delete((ids[2],)))
    found = ours.look(theirs.send(file, shared.id))
    assert [(row.title, row.deleted_there, row.usual) for row in found.gone] == [("丙", True, Choice.MINE)]
    ours.receive(file)
    assert ours.titles(shared.id)[1] == ("动态", ["丙"])
    assert ours.receive(file, said={ids[2]: Choice.THEIRS}).deleted == (ids[2],)
    assert ours.titles(shared.id)[1] == ("动态", [])


def test_head_and_arrangement_are_each_a_choice_of_their_own(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    head = theirs.desk.issue(shared.id)
    theirs.desk.apply(acts.UpdateIssue(replace(head, sections=(), date=head.date.replace(day=9))))
    theirs.desk.apply(acts.RenameSection(shared.sections[1].id, "工作动态"))
    theirs.desk.apply(acts.MoveArticles(((ids[0], shared.sections[1].id, 0),)))
    found = ours.look(theirs.send(file, shared.id)).issue
    assert found is not None
    assert (found.head, found.arrangement) == (Relation.NEWER_THERE, Relation.NEWER_THERE)
    assert [(change.title, change.after) for change in found.head_changes] == [("date", "2026-03-09")]
    before = ours.desk.issue(shared.id)
    taken = ours.receive(file)
    assert ours.desk.issue(shared.id) == theirs.desk.issue(shared.id)
    ours.undo(taken)
    assert ours.desk.issue(shared.id) == before
    ours.receive(file, head=Choice.MINE, arrangement=Choice.THEIRS)
    assert ours.titles(shared.id) == theirs.titles(shared.id)
    assert ours.desk.issue(shared.id).date == before.date


def test_what_is_only_here_comes_after_in_their_arrangement(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    ours.desk.apply(acts.AddArticles(shared.sections[0].id, (article("我的"),), 0))
    ours.desk.apply(acts.AddSection(shared.id, Section(new_id(), "我的栏目"), 0))
    theirs.desk.apply(acts.MoveArticles(((ids[1], shared.sections[0].id, 0),)))
    ours.receive(theirs.send(file, shared.id), Choice.THEIRS)
    assert ours.titles(shared.id) == [("要闻", ["乙", "甲", "我的"]), ("动态", ["丙"]), ("我的栏目", [])]


def test_an_issue_in_the_recycle_bin_is_brought_back(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.type(ids[0], "甲改")
    ours.desk.apply(acts.Delete((shared.id,)))
    found = ours.look(theirs.send(file, shared.id))
    assert found.issue is not None
    assert (found.issue.here, found.articles[0].deleted_here) == (IssueHere.DELETED, False)
    assert ours.desk.outline().recycled == 1, "looking changes nothing"
    taken = ours.receive(file)
    assert ours.desk.issue(shared.id) == theirs.desk.issue(shared.id)
    ours.undo(taken)
    assert ours.desk.outline().recycled == 1


def test_an_issue_whose_number_another_has_gets_the_next_one(
    ours: Office, theirs: Office, issue: Issue, file: Path
) -> None:
    theirs.issue(Section(new_id(), "", (article("丁"),)))
    found = theirs.look(ours.send(file, issue.id)).issue
    assert found is not None
    assert (found.here, found.number) == (IssueHere.NUMBER_TAKEN, 2)
    theirs.receive(file)
    (publication,) = theirs.desk.outline().publications
    assert [row.number for row in publication.issues] == [2, 1]


def test_its_articles_can_go_into_the_issue_that_has_the_number(
    ours: Office, theirs: Office, issue: Issue, file: Path
) -> None:
    there = theirs.issue(Section(new_id(), "要闻", (article("丁"),)))
    theirs.receive(ours.send(file, issue.id), into=there.id)
    assert theirs.titles(there.id) == [("要闻", ["丁", "甲", "乙"]), ("动态", ["丙"])]
    (publication,) = theirs.desk.outline().publications
    assert len(publication.issues) == 1


def test_articles_alone_go_to_their_section_or_among_the_manuscripts(
    ours: Office, theirs: Office, shared: Issue, file: Path, tmp_path: Path
) -> None:
    new = article("新")
    theirs.desk.apply(acts.AddArticles(shared.sections[1].id, (new,), 0))
    ours.receive(theirs.send(file, new.id))
    assert ours.titles(shared.id)[1] == ("动态", ["丙", "新"])
    elsewhere = Office(tmp_path / "third.db")
    try:
        elsewhere.receive(file)
        assert elsewhere.titles(MANUSCRIPTS) == [("", ["新"])]
    finally:
        elsewhere.library.close()


def test_manuscripts_come_back_in_the_issue_they_were_put_into(
    ours: Office, theirs: Office, file: Path
) -> None:
    new = article("来稿")
    ours.desk.apply(acts.AddArticles(MANUSCRIPTS, (new,), 0))
    ours.came(new.id, b"file")
    theirs.receive(ours.send(file, new.id))
    value = theirs.issue(Section(new_id(), "要闻"))
    theirs.desk.apply(acts.MoveArticles(((new.id, value.sections[0].id, 0),)))
    taken = ours.receive(theirs.send(file, value.id))
    assert ours.titles(value.id) == [("要闻", ["来稿"])]
    assert ours.titles(MANUSCRIPTS) == [("", [])]
    ours.undo(taken)
    assert ours.titles(MANUSCRIPTS) == [("", ["来稿"])]


def test_taking_in_taken_back_and_done_again_is_the_same(
    ours: Office, theirs: Office, issue: Issue, file: Path
) -> None:
    taken = theirs.receive(ours.send(file, issue.id))
    stood = theirs.desk.issue(issue.id)
    back = theirs.desk.apply_all(change.inverse for change in reversed(taken.changes))
    assert theirs.desk.outline().publications == ()
    theirs.desk.apply_all(change.inverse for change in reversed(back))
    assert theirs.desk.issue(issue.id) == stood


def test_a_damaged_article_here_is_mended_by_theirs(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.send(file, shared.id)
    with ours.library.writing():
        ours.library._db.execute("UPDATE article_bodies SET json = 'x'")
    (row, *_) = ours.look(file).articles
    assert (row.damaged, row.usual) == (True, Choice.THEIRS)
    ours.receive(file)
    assert [each.title for each in ours.desk.issue(shared.id).articles()] == ["甲", "乙", "丙"]


def test_an_issue_and_an_article_are_two_files(
    ours: Office, issue: Issue, ids: list[str], file: Path
) -> None:
    with pytest.raises(UserError, match="One file holds one issue, or articles"):
        ours.send(file, issue.id, ids[0])
    assert not file.exists()


def test_a_number_that_is_given_leaves_everything_as_it_was(
    ours: Office, theirs: Office, shared: Issue, ids: list[str], file: Path
) -> None:
    theirs.type(ids[0], "甲改")
    theirs.desk.apply(acts.UpdateIssue(replace(theirs.desk.issue(shared.id), sections=(), number=5)))
    (publication,) = ours.desk.outline().publications
    other = ours.issue(Section(new_id()), publication=publication.id)
    ours.desk.apply(acts.UpdateIssue(replace(other, sections=(), number=5)))
    before = ours.desk.issue(shared.id)
    theirs.send(file, shared.id)
    with pytest.raises(UserError, match="already has an issue 5"):
        ours.receive(file)
    assert ours.desk.issue(shared.id) == before

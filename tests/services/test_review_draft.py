"""A review under way comes back exactly, from parts of which a correction writes only what it changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin_desktop import paths
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Cell, CellAlign, Mark, Span, Table
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.intake import choosing, recleaning, review
from bulletin_desktop.intake.cleaner import ALL, Cleaner, Rule
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import (
    Change,
    Doubt,
    Facts,
    Fate,
    Kept,
    Label,
    Marked,
    ReadLine,
    Recognition,
    Sender,
    Why,
)
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.intake.source import Comment, Look, Style, Told
from bulletin_desktop.services import review_draft
from bulletin_desktop.services.manuscripts import read_text
from bulletin_desktop.services.review_draft import ReviewDraft, ReviewParts
from bulletin_desktop.services.spool import LastingSpool

PICTURE = b"\x89PNG of a kind"


@pytest.fixture
def spool(tmp_path: Path) -> LastingSpool:
    return LastingSpool(tmp_path / "library.db")


@pytest.fixture
def pile() -> Recognition:
    sample = (paths.resources() / "samples" / "sample-bulletin.txt").read_text(encoding="utf-8")
    return read_text(sample, "来稿.txt")


def again(parts: dict[str, str], spool: LastingSpool) -> ReviewDraft:
    draft, lost = review_draft.read(parts, spool)
    assert lost == ()
    return draft


def full(origin: str) -> Recognition:
    """A recognition with something in every field."""
    table = Table(new_id(), (500, 500), ((Cell((Span("表", frozenset({Mark.BOLD})),)), Cell(columns=1)),), 1)
    change = Change(1, 2, "，", Rule.HALFWIDTH_PUNCTUATION, (Change(1, 2, "､", "other"),))
    lines = (
        ReadLine(1, "标 题", "标\n题", (Change(1, 2, "\n", "headline-break"),), Label.HEADLINE, starts=True),
        ReadLine(
            2,
            "文,字",
            "文，字",
            (change,),
            doubt=Doubt.ROLE,
            confidence=0.123456789,
            look=Look(Style.HEADING, 2, CellAlign.CENTER, 16.5, True, "仿宋", 2, True),
            marks=(Marked(0, 1, frozenset({Mark.BOLD, Mark.KAITI})),),
            kept=(Kept(0, 1, "halfwidth-punctuation"),),
            decided=True,
        ),
        ReadLine(3, "续行", "续行", joins=True),
        ReadLine(4, "表", "表", label=Label.TABLE, content=table),
        ReadLine(5, "图一", "图一", label=Label.PICTURE, content=FoundPicture(PICTURE, 800, 600, "图一")),
        ReadLine(6, "", "", label=Label.PICTURE, content=FoundPicture(None)),
        ReadLine(7, "", "", label=Label.PICTURE, content=FoundPicture(Path("a/图.png"), 1, 2)),
        ReadLine(8, "扫一扫\ud800", "扫一扫", label=Label.ASIDE, why=Why.WEB_NOISE),
    )
    return Recognition(
        "甲/乙.docx",
        lines,
        origin,
        Facts("简报", "办公室", 3, 103, "2026-03-01", "柳湾镇", "王某", "0000"),
        ((Told.COMMENTS, 2), (Told.PICTURES, 1)),
        (Comment("批注", "某", "2026-01-01T00:00:00", "文"), Comment("二")),
        ((1, Fate.REJECTED),),
        ((1, Sender("柳湾镇", "王某", "0000")),),
    )


def test_everything_comes_back(spool: LastingSpool) -> None:
    draft = ReviewDraft(
        (full(spool.put(b"original")), full("")),
        Settings(ALL - {Rule.HALFWIDTH_PUNCTUATION}, (("甲", "乙"),), NotePlacement.INLINE),
        frozenset({(0, 1), (1, 3)}),
        (("坏.doc", "打不开。"),),
        (1, 4),
        (new_id(),),
    )
    assert again(ReviewParts(spool).parts(draft), spool) == draft


def test_a_correction_writes_the_lines_it_changed_and_nothing_else(
    pile: Recognition, spool: LastingSpool
) -> None:
    made = ReviewParts(spool)
    before = made.parts(ReviewDraft((pile, pile), Settings()))
    corrected = review.relabel(pile, (5,), Label.HEADING1)
    after = made.parts(ReviewDraft((pile, corrected), Settings(), place=(1, 5)))
    changed = {name for name in after if after[name] is not before.get(name) and after[name] != before[name]}
    assert changed == {"review", "line 1 4"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(range(8)), st.integers(1, 60), st.integers(1, 60)), max_size=12)
)
def test_whatever_was_corrected_comes_back(
    steps: list[tuple[int, int, int]], pile: Recognition, spool: LastingSpool
) -> None:
    made, now, wanted = ReviewParts(spool), pile, Settings()
    for deed, one, other in steps:
        match deed:
            case 0:
                now = review.relabel(now, (one, other), list(Label)[other % 15])
            case 1:
                now = review.set_aside(now, (one, other))
            case 2:
                now = review.restore(now, (one, other))
            case 3:
                now = review.split(now, one)
            case 4:
                now = review.merge(now, (one, other))
            case 5:
                now = review.move_boundary(now, one, other % 2 == 0)
            case 6:
                now = choosing.with_fate(now, one, list(Fate)[other % 2])
            case 7:
                off = Settings(wanted.rules ^ {list(Rule)[other % len(Rule)]})
                now = recleaning.recleaned(now, off, wanted, Cleaner(off.rules, off.replacements))
                wanted = off
        draft = ReviewDraft((now,), wanted, place=(0, one))
        assert again(made.parts(draft), spool) == draft


def test_a_picture_is_kept_once_and_named_with_the_original(spool: LastingSpool) -> None:
    origin = spool.put(b"original")
    parts = ReviewParts(spool).parts(ReviewDraft((full(origin), full(origin)), Settings()))
    held = json.loads(parts["holds"])
    assert sorted(held) == sorted(path.name for path in spool.path(origin).parent.iterdir())
    assert len(held) == 2


def test_what_is_gone_beside_the_library_costs_no_text(spool: LastingSpool) -> None:
    draft = ReviewDraft((full(spool.put(b"original")),), Settings())
    parts = ReviewParts(spool).parts(draft)
    spool.keep_only(())
    found, lost = review_draft.read(parts, spool)
    assert lost == ("甲/乙.docx",)
    (recognition,) = found.recognitions
    assert recognition.origin == ""
    assert [line.original for line in recognition.lines] == [
        line.original for line in draft.recognitions[0].lines
    ]
    assert recognition.lines[4].content == FoundPicture(b"", 800, 600, "图一")


def test_what_a_newer_version_wrote_is_not_read_as_ours(spool: LastingSpool) -> None:
    parts = ReviewParts(spool).parts(ReviewDraft((full(""),), Settings()))
    later = {**parts, "review": json.dumps({**json.loads(parts["review"]), "version": 2})}
    with pytest.raises(IllegalDocument):
        review_draft.read(later, spool)
    assert review_draft.newer(later)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("review", "[]"),
        ("review", None),
        ("line 0 1", None),
        ("line 0 1", '{"number":2,"original":"文","label":"body","confidence":1.0,"later":1}'),
        ("line 0 1", '{"number":2,"original":"文","label":"unheard-of","confidence":1.0}'),
        ("line 0 1", '{"number":"2","original":"文","label":"body","confidence":1.0}'),
        (
            "line 0 3",
            '{"number":4,"original":"","label":"table","confidence":1.0,"table":{"kind":"page-break"}}',
        ),
        ("file 0", '{"source":1,"origin":""}'),
        ("settings", "{"),
    ],
)
def test_what_is_not_known_is_refused(name: str, text: str | None, spool: LastingSpool) -> None:
    parts = ReviewParts(spool).parts(ReviewDraft((full(""),), Settings()))
    if text is None:
        del parts[name]
    else:
        parts[name] = text
    with pytest.raises(IllegalDocument):
        review_draft.read(parts, spool)
    assert not review_draft.newer(parts)

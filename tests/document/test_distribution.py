"""Mailing lists: what is typed or pasted comes apart into names and copies, and prints as it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document import distribution
from bulletin_desktop.document.distribution import MailingLists, Recipient, lists_of, parted, read
from bulletin_desktop.document.model import Imprint


def names(text: str) -> list[str]:
    return [each.name for each in read(text)]


def counted(text: str) -> list[tuple[str, int]]:
    return [(each.name, each.copies) for each in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("、，。", []),
        ("市委办公室、市政府办公室", ["市委办公室", "市政府办公室"]),
        ("市委办公室\n市政府办公室\n\n", ["市委办公室", "市政府办公室"]),
        ("省政协办公厅，市委、市政府领导。", ["省政协办公厅", "市委", "市政府领导"]),
        ("各县（市、区）政协，市直有关单位", ["各县（市、区）政协", "市直有关单位"]),
        ("各县（市、区政协，市直", ["各县（市", "区政协", "市直"]),
        ("报：市委办公室\n抄送: 市纪委；市委组织部", ["市委办公室", "市纪委", "市委组织部"]),
        ("市委办公室　市政府办公室  市政协", ["市委办公室", "市政府办公室", "市政协"]),
        ("World Bank, 北京办事处", ["World Bank", "北京办事处"]),
    ],
)
def test_a_text_comes_apart_into_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委办公室×2", [("市委办公室", 2)]),
        ("市委办公室 x 12", [("市委办公室", 12)]),
        ("市委办公室（2份）、市纪委(3份)", [("市委办公室", 2), ("市纪委", 3)]),
        ("市委办公室2份，市纪委 3", [("市委办公室", 2), ("市纪委", 3)]),
        ("市委办公室２份", [("市委办公室", 2)]),
        ("1\t市委办公室\t2\n2\t市纪委\t3份", [("市委办公室", 2), ("市纪委", 3)]),
        ("市委办公室\t市纪委", [("市委办公室", 0), ("市纪委", 0)]),
        ("市直单位各1份", [("市直单位各1份", 0)]),
        ("市委办公室（10000份）", [("市委办公室（10000份）", 0)]),
        ("2份", [("2份", 0)]),
        ("Linux2", [("Linux2", 0)]),
        ("市第2中学", [("市第2中学", 0)]),
    ],
)
def test_copies_are_understood_as_offices_write_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert counted(text) == expected


NAME = st.text("市委政府办公室纪检组", min_size=1, max_size=8)


@given(st.lists(NAME, min_size=1, max_size=8), st.lists(st.sampled_from("，、；"), min_size=8, max_size=8))
def test_what_was_printed_prints_again_mark_for_mark(parts: list[str], marks: list[str]) -> None:
    text = parts[0] + "".join(mark + name for mark, name in zip(marks, parts[1:], strict=False))
    for whole in (text, f"{text}。"):
        assert lists_of(Imprint(send_to=whole)).printed("send_to") == whole


@given(st.text("报送：市、（）份2×x\t\n，。 　", max_size=40))
def test_whatever_is_pasted_gives_names_of_one_line(text: str) -> None:
    for each in read(text):
        assert each.name
        assert each.name == each.name.strip()
        assert "\n" not in each.name
        assert 0 <= each.copies <= distribution.MOST_COPIES


def test_printed_copies_stay_in_print() -> None:
    lists = lists_of(Imprint(report_to="市委（3份）、市政府（2份）"))
    assert lists.counted == 5
    assert lists.printed("report_to") == "市委（3份）、市政府（2份）"


def test_copies_of_known_names_are_remembered() -> None:
    known = MailingLists(send_to=(Recipient("市委", 3), Recipient("市政府", 2)), spare=4)
    assert known.total == 9
    lists = lists_of(Imprint(send_to="市政府，市纪委"), known)
    assert lists.send_to == (Recipient("市政府", 2), Recipient("市纪委", 0, "，"))
    assert lists_of(Imprint(send_to="市委，市政府"), known).send_to == known.send_to


def test_without_copies_there_is_no_total() -> None:
    assert MailingLists(send_to=(Recipient("市委"),), spare=4).total == 0


def test_a_new_name_gets_the_mark_of_the_list() -> None:
    rows = (*read("市委、市政府、市政协"), Recipient("市纪委"))
    assert MailingLists(rows).printed("report_to") == "市委、市政府、市政协、市纪委"


def test_a_name_that_stands_twice_is_found() -> None:
    assert distribution.repeated(read("市委、市政府、市委")) == "市委"
    assert distribution.repeated(read("市委、市政府")) == ""


def test_one_recipient_may_be_long() -> None:
    name = "云溪市推进乡村振兴战略实施工作领导小组办公室" * 9
    assert parted(f"{name}×9999") == (name, 9999)

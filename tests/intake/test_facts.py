"""What mastheads, imprints and submission forms say, as data."""

from __future__ import annotations

import pytest

from bulletin_desktop.document.model import Cell, Span, Table
from bulletin_desktop.intake.recogniser import recognise, recognise_source
from bulletin_desktop.intake.recognition import Facts, Label, Why
from bulletin_desktop.intake.source import Source, plain

PROSE = "3月12日，市政协召开主席会议，传达学习有关会议精神，研究部署下半年重点工作。"
ARTICLE = ("市政协召开主席会议", PROSE)


def _facts(*lines: str) -> Facts:
    return recognise("\n".join(lines)).facts


def _table(rows: tuple[tuple[str, str], ...]) -> Table:
    return Table("1", (500, 500), tuple(tuple(Cell((Span(text),)) for text in row) for row in rows))


def test_a_masthead_says_what_issue_it_is() -> None:
    lines = (
        "江 州 政 协 简 报",
        "第12期（总第345期）",
        "政协江州市委员会办公室编印   2024年5月10日",
        "",
        *ARTICLE,
    )
    assert _facts(*lines) == Facts("江州政协简报", "政协江州市委员会办公室", 12, 345, "2024-05-10")


@pytest.mark.parametrize(
    ("line", "number", "running"),
    [
        ("2024年第5期（总第128期）", 5, 128),
        ("〔2024〕第21期", 21, 0),
        ("第三十二期", 32, 0),
        ("第七期　总第一百零二期", 7, 102),
    ],
)
def test_numbers_of_issues_are_read(line: str, number: int, running: int) -> None:
    found = _facts("政务信息", line, "临沮县政府办公室   2024年5月10日", "", *ARTICLE)
    assert (found.number, found.running_number) == (number, running)


@pytest.mark.parametrize("date", ["二〇二四年五月十日", "二○二四年五月十日", "2024年5月10日", "2024-05-10"])
def test_dates_come_as_iso(date: str) -> None:
    assert _facts("政务信息", "第3期", f"临沮县政府办公室   {date}", "", *ARTICLE).date == "2024-05-10"


def test_a_date_that_is_none_is_left_out() -> None:
    assert _facts("政务信息", "第3期", "临沮县政府办公室   2024年15月40日", "", *ARTICLE).date == ""


def test_the_first_of_several_issues_counts() -> None:
    one = ("政务信息", "第3期", "临沮县政府办公室   2024年5月10日", "", *ARTICLE, "")
    two = ("政务信息", "第4期", "临沮县政府办公室   2024年6月10日", "", *ARTICLE)
    assert (_facts(*one, *two).number, _facts(*one, *two).date) == (3, "2024-05-10")


def test_a_form_says_who_sent_it() -> None:
    form = ("报送单位：禾阳县政协办公室　　联系人：丁 松", "联系电话：0997-6610023　报送时间：2024年5月8日")
    found = _facts(*form, "", *ARTICLE)
    assert (found.contributor, found.author, found.phone) == ("禾阳县政协办公室", "丁松", "0997-6610023")
    assert found.date == "2024-05-08"


def test_a_form_in_brackets_at_the_end_is_one() -> None:
    recognition = recognise(
        "\n".join([*ARTICLE, "（报送单位：禾阳县政协 联系人：丁松年 电话：0997-6610023）"])
    )
    assert recognition.facts.contributor == "禾阳县政协"
    assert recognition.facts.phone == "0997-6610023"
    assert recognition.lines[-1].why == Why.FORM


def test_a_form_as_a_table_is_set_aside_and_read() -> None:
    rows = (("报送单位", "禾阳县政协"), ("姓 名", "丁松年"), ("联系电话", "0997-6610023"))
    table = _table(rows)
    recognition = recognise_source(Source((table, *plain(ARTICLE).items)))
    assert (recognition.lines[0].label, recognition.lines[0].why) == (Label.ASIDE, Why.FORM)
    assert recognition.facts.contributor == "禾阳县政协"
    assert (recognition.facts.author, recognition.facts.phone) == ("丁松年", "0997-6610023")
    assert [line.number for line in recognition.lines if line.starts] == [2]


def test_a_table_of_figures_is_no_form() -> None:
    rows = (("单位", "采用数"), ("禾阳县", "41"))
    table = _table(rows)
    recognition = recognise_source(Source((*plain(ARTICLE).items, table)))
    assert recognition.lines[-1].label is Label.TABLE


def test_what_several_forms_do_not_agree_on_is_left_empty() -> None:
    first = ("报送单位：禾阳县政协", "联系人：丁松年", "", *ARTICLE, "")
    second = ("报送单位：青岗区政协", "联系人：丁松年", "", *ARTICLE)
    found = _facts(*first, *second)
    assert (found.contributor, found.author) == ("", "丁松年")


def test_a_notices_telephone_is_text() -> None:
    recognition = recognise("\n".join(["关于报送材料的通知", PROSE, "联系人：丁松年，电话：0997-6610023。"]))
    assert recognition.facts == Facts()
    assert recognition.lines[-1].label is Label.BODY

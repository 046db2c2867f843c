"""A document's text as Word shows it with all changes accepted."""

from __future__ import annotations

import pytest

from tests.intake.docx.making import p, r, source, texts, told

_BEGIN, _THEN, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def _code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("渠首开闸") + p("") + p("水到田头"), ["渠首开闸", "", "水到田头"]),
        ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>", ["甲\t乙", "丙"]),
        ("<w:p><w:r><w:t>甲</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t></w:r></w:p>", ["甲-乙"]),
        (f"<w:p><w:hyperlink>{r('链接')}</w:hyperlink><w:smartTag>{r('甲')}</w:smartTag></w:p>", ["链接甲"]),
        (f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>", ["甲"]),
        (f"<w:p><w:sdt><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt></w:p>", ["甲"]),
        (f"<w:p><w:r><w:ruby><w:rt>{r('qú')}</w:rt><w:rubyBase>{r('渠')}</w:rubyBase></w:ruby></w:r></w:p>",
         ["渠"]),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', ["√"]),
    ],
)  # fmt: skip
def test_text_is_what_stands_there(body: str, expected: list[str]) -> None:
    assert texts(source(body)) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (_BEGIN + _code(" DATE ") + _THEN + r("3月1日") + _END, "3月1日"),
        ('<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>", "7"),
        (_BEGIN + _code(" IF ") + _BEGIN + _code(" DATE ") + _THEN + r("藏") + _END + _code(" = 1 ") + _THEN
         + r("见") + _END, "见"),
        (_BEGIN + _code(" XE 藏 ") + _END + r("见"), "见"),
        (_BEGIN + _code(" DATE ") + r("没有结束"), "没有结束"),
        (_BEGIN + _code(r" EQ \o\ac(○,3) ") + _END, "③"),
        (_BEGIN + _code(" MACROBUTTON NoMacro [在此输入] ") + _END, "[在此输入]"),
    ],
)  # fmt: skip
def test_a_field_is_the_text_it_shows_and_never_its_code(inside: str, expected: str) -> None:
    assert texts(source(f"<w:p>{inside}</w:p>")) == [expected]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(pīn),拼)', "拼"),
        (r"eq \o\ac(○,正)", "正"),
        (r"EQ \o\ac(○,12)", "⑫"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(3,x)", "3√x"),
        (r"EQ \o(\s\up 6(上),\s\do 2(下))", "上下"),
        (r"EQ \a \al \co2 \vs3 \hs3(甲,乙)", "甲 乙"),
        (r"EQ \x(文字)", "文字"),
        ("EQ (", "("),
    ],
)
def test_old_equations_are_what_they_show(code: str, expected: str) -> None:
    inside = _code(code.replace('"', "&quot;"))
    assert texts(source(f"<w:p>{_BEGIN}{inside}{_END}</w:p>")) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p>{r('甲')}<w:del>{r('乙')}</w:del><w:ins>{r('丙')}</w:ins></w:p>", ["甲丙"]),
        (f"<w:p><w:ins>{r('甲')}<w:del>{r('乙')}</w:del></w:ins></w:p>", ["甲"]),
        (p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙"), ["甲乙"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('乙')}</w:del></w:p>" + p("丙"), ["丙"]),
        (f"<w:p><w:moveFrom>{r('甲')}</w:moveFrom>{r('乙')}<w:moveTo>{r('甲')}</w:moveTo></w:p>", ["乙甲"]),
    ],
)  # fmt: skip
def test_deletions_are_gone_and_insertions_are_there(body: str, expected: list[str]) -> None:
    assert texts(source(body)) == expected


def test_tracked_changes_are_told() -> None:
    body = f"<w:p>{r('甲')}<w:del>{r('乙')}</w:del><w:ins>{r('丙')}</w:ins><w:ins>{r('丁')}</w:ins></w:p>"
    assert told(source(body)) == {"insertions": 1, "deletions": 1}

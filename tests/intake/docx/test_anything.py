"""Whatever stands in a document, what is read of it is legal, or it is refused in a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.document.model import Span, Table
from bulletin_desktop.document.schema import check, one_line
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.docx import read
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Line
from tests.intake.docx.making import one_list, package

_OUTER = (
    "w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:moveFrom",
    "w:customXml", "w:r", "w:hyperlink", "w:smartTag", "w:pPr", "w:rPr", "w:numPr", "w:txbxContent", "w:pict",
    "v:shape", "w:drawing",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:f", "m:num", "m:sSup", "m:e", "w:ruby",
    "w:rubyBase", "w:tcPr", "w:trPr", "w:fldSimple", "w:sectPr", "w:p w:pPr", "w:p w:r w:t",
    "w:tbl w:tr w:tc",
)  # fmt: skip
_LEAVES = (
    "<w:t>文字</w:t>", "<w:t>\uf0fc a\u2028b</w:t>", "<w:delText>删</w:delText>", "<w:tab/>", "<w:br/>",
    "<w:cr/>",
    '<w:br w:type="page"/>', '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:sym w:char="zz"/>',
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>', "<w:instrText> EQ \\o\\ac(○,3) </w:instrText>",
    "<w:instrText> SYMBOL 99999999 </w:instrText>", '<w:numId w:val="1"/>', '<w:ilvl w:val="7"/>',
    '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="-1"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>',
    '<w:gridBefore w:val="2"/>', '<w:footnoteReference w:id="1"/>', '<w:commentRangeStart w:id="1"/>',
    '<w:commentRangeEnd w:id="1"/>', '<v:imagedata r:id="none"/>', '<v:textpath string="字"/>', "<w:vanish/>",
    '<w:vertAlign w:val="superscript"/>', '<w:sz w:val="x"/>', '<w:outlineLvl w:val="12"/>', "<w:del/>",
    '<w:altChunk r:id="none"/>', "<m:t>x</m:t>", '<w:framePr w:dropCap="drop"/>', "text",
)  # fmt: skip


def _around(inside: tuple[str, list[str]]) -> str:
    names, children = inside
    text = "".join(children)
    for name in reversed(names.split()):
        text = f"<{name}>{text}</{name}>"
    return text


MARKUP = st.recursive(
    st.sampled_from(_LEAVES),
    lambda inner: st.tuples(st.sampled_from(_OUTER), st.lists(inner, max_size=5)).map(_around),
    max_leaves=30,
)


@given(st.lists(MARKUP, max_size=6))
def test_any_markup_is_read_or_refused(body: list[str]) -> None:
    content = package(
        "".join(body),
        numbering=one_list("chineseCounting", "%1、"),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>',
        comments='<w:comment w:id="1"><w:p/></w:comment>',
    )
    try:
        found = read(File("稿件.docx", content))
    except UserError:
        return
    for item in found.items:
        if isinstance(item, Table):
            check(item)
        elif isinstance(item, Line):
            _check(item, len(found.notes))


def _check(line: Line, notes: int) -> None:
    assert all(isinstance(span, Span) and span.text for span in line.spans)
    assert one_line(line.text.replace("\t", " ")) == line.text.replace("\t", " ")
    assert 0 <= line.look.numbered <= len(line.text)
    assert all(0 <= place <= len(line.text) and note < notes for place, note in line.notes)

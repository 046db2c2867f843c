"""Pictures, text boxes, charts and objects: each once, where it is anchored; told where it is not kept."""

from __future__ import annotations

from bulletin_desktop.intake.pasted import FoundPicture
from tests.intake.docx.making import SPACES, around, p, r, source, texts, told

PICTURE = b"\x89PNG\r\n\x1a\nnot looked at here"
LINKS = (
    ("r1", "image", "media/a.png"),
    ("r2", "image", "http://127.0.0.1/a.png"),
    ("r3", "image", "media/no.png"),
)
FILES = {"word/media/a.png": PICTURE, "word/media/b.emf": b"emf"}


def pic(key: str = "r1", attribute: str = "embed") -> str:
    return (
        f'<pic:pic><pic:blipFill><a:blip r:{attribute}="{key}"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:ext cx="7200000" cy="3600000"/></a:xfrm></pic:spPr></pic:pic>'
    )


def drawing(inside: str, where: str = "inline") -> str:
    graphic = around("a:graphic a:graphicData", inside)
    extent = '<wp:extent cx="3600000" cy="1800000"/>'
    return around(f"w:drawing wp:{where}", f"{extent}<wp:docPr/>{graphic}")


def vml(inside: str) -> str:
    return around("w:pict v:shape", inside)


def box(text: str) -> str:
    return f"<w:txbxContent>{text if text.startswith('<') else p(text)}</w:txbxContent>"


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def test_a_picture_stands_where_it_is_anchored_with_its_size() -> None:
    body = f"<w:p>{run(drawing(pic()))}</w:p>" + p("图下")
    assert source(body, LINKS, FILES).items[0] == FoundPicture(PICTURE, 1000, 500)


def test_a_picture_before_the_text_stays_before_it_and_others_behind() -> None:
    before = f"<w:p>{run(drawing(pic()))}{r('文')}</w:p>"
    assert texts(source(before, LINKS, FILES)) == ["FoundPicture", "文"]
    after = f"<w:p>{r('文')}{run(drawing(pic()))}{r('字')}</w:p>"
    assert texts(source(after, LINKS, FILES)) == ["文字", "FoundPicture"]
    anchored = f"<w:p>{run(drawing(pic(), 'anchor'))}{r('文')}</w:p>"
    assert texts(source(anchored, LINKS, FILES)) == ["文", "FoundPicture"]


def test_pictures_that_are_linked_or_missing_are_told() -> None:
    body = f"<w:p>{run(drawing(pic('r2', 'link')))}{run(drawing(pic('r3')))}{run(drawing(pic('none')))}</w:p>"
    assert told(source(body, LINKS, FILES)) == {"pictures": 2, "web-pictures": 1}


def test_a_picture_of_word_97_has_its_shape_s_size() -> None:
    shape = '<w:pict><v:shapetype><v:imagedata r:id="none"/></v:shapetype>' + (
        '<v:shape style="width:72pt;height:36pt"><v:imagedata r:id="r1"/></v:shape></w:pict>'
    )
    assert source(f"<w:p>{run(shape)}</w:p>", LINKS, FILES).items == (FoundPicture(PICTURE, 254, 127),)


def test_what_stands_there_twice_for_older_programs_is_taken_once() -> None:
    new = drawing(around("wps:wsp wps:txbx", box("框内")))
    old = around("mc:Fallback", vml(around("v:textbox", box("框内"))))
    both = f'<mc:Choice Requires="wps">{new}</mc:Choice>{old}'
    found = source(f"<w:p>{r('锚')}{run(around('mc:AlternateContent', both))}</w:p>")
    assert (texts(found), told(found)) == (["锚", "框内"], {"text-boxes": 1})


def test_of_what_is_not_known_the_fallback_is_taken() -> None:
    both = f'<mc:Choice Requires="cx1"><w:drawing/></mc:Choice>{around("mc:Fallback", drawing(pic()))}'
    body = around("w:p w:r mc:AlternateContent", both)
    assert texts(source(body, LINKS, FILES)) == ["FoundPicture"]


def test_boxes_of_a_group_are_taken_one_by_one_and_their_margins_are_not() -> None:
    shapes = "".join(
        f"<wps:wsp><wps:txbx>{box(p('') + p(text) + p(''))}</wps:txbx></wps:wsp>" for text in ("甲", "乙")
    )
    found = source(f"<w:p>{run(drawing(f'<wpg>{shapes}{pic()}</wpg>'))}</w:p>", LINKS, FILES)
    assert texts(found) == ["甲", "乙", "FoundPicture"]
    assert told(found) == {"text-boxes": 2}


def test_a_field_of_a_box_does_not_reach_outside() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    shape = vml(around("v:textbox", box(f"<w:p>{begin}</w:p>")))
    assert texts(source(f"<w:p>{run(shape)}{r('外')}</w:p>")) == ["外"]


def test_word_art_is_its_words() -> None:
    shape = '<w:pict><v:shape><v:textpath string="政协简报"/></v:shape></w:pict>'
    assert texts(source(f"<w:p>{run(shape)}</w:p>")) == ["政协简报"]


def test_a_caption_below_a_picture_is_the_picture_s() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    body = f"<w:p>{run(drawing(pic()))}</w:p>" + p("图1  渠首开闸", "pStyle=c") + p("表1 户数", "pStyle=c")
    picture, line = source(body, LINKS, FILES, styles=styles).items
    assert (picture.caption, line.text) == ("图1 渠首开闸", "表1 户数")


def test_words_of_charts_and_diagrams_are_kept() -> None:
    def words(text: str) -> str:
        return around("a:p a:r a:t", text)

    title = around("c:title", words("办结情况"))
    names = around("c:cat c:strCache c:pt c:v", "一季度")
    figures = around("c:val c:numCache c:pt c:v", "12")
    chart = f"<c:chartSpace {SPACES}>{title}{names}{figures}</c:chartSpace>"
    data = f"<dgm:dataModel {SPACES}>{words('受理')}{words('办理')}</dgm:dataModel>"
    links = (("k1", "chart", "charts/c.xml"), ("k2", "diagramData", "diagrams/d.xml"))
    shapes = drawing('<c:chart r:id="k1"/>') + drawing('<dgm:relIds r:dm="k2"/>')
    found = source(
        around("w:p w:r", shapes), links, {"word/charts/c.xml": chart, "word/diagrams/d.xml": data}
    )
    assert (texts(found), told(found)) == (["办结情况", "一季度", "受理", "办理"], {"drawings": 2})


def test_lines_and_objects_are_told_and_what_an_object_shows_is_kept() -> None:
    image = around("v:shape", '<v:imagedata r:id="r4"/>')
    sheet = around("w:object", f'{image}<o:OLEObject ProgID="Excel.Sheet.12"/>')
    body = around("w:p w:r", "<w:pict><v:line/></w:pict>" + sheet)
    found = source(body, (("r4", "image", "media/b.emf"),), FILES)
    assert (texts(found), told(found)) == (["FoundPicture"], {"drawings": 1, "objects": 1})


def test_deleted_drawings_are_gone() -> None:
    shape = vml(around("v:textbox", box("框内")))
    found = source(f"<w:p><w:del>{run(drawing(pic()))}{run(shape)}</w:del>{r('文')}</w:p>", LINKS, FILES)
    assert texts(found) == ["文"]


def test_pictures_of_cells_stand_behind_their_table() -> None:
    cells = f"<w:tc><w:p>{run(drawing(pic()))}</w:p></w:tc><w:tc>{p('说明')}</w:tc>"
    found = source(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{p('文')}", LINKS, FILES)
    assert (texts(found), told(found)) == (["Table", "FoundPicture", "文"], {"cell-pictures": 1})


def test_equations_are_one_line_with_raised_and_lowered_characters() -> None:
    def e(name: str, text: str) -> str:
        return around(f"m:{name} m:r m:t", text)

    square = around("m:sSup", e("e", "r") + e("sup", "2"))
    half = around("m:f", e("num", "a+b") + e("den", "2"))
    root = around("m:rad", "<m:deg/>" + e("e", "x"))
    parts = f"{around('m:r m:t', 'S=π')}{square}{around('m:r m:t', '+')}{half}{root}"
    found = source(f"<w:p>{r('面积')}{around('m:oMath', parts)}</w:p>")
    assert (texts(found), told(found)) == (["面积S=πr2+(a+b)/2√x"], {"equations": 1})
    assert [span.text for span in found.items[0].spans if span.marks] == ["2"]

"""Pictures in the Word file: one part each, shown inline with their caption as description."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import zipfile

import docx
import pytest
from PIL import Image

from bulletin_desktop.document.model import (
    Article,
    Block,
    Issue,
    Masthead,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
)
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.docx.writer import DocxWriter
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.drawings import emf, wmf

ID = "01J0000000000000000000000Z"
NOW = dt.datetime(2026, 2, 3, 8, 30, tzinfo=dt.UTC)


def content(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), (10, 120, 60)).save(out, kind)
    return out.getvalue()


PNG, JPEG = content("PNG"), content("JPEG")
PICTURES = {hashlib.sha256(each).hexdigest(): each for each in (PNG, JPEG)}
OF_PNG, OF_JPEG = PICTURES


def picture(key: str, sha256: str = OF_PNG, caption: str = "图1　<春耕> & “用水”") -> Picture:
    return Picture(key, sha256, 800, 400, caption)


def written(*blocks: Block, pictures: dict[str, bytes] = PICTURES) -> zipfile.ZipFile:
    article = Article("a", ("春耕用水调查",), blocks=blocks)
    head = Masthead("云溪简报")
    issue = Issue("i", "简报", 2026, 3, dt.date(2026, 2, 3), head, sections=(Section("s", "", (article,)),))
    layout = Typesetter(template.load("jianbao"), FileMeasures()).layout(issue)
    data, anchors = DocxWriter().content(layout, issue, ID, NOW, pictures)
    assert len({anchor.bookmark for anchor in anchors}) == len(anchors)
    return zipfile.ZipFile(io.BytesIO(data))


def document(file: zipfile.ZipFile) -> str:
    return file.read("word/document.xml").decode("utf-8")


def test_each_picture_is_one_part_however_often_it_is_shown() -> None:
    file = written(picture("1"), picture("2"), picture("3", OF_JPEG))
    parts = {name: file.read(name) for name in file.namelist() if name.startswith("word/media/")}
    assert parts == {"word/media/image1.png": PNG, "word/media/image2.jpeg": JPEG}
    assert len(re.findall("<pic:pic ", document(file))) == 3


def test_python_docx_finds_them_with_their_sizes_and_types() -> None:
    file = written(picture("1"), picture("2", OF_JPEG)).fp
    assert file
    file.seek(0)
    opened = docx.Document(file)
    assert [(shape.width.mm, shape.height.mm) for shape in opened.inline_shapes] == [
        pytest.approx((80, 40), abs=0.05)
    ] * 2
    related = [opened.part.related_parts[f"rIdPicture{n}"] for n in (1, 2)]
    assert [part.content_type for part in related] == ["image/png", "image/jpeg"]


def test_the_caption_describes_the_picture_and_follows_it() -> None:
    xml = document(written(picture("1")))
    assert 'descr="图1　&lt;春耕&gt; &amp; “用水”"' in xml
    before, after = xml.split("</wp:inline></w:drawing>")
    assert '<w:pStyle w:val="Picture"/>' in before
    assert after.index('<w:pStyle w:val="Caption"/>') < after.index("图")


def test_its_line_is_at_least_so_high_and_never_exact() -> None:
    xml = document(written(picture("1")))
    paragraph = re.search('<w:p><w:pPr><w:pStyle w:val="Picture"/>.*?</w:pPr>', xml)
    assert paragraph
    assert 'w:line="2316" w:lineRule="atLeast"' in paragraph[0]  # 40 mm are within four lines
    assert "keepNext" not in paragraph[0]  # its style says so


def test_without_a_caption_it_is_not_kept_to_the_text() -> None:
    text = Paragraph("t", Role.BODY, (Span("正文。"),))
    assert '<w:pStyle w:val="Picture"/><w:keepNext w:val="0"/>' in document(
        written(picture("1", caption=""), text)
    )


def test_numbers_of_drawings_are_the_document_s_own() -> None:
    numbers = re.findall('<wp:docPr id="(\\d+)"', document(written(picture("1"), picture("2"))))
    assert len(numbers) == len(set(numbers)) == 3  # the red rule is one too


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("图1　渠首", "picture “图1　渠首” in the article “春耕用水调查”"),
        ("", "without a caption in the article"),
    ],
)
def test_a_missing_picture_is_told_with_its_article(caption: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        written(picture("1", caption=caption), pictures={})


@pytest.mark.parametrize(("drawing", "ending"), [(emf(), "emf"), (wmf(), "wmf")])
def test_a_drawing_of_windows_is_in_the_file_as_it_came(drawing: bytes, ending: str) -> None:
    sha256 = hashlib.sha256(drawing).hexdigest()
    file = written(picture("p", sha256), pictures={sha256: drawing})
    assert file.read(f"word/media/image1.{ending}") == drawing
    assert f"image/x-{ending}" in file.read("[Content_Types].xml").decode()

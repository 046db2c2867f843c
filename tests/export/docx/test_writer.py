"""The whole file: its parts and its properties."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from bulletin_desktop.document.model import Article, Imprint, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.docx.writer import DocxWriter
from bulletin_desktop.export.job import Job
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter

ID = "01J0000000000000000000000Z"
NOW = dt.datetime(2026, 2, 3, 8, 30, tzinfo=dt.UTC)


def article(key: str, headline: str, *paragraphs: str) -> Article:
    blocks = tuple(Paragraph(f"{key}{n}", Role.BODY, (Span(text),)) for n, text in enumerate(paragraphs, 1))
    return Article(key, (headline,), blocks=blocks)


ISSUE = Issue(
    "issue",
    "简报",
    2026,
    3,
    dt.date(2026, 2, 3),
    Masthead("云溪简报", "云溪县委办公室 <测试> & \x0b"),
    imprint=Imprint("县委", copies=20),
    sections=(
        Section(
            "s",
            "",
            (article("a", "春耕用水调查", "走访农户30户。"), article("b", "窗口办事提速", "已办结。")),
        ),
    ),
)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return Typesetter(template.load("jianbao"), FileMeasures()).layout(ISSUE)


@pytest.fixture(scope="module")
def package(layout: Layout) -> bytes:
    return DocxWriter().content(layout, ISSUE, ID, NOW)[0]


@pytest.fixture(scope="module")
def parts(package: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


def test_every_part_is_well_formed_and_what_no_issue_changes_is_the_base_s(parts: dict[str, str]) -> None:
    base = zipfile.ZipFile(Path(__file__).parents[3] / "resources" / "docx" / "base.docx")
    assert set(parts) == {*base.namelist(), "word/fontTable.xml", "docProps/custom.xml"}
    for xml in parts.values():
        etree.fromstring(xml.encode())
    assert parts["word/settings.xml"] == base.read("word/settings.xml").decode()


def test_one_document_leaves_nothing_in_the_next(layout: Layout, parts: dict[str, str]) -> None:
    writer = DocxWriter()
    for _ in range(2):
        with zipfile.ZipFile(io.BytesIO(writer.content(layout, ISSUE, ID, NOW)[0])) as file:
            assert {name: file.read(name).decode() for name in file.namelist()} == parts


def test_the_page_is_the_template_s(parts: dict[str, str]) -> None:
    page = template.load("jianbao").page
    assert parts["word/document.xml"].endswith(
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="{page.right}" w:bottom="1984" '
        'w:left="1587" w:header="851" w:footer="1446" w:gutter="0"/><w:cols w:space="425"/>'
        '<w:docGrid w:linePitch="579"/></w:sectPr></w:body></w:document>'
    )


@pytest.mark.parametrize(
    ("part", "kind", "side"), [("footer1", "default", "right"), ("footer2", "even", "left")]
)
def test_page_numbers_stand_on_the_outer_side(parts: dict[str, str], part: str, kind: str, side: str) -> None:
    reference = re.search(f'<w:footerReference w:type="{kind}" r:id="(\\w+)"/>', parts["word/document.xml"])
    assert reference is not None
    assert re.search(
        f'Target="{part}.xml"[^>]* Id="{reference[1]}"|Id="{reference[1]}"[^>]* Target="{part}.xml"',
        parts["word/_rels/document.xml.rels"],
    )
    footer = parts[f"word/{part}.xml"]
    assert f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/>' in footer
    assert " PAGE " in footer
    assert re.sub("<w:instrText.*?</w:instrText>|<[^>]+>", "", footer).strip() == "— 1 —"


def test_every_style_a_paragraph_names_is_there_and_word_s_contents_style_follows_ours(
    parts: dict[str, str],
) -> None:
    used = set(
        re.findall('<w:pStyle w:val="([^"]+)"', parts["word/document.xml"] + parts["word/footer1.xml"])
    )
    defined = re.findall('w:styleId="([^"]+)"', parts["word/styles.xml"])
    assert used <= set(defined)
    assert len(defined) == len(set(defined))
    assert '<w:name w:val="toc 1"/><w:basedOn w:val="ContentsEntry"/>' in parts["word/styles.xml"]


def test_python_docx_reads_paragraphs_styles_and_properties(package: bytes) -> None:
    document = docx.Document(io.BytesIO(package))
    named = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert ("刊名", "云溪简报") in named
    assert ("公文标题", "春耕用水调查") in named
    assert ("公文正文", "走访农户30户。") in named
    properties = document.core_properties
    assert properties.title == "云溪简报2026年第3期"
    assert properties.author == "云溪县委办公室 <测试> & "
    assert properties.language == "zh-CN"
    assert properties.created == NOW.replace(tzinfo=properties.created and properties.created.tzinfo)


def test_the_export_s_id_is_a_custom_property(parts: dict[str, str]) -> None:
    assert f'name="BulletinDesktopExport"><vt:lpwstr>{ID}</vt:lpwstr>' in parts["docProps/custom.xml"]


def test_the_paragraph_map_names_every_bookmark_of_the_file(layout: Layout, parts: dict[str, str]) -> None:
    anchors = DocxWriter().content(layout, ISSUE, ID, NOW)[1]
    names = re.findall('<w:bookmarkStart w:id="\\d+" w:name="([^"]+)"', parts["word/document.xml"])
    assert sorted(anchor.bookmark for anchor in anchors) == sorted(names)
    blocks = {(anchor.article, anchor.block) for anchor in anchors}
    assert {
        ("a", None),
        ("a", "headline"),
        ("a", "a1"),
        ("b", "b1"),
        (None, "masthead"),
        (None, "imprint"),
    } <= blocks


def test_bookmark_ids_are_unique_and_each_one_ends_after_it_starts(parts: dict[str, str]) -> None:
    xml = parts["word/document.xml"]
    starts = re.findall('<w:bookmarkStart w:id="(\\d+)"', xml)
    assert len(set(starts)) == len(starts)
    for number in starts:
        assert xml.index(f'<w:bookmarkStart w:id="{number}"') < xml.index(f'<w:bookmarkEnd w:id="{number}"')


def test_missing_fonts_keep_their_names_with_another_profile_s_beside_them(parts: dict[str, str]) -> None:
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in parts["word/fontTable.xml"]
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>' in parts["word/fontTable.xml"]


def test_what_was_written_is_reported_with_its_hash(tmp_path: Path, layout: Layout) -> None:
    written = DocxWriter().write(Job(layout, ISSUE, tmp_path / "issue.docx", ID))
    assert written.sha256 == hashlib.sha256((tmp_path / "issue.docx").read_bytes()).hexdigest()


def test_a_folder_that_is_missing_is_the_person_s_to_mend(tmp_path: Path, layout: Layout) -> None:
    with pytest.raises(UserError, match="does not exist"):
        DocxWriter().write(Job(layout, ISSUE, tmp_path / "no" / "issue.docx", ID))


def test_the_judge_of_the_schemas_finds_nothing(shared: Path, tmp_path: Path, package: bytes) -> None:
    import subprocess
    import sys

    target = tmp_path / "issue.docx"
    target.write_bytes(package)
    judge = shared / "tools" / "validate" / "validate_docx.py"
    done = subprocess.run(
        [sys.executable, str(judge), str(target)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == f"{target}: OK"

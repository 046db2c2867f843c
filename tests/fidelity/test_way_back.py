"""What LibreOffice saves again still says which export it was and which paragraph is which."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import rendered
from tests.fidelity.random_issues import Writer

pytestmark = pytest.mark.libreoffice


def test_bookmarks_and_the_export_s_id_survive(
    typesetter: Typesetter, libreoffice: None, tmp_path: Path
) -> None:
    issue = Writer(7).issue(3)
    result = Publisher().export(typesetter.layout(issue), issue, tmp_path / "sent.docx")
    returned = tmp_path / "returned"
    returned.mkdir()
    rendered.convert([result.path], returned, "docx")
    with zipfile.ZipFile(returned / "sent.docx") as package:
        document = package.read("word/document.xml").decode()
        assert result.export_id in package.read("docProps/custom.xml").decode()
    names = set(re.findall('w:bookmarkStart [^>]*w:name="([^"]+)"', document))
    assert {anchor.bookmark for anchor in result.anchors} <= names
    for anchor in result.anchors:
        if anchor.block and anchor.block.startswith("b"):
            block = next(b for a in issue.articles() for b in a.paragraphs() if b.id == anchor.block)
            assert _inside(document, anchor.bookmark) in (block.text, block.text[:-1])


def _inside(document: str, bookmark: str) -> str:
    """The text between a bookmark's start and end."""
    found = re.search(f'<w:bookmarkStart w:id="(\\d+)" w:name="{bookmark}"/>', document)
    assert found is not None
    content = document[found.end() : document.index(f'<w:bookmarkEnd w:id="{found[1]}"/>', found.end())]
    return (
        "".join(re.findall("<w:t(?: [^>]*)?>([^<]*)</w:t>", content))
        .replace("&lt;", "<")
        .replace("&amp;", "&")
    )

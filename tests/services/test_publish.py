"""From an issue to a file: the writer by its ending, the name by its number."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import is_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.services import publish
from bulletin_desktop.typeset.layout import Layout

ISSUE = Issue(
    "i",
    "简报",
    2026,
    3,
    dt.date(2026, 2, 3),
    Masthead("简报"),
    sections=(Section("s", "", (Article("a", ("题",)),)),),
)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return publish.typesetter("jianbao").layout(ISSUE)


def test_a_docx_is_written_and_reported(tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "issue.DOCX"
    result = publish.Publisher().export(layout, ISSUE, path)
    assert (result.path, result.pages) == (path, len(layout.pages))
    assert result.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert is_id(result.export_id)
    with zipfile.ZipFile(path) as package:
        assert result.export_id in package.read("docProps/custom.xml").decode()


def test_two_exports_can_be_told_apart(tmp_path: Path, layout: Layout) -> None:
    first, second = (publish.Publisher().export(layout, ISSUE, tmp_path / f"{n}.docx") for n in (1, 2))
    assert first.export_id != second.export_id


@pytest.mark.parametrize("name", ["issue.doc", "issue", "issue.docx.exe"])
def test_an_ending_nobody_writes_is_refused_and_the_known_ones_named(
    tmp_path: Path, layout: Layout, name: str
) -> None:
    with pytest.raises(UserError, match=r"\.docx") as caught:
        publish.Publisher().export(layout, ISSUE, tmp_path / name)
    assert name in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_does_not_exist_is_the_person_s_to_mend() -> None:
    with pytest.raises(UserError, match="nowhere"):
        publish.typesetter("nowhere")


def test_an_issue_proposes_its_file_name() -> None:
    assert publish.file_name(ISSUE) == "简报2026年第3期.docx"


@pytest.mark.parametrize("ending", [".docx", ".html", ".txt"])
@pytest.mark.parametrize("reports", [0, 1])
def test_a_cancelled_export_leaves_the_old_file(
    tmp_path: Path, layout: Layout, ending: str, reports: int
) -> None:
    target = tmp_path / f"issue{ending}"
    target.write_bytes(b"old")
    left = iter(range(reports))

    def progress(_done: int, _of: int) -> None:
        if next(left, None) is None:
            raise Cancelled

    with pytest.raises(Cancelled):
        publish.Publisher().export(layout, ISSUE, target, progress=progress)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]

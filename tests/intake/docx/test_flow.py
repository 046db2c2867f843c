"""A Word file from its bytes to articles, as a worker takes it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_desktop.document import schema, text
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recognition import Recognition, Why
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.intake.worker.messages import Job, Outcome
from bulletin_desktop.intake.worker.reading_job import outcomes
from tests.intake.docx.making import LISTED, one_list, p, package, r

LONG = "3月12日，青禾县召开渠系整治现场会，传达学习有关会议精神，研究部署下半年重点工作。"
NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>渠系指干支两级渠道。</w:t></w:r></w:p></w:footnote>'
REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
STYLES = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'


def taken(folder: Path, placement: NotePlacement) -> Recognition:
    body = (
        p("青禾县整治渠系", "pStyle=t jc=center")
        + f"<w:p>{r(LONG)}{REFERENCE}<w:del>{r('删去的话')}</w:del></w:p>"
        + p("全面排查", LISTED) + p(LONG) + p("压实责任", LISTED) + p(LONG)
    )  # fmt: skip
    content = package(body, styles=STYLES, numbering=one_list("chineseCounting", "%1、"), footnotes=NOTE)
    outcome = read(folder, content, placement)
    assert outcome.recognition is not None
    return outcome.recognition


def read(folder: Path, content: bytes, placement: NotePlacement = NotePlacement.END) -> Outcome:
    path = folder / "稿件.docx"
    path.write_bytes(content)
    (outcome,) = outcomes(Job(path.name, str(path), Settings(notes=placement)))
    return outcome


def lines(recognition: Recognition) -> list[str]:
    (section,) = assemble.articles(recognition)
    (one,) = section.articles
    schema.check(one.article)
    return list(text.lines(one.article))


@pytest.mark.parametrize(
    ("placement", "second", "last"),
    [
        (NotePlacement.END, f"{LONG}[1]", "[1] 渠系指干支两级渠道。"),
        (NotePlacement.INLINE, f"{LONG}〔注：渠系指干支两级渠道。〕", LONG),
        (NotePlacement.ASIDE, LONG, LONG),
    ],
)
def test_an_article_has_its_numbers_and_its_notes_where_the_office_wants_them(
    placement: NotePlacement, second: str, last: str, tmp_path: Path
) -> None:
    recognition = taken(tmp_path, placement)
    found = lines(recognition)
    assert found[:3] == ["青禾县整治渠系", second, "一、全面排查"]
    assert (found[4], found[-1]) == ("二、压实责任", last)
    aside = [line.why for line in assemble.set_aside(recognition)]
    assert aside == ([Why.NOTE] if placement is NotePlacement.ASIDE else [])
    assert {told.value: count for told, count in recognition.told} == {
        "deletions": 1,
        "notes": 1,
        "numbers": 2,
    }


def test_a_text_that_is_deleted_in_whole_is_told_as_such(tmp_path: Path) -> None:
    deleted = f"<w:p><w:del>{r('第一句')}</w:del></w:p><w:p><w:del>{r('第二句')}</w:del></w:p>"
    error = read(tmp_path, package(deleted)).error
    assert "marked as deleted in tracked changes (2 deletions)" in str(error)


def test_a_document_without_text_is_told_without_a_word_of_deletions(tmp_path: Path) -> None:
    error = read(tmp_path, package("<w:p/>")).error
    assert "There is no text in 稿件.docx" in str(error)

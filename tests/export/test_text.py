"""The plain text that one pastes into a mail."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bulletin_desktop.document.model import Article, Issue, Role
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled, Job
from bulletin_desktop.export.text import TextWriter
from bulletin_desktop.intake import encoding
from tests.document import strategies
from tests.export import whole_issue
from tests.export.expected_text import squeezed, whole

WHOLE = """\
内部资料　　000123

政协信息
第3期（总第105期）
政协云溪市委员会办公室　　2026年1月30日

目　录
要闻
　　市政协召开党组（扩大）会议　安排部署春季工作
倡议
　　关于开展读书活动的倡议书
　　<script>alert("1")</script> & 'quoted'
　　用稿通报

【要闻】

学习贯彻
市政协召开党组（扩大）会议
安排部署春季工作
——在第一次会议上的讲话

　　编者按：现予刊发，供参考。
　　一、提高站位
　　走访农户30户，详见https://example.invalid/a?b=1&c=2。
　　（一）认真学习
　　1.抓早抓小
　　bolditalicunderlinestrikesuperscriptsubscriptemphasisheitikaitihighlight

　　　　　　　　　　　　　　　　　　　　　（办公室供稿）

【倡议】

关于开展读书活动的倡议书

全体委员：
　　让我们一起读书。

　　　　　　　　　　　　　　　政协云溪市委员会办公室
　　　　　　　　　　　　　　　　　2026年1月30日

附件

　　书目一份。

<script>alert("1")</script> & 'quoted'

　　</p></body>&amp;<!-- x -->两个  空格\ufdd0

用稿通报

表1　用稿情况
单位\t用稿情况\t
\t报送\t采用
白鹭区\t12\t5 & <6>
合计\t\t

　　表后正文。

〔图：图1　白鹭湖水源地〕

　　图后正文。

报：市委、市政府
送：各县区政协
发：各委员
编辑：林知秋　　审核：顾长河　　签发：周明远　　共印120份
"""


def job(issue: Issue, path: Path) -> Job:
    return Job(whole_issue.laid_out(issue), issue, path, "01J0000000000000000000000Z")


def written(issue: Issue, folder: Path) -> str:
    path = folder / "issue.txt"
    TextWriter().write(job(issue, path))
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def test_the_whole_issue_reads_as_one_would_type_it(tmp_path: Path) -> None:
    assert written(whole_issue.ISSUE, tmp_path) == WHOLE


def test_the_file_is_utf_8_with_its_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "issue.txt"
    result = TextWriter().write(job(whole_issue.ISSUE, path))
    content = path.read_bytes()
    assert result.sha256 == hashlib.sha256(content).hexdigest()
    assert content.startswith(codecs.BOM_UTF8 + "内部资料".encode())
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert content.endswith("份\r\n".encode())
    assert encoding.decode(content) == content.decode("utf-8-sig")


def signed(*pieces: tuple[Role, str]) -> Article:
    blocks = tuple(whole_issue.paragraph(f"s{nth}", role, text) for nth, (role, text) in enumerate(pieces))
    return Article("S1", blocks=blocks)


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        # The line is 28 characters: the signature ends two before its end, the date begins two later.
        (
            [(Role.SIGNATURE, "云溪办"), (Role.DATE, "一月五日")],
            ["　" * 20 + "云溪办", "　" * 22 + "一月五日"],
        ),
        ([(Role.SIGNATURE, "文" * 27), (Role.DATE, "1月")], ["文" * 27, "　　1月"]),
        ([(Role.DATE, "一月五日")], ["　" * 22 + "一月五日"]),
    ],
)
def test_signature_and_date_stand_as_the_standard_has_them(
    tmp_path: Path, pieces: list[tuple[Role, str]], lines: list[str]
) -> None:
    text = written(whole_issue.of(signed(*pieces)), tmp_path)
    assert text.split("\n\n")[2].split("\n") == lines


def test_a_picture_without_a_caption_is_still_told(tmp_path: Path) -> None:
    bare = replace(whole_issue.TABLED.blocks[3], caption="")  # type: ignore[arg-type]
    assert "\n〔图〕\n" in written(whole_issue.of(Article("A", blocks=(bare,))), tmp_path)


@pytest.mark.parametrize("name", ["dongtai", "huikan", "jianbao", "zhengxie", "zhuanbao"])
def test_no_template_gives_two_blank_lines_in_succession(tmp_path: Path, name: str) -> None:
    lines = written(replace(whole_issue.ISSUE, template=name), tmp_path).split("\n")
    assert not any(not one.strip() and not other.strip() for one, other in pairwise(lines))
    assert "政协信息" in "".join(lines[:5])
    assert lines[-2] == "编辑：林知秋　　审核：顾长河　　签发：周明远　　共印120份"


def test_a_blank_title_leaves_no_page_number_in_the_contents(tmp_path: Path) -> None:
    text = written(whole_issue.of(Article("A", ("\u3000",)), Article("B", ("乙",))), tmp_path)
    contents = text.split("目　录\n")[1].split("\n\n")[0]
    assert contents.split() == ["乙"]


def test_an_issue_without_articles_has_its_masthead_and_imprint(tmp_path: Path) -> None:
    text = written(replace(whole_issue.ISSUE, sections=()), tmp_path)
    assert text.startswith("内部资料")
    assert text.endswith("共印120份\n")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(issue=strategies.issues)
def test_every_character_of_an_issue_is_there_in_order(tmp_path: Path, issue: Issue) -> None:
    text = written(issue, tmp_path)
    assert squeezed(text) == whole(issue, lambda caption: f"〔图：{caption}〕" if caption else "〔图〕")


def test_progress_counts_the_articles_and_may_stop_the_writing(tmp_path: Path) -> None:
    path, seen = tmp_path / "issue.txt", []

    def progress(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        TextWriter().write(replace(job(whole_issue.ISSUE, path), progress=progress))
    assert seen == [(0, 4), (1, 4), (2, 4)]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        TextWriter().write(job(whole_issue.ISSUE, tmp_path / "none" / "issue.txt"))

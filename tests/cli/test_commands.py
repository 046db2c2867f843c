"""Each command does its work and answers in the promised JSON."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.publish import Publisher

ARTICLE = {"id", "kicker", "headline", "subtitle", "credit", "lines", "blocks"}
ROW = {"id", "publication", "year", "number", "running_number", "date", "state", "articles"}

Run = Callable[..., Any]

ROOT = Path(__file__).parents[2]
PILES = [ROOT / "resources/samples/sample-bulletin.txt", *sorted((ROOT / "tests/manuscripts").glob("*.txt"))]


def articles(issue: dict[str, Any]) -> list[dict[str, Any]]:
    return [article for section in issue["sections"] for article in section["articles"]]


@pytest.fixture
def library(run: Run, manuscript: Path, tmp_path: Path) -> Path:
    """A library with one issue of two articles."""
    file = tmp_path / "office.db"
    order = ("--publication", "云溪简报", "--number", 7, "--date", "2026-03-05", "--unit", "云溪县委办公室")
    assert run("compile", manuscript, "-o", tmp_path / "7.docx", "--library", file, *order).code == 0
    return file


@pytest.fixture
def issue_id(run: Run, library: Path) -> str:
    return str(run("issues", "--library", library, "--json").json[0]["id"])


def test_compile_makes_a_word_file_and_answers_with_the_issue(
    run: Run, manuscript: Path, tmp_path: Path
) -> None:
    out = tmp_path / "期.docx"
    result = run("compile", manuscript, "-o", out, "--number", 3, "--date", "2026-03-05", "--json")
    assert (result.code, result.err) == (0, "")
    issue = result.json
    assert set(issue) == ROW | {"sections"}
    assert (issue["publication"], issue["year"], issue["number"], issue["date"]) == (
        "简报",
        2026,
        3,
        "2026-03-05",
    )
    assert [article["lines"] for article in articles(issue)] == [[1, 3], [4, 6]]
    assert [article["headline"] for article in articles(issue)] == [
        ["青石乡整修灌溉渠道"],
        ["柳湾镇开办便民夜校"],
    ]
    assert all(set(article) == ARTICLE for article in articles(issue))
    assert zipfile.ZipFile(out).testzip() is None


def test_compile_alone_leaves_no_library_behind(
    run: Run, manuscript: Path, home: Path, tmp_path: Path
) -> None:
    assert run("compile", manuscript, "-o", tmp_path / "issue.docx").code == 0
    assert not list(home.rglob("*.db"))


def test_compile_numbers_the_next_issue_by_itself(
    run: Run, library: Path, manuscript: Path, tmp_path: Path
) -> None:
    order = ("--publication", "云溪简报", "--date", "2026-03-12", "--library", library, "--json")
    assert run("compile", manuscript, "-o", tmp_path / "8.docx", *order).json["number"] == 8


def test_the_real_bulletin_comes_apart_as_a_person_would_do_it(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    issue = run("compile", sample, "-o", tmp_path / "issue.docx", "--json").json
    found = articles(issue)
    assert [article["lines"] for article in found] == [[1, 8], [9, 11], [12, 16], [17, 31]]
    assert [len(article["headline"]) for article in found] == [3, 1, 1, 2]
    assert [block["role"] for block in found[3]["blocks"]] == [
        "salutation",
        "body",
        "body",
        *["heading1", "body"] * 5,
    ]


def test_issues_lists_what_the_library_has(run: Run, library: Path) -> None:
    (row,) = run("issues", "--library", library, "--json").json
    assert set(row) == ROW
    assert (row["publication"], row["number"], row["articles"], row["state"]) == ("云溪简报", 7, 2, "draft")


def test_show_has_the_articles_without_input_lines(run: Run, library: Path, issue_id: str) -> None:
    issue = run("show", issue_id, "--library", library, "--json").json
    assert [article["headline"] for article in articles(issue)] == [
        ["青石乡整修灌溉渠道"],
        ["柳湾镇开办便民夜校"],
    ]
    assert articles(issue)[0]["lines"] is None
    assert articles(issue)[0]["blocks"][0]["text"].startswith("3月2日，")


def test_export_says_what_it_wrote(run: Run, library: Path, issue_id: str, tmp_path: Path) -> None:
    out = tmp_path / "again.docx"
    answer = run("export", issue_id, "-o", out, "--library", library, "--json").json
    assert answer["path"] == str(out)
    assert answer["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    pages = run("pages", issue_id, "--library", library, "--json").json["pages"]
    assert answer["pages"] == len(pages)


def test_contents_name_the_pages_the_articles_stand_on(run: Run, pile: Path, tmp_path: Path) -> None:
    library = tmp_path / "pile.db"
    issue = run("compile", pile, "-o", tmp_path / "pile.docx", "--library", library, "--json").json
    pages = run("pages", issue["id"], "--library", library, "--json").json["pages"]
    lines = [(page["number"], line) for page in pages for line in page["lines"]]
    stated = [
        int(match[1])
        for _, line in lines
        if line["role"] == "contents" and (match := re.search(r"(\d+)$", line["text"]))
    ]
    starts: dict[str, int] = {}
    for number, line in lines:
        if line["article"] and line["role"] != "contents":
            starts.setdefault(line["article"], number)
    assert stated == [starts[article["id"]] for article in articles(issue)]
    assert len(stated) >= 4


def test_lines_of_pages_come_from_top_to_bottom_without_blanks(
    run: Run, library: Path, issue_id: str
) -> None:
    pages = run("pages", issue_id, "--library", library, "--json").json["pages"]
    for page in pages:
        tops = [line["top_mm"] for line in page["lines"]]
        assert tops == sorted(tops)
        assert all(set(line) == {"text", "role", "article", "top_mm"} for line in page["lines"])
        assert all(line["text"].strip() for line in page["lines"])
    assert {line["role"] for page in pages for line in page["lines"]} >= {"masthead", "contents", "body"}


def test_import_without_an_issue_starts_one(run: Run, manuscript: Path) -> None:
    stored = run("import", manuscript, "--json")
    assert stored.code == 0
    assert [article["lines"] for article in stored.json["articles"]] == [[1, 3], [4, 6]]
    (row,) = run("issues", "--json").json
    assert (row["publication"], row["articles"]) == ("简报", 2)


def test_import_adds_to_the_issue_it_is_told(
    run: Run, library: Path, issue_id: str, manuscript: Path
) -> None:
    assert run("import", manuscript, "--issue", issue_id, "--library", library).code == 0
    assert run("issues", "--library", library, "--json").json[0]["articles"] == 4


def test_import_goes_on_after_a_file_it_cannot_read(run: Run, manuscript: Path, tmp_path: Path) -> None:
    result = run("import", tmp_path / "gone.txt", manuscript, "--json")
    assert result.code == 1
    assert [failed["file"] for failed in result.json["failed"]] == [str(tmp_path / "gone.txt")]
    assert result.json["failed"][0]["why"] == result.err.strip()
    assert len(result.json["articles"]) == 2


def test_import_of_nothing_it_can_read_begins_no_issue(run: Run, tmp_path: Path) -> None:
    assert run("import", tmp_path / "gone.txt").code == 1
    assert run("issues", "--json").json == []


def assert_every_line_is_accounted_for(run: Run, file: Path) -> None:
    """Each line is in one article or set aside; inside an article only what is no text of it is set aside."""
    stored = run("import", file, "--json").json
    ranges = [range(article["lines"][0], article["lines"][1] + 1) for article in stored["articles"]]
    in_articles = [number for numbers in ranges for number in numbers]
    aside = {line["line"]: line["why"] for line in stored["set_aside"]}
    assert len(in_articles) == len(set(in_articles))
    assert len(aside) == len(stored["set_aside"])
    count = len(file.read_text(encoding="utf-8").splitlines())
    assert set(in_articles) | set(aside) == set(range(1, count + 1))
    assert all(aside.values())
    assert not {aside[number] for number in aside.keys() & set(in_articles)} & {"section", "blank"}


@pytest.mark.parametrize("file", PILES, ids=lambda file: file.stem)
def test_no_line_of_the_input_is_lost(run: Run, file: Path) -> None:
    assert_every_line_is_accounted_for(run, file)


def test_no_line_of_the_real_bulletin_is_lost(run: Run, sample: Path) -> None:
    assert_every_line_is_accounted_for(run, sample)


def test_a_line_that_is_set_aside_comes_with_its_reason(run: Run, tmp_path: Path, manuscript: Path) -> None:
    text = manuscript.read_text(encoding="utf-8") + "\n上一篇：返回列表\n"
    manuscript.write_text("【农村工作】\n" + text, encoding="utf-8")
    aside = run("import", manuscript, "--json").json["set_aside"]
    assert [(line["line"], line["why"]) for line in aside] == [(1, "section"), (8, "blank"), (9, "web-noise")]
    assert aside[0]["text"] == "【农村工作】"
    assert aside[0]["file"] == str(manuscript)


def test_people_are_told_what_was_made(run: Run, manuscript: Path, tmp_path: Path) -> None:
    out = tmp_path / "issue.docx"
    assert run("compile", manuscript, "-o", out).out.startswith("共 2 篇、")
    assert run("issues").out == "这个资料库里还没有任何一期。\n"


def test_options_may_stand_before_the_command(run: Run, library: Path, issue_id: str) -> None:
    assert run("--library", library, "--json", "show", issue_id).json["id"] == issue_id


def test_help_is_in_the_persons_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "写出一期的文件。" in run("export", "--help").out
    assert "写出一期的文件。" in run("--help").out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "Write an issue's file." in run("--help").out


def test_text_is_utf8_whatever_the_console(spawn: Run, library: Path, issue_id: str) -> None:
    console = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = spawn("pages", issue_id, "--library", library, **console)
    assert "青石乡整修灌溉渠道" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_mistake(
    spawn: Run, library: Path, issue_id: str, tmp_path: Path
) -> None:
    shell = ("sh", "-c", '"$@" | head -c 1', "sh")
    done = spawn("pages", issue_id, "--library", library, before=shell)
    assert done.stderr == b""


def test_compile_sets_the_issue_by_the_template_that_is_named(
    run: Run, manuscript: Path, tmp_path: Path
) -> None:
    library = tmp_path / "office.db"
    order = ("compile", manuscript, "--library", library, "--publication", "工作动态")
    for name in ("dongtai", "工作动态"):
        assert run(*order, "-o", tmp_path / "a.docx", "--template", name).code == 0
    plain = run(*order, "-o", tmp_path / "b.docx", "--json").json
    pages = run("pages", plain["id"], "--library", library, "--json").json["pages"]
    usual = run("compile", manuscript, "--library", library, "-o", tmp_path / "c.docx", "--json").json
    assert pages != run("pages", usual["id"], "--library", library, "--json").json["pages"]


def test_compile_names_the_templates_there_are(run: Run, manuscript: Path, tmp_path: Path) -> None:
    refused = run("compile", manuscript, "-o", tmp_path / "a.docx", "--template", "nowhere")
    assert refused.code == 1
    assert "nowhere" in refused.err
    assert "简报" in refused.err
    assert not (tmp_path / "a.docx").exists()


def test_the_library_is_free_while_an_export_is_written(
    run: Run, library: Path, issue_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Publisher.export

    def meanwhile(*args: Any, **options: Any) -> Any:
        with Library.open(library):  # as another window would
            return written(*args, **options)

    monkeypatch.setattr(Publisher, "export", meanwhile)
    assert run("export", issue_id, "-o", tmp_path / "again.docx", "--library", library).code == 0


@pytest.mark.parametrize("command", ["export", "compile"])
def test_a_file_that_could_not_be_recorded_is_said_to_be_written(
    run: Run,
    library: Path,
    issue_id: str,
    manuscript: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Desk, "record_export", full)
    what = issue_id if command == "export" else manuscript
    result = run(command, what, "-o", tmp_path / "again.docx", "--library", library)
    assert result.code == 1
    assert "“again.docx”已写出" in result.err
    assert "The disk is full." in result.err
    assert zipfile.is_zipfile(tmp_path / "again.docx")


def test_register_writes_what_came_in(run: Run, library: Path, issue_id: str, tmp_path: Path) -> None:
    result = run("register", "-o", tmp_path / "登记", "--library", library, "--json")
    assert result.json["path"] == str(tmp_path / "登记.xlsx")
    assert result.json["manuscripts"] == len(
        run("show", issue_id, "--library", library, "--json").json["sections"][0]["articles"]
    )
    assert zipfile.is_zipfile(tmp_path / "登记.xlsx")

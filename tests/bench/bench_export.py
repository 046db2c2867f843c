"""200 articles of 1,200 characters to .docx: ours beside the others, whole processes, in turn.

    python dev.py bench export [--rounds 5] [--articles 200]

Ours lays out every page and knows its contents' page numbers; of the others only LibreOffice lays out pages.
Rivals that are not here are named and left out. For novelWriter, make an environment first:

    python -m venv build/rivals && build/rivals/bin/python -m pip install novelWriter
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fictional_text import Story, stories

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Paragraph, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.publish import Publisher, typesetter

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
WORK = ROOT / "build/bench"
RIVALS = ROOT / "build/rivals/bin/python"


@dataclass(frozen=True)
class Contender:
    """A way to make the file; *missing* says why it cannot be measured here."""

    name: str
    command: tuple[str, ...]
    output: Path
    missing: str = ""


def main() -> None:
    """Prepare the same text for everyone, measure, check, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=200)
    given = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    told = stories(given.articles, 1200)
    issue = prepare(told)
    contenders = list(all_contenders(issue.id))
    times = measure([c for c in contenders if not c.missing], given.rounds)
    report(contenders, times, told)
    report_open_program(issue)


def prepare(told: list[Story]) -> Issue:
    """Write the stories in every contender's input format; ours is a library."""
    (WORK / "stories.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    markdown = [f"## {s.headline}\n\n" + "\n\n".join(s.paragraphs) + "\n" for s in told]
    (WORK / "stories.md").write_text("\n".join(markdown), encoding="utf-8")
    body = "".join(
        f"<h2>{html.escape(s.headline)}</h2>" + "".join(f"<p>{html.escape(p)}</p>" for p in s.paragraphs)
        for s in told
    )
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    (WORK / "stories.html").write_text(page, encoding="utf-8")
    if RIVALS.exists():
        make = [str(RIVALS), str(HERE / "novelwriter_build.py"), "make"]
        subprocess.run([*make, str(WORK / "stories.json"), str(WORK / "nw")], check=True, capture_output=True)
    return fill_library(told)


def fill_library(told: list[Story]) -> Issue:
    """Store the stories as one issue."""
    publication = new_id()
    articles = tuple(
        Article(
            new_id(),
            headline=(story.headline,),
            blocks=tuple(Paragraph(new_id(), Role.BODY, (Span(p),)) for p in story.paragraphs),
        )
        for story in told
    )
    with Library.open(WORK / "library.db") as library:
        desk = Desk(library)
        desk.apply(CreatePublication(publication, "云溪简报"))
        issue = desk.next_issue(publication, dt.date(2026, 3, 2))
        issue = replace(issue, sections=(Section(new_id(), "", articles),))
        desk.apply(CreateIssue(publication, issue))
        return desk.issue(issue.id)


def all_contenders(issue_id: str) -> Iterator[Contender]:
    """Ours first; the others with the reason if they are not here."""
    out = WORK / "ours.docx"
    ours = (sys.executable, str(ROOT / "main.py"), "export", issue_id, "-o", str(out))
    yield Contender("Bulletin Desktop export", (*ours, "--library", str(WORK / "library.db")), out)

    out = WORK / "lo/stories.docx"
    office = shutil.which("soffice") or ""
    profile = f"-env:UserInstallation=file://{WORK}/lo-profile"
    convert = ("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir")
    command = (office, profile, "--headless", *convert, str(out.parent), str(WORK / "stories.html"))
    yield Contender("LibreOffice html to docx", command, out, "" if office else "not installed")

    out = WORK / "nw.docx"
    command = (str(RIVALS), str(HERE / "novelwriter_build.py"), "build", str(WORK / "nw"), str(out))
    missing = "" if RIVALS.exists() else "not installed: see the head of this file"
    yield Contender("novelWriter build", command, out, missing)

    out = WORK / "pandoc.docx"
    pandoc = shutil.which("pandoc") or ""
    command = (pandoc, "-f", "markdown", "-t", "docx", "-o", str(out), str(WORK / "stories.md"))
    yield Contender("pandoc md to docx", command, out, "" if pandoc else "not installed")

    out = WORK / "naive.docx"
    script = (str(HERE / "naive_python_docx.py"), str(WORK / "stories.json"), str(out))
    yield Contender("python-docx, naive", (sys.executable, *script), out)


def measure(contenders: list[Contender], rounds: int) -> dict[str, list[float]]:
    """Whole-process seconds of each, taken in turn; the first round only warms up."""
    times: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for number in range(rounds + 1):
        for contender in contenders:
            contender.output.unlink(missing_ok=True)
            start = time.perf_counter()
            subprocess.run(contender.command, check=True, capture_output=True, env=environment, timeout=300)
            if number:
                times[contender.name].append(time.perf_counter() - start)
    return times


def report(contenders: list[Contender], times: dict[str, list[float]], told: list[Story]) -> None:
    """Print medians and ratios, and whether the whole text arrived."""
    ours = statistics.median(next(iter(times.values())))
    print(f"{'whole process':28} {'median':>9} {'min':>8} {'max':>8}  {'x ours':>6}  text")
    for contender in contenders:
        if contender.missing:
            print(f"{contender.name:28} {contender.missing}")
            continue
        taken = times[contender.name]
        median = statistics.median(taken)
        lost = missing_paragraphs(contender.output, told)
        whole = "whole" if not lost else f"{lost} paragraphs missing"
        figures = f"{median:8.3f}s {min(taken):7.3f}s {max(taken):7.3f}s  {median / ours:6.2f}"
        print(f"{contender.name:28} {figures}  {whole}")


def missing_paragraphs(docx: Path, told: list[Story]) -> int:
    """How many paragraphs of the stories are not in the file."""
    with zipfile.ZipFile(docx) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")
    text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    return sum(paragraph not in text for story in told for paragraph in story.paragraphs)


def report_open_program(issue: Issue) -> None:
    """Export as the open program does it: layout ready, writer warm, the file fsynced to the disk."""
    layout = typesetter(issue.template).layout(issue)
    publisher = Publisher()
    taken = []
    for _ in range(11):
        start = time.perf_counter()
        publisher.export(layout, issue, WORK / "open.docx")
        taken.append(time.perf_counter() - start)
    median, slowest = statistics.median(taken[1:]), max(taken[1:])
    figures = f"median {median:.3f}s, slowest {slowest:.3f}s (goal 0.15s)"
    print(f"Export in the open program, {len(layout.pages)} pages: {figures}")


if __name__ == "__main__":
    main()

"""20 pages to PDF: ours beside LibreOffice (from our .docx) and QTextDocument, the same text, in turn.

    python dev.py bench pdf [--rounds 9] [--articles 8]

Ours and QTextDocument are timed in this process, warm, with the file on the disk; LibreOffice as a whole
process with a profile that was used before. "text" is the share of the issue's paragraphs that poppler
finds in the file character by character.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fictional_text import Story, stories
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.export import files
from bulletin_desktop.export.job import Job, unwatched
from bulletin_desktop.gui.output.pdf import PdfWriter
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.services.publish import Publisher, typesetter
from bulletin_desktop.typeset.layout import Layout

WORK = Path(__file__).resolve().parents[2] / "build/bench-pdf"
Make = Callable[[Path], object]


def main() -> None:
    """Make the same issue in every way, in turn, and print what it took and what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--articles", type=int, default=8)
    given = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    application = QGuiApplication([])
    told = stories(given.articles, 1200)
    issue = make_issue(told)
    measures = QtMeasures()
    layout = typesetter("jianbao", measures).layout(issue)
    ways = all_ways(PdfWriter(measures, application), layout, issue, told)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(given.rounds + 1):
        for name, make in ways.items():
            start = time.perf_counter()
            make(WORK / f"{name}.pdf")
            if number:
                times[name].append(time.perf_counter() - start)
    report(times, told, len(layout.pages))


def make_issue(told: list[Story]) -> Issue:
    """The stories as an issue."""
    articles = tuple(
        Article(
            new_id(),
            headline=(story.headline,),
            blocks=tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for text in story.paragraphs),
        )
        for story in told
    )
    masthead = Masthead("云溪简报", "云溪县委办公室")
    issue = Issue(new_id(), "云溪简报", 2026, 3, dt.date(2026, 3, 2), masthead)
    return replace(issue, sections=(Section(new_id(), "要闻", articles),))


def all_ways(writer: PdfWriter, layout: Layout, issue: Issue, told: list[Story]) -> dict[str, Make]:
    """Ours, the part of it that is Qt's, and the rivals that are here."""

    def job(path: Path) -> Job:
        return Job(layout, issue, path, new_id())

    ways: dict[str, Make] = {
        "Bulletin Desktop": lambda path: writer.write(job(path)),
        "of it painting with QPdfWriter": lambda path: writer.painted(job(path), unwatched),
        "QTextDocument.print": lambda path: print_document(path, told),
    }
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed")
        return ways
    docx = WORK / "LibreOffice from our .docx.docx"
    Publisher().export(layout, issue, docx)
    profile = f"-env:UserInstallation={(WORK / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(WORK), str(docx)]
    ways[docx.stem] = lambda _path: subprocess.run(command, check=True, capture_output=True, timeout=300)
    return ways


def print_document(path: Path, told: list[Story]) -> None:
    """Qt's own text layout, at the text's size, without any of the page's rules."""
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(16)
    document.setDefaultFont(font)
    text = [line for story in told for line in (story.headline, *story.paragraphs)]
    document.setPlainText("\n".join(text))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(28, 37, 26, 35))
    document.print_(device)
    files.replace(path, bytes(buffer.data().data()))


def report(times: dict[str, list[float]], told: list[Story], pages: int) -> None:
    """Print a row for each way."""
    ours = statistics.median(next(iter(times.values())))
    print(f"{pages} pages{'':24} {'median':>9} {'min':>8} {'max':>8}  {'x ours':>6} {'kB':>6}  text")
    for name, taken in times.items():
        path = WORK / f"{name}.pdf"
        median = statistics.median(taken)
        figures = f"{median:8.3f}s {min(taken):7.3f}s {max(taken):7.3f}s  {median / ours:6.2f}"
        made = f"{path.stat().st_size / 1000:6.0f}  {found(path, told):.3f}" if path.exists() else ""
        print(f"{name:32} {figures} {made}")


def found(pdf: Path, told: list[Story]) -> float:
    """The share of headlines and paragraphs that poppler reads as they are, line ends and folios aside."""
    if shutil.which("pdftotext") is None:
        return float("nan")
    read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout
    lines = read.decode("utf-8").replace("\f", "\n").split("\n")
    text = "".join(line for line in lines if not line.startswith("—"))
    wanted = [text for story in told for text in (story.headline, *story.paragraphs)]
    return sum(each in text for each in wanted) / len(wanted)


if __name__ == "__main__":
    main()

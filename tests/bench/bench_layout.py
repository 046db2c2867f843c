"""How long laying out takes at 20, 100 and 300 pages, beside QTextDocument and LibreOffice on the same text.

    python dev.py bench layout [--keys 200]

Ours: everything anew, after a key in the middle article, breaking that paragraph alone, and what a layout
keeps in memory. QTextDocument knows no keeping together, no contents numbers and breaks other lines.
LibreOffice is a whole process: it starts, reads the .docx, lays it out and writes a PDF. pandoc makes no
pages from a .docx at all, so it has no figure here.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import shutil
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.breaker import break_lines
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout, TextRun
from bulletin_desktop.typeset.portions import Spreader
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import rendered

_TEXT = (
    "各县 部门 围绕 中心 服务 群众 深入 基层 调研 协商 推动 落实 产业 园区 项目 "
    "生态 教育 医疗 的 和 在 3月12日 24小时 85.6%"
)
_WORDS = _TEXT.split()
_SIZES = (9_700, 51_000, 155_000)  # characters, for about 20, 100 and 300 pages
_WARM_UP = 10


def issue(characters: int, seed: int = 1) -> Issue:
    """An issue of about *characters* in articles of 1,200."""
    chance = random.Random(seed)
    articles = []
    for n in range(max(1, characters // 1200)):
        blocks = []
        for block in range(6):
            text = ""
            while len(text) < 200:
                text += chance.choice(_WORDS) + ("，" if chance.random() < 0.15 else "")
            blocks.append(Paragraph(f"{n}-{block}", Role.BODY, (Span(text + "。"),)))
        articles.append(Article(f"a{n}", (f"第{n}篇稿件的标题",), blocks=tuple(blocks)))
    return Issue(
        "i",
        "p",
        2026,
        1,
        dt.date(2026, 1, 30),
        Masthead("简报", "办公室"),
        sections=(Section("s", "", tuple(articles)),),
    )


def typed(value: Issue, key: int) -> Issue:
    """The issue after one more key in the middle article."""
    articles = list(value.sections[0].articles)
    at = len(articles) // 2
    article = articles[at]
    first = article.blocks[0]
    assert isinstance(first, Paragraph)
    changed = replace(first, spans=(Span(first.text + "字" * (key % 40 + 1)),))
    articles[at] = replace(article, blocks=(changed, *article.blocks[1:]))
    return replace(value, sections=(replace(value.sections[0], articles=tuple(articles)),))


def times(function: Callable[[int], object], runs: int, warm_up: int = 0) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for run in range(runs + warm_up):
        start = time.perf_counter()
        function(run)
        taken.append((time.perf_counter() - start) * 1000)
    counted = sorted(taken[warm_up:])
    return statistics.median(counted), counted[int(len(counted) * 0.95)]


def qt(text: list[str]) -> tuple[Callable[[int], object], Callable[[int], object]]:
    """Laying out with QTextDocument anew, and after a key in the middle."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont, QGuiApplication, QTextCursor, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication([])
    font = QFont("Noto Serif CJK SC")
    font.setPixelSize(16)

    def made() -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setPlainText("\n".join(text))
        document.setPageSize(QSizeF(442, 638))
        document.pageCount()
        return document

    kept = made()
    cursor = QTextCursor(kept.findBlockByNumber(len(text) // 2))

    def key(_: int) -> object:
        cursor.insertText("字")
        return app, kept.pageCount()

    return lambda _: made(), key


def libreoffice(layout: Layout, value: Issue) -> str:
    """Milliseconds of a process that makes a PDF of the exported file, median of three."""
    if shutil.which("soffice") is None:
        return "missing"
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        Publisher().export(layout, value, folder / "issue.docx")
        rendered.convert([folder / "issue.docx"], folder)  # makes the profile
        taken, _ = times(lambda _: rendered.convert([folder / "issue.docx"], folder), 3)
    return f"{taken:.0f}"


def breaking(
    runs: tuple[TextRun, ...], used: template.Template, measures: FileMeasures
) -> Callable[[int], object]:
    """Breaking one paragraph."""
    spreader, style, width = Spreader(measures, {}), used.style("body"), used.page.text_width
    return lambda _: break_lines(runs, style, width, spreader)


def kept_memory(value: Issue, used: template.Template, measures: FileMeasures) -> float:
    """Megabytes that a typesetter and its layout keep, the issue itself not counted."""
    tracemalloc.start()
    setter = Typesetter(used, measures)
    layout = setter.layout(value)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del layout
    return kept / 1e6


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keys", type=int, default=200)
    given = parser.parse_args()
    measures, loaded, form = (
        FileMeasures(),
        template.load(),
        "{:>6} {:>9} {:>8} {:>8} {:>9} {:>7} {:>9} {:>8} {:>12}",
    )
    print("milliseconds, median unless it says otherwise")
    print(
        form.format(
            "pages", "all anew", "a key", "key p95", "breaking", "MB", "Qt anew", "Qt key", "LibreOffice"
        )
    )
    for characters in _SIZES:
        value = issue(characters)
        setter = Typesetter(loaded, measures)
        layout = setter.layout(value)
        fresh, _ = times(lambda _, v=value: Typesetter(loaded, measures).layout(v), 5)
        versions = [typed(value, key) for key in range(given.keys + _WARM_UP)]
        key, worst = times(lambda n, s=setter, v=versions: s.layout(v[n]), given.keys, _WARM_UP)
        run = (TextRun(value.sections[0].articles[0].blocks[0].text),)  # type: ignore[union-attr]
        broken, _ = times(breaking(run, loaded, measures), 200, _WARM_UP)
        anew, again = qt([block.text for article in value.articles() for block in article.paragraphs()])
        figures = (
            fresh, key, worst, broken, kept_memory(value, loaded, measures),
            times(anew, 5)[0], times(again, given.keys, _WARM_UP)[0],
        )  # fmt: skip
        shown = [f"{figure:.2f}" if figure < 100 else f"{figure:.0f}" for figure in figures]
        print(form.format(len(layout.pages), *shown, libreoffice(layout, value)))


if __name__ == "__main__":
    main()

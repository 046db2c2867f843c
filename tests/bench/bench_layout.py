"""How long laying out takes, beside QTextDocument on the same text: python -m tests.bench.bench_layout."""

from __future__ import annotations

import datetime as dt
import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.typesetter import Typesetter

_TEXT = (
    "各县 部门 围绕 中心 服务 群众 深入 基层 调研 协商 推动 落实 产业 园区 项目 "
    "生态 教育 医疗 的 和 在 3月12日 24小时 85.6%"
)
_WORDS = _TEXT.split()


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


def times(function: Callable[[int], object], runs: int = 40) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for run in range(runs):
        start = time.perf_counter()
        function(run)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[int(runs * 0.95)]


def qt_layout(text: list[str]) -> Callable[[int], object]:
    """QTextDocument laying out the same paragraphs from nothing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont, QGuiApplication, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication([])
    font = QFont("Noto Serif CJK SC")
    font.setPixelSize(16)

    def run(_: int) -> object:
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setPlainText("\n".join(text))
        document.setPageSize(QSizeF(442, 638))
        return app, document.pageCount()

    return run


def main() -> None:
    measures = FileMeasures()
    print(
        f"{'characters':>10} {'pages':>6} {'all anew':>9} {'a key':>7} {'p95':>7} {'QTextDocument':>14}"
        "   (ms, median)"
    )
    for characters in (1200, 12000, 180000):
        value = issue(characters)
        setter = Typesetter(template.load(), measures)
        layout = setter.layout(value)
        fresh, _ = times(lambda _, v=value: Typesetter(template.load(), measures).layout(v), 5)
        key, worst = times(lambda n, v=value, s=setter: s.layout(typed(v, n)))
        text = [block.text for article in value.articles() for block in article.paragraphs()]
        qt, _ = times(qt_layout(text), 5)
        print(f"{characters:>10} {len(layout.pages):>6} {fresh:>9.1f} {key:>7.2f} {worst:>7.2f} {qt:>14.1f}")


if __name__ == "__main__":
    main()

"""What history costs: a list of 10,000 versions, its renewal while typing, and entries of an issue's history.

    python dev.py bench history

Acts are measured beside the same act on an issue whose history is switched off, which is the only rival there
is: the difference is the price of an entry.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.gui.history import entries
from bulletin_desktop.gui.history.panel import HistoryPanel
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, issue_history
from bulletin_desktop.services.desk import Desk

VERSIONS, ROUNDS = 10_000, 60
SENTENCE = "会议指出，做好当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"


def article() -> Article:
    """An article of 1,000 characters."""
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(SENTENCE * 2),)) for _ in range(11))
    return Article(new_id(), ("云溪县召开专题会议",), blocks=blocks)


def milliseconds(work: Callable[[], object]) -> float:
    """How long *work* takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def many_versions(desk: Desk, library: Library, one: Article) -> None:
    """Save the article again and again, minutes apart, in one transaction: that is not what is measured."""
    with library.writing():
        for number in range(VERSIONS - 1):
            desk.apply(acts.SaveArticle(replace(one, kicker=str(number)), apart=True))


def acting(desk: Desk, issue_id: str, one: Article, sections: tuple[Section, ...]) -> dict[str, float]:
    """Median milliseconds of some acts."""
    found: dict[str, list[float]] = {"save an article": [], "move an article": [], "change the head": []}
    for number in range(ROUNDS):
        saved = replace(one, subtitle=str(number))
        found["save an article"].append(milliseconds(lambda saved=saved: desk.apply(acts.SaveArticle(saved))))
        move = acts.MoveArticles(((one.id, sections[number % 2].id, 0),))
        found["move an article"].append(milliseconds(lambda move=move: desk.apply(move)))
        head = replace(desk.issue(issue_id), sections=(), running_number=number + 1)
        found["change the head"].append(milliseconds(lambda head=head: desk.apply(acts.UpdateIssue(head))))
    return {name: statistics.median(times) for name, times in found.items()}


def lists(desk: Desk, own_id: str) -> None:
    """Reading and showing the versions, and once more after a save."""
    application = QApplication.instance() or QApplication([])
    rows = desk.revisions(own_id)
    print(f"{len(rows):,} versions of one article")
    print(f"  read, in the library's thread     {milliseconds(lambda: desk.revisions(own_id)):8.1f} ms")
    print(f"  made into rows, there too         {milliseconds(lambda: entries.of_article(rows)):8.1f} ms")
    panel = HistoryPanel()
    panel.resize(900, 400)
    panel.show()
    shown = entries.of_article(rows)

    def show() -> None:
        panel.set_rows(shown)
        application.processEvents()

    print(f"  shown and painted                 {milliseconds(show):8.1f} ms")
    print(f"  shown again after a save          {milliseconds(show):8.1f} ms")
    panel.close()


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        desk, publication = Desk(library), new_id()
        desk.apply(acts.CreatePublication(publication, "云溪信息"))
        one = article()
        sections = (
            Section(new_id(), "要闻", (one, *(article() for _ in range(5)))),
            Section(new_id(), "动态", tuple(article() for _ in range(6))),
        )
        issue = replace(desk.next_issue(publication, dt.date(2024, 3, 1)), sections=sections)
        desk.apply(acts.CreateIssue(publication, issue))
        with_history = acting(desk, issue.id, one, sections)
        with patch.object(issue_history, "note", lambda *_: None):
            without = acting(desk, issue.id, one, sections)
        print(f"median of {ROUNDS} acts on an issue of 12 articles   with history    without")
        for name, time_taken in with_history.items():
            print(f"  {name:40}{time_taken:12.2f} ms{without[name]:8.2f} ms")
        many_versions(desk, library, one)
        lists(desk, one.id)


if __name__ == "__main__":
    main()

"""Taking in what a colleague sent, for take_screenshots.py: everything that can be decided, in one dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, exchange_file
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.exchange_taking import decided

if TYPE_CHECKING:
    from screenshot_person import Person


@contextmanager
def comparison(person: Person) -> Iterator[QWidget]:
    """Give the dialog with what a colleague sent, beside what was changed here meanwhile."""
    window = person.window
    issue = window.session.issue
    with TemporaryDirectory() as folder:
        file = Path(folder) / "云溪简报2026年第1期.bulletin"
        exchange_file.write(file, window.backend.wait(lambda desk: desk.exchange.pack((issue.id,))))
        _edited_elsewhere(file, Path(folder) / "colleague.db", issue.id)
        window.backend.wait(lambda desk: _edit_here(desk, issue.id))
        window.work.changed.emit(frozenset({issue.id}))
        person.rest(400)
        window.intake.open_files([file])
        person.wait_for(person.application.activeModalWidget)
        yield person.application.activeModalWidget()


def exchange(person: Person) -> None:
    """A difference, several chosen at once, what is the same, the menu's words, an issue that is new."""
    with comparison(person) as dialog:
        person.rest(300)
        person.take("receive", dialog)
        dialog.same.setChecked(True)
        dialog.list.selectAll()
        person.rest(100)
        person.take("receive-several", dialog)
        dialog.list.setCurrentIndex(dialog.model.index(0, 0))
        person.rest(200)
        person.take("receive-details", dialog)


def archive(person: Person) -> None:
    """Where an issue's folder goes, and a pattern that is wrong."""
    dialog = person.dialog("archive")
    dialog.root.setText("D:/办公室/简报档案")
    person.rest(500)
    person.take("archive", dialog)
    dialog.pattern.setText("{year}/第{期号}期")
    person.rest(500)
    person.take("archive-wrong", dialog)


def _edited_elsewhere(file: Path, library: Path, issue_id: str) -> None:
    """A colleague takes the issue in, works on it, and sends it back in the same file."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        parcel = exchange_file.read(file)
        desk.exchange.take(parcel, decided(desk.exchange.compare(parcel)))
        issue = desk.issue(issue_id)
        articles = list(issue.articles())
        desk.apply(acts.UpdateIssue(replace(issue, sections=(), date=issue.date.replace(day=28))))
        for nth in (0, 1):
            desk.apply(acts.SaveArticle(_with(articles[nth], "，形成闭环管理机制"), apart=True))
        desk.apply(acts.AddArticles(issue.sections[0].id, (_new("云溪县开展春季植树活动"),), 1))
        desk.apply(acts.Delete((articles[-1].id,)))
        exchange_file.write(file, desk.exchange.pack((issue_id,)))


def _edit_here(desk: Desk, issue_id: str) -> None:
    """Go on with the issue's first article here."""
    articles = list(desk.issue(issue_id).articles())
    desk.apply(acts.SaveArticle(_with(articles[0], "，责任到人"), apart=True))


def _with(article: Article, words: str) -> Article:
    """The article with words put into its first body paragraph."""
    blocks = list(article.blocks)
    nth = next(
        nth for nth, block in enumerate(blocks) if isinstance(block, Paragraph) and len(block.text) > 20
    )
    text = blocks[nth].text
    blocks[nth] = replace(blocks[nth], spans=(Span(text[:18] + words + text[24:]),))
    return replace(article, blocks=tuple(blocks))


def _new(title: str) -> Article:
    text = "3月12日，县直机关干部职工在城东滨河绿道栽植香樟、桂花等苗木600余株。"
    return Article(new_id(), (title,), blocks=(Paragraph(new_id(), Role.BODY, (Span(text),)),))

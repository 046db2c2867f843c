"""What the children of the crash rounds do until they are killed. Each says what it has done."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups, publish, restoring
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk

Say = Callable[..., None]
PAUSES = (0, 0, 10, 30, 80, 200, 450)  # ms between keys: bursts, and thinking
WORDS = ("春耕", "会议强调", "落实", "“两个责任”")


def text(article: Article) -> str:
    """Its paragraphs, one a line, empty ones too."""
    return "\n".join(paragraph.text for paragraph in article.paragraphs())


def texts(issue: Issue) -> dict[str, str]:
    return {article.id: text(article) for article in issue.articles()}


def wait(milliseconds: int) -> None:
    """Let the window live. `QTest.qWait` keeps Python's lock all the while, so that no other thread would."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def type_in_window(library: Path, say: Say, chance: random.Random) -> None:
    """A person at the keyboard of the whole program, without a screen."""
    window = _window(library)
    ids = [article.id for article in window.session.issue.articles()]
    window.session.saved.connect(lambda _at: say("saved", texts=texts(window.session.issue)))
    say("ready", texts=texts(window.session.issue))
    while True:
        article_id = chance.choice(ids)
        window.editing.open_article(article_id)
        last = [*window.session.article(article_id).paragraphs()][-1]
        window.editor.go_to(last.id, len(last.text))
        typed = 0
        for _ in range(chance.randrange(5, 25)):
            if window.editor.article().id != article_id:
                break
            before = text(window.editor.article())
            typed, after, act = _act(window, chance, before, typed)
            say("press", article=article_id, text=after)
            act()
            wait(0)
            if window.editor.article().id != article_id:  # the window has gone to what was open last time
                break
            shown = text(window.editor.article())
            if shown != after:
                raise AssertionError(f"the editor made {shown!r} of {before!r}, not {after!r}")
            say("shown", article=article_id, text=shown, at=time.monotonic())
            wait(chance.choice(PAUSES))
        if chance.random() < 0.2:
            window.action_save.trigger()


def _window(library: Path) -> object:
    from PySide6.QtWidgets import QApplication

    from bulletin_desktop.gui import start
    from bulletin_desktop.i18n import ENGLISH, Catalog

    application = QApplication([])
    catalog = Catalog.load(ENGLISH)
    start.dress(application, catalog)
    window = start.open_window(application, library, catalog)
    window.show()
    while window.session.layout is None or window.editor.article() is None:
        wait(1)
    while message := QApplication.activeModalWidget():
        message.reject()
        wait(1)
    return window


def _act(
    window: object, chance: random.Random, before: str, typed: int
) -> tuple[int, str, Callable[[], object]]:
    """The next thing to do at the end: how much can be taken back then, what the text will say, the act."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    sheet = window.editor.focusProxy()
    drawn = chance.random()
    if drawn < 0.1 and typed > 1:
        return typed - 1, before[:-1], lambda: QTest.keyClick(sheet, Qt.Key.Key_Backspace)
    if drawn < 0.15 and typed:
        return 0, before + "\n", lambda: QTest.keyClick(sheet, Qt.Key.Key_Return)
    if drawn < 0.5:
        event, words = QInputMethodEvent(), chance.choice(WORDS)
        event.setCommitString(words)
        return typed + len(words), before + words, lambda: QApplication.sendEvent(sheet, event)
    key = chance.choice("abcdefghijk")
    return typed + 1, before + key, lambda: QTest.keyClick(sheet, key)


def _issue(desk: Desk) -> Issue:
    return desk.issue(desk.outline().publications[0].issues[0].id)


def review_in_window(library: Path, say: Say, chance: random.Random) -> None:
    """A person on the review page of the whole program, without a screen."""
    from tests.crash import reviewing

    reviewing.review_in_window(_window(library), library, say, chance)


def save(library: Path, say: Say, _chance: random.Random) -> None:
    """Saves without end, each acknowledged."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        article = next(_issue(desk).articles())
        number = int(article.kicker or 0)
        say("ready", number=number)
        while True:
            number += 1
            desk.apply(SaveArticle(replace(article, kicker=str(number), subtitle="副题" * (number % 99))))
            say("saved", number=number)


def migrate(library: Path, say: Say, _chance: random.Random) -> None:
    """Opens a library of an earlier version, which brings it up to date."""
    say("ready")
    with Library.open(library):
        say("opened")
    time.sleep(60)


def export(library: Path, say: Say, chance: random.Random) -> None:
    """Writes the issue over the same files again and again, and notes each in the library."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        issue = _issue(desk)
        look = desk.look(issue.id)
        layout = publish.typesetter(look).layout(issue)
        publisher = publish.Publisher()
        say("ready")
        for number in count():
            path = library.with_name("out" + chance.choice((".docx", ".txt", ".html")))
            say("writing", number=number, name=path.name)
            result = publisher.export(layout, issue, path)
            desk.record_export(issue, result, look)
            say("written", name=path.name, sha256=result.sha256, id=result.export_id)


def back_up(library: Path, say: Say, _chance: random.Random) -> None:
    """Backs the library up without end, and saves in it while it is being copied."""
    with Library.open(library) as opened:
        desk = Desk(opened)
        article = next(_issue(desk).articles())
        number = int(article.kicker or 0)
        say("ready", number=number)
        while True:
            making = backups.Making(library)
            for _ in range(3):
                number += 1
                desk.apply(SaveArticle(replace(article, kicker=str(number))))
                say("saved", number=number)
            making.copy(desk)
            say("backed up", path=str(making.finish().info.path), number=number)


def restore(library: Path, say: Say, _chance: random.Random) -> None:
    """Puts the one backup in the place of the library."""
    say("ready")
    restoring.restore(next(backups.default_folder(library).glob("*.db")), library)
    say("restored")
    time.sleep(60)


DEEDS: dict[str, Callable[[Path, Say, random.Random], None]] = {
    "type": type_in_window,
    "review": review_in_window,
    "save": save,
    "migrate": migrate,
    "export": export,
    "back up": back_up,
    "restore": restore,
}


def preload() -> None:
    """Load what the children need, so that each begins at once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # noqa: F401

    import bulletin_desktop.export.docx.writer
    import bulletin_desktop.export.html.writer
    import bulletin_desktop.export.text
    import bulletin_desktop.gui.preview.qt_measures
    import bulletin_desktop.gui.review.keeping
    import bulletin_desktop.gui.review.page
    import bulletin_desktop.gui.start
    import bulletin_desktop.services.found_typing  # noqa: F401
    from bulletin_desktop.gui import features  # noqa: F401

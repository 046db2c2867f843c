"""A second program for the fault tests: `python -m tests.library.fault_child DEED LIBRARY …`.

It prints one line per thing done, flushed at once, so that the test knows what was acknowledged.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import resource
import sys
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import manuscripts
from bulletin_desktop.services.acts import CreateIssue, CreatePublication, SaveArticle
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.outline import MANUSCRIPTS


def one_article(desk: Desk) -> Article:
    """The article of a library made by `fill`, made now if there is none."""
    rows = desk.outline().publications
    if not rows:
        publication = new_id()
        desk.apply(CreatePublication(publication, "简报"))
        issue = desk.next_issue(publication, dt.date(2024, 3, 1))
        article = Article(new_id(), ("标题",), blocks=(Paragraph(new_id(), Role.BODY, (Span("正文"),)),))
        desk.apply(CreateIssue(publication, replace(issue, sections=(Section(new_id(), "", (article,)),))))
        rows = desk.outline().publications
    return next(desk.issue(rows[0].issues[0].id).articles())


def say(text: object) -> None:
    print(text, flush=True)


def save(path: Path) -> None:
    """Save without end, the kicker a running number; each is said once it is acknowledged."""
    with Library.open(path) as library:
        desk = Desk(library)
        article = one_article(desk)
        number = int(article.kicker or 0)
        while True:
            number += 1
            article = replace(article, kicker=str(number), subtitle="副题" * (number % 200))
            desk.apply(SaveArticle(article))
            say(number)


def hold(path: Path) -> None:
    """Keep the library open until the input ends."""
    with Library.open(path):
        say(os.getpid())
        sys.stdin.read()


def fill_disk(path: Path) -> None:
    """Save under a file size limit until it is reached, then without it; say what happened."""
    with Library.open(path) as library:
        desk = Desk(library)
        article = one_article(desk)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
        kept, refused = 0, None
        while refused is None:
            longer = replace(article, kicker=str(kept + 1), subtitle=os.urandom(4000).hex())
            try:
                desk.apply(SaveArticle(longer))
            except UserError as error:
                refused = longer
                say(str(error))
            else:
                kept += 1
                article = longer
        say(desk.article(article.id) == article)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        desk.apply(SaveArticle(refused))
        say(kept + 1)


def fill_disk_with_originals(path: Path) -> None:
    """Take in a file that has no room, under a size limit and then without it; say what is there."""
    with Library.open(path) as library:
        desk = Desk(library)
        one_article(desk)
        content = os.urandom(2_000_000)
        sha256 = hashlib.sha256(content).hexdigest()
        recognition = replace(recognise("甲县召开会议\n会议部署了春耕工作。", "来稿.docx"), origin=sha256)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
        try:
            manuscripts.store(desk, MANUSCRIPTS, recognition, originals={sha256: content})
        except UserError as error:
            say(str(error))
        say((len(desk.manuscripts()), desk.outline().manuscripts, desk.has_original(sha256)))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        manuscripts.store(desk, MANUSCRIPTS, recognition, originals={sha256: content})
        say((len(desk.manuscripts()), desk.outline().manuscripts, desk.original(sha256).content == content))


if __name__ == "__main__":
    deeds = (save, hold, fill_disk, fill_disk_with_originals)
    {deed.__name__: deed for deed in deeds}[sys.argv[1]](Path(sys.argv[2]))

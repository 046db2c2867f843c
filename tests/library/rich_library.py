"""A library with something of everything, some of it larger than a page, for what may happen to a file."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bulletin_desktop.document.distribution import MailingLists, Recipient
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Picture, Role, Section, Span
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptSource
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.originals import Original
from bulletin_desktop.library.rows import ArticleState
from bulletin_desktop.library.templates import TemplateRow
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk

_WORDS = "防汛春耕安全生产招商引资基层治理乡村振兴信访调研部署推进落实责任措施群众变化实惠会议要求指出强调"
_DAY = dt.date(2024, 1, 4)


def make(path: Path, issues: int = 8, seed: int = 1) -> None:
    """Make the library at *path*: about 300 kB an issue, of six articles with all their history."""
    chance = random.Random(seed)
    moments = _moments()
    with Library.open(path) as library:
        desk = Desk(library, lambda: next(moments))
        publications = [new_id() for _ in range(2)]
        for own_id, name in zip(publications, ("政务简报", "社情民意"), strict=True):
            desk.apply(acts.CreatePublication(own_id, name, unit="中共云溪市委办公室"))
            lists = MailingLists((Recipient("市委", 3), Recipient("市政府", 2)), spare=5)
            desk.apply(acts.UpdateLists(own_id, Habits(lists, editor="陈雨")))
        picture = desk.add_picture(_png(chance))
        for number in range(issues):
            _add_issue(desk, publications[number % 2], number, chance, picture.sha256)
        _add_manuscripts(desk, chance, issues)
        _add_rest(library, desk)


def _moments() -> Iterator[dt.datetime]:
    """Each a quarter of an hour after the one before: every save is a version of its own."""
    now = dt.datetime(2024, 1, 4, 8, tzinfo=dt.UTC)
    while True:
        now += dt.timedelta(minutes=15)
        yield now


def _add_issue(desk: Desk, publication: str, number: int, chance: random.Random, picture: str) -> None:
    sections = tuple(
        Section(new_id(), title, tuple(_article(chance, picture) for _ in range(3)))
        for title in ("要闻", "工作动态")
    )
    issue = replace(desk.next_issue(publication, _DAY + dt.timedelta(weeks=number)), sections=sections)
    desk.apply(acts.CreateIssue(publication, issue))
    for article in issue.articles():
        blocks = article.blocks
        for version in range(chance.randrange(4)):
            blocks = (*blocks, _paragraph(chance))
            desk.apply(acts.SaveArticle(replace(article, kicker=f"第{version + 2}稿", blocks=blocks)))
    first, *_ = issue.articles()
    desk.apply(acts.SetState((first.id,), ArticleState.CHECKED))
    desk.apply(acts.NameRevision(first.id, desk.revisions(first.id)[0].revision, "送审稿"))
    if number % 3 == 0:
        *_, last = issue.articles()
        desk.apply(acts.Delete((last.id,)))


def _add_manuscripts(desk: Desk, chance: random.Random, count: int) -> None:
    for number in range(count):
        article = _article(chance, "")
        desk.apply(acts.AddArticles(MANUSCRIPTS, (article,), 0))
        content = chance.randbytes(chance.choice((900, 9_000, 70_000)))
        name = f"来稿{number}.docx"
        received = dt.datetime(2024, 2, 1, 9, number % 60, tzinfo=dt.UTC)
        manuscript = Manuscript(
            article.id, received, ManuscriptSource.FILE, file_name=name, contributor="市水利局", author="王明"
        )
        original = Original(hashlib.sha256(content).hexdigest(), name, content)
        desk.receive(replace(manuscript, original=original.sha256), original)


def _add_rest(library: Library, desk: Desk) -> None:
    with library.writing():
        library.intake_settings.keep('{"notes":"end"}')
        text = 'name = "本单位"\n' + "# 行距\n" * 900
        library.templates.save(TemplateRow(new_id(), "本单位模板", "jianbao", text), desk.now())


def _article(chance: random.Random, picture: str) -> Article:
    """Some of them fill several pages of the file, the others a part of one."""
    count = chance.choice((2, 4, 6, 40, 160))
    blocks: list[Paragraph | Picture] = [_paragraph(chance) for _ in range(count)]
    if picture and count == 4:
        blocks.append(Picture(new_id(), picture, 800, 500, "会场"))
    return Article(new_id(), (_text(chance, 14),), credit="市水利局", blocks=tuple(blocks))


def _paragraph(chance: random.Random) -> Paragraph:
    return Paragraph(new_id(), Role.BODY, (Span(_text(chance, chance.randrange(20, 160))),))


def _text(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_WORDS, k=length))


def _png(chance: random.Random) -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (90, 60), chance.randbytes(90 * 60 * 3)).save(out, "PNG")
    return out.getvalue()

"""Make a library as a version of the program leaves it: `python make.py FOLDER`, its code in PYTHONPATH.

The file is kept here as vNN.db.gz, and what it holds, as that program reads it, as vNN.json.gz. Before the
tables change, make both of the version that is. It asks the program for nothing its version does not have.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import hashlib
import io
import json
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk

_DAY = dt.date(2026, 3, 5)
_LONG = "一张数据页放不下的一段话，要接到别的页上去。" * 90


def fill(library: Library, desk: Desk) -> None:
    """Do what people do, as far as this version knows of it."""
    publication, second = new_id(), new_id()
    desk.apply(acts.CreatePublication(publication, "云溪简报", unit="云溪县委办公室"))
    desk.apply(acts.CreatePublication(second, "停办的刊物"))
    for nth in range(2):
        sections = tuple(
            Section(new_id(), title, tuple(article(f"{title}第{number}篇") for number in range(1, 4)))
            for title in ("要闻", "工作动态")
        )
        issue = replace(desk.next_issue(publication, _DAY + dt.timedelta(weeks=nth)), sections=sections)
        desk.apply(acts.CreateIssue(publication, issue))
    first, other, gone, *_ = issue.articles()
    for version in range(1, 24):  # beyond the revisions that are stored as what differs from the one before
        first = replace(
            first, kicker=f"第{version}稿", blocks=(*first.blocks, paragraph(f"第{version}次加的。"))
        )
        desk.apply(acts.SaveArticle(first))
    desk.apply(acts.NameRevision(first.id, desk.revisions(first.id)[0].revision, "送审稿"))
    desk.apply(acts.SaveArticle(replace(other, blocks=(paragraph(_LONG), *other.blocks))))
    desk.apply(acts.Delete((gone.id,)))
    desk.apply(acts.Delete((second,)))
    for later in (exports, pictures, templates, unplaced, lists, manuscripts):
        with contextlib.suppress(AttributeError, ImportError):
            later(library, desk, publication, issue)


def article(title: str) -> Article:
    """A short article."""
    return Article(
        new_id(), (title,), credit="县水利局", blocks=(paragraph("正文一段。"), paragraph("再一段。"))
    )


def paragraph(text: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(new_id(), Role.BODY, (Span(text),))


def exports(library: Library, _desk: Desk, _publication: str, issue: Any) -> None:
    """Version 2."""
    from bulletin_desktop.library.exports import Export

    at = dt.datetime(2026, 3, 6, 9, tzinfo=dt.UTC)
    with library.writing():
        library.exports.add(Export(new_id(), at, "云溪简报.docx", "0" * 64, 4, issue, (("a1", None, None),)))


def pictures(_library: Library, desk: Desk, _publication: str, _issue: Any) -> None:
    """Version 3."""
    from PIL import Image

    out = io.BytesIO()
    Image.linear_gradient("L").resize((60, 40)).save(out, "PNG")
    desk.add_picture(out.getvalue())


def templates(_library: Library, desk: Desk, _publication: str, _issue: Any) -> None:
    """Version 4."""
    desk.apply(acts.SaveTemplate(new_id(), "本单位模板", "jianbao", 'name = "本单位模板"\n'))


def unplaced(_library: Library, desk: Desk, _publication: str, issue: Any) -> None:
    """Version 5."""
    from bulletin_desktop.library.nodes import MANUSCRIPTS
    from bulletin_desktop.library.rows import ArticleState

    desk.apply(acts.AddArticles(MANUSCRIPTS, (article("一篇来稿"),), 0))
    desk.apply(acts.SetState((next(issue.articles()).id,), ArticleState.CHECKED))


def lists(_library: Library, desk: Desk, publication: str, _issue: Any) -> None:
    """Version 6."""
    from bulletin_desktop.document.distribution import MailingLists, Recipient
    from bulletin_desktop.library.habits import Habits

    desk.apply(
        acts.UpdateLists(publication, Habits(MailingLists((Recipient("县委", 3),), spare=5), editor="陈雨"))
    )


def manuscripts(_library: Library, desk: Desk, _publication: str, issue: Any) -> None:
    """Version 8."""
    from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptSource
    from bulletin_desktop.library.originals import Original

    content = "来稿原件。".encode() * 800
    original = Original(hashlib.sha256(content).hexdigest(), "来稿.txt", content)
    own_id = next(issue.articles()).id
    at = dt.datetime(2026, 3, 4, 15, tzinfo=dt.UTC)
    desk.receive(
        Manuscript(own_id, at, ManuscriptSource.FILE, original.sha256, original.name, "县水利局"), original
    )


def told(desk: Desk, ids: list[str], issues: list[str]) -> dict[str, Any]:
    """What the library holds, as this version reads it."""
    return {
        "articles": {own_id: codec.dumps(desk.article(own_id)) for own_id in ids},
        "revisions": {
            own_id: [
                (row.revision, row.name, codec.dumps(desk.revision(own_id, row.revision)))
                for row in desk.revisions(own_id)
            ]
            for own_id in ids
        },
        "issues": {own_id: codec.dumps(desk.issue(own_id)) for own_id in issues},
        "bin": sorted((row.kind, row.title) for row in desk.recycled()),
    }


def main(folder: Path) -> None:
    """Make both files of this version."""
    path = folder / "making.db"
    with Library.open(path) as library:
        fill(library, Desk(library))
    with contextlib.closing(sqlite3.connect(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        ids = [own_id for (own_id,) in raw.execute("SELECT id FROM articles ORDER BY nr")]
        issues = [own_id for (own_id,) in raw.execute("SELECT issue_id FROM issue_heads ORDER BY rowid")]
    with Library.open(path) as library:
        holds = told(Desk(library), ids, issues)
    (folder / f"v{version:02}.db.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    text = json.dumps(holds, ensure_ascii=False, separators=(",", ":"))
    (folder / f"v{version:02}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The texts of articles and all their versions; an article is there if any of these is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.document.text import characters
from bulletin_desktop.library.checks import legible
from bulletin_desktop.library.checks.case import Case, deflated_whole
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.content import intact, sha256
from bulletin_desktop.library.nodes import MANUSCRIPTS

_LAST = 1_000_000  # a position after all others, until they are counted anew
_EPOCH = "1970-01-01T00:00:00.000+00:00"  # when a version was saved whose time is lost


def identities(case: Case) -> Iterator[Trouble]:
    """The id in an article's line is the one its text has, whose hash vouches for it."""
    rows = case.db.execute(
        "SELECT nr, title, CAST(json AS BLOB), sha256 FROM articles JOIN article_bodies ON article_nr = nr "
        "WHERE instr(substr(json, 1, 200), '\"id\":\"' || id || '\"') = 0"
    )
    for nr, title, data, kept in rows.fetchall():
        article = _loaded(intact(data, kept))
        if article and not case.db.execute("SELECT 1 FROM articles WHERE id = ?", [article.id]).fetchone():
            statement = "UPDATE articles SET id = ? WHERE nr = ?"
            yield case.trouble(Kind.ARTICLE_ROW, title, "", statement, [article.id, nr])


def revisions(case: Case) -> Iterator[Trouble]:
    """Every version of every article: whole, and of that article."""
    rows = case.rows(
        "SELECT revisions.nr, article_nr, saved_at, articles.id, title, section_id FROM revisions "
        "LEFT JOIN articles ON articles.nr = article_nr ORDER BY revisions.nr"
    )
    for nr, article_nr, saved_at, own_id, title, section_id in rows:
        content = case.revisions.read(nr)
        if content is None or (own_id is not None and not _is_of(content, own_id)):
            where = case.place_of(section_id) if section_id else ""
            finding = Finding(Kind.REVISION, title or "", f"{where} {saved_at[:16]}".strip())
            yield Trouble(finding, partial(_mend_revision, case, nr, article_nr))


def _mend_revision(case: Case, nr: int, article_nr: int) -> bool:
    """The newest version is what the article's text is; any other is lost."""
    row = case.db.execute(
        "SELECT CAST(json AS BLOB), article_bodies.sha256 FROM article_bodies "
        "JOIN revisions USING (article_nr) "
        "WHERE nr = ? AND article_bodies.sha256 = revisions.sha256",
        [nr],
    ).fetchone()
    text = intact(*row) if row else None
    if text is not None:
        case.db.execute(
            "UPDATE revisions SET base_nr = NULL, depth = 0, data = ? WHERE nr = ?",
            [deflated_whole(text.encode()), nr],
        )
        return True
    case.db.execute("DELETE FROM revisions WHERE nr = ?", [nr])
    case.lost_revisions[article_nr] = max(nr, case.lost_revisions.get(article_nr, 0))
    return False


def missing_articles(case: Case) -> Iterator[Trouble]:
    """Articles whose line is lost: their text or a version of it knows id and title."""
    rows = case.db.execute(
        "SELECT article_nr FROM"
        " (SELECT article_nr FROM article_bodies UNION SELECT article_nr FROM revisions) "
        "WHERE article_nr NOT IN (SELECT nr FROM articles)"
    )
    places = {
        article_id: (section_id, position)
        for standing in case.standings.values()
        for section_id, _, articles in standing.sections
        for position, (article_id, _) in enumerate(articles)
    }
    for (nr,) in rows.fetchall():
        text = _body(case, nr) or _newest_revision(case, nr)[1]
        article = _loaded(text)
        what = article.title if article else ""
        yield Trouble(Finding(Kind.ARTICLE_ROW, what), partial(_put_back, case, nr, article, places))


def _put_back(case: Case, nr: int, article: Article | None, places: dict[str, tuple[str, int]]) -> bool:
    known = article and case.db.execute("SELECT 1 FROM articles WHERE id = ?", [article.id]).fetchone()
    if article is None or known:  # nothing of it is legible; or it is there under another number
        for table in ("article_bodies", "revisions"):
            case.db.execute(f"DELETE FROM {table} WHERE article_nr = ?", [nr])
        return known is not None
    section_id, position = places.get(article.id, (MANUSCRIPTS, _LAST))
    if case.db.execute("SELECT 1 FROM sections WHERE id = ?", [section_id]).fetchone() is None:
        section_id, position = MANUSCRIPTS, _LAST
    case.db.execute(
        "INSERT INTO articles (nr, id, section_id, position, title, characters, credit) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [nr, article.id, section_id, position, article.title, characters(article), article.credit],
    )
    return article.id in places


def bodies(case: Case) -> Iterator[Trouble]:
    """The text of every article: what was saved last, and what its line in the tree says."""
    rows = case.rows(
        "SELECT articles.nr, articles.id, title, credit, articles.characters, section_id,"
        " CAST(json AS BLOB), article_bodies.sha256, revisions.sha256, revisions.characters "
        "FROM articles LEFT JOIN article_bodies ON article_bodies.article_nr = articles.nr "
        "LEFT JOIN revisions ON revisions.nr ="
        " (SELECT max(nr) FROM revisions AS own WHERE own.article_nr = articles.nr) "
        "ORDER BY articles.nr"
    )
    for nr, own_id, title, credit, count, section_id, data, kept, newest, counted in rows:
        text = intact(data, kept or b"")
        where = partial(case.place_of, section_id)
        if text is None or not _is_of(text.encode(), own_id):
            yield Trouble(
                Finding(Kind.ARTICLE, title, where()), partial(_mend_body, case, nr, own_id, title, credit)
            )
            continue
        if kept != newest and _is_earlier(case, nr, kept):
            finding = Finding(Kind.ARTICLE, title, where())
            yield Trouble(finding, partial(_mend_body, case, nr, own_id, title, credit))
            continue
        if kept != newest:
            yield Trouble(Finding(Kind.REVISION, title, where()), partial(_add_revision, case, nr, text))
        own_title, own_credit = _line(text)
        if (title, credit) != (own_title, own_credit) or (kept == newest and count != counted):
            yield Trouble(Finding(Kind.ARTICLE_ROW, own_title, where()), partial(_mend_line, case, nr, text))


def _mend_body(case: Case, nr: int, own_id: str, title: str, credit: str) -> bool:
    """Take the newest version; without one, what is legible of the text, and at least its title."""
    data, kept = case.db.execute(
        "SELECT CAST(json AS BLOB), sha256 FROM article_bodies WHERE article_nr = ?", [nr]
    ).fetchone() or (None, None)
    revision, text = _newest_revision(case, nr)
    if text is None or _loaded(text) is None:
        text, whole = codec.dumps(legible.article(data or b"", own_id, title, credit)), False
    elif text.encode() == data or sha256(text) == kept:
        whole = True
    else:  # without a text, or with an earlier one, the newest version is the text there was
        is_newest = revision > case.lost_revisions.get(nr, 0)
        whole = is_newest and (_fits_line(case, nr, text) if kept is None else _is_earlier(case, nr, kept))
    case.db.execute(
        "INSERT OR REPLACE INTO article_bodies (article_nr, json, sha256) VALUES (?, ?, ?)",
        [nr, text, sha256(text)],
    )
    if not revision:
        _add_revision(case, nr, text)
    _mend_line(case, nr, text)
    return whole


def _fits_line(case: Case, nr: int, text: str) -> bool:
    """Tell whether an article's line in the tree is of this text."""
    article = codec.loads_article(text)
    title, count = case.db.execute("SELECT title, characters FROM articles WHERE nr = ?", [nr]).fetchone()
    return title == article.title and count in (0, characters(article))  # 0: the line was found without it


def _is_earlier(case: Case, nr: int, kept: bytes) -> bool:
    row = case.db.execute("SELECT 1 FROM revisions WHERE article_nr = ? AND sha256 = ?", [nr, kept])
    return row.fetchone() is not None


def _add_revision(case: Case, nr: int, text: str) -> bool:
    saved = case.db.execute("SELECT max(saved_at) FROM revisions WHERE article_nr = ?", [nr]).fetchone()[0]
    at = saved or _EPOCH
    case.db.execute(
        "INSERT INTO revisions (article_nr, began_at, saved_at, characters, base_nr, depth, sha256, data) "
        "VALUES (?, ?, ?, ?, NULL, 0, ?, ?)",
        [nr, at, at, characters(codec.loads_article(text)), sha256(text), deflated_whole(text.encode())],
    )
    return True


def _mend_line(case: Case, nr: int, text: str) -> bool:
    article = codec.loads_article(text)
    case.db.execute(
        "UPDATE articles SET title = ?, credit = ?, characters = ?, problems = -1 WHERE nr = ?",
        [article.title, article.credit, characters(article), nr],
    )
    return True


def _body(case: Case, nr: int) -> str | None:
    row = case.db.execute(
        "SELECT CAST(json AS BLOB), sha256 FROM article_bodies WHERE article_nr = ?", [nr]
    ).fetchone()
    return intact(*row) if row else None


def _newest_revision(case: Case, nr: int) -> tuple[int, str | None]:
    """The newest version that is whole, by number and text; 0 and None if there is none."""
    rows = case.db.execute("SELECT nr FROM revisions WHERE article_nr = ? ORDER BY nr DESC", [nr]).fetchall()
    found = ((revision, case.revisions.read(revision)) for (revision,) in rows)
    whole = ((revision, content.decode("utf-8")) for revision, content in found if content is not None)
    return next(whole, (0, None))


def _loaded(text: str | None) -> Article | None:
    try:
        return None if text is None else codec.loads_article(text)
    except IllegalDocument:
        return None


def _is_of(content: bytes, own_id: str) -> bool:
    """Tell whether a text says it is that article's, without reading it all."""
    return f'"id":"{own_id}"'.encode() in content[:200]


def _line(text: str) -> tuple[str, str]:
    """The title and credit a text has."""
    value: dict[str, Any] = json.loads(text)
    return "".join(value.get("headline", ())), value.get("credit", "")

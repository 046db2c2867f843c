"""Articles (稿件) in the library: the row of the tree, the body as JSON with its hash, the revisions."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article, Section
from bulletin_desktop.document.text import characters, plain_text, taken_away
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.content import intact, sha256
from bulletin_desktop.library.database import Database
from bulletin_desktop.library.nodes import gone
from bulletin_desktop.library.revisions import Revisions, State
from bulletin_desktop.library.rows import ArticleState
from bulletin_desktop.library.siblings import NOWHERE, Siblings
from bulletin_desktop.library.sketches import Sketches


class Articles:
    """Reads and writes the tables `articles` and `article_bodies`; every save goes to the revisions too."""

    def __init__(self, db: Database, revisions: Revisions, sketches: Sketches) -> None:
        self._db = db
        self._revisions = revisions
        self._sketches = sketches
        self.order = Siblings(db, "articles", "section_id")

    def add(self, section_id: str, article: Article, position: int, problems: int, at: dt.datetime) -> None:
        """Store a new article at *position*, or last if there are fewer, with its first revision.

        *problems* is how many its row tells of. Raises `UserError` if the library holds it already.
        """
        body, count = codec.dumps(article), characters(article)
        try:
            row = self._db.execute(
                "INSERT INTO articles (id, section_id, position, title, characters, credit, problems) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [article.id, section_id, NOWHERE, article.title, count, article.credit, problems],
            )
        except sqlite3.IntegrityError as error:
            raise _stands_twice(error, article) from error
        self.order.put(article.id, section_id, position)
        self._db.execute(
            "INSERT INTO article_bodies (article_nr, json, sha256) VALUES (?, ?, ?)",
            [row.lastrowid, body, sha256(body)],
        )
        self._revisions.add(row.lastrowid or 0, State(body, count, at))
        self._sketches.outdate(row.lastrowid or 0)

    def save(self, article: Article, problems: int, at: dt.datetime) -> Article | None:
        """Store the new value of an article that exists, even in the recycle bin; return the former value.

        *problems* is how many its row tells of.

        Writes nothing and returns None if the value is the stored one. Where no former value can be read
        any more, because of damage, the new one is returned.
        """
        nr, _title, former = self._body(article.id)
        body = codec.dumps(article)
        if body == former:
            return None
        if former is None:  # damaged: the newest revision holds the same state, and this save mends the body
            former = self._revisions.newest(nr)
        before = codec.loads_article(former or body)
        self._write(nr, before, former, article, body, problems=problems, at=at)
        return before

    def change(
        self, article_id: str, change: Callable[[Article], tuple[Article, int]], at: dt.datetime
    ) -> tuple[Article, Article] | None:
        """Save what *change* makes of an article, even in the recycle bin; return both values.

        *change* gives the new value and how many problems its row tells of.
        Writes nothing and returns None if that is no change. Raises `UserError` if the article is missing or
        damaged.
        """
        nr, title, body = self._body(article_id)
        former = _whole(body, title)
        before = codec.loads_article(former)
        article, problems = change(before)
        if article == before:
            return None
        self._write(nr, before, former, article, codec.dumps(article), problems=problems, at=at)
        return before, article

    def _write(
        self,
        nr: int,
        before: Article,
        former: str | None,
        article: Article,
        body: str,
        *,
        problems: int,
        at: dt.datetime,
    ) -> None:
        count = characters(article)
        self._db.execute(
            "UPDATE articles SET title = ?, characters = ?, credit = ?, problems = ? WHERE nr = ?",
            [article.title, count, article.credit, problems, nr],
        )
        self._db.execute(
            "INSERT OR REPLACE INTO article_bodies (article_nr, json, sha256) VALUES (?, ?, ?)",
            [nr, body, sha256(body)],
        )
        gone_characters = taken_away(plain_text(before), plain_text(article))
        self._revisions.save(nr, State(body, count, at), former, gone_characters)
        self._sketches.outdate(nr)

    def get(self, article_id: str) -> Article:
        """Return an article, even from the recycle bin; raises `UserError` if it is missing or damaged."""
        _nr, title, body = self._body(article_id)
        return codec.loads_article(_whole(body, title))

    def get_if(self, article_id: str, wanted: Callable[[str], bool]) -> Article | None:
        """Return an article like `get`, if *wanted* says so of its JSON as `codec.running` gives it."""
        _nr, title, body = self._body(article_id)
        whole = _whole(body, title)
        return codec.loads_article(whole) if wanted(codec.running(whole)) else None

    def number(self, article_id: str) -> int:
        """Return the row number revisions know an article by; raises `UserError` if there is none."""
        row = self._db.execute("SELECT nr FROM articles WHERE id = ?", [article_id]).fetchone()
        if row is None:
            raise gone("article", article_id)
        return int(row[0])

    def place(self, article_id: str) -> tuple[str, int]:
        """Return section id and position; raises `UserError` if the article is itself in the recycle bin."""
        row = self._db.execute(
            "SELECT section_id, position FROM articles WHERE id = ? AND deleted_at IS NULL", [article_id]
        ).fetchone()
        if row is None:
            raise gone("article", article_id)
        return row[0], row[1]

    def issue_of(self, article_id: str) -> str:
        """Return the id of the issue that holds an article, in the recycle bin or not."""
        (issue_id,) = self._db.execute(
            "SELECT issue_id FROM articles JOIN sections ON sections.id = section_id WHERE articles.id = ?",
            [article_id],
        ).fetchone()
        return str(issue_id)

    def move(self, article_id: str, section_id: str, position: int) -> None:
        """Put an article at *position* of a section, or last if there are fewer."""
        self.order.lift(article_id)
        self.order.put(article_id, section_id, position)

    def state(self, article_id: str) -> ArticleState:
        """Return how far an article has come; raises `UserError` if it lies in the recycle bin."""
        self.place(article_id)
        (state,) = self._db.execute("SELECT state FROM articles WHERE id = ?", [article_id]).fetchone()
        return ArticleState(state)

    def set_state(self, article_id: str, state: ArticleState) -> None:
        """Say how far an article has come."""
        self._db.execute("UPDATE articles SET state = ? WHERE id = ?", [state.value, article_id])

    def uncounted(self, issue_id: str) -> tuple[str, ...]:
        """Return the ids of an issue's articles whose problems were never counted."""
        rows = self._db.execute(
            "SELECT articles.id FROM sections JOIN articles ON section_id = sections.id "
            "WHERE issue_id = ? AND sections.deleted_at IS NULL AND articles.deleted_at IS NULL "
            "AND problems < 0",
            [issue_id],
        )
        return tuple(own_id for (own_id,) in rows)

    def note_problems(self, article_id: str, problems: int) -> None:
        """Keep how many problems an article has as it is now."""
        self._db.execute("UPDATE articles SET problems = ? WHERE id = ?", [problems, article_id])

    def sections(self, issue_id: str) -> tuple[Section, ...]:
        """Return an issue's sections with whole articles; raises `UserError` naming a damaged one."""
        held: dict[str, tuple[str, list[Article]]] = {}
        for section_id, heading, own_id, title, data, kept in self._db.execute(
            "SELECT sections.id, sections.title, articles.id, articles.title, CAST(json AS BLOB), sha256 "
            "FROM sections LEFT JOIN articles ON section_id = sections.id AND articles.deleted_at IS NULL "
            "LEFT JOIN article_bodies ON article_nr = nr "
            "WHERE issue_id = ? AND sections.deleted_at IS NULL "
            "ORDER BY sections.position, articles.position",
            [issue_id],
        ):
            articles = held.setdefault(section_id, (heading, []))[1]
            if own_id is not None:
                articles.append(codec.loads_article(_whole(intact(data, kept), title)))
        return tuple(Section(own_id, title, tuple(articles)) for own_id, (title, articles) in held.items())

    def _body(self, article_id: str) -> tuple[int, str, str | None]:
        """Row number, title and body; the body is None if it is damaged."""
        row = self._db.execute(
            "SELECT nr, title, CAST(json AS BLOB), sha256 FROM articles "
            "LEFT JOIN article_bodies ON article_nr = nr WHERE id = ?",
            [article_id],
        ).fetchone()
        if row is None:
            raise gone("article", article_id)
        nr, title, data, kept = row
        return nr, title, intact(data, kept)


def _stands_twice(error: sqlite3.IntegrityError, article: Article) -> Exception:
    """The sentence for an article that is there already; any other broken constraint is a bug."""
    if "articles.id" not in str(error):
        return error
    return UserError(
        "The article “{title}” is in this library already. Nothing was changed. Insert a copy of it instead.",
        title=article.title,
    )


def _whole(body: str | None, title: str) -> str:
    if body is None:
        raise UserError(
            "The article “{title}” is damaged in the library. The other articles are not affected. "
            "Take an earlier version of it, or restore a backup.",
            title=title,
        )
    return body

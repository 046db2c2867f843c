"""Which articles may have a word in their text: every character and pair of characters of every text.

And every three Latin letters or digits in a row, as any two of so few are in most texts.

A full-text index (FTS5) of grams, without positions and without the texts: whoever has a word has all grams
of it, and few others have. A document in it is never changed, since FTS5 takes out only what it is given once
more: a text that has changed gets another document, and the former finds the article in vain until `forget`.

Triggers of the tables note what is new or changed, so that no writer passes it by. It counts as likely until
it is indexed, which is left for later: not again and again while somebody types, and not while a save waits.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bulletin_desktop.document import codec
from bulletin_desktop.document.searching import HEADLINE, TextLine, folded, running
from bulletin_desktop.library.content import intact
from bulletin_desktop.library.database import Database

RECENT = 32  # changed articles that are left out of the index, as they are likely to be changed again
_LONGEST = 24  # grams that are asked for: more of them shut out hardly anything
_VERSION = 28  # bits below a document's version, for an article's row number
_WORN = 20_000  # documents of former texts, and half as many as there are articles


class _Signs(dict[int, str]):
    """For `str.translate`: ASCII's marks as private characters, since FTS5 would part grams at them."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if code >= 0x80 or char.isalnum() or char == "\n" else chr(0xE000 + code)
        return self[code]


_SIGNS = _Signs()
_ASCII = re.compile("[0-9a-z]{3,}")


class SearchIndex:
    """Reads and writes the tables `search_grams` and `search_documents`; articles are row numbers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def likely(self, words: Iterable[str], most: int = -1) -> set[int] | None:
        """Return the articles that may have all folded *words*; None if they are more than *most*.

        None, too, where the index is damaged: any article may have them then.
        """
        query = _query(_asked(words))
        limit = most + 1 if most >= 0 else -1
        stale = self._nrs("SELECT article_nr FROM search_documents WHERE stale <> 0 LIMIT ?", limit)
        try:
            found = self._db.execute(
                "SELECT rowid FROM search_grams WHERE search_grams MATCH ? LIMIT ?", [query, limit]
            ).fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            return None
        likely = {document & (1 << _VERSION) - 1 for (document,) in found}
        likely.update(stale)
        return None if 0 <= most < len(likely) else likely

    def unindexed(self) -> int:
        """Return how many texts the index does not know as they are now."""
        row = self._db.execute("SELECT count(*) FROM search_documents WHERE stale <> 0")
        return int(row.fetchone()[0])

    def due(self, changed: int) -> tuple[int, ...]:
        """Return some of the articles to be indexed, in order, but for those *changed* last."""
        older = self._nrs(
            "SELECT article_nr FROM search_documents WHERE stale <> 0 AND stale < 0 ORDER BY stale LIMIT 50"
        )
        return older or self.outdated(changed)

    def outdated(self, changed: int) -> tuple[int, ...]:
        """Return articles with a text that is new or changed, in order, but for those *changed* last."""
        return self._nrs(
            "SELECT article_nr FROM search_documents WHERE stale <> 0 AND stale > 0 "
            "ORDER BY stale DESC LIMIT 50 OFFSET ?",
            changed,
        )[::-1]

    def put(self, article_nr: int) -> None:
        """Index an article's text as it is now."""
        (version,) = self._db.execute(
            "SELECT version FROM search_documents WHERE article_nr = ?", [article_nr]
        ).fetchone()
        self._db.execute(
            "INSERT INTO search_grams (rowid, grams) VALUES (?, ?)",
            [version << _VERSION | article_nr, " ".join(_grams(running(self.lines(article_nr))))],
        )
        self._db.execute(
            "UPDATE search_documents SET stale = 0, version = version + 1 WHERE article_nr = ?", [article_nr]
        )

    def lines(self, article_nr: int) -> list[TextLine]:
        """Return all text of an article; of a damaged one what its row has."""
        data, kept, title, credit = self._db.execute(
            "SELECT CAST(json AS BLOB), sha256, title, credit FROM articles "
            "LEFT JOIN article_bodies ON article_nr = nr WHERE nr = ?",
            [article_nr],
        ).fetchone()
        body = intact(data, kept)
        if body is None:
            return [TextLine(HEADLINE, 0, title), TextLine("credit", 0, credit)]
        return [TextLine(*line) for line in codec.lines(body)]

    def is_sound(self, sample: int) -> bool:
        """Tell whether some indexed articles, taken at random, are found by every gram of their texts."""
        some = self._db.execute(
            "SELECT article_nr, version FROM search_documents WHERE stale = 0 ORDER BY random() LIMIT ?",
            [sample],
        ).fetchall()
        try:
            return all(self._is_found(nr, version - 1 << _VERSION | nr) for nr, version in some)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            return False

    def _is_found(self, article_nr: int, document: int) -> bool:
        grams = sorted(gram for gram in _grams(running(self.lines(article_nr))) if "\n" not in gram)
        asked = "SELECT count(*) FROM search_grams WHERE search_grams MATCH ? AND rowid = ?"
        return all(
            self._db.execute(asked, [_query(grams[start : start + _LONGEST]), document]).fetchone()[0]
            for start in range(0, len(grams), _LONGEST)
        )

    def worn(self) -> bool:
        """Tell whether so many documents are of former texts that the index is better made anew."""
        versions, articles = self._db.execute(
            "SELECT coalesce(sum(version), 0), count(*) FROM search_documents"
        ).fetchone()
        return bool(versions - articles > max(_WORN, articles // 2))

    def forget(self) -> None:
        """Begin anew: no article is indexed, and every one is due."""
        self._db.execute("INSERT INTO search_grams (search_grams) VALUES ('delete-all')")
        self._db.execute("DELETE FROM search_documents")
        self._db.execute(
            "INSERT INTO search_documents (article_nr, version, stale) SELECT nr, 0, -nr FROM articles"
        )

    def _nrs(self, query: str, *values: object) -> tuple[int, ...]:
        return tuple(nr for (nr,) in self._db.execute(query, values))


def _grams(text: str) -> set[str]:
    """The grams of *text*; a pair with a line break is a character to FTS5."""
    marked = folded(text).translate(_SIGNS)
    return {*marked, *map("".join, pairwise(marked)), *_triples(marked)}


def _triples(text: str) -> Iterator[str]:
    for run in _ASCII.findall(text):
        yield from (run[start : start + 3] for start in range(len(run) - 2))


def _query(grams: Iterable[str]) -> str:
    """FTS5's words for documents with all *grams*."""
    return " ".join(f'"{gram}"' for gram in grams)


def _asked(words: Iterable[str]) -> Sequence[str]:
    """The grams to ask for: of long words some, evenly, and characters only where they are a word alone."""
    grams: list[str] = []
    for word in words:
        marked = word.translate(_SIGNS)
        grams += _triples(marked)
        grams += map("".join, pairwise(marked)) if len(marked) > 1 else marked
    grams = [*dict.fromkeys(grams)]
    return grams[:: len(grams) // _LONGEST + 1]

"""The tables, as numbered migrations that only add.

The tree's tables (publications, issues, sections, articles) hold no bodies, so that an outline reads
few pages. Nodes in the recycle bin have `deleted_at`; positions count the others, from 0 without gaps.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from bulletin_desktop.library.content import sha256
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]

_FIRST = (
    """CREATE TABLE publications (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        template TEXT NOT NULL,
        unit TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    """CREATE TABLE issues (
        id TEXT PRIMARY KEY NOT NULL,
        publication_id TEXT NOT NULL REFERENCES publications (id),
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        supplement INTEGER NOT NULL,
        running_number INTEGER NOT NULL,
        date TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        articles INTEGER NOT NULL DEFAULT 0,
        characters INTEGER NOT NULL DEFAULT 0,
        deleted_at TEXT
    ) STRICT""",
    """CREATE UNIQUE INDEX issue_numbers ON issues (publication_id, year, supplement, number)
        WHERE deleted_at IS NULL""",
    # Everything else of an issue but its sections, as the document codec writes it.
    """CREATE TABLE issue_heads (
        issue_id TEXT PRIMARY KEY NOT NULL REFERENCES issues (id),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE sections (
        id TEXT PRIMARY KEY NOT NULL,
        issue_id TEXT NOT NULL REFERENCES issues (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX section_order ON sections (issue_id, position) WHERE deleted_at IS NULL",
    # nr is a row number that VACUUM keeps, for indexes over the text.
    """CREATE TABLE articles (
        nr INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        section_id TEXT NOT NULL REFERENCES sections (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        characters INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX article_order ON articles (section_id, position) WHERE deleted_at IS NULL",
    """CREATE TABLE article_bodies (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE revisions (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        article_nr INTEGER NOT NULL REFERENCES articles (nr),
        began_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        characters INTEGER NOT NULL,
        taken_away INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL DEFAULT '',
        base_nr INTEGER REFERENCES revisions (nr),
        depth INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        data BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX revision_order ON revisions (article_nr, nr)",
    """CREATE TABLE recycle_bin (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        node_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        deleted_at TEXT NOT NULL
    ) STRICT""",
)


def first(db: Database) -> None:
    """Version 1: the tree, the bodies, their revisions, the recycle bin."""
    for statement in _FIRST:
        db.execute(statement)


def exports(db: Database) -> None:
    """Version 2: what was exported."""
    db.execute(
        """CREATE TABLE exports (
            id TEXT PRIMARY KEY NOT NULL,
            issue_id TEXT NOT NULL REFERENCES issues (id),
            at TEXT NOT NULL,
            name TEXT NOT NULL,
            file_sha256 TEXT NOT NULL,
            pages INTEGER NOT NULL,
            data BLOB NOT NULL,
            sha256 BLOB NOT NULL
        ) STRICT"""
    )


def pictures(db: Database) -> None:
    """Version 3: pictures, as they are printed."""
    db.execute(
        """CREATE TABLE pictures (
            sha256 TEXT PRIMARY KEY NOT NULL,
            format TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT"""
    )


def templates(db: Database) -> None:
    """Version 4: an office's own templates, and the looks that exported issues keep.

    What was exported before keeps the program's own template that stands in its head.
    """
    db.execute(
        """CREATE TABLE templates (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL,
            base TEXT NOT NULL,
            text TEXT NOT NULL,
            sha256 BLOB NOT NULL,
            made_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            deleted_at TEXT
        ) STRICT"""
    )
    db.execute("CREATE UNIQUE INDEX template_names ON templates (name) WHERE deleted_at IS NULL")
    db.execute(
        """CREATE TABLE looks (
            issue_id TEXT PRIMARY KEY NOT NULL REFERENCES issues (id),
            template TEXT NOT NULL,
            name TEXT NOT NULL,
            base TEXT NOT NULL,
            data BLOB NOT NULL,
            sha256 BLOB NOT NULL,
            at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        "INSERT INTO looks (issue_id, template, name, base, data, sha256, at) "
        "SELECT issue_id, template, '', template, ?, ?, at FROM ("
        " SELECT exports.issue_id, coalesce(json_extract(json, '$.template'), 'jianbao') AS template,"
        " max(at) AS at FROM exports JOIN issue_heads ON issue_heads.issue_id = exports.issue_id"
        " WHERE json_valid(json) GROUP BY exports.issue_id)",
        [zlib.compress(b""), sha256("")],
    )


# Indexes with all that a search through titles looks at, in the order it is shown in.
_INDEXES_OVER_TITLES = (
    "DROP INDEX article_order",
    "CREATE INDEX article_titles ON articles (section_id, position, title, credit) WHERE deleted_at IS NULL",
    "DROP INDEX section_order",
    "CREATE INDEX section_titles ON sections (issue_id, position, title) WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX issue_dates ON issues (date DESC, year DESC, supplement, number DESC, id)",
)


def manuscripts(db: Database) -> None:
    """Version 5: a place for manuscripts in no issue; credits, problems and pages for lists.

    -1 problems are not counted yet: that needs more than SQL.
    """
    db.execute("ALTER TABLE issues ADD COLUMN pages INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE articles ADD COLUMN problems INTEGER NOT NULL DEFAULT -1")
    db.execute("ALTER TABLE articles ADD COLUMN credit TEXT NOT NULL DEFAULT ''")
    db.execute(
        "UPDATE articles SET credit = bodies.credit FROM ("
        " SELECT article_nr, json_extract(json, '$.credit') AS credit FROM article_bodies"
        " WHERE json_valid(json)"
        ") AS bodies WHERE article_nr = nr AND bodies.credit > ''"
    )
    for statement in _INDEXES_OVER_TITLES:
        db.execute(statement)
    place = [MANUSCRIPTS]
    db.execute("INSERT INTO publications (id, name, template, unit) VALUES (?, '', 'jianbao', '')", place)
    db.execute(
        "INSERT INTO issues (id, publication_id, year, number, supplement, running_number, date) "
        "VALUES (?, ?, 9999, 1, 0, 0, '9999-12-31')",
        place * 2,
    )
    db.execute("INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, 0, '')", place * 2)


def habits(db: Database) -> None:
    """Version 6: what a publication gives its new issues."""
    db.execute(
        """CREATE TABLE habits (
            publication_id TEXT PRIMARY KEY NOT NULL REFERENCES publications (id),
            spare INTEGER NOT NULL,
            shows_copies INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            editor TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            issuer TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE recipients (
            publication_id TEXT NOT NULL REFERENCES publications (id),
            list TEXT NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            copies INTEGER NOT NULL,
            mark TEXT NOT NULL,
            PRIMARY KEY (publication_id, list, position)
        ) STRICT, WITHOUT ROWID"""
    )


def issue_history(db: Database) -> None:
    """Version 7: what became of issues, step by step."""
    db.execute(
        """CREATE TABLE issue_revisions (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            issue_id TEXT NOT NULL REFERENCES issues (id),
            kind TEXT NOT NULL,
            began_at TEXT NOT NULL,
            at TEXT NOT NULL,
            detail TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            base_nr INTEGER REFERENCES issue_revisions (nr),
            depth INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            data BLOB NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX issue_revision_order ON issue_revisions (issue_id, nr)")


_BOX = (
    # The content stands last: whoever asks for a name reads no more than the first page of a row.
    """CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        compressed INTEGER NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE manuscripts (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        original TEXT REFERENCES originals (sha256),
        file_name TEXT NOT NULL,
        contributor TEXT NOT NULL,
        author TEXT NOT NULL,
        phone TEXT NOT NULL,
        received_at TEXT NOT NULL,
        source TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        note TEXT NOT NULL DEFAULT '',
        merged_nr INTEGER REFERENCES articles (nr)
    ) STRICT""",
    "CREATE INDEX manuscripts_of_originals ON manuscripts (original) WHERE original IS NOT NULL",
    "CREATE INDEX merged_manuscripts ON manuscripts (merged_nr) WHERE merged_nr IS NOT NULL",
    # What a text is like. A stale one is of the text as it was; an article without one was never looked at;
    # one that is not listed yet is not found by its shingles.
    """CREATE TABLE sketches (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        stale INTEGER NOT NULL,
        listed INTEGER NOT NULL DEFAULT 1,
        text INTEGER NOT NULL,
        shingles BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX sketched_texts ON sketches (text)",
    "CREATE INDEX stale_sketches ON sketches (article_nr) WHERE stale = 1",
    """CREATE TABLE shingles (
        shingle INTEGER NOT NULL,
        article_nr INTEGER NOT NULL REFERENCES articles (nr),
        PRIMARY KEY (shingle, article_nr)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE intake_settings (
        nr INTEGER PRIMARY KEY CHECK (nr = 1),
        json TEXT NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
)


def manuscript_box(db: Database) -> None:
    """Version 8: manuscripts with their originals, and what every text is like.

    What stood in no issue came in when it was first saved; who sent it, its credit says as far as is known.
    """
    for statement in _BOX:
        db.execute(statement)
    db.execute(
        "INSERT INTO manuscripts (article_nr, file_name, contributor, author, phone, received_at, source) "
        "SELECT articles.nr, '', credit, '', '', began_at, 'hand' FROM articles "
        "JOIN revisions ON revisions.nr = (SELECT min(nr) FROM revisions WHERE article_nr = articles.nr) "
        "WHERE section_id = ?",
        [MANUSCRIPTS],
    )


_EXCHANGED = (
    # States other libraries have had. They come after the revision after_nr here, or the issue's entry.
    """CREATE TABLE exchanged (
        nr INTEGER PRIMARY KEY AUTOINCREMENT,
        node_id TEXT NOT NULL,
        part TEXT NOT NULL,
        after_nr INTEGER NOT NULL,
        sha256 BLOB NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX exchanged_states ON exchanged (node_id, part, sha256)",
)


def exchanged(db: Database) -> None:
    """Version 9: which states of articles and issues other libraries have had."""
    for statement in _EXCHANGED:
        db.execute(statement)


# stale is 0 where the text is indexed; otherwise no two are alike: below 0 what an earlier version stored,
# the newest first, and above what is new or has changed since, the last one last.
_NEXT = "(SELECT coalesce(max(stale), 0) + 1 FROM search_documents WHERE stale <> 0 AND stale > 0)"
_NOTE = f"""
    UPDATE search_documents SET stale = {_NEXT} WHERE article_nr = new.article_nr AND stale = 0;
    INSERT INTO search_documents (article_nr, version, stale) SELECT new.article_nr, 0, {_NEXT}
        WHERE NOT EXISTS (SELECT 1 FROM search_documents WHERE article_nr = new.article_nr);
"""
_SEARCH = (
    "CREATE VIRTUAL TABLE search_grams USING fts5 ("
    "grams, content='', columnsize=0, detail=none, tokenize='ascii')",
    # Each step of indexing leaves a segment; merged from eight on, grams are written less often.
    "INSERT INTO search_grams (search_grams, rank) VALUES ('automerge', 8)",
    """CREATE TABLE search_documents (
        article_nr INTEGER PRIMARY KEY REFERENCES articles (nr),
        version INTEGER NOT NULL,
        stale INTEGER NOT NULL
    ) STRICT""",
    "INSERT INTO search_documents (article_nr, version, stale) SELECT nr, 0, -nr FROM articles",
    "CREATE INDEX stale_documents ON search_documents (stale) WHERE stale <> 0",
    f"CREATE TRIGGER text_added AFTER INSERT ON article_bodies BEGIN {_NOTE} END",
    f"CREATE TRIGGER text_changed AFTER UPDATE OF json ON article_bodies BEGIN {_NOTE} END",
    "CREATE INDEX article_credits ON articles (credit) WHERE credit > ''",
)


def search(db: Database) -> None:
    """Version 10: an index of every text; those that are here are indexed later, while nobody waits."""
    for statement in _SEARCH:
        db.execute(statement)


# What carries no hash, once more on other pages: SQLite keeps both alike, and its check tells if they differ.
# A column that no query asks for stands first, so that no query is answered by these.
_COPIES = (
    "CREATE INDEX publication_copies ON publications (unit, name, template, deleted_at)",
    "CREATE INDEX issue_copies ON issues (state, publication_id, deleted_at)",
    "CREATE INDEX section_copies ON sections (deleted_at, title, position, issue_id) "
    "WHERE deleted_at IS NOT NULL",
    "CREATE INDEX article_copies ON articles (state, deleted_at, section_id) "
    "WHERE state <> 'draft' OR deleted_at IS NOT NULL",
    "CREATE INDEX revision_names ON revisions (name) WHERE name > ''",
    "CREATE INDEX issue_revision_copies ON issue_revisions (detail, kind, began_at, at, name)",
    "CREATE INDEX bin_copies ON recycle_bin (position, kind, deleted_at)",
    "CREATE INDEX export_copies ON exports (pages, issue_id, at, name, file_sha256)",
    "CREATE INDEX picture_copies ON pictures (width, height, format)",
    "CREATE INDEX original_copies ON originals (size, name, compressed)",
    "CREATE INDEX template_copies ON templates (base, name, made_at, changed_at, deleted_at)",
    "CREATE INDEX look_copies ON looks (base, template, name, at)",
    "CREATE INDEX habit_copies ON habits (spare, shows_copies, stop, editor, reviewer, issuer)",
    "CREATE INDEX recipient_copies ON recipients (mark, name, copies)",
    "CREATE INDEX manuscript_copies ON manuscripts (phone, contributor, author, file_name, received_at,"
    " source, state, note, original, merged_nr)",
)


def copies(db: Database) -> None:
    """Version 11: everything that carries no hash, twice; and indexes that some libraries of version 5 lack.

    The program made those with that version for some days before it had them.
    """
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'article_order'").fetchone():
        for statement in _INDEXES_OVER_TITLES:
            db.execute(statement)
    for statement in _COPIES:
        db.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (
    first,
    exports,
    pictures,
    templates,
    manuscripts,
    habits,
    issue_history,
    manuscript_box,
    exchanged,
    search,
    copies,
)

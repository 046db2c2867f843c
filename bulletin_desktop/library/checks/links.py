"""What points at something else: manuscripts, the recycle bin, recipients, pictures in texts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.manuscripts import ManuscriptSource, ManuscriptState
from bulletin_desktop.library.nodes import Kind as Node
from bulletin_desktop.library.rows import ArticleState

_PICTURE = re.compile(r'"kind":"picture","id":"[^"]*","sha256":"([0-9a-f]{64})"')
_NODES = " UNION ALL ".join(
    f"SELECT id, deleted_at, '{node.value}' AS kind FROM {node.table}" for node in Node
)


def manuscripts(case: Case) -> Iterator[Trouble]:
    """What is known of articles that came in."""
    rows = case.db.execute(
        "SELECT article_nr, articles.title, file_name, original, originals.sha256, merged_nr, into_.nr,"
        " manuscripts.state, source, received_at FROM manuscripts "
        "LEFT JOIN articles ON articles.nr = article_nr LEFT JOIN originals ON originals.sha256 = original "
        "LEFT JOIN articles AS into_ ON into_.nr = merged_nr"
    )
    for nr, title, file_name, original, kept, merged, into, state, source, received in rows:
        if title is None:
            statement = "DELETE FROM manuscripts WHERE article_nr = ?"
            yield case.trouble(Kind.MANUSCRIPT, file_name, "", statement, [nr], whole=False)
            continue
        if original is not None and kept is None:
            statement = "UPDATE manuscripts SET original = NULL WHERE article_nr = ?"
            yield case.trouble(Kind.ORIGINAL, file_name, title, statement, [nr], whole=False)
        if merged is not None and into is None:
            statement = "UPDATE manuscripts SET merged_nr = NULL WHERE article_nr = ?"
            yield case.trouble(Kind.MANUSCRIPT, title, "", statement, [nr], whole=False)
        if state not in list(ManuscriptState) or source not in list(ManuscriptSource):
            statement = "UPDATE manuscripts SET state = 'waiting', source = 'hand' WHERE article_nr = ?"
            yield case.trouble(Kind.MANUSCRIPT, title, "", statement, [nr], whole=False)
        if not _is_time(received):
            statement = (
                "UPDATE manuscripts SET received_at = coalesce((SELECT min(began_at) FROM revisions"
                " WHERE revisions.article_nr = manuscripts.article_nr), '1970-01-01T00:00:00.000+00:00') "
                "WHERE article_nr = ?"
            )
            yield case.trouble(Kind.MANUSCRIPT, title, "", statement, [nr], whole=False)


def article_states(case: Case) -> Iterator[Trouble]:
    """How far articles have come."""
    known = ", ".join(f"'{state.value}'" for state in ArticleState)
    for nr, title in case.db.execute(f"SELECT nr, title FROM articles WHERE state NOT IN ({known})"):
        statement = "UPDATE articles SET state = 'draft' WHERE nr = ?"
        yield case.trouble(Kind.ARTICLE_ROW, title, "", statement, [nr], whole=False)


def recycle_bin(case: Case) -> Iterator[Trouble]:
    """What was deleted lies in the bin, and nothing else."""
    rows = case.db.execute(
        f"SELECT node_id, nodes.id FROM recycle_bin LEFT JOIN ({_NODES}) AS nodes "
        "ON id = node_id AND nodes.kind = recycle_bin.kind AND nodes.deleted_at IS NOT NULL"
    )
    for entry, node in rows.fetchall():
        if node is None:
            yield case.trouble(Kind.BIN, entry, "", "DELETE FROM recycle_bin WHERE node_id = ?", [entry])
    rows = case.db.execute(
        f"SELECT id, kind, deleted_at FROM ({_NODES}) WHERE deleted_at IS NOT NULL "
        "AND id NOT IN (SELECT node_id FROM recycle_bin)"
    )
    for node, kind, at in rows.fetchall():
        statement = "INSERT INTO recycle_bin (node_id, kind, position, deleted_at) VALUES (?, ?, 0, ?)"
        yield case.trouble(Kind.BIN, node, "", statement, [node, kind, at])


def recipients(case: Case) -> Iterator[Trouble]:
    """Lists and people of publications."""
    for table in ("habits", "recipients"):
        for (own_id,) in case.db.execute(
            f"SELECT DISTINCT publication_id FROM {table} "
            "WHERE publication_id NOT IN (SELECT id FROM publications)"
        ).fetchall():
            statement = f"DELETE FROM {table} WHERE publication_id = ?"
            yield case.trouble(Kind.RECIPIENTS, own_id, "", statement, [own_id], whole=False)


def pictures_in_texts(case: Case) -> Iterator[Trouble]:
    """Pictures that stand in an article but not in the library. Nothing brings them back but a backup."""
    there = {own_id for (own_id,) in case.db.execute("SELECT sha256 FROM pictures")}
    rows = case.db.execute(
        "SELECT title, section_id, CAST(json AS BLOB) FROM article_bodies JOIN articles ON nr = article_nr "
        'WHERE instr(json, \'"kind":"picture"\') AND deleted_at IS NULL'
    )
    for title, section_id, data in rows:
        for _ in {*_PICTURE.findall(data.decode("utf-8", "replace"))} - there:
            yield Trouble(Finding(Kind.PICTURE, title, case.place_of(section_id)), _not_mended)


def showing(case: Case, sha256: str) -> list[tuple[str, str]]:
    """Return the articles that show a picture: title and issue."""
    rows = case.db.execute(
        "SELECT title, section_id FROM article_bodies JOIN articles ON nr = article_nr "
        "WHERE instr(json, ?) AND deleted_at IS NULL",
        [sha256],
    ).fetchall()
    return [(title, case.place_of(section_id)) for title, section_id in rows]


def dangling(case: Case) -> Iterator[Trouble]:
    """Whatever else points at nothing, as the tables declare it."""
    for table, rowid, parent, _ in case.db.execute("PRAGMA foreign_key_check").fetchall():
        where = f"{table} → {parent}"
        if rowid is None:  # a table without row numbers has its own check
            yield Trouble(Finding(Kind.LINK, table, where), _not_mended)
        else:
            statement = f"DELETE FROM {table} WHERE rowid = ?"
            yield case.trouble(Kind.LINK, table, where, statement, [rowid], whole=False)


def _not_mended() -> bool:
    return False


def _is_time(text: str) -> bool:
    try:
        return dt.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False

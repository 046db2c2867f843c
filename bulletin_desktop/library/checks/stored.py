"""What carries its own hash: pictures, originals, exports, looks, templates, settings, versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from bulletin_desktop.library.checks import links
from bulletin_desktop.library.checks.case import Case, Chains
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble
from bulletin_desktop.library.recovery.layouts import inflated


def histories(case: Case) -> Iterator[Trouble]:
    """The histories of issues."""
    chains = Chains(case.db, "issue_revisions")
    for nr, issue_id, at in case.rows("SELECT nr, issue_id, at FROM issue_revisions ORDER BY nr"):
        if chains.read(nr) is None:
            yield case.trouble(
                Kind.HISTORY,
                case.issue_names.get(issue_id, ""),
                at[:16],
                "DELETE FROM issue_revisions WHERE nr = ?",
                [nr],
                whole=False,
            )


def pictures(case: Case) -> Iterator[Trouble]:
    """Pictures as they are printed; one that is damaged is named by the articles it stands in."""
    for own_id, kind, content in case.rows("SELECT sha256, format, bytes FROM pictures"):
        if hashlib.sha256(content).hexdigest() != own_id:
            findings = [Finding(Kind.PICTURE, *place) for place in links.showing(case, own_id)]
            for finding in findings or [Finding(Kind.PICTURE, kind)]:
                yield _drop(case, finding, "pictures", "sha256", own_id)


def originals(case: Case) -> Iterator[Trouble]:
    """The files manuscripts came from; one that is damaged is named with its articles."""
    for own_id, name, compressed, size, content in case.rows(
        "SELECT sha256, name, compressed, size, content FROM originals"
    ):
        found = inflated(content) if compressed else content
        if found is None or hashlib.sha256(found).hexdigest() != own_id:
            titles = case.db.execute(
                "SELECT file_name, title FROM manuscripts JOIN articles ON nr = article_nr "
                "WHERE original = ?",
                [own_id],
            ).fetchall()
            for words in titles or [(name, "")]:
                yield _drop(case, Finding(Kind.ORIGINAL, *words), "originals", "sha256", own_id)
        elif size != len(found):
            statement = "UPDATE originals SET size = ? WHERE sha256 = ?"
            yield case.trouble(Kind.ORIGINAL, name, "", statement, [len(found), own_id])


def exports(case: Case) -> Iterator[Trouble]:
    """What was sent out."""
    for own_id, issue_id, name, data, kept in case.rows(
        "SELECT id, issue_id, name, data, sha256 FROM exports"
    ):
        if _hash(inflated(data)) != kept:
            finding = Finding(Kind.EXPORT, name, case.issue_names.get(issue_id, ""))
            yield _drop(case, finding, "exports", "id", own_id)


def looks(case: Case) -> Iterator[Trouble]:
    """The looks that exported issues keep."""
    for issue_id, name, data, kept in case.rows("SELECT issue_id, name, data, sha256 FROM looks"):
        if _hash(inflated(data)) != kept:
            finding = Finding(Kind.LOOK, name, case.issue_names.get(issue_id, ""))
            yield _drop(case, finding, "looks", "issue_id", issue_id)


def templates(case: Case) -> Iterator[Trouble]:
    """The office's own templates."""
    for own_id, name, text, kept in case.rows("SELECT id, name, CAST(text AS BLOB), sha256 FROM templates"):
        if _hash(text) != kept:
            yield _drop(case, Finding(Kind.TEMPLATE, name), "templates", "id", own_id)


def settings(case: Case) -> Iterator[Trouble]:
    """How manuscripts are taken in."""
    for nr, text, kept in case.rows("SELECT nr, CAST(json AS BLOB), sha256 FROM intake_settings"):
        if _hash(text) != kept:
            yield _drop(case, Finding(Kind.SETTINGS, ""), "intake_settings", "nr", nr)


def _drop(case: Case, finding: Finding, table: str, key: str, value: object) -> Trouble:
    return Trouble(finding, case.run(f"DELETE FROM {table} WHERE {key} = ?", [value], whole=False))


def _hash(data: Any) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()

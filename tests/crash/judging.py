"""What is left of a library after its program was killed, held against what the program had said."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.library import backup
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups
from bulletin_desktop.services.desk import Desk
from tests.crash import reviewing
from tests.crash.deeds import texts
from tests.crash.reviewing import ON_SCREEN, LeftReview, Lost


@dataclass(frozen=True, slots=True)
class Told:
    """What a child said, one dictionary a line, and when it was killed, by the clock it used itself."""

    lines: Sequence[dict[str, Any]]
    killed_at: float

    def all(self, what: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["what"] == what]


@dataclass(frozen=True, slots=True)
class Left:
    """A library as it is found: by itself, and with what its typing journal adds."""

    saved: dict[str, str]
    found: dict[str, str]
    kicker: int
    exports: frozenset[str]
    review: LeftReview


def examine(library: Path, room: Path) -> Left:
    """Open a copy of what was left, as the next start will; raises `Lost` if it is not whole."""
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    copy = room / library.name
    for path in library.parent.glob(library.name + "*"):
        if not path.name.endswith(".lock"):
            (shutil.copytree if path.is_dir() else shutil.copy)(path, room / path.name)
    with Library.open(copy) as opened:
        desk = Desk(opened)
        issue = desk.issue(desk.outline().publications[0].issues[0].id)
        saved, first = texts(issue), next(issue.articles())
        found = desk.find_typing("found")
        if found.trouble is not None or found.kept:
            raise Lost(f"the journal could not be taken in: {found}")
        after = texts(desk.issue(issue.id))
        for article in issue.articles():
            for revision in desk.revisions(article.id)[:3]:
                desk.revision(article.id, revision.revision)
        review = reviewing.examine(desk, copy)
    with closing(sqlite3.connect(copy)) as raw:
        exports = frozenset(own_id for (own_id,) in raw.execute("SELECT id FROM exports"))
    whole(copy)
    return Left(saved, after, int(first.kicker or 0), exports, review)


def whole(library: Path) -> None:
    """Raise `Lost` unless SQLite finds the closed library whole."""
    with closing(sqlite3.connect(library)) as raw:
        (verdict,) = raw.execute("PRAGMA integrity_check").fetchone()
        strangers = raw.execute("PRAGMA foreign_key_check").fetchall()
    if verdict != "ok" or strangers:
        raise Lost(f"integrity: {verdict} {strangers}")


def judge_typing(told: Told, left: Left) -> float:
    """Hold what was typed against what is left; return for how long the oldest lost text was shown."""
    oldest = 0.0
    ready = told.all("ready")
    if not ready:
        return oldest
    for article_id, beginning in ready[0]["texts"].items():
        seen = [(beginning, 0.0), *_seen(told, article_id)]
        series = [text for text, _ in seen]
        found = _last(left.found[article_id], series)
        if found is None:
            raise Lost(f"what is left was never on the screen: {left.found[article_id][-60:]!r}")
        due = max(nth for nth, (_, at) in enumerate(seen) if at <= told.killed_at - ON_SCREEN)
        if found < due:
            raise Lost(f"{due - found} keys of more than {ON_SCREEN} s ago are lost: {series[due][-40:]!r}")
        oldest = max([oldest, *(told.killed_at - at for _, at in seen[found + 1 :])])
        for line in told.all("saved"):
            acknowledged = series.index(line["texts"][article_id])
            kept = _last(left.saved[article_id], series)
            if kept is None or kept < acknowledged:
                raise Lost(f"an acknowledged save is lost: {series[acknowledged][-40:]!r}")
    return oldest


def _seen(told: Told, article_id: str) -> list[tuple[str, float]]:
    """An article's texts and when each was on the screen: never, if the child died or turned away before."""
    seen: list[tuple[str, float]] = []
    for line in told.lines:
        if line.get("article") == article_id:
            if line["what"] == "shown":
                seen.pop()
            seen.append((line["text"], line.get("at", float("inf"))))
    return seen


def _last(text: str, series: Sequence[str]) -> int | None:
    return max((nth for nth, each in enumerate(series) if each == text), default=None)


def judge_saves(told: Told, left: Left) -> None:
    """Every acknowledged save is there, and nothing but the one that was under way beyond."""
    numbers = [line["number"] for line in (*told.all("ready"), *told.all("saved"))]
    if numbers and left.kicker not in {numbers[-1], numbers[-1] + 1}:
        raise Lost(f"save {numbers[-1]} was acknowledged, {left.kicker} is there")


def files(folder: Path) -> dict[str, str]:
    """The SHA-256 of every exported file there."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("out.*")}


def judge_exports(told: Told, left: Left, folder: Path, former: dict[str, str]) -> None:
    """The library knows every file that was acknowledged; each is the last one that was, or its successor."""
    missing = {line["id"] for line in told.all("written")} - left.exports
    if missing:
        raise Lost(f"the library does not know {len(missing)} files it had noted")
    last = {**former, **{line["name"]: line["sha256"] for line in told.all("written")}}
    for name, found in files(folder).items():
        under_way = [line["name"] for line in told.all("writing")][-1:] == [name]
        if found != last.get(name) and not (under_way and _complete(folder / name, left)):
            raise Lost(f"{name} is neither what was written last nor a whole one after it")


def _complete(path: Path, left: Left) -> bool:
    """Whether an exported file holds every line of the issue; of Word's, the checksums are tried."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    content = path.read_text(encoding="utf-8")
    lines = [line for text in left.saved.values() for line in text.split("\n")]
    return all(line in content for line in lines) and (path.suffix == ".txt" or "</html>" in content)


def judge_backups(told: Told, library: Path) -> None:
    """What has a backup's name is a whole one; the last acknowledged is there, with what was saved."""
    for info in backups.kept(library):
        backups.check(info.path)
    for line in told.all("backed up")[-1:]:
        with backup.unchanged(Path(line["path"])) as raw:
            (body,) = raw.execute("SELECT json FROM article_bodies ORDER BY article_nr LIMIT 1").fetchone()
        if int(codec.loads_article(body).kicker) < line["number"]:
            raise Lost(f"save {line['number']} was acknowledged before its backup was, which lacks it")


def judge_restoring(library: Path, before: dict[str, str], chosen: dict[str, str], told: Told) -> bool:
    """The library is what it was or what the backup is; then what it was is kept, with what was typed.

    Returns which.
    """
    found = _content(library)
    if found == before and not told.all("restored"):
        return False
    if found != chosen:
        raise Lost("a restoring that was broken off has left neither the one nor the other")
    (kept,) = library.parent.glob("library-replaced-*.db")
    if _content(kept) != before:
        raise Lost("what was replaced is not kept as it was")
    return True


def _content(library: Path) -> dict[str, str]:
    with Library.open(library) as opened:
        desk = Desk(opened)
        desk.find_typing("found")
        found = texts(desk.issue(desk.outline().publications[0].issues[0].id))
    whole(library)
    return found


def judge_migration(library: Path, content: dict[str, str]) -> None:
    """Whatever the moment, the next opening finds everything; a copy that was made before is whole."""
    if _content(library) != content:
        raise Lost("the texts differ after migrating")
    for copy in library.parent.glob(f"{library.stem}.v*{library.suffix}"):
        whole(copy)

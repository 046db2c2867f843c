"""One trial of examination and salvage: a damaged copy of a rich library, and what should have come of it."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.library import doctor
from bulletin_desktop.library.checks.trouble import Kind
from bulletin_desktop.library.doctor import Report
from bulletin_desktop.library.salvage import Salvaged, salvage
from tests.library import damage
from tests.library.damage import Content, Damage


@dataclass
class Verdict:
    """What came of one file: *whole* are articles whose bytes are untouched, *saved* those as they were."""

    articles: int
    changed: bool = False
    found: bool = False
    noticed_by_sqlite: bool = False
    whole: set[str] = field(default_factory=set)
    saved: set[str] = field(default_factory=set)
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


class Trial:
    """Keeps sound libraries, one closed and one with its last saves in the journal; damages copies."""

    kinds = (*damage.KINDS, *damage.JOURNAL_KINDS)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._closed, self._killed = folder / "closed.db", folder / "killed.db"
        damage.make(self._closed)
        damage.with_journal(self._closed, self._killed)
        self._bytes = self._closed.read_bytes()
        self._places = damage.places(self._closed)
        self._content = damage.content(self._closed)
        copy = folder / "recovered.db"
        for suffix in ("", "-wal"):
            shutil.copy(f"{self._killed}{suffix}", f"{copy}{suffix}")
        self._latest = damage.content(copy)  # SQLite takes the journal in

    def run(self, kind: Damage, seed: int) -> Verdict:
        """Damage a copy, examine and salvage it."""
        path, new = self._folder / "damaged.db", self._folder / "new.db"
        for old in self._folder.glob("damaged.db*"):
            old.unlink()
        new.unlink(missing_ok=True)
        in_journal = kind in damage.JOURNAL_KINDS
        wanted = self._latest if in_journal else self._content
        verdict = Verdict(len(wanted.articles))
        self._damage(kind, random.Random(seed), path)
        if in_journal:
            verdict.whole = {
                own_id for own_id, text in wanted.articles.items() if text == self._content.articles[own_id]
            }
        else:
            verdict.whole = damage.untouched(self._places, self._bytes, path.read_bytes())
        before = _state(self._folder)
        began = time.perf_counter()
        try:
            report = doctor.examine(path, lambda done, of: None)
            verdict.seconds = time.perf_counter() - began
            salvaged = salvage(path, new, lambda done, of: None)
        except UserError as error:
            verdict.faults.append(f"refused: {error}")
            return verdict
        except Exception as error:
            verdict.faults.append(f"{type(error).__name__}: {error}")
            return verdict
        verdict.seconds = max(verdict.seconds, time.perf_counter() - began - verdict.seconds)
        if {name: what for name, what in _state(self._folder).items() if name != new.name} != before:
            verdict.faults.append("the damaged file was touched")
        verdict.noticed_by_sqlite = _noticed(path)
        verdict.found = not report.ok
        self._judge(verdict, wanted, damage.content(new), report, salvaged)
        return verdict

    def _damage(self, kind: Damage, chance: random.Random, path: Path) -> None:
        if kind in damage.JOURNAL_KINDS:
            shutil.copy(self._killed, path)
            source, target = f"{self._killed}-wal", Path(f"{path}-wal")
        else:
            source, target = str(self._closed), path
        data = bytearray(Path(source).read_bytes())
        kind(chance, data)
        target.write_bytes(data)

    def _judge(
        self, verdict: Verdict, wanted: Content, got: Content, report: Report, salvaged: Salvaged
    ) -> None:
        remains = (self._folder / "damaged.db").read_bytes()  # what has no trace left cannot be named
        verdict.saved = {
            own_id
            for own_id, (_, text) in wanted.articles.items()
            if got.articles.get(own_id, ("", ""))[1] == text
        }
        verdict.changed = got != wanted
        if verdict.changed and report.ok:
            verdict.faults.append(f"not found: {_differing(wanted, got)}")
        if missing := verdict.whole - verdict.saved:
            verdict.faults.append(f"whole, not saved: {len(missing)} articles")
        named = {finding.what for finding in salvaged.lost}
        last_saves = any(finding.kind in (Kind.TORN, Kind.JOURNAL) for finding in salvaged.lost)
        for own_id in wanted.articles.keys() - verdict.saved:
            titles = {wanted.articles[own_id][0], got.articles.get(own_id, ("", ""))[0]}
            if not (titles | {own_id}) & named and not last_saves and own_id.encode() in remains:
                verdict.faults.append(f"lost without a name: {titles}")
        again = doctor.examine(salvaged.path, lambda done, of: None)
        if any(finding.kind is not Kind.PICTURE for finding in again.findings):
            verdict.faults.append(f"the new file is not sound: {again.findings[:3]}")


def _differing(wanted: Content, got: Content) -> str:
    tables = [table for table in wanted.rows if wanted.rows[table] != got.rows[table]]
    return ", ".join(f"{table}: {[*wanted.rows[table] - got.rows[table]][:1]}" for table in tables)[:300]


def _state(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name.startswith("damaged")
    }


def _noticed(path: Path) -> bool:
    """Whether SQLite's own check says a word; its journal is taken in on a copy."""
    copy = path.with_name("checked.db")
    for suffix in ("", "-wal"):
        Path(f"{copy}{suffix}").unlink(missing_ok=True)
        if Path(f"{path}{suffix}").exists():
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    try:
        with closing(sqlite3.connect(copy)) as raw:
            return raw.execute("PRAGMA integrity_check").fetchone() != ("ok",)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True

"""Two offices with a library each, and the file that is carried between them."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Paragraph, Picture, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript
from bulletin_desktop.library.originals import Original
from bulletin_desktop.services import acts, exchange_file
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.exchange_compare import Choice, Comparison
from bulletin_desktop.services.exchange_taking import Decision, Taken, decided

DAY = dt.date(2026, 3, 2)


def png(color: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), color).save(out, "PNG", dpi=(254, 254))
    return out.getvalue()


def article(words: str = "春耕", *blocks: Picture) -> Article:
    return Article(
        new_id(), (words,), blocks=(Paragraph(new_id(), Role.BODY, (Span(f"{words}正文"),)), *blocks)
    )


@dataclass
class Office:
    """A library with its desk, whose clock goes on by *pace* a step: too far for saves to coalesce."""

    path: Path
    now: dt.datetime = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
    pace: dt.timedelta = dt.timedelta(minutes=15)
    library: Library = field(init=False)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.library = Library.open(self.path)
        self.library._db.execute("PRAGMA synchronous = OFF")  # power cuts are for other tests
        self.desk = Desk(self.library, self._tick)

    def _tick(self) -> dt.datetime:
        self.now += self.pace
        return self.now

    def publication(self, name: str = "云溪简报") -> str:
        own_id = new_id()
        self.desk.apply(acts.CreatePublication(own_id, name, unit="县委办"))
        return own_id

    def issue(self, *sections: Section, publication: str = "") -> Issue:
        value = replace(self.desk.next_issue(publication or self.publication(), DAY), sections=sections)
        known = self.desk.outline().publications
        owner = publication or known[-1].id
        self.desk.apply(acts.CreateIssue(owner, value))
        return value

    def type(self, article_id: str, words: str) -> Article:
        """Another headline for an article."""
        changed = replace(self.desk.article(article_id), headline=(words,))
        self.desk.apply(acts.SaveArticle(changed))
        return changed

    def came(self, article_id: str, content: bytes, name: str = "来稿.docx") -> None:
        """An article came in with an original."""
        sha256 = hashlib.sha256(content).hexdigest()
        manuscript = Manuscript(article_id, self.now, original=sha256, file_name=name, contributor="水利局")
        self.desk.receive(manuscript, Original(sha256, name, content))

    def send(self, path: Path, *ids: str) -> Path:
        exchange_file.write(path, self.desk.exchange.pack(ids))
        return path

    def look(self, path: Path) -> Comparison:
        return self.desk.exchange.compare(exchange_file.read(path))

    def relations(self, path: Path) -> list[str]:
        return [row.relation.value for row in self.look(path).articles]

    def receive(
        self,
        path: Path,
        rest: Choice | None = None,
        said: Mapping[str, Choice] | None = None,
        **more: object,
    ) -> Taken:
        parcel = exchange_file.read(path)
        decision = decided(self.desk.exchange.compare(parcel), said or {}, rest, label="同事的版本")
        assert decision is not None, "something is left for a person to decide"
        return self.desk.exchange.take(parcel, replace(decision, **more))

    def take(self, path: Path, decision: Decision) -> Taken:
        return self.desk.exchange.take(exchange_file.read(path), decision)

    def undo(self, taken: Taken) -> None:
        self.desk.apply_all(change.inverse for change in reversed(taken.changes))

    def titles(self, issue_id: str) -> list[tuple[str, list[str]]]:
        return [
            (each.title, [one.title for one in each.articles]) for each in self.desk.issue(issue_id).sections
        ]

    def versions(self, article_id: str) -> list[str]:
        """The headlines of an article's versions, the oldest first."""
        infos = reversed(self.desk.revisions(article_id))
        return [self.desk.revision(article_id, info.revision).title for info in infos]

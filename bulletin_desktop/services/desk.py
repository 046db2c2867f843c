"""Everything a person can do with the library: what there is, and acts that change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.document.sketch import Sketch
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.contents import Stand
from bulletin_desktop.library.exports import Export
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptRow, Whereabouts
from bulletin_desktop.library.originals import Original
from bulletin_desktop.library.reading import Hindrance
from bulletin_desktop.library.rows import IssueRevisionInfo
from bulletin_desktop.services import (
    dispatch,
    exported,
    found_typing,
    habits,
    issue_history,
    numbering,
    pictures,
    rewriting,
    searching,
    sketching,
    templates,
)
from bulletin_desktop.services import outline as outlines
from bulletin_desktop.services.acts import Act, Changes
from bulletin_desktop.services.issue_history import Standing
from bulletin_desktop.services.outline import MANUSCRIPTS, BinRow, IssueOutline, Match, Outline, RevisionInfo
from bulletin_desktop.services.pictures import PictureInfo
from bulletin_desktop.services.searching import Facets, Found, Reached, Wanted
from bulletin_desktop.services.templates import TemplateSource

if TYPE_CHECKING:
    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.library.figures import Figures
    from bulletin_desktop.services.exchange import Exchange
    from bulletin_desktop.services.issue_restoring import Plan
    from bulletin_desktop.services.publish import ExportResult

Clock = Callable[[], dt.datetime]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Desk:
    """The services over one open library, in the thread that opened it.

    Every method raises `UserError` where the disk or the library file is at fault, or an id is of
    nothing in the tree. *clock* tells the time of saves, aware of its zone.
    """

    def __init__(self, library: Library, clock: Clock = _now) -> None:
        self._library = library
        self._clock = clock

    @property
    def hindrance(self) -> Hindrance | None:
        """Why the library can only be read; None if it can be written."""
        return self._library.hindrance

    def check_in_place(self) -> None:
        """Raise `LibraryError` if the library's file was moved, deleted or replaced since it was opened."""
        self._library.check_in_place()

    def now(self) -> dt.datetime:
        """Return the time by the desk's clock."""
        return self._clock()

    def apply(self, act: Act) -> Changes:
        """Carry out *act* in one transaction: on the disk when this returns, or not at all.

        Raises `IllegalDocument` if a value in it is not legal.
        """
        with self.one_step():
            changes = self._carry_out(act)
            issue_history.note(self._library, act, changes, self._clock(), self._carry_out)
            return changes

    def apply_all(self, acts: Iterable[Act]) -> tuple[Changes, ...]:
        """Carry out *acts* in order as one transaction: all of them, or nothing."""
        with self.one_step():
            return tuple(self.apply(act) for act in acts)

    def rewrite(self, article_id: str, change: Callable[[Article], Article]) -> Changes:
        """Let an article be what *change* makes of it, in one transaction; its blocks stay, by id and order.

        The inverse is a `Rewrite`. Raises `UserError` if the article is missing or damaged.
        """
        with self.one_step():
            return rewriting.change(self._library, article_id, change, self._clock())

    @property
    def exchange(self) -> Exchange:
        """What can be carried to another library and taken in from one."""
        from bulletin_desktop.services.exchange import Exchange

        return Exchange(self._library, self.apply)

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Make everything applied inside one transaction: an exception takes all of it back."""
        with self._library.writing():
            yield
        searching.keep_up(self._library)

    def outline(self) -> Outline:
        """Return publications and issues with their counts; no article is read."""
        with self._library.reading():
            return outlines.outline(self._library)

    def contents(self, issue_id: str) -> IssueOutline:
        """Return an issue's sections and the rows of their articles."""
        with self._library.reading():
            uncounted = self._library.articles.uncounted(issue_id)
        if uncounted:
            with suppress(UserError), self._library.writing():  # a full disk is no reason to show nothing
                outlines.count_problems(self._library, uncounted)
        with self._library.reading():
            return outlines.contents(self._library, issue_id)

    def issue(self, issue_id: str) -> Issue:
        """Return a whole issue; raises `UserError` naming the article that is damaged, if one is."""
        with self._library.reading():
            head = self._library.issues.head(issue_id)
            if issue_id == MANUSCRIPTS:
                today = self._clock().astimezone().date()
                head = replace(head, year=today.year, date=today)
            return replace(head, sections=self._library.articles.sections(issue_id))

    def find_titles(self, words: str, limit: int = 500) -> tuple[Match, ...]:
        """Return the articles in the tree that have every one of *words*, those of the newest issues first.

        A word may stand in headline or credit, or name the section, the publication or the issue (第3期).
        """
        with self._library.reading():
            return self._library.titles.find(words.split(), limit)

    def search(self, wanted: Wanted, limit: int = 50, after: Reached | None = None) -> Found:
        """Return up to *limit* articles that have what is *wanted*, the newest first, behind those *after*.

        Fewer where that takes long: search on after `Found.reached` while there may be more.
        """
        with self._library.reading():
            return searching.search(self._library, wanted, limit, after)

    def index_texts(self) -> bool:
        """Go a small step towards an index of every text, for `search`; return whether more is to do."""
        with self._library.writing():
            return searching.index_step(self._library)

    def unindexed_texts(self) -> int:
        """Return how many texts make `search` slower as no index knows them; 0 if nobody notices."""
        with self._library.reading():
            return searching.unindexed(self._library)

    def mend_index(self) -> bool:
        """Begin the index of texts anew if a sample shows that it is damaged; return whether it is."""
        with self._library.writing():
            return searching.mend_index(self._library)

    def search_facets(self) -> Facets:
        """Return what a search can be narrowed to."""
        with self._library.reading():
            return searching.facets(self._library)

    def note_pages(self, issue_id: str, pages: int) -> None:
        """Keep how many pages an issue fills as it is now, for the outline; one that has gone is left alone.

        No act: nothing to take back, and nothing to say where the library can only be read.
        """
        if self.hindrance is not None:
            return
        with self._library.writing():
            self._library.issues.note_pages(issue_id, pages)

    def article(self, article_id: str) -> Article:
        """Return an article, even from the recycle bin."""
        with self._library.reading():
            return self._library.articles.get(article_id)

    def article_if(self, article_id: str, wanted: Callable[[str], bool]) -> Article | None:
        """Return an article if *wanted* says so of its running text (`codec.running`): much faster if not."""
        with self._library.reading():
            return self._library.articles.get_if(article_id, wanted)

    def revisions(self, article_id: str, since: int = 0) -> tuple[RevisionInfo, ...]:
        """Return an article's saved states from the revision *since* on, the newest first."""
        with self._library.reading():
            return self._library.revisions.all(self._library.articles.number(article_id), since)

    def revision(self, article_id: str, revision: int) -> Article:
        """Return an article as it was; `SaveArticle` of it restores that state."""
        with self._library.reading():
            return self._library.revisions.get(self._library.articles.number(article_id), revision)

    def issue_history(self, issue_id: str) -> tuple[IssueRevisionInfo, ...]:
        """Return what became of an issue, the latest step first."""
        with self._library.reading():
            return issue_history.entries(self._library, issue_id)

    def issue_stood(self, issue_id: str, revision: int) -> Standing:
        """Return how an issue stood after a step of its history."""
        with self._library.reading():
            return issue_history.stood(self._library, issue_id, revision)

    def issue_stands(self, issue_id: str) -> Standing:
        """Return how an issue stands now, as its history would tell it."""
        with self._library.reading():
            return issue_history.standing(self._library, issue_id)

    def arrangement(self, issue_id: str, revision: int) -> Plan:
        """Return the acts that put an issue's sections and articles back to where they stood."""
        from bulletin_desktop.services import issue_restoring

        with self._library.reading():
            return issue_restoring.plan(self._library, issue_id, revision)

    def recycled(self) -> tuple[BinRow, ...]:
        """Return what lies in the recycle bin, what was deleted last first."""
        with self._library.reading():
            return self._library.recycle_bin.rows()

    def record_export(self, issue: Issue, result: ExportResult, set_by: TemplateSource | None = None) -> None:
        """Keep what was written, so that the file is known when it comes back; *issue* as it was written.

        From its first export on the issue keeps the look it was *set_by* (by default what `look` gives),
        until `RenewLook`. Where the library can only be read, nothing is kept.
        """
        if self.hindrance is not None:
            return
        with self._library.writing():
            exported.record(self._library, issue, result, set_by, self._clock())

    def exported(self, export_id: str) -> Export:
        """Return what was exported under an id; raises `UserError` if this library did not."""
        with self._library.reading():
            return self._library.exports.get(export_id)

    def add_picture(self, content: bytes) -> PictureInfo:
        """Take in a picture as it will be printed (see `intake.pictures.printable`), stored once by its hash.

        Raises `UserError` for what is no picture or too large. Nothing shows it until an article names it.
        """
        return pictures.add(self._library, content)

    def pictures(self, issue: Issue) -> dict[str, bytes]:
        """Return the pictures of an issue by SHA-256. One that is not here, or damaged, is left out."""
        return self.some_pictures(pictures.named(issue))

    def some_pictures(self, wanted: Iterable[str]) -> dict[str, bytes]:
        """Return the *wanted* pictures by SHA-256. One that is not here, or damaged, is left out."""
        with self._library.reading():
            return self._library.pictures.some(wanted)

    def find_typing(self, name: str) -> found_typing.Found:
        """Take in what journals beside the library tell of a breakdown, as versions of that *name*.

        Where the library can only be read, they are left for whoever may write it.
        """
        if self.hindrance is not None:
            return found_typing.Found()
        return found_typing.take_in(self._library, name, self._carry_out)

    def manuscripts(self) -> tuple[ManuscriptRow, ...]:
        """Return every manuscript in sight, in an issue or not, what came in last first."""
        with self._library.reading():
            return self._library.manuscripts.rows()

    def manuscript(self, article_id: str) -> Manuscript | None:
        """Return what is kept of an article that came in; None if it did not."""
        with self._library.reading():
            return self._library.manuscripts.find(article_id)

    def receive(self, manuscript: Manuscript, original: Original | None = None) -> None:
        """Keep what is known of a stored article that came in, and the untouched file it came in, if any.

        No act: it stays with its article, and goes out of sight and comes back with it.
        """
        with self._library.writing():
            if original is not None:
                self._library.originals.add(original)
            self._library.manuscripts.put(manuscript)

    def has_original(self, sha256: str) -> bool:
        """Tell whether the untouched file of a manuscript is kept, and whole."""
        with self._library.reading():
            return self._library.originals.has(sha256)

    def original(self, sha256: str) -> Original:
        """Return the untouched file of a manuscript; raises `UserError` if it is not here or damaged."""
        with self._library.reading():
            return self._library.originals.get(sha256)

    def arrived(self, sha256: str) -> tuple[Whereabouts, ...]:
        """Return where the articles of a file are that came in before, in the recycle bin too."""
        with self._library.reading():
            found = self._library.manuscripts
            return tuple(found.whereabouts(nr) for nr in found.of_original(sha256))

    def resembling(self, sketch: Sketch, limit: int) -> tuple[Whereabouts, ...]:
        """Return articles in sight that share most with a text, those that may be the same text first."""
        with self._library.reading():
            sketches, found = self._library.sketches, self._library.manuscripts
            likely = (*sketches.same_text(sketch, limit), *sketches.sharing(sketch, limit))
            places = (found.whereabouts(nr) for nr in dict.fromkeys(likely))
            return tuple(place for place in places if not place.deleted)

    def sketch_changed(self, limit: int) -> int:
        """Let `resembling` know up to *limit* articles as they are now; return how many it did not know."""
        with self._library.writing():
            return sketching.changed(self._library, limit)

    def sketch_older(self, older: sketching.Older, limit: int) -> bool:
        """Go a step towards knowing articles that an earlier version stored; return whether more is to do."""
        with self._library.writing():
            return older.step(self._library, limit)

    def intake_settings(self) -> Settings:
        """Return how the office wants its manuscripts taken in."""
        from bulletin_desktop.services import intake_settings  # with all of intake's patterns behind it

        with self._library.reading():
            return intake_settings.settings(self._library)

    def templates(self) -> tuple[TemplateSource, ...]:
        """Return every template a publication can have, the program's own first."""
        with self._library.reading():
            return templates.everything(self._library)

    def template(self, template_id: str) -> TemplateSource:
        """Return a template as it is now; one that cannot be read is its base, with the problem."""
        with self._library.reading():
            return templates.source(self._library, template_id)

    def template_named(self, words: str) -> TemplateSource:
        """Return the template of that id or name; raises `UserError` naming those there are."""
        with self._library.reading():
            return templates.named(self._library, words)

    def look(self, issue_id: str) -> TemplateSource:
        """Return what an issue is set by: its template, or what it was exported with."""
        with self._library.reading():
            return templates.look(self._library, issue_id)

    def next_issue(self, publication_id: str, today: dt.date, supplement: bool = False) -> Issue:
        """Return the issue or supplement that follows, with lists and sections carried on; not stored."""
        with self._library.reading():
            issue = numbering.next_issue(self._library, publication_id, today, supplement)
            return habits.given(self._library, issue, publication_id)

    def habits(self, publication_id: str) -> Habits | None:
        """Return the lists and people a publication gives its new issues; None if they were never set."""
        with self._library.reading():
            return self._library.habits.find(publication_id)

    def classifications(self) -> tuple[str, ...]:
        """Return the classifications (密级) the office has used, the latest first."""
        with self._library.reading():
            return self._library.issues.classifications()

    @property
    def changes(self) -> int:
        """How many rows of the library were changed since it was opened."""
        return self._library.changes

    def stands(self) -> dict[str, Stand]:
        """Return every article in sight by its id, without its text, to be compared with a backup's."""
        with self._library.reading():
            return self._library.stands()

    def figures(self, seconds: float) -> Figures:
        """Return the library in figures; what takes longer than *seconds* is left out."""
        with self._library.reading():
            return self._library.figures(seconds)

    def copy_library(self, target: Path, between: Callable[[], None]) -> None:
        """Copy the library as it is to a new file, calling *between* every few milliseconds.

        *between* may use this desk: what it changes is in the copy too. Raises sqlite3.Error and OSError.
        """
        self._library.copy_to(target, between)

    def _carry_out(self, act: Act) -> Changes:
        return dispatch.carry_out(self._library, act, self._clock())

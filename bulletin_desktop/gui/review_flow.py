"""From recognised manuscripts to stored articles: the review page comes, is accepted or left, and goes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.message import MessageDialog
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.issue_flow import IssueFlow
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_desktop.gui.draft_lane import DraftLane
    from bulletin_desktop.gui.review.keeping import Keeping
    from bulletin_desktop.gui.review.page import ReviewPage, Target
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.intake.recognition import Recognition
    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.services.acts import Changes
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.duplicates import Likeness, Search
    from bulletin_desktop.services.receiving import Received
    from bulletin_desktop.services.review_draft import ReviewDraft

_MOMENT = 0.05  # seconds of looking for likenesses before others have the library
_AT_FIRST = 200  # milliseconds for the page to be painted: looking for likenesses takes the interpreter
_NAME = 8  # characters of a publication's name on the button


class ReviewFlow(QObject):
    """Shows the review page in *pages* and stores what is accepted.

    *shown* tells that the page has come, *storing* that the library is asked to take its articles, *opens*
    which issue has them or was to have them, *left* that the page has gone, *failed* an error; *kept* says
    in words what was stored among the manuscripts. *original_wanted* carries the file's name and the SHA-256
    of an original that a person wants to see; *settings_wanted* asks for the settings of intake.
    """

    shown = Signal()
    storing = Signal()
    opens = Signal(str)
    left = Signal()
    failed = Signal(object)
    original_wanted = Signal(str, str)
    settings_wanted = Signal()

    def __init__(
        self,
        pages: QStackedWidget,
        session: IssueSession,
        work: DeskWork,
        editing: Editing,
        issues: IssueFlow,
        *,
        memory: Memory,
        catalog: Catalog,
    ) -> None:
        super().__init__(pages.window())
        self._pages = pages
        self._session = session
        self._work = work
        self._editing = editing
        self._issues = issues
        self.drafts: DraftLane | None = None  # in which what is under review is kept
        self._memory = memory
        self._catalog = catalog
        self._page: ReviewPage | None = None
        self._keeping: Keeping | None = None
        self._failures: tuple[tuple[str, str], ...] = ()  # of the batch that is about to come
        issues.cancelled.connect(self._resume)
        issues.failed.connect(self._resume)

    @property
    def page(self) -> ReviewPage | None:
        """The review page while it is shown."""
        return self._page if self._pages.currentWidget() is self._page else None

    def note(self, received: Iterable[Received]) -> None:
        """Note which files of what was received could not be read: the review that comes of it lists them."""
        failed = [(each.name, self._catalog.error(each.error)) for each in received if each.error is not None]
        kept = self._failures if self.page is not None else ()
        self._failures = (*kept, *failed)
        if self.page is not None:
            self.page.set_failures(self._failures)

    def begin(self, recognitions: object) -> None:
        """Review what has been read; what is under review already stays, with its corrections."""
        self._work.ask(
            lambda desk, _about: desk.intake_settings(),
            "",
            done=partial(self._begin, recognitions),
            failed=self.failed.emit,
        )

    def _begin(self, recognitions: tuple[Recognition, ...], settings: Settings) -> None:
        page = self.page
        kept = page.recognitions() if page is not None else ()
        answered = page.corrections.state.answered if page is not None else frozenset()
        self._fill((*kept, *recognitions), page.settings if kept else settings, answered)

    def go_on(self, name: str, draft: ReviewDraft) -> None:
        """Review on what was kept as the draft of that *name*, beside what is under review already."""
        page = self.page
        kept = page.recognitions() if page is not None else ()
        answered = page.corrections.state.answered if page is not None else frozenset()
        self._failures = (*(self._failures if kept else ()), *draft.failures)
        more = frozenset((file + len(kept), line) for file, line in draft.answered)
        settings = page.settings if kept else draft.settings
        self._fill((*kept, *draft.recognitions), settings, answered | more, name)
        file, number = draft.place
        row = self._page.lines.model().find(file + len(kept), number)
        if row is not None:
            self._page.lines.go_to(row)

    def _fill(
        self,
        everything: tuple[Recognition, ...],
        settings: Settings,
        answered: frozenset[tuple[int, int]],
        name: str = "",
    ) -> None:
        page = self._show()
        page.set_failures(self._failures)
        page.set_issue(self._issue_name())
        page.set_recognitions(everything, settings, answered)
        self._keeping.begin(self._failures, name)
        QTimer.singleShot(_AT_FIRST, self, partial(self._liken, _Looking(everything)))

    def _liken(self, looking: _Looking) -> None:
        """Look on, a moment at a time; say what articles are like, unless others are under review by now."""
        page = self.page
        if page is None or not page.isVisible():  # the window may have closed over it
            return
        if [each.origin for each in page.recognitions()] != [each.origin for each in looking.recognitions]:
            return
        if looking.search is None or not looking.search.done:  # what is to be stored goes first
            self._work.ask(looking.on, "", done=self._liken, failed=self.failed.emit)
        else:
            page.set_likenesses(tuple(looking.found))

    def aim_at_manuscripts(self) -> None:
        """Let what comes be kept among the manuscripts: that is where a person has dropped it."""
        self._memory.review_target = "manuscripts"
        if self._page is not None:
            from bulletin_desktop.gui.review.page import Target

            self._page.set_target(Target.MANUSCRIPTS)

    def clean_by(self, settings: Settings) -> None:
        """Clean what is under review by other settings, as a step that can be taken back there."""
        if self.page is not None:
            self.page.corrections.clean_by(settings)

    def leave(self) -> None:
        """Go back to the issue."""
        self._failures = ()
        if self._keeping is not None:
            self._keeping.end()
        self.left.emit()

    def stays(self, window: QWidget) -> bool:
        """Whether the person goes back as *window* closes: asked where what is under review is not kept."""
        if self.page is None or self.drafts.keeps_all():
            return False
        text = self.tr(
            "These manuscripts are not stored yet, and your corrections cannot be kept beside the library. "
            "If you close now, they are lost."
        )
        dialog = MessageDialog(text, self.tr("Go back"), self.tr("Close without storing"), parent=window)
        return dialog.exec() != 1

    def _show(self) -> ReviewPage:
        if self._page is None:
            from bulletin_desktop.gui.review.keeping import Keeping
            from bulletin_desktop.gui.review.page import ReviewPage, Target

            self._page = ReviewPage(self._pages)
            self._keeping = Keeping(self.drafts, self._page)
            self._page.accepted.connect(self._accept)
            self._page.cancelled.connect(self.leave)
            self._page.original_wanted.connect(self._want_original)
            self._page.settings_wanted.connect(self.settings_wanted)
            self._page.set_target(Target(self._memory.review_target or Target.ISSUE))
            self._pages.addWidget(self._page)
        self._pages.setCurrentWidget(self._page)
        self._page.setEnabled(True)
        self.shown.emit()
        return self._page

    def _issue_name(self) -> str:
        """What the open issue is called on the button, empty if none is open."""
        issue = self._session.issue
        if issue is None or issue.id == MANUSCRIPTS:
            return ""
        name = issue.masthead.name
        name = name if len(name) <= _NAME else f"{name[:_NAME]}…"
        return self.tr("“{name}” {number}").format(
            name=name, number=issue_title(issue.number, issue.supplement)
        )

    def _want_original(self, sha256: str) -> None:
        page = self.page
        recognitions = page.recognitions() if page is not None else ()
        source = next((each.source for each in recognitions if each.origin == sha256), "")
        self.original_wanted.emit(source, sha256)

    def _accept(self, recognitions: object, target: Target) -> None:
        """Store where the person wants it, asking for an issue first. A second press meets a page at rest."""
        self._memory.review_target = target.value
        self._page.setEnabled(False)
        if target.value == "manuscripts":
            self._store(MANUSCRIPTS, recognitions)
        elif not self._issue_name():
            self._issues.begin(then=lambda issue_id: self._store(issue_id, recognitions))
        else:
            self._store(self._session.issue.id, recognitions)

    def _store(self, issue_id: str, recognitions: object) -> None:
        self._editing.settle()
        self.storing.emit()
        self._work.work(
            partial(
                _stored,
                issue_id=issue_id,
                recognitions=recognitions,
                originals=self._work.originals,
                about_to=self._keeping.storing(),
            ),
            self.tr("Take in manuscripts"),
            lambda: self._leave_to(issue_id),
            lambda error: self._not_stored(issue_id, error),
        )

    def _leave_to(self, issue_id: str) -> None:
        """Go to where the articles are; kept for later, they leave the open issue in sight."""
        self.leave()
        if issue_id == MANUSCRIPTS and self._session.issue is not None:
            self._work.done.emit(self.tr("The articles are among the manuscripts"))
        else:
            self.opens.emit(issue_id)

    def _not_stored(self, issue_id: str, error: Exception) -> None:
        """The manuscripts and their corrections stay where they are, to be accepted once more."""
        if issue_id != MANUSCRIPTS:
            self.opens.emit(issue_id)
        self._keeping.not_stored()
        self._resume()
        self.failed.emit(error)

    def _resume(self) -> None:
        if self._page is not None:
            self._page.setEnabled(True)
            self._page.set_issue(self._issue_name())
            self._page.setFocus()


@dataclass(slots=True)
class _Looking:
    """A search for what *recognitions* are like, in the library's thread: *found* so far."""

    recognitions: tuple[Recognition, ...]
    search: Search | None = None
    found: list[Likeness] = field(default_factory=list)

    def on(self, desk: Desk, _about: str) -> _Looking:
        """Look for a moment."""
        from bulletin_desktop.services.duplicates import Search

        if self.search is None:
            self.search = Search(self.recognitions)
        end = time.monotonic() + _MOMENT
        while not self.search.done and time.monotonic() < end:
            self.found += self.search.step(desk)
        return self


def _stored(
    desk: Desk,
    *,
    issue_id: str,
    recognitions: tuple[Recognition, ...],
    originals: Callable[[str], bytes],
    about_to: Callable[[Sequence[str]], None],
) -> tuple[Changes, ...]:
    """Store the articles that are taken, and the rejected ones among the manuscripts, as such.

    *about_to* hears their ids before the library has them for good.
    """
    from bulletin_desktop.intake import choosing
    from bulletin_desktop.services import manuscripts
    from bulletin_desktop.services.acts import SetManuscriptStates
    from bulletin_desktop.services.register import ManuscriptState

    with desk.one_step():
        stored = manuscripts.store(desk, issue_id, *recognitions, originals=originals)
        done, articles = list(stored.changes), stored.articles
        others = [each for each in map(choosing.rejected, recognitions) if each is not None]
        if others:
            rejected = manuscripts.store(desk, MANUSCRIPTS, *others, originals=originals)
            articles += rejected.articles
            ids = tuple(each.article.id for each in rejected.articles)
            done += (*rejected.changes, desk.apply(SetManuscriptStates(ids, ManuscriptState.REJECTED)))
        about_to([each.article.id for each in articles])
    return tuple(done)

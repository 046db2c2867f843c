"""The open issue: its value, its pages, and the saving of what is typed."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend, Lane
from bulletin_desktop.services.acts import SaveArticle

if TYPE_CHECKING:
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.template import Template
    from bulletin_desktop.typeset.typesetter import Typesetter

PAUSE = 300  # ms after the last key
AT_LEAST = 1000  # ms between saves while someone types without a pause
RETRY = 5000  # ms after a save that failed
AWAY = 40_000  # characters from which a first layout would be felt, so it is made in its own thread

ForPages = Callable[["Issue", "Layout"], object]
GivenUp = Callable[[], object]


class IssueSession(QObject):
    """Holds one issue as it is on the screen, ahead of the library by at most `AT_LEAST`.

    What is typed stays in memory until the library has it, also when saving fails.
    """

    opened = Signal(object)  # Issue, or None when nothing is open
    laid_out = Signal(object)  # Layout
    saved = Signal(object)  # dt.datetime
    typed = Signal()  # there is text that the library does not have yet
    save_failed = Signal(object)
    failed = Signal(object)
    replaced = Signal(object)  # why the issue is not set by its own template

    def __init__(
        self,
        backend: Backend,
        make_typesetter: Callable[[TemplateSource], Typesetter],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._make_typesetter = make_typesetter
        self._typesetters: dict[TemplateSource, Typesetter] = {}
        self.look: TemplateSource | None = None  # what the open issue is set by
        self._typesetting = Lane("typesetting", self)
        self._away = 0  # layouts that are being made in their own thread
        self.issue: Issue | None = None
        self.layout: Layout | None = None
        self._unsaved: dict[str, Article] = {}
        self._bug_told = False
        self._typed_at = 0.0  # when the oldest unsaved text was typed
        self._asked = ""
        self._for_pages: list[tuple[ForPages, GivenUp | None]] = []
        self._laid_out: Issue | None = None  # what `layout` shows
        self._laid_out_by: Typesetter | None = None
        self._pause = self._timer(PAUSE, self.flush)
        self._relayout = self._timer(0, self._lay_out)
        self._retry = self._timer(RETRY, self.flush)

    def _timer(self, interval: int, timeout: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(timeout)
        return timer

    # Opening

    def open(self, issue_id: str) -> None:
        """Open an issue. The one that was open is saved first, and stays open if this one cannot be read."""
        if self.issue is None or not self.issue.id == issue_id == self._asked:
            self._ask(issue_id)

    def reload(self) -> None:
        """Read the open issue anew, after an act has changed it."""
        if self._asked:
            self._ask(self._asked)

    def close(self) -> None:
        """Save and open nothing."""
        self.flush()
        self._asked = ""
        self.issue = self.look = self.layout = self._laid_out = None
        self._give_up_waiting()
        self._relayout.stop()
        self.opened.emit(None)

    def _ask(self, issue_id: str) -> None:
        self.flush()
        self._asked = issue_id
        self._backend.submit(
            lambda desk: (desk.issue(issue_id), desk.look(issue_id)),
            done=lambda read: self._receive(*read),
            failed=lambda error: self._not_opened(issue_id, error),
        )

    def _receive(self, issue: Issue, look: TemplateSource) -> None:
        if issue.id != self._asked:
            return
        if not self._same(issue):
            self._give_up_waiting()  # else one issue's file would get the other's pages
        troubled = look.problem is not None and look != self.look
        self.issue, self.look = _with_articles(issue, self._unsaved), look
        self.opened.emit(self.issue)
        self._relayout.start()
        if troubled:
            self.replaced.emit(look.problem)

    def _same(self, issue: Issue) -> bool:
        return self.issue is not None and self.issue.id == issue.id

    def _not_opened(self, issue_id: str, error: Exception) -> None:
        if issue_id == self._asked:  # else another was asked for meanwhile, and is still to come
            self._asked = self.issue.id if self.issue is not None else ""
        self.failed.emit(error)

    # Editing and saving

    def article(self, article_id: str) -> Article | None:
        """Return an article of the open issue as it is on the screen."""
        articles = self.issue.articles() if self.issue else ()
        return next((article for article in articles if article.id == article_id), None)

    def edit(self, article: Article) -> None:
        """Take the new value of an article; one that has just left the open issue is saved all the same."""
        before = self.article(article.id)
        if before == article:
            return
        self._backend.typing.typed(article, None if article.id in self._unsaved else before)
        if before is not None:
            self.issue = _with_articles(self.issue, {article.id: article})
            self._relayout.start()
        if not self._unsaved:
            self._typed_at = time.monotonic()
            self.typed.emit()
        self._unsaved[article.id] = article
        waited = (time.monotonic() - self._typed_at) * 1000
        self._pause.start(max(0, min(PAUSE, round(AT_LEAST - waited))))

    @property
    def unsaved(self) -> bool:
        """Whether the library has not yet confirmed everything that was typed."""
        return bool(self._unsaved)

    @property
    def unsaved_articles(self) -> tuple[Article, ...]:
        """What was typed and the library has not confirmed yet."""
        return tuple(self._unsaved.values())

    def forget_unsaved(self) -> None:
        """Try no more to save what was typed: it is kept elsewhere."""
        self._unsaved.clear()
        for timer in (self._pause, self._retry):
            timer.stop()

    def flush(self) -> None:
        """Save what was typed, now."""
        self._pause.stop()
        self._retry.stop()
        self._typed_at = time.monotonic()
        for article in [*self._unsaved.values()]:
            self._backend.submit(
                _save, article, done=lambda _changes, saved=article: self._confirm(saved), failed=self._keep
            )

    def _confirm(self, article: Article) -> None:
        if self._unsaved.get(article.id) is article:
            del self._unsaved[article.id]
        self._bug_told = False
        if self._unsaved:
            self._backend.typing.saved(article)
        else:
            self._backend.typing.saved_all()
            self._retry.stop()
            self.saved.emit(dt.datetime.now().astimezone())

    def _keep(self, error: Exception) -> None:
        """Tell what kept the text from being saved; only what the world may mend is tried again by itself.

        Any other failure is a bug: it is told once until something could be saved again.
        """
        if isinstance(error, UserError):
            self._retry.start()
        elif self._bug_told:
            return
        else:
            self._bug_told = True
        self.save_failed.emit(error)

    # Pages

    @property
    def template(self) -> Template | None:
        """The template of the open issue, suited to this machine's fonts."""
        return self._typesetter(self.look).template if self.look else None

    def _typesetter(self, look: TemplateSource) -> Typesetter:
        """The typesetter of *look*; one for what the template was before is given up."""
        if look not in self._typesetters:
            self._typesetters = {one: kept for one, kept in self._typesetters.items() if one.id != look.id}
            self._typesetters[look] = self._make_typesetter(look)
        return self._typesetters[look]

    def _lay_out(self) -> None:
        if self.issue is None or self.look is None or self._away:
            return  # the one that is under way starts the next
        issue = self.issue
        typesetter = self._typesetter(self.look)
        known = self._laid_out is not None and self._laid_out.id == issue.id
        known = known and typesetter is self._laid_out_by
        self._laid_out_by = typesetter
        if known or sum(len(block.text) for a in issue.articles() for block in a.paragraphs()) < AWAY:
            try:
                layout = typesetter.layout(issue)
            except Exception:
                self._give_up_waiting()
                raise
            self._show(issue, layout)
            return
        self._away += 1
        self._typesetting.run(
            typesetter.layout, issue, done=lambda layout: self._arrived(issue, layout), failed=self._lost
        )

    def _arrived(self, issue: Issue, layout: Layout) -> None:
        self._away -= 1
        if issue is self.issue:
            self._show(issue, layout)
        else:
            self._relayout.start()

    def _lost(self, error: Exception) -> None:
        self._away -= 1
        self._give_up_waiting()
        raise error

    def _show(self, issue: Issue, layout: Layout) -> None:
        if self._same(issue):
            self.layout, self._laid_out = layout, issue
            self.laid_out.emit(layout)
            waiting, self._for_pages = self._for_pages, []
            for each in waiting:
                self.when_laid_out(*each)

    def when_laid_out(self, call: ForPages, given_up: GivenUp | None = None) -> None:
        """Call with the open issue as it is on the screen and its pages, once they agree.

        If there will be no such pages, since no issue is open or another is opened before, *given_up* is
        called instead.
        """
        if self.issue is not None and self.layout is not None and self._laid_out is self.issue:
            call(self.issue, self.layout)
            return
        self._for_pages.append((call, given_up))
        if self.issue is None:
            self._give_up_waiting()
        else:
            self._relayout.start()

    def _give_up_waiting(self) -> None:
        waiting, self._for_pages = self._for_pages, []
        for _, given_up in waiting:
            if given_up is not None:
                given_up()

    def shut_down(self) -> None:
        """End the typesetting thread. Unsaved text must have been flushed before: the rest is given up."""
        self._unsaved.clear()
        for timer in (self._pause, self._relayout, self._retry):
            timer.stop()
        self._typesetting.close()


def _save(desk: Any, article: Article) -> Any:
    return desk.apply(SaveArticle(article))


def _with_articles(issue: Issue, articles: dict[str, Article]) -> Issue:
    """Return *issue* with newer values of articles it holds; untouched sections stay the same objects."""
    sections = tuple(
        replace(section, articles=tuple(articles.get(article.id, article) for article in section.articles))
        if any(article.id in articles for article in section.articles)
        else section
        for section in issue.sections
    )
    return replace(issue, sections=sections)

"""Opens articles at what was found in them, and goes on from hit to hit and from article to article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bulletin_desktop.document import finding
from bulletin_desktop.document.finding import Found, Hit, Place
from bulletin_desktop.document.model import Article
from bulletin_desktop.document.searching import HEADLINE, Terms, TextLine
from bulletin_desktop.gui.find.in_article import InArticle
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.gui.find.flow import FindFlow
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.searching import SearchHit

Following = Callable[[int], "SearchHit | None"]


class _Seeker:
    """Finds the words of a search in an article as the search does, wherever it stands by now."""

    def __init__(self, words: Iterable[str]) -> None:
        self._terms = Terms(words)

    def find(self, article: Article, _patience: float) -> tuple[Found, ...]:
        """Return every line with any of the words; the headline is one, its places as in the editor."""
        marked = ((line, self._terms.marks(line)) for line in _lines(article))
        return tuple(
            Found(Place(line.block, line.part), line.text, tuple(Hit(*mark) for mark in marks))
            for line, marks in marked
            if marks
        )


def _lines(article: Article) -> Iterator[TextLine]:
    headlines = iter([TextLine(HEADLINE, 0, "\n".join(article.headline))])
    for line in finding.lines(article):
        if line.place.block != HEADLINE:
            yield TextLine(*line.place, line.text)
        else:
            yield from headlines  # all its lines as one, where the first of them stands


@dataclass(frozen=True, slots=True)
class _Target:
    """A hit whose article is being opened. *stay*: the focus does; *last*: go to its last hit."""

    hit: SearchHit
    stay: bool
    last: bool


def _none(_by: int) -> None:
    """Nothing follows."""


class Opening(QObject):
    """*counted* carries which hit of the open article is looked at, from 0, and how many it has.

    *gone* carries a hit whose article is not there any more, *lost* one whose article has none of the words
    any more, *ended* tells that the list has no article that way.
    """

    counted = Signal(int, int)
    gone = Signal(object)
    lost = Signal(object)
    ended = Signal()

    def __init__(self, window: MainWindow, find: FindFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._find = window, find
        self._following: Following = _none
        self._target: _Target | None = None
        self._words: tuple[str, ...] = ()
        self._in_article = InArticle(window.editor, ("", 0), self)
        self._in_article.counted.connect(self._count)
        self._marked = ""  # the article whose hits are marked
        find.asked_for.connect(self.forget)
        window.editing.place_changed.connect(self._place_changed)
        for source in (window.session, window.tree):  # what would have shown the article
            source.failed.connect(self._give_up)

    def open(
        self, hit: SearchHit, words: Iterable[str], stay: bool, following: Following | None = None
    ) -> None:
        """Show *hit* in its article, every one of *words* marked; the focus goes there, or must *stay*.

        *following* makes the next (1) or previous (-1) row of the list current and returns its hit.
        """
        self._words, self._following = tuple(words), following or _none
        self._open(_Target(hit, stay, last=False))

    def _open(self, target: _Target) -> None:
        window, hit = self._window, target.hit
        self._find.give_way(self.step)
        self._target = target
        if window.session.issue is None or window.session.issue.id != hit.issue_id:
            window.editing.open_article(hit.article_id)
            window.editing.open_issue(hit.issue_id)
            window.tree.select((hit.article_id,))  # or what was opened before would be, once it is read
            window.tree.show_issue(hit.issue_id)
        elif window.session.article(hit.article_id) is None:
            window.session.reload()  # it has just come here, or has gone
        else:
            self._open_here(hit)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit: in the open article, else in the list's next one."""
        article_id = self._window.editing.article_id
        if article_id and self._marked != article_id:
            self._mark(article_id)
        if self._in_article.step(by, round_the_end=False):
            return
        hit = self._following(by)
        if hit is None:
            self.ended.emit()
        else:
            self._open(_Target(hit, stay=True, last=by < 0))

    def forget(self) -> None:
        """Mark nothing any more."""
        self._target, self._marked = None, ""
        self._in_article.look_for(None)

    def _mark(self, article_id: str) -> None:
        self._marked = article_id
        self._in_article.look_for(_Seeker(self._words), go=False)

    def _place_changed(self, issue_id: str, article_id: str) -> None:
        target = self._target
        if target is None:
            if self._marked not in ("", article_id):
                self.forget()
        elif issue_id == target.hit.issue_id:
            if self._window.session.article(target.hit.article_id) is None:
                self._say_gone()
            elif article_id == target.hit.article_id:
                self._show()
            else:
                self._open_here(target.hit)

    def _open_here(self, hit: SearchHit) -> None:
        """Open an article of the open issue, or stay where it is open."""
        if self._window.editing.article_id == hit.article_id:
            self._show()
        else:
            self._window.editing.open_article(hit.article_id)  # which comes back by `_place_changed`
            self._window.tree.select((hit.article_id,))

    def _show(self) -> None:
        target, self._target = self._target, None
        hit = target.hit
        self._mark(hit.article_id)
        near, last = self._in_article.go_near, self._in_article.go_to_last
        found = last() if target.last else near(hit.block_id, hit.offset)
        if not found:
            self.lost.emit(hit)
        if not target.stay:
            self._window.editor.setFocus()

    def _say_gone(self) -> None:
        target, self._target = self._target, None
        self.gone.emit(target.hit)

    def _give_up(self, _error: Exception) -> None:
        self._target = None

    def _count(self, number: int, count: int) -> None:
        if self._marked:
            self.counted.emit(number, count)

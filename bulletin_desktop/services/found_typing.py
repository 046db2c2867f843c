"""After a breakdown: what was typed and not yet saved is found in the journal and becomes a version.

Nothing newer is overwritten: a text that does not follow what the library holds, since a backup was restored
or another program saved, becomes a version below what there is; one whose article is gone is a manuscript.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article
from bulletin_desktop.errors import UserError
from bulletin_desktop.library import record_file, typing_journal
from bulletin_desktop.library.content import sha256
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.library.typing_journal import Typed
from bulletin_desktop.services.acts import Act, AddArticles, Changes, SaveArticle
from bulletin_desktop.values import dataclass

Apply = Callable[[Act], Changes]
_DAMAGED = ".damaged"
_log = logging.getLogger(__name__)


class Fate(StrEnum):
    """What became of a text that was found."""

    ARTICLE = "article"  # the article reads so now
    VERSION = "version"  # the article reads otherwise, newer or of elsewhere; this is a version of it
    MANUSCRIPT = "manuscript"  # the library has no such article: it is one now, in no issue


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text that was found; *deleted* tells that its article is in the recycle bin, alone or not."""

    article_id: str
    issue_id: str
    title: str
    fate: Fate
    deleted: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What the journals gave, files that could not be read whole and are kept, what stood in the way."""

    texts: tuple[FoundText, ...] = ()
    kept: tuple[Path, ...] = ()
    trouble: UserError | None = None


def take_in(library: Library, name: str, apply: Apply) -> Found:
    """Take in every journal beside *library*, each in one transaction, and remove it.

    A journal that cannot be taken in yet, for lack of room or because a newer program wrote it, is put aside
    and tried again the next time; a damaged one is put aside for good. Where the library can only be read,
    journals wait. Raises nothing.
    """
    if library.hindrance is not None:
        return Found()
    texts: list[FoundText] = []
    kept: list[Path] = []
    trouble: UserError | None = None
    for path in record_file.left(typing_journal.beside(library.path)):
        own = path == typing_journal.beside(library.path)
        try:
            journal = typing_journal.read(path)
            with library.writing():
                found = [_take(library, typed, name, apply) for typed in journal.typed]
        except Exception as error:  # a bug too: it must not lock the person out of the library
            _log.warning("a typing journal was not taken in", exc_info=True)
            trouble = error if isinstance(error, UserError) else trouble
            kept += _put_aside(path) if own else []
            continue
        texts += [text for text in found if text is not None]
        if journal.damaged:
            kept += _put_aside(path, _DAMAGED)
        else:
            record_file.remove(path)
    return Found(tuple(texts), tuple(kept), trouble)


def _put_aside(path: Path, kind: str = "") -> list[Path]:
    try:
        return [record_file.set_aside(path, kind)]
    except OSError:  # then no other journal is begun: what this one has is never written over
        return [path]


def _take(library: Library, typed: Typed, name: str, apply: Apply) -> FoundText | None:
    """Take in one article's text; None if the library has it."""
    latest = codec.loads_article(typed.latest)
    try:
        nr = library.articles.number(typed.article_id)
    except UserError:
        apply(AddArticles(MANUSCRIPTS, (latest,), 0))
        return _found(library, latest, name, Fate.MANUSCRIPT)
    present = _present(library, typed.article_id, nr)
    if present == latest:
        return None
    body = None if present is None else codec.dumps(present)
    follows = body is None or sha256(body) in typed.former
    if not follows and library.revisions.holds(nr, typed.latest):
        return None
    apply(SaveArticle(latest, apart=True))
    found = _found(library, latest, name, Fate.ARTICLE if follows else Fate.VERSION)
    if not follows and present is not None:
        apply(SaveArticle(present, apart=True))
    return found


def _present(library: Library, article_id: str, nr: int) -> Article | None:
    """The article as the library has it, by its newest version if it is damaged; None if both are."""
    try:
        return library.articles.get(article_id)
    except UserError:
        newest = library.revisions.newest(nr)
        return None if newest is None else codec.loads_article(newest)


def _found(library: Library, article: Article, name: str, fate: Fate) -> FoundText:
    """Name the version that was just stored, and say where it is."""
    nr = library.articles.number(article.id)
    library.revisions.rename(library.revisions.all(nr)[0].revision, name)
    deleted = library.manuscripts.whereabouts(nr).deleted
    return FoundText(article.id, library.articles.issue_of(article.id), article.title, fate, deleted)

"""Which of what comes in came in before, or ran already: said before it is stored, never decided."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bulletin_desktop.document.sketch import Sketch, normalised, sketch
from bulletin_desktop.document.text import plain_text
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.library.manuscripts import Whereabouts
    from bulletin_desktop.services.desk import Desk

_ENOUGH = 0.5  # of the shorter text; reports by one hand share a third of their phrases
_LIKE = 75  # percent of a sentence's characters, for it to be the same one edited
_SHORTEST = 30  # letters and digits; less is no text to be told again
_MOST = 300  # sentences of a text that are looked up
_LOOKED_AT = 6  # texts of the library, for each article that comes in
_CATCHING_UP = 0.3  # seconds for texts changed since anybody asked last
_STEP = 25
_SENTENCES = re.compile(r"[。！？；!?;\n]+")


class How(StrEnum):
    """In what way an article is another one again."""

    SAME_FILE = "same-file"  # made of the very same file, byte by byte
    SAME_TEXT = "same-text"  # but for spaces and punctuation
    ALIKE = "alike"  # an excerpt, a shortened or an edited version


class Place(StrEnum):
    """Where the other one is."""

    ISSUE = "issue"
    MANUSCRIPTS = "manuscripts"  # in no issue
    RECYCLE_BIN = "recycle-bin"
    DROP = "drop"  # among what comes in together with it


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article of what comes in, and one that it is like.

    *file* counts the recognitions from 0, *line* is the article's first line in its own. *title* is the
    other's headline; *where* is its issue's name (简报 2026年第3期), or the name of the file beside it.
    *article_id* is empty for one that comes in beside it, *received* is when the other came in, if it did;
    *beside* is the file and line of one that comes in beside it.
    *share* is how much of the shorter text is in the longer one, 0 to 1.
    """

    file: int
    line: int
    how: How
    share: float
    title: str
    place: Place
    where: str = ""
    article_id: str = ""
    received: dt.datetime | None = None
    beside: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """An article that comes in, with its text in the forms that are compared."""

    file: int
    line: int
    title: str
    source: str
    origin: str
    text: str
    sketch: Sketch


class Search:
    """What articles of *recognitions* are like: what is in the library, and those before them.

    A file that came in before is told even where its articles lie in the recycle bin; other texts there are
    not looked at. To be made anywhere; `step` belongs to the desk's thread, and takes milliseconds.
    """

    def __init__(self, recognitions: Iterable[Recognition]) -> None:
        self._texts = tuple(_texts(recognitions))
        self._next = 0
        self._caught_up = False

    @property
    def done(self) -> bool:
        """Whether every article was looked at."""
        return self._next == len(self._texts)

    def step(self, desk: Desk) -> tuple[Likeness, ...]:
        """Look at the next article; return those it is like, each once, the closest first."""
        if not self._caught_up:
            self._caught_up = True
            with suppress(UserError):  # a full disk is no reason to say nothing
                _catch_up(desk)
        text, before = self._texts[self._next], self._texts[: self._next]
        self._next += 1
        others = [*_files(desk, text), *_beside(text, before), *_library(desk, text)]
        once: dict[object, Likeness] = {}
        for other in others:
            once.setdefault((other.article_id, other.beside), other)
        return tuple(sorted(once.values(), key=lambda other: (_ORDER[other.how], -other.share)))


def find(desk: Desk, recognitions: Iterable[Recognition]) -> tuple[Likeness, ...]:
    """Return all that a `Search` finds, in the order of the articles."""
    search = Search(recognitions)
    found: list[Likeness] = []
    while not search.done:
        found += search.step(desk)
    return tuple(found)


_ORDER = {How.SAME_FILE: 0, How.SAME_TEXT: 1, How.ALIKE: 2}


def share(one: str, other: str) -> float:
    """Return how much of the shorter text is in the longer one, 0 to 1, whatever the order of sentences.

    Of very long texts a few hundred sentences are looked up.
    """
    shorter, longer = sorted((_sentences(one), _sentences(other)), key=lambda held: sum(map(len, held)))
    shorter = shorter[:: len(shorter) // _MOST + 1]
    whole, known = "".join(longer), tuple(dict.fromkeys(longer))
    found = 0.0
    for sentence in shorter:
        if sentence in whole:
            found += len(sentence)
        elif best := process.extractOne(sentence, known, scorer=fuzz.ratio, score_cutoff=_LIKE):
            found += len(sentence) * best[1] / 100
    return found / max(1, sum(map(len, shorter)))


def _catch_up(desk: Desk) -> None:
    end = time.monotonic() + _CATCHING_UP
    while desk.sketch_changed(_STEP) == _STEP and time.monotonic() < end:
        pass


def _texts(recognitions: Iterable[Recognition]) -> Iterator[_Text]:
    for file, recognition in enumerate(recognitions):
        for section in assemble.articles(recognition):
            for assembled in section.articles:
                text = plain_text(assembled.article)
                yield _Text(
                    file,
                    assembled.first,
                    assembled.article.title,
                    recognition.source,
                    recognition.origin,
                    text,
                    sketch(text),
                )


def _files(desk: Desk, text: _Text) -> Iterator[Likeness]:
    """The article that was made of the same file when it came in before: the likest of all of its."""
    others = desk.arrived(text.origin) if text.origin else ()
    if others:
        shares = [share(text.text, _said(desk, other)) for other in others]
        likest = max(range(len(others)), key=lambda number: (shares[number], not others[number].deleted))
        yield _told(text, How.SAME_FILE, shares[likest], others[likest])


def _library(desk: Desk, text: _Text) -> Iterator[Likeness]:
    """Articles with the same text, or much of it."""
    if len(normalised(text.text)) < _SHORTEST:
        return
    for other in desk.resembling(text.sketch, _LOOKED_AT):
        said = _said(desk, other)
        found = share(text.text, said)
        if found >= _ENOUGH:
            yield _told(text, _how(text, found, said), found, other)


def _beside(text: _Text, before: Sequence[_Text]) -> Iterator[Likeness]:
    """The same among what comes in with it."""
    if len(normalised(text.text)) < _SHORTEST:
        return
    shingles = frozenset(text.sketch.shingles)
    for other in before:
        if other.sketch.text != text.sketch.text and shingles.isdisjoint(other.sketch.shingles):
            continue
        found = share(text.text, other.text)
        if found >= _ENOUGH:
            how = _how(text, found, other.text)
            if how is How.SAME_TEXT and text.origin == other.origin != "" and text.file != other.file:
                how = How.SAME_FILE
            yield Likeness(
                text.file,
                text.line,
                how,
                found,
                other.title,
                Place.DROP,
                other.source,
                beside=(other.file, other.line),
            )


def _how(text: _Text, share: float, other: str) -> How:
    same = share == 1 and normalised(text.text) == normalised(other)
    return How.SAME_TEXT if same else How.ALIKE


def _said(desk: Desk, other: Whereabouts) -> str:
    """What an article of the library says; nothing if it is damaged."""
    try:
        return plain_text(desk.article(other.article_id))
    except UserError:
        return ""


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(words for part in _SENTENCES.split(text) if (words := normalised(part)))


def _told(text: _Text, how: How, share: float, other: Whereabouts) -> Likeness:
    place, where = Place.MANUSCRIPTS, ""
    if other.deleted:  # whatever it was in
        place = Place.RECYCLE_BIN
    elif other.used is not None:
        place, where = Place.ISSUE, other.used.words
    return Likeness(
        text.file, text.line, how, share, other.title, place, where, other.article_id, other.received
    )

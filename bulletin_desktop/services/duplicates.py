"""Which of what comes in came in before, or ran already: said before it is stored, never decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recognition import Recognition

if TYPE_CHECKING:
    from bulletin_desktop.library.manuscripts import Whereabouts
    from bulletin_desktop.services.desk import Desk


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
    *article_id* is empty for one that comes in beside it, *received* is when the other came in, if it did.
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


def find(desk: Desk, recognitions: Iterable[Recognition]) -> tuple[Likeness, ...]:
    """Return what articles of *recognitions* are like: what is in the library, and each other.

    In the order of the articles, each other one once, by the closest way it is like it. A file that came
    in before is told even where its articles lie in the recycle bin; other texts there are not looked at.
    """
    found: list[Likeness] = []
    for file, recognition in enumerate(recognitions):
        if not recognition.origin:
            continue
        before = desk.arrived(recognition.origin)
        for section in assemble.articles(recognition):
            for assembled in section.articles:
                found += [_told(file, assembled.first, How.SAME_FILE, 1.0, each) for each in before]
    return tuple(found)


def _told(file: int, line: int, how: How, share: float, other: Whereabouts) -> Likeness:
    place = Place.MANUSCRIPTS if other.used is None else Place.ISSUE
    if other.deleted:
        place = Place.RECYCLE_BIN
    where = other.used.words if other.used else ""
    return Likeness(file, line, how, share, other.title, place, where, other.article_id, other.received)

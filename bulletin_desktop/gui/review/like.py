"""What an article that comes in is like, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin_desktop.gui.review import words
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.duplicates import How, Likeness, Place

_SENTENCES = {
    How.SAME_FILE: QT_TRANSLATE_NOOP("Review", "This very file came in before ({where}): “{title}”"),
    How.SAME_TEXT: QT_TRANSLATE_NOOP("Review", "The same text as “{title}” ({where})"),
    How.ALIKE: QT_TRANSLATE_NOOP("Review", "{share} % the same as “{title}” ({where})"),
}
_PLACES = {
    Place.MANUSCRIPTS: QT_TRANSLATE_NOOP("Review", "among the manuscripts"),
    Place.RECYCLE_BIN: QT_TRANSLATE_NOOP("Review", "in the recycle bin"),
    Place.DROP: QT_TRANSLATE_NOOP("Review", "received together with it"),
}
_CAME = QT_TRANSLATE_NOOP("Review", "{where}, received on {month}/{day}")

Notices = dict[tuple[int, int], tuple[str, ...]]


def sentence(likeness: Likeness) -> str:
    """Return what is said of it on the article's card."""
    where = likeness.where or words.say(_PLACES.get(likeness.place, _PLACES[Place.MANUSCRIPTS]))
    if likeness.received is not None:
        received = likeness.received.astimezone()
        where = words.say(_CAME).format(where=where, month=received.month, day=received.day)
    share = round(likeness.share * 100)
    return words.say(_SENTENCES[likeness.how]).format(title=likeness.title, where=where, share=share)


def notices(
    likenesses: Iterable[Likeness], lines: Mapping[tuple[int, int], int], answered: frozenset[tuple[int, int]]
) -> Notices:
    """Return the sentences for each article, by its file and first line, without those that were answered.

    *lines* gives for a file and a line the first line of the article that has it now.
    """
    found: Notices = {}
    for likeness in likenesses:
        first = lines.get((likeness.file, likeness.line))
        if first is None or (likeness.file, likeness.line) in answered:
            continue
        place = likeness.file, first
        said = sentence(likeness)
        if said not in found.get(place, ()):
            found[place] = (*found.get(place, ()), said)
    return found

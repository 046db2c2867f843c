"""Which articles of a recognition are taken, and who sent them: what a person says of whole articles.

Both are kept by the number of one line of an article, so that they stay with the article that has the line
when boundaries move.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletin_desktop.intake import review
from bulletin_desktop.intake.credits import read as read_credit
from bulletin_desktop.intake.recognition import Fate, Label, ReadLine, Recognition, Sender


def fate_of(recognition: Recognition, lines: Sequence[ReadLine]) -> Fate | None:
    """Return what becomes of the article with these lines; None: it is taken."""
    if not recognition.fates or not lines:
        return None
    first, last = lines[0].number, lines[-1].number
    return next((fate for number, fate in recognition.fates if first <= number <= last), None)


def with_fate(recognition: Recognition, number: int, fate: Fate | None) -> Recognition:
    """Let the article of the line be left out or rejected; None takes it after all."""
    lines = _article(recognition, number)
    if not lines:
        return recognition
    first, last = lines[0].number, lines[-1].number
    fates = tuple(each for each in recognition.fates if not first <= each[0] <= last)
    if fate is not None:
        fates = tuple(sorted((*fates, (first, fate))))
    return replace(recognition, fates=fates)


def taken(recognition: Recognition) -> tuple[tuple[str, tuple[ReadLine, ...]], ...]:
    """Return the articles that are taken, each with its section, as `review.articles_in_sections` does."""
    articles = review.articles_in_sections(recognition)
    return tuple(each for each in articles if fate_of(recognition, each[1]) is None)


def rejected(recognition: Recognition) -> Recognition | None:
    """Return the recognition with its rejected articles as the ones to be taken, None if there are none."""
    fates = []
    for article in review.articles_of(recognition):
        if fate_of(recognition, article) is not Fate.REJECTED:
            fates.append((article[0].number, Fate.LEFT_OUT))
    if len(fates) == len(review.articles_of(recognition)):
        return None
    return replace(recognition, fates=tuple(fates))


def said_sender(recognition: Recognition, lines: Sequence[ReadLine]) -> Sender | None:
    """Return what a person said of the sender of the article with these lines."""
    if not recognition.senders or not lines:
        return None
    first, last = lines[0].number, lines[-1].number
    return next((sender for number, sender in recognition.senders if first <= number <= last), None)


def with_sender(recognition: Recognition, number: int, sender: Sender) -> Recognition:
    """Note who sent the article of the line."""
    lines = _article(recognition, number)
    if not lines:
        return recognition
    first, last = lines[0].number, lines[-1].number
    others = tuple(each for each in recognition.senders if not first <= each[0] <= last)
    return replace(recognition, senders=tuple(sorted((*others, (first, sender)), key=lambda each: each[0])))


def sender_of(recognition: Recognition, lines: Sequence[ReadLine], alone: bool = True) -> Sender:
    """Return who sent the article with these lines: what a person said, else what its credit and file say.

    Where a file has more than one article, not *alone*, the credit of each comes first.
    """
    said = said_sender(recognition, lines)
    if said is not None:
        return said
    facts = recognition.facts
    named = (facts.contributor, facts.author)
    credit = next((line.text for line in reversed(lines) if line.label is Label.CREDIT), "")
    if credit:
        read = read_credit(credit)
        credited = read.unit, "、".join(read.authors)
        first, second = (named, credited) if alone or not any(credited) else (credited, named)
        named = first[0] or second[0], first[1] or second[1]
    return Sender(*named, facts.phone)


def _article(recognition: Recognition, number: int) -> tuple[ReadLine, ...]:
    """Return the article with the line, from its first to its last; blank lines at its end are none of it."""
    for lines in review.articles_of(recognition):
        if lines[0].number <= number <= lines[-1].number:
            return lines
    return ()

"""Cleaning once more what is under review: other switches, and changes that a person takes back.

What a person decided stays: labels, starts, reasons, what was taken back. Joined lines and what surrounds
a text on a web page follow their switches where nobody has said otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bulletin_desktop.intake import cleaner, noise, review
from bulletin_desktop.intake.cleaner import Cleaned, Cleaner, Rule
from bulletin_desktop.intake.recognition import (
    Change,
    Doubt,
    Kept,
    Label,
    ReadLine,
    Recognition,
    legal,
)
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.intake.wrapping import mark_joins

_PAIRED: dict[str, str] = {Rule.QUOTES: "“”‘’", Rule.HALFWIDTH_BRACKETS: "（）"}
_NEVER_JOINED = (Label.BLANK, Label.ASIDE, Label.SECTION, Label.TABLE, Label.PICTURE)
_OF_CLEANING = (Doubt.QUOTES, Doubt.UNREADABLE)


def recleaned(
    recognition: Recognition,
    settings: Settings,
    former: Settings | None = None,
    washer: Cleaner | None = None,
) -> Recognition:
    """Return the recognition with its originals cleaned by *settings*, and everything a person did to it.

    Where the settings it was cleaned by are known, *former*, only what differs is looked at. A *washer* of
    *settings* may remember how the lines are cleaned by them.
    """
    washer = washer or Cleaner(settings.rules, settings.replacements)
    gone = _only_gone(former, settings)
    lines = [
        line if gone is not None and not _made_by(line, gone) else _recleaned(line, washer)
        for line in recognition.lines
    ]
    if former is None or Rule.WRAPPED_LINES in former.rules ^ settings.rules:
        lines = _joined(lines, _wanted_joins(lines, settings))
    every = former is None or bool(set(noise.SWITCH.values()) & (former.rules ^ settings.rules))
    pairs = zip(lines, recognition.lines, strict=True)
    numbers = [line.number for line, before in pairs if every or line is not before]
    return _sifted(replace(recognition, lines=legal(lines)), settings.rules, numbers)


def _only_gone(former: Settings | None, settings: Settings) -> frozenset[str] | None:
    """Return the rules that were switched off, if that is all that differs, else None."""
    if former is None or former.replacements != settings.replacements or settings.rules - former.rules:
        return None
    return former.rules - settings.rules


def _made_by(line: ReadLine, rules: frozenset[str]) -> bool:
    return any(
        change.rule in rules or any(each.rule in rules for each in change.under) for change in line.changes
    )


def _wanted_joins(lines: Sequence[ReadLine], settings: Settings) -> list[bool]:
    if Rule.WRAPPED_LINES not in settings.rules:
        return [False] * len(lines)
    return [line.joins for line in mark_joins([replace(line, joins=False) for line in lines])]


def revert_change(recognition: Recognition, number: int, start: int) -> Recognition:
    """Take back the change at character *start* of the line's original; a bracket or quote with its partner.

    It stays taken back whatever is switched afterwards.
    """
    lines = list(recognition.lines)
    if not 0 < number <= len(lines):
        return recognition
    line = lines[number - 1]
    chosen = next((change for change in line.changes if change.start <= start < change.end), None)
    if chosen is None:
        return recognition
    taken = [chosen, *_partner(line, chosen)]
    lines[number - 1] = _without(line, taken)
    return replace(recognition, lines=tuple(lines))


def revert_rule(recognition: Recognition, rule: str) -> Recognition:
    """Take back everything that *rule* did, each place as by `revert_change`."""
    lines = recognition.lines
    reasons = [why for why, switch in noise.SWITCH.items() if switch == rule]
    if reasons:
        numbers = [line.number for line in lines if line.label is Label.ASIDE and line.why in reasons]
        return review.restore(recognition, numbers)
    if rule == Rule.WRAPPED_LINES:
        parted = (replace(line, joins=False, decided=True) if line.joins else line for line in lines)
        return replace(recognition, lines=tuple(parted))
    taken = [(line, [change for change in line.changes if change.rule == rule]) for line in lines]
    return replace(recognition, lines=tuple(_without(line, gone) if gone else line for line, gone in taken))


def _without(line: ReadLine, taken: Sequence[Change]) -> ReadLine:
    changes = sorted(
        (
            *(change for change in line.changes if change not in taken),
            *(below for change in taken for below in change.under),
        ),
        key=lambda change: change.start,
    )
    kept = tuple(
        Kept(change.start, change.end, change.rule)
        for change in taken
        if change.rule != review.HEADLINE_BREAK
    )
    text = cleaner.apply(line.original, changes)
    return replace(line, text=text, changes=tuple(changes), kept=line.kept + kept)


def _partner(line: ReadLine, chosen: Change) -> tuple[Change, ...]:
    """Return the change that made the other bracket or quote of a pair, if the same rule made it."""
    pairs = _PAIRED.get(chosen.rule, "")
    opened: list[tuple[str, Change | None]] = []
    for mark, made in _characters(line):
        if mark not in pairs:
            continue
        place = pairs.index(mark)
        if place % 2 == 0:
            opened.append((pairs[place + 1], made))
        elif opened and opened[-1][0] == mark:
            pair = (opened.pop()[1], made)
            if chosen in pair:
                return tuple(each for each in pair if each is not None and each != chosen)
    return ()


def _characters(line: ReadLine) -> Iterator[tuple[str, Change | None]]:
    """Yield the cleaned text's characters, each with the change that made it."""
    position = 0
    for change in line.changes:
        yield from ((character, None) for character in line.original[position : change.start])
        yield from ((character, change) for character in change.after)
        position = change.end
    yield from ((character, None) for character in line.original[position:])


def _recleaned(line: ReadLine, washer: Cleaner) -> ReadLine:
    cleaned = _with_breaks(line, washer.cleaned(line))
    if (cleaned.text, cleaned.changes) == (line.text, line.changes):
        return line
    label, doubt = line.label, line.doubt
    if line.content is None and label is Label.BLANK and cleaned.text.strip():
        label = Label.BODY
    elif line.content is None and not cleaned.text.strip():
        label = Label.BLANK
    if not line.decided and (not doubt or doubt in _OF_CLEANING):
        doubt = cleaned.doubt
    return replace(line, text=cleaned.text, changes=cleaned.changes, label=label, doubt=doubt)


def _with_breaks(line: ReadLine, cleaned: Cleaned) -> Cleaned:
    """Keep the line breaks that a person put into a headline."""
    breaks = [change for change in line.changes if change.rule == review.HEADLINE_BREAK]
    if not breaks:
        return cleaned
    others = [
        change
        for change in cleaned.changes
        if not any(change.start < each.end and each.start < change.end for each in breaks)
    ]
    changes = tuple(sorted((*others, *breaks), key=lambda change: change.start))
    return replace(cleaned, text=cleaner.apply(line.original, changes), changes=changes)


def _joined(lines: Sequence[ReadLine], joins: Sequence[bool]) -> list[ReadLine]:
    """Let lines continue those above or part from them, but for what a person decided."""
    result: list[ReadLine] = []
    for line, wanted in zip(lines, joins, strict=True):
        above = result[-1] if result else None
        if line.decided or line.joins == wanted or line.starts:
            result.append(line)
        elif not wanted:
            result.append(replace(line, joins=False))
        elif above is not None and line.label not in _NEVER_JOINED and above.label not in _NEVER_JOINED:
            result.append(replace(line, joins=True, label=above.label))
        else:
            result.append(line)
    return result


def _sifted(recognition: Recognition, switches: Collection[Rule], numbers: Iterable[int]) -> Recognition:
    """Set aside and take back what surrounds a text on a web page, as the switches want it."""
    back, aside = [], []
    for line in (recognition.lines[number - 1] for number in numbers):
        if line.decided or line.content is not None:
            continue
        if line.label is Label.ASIDE:
            if line.why in noise.SWITCH and not noise.set_aside(line.text, switches):
                back.append(line.number)
        elif line.label not in (Label.BLANK, Label.SECTION) and noise.set_aside(line.text, switches):
            aside.append(line.number)
    touched = {*back, *aside}
    if not touched:
        return recognition
    recognition = review.restore(recognition, back)
    for number in aside:
        why = noise.set_aside(recognition.lines[number - 1].text, switches)
        recognition = review.set_aside(recognition, (number,), why)
    lines = tuple(
        replace(line, decided=False) if line.number in touched else line for line in recognition.lines
    )
    return replace(recognition, lines=lines)

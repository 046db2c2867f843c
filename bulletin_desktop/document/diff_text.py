"""The difference of two texts as a person would mark it: whole numbers and words, no chance agreement.

Chinese is compared by character; numbers with their sign of share, Latin words and spaces are never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, groupby, pairwise

from bulletin_desktop.document.model import Span
from bulletin_desktop.document.text import alike, normalise
from bulletin_desktop.values import dataclass

Spans = tuple[Span, ...]

_UNIT = re.compile(
    r"[0-9０-９]+(?:[.,:．：·][0-9０-９]+)*[%％‰℃]?|[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u024f]+(?:['’-][A-Za-z]+)*|\s+|.",
    re.DOTALL,
)
_CLAUSE = re.compile(r"[^。！？；，、：\s]*[。！？；，、：\s]?")
# Units on both sides, multiplied: as much is compared by unit in a few milliseconds. Longer texts are
# compared by clause first, and a clause that is longer still is taken as replaced.
_BY_UNIT = 16_000_000
_CODES = 0xF0000  # two private planes, 131,068 codes: stand for units of several characters
_MOST_CODES = 0x1FFFD
_ANCHOR = 4  # equal words or Chinese characters in a row that are no chance


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    RESTYLED = "restyled"  # the characters are the same, their marks are not
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text before and after. All *before* in order are the former text, all *after* the new."""

    kind: Kind
    before: Spans
    after: Spans


Pieces = tuple[Piece, ...]


def compare(before: Spans, after: Spans) -> Pieces:
    """Return the difference of two texts with their marks, deleted before inserted where both are."""
    if before == after:
        return (Piece(Kind.SAME, before, after),) if before else ()
    former, latter = _Reader(before), _Reader(after)
    pieces: list[Piece] = []
    for kind, length in _runs(_text(before), _text(after)):
        match kind:
            case Kind.DELETED:
                pieces.append(Piece(kind, former.take(length), ()))
            case Kind.INSERTED:
                pieces.append(Piece(kind, (), latter.take(length)))
            case _:
                pieces.extend(_marked(former.take(length), latter.take(length)))
    return tuple(pieces)


def joined(parts: Iterable[Spans]) -> Spans:
    """Return stretches put together again."""
    return normalise(span for part in parts for span in part)


def changed_characters(before: str, after: str) -> tuple[int, int]:
    """Return how many characters came and how many went, without saying which."""
    from rapidfuzz.distance import Indel

    distance = Indel.distance(before, after)
    gone = (len(before) - len(after) + distance) // 2
    return distance - gone, gone


def similarity(before: str, after: str, least: float) -> float:
    """Return how alike two texts are, 0 to 1; 0 if it is below *least*."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(before, after, score_cutoff=least)


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


class _Reader:
    """Gives out the characters of a text in order, with their marks."""

    def __init__(self, spans: Spans) -> None:
        self._rest = iter(spans)
        self._begun: Span | None = None

    def take(self, length: int) -> Spans:
        """Return the next *length* characters; there are as many."""
        taken: list[Span] = []
        while length:
            span = self._begun or next(self._rest)
            taken.append(Span(span.text[:length], span.marks))
            rest = span.text[length:]
            self._begun = Span(rest, span.marks) if rest else None
            length -= len(taken[-1].text)
        return tuple(taken)


def _runs(before: str, after: str) -> Iterator[tuple[Kind, int]]:
    """What becomes of how many characters, in order; neighbours differ in kind."""
    for kind, group in groupby(_edits(before, after), key=lambda edit: edit[0]):
        yield kind, sum(len(text) for _, text in group)


def _edits(before: str, after: str) -> Iterator[tuple[Kind, str]]:
    one, other = _UNIT.findall(before), _UNIT.findall(after)
    head = alike(one, other)
    tail = alike(one[head:][::-1], other[head:][::-1])
    if head:
        yield Kind.SAME, "".join(one[:head])
    yield from _middle(one[head : len(one) - tail], other[head : len(other) - tail])
    if tail:
        yield Kind.SAME, "".join(one[len(one) - tail :])


def _middle(one: list[str], other: list[str]) -> Iterator[tuple[Kind, str]]:
    if len(one) * len(other) <= _BY_UNIT:
        yield from _tidied(one, other)
        return
    former, latter = _CLAUSE.findall("".join(one)), _CLAUSE.findall("".join(other))
    for kind, gone, come in _aligned(former, latter):
        if kind is Kind.SAME:
            yield kind, "".join(gone)
            continue
        units, units_after = _UNIT.findall("".join(gone)), _UNIT.findall("".join(come))
        if len(units) * len(units_after) <= _BY_UNIT:
            yield from _tidied(units, units_after)
        else:
            yield from _replaced(gone, come)


def _replaced(gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    if gone:
        yield Kind.DELETED, "".join(gone)
    if come:
        yield Kind.INSERTED, "".join(come)


def _aligned(one: list[str], other: list[str]) -> Iterator[tuple[Kind, list[str], list[str]]]:
    """Equal stretches, and what stands between them on both sides (kind DELETED, whatever it is)."""
    from rapidfuzz.distance import Indel

    gone: list[str] = []
    come: list[str] = []
    for step in Indel.opcodes(one, other):
        if step.tag != "equal":
            gone.extend(one[step.src_start : step.src_end])
            come.extend(other[step.dest_start : step.dest_end])
            continue
        if gone or come:
            yield Kind.DELETED, gone, come
        yield Kind.SAME, one[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        gone, come = [], []
    if gone or come:
        yield Kind.DELETED, gone, come


def _tidied(one: list[str], other: list[str]) -> Iterator[tuple[Kind, str]]:
    """The edits between two rows of units, without agreement that is mere chance.

    Each unit is a character to the library that tidies: it cannot cut one.
    """
    codes = _codes(one, other)
    if codes is None:
        yield from _replaced(one, other)
        return
    words = {code: unit for unit, code in codes.items()}
    diffs: list[tuple[int, str]] = []
    for kind, gone, come in _aligned([codes.get(u, u) for u in one], [codes.get(u, u) for u in other]):
        if kind is Kind.SAME and _is_anchor(gone):
            yield from _cleaned(diffs, words)
            yield kind, "".join(words.get(code, code) for code in gone)
            diffs = []
        elif kind is Kind.SAME:
            diffs.append((0, "".join(gone)))
        else:
            diffs.extend(side for side in ((-1, "".join(gone)), (1, "".join(come))) if side[1])
    yield from _cleaned(diffs, words)


def _is_anchor(units: list[str]) -> bool:
    """Whether an equal stretch says something by itself; the library weighs it as if it were Latin."""
    return sum(unit.isalnum() or ord(unit) >= _CODES for unit in units) >= _ANCHOR


def _cleaned(diffs: list[tuple[int, str]], words: dict[str, str]) -> Iterator[tuple[Kind, str]]:
    from diff_match_patch import diff_match_patch

    diff_match_patch().diff_cleanupSemantic(diffs)
    kinds = {0: Kind.SAME, -1: Kind.DELETED, 1: Kind.INSERTED}
    for sign, text in diffs:
        if text:
            yield kinds[sign], "".join(words.get(code, code) for code in text)


def _codes(one: list[str], other: list[str]) -> dict[str, str] | None:
    """A private character for every unit that is longer than one, or private itself; None if too many."""
    wanted = {unit for side in (one, other) for unit in side if len(unit) > 1 or ord(unit) >= _CODES}
    if len(wanted) > _MOST_CODES:
        return None
    return {unit: chr(_CODES + nth) for nth, unit in enumerate(sorted(wanted))}


def _marked(before: Spans, after: Spans) -> Iterator[Piece]:
    """The same characters on both sides, parted where their marks begin or cease to differ."""
    former, latter = _Reader(before), _Reader(after)
    edges = sorted({0, *_ends(before), *_ends(after)})
    pairs = [(former.take(end - start), latter.take(end - start)) for start, end in pairwise(edges)]
    for same, group in groupby(pairs, key=lambda pair: pair[0] == pair[1]):
        befores, afters = zip(*group, strict=True)
        yield Piece(Kind.SAME if same else Kind.RESTYLED, joined(befores), joined(afters))


def _ends(spans: Spans) -> Iterator[int]:
    return accumulate(len(span.text) for span in spans)

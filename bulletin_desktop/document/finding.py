"""Finding words in an article and putting others in their place; the marks round them stay.

Every line of text an article holds is searched by itself: a hit never reaches over the end of a paragraph,
a headline's line or a table's cell, but may reach over marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

import regex

from bulletin_desktop.document import schema
from bulletin_desktop.document.model import (
    ARTICLE_FIELDS,
    Article,
    Block,
    Cell,
    Paragraph,
    Picture,
    Span,
    Table,
)
from bulletin_desktop.document.query import EDGE, Fold, Query, compiled, has_two_widths
from bulletin_desktop.document.text import alike, normalise
from bulletin_desktop.errors import UserError
from bulletin_desktop.values import dataclass

PATIENCE = 1.0  # seconds for one line of text: no sensible pattern needs a hundredth of it

_BETWEEN_WORDS = regex.compile(EDGE)
# Nothing is cut off from the accent or the joiner that makes one character of two.
_JOINED = regex.compile("[\\p{M}\u200d]")
_BETWEEN_CHARACTERS = regex.compile("(?<!\u200d)(?![\\p{M}\u200d])")


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters [start, end) of a line of text, never empty. *groups* are what a pattern's groups took."""

    start: int
    end: int
    groups: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where a line stands: a block's id or one of `ARTICLE_FIELDS`, and which line or cell of it, from 0."""

    block: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text of an article."""

    place: Place
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The characters without their marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Found:
    """A line of text with hits in it, in order."""

    place: Place
    text: str
    hits: tuple[Hit, ...]


class Finder:
    """A query made ready. Raises `UserError`, saying where, if its pattern is none."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._compiled = compiled(query) if query.pattern and query.words else None
        words = query.words
        cased = not (query.match_case or query.pattern) and words.lower() != words.upper()
        wide = query.any_width and (query.pattern or has_two_widths(words))
        # Words without case or a second width are looked for in the text as it is, which is much faster.
        self._fold = Fold(cased, wide) if cased or wide else None
        self._words = words.translate(self._fold) if self._fold is not None else words

    @property
    def groups(self) -> dict[str, int]:
        """The numbers of a pattern's named groups."""
        return dict(self._compiled.groupindex) if self._compiled is not None else {}

    @property
    def group_count(self) -> int:
        """How many groups a replacement can name."""
        return int(self._compiled.groups) if self._compiled is not None else 0

    def hits(self, text: str, patience: float = PATIENCE) -> tuple[Hit, ...]:
        """Return what is found in a line of text; empty finds do not count.

        Raises `UserError` if a pattern needs longer than *patience* seconds; other threads run meanwhile.
        """
        if not self.query.words:
            return ()
        looked_at = text.translate(self._fold) if self._fold is not None else text
        if self._compiled is None:
            return tuple(self._word_hits(looked_at))
        try:
            found = [
                Hit(match.start(), match.end(), self._taken(match, text))
                for match in self._compiled.finditer(looked_at, timeout=patience, concurrent=True)
                if match.start() < match.end()
            ]
        except (TimeoutError, MemoryError) as error:
            raise UserError(
                "This pattern takes too long on a paragraph of {length} characters. Nothing was changed. "
                "Take a simpler one: a repetition inside a repetition, such as (a+)+, is often the cause.",
                length=len(text),
            ) from error
        return tuple(_apart(found))

    def may_be_in(self, running: str) -> bool:
        """Tell whether an article can have hits, by what `codec.running` gives of its JSON; in doubt, yes."""
        if self._compiled is not None or '"' in self._words or "\\" in self._words:
            return True
        looked_at = running.translate(self._fold) if self._fold is not None else running
        return self._words in looked_at

    def find(self, article: Article, patience: float = PATIENCE) -> tuple[Found, ...]:
        """Return every line of *article* with hits, in the order of `lines`."""
        found = []
        for line in lines(article):
            text = line.text
            if hits := self.hits(text, patience):
                found.append(Found(line.place, text, hits))
        return tuple(found)

    def _word_hits(self, text: str) -> Iterator[Hit]:
        words, length = self._words, len(self._words)
        edges = [_BETWEEN_WORDS] if self.query.whole_word else []
        if _JOINED.search(text) is not None:
            edges.append(_BETWEEN_CHARACTERS)
        at = text.find(words)
        while at >= 0:
            whole = not edges or all(edge.match(text, at) and edge.match(text, at + length) for edge in edges)
            if whole:
                yield Hit(at, at + length)
            at = text.find(words, at + (length if whole else 1))

    def _taken(self, match: Any, text: str) -> tuple[str, ...]:
        spans = (match.span(number) for number in range(1, self.group_count + 1))
        return tuple(text[start:end] if start >= 0 else "" for start, end in spans)


class Replacement:
    r"""What stands in the place of a hit. In a pattern's, \1 to \99 and \g<name> are groups, \0 all of it.

    Raises `UserError` for what no paragraph can hold, or what means nothing.
    """

    def __init__(self, words: str, finder: Finder) -> None:
        self._parts: tuple[str | int, ...] = (
            tuple(_parts(words, finder)) if finder.query.pattern else (words,)
        )
        for part in self._parts:
            if isinstance(part, str) and not schema.is_legal_text(part):
                raise UserError(
                    "A replacement stays in its paragraph and holds no line break, tab or other control "
                    "character. Nothing was changed. Take it out of the replacement."
                )

    def of(self, text: str, hit: Hit) -> str:
        """Return what takes the place of *hit* in the line *text*."""
        return "".join(
            part if isinstance(part, str) else text[hit.start : hit.end] if not part else hit.groups[part - 1]
            for part in self._parts
        )


def lines(article: Article) -> Iterator[Line]:
    """Every line of text of an article that is not empty, in the order of the editor."""
    for name in ARTICLE_FIELDS[:3]:
        value = getattr(article, name)
        for number, words in enumerate(value if isinstance(value, tuple) else (value,)):
            if words:
                yield Line(Place(name, number), (Span(words),))
    for block in article.blocks:
        yield from _lines_of(block)
    if article.credit:
        yield Line(Place("credit"), (Span(article.credit),))


def replaced(article: Article, found: Sequence[Found], new: Replacement) -> Article:
    """Return *article* with *new* in the place of every hit of *found*, which must be found in it as it is.

    Ids and all else stay; new text has the marks of the first character it replaces. A headline's line that
    becomes empty goes.
    """
    wanted = {each.place: each for each in found}
    if not wanted:
        return article

    def spans(place: Place, former: tuple[Span, ...]) -> tuple[Span, ...]:
        each = wanted.get(place)
        if each is None:
            return former
        return _with(former, [(hit.start, hit.end, new.of(each.text, hit)) for hit in each.hits])

    def words(place: Place, former: str) -> str:
        return "".join(span.text for span in spans(place, (Span(former),))) if former else former

    headline = (words(Place("headline", nth), line) for nth, line in enumerate(article.headline))
    return replace(
        article,
        kicker=words(Place("kicker"), article.kicker),
        headline=tuple(line for line in headline if line),
        subtitle=words(Place("subtitle"), article.subtitle),
        credit=words(Place("credit"), article.credit),
        blocks=tuple(_block_with(block, spans, words) for block in article.blocks),
    )


def still_there(before: Found, after: Found) -> tuple[Hit, ...]:
    """Return those hits of *after* that are hits of *before* too, where a line of text was edited meanwhile.

    What was typed is taken as one change: a hit is still there if all of it stands before or behind that.
    """
    known = set()
    head = alike(before.text, after.text)
    tail = min(alike(before.text[::-1], after.text[::-1]), min(len(before.text), len(after.text)) - head)
    shift = len(after.text) - len(before.text)
    for hit in before.hits:
        if hit.end <= head:
            known.add((hit.start, hit.end))
        elif hit.start >= len(before.text) - tail:
            known.add((hit.start + shift, hit.end + shift))
    return tuple(hit for hit in after.hits if (hit.start, hit.end) in known)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph() if block.spans:
            yield Line(Place(block.id), block.spans)
        case Table():
            for number, cell in enumerate(cell for row in block.rows for cell in row):
                if cell.spans:
                    yield Line(Place(block.id, number), cell.spans)
        case Picture() if block.caption:
            yield Line(Place(block.id), (Span(block.caption),))


def _block_with(
    block: Block,
    spans: Callable[[Place, tuple[Span, ...]], tuple[Span, ...]],
    words: Callable[[Place, str], str],
) -> Block:
    match block:
        case Paragraph():
            return replace(block, spans=spans(Place(block.id), block.spans))
        case Picture():
            return replace(block, caption=words(Place(block.id), block.caption))
        case Table():
            numbers = count()

            def cell(former: Cell) -> Cell:
                return replace(former, spans=spans(Place(block.id, next(numbers)), former.spans))

            return replace(block, rows=tuple(tuple(cell(each) for each in row) for row in block.rows))
        case _:
            return block


def _with(spans: Sequence[Span], changes: Sequence[tuple[int, int, str]]) -> tuple[Span, ...]:
    """Return *spans* with changes (start, end, text), in order and apart, each with its first mark."""
    if len(spans) == 1:  # as most paragraphs are
        return normalise([Span(_spliced(spans[0].text, changes), spans[0].marks)])
    made: list[Span] = []
    waiting = iter(changes)
    change = next(waiting, None)
    at = 0
    for span in spans:
        end, kept = at + len(span.text), at
        while change is not None and change[0] < end:
            start, stop, text = change
            if start >= at:  # else it began in a span before, whose marks it has
                made.append(Span(span.text[kept - at : start - at], span.marks))
                made.append(Span(text, span.marks))
            kept = min(stop, end)
            if stop > end:
                break
            change = next(waiting, None)
        made.append(Span(span.text[kept - at :], span.marks))
        at = end
    return normalise(made)


def _spliced(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    made, at = [], 0
    for start, end, new in changes:
        made += [text[at:start], new]
        at = end
    return "".join((*made, text[at:]))


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    """Hits in order, none over another: a pattern may look backwards."""
    end = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.start >= end:
            yield hit
            end = hit.end


_NAMED = regex.compile(r"\\(?:g<(\w+)>|(\d{1,2})|(.?))", regex.DOTALL)


def _parts(words: str, finder: Finder) -> Iterator[str | int]:
    at = 0
    for match in _NAMED.finditer(words):
        yield words[at : match.start()]
        name, number, other = match.groups()
        if other == "\\":
            yield "\\"
        elif other in ("n", "r"):
            yield "\n"  # refused with every other line break
        else:
            yield _group(name or number or "", match.start(), finder)
        at = match.end()
    yield words[at:]


def _group(name: str, at: int, finder: Finder) -> int:
    number = int(name) if name.isdecimal() else finder.groups.get(name, -1)
    if not 0 <= number <= finder.group_count:
        raise UserError(
            "The replacement cannot be read at character {place}: “\\” stands before the number of a group "
            "the pattern has ({count}), or before another “\\”. Nothing was changed.",
            place=at + 1,
            count=finder.group_count,
        )
    return number

"""The difference of two articles: which paragraphs came, went, moved or changed, and what in each.

Blocks are the same if their ids are; others of one kind are matched by what they say, as after pasting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from bulletin_desktop.document import diff_text
from bulletin_desktop.document.diff_table import Row, RowChange, compare_rows
from bulletin_desktop.document.diff_text import Pieces
from bulletin_desktop.document.model import Article, Block, Paragraph, Picture, Span, Table
from bulletin_desktop.values import dataclass

_ALIKE = 0.5  # of two paragraphs with different ids: less is not the same one
_MOST_PAIRS = 4_000  # compared by what they say; beyond it only equal texts are matched
_MOST_CHARACTERS = 4_000  # of a paragraph that is compared by what it says


class Field(StrEnum):
    """A title line of an article, in print order."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A title line that differs. Lines of a headline are parted by a line feed."""

    field: Field
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block in the new order; what was deleted stands where it was.

    *was_at* is its place before, -1 if it was not there. *pieces* are a paragraph's text or a picture's
    caption, *rows* a table's. A block *moved* if it stands otherwise among those that stayed.
    """

    before: Block | None
    after: Block | None
    was_at: int = -1
    moved: bool = False
    pieces: Pieces = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing is to be told of it."""
        return not self.moved and not self.edited and None not in (self.before, self.after)

    @property
    def edited(self) -> bool:
        """Whether it is there on both sides, but otherwise. Another id alone is nothing a person sees."""
        if self.before is None or self.after is None:
            return False
        return replace(self.before, id=self.after.id) != self.after


@dataclass(frozen=True, slots=True)
class Difference:
    """What makes *former* into *latter*."""

    former: Article
    latter: Article
    fields: tuple[FieldChange, ...]
    blocks: tuple[BlockChange, ...]

    @property
    def empty(self) -> bool:
        """Whether both are the same to the reader."""
        return not self.fields and all(block.same for block in self.blocks)


def compare(former: Article, latter: Article) -> Difference:
    """Return the difference of two articles; their ids do not matter."""
    return Difference(former, latter, tuple(_fields(former, latter)), _blocks(former.blocks, latter.blocks))


def field_text(article: Article, field: Field) -> str:
    """Return a title line; lines of a headline are parted by a line feed."""
    return "\n".join(article.headline) if field is Field.HEADLINE else str(getattr(article, field.value))


def _fields(former: Article, latter: Article) -> Iterator[FieldChange]:
    for field in Field:
        one, other = field_text(former, field), field_text(latter, field)
        if one != other:
            yield FieldChange(field, diff_text.compare(_plain(one), _plain(other)))


def _plain(text: str) -> tuple[Span, ...]:
    return (Span(text),) if text else ()


# Which block is which


def _blocks(former: Sequence[Block], latter: Sequence[Block]) -> tuple[BlockChange, ...]:
    match = _matched(former, latter)
    stayed = in_order([match.get(nth, -1) for nth in range(len(latter))])
    matched = set(match.values())
    gone = [nth for nth in range(len(former)) if nth not in matched]
    changes: list[BlockChange] = []

    def lost(until: int) -> None:
        while gone and gone[0] < until:
            at = gone.pop(0)
            changes.append(_change(former[at], None, at))

    edges = [*sorted(match[nth] for nth in stayed), len(former)]
    lost(edges[0])
    for nth, block in enumerate(latter):
        at = match.get(nth, -1)
        moved = at >= 0 and nth not in stayed
        changes.append(_change(former[at] if at >= 0 else None, block, at, moved))
        if nth in stayed:
            edges.pop(0)
            lost(edges[0])
    return tuple(changes)


def _change(before: Block | None, after: Block | None, was_at: int, moved: bool = False) -> BlockChange:
    shown = before if after is None else after
    match shown:
        case Paragraph():
            pieces = diff_text.compare(_spans(before), _spans(after))
            return BlockChange(before, after, was_at, moved, pieces)
        case Picture():
            pieces = diff_text.compare(_plain(_caption(before)), _plain(_caption(after)))
            return BlockChange(before, after, was_at, moved, pieces)
        case Table():
            rows = compare_rows(_rows(before), _rows(after))
            return BlockChange(before, after, was_at, moved, rows=rows)
        case _:
            return BlockChange(before, after, was_at, moved)


def _spans(block: Block | None) -> tuple[Span, ...]:
    return block.spans if isinstance(block, Paragraph) else ()


def _caption(block: Block | None) -> str:
    return block.caption if isinstance(block, Picture) else ""


def _rows(block: Block | None) -> tuple[Row, ...]:
    return block.rows if isinstance(block, Table) else ()


def _matched(former: Sequence[Block], latter: Sequence[Block]) -> dict[int, int]:
    """Place after -> place before: by id, then equal ones, then paragraphs that say much the same."""
    by_id = {(type(block), block.id): nth for nth, block in enumerate(former)}
    match = {
        nth: by_id[type(block), block.id]
        for nth, block in enumerate(latter)
        if (type(block), block.id) in by_id
    }
    taken = set(match.values())
    equal: dict[Block, list[int]] = {}
    for at, block in enumerate(former):
        if at not in taken and _says_something(block):
            equal.setdefault(replace(block, id=""), []).append(at)
    for nth, block in enumerate(latter):
        places = equal.get(replace(block, id=""))
        if nth not in match and places:
            match[nth] = places.pop(0)
    _match_alike(former, latter, match)
    return match


def _says_something(block: Block) -> bool:
    return bool(block.spans) if isinstance(block, Paragraph) else isinstance(block, Table | Picture)


def _match_alike(former: Sequence[Block], latter: Sequence[Block], match: dict[int, int]) -> None:
    """Match what is left, the most alike first."""
    taken = set(match.values())
    old = [(at, text) for at, text in _texts(former) if at not in taken]
    new = [(nth, text) for nth, text in _texts(latter) if nth not in match]
    if len(old) * len(new) > _MOST_PAIRS:
        return
    found = [
        (-likeness, nth, at)
        for nth, text in new
        for at, former_text in old
        if (likeness := diff_text.similarity(former_text, text, _ALIKE))
    ]
    for _, nth, at in sorted(found):
        if nth not in match and at not in taken:
            match[nth] = at
            taken.add(at)


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The paragraphs that are worth matching by what they say, with their places."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and 0 < len(block.text) <= _MOST_CHARACTERS:
            yield at, block.text


def in_order(places: Sequence[int]) -> set[int]:
    """Return which of *places* (-1 for none) are in order: the longest rising row of them, by position."""
    ends: list[int] = []  # of each length, the place its row ends with, as small as can be
    holders: list[int] = []
    before: dict[int, int] = {}
    for nth, place in enumerate(places):
        if place < 0:
            continue
        length = bisect_left(ends, place)
        before[nth] = holders[length - 1] if length else -1
        ends[length:] = [place, *ends[length + 1 :]]
        holders[length:] = [nth, *holders[length + 1 :]]
    row: set[int] = set()
    nth = holders[-1] if holders else -1
    while nth >= 0:
        row.add(nth)
        nth = before[nth]
    return row

"""How well a recognition agrees with the truth, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bulletin_desktop.intake.recognition import Label, ReadLine
from tests.intake.marked import Pair, Truth

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
_QUIET = (Label.BLANK, Label.ASIDE)


@dataclass
class Bin:
    """Lines whose confidence lies in [low, high): how sure we were, and how often right."""

    low: float
    high: float
    lines: int = 0
    right: int = 0
    sure: float = 0.0


@dataclass
class Score:
    """Counts over any number of inputs. A share is right / of; what is found too much counts as wrong."""

    boundaries: int = 0
    of_boundaries: int = 0
    blocks: int = 0
    of_blocks: int = 0
    roles: int = 0
    lines: int = 0
    lost: int = 0
    wrong: int = 0  # lines whose label or boundary is wrong
    doubted_wrong: int = 0  # of these, with a doubt near by
    needless: int = 0  # lines in doubt that are right
    bins: list[Bin] = field(default_factory=lambda: [Bin(*ends) for ends in pairwise(BINS)])

    def add(self, pairs: Sequence[Pair]) -> Score:
        """Count one input; its lines are compared by number."""
        truths, lines = [truth for truth, _ in pairs], [line for _, line in pairs]
        self._sets("boundaries", set(_starts(truths)), set(_starts(lines)))
        self._sets("blocks", set(_blocks(truths)), set(_blocks(lines)))
        self.lines += len(pairs)
        self.lost += sum(truth.text != line.original for truth, line in pairs)
        doubts = {place for place, line in enumerate(lines) if line.doubt}
        for place, (truth, line) in enumerate(pairs):
            self.roles += truth.label is line.label
            if is_wrong(truth, line):
                self.wrong += 1
                self.doubted_wrong += bool(doubts & {place, *_beside(lines, place)})
            else:
                self.needless += bool(line.doubt)
            self._reliability(truth, line)
        return self

    def _reliability(self, truth: Truth, line: ReadLine) -> None:
        if line.label is Label.BLANK:
            return
        held = next(held for held in self.bins if held.low <= line.confidence < held.high)
        held.lines += 1
        held.right += not is_wrong(truth, line)
        held.sure += line.confidence

    def _sets(self, name: str, true: set[object], found: set[object]) -> None:
        setattr(self, name, getattr(self, name) + len(true & found))
        setattr(self, f"of_{name}", getattr(self, f"of_{name}") + len(true | found))


def is_wrong(truth: Truth, line: ReadLine) -> bool:
    """Say whether a person must correct the line."""
    return truth.label is not line.label or truth.starts != line.starts


def _beside(lines: Sequence[ReadLine], place: int) -> Iterator[int]:
    """Yield the nearest line of text above and below: a doubt there shows this one as well."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(lines) and lines[at].label in _QUIET:
            at += step
        if 0 <= at < len(lines):
            yield at


def _starts(lines: Iterable[Truth | ReadLine]) -> Iterator[int]:
    yield from (place for place, line in enumerate(lines) if line.starts)


def _blocks(lines: Iterable[Truth | ReadLine]) -> Iterator[tuple[int, ...]]:
    """Yield the lines of each article's headline."""
    held: list[int] = []
    for place, line in enumerate(lines):
        if line.starts or line.label is Label.SECTION:
            if held:
                yield tuple(held)
            held = []
        if line.label is Label.HEADLINE:
            held.append(place)
    if held:
        yield tuple(held)


def report(name: str, score: Score) -> str:
    """Return the shares as one line of a table."""
    return (
        f"{name:<28} {_share(score.boundaries, score.of_boundaries)} {_share(score.blocks, score.of_blocks)} "
        f"{_share(score.roles, score.lines)} {score.lost:>5} {_share(score.doubted_wrong, score.wrong)} "
        f"{_share(score.needless, score.lines)} {score.lines:>6}"
    )


HEADER = (
    f"{'':<28} {'boundaries':>16} {'headlines':>16} {'roles':>16} {'lost':>5} {'errors shown':>16} "
    f"{'needless':>16}  lines"
)


def _share(right: int, of: int) -> str:
    return f"{right / of if of else 1:>6.4f} {f'{right}/{of}':>9}"


def reliability(score: Score) -> str:
    """Return the table of bins: lines, how sure on average, how often right."""
    rows = [
        f"  [{held.low:.2f}, {min(held.high, 1.0):.2f}]  {held.lines:>6}  {held.sure / held.lines:>6.3f}  "
        f"{held.right / held.lines:>6.3f}"
        for held in score.bins
        if held.lines
    ]
    return "\n".join(["  confidence     lines    sure   right", *rows])

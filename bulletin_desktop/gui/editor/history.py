"""What was done to an article, step by step, as values: it outlives saves, other articles and other looks.

A step is the article before and after, which share every block that did not change. Typing is one step a
clause, a word or a pause, as a person remembers it; so is deleting key by key. What came from outside (a
replacement in many articles, a restored revision) is a step too, until it is taken back outside.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import Enum, auto

from bulletin_desktop.document.model import Article, Block, Paragraph
from bulletin_desktop.document.text import alike
from bulletin_desktop.values import dataclass

PAUSE = 2.0  # seconds without a key, after which a new step begins
RUN = 40  # characters of one step of typing at most
STEPS = 2000  # of one article
WEIGHT = 4_000_000  # characters that the steps of all articles keep
_STEP = 100  # characters that a step weighs by itself
_CLAUSE_ENDS = "，。；：！？、,.;:!?"

Place = tuple[str, int]  # block, offset
Selection = tuple[Place, Place]  # anchor and head


class Kind(Enum):
    """What a person was doing; only what is of the same kind is put together to one step."""

    TYPING = auto()
    DELETING = auto()
    OTHER = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch typed or deleted key by key: in which part of the article, where it begins and ends."""

    part: str  # a block's id or a field's name
    start: int
    end: int
    text: str
    weight: int  # characters of the part


@dataclass(slots=True)
class Step:
    """From *before* to *after*, with what was selected at either end."""

    kind: Kind
    before: Article
    after: Article
    selected_before: Selection
    selected_after: Selection
    at: float  # seconds
    run: Run | None = None
    weight: int = 0


@dataclass(slots=True)
class History:
    """The steps of one article that can be taken back, and those that can be done again."""

    current: Article
    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    @property
    def undoes_outside(self) -> bool:
        """Whether the step to be taken back came from outside, and may have changed other articles too."""
        return bool(self._done) and self._done[-1].kind is Kind.OUTSIDE

    @property
    def weight(self) -> int:
        """How many characters the steps keep, about."""
        return sum(step.weight for step in (*self._done, *self._undone))

    def record(self, kind: Kind, after: Article, before: Selection, selected: Selection, at: float) -> None:
        """Take a new value of the article; *before* and *selected* say what was and what is selected."""
        run = _run(self.current, after, kind)
        last = self._done[-1] if self._done and not self._undone else None
        self._undone.clear()
        if last is not None and run is not None and _goes_on(last, run, kind, at):
            assert last.run is not None
            last.run = _joined(last.run, run, kind)
            last.after, last.selected_after, last.at = after, selected, at
            last.weight += len(run.text)
        else:
            weight = run.weight if run is not None else _weight(self.current, after)
            self._done.append(Step(kind, self.current, after, before, selected, at, run, weight))
            del self._done[:-STEPS]
        self.current = after

    def replaced(self, article: Article, selected: Selection, at: float) -> None:
        """Take a value that came from outside; if it takes back what last came from there, both are gone."""
        last = self._done[-1] if self._done else None
        if last is not None and last.kind is Kind.OUTSIDE and last.before == article:
            self.current = self._done.pop().before
            self._undone.clear()
        else:
            self.record(Kind.OUTSIDE, article, selected, selected, at)

    def undo(self) -> Selection:
        """Take the last step back; return what was selected before it."""
        step = self._done.pop()
        self._undone.append(step)
        self.current = step.before
        return step.selected_before

    def redo(self) -> Selection:
        """Do a step again; return what was selected after it."""
        step = self._undone.pop()
        self._done.append(step)
        self.current = step.after
        return step.selected_after

    def shorten(self, weight: int) -> None:
        """Forget the oldest steps, until those that are left keep no more than *weight* characters."""
        excess = self.weight - weight
        gone = 0
        while excess > 0 and gone < len(self._done):
            excess -= self._done[gone].weight
            gone += 1
        del self._done[:gone]


class Histories:
    """The histories of every article that was open, those longest not looked at shortened first."""

    def __init__(self) -> None:
        self._by_id: dict[str, History] = {}

    def of(self, article: Article) -> History:
        """Return an article's history, begun if it has none, as the last that shall be shortened."""
        known = self._by_id.pop(article.id, None) or History(article)
        self._by_id[article.id] = known
        excess = sum(each.weight for each in self._by_id.values()) - WEIGHT
        for each in self._by_id.values():
            if excess <= 0:
                break
            before = each.weight
            each.shorten(max(0, before - excess))
            excess -= before - each.weight
        return known


def _run(before: Article, after: Article, kind: Kind) -> Run | None:
    """What was typed or deleted, if it was a single stretch of a single part."""
    if kind not in (Kind.TYPING, Kind.DELETING):
        return None
    changed = _differing(before, after)
    if changed is None:
        return None
    part, one, other = changed
    if kind is Kind.DELETING:
        one, other = other, one
    grown = len(other) - len(one)
    start = alike(one, other)
    if grown <= 0 or one[start:] != other[start + grown :]:
        return None
    return Run(part, start, start + grown, other[start : start + grown], _STEP + len(other))


def _differing(before: Article, after: Article) -> tuple[str, str, str] | None:
    """The name of the only part that is not the same, and its text before and after."""
    if len(before.blocks) != len(after.blocks):
        return None
    pairs = [
        (new.id, _text(old), _text(new))
        for old, new in zip(before.blocks, after.blocks, strict=True)
        if old is not new and old != new
    ]
    for name, old, new in (
        ("kicker", before.kicker, after.kicker),
        ("headline", "\n".join(before.headline), "\n".join(after.headline)),
        ("subtitle", before.subtitle, after.subtitle),
        ("credit", before.credit, after.credit),
    ):
        if old != new:
            pairs.append((name, old, new))
    return pairs[0] if len(pairs) == 1 else None


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _goes_on(last: Step, run: Run, kind: Kind, at: float) -> bool:
    """Tell whether *run* belongs to the last step."""
    known = last.run
    if known is None or last.kind is not kind or known.part != run.part or at - last.at > PAUSE:
        return False
    if len(known.text) + len(run.text) > RUN:
        return False
    if kind is Kind.DELETING:
        return known.start in (run.start, run.end)
    begins_word = known.text[-1].isspace() and not run.text[0].isspace()
    return run.start == known.end and known.text[-1] not in _CLAUSE_ENDS and not begins_word


def _joined(known: Run, run: Run, kind: Kind) -> Run:
    if kind is Kind.TYPING:
        return replace(known, end=run.end, text=known.text + run.text)
    text = known.text + run.text if run.start == known.start else run.text + known.text
    return replace(known, start=run.start, end=run.start + len(text), text=text)


def _weight(before: Article, after: Article) -> int:
    """How many characters *after* holds that *before* does not, by its blocks."""
    old = {id(block) for block in before.blocks}
    new = (block for block in after.blocks if id(block) not in old)
    return _STEP + sum(len(block.text) for block in new if isinstance(block, Paragraph))

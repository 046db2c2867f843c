"""Footnotes and endnotes on their way into articles, where the office wants them (`NotePlacement`).

An article stands alone in a bulletin, so its notes count from 1, whatever the file's own numbers are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from bulletin_desktop.document.model import NO_MARKS, Cell, Mark, Span, Table
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake import cleaner, review
from bulletin_desktop.intake.recogniser import recognise_source
from bulletin_desktop.intake.recognition import Label, ReadLine, Recognition, Why, legal
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.intake.source import Item, Line, Look, Note, Source, Style
from bulletin_desktop.values import dataclass

_RAISED = frozenset((Mark.SUPERSCRIPT,))
_BARE = (Label.KICKER, Label.HEADLINE, Label.SUBTITLE, Label.SECTION)  # lines of fields: no marks in them
_IN_CELL = re.compile(r"\[([^\[\]]*)\]")


@dataclass(slots=True)
class Plan:
    """Which number each note has in its article, by its place in `Source.notes`.

    *below* are notes that have no place in the text itself: those of headlines.
    """

    numbers: dict[int, int] = field(default_factory=dict)
    below: set[int] = field(default_factory=set)


def recognised(source: Source, name: str = "", settings: Settings | None = None) -> Recognition:
    """Return *source* recognised as *settings* say, its notes put in."""
    settings = settings or Settings()

    def recognise(found: Source) -> Recognition:
        return recognise_source(found, name, settings.rules, settings.replacements)

    bare = recognise(source)
    if not any(note.lines for note in source.notes):
        return bare
    plan = planned(source, bare)
    found = recognise(put_in(source, settings.notes, plan))
    return _with_lines(found, source, plan, settings)


def planned(source: Source, recognition: Recognition) -> Plan:
    """Number the notes of *source* article by article; *recognition* says where articles begin."""
    plan = Plan()
    of_line = {
        line.number: nth for nth, lines in enumerate(review.articles_of(recognition)) for line in lines
    }
    counts: dict[int, int] = {}
    for number, _, note in _references(source):
        if note in plan.numbers or not source.notes[note].lines:
            continue
        article = of_line.get(number, -number)  # a line in no article has its notes to itself
        counts[article] = plan.numbers[note] = counts.get(article, 0) + 1
        if recognition.lines[number - 1].label in _BARE:
            plan.below.add(note)
    return plan


def put_in(source: Source, placement: NotePlacement, plan: Plan) -> Source:
    """Return *source* with what stands in its text where it refers to a note: a number, the note, nothing."""
    items: list[Item] = []
    for item in source.items:
        before = items[-1] if items else None
        if not isinstance(item, Line) or not item.notes:
            items.append(item)
        elif not item.spans and isinstance(before, Table):  # the notes of the cells above
            items[-1] = _in_cells(before, source, placement, plan, [note for _, note in item.notes])
            items.append(Line(look=item.look))
        else:
            items.append(_in_line(item, source.notes, placement, plan))
    return replace(source, items=tuple(items))


def _references(source: Source) -> Iterator[tuple[int, int, int]]:
    """Yield each reference as its item's number, its offset and its note."""
    for number, item in enumerate(source.items, 1):
        if isinstance(item, Line):
            yield from ((number, offset, note) for offset, note in item.notes if note < len(source.notes))


def _shown(note: int, notes: Sequence[Note], placement: NotePlacement, plan: Plan) -> Span | None:
    """What stands in the text for a note."""
    if note not in plan.numbers or placement is NotePlacement.ASIDE:
        return None
    if placement is NotePlacement.INLINE:
        return Span(f"〔注：{''.join(notes[note].lines)}〕")
    return Span(f"[{plan.numbers[note]}]", _RAISED)


def _in_line(line: Line, notes: Sequence[Note], placement: NotePlacement, plan: Plan) -> Line:
    spans: list[Span] = []
    rest, passed = list(line.spans), 0
    for offset, note in sorted(line.notes, key=lambda each: each[0]):
        head, rest = _cut(rest, offset - passed)
        passed = max(offset, passed)
        shown = _shown(note, notes, placement, plan) if note not in plan.below else None
        spans += head if shown is None else [*head, shown]
    return Line(normalise([*spans, *rest]), line.look)


def _cut(spans: Sequence[Span], at: int) -> tuple[list[Span], list[Span]]:
    head: list[Span] = []
    for nth, span in enumerate(spans):
        if at <= 0:
            return head, list(spans[nth:])
        if len(span.text) > at:
            return [*head, Span(span.text[:at], span.marks)], [
                Span(span.text[at:], span.marks),
                *spans[nth + 1 :],
            ]
        head.append(span)
        at -= len(span.text)
    return head, []


def _in_cells(
    table: Table, source: Source, placement: NotePlacement, plan: Plan, notes: Iterable[int]
) -> Table:
    """Let the references in cells, which have the file's numbers, show what the text's show."""
    labels = {source.notes[note].label: note for note in notes if note < len(source.notes)}

    def shown(label: str) -> Span | None:
        return _shown(labels[label], source.notes, placement, plan)

    rows = tuple(tuple(_in_cell(cell, labels, shown) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _in_cell(cell: Cell, labels: Mapping[str, int], shown: Callable[[str], Span | None]) -> Cell:
    spans: list[Span] = []
    for span in cell.spans:
        if Mark.SUPERSCRIPT not in span.marks:
            spans.append(span)
            continue
        end = 0
        for found in _IN_CELL.finditer(span.text):
            if found[1] in labels:
                spans.append(Span(span.text[end : found.start()], span.marks))
                there = shown(found[1])
                spans += [there] if there is not None else []
                end = found.end()
        spans.append(Span(span.text[end:], span.marks))
    return replace(cell, spans=normalise(spans))


def _with_lines(recognition: Recognition, source: Source, plan: Plan, settings: Settings) -> Recognition:
    """Add the notes' own lines: below their article, or set aside behind it."""
    inline = settings.notes is NotePlacement.INLINE
    wanted = [note for note in plan.numbers if not inline or note in plan.below]
    behind: dict[int, list[ReadLine]] = {}
    at: dict[int, int] = {}
    for number, _, note in _references(source):
        at.setdefault(note, number)
    places = _places(recognition, aside=settings.notes is NotePlacement.ASIDE)
    for note in wanted:
        place = places.get(at[note])
        aside = place is None or settings.notes is NotePlacement.ASIDE
        lines = _lines(source.notes[note], plan.numbers[note], settings)
        behind.setdefault(place or at[note], []).extend(_labelled(lines, aside))
    found: list[ReadLine] = []
    for line in recognition.lines:
        found += (line, *behind.get(line.number, ()))
    numbered = (replace(line, number=number) for number, line in enumerate(found, 1))
    return replace(recognition, lines=legal(numbered))


def _places(recognition: Recognition, aside: bool) -> dict[int, int]:
    """Return for each line in an article the line behind which the article's notes stand.

    Before a credit at the very end, which is a field of the article, unless they are set *aside*.
    """
    places: dict[int, int] = {}
    for lines in review.articles_of(recognition):
        last = len(lines) - 1
        while not aside and last > 0 and lines[last].label in (Label.CREDIT, Label.BLANK):
            last -= 1
        places.update((line.number, lines[last].number) for line in lines)
    return places


def _lines(note: Note, number: int, settings: Settings) -> Sequence[ReadLine]:
    texts = (f"[{number}] {note.lines[0]}", *note.lines[1:])
    items = [Line((Span(text, NO_MARKS),), Look(style=Style.NOTE)) for text in texts]
    return cleaner.clean(items, settings.rules, settings.replacements)


def _labelled(lines: Iterable[ReadLine], aside: bool) -> Iterator[ReadLine]:
    for line in lines:
        if aside:
            yield replace(line, label=Label.ASIDE, why=Why.NOTE)
        else:
            yield replace(line, label=Label.BODY)

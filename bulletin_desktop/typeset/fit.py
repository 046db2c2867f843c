"""Saving a last page that holds next to nothing, as an editor would by hand and nobody sees.

A proposal is a set of adjustments for the issue; preview, .docx and PDF follow them alike. How far each may
go is the template's (`template.fit`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from bulletin_desktop.document.model import Adjustment, Issue
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter

_SPACING_STEP = 2  # twips, 0.1 pt: the least Word's own dialog sets
_Values = Mapping[Adjustment, int]

Adjustments = tuple[tuple[Adjustment, int], ...]
"""What an issue keeps: `Issue.adjustments`."""


def propose(
    issue: Issue, typesetter: Typesetter, stopped: Callable[[], bool] = lambda: False
) -> Adjustments | None:
    """Return the adjustments that save the last page in the least visible way.

    None if that page is full enough, or there is no way.

    Lays the issue out up to some twenty times, and none more once *stopped* returns True: not for the thread
    that paints. *typesetter* is only asked for its template and measures.
    """
    trial = Typesetter(typesetter.template, typesetter.measures)
    before = trial.layout(issue)
    if len(before.pages) < 2 or lines_on_last_page(before) > before.template.fit.lines:
        return None
    for values in _ways(before.template, listed=any(one.item.link for one in before.placed)):
        if stopped():
            return None
        proposed = _with(issue, values)
        if len(trial.layout(proposed).pages) < len(before.pages):
            return proposed.adjustments
    return None


def lines_on_last_page(layout: Layout) -> int:
    """Return how many lines of text stand on the last page, the imprint not counted."""
    items = (layout.placed[line.item].item for line in layout.pages[-1].lines)
    return sum(1 for item in items if item.role not in ("blank", "imprint"))


def _with(issue: Issue, values: _Values) -> Issue:
    return replace(issue, adjustments=tuple(sorted({**dict(issue.adjustments), **values}.items())))


def _ways(template: Template, *, listed: bool) -> Iterator[_Values]:
    """What to try, the least visible first: blank lines, the characters' spacing, one more line a page."""
    blanks = list(_blanks(template, listed=listed))
    spacings = [{Adjustment.BODY_SPACING: value} for value in _spacings(template)]
    lines = [
        {Adjustment.PAGE_LINES: count}
        for count in range(template.page.lines + 1, template.fit.page_lines + 1)
    ]
    yield from blanks
    yield from spacings
    fewest = blanks[-1] if blanks else {}
    if blanks:
        yield from ({**fewest, **spacing} for spacing in spacings)
    yield from lines
    tightest = {**fewest, **(spacings[-1] if spacings else {})}
    if tightest:
        yield from ({**tightest, **more} for more in lines)


def _blanks(template: Template, *, listed: bool) -> Iterator[dict[Adjustment, int]]:
    """Fewer blank lines, each way with those before it."""
    limits, steps = template.fit, []
    if listed and not template.contents.own_page and template.contents.lines_after > limits.contents_after:
        steps.append({Adjustment.CONTENTS_AFTER: limits.contents_after})
    if template.article.start == "run_on":
        counts = range(template.article.lines_before - 1, limits.lines_before - 1, -1)
        steps += [{Adjustment.LINES_BEFORE: count} for count in counts]
    return accumulate(steps, lambda before, step: {**before, **step})


def _spacings(template: Template) -> Iterator[int]:
    spacing = template.style("body").spacing - _SPACING_STEP
    while spacing >= template.fit.spacing:
        yield spacing
        spacing -= _SPACING_STEP

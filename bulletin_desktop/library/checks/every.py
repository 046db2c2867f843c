"""All checks, in the order in which they mend: what later ones build upon comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bulletin_desktop.library.checks import derived, links, order, stored, texts, tree
from bulletin_desktop.library.checks.case import Case
from bulletin_desktop.library.checks.trouble import Finding, Kind, Trouble

Check = Callable[[Case], Iterator[Trouble]]
Progress = Callable[[int, int], object]

_CONSEQUENCES = (Kind.LINK, Kind.ORDER, Kind.COUNT)
"""What is told only where nothing else is: what is missing leaves links, gaps and wrong sums."""
_TURNS = 3  # what one thing loses may leave another without what it points at

CHECKS: tuple[Check, ...] = (
    stored.histories,
    texts.identities,
    texts.revisions,
    tree.manuscripts_place,
    tree.missing_issues,
    tree.missing_publications,
    tree.heads,
    tree.missing_sections,
    texts.missing_articles,
    texts.bodies,
    links.article_states,
    stored.pictures,
    stored.originals,
    stored.exports,
    stored.looks,
    stored.templates,
    stored.settings,
    links.manuscripts,
    links.pictures_in_texts,
    links.recycle_bin,
    links.recipients,
    links.dangling,
    order.positions,
    order.counts,
    derived.search_index,
    derived.sketches,
)


def findings(case: Case, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong. Whatever *progress* raises passes through."""
    case.watch(progress)
    found = tuple(dict.fromkeys(trouble.finding for check in CHECKS for trouble in check(case)))
    causes = tuple(finding for finding in found if finding.kind not in _CONSEQUENCES)
    return causes or found


def mend(case: Case, progress: Progress) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Mend what is wrong; return what is as it was again, and what is lost or no more than a part of it."""
    mended: list[Finding] = []
    lost: list[Finding] = []
    case.watch(progress)
    for _ in range(_TURNS):
        before = len(mended) + len(lost)
        for check in CHECKS:
            troubles = list(check(case))
            for trouble in troubles:
                (mended if trouble.mend() else lost).append(trouble.finding)
            if troubles:
                case.forget()
        if len(mended) + len(lost) == before:
            break
    return tuple(dict.fromkeys(mended)), tuple(dict.fromkeys(lost))


def vanished(case: Case, traces: Mapping[int, str]) -> tuple[Finding, ...]:
    """Return the articles of which nothing is there any more, but a name.

    In histories of issues, or in *traces*, by their numbers.
    """
    numbers = dict(case.db.execute("SELECT nr, id FROM articles"))
    there = set(numbers.values())
    traced = (Finding(Kind.ARTICLE, name) for nr, name in traces.items() if name and nr not in numbers)
    known = (
        Finding(Kind.ARTICLE, title, case.issue_names.get(standing.issue_id, ""))
        for standing in case.standings.values()
        for _, _, articles in standing.sections
        for own_id, title in articles
        if own_id not in there
    )
    return (*known, *traced)

"""What there is to decide about a parcel, as rows in the order they are read: the issue, then articles."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document.lineage import Relation
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.exchange_compare import Choice, ComparedArticle, ComparedIssue, Comparison
from bulletin_desktop.values import dataclass

HEAD, ARRANGEMENT, TEMPLATE = "head", "arrangement", "template"

_HOW = {
    Relation.NEW: QT_TRANSLATE_NOOP("Receive", "new"),
    Relation.SAME: QT_TRANSLATE_NOOP("Receive", "the same"),
    Relation.NEWER_THERE: QT_TRANSLATE_NOOP("Receive", "newer there"),
    Relation.NEWER_HERE: QT_TRANSLATE_NOOP("Receive", "newer here"),
    Relation.CHANGED: QT_TRANSLATE_NOOP("Receive", "changed on both sides"),
}
_DELETED_HERE = QT_TRANSLATE_NOOP("Receive", "deleted here")
_DELETED_THERE = QT_TRANSLATE_NOOP("Receive", "deleted there")
_DAMAGED = QT_TRANSLATE_NOOP("Receive", "damaged here")
_ANOTHER = QT_TRANSLATE_NOOP("Receive", "another here")
_USUAL = {
    Choice.THEIRS: QT_TRANSLATE_NOOP("Receive", "Take theirs"),
    Choice.MINE: QT_TRANSLATE_NOOP("Receive", "Keep mine"),
    Choice.BOTH: QT_TRANSLATE_NOOP("Receive", "Keep both"),
}
_NEW = {
    Choice.THEIRS: QT_TRANSLATE_NOOP("Receive", "Take in"),
    Choice.MINE: QT_TRANSLATE_NOOP("Receive", "Leave out"),
}
_BACK = {
    Choice.THEIRS: QT_TRANSLATE_NOOP("Receive", "Bring back, as theirs"),
    Choice.MINE: QT_TRANSLATE_NOOP("Receive", "Stays deleted"),
    Choice.BOTH: QT_TRANSLATE_NOOP("Receive", "Take in beside"),
}
_GONE = {
    Choice.THEIRS: QT_TRANSLATE_NOOP("Receive", "Delete here too"),
    Choice.MINE: QT_TRANSLATE_NOOP("Receive", "Keep mine"),
}
_NOTHING = {Choice.MINE: QT_TRANSLATE_NOOP("Receive", "nothing to do")}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to decide. *key* is an article's id or one of the names above.

    *usual* is what is chosen unless a person says otherwise; None: only a person can. *quiet* rows need
    nobody's attention.
    """

    key: str
    title: str
    how: str
    choices: tuple[tuple[Choice, str], ...]
    usual: Choice | None
    quiet: bool = False

    def words(self, choice: Choice | None) -> str:
        """Return what a choice is called here."""
        return next((words for each, words in self.choices if each is choice), "")


def rows_of(comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows of a comparison."""
    issue = comparison.issue
    return (
        *(_issue_rows(issue) if issue is not None else ()),
        *_template_rows(comparison),
        *(_article_row(each) for each in (*comparison.articles, *comparison.gone)),
    )


def summary(comparison: Comparison) -> str:
    """Return how many articles are how, in one line."""
    counts: dict[str, int] = {}
    for each in (*comparison.articles, *comparison.gone):
        how = _article_how(each)
        counts[how] = counts.get(how, 0) + 1
    many = said(QT_TRANSLATE_NOOP("Receive", "{how} {count}"))
    return " · ".join(many.format(how=how, count=count) for how, count in counts.items())


def said(words: str) -> str:
    """Return words of this dialog in the person's language."""
    return QCoreApplication.translate("Receive", words)


def _issue_rows(issue: ComparedIssue) -> Iterator[Row]:
    if issue.head_changes:
        title = said(QT_TRANSLATE_NOOP("Receive", "Details of the issue"))
        yield _part(HEAD, title, issue.head, issue.usual_head)
    if issue.arrangement_changes:
        title = said(QT_TRANSLATE_NOOP("Receive", "Sections and order"))
        yield _part(ARRANGEMENT, title, issue.arrangement, issue.usual_arrangement)


def _template_rows(comparison: Comparison) -> Iterator[Row]:
    if comparison.template in (Relation.NEW, Relation.CHANGED):
        title = said(QT_TRANSLATE_NOOP("Receive", "Template"))
        new = comparison.template is Relation.NEW
        how = said(_HOW[Relation.NEW] if new else _ANOTHER)
        usual = Choice.THEIRS if new else Choice.MINE
        yield Row(TEMPLATE, title, how, _named(_NEW if new else _USUAL, tuple(Choice)[:2]), usual)


def _part(key: str, title: str, relation: Relation, usual: Choice | None) -> Row:
    return Row(key, title, said(_HOW[relation]), _named(_USUAL, (Choice.THEIRS, Choice.MINE)), usual)


def _article_row(each: ComparedArticle) -> Row:
    same = each.relation is Relation.SAME and not each.deleted_here
    if each.deleted_there:
        names = _GONE
    elif each.deleted_here:
        names = _BACK
    elif same:
        names = _NOTHING
    else:
        names = _NEW if each.relation is Relation.NEW else _USUAL
    title = each.title or said(QT_TRANSLATE_NOOP("Receive", "(no headline)"))
    return Row(each.id, title, _article_how(each), _named(names, each.choices), each.usual, quiet=same)


def _article_how(each: ComparedArticle) -> str:
    if each.deleted_there:
        return said(_DELETED_THERE)
    if each.deleted_here:
        return said(_DELETED_HERE)
    return said(_DAMAGED if each.damaged else _HOW[each.relation])


def _named(names: dict[Choice, str], choices: tuple[Choice, ...]) -> tuple[tuple[Choice, str], ...]:
    return tuple((choice, said(names[choice])) for choice in choices)

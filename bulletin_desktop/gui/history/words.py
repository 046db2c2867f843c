"""What the panel of versions says: times, steps of an issue, what differs."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.recent import day_and_time
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.rows import IssueStep
from bulletin_desktop.services.issue_changes import IssueChange, What

_STEPS = {
    IssueStep.CREATED: QT_TRANSLATE_NOOP("History", "As it was"),
    IssueStep.HEAD: QT_TRANSLATE_NOOP("History", "Details of the issue"),
    IssueStep.ARRANGEMENT: QT_TRANSLATE_NOOP("History", "Sections and articles"),
    IssueStep.STATE: QT_TRANSLATE_NOOP("History", "States of articles"),
    IssueStep.TEMPLATE: QT_TRANSLATE_NOOP("History", "Template"),
    IssueStep.EXPORTED: QT_TRANSLATE_NOOP("History", "Exported {file}"),
}
_SENTENCES = {
    What.FIELD: QT_TRANSLATE_NOOP("History", "{field}: {before} → {after}"),
    What.SECTION_ADDED: QT_TRANSLATE_NOOP("History", "New section “{title}”"),
    What.SECTION_GONE: QT_TRANSLATE_NOOP("History", "Section “{title}” removed"),
    What.SECTION_RENAMED: QT_TRANSLATE_NOOP("History", "Section “{before}” renamed to “{after}”"),
    What.SECTION_MOVED: QT_TRANSLATE_NOOP("History", "Section “{title}” moved"),
    What.ADDED: QT_TRANSLATE_NOOP("History", "“{title}” added to {after}"),
    What.GONE: QT_TRANSLATE_NOOP("History", "“{title}” removed from {before}"),
    What.MOVED: QT_TRANSLATE_NOOP("History", "“{title}” moved from {before} to {after}"),
    What.REORDERED: QT_TRANSLATE_NOOP("History", "“{title}” moved within {after}"),
    What.STATE: QT_TRANSLATE_NOOP("History", "“{title}”: {before} → {after}"),
}
_FIELDS = {
    "publication": QT_TRANSLATE_NOOP("History", "Publication"),
    "year": QT_TRANSLATE_NOOP("History", "Year"),
    "number": QT_TRANSLATE_NOOP("History", "Number"),
    "running_number": QT_TRANSLATE_NOOP("History", "Running number"),
    "supplement": QT_TRANSLATE_NOOP("History", "Supplement"),
    "date": QT_TRANSLATE_NOOP("History", "Date"),
    "template": QT_TRANSLATE_NOOP("History", "Template"),
    "masthead.name": QT_TRANSLATE_NOOP("History", "Masthead"),
    "masthead.unit": QT_TRANSLATE_NOOP("History", "Issued by"),
    "masthead.classification": QT_TRANSLATE_NOOP("History", "Classification"),
    "masthead.copy_number": QT_TRANSLATE_NOOP("History", "Copy number"),
    "imprint.report_to": QT_TRANSLATE_NOOP("History", "Reported to"),
    "imprint.send_to": QT_TRANSLATE_NOOP("History", "Sent to"),
    "imprint.distribute_to": QT_TRANSLATE_NOOP("History", "Distributed to"),
    "imprint.copies": QT_TRANSLATE_NOOP("History", "Copies"),
    "imprint.editor": QT_TRANSLATE_NOOP("History", "Editor"),
    "imprint.reviewer": QT_TRANSLATE_NOOP("History", "Reviewer"),
    "imprint.issuer": QT_TRANSLATE_NOOP("History", "Issuer"),
    "adjustments": QT_TRANSLATE_NOOP("History", "Adjustments of the page"),
}
_STATES = {
    "draft": QT_TRANSLATE_NOOP("History", "draft"),
    "checked": QT_TRANSLATE_NOOP("History", "checked"),
    "sent": QT_TRANSLATE_NOOP("History", "sent"),
    "signed": QT_TRANSLATE_NOOP("History", "signed"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("History", words)


def moment(at: dt.datetime) -> str:
    """Return when something was, as a person says it: the time today, else the day with it."""
    at, now = at.astimezone(), dt.datetime.now().astimezone()
    said = day_and_time(at, now)
    return said if f"{at:%H:%M}" in said else f"{said} {at:%H:%M}"


def step(kind: IssueStep, detail: str) -> str:
    """Return what kind of change a step was."""
    return _said(_STEPS[kind]).format(file=detail)


def change(told: IssueChange) -> str:
    """Return what happened, in one line."""
    before, after = told.before, told.after
    if told.what is What.STATE:
        before, after = _said(_STATES[before]), _said(_STATES[after])
    unnamed = _said(QT_TRANSLATE_NOOP("History", "(no title)"))
    empty = "—" if told.what is What.FIELD else unnamed
    field = _said(_FIELDS[told.title]) if told.what is What.FIELD else ""
    return _said(_SENTENCES[told.what]).format(
        title=told.title or unnamed, field=field, before=before or empty, after=after or empty
    )

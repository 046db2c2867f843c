"""What the form of an issue says of numbers, and of what will happen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document.model import Issue
from bulletin_desktop.gui.issue_form import numbers
from bulletin_desktop.gui.issue_form.numbers import Doubt, Remark
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services.outline import IssueRow, PublicationRow


def of_number(remark: Remark | None) -> str:
    """Say what is odd about a number; nothing if nothing is."""
    if remark is None:
        return ""
    if remark.doubt is Doubt.JUMPS:
        return QCoreApplication.translate("IssueDialog", "The one before is {issue}").format(
            issue=_title(remark.issue)
        )
    return QCoreApplication.translate("IssueDialog", "{issue} of {year} is there already").format(
        issue=_title(remark.issue), year=remark.issue.year
    )


def of_running_number(remark: Remark | None) -> str:
    """Say what is odd about a running number; nothing if nothing is."""
    if remark is None:
        return ""
    if remark.doubt is Doubt.JUMPS:
        return QCoreApplication.translate("IssueDialog", "The running number before is {number}").format(
            number=remark.issue.running_number
        )
    return QCoreApplication.translate(
        "IssueDialog", "{issue} of {year} has this running number already"
    ).format(issue=_title(remark.issue), year=remark.issue.year)


def what_is_kept(lists: bool, unit: bool) -> str:
    """Say what the publication gets of what was changed: the *lists*, the *unit* or both."""
    if lists and unit:
        return QCoreApplication.translate("IssueDialog", "&Keep unit and lists for the publication")
    if unit:
        return QCoreApplication.translate("IssueDialog", "&Keep the unit for the publication")
    return QCoreApplication.translate("IssueDialog", "&Keep the lists for the publication")


def what_happens(issue: Issue, publication: PublicationRow, habits: Habits | None) -> str:
    """Say in one line what is made when *issue* is, the next one of *publication*."""
    name = issue_title(issue.number, issue.supplement)
    if issue.running_number:
        name = QCoreApplication.translate("IssueDialog", "{issue} (running number {running})").format(
            issue=name, running=issue.running_number
        )
    before = numbers.last(publication.issues)
    if before is None:
        return QCoreApplication.translate("IssueDialog", "{issue}, the first of this publication").format(
            issue=name
        )
    last = _title(before)
    if before.year != issue.year:
        last = QCoreApplication.translate("IssueDialog", "{issue} of {year}").format(
            issue=last, year=before.year
        )
    if habits is None:
        said = QCoreApplication.translate("IssueDialog", "{issue}, with sections and lists as in {last}")
    else:
        said = QCoreApplication.translate(
            "IssueDialog", "{issue}, with sections as in {last} and the publication's lists"
        )
    return said.format(issue=name, last=last)


def _title(row: IssueRow) -> str:
    return issue_title(row.number, row.supplement)

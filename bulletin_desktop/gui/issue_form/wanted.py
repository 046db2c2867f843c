"""What the issue's form asks for, and the steps that carry it out."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.document.distribution import MailingLists
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Issue
from bulletin_desktop.library.habits import Habits
from bulletin_desktop.services import acts
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class WantedIssue:
    """An issue, and what the publication shall keep of it: None for nothing new.

    *publication_id* is empty for a publication that is new as well.
    """

    publication_id: str
    issue: Issue
    lists: MailingLists | None = None
    unit: str | None = None
    habits: Habits | None = None  # what the publication has

    def making(self) -> list[acts.Act]:
        """The steps that make the issue."""
        publication = self.publication_id or new_id()
        steps: list[acts.Act] = []
        if not self.publication_id:
            unit = self.issue.masthead.unit
            steps.append(
                acts.CreatePublication(publication, self.issue.publication, self.issue.template, unit)
            )
        return [*steps, acts.CreateIssue(publication, self.issue), *self._keeping(publication)]

    def changing(self) -> list[acts.Act]:
        """The steps that give an issue that exists these details."""
        return [acts.UpdateIssue(self.issue), *self._keeping(self.publication_id)]

    def _keeping(self, publication: str) -> list[acts.Act]:
        steps: list[acts.Act] = []
        if self.unit is not None and self.publication_id:
            steps.append(acts.UpdatePublication(publication, self.issue.publication, self.unit))
        if self.lists is not None:
            habits = replace(self.habits or Habits(), lists=self.lists)
            steps.append(acts.UpdateLists(publication, habits))
        return steps

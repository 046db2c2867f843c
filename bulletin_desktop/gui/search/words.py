"""What a row of the list says in the person's language, and how an article is referred to elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.tree.nodes import Words as TreeWords

if TYPE_CHECKING:
    from bulletin_desktop.services.searching import SearchHit


class Words:
    """Made once for many rows, since asking takes time."""

    def __init__(self) -> None:
        self._tree = TreeWords()
        self._issue = QCoreApplication.translate("FoundModel", "{publication} {year} {issue}")
        self._manuscripts = QCoreApplication.translate("FoundModel", "Manuscripts")
        self._bin = QCoreApplication.translate("FoundModel", "Recycle bin")
        self._one = QCoreApplication.translate("FoundModel", "1 hit")
        self._many = QCoreApplication.translate("FoundModel", "{count} hits")
        self._quoted = QCoreApplication.translate("FoundModel", "“{headline}”")
        self._comma = QCoreApplication.translate("FoundModel", ", ")

    def headline(self, hit: SearchHit) -> str:
        """Return the headline, or words for none."""
        return hit.headline or self._tree.untitled

    def place(self, hit: SearchHit) -> str:
        """Return where an article stands: publication, issue and section, or no issue; in the bin, so."""
        parts = [self._bin if hit.deleted else "", self._issue_of(hit), hit.section]
        return " · ".join(filter(None, parts))

    def facts(self, hit: SearchHit) -> str:
        """Return who gave it, its date, and how often the words stand in it."""
        return " · ".join(filter(None, (hit.credit, _date(hit), self.count(hit))))

    def count(self, hit: SearchHit) -> str:
        """Return how often the words stand in an article."""
        return self._one if hit.count == 1 else self._many.format(count=f"{hit.count:,}")

    def said(self, hit: SearchHit) -> str:
        """Return what is read out to those who do not see the row."""
        parts = (self.headline(hit), self.place(hit), self.facts(hit), self._state(hit), hit.snippet)
        return ", ".join(filter(None, parts))

    def tip(self, hit: SearchHit) -> str:
        """Return what the row says without being cut off."""
        about = " · ".join((self._state(hit), self.facts(hit)))
        return "\n".join((self.headline(hit), self.place(hit), about))

    def reference(self, hit: SearchHit) -> str:
        """Return how an article is referred to in another text: headline, place, date and credit."""
        named = self._quoted.format(headline=self.headline(hit))
        return self._comma.join(filter(None, (named, self.place(hit), _date(hit), hit.credit)))

    def _issue_of(self, hit: SearchHit) -> str:
        if hit.issue is None:
            return self._manuscripts
        form = self._tree.supplement if hit.issue.supplement else self._tree.number
        title = form.format(number=hit.issue.number)
        return self._issue.format(publication=hit.publication, year=hit.issue.year, issue=title)

    def _state(self, hit: SearchHit) -> str:
        state = self._tree.states[str(hit.state)]
        problems = self._tree.problems.format(count=hit.problems) if hit.problems else ""
        return " · ".join(filter(None, (state, problems)))


def _date(hit: SearchHit) -> str:
    return hit.date.isoformat() if hit.date is not None else ""

"""What every part of the printed issue is made of: items in the template's styles, and its wording filled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bulletin_desktop.document.model import Issue
from bulletin_desktop.typeset.layout import Item, TextRun
from bulletin_desktop.typeset.template import Template, Wording
from bulletin_desktop.values import dataclass

WIDE_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes items of one template."""

    template: Template

    def part(self, role: str, style: str, text: str) -> Item:
        """Return a paragraph of *text* in a style."""
        return Item(role, self.template.style(style), (TextRun(text),) if text else ())

    def blank(self, role: str = "blank") -> Item:
        """Return one blank line of the grid."""
        return Item(role, self.template.style("blank"))

    def blanks(self, count: int) -> tuple[Item, ...]:
        """Return *count* blank lines that say nothing at a page's top."""
        return (replace(self.blank(), skip_at_top=True),) * count

    def gap(self, style: str, count: int, keep: int = 0) -> tuple[Item, ...]:
        """Return *count* blank lines in a style that keeps them with what follows."""
        return (Item("blank", self.template.style(style), keep=keep),) * count


def issue_number(issue: Issue, words: Wording) -> str:
    """Return 第3期（总第105期）, or 增刊第1期, in the template's words."""
    kind = words.supplement if issue.supplement else words.number
    running = words.running.format(running=issue.running_number) if issue.running_number else ""
    return kind.format(number=issue.number, year=issue.year) + running


def date_text(date: dt.date, words: Wording) -> str:
    """Return 2026年1月30日: Arabic digits without zeros before them (GB/T 9704-2012, 7.3.5.4)."""
    return words.date.format(year=date.year, month=date.month, day=date.day)


def named(issue: Issue, words: Wording) -> dict[str, str]:
    """Return what stands for the names in braces in the wording of masthead and cover."""
    return {
        "name": issue.masthead.name,
        "unit": issue.masthead.unit,
        "issue": issue_number(issue, words),
        "date": date_text(issue.date, words),
        "year": str(issue.year),
        "number": str(issue.number),
        "running": str(issue.running_number or ""),
        "issuer": issue.imprint.issuer,
    }


def tabbed(left: str, right: str) -> str:
    """Return a line with one text at its left and one at its right end."""
    return f"{left}\t{right}" if right else left

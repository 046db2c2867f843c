"""The beginning of an issue: its cover, and the masthead above the first text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bulletin_desktop.document.model import Issue
from bulletin_desktop.typeset.compose_parts import WIDE_SPACE, Parts, named, tabbed
from bulletin_desktop.typeset.layout import Item, Rule
from bulletin_desktop.values import dataclass

_COVER = "cover"
_MASTHEAD = "masthead"


@dataclass(frozen=True, slots=True)
class HeadComposer:
    """Makes cover and masthead. *line_count* breaks an item and counts its lines."""

    parts: Parts
    line_count: Callable[[Item], int]

    def masthead(self, issue: Issue) -> tuple[Item, ...]:
        """Return the top of page 1, whose height does not depend on which fields are filled."""
        settings, head = self.parts.template.masthead, issue.masthead
        if not settings.shown:
            return ()
        words = named(issue, self.parts.template.words)
        rule = Rule(settings.rule_y, settings.rule, settings.rule_color)
        name = settings.name.format(**words) or head.name
        last = tabbed(settings.left.format(**words), settings.right.format(**words))
        return (
            self._line("masthead-marks", tabbed(head.classification, head.copy_number)),
            *self._blanks(_MASTHEAD, settings.lines_before),
            replace(self._line("masthead-name", name), shaped=True),
            *self._blanks(_MASTHEAD, settings.lines_between),
            *((self._line("masthead-issue", settings.issue.format(**words)),) if settings.issue else ()),
            *((self._line("masthead-unit", last),) if settings.left or settings.right else ()),
            replace(self._line("masthead-rule", ""), rules=(rule,) if settings.rule else ()),
            *self.parts.blanks(settings.lines_after),
        )

    def cover(self, issue: Issue) -> tuple[Item, ...]:
        """Return the cover page and the blank page behind it; nothing if the template has none."""
        settings = self.parts.template.cover
        if not settings.shown:
            return ()
        items = list(self._cover(issue))
        if settings.back:
            # Of a section's last paragraph without a character LibreOffice makes no page.
            items.append(replace(self.parts.part(_COVER, "blank", WIDE_SPACE), new_page=True))
        return tuple(items)

    def _cover(self, issue: Issue) -> Iterator[Item]:
        settings, template = self.parts.template.cover, self.parts.template
        words = named(issue, template.words)
        name = settings.name.format(**words) or issue.masthead.name
        lines = [
            (1, "masthead-marks", tabbed(issue.masthead.classification, issue.masthead.copy_number)),
            (settings.name_line, "cover-name", name),
            (settings.issue_line, "cover-issue", settings.issue.format(**words)),
            (settings.issue_line + 1, "masthead-rule", ""),
            (settings.unit_line, "cover-unit", settings.unit.format(**words)),
            (settings.date_line, "cover-unit", settings.date.format(**words)),
        ]
        used, pitch = 0, template.page.pitch
        for line, style, text in sorted(lines, key=lambda one: one[0]):
            item = replace(self.parts.part(_COVER, style, text), shaped=style != "masthead-marks")
            if style == "masthead-rule":
                if not settings.rule:
                    continue
                rule = Rule(template.masthead.rule_y, settings.rule, settings.rule_color)
                item = replace(item, shaped=False, rules=(rule,))
            blanks = max(0, ((line - 1) * pitch - used) // pitch)
            yield from self._blanks(_COVER, blanks)
            yield item
            used += blanks * pitch + self.line_count(item) * item.style.pitch

    def _line(self, style: str, text: str) -> Item:
        return self.parts.part(_MASTHEAD, style, text)

    def _blanks(self, role: str, count: int) -> tuple[Item, ...]:
        return (self.parts.blank(role),) * count

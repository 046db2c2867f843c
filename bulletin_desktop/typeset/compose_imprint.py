"""The foot of the last page (版记): to whom an issue goes, how many copies, who answers for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bulletin_desktop.document.model import Imprint
from bulletin_desktop.typeset.compose_parts import WIDE_SPACE, Parts, tabbed
from bulletin_desktop.typeset.layout import Item, Rule, Style
from bulletin_desktop.values import dataclass

_IMPRINT = "imprint"


@dataclass(frozen=True, slots=True)
class ImprintComposer:
    """Makes the imprint. *text_width* measures a text in a style, *line_count* breaks and counts an item."""

    parts: Parts
    text_width: Callable[[str, Style], float]
    line_count: Callable[[Item], int]

    def imprint(self, foot: Imprint) -> tuple[Item, ...]:
        """Return the foot of the last page, with its rules; nothing if all its fields are empty."""
        settings = self.parts.template.imprint
        items = self._lists(foot)
        last = self._last(foot)
        if last:
            part = self.parts.part(_IMPRINT, "imprint-last", last)
            items.append(
                replace(part, rules=self._rule(settings.rule_y, settings.inner_rule)) if items else part
            )
        if not items:
            return ()
        items[0] = replace(items[0], rules=self._rule(settings.rule_y, settings.outer_rule))
        height = self.line_count(items[-1]) * items[-1].style.pitch
        items[-1] = replace(items[-1], rules=(*items[-1].rules, *self._rule(height, settings.outer_rule)))
        return tuple(items)

    def _lists(self, foot: Imprint) -> list[Item]:
        words = self.parts.template.words
        lists = {
            "报": (words.report_to, foot.report_to),
            "送": (words.send_to, foot.send_to),
            "发": (words.distribute_to, foot.distribute_to),
        }
        ordered = [lists[key] for key in self.parts.template.imprint.order]
        return [self._list(label, names) for label, names in ordered if names]

    def _list(self, label: str, names: str) -> Item:
        """A list whose further lines stand under its first name, whatever the label's width."""
        item = self.parts.part(_IMPRINT, "imprint", label + names)
        style = item.style
        hanging = round(self.text_width(label, style))
        if not label or hanging == -style.first_line:
            return item
        left = style.left + style.first_line + hanging
        if left + style.right + hanging > self.parts.template.page.text_width:
            return item
        return replace(item, style=replace(style, left=left, first_line=-hanging))

    def _last(self, foot: Imprint) -> str:
        words = self.parts.template.words
        people = ((words.editor, foot.editor), (words.reviewer, foot.reviewer), (words.issuer, foot.issuer))
        left = (WIDE_SPACE * 2).join(label + name for label, name in people if name)
        return tabbed(left, words.copies.format(copies=foot.copies) if foot.copies else "")

    @staticmethod
    def _rule(y: int, eighths: int) -> tuple[Rule, ...]:
        return (Rule(y, eighths),) if eighths else ()

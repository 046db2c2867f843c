"""Numbers of lists and headings in OpenDocument, counted as they are met."""

from __future__ import annotations

from dataclasses import field

from bulletin_desktop.intake.docx.number_formats import written
from bulletin_desktop.intake.readers.odt.styles import OUTLINE, Level, Styles
from bulletin_desktop.values import dataclass

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BEGINNINGS = {"一": "chineseCountingThousand", "①": "decimalEnclosedCircle", "壹": "chineseLegalSimplified"}
_MOST_SHOWN = 10


@dataclass(slots=True)
class Numbers:
    """The counters of all lists, by the name of their style."""

    styles: Styles
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def restart(self, style: str, depth: int) -> None:
        """Begin a list anew."""
        counters = self._counters.setdefault(style, {})
        for level in [level for level in counters if level >= depth]:
            del counters[level]

    def next(self, style: str, depth: int, start: int | None = None) -> str:
        """Return the label of the next item of a list *depth* deep; a tab at its end is a gap."""
        level = self.styles.level(style, depth)
        if level.bullet:
            return f"{level.bullet}\t"
        counters = self._counters.setdefault(style, {})
        counters[depth] = start if start is not None else counters.get(depth, level.start - 1) + 1
        for deeper in [known for known in counters if known > depth]:
            del counters[deeper]
        if not level.form:
            return ""
        numbers = [
            _written(counters.get(one, self.styles.level(style, one).start), self.styles.level(style, one))
            for one in range(max(1, depth - min(level.shown, _MOST_SHOWN) + 1), depth + 1)
        ]
        label = f"{level.before}{'.'.join(number for number in numbers if number)}{level.after}"
        return label if label[-1:] in "、．）)】" else f"{label}\t"

    def heading(self, depth: int) -> str:
        """Return the number of the next heading, empty where headings have none."""
        level = self.styles.level(OUTLINE, depth)
        return self.next(OUTLINE, depth) if level.form else ""


def _written(number: int, level: Level) -> str:
    form = level.form
    if not form:
        return ""
    return written(number, _FORMS.get(form) or _BEGINNINGS.get(form[0], "decimal"))

"""A template's quantities as people write them: points and millimetres, sizes by their Chinese names."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.template_draft import limits, quantity
from bulletin_desktop.typeset.template_schema import FIXED, PRACTICE, USUAL, Field, Kind
from bulletin_desktop.values import dataclass

_EIGHTHS = "eighths"
_SHOWN_IN = {"twips": ("pt", 20), _EIGHTHS: ("pt", 8)}  # nobody thinks in twentieths or eighths of a point
_WORDS = {
    "mm": QT_TRANSLATE_NOOP("TemplateUnits", "mm"),
    "pt": QT_TRANSLATE_NOOP("TemplateUnits", "pt"),
    "chars": QT_TRANSLATE_NOOP("TemplateUnits", "characters"),
    "lines": QT_TRANSLATE_NOOP("TemplateUnits", "lines"),
    "articles": QT_TRANSLATE_NOOP("TemplateUnits", "articles"),
    "pages": QT_TRANSLATE_NOOP("TemplateUnits", "pages"),
    "percent": QT_TRANSLATE_NOOP("TemplateUnits", "%"),
}
_STRENGTHS = {
    FIXED: (
        QT_TRANSLATE_NOOP("TemplateUnits", "fixed"),
        QT_TRANSLATE_NOOP("TemplateUnits", "Fixed by GB/T 9704-2012"),
    ),
    USUAL: (
        QT_TRANSLATE_NOOP("TemplateUnits", "usual"),
        QT_TRANSLATE_NOOP("TemplateUnits", "The usual value of GB/T 9704-2012"),
    ),
    PRACTICE: (
        QT_TRANSLATE_NOOP("TemplateUnits", "practice"),
        QT_TRANSLATE_NOOP("TemplateUnits", "Practice; the standard does not say"),
    ),
}
_SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二", 16.0: "三号",
    15.0: "小三", 14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五",
}  # fmt: skip


def _say(text: str) -> str:
    return QCoreApplication.translate("TemplateUnits", text)


def strength_words(strength: str) -> tuple[str, str]:
    """Return the tag of a strength and the sentence that explains it."""
    tag, sentence = _STRENGTHS.get(strength, _STRENGTHS[PRACTICE])
    return _say(tag), _say(sentence)


@dataclass(frozen=True, slots=True)
class Shown:
    """How one quantity is written: in *unit*, of which *parts* make one of what a person sees."""

    unit: str
    parts: int

    @classmethod
    def of(cls, raw: Any) -> Shown:
        """Return how the value *raw* is shown."""
        unit, _ = quantity(raw)
        return cls(unit, _SHOWN_IN.get(unit, ("", 1))[1])

    @property
    def word(self) -> str:
        """The unit a person sees."""
        seen = _SHOWN_IN.get(self.unit, (self.unit, 1))[0]
        return _say(_WORDS.get(seen, seen))

    def text(self, raw: Any) -> str:
        """Return the number of *raw* as it is typed."""
        return _number(quantity(raw)[1] / self.parts)

    def raw(self, text: str, strength: str) -> dict[str, Any] | None:
        """Return the value that *text* means, None if it is no number or no whole number of parts."""
        try:
            number = float(text.strip().replace("−", "-"))
        except ValueError:
            return None
        if not abs(number) < 1e6:  # nor what is not a number
            return None
        parts = number * self.parts
        if self.unit == "twips":
            parts = round(parts, 6)
        value = int(parts) if parts == int(parts) else parts
        return {self.unit: value, "strength": strength}

    def within(self, field: Field, raw: dict[str, Any]) -> bool:
        """Whether a number is one that *field* allows."""
        number = raw[self.unit]
        least, most = limits(field, self.unit) or (number, number)
        whole = field.kind is not Kind.COUNT or isinstance(number, int)
        return whole and least <= number <= most

    def allowed(self, field: Field) -> str:
        """Return the sentence that says what *field* allows."""
        found = limits(field, self.unit)
        if found is None:
            return _say(QT_TRANSLATE_NOOP("TemplateUnits", "A number of {unit}")).format(unit=self.word)
        least, most = (_number(limit) for limit in _rounded_in(*(limit / self.parts for limit in found)))
        if field.kind is Kind.COUNT and self.parts == 1:
            return _say(QT_TRANSLATE_NOOP("TemplateUnits", "A whole number from {least} to {most}")).format(
                least=least, most=most
            )
        if field.kind is Kind.COUNT:
            step = _number(1 / self.parts)
            return _say(
                QT_TRANSLATE_NOOP("TemplateUnits", "From {least} to {most} {unit}, in steps of {step}")
            ).format(least=least, most=most, unit=self.word, step=step)
        return _say(QT_TRANSLATE_NOOP("TemplateUnits", "From {least} to {most} {unit}")).format(
            least=least, most=most, unit=self.word
        )

    def whole(self, raw: Any, named: bool = False) -> str:
        """Return number and unit; *named* adds the name a size has in Chinese."""
        text = f"{self.text(raw)} {self.word}"
        name = _SIZES.get(quantity(raw)[1] / self.parts, "") if named else ""
        return f"{text} {name}" if name else text


def size_name(raw: Any) -> str:
    """Return what a font's size is called, such as 三号; empty if it has no name."""
    unit, number = quantity(raw)
    return _SIZES.get(number / _SHOWN_IN.get(unit, ("", 1))[1], "") if unit in ("pt", "twips") else ""


def _rounded_in(least: float, most: float) -> tuple[float, float]:
    """Limits that were reckoned from another unit, to a tenth if that leaves room between them."""
    rounded = math.ceil(round(least * 10, 6)) / 10, math.floor(round(most * 10, 6)) / 10
    return rounded if rounded[0] < rounded[1] else (least, most)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")

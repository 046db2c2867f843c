"""A template while a person changes it: every value, which are the office's own, and what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from bulletin_desktop.services import template_text, templates
from bulletin_desktop.services.template_text import Values
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.typeset import template, template_schema
from bulletin_desktop.typeset.template_schema import FIXED
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A template by id and name: the built-in *base*, its values *theirs*, and *own*, those that differ.

    Values are raw, as the file has them, by dotted path. Every draft can be read as a template: what cannot
    is refused by `changed`.
    """

    id: str
    name: str
    base: str
    theirs: Values
    own: Values = field(default_factory=dict)

    @classmethod
    def of(cls, source: TemplateSource) -> Draft:
        """Return the draft of a template from the desk; one that could not be read begins as its base."""
        theirs = template_text.values(template.source(source.base), "")
        own = {}
        if source.text:
            ours = template_text.values(source.text, source.base)
            own = {path: value for path, value in ours.items() if theirs.get(path) != value}
        return cls(source.id, source.name, source.base, theirs, own)

    def value(self, path: str) -> Any:
        """Return the value at *path*, or what stands for it where no text gives one."""
        return self.own.get(path, self.original(path))

    def original(self, path: str) -> Any:
        """Return the base's value at *path*."""
        if path in self.theirs:
            return self.theirs[path]
        declared = template_schema.find(path)
        return None if declared is None else template_text.unset(declared)

    def strength(self, path: str) -> str:
        """Return how firm the base's value is: 规定, 一般 or 习惯."""
        value = self.original(path)
        declared = template_schema.find(path)
        stated = value.get("strength") if isinstance(value, dict) else None
        return str(stated or (declared.strength if declared else ""))

    def departs(self, path: str) -> bool:
        """Whether the value differs from one that the standard fixes."""
        return path in self.own and self.strength(path) == FIXED

    def changed(self, values: Mapping[str, Any]) -> Draft:
        """Return the draft with *values* in place. Raises `UserError` if it could not be read then."""
        own = {**self.own, **values}
        own = {path: value for path, value in own.items() if not _same(value, self.original(path))}
        draft = replace(self, own=own)
        templates.check(draft.text, self.name, self.base)
        return draft

    def reset(self, path: str) -> Draft:
        """Return the draft with the base's value at *path*. Raises `UserError` as `changed` does."""
        return self.changed({path: self.original(path)})

    def restored(self) -> Draft:
        """Return the draft with every value as the base has it."""
        return replace(self, own={})

    def named(self, template_id: str, name: str) -> Draft:
        """Return the draft under another id and name."""
        return replace(self, id=template_id, name=name)

    @property
    def text(self) -> str:
        """The TOML of what differs."""
        return template_text.written(self.name, self.base, self.own)

    @property
    def source(self) -> TemplateSource:
        """What typesetting and writing a file take."""
        return TemplateSource(self.id, self.name, self.base, self.text)


def quantity(raw: Any) -> tuple[str, float]:
    """Return unit and number of a quantity as the file has it."""
    unit = next(key for key in raw if key != "strength")
    return unit, raw[unit]


def limits(declared: template_schema.Field, unit: str) -> tuple[float, float] | None:
    """Return the least and most a number of *unit* may be; None for characters, which depend on the font."""
    if unit == template_schema.CHARS:
        return None
    factor = template_schema.TWIPS_IN.get(unit, 1)
    return declared.least / factor, declared.most / factor


def _same(first: Any, second: Any) -> bool:
    """Whether two values mean the same: 28.95 pt are 579 twips."""
    if isinstance(first, dict) and isinstance(second, dict):
        (unit, number), (other, count) = quantity(first), quantity(second)
        known = template_schema.TWIPS_IN
        if unit in known and other in known:
            return round(number * known[unit]) == round(count * known[other])
        return (unit, number) == (other, count)
    return bool(first == second)


def free_name(name: str, taken: frozenset[str]) -> str:
    """Return *name*, with a number behind it if another template has it."""
    if name not in taken:
        return name
    return next(other for nth in range(2, len(taken) + 3) if (other := f"{name}（{nth}）") not in taken)

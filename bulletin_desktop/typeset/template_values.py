"""One value of a template, taken by the kind its field declares, or refused with what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar, cast

from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset import template_schema
from bulletin_desktop.typeset.layout import Align, Tab
from bulletin_desktop.typeset.template_schema import STRENGTHS, TWIPS_IN, Field, Kind
from bulletin_desktop.typeset.template_source import Sources, WrongValueError, shown

_COLOUR = re.compile("[0-9A-F]{6}")
_BLANK = re.compile(r"\{([^{}]*)\}")
_WIDE_SPACE = "\u3000"
_MEANT = {"strength"}  # what a quantity holds beside its unit

_Made = TypeVar("_Made")


class Values:
    """The values of a template by path, typed. Every method raises `WrongValueError`."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def made(self, kind: Callable[..., _Made], table: str, **given: object) -> _Made:
        """Return a dataclass whose every field is the value of that name in *table*, but those *given*."""
        names = [one.name for one in fields(cast(Any, kind)) if one.name not in given]
        return kind(**given, **{name: self.value(f"{table}.{name}") for name in names})

    def value(self, path: str, char: int = 0) -> Any:
        """Return the value at *path*; *char* is how many twips the unit chars counts."""
        field = template_schema.find(path)
        if field is None:
            raise KeyError(path)
        raw = self.sources.at(path)
        if raw is None:
            if field.default is template_schema.REQUIRED:
                raise WrongValueError(path, UserError(
                    "Template {source}, line {line}: “{key}” is missing. Nothing was changed. "
                    "Add it, or restore the template."))  # fmt: skip
            return field.default
        if field.kind is Kind.LENGTH:
            return _length(field, path, raw, char)
        return _READERS.get(field.kind, _text)(field, path, raw)

    def chars(self, path: str) -> float:
        """Return the characters of a length given in that unit, otherwise 0."""
        raw = self.sources.at(path)
        return float(raw.get(template_schema.CHARS, 0)) if isinstance(raw, dict) else 0.0


def _length(field: Field, path: str, raw: object, char: int) -> int:
    units = {**TWIPS_IN, template_schema.CHARS: float(char)}
    unit, number = _quantity(field, path, raw)
    twips = round(number * units[unit])
    if not field.least <= twips <= field.most:
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be from {least} to {most} {unit}. "
            "Nothing was changed. Correct it or restore the template.",
            found=shown(raw), unit=unit, least=f"{field.least / units[unit]:.4g}",
            most=f"{field.most / units[unit]:.4g}"))  # fmt: skip
    return twips


def _count(field: Field, path: str, raw: object) -> int:
    unit, number = _quantity(field, path, raw)
    if number != int(number) or not field.least <= number <= field.most:
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be a whole number of {unit} from "
            "{least} to {most}. Nothing was changed. Correct it or restore the template.",
            found=shown(raw), unit=unit, least=field.least, most=field.most))  # fmt: skip
    return int(number)


def _quantity(field: Field, path: str, raw: object) -> tuple[str, float]:
    """The unit and number of { mm = 37, strength = "规定" }; without a strength the field's own is meant."""
    if isinstance(raw, Mapping):
        found = [key for key in raw if key not in _MEANT]
        number = raw[found[0]] if len(found) == 1 else None
        real = isinstance(number, int | float) and not isinstance(number, bool) and abs(number) < 1e6
        if real and found[0] in field.units and raw.get("strength", field.strength) in STRENGTHS:
            return found[0], float(number)  # type: ignore[arg-type]
    raise WrongValueError(path, UserError(
        "Template {source}, line {line}: “{key}” is {found}; it must be a number with its unit ({units}) "
        "and a strength ({strengths}). Nothing was changed. Correct it or restore the template.",
        found=shown(raw), units=" / ".join(field.units), strengths=" / ".join(STRENGTHS)))  # fmt: skip


def _switch(_field: Field, path: str, raw: object) -> bool:
    if not isinstance(raw, bool):
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be true or false. "
            "Nothing was changed. Correct it or restore the template.", found=shown(raw)))  # fmt: skip
    return raw


def _level(field: Field, path: str, raw: object) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not 0 <= raw <= field.most:
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be a whole number from 0 to "
            "{most}. Nothing was changed. Correct it or restore the template.",
            found=shown(raw), most=round(field.most)))  # fmt: skip
    return raw


def _text(field: Field, path: str, raw: object) -> str:
    if field.kind in (Kind.CHOICE, Kind.FONT):
        if raw not in field.choices:
            raise WrongValueError(path, UserError(
                "Template {source}, line {line}: “{key}” is {found}; it must be one of {choices}. "
                "Nothing was changed. Correct it or restore the template.",
                found=shown(raw), choices=" / ".join(field.choices)))  # fmt: skip
        return str(raw)
    if field.kind is Kind.COLOUR:
        if not isinstance(raw, str) or not _COLOUR.fullmatch(raw):
            raise WrongValueError(path, UserError(
                "Template {source}, line {line}: “{key}” is {found}; it must be a colour of six digits "
                "from 000000 to FFFFFF. Nothing was changed. Correct it or restore the template.",
                found=shown(raw)))  # fmt: skip
        return raw
    if not isinstance(raw, str) or len(raw) > field.most or not raw.replace(_WIDE_SPACE, " ").isprintable():
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be a text of one line, at most "
            "{most} characters. Nothing was changed. Correct it or restore the template.",
            found=shown(raw), most=field.most))  # fmt: skip
    if field.blanks:
        _check_blanks(field, path, raw)
    return raw


def _check_blanks(field: Field, path: str, raw: str) -> None:
    rest = _BLANK.sub("", raw)
    unknown = [name for name in _BLANK.findall(raw) if name not in field.blanks]
    if unknown or "{" in rest or "}" in rest:
        raise WrongValueError(path, UserError(
            "Template {source}, line {line}: “{key}” is {found}; in braces it may hold {blanks}. "
            "Nothing was changed. Correct it or restore the template.",
            found=shown(raw), blanks=" / ".join(f"{{{name}}}" for name in field.blanks)))  # fmt: skip


def _tabs(field: Field, path: str, raw: object) -> tuple[Tab, ...]:
    tabs = []
    for one in raw if isinstance(raw, list) else [raw]:
        rest = dict(one) if isinstance(one, Mapping) else {}
        align, dots = rest.pop("align", "left"), rest.pop("dots", False)
        if not rest or align not in ("left", "center", "right") or not isinstance(dots, bool):
            raise WrongValueError(path, UserError(
                "Template {source}, line {line}: “{key}” is {found}; it must be a list of tab stops, each "
                "with a place, an align (left / center / right) and dots (true / false). "
                "Nothing was changed. Correct it or restore the template.", found=shown(one)))  # fmt: skip
        tabs.append(Tab(_length(field, path, rest, 0), Align(align), dots))
    return tuple(tabs)


_READERS: dict[Kind, Callable[[Field, str, object], object]] = {
    Kind.COUNT: _count,
    Kind.SWITCH: _switch,
    Kind.LEVEL: _level,
    Kind.TABS: _tabs,
}

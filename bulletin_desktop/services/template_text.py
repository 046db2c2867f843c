"""A template's TOML as text: what differs from its base, every value at once, and the file people read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.typeset import template, template_schema, template_source
from bulletin_desktop.typeset.template_schema import Field, Kind

Values = Mapping[str, Any]
"""Raw values, as TOML has them, by dotted path; a quantity and a list of tab stops are one value."""

_HEAD = ("name", "base")
_BEFORE = QT_TRANSLATE_NOOP("Template", "before: {value}")


def name(text: str) -> str:
    """Return the name that stands in a template's text, empty if none does."""
    found = tomllib.loads(text).get("name", "")
    return found if isinstance(found, str) else ""


def values(text: str, base: str, where: str = "") -> dict[str, Any]:
    """Return every value of a template but its name and base, its own laid over its base's.

    Raises `UserError`, calling the text *where*, if it is no TOML or has a key no template has.
    """
    merged = template_source.load(text, where or base, base, template.source).values
    return {path: value for path, value in _leaves(merged) if path not in _HEAD}


def differing(ours: Values, base: str) -> dict[str, Any]:
    """Return the values that are others than those of the built-in *base*."""
    theirs = values(template.source(base), "")
    return {path: value for path, value in ours.items() if theirs.get(path) != value}


def written(title: str, base: str, ours: Values) -> str:
    """Return the text of a template of that name, derived from *base*, with these values."""
    import tomlkit

    document = tomlkit.document()
    document["name"], document["base"] = title, base
    for path, value in ours.items():
        _put(document, path.split("."), value)
    return tomlkit.dumps(document)


def complete(text: str, title: str, base: str) -> str:
    """Return *text* with every value of its bases as well, so that it looks the same when they change."""
    return written(title, base, values(text, base))


def commented(title: str, base: str, ours: Values, words: Callable[[str], str] = str) -> str:
    """Return the file of a template: the program's own file, comments and all, with these values in it.

    What stands in no file of the program's is told by its label, in the person's *words*.
    """
    import tomlkit

    document = tomlkit.parse(template.source(_root(base)))
    standing = values(template.source(_root(base)), "")
    document["name"], document["base"] = title, base
    for path, value in ours.items():
        if standing.get(path) == value:
            continue
        field = template_schema.find(path)
        comment = words(field.label) if field else path
        if path in standing:
            comment += "; " + words(_BEFORE).format(value=template_source.shown(standing[path]))
        _put(document, path.split("."), value, comment)
    return tomlkit.dumps(document)


def unset(field: Field) -> Any:
    """Return what stands in a file for a value that may be left out, as TOML."""
    if field.kind in (Kind.LENGTH, Kind.COUNT):
        unit = template_schema.TWIPS if field.kind is Kind.LENGTH else field.units[0]
        return {unit: field.default, "strength": field.strength}
    return [] if field.kind is Kind.TABS else field.default


def _root(base: str) -> str:
    while above := tomllib.loads(template.source(base)).get("base", ""):
        base = above
    return base


def _leaves(table: Values, path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        own = f"{path}.{key}" if path else key
        if isinstance(value, dict) and template_schema.find(own) is None:
            yield from _leaves(value, own)
        else:
            yield own, value


def _put(document: Any, way: list[str], value: Any, comment: str = "") -> None:
    """Set the value at *way* in a tomlkit document, making the tables on it."""
    import tomlkit

    table = document
    for depth, part in enumerate(way[:-1], 1):
        if part not in table:
            table[part] = tomlkit.table(is_super_table=depth < len(way) - 1)
        table = table[part]
    item = _item(value)
    if comment:
        item.comment(comment)
    table[way[-1]] = item


def _item(value: Any) -> Any:
    import tomlkit

    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {tomlkit.item(each).as_string()}" for key, each in value.items())
        return tomlkit.value(f"{{ {inside} }}")
    if isinstance(value, list):
        array = tomlkit.array()
        for each in value:
            array.append(_item(each))
        return array
    return tomlkit.item(value)

"""A template's text with the line of every key, and what a template takes from its base.

tomllib gives values without their lines, and a person who mistyped one value needs its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset import template_schema
from bulletin_desktop.values import dataclass

Bases = Callable[[str], str]
"""Gives the text of the template with an id; raises `UserError` if there is none."""

_BARE_KEY = r"[A-Za-z0-9_-]+"
_KEY = rf"""(?:{_BARE_KEY}|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_TABLE_LINE = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]")
_KEY_LINE = re.compile(rf"\s*({_DOTTED})\s*=")
_PART = re.compile(_KEY)
_PIECES = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]')
_DEEPEST = 8  # bases of bases


class WrongValueError(Exception):
    """A value at *path* the schema does not allow. *error* says what; where it stands is filled in later."""

    def __init__(self, path: str, error: UserError) -> None:
        super().__init__(path)
        self.path = path
        self.error = error


@dataclass(frozen=True, slots=True)
class Source:
    """One template's text, read: *values* as TOML has them, *lines* by dotted key."""

    name: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def has(self, path: str) -> bool:
        """Return whether this text itself gives the value at *path*."""
        return _at(self.values, path) is not None

    def line(self, path: str) -> int:
        """Return the line of *path* or of the nearest thing around it, from 1."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)


@dataclass(frozen=True, slots=True)
class Sources:
    """A template's own text and those of its bases, the nearest first, and their values merged."""

    texts: Sequence[Source]
    values: Mapping[str, Any]

    def error(self, wrong: WrongValueError) -> UserError:
        """Return the sentence for a wrong value, with the text and the line that hold it."""
        source = next((one for one in self.texts if one.has(wrong.path)), self.texts[0])
        wrong.error.values.update(source=source.name, line=source.line(wrong.path), key=wrong.path)
        return wrong.error

    def at(self, path: str) -> Any:
        """Return the raw value at *path*, None if no text gives it."""
        return _at(self.values, path)


def load(text: str, name: str, base: str, bases: Bases) -> Sources:
    """Return a template's text merged over its bases, *base* if it names none.

    Raises `UserError`, with the line, for what is no TOML, for a key no template has and for a base that
    is not there or is derived from itself.
    """
    texts = [_source(text, name)]
    seen: list[str] = []
    while above := texts[-1].values.get("base", base if len(texts) == 1 else ""):
        if not isinstance(above, str) or above in seen or len(seen) == _DEEPEST:
            raise UserError(
                "Template {source}, line {line}: “base” is {found}; it must be another template that is "
                "not derived from this one. Nothing was changed. Correct it or restore the template.",
                source=texts[-1].name, line=texts[-1].line("base"), key="base", found=shown(above),
            )  # fmt: skip
        seen.append(above)
        texts.append(_source(_base(above, texts[-1], bases), above))
    merged: dict[str, Any] = {}
    for source in reversed(texts):
        merged = _merged(merged, source.values, "")
    return Sources(tuple(texts), merged)


def shown(value: object) -> str:
    """Return a value as a person wrote it in the file, shortened."""
    try:
        text = _written(value)
    except (RecursionError, ValueError):  # nested without end, an integer of thousands of digits
        return "…"
    return text if len(text) <= 60 else f"{text[:59]}…"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {shown(item)}" for key, item in value.items()) + " }"
    return str(value)


def _base(name: str, above: Source, bases: Bases) -> str:
    """The text of the template that *above* names as its base."""
    try:
        return bases(name)
    except UserError:
        raise UserError(
            "Template {source}, line {line}: “base” is {found}; there is no such template. Nothing was "
            "changed. Correct it or restore the template.",
            source=above.name, line=above.line("base"), key="base", found=shown(name),
        ) from None  # fmt: skip


def _source(text: str, name: str) -> Source:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise UserError(
            "Template {source} is not valid TOML: {why}. Nothing was changed. Correct it or restore the "
            "template.", source=name, why=problem,
        ) from problem  # fmt: skip
    except (RecursionError, ValueError) as problem:
        raise UserError(
            "Template {source} holds brackets in brackets or a number beyond what any template needs. "
            "Nothing was changed. Correct it or restore the template.", source=name,
        ) from problem  # fmt: skip
    source = Source(name, values, dict(_lines(text)))
    for path, value in _leaves(values, ""):
        if template_schema.find(path) is None:
            raise Sources((source,), values).error(
                WrongValueError(
                    path,
                    UserError(
                        "Template {source}, line {line}: no template has a value “{key}” (found {found}). "
                        "Nothing was changed. Correct it or restore the template.",
                        found=shown(value),
                    ),
                )
            )
    return source


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The line of every table and key. *text* is valid TOML, so a rough reading finds them all."""
    table, depth, quoted = "", 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        if not depth and not quoted:
            header = _TABLE_LINE.match(line)
            key = None if header else _KEY_LINE.match(line)
            if header:
                table = _dotted(header[1])
                yield table, number
                continue
            if key:
                yield _joined(table, _dotted(key[1])), number
        depth, quoted = _open(line, depth, quoted)


def _open(line: str, depth: int, quoted: str) -> tuple[int, str]:
    """How many brackets and which long string are still open behind *line*."""
    at = 0
    while True:
        if quoted:
            at = line.find(quoted, at)
            if at < 0:
                return depth, quoted
            at, quoted = at + 3, ""
        piece = _PIECES.search(line, at)
        if piece is None:
            return depth, ""
        at = piece.end()
        if piece[0] in ('"""', "'''"):
            quoted = piece[0]
        elif piece[0] in "[]{}":
            depth += 1 if piece[0] in "[{" else -1


def _dotted(written: str) -> str:
    return ".".join(_named(part.strip("\"'")) for part in _PART.findall(written))


def _named(key: str) -> str:
    """A key as a part of a path: one with a dot in it is no path of two parts."""
    return f'"{key}"' if "." in key else key


def _joined(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def _leaves(values: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    """Every value with its path: a table of the schema is looked into, a quantity is not."""
    for key, value in values.items():
        own = _joined(path, _named(key))
        if isinstance(value, dict) and template_schema.find(own) is None and _is_table(own):
            yield from _leaves(value, own)
        else:
            yield own, value


def _is_table(path: str) -> bool:
    parts = path.split(".")
    if parts[0] == "styles":
        return len(parts) == 1 or (len(parts) == 2 and parts[1] in template_schema.STYLES)
    if parts[:2] == ["fonts", "profiles"]:
        return len(parts) <= 3
    return any(one.path.startswith(f"{path}.") for one in template_schema.FIELDS)


def _merged(under: Mapping[str, Any], over: Mapping[str, Any], path: str) -> dict[str, Any]:
    """*over* laid upon *under*, table by table; a value is taken whole."""
    merged = dict(under)
    for key, value in over.items():
        own = _joined(path, key)
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict) and template_schema.find(own) is None:
            merged[key] = _merged(below, value, own)
        else:
            merged[key] = value
    return merged


def _at(values: Mapping[str, Any], path: str) -> Any:
    found: Any = values
    for part in path.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return found

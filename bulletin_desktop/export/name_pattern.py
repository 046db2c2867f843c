"""An office's pattern for the place of an archived issue, such as `{publication}/{year}年/第{number:03}期`.

Fields stand in braces; a number may be filled up with zeros. Slashes part folders. Whatever a field holds,
each part becomes a name every Windows and Linux file system takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.export.filenames import safe_name

USUAL = "{publication}/{year}年/{kind}第{number:03}期"
_FIELDS: Mapping[str, Callable[[Issue], str | int]] = {
    "publication": lambda issue: issue.masthead.name,
    "unit": lambda issue: issue.masthead.unit,
    "year": lambda issue: issue.year,
    "month": lambda issue: issue.date.month,
    "day": lambda issue: issue.date.day,
    "date": lambda issue: issue.date.isoformat(),
    "kind": lambda issue: "增刊" if issue.supplement else "",
    "number": lambda issue: issue.number,
    "running": lambda issue: issue.running_number,
}
FIELDS = tuple(_FIELDS)
_FIELD = re.compile(r"\{([^{}]*)\}")
_SHAPE = re.compile(r"(\w+)(?::0([1-9]))?")
_MOST_PARTS = 8


def place(pattern: str, issue: Issue) -> PurePosixPath:
    """Return the relative path of *issue* by *pattern*.

    Raises `UserError` if it has an unknown field, a brace that is not closed, or a part that stays empty.
    """
    pattern = pattern.strip().replace("\\", "/").strip("/")
    parts = [part.strip() for part in pattern.split("/")]
    if not pattern or len(parts) > _MOST_PARTS:
        raise UserError("The pattern names no folder. Write one, such as {usual}.", usual=USUAL)
    return PurePosixPath(*(_part(part, issue) for part in parts))


def _part(part: str, issue: Issue) -> str:
    filled = _FIELD.sub(lambda found: _value(found[1], issue), part)
    if "{" in _FIELD.sub("", part) or "}" in _FIELD.sub("", part):
        raise UserError("A brace in “{part}” stands alone. Write fields as {{number}}.", part=part)
    name = safe_name(filled, fallback="")
    if not name:
        raise UserError(
            "“{part}” is empty for this issue, so the folder would have no name. Put a word beside it.",
            part=part,
        )
    return name


def _value(field: str, issue: Issue) -> str:
    shape = _SHAPE.fullmatch(field)
    if shape is None or shape[1] not in _FIELDS:
        raise UserError(
            "There is no field “{field}”. There are: {fields}.",
            field=field,
            fields=", ".join(f"{{{name}}}" for name in FIELDS),
        )
    value = _FIELDS[shape[1]](issue)
    return f"{value:0{shape[2]}}" if shape[2] and isinstance(value, int) else str(value)

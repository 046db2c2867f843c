"""Templates as files: read and checked before anything changes, written whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files
from bulletin_desktop.reasons import reason
from bulletin_desktop.services import template_text, templates
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.typeset import template, template_schema, template_source
from bulletin_desktop.values import dataclass

_LARGEST = 1_000_000  # bytes; the program's own fullest template has 16,000
ENDING = ".toml"


@dataclass(frozen=True, slots=True)
class ReadTemplate:
    """A template out of a file that can be used as it is: *text* is what differs from *base*."""

    name: str
    base: str
    text: str


def read(path: Path) -> ReadTemplate:
    """Read a template's file; one that names no base is derived from the program's first template.

    Raises `UserError` naming line, key and value of what is wrong in it. Nothing is stored by this.
    """
    text = _text(path)
    sources = template_source.load(text, path.name, "", template.source)
    named = sources.texts[0].values.get("base", "")
    base = named or template.DEFAULT
    template.parse(text, path.stem, base, where=path.name)
    ours = template_text.values(text, base)
    if not named and _stands_alone(text):
        alone = template_text.values(text, "")
        ours = {**_left_out(alone, base), **alone}
    name = template_text.name(text) or path.stem
    differing = template_text.differing(ours, base)
    written = template_text.written(name, base, differing)
    templates.check(written, name, base)
    return ReadTemplate(name, base, written)


def write(source: TemplateSource, path: Path, words: Callable[[str], str] = str) -> Path:
    """Write a template to a file with every value and its comments; *words* translates what is added.

    Raises `UserError` as `files.replace` does, and if the template itself cannot be read.
    """
    if source.problem is not None:
        raise source.problem
    text = source.text or template.source(source.base)
    values = template_text.values(text, source.base)
    content = template_text.commented(source.name, source.base, values, words)
    files.replace(path, content.encode("utf-8"))
    return path


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) <= _LARGEST:
            return data.decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            "The file {path} cannot be read ({reason}). Nothing was changed. Choose another file.",
            path=path,
            reason=reason(error),
        ) from error
    except UnicodeDecodeError:
        pass
    raise UserError(
        "The file {path} is no template: it is no text in UTF-8, or far too long. Nothing was changed. "
        "Choose a file that was exported as a template.",
        path=path,
    )


def _stands_alone(text: str) -> bool:
    """Whether a text names every value there must be, like the program's first template."""
    try:
        template.parse(text, "")
    except UserError:
        return False
    return True


def _left_out(ours: template_text.Values, base: str) -> dict[str, Any]:
    """What a file that stands for itself leaves out though *base* has it, with the value that means."""
    missing = template_text.values(template.source(base), "").keys() - ours.keys()
    fields = {path: template_schema.find(path) for path in missing}
    return {
        path: template_text.unset(field)
        for path, field in fields.items()
        if field is not None and field.default is not template_schema.REQUIRED
    }

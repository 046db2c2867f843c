"""Reads a template's .toml and refuses what is wrong, naming the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset.layout import Align, Face, Style, Tab
from bulletin_desktop.typeset.template import (
    ArticleSpacing,
    Contents,
    Folio,
    Imprint,
    Masthead,
    PageSetup,
    Template,
)

_TWIPS = {"mm": 1440 / 25.4, "pt": 20.0, "twips": 1.0}
_COUNTS = {"lines", "eighths", "articles"}
_STRENGTHS = {"规定", "一般", "习惯"}
_LETTERS = ("title", "body", "kai", "hei", "song")
ROLES = (
    "blank", "body", "headline", "kicker", "subtitle", "headline-gap", "section",
    "heading1", "heading2", "heading3", "heading4", "salutation", "sign-gap", "signature", "date",
    "note", "credit", "attachment", "caption", "quote",
    "masthead-marks", "masthead-name", "masthead-issue", "masthead-unit", "masthead-rule",
    "contents-title", "contents-section", "contents-entry", "imprint", "imprint-last", "page-number",
)  # fmt: skip
_STYLE_KEYS = {
    "id", "name", "font", "latin", "size", "bold", "align", "pitch", "spacing", "first_line",
    "left", "right", "color", "keep_next", "keep_lines", "tabs", "outline",
}  # fmt: skip

_T = TypeVar("_T")


class _WrongKeyError(Exception):
    """A key that is missing or not what it must be."""


def read(path: Path) -> Template:
    """Return the template in *path*. Raises UserError if it cannot be read, or naming the wrong key."""
    try:
        table = _Table("", tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise UserError(
            "There is no template {name}. Choose another template for the issue.", name=path.stem
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise UserError("The template {path} cannot be read ({why}).", path=path, why=problem) from problem
    except tomllib.TOMLDecodeError as problem:
        raise UserError("The template {path} is not valid TOML: {why}.", path=path, why=problem) from problem
    try:
        return _template(path.stem, table, table.table("fonts").get("profile", str))
    except _WrongKeyError as problem:
        raise UserError(
            "The template {path} is wrong at “{key}”. Correct it or put the original back.",
            path=path,
            key=str(problem),
        ) from None


class _Table:
    """A table of the file that knows its own key."""

    def __init__(self, key: str, values: Mapping[str, Any]) -> None:
        self.key = key
        self.values = values

    def at(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key else name

    def get(self, name: str, kind: type[_T], default: _T | None = None) -> _T:
        value = self.values.get(name, default)
        if type(value) is not kind:
            raise _WrongKeyError(self.at(name))
        return value

    def table(self, name: str) -> _Table:
        return _Table(self.at(name), self.get(name, dict))

    def twips(self, name: str, default: int | None = None, char: int = 0) -> int:
        """A length; *char* is what `chars` counts."""
        if default is not None and name not in self.values:
            return default
        unit, number = self.quantity(name)
        if unit == "chars" and char:
            return round(number * char)
        if unit not in _TWIPS:
            raise _WrongKeyError(self.at(name))
        return round(number * _TWIPS[unit])

    def count(self, name: str) -> int:
        unit, number = self.quantity(name)
        if unit not in _COUNTS or number != int(number) or number < 0:
            raise _WrongKeyError(self.at(name))
        return int(number)

    def quantity(self, name: str) -> tuple[str, float]:
        table = self.table(name).values
        units = table.keys() - {"strength", "align", "dots"}
        if len(units) != 1 or table.get("strength") not in _STRENGTHS:
            raise _WrongKeyError(self.at(name))
        unit = units.pop()
        number = table[unit]
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise _WrongKeyError(f"{self.at(name)}.{unit}")
        return unit, number


def _template(template_id: str, table: _Table, profile: str) -> Template:
    profiles = table.table("fonts").table("profiles")
    fonts = _fonts(table.table("fonts"), profiles.table(profile))
    page = _page(table.table("page"))
    styles = _styles(table.table("styles"), fonts, page)
    folio, masthead = table.table("folio"), table.table("masthead")
    contents, article, imprint = table.table("contents"), table.table("article"), table.table("imprint")
    return Template(
        id=template_id,
        name=table.get("name", str),
        page=page,
        styles=MappingProxyType(styles),
        folio=Folio(
            styles["page-number"],
            folio.get("before", str),
            folio.get("after", str),
            folio.twips("indent"),
            folio.twips("distance"),
        ),
        masthead=Masthead(
            masthead.twips("rule_y"),
            masthead.count("rule"),
            _color(masthead, "rule_color"),
            masthead.count("lines_after"),
        ),
        contents=Contents(
            contents.count("minimum"),
            contents.get("title", str),
            contents.twips("room"),
            contents.count("lines_after"),
        ),
        article=ArticleSpacing(
            article.count("lines_before"),
            article.count("lines_after_headline"),
            article.count("lines_before_signature"),
            article.count("headline_keep"),
            article.twips("date_shift"),
            article.twips("sign_right"),
        ),
        imprint=Imprint(imprint.count("outer_rule"), imprint.count("inner_rule"), imprint.twips("rule_y")),
        profile=profile,
        profiles=MappingProxyType(
            {
                name: partial(_template, template_id, table, name)
                for name in profiles.values
                if name != profile
            }
        ),
        mark_faces=MappingProxyType({"heiti": fonts["hei"], "kaiti": fonts["kai"]}),
    )


def _page(table: _Table) -> PageSetup:
    width, left = table.twips("width"), table.twips("left")
    page = PageSetup(
        width=width,
        height=table.twips("height"),
        top=table.twips("top"),
        bottom=table.twips("bottom"),
        left=left,
        right=width - left - table.twips("text_width"),
        lines=table.count("lines"),
        pitch=table.twips("pitch"),
    )
    if page.pitch < 1 or page.lines < 8 or page.lines * page.pitch > page.height - page.top - page.bottom:
        raise _WrongKeyError(table.at("lines"))
    if page.text_width < 2000 or page.right < 0:
        raise _WrongKeyError(table.at("text_width"))
    return page


def _fonts(table: _Table, profile: _Table) -> dict[str, str]:
    """Each letter's family, and under "latin" the switch for digits: empty takes the Chinese font's own."""
    fonts = {letter: profile.get(letter, str) for letter in _LETTERS}
    latin = table.get("latin", str, "body")
    fonts["latin"] = "" if latin == "body" else latin
    return fonts


def _styles(table: _Table, fonts: dict[str, str], page: PageSetup) -> dict[str, Style]:
    styles = {role: _style(table.table(role), fonts, page) for role in ROLES}
    seen: set[str] = set()
    for role, style in styles.items():
        if style.id in seen or not (style.id.isascii() and style.id.isalnum()):
            raise _WrongKeyError(table.at(f"{role}.id"))
        seen.add(style.id)
    return styles


def _style(table: _Table, fonts: dict[str, str], page: PageSetup) -> Style:
    for unknown in table.values.keys() - _STYLE_KEYS:
        raise _WrongKeyError(table.at(unknown))
    face = _face(table, fonts)
    spacing = table.twips("spacing", 0)
    char = face.em + spacing
    first_line = table.twips("first_line", 0, char)
    chars = table.quantity("first_line") if "first_line" in table.values else ("", 0)
    try:
        align = Align(table.get("align", str, "left"))
    except ValueError:
        raise _WrongKeyError(table.at("align")) from None
    pitch = table.twips("pitch", page.pitch)
    if pitch < 1:
        raise _WrongKeyError(table.at("pitch"))
    return Style(
        id=table.get("id", str),
        name=table.get("name", str),
        face=face,
        align=align,
        pitch=pitch,
        spacing=spacing,
        first_line=first_line,
        first_line_chars=round(chars[1] * 100) if chars[0] == "chars" else 0,
        left=table.twips("left", 0),
        right=table.twips("right", 0),
        color=_color(table, "color"),
        keep_next=table.get("keep_next", bool, False),
        keep_lines=table.get("keep_lines", bool, False),
        tabs=_tabs(table),
        outline=table.get("outline", int) if "outline" in table.values else None,
    )


def _face(table: _Table, fonts: dict[str, str]) -> Face:
    letter = table.get("font", str)
    if letter not in _LETTERS:
        raise _WrongKeyError(table.at("font"))
    latin = table.get("latin", str, "")
    if latin and latin not in _LETTERS:
        raise _WrongKeyError(table.at("latin"))
    size = table.twips("size")
    if not 20 <= size <= 2000 or size % 10:
        raise _WrongKeyError(table.at("size"))
    east = fonts[letter]
    return Face(
        east, fonts[latin] if latin else fonts["latin"] or east, size // 10, table.get("bold", bool, False)
    )


def _tabs(table: _Table) -> tuple[Tab, ...]:
    tabs = []
    for nth, values in enumerate(table.get("tabs", list, [])):
        if not isinstance(values, dict):
            raise _WrongKeyError(table.at(f"tabs.{nth}"))
        holder = _Table(table.key, {f"tabs.{nth}": values})
        try:
            align = Align(values.get("align", "left"))
        except ValueError:
            raise _WrongKeyError(holder.at(f"tabs.{nth}.align")) from None
        tabs.append(Tab(holder.twips(f"tabs.{nth}"), align, values.get("dots", False) is True))
    return tuple(tabs)


def _color(table: _Table, name: str) -> str:
    color = table.get(name, str, "000000")
    if len(color) != 6 or any(digit not in "0123456789ABCDEF" for digit in color):
        raise _WrongKeyError(table.at(name))
    return color

"""Automatic numbers as Word shows them: numbering.xml's lists, counted on while paragraphs pass.

ECMA-376 part 1, 17.9. Lists (w:num) of one definition (w:abstractNum) count on together, unless a list
starts a level anew.
"""

from __future__ import annotations

import re
from dataclasses import field, replace

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx import symbols
from bulletin_desktop.intake.docx.names import MC, VAL, W
from bulletin_desktop.intake.docx.number_formats import written
from bulletin_desktop.intake.docx.styles import Numbered, ParagraphStyle, Styles, on, properties
from bulletin_desktop.values import dataclass

LEVELS = 9
_HIGHEST = 32_767
_BULLETS = {"·": "•", "\uf0b7": "•", "o": "○"}
_PLACE = re.compile("%([1-9])")
_ENCLOSED = re.compile("[\u2460-\u24ff\u2776-\u2793\u3200-\u32ff]")  # ① ⑴ ㊀
_WHITE = " \u3000\t\xa0"
_LONGEST = 200  # characters of a label


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    pattern: str = ""  # %1.%2
    legal: bool = False  # every number in digits
    gap: str = "tab"
    restart: int = -1  # the level (1 the highest) whose numbers begin it anew; 0 none, -1 any above
    style: str = ""
    font: str = ""


@dataclass(slots=True)
class _Definition:
    levels: dict[int, _Level]
    link: str = ""  # the numbering style that has the levels
    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class _List:
    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Label:
    """A number or bullet as it is shown. *gap* tells that white space follows it."""

    text: str
    gap: str
    bullet: bool


class Numbering:
    """The lists of a document and how far they have come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._lists: dict[str, _List] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._definitions[element.get(f"{W}abstractNumId", "")] = _definition(element)
            elif element.tag == f"{W}num":
                self._lists[element.get(f"{W}numId", "")] = _list(element)

    def label(self, direct: Numbered | None, style: ParagraphStyle) -> Label | None:
        """Count a paragraph and return its number as it is shown; None if it has none.

        *direct* is the list that stands at the paragraph itself.
        """
        found = self._place(direct, style)
        if found is None:
            return None
        list_, definition, level = found
        self._count(list_, definition, level)
        return self._shown(list_, definition, level)

    def _place(self, direct: Numbered | None, style: ParagraphStyle) -> tuple[_List, _Definition, int] | None:
        of_style = style.numbered
        number = direct.number if direct and direct.number else of_style.number if of_style else ""
        list_ = self._lists.get(number)
        definition = self._defined(list_.definition) if list_ else None
        if list_ is None or definition is None:
            return None
        if direct is not None and direct.level >= 0:
            return list_, definition, direct.level
        for level in range(LEVELS):  # the level says its style, not the style its level
            if (name := self._level(list_, definition, level).style) and name in style.numbered_by:
                return list_, definition, level
        return list_, definition, max(of_style.level, 0) if of_style and not (direct and direct.number) else 0

    def _defined(self, key: str) -> _Definition | None:
        """The definition with levels, through the numbering style that stands for them."""
        definition = self._definitions.get(key)
        for _ in range(4):
            if definition is None or not definition.link:
                break
            list_ = self._lists.get(self._styles.list_of(definition.link))
            definition = self._definitions.get(list_.definition) if list_ else None
        return definition

    def _level(self, list_: _List, definition: _Definition, level: int) -> _Level:
        return list_.levels.get(level) or definition.levels.get(level) or _Level(kind="none")

    def _start(self, list_: _List, definition: _Definition, level: int) -> int:
        started = list_.starts.get(level)
        return self._level(list_, definition, level).start if started is None else started

    def _count(self, list_: _List, definition: _Definition, level: int) -> None:
        numbers = definition.numbers
        for above in range(level):  # a level that was passed over counts as begun
            if numbers[above] is None:
                numbers[above] = self._start(list_, definition, above)
        before = numbers[level]
        anew = level in list_.starts and level not in list_.begun
        list_.begun.add(level)
        numbers[level] = (
            self._start(list_, definition, level) if before is None or anew else min(before + 1, _HIGHEST)
        )
        for below in range(level + 1, LEVELS):
            restart = self._level(list_, definition, below).restart
            if restart and (restart < 0 or level < restart):
                numbers[below] = None

    def _shown(self, list_: _List, definition: _Definition, level: int) -> Label | None:
        own = self._level(list_, definition, level)
        if own.kind == "bullet":
            text = _bullet(own)
            return Label(text, own.gap, True) if text else None

        def number(found: re.Match[str]) -> str:
            which = int(found[1]) - 1
            said = self._level(list_, definition, which)
            value = definition.numbers[which]
            value = self._start(list_, definition, which) if value is None else value
            return written(value, "decimal" if own.legal and said.kind != "none" else said.kind)

        text = _PLACE.sub(number, own.pattern)[:_LONGEST].strip(_WHITE)
        return Label(text, own.gap, False) if text else None


def spaced(label: Label, text: str) -> str:
    """Return the label with what stands between it and the *text* after it."""
    text = text.lstrip(_WHITE)
    if label.gap == "nothing" or not text:
        return label.text
    last, latin = label.text[-1], text[0].isascii()
    if label.bullet:
        return f"{label.text} " if latin else label.text
    if last.isascii():
        return f"{label.text} " if latin or last.isalnum() else label.text
    return f"{label.text}\u3000" if last.isalnum() and not _ENCLOSED.match(last) else label.text


def _bullet(level: _Level) -> str:
    text = level.pattern.strip(_WHITE)
    if text in _BULLETS and level.font.lower() not in ("wingdings", "webdings"):
        return _BULLETS[text]
    return symbols.shown(text, level.font)[0][:_LONGEST]


def _definition(element: Element) -> _Definition:
    link = element.find(f"{W}numStyleLink")
    levels = dict(_read_level(level) for level in element.iterchildren(f"{W}lvl"))
    return _Definition(levels, link.get(VAL, "") if link is not None else "")


def _list(element: Element) -> _List:
    definition = element.find(f"{W}abstractNumId")
    found = _List(definition.get(VAL, "") if definition is not None else "", {}, {})
    for override in element.iterchildren(f"{W}lvlOverride"):
        level = _number(override.get(f"{W}ilvl"), 0)
        own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
        if own is not None:
            found.levels[level] = _read_level(own)[1]
        if start is not None:
            found.starts[level] = _number(start.get(VAL), 1)
    return found


def _read_level(element: Element) -> tuple[int, _Level]:
    level = _Level()
    for child in element:
        said = child.get(VAL, "")
        match child.tag.rpartition("}")[2]:
            case "start":
                level = replace(level, start=_number(said, 1))
            case "numFmt":
                level = replace(level, kind=_kind(child))
            case "AlternateContent":  # a format of Word 2010's
                choice = child.find(f"{MC}Choice/{W}numFmt")
                fallback = child.find(f"{MC}Fallback/{W}numFmt")
                either = choice if choice is not None else fallback
                level = replace(level, kind=_kind(either) if either is not None else "decimal")
            case "lvlText":
                level = replace(level, pattern="" if on(child.get(f"{W}null", "0")) else said)
            case "isLgl":
                level = replace(level, legal=on(child.get(VAL, "1")))
            case "suff":
                level = replace(level, gap=said)
            case "lvlRestart":
                level = replace(level, restart=_number(said, -1))
            case "pStyle":
                level = replace(level, style=said)
            case "rPr":
                fonts = properties(child)
                level = replace(level, font=fonts.get("latin", "") or fonts.get("ansi", ""))
    return min(_number(element.get(f"{W}ilvl"), 0), LEVELS - 1), level


def _kind(element: Element) -> str:
    """A format's name; a custom one is shown by examples: 001, 002, 003."""
    kind = element.get(VAL, "decimal")
    first = element.get(f"{W}format", "").partition(",")[0].strip()
    if kind == "custom" and first.isascii() and first.isdigit():
        return f"decimal{len(first)}" if len(first) < 8 else "decimal"
    return kind


def _number(said: str | None, otherwise: int) -> int:
    text = said or ""
    return min(int(text[:6]), _HIGHEST) if text.isascii() and text.isdigit() else otherwise

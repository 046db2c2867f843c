"""What CSS from outside says that an article can keep: a whitelist of properties, by class and in place."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_desktop.document.model import NO_MARKS, CellAlign, Mark

_KEPT = frozenset((
    "color", "display", "font-family", "font-size", "font-style", "font-weight", "height",
    "mso-element", "mso-fareast-font-family", "mso-hide", "mso-highlight", "mso-list",
    "mso-outline-level", "mso-special-character", "mso-comment-reference", "text-align",
    "text-decoration", "text-decoration-line", "vertical-align", "visibility", "white-space", "width",
))  # fmt: skip
_EMPHASIS = frozenset(
    (
        "text-emphasis",
        "text-emphasis-style",
        "-webkit-text-emphasis",
        "-webkit-text-emphasis-style",
        "text-emphasize",
        "font-emphasize",
    )
)
_MOST = 4000  # characters of one style that are looked at
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?\.[\w-]+", re.IGNORECASE)
_COMMENT = re.compile(r"/\*|<!--|-->")
_HEITI = re.compile(r"黑体|(?<![a-z])(?:simhei|fzhei|stheiti|heiti)", re.IGNORECASE)
_KAITI = re.compile(r"楷体|楷书|kaiti|(?:^|[\s\"',])st?kai|fzkai", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,4})?)\s*(px|pt|cm|mm|in|%|)\s*(?:;|$)", re.IGNORECASE)
_TENTHS = {"": 254 / 96, "px": 254 / 96, "pt": 254 / 72, "cm": 100.0, "mm": 10.0, "in": 254.0, "%": 15.6}
_ALIGN = {"left": CellAlign.LEFT, "center": CellAlign.CENTER, "right": CellAlign.RIGHT}
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))

Style = dict[str, str]


class Look(NamedTuple):
    """How text looks at a place of the page; what is within takes it over."""

    marks: frozenset[Mark] = NO_MARKS
    family: str = ""
    size: str = ""
    color: str = ""
    align: CellAlign | None = None
    level: int = 0  # of a heading; 0 is none
    role: str = ""  # caption or quote
    breaks: bool = False  # line ends in the source count
    link: bool = False

    @property
    def dropped(self) -> tuple[str, str, str]:
        """What of it no article keeps."""
        return self.family, self.size, self.color


def parse(text: str) -> Style:
    """Return the declarations of *text* that count, by lower-case name."""
    found: Style = {}
    for declaration in text[:_MOST].split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and (name in _KEPT or name in _EMPHASIS):
            found[name] = value.replace("!important", "").strip()
    return found


def rules(css: str) -> dict[str, Style]:
    """Return what *css* says of elements, classes and elements of a class; other selectors are left out."""
    found: dict[str, Style] = {}
    for rule in _COMMENT.sub("", css).split("}"):
        selectors, brace, body = rule.partition("{")
        if not brace or "@" in selectors:
            continue
        style = parse(body)
        for selector in selectors.split(",") if style else ():
            name = selector.strip()
            if _SELECTOR.fullmatch(name):
                found.setdefault(name.lower(), {}).update(style)
    return found


def hides(style: Style) -> bool:
    """Tell whether what has *style* is not shown."""
    if not style:
        return False
    return (
        style.get("display", "").lower() == "none"
        or style.get("visibility", "").lower() in ("hidden", "collapse")
        or style.get("mso-hide", "").lower() == "all"
    )


def is_comment(style: Style) -> bool:
    """Tell whether it belongs to Word's comments, not to the text."""
    return (
        "mso-comment-reference" in style
        or style.get("mso-element", "").lower() == "comment"
        or style.get("mso-special-character", "").lower() == "comment"
    )


def with_style(look: Look, style: Style) -> Look:
    """Return how text looks that has *style* within *look*."""
    marks = set(look.marks)
    _take_font(marks, style)
    _take_lines(marks, style)
    family = style.get("mso-fareast-font-family") or style.get("font-family") or ""
    if family:
        marks -= {Mark.HEITI, Mark.KAITI}
        if _HEITI.search(family):
            marks.add(Mark.HEITI)
        elif _KAITI.search(family):
            marks.add(Mark.KAITI)
    level = style.get("mso-outline-level", "")
    spaces = style.get("white-space", "").lower()
    return look._replace(
        marks=frozenset(marks),
        family=_first(family) or look.family,
        size=style.get("font-size", look.size).lower(),
        color=style.get("color", look.color).lower(),
        align=_ALIGN.get(style.get("text-align", "").lower(), look.align),
        level=min(int(level), 4) if level.isascii() and level.isdigit() else look.level,
        breaks=spaces.startswith("pre") if spaces else look.breaks,
    )


def with_mark(look: Look, mark: Mark) -> Look:
    """Return *look* with *mark*, which drives out its opposite."""
    rivals = {Mark.SUPERSCRIPT, Mark.SUBSCRIPT} if mark in (Mark.SUPERSCRIPT, Mark.SUBSCRIPT) else set()
    return look._replace(marks=look.marks - rivals | {mark})


def tenths(text: str | None) -> int:
    """Return a length, by default in pixels, in tenths of a millimetre; a share is one of a page's 156 mm.

    0 if it is none.
    """
    found = _LENGTH.match(text or "")
    return round(float(found[1]) * _TENTHS[found[2].lower()]) if found else 0


def _take_font(marks: set[Mark], style: Style) -> None:
    weight = style.get("font-weight", "").lower()
    if weight:
        _set(marks, Mark.BOLD, weight in _BOLD)
    slant = style.get("font-style", "").lower()
    if slant:
        _set(marks, Mark.ITALIC, slant in ("italic", "oblique"))
    place = style.get("vertical-align", "").lower()
    if place in ("super", "sub"):
        marks -= {Mark.SUPERSCRIPT, Mark.SUBSCRIPT}
        marks.add(Mark.SUPERSCRIPT if place == "super" else Mark.SUBSCRIPT)
    highlight = style.get("mso-highlight", "").lower()
    if highlight:
        _set(marks, Mark.HIGHLIGHT, highlight not in ("none", "transparent", "auto"))


def _take_lines(marks: set[Mark], style: Style) -> None:
    lines = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}".lower()
    if "underline" in lines:
        marks.add(Mark.UNDERLINE)
    if "line-through" in lines:
        marks.add(Mark.STRIKE)
    if "none" in lines:
        marks -= {Mark.UNDERLINE, Mark.STRIKE}
    for name in _EMPHASIS & style.keys():
        _set(marks, Mark.EMPHASIS, style[name].lower() not in ("", "none"))


def _set(marks: set[Mark], mark: Mark, wanted: bool) -> None:
    if wanted:
        marks.add(mark)
    else:
        marks.discard(mark)


def _first(family: str) -> str:
    return family.partition(",")[0].strip(" \"'").lower()

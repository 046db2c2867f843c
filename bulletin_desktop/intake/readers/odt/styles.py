"""Styles of an OpenDocument file: what they say of a paragraph, of characters, and of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from lxml.etree import _Element as Element

from bulletin_desktop.intake.readers.odt.names import FO, OFFICE, STYLE, TEXT
from bulletin_desktop.intake.readers.word_draft import Format, Shape
from bulletin_desktop.values import dataclass

OUTLINE = "\0outline"
"""The name under which the numbers of headings are kept."""
_DEEPEST = 20  # styles that are based on others
_CODED = re.compile("_([0-9a-f]{1,6})_")
_POINTS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)pt")
_WIDTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(cm|mm|in|pt|\*)")
_TWIPS = {"cm": 1440 / 2.54, "mm": 1440 / 25.4, "in": 1440.0, "pt": 20.0, "*": 0.1}
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_ALIGN = {"center": "center", "end": "right", "right": "right"}

Properties = dict[str, str]


@dataclass(slots=True)
class _Style:
    name: str
    parent: str
    paragraph: Properties
    text: Properties
    page: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how its number is written. *form* is empty for none."""

    form: str = ""
    before: str = ""
    after: str = ""
    bullet: str = ""
    start: int = 1
    shown: int = 1  # levels whose numbers are written


@dataclass(slots=True)
class Styles:
    """All styles of a file."""

    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)
    _fonts: Properties = field(default_factory=dict)
    _lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    _widths: dict[str, int] = field(default_factory=dict)
    _masters: list[Element] = field(default_factory=list)
    _known: dict[tuple[str, str], tuple[Properties, Properties]] = field(default_factory=dict)

    def take(self, root: Element) -> None:
        """Take the styles of a part."""
        for face in root.iter(f"{STYLE}font-face"):
            family = face.get("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family", "")
            self._fonts[face.get(f"{STYLE}name", "")] = family.strip("'\" ")
        for style in root.iter(f"{STYLE}style"):
            family = style.get(f"{STYLE}family", "")
            if family in ("paragraph", "text"):
                self._styles[family, style.get(f"{STYLE}name", "")] = _style(style)
        for listed in root.iter(f"{TEXT}list-style"):
            self._lists[listed.get(f"{STYLE}name", "")] = dict(_levels(listed))
        for outline in root.iter(f"{TEXT}outline-style"):
            self._lists[OUTLINE] = dict(_levels(outline))
        for column in root.iter(f"{STYLE}table-column-properties"):
            self._take_column(column)
        self._masters += list(root.iter(f"{STYLE}master-page"))[:20]

    def _take_column(self, properties: Element) -> None:
        said = properties.get(f"{STYLE}column-width") or properties.get(f"{STYLE}rel-column-width") or ""
        found, parent = _WIDTH.match(said), properties.getparent()
        if found is not None and parent is not None:
            self._widths[parent.get(f"{STYLE}name", "")] = round(float(found[1]) * _TWIPS[found[2]])

    def width(self, name: str) -> int:
        """Return how wide a column of the style *name* is, in twips or as a share; 0 if it does not say."""
        return self._widths.get(name, 0)

    def headers(self) -> Iterator[Element]:
        """Yield the headers and footers of pages."""
        for master in self._masters:
            for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first"):
                yield from master.iterchildren(f"{STYLE}{name}")

    def shape(self, name: str) -> Shape:
        """Return how a paragraph of the style *name* looks."""
        paragraph, _ = self._said("paragraph", name)
        style = self._styles.get(("paragraph", name))
        level = int(paragraph.get("level", "0"))
        page = paragraph.get(f"{FO}break-before") == "page" or bool(style and style.page)
        return Shape(
            _ALIGN.get(paragraph.get(f"{FO}text-align", ""), ""), level, self._shown(name), page=page
        )

    def format(self, name: str, base: Format | None = None) -> Format:
        """Return how characters look: of the paragraph style *name*, or of a style of theirs over *base*."""
        _, said = self._said("text" if base is not None else "paragraph", name)
        return _format(base or Format(), said, self._fonts)

    def level(self, name: str, depth: int) -> Level:
        """Return how the list style *name* writes numbers *depth* lists deep."""
        return self._lists.get(name, {}).get(depth, Level())

    def list_of(self, name: str) -> str:
        """Return the list style that a paragraph style names, empty for none."""
        paragraph, _ = self._said("paragraph", name)
        return paragraph.get("list", "")

    def _shown(self, name: str) -> str:
        """The name of the style that a person chose: automatic ones are based on it."""
        for _ in range(_DEEPEST):
            style = self._styles.get(("paragraph", name))
            if style is None or style.name:
                return style.name if style is not None else _plain(name)
            name = style.parent
        return ""

    def _said(self, family: str, name: str) -> tuple[Properties, Properties]:
        known = self._known.get((family, name))
        if known is None:
            chain: list[_Style] = []
            at = name
            while (style := self._styles.get((family, at))) is not None and len(chain) < _DEEPEST:
                chain.append(style)
                at = style.parent
            paragraph: Properties = {}
            text: Properties = {}
            for style in reversed(chain):
                paragraph |= style.paragraph
                text |= style.text
            known = self._known[family, name] = paragraph, text
        return known


def _style(element: Element) -> _Style:
    paragraph: Properties = {}
    text: Properties = {}
    for child in element:
        if child.tag == f"{STYLE}paragraph-properties":
            paragraph = {str(key): str(value) for key, value in child.attrib.items()}
        elif child.tag == f"{STYLE}text-properties":
            text = {str(key): str(value) for key, value in child.attrib.items()}
    level = element.get(f"{STYLE}default-outline-level", "")
    if level.isascii() and level.isdigit():
        paragraph["level"] = level[:1]
    if element.get(f"{STYLE}list-style-name") is not None:
        paragraph["list"] = element.get(f"{STYLE}list-style-name", "")
    parent = element.getparent()
    automatic = parent is not None and parent.tag == f"{OFFICE}automatic-styles"
    name = element.get(f"{STYLE}display-name") or _plain(element.get(f"{STYLE}name", ""))
    page = bool(element.get(f"{STYLE}master-page-name"))
    return _Style(
        "" if automatic else name, element.get(f"{STYLE}parent-style-name", ""), paragraph, text, page
    )


def _plain(name: str) -> str:
    """A style's name with the characters that XML names cannot have."""
    return _CODED.sub(lambda found: chr(min(int(found[1], 16), 0xFFFF)), name)


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for child in element:
        said = child.get(f"{TEXT}level", "")
        if not (said.isascii() and said.isdigit() and len(said) < 3):
            continue
        if child.tag == f"{TEXT}list-level-style-bullet":
            yield int(said), Level(bullet=child.get(f"{TEXT}bullet-char", "•")[:2])
        elif child.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            yield (
                int(said),
                Level(
                    child.get(f"{STYLE}num-format", "")[:60],
                    child.get(f"{STYLE}num-prefix", "")[:10],
                    child.get(f"{STYLE}num-suffix", "")[:10],
                    "",
                    _number(child.get(f"{TEXT}start-value"), 1),
                    _number(child.get(f"{TEXT}display-levels"), 1),
                ),
            )


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else otherwise


def _format(base: Format, said: Properties, fonts: Properties) -> Format:
    changes: dict[str, object] = {}
    weight = said.get(f"{STYLE}font-weight-asian") or said.get(f"{FO}font-weight")
    if weight:
        changes["bold"] = weight in _BOLD
    slant = said.get(f"{STYLE}font-style-asian") or said.get(f"{FO}font-style")
    if slant:
        changes["italic"] = slant in ("italic", "oblique")
    for name, key in (("underline", "text-underline-style"), ("strike", "text-line-through-style")):
        if line := said.get(f"{STYLE}{key}"):
            changes[name] = line != "none"
    if place := said.get(f"{STYLE}text-position"):
        changes["place"] = _place(place)
    if marks := said.get(f"{STYLE}text-emphasize"):
        changes["emphasis"] = not marks.startswith("none")
    if colour := said.get(f"{FO}background-color"):
        changes["highlight"] = colour != "transparent"
    size = _POINTS.fullmatch(said.get(f"{STYLE}font-size-asian") or said.get(f"{FO}font-size") or "")
    if size:
        changes["size"] = round(2 * float(size[1]))
    if font := said.get(f"{STYLE}font-name-asian") or said.get(f"{STYLE}font-family-asian"):
        changes["face"] = fonts.get(font) or font.strip("'\" ")
    if said.get(f"{TEXT}display") == "none":
        changes["hidden"] = True
    return base._replace(**changes)  # type: ignore[arg-type]


def _place(said: str) -> str:
    first = said.split(maxsplit=1)[0] if said.split() else ""
    if first == "super" or (first.endswith("%") and not first.startswith(("-", "0"))):
        return "superscript"
    return "subscript" if first == "sub" or first.startswith("-") else ""

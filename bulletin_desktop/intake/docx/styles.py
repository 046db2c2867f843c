"""What styles say: every property of a paragraph or of characters resolved through what it is based on.

ECMA-376 part 1, 17.7: a document's defaults, then the paragraph's style, then the characters' style, then
what stands at the place itself; properties that toggle (17.7.3) add up to their opposite across styles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from lxml.etree import _Element as Element

from bulletin_desktop.document.model import NO_MARKS, CellAlign, Mark
from bulletin_desktop.intake.docx import style_names, symbols
from bulletin_desktop.intake.docx.names import VAL, A, W
from bulletin_desktop.intake.source import Style
from bulletin_desktop.values import dataclass

_DEEPEST = 40  # styles based on each other; Word's own limit is 10 or so
_OFF = frozenset(("0", "false", "off", "none"))
_TOGGLES = frozenset(("b", "i", "strike", "vanish"))
_SIMPLE = {
    f"{W}{name}": name
    for name in (
        "b",
        "i",
        "u",
        "strike",
        "dstrike",
        "em",
        "vertAlign",
        "highlight",
        "vanish",
        "sz",
        "specVanish",
        "rStyle",
    )
}
_FONTS = f"{W}rFonts"
_ALIGNS = {
    "center": CellAlign.CENTER,
    "right": CellAlign.RIGHT,
    "end": CellAlign.RIGHT,
}
_KEPT_OF_PARAGRAPH = {f"{W}{name}": name for name in ("jc", "outlineLvl", "pageBreakBefore")}

_LIST = f"{W}numPr"

Properties = dict[str, str]
Named = Mapping[str, Element]


class Format(NamedTuple):
    """How characters look, as far as it is kept."""

    marks: frozenset[Mark] = NO_MARKS
    size: float = 0.0  # points
    face: str = ""  # the East Asian font
    signs: str = ""  # the font of signs they are in, if they are
    hidden: bool = False


class Numbered(NamedTuple):
    """A list that a paragraph or style belongs to; *level* -1 where it does not say."""

    number: str
    level: int


@dataclass(slots=True)
class _Style:
    name: str
    parent: str
    paragraph: Properties
    characters: Properties
    numbered: Numbered | None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says, all that it is based on included."""

    kind: Style
    level: int  # of a heading by its name or outline level; 0 is text
    paragraph: Properties
    characters: Properties
    numbered: Numbered | None
    numbered_by: tuple[str, ...]  # the style and those it is based on, up to the one with the list


def on(value: str) -> bool:
    """Tell whether a property that is there is on."""
    return value not in _OFF


def properties(element: Element | None) -> Properties:
    """Return what a w:rPr says of characters, as far as it is kept."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        name = _SIMPLE.get(child.tag)
        if name is not None:
            found[name] = child.get(VAL, "1")
        elif child.tag == _FONTS:
            for attribute, key in (("eastAsia", "face"), ("ascii", "latin"), ("hAnsi", "ansi")):
                if theme := child.get(f"{W}{attribute}Theme"):
                    found[key] = f"+{theme}"
                elif font := child.get(f"{W}{attribute}"):
                    found[key] = font
    return found


def named(element: Element | None) -> Named:
    """Return the elements in a w:pPr by their tags."""
    return {child.tag: child for child in element} if element is not None else {}


def paragraph_properties(own: Named) -> Properties:
    """Return what a w:pPr says of the paragraph, as far as it is kept."""
    return {name: own[tag].get(VAL, "1") for tag, name in _KEPT_OF_PARAGRAPH.items() if tag in own}


def numbered(own: Named) -> Numbered | None:
    """Return the list that a w:pPr says; its number is "" where only a level is said."""
    found = own.get(_LIST)
    if found is None:
        return None
    number, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    said = level.get(VAL, "") if level is not None else ""
    return Numbered(
        number.get(VAL, "") if number is not None else "",
        min(int(said[:4]), 8) if said.isascii() and said.isdigit() else -1,
    )


@dataclass(slots=True)
class Styles:
    """All styles of a document. *root* is None where it has no such part, *theme* its theme's root."""

    root: Element | None = None
    theme: Element | None = None
    _styles: dict[str, _Style] = field(default_factory=dict)
    _defaults: Properties = field(default_factory=dict)
    _default_paragraph: str = ""
    _paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    _characters: dict[str, Properties] = field(default_factory=dict)
    _formats: dict[tuple[str, str, tuple[tuple[str, str], ...]], Format] = field(default_factory=dict)
    _themed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.theme is not None:
            self._themed = _theme_fonts(self.theme)
        if self.root is None:
            return
        self._defaults = properties(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in self.root.iterchildren(f"{W}style"):
            key = element.get(f"{W}styleId", "")
            name, parent = element.find(f"{W}name"), element.find(f"{W}basedOn")
            own = named(element.find(f"{W}pPr"))
            self._styles[key] = _Style(
                name.get(VAL, "") if name is not None else "",
                parent.get(VAL, "") if parent is not None else "",
                paragraph_properties(own),
                properties(element.find(f"{W}rPr")),
                numbered(own),
            )
            is_default = on(element.get(f"{W}default", "0")) and element.get(f"{W}type") == "paragraph"
            if is_default:
                self._default_paragraph = key

    def list_of(self, style: str) -> str:
        """Return the number of the list that a numbering style has, "" for none."""
        found = self._styles.get(style)
        return found.numbered.number if found and found.numbered else ""

    def paragraph(self, style: str) -> ParagraphStyle:
        """Return what *style* ("" or unknown: the default one) says of a paragraph."""
        if style not in self._styles:
            style = self._default_paragraph
        known = self._paragraphs.get(style)
        if known is None:
            known = self._paragraphs[style] = self._resolved(style)
        return known

    def format(self, style: ParagraphStyle, key: str, characters: str, direct: Properties) -> Format:
        """Return how characters look: *key* names *style*, *characters* is their own style."""
        cached = (key, characters, tuple(direct.items()))
        known = self._formats.get(cached)
        if known is None:
            known = self._formats[cached] = self._format(style, characters, direct)
        return known

    def _chain(self, style: str) -> list[tuple[str, _Style]]:
        """Return the style and what it is based on, the nearest first; circles end."""
        chain: list[tuple[str, _Style]] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(chain) < _DEEPEST:
            seen.add(style)
            chain.append((style, self._styles[style]))
            style = self._styles[style].parent
        return chain

    def _resolved(self, style: str) -> ParagraphStyle:
        chain = self._chain(style)
        paragraph: Properties = {}
        characters: Properties = {}
        for _, each in reversed(chain):
            paragraph |= each.paragraph
            characters |= each.characters
        kinds = (style_names.kind(each.name) for _, each in chain)
        kind, level = next((found for found in kinds if found[0] is not Style.NONE), (Style.NONE, 0))
        list_, by = None, []
        for key, each in chain:
            by.append(key)
            if each.numbered is not None and each.numbered.number:
                list_ = each.numbered
                break
        return ParagraphStyle(kind, level, paragraph, characters, list_, tuple(by))

    def _of_characters(self, style: str) -> Properties:
        known = self._characters.get(style)
        if known is None:
            known = {}
            for _, each in reversed(self._chain(style)):
                known |= each.characters
            if style_names.is_link(self._styles[style].name if style in self._styles else ""):
                known["u"] = "none"  # that of a link says nothing
            self._characters[style] = known
        return known

    def _format(self, style: ParagraphStyle, characters: str, direct: Properties) -> Format:
        own = self._of_characters(characters) if characters else {}
        found = self._defaults | style.characters | own | direct
        for name in _TOGGLES:
            if name in style.characters and name in own and name not in direct:
                found[name] = "1" if on(style.characters[name]) != on(own[name]) else "0"
        latin = self._font(found.get("latin", "") or found.get("ansi", ""))
        return Format(
            _marks(found, face := self._font(found.get("face", ""))),
            _points(found.get("sz", "")),
            face,
            latin if symbols.is_of_signs(latin) else "",
            on(found.get("vanish", "0")),
        )

    def _font(self, font: str) -> str:
        return self._themed.get(font[1:], "") if font.startswith("+") else font


def align(properties: Properties) -> CellAlign:
    """Return how a paragraph's lines are set."""
    return _ALIGNS.get(properties.get("jc", ""), CellAlign.LEFT)


def outline(properties: Properties) -> int:
    """Return the outline level, 1 the highest; 0 is text, -1 that nothing is said."""
    said = properties.get("outlineLvl", "")
    if not (said.isascii() and said.isdigit()):
        return -1
    return int(said) + 1 if len(said) == 1 and said != "9" else 0


def _points(half: str) -> float:
    whole = half.partition(".")[0]
    return min(int(whole[:5]), 3276) / 2 if whole.isascii() and whole.isdigit() else 0.0


def _marks(found: Properties, face: str) -> frozenset[Mark]:
    marks = set()
    for names, mark in (
        (("b",), Mark.BOLD),
        (("i",), Mark.ITALIC),
        (("u",), Mark.UNDERLINE),
        (("strike", "dstrike"), Mark.STRIKE),
        (("em",), Mark.EMPHASIS),
        (("highlight",), Mark.HIGHLIGHT),
    ):
        if any(on(found.get(name, "0")) for name in names):
            marks.add(mark)
    raised = found.get("vertAlign", "")
    if raised in ("superscript", "subscript"):
        marks.add(Mark(raised))
    if (of_face := style_names.face(face)) is not None:
        marks.add(of_face)
    return frozenset(marks)


def _theme_fonts(theme: Element) -> dict[str, str]:
    """Return the fonts of a theme by the names that w:rFonts gives them."""
    found: dict[str, str] = {}
    for which in ("major", "minor"):
        fonts = next(theme.iter(f"{A}{which}Font"), None)
        if fonts is None:
            continue
        asian, latin = fonts.find(f"{A}ea"), fonts.find(f"{A}latin")
        chinese = next(
            (each for each in fonts.iterchildren(f"{A}font") if each.get("script") == "Hans"), None
        )
        said = asian.get("typeface", "") if asian is not None else ""
        found[f"{which}EastAsia"] = said or (chinese.get("typeface", "") if chinese is not None else "")
        for name in ("Ascii", "HAnsi"):
            found[f"{which}{name}"] = latin.get("typeface", "") if latin is not None else ""
    return found

"""The text of an OpenDocument file, followed element by element into a draft."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import field

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx.package import Damaged, Package
from bulletin_desktop.intake.readers.odt import tables
from bulletin_desktop.intake.readers.odt.lists import Numbers
from bulletin_desktop.intake.readers.odt.names import DC, DRAW, OFFICE, SVG, TABLE, TEXT, XLINK
from bulletin_desktop.intake.readers.odt.styles import Styles
from bulletin_desktop.intake.readers.word_draft import Draft, Format, Shape, Story, too_much
from bulletin_desktop.values import dataclass

_DEEPEST = 100
_MOST_PICTURE = 48 * 1024 * 1024
_WHITE = re.compile("[ \t\r\n]+")
_LENGTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,6})?)(cm|mm|in|pt|px)")
_TENTHS = {"cm": 100.0, "mm": 10.0, "in": 254.0, "pt": 254 / 72, "px": 254 / 96}
_UNSEEN = frozenset((
    f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
    f"{OFFICE}forms", f"{TEXT}table-of-content-source", f"{TEXT}alphabetical-index-source",
    f"{TEXT}hidden-text", f"{TEXT}ruby-text", f"{OFFICE}annotation-end", f"{DC}creator", f"{DC}date",
    f"{TEXT}note-citation", f"{DRAW}glue-point", f"{SVG}title", f"{SVG}desc", f"{TEXT}dde-connection-decls",
))  # fmt: skip


@dataclass(slots=True)
class Body:
    """One reading."""

    draft: Draft
    package: Package
    styles: Styles
    story: Story = field(init=False)
    _numbers: Numbers = field(init=False)
    _deleted: dict[str, Element] = field(default_factory=dict)
    _inserted: set[str] = field(default_factory=set)
    _open: set[str] = field(default_factory=set)  # insertions that are open
    _space: bool = True  # whether white space that follows is none
    _depth: int = 0

    def __post_init__(self) -> None:
        self.story = self.draft.story()
        self._numbers = Numbers(self.styles)

    def read(self, text: Element) -> None:
        """Read the text of the document."""
        for region in text.iter(f"{TEXT}changed-region"):
            key = region.get(f"{TEXT}id", "")
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                self._deleted[key] = deletion
            elif region.find(f"{TEXT}insertion") is not None:
                self._inserted.add(key)
        self._blocks(text)

    def read_header(self, header: Element) -> None:
        """Read a page's header or footer."""
        self.draft.headers.append(self._inside(header))

    def _inside(self, element: Element) -> Story:
        """Return what stands in an element, as a story of its own."""
        before, self.story = self.story, self.draft.story()
        space, self._space = self._space, True
        self._blocks(element)
        found, self.story, self._space = self.story, before, space
        return found

    def _blocks(self, parent: Element, style: str = "", depth: int = 0) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise too_much(self.draft.name)
        for element in parent:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(element)
            elif element.tag == f"{TEXT}list":
                self._list(element, style, depth + 1)
            elif element.tag == f"{TABLE}table":
                widths = [self.styles.width(name) for name in tables.columns(element)]
                self.story.table(tables.read(element, self._inside, self.draft.name), widths)
            elif element.tag in (f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"):
                self._change(element, Format())
            elif element.tag == f"{DRAW}frame":
                self._frame(element)
            elif self._is_shown(element):
                self._blocks(element, style, depth)
        self._depth -= 1

    def _list(self, element: Element, style: str, depth: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not goes_on:
            self._numbers.restart(style, depth)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            said = item.get(f"{TEXT}start-value", "")
            start = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else None
            labelled = item.tag == f"{TEXT}list-header"
            for child in item:
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    own = style or self.styles.list_of(child.get(f"{TEXT}style-name", ""))
                    label = "" if labelled else self._numbers.next(own, depth, start)
                    self._paragraph(child, label)
                    labelled = True
                elif child.tag == f"{TEXT}list":
                    self._depth += 1
                    if self._depth > _DEEPEST:
                        raise too_much(self.draft.name)
                    self._list(child, style, depth + 1)
                    self._depth -= 1

    def _paragraph(self, element: Element, label: str = "") -> None:
        name = element.get(f"{TEXT}style-name", "")
        shape = self.styles.shape(name)
        if element.tag == f"{TEXT}h":
            said = element.get(f"{TEXT}outline-level", "1")
            level = int(said[:1]) if said.isascii() and said.isdigit() else 1
            shape = shape._replace(level=level)
            label = label or self._numbers.heading(level)
        self._space = True
        self._inline(element, self.styles.format(name))
        self.story.end_paragraph(Shape(shape.align, shape.level, shape.style, label, shape.page))

    def _inline(self, parent: Element, format_: Format) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise too_much(self.draft.name)
        self._text(parent.text, format_)
        for element in parent:
            if isinstance(element.tag, str):
                self._element(element, format_)
            self._text(element.tail, format_)
        self._depth -= 1

    def _element(self, element: Element, format_: Format) -> None:
        match element.tag.rpartition("}")[2]:
            case "span":
                self._inline(element, self.styles.format(element.get(f"{TEXT}style-name", ""), format_))
            case "s":
                said = element.get(f"{TEXT}c", "1")
                count = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 1
                self._add(" " * count, format_)
            case "tab":
                self._add("\t", format_)
            case "line-break":
                self.story.line_break()
                self._space = True
            case "note":
                body = element.find(f"{TEXT}note-body")
                story = self._inside(body) if body is not None else self.draft.story()
                self.story.note(story, element.get(f"{TEXT}note-class") == "endnote")
            case "annotation":
                author, at = element.findtext(f"{DC}creator", ""), element.findtext(f"{DC}date", "")
                self.story.comment(self._inside(element), author, at)
            case "change-start" | "change-end" | "change":
                self._change(element, format_)
            case "frame":
                self._frame(element)
            case "custom-shape" | "rect" | "ellipse" | "line" | "g" | "polygon" | "path":
                self.story.box(self._inside(element))
            case _:
                if self._is_shown(element):
                    self._inline(element, format_)

    @staticmethod
    def _is_shown(element: Element) -> bool:
        return (
            isinstance(element.tag, str)
            and element.tag not in _UNSEEN
            and element.get(f"{TEXT}display") != "none"
        )

    def _text(self, text: str | None, format_: Format) -> None:
        """Add text as it stands in the file: all white space is one space."""
        if not text:
            return
        shown = _WHITE.sub(" ", text)
        if self._space:
            shown = shown.lstrip(" ")
        if shown:
            self._add(shown, format_)
            self._space = shown.endswith(" ")

    def _add(self, text: str, format_: Format) -> None:
        self._space = False
        self.story.text(text, format_._replace(fate="inserted") if self._open else format_)

    def _change(self, element: Element, format_: Format) -> None:
        key = element.get(f"{TEXT}change-id", "")
        if element.tag == f"{TEXT}change-end":
            self._open.discard(key)
        elif element.tag == f"{TEXT}change-start" and key in self._inserted:
            self._open.add(key)
        elif key in self._deleted:
            words = "".join(str(text) for text in self._deleted[key].itertext())
            self.story.text(_WHITE.sub(" ", words) or " ", format_._replace(fate="deleted"))

    def _frame(self, frame: Element) -> None:
        width, height = _tenths(frame.get(f"{SVG}width")), _tenths(frame.get(f"{SVG}height"))
        for child in frame:
            if child.tag == f"{DRAW}text-box":
                self.story.box(self._inside(child))
                return
            if child.tag == f"{DRAW}image":
                content, address = self._picture(child)
                self.story.picture(content, width, height, address)
                return

    def _picture(self, image: Element) -> tuple[bytes, str]:
        data = image.findtext(f"{OFFICE}binary-data")
        address = image.get(f"{XLINK}href", "")
        if data:
            try:
                return base64.b64decode(data), ""
            except (binascii.Error, ValueError):
                return b"", ""
        try:
            return self.package.read(address.removeprefix("./"), _MOST_PICTURE), ""
        except Damaged:
            return b"", address


def _tenths(said: str | None) -> int:
    found = _LENGTH.fullmatch(said or "")
    return min(20_000, round(float(found[1]) * _TENTHS[found[2]])) if found else 0

"""Walks through parsed HTML and gathers paragraphs, tables and pictures in order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bulletin_desktop.document.model import Mark
from bulletin_desktop.intake.html import grid, labels, pictures, styles
from bulletin_desktop.intake.html.source import Source
from bulletin_desktop.intake.html.styles import Look, Style
from bulletin_desktop.intake.pasted import MOST_CHARACTERS, MOST_PARAGRAPHS, FoundPicture, TooLong
from bulletin_desktop.values import dataclass

_UNSEEN = frozenset((
    "head", "script", "style", "title", "meta", "link", "base", "noscript", "template", "select",
    "textarea", "datalist", "xml", "input", "button", "progress", "meter",
))  # fmt: skip
_EMBEDDED = frozenset(
    ("iframe", "frame", "object", "embed", "applet", "video", "audio", "canvas", "svg", "math", "map")
)
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
    "pre", "section", "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption",
    "address", "form", "fieldset", "legend", "center", "hr", "details", "summary", "caption", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "menu", "dir",
))  # fmt: skip
_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "mark": Mark.HIGHLIGHT,
}
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
_WORD_HEADING = re.compile(r"msoheading([1-9])|heading\s?([1-9])|标题\s?([1-9])", re.IGNORECASE)
_TELLING = ("class", "style", "align", "face", "color", "hidden")
_MOST_CLASSES = 8
_LISTS = ("ul", "ol", "menu", "dir")
_START, _END = "StartFragment", "EndFragment"

Attributes = dict[str, str | None]


class Run(NamedTuple):
    """A stretch of text as it stands in the source."""

    text: str
    look: Look


@dataclass(slots=True)
class RawParagraph:
    """Runs between two breaks; *label* is the number or bullet of a list."""

    runs: list[Run]
    label: str = ""
    closed: bool = True  # a block ends behind it


@dataclass(slots=True)
class RawTable:
    """A table's element, looked at when all is gathered, and how text looks around it."""

    node: LexborNode
    look: Look


@dataclass(slots=True)
class Kind:
    """All elements of one name, class and style; *looks* is how text looks inside by how it looks outside."""

    style: Style
    left_out: str  # what it is counted as; "" if it is taken in
    block: bool
    label: bool  # of a list
    looks: dict[Look, Look] = field(default_factory=dict)


Raw = RawParagraph | RawTable | FoundPicture


@dataclass(slots=True)
class Walk:
    """One reading. After `run` it has *parts*, *open_start*, *open_end* and the *counts* of what was left."""

    source: Source
    image: bool
    in_cell: bool = False
    local: bool = True  # pictures in the system's temporary folder may be taken: it is a clipboard's HTML
    most_paragraphs: int = MOST_PARAGRAPHS
    most_characters: int = MOST_CHARACTERS
    rules: dict[str, Style] = field(default_factory=dict)
    parts: list[Raw] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    open_start: bool | None = None
    _runs: list[Run] = field(default_factory=list)
    _label: str = ""
    _pictures: list[FoundPicture] = field(default_factory=list)
    _length: int = 0
    _entered: bool = False  # a block since the beginning
    _lists: list[labels.List] = field(default_factory=list)
    _kinds: dict[tuple[str, ...], Kind] = field(default_factory=dict)
    _stopped: bool = False

    @property
    def open_end(self) -> bool:
        """Whether no block ended behind the last text."""
        last = self.parts[-1] if self.parts else None
        return isinstance(last, RawParagraph) and not last.closed

    def run(self) -> None:
        """Gather what the whole source shows."""
        self.rules = styles.rules(self.source.css)
        body = LexborHTMLParser(self.source.markup).body
        if body is not None:
            self.walk(body, Look())

    def walk(self, root: LexborNode, look: Look) -> None:
        """Gather what is inside *root*, without recursion: HTML from outside may be deep."""
        node, looks = root.child, [look]
        while node is not None and not self._stopped:
            inside = self._enter(node, looks[-1])
            child = node.child if inside is not None else None
            if inside is not None and child is not None:
                looks.append(inside)
                node = child
                continue
            if inside is not None:
                self._leave(node)
            while node.next is None:
                node = node.parent
                if node is None or node.mem_id == root.mem_id:
                    self._flush(closed=False)
                    return
                looks.pop()
                self._leave(node)
            node = node.next
        self._flush(closed=False)

    def _enter(self, node: LexborNode, look: Look) -> Look | None:
        """Take *node* itself; return how text inside it looks, or None if nothing more is to be looked at."""
        if node.is_text_node:
            self._text(node.text_content or "", look)
        elif node.is_comment_node:
            self._comment(node.comment_content or "")
        else:
            return self._element(node, node.tag or "", look)
        return None

    def _element(self, node: LexborNode, tag: str, look: Look) -> Look | None:
        if tag in _UNSEEN or tag in _EMBEDDED:
            self.counts["embedded"] += tag in _EMBEDDED
            return None
        attributes = node.attributes
        kind = self._kind(tag, attributes)
        if kind.left_out:
            self.counts[kind.left_out] += 1
            return None
        if kind.block and not self._begin_block(node, tag, attributes, look):
            return None
        if kind.label:
            self._label = labels.shown(node.text(), look.family)
            return None
        if tag == "br":
            self._flush(closed=False)
        elif tag == "img":
            self._picture(attributes, kind.style)
        inside = self._look(kind, look, tag, attributes)
        if inside.link and not look.link:
            self.counts["links"] += (attributes.get("href") or "").lower().startswith(("http", "mailto:"))
        return inside

    def style(self, tag: str, attributes: Attributes) -> Style:
        """Return what rules and the element itself say."""
        return self._kind(tag, attributes).style

    def look_of(self, node: LexborNode, look: Look) -> Look:
        """Return how text looks inside *node*."""
        tag, attributes = node.tag or "", node.attributes
        return self._look(self._kind(tag, attributes), look, tag, attributes)

    def _kind(self, tag: str, attributes: Attributes) -> Kind:
        key = (tag, *(f"{name}\0{attributes[name]}" for name in _TELLING if name in attributes))
        key = (*key, "link") if "href" in attributes else key
        known = self._kinds.get(key)
        if known is None:
            classes = (attributes.get("class") or "").lower()
            style = self._style(tag, classes, attributes.get("style") or "")
            label = "ignore" in style.get("mso-list", "").lower()
            left_out = _left_out(tag, classes, attributes, style)
            known = self._kinds[key] = Kind(style, left_out, tag in _BLOCKS, label)
        return known

    def _style(self, tag: str, classes: str, said: str) -> Style:
        style = dict(self.rules.get(tag, {}))
        for name in classes.split()[:_MOST_CLASSES]:
            style |= self.rules.get(f".{name}", {}) | self.rules.get(f"{tag}.{name}", {})
        return style | styles.parse(said)

    def _look(self, kind: Kind, look: Look, tag: str, attributes: Attributes) -> Look:
        known = kind.looks.get(look)
        if known is None:
            classes = (attributes.get("class") or "").lower()
            known = kind.looks[look] = _derived(look, tag, classes, attributes, kind.style)
        return known

    def for_cell(self) -> Walk:
        """Return a walk for one cell of a table, which counts into the same."""
        return Walk(
            self.source,
            image=False,
            in_cell=True,
            local=self.local,
            most_paragraphs=self.most_paragraphs,
            most_characters=self.most_characters,
            rules=self.rules,
            counts=self.counts,
            _kinds=self._kinds,
        )

    def _text(self, text: str, look: Look) -> None:
        if look.breaks and "\n" in text:
            first, *others = text.split("\n")
            self._add(first, look)
            for line in others:
                self._flush(closed=False)
                self._add(line, look)
        else:
            self._add(text, look)

    def _add(self, text: str, look: Look) -> None:
        if text.strip():
            self._began()
        self._length += len(text)
        if self._length > self.most_characters or len(self.parts) > self.most_paragraphs:
            raise TooLong
        self._runs.append(Run(text, look))

    def _began(self) -> None:
        if self.open_start is None:
            self.open_start = not self._entered

    def _comment(self, words: str) -> None:
        if self.in_cell:
            return
        if words.strip() == _START:
            self._runs, self._pictures, self.parts = [], [], []
            self.open_start, self._entered = None, False
        elif words.strip() == _END:
            self._flush(closed=False)
            self._stopped = True

    def _begin_block(self, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
        """End what came before; tell whether what is inside is to be walked through."""
        self._flush(closed=True)
        self._entered = True
        if tag in _LISTS:
            self._lists.append(labels.List.of(tag, attributes))
        elif tag == "li":
            self._label = self._lists[-1].next(attributes) if self._lists else labels.BULLET
        elif tag == "table" and not self.in_cell and not grid.is_frame(node):
            self._began()
            self.parts.append(RawTable(node, look))
            return False
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._flush(closed=True)
            if tag in _LISTS and self._lists:
                self._lists.pop()

    def _picture(self, attributes: Attributes, style: Style) -> None:
        found = pictures.found(attributes, style, self.source.data, self.image, self.local)
        if isinstance(found, FoundPicture):
            self._began()
            begun = any(run.text.strip() for run in self._runs)
            (self._pictures if begun else self.parts).append(found)
        elif found:
            self.counts[found] += 1

    def _flush(self, closed: bool) -> None:
        """End the paragraph; pictures inside it stand below it."""
        if any(run.text.strip() for run in self._runs):
            self.parts.append(RawParagraph(self._runs, self._label, closed))
            self._label = ""
        elif closed and not self._pictures and self.parts and isinstance(self.parts[-1], RawParagraph):
            self.parts[-1].closed = True
        self._runs = []
        self.parts += self._pictures
        self._pictures = []


def _derived(look: Look, tag: str, classes: str, attributes: Attributes, style: Style) -> Look:
    """How text looks inside an element."""
    look = _of_tag(look, tag, attributes)
    if tag in _BLOCKS:
        look = _of_block(look, tag, classes, attributes)
    if not style:
        return look
    styled = styles.with_style(look, style)
    if styled.link and Mark.UNDERLINE not in look.marks:  # every link is underlined
        styled = styled._replace(marks=styled.marks - {Mark.UNDERLINE})
    return styled


def _of_tag(look: Look, tag: str, attributes: Attributes) -> Look:
    if tag in _MARKS and not (look.link and tag == "u"):
        return styles.with_mark(look, _MARKS[tag])
    if tag == "font":
        said = {"font-family": attributes.get("face") or "", "color": attributes.get("color") or look.color}
        return styles.with_style(look, said)
    if tag == "a" and "href" in attributes:
        return look._replace(link=True)
    return look


def _of_block(look: Look, tag: str, classes: str, attributes: Attributes) -> Look:
    named = _WORD_HEADING.search(classes)
    if tag in _LEVELS:
        look = look._replace(level=_LEVELS[tag])
    elif named:
        look = look._replace(level=min(int(next(filter(None, named.groups()))), 4))
    if tag in ("figcaption", "caption") or "msocaption" in classes:
        look = look._replace(role="caption")
    elif tag == "blockquote" or "msoquote" in classes:
        look = look._replace(role="quote")
    said = {"text-align": attributes.get("align") or ("center" if tag == "center" else "")}
    if tag == "pre":
        said["white-space"] = "pre"
    return styles.with_style(look, said)


def _left_out(tag: str, classes: str, attributes: Attributes, style: Style) -> str:
    """What an element that is not taken in counts as."""
    if tag == "del" or "msodel" in classes:
        return "deletions"
    if style.get("mso-element", "").lower() == "comment-list":
        return "repeated"  # each has its sign in the text
    if styles.is_comment(style) or "msocommentreference" in classes:
        return "comments"
    return "hidden" if "hidden" in attributes or styles.hides(style) else ""

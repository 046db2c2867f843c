"""The blocks of a story (the text, a cell, a text box, a note) in order, as lines, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import NamedTuple

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx import chunks, runs, styles, tables, tracked
from bulletin_desktop.intake.docx.alternatives import chosen
from bulletin_desktop.intake.docx.fields import Fields
from bulletin_desktop.intake.docx.job import Job
from bulletin_desktop.intake.docx.names import MC, VAL, M, W
from bulletin_desktop.intake.docx.paragraph import Paragraph, stood
from bulletin_desktop.intake.docx.styles import Numbered, ParagraphStyle
from bulletin_desktop.intake.source import Item, Look, Style, Told
from bulletin_desktop.values import dataclass

_PROPERTIES, _STYLE, _MARK = f"{W}pPr", f"{W}pStyle", f"{W}rPr"
_SECTION, _FRAME = f"{W}sectPr", f"{W}framePr"
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_CONTENTS = "table of contents"


class State(NamedTuple):
    """What holds for all blocks inside a wrapper."""

    deleted: bool = False
    contents: bool = False
    depth: int = 0

    @property
    def deeper(self) -> State:
        """The state one level further in."""
        return self._replace(depth=self.depth + 1)


class _Kind(NamedTuple):
    """What is said of a paragraph."""

    style: ParagraphStyle
    direct: styles.Properties
    numbered: Numbered | None
    contents: bool


@dataclass(slots=True)
class Body:
    """One story being read. *part* is the name of the part that it stands in."""

    job: Job
    part: str
    fields: Fields
    unclosed: frozenset[Element] = frozenset()
    in_note: bool = False
    items: list[Item] = field(default_factory=list)
    page_due: bool = False
    paragraph: Paragraph = field(default_factory=Paragraph)
    hidden: bool = False  # the last run was
    _held: _Kind | None = None  # of the open paragraph whose end was deleted

    def story(self) -> Body:
        """Return a story inside this one, with fields of its own."""
        return Body(self.job, self.part, Fields(self.unclosed), self.unclosed, self.in_note)

    def cell(self) -> Body:
        """Return a cell's story: fields reach over cells."""
        return Body(self.job, self.part, self.fields, self.unclosed, self.in_note)

    def read(self, container: Element, state: State = State()) -> list[Item]:  # noqa: B008 - it is frozen
        """Read all blocks of *container* and return what they are."""
        self.walk(container, state)
        self.close()
        return self.items

    def walk(self, container: Element, state: State) -> None:
        """Read the blocks of *container*; a paragraph whose end was deleted stays open."""
        self.job.check_depth(state.depth)
        for child in container:
            act = _BLOCKS.get(child.tag)
            if act is not None:
                act(self, child, state)

    def close(self) -> None:
        """End a paragraph that nothing continues."""
        held, self._held = self._held, None
        if held is not None and not self.paragraph.is_empty:
            self._finish(held)
        self.paragraph = Paragraph()

    def extend(self, items: list[Item]) -> None:
        """Add blocks that are read already."""
        self.close()
        self.items += items

    def read_paragraph(self, element: Element, state: State) -> None:
        """Read a w:p."""
        own = styles.named(next((child for child in element if child.tag == _PROPERTIES), None))
        key = own[_STYLE].get(VAL, "") if _STYLE in own else ""
        style = self.job.styles.paragraph(key)
        kind = _Kind(style, styles.paragraph_properties(own), styles.numbered(own), state.contents)
        if styles.on((style.paragraph | kind.direct).get("pageBreakBefore", "0")):
            self.page_due = True
        contents = kind.contents or self.fields.in_contents
        context = runs.Context(style, key, state.deleted, False, state.depth)
        runs.read(self, element, context)
        kind = kind._replace(contents=contents or self.fields.in_contents)
        if state.deleted or tracked.mark_is_dropped(own) or self._is_joined(own, context):
            self._held = kind
        else:
            self._finish(kind)
        if _SECTION in own:
            self._end_section(own[_SECTION])

    def _is_joined(self, own: styles.Named, context: runs.Context) -> bool:
        """Tell whether a paragraph runs on into the next: its end is hidden, or it is a dropped capital."""
        if _FRAME in own and own[_FRAME].get(f"{W}dropCap", "none") in ("drop", "margin"):
            return True
        mark = own.get(_MARK)
        hides = mark is not None and mark.find(f"{W}vanish") is not None
        return hides and runs.look(self, mark, context).hidden

    def _finish(self, kind: _Kind) -> None:
        paragraph, self.paragraph, self._held = self.paragraph, Paragraph(), None
        label = self.job.numbering.label(kind.numbered, kind.style)
        if label is not None:
            self.job.tally.add(Told.NUMBERS)
        found = stood(paragraph, self._look(kind), label, self.page_due)
        self.page_due = found.page_due
        for _ in found.items:
            self.job.spend_line()
        self.items += found.items

    def _look(self, kind: _Kind) -> Look:
        properties = kind.style.paragraph | kind.direct
        style, level = kind.style.kind, styles.outline(properties)
        if kind.contents:
            style = Style.CONTENTS
        if level < 0:
            level = kind.style.level
        if style is Style.CONTENTS:
            level = 0
        return Look(style, level, styles.align(properties))

    def _end_section(self, section: Element) -> None:
        kind = section.find(f"{W}type")
        if kind is None or kind.get(VAL) not in ("continuous", "nextColumn"):
            self.page_due = True


def _paragraph(body: Body, element: Element, state: State) -> None:
    body.read_paragraph(element, state)


def _table(body: Body, element: Element, state: State) -> None:
    body.close()
    if not state.deleted:
        body.extend(tables.read(body, element, state.deeper))


def _control(body: Body, element: Element, state: State) -> None:
    gallery = element.find(_GALLERY)
    contents = gallery is not None and gallery.get(VAL, "").lower().startswith(_CONTENTS)
    content = element.find(f"{W}sdtContent")
    if content is not None:
        body.walk(content, state.deeper._replace(contents=state.contents or contents))


def _inside(body: Body, element: Element, state: State) -> None:
    body.walk(element, state.deeper)


def _dropped(body: Body, element: Element, state: State) -> None:
    body.walk(element, state.deeper._replace(deleted=True))


def _alternatives(body: Body, element: Element, state: State) -> None:
    branch = chosen(element)
    if branch is not None:
        body.walk(branch, state.deeper)


def _equation(body: Body, element: Element, state: State) -> None:
    """An equation that stands between paragraphs is one."""
    style = body.job.styles.paragraph("")
    runs.equation(body, element, runs.Context(style, "", state.deleted, False, state.depth))
    body._finish(_Kind(style, {}, None, False))


def _range_begins(body: Body, element: Element, _state: State) -> None:
    body.job.comments.begin(element.get(f"{W}id", ""))


def _range_ends(body: Body, element: Element, _state: State) -> None:
    body.job.comments.end(element.get(f"{W}id", ""))


def _chunk(body: Body, element: Element, state: State) -> None:
    if not state.deleted:
        body.extend(chunks.read(body.job, body.part, element))


_BLOCKS: dict[str, Callable[[Body, Element, State], None]] = {
    f"{W}p": _paragraph,
    f"{W}tbl": _table,
    f"{W}sdt": _control,
    f"{W}customXml": _inside,
    f"{W}smartTag": _inside,
    f"{W}ins": _inside,
    f"{W}moveTo": _inside,
    f"{W}del": _dropped,
    f"{W}moveFrom": _dropped,
    f"{MC}AlternateContent": _alternatives,
    f"{M}oMathPara": _equation,
    f"{M}oMath": _equation,
    f"{W}commentRangeStart": _range_begins,
    f"{W}commentRangeEnd": _range_ends,
    f"{W}altChunk": _chunk,
}

"""Pictures, text boxes, charts and what else is drawn, in both of Word's languages: DrawingML and VML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

from bulletin_desktop.document.model import Span
from bulletin_desktop.intake.docx.alternatives import chosen
from bulletin_desktop.intake.docx.names import CHART, DIAGRAM, MC, PIC, WP, A, O, R, V, W
from bulletin_desktop.intake.docx.package import Damaged
from bulletin_desktop.intake.docx.paragraph import tidy
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.source import Item, Line, Told

if TYPE_CHECKING:
    from bulletin_desktop.intake.docx.body import Body

_EMU = 3600  # to a tenth of a millimetre
_LARGEST = 20_000  # tenths of a millimetre: more is no size of a page
_MOST_WORDS = 200  # lines of a chart or diagram
_LENGTH = re.compile(r"(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px|)", re.IGNORECASE)
_TENTHS = {"pt": 254 / 72, "in": 254.0, "cm": 100.0, "mm": 10.0, "px": 254 / 96, "": 254 / 96}


def read(body: Body, element: Element, depth: int) -> None:
    """Read a w:drawing, w:pict or w:object and put what it shows where it is anchored."""
    hidden = element.find(f"*/{WP}docPr[@hidden]")
    if hidden is not None and hidden.get("hidden") in ("1", "true"):
        body.job.tally.add(Told.HIDDEN)
        return
    inline = element.find(f"{WP}anchor") is None
    any_ = False
    for found in _shown(element):
        any_ = True
        body.paragraph.put(_READERS[found.tag](body, found, depth), ahead=inline)
    body.job.tally.add(Told.DRAWINGS, not any_)


def _shown(element: Element) -> Iterator[Element]:
    """Yield what can be read of a drawing, in order, each once."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in _READERS:
            yield node
        elif node.tag == f"{MC}AlternateContent":
            branch = chosen(node)
            stack += [branch] if branch is not None else []
        elif node.tag != f"{V}shapetype":
            stack += reversed(node)


def _picture(body: Body, element: Element, _depth: int) -> list[Item]:
    """A pic:pic."""
    blip = element.find(f"{PIC}blipFill/{A}blip")
    size = element.find(f"{PIC}spPr/{A}xfrm/{A}ext")
    if blip is None:
        body.job.tally.add(Told.PICTURES)
        return []
    width, height = _size(_extent(element), size)
    return _taken(body, blip.get(f"{R}embed") or blip.get(f"{R}link"), width, height)


def _extent(picture: Element) -> Element | None:
    """The size of a drawing that is one picture; that of several is their frame's."""
    for above in picture.iterancestors():
        if above.tag in (f"{WP}inline", f"{WP}anchor"):
            return (
                above.find(f"{WP}extent")
                if above.find(f"{A}graphic/{A}graphicData/{PIC}pic") is picture
                else None
            )
        if above.tag == f"{W}drawing":
            break
    return None


def _size(*extents: Element | None) -> tuple[int, int]:
    for extent in extents:
        if extent is not None:
            width, height = (_emu(extent.get(name)) for name in ("cx", "cy"))
            if width and height:
                return width, height
    return 0, 0


def _emu(said: str | None) -> int:
    text = said or ""
    size = int(text[:12]) // _EMU if text.isascii() and text.isdigit() else 0
    return size if size <= _LARGEST else 0


def _image(body: Body, element: Element, _depth: int) -> list[Item]:
    """A v:imagedata; its shape says how large it is."""
    shape = element.getparent()
    style = shape.get("style", "") if shape is not None else ""
    said = {
        name.lower(): round(float(number) * _TENTHS[unit.lower()])
        for name, number, unit in _LENGTH.findall(style)
    }
    key = (
        element.get(f"{R}id")
        or element.get(f"{R}pict")
        or element.get(f"{R}href")
        or element.get(f"{O}relid")
    )
    width, height = said.get("width", 0), said.get("height", 0)
    return _taken(body, key, *((width, height) if max(width, height) <= _LARGEST else (0, 0)))


def _taken(body: Body, key: str | None, width: int, height: int) -> list[Item]:
    relation = body.job.relation(body.part, key)
    if relation is not None and relation.outside:
        body.job.tally.add(Told.WEB_PICTURES)
        return []
    content = body.job.media.picture(relation.target) if relation is not None else None
    if content is None or body.in_note:
        body.job.tally.add(Told.PICTURES)
        return []
    return [FoundPicture(content, width, height)]


def _box(body: Body, element: Element, depth: int) -> list[Item]:
    """The text of a box."""
    from bulletin_desktop.intake.docx.body import State

    items = body.story().read(element, State(depth=depth + 1))
    if any(not isinstance(item, Line) or item.text.strip() for item in items):
        body.job.tally.add(Told.TEXT_BOXES)
        return _trimmed(items)
    return []


def _trimmed(items: list[Item]) -> list[Item]:
    """Without empty lines at the ends: they are the box's margins."""
    full = [nth for nth, item in enumerate(items) if not isinstance(item, Line) or item.text.strip()]
    return items[full[0] : full[-1] + 1]


def _word_art(body: Body, element: Element, _depth: int) -> list[Item]:
    text = tidy(element.get("string", "")).strip()
    body.job.tally.add(Told.TEXT_BOXES, bool(text))
    return [Line((Span(text),))] if text else []


def _chart(body: Body, element: Element, _depth: int) -> list[Item]:
    body.job.tally.add(Told.DRAWINGS)
    return _words(body, element.get(f"{R}id"), (f"{A}p", f"{CHART}v"))


def _diagram(body: Body, element: Element, _depth: int) -> list[Item]:
    body.job.tally.add(Told.DRAWINGS)
    return _words(body, element.get(f"{R}dm"), (f"{A}p",))


def _words(body: Body, key: str | None, tags: tuple[str, ...]) -> list[Item]:
    """The words of a chart or diagram, a line each, every one once; numbers of a chart are no words."""
    relation = body.job.relation(body.part, key)
    if relation is None or relation.outside:
        return []
    try:
        root = body.job.package.xml(relation.target)
    except Damaged:
        return []
    found: dict[str, None] = {}
    for each in root.iter(*tags):
        if (
            each.tag == f"{CHART}v"
            and next(each.iterancestors(f"{CHART}numCache", f"{CHART}numLit"), None) is not None
        ):
            continue
        text = (
            tidy("".join(part.text or "" for part in each.iter(f"{A}t")))
            if each.tag == f"{A}p"
            else tidy(each.text or "")
        )
        if text.strip() and len(found) < _MOST_WORDS:
            found[text.strip()] = None
    for text in found:
        body.job.spend(len(text))
    return [Line((Span(text),)) for text in found]


def _object(body: Body, _element: Element, _depth: int) -> list[Item]:
    body.job.tally.add(Told.OBJECTS)
    return []


_READERS: dict[str, Callable[[Body, Element, int], list[Item]]] = {
    f"{PIC}pic": _picture,
    f"{V}imagedata": _image,
    f"{W}txbxContent": _box,
    f"{V}textpath": _word_art,
    f"{CHART}chart": _chart,
    f"{DIAGRAM}relIds": _diagram,
    f"{O}OLEObject": _object,
    f"{W}control": _object,
}

"""What stands in a paragraph: runs of text with their marks, and what is anchored among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import _Element as Element

from bulletin_desktop.document.model import Mark
from bulletin_desktop.intake.docx import drawings, equations, fields, styles, symbols
from bulletin_desktop.intake.docx.alternatives import chosen
from bulletin_desktop.intake.docx.names import MC, M, W
from bulletin_desktop.intake.docx.paragraph import tidy
from bulletin_desktop.intake.docx.styles import Format, ParagraphStyle
from bulletin_desktop.intake.source import Told

if TYPE_CHECKING:
    from bulletin_desktop.intake.docx.body import Body

_PROPERTIES, _TEXT = f"{W}rPr", f"{W}t"


class Context(NamedTuple):
    """What holds at a place of a paragraph. *key* names *style*."""

    style: ParagraphStyle
    key: str
    deleted: bool
    link: bool
    depth: int

    @property
    def deeper(self) -> Context:
        """The same one level further in."""
        return self._replace(depth=self.depth + 1)


class _At(NamedTuple):
    """Where a piece of a run stands."""

    body: Body
    format: Format
    context: Context

    @property
    def shown(self) -> bool:
        """Whether what stands here is seen."""
        return not self.context.deleted and not self.format.hidden and self.body.fields.shown


def read(body: Body, container: Element, context: Context) -> None:
    """Read what stands in a paragraph, or in a part of one."""
    body.job.check_depth(context.depth)
    for child in container:
        act = _INLINE.get(child.tag)
        if act is not None:
            act(body, child, context)


def look(body: Body, properties: Element | None, context: Context) -> Format:
    """Return how text with these w:rPr looks."""
    direct = styles.properties(properties)
    style = direct.pop("rStyle", "")
    return body.job.styles.format(context.style, context.key, style, direct)


def add(at: _At, text: str) -> None:
    """Add text as it is shown."""
    body, format_ = at.body, at.format
    if not text or not at.shown:
        return
    if format_.signs or symbols.has_private(text):
        text, count = symbols.shown(text, format_.signs)
        body.job.tally.add(Told.SYMBOLS, count)
    text = tidy(text)
    if Mark.UNDERLINE in format_.marks and (at.context.link or body.fields.in_link):
        format_ = format_._replace(marks=format_.marks - {Mark.UNDERLINE})
    body.job.spend(len(text))
    body.job.comments.pass_text(text)
    body.fields.note_text()
    body.paragraph.add(text, format_)


def equation(body: Body, element: Element, context: Context) -> None:
    """Read an m:oMath or m:oMathPara."""
    at = _At(body, Format(), context)
    if not at.shown:
        return
    several = list(element.iterchildren(f"{M}oMath")) if element.tag == f"{M}oMathPara" else [element]
    for nth, each in enumerate(several):
        spans = equations.spans(each)
        if not spans:
            continue
        body.job.tally.add(Told.EQUATIONS)
        if nth:
            body.paragraph.break_line()
        for span in spans:
            add(_At(body, Format(span.marks), context), span.text)


def _run(body: Body, element: Element, context: Context) -> None:
    if len(element) == 0:
        return
    body.job.spend_steps(1 + len(element))
    first = element[0]
    properties = first if first.tag == _PROPERTIES else None
    format_ = look(body, properties, context)
    if format_.hidden and not body.hidden and not context.deleted:
        body.job.tally.add(Told.HIDDEN, any(child.tag == _TEXT and child.text for child in element))
    body.hidden = format_.hidden
    _pieces(_At(body, format_, context), element)


def _pieces(at: _At, element: Element) -> None:
    custom: int | None = None  # the note whose mark is written here
    for child in element:
        if child.tag == _TEXT:
            if custom is not None:
                at.body.job.notes.name(custom, child.text or "")
            elif child.text:
                add(at, child.text)
        elif child.tag in _NOTES:
            custom = _note(at, child)
        elif (act := _PIECES.get(child.tag)) is not None:
            act(at, child)


def _note(at: _At, element: Element) -> int | None:
    """Take the reference to a note; return its place if its own mark is still to come."""
    if not at.shown or at.body.in_note:
        return None
    custom = styles.on(element.get(f"{W}customMarkFollows", "0"))
    place = at.body.job.notes.refer(_NOTES[element.tag], element.get(f"{W}id", ""), custom)
    if place is None:
        return None
    at.body.job.tally.add(Told.NOTES)
    at.body.paragraph.note(place)
    return place if custom else None


def _tab(at: _At, _element: Element) -> None:
    add(at, "\t")


def _hyphen(at: _At, _element: Element) -> None:
    add(at, "-")


def _break(at: _At, element: Element) -> None:
    if at.shown:
        kind = element.get(f"{W}type")
        at.body.paragraph.break_line(page=kind in ("page", "column"))


def _sign(at: _At, element: Element) -> None:
    code = element.get(f"{W}char", "")
    try:
        number = int(code[:8], 16)
        character = chr(number) if number >= 0x20 and not 0xD800 <= number <= 0xDFFF else ""
    except (ValueError, OverflowError):
        return
    add(at._replace(format=at.format._replace(signs="")), _shown_sign(at, character, element))


def _shown_sign(at: _At, character: str, element: Element) -> str:
    text, count = symbols.shown(character, element.get(f"{W}font", ""))
    if at.shown:
        at.body.job.tally.add(Told.SYMBOLS, count)
    return text


def _ruby(at: _At, element: Element) -> None:
    """Characters with their reading above: the characters."""
    base = element.find(f"{W}rubyBase")
    if base is not None:
        read(at.body, base, at.context.deeper)


def _field_mark(at: _At, element: Element) -> None:
    ended = at.body.fields.mark(element)
    if ended is None or not at.shown:
        return
    at.body.job.tally.add(Told.EQUATIONS if ended.equation and ended.shown else Told.FORMULAS, ended.told)
    add(at, ended.shown)


def _field_code(at: _At, element: Element) -> None:
    at.body.fields.code(element.text or "")


def _drawing(at: _At, element: Element) -> None:
    if at.shown:
        drawings.read(at.body, element, at.context.depth + 1)


def _alternative_piece(at: _At, element: Element) -> None:
    branch = chosen(element)
    if branch is not None:
        at.body.job.check_depth(at.context.depth)
        _pieces(at._replace(context=at.context.deeper), branch)


def _link(body: Body, element: Element, context: Context) -> None:
    read(body, element, context.deeper._replace(link=True))


def _inside(body: Body, element: Element, context: Context) -> None:
    read(body, element, context.deeper)


def _dropped(body: Body, element: Element, context: Context) -> None:
    read(body, element, context.deeper._replace(deleted=True))


def _control(body: Body, element: Element, context: Context) -> None:
    content = element.find(f"{W}sdtContent")
    if content is not None:
        read(body, content, context.deeper)


def _simple_field(body: Body, element: Element, context: Context) -> None:
    kind = fields.kind_of(element.get(f"{W}instr", ""))
    if not context.deleted and body.fields.shown:
        body.job.tally.add(Told.FORMULAS, fields.is_told(kind))
    read(body, element, context.deeper._replace(link=context.link or kind == "HYPERLINK"))


def _alternatives(body: Body, element: Element, context: Context) -> None:
    branch = chosen(element)
    if branch is not None:
        read(body, branch, context.deeper)


def _range_begins(body: Body, element: Element, _context: Context) -> None:
    body.job.comments.begin(element.get(f"{W}id", ""))


def _range_ends(body: Body, element: Element, _context: Context) -> None:
    body.job.comments.end(element.get(f"{W}id", ""))


def _document(body: Body, _element: Element, context: Context) -> None:
    body.job.tally.add(Told.ATTACHMENTS, not context.deleted)


_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_PIECES: dict[str, Callable[[_At, Element], None]] = {
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}sym": _sign,
    f"{W}ruby": _ruby,
    f"{W}fldChar": _field_mark,
    f"{W}instrText": _field_code,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    f"{MC}AlternateContent": _alternative_piece,
}
_INLINE: dict[str, Callable[[Body, Element, Context], None]] = {
    f"{W}r": _run,
    f"{W}hyperlink": _link,
    f"{W}ins": _inside,
    f"{W}moveTo": _inside,
    f"{W}smartTag": _inside,
    f"{W}customXml": _inside,
    f"{W}dir": _inside,
    f"{W}bdo": _inside,
    f"{W}del": _dropped,
    f"{W}moveFrom": _dropped,
    f"{W}sdt": _control,
    f"{W}fldSimple": _simple_field,
    f"{MC}AlternateContent": _alternatives,
    f"{M}oMath": equation,
    f"{M}oMathPara": equation,
    f"{W}commentRangeStart": _range_begins,
    f"{W}commentRangeEnd": _range_ends,
    f"{W}subDoc": _document,
}

"""Recognitions as JSON values, and read again: nothing that this version does not know passes.

Lines stand by themselves, since a correction changes a few of thousands. Pictures are named by their SHA-256;
their bytes are kept by whoever gives `Put` and `Get`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bulletin_desktop.document import codec
from bulletin_desktop.document.json_fields import Fields, text_item, whole_item
from bulletin_desktop.document.model import CellAlign, Mark, Table
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import (
    Change,
    Doubt,
    Facts,
    Fate,
    Kept,
    Label,
    Marked,
    ReadLine,
    Recognition,
    Sender,
    Why,
)
from bulletin_desktop.intake.source import PLAIN, Comment, Look, Style, Told

Json = dict[str, Any]
Put = Callable[[bytes], str]
"""Keeps bytes and returns their SHA-256."""
Get = Callable[[str], bytes]

_FACTS = ("publication", "unit", "number", "running_number", "date", "contributor", "author", "phone")
_SENDER = ("contributor", "author", "phone")
_COMMENT = ("text", "author", "at", "about")


def head(recognition: Recognition) -> Json:
    """Return everything of a recognition but its lines."""
    return {
        "source": recognition.source,
        "origin": recognition.origin,
        **_filled(
            {
                "facts": _texts(recognition.facts, _FACTS),
                "told": {told.value: count for told, count in recognition.told},
                "comments": [_texts(each, _COMMENT) for each in recognition.comments],
                "fates": [{"line": number, "fate": fate.value} for number, fate in recognition.fates],
                "senders": [
                    {"line": number, **_texts(sender, _SENDER)} for number, sender in recognition.senders
                ],
            }
        ),
    }


def line(one: ReadLine, put: Put) -> Json:
    """Return one line; the bytes of a picture go to *put*."""
    return {
        "number": one.number,
        "original": one.original,
        "label": one.label.value,
        "confidence": one.confidence,
        **({} if one.text == one.original else {"text": one.text}),
        **_filled(
            {
                "changes": [_change(each) for each in one.changes],
                "starts": one.starts,
                "joins": one.joins,
                "why": str(one.why),
                "doubt": str(one.doubt),
                "look": _look(one.look),
                "marks": [
                    {"start": each.start, "end": each.end, "marks": sorted(each.marks)} for each in one.marks
                ],
                "kept": [{"start": each.start, "end": each.end, "rule": each.rule} for each in one.kept],
                "decided": one.decided,
            }
        ),
        **_content(one.content, put),
    }


def read(fields: Fields, lines: tuple[ReadLine, ...]) -> Recognition:
    """Return the recognition of a head, with its lines. Raises `IllegalDocument`."""
    recognition = Recognition(
        fields.take("source", str),
        lines,
        fields.take("origin", str),
        _read_facts(fields.get("facts", {}), fields.place),
        tuple(_read_told(fields.get("told", {}), fields.place)),
        fields.each("comments", _read_comment),
        fields.each("fates", _read_fate),
        fields.each("senders", _read_sender),
    )
    fields.done()
    return recognition


def read_line(fields: Fields, get: Get) -> ReadLine:
    """Return one line; the bytes of a picture come from *get*. Raises `IllegalDocument`."""
    original = fields.take("original", str)
    one = ReadLine(
        fields.take("number", int),
        original,
        fields.get("text", original),
        fields.each("changes", _read_change),
        fields.name("label", Label),
        fields.get("starts", False),
        fields.get("joins", False),
        fields.made(Why, fields.get("why", "")),
        fields.made(Doubt, fields.get("doubt", "")),
        fields.take("confidence", float),
        _read_look(fields),
        fields.each("marks", _read_marked),
        _read_content(fields, get),
        fields.each("kept", _read_kept),
        fields.get("decided", False),
    )
    fields.done()
    return one


def _filled(value: Json) -> Json:
    """Leave out what says no more than the default."""
    return {key: item for key, item in value.items() if item}


def _texts(value: object, names: tuple[str, ...]) -> Json:
    return _filled({name: getattr(value, name) for name in names})


# Lines


def _change(change: Change) -> Json:
    value: Json = {"start": change.start, "end": change.end, "after": change.after, "rule": str(change.rule)}
    if change.under:
        value["under"] = [_change(each) for each in change.under]
    return value


def _read_change(value: object, place: str) -> Change:
    fields = Fields(value, place)
    change = Change(
        fields.take("start", int),
        fields.take("end", int),
        fields.take("after", str),
        fields.take("rule", str),
        fields.each("under", _read_change),
    )
    fields.done()
    return change


def _look(look: Look) -> Json:
    if look is PLAIN:
        return {}
    value: Json = {"style": look.style.value, "size": look.size, "face": look.face}
    value |= {"level": look.level, "numbered": look.numbered, "bold": look.bold, "new_page": look.new_page}
    if look.align is not CellAlign.LEFT:
        value["align"] = look.align.value
    return _filled(value)


def _read_look(line: Fields) -> Look:
    if "look" not in line:
        return PLAIN
    fields = Fields(line.take("look", dict), line.place)
    look = Look(
        fields.made(Style, fields.get("style", "")),
        fields.get("level", 0),
        fields.made(CellAlign, fields.get("align", CellAlign.LEFT.value)),
        fields.get("size", 0.0),
        fields.get("bold", False),
        fields.get("face", ""),
        fields.get("numbered", 0),
        fields.get("new_page", False),
    )
    fields.done()
    return look


def _read_marked(value: object, place: str) -> Marked:
    fields = Fields(value, place)
    names = fields.each("marks", text_item)
    marked = Marked(
        fields.take("start", int),
        fields.take("end", int),
        frozenset(fields.made(Mark, name) for name in names),
    )
    fields.done()
    return marked


def _read_kept(value: object, place: str) -> Kept:
    fields = Fields(value, place)
    kept = Kept(fields.take("start", int), fields.take("end", int), fields.take("rule", str))
    fields.done()
    return kept


def _content(content: Table | FoundPicture | None, put: Put) -> Json:
    match content:
        case None:
            return {}
        case Table():
            return {"table": codec.block_value(content)}
    value: Json = {"width": content.width, "height": content.height, "caption": content.caption}
    if isinstance(content.content, bytes):
        value["sha256"] = put(content.content)
    elif content.content is not None:
        value["path"] = str(content.content)
    return {"picture": value}


def _read_content(line: Fields, get: Get) -> Table | FoundPicture | None:
    if "table" in line:
        block = codec.read_block(line.take("table", dict), line.place)
        if not isinstance(block, Table):
            raise IllegalDocument(line.place, "is no table")
        return block
    if "picture" not in line:
        return None
    fields = Fields(line.take("picture", dict), line.place)
    content: bytes | Path | None = None
    if "sha256" in fields:
        content = get(fields.take("sha256", str))
    elif "path" in fields:
        content = Path(fields.take("path", str))
    picture = FoundPicture(
        content, fields.take("width", int), fields.take("height", int), fields.take("caption", str)
    )
    fields.done()
    return picture


# What is not lines


def _read_facts(value: object, place: str) -> Facts:
    fields = Fields(value, place)
    facts = Facts(
        fields.get("publication", ""),
        fields.get("unit", ""),
        fields.get("number", 0),
        fields.get("running_number", 0),
        fields.get("date", ""),
        fields.get("contributor", ""),
        fields.get("author", ""),
        fields.get("phone", ""),
    )
    fields.done()
    return facts


def _read_told(value: object, place: str) -> Iterator[tuple[Told, int]]:
    fields = Fields(value, place)
    for name in tuple(fields.rest()):
        yield fields.made(Told, name), whole_item(fields.take(name, int), place)


def _read_comment(value: object, place: str) -> Comment:
    fields = Fields(value, place)
    comment = Comment(*(fields.get(name, "") for name in _COMMENT))
    fields.done()
    return comment


def _read_fate(value: object, place: str) -> tuple[int, Fate]:
    fields = Fields(value, place)
    fate = fields.take("line", int), fields.name("fate", Fate)
    fields.done()
    return fate


def _read_sender(value: object, place: str) -> tuple[int, Sender]:
    fields = Fields(value, place)
    sender = fields.take("line", int), Sender(*(fields.get(name, "") for name in _SENDER))
    fields.done()
    return sender

"""Equations as one line of text: Office's own (OMML), and those of EQ fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from bulletin_desktop.document.model import Mark, Span
from bulletin_desktop.document.text import normalise
from bulletin_desktop.intake.characters import has_han
from bulletin_desktop.intake.docx.names import M, W

_DEEPEST = 30
_VAL = f"{M}val"
_RAISED, _LOWERED = frozenset((Mark.SUPERSCRIPT,)), frozenset((Mark.SUBSCRIPT,))
_SIMPLE = re.compile(r"[\w.′]*")
_DROPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))

Spans = tuple[Span, ...]


def spans(element: Element, depth: int = 0) -> Spans:
    """Return what an equation, or what stands in one, shows on one line."""
    return normalise(_in(element, depth))


def _text(parts: Spans) -> str:
    return "".join(part.text for part in parts)


def _in(element: Element, depth: int) -> Iterator[Span]:
    if depth > _DEEPEST:
        yield from (Span(text) for text in map(str, element.itertext()) if text.strip())
        return
    for child in element:
        if child.tag in _DROPPED or not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(M)
        if child.tag in (f"{M}t", f"{W}t"):
            if child.text:
                yield Span(" ".join(child.text.split("\n")))
        elif name in _WRITERS:
            yield from _WRITERS[name](child, depth + 1)
        elif not name.endswith("Pr"):
            yield from _in(child, depth + 1)


def _part(element: Element, name: str, depth: int) -> Spans:
    found = element.find(f"{M}{name}")
    return spans(found, depth) if found is not None else ()


def _grouped(parts: Spans) -> Spans:
    """In brackets unless it is one word or number."""
    return parts if _SIMPLE.fullmatch(_text(parts)) else (Span("("), *parts, Span(")"))


def _said(element: Element, properties: str, name: str, otherwise: str) -> str:
    found = element.find(f"{M}{properties}/{M}{name}")
    return found.get(_VAL, "") if found is not None else otherwise


def _fraction(element: Element, depth: int) -> Iterator[Span]:
    yield from _grouped(_part(element, "num", depth))
    yield Span("/")
    yield from _grouped(_part(element, "den", depth))


def _marked(parts: Spans, marks: frozenset[Mark]) -> Iterator[Span]:
    """Raised or lowered; what is so already stays on one height with it."""
    return (Span(part.text, marks) for part in parts)


def _scripts(element: Element, depth: int) -> Iterator[Span]:
    """Bases with what stands low and high behind them, or before them (sPre)."""
    base = _part(element, "e", depth)
    scripts = (
        *_marked(_part(element, "sub", depth), _LOWERED),
        *_marked(_part(element, "sup", depth), _RAISED),
    )
    yield from (*scripts, *base) if element.tag == f"{M}sPre" else (*base, *scripts)


def _root(element: Element, depth: int) -> Iterator[Span]:
    yield from _marked(_part(element, "deg", depth), _RAISED)
    yield Span("√")
    yield from _grouped(_part(element, "e", depth))


def _nary(element: Element, depth: int) -> Iterator[Span]:
    yield Span(_said(element, "naryPr", "chr", "∫") or "∫")
    yield from _scripts_only(element, depth)
    yield from _part(element, "e", depth)


def _scripts_only(element: Element, depth: int) -> Iterator[Span]:
    yield from _marked(_part(element, "sub", depth), _LOWERED)
    yield from _marked(_part(element, "sup", depth), _RAISED)


def _delimited(element: Element, depth: int) -> Iterator[Span]:
    between = _said(element, "dPr", "sepChr", "|")
    yield Span(_said(element, "dPr", "begChr", "("))
    for nth, each in enumerate(element.iterchildren(f"{M}e")):
        if nth:
            yield Span(between)
        yield from spans(each, depth)
    yield Span(_said(element, "dPr", "endChr", ")"))


def _matrix(element: Element, depth: int) -> Iterator[Span]:
    for nth, row in enumerate(element.iterchildren(f"{M}mr", f"{M}e")):
        if nth:
            yield Span("; ")
        cells = [row] if row.tag == f"{M}e" else list(row.iterchildren(f"{M}e"))
        for place, cell in enumerate(cells):
            if place:
                yield Span(", ")
            yield from spans(cell, depth)


def _limit(element: Element, depth: int) -> Iterator[Span]:
    yield from _part(element, "e", depth)
    marks = _LOWERED if element.tag == f"{M}limLow" else _RAISED
    yield from _marked(_part(element, "lim", depth), marks)


def _function(element: Element, depth: int) -> Iterator[Span]:
    yield from _part(element, "fName", depth)
    inside = _part(element, "e", depth)
    if inside and not _text(inside).startswith("("):
        yield Span(" ")
    yield from inside


def _accent(element: Element, depth: int) -> Iterator[Span]:
    yield from _part(element, "e", depth)
    yield Span(_said(element, "accPr", "chr", "\u0302"))


_WRITERS = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _scripts,
    "rad": _root,
    "nary": _nary,
    "d": _delimited,
    "m": _matrix,
    "eqArr": _matrix,
    "limLow": _limit,
    "limUpp": _limit,
    "func": _function,
    "acc": _accent,
}

_CIRCLES = "○〇◯"
_PIECE = re.compile(r"\\([a-z]+)|([(),;，；])|\\?(.)", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(
    r"\\\*\s*\S+(?:\s*\"[^\"]*\")?|\\\*?\s*(?:jc|hps|font|vertical)\d*\s*(?:\"[^\"]*\")?", re.IGNORECASE
)


def of_field(code: str) -> str:
    """Return what an EQ field shows: 带圈字符 as ①, 拼音指南 as its characters, fractions as a/b."""
    body = _SWITCH.sub("", re.sub(r"^\s*EQ\b", "", code, flags=re.IGNORECASE))
    text, _ = _evaluated(body.strip(), 0, 0)
    return " ".join(text.split())


def _evaluated(code: str, place: int, depth: int) -> tuple[str, int]:
    """Return the text from *place* up to a comma or bracket that closes, and where that stands."""
    text = ""
    while place < len(code):
        found = _PIECE.match(code, place)
        if found is None or (found[2] and found[2] != "(" and depth):
            break
        place = found.end()
        if not found[1]:
            text += found[2] or found[3]
            continue
        name = found[1].lower()
        while option := re.compile(r"\s*\\([a-z]{2}\d*)\s*[^\\(,;]?\d*\s*(?=[\\(])", re.IGNORECASE).match(
            code, place
        ):
            place = option.end()
        opening = re.compile(r"[^\\(]{0,8}\(").match(code, place)
        if opening is None or depth > _DEEPEST:
            continue
        parts, place = _arguments(code, opening.end(), depth + 1)
        text += _combined(name, parts)
    return text, place


def _arguments(code: str, place: int, depth: int) -> tuple[list[str], int]:
    parts = []
    while True:
        part, place = _evaluated(code, place, depth)
        parts.append(part.strip())
        if place >= len(code) or code[place] == ")":
            return parts, place + 1
        place += 1


def _combined(name: str, parts: list[str]) -> str:
    if name == "f" and len(parts) > 1:
        return f"{parts[0]}/{parts[1]}"
    if name == "r":
        return f"{parts[0] if len(parts) > 1 else ''}√{parts[-1]}"
    if name == "o":
        return _over(parts)
    if name == "b":
        return f"({parts[0]})"
    return " ".join(filter(None, parts)) if name in ("a", "l") else "".join(parts)


def _over(parts: list[str]) -> str:
    """Characters printed over each other: a number in a circle, or a word below its reading."""
    if len(parts) == 2 and (parts[0] in _CIRCLES or parts[1] in _CIRCLES):
        inside = parts[1] if parts[0] in _CIRCLES else parts[0]
        if inside.isascii() and inside.isdigit() and 0 < int(inside) <= 20:
            return chr(0x245F + int(inside))
        return inside
    if len(parts) == 2 and has_han(parts[1]) and not has_han(parts[0]):
        return parts[1]
    return "".join(parts)

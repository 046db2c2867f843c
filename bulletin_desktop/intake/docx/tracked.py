"""Tracked changes: what was deleted is not there, what was inserted is, and both are told."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx.names import MC, W
from bulletin_desktop.intake.source import Tally, Told

_FORMATS = tuple(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "tblPrExChange",
    )
)  # fmt: skip
_KINDS = {
    f"{W}ins": Told.INSERTIONS,
    f"{W}cellIns": Told.INSERTIONS,
    f"{W}del": Told.DELETIONS,
    f"{W}cellDel": Told.DELETIONS,
}
_MOVED = f"{W}moveTo"
_MARK, _PROPERTIES = f"{W}rPr", f"{W}pPr"
_ROW = f"{W}trPr"


def mark_is_dropped(properties: Mapping[str, Element]) -> bool:
    """Tell whether the end of a paragraph was deleted, or moved away, so that the next one continues it."""
    mark = properties.get(_MARK)
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def row_is_dropped(row: Element) -> bool:
    """Tell whether a row of a table was deleted."""
    properties = row.find(_ROW)
    return properties is not None and properties.find(f"{W}del") is not None


def cell_is_dropped(cell: Element) -> bool:
    """Tell whether a cell was deleted."""
    return cell.find(f"{W}tcPr/{W}cellDel") is not None


def count(root: Element, tally: Tally) -> None:
    """Count the changes of a part, what an author did at one place once."""
    for tag, told in _KINDS.items():
        tally.add(told, sum(_counts(element, tag) for element in root.iter(tag)))
    tally.add(Told.MOVES, _moves(root))
    tally.add(Told.FORMAT_CHANGES, sum(1 for _ in root.iter(*_FORMATS)))


def _counts(element: Element, tag: str) -> bool:
    parent = element.getparent()
    if parent is None or next(element.iterancestors(f"{MC}Fallback"), None) is not None:
        return False
    if parent.tag == _MARK:  # of a paragraph's end: its text counts, if that was changed as well
        above = parent.getparent()
        paragraph = above.getparent() if above is not None and above.tag == _PROPERTIES else None
        return paragraph is not None and paragraph.find(f".//{tag}/{W}r") is None
    if parent.tag == f"{W}numPr":
        return False
    before = element.getprevious()
    return before is None or before.tag != tag or before.get(f"{W}author") != element.get(f"{W}author")


def _moves(root: Element) -> int:
    named = {each.get(f"{W}name") for each in root.iter(f"{W}moveToRangeStart")}
    return len(named) or sum(1 for each in root.iter(_MOVED) if each.find(f"{W}r") is not None)

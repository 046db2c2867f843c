"""What is dragged within the tree: rows by their ids, which mean something in this library only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from PySide6.QtCore import QMimeData

from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.tree.places import Dragged

ROWS = "application/x-bulletin-rows"


def dragged(chosen: Iterable[Node]) -> Dragged:
    """Return what *chosen* rows, in the order of the tree, mean together."""
    rows = list(chosen)
    sections = tuple(node.id for node in rows if node.kind is Kind.SECTION)
    articles = tuple(
        node.id for node in rows if node.kind is Kind.ARTICLE and node.section_id not in sections
    )
    return Dragged(articles, sections, tuple(node.id for node in rows if node.kind is Kind.BIN_ITEM))


def packed(rows: Dragged) -> QMimeData:
    """Return *rows* as they travel with the mouse."""
    mime = QMimeData()
    mime.setData(ROWS, json.dumps(asdict(rows)).encode())
    return mime


def unpacked(mime: QMimeData) -> Dragged | None:
    """Return the rows in *mime*; None if it has none."""
    if not mime.hasFormat(ROWS):
        return None
    value = json.loads(bytes(mime.data(ROWS).data()))
    return Dragged(**{name: tuple(ids) for name, ids in value.items()})

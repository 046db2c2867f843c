"""What a person is told of a file, in words: what was dropped, changed its form, or is easily missed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.source import Told

WORDS: Mapping[Told, str] = MappingProxyType(
    {
        Told.INSERTIONS: QT_TRANSLATE_NOOP("Told", "{count} tracked insertions, kept"),
        Told.DELETIONS: QT_TRANSLATE_NOOP("Told", "{count} tracked deletions, left out"),
        Told.MOVES: QT_TRANSLATE_NOOP("Told", "{count} tracked moves, as they are now"),
        Told.FORMAT_CHANGES: QT_TRANSLATE_NOOP("Told", "{count} tracked changes of format, as they are now"),
        Told.COMMENTS: QT_TRANSLATE_NOOP("Told", "{count} comments, no part of the text"),
        Told.NOTES: QT_TRANSLATE_NOOP("Told", "{count} footnotes and endnotes"),
        Told.NUMBERS: QT_TRANSLATE_NOOP("Told", "{count} automatic numbers, written out"),
        Told.TEXT_BOXES: QT_TRANSLATE_NOOP("Told", "{count} text boxes, their text put in where they stand"),
        Told.HEADERS: QT_TRANSLATE_NOOP("Told", "{count} page headers and footers, left out"),
        Told.HIDDEN: QT_TRANSLATE_NOOP("Told", "{count} pieces of hidden text, left out"),
        Told.PICTURES: QT_TRANSLATE_NOOP("Told", "{count} pictures that are missing or cannot be read"),
        Told.WEB_PICTURES: QT_TRANSLATE_NOOP("Told", "{count} pictures on the web, not fetched"),
        Told.DRAWINGS: QT_TRANSLATE_NOOP("Told", "{count} drawings and charts, only their words kept"),
        Told.OBJECTS: QT_TRANSLATE_NOOP("Told", "{count} embedded objects, left out"),
        Told.EQUATIONS: QT_TRANSLATE_NOOP("Told", "{count} equations, as one line of text each"),
        Told.MACROS: QT_TRANSLATE_NOOP("Told", "{count} macros, never run and left out"),
        Told.LAYOUT_TABLES: QT_TRANSLATE_NOOP("Told", "{count} frames around text, taken as text"),
        Told.NESTED_TABLES: QT_TRANSLATE_NOOP("Told", "{count} tables inside cells, taken as text"),
        Told.CELL_PICTURES: QT_TRANSLATE_NOOP(
            "Told", "{count} pictures out of cells, behind their tables now"
        ),
        Told.ROWS: QT_TRANSLATE_NOOP("Told", "{count} rows beyond the most, below their table as text"),
        Told.COLUMNS: QT_TRANSLATE_NOOP("Told", "{count} columns beyond the most, below their table as text"),
        Told.SYMBOLS: QT_TRANSLATE_NOOP(
            "Told", "{count} characters of symbol fonts, as the nearest there are"
        ),
        Told.FORMULAS: QT_TRANSLATE_NOOP("Told", "{count} fields, by the text they show"),
        Told.UNREADABLE: QT_TRANSLATE_NOOP("Told", "{count} characters that could not be decoded"),
        Told.ATTACHMENTS: QT_TRANSLATE_NOOP("Told", "{count} attachments, not taken over"),
    }
)

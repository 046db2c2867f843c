"""What the register's columns say of a manuscript, how they sort and how wide they are at first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter, itemgetter

from PySide6.QtCore import QCollator, QCoreApplication, QLocale

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState

STATES = {
    ManuscriptState.WAITING: QT_TRANSLATE_NOOP("Register", "Waiting"),
    ManuscriptState.USED: QT_TRANSLATE_NOOP("Register", "Used"),
    ManuscriptState.RESERVE: QT_TRANSLATE_NOOP("Register", "In reserve"),
    ManuscriptState.REJECTED: QT_TRANSLATE_NOOP("Register", "Rejected"),
}


class Column(IntEnum):
    """The columns from left to right."""

    STATE = 0
    TITLE = 1
    CONTRIBUTOR = 2
    AUTHOR = 3
    PHONE = 4
    RECEIVED = 5
    CHARACTERS = 6
    USED_IN = 7
    ORIGINAL = 8


TITLES = {
    Column.STATE: QT_TRANSLATE_NOOP("RegisterColumns", "State"),
    Column.TITLE: QT_TRANSLATE_NOOP("RegisterColumns", "Title"),
    Column.CONTRIBUTOR: QT_TRANSLATE_NOOP("RegisterColumns", "Contributor"),
    Column.AUTHOR: QT_TRANSLATE_NOOP("RegisterColumns", "Author"),
    Column.PHONE: QT_TRANSLATE_NOOP("RegisterColumns", "Phone"),
    Column.RECEIVED: QT_TRANSLATE_NOOP("RegisterColumns", "Received"),
    Column.CHARACTERS: QT_TRANSLATE_NOOP("RegisterColumns", "Characters"),
    Column.USED_IN: QT_TRANSLATE_NOOP("RegisterColumns", "Used in"),
    Column.ORIGINAL: QT_TRANSLATE_NOOP("RegisterColumns", "Original"),
}
EDITABLE = (Column.CONTRIBUTOR, Column.AUTHOR, Column.PHONE)
AT_THE_RIGHT = (Column.CHARACTERS,)
TABULAR = (Column.PHONE, Column.RECEIVED, Column.CHARACTERS)
WIDTHS = {  # in characters of the interface font; the title takes what is left
    Column.STATE: 4,
    Column.TITLE: 18,
    Column.CONTRIBUTOR: 10,
    Column.AUTHOR: 5,
    Column.PHONE: 7,
    Column.RECEIVED: 6,
    Column.CHARACTERS: 4,
    Column.USED_IN: 9,
    Column.ORIGINAL: 7,
}

_FIELDS = {  # that sort as text
    Column.TITLE: "title",
    Column.CONTRIBUTOR: "contributor",
    Column.AUTHOR: "author",
    Column.PHONE: "phone",
    Column.ORIGINAL: "file_name",
}

Key = Callable[[str], object]


class Words:
    """The register's words in the person's language; made once for many rows, since asking takes time."""

    def __init__(self) -> None:
        self.titles = [QCoreApplication.translate("RegisterColumns", TITLES[column]) for column in Column]
        self.states = {key: QCoreApplication.translate("Register", text) for key, text in STATES.items()}
        self.untitled = QCoreApplication.translate("TreePanel", "Untitled")

    def texts(self, row: ManuscriptRow) -> tuple[str, ...]:
        """Return what every column shows of *row*."""
        return (
            self.states[row.state],
            row.title or self.untitled,
            row.contributor,
            row.author,
            row.phone,
            day(row),
            f"{row.characters:,}",
            row.used_in,
            row.file_name,
        )

    def text(self, row: ManuscriptRow, column: Column) -> str:
        """Return what *column* shows of *row*."""
        return self.texts(row)[column]


def day(row: ManuscriptRow) -> str:
    """Return the day a manuscript came in, here, as the register writes it: 2026-11-27."""
    return row.received.astimezone().date().isoformat()


def with_text(row: ManuscriptRow, column: Column, text: str) -> ManuscriptRow:
    """Return *row* with another contributor, author or phone."""
    match column:
        case Column.CONTRIBUTOR:
            return row._replace(contributor=text)
        case Column.AUTHOR:
            return row._replace(author=text)
        case _:
            return row._replace(phone=text)


class Sorting:
    """Orders rows by a column as offices expect: Chinese by pinyin, what is empty last either way."""

    def __init__(self) -> None:
        collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        collator.setNumericMode(True)
        self._key: Key = lru_cache(maxsize=60_000)(collator.sortKey)

    def ordered(self, rows: Sequence[ManuscriptRow], column: Column, down: bool) -> list[ManuscriptRow]:
        """Return *rows* in order; those that are alike stay in the order they come in."""
        match column:
            case Column.STATE:
                places = {state: nth for nth, state in enumerate(STATES)}
                return sorted(rows, key=lambda row: places[row.state], reverse=down)
            case Column.RECEIVED:
                return sorted(rows, key=lambda row: row.received, reverse=down)
            case Column.CHARACTERS:
                return sorted(rows, key=lambda row: row.characters, reverse=down)
            case Column.USED_IN:  # as issues follow each other
                unused = [row for row in rows if row.used is None]
                used = [row for row in rows if row.used is not None]
                return [*sorted(used, key=lambda row: row.used, reverse=down), *unused]
            case _:
                return self._by_text(rows, column, down)

    def _by_text(self, rows: Sequence[ManuscriptRow], column: Column, down: bool) -> list[ManuscriptRow]:
        own = attrgetter(_FIELDS[column])
        pairs = [(own(row), row) for row in rows]
        texts = sorted({text for text, _ in pairs if text}, key=self._key)
        ranks = {text: nth for nth, text in enumerate(texts)}  # most columns say the same few things again
        filled = [(ranks[text], row) for text, row in pairs if text]
        filled.sort(key=itemgetter(0), reverse=down)
        return [row for _, row in filled] + [row for text, row in pairs if not text]

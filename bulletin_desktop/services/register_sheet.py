"""The register as the bytes of an .xlsx file: to be read, filtered, printed and sent on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.manuscripts import ManuscriptRow, ManuscriptState
from bulletin_desktop.values import dataclass

Translate = Callable[[str], str]

_TITLE = QT_TRANSLATE_NOOP("Register", "Register of manuscripts")
_PAGES = QT_TRANSLATE_NOOP("Register", "Page {page} of {pages}")
_NOTE = QT_TRANSLATE_NOOP("Register", "Note")
_COLUMNS = (  # name, width in characters
    (QT_TRANSLATE_NOOP("Register", "No."), 6),
    (QT_TRANSLATE_NOOP("Register", "Received"), 11),
    (QT_TRANSLATE_NOOP("Register", "Title"), 40),
    (QT_TRANSLATE_NOOP("Register", "Contributor"), 18),
    (QT_TRANSLATE_NOOP("Register", "Author"), 10),
    (QT_TRANSLATE_NOOP("Register", "Phone"), 14),
    (QT_TRANSLATE_NOOP("Register", "Characters"), 8),
    (QT_TRANSLATE_NOOP("Register", "State"), 7),
    (QT_TRANSLATE_NOOP("Register", "Used in"), 18),
    (QT_TRANSLATE_NOOP("Register", "Original file"), 24),
)
_STATES = {
    ManuscriptState.WAITING: QT_TRANSLATE_NOOP("Register", "Waiting"),
    ManuscriptState.USED: QT_TRANSLATE_NOOP("Register", "Used"),
    ManuscriptState.RESERVE: QT_TRANSLATE_NOOP("Register", "In reserve"),
    ManuscriptState.REJECTED: QT_TRANSLATE_NOOP("Register", "Rejected"),
}
_HEAD = 1  # row of the columns' names; the title's is 0
_NOTE_WIDTH = 16
_LINE, _AROUND = 15, 5  # points of a line of a cell, and round its lines
_HIGHEST = 409  # points of a row: Excel specifications and limits
_A4 = 9  # xlsxwriter's paper sizes
_LONGEST = 32_767  # characters of a cell, in UTF-16: Excel specifications and limits
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
_LIKE_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_EARLIEST = dt.date(1900, 1, 1)  # Excel's calendar begins here


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Format
    head: Format
    text: Format
    quoted: Format
    centred: Format
    date: Format
    number: Format

    @classmethod
    def of(cls, book: xlsxwriter.Workbook) -> _Formats:
        cell = {"font_name": "宋体", "font_size": 11, "border": 1, "valign": "vcenter", "text_wrap": True}
        head = {**cell, "bold": True, "align": "center", "bg_color": "#EDEDED"}
        title = {"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"}
        quoted = book.add_format(cell)
        quoted.set_quote_prefix()  # stays text even when somebody edits the cell
        return cls(
            book.add_format(title),
            book.add_format(head),
            book.add_format(cell),
            quoted,
            book.add_format({**cell, "align": "center"}),
            book.add_format({**cell, "align": "center", "num_format": "yyyy-mm-dd"}),
            book.add_format({**cell, "num_format": "#,##0"}),
        )


def content(rows: Iterable[ManuscriptRow], words: Translate) -> bytes:
    """Return the file. Notes get a column of their own if there are any."""
    rows = tuple(rows)
    columns = _COLUMNS + (((_NOTE, _NOTE_WIDTH),) if any(row.note for row in rows) else ())
    output = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(output, options) as book:
        book.set_properties({"title": words(_TITLE)})
        sheet = book.add_worksheet(words(_TITLE))
        formats = _Formats.of(book)
        _set_up(sheet, len(columns), len(rows), words)
        sheet.set_row(0, 36)
        sheet.merge_range(0, 0, 0, len(columns) - 1, words(_TITLE), formats.title)
        sheet.set_row(_HEAD, 24)
        for column, (name, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(_HEAD, column, words(name), formats.head)
        for number, row in enumerate(rows, 1):
            texts = _write_row(sheet, number, row, formats, words)
            if len(columns) > len(_COLUMNS):
                _write_text(sheet, number, len(_COLUMNS), row.note, formats)
                texts[len(_COLUMNS)] = row.note
            # Excel fits rows to wrapped text as they are typed, not as they are opened.
            lines = max(_lines(text, columns[column][1]) for column, text in texts.items())
            sheet.set_row(_HEAD + number, min(lines * _LINE + _AROUND, _HIGHEST))
    return output.getvalue()


def _set_up(sheet: Worksheet, columns: int, rows: int, words: Translate) -> None:
    """What stays in sight, what can be filtered, and how it is printed."""
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.autofilter(_HEAD, 0, _HEAD + rows, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.center_horizontally()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer(f"&C{words(_PAGES).format(page='&P', pages='&N')}")


def _write_row(
    sheet: Worksheet, number: int, row: ManuscriptRow, formats: _Formats, words: Translate
) -> dict[int, str]:
    """Write a row and return its longer texts by their columns."""
    line = _HEAD + number
    sheet.write_number(line, 0, number, formats.centred)
    day = row.received.astimezone().date()
    if day >= _EARLIEST:
        sheet.write_datetime(line, 1, day, formats.date)
    else:
        sheet.write_string(line, 1, day.isoformat(), formats.centred)
    texts = dict(enumerate((row.title, row.contributor, row.author, row.phone), 2))
    texts |= dict(enumerate((row.used_in, row.file_name), 8))
    for column, text in texts.items():
        _write_text(sheet, number, column, text, formats)
    sheet.write_number(line, 6, row.characters, formats.number)
    sheet.write_string(line, 7, words(_STATES[row.state]), formats.centred)
    return texts


def _write_text(sheet: Worksheet, number: int, column: int, text: str, formats: _Formats) -> None:
    text = _cell(text)
    form = formats.quoted if text.startswith(_LIKE_FORMULA) else formats.text
    if text:
        sheet.write_string(_HEAD + number, column, text, form)
    else:
        sheet.write_blank(_HEAD + number, column, None, form)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of *width* characters, of which a Chinese one takes two."""
    if len(text) * 2 < width:
        return 1
    taken = sum(2 if ord(character) > 0x2E7F else 1 for character in text)
    return -(-taken // (width - 1))


def _cell(text: str) -> str:
    """The text as a cell can hold it."""
    text = _FORBIDDEN.sub("", text)
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * _LONGEST else units[: 2 * _LONGEST].decode("utf-16-le", errors="ignore")

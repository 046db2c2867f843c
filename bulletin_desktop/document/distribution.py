"""To whom an issue goes (报、送、发): lists of recipients with copies, which an imprint holds as printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bulletin_desktop.document.model import Imprint
from bulletin_desktop.values import dataclass

FIELDS = ("report_to", "send_to", "distribute_to")
MOST_COPIES = 9999
"""No recipient gets more."""

_USUAL_MARK = "，"
_STOP = "。"
_MARKS = {",": "，", ";": "；", "､": "、"}
_SEPARATOR = re.compile("[，、；,;､]|[ \u3000]{2,}|\u3000")
_BRACKETS = dict(zip("（([〔【《〈“「『", "）)]〕】》〉”」』", strict=True))
_LABEL = re.compile(r"\s*(?:抄报|抄送|主送|印发|报|送|发)\s*[:：]")
_COPIES = (
    re.compile(r"[（(]\s*(\d{1,4})\s*份\s*[）)]$"),
    re.compile(r"\s*(?:[×✕*]|(?<![A-Za-z])[xX])\s*(\d{1,4})\s*份?$"),
    re.compile(r"\s+(\d{1,4})\s*份?$"),
    re.compile(r"(?<![\d第各])(\d{1,4})\s*份$"),
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One name of a list. *copies* 0: not said. *mark* stands before it in print, "" for the list's usual."""

    name: str
    copies: int = 0
    mark: str = ""


Recipients = tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class MailingLists:
    """The three lists, and *spare* copies that go to nobody on them (存档).

    In print *shows_copies* puts the copies behind a name, *stop* a full stop behind a list.
    """

    report_to: Recipients = ()
    send_to: Recipients = ()
    distribute_to: Recipients = ()
    spare: int = 0
    shows_copies: bool = False
    stop: bool = False

    @property
    def counted(self) -> int:
        """The copies that recipients get, as far as they are said."""
        return sum(each.copies for field in FIELDS for each in self.of(field))

    @property
    def total(self) -> int:
        """The copies to print; 0 while no recipient's are said."""
        return self.counted + self.spare if self.counted else 0

    def of(self, field: str) -> Recipients:
        """Return the list that an imprint prints in *field*."""
        rows: Recipients = getattr(self, field)
        return rows

    def with_list(self, field: str, rows: Recipients) -> MailingLists:
        """Return the lists with another one in *field*."""
        changed: dict[str, Any] = {field: rows}
        return replace(self, **changed)

    def printed(self, field: str) -> str:
        """Return the text for an imprint's *field*."""
        rows = self.of(field)
        usual = usual_mark(rows)
        text = "".join(
            (each.mark or usual if nth else "")
            + each.name
            + (f"（{each.copies}份）" if self.shows_copies and each.copies else "")
            for nth, each in enumerate(rows)
        )
        return text + _STOP if text and self.stop else text


def usual_mark(rows: Recipients) -> str:
    """Return the mark that stands most often in a list."""
    marks = Counter(each.mark for each in rows[1:] if each.mark)
    return marks.most_common(1)[0][0] if marks else _USUAL_MARK


def lists_of(imprint: Imprint, known: MailingLists | None = None) -> MailingLists:
    """Return the lists an imprint's text tells of, with the copies that *known* ones have for their names."""
    known = known or MailingLists()
    texts = [getattr(imprint, field) for field in FIELDS]
    report_to, send_to, distribute_to = (
        known.of(field) if known.printed(field) == text else _counted(read(text), known.of(field))
        for field, text in zip(FIELDS, texts, strict=True)
    )
    return MailingLists(
        report_to,
        send_to,
        distribute_to,
        spare=known.spare,
        shows_copies=any("份）" in text for text in texts) if any(texts) else known.shows_copies,
        stop=any(text.endswith(_STOP) for text in texts) if any(texts) else known.stop,
    )


def _counted(rows: Recipients, known: Recipients) -> Recipients:
    copies = {each.name: each.copies for each in known}
    return tuple(replace(each, copies=each.copies or copies.get(each.name, 0)) for each in rows)


def repeated(rows: Recipients) -> str:
    """Return the first name that stands twice in a list; empty if none does."""
    counts = Counter(each.name for each in rows)
    return next((name for name, count in counts.items() if count > 1), "")


def read(text: str) -> Recipients:
    """Return the recipients in a text as it was printed or pasted: lines, cells, or names between marks.

    Copies may stand as ×2, （2份）, 2份 or in a cell of their own. Marks in brackets part nothing.
    """
    rows: list[Recipient] = []
    for line in re.split("[\n\r\v\f\u2028\u2029]+", text):
        label = _LABEL.match(line)
        rows += _line(line[label.end() :] if label else line)
    return tuple(rows)


def _line(line: str) -> Iterator[Recipient]:
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1 and cells[0].isdecimal():  # a sheet's column of numbers
        del cells[0]
    copies = _number(cells[-1]) if len(cells) > 1 else 0
    for nth, cell in enumerate(cells[:-1] if copies else cells):
        for recipient in _between_marks(cell.removesuffix(_STOP)):
            last = copies and nth == len(cells) - 2
            yield replace(recipient, copies=copies) if last and not recipient.copies else recipient


def _number(cell: str) -> int:
    found = re.fullmatch(r"(\d{1,4})\s*份?", cell)
    return int(found[1]) if found else 0


def _between_marks(text: str) -> Iterator[Recipient]:
    mark, start = "", 0
    for found in (*_separators(text), None):
        name, copies = parted(text[start : found.start() if found else None])
        if name:
            yield Recipient(name, copies, mark)
        if found:
            start = found.end()
            mark = _MARKS.get(found[0], found[0]) if name or mark else ""


def _separators(text: str) -> Iterable[re.Match[str]]:
    """The marks outside brackets; all of them where a bracket is never closed."""
    found = list(_SEPARATOR.finditer(text))
    outside: list[re.Match[str]] = []
    closers: list[str] = []
    marks = iter(found)
    mark = next(marks, None)
    for at, character in enumerate(text):
        if mark is not None and at == mark.start():
            if not closers:
                outside.append(mark)
            mark = next(marks, None)
        if character in _BRACKETS:
            closers.append(_BRACKETS[character])
        elif closers and character == closers[-1]:
            closers.pop()
    return found if closers else outside


def parted(text: str) -> tuple[str, int]:
    """Return name and copies of one recipient as typed; 0 copies where none are said."""
    text = text.strip()
    for pattern in _COPIES:
        found = pattern.search(text)
        if found and text[: found.start()].strip():
            return text[: found.start()].strip(), int(found[1])
    return text, 0

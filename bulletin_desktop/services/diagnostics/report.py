"""The facts and the log, gathered into files that can be read before they are packed, and packed."""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bulletin_desktop import log_lines, paths
from bulletin_desktop.errors import Fault
from bulletin_desktop.export import files
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.figures import Figures
from bulletin_desktop.services.diagnostics import machine, settings, stored
from bulletin_desktop.services.diagnostics.facts import Section, Value, Word
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.typeset.measures import Measures

ENDING = ".zip"
Words = Callable[[str], str]
"""Gives the person's words for a source text of the context `Diagnostics`."""

_OVERVIEW = "概况.txt"
_FACTS = "facts.json"
_LOG = "log"  # the folder
_YES, _NO = QT_TRANSLATE_NOOP("Diagnostics", "yes"), QT_TRANSLATE_NOOP("Diagnostics", "no")
_UNKNOWN = QT_TRANSLATE_NOOP("Diagnostics", "not known")
_TITLE = QT_TRANSLATE_NOOP("Diagnostics", "Diagnostic information of Bulletin Desktop")
_INSIDE = QT_TRANSLATE_NOOP(
    "Diagnostics",
    "This file tells how the program, the computer and the library are, in figures, and what has gone wrong. "
    "No text, no headline, no name of a file, person or unit is in it.",
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the report, and all that stands in it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What would be handed on, the overview first."""

    files: tuple[File, ...]


def gather(
    library: Path,
    words: Words,
    figures: Figures | None,
    fault: Fault | None = None,
    *,
    more: Sequence[Section] = (),
    measures: Measures | None = None,
) -> Report:
    """Gather everything about the program, the machine and *library*; raises nothing that is their fault.

    *figures* and *fault* are an open library's, or what `stored.of_file` has found of one that is not. *more*
    is what only the window knows.
    """
    sections = [machine.program(), machine.system(library), *more, stored.place(library, fault)]
    if figures is not None:
        sections.append(stored.content(figures))
    sections += [stored.kept(library), settings.section(library, figures.intake if figures else None)]
    if measures is not None:
        sections.append(machine.fonts(measures))
    sections.append(machine.made_of())
    logs = _logs(paths.log_file())
    facts = json.dumps(
        {section.title: section.values() for section in sections}, ensure_ascii=False, indent=1
    )
    return Report((File(_OVERVIEW, _overview(sections, logs, words)), File(_FACTS, facts), *logs))


def write(path: Path, report: Report) -> None:
    """Pack the report into *path*, whole or not at all; raises `UserError` as `files.replace` does."""

    def pack(out: IO[bytes]) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in report.files:
                crlf = file.text.replace("\n", "\r\n")
                packed.writestr(file.name, crlf.encode("utf-8-sig" if file.name == _OVERVIEW else "utf-8"))

    files.replace_by(path, pack)


def file_name(now: dt.datetime) -> str:
    """Return the name to propose; it tells the time and nothing of what is inside."""
    return f"BulletinDesktop-{now:%Y%m%d-%H%M}{ENDING}"


def _logs(file: Path) -> tuple[File, ...]:
    """The log and its predecessors, as far as their lines are the program's own."""
    kept = []
    for path in (file, *(file.with_name(f"{file.name}.{nth}") for nth in range(1, 10))):
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:  # there is none
            continue
        kept.append(File(f"{_LOG}/{path.name}", log_lines.own(text)))
    return tuple(kept)


def _overview(sections: Iterable[Section], logs: Iterable[File], words: Words) -> str:
    lines = [words(_TITLE), f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M:%S}", "", words(_INSIDE)]
    for section in sections:
        lines += ["", f"【{words(section.title)}】"]
        lines += [f"{words(fact.label)}：{_said(fact.value, words)}" for fact in section.facts]
    lines += ["", f"【{words(QT_TRANSLATE_NOOP('Diagnostics', 'Records of what went wrong'))}】"]
    lines += [f"{log.name}：{len(re.findall('(?m)^[0-9]{4}-', log.text))}" for log in logs]
    return "\n".join([*lines, ""])


def _said(value: Value, words: Words) -> str:
    match value:
        case None:
            return words(_UNKNOWN)
        case bool():
            return words(_YES if value else _NO)
        case Word():
            return words(value)
        case int():
            return f"{value:,}"
        case _:
            return f"{value:g}"

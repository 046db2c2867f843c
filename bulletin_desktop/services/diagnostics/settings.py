"""Settings, by a list of what may be told: what was looked for, names and places stand beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.settings import NotePlacement
from bulletin_desktop.services import backup_settings
from bulletin_desktop.services.diagnostics.facts import Fact, Section, shaped

# What the window keeps in its ini file, with every value it may have.
WINDOW = {
    QT_TRANSLATE_NOOP("Diagnostics", "scheme"): "light|dark|contrast|system",
    QT_TRANSLATE_NOOP("Diagnostics", "text_size"): r"\d{1,4}",
    QT_TRANSLATE_NOOP("Diagnostics", "auto_headings"): "yes|no",
    QT_TRANSLATE_NOOP("Diagnostics", "toured"): "yes|",
    QT_TRANSLATE_NOOP("Diagnostics", "network_told"): "yes|no",
    QT_TRANSLATE_NOOP("Diagnostics", "two_sided"): "yes|no",
    QT_TRANSLATE_NOOP("Diagnostics", "review_target"): "issue|manuscripts",
    QT_TRANSLATE_NOOP("Diagnostics", "pages"): r"(width|page|\d{1,2}\.\d{1,6})( two-pages)?( thumbnails)?",
    QT_TRANSLATE_NOOP("Diagnostics", "panels"): r"(history|search|register|find)? \d{1,5} \d{1,5}",
    QT_TRANSLATE_NOOP("Diagnostics", "folded"): "(hidden)?/(shown|hidden)?",
}
_LINE = re.compile(r'(\w+)="?([^"]*)"?')
_RULES = {rule.value for rule in Rule}


def section(library: Path, intake: str | None) -> Section:
    """Return the settings of window, backups and intake, *intake* being the text the library keeps."""
    facts = (*_window(library), *_backups(library), *_intake(intake))
    return Section(QT_TRANSLATE_NOOP("Diagnostics", "Settings"), facts)


def _window(library: Path) -> Iterator[Fact]:
    file = library.with_name(f"{library.stem}.window.ini")
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    found = {line[1]: line[2] for each in lines if (line := _LINE.fullmatch(each)) is not None}
    for name, shape in WINDOW.items():
        if name in found:
            yield Fact(name, shaped(found[name], shape))


def _backups(library: Path) -> Iterator[Fact]:
    kept = backup_settings.load(library)
    yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "Room for backups, MB"), kept.limit // 1_000_000)
    yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "Second place for backups"), kept.second is not None)
    if kept.second is not None:
        there = kept.second.is_dir()
        yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "The second place is there now"), there)


def _intake(text: str | None) -> Iterator[Fact]:
    try:
        value = json.loads(text or "")
        off, replacements = set(value["off"]) & _RULES, len(value["replacements"])
        notes = shaped(str(value["notes"]), "|".join(NotePlacement))
    except (ValueError, KeyError, TypeError):  # never set, or damaged
        return
    for rule in sorted(off):
        yield Fact(f"intake: {rule}", False)
    yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "Replacements of the office's own"), replacements)
    yield Fact(QT_TRANSLATE_NOOP("Diagnostics", "Place of notes"), notes)

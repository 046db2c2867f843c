"""The help's pages as they lie on the disk: Markdown, a title in the first line, sorted by file name."""

from __future__ import annotations

import re
from pathlib import Path

from bulletin_desktop import paths
from bulletin_desktop.values import dataclass

FIRST = "00-manual"
KEYS = "90-keys"
PICTURE_SCALE = 1.5  # pixels of a picture for one of the page: they are taken at 150 %

# What F1 opens by where the focus is: the first of these classes above it decides.
_PAGES = {
    "WelcomePage": "10-start",
    "ReviewPage": "20-intake",
    "IntakeSettingsDialog": "20-intake",
    "SummaryDialog": "20-intake",
    "PasswordDialog": "22-formats",
    "EncodingDialog": "22-formats",
    "RegisterPanel": "25-register",
    "TreePanel": "30-tree",
    "ArticleEditor": "40-editing",
    "SymbolDialog": "40-editing",
    "ArticleBar": "45-find",
    "FindPanel": "45-find",
    "SearchPanel": "47-search",
    "HistoryPanel": "50-history",
    "TableDialog": "40-editing",
    "PictureDialog": "40-editing",
    "IssueDialog": "60-issue",
    "PublicationDialog": "60-issue",
    "TemplateDialog": "65-template",
    "PreviewPane": "70-preview",
    "ArchiveDialog": "84-archive",
    "ReceiveDialog": "85-exchange",
    "BackupsDialog": "87-backup",
    "FirstAidDialog": "95-safety",
    "WorkDialog": "95-safety",
    "AboutDialog": "97-questions",
    "PrintDialog": "80-export",
    "ExportDialog": "80-export",
    "DiagnosticsDialog": "97-questions",
}

_PICTURE = re.compile(r"images/[a-z0-9-]+\.png")
_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. *name* is its file's without the ending, *text* its Markdown."""

    name: str
    title: str
    text: str

    def count(self, words: str) -> int:
        """Return how often *words* stand in the page, whatever their case; links' targets are not read."""
        return _TARGET.sub("]", self.text).lower().count(words.lower()) if words else 0


def read() -> tuple[Page, ...]:
    """Return every page in order."""
    files = sorted(paths.help_pages().glob("*.md"))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
    return tuple(Page(name, text.partition("\n")[0].lstrip("# "), text) for name, text in texts.items())


def picture(name: str) -> Path | None:
    """Return the file of a picture as a page names it; None if there is none, and for every other place."""
    file = paths.help_pages() / name
    return file if _PICTURE.fullmatch(name) and file.is_file() else None


def page_for(classes: list[str]) -> str:
    """Return the page for a focus that stands in widgets of *classes*, the innermost first."""
    return next((_PAGES[each] for each in classes if each in _PAGES), FIRST)

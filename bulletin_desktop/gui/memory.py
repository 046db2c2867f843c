"""What the window remembers from one day to the next, in an ini file beside the library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from bulletin_desktop.gui.theme import Scheme

_UNASKED = 100
_LINES = 20  # of what was looked for
_LONGEST = 200  # characters of such a line
_RECENT = 40  # of which ten are shown: issues in the recycle bin may come back
_COMMANDS = 20


class Memory:
    """Values with their defaults; a file that was damaged or removed is only forgotten."""

    def __init__(self, library: Path) -> None:
        file = library.with_name(f"{library.stem}.window.ini")
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark or the system's."""
        value = str(self._settings.value("scheme", ""))
        return Scheme(value) if value in list(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", str(scheme))

    @property
    def place(self) -> tuple[str, str]:
        """The issue and the article that were open, or empty."""
        return str(self._settings.value("issue", "")), str(self._settings.value("article", ""))

    def set_place(self, issue: str, article: str) -> None:
        """Remember what is open, at once: a program that is killed opens there again too."""
        self._settings.setValue("issue", issue)
        self._settings.setValue("article", article)

    @property
    def export_folder(self) -> Path | None:
        """Where the last file was written, if that folder is still there."""
        value = str(self._settings.value("export_folder", ""))
        return Path(value) if value and Path(value).is_dir() else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._settings.setValue("export_folder", str(folder))

    @property
    def archive(self) -> tuple[Path | None, str]:
        """The folder archives are kept in and the pattern of their names, as they were chosen last."""
        root = str(self._settings.value("archive_folder", ""))
        return Path(root) if root else None, str(self._settings.value("archive_pattern", ""))

    @archive.setter
    def archive(self, chosen: tuple[Path, str]) -> None:
        self._settings.setValue("archive_folder", str(chosen[0]))
        self._settings.setValue("archive_pattern", chosen[1])

    @property
    def printing(self) -> tuple[str, bool]:
        """The printer that was used last, and whether both sides of the paper were."""
        return str(self._settings.value("printer", "")), self._settings.value("two_sided", "") == "yes"

    @printing.setter
    def printing(self, chosen: tuple[str, bool]) -> None:
        self._settings.setValue("printer", chosen[0])
        self._settings.setValue("two_sided", "yes" if chosen[1] else "no")

    @property
    def network_told(self) -> bool:
        """Whether the person knows what it means that the library lies on a network drive."""
        return bool(self._settings.value("network_told", "") == "yes")

    @network_told.setter
    def network_told(self, told: bool) -> None:
        self._settings.setValue("network_told", "yes" if told else "no")

    @property
    def review_target(self) -> str:
        """Where reviewed manuscripts were stored the last time: a `review.page.Target`; empty if never."""
        value = str(self._settings.value("review_target", ""))
        return value if value in ("issue", "manuscripts") else ""

    @review_target.setter
    def review_target(self, target: str) -> None:
        self._settings.setValue("review_target", target)

    def restore_size(self, name: str, dialog: QWidget) -> None:
        """Give a dialog the size it had the last time."""
        size = self._settings.value(f"{name}_size")
        if isinstance(size, QSize) and size.isValid():
            dialog.resize(size)

    def keep_size(self, name: str, dialog: QWidget) -> None:
        """Remember a dialog's size."""
        self._settings.setValue(f"{name}_size", dialog.size())

    @property
    def pages(self) -> str:
        """How the preview showed its pages, as `PreviewPane.kept` says it; empty if nothing was kept."""
        return str(self._settings.value("pages", ""))

    @pages.setter
    def pages(self, kept: str) -> None:
        self._settings.setValue("pages", kept)

    @property
    def panels(self) -> str:
        """How the panels below the text stood, as `PanelArea.kept` says it; empty if nothing was kept."""
        return str(self._settings.value("panels", ""))

    @panels.setter
    def panels(self, kept: str) -> None:
        self._settings.setValue("panels", kept)

    @property
    def folded(self) -> str:
        """Which panes were folded, as `Panes.kept` says it; empty if nothing was kept."""
        return str(self._settings.value("folded", ""))

    @folded.setter
    def folded(self, kept: str) -> None:
        self._settings.setValue("folded", kept)

    @property
    def register(self) -> str:
        """How the register stood, as `RegisterPanel.kept` says it; empty if nothing was kept."""
        return str(self._settings.value("register", ""))

    @register.setter
    def register(self, kept: str) -> None:
        self._settings.setValue("register", kept)

    @property
    def recent(self) -> tuple[tuple[str, dt.datetime], ...]:
        """The issues that were open, the last one first, and when each was worked on last."""
        lines = str(self._settings.value("recent", "")).split()
        return tuple(entry for line in lines if (entry := _recent_entry(line)) is not None)

    def note_open(self, issue_id: str, at: dt.datetime) -> None:
        """Remember that an issue is open, at once; issues that are gone by now leave when others come."""
        others = [entry for entry in self.recent if entry[0] != issue_id][: _RECENT - 1]
        entries = [(issue_id, at), *others]
        self._settings.setValue("recent", " ".join(f"{each}@{when.isoformat()}" for each, when in entries))

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands that were chosen in the palette, the last one first."""
        return tuple(str(self._settings.value("commands", "")).split())

    def note_command(self, name: str) -> None:
        """Remember that a command was chosen by its name."""
        others = [each for each in self.commands if each != name][: _COMMANDS - 1]
        self._settings.setValue("commands", " ".join([name, *others]))

    @property
    def symbols(self) -> str:
        """The special characters that were put into the text last, the last one first."""
        return str(self._settings.value("symbols", ""))

    @symbols.setter
    def symbols(self, characters: str) -> None:
        self._settings.setValue("symbols", characters)

    @property
    def auto_headings(self) -> bool:
        """Whether a finished line with a heading's number becomes a heading by itself."""
        return self._settings.value("auto_headings", "") != "no"

    @auto_headings.setter
    def auto_headings(self, wanted: bool) -> None:
        self._settings.setValue("auto_headings", "yes" if wanted else "no")

    @property
    def text_size(self) -> int:
        """How large the editor shows its text, in percent."""
        value = str(self._settings.value("text_size", ""))
        return int(value) if value.isdecimal() else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._settings.setValue("text_size", percent)

    @property
    def toured(self) -> bool:
        """Whether the first-run tour was seen or left, or is not wanted."""
        return self._settings.value("toured", "") == "yes"

    @toured.setter
    def toured(self, done: bool) -> None:
        self._settings.setValue("toured", "yes" if done else "")

    @property
    def sought(self) -> tuple[str, ...]:
        """What was looked for, the latest first."""
        return self._lines("sought")

    def note_sought(self, words: str) -> None:
        """Remember what was looked for."""
        self._note_line("sought", words)

    @property
    def replacements(self) -> tuple[str, ...]:
        """What was put in the place of what was found, the latest first."""
        return self._lines("replacements")

    def note_replacement(self, words: str) -> None:
        """Remember what was put in the place of what was found."""
        self._note_line("replacements", words)

    def _lines(self, name: str) -> tuple[str, ...]:
        return tuple(line for line in str(self._settings.value(name, "")).split("\n") if line)

    def _note_line(self, name: str, words: str) -> None:
        if words and len(words) <= _LONGEST:
            others = [each for each in self._lines(name) if each != words][: _LINES - 1]
            self._settings.setValue(name, "\n".join([words, *others]))

    @property
    def unasked(self) -> tuple[str, ...]:
        """The issues whose last page shall not be offered to be saved any more."""
        return tuple(str(self._settings.value("unasked", "")).split())

    def ask_no_more(self, issue_id: str) -> None:
        """Offer nothing for an issue from now on; the last hundred are remembered."""
        kept = [*(each for each in self.unasked if each != issue_id), issue_id]
        self._settings.setValue("unasked", " ".join(kept[-_UNASKED:]))

    def restore_window(self, window: QMainWindow) -> bool:
        """Give the window its size and place; False if none were kept."""
        geometry = self._settings.value("geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def restore_panes(self, panes: QSplitter) -> bool:
        """Give the panes their widths; False if none were kept."""
        widths = self._settings.value("panes")
        return isinstance(widths, QByteArray) and panes.restoreState(widths)

    def keep(self, window: QMainWindow, panes: QSplitter) -> None:
        """Remember the window's size and the panes' widths."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("panes", panes.saveState())
        self._settings.sync()


def _recent_entry(line: str) -> tuple[str, dt.datetime] | None:
    """One remembered issue; None for what cannot be read."""
    issue_id, _, when = line.partition("@")
    try:
        at = dt.datetime.fromisoformat(when)
    except ValueError:
        return None
    return (issue_id, at) if at.tzinfo else None

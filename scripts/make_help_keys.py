"""Write the table of keys in docs/zh/90-keys.md from the window's own actions.

    python scripts/make_help_keys.py

What stands before the first and from the second of the two headings `BEGIN` and `END` on is left as it is.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bulletin_desktop import paths
from bulletin_desktop.gui import start
from bulletin_desktop.gui.help.pages import KEYS
from bulletin_desktop.gui.palette.entries import Entry, commands
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import CHINESE, Catalog

BEGIN, END = "## 菜单里的命令", "## 只在一处有效的键"


def main() -> int:
    """Open the window in Chinese off the screen and write the table anew."""
    application = QApplication([])
    catalog = Catalog.load(CHINESE)
    start.dress(application, catalog)
    with tempfile.TemporaryDirectory() as folder:
        window = start.open_window(application, Path(folder) / "library.db", catalog)
        file = paths.help_pages() / f"{KEYS}.md"
        text = renewed(file.read_text(encoding="utf-8"), window)
        temporary = file.with_name(f".{file.name}.new")
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(file)
        window.close()
    return 0


def renewed(text: str, window: MainWindow) -> str:
    """Return the page *text* with the table of *window*, which must speak Chinese."""
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    lines = [BEGIN, "", "| 键 | 命令 | 菜单 |", "| --- | --- | --- |", *map(row, with_keys(window)), "", END]
    return before + "\n".join(lines) + after


def with_keys(window: MainWindow) -> list[Entry]:
    """Return the commands that have keys, in the order of the menus."""
    return [entry for entry in commands(window, {}) if entry.keys]


def row(entry: Entry) -> str:
    """Return one line of the table."""
    return f"| {entry.keys} | {entry.title} | {entry.path} |"


if __name__ == "__main__":
    sys.exit(main())

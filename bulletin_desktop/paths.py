"""Where things are: the program's own data, and the person's."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APPLICATION = "BulletinDesktop"


def resources() -> Path:
    """Return the folder of templates, translations, icons, samples and the .docx base."""
    return _data() / "resources"


def forms() -> Path:
    """Return the folder of Qt Designer forms."""
    return _data() / "ui"


def help_pages() -> Path:
    """Return the folder of the help's pages, one Markdown file each, in the order of their names."""
    package = Path(__file__).parent
    inside = package / "_data" / "help"
    return inside if inside.is_dir() else package.parent / "docs" / "zh"


def default_library() -> Path:
    """Return the person's own library file; on Windows below %LOCALAPPDATA%, which does not roam."""
    return platformdirs.user_data_path(_APPLICATION, appauthor=False) / "library.db"


def log_file() -> Path:
    """Return the rotating log's file."""
    return platformdirs.user_log_path(_APPLICATION, appauthor=False) / "bulletin-desktop.log"


def spools() -> Path:
    """Return the folder of originals on their way into a library."""
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False) / "incoming"


def _data() -> Path:
    """The wheel carries ui/ and resources/ inside the package; a checkout has them beside it."""
    package = Path(__file__).parent
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent

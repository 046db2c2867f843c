"""Where things are: the program's own data, and the person's."""

from __future__ import annotations

import contextlib
import sys
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


def licences() -> Path:
    """Return the folder of licences' texts that packages name and do not bring."""
    package = Path(__file__).parent
    inside = package / "_data" / "licences"
    return inside if inside.is_dir() else package.parent / "packaging" / "licences"


def first_library() -> Path:
    """Return where a person's library is made; on Windows below %LOCALAPPDATA%, which does not roam."""
    folder = portable_data() or platformdirs.user_data_path(_APPLICATION, appauthor=False)
    return folder / "library.db"


def default_library() -> Path:
    """Return the person's own library file: the one that was chosen last, or else the first."""
    file = _chosen_library()
    try:
        chosen = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        chosen = ""
    return file.parent / chosen if chosen else first_library()


def choose_library(library: Path) -> None:
    """Let *library* be the person's own from now on; where that cannot be kept, only for this time."""
    file = _chosen_library()
    made = file.with_name(f".{file.name}.new")
    place = library.absolute()
    if place.is_relative_to(file.parent):  # a stick is another drive tomorrow
        place = place.relative_to(file.parent)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(str(place), encoding="utf-8")
        made.replace(file)


def _chosen_library() -> Path:
    folder = portable_data() or platformdirs.user_config_path(_APPLICATION, appauthor=False)
    return folder / "library.txt"


def log_file() -> Path:
    """Return the rotating log's file."""
    folder = portable_data()
    logs = folder / "Logs" if folder else platformdirs.user_log_path(_APPLICATION, appauthor=False)
    return logs / "bulletin-desktop.log"


def spools() -> Path:
    """Return the folder of originals on their way into a library."""
    folder = portable_data()
    caches = folder / "Cache" if folder else platformdirs.user_cache_path(_APPLICATION, appauthor=False)
    return caches / "incoming"


def portable_data() -> Path | None:
    """Return the folder data beside the program, if a file named portable stands there; else None.

    Only the portable archive has that file, beside the launcher that Python takes for its own program.
    """
    program = Path(sys.executable).parent
    return program / "data" if (program / "portable").is_file() else None


def packaged() -> Path | None:
    """Return the folder of the packaged program, which has a list of its parts; None elsewhere."""
    program = Path(sys.executable).parent
    return program if (program / "CONTENTS.txt").is_file() else None


def _data() -> Path:
    """The wheel carries ui/ and resources/ inside the package; a checkout has them beside it."""
    package = Path(__file__).parent
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent

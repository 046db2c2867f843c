"""What a person brings: files, whole folders, pastes, each once and under a name."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.intake import reader
from bulletin_desktop.services import office
from bulletin_desktop.values import dataclass

LARGEST = 100 * 1024 * 1024  # bytes of one file
MOST_FILES = 2_000  # out of folders, at once: no office is sent more in a year
MOST_SEEN = 50_000  # files of any kind in one folder: somebody has brought a whole disk

# The endings of manuscripts. They choose among the files of a folder only: a file that was chosen itself is
# judged by what it holds.
ENDINGS = (
    "docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "wpt", "rtf", "odt", "pdf", "ofd",
    "txt", "md", "html", "htm", "mht", "mhtml", "eml", "zip",
)  # fmt: skip

_NO_MANUSCRIPTS = ("thumbs.db", "desktop.ini")  # what systems put into folders
_ASIDE = ("~$", ".")  # Word's sign for an open document, hidden files
_NAMED = 5  # files a sentence names


@dataclass(frozen=True, slots=True)
class Brought:
    """The file at *path*, or *content* without a file. *error* says why it cannot be taken at all.

    *name* is what the person knows it by. *kept* tells that the content is an original, not a paste.
    """

    name: str
    path: Path | None = None
    content: bytes = b""
    kept: bool = False
    error: UserError | None = None


def files(
    paths: Iterable[Path], *, short: bool = False, stopped: Callable[[], bool] = office.never
) -> tuple[Brought, ...]:
    """Return the files at *paths*, those of folders in the order of their names, the same file once.

    Names are the paths as given; if *short*, the files' names, below the folder's where one was brought, as
    far as that tells them apart. Files of a folder that are no manuscripts by their ending are named in one
    error, and so is what is beyond `MOST_FILES`. Raises `Cancelled` soon after *stopped* says so.
    """
    found: dict[str, Brought] = {}
    for path in paths:
        for brought in _spread(path, short, stopped):
            key = os.path.normcase(os.path.realpath(brought.path)) if brought.path else f"\0{brought.name}"
            found.setdefault(key, brought)
    return _told_apart(tuple(found.values()))


def content(brought: Brought) -> bytes:
    """Return the bytes of what was brought. Raises `UserError` where they cannot be had."""
    if brought.error is not None:
        raise brought.error
    if brought.path is None:
        return brought.content
    if _is_special(brought.path):
        raise UserError(
            "{path} is no file but a device or a pipe; nothing was read. Choose a file.", path=brought.path
        )
    data = reader.raw(brought.path, LARGEST)
    if len(data) > LARGEST:
        raise UserError(
            "{path} is larger than {limit} MB and was not read. Split it, or paste the part that is needed.",
            path=brought.path,
            limit=LARGEST // (1024 * 1024),
        )
    return data


def _is_special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # told by who opens it
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _told_apart(brought: Sequence[Brought]) -> tuple[Brought, ...]:
    names = Counter(each.name for each in brought)
    return tuple(
        replace(each, name=str(each.path)) if each.path and names[each.name] > 1 else each for each in brought
    )


def _spread(path: Path, short: bool, stopped: Callable[[], bool]) -> Iterator[Brought]:
    if not path.is_dir():
        yield Brought(path.name if short else str(path), path)
        return
    folder = path.name if short and path.name else str(path)
    manuscripts, others, unread, whole = _inside(path, stopped)
    for inside in manuscripts[:MOST_FILES]:
        yield Brought(str(Path(folder, inside.relative_to(path))), inside)
    if unread:
        yield Brought(folder, error=_closed(unread))
    if len(manuscripts) > MOST_FILES or not whole:
        yield Brought(folder, error=_too_many(folder, min(len(manuscripts), MOST_FILES)))
    if others or not (manuscripts or unread):
        yield Brought(folder, error=_left(folder, others))


def _inside(folder: Path, stopped: Callable[[], bool]) -> tuple[list[Path], list[Path], list[OSError], bool]:
    """The manuscripts below *folder*, other files, what may not be looked into; whether that is all."""
    manuscripts: list[Path] = []
    others: list[Path] = []
    unread: list[OSError] = []
    for above, below, names in os.walk(folder, onerror=unread.append):
        if stopped():
            raise Cancelled
        if len(manuscripts) + len(others) > MOST_SEEN:
            return manuscripts, others, unread, False
        below[:] = sorted(name for name in below if not name.startswith(_ASIDE))
        for name in sorted(names):
            if name.startswith(_ASIDE) or name.lower() in _NO_MANUSCRIPTS:
                continue
            file = Path(above, name)
            taken = file.suffix.lower().lstrip(".") in ENDINGS and not _is_special(file)
            (manuscripts if taken else others).append(file)
    return manuscripts, others, unread, True


def _closed(unread: Sequence[OSError]) -> UserError:
    return UserError(
        "There is no permission to look into {folder}; what is in it was not read. "
        "Ask its owner for permission, or choose a copy of your own.",
        folder=unread[0].filename,
    )


def _too_many(folder: str, count: int) -> UserError:
    return UserError(
        "{folder} holds more files than are taken in at once; the first {count} manuscripts were read. "
        "Bring in the others from smaller folders.",
        folder=folder,
        count=count,
    )


def _left(folder: str, others: Sequence[Path]) -> UserError:
    if not others:
        return UserError(
            "There is no manuscript in {folder}; nothing was read. Choose another folder.", folder=folder
        )
    names = ", ".join(other.name for other in others[:_NAMED])
    return UserError(
        "{count} files in {folder} are no manuscripts by their endings and were not read: {names}. "
        "Choose one by itself to have it read all the same.",
        count=len(others),
        folder=folder,
        names=names if len(others) <= _NAMED else f"{names} …",
    )

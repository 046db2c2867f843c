"""A finished issue as a folder to keep (归档): its files in every format, the originals, a list of contents.

The folder is whole or not there: it is made under a name of its own and renamed when all is in it.
"""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.document.text import characters
from bulletin_desktop.errors import UserError
from bulletin_desktop.export import files, name_pattern
from bulletin_desktop.export.filenames import issue_title, safe_name
from bulletin_desktop.export.job import Progress, unwatched
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.library.manuscripts import Manuscript
from bulletin_desktop.library.originals import Original
from bulletin_desktop.reasons import reason
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.publish import ExportResult, Publisher
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.values import dataclass
from bulletin_desktop.windows_names import LONGEST_PATH

ENDINGS = (".docx", ".pdf", ".txt")
ORIGINALS = "原稿"
CONTENTS = "目录.txt"
_MANY = 100
_STEPS = 1000  # of one file, for the progress of all

_COLUMNS = (
    QT_TRANSLATE_NOOP("Archive", "No."),
    QT_TRANSLATE_NOOP("Archive", "Page"),
    QT_TRANSLATE_NOOP("Archive", "Section"),
    QT_TRANSLATE_NOOP("Archive", "Headline"),
    QT_TRANSLATE_NOOP("Archive", "Contributor"),
    QT_TRANSLATE_NOOP("Archive", "Author"),
    QT_TRANSLATE_NOOP("Archive", "Characters"),
    QT_TRANSLATE_NOOP("Archive", "Original file"),
)
_FILES = QT_TRANSLATE_NOOP("Archive", "Files and their SHA-256")


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into an archive. *came* are the articles that came in, by id; *originals* their files.

    *missing* counts originals that are damaged in the library or were never kept.
    """

    issue: Issue
    look: TemplateSource
    pictures: Mapping[str, bytes]
    came: Mapping[str, Manuscript]
    originals: Mapping[str, Original]
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Archived:
    """What was made: the folder, the exports in it, how many originals are in it and how many are missing."""

    folder: Path
    exports: tuple[ExportResult, ...]
    originals: int
    missing: int


def gather(desk: Desk, issue: Issue, look: TemplateSource | None = None) -> Content:
    """Return what an issue's archive is made of; without *look*, what the library sets it by."""
    found = {article.id: desk.manuscript(article.id) for article in issue.articles()}
    came = {own_id: manuscript for own_id, manuscript in found.items() if manuscript is not None}
    originals: dict[str, Original] = {}
    missing = 0
    for sha256 in dict.fromkeys(each.original for each in came.values() if each.original):
        try:
            originals[sha256] = desk.original(sha256)
        except UserError:
            missing += 1
    return Content(issue, look or desk.look(issue.id), desk.pictures(issue), came, originals, missing)


def target(root: Path, pattern: str, issue: Issue) -> Path:
    """Return the folder an issue's archive would be: one of that name that is there already is left alone.

    Raises `UserError` as `name_pattern.place` does, or if files in it would have too long a path for Windows.
    """
    wanted = root / name_pattern.place(pattern, issue)
    longest = max(len(safe_name(issue_title(issue), ending)) for ending in ENDINGS)
    if sys.platform == "win32" and len(str(wanted)) + 1 + longest > LONGEST_PATH:
        raise UserError(
            "The path {path} is too long for Windows. Choose a folder nearer to the drive, or a shorter "
            "pattern.",
            path=wanted,
        )
    for number in range(1, _MANY):
        free = wanted if number == 1 else wanted.with_name(f"{wanted.name}（{number}）")
        if not os.path.lexists(free):
            return free
    raise UserError("{path} is there a hundred times already. Choose another pattern.", path=wanted)


def write(
    content: Content,
    layout: Layout,
    folder: Path,
    publisher: Publisher,
    *,
    words: Callable[[str], str] = str,
    progress: Progress = unwatched,
) -> Archived:
    """Make the archive at *folder*, which must not be there; *layout* is the issue's.

    Raises `UserError` for whatever keeps it from being made, and `Cancelled` if *progress* does; nothing is
    left of it then.
    """
    made = _parents(folder)
    making = _Making(content, layout, folder.with_name(f".{secrets.token_hex(4)}.tmp"))
    try:
        with _told(folder):
            making.folder.mkdir()
        exports = making.exports(publisher, progress)
        making.put_originals()
        making.put_contents(words)
        with _told(folder):
            _rename(making.folder, folder)
    except BaseException:
        shutil.rmtree(making.folder, ignore_errors=True)
        for parent in made:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise
    return Archived(folder, exports, len(making.names), content.missing)


def record(desk: Desk, content: Content, archived: Archived) -> None:
    """Keep in the library what was written, as of any export."""
    for result in archived.exports:
        desk.record_export(content.issue, result, content.look)


def _parents(folder: Path) -> tuple[Path, ...]:
    """Make the folders above; return those that were not there, the deepest first."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    with _told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    return tuple(missing)


class _Making:
    """An archive in the making, in a folder that is not the one it will be."""

    def __init__(self, content: Content, layout: Layout, folder: Path) -> None:
        self._content, self._layout, self.folder = content, layout, folder
        self.names: dict[str, str] = {}  # of the originals, by their hashes

    def exports(self, publisher: Publisher, progress: Progress) -> tuple[ExportResult, ...]:
        issue, pictures = self._content.issue, self._content.pictures
        return tuple(
            publisher.export(
                self._layout,
                issue,
                self.folder / safe_name(issue_title(issue), ending),
                pictures,
                _part_of(progress, nth),
            )
            for nth, ending in enumerate(ENDINGS)
        )

    def put_originals(self) -> None:
        """Write each original once, numbered like the first article that came in it."""
        folder = self.folder / ORIGINALS
        for nth, article in enumerate(self._content.issue.articles(), 1):
            kept = self._content.came.get(article.id)
            original = self._content.originals.get(kept.original) if kept is not None else None
            if original is None or original.sha256 in self.names:
                continue
            with _told(folder):
                folder.mkdir(exist_ok=True)
            name = PurePosixPath(original.name)
            ending = safe_name(name.suffix, fallback="")
            self.names[original.sha256] = safe_name(f"{nth:02} {name.stem}", f".{ending}" if ending else "")
            files.replace(folder / self.names[original.sha256], original.content)

    def put_contents(self, words: Callable[[str], str]) -> None:
        """Write the list: a title, names of columns, a line an article, parted by tabs; then every file."""
        lines = [issue_title(self._content.issue), "\t".join(map(words, _COLUMNS))]
        placed = [
            (section.title, article)
            for section in self._content.issue.sections
            for article in section.articles
        ]
        lines += ["\t".join(self._line(nth, *each)) for nth, each in enumerate(placed, 1)]
        lines += ["", words(_FILES), *_hashes(self.folder), ""]
        files.replace(self.folder / CONTENTS, codecs.BOM_UTF8 + "\r\n".join(lines).encode("utf-8"))

    def _line(self, nth: int, section: str, article: Article) -> Sequence[str]:
        kept, page = self._content.came.get(article.id), self._layout.page_of(article.id)
        sender = (article.credit, "", "")
        if kept is not None:
            sender = (kept.contributor, kept.author, self.names.get(kept.original, kept.file_name))
        contributor, author, file = sender
        printed = "" if page is None else str(self._layout.printed(page))
        return str(nth), printed, section, article.title, contributor, author, str(characters(article)), file


def _part_of(progress: Progress, nth: int) -> Progress:
    """The progress of one of the files, as a part of all."""

    def told(done: int, of: int) -> None:
        progress(nth * _STEPS + _STEPS * done // max(of, 1), len(ENDINGS) * _STEPS)

    return told


def _hashes(folder: Path) -> list[str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}\t{path.relative_to(folder).as_posix()}"
        for path in found
    ]


def _rename(making: Path, folder: Path) -> None:
    """Give the finished folder its name. Renaming would replace an empty folder that came meanwhile."""
    if os.path.lexists(folder):
        raise FileExistsError(f"{folder} came meanwhile")
    making.rename(folder)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn a failure of the disk into a sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(
            "The archive {folder} could not be made ({reason}); nothing of it was left. "
            "Choose another folder.",
            folder=folder,
            reason=reason(error),
        ) from error

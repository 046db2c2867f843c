"""A review under way as the parts of a draft, and again the same: lines, answers, settings, place.

Every line is a part, so that a correction writes no more than the lines it changed. The originals and the
pictures lie beside the library, in a spool that outlives the process.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bulletin_desktop.document.json_fields import Fields, parsed, text_item, whole_item
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import recognition_json
from bulletin_desktop.intake.recognition import ReadLine, Recognition
from bulletin_desktop.intake.recognition_json import Put
from bulletin_desktop.intake.settings import Settings
from bulletin_desktop.library.drafts import HOLDS, Parts
from bulletin_desktop.services import intake_settings
from bulletin_desktop.services.spool import Spool
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk

_VERSION = 1
_REVIEW, _SETTINGS, _FILE, _LINE = "review", "settings", "file", "line"


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What is under review, cleaned by *settings*, and where the person is: a file and a line's number.

    *answered* are the likenesses that were answered, by file and line; *failures* the files that could not be
    read, each with the sentence that says why. *storing* are ids of articles that are about to be stored.
    """

    recognitions: tuple[Recognition, ...]
    settings: Settings
    answered: frozenset[tuple[int, int]] = frozenset()
    failures: tuple[tuple[str, str], ...] = ()
    place: tuple[int, int] = (0, 0)
    storing: tuple[str, ...] = ()


class ReviewParts:
    """Makes parts of one review, state after state; what is the same value as before is not written again."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._files: list[_File] = []
        self._pictures: dict[int, tuple[bytes, str]] = {}  # by identity: they are large, and none changes

    def parts(self, draft: ReviewDraft) -> dict[str, str]:
        """Return the parts of a state. Raises `UserError` if a picture cannot be kept."""
        del self._files[len(draft.recognitions) :]
        parts: dict[str, str] = {}
        for file, recognition in enumerate(draft.recognitions):
            if file == len(self._files):
                self._files.append(_File())
            parts |= self._files[file].parts(file, recognition, self._put)
        parts[_REVIEW] = _text(
            {
                "version": _VERSION,
                "files": [len(each.lines) for each in draft.recognitions],
                "answered": sorted(draft.answered),
                "failures": draft.failures,
                "place": draft.place,
                "storing": draft.storing,
            }
        )
        parts[_SETTINGS] = intake_settings.written(draft.settings)
        origins = {each.origin for each in draft.recognitions if each.origin}
        parts[HOLDS] = _text(sorted(origins.union(sha256 for _, sha256 in self._pictures.values())))
        return parts

    def _put(self, content: bytes) -> str:
        known = self._pictures.get(id(content))
        if known is None:
            known = content, self._spool.put(content)
            self._pictures[id(content)] = known
        return known[1]


class _File:
    """The parts of one file, as they were made last."""

    def __init__(self) -> None:
        self._recognition: Recognition | None = None
        self._lines: tuple[ReadLine, ...] = ()
        self._texts: list[str] = []
        self._parts: dict[str, str] = {}

    def parts(self, file: int, recognition: Recognition, put: Put) -> dict[str, str]:
        if recognition is self._recognition:
            return self._parts
        known = dict(zip(map(id, self._lines), self._texts, strict=True))
        lines = recognition.lines
        self._texts = [known.get(id(one)) or _text(recognition_json.line(one, put)) for one in lines]
        self._recognition, self._lines = recognition, lines
        self._parts = {f"{_LINE} {file} {place}": text for place, text in enumerate(self._texts)}
        self._parts[f"{_FILE} {file}"] = _text(recognition_json.head(recognition))
        return self._parts


def read(parts: Parts, spool: Spool) -> tuple[ReviewDraft, tuple[str, ...]]:
    """Return the review these parts were made of, and the files whose original or pictures are gone.

    Their text is there, and is stored without. Raises `IllegalDocument` for what this version does not know.
    """
    fields = _fields(parts, _REVIEW)
    version = fields.take("version", int)
    if version != _VERSION:
        raise IllegalDocument(_REVIEW, f"has version {version}; this program knows {_VERSION}")
    counts = fields.each("files", whole_item)
    found = [_recognition(parts, file, count, spool) for file, count in enumerate(counts)]
    draft = ReviewDraft(
        tuple(recognition for recognition, _ in found),
        _settings(parts),
        frozenset(_pair(each) for each in fields.each("answered", _whole_items)),
        tuple(_pair(each) for each in fields.each("failures", _text_items)),
        _pair(_whole_items(fields.take("place", list), _REVIEW)),
        fields.each("storing", text_item),
    )
    fields.done()
    return draft, tuple(recognition.source for recognition, lost in found if lost)


def newer(parts: Parts) -> bool:
    """Whether a later version of the program has written these parts."""
    try:
        return _fields(parts, _REVIEW).take("version", int) > _VERSION
    except IllegalDocument:
        return False


def was_stored(parts: Parts, desk: Desk) -> bool:
    """Whether what is under review was stored, and only the draft not taken away any more."""
    try:
        ids = _fields(parts, _REVIEW).each("storing", text_item)
        return bool(ids) and desk.article(ids[0]).id == ids[0]
    except (IllegalDocument, UserError):
        return False


def _recognition(parts: Parts, file: int, count: int, spool: Spool) -> tuple[Recognition, bool]:
    """A file's, and whether something it needs is gone."""
    lost = False

    def get(sha256: str) -> bytes:
        nonlocal lost
        try:
            return spool.get(sha256)
        except UserError:
            lost = True
            return b""  # shown as a picture that cannot be read, and stored as none

    lines = tuple(
        recognition_json.read_line(_fields(parts, f"{_LINE} {file} {place}"), get) for place in range(count)
    )
    recognition = recognition_json.read(_fields(parts, f"{_FILE} {file}"), lines)
    if recognition.origin and not get(recognition.origin):
        recognition = replace(recognition, origin="")
    return recognition, lost


def _settings(parts: Parts) -> Settings:
    try:
        return intake_settings.read(parts[_SETTINGS])
    except (KeyError, TypeError, ValueError) as error:
        raise IllegalDocument(_SETTINGS, str(error)) from error


def _fields(parts: Parts, name: str) -> Fields:
    if name not in parts:
        raise IllegalDocument(name, "is missing")
    return Fields(parsed(parts[name], name), name)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pair(items: tuple[Any, ...]) -> tuple[Any, Any]:
    if len(items) != 2:
        raise IllegalDocument(_REVIEW, "a pair is none")
    return items[0], items[1]


def _items(value: object, place: str) -> Iterator[object]:
    if type(value) is not list:
        raise IllegalDocument(place, "is not a list")
    yield from value


def _whole_items(value: object, place: str) -> tuple[int, ...]:
    return tuple(whole_item(each, place) for each in _items(value, place))


def _text_items(value: object, place: str) -> tuple[str, ...]:
    return tuple(text_item(each, place) for each in _items(value, place))

"""SQLite's write-ahead log, read frame by frame: https://sqlite.org/fileformat2.html#the_write_ahead_log.

From the first frame on whose checksum is wrong SQLite takes nothing, though what follows was saved. Each
frame carries the sum up to itself: those after a damaged one can be verified, and are used.
"""

from __future__ import annotations

import array
import sys
from dataclasses import field
from pathlib import Path

from bulletin_desktop.values import dataclass

_HEADER = 32
_FRAME = 24
_MAGIC = 0x377F0682  # with the lowest bit set, sums are of big-endian words


@dataclass(frozen=True, slots=True)
class Journal:
    """What a log holds that was committed.

    *pages* is where each page's newest content begins in the file; *count* how many pages the library has
    after the last commit, 0 if nothing was committed; *damaged* tells that saved content is damaged in it,
    *torn* that it ends within a save, as after a power cut.
    """

    page_size: int = 0
    pages: dict[int, int] = field(default_factory=dict)
    count: int = 0
    damaged: bool = False
    torn: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    page: int
    commit: int
    salts: bytes
    sums: tuple[int, int]
    start: int


def read(path: Path, page_size: int) -> Journal:
    """Read the log at *path*, empty if there is none; raises OSError if it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Journal()
    if not data.strip(b"\0"):
        return Journal(damaged=len(data) > 0)
    head_sound, magic, said = _header(data)
    size = said if head_sound else page_size
    frames = [_frame(data, start) for start in range(_HEADER, len(data) - _FRAME - size + 1, _FRAME + size)]
    salts = data[16:24] if head_sound else (frames[0].salts if frames else b"")
    current = _current(frames, salts)
    order = "big" if magic & 1 else "little"
    sums = (_number(data, 24), _number(data, 28))
    sound: list[bool] = []
    for frame in current:
        whole = data[frame.start - _FRAME : frame.start - 16] + data[frame.start : frame.start + size]
        sound.append(frame.salts == salts and _sums(whole, sums, order) == frame.sums)
        sums = frame.sums
    if not head_sound and sound:
        sound[0] = True  # nothing is known of what its sum began with
    last = max((index for index, frame in enumerate(current) if _commits(frame, sound[index])), default=-1)
    committed = [*zip(current, sound, strict=True)][: last + 1]
    pages: dict[int, int] = {}
    for frame, good in committed:
        if good or (frame.page and frame.page not in pages):
            pages[frame.page] = frame.start
    rest = (len(data) - _HEADER) % (_FRAME + size) if len(current) == len(frames) else 0
    return Journal(
        size,
        pages,
        current[last].commit if last >= 0 else 0,
        not head_sound or not all(good for _, good in committed),
        rest > 0 or len(current) > last + 1,
    )


def _header(data: bytes) -> tuple[bool, int, int]:
    """Whether the log's header is sound, its magic number and page size."""
    if len(data) < _HEADER:
        return False, _MAGIC, 0
    magic = _number(data, 0)
    sums = (_number(data, 24), _number(data, 28))
    sound = magic | 1 == _MAGIC | 1 and _sums(data[:24], (0, 0), "big" if magic & 1 else "little") == sums
    return sound, magic, _number(data, 8)


def _current(frames: list[_Frame], salts: bytes) -> list[_Frame]:
    """The frames of the log as it is now: older ones may follow, with other salts."""
    length = max((index + 1 for index, frame in enumerate(frames) if frame.salts == salts), default=0)
    return frames[:length]


def _commits(frame: _Frame, sound: bool) -> bool:
    """Tell whether a frame ends a save. A damaged one may say so too, if its number of pages can be true."""
    return 0 < frame.commit < (1 << 31 if sound else 1 << 24)


def _frame(data: bytes, start: int) -> _Frame:
    return _Frame(
        _number(data, start),
        _number(data, start + 4),
        data[start + 8 : start + 16],
        (_number(data, start + 16), _number(data, start + 20)),
        start + _FRAME,
    )


def _sums(data: bytes, start: tuple[int, int], order: str) -> tuple[int, int]:
    words = array.array("I", data)
    if order != sys.byteorder:
        words.byteswap()
    first, second = start
    pairs = iter(words)
    for one, two in zip(pairs, pairs, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")

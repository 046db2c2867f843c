"""What a text is, in a few numbers: to find texts that have much of it among very many.

A sketch samples the text's shingles (stretches of eight characters, spaces and punctuation left out) by what
they are, not by where they stand: whoever has the same stretch has the same sample, wherever it was moved to.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from functools import cache

from bulletin_desktop.values import dataclass

_SHINGLE = 8  # characters: long enough to be rare, short enough to be left whole by light editing
_STARTS = 4  # one character of so many begins a shingle that is looked at …
_KEPT = 6  # … and one of so many of those is kept, but
_FEWEST = 20  # those with the smallest numbers always are, for short texts
_TOGETHER = 4  # neighbours in Unicode's order that share this fate: a short pattern compiles fast
_HASHES = 1 << 32
_COMMON = "的一是在不了有和人这中大为上个国以要会工作县市区政委员部年月日各了对发全进民生实建开制加"
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """*text* tells whether two texts are the same but for spaces and punctuation; *shingles* are sorted."""

    text: int
    shingles: tuple[int, ...]


def normalised(text: str) -> str:
    """Return the letters and digits of *text* alone, in one width and case."""
    words = _NO_WORD.sub("", text)
    if not unicodedata.is_normalized("NFKC", words):  # which full-width punctuation, gone already, is not
        words = _NO_WORD.sub("", unicodedata.normalize("NFKC", words))
    return words.lower()


def sketch(text: str) -> Sketch:
    """Return the sketch of *text*: about one shingle in forty, and no fewer than twenty if it has as many."""
    words = normalised(text)
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    last = len(words) - _SHINGLE
    found = {
        zlib.crc32(words[start : start + _SHINGLE].encode("utf-16-le", "surrogatepass"))
        for match in _starts().finditer(words)
        if (start := match.start()) <= last
    }
    ordered = sorted(found)
    kept = sum(1 for shingle in ordered if shingle < _HASHES // _KEPT)
    return Sketch(int.from_bytes(digest, "big", signed=True), tuple(ordered[: max(kept, _FEWEST)]))


@cache
def _starts() -> re.Pattern[str]:
    """A pattern for the characters that begin a shingle: an arbitrary share of all, none of the commonest."""
    skipped = {ord(character) // _TOGETHER for character in _COMMON}
    ranges = (
        f"{re.escape(chr(first * _TOGETHER))}-{re.escape(chr(first * _TOGETHER + _TOGETHER - 1))}"
        for first in range(0x30 // _TOGETHER, 0xD800 // _TOGETHER)
        if first not in skipped and first * 0x9E3779B1 % _HASHES < _HASHES // _STARTS
    )
    return re.compile(f"[{''.join(ranges)}]")

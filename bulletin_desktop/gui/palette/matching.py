"""How well an entry answers what was typed: by its words, its English, its pinyin's first letters."""

from __future__ import annotations

from bulletin_desktop.gui.palette.entries import Entry
from bulletin_desktop.gui.palette.initials import place

_TITLE, _INITIALS, _ENGLISH, _PATH, _SCATTERED = 100, 80, 60, 40, 10
_AT_THE_START = 15


def score(words: list[str], entry: Entry) -> int:
    """Return how well *entry* has all of *words*, which are lower case; 0 if it lacks one."""
    scores = [_word(word, entry) for word in words]
    return sum(scores) if all(scores) else 0


def _word(word: str, entry: Entry) -> int:
    for text, worth in ((entry.plain, _TITLE), (entry.english, _ENGLISH)):
        at = text.find(word)
        if at >= 0:
            return worth + _AT_THE_START * (at == 0 or text[at - 1] == " ")
    if word.isascii() and word.isalpha() and len(word) > 1:
        at = place(word, entry.initials)
        if at >= 0:
            return _INITIALS + _AT_THE_START * (at == 0)
    if word in entry.path.lower():
        return _PATH
    return _SCATTERED if entry.fuzzy and _scattered(word, entry.plain) else 0


def _scattered(word: str, text: str) -> bool:
    """Whether the characters of *word*, two at least, stand in *text* in their order."""
    rest = iter(text)
    return len(word) > 1 and all(char in rest for char in word)

"""Texts of words that do not exist, each unlike the others, and what editors make of texts.

A fifth of the sentences are phrases that many texts share, as in the reports of offices.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import accumulate

_WORDS = 6_000
_PHRASES = 400
_SHARED = 0.2  # of the sentences
_TOPICS = 60  # words that half of a report is made of
_SMALL_WORDS = "的的的的的的的和和了在是对与为中上不将从以及有一"
_MARKS = "，，，，，，，，，。。。、、；：“”（）《》—"
_UNITS = ("", "", "年", "月", ".5%", "万元", "GDP")
_AFTER_WORDS = (
    15,
    26,
    28,
    100,
)  # of a hundred words: a small word, a mark, a number stands behind, or nothing


class Author:
    """Writes texts, the same ones from the same *seed*."""

    def __init__(self, seed: int = 2026) -> None:
        self.chance = random.Random(seed)
        language = random.Random(1)
        pairs = ((0xB0 + place // 94, 0xA1 + place % 94) for place in range(3_755))  # GB 2312's first level
        characters = [character for pair in pairs if (character := bytes(pair).decode("gb2312", "ignore"))]
        self._words = [
            "".join(language.choices(characters, k=language.choice((2, 2, 2, 3)))) for _ in range(_WORDS)
        ]
        self._often = list(accumulate(1 / (place + 8) for place in range(_WORDS)))
        self._phrases = [self._sentence(language) for _ in range(_PHRASES)]
        self._usual = list(accumulate(1 / (place + 3) for place in range(_PHRASES)))

    def text(self, characters: int) -> str:
        """Return a text of at least so many characters, in whole sentences."""
        sentences: list[str] = []
        while sum(map(len, sentences)) < characters:
            shared = self.chance.random() < _SHARED
            sentences.append(
                self.chance.choices(self._phrases, cum_weights=self._usual)[0]
                if shared
                else self._sentence(self.chance)
            )
        return "".join(sentences)

    def report(self, characters: int) -> str:
        """Return a text of so many characters as an office's, with small words, marks and numbers in it.

        Half of its words are of a few topics. Much faster than `text`, and not in whole sentences.
        """
        chance, many = self.chance, characters // 2 + 1
        topics = chance.choices(self._words, cum_weights=self._often, k=_TOPICS)
        words = chance.choices(self._words, cum_weights=self._often, k=many)
        words[::2] = chance.choices(topics, k=len(words[::2]))
        chance.shuffle(words)
        for place, kind in enumerate(chance.choices(range(4), cum_weights=_AFTER_WORDS, k=many)):
            match kind:
                case 0:
                    words[place] += chance.choice(_SMALL_WORDS)
                case 1:
                    words[place] += chance.choice(_MARKS)
                case 2:
                    words[place] += f"{chance.randrange(3000)}{chance.choice(_UNITS)}"
        return "".join(words)[:characters]

    def excerpt(self, text: str) -> str:
        """Two fifths of a text in one piece."""
        sentences = _sentences(text)
        kept = max(2, len(sentences) * 2 // 5)
        start = self.chance.randint(0, len(sentences) - kept)
        return "".join(sentences[start : start + kept])

    def cut(self, text: str) -> str:
        """A text without about 30 % of its sentences."""
        return "".join(each for each in _sentences(text) if self.chance.random() > 0.3) or text

    def moved(self, text: str) -> str:
        """A text with its sentences in another order."""
        sentences = _sentences(text)
        self.chance.shuffle(sentences)
        return "".join(sentences)

    def edited(self, text: str) -> str:
        """A text with a word put in, taken out or replaced at every thirtieth character or so."""
        result: list[str] = []
        place = 0
        while place < len(text):
            kind = self.chance.random() * 30
            if kind < 1:
                result.append(self._word(self.chance) if kind < 2 / 3 else "")
                place += 2 if kind > 1 / 3 else 0
            else:
                result.append(text[place])
                place += 1
        return "".join(result)

    def all_of_it(self, text: str) -> str:
        """A text cut, put into another order and edited."""
        return self.edited(self.moved(self.cut(text)))

    def ways(self) -> dict[str, Callable[[str], str]]:
        """What editors do, by names."""
        return {
            "another headline": str,
            "30 % cut": self.cut,
            "an excerpt": self.excerpt,
            "sentences moved": self.moved,
            "lightly edited": self.edited,
            "cut, moved, edited": self.all_of_it,
        }

    def headline(self) -> str:
        """Return a headline."""
        return "".join(self._word(self.chance) for _ in range(6))

    def _sentence(self, chance: random.Random) -> str:
        parts = (
            "".join(self._word(chance) for _ in range(chance.randint(3, 8)))
            for _ in range(chance.randint(1, 4))
        )
        return "，".join(parts) + "。"

    def _word(self, chance: random.Random) -> str:
        return chance.choices(self._words, cum_weights=self._often)[0]


def _sentences(text: str) -> list[str]:
    return re.findall("[^。]*。", text)

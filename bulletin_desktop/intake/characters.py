"""What counts as a Chinese character, as Chinese punctuation, as a name."""

from __future__ import annotations

import re

from bulletin_desktop.intake.vocabulary import NOT_NAMES, SURNAMES

HAN = "〇々㐀-䶿一-鿿豈-﫿\U00020000-\U0003134f"
PUNCTUATION = "、。〃《》〈〉「」『』【】〔〕〖〗！（），：；？［］｛｝～“”‘’—…·"
OPENING = "《〈「『【〔〖（［｛“‘"
NUMERAL = "一二三四五六七八九十百〇○零两"

_HAN = re.compile(f"[{HAN}]")
_LINK = re.compile("[在有是来不我你他她与和到上下这那于之其的了着过]")  # in sentences, hardly in names
_PUNCTUATION = frozenset(PUNCTUATION)


def is_han(character: str) -> bool:
    """Say whether it is a Chinese character."""
    return bool(_HAN.match(character))


def is_chinese(character: str) -> bool:
    """Say whether it is a Chinese character or Chinese punctuation; false for the empty string."""
    return bool(character) and (character in _PUNCTUATION or is_han(character))


def has_han(text: str) -> bool:
    """Say whether any Chinese character is in it."""
    return bool(_HAN.search(text))


def could_be_name(text: str) -> bool:
    """Say whether it could be a name where one is due, with a family name however rare: 花正芳."""
    bare = re.sub(r"\s+", "", text)
    if is_name(bare):
        return True
    return 2 <= len(bare) <= 3 and all(map(is_han, bare)) and bare not in NOT_NAMES and not _LINK.search(bare)


def is_name(text: str) -> bool:
    """Say whether it could be a person's name: a family name and one or two characters, spread or not."""
    bare = re.sub(r"\s+", "", text)
    return 2 <= len(bare) <= 3 and bare[0] in SURNAMES and all(map(is_han, bare)) and bare not in NOT_NAMES

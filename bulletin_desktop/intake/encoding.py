"""Bytes to text, for the encodings Chinese offices really send, with no guess left to chance.

A byte order mark decides. Without one, every encoding that the bytes fit without an error is tried, and the
one wins whose characters are those that people write: what is common text under the right reading is rare
characters, Latin letters with accents or private ones under each other.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""What a person may choose from, by Python's names."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_000  # characters beyond ASCII that decide
_BINARY_SHARE = 0.005
_LOST, _CONTROLS = (
    0.15,
    0.03,
)  # of characters of damaged text; a picture has four times the control characters

# C0 without tab, line ends, form feed, the old end-of-file mark and the separators; what one finds in no text
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def _two_byte(name: str, heads: range, tails: tuple[range, ...]) -> frozenset[str]:
    """The characters of a table of two bytes; places that are empty are left out."""
    pairs = (bytes((head, tail)) for head in heads for part in tails for tail in part)
    return frozenset("".join(pair.decode(name, errors="ignore") for pair in pairs))


# The characters that the makers of the two tables held for common, 3,755 and 5,401 (GB 2312-80, Big5).
_SIMPLIFIED = _two_byte("gb2312", range(0xB0, 0xD8), (range(0xA1, 0xFF),))
_TRADITIONAL = _two_byte("big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF)))
# Their second parts: 3,008 and 7,652 that are seldom, but do occur in names.
_RARE = _two_byte("gb2312", range(0xD8, 0xF8), (range(0xA1, 0xFF),)) | _two_byte(
    "big5", range(0xC9, 0xFA), (range(0x40, 0x7F), range(0xA1, 0xFF))
)

# What official writing is made of, in both forms: hardly a line is without a few of them.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年同工也能下过子说产种面而方后"
    "多定行学法所民得经十三之进着等部度家力里如水化高二理起小现实加都两体制当使点从业本去把性好应开合还因由其些"
    "前外日社义事平形相全间样与关各重新内数正心反明看原又么利比或但质第向道此变条结解问意建月公系很情者最立代想"
    "已通并提直题党程展五果料位入常文总次品式活设及管特件长求老头基资边级路社群众委员政协府市县区乡镇村街办局处"
    "省会议讲话精神贯彻落实推动促服务机关干部组织领导调研座谈指示强调部署报告通知信息工程项目保障改革创新农"
    "這為個國時來們對發會產種後學經進著裡現實兩體製當點業應開還間樣與關各數質結問題條總設長頭資邊級員協縣區鄉鎮"
    "辦處議講話電聯貫徹動務機關幹組織領導調談強報訊項創農書記當選無東車門見說請讓從過達運還歷舉號"
)
_PUNCTUATION = frozenset("，。、：；？！（）《》〈〉“”‘’「」『』【】〖〗〔〕—…～％")
# Full-width letters, and the symbols that offices use: numbers in circles, arrows, shapes, rules, units.
_SIGN = re.compile("[\u3000Ａ-Ｚａ-ｚ０-９§°±×÷·‰※〇￥©®™\u2100-\u24ff─-┃┌┐└┘├┤┬┴┼═║\u25a0-\u27bf㈠-㈩㎎-㏄]")

_WEIGHTS = (3.0, 1.0, 0.5, -1.0, -3.0)  # frequent, common, a sign, rare, strange in what offices write
_NO_TEXT = -9.0  # a control character
_UTF8 = 2.5  # what fits UTF-8 with characters of three bytes is hardly ever anything else
# A character of two bytes in UTF-8 is one of GB18030 too, · is 路; ©, 漏 there, stands alone on web pages.
_SURE = re.compile("[©\u0800-\U0010ffff]")
_BIG5 = -2.0  # once for a text: a line that either table can hold was seldom written in Big5
_CUT_OFF = 0.5  # against a reading whose last character is not whole
_BARELY = -1.5  # ASCII up to there: any other reading of its end is as good
_DOUBTFUL = 0.3  # below that it may be another encoding's text with damage
_UNLIKELY = -1.5  # below that only UTF-8 is believed
_CERTAIN = 3.0  # nothing else need be tried


class NotText(ValueError):  # noqa: N818 - what happened, in a word
    """The bytes are a picture, an archive, a program: anything but text."""


class Unclear(ValueError):  # noqa: N818
    """The bytes are text that is damaged or in no encoding known here; *choices*: the likeliest first."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__("no encoding fits")
        self.choices = choices


class Decoded(NamedTuple):
    """Text without a byte order mark, the encoding by Python's name, and how many characters are U+FFFD."""

    text: str
    encoding: str
    unreadable: int = 0


def decode(data: bytes) -> str:
    """Return the text of *data* as `read` does."""
    return read(data).text


def read(data: bytes, encoding: str = "") -> Decoded:
    """Return the text of *data*; a character cut off at the very end is dropped.

    Raises `NotText` for binary content and `Unclear` if no encoding fits every byte. With the *encoding*
    that a person chose, bytes that do not fit it become U+FFFD.
    """
    if encoding:
        return _forced(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, name)
            if text is None:
                raise Unclear((name, *(other for other in ENCODINGS if other != name)))
            return Decoded(_checked(text.removeprefix("\ufeff")), name)
    name, text, likely = max(_readings(data), key=lambda reading: reading[2], default=("", "", _NO_TEXT))
    if likely < _DOUBTFUL and name != "utf-8":
        _refuse_broken(data, likely)
    return Decoded(_checked(text), name)


def _forced(data: bytes, encoding: str) -> Decoded:
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(data, final=False)
    text = text.removeprefix("\ufeff")
    return Decoded(text, encoding, text.count("\ufffd"))


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > max(1, len(text) * _BINARY_SHARE):
        raise NotText
    return text


def _readings(data: bytes) -> Iterator[tuple[str, str, float]]:
    """Each encoding that all of *data* fits, with its text and how likely that is what was written."""
    for name in ENCODINGS:
        decoder = codecs.getincrementaldecoder(name)()
        try:
            text = decoder.decode(data, final=False)
        except UnicodeDecodeError:
            continue
        whole = not decoder.getstate()[0]
        likely = _likelihood(text, name)
        if not whole:
            likely = min(likely, _BARELY) if text.isascii() else likely - _CUT_OFF
        if name == "utf-8" and _SURE.search(text):
            likely += _UTF8
        yield name, text, likely
        if whole and likely > _CERTAIN:
            return


def _strictly(data: bytes, name: str) -> str | None:
    """Decode, or None; an incomplete last character is left off."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _likelihood(text: str, name: str) -> float:
    """Return the mean weight of the characters of *text*; ASCII counts only against what is no text."""
    start = text[: 8 * _SAMPLE]
    beyond = [character for character in start if character > "\x7f"][:_SAMPLE]
    odd = len(_CONTROL.findall(start))
    if not beyond:
        return _NO_TEXT if odd > len(start) * _BINARY_SHARE else _WEIGHTS[0] + 0.1
    prior = _BIG5 if name == "big5" else 0.0
    return (prior + sum(_weight(character, name) for character in beyond) + _NO_TEXT * odd) / len(beyond)


def _weight(character: str, name: str) -> float:
    frequent, common, sign, rare, strange = _WEIGHTS
    if character in _PUNCTUATION:
        return frequent
    if character in _TRADITIONAL or (character in _SIMPLIFIED and name != "big5"):
        if name == "gb18030" and character not in _SIMPLIFIED:
            return sign  # old forms are written in it, but seldom
        return frequent if character in _FREQUENT else common
    if _SIGN.match(character):
        return sign
    return rare if character in _RARE else strange


def _refuse_broken(data: bytes, likely: float) -> None:
    """Raise `Unclear` if *data* is damaged text, `NotText` if the best reading is nothing like text.

    *likely* is how likely the best reading is that fits every byte.
    """
    rated = []
    is_text = False
    for name in ENCODINGS:
        text = data.decode(name, errors="replace")
        kept = text.replace("\ufffd", "")
        lost = 1 - len(kept) / max(1, len(text))
        rating = min(_likelihood(kept, name), 0.0 if kept.isascii() else _CERTAIN) - 10 * lost
        rated.append((rating, name))
        control = len(_CONTROL.findall(text)) / max(1, len(text))
        is_text |= (
            lost <= _LOST and control <= _CONTROLS and likely < rating - 0.5 and not name.startswith("utf-16")
        )
    if is_text:
        raise Unclear(tuple(name for _, name in sorted(rated, reverse=True)))
    if likely < _UNLIKELY:
        raise NotText


# What pages and mails call the encodings; the names of smaller ones stand for what contains them.
_DECLARED = {
    "utf8": "utf-8", "utf-8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "windows-936": "gb18030", "hz-gb-2312": "hz", "gb18030": "gb18030", "gb18030-2000": "gb18030",
    "big5": "big5", "big5-hkscs": "big5hkscs", "cn-big5": "big5", "x-x-big5": "big5", "cp950": "big5",
    "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf-7": "utf-7",
}  # fmt: skip


def read_declared(data: bytes, declared: str, encoding: str = "") -> Decoded:
    """Return the text of *data*, which says of itself that its encoding is *declared*.

    That is believed where it can be true: pages in UTF-8 often claim another. Damaged bytes then become
    U+FFFD. Raises as `read` does where nothing usable is declared. *encoding* is a person's choice.
    """
    name = _DECLARED.get(declared.strip().lower(), "")
    if encoding or not name or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return read(data, encoding)
    if name != "utf-8" and not data.isascii() and _strictly(data, "utf-8") is not None:
        name = "utf-8"
    if name.startswith("utf-16") and b"\x00" not in data[:_SAMPLE]:
        return read(data)  # what is declared inside can be read, so it is not true
    if name == "utf-8" and _strictly(data, name) is None:
        try:
            return read(data)
        except ValueError:
            pass
    return _forced(data, name)

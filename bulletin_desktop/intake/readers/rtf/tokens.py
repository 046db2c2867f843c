"""The words of an RTF file (Rich Text Format 1.9.1, "Conventions of an RTF Reader")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"((?:\\u-?[0-9]{1,5} ?(?:\?|\\'[0-9a-fA-F]{2})){2,2000})(?!\\')"
    rb"|((?:\\u-?[0-9]{1,5} ?(?:\\'[0-9a-fA-F]{2}){2}){2,2000})(?!\\')"
    rb"|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)


_UNIT = re.compile(rb"\\u(-?[0-9]{1,5})")
_PAIR = re.compile(rb"\\u(-?[0-9]{1,5}) ?(\?|(?:\\'[0-9a-fA-F]{2}){1,2})")


class Token(NamedTuple):
    """A control word with its *number*, a brace as its *word*, or *data*: bytes in the current code page."""

    word: str = ""
    number: int | None = None
    data: bytes = b""


UNITS = "uu"
"""The word of a token of several \\u, each with as many bytes that stand for it as its number says."""
OPEN, CLOSE = Token("{"), Token("}")
_BYTES = [Token(data=bytes((value,))) for value in range(256)]
_ESCAPED = (b"\\", b"{", b"}")


def units(data: bytes) -> str:
    """Return the text of a token of several units."""
    codes = (int(number) & 0xFFFF for number in _UNIT.findall(data))
    return b"".join(code.to_bytes(2, "little") for code in codes).decode("utf-16-le", errors="replace")


def singly(data: bytes) -> Iterator[Token]:
    """Yield the tokens of several units one by one."""
    for number, fallback in _PAIR.findall(data):
        yield Token("u", int(number))
        if fallback == b"?":
            yield Token(data=fallback)
        else:
            yield from (_BYTES[int(code, 16)] for code in fallback.split(b"\\'")[1:])


def tokens(content: bytes) -> Iterator[Token]:
    r"""Yield the tokens; what a \bin announces is one of data under the word "bin"."""
    at = content.find(b"{\\rtf")
    end = len(content)
    match = _TOKEN.match
    while 0 <= at < end:
        found = match(content, at)
        if found is None:
            return
        at = found.end()
        single, double, word, number, code, sign, brace, text = found.groups()
        if single is not None:
            yield Token(UNITS, 1, single)
        elif double is not None:
            yield Token(UNITS, 2, double)
        elif text is not None:
            yield Token(data=text)
        elif code is not None:
            yield _BYTES[int(code, 16)]
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
        elif word is not None:
            value = int(number) if number else None
            if word == b"bin":
                length = max(0, min(value or 0, end - at))
                yield Token("bin", data=content[at : at + length])
                at += length
            else:
                yield Token(word.decode("ascii"), value)
        elif sign is not None:
            yield Token(data=sign) if sign in _ESCAPED else Token(sign.decode("latin-1"))

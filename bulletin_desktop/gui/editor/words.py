"""Words to step over, delete and select, Chinese ones as well as can be told without a dictionary.

Qt takes a whole Chinese paragraph with its punctuation for one word: Ctrl+Backspace would delete it all. Most
Chinese words have two characters; particles stand alone, and up to four characters between marks or particles
are taken as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtGui import QTextCursor

from bulletin_desktop.gui.editor.conversion import characters, units

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PARTICLE = re.compile("[的了和与及在是对把被将]")
_WHOLE = 4  # characters


@cache  # a start need not wait for it
def _token() -> re.Pattern[str]:
    return re.compile(rf"[{_HAN}]+|(?:(?![{_HAN}])\w)+(?:[.,](?:(?![{_HAN}])\w)+)*%?|\s+|[^\w\s]")


def bounds(text: str) -> list[int]:
    """Return where words begin in *text*, from 0 to its length; blanks belong to the word before them."""
    found = [0]
    for start, blank in _pieces(text):
        if start and not blank:
            found.append(start)
    return [*found, len(text)] if text else found


def before(text: str, at: int) -> int:
    """Return where the word before place *at* begins."""
    return max((each for each in bounds(text) if each < at), default=0)


def after(text: str, at: int) -> int:
    """Return where the word behind place *at* begins, or the end."""
    return min((each for each in bounds(text) if each > at), default=len(text))


def around(text: str, at: int) -> tuple[int, int]:
    """Return [start, end) of the word at a place, without the blanks behind it."""
    at = min(at, max(len(text) - 1, 0))
    start = max(each for each in bounds(text) if each <= at)
    end = after(text, at)
    return start, start + (len(text[start:end].rstrip()) or end - start)


def step(cursor: QTextCursor, down: bool, keep: bool) -> None:
    """Go to the next word or the one before, from a paragraph's ends into the next one; select if *keep*."""
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    block, text = cursor.block(), cursor.block().text()
    if cursor.atBlockEnd() if down else cursor.atBlockStart():
        moves = QTextCursor.MoveOperation
        cursor.movePosition(moves.NextCharacter if down else moves.PreviousCharacter, mode)
        return
    at = characters(text, cursor.positionInBlock())
    cursor.setPosition(block.position() + units(text, after(text, at) if down else before(text, at)), mode)


def select(cursor: QTextCursor) -> None:
    """Select the word at the cursor."""
    block, text = cursor.block(), cursor.block().text()
    start, end = around(text, characters(text, cursor.positionInBlock())) if text else (0, 0)
    cursor.setPosition(block.position() + units(text, start))
    cursor.setPosition(block.position() + units(text, end), QTextCursor.MoveMode.KeepAnchor)


def _pieces(text: str) -> Iterator[tuple[int, bool]]:
    """Where each piece begins, and whether it is blank."""
    for token in _token().finditer(text):
        words = token.group()
        if not re.match(f"[{_HAN}]", words):
            yield token.start(), words.isspace()
            continue
        at = 0
        for stop in (*(each.start() for each in _PARTICLE.finditer(words)), len(words)):
            step = 2 if stop - at > _WHOLE else max(stop - at, 1)
            yield from ((token.start() + each, False) for each in range(at, stop, step))
            if stop < len(words):
                yield token.start() + stop, False
            at = stop + 1

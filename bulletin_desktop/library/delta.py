"""What makes one long content out of another: pieces that are copied from it, and what is new between them.

For contents beyond the 32 kB that zlib's dictionaries reach. A delta is a list of steps, each the length of
new bytes, the bytes, and offset and length of what is copied after them; numbers are LEB128 varints.
"""

from __future__ import annotations

from collections.abc import Iterator

_PIECE = 32  # bytes in common from which copying is worth its step


def made(base: bytes, content: bytes) -> bytes:
    """Return the delta that makes *content* out of *base*."""
    places = {base[at : at + _PIECE]: at for at in range(0, len(base) - _PIECE + 1, _PIECE)}
    delta = bytearray()
    new = at = 0  # what is new begins at `new`; all before is in the delta
    first = _common(base, 0, content, 0)
    if first >= _PIECE:
        _step(delta, b"", 0, first)
        new = at = first
    while at <= len(content) - _PIECE:
        place = places.get(content[at : at + _PIECE])
        if place is None:
            at += 1
            continue
        while at > new and place > 0 and base[place - 1] == content[at - 1]:
            at, place = at - 1, place - 1
        length = _common(base, place, content, at)
        _step(delta, content[new:at], place, length)
        new = at = at + length
    if new < len(content):
        _step(delta, content[new:], 0, 0)
    return bytes(delta)


def applied(base: bytes, delta: bytes) -> bytes:
    """Return what *delta* makes out of *base*; raises ValueError if it cannot be read."""
    content = bytearray()
    numbers = _Numbers(delta)
    while numbers.at < len(delta):
        content += numbers.bytes(next(numbers))
        place, length = next(numbers), next(numbers)
        if place + length > len(base):
            raise ValueError("copies what is not there")
        content += base[place : place + length]
    return bytes(content)


def _common(base: bytes, place: int, content: bytes, at: int) -> int:
    """How many bytes from there on are the same in both."""
    length, reach = 0, 1 << 20
    longest = min(len(base) - place, len(content) - at)
    while reach:
        end = length + reach
        if end <= longest and base[place + length : place + end] == content[at + length : at + end]:
            length = end
        else:
            reach >>= 1
    return length


def _step(delta: bytearray, new: bytes, place: int, length: int) -> None:
    _put(delta, len(new))
    delta += new
    _put(delta, place)
    _put(delta, length)


def _put(delta: bytearray, number: int) -> None:
    while number > 0x7F:
        delta.append(number & 0x7F | 0x80)
        number >>= 7
    delta.append(number)


class _Numbers(Iterator[int]):
    """Reads numbers, and bytes between them."""

    def __init__(self, delta: bytes) -> None:
        self._delta = delta
        self.at = 0

    def __next__(self) -> int:
        number = shift = 0
        while self.at < len(self._delta):
            byte = self._delta[self.at]
            self.at += 1
            number |= (byte & 0x7F) << shift
            if byte < 0x80:
                return number
            shift += 7
        raise ValueError("cut off")

    def bytes(self, length: int) -> bytes:
        piece = self._delta[self.at : self.at + length]
        if len(piece) < length:
            raise ValueError("cut off")
        self.at += length
        return piece

"""A picture of an RTF file: its bytes in hexadecimals or as they are, and how large it is shown."""

from __future__ import annotations

from dataclasses import field

from bulletin_desktop.values import dataclass

_TWIP = 254 / 1440  # tenths of a millimetre
_LARGEST = 20_000  # tenths
_MOST = 48 * 1024 * 1024  # bytes
_SIZES = ("picwgoal", "pichgoal", "picscalex", "picscaley")


@dataclass(slots=True)
class Picture:
    """One picture while it is read."""

    _content: bytearray = field(default_factory=bytearray)
    _digits: bytearray = field(default_factory=bytearray)
    _said: dict[str, int] = field(default_factory=dict)
    _bitmap: bool = False

    def take_word(self, word: str, number: int | None) -> None:
        """Take what a control word says of it."""
        if word in _SIZES and number is not None:
            self._said[word] = number
        elif word in ("dibitmap", "wbitmap"):
            self._bitmap = True

    def take_hexadecimals(self, data: bytes) -> None:
        """Take bytes written as digits."""
        if len(self._digits) <= 2 * _MOST:
            self._digits += data

    def take_bytes(self, data: bytes) -> None:
        """Take bytes as they are."""
        self._content += data[:_MOST]

    def content(self) -> bytes:
        """Return the picture's bytes; empty for what is none, or a bitmap without a file's header."""
        if self._bitmap:
            return b""
        digits = bytes(self._digits.translate(None, b" \t\r\n\0"))
        try:
            return bytes(self._content) or bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        except ValueError:
            return b""

    def size(self) -> tuple[int, int]:
        """Return how large it is shown, in tenths of a millimetre; 0 where it does not say."""
        return self._length("picwgoal", "picscalex"), self._length("pichgoal", "picscaley")

    def _length(self, goal: str, scale: str) -> int:
        length = round(self._said.get(goal, 0) * _TWIP * self._said.get(scale, 100) / 100)
        return length if 0 < length <= _LARGEST else 0

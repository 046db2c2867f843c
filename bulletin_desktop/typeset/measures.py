"""What the breaker must know of fonts: Qt answers in the program, the font files on the command line."""

from __future__ import annotations

from typing import Protocol


class Measures(Protocol):
    """Advance widths of the fonts that the renderer will really use.

    Implementations answer for the font that replaces a missing one, and must agree to the last
    unit: both read the design advance (unhinted, unkerned) and divide it by the units per em.
    """

    def advance(self, family: str, char: str, bold: bool = False, latin: bool = False) -> float:
        """Return the width of *char* in ems, from the font that stands for *family*.

        A missing font is replaced per script: *latin* asks for the font that sets Latin text.
        """
        ...

    def height(self, family: str, bold: bool = False, latin: bool = False) -> float:
        """Return the height of a line of the font that stands for *family*, in ems: ascent and descent.

        Both as the font's `hhea` table has them; one em for a font without such figures.
        """
        ...

    def used(self, family: str, latin: bool = False) -> str:
        """Return the family that really stands for *family*; the same name if it is installed."""
        ...

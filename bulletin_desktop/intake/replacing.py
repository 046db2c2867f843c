"""The office's own replacements: what is found, literally, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_desktop.intake.punctuation import addresses


def found(text: str, replacements: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it becomes) in order. The longest is found first; addresses are left alone.

    Of two entries that find the same the first counts; what a replacement brings is not searched again.
    """
    becomes: dict[str, str] = {}
    for sought, after in replacements:
        if sought and sought != after:
            becomes.setdefault(sought, after)
    if not becomes or not any(sought in text for sought in becomes):
        return
    pattern = re.compile("|".join(map(re.escape, sorted(becomes, key=len, reverse=True))))
    protected = addresses(text)
    for match in pattern.finditer(text):
        start, end = match.span()
        if not any(start < last and first < end for first, last in protected):
            yield start, end, becomes[match[0]]

"""Days as people type them."""

from __future__ import annotations

import datetime as dt
import re

_PARTS = re.compile(r"\s*(?:(\d{4}|\d{2})\s*[-./年 ]\s*)?(\d{1,2})\s*[-./月 ]\s*(\d{1,2})\s*[日号]?\s*")
_DIGITS = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*")


def read(text: str, year: int) -> dt.date | None:
    """Return the day that *text* means, of *year* where it names none; None if it means no day.

    2026-1-30, 2026年1月30日, 26.1.30, 20260130, 1.30 and 1月30日 are all the same in 2026.
    """
    found = _DIGITS.fullmatch(text) or _PARTS.fullmatch(text)
    if found is None:
        return None
    named, month, day = found.groups()
    try:
        return dt.date(_whole(named) if named else year, int(month), int(day))
    except ValueError:
        return None


def _whole(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)

"""Dates as offices write them."""

from __future__ import annotations

import datetime as dt

from bulletin_desktop.document.numbering import chinese

_DIGITS = "〇一二三四五六七八九"


def in_digits(date: dt.date) -> str:
    """Return 2026年1月30日: no zeros before the figures (GB/T 9704-2012, 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def in_chinese(date: dt.date) -> str:
    """Return 二〇二六年一月三十日."""
    year = "".join(_DIGITS[int(digit)] for digit in str(date.year))
    return f"{year}年{chinese(date.month)}月{chinese(date.day)}日"

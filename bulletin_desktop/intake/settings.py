"""How an office wants its manuscripts taken in. The library keeps them; workers are given them."""

from __future__ import annotations

from enum import StrEnum

from bulletin_desktop.intake.cleaner import ALL, Rule
from bulletin_desktop.values import dataclass


class NotePlacement(StrEnum):
    """Where footnotes and endnotes of a manuscript go."""

    END = "end"  # numbered below the article they belong to, the number raised in the text
    INLINE = "inline"  # in brackets where they are referred to
    ASIDE = "aside"  # set aside


@dataclass(frozen=True, slots=True)
class Settings:
    """*replacements* are the office's own, (what is found, what it becomes), in the order they are made."""

    rules: frozenset[Rule] = ALL
    replacements: tuple[tuple[str, str], ...] = ()
    notes: NotePlacement = NotePlacement.END

"""What is said of a backup: how it differs from the library, and whether it is whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.library.verification import Verified
from bulletin_desktop.services.backups import Difference

_NAMED = 2  # titles that a difference names
translate = QCoreApplication.translate


def difference(found: Difference) -> str:
    """Say what the library has otherwise than a backup, a line for each kind."""
    parts = (
        _named(translate("BackupsDialog", "{count} articles came later and are not in it"), found.lacking),
        _named(translate("BackupsDialog", "{count} articles were changed since"), found.other),
        _named(translate("BackupsDialog", "{count} articles in it are gone now"), found.beyond),
    )
    said = "\n".join(filter(None, parts))
    return said or translate("BackupsDialog", "Its articles are those of the library now.")


def checked(found: Verified) -> str:
    """Say whether every text of a backup was legible."""
    if found.damaged:
        words = translate(
            "BackupsDialog", "Checked: {count} texts in it are damaged, everything else is whole."
        )
        return words.format(count=found.damaged)
    return translate("BackupsDialog", "Checked: every text in it is whole.")


def _named(words: str, titles: tuple[str, ...]) -> str:
    if not titles:
        return ""
    quoted = translate("BackupsDialog", "“{title}”")
    named = "".join(quoted.format(title=title) for title in titles[:_NAMED] if title)
    more = "…" if len(titles) > _NAMED else ""
    colon = translate("BackupsDialog", ": ") if named else ""
    return words.format(count=f"{len(titles):,}") + colon + named + more

"""What is to be said of a template's fonts on this machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.templates.groups import PROFILES
from bulletin_desktop.services import templates

if TYPE_CHECKING:
    from bulletin_desktop.services.template_draft import Draft
    from bulletin_desktop.typeset.measures import Measures


class FontNotes:
    """Sentences beside the fonts of the draft that *current* gives."""

    def __init__(self, measures: Measures, current: Callable[[], Draft]) -> None:
        self._measures = measures
        self._current = current

    def note(self, path: str) -> str:
        """Return what is to be said of the value at *path*, empty for nothing."""
        value = str(self._current().value(path)) if path.startswith("fonts.") else ""
        if path.startswith(PROFILES):
            return self._missing(value, latin=False)
        if path == "fonts.latin":
            return "" if value in ("", "body") else self._missing(value, latin=True)
        if path == "fonts.profile":
            return self._other_profile(value)
        return ""

    def _missing(self, family: str, latin: bool) -> str:
        used = self._measures.used(family, latin)
        if used == family:
            return ""
        return QCoreApplication.translate(
            "FontNotes", "Not installed here; {used} stands in for it on the screen"
        ).format(used=used)

    def _other_profile(self, profile: str) -> str:
        made = templates.read(self._current().source).suited_to(self._measures)
        if made.profile == profile:
            return ""
        return QCoreApplication.translate(
            "FontNotes", "This machine has all fonts of the other profile, so its pages are set in those"
        )

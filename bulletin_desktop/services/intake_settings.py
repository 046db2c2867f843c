"""How the office wants its manuscripts taken in: kept in the library as JSON."""

from __future__ import annotations

import json

from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import Changes, UpdateIntakeSettings
from bulletin_desktop.services.outline import REGISTER


def settings(library: Library) -> Settings:
    """Return what is kept, or the usual settings where nothing is, or what is there is damaged."""
    text = library.intake_settings.get()
    return Settings() if text is None else read(text)


def update(library: Library, act: UpdateIntakeSettings) -> Changes:
    """Carry out the act."""
    former = settings(library)
    library.intake_settings.keep(written(act.settings))
    return Changes(frozenset({REGISTER}), UpdateIntakeSettings(former))


def written(kept: Settings) -> str:
    """Return settings as JSON.

    It has the rules that are off, not those that are on: one that a later version brings starts switched on.
    """
    off = sorted(rule.value for rule in Rule if rule not in kept.rules)
    value = {"off": off, "replacements": kept.replacements, "notes": kept.notes.value}
    return json.dumps(value, ensure_ascii=False)


def read(text: str) -> Settings:
    """Return the settings that `written` gave."""
    value = json.loads(text)
    return Settings(
        frozenset(rule for rule in Rule if rule.value not in value["off"]),
        tuple((found, becomes) for found, becomes in value["replacements"]),
        NotePlacement(value["notes"]),
    )

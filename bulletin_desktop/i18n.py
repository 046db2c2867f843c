"""The words people see: which language, and the one translation file.

Source strings are English. `resources/i18n/zh_CN.ts` holds the Chinese for each, by context and source;
the window reads it through a QTranslator over a `Catalog`, the command line directly. The file is read as it
is: a compiled .qm would need Qt's tools on every developer's machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError, Words

CHINESE = "zh_CN"
ENGLISH = "en"

_PARTS = re.compile(
    r"<name>([^<]+)</name>|"
    r"<source>([^<]+)</source>\s*<translation(?: type=\"unfinished\")?>([^<]*)</translation>"
)
_WINDOWS_ENGLISH = 0x09  # LANG_ENGLISH, the primary language in a LANGID's lower ten bits


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - Qt's name, known to translators
    """Mark *text* for the translation file and return it unchanged, for tables of labels."""
    return text


def ui_language(environ: Mapping[str, str]) -> str:
    """Return `zh_CN` unless the system's interface is English, then `en`.

    The locale variables of *environ* decide, in POSIX's order; where none is set, as on Windows, the
    system's interface language does. The C locale names no language.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return ENGLISH if value.split(".")[0].split("_")[0].lower() == "en" else CHINESE
    return ENGLISH if _windows_language() & 0x3FF == _WINDOWS_ENGLISH else CHINESE


def _windows_language() -> int:
    """The LANGID of the person's Windows interface; 0 elsewhere."""
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage())


class Catalog:
    """One language's words. What it does not know stays English."""

    def __init__(self, language: str, words: Mapping[tuple[str, str], str]) -> None:
        self.language = language
        self._words = words

    @classmethod
    def load(cls, language: str) -> Catalog:
        """Return the catalog of *language*; English needs none."""
        if language == ENGLISH:
            return cls(language, {})
        file = paths.resources() / "i18n" / f"{language}.ts"
        return cls(language, dict(_translations(file.read_text(encoding="utf-8"))))

    def find(self, context: str, source: str) -> str | None:
        """Return the translation of *source* in *context*, or None if there is none."""
        return self._words.get((context, source))

    def text(self, context: str, source: str) -> str:
        """Return the words for *source* in *context*; its `{name}` fields are left to the caller."""
        return self._words.get((context, source), source)

    def sources(self) -> dict[str, str]:
        """Return the English words by their translations, whatever their context."""
        return {translated: source for (_, source), translated in self._words.items()}

    def error(self, error: UserError) -> str:
        """Return the sentence of *error*, translated and filled."""
        values = {
            name: self.text("errors", value) if isinstance(value, Words) else value
            for name, value in error.values.items()
        }
        return self.text("errors", error.message).format(**values)


def _translations(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Every finished message of a .ts file as scripts/update_translations.py writes it.

    An XML parser would keep every start of the program waiting six times as long.
    """
    context = ""
    for name, source, translated in _PARTS.findall(text):
        if name:
            context = _unescaped(name)
        elif translated:
            yield (context, _unescaped(source)), _unescaped(translated)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

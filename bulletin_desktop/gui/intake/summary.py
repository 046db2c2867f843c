"""What came of a batch, in words: what came in, what of it was left out, what failed and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.gui.review.words import source_name
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP, Catalog
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services.receiving import Received

_FAILED = QT_TRANSLATE_NOOP("IntakeSummary", "Not read")
_LOST = QT_TRANSLATE_NOOP("IntakeSummary", "Left out or changed")
_CAME = QT_TRANSLATE_NOOP("IntakeSummary", "Came in")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its entries, each a name and what is said of it."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """*headline* counts; *parts* name every file. *notable* tells that a person should see it unasked."""

    headline: str
    parts: tuple[Part, ...]
    notable: bool

    def text(self) -> str:
        """Return all of it as it is copied."""
        lines = [self.headline]
        for part in self.parts:
            lines += ["", part.title, *(f"  {name}  {said}".rstrip() for name, said in part.entries)]
        return "\n".join(lines)


def summary(received: Sequence[Received], catalog: Catalog) -> Summary:
    """Return what is said of *received*."""
    from bulletin_desktop.intake import assemble

    translate = QCoreApplication.translate
    read = [each.recognition for each in received if each.recognition is not None]
    failed = [(_name(each.name), catalog.error(each.error)) for each in received if each.error is not None]
    told = [
        (_name(each.source), words)
        for each in read
        if (words := _told((what, n) for what, n in each.told if _is_loss(what)))
    ]
    aside = [(each, len(assemble.set_aside(each))) for each in read]
    came = [
        (
            _name(each.source),
            translate("IntakeSummary", "{count} lines set aside").format(count=count) if count else "",
        )
        for each, count in aside
    ]
    headline = translate("IntakeSummary", "{count} manuscripts came in").format(count=len(read))
    if failed:
        headline = translate("IntakeSummary", "{count} manuscripts came in, {failed} were not read").format(
            count=len(read), failed=len(failed)
        )
    titled = ((_FAILED, failed), (_LOST, told), (_CAME, came))
    parts = tuple(Part(_tr(title), tuple(entries)) for title, entries in titled if entries)
    return Summary(headline, parts, bool(failed or told))


def _told(told: Iterable[tuple[object, int]]) -> str:
    from bulletin_desktop.services.told import WORDS

    translate = QCoreApplication.translate
    words = [translate("Told", WORDS[what]).format(count=count) for what, count in told]
    return translate("IntakeSummary", "; ").join(words)


def _is_loss(what: object) -> bool:
    """Whether something of the file is not there any more, or easily missed."""
    from bulletin_desktop.intake.source import Told

    return what not in (
        Told.NUMBERS,
        Told.NOTES,
        Told.TEXT_BOXES,
        Told.FORMULAS,
        Told.LAYOUT_TABLES,
        Told.FORMAT_CHANGES,
        Told.HEADERS,
        Told.SYMBOLS,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeSummary", text)


def _name(name: str) -> str:
    """The name as it was told, with the folder or archive it was in."""
    return name or source_name(name)

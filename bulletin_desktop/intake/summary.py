"""What came in, counted: what was cleaned, what the reader tells of a file, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake import noise
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recognition import Label, ReadLine, Why
from bulletin_desktop.intake.source import Told
from bulletin_desktop.values import dataclass

CONTEXT = "Intake"  # of the words below, for the translation


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that a person counts as one; *words* have a {count}."""

    rules: tuple[Rule, ...]
    words: str


FAMILIES = (
    Family(
        (Rule.HALFWIDTH_PUNCTUATION, Rule.HALFWIDTH_BRACKETS, Rule.POINTS),
        QT_TRANSLATE_NOOP("Intake", "{count} half-width marks"),
    ),
    Family((Rule.QUOTES,), QT_TRANSLATE_NOOP("Intake", "{count} straight quotation marks")),
    Family(
        (Rule.FULLWIDTH_DIGITS, Rule.FULLWIDTH_LETTERS),
        QT_TRANSLATE_NOOP("Intake", "{count} full-width digits and letters"),
    ),
    Family((Rule.SPACES, Rule.TITLE_SPACES), QT_TRANSLATE_NOOP("Intake", "{count} spaces")),
    Family((Rule.INDENT,), QT_TRANSLATE_NOOP("Intake", "{count} indents")),
    Family((Rule.FORBIDDEN,), QT_TRANSLATE_NOOP("Intake", "{count} invisible characters")),
    Family((Rule.WRAPPED_LINES,), QT_TRANSLATE_NOOP("Intake", "{count} joined lines")),
    Family(
        (Rule.WEB_NOISE, Rule.PAGE_NUMBERS),
        QT_TRANSLATE_NOOP("Intake", "{count} lines of web pages and page numbers"),
    ),
    Family((Rule.REPLACEMENTS,), QT_TRANSLATE_NOOP("Intake", "{count} replacements")),
)

TOLD = {
    Told.INSERTIONS: QT_TRANSLATE_NOOP("Intake", "{count} tracked insertions kept"),
    Told.DELETIONS: QT_TRANSLATE_NOOP("Intake", "{count} tracked deletions dropped"),
    Told.MOVES: QT_TRANSLATE_NOOP("Intake", "{count} tracked moves, kept where they went to"),
    Told.FORMAT_CHANGES: QT_TRANSLATE_NOOP("Intake", "{count} tracked changes of format"),
    Told.COMMENTS: QT_TRANSLATE_NOOP("Intake", "{count} comments"),
    Told.NOTES: QT_TRANSLATE_NOOP("Intake", "{count} footnotes and endnotes"),
    Told.NUMBERS: QT_TRANSLATE_NOOP("Intake", "{count} automatic numbers written out"),
    Told.TEXT_BOXES: QT_TRANSLATE_NOOP("Intake", "{count} text boxes taken as text"),
    Told.HEADERS: QT_TRANSLATE_NOOP("Intake", "{count} page headers and footers left out"),
    Told.HIDDEN: QT_TRANSLATE_NOOP("Intake", "{count} hidden passages left out"),
    Told.PICTURES: QT_TRANSLATE_NOOP("Intake", "{count} pictures that cannot be read"),
    Told.WEB_PICTURES: QT_TRANSLATE_NOOP("Intake", "{count} linked pictures, not fetched"),
    Told.DRAWINGS: QT_TRANSLATE_NOOP("Intake", "{count} drawings of which only the words were kept"),
    Told.OBJECTS: QT_TRANSLATE_NOOP("Intake", "{count} embedded objects left out"),
    Told.EQUATIONS: QT_TRANSLATE_NOOP("Intake", "{count} equations taken as one line of text"),
    Told.MACROS: QT_TRANSLATE_NOOP("Intake", "{count} macros ignored"),
    Told.LAYOUT_TABLES: QT_TRANSLATE_NOOP("Intake", "{count} frames of cells taken as text"),
    Told.NESTED_TABLES: QT_TRANSLATE_NOOP("Intake", "{count} tables within tables taken as text"),
    Told.CELL_PICTURES: QT_TRANSLATE_NOOP(
        "Intake", "{count} pictures moved from their cells behind the table"
    ),
    Told.ROWS: QT_TRANSLATE_NOOP("Intake", "{count} table rows too many, set below as text"),
    Told.COLUMNS: QT_TRANSLATE_NOOP("Intake", "{count} table columns too many, set below as text"),
    Told.SYMBOLS: QT_TRANSLATE_NOOP("Intake", "{count} symbols written with the nearest character"),
    Told.FORMULAS: QT_TRANSLATE_NOOP("Intake", "{count} fields by the text they show"),
    Told.UNREADABLE: QT_TRANSLATE_NOOP("Intake", "{count} unreadable characters"),
    Told.ATTACHMENTS: QT_TRANSLATE_NOOP("Intake", "{count} attached files left out"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts above 0, each in the order of its enum. What was joined or set aside counts by line."""

    cleaned: tuple[tuple[Rule, int], ...] = ()
    aside: tuple[tuple[Why, int], ...] = ()

    @property
    def places(self) -> int:
        """How many places of the text were cleaned; lines set aside are none of it."""
        return sum(count for rule, count in self.cleaned if rule not in noise.SWITCH.values())

    def families(self) -> tuple[tuple[Family, int], ...]:
        """Return what was cleaned by family, counts above 0."""
        counts = dict(self.cleaned)
        summed = ((family, sum(counts.get(rule, 0) for rule in family.rules)) for family in FAMILIES)
        return tuple((family, count) for family, count in summed if count)


def counted(cleaned: Mapping[str, int], aside: Mapping[str, int]) -> Summary:
    """Return the summary of counts by rule and by reason; those that are 0 are left out.

    What a person took back is not counted: `rules_of` a line names the rest.
    """
    return Summary(
        tuple((rule, cleaned[rule]) for rule in Rule if cleaned.get(rule)),
        tuple((why, aside[why]) for why in Why if aside.get(why)),
    )


def rules_of(line: ReadLine) -> Iterator[str]:
    """Yield the rule of each thing that cleaning did to the line."""
    if line.joins and not line.decided:
        yield Rule.WRAPPED_LINES
    if line.label is Label.ASIDE:
        rule = noise.SWITCH.get(Why(line.why))
        if rule:
            yield rule
        return
    for change in line.changes:
        yield change.rule

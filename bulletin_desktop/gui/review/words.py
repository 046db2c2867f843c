"""The words of the review page: labels, reasons, doubts and keys, marked for translation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Why

_LABELS = {
    Label.SECTION: QT_TRANSLATE_NOOP("Review", "Section"),
    Label.KICKER: QT_TRANSLATE_NOOP("Review", "Kicker"),
    Label.HEADLINE: QT_TRANSLATE_NOOP("Review", "Headline"),
    Label.SUBTITLE: QT_TRANSLATE_NOOP("Review", "Subtitle"),
    Label.CREDIT: QT_TRANSLATE_NOOP("Review", "Credit"),
    Label.BODY: QT_TRANSLATE_NOOP("Review", "Body"),
    Label.HEADING1: QT_TRANSLATE_NOOP("Review", "Heading 1"),
    Label.HEADING2: QT_TRANSLATE_NOOP("Review", "Heading 2"),
    Label.HEADING3: QT_TRANSLATE_NOOP("Review", "Heading 3"),
    Label.HEADING4: QT_TRANSLATE_NOOP("Review", "Heading 4"),
    Label.SALUTATION: QT_TRANSLATE_NOOP("Review", "Salutation"),
    Label.SIGNATURE: QT_TRANSLATE_NOOP("Review", "Signature"),
    Label.DATE: QT_TRANSLATE_NOOP("Review", "Date"),
    Label.NOTE: QT_TRANSLATE_NOOP("Review", "Note"),
    Label.ATTACHMENT: QT_TRANSLATE_NOOP("Review", "Attachment"),
    Label.CAPTION: QT_TRANSLATE_NOOP("Review", "Caption"),
    Label.QUOTE: QT_TRANSLATE_NOOP("Review", "Quotation"),
    Label.TABLE: QT_TRANSLATE_NOOP("Review", "Table"),
    Label.PICTURE: QT_TRANSLATE_NOOP("Review", "Picture"),
    Label.BLANK: QT_TRANSLATE_NOOP("Review", "Blank"),
    Label.ASIDE: QT_TRANSLATE_NOOP("Review", "Set aside"),
}
_REASONS: dict[str, str] = {
    Why.WEB_NOISE: QT_TRANSLATE_NOOP("Review", "Web noise"),
    Why.MASTHEAD: QT_TRANSLATE_NOOP("Review", "Masthead"),
    Why.IMPRINT: QT_TRANSLATE_NOOP("Review", "Imprint"),
    Why.CONTENTS: QT_TRANSLATE_NOOP("Review", "Contents"),
    Why.FORM: QT_TRANSLATE_NOOP("Review", "Submission form"),
    Why.NOTE: QT_TRANSLATE_NOOP("Review", "Footnote"),
    Why.SEPARATOR: QT_TRANSLATE_NOOP("Review", "Separator"),
    Why.PAGE_NUMBER: QT_TRANSLATE_NOOP("Review", "Page number"),
    Why.BY_HAND: QT_TRANSLATE_NOOP("Review", "By hand"),
}
_DOUBTS: dict[str, str] = {
    Doubt.BOUNDARY: QT_TRANSLATE_NOOP(
        "Review", "It is not certain whether an article begins at line {line}."
    ),
    Doubt.NO_HEADLINE: QT_TRANSLATE_NOOP("Review", "The article at line {line} has no headline."),
    Doubt.HEADLINE_BREAK: QT_TRANSLATE_NOOP(
        "Review", "The space in line {line} may be a line break of the headline."
    ),
    Doubt.CUT_OFF: QT_TRANSLATE_NOOP(
        "Review", "Line {line} has no end mark; the manuscript may be incomplete."
    ),
    Doubt.ROLE: QT_TRANSLATE_NOOP("Review", "What line {line} is could only be guessed."),
    Doubt.QUOTES: QT_TRANSLATE_NOOP("Review", "The straight quotation marks of line {line} do not pair."),
    Doubt.UNREADABLE: QT_TRANSLATE_NOOP("Review", "Line {line} holds characters that could not be read."),
}
_ANY_DOUBT = QT_TRANSLATE_NOOP("Review", "Line {line} needs a look.")

CLEANED = QT_TRANSLATE_NOOP("Review", "{before} in the original")
LEAVE = QT_TRANSLATE_NOOP("Review", "Leave as it is")
BEGIN = QT_TRANSLATE_NOOP("Review", "Begin an article here")
ABOVE = QT_TRANSLATE_NOOP("Review", "Join to the one above")
BREAK = QT_TRANSLATE_NOOP("Review", "Break the headline there")
LINES = QT_TRANSLATE_NOOP("Review", "lines {first}–{last}")
AMOUNT = QT_TRANSLATE_NOOP("Review", "{paragraphs} paragraphs, {characters} characters")
_PASTED = QT_TRANSLATE_NOOP("Review", "Pasted text")


def label_name(label: Label) -> str:
    """Return the name of *label* in the person's language."""
    return say(_LABELS[label])


def reason(line: ReadLine) -> str:
    """Return why a line is set aside."""
    return say(_REASONS.get(line.why, _LABELS[Label.ASIDE]))


def doubt(line: ReadLine) -> str:
    """Return the sentence that asks a person to look at *line*."""
    return say(_DOUBTS.get(line.doubt, _ANY_DOUBT)).format(line=line.number)


def source_name(source: str) -> str:
    """Return what a manuscript's source is called: a file's name without its folder."""
    return Path(source).name if source else say(_PASTED)


def say(source: str) -> str:
    """Return the translation of one of the review page's sources."""
    return QCoreApplication.translate("Review", source)

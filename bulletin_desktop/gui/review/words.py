"""The words of the review page: labels, reasons, doubts and keys, marked for translation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document.model import Table
from bulletin_desktop.gui.review.digest import Mark, Row, RowKind
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.intake import summary
from bulletin_desktop.intake.cleaner import Rule
from bulletin_desktop.intake.recognition import Doubt, Facts, Fate, Label, ReadLine, Recognition, Sender, Why
from bulletin_desktop.intake.review import HEADLINE_BREAK
from bulletin_desktop.intake.source import Comment

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
    Why.EMPTY_SECTION: QT_TRANSLATE_NOOP("Review", "Section without articles"),
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

_RULES: dict[str, str] = {
    Rule.HALFWIDTH_PUNCTUATION: QT_TRANSLATE_NOOP("Review", "Half-width marks , : ; ? !"),
    Rule.HALFWIDTH_BRACKETS: QT_TRANSLATE_NOOP("Review", "Half-width brackets"),
    Rule.POINTS: QT_TRANSLATE_NOOP("Review", "Points at the end of sentences"),
    Rule.QUOTES: QT_TRANSLATE_NOOP("Review", "Straight quotation marks"),
    Rule.FULLWIDTH_DIGITS: QT_TRANSLATE_NOOP("Review", "Full-width digits"),
    Rule.FULLWIDTH_LETTERS: QT_TRANSLATE_NOOP("Review", "Full-width letters"),
    Rule.SPACES: QT_TRANSLATE_NOOP("Review", "Spaces in sentences"),
    Rule.TITLE_SPACES: QT_TRANSLATE_NOOP("Review", "Spaces in headlines"),
    Rule.INDENT: QT_TRANSLATE_NOOP("Review", "Indents and trailing spaces"),
    Rule.FORBIDDEN: QT_TRANSLATE_NOOP("Review", "Invisible characters"),
    Rule.WRAPPED_LINES: QT_TRANSLATE_NOOP("Review", "Lines broken within a paragraph"),
    Rule.WEB_NOISE: QT_TRANSLATE_NOOP("Review", "Lines of web pages"),
    Rule.PAGE_NUMBERS: QT_TRANSLATE_NOOP("Review", "Page numbers"),
    Rule.REPLACEMENTS: QT_TRANSLATE_NOOP("Review", "The office's replacements"),
    HEADLINE_BREAK: QT_TRANSLATE_NOOP("Review", "Line break of a headline"),
}
_FATES = {
    Fate.LEFT_OUT: QT_TRANSLATE_NOOP("Review", "Left out"),
    Fate.REJECTED: QT_TRANSLATE_NOOP("Review", "Rejected"),
}

_GUESSES = (Doubt.BOUNDARY, Doubt.NO_HEADLINE, Doubt.ROLE)  # whose confidence tells something
_SURE = QT_TRANSLATE_NOOP("Review", "{doubt} ({share} % sure)")

CLEANED = QT_TRANSLATE_NOOP("Review", "{before} became {after}: {rule}")
DROPPED = QT_TRANSLATE_NOOP("Review", "{before} was taken out: {rule}")
SPACE = QT_TRANSLATE_NOOP("Review", "space")
INVISIBLE = QT_TRANSLATE_NOOP("Review", "an invisible character")
LINE_BREAK = QT_TRANSLATE_NOOP("Review", "line break")
MORE_ROWS = QT_TRANSLATE_NOOP("Review", "and {count} more rows")
NO_PICTURE = QT_TRANSLATE_NOOP("Review", "Cannot be shown")
ALL_KEYS = QT_TRANSLATE_NOOP("Review", "all keys")
FEWER_KEYS = QT_TRANSLATE_NOOP("Review", "fewer keys")
TOLD = QT_TRANSLATE_NOOP("Review", "Of this file")
SENDER = QT_TRANSLATE_NOOP("Review", "Sender")
MASTHEAD = QT_TRANSLATE_NOOP("Review", "Masthead")
PHONE = QT_TRANSLATE_NOOP("Review", "phone {phone}")
OPEN_ORIGINAL = QT_TRANSLATE_NOOP("Review", "Open the original")
KEEP = QT_TRANSLATE_NOOP("Review", "Take it all the same")
LEAVE_OUT = QT_TRANSLATE_NOOP("Review", "Leave it out")
TAKE_BACK = QT_TRANSLATE_NOOP("Review", "Take it after all")
LEAVE = QT_TRANSLATE_NOOP("Review", "Leave as it is")
BEGIN = QT_TRANSLATE_NOOP("Review", "Begin an article here")
ABOVE = QT_TRANSLATE_NOOP("Review", "Join to the one above")
BREAK = QT_TRANSLATE_NOOP("Review", "Break the headline there")
_LINE = QT_TRANSLATE_NOOP("Review", "line {first}")
_LINES = QT_TRANSLATE_NOOP("Review", "lines {first}–{last}")
AMOUNT = QT_TRANSLATE_NOOP("Review", "{paragraphs} paragraphs, {characters} characters")
_TABLE = QT_TRANSLATE_NOOP("Review", "{rows} rows, {columns} columns")
_NUMBER = QT_TRANSLATE_NOOP("Review", "No. {number}")
_RUNNING_NUMBER = QT_TRANSLATE_NOOP("Review", "{number} in all")
_COMMENT = QT_TRANSLATE_NOOP("Review", "{author} commented {about}: {text}")
_COMMENT_OF_NOBODY = QT_TRANSLATE_NOOP("Review", "Comment {about}: {text}")
_PASTED = QT_TRANSLATE_NOOP("Review", "Pasted text")


def label_name(label: Label) -> str:
    """Return the name of *label* in the person's language."""
    return say(_LABELS[label])


def reason(line: ReadLine) -> str:
    """Return why a line is set aside."""
    return say(_REASONS.get(line.why, _LABELS[Label.ASIDE]))


def doubt(line: ReadLine) -> str:
    """Return the sentence that asks a person to look at *line*."""
    said = say(_DOUBTS.get(line.doubt, _ANY_DOUBT)).format(line=line.number)
    if line.doubt not in _GUESSES or not 0 < line.confidence < 1:
        return said
    return say(_SURE).format(doubt=said, share=round(line.confidence * 100))


def rule_name(rule: str) -> str:
    """Return what a rule of cleaning is called."""
    return say(_RULES[rule])


def fate(of: Fate) -> str:
    """Return what becomes of an article that is not taken."""
    return say(_FATES[of])


def change(mark: Mark) -> str:
    """Return what was done at a mark: before, after, and the rule."""
    before, after = visible(mark.before), visible(mark.after)
    source = CLEANED if mark.after else DROPPED
    return say(source).format(before=before, after=after, rule=rule_name(mark.rule))


def visible(text: str) -> str:
    """Return characters so that a person sees them: spaces by name, others in quotation marks."""
    if text == "\n":
        return say(LINE_BREAK)
    if text.strip():
        return f"“{text}”"
    if any(character.isspace() for character in text):
        return say(SPACE) if len(text) == 1 else f"{say(SPACE)}×{len(text)}"
    return say(INVISIBLE)


def line_text(line: ReadLine) -> str:
    """Return what a line says, a table by its size and first cells."""
    if isinstance(line.content, Table):
        size = say(_TABLE).format(rows=len(line.content.rows), columns=len(line.content.widths))
        cells = " ".join(cell.strip() for cell in line.text.split("\t") if cell.strip())
        return f"{size}　{cells}"[:200]
    return line.text


def sender(of: Sender) -> str:
    """Return who sent an article, on one line."""
    phone = say(PHONE).format(phone=of.phone) if of.phone else ""
    return "　".join(part for part in (of.contributor, of.author, phone) if part)


def masthead(facts: Facts) -> str:
    """Return what the masthead of a pasted old issue said, on one line."""
    number = say(_NUMBER).format(number=facts.number) if facts.number else ""
    running = say(_RUNNING_NUMBER).format(number=facts.running_number) if facts.running_number else ""
    parts = (facts.publication, number, running, facts.unit, facts.date)
    return "　".join(part for part in parts if part)


def told(recognition: Recognition) -> tuple[str, ...]:
    """Return what the reader tells of a file, each in a sentence, and its comments."""
    said = [
        QCoreApplication.translate(summary.CONTEXT, summary.TOLD[kind]).format(count=f"{count:,}")
        for kind, count in recognition.told
    ]
    return (*said, *(_comment(each) for each in recognition.comments))


def _comment(comment: Comment) -> str:
    about = f"“{comment.about}”" if comment.about else ""
    source = _COMMENT if comment.author else _COMMENT_OF_NOBODY
    return say(source).format(author=comment.author, text=" ".join(comment.text.split()), about=about)


def head(row: Row) -> str:
    """Return what a row that is no line says."""
    if row.kind in (RowKind.TOLD, RowKind.DETAIL, RowKind.FAILURES):
        return row.text
    name = source_name(row.source)
    return f"{name}　{row.text}" if row.text else name


def source_name(source: str) -> str:
    """Return what a manuscript's source is called: a file's name without its folder."""
    return Path(source).name if source else say(_PASTED)


def say(source: str) -> str:
    """Return the translation of one of the review page's sources."""
    return QCoreApplication.translate("Review", source)


def lines(first: int, last: int) -> str:
    """Return which lines of a file something is."""
    return say(_LINE if first == last else _LINES).format(first=first, last=last)

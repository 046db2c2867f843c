"""Every value a template may hold, declared once: the reader, the dialog and docs/templates.md read it here.

A field's path is its place in the .toml; `*` stands for a style's role or a font profile's name. What an
office does not say comes from the template's base, or is the field's default.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bulletin_desktop.values import dataclass

MM, PT, TWIPS, CHARS = "mm", "pt", "twips", "chars"
TWIPS_IN = {MM: 1440 / 25.4, PT: 20.0, TWIPS: 1.0}
FIXED, USUAL, PRACTICE = STRENGTHS = ("规定", "一般", "习惯")
LETTERS = ("title", "body", "kai", "hei", "song")


class Kind(StrEnum):
    """What a value is in the file, and in brackets what it is read as."""

    LENGTH = "length"  # { mm = 37, strength = "规定" } (twips)
    COUNT = "count"  # { lines = 22, strength = "一般" } (a whole number)
    TEXT = "text"  # "第{number}期" (str)
    CHOICE = "choice"  # one of `choices` (str)
    SWITCH = "switch"  # true or false (bool)
    COLOUR = "colour"  # "FF0000" (str)
    FONT = "font"  # a letter of the font profile (str)
    LEVEL = "level"  # 0 to 8, a level of Word's navigation pane (int)
    TABS = "tabs"  # [{ mm = 156, align = "right", dots = true }]


REQUIRED = None
"""A field with this default must stand in the template or its base."""


def label(text: str) -> str:
    """Mark *text* for the translation file, context "Template", and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Field:
    """One value. *least* and *most* are in twips for a length; for a text *most* is its characters.

    *label* and *group* are English and translated in the context "Template"; of a choice, *labels* are
    what people see. *blanks* are the names a text may hold in braces.
    """

    path: str
    kind: Kind
    label: str
    group: str
    units: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    strength: str = PRACTICE
    default: object = REQUIRED
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


def length(
    path: str, title: str, group: str, least: float, most: float, strength: str = PRACTICE,
    default: int | None = None, chars: bool = False,
) -> Field:  # fmt: skip
    """Return a field for a length from *least* to *most* twips; *chars* allows characters of its style."""
    units = (MM, PT, TWIPS, CHARS) if chars else (MM, PT, TWIPS)
    return Field(path, Kind.LENGTH, title, group, units, least, most, strength, default)


def count(
    path: str, title: str, group: str, unit: str, least: int, most: int, strength: str = PRACTICE,
    default: int | None = None,
) -> Field:  # fmt: skip
    """Return a field for a whole number of *unit*."""
    return Field(path, Kind.COUNT, title, group, (unit,), least, most, strength, default)


def lines(
    path: str, title: str, group: str, least: int, most: int, strength: str = PRACTICE,
    default: int | None = None,
) -> Field:  # fmt: skip
    """Return a field for a number of lines."""
    return count(path, title, group, "lines", least, most, strength, default)


def wording(
    path: str, title: str, group: str, blanks: tuple[str, ...] = (), most: int = 60,
    default: str | None = None,
) -> Field:  # fmt: skip
    """Return a field for a text of one line."""
    return Field(path, Kind.TEXT, title, group, most=most, default=default, blanks=blanks)


def switch(path: str, title: str, group: str, default: bool | None = None) -> Field:
    """Return a field that is true or false."""
    return Field(path, Kind.SWITCH, title, group, default=default)


def choice(path: str, title: str, group: str, labels: Mapping[str, str], default: str | None = None) -> Field:
    """Return a field with one of the keys of *labels*."""
    return Field(
        path, Kind.CHOICE, title, group, default=default, choices=tuple(labels), labels=tuple(labels.values())
    )


def colour(path: str, title: str, group: str, default: str | None = None) -> Field:
    """Return a field for six hexadecimals, red, green and blue."""
    return Field(path, Kind.COLOUR, title, group, default=default)


_PAGE = label("Page")
_FONTS = label("Fonts")
_FOLIO = label("Page numbers")
_WORDS = label("Wording")
_MASTHEAD = label("Masthead")
_COVER = label("Cover")
_CONTENTS = label("Contents")
_SECTION = label("Sections")
_ARTICLE = label("Articles")
_IMPRINT = label("Imprint")
_PICTURES = label("Pictures")
_TABLE = label("Tables")
_FIT = label("Saving a page")
_STYLE = label("Styles")

_INCH = 1440
_A3 = 23811
_HEAD_BLANKS = ("name", "unit", "issue", "date", "year", "number", "running", "issuer")

_GENERAL = (
    wording("name", label("Name of the template"), _PAGE),
    wording("base", label("Template it is derived from"), _PAGE, default=""),
    length("page.width", label("Paper width"), _PAGE, 5000, _A3, FIXED),
    length("page.height", label("Paper height"), _PAGE, 7000, _A3, FIXED),
    length("page.top", label("Top margin"), _PAGE, 0, 5 * _INCH, FIXED),
    length("page.bottom", label("Bottom margin"), _PAGE, 0, 5 * _INCH, FIXED),
    length("page.left", label("Left margin"), _PAGE, 0, 5 * _INCH, FIXED),
    length("page.text_width", label("Width of the text block"), _PAGE, 2000, _A3, FIXED),
    lines("page.lines", label("Lines a page"), _PAGE, 8, 60, USUAL),
    length("page.pitch", label("Line pitch"), _PAGE, 200, 1600, USUAL),
    switch("page.hanging", label("Marks may hang over the right edge"), _PAGE, True),
    switch("page.two_sided", label("Fill up to an even number of pages"), _PAGE, False),
    wording("fonts.profile", label("Font profile"), _FONTS),
    wording("fonts.latin", label("Font of digits and Latin letters"), _FONTS, default="body"),
    wording("fonts.profiles.*.title", label("Headlines"), _FONTS),
    wording("fonts.profiles.*.body", label("Body text"), _FONTS),
    wording("fonts.profiles.*.kai", label("Kaiti"), _FONTS),
    wording("fonts.profiles.*.hei", label("Heiti"), _FONTS),
    wording("fonts.profiles.*.song", label("Songti"), _FONTS),
    wording("folio.before", label("Before the number"), _FOLIO),
    wording("folio.after", label("After the number"), _FOLIO),
    length("folio.indent", label("Distance from the edge"), _FOLIO, 0, 4000, FIXED),
    length("folio.distance", label("Distance from the paper's foot"), _FOLIO, 0, 4000, FIXED),
    choice("folio.place", label("Place"), _FOLIO, {
        "outer": label("Outer edge"),
        "inner": label("Inner edge"),
        "center": label("Centre"),
    }, "outer"),
    switch("folio.first_page", label("Number on the first page"), _FOLIO, True),
    count("folio.start", label("Number of the first page"), _FOLIO, "pages", 0, 9999, default=1),
)  # fmt: skip

_WORDINGS = (
    wording("words.number", label("Issue number"), _WORDS, ("number", "year")),
    wording("words.supplement", label("Supplement's number"), _WORDS, ("number", "year")),
    wording("words.running", label("Running number"), _WORDS, ("running",)),
    wording("words.date", label("Date"), _WORDS, ("year", "month", "day")),
    wording("words.subtitle", label("Subtitle"), _WORDS, ("subtitle",)),
    wording("words.credit", label("Credit"), _WORDS, ("credit",)),
    wording("words.note_leads", label("Words that open an editor's note"), _WORDS),
    wording("words.report_to", label("Before those it reports to"), _WORDS, most=12),
    wording("words.send_to", label("Before those it is sent to"), _WORDS, most=12),
    wording("words.distribute_to", label("Before those it is distributed to"), _WORDS, most=12),
    wording("words.copies", label("Number of copies"), _WORDS, ("copies",)),
    wording("words.editor", label("Before the editor"), _WORDS, most=12),
    wording("words.reviewer", label("Before the reviewer"), _WORDS, most=12),
    wording("words.issuer", label("Before the issuer"), _WORDS, most=12),
)  # fmt: skip

_HEAD = (
    switch("masthead.shown", label("Masthead on the first page"), _MASTHEAD, True),
    wording("masthead.name", label("Name"), _MASTHEAD, _HEAD_BLANKS),
    wording("masthead.issue", label("Line below the name"), _MASTHEAD, _HEAD_BLANKS),
    wording("masthead.left", label("Last line, left"), _MASTHEAD, _HEAD_BLANKS),
    wording("masthead.right", label("Last line, right"), _MASTHEAD, _HEAD_BLANKS),
    length("masthead.name_least", label("A long name as small as"), _MASTHEAD, 0, 2000, default=0),
    lines("masthead.lines_before", label("Blank lines above the name"), _MASTHEAD, 0, 20),
    lines("masthead.lines_between", label("Blank lines below the name"), _MASTHEAD, 0, 20, default=0),
    length("masthead.rule_y", label("Rule below the last line"), _MASTHEAD, 0, 1600),
    count("masthead.rule", label("Thickness of the rule"), _MASTHEAD, "eighths", 0, 96),
    colour("masthead.rule_color", label("Colour of the rule"), _MASTHEAD),
    lines("masthead.lines_after", label("Blank lines below the rule"), _MASTHEAD, 0, 20),
    switch("cover.shown", label("Cover page"), _COVER, False),
    switch("cover.back", label("Blank page behind the cover"), _COVER, False),
    wording("cover.name", label("Name"), _COVER, _HEAD_BLANKS, default="{name}"),
    wording("cover.issue", label("Line below the name"), _COVER, _HEAD_BLANKS, default="{issue}"),
    wording("cover.unit", label("Unit"), _COVER, _HEAD_BLANKS, default="{unit}"),
    wording("cover.date", label("Date"), _COVER, _HEAD_BLANKS, default="{date}"),
    length("cover.name_least", label("A long name as small as"), _COVER, 0, 2000, default=0),
    lines("cover.name_line", label("Line the name begins on"), _COVER, 1, 60, default=5),
    lines("cover.issue_line", label("Line the issue stands on"), _COVER, 1, 60, default=9),
    lines("cover.unit_line", label("Line the unit stands on"), _COVER, 1, 60, default=19),
    lines("cover.date_line", label("Line the date stands on"), _COVER, 1, 60, default=20),
    count("cover.rule", label("Thickness of the rule"), _COVER, "eighths", 0, 96, default=0),
    colour("cover.rule_color", label("Colour of the rule"), _COVER, "FF0000"),
)  # fmt: skip

_BODY = (
    count("contents.minimum", label("Printed from so many articles on"), _CONTENTS, "articles", 1, 9999),
    wording("contents.title", label("Title"), _CONTENTS),
    length("contents.room", label("Room kept before the page number"), _CONTENTS, 200, 4000),
    lines("contents.lines_after_title", label("Blank lines below the title"), _CONTENTS, 0, 10, default=0),
    lines("contents.lines_after", label("Blank lines below the contents"), _CONTENTS, 0, 20),
    switch("contents.own_page", label("On pages of its own"), _CONTENTS, False),
    switch("contents.sections", label("With the sections' names"), _CONTENTS, True),
    wording("section.title", label("Section title"), _SECTION, ("title",), default="{title}"),
    lines("section.lines_after", label("Blank lines below a section title"), _SECTION, 0, 10, default=1),
    choice("article.start", label("Articles begin"), _ARTICLE, {
        "run_on": label("Below one another"),
        "new_page": label("Each on a new page"),
    }, "run_on"),
    lines("article.lines_before", label("Blank lines between articles"), _ARTICLE, 0, 20),
    lines("article.lines_after_headline", label("Blank lines below a headline"), _ARTICLE, 0, 10, USUAL),
    lines("article.lines_before_signature", label("Blank lines above a signature"), _ARTICLE, 0, 10, FIXED),
    lines("article.lines_before_attachments", label("Blank lines above the note of attachments"), _ARTICLE,
          0, 10, FIXED, default=1),
    lines("article.headline_keep", label("Lines that stay with a headline"), _ARTICLE, 0, 10),
    length("article.date_shift", label("Date right of the signature by"), _ARTICLE, 0, 4000, FIXED),
    length("article.sign_right", label("Signature from the right edge"), _ARTICLE, 0, 4000, FIXED),
    switch("article.run_in", label("Headings with text behind them end at their full stop"), _ARTICLE, True),
    length("imprint.rule_y", label("Rule below a line's top"), _IMPRINT, 0, 600),
    count("imprint.outer_rule", label("Thickness of the outer rules"), _IMPRINT, "eighths", 0, 96),
    count("imprint.inner_rule", label("Thickness of the inner rule"), _IMPRINT, "eighths", 0, 96),
    choice("imprint.order", label("Order of the lists"), _IMPRINT, {
        "报送发": label("Report, send, distribute"),
        "送报发": label("Send, report, distribute"),
        "报发送": label("Report, distribute, send"),
    }, "报送发"),
    switch("imprint.even_page", label("At the foot of an even page"), _IMPRINT, False),
    count("picture.width", label("Share of the text width, most"), _PICTURES, "percent", 1, 100,
          default=100),
    lines("picture.lines", label("Lines with the caption, most"), _PICTURES, 1, 60, default=22),
    length("picture.extra", label("Kept free above a picture"), _PICTURES, 0, 579, default=40),
    count("table.border", label("Thickness of the borders"), _TABLE, "eighths", 1, 12, default=4),
    length("table.margin", label("Between a cell's side and its text"), _TABLE, 0, 600, default=108),
    lines("table.whole_row", label("Rows of more lines may go over pages"), _TABLE, 1, 30, default=11),
    lines("fit.lines", label("Offered for a last page of at most"), _FIT, 0, 20, default=3),
    lines("fit.lines_before", label("Blank lines between articles, least"), _FIT, 0, 20, default=1),
    lines("fit.contents_after", label("Blank lines below the contents, least"), _FIT, 0, 20, default=0),
    length("fit.spacing", label("Character spacing of the body, least"), _FIT, -40, 40, default=-9),
    lines("fit.page_lines", label("Lines a page, most"), _FIT, 8, 60, default=23),
)  # fmt: skip

_ALIGNS = {
    "left": label("Left"),
    "center": label("Centre"),
    "right": label("Right"),
    "both": label("Justified"),
}
STYLE_FIELDS = (
    wording("styles.*.id", label("Id in the Word file"), _STYLE),
    wording("styles.*.name", label("Name in the Word file"), _STYLE),
    Field("styles.*.font", Kind.FONT, label("Font"), _STYLE, choices=LETTERS),
    Field("styles.*.latin", Kind.FONT, label("Font of digits and Latin letters"), _STYLE, choices=LETTERS,
          default=""),
    length("styles.*.size", label("Size"), _STYLE, 20, 2000, USUAL),
    switch("styles.*.bold", label("Bold"), _STYLE, False),
    choice("styles.*.align", label("Alignment"), _STYLE, _ALIGNS, "left"),
    length("styles.*.pitch", label("Line pitch"), _STYLE, 1, 6000, default=0),
    length("styles.*.spacing", label("Character spacing"), _STYLE, -60, 400, USUAL, default=0),
    length("styles.*.first_line", label("First line"), _STYLE, -4000, 4000, USUAL, default=0, chars=True),
    length("styles.*.left", label("Indent, left"), _STYLE, 0, 6000, default=0, chars=True),
    length("styles.*.right", label("Indent, right"), _STYLE, 0, 6000, default=0, chars=True),
    colour("styles.*.color", label("Colour"), _STYLE, "000000"),
    switch("styles.*.keep_next", label("Keep with what follows"), _STYLE, False),
    switch("styles.*.keep_lines", label("Keep on one page"), _STYLE, False),
    switch("styles.*.at_least", label("Higher lines for pictures"), _STYLE, False),
    Field("styles.*.outline", Kind.LEVEL, label("Level in Word's navigation pane"), _STYLE, most=8,
          default=-1),
    Field("styles.*.tabs", Kind.TABS, label("Tab stops"), _STYLE, (MM, PT, TWIPS), 0, _A3, default=()),
)  # fmt: skip

FIELDS: tuple[Field, ...] = (*_GENERAL, *_HEAD, *_WORDINGS, *_BODY)
"""Every field but those of styles, in the order a dialog shows them, grouped by `Field.group`."""

STYLES: Mapping[str, str] = MappingProxyType(
    {
        "body": label("Body text"),
        "headline": label("Headline"),
        "kicker": label("Kicker"),
        "subtitle": label("Subtitle"),
        "section": label("Section title"),
        "heading1": label("Heading 1"),
        "heading2": label("Heading 2"),
        "heading3": label("Heading 3"),
        "heading4": label("Heading 4"),
        "salutation": label("Salutation"),
        "signature": label("Signature"),
        "date": label("Date of the signature"),
        "note": label("Editor's note"),
        "credit": label("Credit"),
        "attachment": label("Attachment's label"),
        "attachment-title": label("Attachment's title"),
        "attachment-note": label("Note of attachments"),
        "caption": label("Caption"),
        "picture": label("Picture"),
        "quote": label("Quotation"),
        "table-cell": label("Table: cells"),
        "table-head": label("Table: header rows"),
        "masthead-marks": label("Masthead: classification and copy number"),
        "masthead-name": label("Masthead: name"),
        "masthead-issue": label("Masthead: line below the name"),
        "masthead-unit": label("Masthead: last line"),
        "masthead-rule": label("Masthead: rule"),
        "cover-name": label("Cover: name"),
        "cover-issue": label("Cover: issue"),
        "cover-unit": label("Cover: unit and date"),
        "contents-title": label("Contents: title"),
        "contents-section": label("Contents: section"),
        "contents-entry": label("Contents: article"),
        "imprint": label("Imprint: lists"),
        "imprint-last": label("Imprint: last line"),
        "page-number": label("Page number"),
        "blank": label("Blank line"),
        "headline-gap": label("Blank line below a headline"),
        "sign-gap": label("Blank line above a signature"),
    }
)
"""Every style a template must hold, by role, with what a dialog calls it."""

_BY_PATH = {one.path: one for one in (*FIELDS, *STYLE_FIELDS)}


def find(path: str) -> Field | None:
    """Return the field at *path*, such as page.top or styles.body.size; None if there is none."""
    known = _BY_PATH.get(path)
    if known is not None:
        return known
    parts = path.split(".")
    if parts[0] == "styles" and len(parts) == 3 and parts[1] in STYLES:
        return _BY_PATH.get(f"styles.*.{parts[2]}")
    if parts[:2] == ["fonts", "profiles"] and len(parts) == 4:
        return _BY_PATH.get(f"fonts.profiles.*.{parts[3]}")
    return None

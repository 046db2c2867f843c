"""A template: every number of the printed page, as twips, and every style by its role.

The values come from resources/templates/*.toml, where each carries its unit and its strength
(规定 fixed by GB/T 9704-2012, 一般 its usual value, 习惯 practice); `template_reader` reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset.layout import Align, Face, Style
from bulletin_desktop.typeset.measures import Measures
from bulletin_desktop.values import dataclass

DEFAULT = "jianbao"
BUILT_IN = ("jianbao", "zhengxie", "dongtai", "huikan", "zhuanbao")
"""Ids of the program's own templates, in the order to show them."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The paper and the text block on it, in twips; *lines* of *pitch* fill a page."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    lines: int
    pitch: int
    hanging: bool = True  # a closing mark may hang over the right edge
    two_sided: bool = False  # blank pages fill up to an even number

    @property
    def text_width(self) -> int:
        """The width of the text block."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Folio:
    """The page number, *indent* in from the text block's edge. *place*: outer, inner or center."""

    style: Style
    before: str
    after: str
    indent: int
    distance: int  # of the footer's bottom from the paper's bottom edge
    place: str
    first_page: bool
    start: int  # the number of the first page that is not the cover

    def text(self, number: int) -> str:
        """Return what stands on the page with the printed *number*."""
        return f"{self.before}{number}{self.after}"

    def side(self, number: int) -> Align:
        """Return where the printed *number* stands: odd pages have their outer edge right."""
        if self.place == "center":
            return Align.CENTER
        return Align.RIGHT if (number % 2 == 1) == (self.place == "outer") else Align.LEFT


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the furniture. Names in braces stand for the issue's own."""

    number: str
    supplement: str
    running: str
    date: str
    subtitle: str
    credit: str
    note_leads: str  # divided by spaces
    report_to: str
    send_to: str
    distribute_to: str
    copies: str
    editor: str
    reviewer: str
    issuer: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of page 1: marks, name, a line below it, a last line of two ends, the red rule.

    A line whose wording is empty is left out; one whose fields are empty keeps its height.
    """

    shown: bool
    name: str
    issue: str
    left: str
    right: str
    name_least: int  # twips: a name too long for one line is set so small; 0 lets it take two
    lines_before: int
    lines_between: int
    rule_y: int
    rule: int  # eighths of a point
    rule_color: str
    lines_after: int


@dataclass(frozen=True, slots=True)
class Cover:
    """A page before all others, without a number. Lines of the grid count from 1."""

    shown: bool
    back: bool
    name: str
    issue: str
    unit: str
    date: str
    name_least: int
    name_line: int
    issue_line: int
    unit_line: int
    date_line: int
    rule: int
    rule_color: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of articles, printed from *minimum* articles on."""

    minimum: int
    title: str
    room: int  # twips kept free between the last title line and the page number, for dots
    lines_after_title: int
    lines_after: int
    own_page: bool
    sections: bool


@dataclass(frozen=True, slots=True)
class SectionTitles:
    """How a section's title stands before its first article."""

    title: str
    lines_after: int


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """Where articles start, and blank lines of the grid around their parts."""

    start: str  # run_on or new_page
    lines_before: int
    lines_after_headline: int
    lines_before_signature: int
    lines_before_attachments: int
    headline_keep: int  # lines after the headline block that share its page
    date_shift: int  # how far right of the signature's first character the date's stands
    sign_right: int  # how far left of the text block's right edge the signature ends
    run_in: bool  # a heading with text behind it ends at its full stop


@dataclass(frozen=True, slots=True)
class Imprint:
    """The foot of the last page; thickness in eighths of a point."""

    outer_rule: int
    inner_rule: int
    rule_y: int  # below a line's top: half of what a line's text stands low
    order: str  # of 报, 送 and 发
    even_page: bool


@dataclass(frozen=True, slots=True)
class TableSettings:
    """How tables look, and which of their rows may go over pages."""

    border: int  # eighths of a point
    margin: int  # between a cell's side and its text; less where columns are narrow
    whole_row: int  # lines of the grid: a higher row may break; at most half a page is used


@dataclass(frozen=True, slots=True)
class Fit:
    """How far an issue may be tightened to save its last page, and when that is offered."""

    lines: int  # the last page holds no more
    lines_before: int
    contents_after: int
    spacing: int
    page_lines: int


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How large a picture may be printed."""

    width: int  # percent of the text width
    lines: int  # of the grid, with its caption
    extra: int  # twips of its lines that stay free: what a reader adds for the descent of the line


@dataclass(frozen=True, slots=True)
class Template:
    """Everything that decides how an issue looks. *styles* are keyed by role."""

    id: str
    name: str
    page: PageSetup
    styles: Mapping[str, Style]
    folio: Folio
    words: Wording
    masthead: Masthead
    cover: Cover
    contents: Contents
    section: SectionTitles
    article: ArticleSettings
    imprint: Imprint
    picture: PictureSettings
    table: TableSettings
    fit: Fit
    profile: str
    profiles: Mapping[str, Callable[[], Template]]
    mark_faces: Mapping[str, str]  # heiti, kaiti: the family a mark asks for

    def families(self) -> frozenset[tuple[str, bool]]:
        """Return every (family, sets Latin) that the styles use."""
        faces = [style.face for style in self.styles.values()]
        return frozenset((face.east, False) for face in faces) | frozenset(
            (face.latin, True) for face in faces
        )

    def missing(self, measures: Measures) -> tuple[str, ...]:
        """Return the families that are not installed, sorted, for the one-line notice."""
        return tuple(sorted({name for name, latin in self.families() if measures.used(name, latin) != name}))

    def suited_to(self, measures: Measures) -> Template:
        """Return this template in the first font profile that is wholly installed; else as it is."""
        if not self.missing(measures):
            return self
        for make in self.profiles.values():
            other = make()
            if not other.missing(measures):
                return other
        return self

    def style(self, role: str) -> Style:
        """Return the style of *role*."""
        return self.styles[role]


def with_family(face: Face, family: str) -> Face:
    """Return *face* in another family, for a mark such as 黑体; Latin text keeps its own font."""
    return replace(face, east=family, latin=family if face.latin == face.east else face.latin)


def source(template_id: str) -> str:
    """Return the text of one of the program's own templates. Raises UserError if there is none."""
    if template_id not in BUILT_IN:
        raise UserError(
            "There is no template {name}. Choose another template for the issue.", name=template_id
        )
    return (_folder() / f"{template_id}.toml").read_text(encoding="utf-8")


def load(template_id: str = DEFAULT) -> Template:
    """Return a template of the program's own. Raises UserError if there is none or it is broken."""
    return parse(source(template_id), template_id)


def parse(text: str, template_id: str, base: str = "", where: str = "") -> Template:
    """Return the template in *text*, which gives only what differs from the built-in it names as `base`.

    *base* is taken if it names none. *where* (else the id) is what errors call it: a UserError names the
    line, the key, what stands there and what may stand there, for a key no template has as well.
    """
    from bulletin_desktop.typeset import template_reader

    return template_reader.parse(text, template_id, base, where or template_id, source)


def choices() -> tuple[tuple[str, str], ...]:
    """Return (id, name) of the program's own templates, in the order to show them."""
    return tuple((template_id, load(template_id).name) for template_id in BUILT_IN)


def _folder() -> Path:
    return paths.resources() / "templates"

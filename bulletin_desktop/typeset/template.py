"""A template: every number of the printed page, as twips, and every style by its role.

The values come from resources/templates/*.toml, where each carries its unit and its strength
(规定 fixed by GB/T 9704-2012, 一般 its usual value, 习惯 practice); `template_reader` reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bulletin_desktop import paths
from bulletin_desktop.typeset.layout import Face, Style
from bulletin_desktop.typeset.measures import Measures

DEFAULT = "jianbao"


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

    @property
    def text_width(self) -> int:
        """The width of the text block."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Folio:
    """The page number: odd pages right, even pages left, *indent* in from the text block's edge."""

    style: Style
    before: str
    after: str
    indent: int
    distance: int  # of the footer's bottom from the paper's bottom edge

    def text(self, number: int) -> str:
        """Return what stands on page *number*."""
        return f"{self.before}{number}{self.after}"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of page 1: how the red rule stands in its own line, and what follows."""

    rule_y: int
    rule_eighths: int
    rule_color: str
    lines_after: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of articles, printed from *minimum* articles on."""

    minimum: int
    title: str
    room: int  # twips kept free between the last title line and the page number, for dots
    lines_after: int


@dataclass(frozen=True, slots=True)
class ArticleSpacing:
    """Blank lines of the grid around an article's parts."""

    lines_before: int
    lines_after_headline: int
    lines_before_signature: int
    headline_keep: int  # lines after the headline block that share its page
    date_shift: int  # how far right of the signature's first character the date's stands
    sign_right: int  # how far left of the text block's right edge the signature ends


@dataclass(frozen=True, slots=True)
class Imprint:
    """The foot of the last page; thickness in eighths of a point."""

    outer_rule: int
    inner_rule: int
    rule_y: int  # below a line's top: half of what a line's text stands low


@dataclass(frozen=True, slots=True)
class Template:
    """Everything that decides how an issue looks. *styles* are keyed by role."""

    id: str
    name: str
    page: PageSetup
    styles: Mapping[str, Style]
    folio: Folio
    masthead: Masthead
    contents: Contents
    article: ArticleSpacing
    imprint: Imprint
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


def load(template_id: str = DEFAULT) -> Template:
    """Return a template of the program's own. Raises UserError if there is none or it is broken."""
    return read(paths.resources() / "templates" / f"{template_id}.toml")


def read(path: Path) -> Template:
    """Return the template in a file. Raises UserError naming the key that is wrong."""
    from bulletin_desktop.typeset import template_reader

    return template_reader.read(path)

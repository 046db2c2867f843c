"""From a template's text to a `Template`: what the schema allows, built into values of the page."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType

from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset import template_source
from bulletin_desktop.typeset.layout import Align, Face, Style
from bulletin_desktop.typeset.template import (
    ArticleSettings,
    Contents,
    Cover,
    Fit,
    Folio,
    Imprint,
    Masthead,
    PageSetup,
    PictureSettings,
    SectionTitles,
    TableSettings,
    Template,
    Wording,
)
from bulletin_desktop.typeset.template_schema import LETTERS, STYLES
from bulletin_desktop.typeset.template_source import Bases, WrongValueError, shown
from bulletin_desktop.typeset.template_values import Values

_LEAST_CHARS = 3  # that a line must hold
_SEVERAL = "fonts.profiles"


def parse(text: str, template_id: str, base: str, where: str, bases: Bases) -> Template:
    """Return the template in *text*, over *base* if it names none itself; its errors call it *where*.

    Raises UserError with the line, the key, what stands there and what may stand there.
    """
    sources = template_source.load(text, where, base, bases)
    values = Values(sources)
    try:
        profile = values.value("fonts.profile")
        made = _template(template_id, values, profile)
        for other in made.profiles.values():  # a fault in one is told now, not on another machine
            other()
    except WrongValueError as wrong:
        raise sources.error(wrong) from None
    return made


def _template(template_id: str, values: Values, profile: str) -> Template:
    page = _page(values)
    fonts = _fonts(values, profile)
    styles = {role: _style(role, values, fonts, page) for role in STYLES}
    _check_ids(styles)
    folio = values.made(Folio, "folio", style=styles["page-number"])
    if folio.distance + folio.style.pitch > page.bottom:
        raise WrongValueError("folio.distance", UserError(
            "Template {source}, line {line}: “{key}” is {found}; with the page number's own height it "
            "reaches into the text. Nothing was changed. Correct it or restore the template.",
            found=shown(values.sources.at("folio.distance"))))  # fmt: skip
    names = values.sources.at(_SEVERAL)
    return Template(
        id=template_id,
        name=values.value("name"),
        page=page,
        styles=MappingProxyType(styles),
        folio=folio,
        words=values.made(Wording, "words"),
        masthead=values.made(Masthead, "masthead"),
        cover=values.made(Cover, "cover"),
        contents=values.made(Contents, "contents"),
        section=values.made(SectionTitles, "section"),
        article=values.made(ArticleSettings, "article"),
        imprint=values.made(Imprint, "imprint"),
        picture=values.made(PictureSettings, "picture"),
        table=values.made(TableSettings, "table"),
        fit=values.made(Fit, "fit"),
        profile=profile,
        profiles=MappingProxyType(
            {name: partial(_template, template_id, values, name) for name in names if name != profile}
        ),
        mark_faces=MappingProxyType({"heiti": fonts["hei"], "kaiti": fonts["kai"]}),
    )


def _page(values: Values) -> PageSetup:
    width, left, text_width = (values.value(f"page.{name}") for name in ("width", "left", "text_width"))
    page = PageSetup(
        width=width,
        height=values.value("page.height"),
        top=values.value("page.top"),
        bottom=values.value("page.bottom"),
        left=left,
        right=width - left - text_width,
        lines=values.value("page.lines"),
        pitch=values.value("page.pitch"),
        hanging=values.value("page.hanging"),
        two_sided=values.value("page.two_sided"),
    )
    body = page.height - page.top - page.bottom
    if page.lines * page.pitch > body:
        raise WrongValueError("page.lines", UserError(
            "Template {source}, line {line}: “{key}” is {found}; with a pitch of {pitch} twips at most "
            "{most} lines fit between the margins. Nothing was changed. Correct it or restore the template.",
            found=page.lines, pitch=page.pitch, most=max(0, body // page.pitch)))  # fmt: skip
    if page.right < 0:
        raise WrongValueError("page.text_width", UserError(
            "Template {source}, line {line}: “{key}” is {found}; with the left margin it is wider than the "
            "paper. Nothing was changed. Correct it or restore the template.",
            found=shown(values.sources.at("page.text_width"))))  # fmt: skip
    return page


def _fonts(values: Values, profile: str) -> dict[str, str]:
    """Each letter's family, and under "latin" the switch for digits: empty takes the Chinese font's own."""
    known = values.sources.at(_SEVERAL)
    if not isinstance(known, dict) or not isinstance(known.get(profile), dict):
        raise WrongValueError("fonts.profile", UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be one of the font profiles: "
            "{choices}. Nothing was changed. Correct it or restore the template.",
            found=shown(profile), choices=" / ".join(known or ())))  # fmt: skip
    fonts = {letter: values.value(f"{_SEVERAL}.{profile}.{letter}") for letter in LETTERS}
    latin = values.value("fonts.latin")
    fonts["latin"] = "" if latin == "body" else latin
    return fonts


def _check_ids(styles: dict[str, Style]) -> None:
    seen: set[str] = set()
    for role, style in styles.items():
        if style.id in seen or not (style.id.isascii() and style.id.isalnum()):
            raise WrongValueError(f"styles.{role}.id", UserError(
                "Template {source}, line {line}: “{key}” is {found}; it must be of letters and digits and "
                "no other style's. Nothing was changed. Correct it or restore the template.",
                found=shown(style.id)))  # fmt: skip
        seen.add(style.id)


def _style(role: str, values: Values, fonts: dict[str, str], page: PageSetup) -> Style:
    at = f"styles.{role}"
    face = _face(at, values, fonts)
    spacing = values.value(f"{at}.spacing")
    char = face.em + spacing
    outline = values.value(f"{at}.outline")
    _check_room(at, values, page, face.em)
    return Style(
        id=values.value(f"{at}.id"),
        name=values.value(f"{at}.name"),
        face=face,
        align=Align(values.value(f"{at}.align")),
        pitch=values.value(f"{at}.pitch") or page.pitch,
        spacing=spacing,
        first_line=values.value(f"{at}.first_line", char),
        first_line_chars=round(values.chars(f"{at}.first_line") * 100),
        left=values.value(f"{at}.left", char),
        right=values.value(f"{at}.right", char),
        color=values.value(f"{at}.color"),
        keep_next=values.value(f"{at}.keep_next"),
        keep_lines=values.value(f"{at}.keep_lines"),
        hanging=page.hanging,
        at_least=values.value(f"{at}.at_least"),
        tabs=values.value(f"{at}.tabs"),
        outline=outline if outline >= 0 else None,
    )


def _check_room(at: str, values: Values, page: PageSetup, em: int) -> None:
    """Every line must hold some characters between its indents."""
    char = em + values.value(f"{at}.spacing")
    left, right, first = (values.value(f"{at}.{name}", char) for name in ("left", "right", "first_line"))
    most = page.text_width - _LEAST_CHARS * em
    for name, taken in (("left", left), ("right", left + right), ("first_line", left + right + first)):
        if taken > most or (name == "first_line" and left + first < 0):
            raise WrongValueError(f"{at}.{name}", UserError(
                "Template {source}, line {line}: “{key}” is {found}; with the other indents it leaves a line "
                "no room between the margins. Nothing was changed. Correct it or restore the template.",
                found=shown(values.sources.at(f"{at}.{name}"))))  # fmt: skip


def _face(at: str, values: Values, fonts: dict[str, str]) -> Face:
    size = values.value(f"{at}.size")
    if size % 10:
        raise WrongValueError(f"{at}.size", UserError(
            "Template {source}, line {line}: “{key}” is {found}; it must be whole or half points. "
            "Nothing was changed. Correct it or restore the template.",
            found=shown(values.sources.at(f"{at}.size"))))  # fmt: skip
    east = fonts[values.value(f"{at}.font")]
    letter = values.value(f"{at}.latin")
    latin = fonts[letter] if letter else fonts["latin"] or east
    return Face(east, latin, size // 10, values.value(f"{at}.bold"))

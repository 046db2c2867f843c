"""A template as one issue has it: its adjustments applied, the name in the size that fits one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bulletin_desktop.document.model import Adjustment, Issue
from bulletin_desktop.typeset import template_schema
from bulletin_desktop.typeset.compose_parts import named
from bulletin_desktop.typeset.layout import Style
from bulletin_desktop.typeset.template import PageSetup, Template

Adjustments = Iterable[tuple[Adjustment, int]]

_NAMES = ("masthead", "cover")


def adjusted(template: Template, adjustments: Adjustments) -> Template:
    """Return *template* with an issue's own values. What a page could not be set by is left out."""
    for name, value in adjustments:
        field = template_schema.find("styles.body.spacing" if name is Adjustment.BODY_SPACING else name.value)
        if field is None or not (
            field.kind is template_schema.Kind.SWITCH or field.least <= value <= field.most
        ):
            continue
        template = _CHANGES[name](template, value)
    return template


def name_sizes(
    template: Template, issue: Issue, text_width: Callable[[str, Style], float]
) -> tuple[tuple[str, int], ...]:
    """Return the half points in which a long name fits one line, by style; of those that can only."""
    words, sizes = named(issue, template.words), []
    for part in _NAMES:
        settings, style = getattr(template, part), template.style(f"{part}-name")
        text = settings.name.format(**words)
        least = settings.name_least // 10
        if not settings.shown or not 0 < least < style.face.half_points:
            continue
        room = template.page.text_width - style.left - style.right
        for half_points in range(style.face.half_points, least - 1, -1):
            if text_width(text, _sized(style, half_points)) <= room:
                if half_points < style.face.half_points:
                    sizes.append((f"{part}-name", half_points))
                break
    return tuple(sizes)


def with_sizes(template: Template, sizes: Iterable[tuple[str, int]]) -> Template:
    """Return *template* with styles in other sizes."""
    changed = {role: _sized(template.style(role), half_points) for role, half_points in sizes}
    return _with_styles(template, {**template.styles, **changed}) if changed else template


def _sized(style: Style, half_points: int) -> Style:
    return replace(style, face=replace(style.face, half_points=half_points))


def _with_styles(template: Template, styles: Mapping[str, Style]) -> Template:
    folio = replace(template.folio, style=styles["page-number"])
    return replace(template, styles=MappingProxyType(dict(styles)), folio=folio)


def _lines_before(template: Template, value: int) -> Template:
    return replace(template, article=replace(template.article, lines_before=value))


def _contents_after(template: Template, value: int) -> Template:
    return replace(template, contents=replace(template.contents, lines_after=value))


def _two_sided(template: Template, value: int) -> Template:
    return replace(template, page=replace(template.page, two_sided=bool(value)))


def _body_spacing(template: Template, value: int) -> Template:
    """All styles that are set like the body stay so."""
    body = template.style("body")
    return _with_styles(
        template,
        {
            role: _spaced(style, value)
            if (style.spacing, style.face.half_points) == (body.spacing, body.face.half_points)
            else style
            for role, style in template.styles.items()
        },
    )


def _spaced(style: Style, spacing: int) -> Style:
    first = style.first_line
    if style.first_line_chars:
        first = round(style.first_line_chars * (style.face.em + spacing) / 100)
    return replace(style, spacing=spacing, first_line=first)


def _page_lines(template: Template, value: int) -> Template:
    """Another number of lines a page; a style of several lines of the grid stays so."""
    page, pitch = template.page, grid_pitch(template.page, value)
    styles = {
        role: replace(style, pitch=style.pitch // page.pitch * pitch)
        if not style.pitch % page.pitch
        else style
        for role, style in template.styles.items()
    }
    return _with_styles(replace(template, page=replace(page, lines=value, pitch=pitch)), styles)


def grid_pitch(page: PageSetup, lines: int) -> int:
    """Return the pitch of a page of *lines* lines."""
    return (page.height - page.top - page.bottom) // lines


_CHANGES: Mapping[Adjustment, Callable[[Template, int], Template]] = {
    Adjustment.BODY_SPACING: _body_spacing,
    Adjustment.CONTENTS_AFTER: _contents_after,
    Adjustment.LINES_BEFORE: _lines_before,
    Adjustment.PAGE_LINES: _page_lines,
    Adjustment.TWO_SIDED: _two_sided,
}

"""Which values stand on which page of the dialog, and what each page shows of the issue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.typeset import template_schema
from bulletin_desktop.typeset.template_schema import STYLES, Kind
from bulletin_desktop.values import dataclass


class Shows(Enum):
    """A page of the issue that shows what a group is about."""

    FIRST = 1
    ARTICLE = 2  # the one the first article begins on
    LAST = 3


@dataclass(frozen=True, slots=True)
class Group:
    """A page of the dialog: groups of the schema by name, styles by role.

    *shows* says which page of the issue to turn to; None stays where a person is.
    """

    title: str
    groups: tuple[str, ...]
    styles: tuple[str, ...] = ()
    shows: Shows | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Fields under one heading, by path; *more* are those that are seldom wanted."""

    title: str
    paths: tuple[str, ...]
    more: tuple[str, ...] = ()


GROUPS = (
    Group(QT_TRANSLATE_NOOP("TemplateDialog", "Page"), ("Page", "Saving a page")),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Body and headings"),
        (),
        ("body", "heading1", "heading2", "heading3", "heading4"),
        Shows.ARTICLE,
    ),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Headline"), (), ("headline", "kicker", "subtitle"), Shows.ARTICLE
    ),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Masthead"),
        ("Masthead",),
        ("masthead-name", "masthead-issue", "masthead-unit", "masthead-marks"),
        Shows.FIRST,
    ),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Cover"),
        ("Cover",),
        ("cover-name", "cover-issue", "cover-unit"),
        Shows.FIRST,
    ),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Contents"),
        ("Contents",),
        ("contents-title", "contents-section", "contents-entry"),
    ),
    Group(QT_TRANSLATE_NOOP("TemplateDialog", "Sections"), ("Sections",), ("section",), Shows.ARTICLE),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Articles"),
        ("Articles",),
        ("note", "credit", "salutation", "signature", "date", "attachment", "attachment-note", "quote"),
    ),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Tables and pictures"),
        ("Tables", "Pictures"),
        ("caption", "table-head", "table-cell"),
    ),
    Group(QT_TRANSLATE_NOOP("TemplateDialog", "Page numbers"), ("Page numbers",), ("page-number",)),
    Group(
        QT_TRANSLATE_NOOP("TemplateDialog", "Imprint"), ("Imprint",), ("imprint", "imprint-last"), Shows.LAST
    ),
    Group(QT_TRANSLATE_NOOP("TemplateDialog", "Wording"), ("Wording",)),
    Group(QT_TRANSLATE_NOOP("TemplateDialog", "Fonts"), ("Fonts",)),
)

_HIDDEN = {"name", "base"}
_TECHNICAL = {"id", "name", "outline", "tabs", "at_least"}  # of a style: the Word file's affair
_SELDOM = {"latin", "pitch", "left", "right", "keep_next", "keep_lines", "spacing"}
PROFILES = "fonts.profiles."


def title(text: str) -> str:
    """Return the words of a group."""
    return QCoreApplication.translate("TemplateDialog", text)


def label(path: str) -> str:
    """Return what a field is called."""
    field = template_schema.find(path)
    return QCoreApplication.translate("Template", field.label) if field else path


def parts(group: Group, values: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return what stands on a group's page. *values* say which font profile and which profiles there are."""
    found = [Part("", _fields(name, values)) for name in group.groups]
    if len(found) > 1:
        found = [
            Part(QCoreApplication.translate("Template", name) if nth else "", part.paths)
            for nth, (name, part) in enumerate(zip(group.groups, found, strict=True))
        ]
    found += [_style(role) for role in group.styles if role in STYLES]
    return tuple(part for part in found if part.paths)


def profiles(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the font profiles among *values*, in their order."""
    names = (path.removeprefix(PROFILES).split(".")[0] for path in values if path.startswith(PROFILES))
    return tuple(dict.fromkeys(names))


def _fields(group: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    profile = str(values.get("fonts.profile", ""))
    return tuple(
        field.path.replace("*", profile)
        for field in template_schema.FIELDS
        if field.group == group and field.path not in _HIDDEN and field.kind is not Kind.TABS
    )


def _style(role: str) -> Part:
    paths = [
        field.path.replace("*", role) for field in template_schema.STYLE_FIELDS if field.key not in _TECHNICAL
    ]
    more = tuple(path for path in paths if path.rpartition(".")[2] in _SELDOM)
    return Part(
        QCoreApplication.translate("Template", STYLES[role]),
        tuple(path for path in paths if path not in more),
        more,
    )

"""How the editor's blocks and characters look, and what they carry.

Meaning lives in format properties, because those follow undo and redo (block user data does not):
a block carries its zone, role and id, a character its marks. Fonts and measures derive from these
and from the template. No colour is ever stored in the text: the sheet paints with the palette of
the moment, so a change of theme touches neither the text nor its undo history.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from bulletin_desktop.document.model import NO_MARKS, Mark, Role
from bulletin_desktop.typeset.layout import Align, Style

_USER = QTextFormat.Property.UserProperty.value
ZONE, ROLE, ID, OBJECT, VIRTUAL, MARKS = range(_USER + 1, _USER + 7)

PITCH = 1.7  # line pitch of text, in ems of its own size
HEADLINE_PITCH = 1.45
HEADLINE_SIZE = 22 / 16  # 二号 beside 三号, as in print
FIELD_GAP = 0.25  # between headline and subtitle
GAP = 0.35  # after a paragraph, in ems
FRONT_GAP = 1.2  # below the subtitle


class Zone(StrEnum):
    """The parts of an article from top to bottom; each always has at least one block."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BODY = "body"
    CREDIT = "credit"


ZONES = tuple(Zone)
_ZONE_OF = {zone.value: zone for zone in Zone}  # asked for many times a key: an enum's call takes longer
_ROLE_OF = {role.value: role for role in Role}
EXCLUSIVE = (frozenset((Mark.SUPERSCRIPT, Mark.SUBSCRIPT)), frozenset((Mark.HEITI, Mark.KAITI)))

StyleOf = Callable[[str], Style]
FamilyOf = Callable[[str], str]

_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}


def zone_of(block: QTextBlock) -> Zone:
    """Return the part of the article *block* belongs to."""
    return _ZONE_OF[block.blockFormat().property(ZONE)]


def role_of(block: QTextBlock) -> Role:
    """Return the role of a block of the body."""
    return _ROLE_OF[block.blockFormat().property(ROLE)]


def id_of(block: QTextBlock) -> str:
    """Return the block's id; the fields of an article answer with their zone's name."""
    return str(block.blockFormat().property(ID))


def is_object(block: QTextBlock) -> bool:
    """Tell whether *block* stands for a table, a picture or a page break and holds no text."""
    return bool(block.blockFormat().property(OBJECT))


def text_role(block: QTextBlock) -> Role | None:
    """Return the role of a paragraph of the body; None for a field, a table or a picture."""
    form = block.blockFormat()
    role = form.property(ROLE)
    return None if role is None or form.property(OBJECT) else _ROLE_OF[role]


def said_by(block: QTextBlock) -> tuple[Zone, str, Role | None, str, bool]:
    """Return zone, id, role (None in a field), object's key and whether it is virtual, at a single look."""
    form = block.blockFormat()
    role = form.property(ROLE)
    return (
        _ZONE_OF[form.property(ZONE)],
        str(form.property(ID)),
        _ROLE_OF[role] if role else None,
        str(form.property(OBJECT) or ""),
        bool(form.property(VIRTUAL)),
    )


def object_key(block: QTextBlock) -> str:
    """Return what `Content` keeps the value of an object under."""
    return str(block.blockFormat().property(OBJECT))


def carry(char: QTextCharFormat, marks: frozenset[Mark]) -> None:
    """Let a character format carry *marks*, and stand as high as they say; its font is the caller's."""
    align = QTextCharFormat.VerticalAlignment
    if Mark.SUPERSCRIPT in marks:
        char.setVerticalAlignment(align.AlignSuperScript)
    elif Mark.SUBSCRIPT in marks:
        char.setVerticalAlignment(align.AlignSubScript)
    if marks:
        char.setProperty(MARKS, ",".join(sorted(marks)))


def marks_of(char: QTextCharFormat) -> frozenset[Mark]:
    """Return the marks a character format carries."""
    text = char.property(MARKS)
    return _parse(text) if text else NO_MARKS


@cache
def _parse(text: str) -> frozenset[Mark]:
    return frozenset(Mark(name) for name in text.split(","))


def with_mark(marks: frozenset[Mark], mark: Mark) -> frozenset[Mark]:
    """Return *marks* with *mark*, which drives out the one it cannot stand beside."""
    rivals = frozenset().union(*(pair for pair in EXCLUSIVE if mark in pair))
    return marks - rivals | {mark}


class Looks:
    """Formats for one template, text size and set of installed fonts.

    *em* is the body's size in pixels. *style_of* gives the template's style for a role's or zone's
    name, *family_of* the installed family that stands for one of the template's.
    """

    def __init__(self, style_of: StyleOf, family_of: FamilyOf, em: int) -> None:
        self.em = em
        self._style_of = style_of
        self._family_of = family_of
        self._chars: dict[tuple[str, frozenset[Mark]], QTextCharFormat] = {}
        self._blocks: dict[tuple[Zone, Role], QTextBlockFormat] = {}

    def block(
        self, zone: Zone, block_id: str, role: Role = Role.BODY, virtual: bool = False
    ) -> QTextBlockFormat:
        """Return the format of a block; a *virtual* one exists only so that there is a place to type."""
        known = self._blocks.get((zone, role))
        if known is None:
            known = self._blocks[zone, role] = self._make_block(zone, role)
        made = QTextBlockFormat(known)
        made.setProperty(ID, block_id)
        if virtual:
            made.setProperty(VIRTUAL, True)
        return made

    def object_block(self, block_id: str, key: str, height: int) -> QTextBlockFormat:
        """Return the format of a block that stands for a table, a picture or a page break.

        *key* is what `Content.keep` gave for its value, so that undo brings back an older one; *height* is in
        pixels.
        """
        made = self.block(Zone.BODY, block_id)
        made.setProperty(OBJECT, key)
        made.setTextIndent(0)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def char(self, zone: Zone, role: Role = Role.BODY, marks: frozenset[Mark] = NO_MARKS) -> QTextCharFormat:
        """Return the format of characters with *marks* in a block."""
        key = (role.value if zone is Zone.BODY else f"/{zone}", marks)
        known = self._chars.get(key)
        if known is None:
            known = self._chars[key] = self._make_char(zone, role, marks)
        return known

    def font(self, zone: Zone, role: Role = Role.BODY) -> QFont:
        """Return the font of a block without marks."""
        return self.char(zone, role).font()

    def _style(self, zone: Zone, role: Role) -> Style:
        return self._style_of(role.value if zone is Zone.BODY else zone.value)

    def _make_block(self, zone: Zone, role: Role) -> QTextBlockFormat:
        style = self._style(zone, role)
        em = self.em
        made = QTextBlockFormat()
        made.setProperty(ZONE, zone.value)
        if zone is Zone.BODY:
            made.setProperty(ROLE, role.value)
        headline = zone is Zone.HEADLINE
        pitch = round(HEADLINE_SIZE * HEADLINE_PITCH * em) if headline else round(PITCH * em)
        made.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setAlignment(_ALIGN[style.align])
        made.setTextIndent(style.first_line_chars / 100 * em)
        made.setLeftMargin(style.left / style.face.em * em)
        made.setRightMargin(style.right / style.face.em * em)
        if zone is Zone.SUBTITLE:
            made.setTopMargin(round(FIELD_GAP * em))
            made.setBottomMargin(round(FRONT_GAP * em))
        elif zone is Zone.BODY:
            made.setBottomMargin(round(GAP * em))
        return made

    def _make_char(self, zone: Zone, role: Role, marks: frozenset[Mark]) -> QTextCharFormat:
        face = self._style(zone, role).face
        family = self._family_of(face.east)
        for mark, name in ((Mark.HEITI, "黑体"), (Mark.KAITI, "楷体_GB2312")):
            if mark in marks:
                family = self._family_of(name)
        font = QFont([family])
        # Laid out in a third less time; scripts that need shaping are shaped all the same.
        font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        font.setPixelSize(round(self.em * HEADLINE_SIZE) if zone is Zone.HEADLINE else self.em)
        # What stands for 小标宋 is lighter than it; bold restores the headline's weight on the page.
        stand_in = zone is Zone.HEADLINE and family != face.east
        font.setBold(face.bold or stand_in or Mark.BOLD in marks)
        font.setItalic(Mark.ITALIC in marks)
        font.setUnderline(Mark.UNDERLINE in marks)
        font.setStrikeOut(Mark.STRIKE in marks)
        made = QTextCharFormat()
        made.setFont(font)
        carry(made, marks)
        return made

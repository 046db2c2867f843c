"""What the parts of an article are called in the editor: tags for the gutter, words for empty fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document.model import Role
from bulletin_desktop.gui.editor.formats import Zone
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

_ROLE_TAGS = {
    Role.BODY: QT_TRANSLATE_NOOP("Tag", "Body"),
    Role.HEADING1: QT_TRANSLATE_NOOP("Tag", "H 1"),
    Role.HEADING2: QT_TRANSLATE_NOOP("Tag", "H 2"),
    Role.HEADING3: QT_TRANSLATE_NOOP("Tag", "H 3"),
    Role.HEADING4: QT_TRANSLATE_NOOP("Tag", "H 4"),
    Role.SALUTATION: QT_TRANSLATE_NOOP("Tag", "Dear"),
    Role.SIGNATURE: QT_TRANSLATE_NOOP("Tag", "Sign"),
    Role.DATE: QT_TRANSLATE_NOOP("Tag", "Date"),
    Role.NOTE: QT_TRANSLATE_NOOP("Tag", "Note"),
    Role.CREDIT: QT_TRANSLATE_NOOP("Tag", "Credit"),
    Role.ATTACHMENT: QT_TRANSLATE_NOOP("Tag", "Att."),
    Role.CAPTION: QT_TRANSLATE_NOOP("Tag", "Capt."),
    Role.QUOTE: QT_TRANSLATE_NOOP("Tag", "Quote"),
}
_ZONE_TAGS = {
    Zone.KICKER: QT_TRANSLATE_NOOP("Tag", "Kicker"),
    Zone.HEADLINE: QT_TRANSLATE_NOOP("Tag", "Title"),
    Zone.SUBTITLE: QT_TRANSLATE_NOOP("Tag", "Subtitle"),
    Zone.CREDIT: QT_TRANSLATE_NOOP("Tag", "Credit"),
}
_PLACEHOLDERS = {
    Zone.KICKER: QT_TRANSLATE_NOOP("Placeholder", "Kicker"),
    Zone.HEADLINE: QT_TRANSLATE_NOOP("Placeholder", "Headline"),
    Zone.SUBTITLE: QT_TRANSLATE_NOOP("Placeholder", "—— Subtitle"),
    Zone.BODY: QT_TRANSLATE_NOOP("Placeholder", "Write or paste the text here"),
    Zone.CREDIT: QT_TRANSLATE_NOOP("Placeholder", "(Credit)"),
}


def tag(zone: Zone, role: Role = Role.BODY) -> str:
    """Return the short tag beside a block."""
    return QCoreApplication.translate("Tag", _ROLE_TAGS[role] if zone is Zone.BODY else _ZONE_TAGS[zone])


def placeholder(zone: Zone) -> str:
    """Return what an empty field says quietly about itself."""
    return QCoreApplication.translate("Placeholder", _PLACEHOLDERS[zone])

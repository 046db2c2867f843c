"""What roles are called, and which keys set roles and marks: the menus say so before there is an editor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.document.model import Mark, Role
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

_ROLE_NAMES = {
    Role.BODY: QT_TRANSLATE_NOOP("Role", "Body text"),
    Role.HEADING1: QT_TRANSLATE_NOOP("Role", "Heading 1"),
    Role.HEADING2: QT_TRANSLATE_NOOP("Role", "Heading 2"),
    Role.HEADING3: QT_TRANSLATE_NOOP("Role", "Heading 3"),
    Role.HEADING4: QT_TRANSLATE_NOOP("Role", "Heading 4"),
    Role.SALUTATION: QT_TRANSLATE_NOOP("Role", "Salutation"),
    Role.SIGNATURE: QT_TRANSLATE_NOOP("Role", "Signature"),
    Role.DATE: QT_TRANSLATE_NOOP("Role", "Date"),
    Role.NOTE: QT_TRANSLATE_NOOP("Role", "Editor's note"),
    Role.CREDIT: QT_TRANSLATE_NOOP("Role", "Credit"),
    Role.ATTACHMENT: QT_TRANSLATE_NOOP("Role", "Attachment"),
    Role.CAPTION: QT_TRANSLATE_NOOP("Role", "Caption"),
    Role.QUOTE: QT_TRANSLATE_NOOP("Role", "Quotation"),
}
_DIGITS = (
    Role.BODY,
    Role.HEADING1,
    Role.HEADING2,
    Role.HEADING3,
    Role.HEADING4,
    Role.SALUTATION,
    Role.SIGNATURE,
    Role.DATE,
    Role.NOTE,
    Role.CREDIT,
)
ROLES = {role: (f"Ctrl+{digit}", f"Ctrl+Alt+{digit}") for digit, role in enumerate(_DIGITS)}
"""Word has headings on Ctrl+Alt and a digit; Ctrl alone is shorter and was here first."""
ROLES[Role.BODY] = (*ROLES[Role.BODY], "Ctrl+Q")
MARKS = {
    Mark.BOLD: "Ctrl+B",
    Mark.ITALIC: "Ctrl+I",
    Mark.UNDERLINE: "Ctrl+U",
    Mark.STRIKE: "Ctrl+Shift+X",
    Mark.SUPERSCRIPT: "Ctrl+Shift+=",
    Mark.SUBSCRIPT: "Ctrl+=",
    Mark.EMPHASIS: "Ctrl+Alt+.",
    Mark.HIGHLIGHT: "Ctrl+Alt+H",
}


def role_name(role: Role) -> str:
    """Return a role's full name, as in menus."""
    return QCoreApplication.translate("Role", _ROLE_NAMES[role])

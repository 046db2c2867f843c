"""What comes from another thread for a dialog that may be closed by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid


def is_open(dialog: QDialog) -> bool:
    """Whether *dialog* has been neither closed nor deleted."""
    return isValid(dialog) and not dialog.isHidden()


def while_open(dialog: QDialog, receive: Callable[..., object]) -> Callable[..., None]:
    """Return *receive* for an answer to *dialog*: what arrives after it was closed is dropped."""

    def given(*values: object) -> None:
        if is_open(dialog):
            receive(*values)

    return given

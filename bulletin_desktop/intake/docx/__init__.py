"""Word's packages (.docx .docm .dotx .dotm, transitional and strict), read with lxml alone.

A document is shown as Word shows it with all changes accepted: automatic numbers are text, fields are what
they show, hidden text is left out. What is dropped or changes its form is told (`Told`).
"""

from __future__ import annotations

from bulletin_desktop.intake.docx.reader import source as _source
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source

__all__ = ["read"]


def read(file: File) -> Source:
    """Return what *file* has.

    Raises `UserError` for what is damaged, made to do harm, larger than any manuscript, or no document.
    """
    return _source(file)

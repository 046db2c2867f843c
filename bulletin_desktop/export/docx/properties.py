"""Document properties: what Explorer and Word's information page show, and the export's id."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Issue
from bulletin_desktop.export.docx.xml import escaped, legal

if TYPE_CHECKING:
    from docx.document import Document

EXPORT_ID = "BulletinDesktopExport"
"""Name of the custom property that carries the export's id."""

# Fixed by ECMA-376 part 1, 22.3: user-defined properties share one format id, and theirs start at 2.
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 255
"""Characters of a core property, ECMA-376 part 2, 11.1."""


def set_core(document: Document, issue: Issue, title: str, now: dt.datetime) -> None:
    """Set title, author, dates and language. *now* must be UTC."""
    core, author = document.core_properties, legal(issue.masthead.unit)[:_LONGEST]
    core.title, core.author, core.last_modified_by = legal(title)[:_LONGEST], author, author
    core.created, core.modified, core.language = now, now, "zh-CN"


def custom(export_id: str) -> str:
    """Return the part with the custom property that says which export a returned file was."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{_USER_DEFINED}" pid="2" name="{EXPORT_ID}">'
        f"<vt:lpwstr>{escaped(export_id)}</vt:lpwstr></property></Properties>"
    )

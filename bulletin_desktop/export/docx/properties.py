"""Document properties: what Explorer and Word's information page show, and the export's id."""

from __future__ import annotations

import datetime as dt

from bulletin_desktop.document.model import Issue
from bulletin_desktop.export.docx.xml import escaped

EXPORT_ID = "BulletinDesktopExport"
"""Name of the custom property that carries the export's id."""

# Fixed by ECMA-376 part 1, 22.3: user-defined properties share one format id, and theirs start at 2.
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core(issue: Issue, title: str, now: dt.datetime) -> str:
    """Return the Dublin Core elements. *now* must be UTC."""
    stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    author = escaped(issue.masthead.unit)
    return (
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language>"
    )


def custom(export_id: str) -> str:
    """Return the custom property that says which export a returned file was."""
    return (
        f'<property fmtid="{_USER_DEFINED}" pid="2" name="{EXPORT_ID}">'
        f"<vt:lpwstr>{escaped(export_id)}</vt:lpwstr></property>"
    )

"""Complex fields: what Word computes, with the value that is right already."""

from __future__ import annotations

from bulletin_desktop.export.docx.xml import escaped


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


END = _char("end")


def begin(code: str) -> str:
    """Return what stands before a field's result; `END` stands behind it."""
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
    return f"{_char('begin')}{instruction}{_char('separate')}"


def field(code: str, result: str) -> str:
    """Return a whole field; *result* is the runs that show its value."""
    return f"{begin(code)}{result}{END}"

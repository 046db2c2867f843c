"""Names of elements and attributes in Word's packages. Strict packages are read as transitional ones."""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/"
W = f"{{{_OFFICE}wordprocessingml/2006/main}}"
M = f"{{{_OFFICE}officeDocument/2006/math}}"
A = f"{{{_OFFICE}drawingml/2006/main}}"
PIC = f"{{{_OFFICE}drawingml/2006/picture}}"
WP = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
CHART = f"{{{_OFFICE}drawingml/2006/chart}}"
DIAGRAM = f"{{{_OFFICE}drawingml/2006/diagram}}"
R = f"{{{_OFFICE}officeDocument/2006/relationships}}"
RELATION = f"{{{_OFFICE}package/2006/relationships}}Relationship"
MC = f"{{{_OFFICE}markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix everybody writes
DC = "{http://purl.org/dc/elements/1.1/}"
VAL = f"{W}val"

_PURL = "http://purl.oclc.org/ooxml/"
STRICT = _PURL.encode()
TRANSITIONAL = tuple(
    (f"{_PURL}{strict}".encode(), f"{_OFFICE}{transitional}".encode())
    for strict, transitional in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/picture", "drawingml/2006/picture"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
    )
)
"""What stands for what in a strict package (ISO/IEC 29500, part 1), byte for byte."""

SHAPES = frozenset((
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/drawing/2010/main",
))  # fmt: skip
"""Namespaces whose alternatives are read; for any other the fallback is."""
